// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/relativetime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cstdlib>

namespace peerdesk {
namespace {

struct RelativeTimeWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RelativeTime)
};

constexpr UtcMs minute = 60'000;
constexpr UtcMs hour = 60 * minute;
constexpr UtcMs day = 24 * hour;

QDateTime utc(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

QString length(UtcMs span)
{
    if (span < hour)
        return RelativeTimeWords::tr("%n minute(s)", nullptr, static_cast<int>(span / minute));
    if (span < 2 * day)
        return RelativeTimeWords::tr("%n hour(s)", nullptr, static_cast<int>(span / hour));
    if (span < 60 * day)
        return RelativeTimeWords::tr("%n day(s)", nullptr, static_cast<int>(span / day));
    if (span < 730 * day)
        return RelativeTimeWords::tr("%n month(s)", nullptr, static_cast<int>(span / (30 * day)));
    return RelativeTimeWords::tr("%n year(s)", nullptr, static_cast<int>(span / (365 * day)));
}

} // namespace

QString shortAge(UtcMs length)
{
    if (length < 0)
        return {};
    if (length < minute)
        return RelativeTimeWords::tr("%1 s").arg(length / 1000);
    if (length < hour)
        return RelativeTimeWords::tr("%1 min").arg(length / minute);
    if (length < 2 * day)
        return RelativeTimeWords::tr("%1 h").arg(length / hour);
    return RelativeTimeWords::tr("%1 d").arg(length / day);
}

QString relativeTime(UtcMs time, UtcMs now)
{
    if (time == 0)
        return RelativeTimeWords::tr("never");
    const UtcMs span = std::abs(now - time);
    if (span < minute)
        return RelativeTimeWords::tr("just now");
    return time <= now ? RelativeTimeWords::tr("%1 ago").arg(length(span))
                       : RelativeTimeWords::tr("in %1").arg(length(span));
}

QString exactTime(UtcMs time)
{
    return time == 0 ? QString() : utc(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
}

QString clockTime(UtcMs time, UtcMs now)
{
    const QDateTime then = utc(time);
    const QDate today = utc(now).date();
    const QLocale locale;
    if (then.date() == today)
        return then.toString(QStringLiteral("HH:mm"));
    const bool sameYear = then.date().year() == today.year();
    return locale.toString(then, sameYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy"));
}

} // namespace peerdesk
