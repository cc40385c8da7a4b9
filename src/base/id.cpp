// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include <QRandomGenerator>
#include <QUuid>

namespace peerdesk {

QString newId(UtcMs now)
{
    const quint64 random = QRandomGenerator::system()->generate64();
    const quint64 more = QRandomGenerator::system()->generate64();
    const quint64 high = static_cast<quint64>(now) << 16 | 0x7000U | (more & 0x0fffU);
    const quint64 low = (random & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    return QStringLiteral("%1%2").arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
}

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace peerdesk
