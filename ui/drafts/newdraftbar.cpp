// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/newdraftbar.h"

#include "theme/statuslook.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace peerdesk {
namespace {

constexpr int mostOffered = 10;

} // namespace

NewDraftBar::NewDraftBar(QWidget *parent)
    : QWidget(parent)
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
    , m_edit(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    const int gap = fontMetrics().height() / 2;
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(gap * 3 / 2, gap, gap * 3 / 2, gap);
    line->setSpacing(gap);
    auto *label = new QLabel(tr("Draft sessions with"), this);
    label->setBuddy(m_edit);
    m_edit->setPlaceholderText(tr("AS number or name"));
    m_edit->setAccessibleName(tr("AS number or name of the other network"));
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    // What is offered was searched for already.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(mostOffered);
    m_completer->setWidget(m_edit);
    m_problem->setTextFormat(Qt::PlainText);
    auto *begin = new QPushButton(tr("Begin"), this);
    begin->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    line->addWidget(label);
    line->addWidget(m_edit);
    line->addWidget(begin);
    line->addWidget(cancel);
    line->addWidget(m_problem, 1);
    connect(m_edit, &QLineEdit::returnPressed, this, &NewDraftBar::choose);
    connect(m_edit, &QLineEdit::textEdited, this, &NewDraftBar::offer);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) {
                if (index.row() < m_offered.size())
                    accept(m_offered.at(index.row()).asn);
            });
    connect(begin, &QPushButton::clicked, this, &NewDraftBar::choose);
    connect(cancel, &QPushButton::clicked, this, &NewDraftBar::close);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    hide();
}

void NewDraftBar::open()
{
    m_edit->clear();
    m_offered.clear();
    m_problem->clear();
    show();
    m_edit->setFocus(Qt::OtherFocusReason);
}

void NewDraftBar::close()
{
    hide();
    Q_EMIT closed();
}

void NewDraftBar::offer(const QString &typed)
{
    m_problem->clear();
    m_offered =
        m_search && !typed.trimmed().isEmpty() ? m_search(typed.trimmed()).mid(0, mostOffered) : QList<DirectoryHit>();
    QStringList names;
    for (const DirectoryHit &hit : std::as_const(m_offered))
        names.append(hit.name.isEmpty() ? hit.asn.toString() : tr("%1  %2").arg(hit.name, hit.asn.toString()));
    m_names->setStringList(names);
    if (names.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

/// A number is taken as it is, the directory need not know it; a name has to mean one network alone.
void NewDraftBar::choose()
{
    const QString typed = m_edit->text().trimmed();
    if (const auto asn = Asn::parse(typed)) {
        if (asn->isUnusable())
            return refuse(tr("%1 is reserved: no network has it.").arg(asn->toString()));
        return accept(*asn);
    }
    QList<DirectoryHit> meant;
    for (const DirectoryHit &hit : std::as_const(m_offered)) {
        if (hit.name.compare(typed, Qt::CaseInsensitive) == 0)
            meant.append(hit);
    }
    if (meant.isEmpty())
        meant = m_offered;
    if (typed.isEmpty() || meant.isEmpty())
        refuse(tr("This is neither an AS number nor the name of a network in PeeringDB."));
    else if (meant.size() > 1)
        refuse(tr("Several networks are called so: choose one of them, or type its AS number."));
    else
        accept(meant.first().asn);
}

void NewDraftBar::accept(Asn asn)
{
    m_completer->popup()->hide();
    hide();
    Q_EMIT networkChosen(asn);
}

void NewDraftBar::refuse(const QString &why)
{
    m_problem->setText(why);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, toneColor(Tone::Rejected, colors));
    m_problem->setPalette(colors);
    m_edit->setAccessibleDescription(why);
}

void NewDraftBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace peerdesk
