// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QSslConfiguration>

namespace peerdesk {

/// What a server shows and proves: a certificate with its chain, and the key of it.
struct TlsIdentity
{
    QSslConfiguration configuration; ///< TLS 1.2 or later, http/1.1, no client certificates
    UtcMs notAfter = 0;

    /// Two PEM files: the server's certificate first and then its chain, and the private key (RSA or EC, not encrypted).
    /// Storage if one cannot be read; Invalid if one is not what it should be, if they do not belong together (as when
    /// only one of the two was renewed yet), or if the certificate does not hold at `now`.
    [[nodiscard]] static Result<TlsIdentity> load(const QString &certificateFile, const QString &keyFile, UtcMs now);
};

} // namespace peerdesk
