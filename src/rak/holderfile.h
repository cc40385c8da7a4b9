// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/rakholderstore.h"

#include <QByteArray>

namespace peerdesk {

/// A registry's list of who holds what, as it exports it:
///
///     {"holders": [{"id": "ORG-EX1", "name": "Example", "email": "noc@example.net",
///                   "identities": [{"issuer": "https://sso.registry.example", "subject": "1234"}],
///                   "asns": [64500], "resources": ["192.0.2.0/24", "198.51.100.0 - 198.51.100.99"]}]}
///
/// Members and others stand in it alike. Who may act for one of `asns` here acts for the holder too. The whole file is
/// right or none of it counts.
struct HolderFile
{
    QString hash;                ///< SHA-256 of its bytes
    QList<StoredHolder> holders; ///< each with a digest of its entry; resources joined and in order

    /// Invalid, with a field for each fault (the first hundred).
    [[nodiscard]] static Result<HolderFile> parse(const QByteArray &json);
};

} // namespace peerdesk
