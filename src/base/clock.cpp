// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace peerdesk {

UtcMs SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString toRfc3339(UtcMs time)
{
    if (time == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
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
