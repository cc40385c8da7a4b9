// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <chrono>
#include <cstdio>

namespace peerdesk {

UtcMs SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

// Every answer and every line of the log has several times: QDateTime's own text costs ten times as much.
QString toRfc3339(UtcMs time)
{
    using namespace std::chrono;
    if (time == 0)
        return {};
    const sys_time<milliseconds> at{milliseconds(time)};
    const year_month_day date(floor<days>(at));
    const hh_mm_ss clock(floor<seconds>(at - floor<days>(at)));
    std::array<char, 40> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", int(date.year()),
                                     unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                                     int(clock.minutes().count()), int(clock.seconds().count()));
    return QString::fromLatin1(text.data(), length);
}

UtcMs fromRfc3339(const QString &text)
{
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return 0;
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed.setTimeSpec(Qt::UTC); // no offset in the text: the wire's times are UTC
    return parsed.toMSecsSinceEpoch();
}

} // namespace peerdesk
