// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/issuerrules.h"
#include "rak/keystatement.h"

#include <QCache>

#include <functional>
#include <optional>

namespace peerdesk {

/// Signs statements, and gives the same one again until half its life is over or something has changed: verifiers ask
/// for the same keys over and over. Owned by Issuer, on its thread.
class StatementDesk
{
public:
    /// The key that signs now; null while there is none.
    using Signer = std::function<const JwtSigner *()>;

    StatementDesk(QString issuer, std::chrono::seconds life, Signer signer);

    /// Unavailable while there is no key to sign with.
    [[nodiscard]] Result<QByteArray> statement(const KeyTerms &terms, const QString &audience, UtcMs now);

    /// Those of the key that the kept statement is about, if they are still the ones of this sequence number.
    [[nodiscard]] std::optional<KeyTerms> termsOf(const KeyReference &reference, qint64 sequence) const;

private:
    struct Signed
    {
        KeyStatement statement;
        QString keyId;
        QByteArray text;
    };

    const QString m_issuer;
    const std::chrono::seconds m_life;
    const Signer m_signer;
    QCache<KeyReference, Signed> m_signed; ///< what it costs is counted in bytes
};

} // namespace peerdesk
