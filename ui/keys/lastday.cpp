// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/lastday.h"

#include "workflow/keys/keyform.h"

#include <QDateTime>

namespace peerdesk {
namespace {

constexpr int usualDays = 90; // short enough that a forgotten key ends by itself

} // namespace

LastDay::LastDay(const Clock &clock, QWidget *parent)
    : QDateEdit(parent)
{
    const UtcMs now = clock.now();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).date();
    setCalendarPopup(true);
    setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    setDateRange(today.addDays(1), QDateTime::fromMSecsSinceEpoch(latestExpiry(now), Qt::UTC).date().addDays(-1));
    setDate(today.addDays(usualDays));
}

UtcMs LastDay::expiry() const
{
    return date().addDays(1).startOfDay(Qt::UTC).toMSecsSinceEpoch();
}

} // namespace peerdesk
