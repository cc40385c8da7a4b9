// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <chrono>

namespace peerdesk {
namespace {

void writeDigits(QChar *at, int count, unsigned number)
{
    for (QChar *digit = at + count; digit != at; number /= 10)
        *--digit = QChar(u'0' + number % 10);
}

} // namespace

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
    QString text = QStringLiteral("0000-00-00T00:00:00Z");
    QChar *const digits = text.data();
    writeDigits(digits + 5, 2, unsigned(date.month()));
    writeDigits(digits + 8, 2, unsigned(date.day()));
    writeDigits(digits + 11, 2, static_cast<unsigned>(clock.hours().count()));
    writeDigits(digits + 14, 2, static_cast<unsigned>(clock.minutes().count()));
    writeDigits(digits + 17, 2, static_cast<unsigned>(clock.seconds().count()));
    const int year = int(date.year());
    if (year < 0 || year > 9999)
        return QString::number(year) + text.mid(4);
    writeDigits(digits, 4, static_cast<unsigned>(year));
    return text;
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
