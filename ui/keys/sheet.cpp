// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/sheet.h"

#include "theme/palette.h"
#include "theme/statuslook.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace peerdesk {
namespace {

constexpr qsizetype problemsShown = 5;

} // namespace

Sheet::Sheet(const QString &title, const QString &deed, QWidget *parent)
    : QDialog(parent)
    , m_grid(new QGridLayout)
    , m_problem(new QLabel(this))
    , m_deed(new QPushButton(deed, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    const int line = fontMetrics().height();
    m_grid->setHorizontalSpacing(line);
    m_grid->setVerticalSpacing(line / 2);
    m_grid->setColumnStretch(1, 1);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_deed->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_deed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line * 3 / 2, line * 3 / 2, line * 3 / 2, line);
    column->setSpacing(line);
    column->addLayout(m_grid, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    colourProblem();
}

void Sheet::addRow(const QString &label, QWidget *field, const QString &note)
{
    const int row = m_grid->rowCount();
    auto *name = new QLabel(label, this);
    name->setBuddy(field);
    name->setForegroundRole(role::secondaryText);
    field->setAccessibleName(label);
    m_grid->addWidget(name, row, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
    if (note.isEmpty())
        return;
    auto *words = new QLabel(note, this);
    words->setWordWrap(true);
    words->setForegroundRole(role::secondaryText);
    m_grid->addWidget(words, row + 1, 1);
}

void Sheet::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

QLabel *Sheet::addText(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    addWide(label);
    return label;
}

void Sheet::setProblems(const QStringList &problems)
{
    QStringList shown = problems.mid(0, problemsShown);
    if (shown.size() < problems.size())
        shown.append(tr("and %n more", nullptr, static_cast<int>(problems.size() - shown.size())));
    m_problem->setText(shown.join(QLatin1Char('\n')));
    m_problem->setVisible(!shown.isEmpty());
    m_deed->setAccessibleDescription(m_problem->text());
    growToFit();
}

void Sheet::growToFit()
{
    if (!isVisible()) // the first size is the layout's
        return;
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

void Sheet::setReady(bool ready)
{
    m_deed->setEnabled(ready);
}

void Sheet::setHeld(bool held)
{
    m_held = held;
    m_cancel->setEnabled(!held);
}

void Sheet::reject()
{
    if (!m_held)
        QDialog::reject();
}

void Sheet::colourProblem()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, toneColor(Tone::Rejected, palette()));
    m_problem->setPalette(colors);
}

void Sheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colourProblem();
    QDialog::changeEvent(event);
}

} // namespace peerdesk
