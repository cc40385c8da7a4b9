// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filterbar.h"

#include "theme/palette.h"
#include "theme/statuslook.h"
#include "widgets/filteredit.h"
#include "widgets/iconlabel.h"
#include "widgets/linkbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTimer>

namespace peerdesk {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(this))
    , m_counts(new QLabel(this))
    , m_clear(new LinkButton(tr("Clear"), this))
    , m_problem(new IconLabel({}, this))
    , m_typing(new QTimer(this))
{
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->installEventFilter(this);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setForegroundRole(role::secondaryText);
    m_clear->setToolTip(tr("Show all rows"));
    m_clear->hide();
    m_problem->hide();

    auto *line = new QHBoxLayout;
    line->addWidget(m_edit, 1);
    line->addSpacing(fontMetrics().averageCharWidth());
    line->addWidget(m_counts);
    line->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    const int margin = fontMetrics().height() * 2 / 3;
    layout->setContentsMargins(margin, margin * 3 / 4, margin, margin * 3 / 4);
    layout->setSpacing(margin / 3);
    layout->addLayout(line);
    layout->addWidget(m_problem);

    // Long enough to bundle quick typing, short enough to feel immediate.
    m_typing->setSingleShot(true);
    m_typing->setInterval(90);
    connect(m_typing, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_edit, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, &FilterBar::explain);
    connect(m_edit, &QLineEdit::editingFinished, this, &FilterBar::apply);
    connect(m_clear, &QAbstractButton::clicked, this, &FilterBar::clear);
}

void FilterBar::setFields(const QList<FilterField> &fields)
{
    m_fields = fields;
    m_edit->setFields(fields);
}

void FilterBar::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::setText(const QString &text)
{
    if (text != m_edit->text())
        m_edit->setText(text);
    apply();
}

void FilterBar::addValue(int field, const QString &value, bool negated)
{
    setText(withFilterValue(text(), m_fields, field, value, negated));
}

const Filter &FilterBar::filter() const
{
    return m_edit->filter();
}

void FilterBar::apply()
{
    m_typing->stop();
    explain();
    Q_EMIT filterChanged(m_edit->filter());
}

void FilterBar::explain()
{
    QString sentence;
    for (const Filter::Term &term : m_edit->filter().terms()) {
        if (!term.problem.isEmpty() && !m_edit->isBeingTyped(term)) {
            sentence = term.problem;
            break;
        }
    }
    m_problem->setCell({.text = sentence, .icon = Icon::CircleAlert, .tone = Tone::Rejected});
    m_problem->setVisible(!sentence.isEmpty());
    m_edit->setAccessibleDescription(sentence);
}

void FilterBar::setCounts(int shown, int total, const QString &all)
{
    const QLocale locale;
    const bool filtered = shown != total || !m_edit->text().isEmpty();
    m_counts->setText(filtered ? tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)) : all);
    m_clear->setVisible(filtered);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(role::line));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void FilterBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            apply();
            Q_EMIT left();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        explain();
    return QWidget::eventFilter(watched, event);
}

} // namespace peerdesk
