// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/usedonce.h"

#include <QCryptographicHash>

namespace peerdesk {

bool UsedOnce::use(const QString &word, UtcMs until, UtcMs now)
{
    if (m_until.size() >= most)
        m_until.removeIf([now](const auto &entry) { return entry.value() <= now; });
    const QByteArray hash = QCryptographicHash::hash(word.toUtf8(), QCryptographicHash::Sha256);
    if (m_until.size() >= most || m_until.contains(hash))
        return false;
    m_until.insert(hash, until);
    return true;
}

} // namespace peerdesk
