// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;

namespace peerdesk {

/// Signs tokens with a key of its own and gives out the key's public half: the other side of TokenVerifier. The kind of
/// key says with which algorithm: RSA with RS256, P-256 with ES256.
class JwtSigner
{
public:
    /// A fresh RSA key of 2048 bits.
    [[nodiscard]] static Result<JwtSigner> generate(const QString &keyId);
    /// A fresh key on the curve P-256.
    [[nodiscard]] static Result<JwtSigner> generateEs256(const QString &keyId);

    /// What privateKey() gave. Internal if it is no private key.
    [[nodiscard]] static Result<JwtSigner> fromPrivateKey(const QString &keyId, const Secret &pem);
    /// PEM (PKCS #8), for whoever keeps it under lock.
    [[nodiscard]] Secret privateKey() const;

    [[nodiscard]] Secret sign(const QJsonObject &claims, const QString &type = QStringLiteral("at+jwt")) const;
    /// With any header; the algorithm it names is not what makes the signature.
    [[nodiscard]] Secret signWithHeader(const QJsonObject &header, const QJsonObject &claims) const;
    /// The public half (RFC 7517).
    [[nodiscard]] QJsonObject publicKey() const;
    /// A key set of it alone.
    [[nodiscard]] QByteArray jwks() const;
    [[nodiscard]] const QString &keyId() const { return m_keyId; }
    /// "RS256" or "ES256".
    [[nodiscard]] QString algorithm() const;

private:
    JwtSigner(std::shared_ptr<evp_pkey_st> key, QString keyId);

    std::shared_ptr<evp_pkey_st> m_key;
    QString m_keyId;
};

} // namespace peerdesk
