// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/remotepage.h"

#include "widgets/messagebar.h"
#include "workflow/errortext.h"

#include <QHBoxLayout>

#include <utility>

namespace peerdesk {
namespace {

constexpr UtcMs readAgainAfter = 60'000;

} // namespace

RemotePage::RemotePage(const QString &id, const Clock &clock, QWidget *parent)
    : TablePage(id, parent)
    , m_clock(clock)
    , m_id(id)
    , m_deedId(id + QStringLiteral("-deed"))
{
    connect(this, &TablePage::emptyActionRequested, this, [this](EmptyState::Kind kind) {
        if (kind == EmptyState::Kind::NeverSetUp)
            Q_EMIT settingsWanted();
    });
}

void RemotePage::showEvent(QShowEvent *event)
{
    TablePage::showEvent(event);
    if (m_clock.now() - m_readAt > readAgainAfter)
        reload();
}

void RemotePage::reload()
{
    if (place().isEmpty())
        return;
    if (m_loading) {
        m_stale = true;
        return;
    }
    m_loading = true;
    ask();
}

void RemotePage::asked()
{
    m_loading = false;
    m_readAt = m_clock.now();
    if (std::exchange(m_stale, false))
        reload();
}

void RemotePage::answered()
{
    messages()->clear(m_id);
    asked();
}

void RemotePage::failed(const Error &error)
{
    post(m_id, error);
    asked();
}

void RemotePage::fail(const Error &error)
{
    post(m_deedId, error);
}

void RemotePage::post(const QString &id, const Error &error)
{
    MessageBar::Message message;
    message.text = errorSentence(error, place().host());
    if (error.kind == ErrorKind::Unauthenticated || error.kind == ErrorKind::Denied) {
        message.action = tr("Sign In There");
        message.act = [this] { Q_EMIT signInWanted(place()); };
    } else {
        message.action = wayForward(error);
        message.act = [this] { reload(); };
    }
    messages()->post(id, message);
}

void RemotePage::addDeeds(const QList<QWidget *> &buttons)
{
    auto *bar = new QWidget;
    auto *line = new QHBoxLayout(bar);
    const int unit = fontMetrics().height();
    line->setContentsMargins(unit * 2 / 3, unit / 2, unit, unit / 2);
    for (QWidget *button : buttons)
        line->addWidget(button);
    line->addStretch(1);
    addAboveTable(bar);
}

void RemotePage::say(const QString &sentence)
{
    messages()->post(m_deedId, {.text = sentence, .tone = Tone::Approved});
}

} // namespace peerdesk
