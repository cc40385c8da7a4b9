// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/undobar.h"

#include "widgets/actionbutton.h"
#include "widgets/bannerrow.h"

#include <QTimer>
#include <QVBoxLayout>

namespace peerdesk {

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new BannerRow(Icon::Hourglass, Tone::Plain, this))
    , m_tick(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_row);
    auto *button = new ActionButton(icon(Icon::Undo), tr("Undo"), m_row);
    button->setKeyHint(QStringLiteral("U"));
    m_row->addButton(button);
    connect(button, &QAbstractButton::clicked, this, &UndoBar::undo);
    m_tick->setInterval(200);
    connect(m_tick, &QTimer::timeout, this, &UndoBar::tick);
    hide();
}

void UndoBar::begin(Deed deed, std::chrono::milliseconds wait)
{
    m_waiting.append({std::move(deed), QDeadlineTimer(wait)});
    m_tick->start();
    refresh();
    Q_EMIT waitingChanged(waiting());
}

void UndoBar::undo()
{
    if (m_waiting.isEmpty())
        return;
    const Waiting last = m_waiting.takeLast();
    refresh();
    if (last.deed.undo)
        last.deed.undo();
    Q_EMIT waitingChanged(waiting());
}

void UndoBar::commitAll()
{
    const QList<Waiting> all = std::exchange(m_waiting, {});
    refresh();
    for (const Waiting &one : all) {
        if (one.deed.commit)
            one.deed.commit();
    }
    Q_EMIT waitingChanged(waiting());
}

void UndoBar::tick()
{
    QList<Deed> due;
    for (qsizetype i = 0; i < m_waiting.size();) {
        if (m_waiting.at(i).until.hasExpired())
            due.append(m_waiting.takeAt(i).deed);
        else
            ++i;
    }
    refresh();
    for (const Deed &deed : std::as_const(due)) {
        if (deed.commit)
            deed.commit();
    }
    if (!due.isEmpty())
        Q_EMIT waitingChanged(waiting());
}

void UndoBar::refresh()
{
    if (m_waiting.isEmpty()) {
        m_tick->stop();
        hide();
        return;
    }
    const Waiting &last = m_waiting.last();
    const auto seconds = static_cast<int>((last.until.remainingTime() + 999) / 1000);
    QString text = last.deed.done ? last.deed.text : tr("%1 in %2 s").arg(last.deed.text).arg(seconds);
    if (m_waiting.size() > 1)
        text = tr("%1, and %n more", nullptr, static_cast<int>(m_waiting.size()) - 1).arg(text);
    m_row->setText(text);
    show();
}

} // namespace peerdesk
