// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"

#include <QRandomGenerator>
#include <QUuid>
#include <QtEndian>

#include <mutex>

namespace peerdesk {
namespace {

/// 26 bits that grow within one millisecond, from a random start with room above it.
quint64 counterWithin(UtcMs now)
{
    static std::mutex mutex;
    static UtcMs last = -1;
    static quint64 counter = 0;
    const std::lock_guard lock(mutex);
    counter = now == last ? counter + 1 : QRandomGenerator::system()->generate() >> 7;
    last = now;
    return counter & 0x3ffffffU;
}

} // namespace

QString newId(UtcMs now)
{
    const quint64 random = QRandomGenerator::system()->generate64();
    const quint64 counter = counterWithin(now);
    const quint64 high = static_cast<quint64>(now) << 16 | 0x7000U | counter >> 14;
    const quint64 low = 0x8000000000000000ULL | (counter & 0x3fffU) << 48 | random >> 16;
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian(high, bytes.data());
    qToBigEndian(low, bytes.data() + 8);
    return QString::fromLatin1(bytes.toHex());
}

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace peerdesk
