// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusstrip.h"

#include "theme/palette.h"
#include "widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace peerdesk {

StatusStrip::StatusStrip(QWidget *parent)
    : QStatusBar(parent)
    , m_facts(new QHBoxLayout)
    , m_note(new QLabel)
    , m_task(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton)
{
    setSizeGripEnabled(false);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    setFont(small);
    const int line = fontMetrics().height();
    auto *facts = new QWidget;
    m_facts->setContentsMargins(line / 2, 0, 0, 0);
    m_facts->setSpacing(line * 3 / 2);
    facts->setLayout(m_facts);
    addWidget(facts, 1);
    m_facts->addStretch(1);

    for (QLabel *label : {m_note, m_task}) {
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(role::secondaryText);
    }
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 18);
    m_progress->setMaximumHeight(line);
    m_cancel->setAutoRaise(true);
    m_cancel->setIcon(icon(Icon::Close, Tint::Secondary));
    m_cancel->setIconSize({line * 3 / 4, line * 3 / 4});
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_note->setContentsMargins(0, 0, line / 2, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_note, m_task, m_progress, m_cancel})
        addPermanentWidget(widget);
    connect(m_cancel, &QToolButton::clicked, this, [this] { Q_EMIT cancelRequested(m_taskId); });
    clearProgress({});
}

void StatusStrip::setFact(const QString &id, const Cell &given)
{
    Cell fact = given;
    fact.secondary = true;
    auto *label = findChild<IconLabel *>(id);
    if (!label) {
        label = new IconLabel(fact, this);
        label->setObjectName(id);
        label->setColoredText(false);
        label->setWrapping(false);
        m_facts->insertWidget(m_facts->count() - 1, label);
    }
    label->setCell(fact);
    label->setToolTip(fact.toolTip);
    label->setVisible(!fact.text.isEmpty());
}

void StatusStrip::setNote(const QString &text, const QString &toolTip)
{
    m_note->setText(text);
    m_note->setToolTip(toolTip);
}

void StatusStrip::setProgress(const QString &task, const QString &text, qint64 done, qint64 total)
{
    m_taskId = task;
    const QLocale locale;
    m_task->setText(total > 0 ? tr("%1 %2 of %3").arg(text, locale.toString(done), locale.toString(total)) : text);
    // QProgressBar counts in int; per mille is fine enough for its width.
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    m_progress->setAccessibleName(m_task->text());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_task, m_progress, m_cancel})
        widget->show();
    m_note->hide();
}

void StatusStrip::clearProgress(const QString &task)
{
    if (task != m_taskId)
        return;
    m_taskId.clear();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_task, m_progress, m_cancel})
        widget->hide();
    m_note->show();
}

} // namespace peerdesk
