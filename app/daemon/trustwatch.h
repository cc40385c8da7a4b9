// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/rak/keytrustconfig.h"

#include <QDateTime>

namespace peerdesk {

/// Keeps what issuers are trusted for as fresh as their registries' delegated statistics, which change daily. Files that
/// are no good change nothing and are complained of. Owned by Daemon.
class TrustWatch
{
public:
    TrustWatch(KeyTrustConfig config, Trust::Unvouched unvouched);

    /// Storage if a file cannot be read, Invalid if it is none.
    [[nodiscard]] Result<Trust> read();
    /// Nothing if a file is no good.
    [[nodiscard]] std::optional<Trust> readAgain();
    /// Nothing either while the files are those that were last read.
    [[nodiscard]] std::optional<Trust> lookAgain();

private:
    [[nodiscard]] QList<QDateTime> changeTimes() const;

    const KeyTrustConfig m_config;
    const Trust::Unvouched m_unvouched;
    QList<QDateTime> m_readAt;
};

} // namespace peerdesk
