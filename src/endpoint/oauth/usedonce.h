// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QHash>
#include <QString>

namespace peerdesk {

/// Words that count once, remembered by their hash until they would be too old anyway. It is the memory of one process:
/// another daemon of the same database does not share it, and there the provider's codes, which count once too, and its
/// own allowance hold. Owned by BrowserSignIn.
class UsedOnce
{
public:
    static constexpr qsizetype most = 10'000;

    /// True the first time. False also while too many are remembered: one that cannot be noted does not count.
    [[nodiscard]] bool use(const QString &word, UtcMs until, UtcMs now);
    [[nodiscard]] qsizetype count() const { return m_until.size(); }

private:
    QHash<QByteArray, UtcMs> m_until;
};

} // namespace peerdesk
