// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/endpointprocess.h"
#include "peering/asn.h"

#include <QJsonObject>

namespace peerdesk::lab {

/// The two that deal in keys for resources: a test registry that issues them to those who hold the addresses, and a
/// third party that keeps route objects as long as their keys live. Both are real peerdeskd, strangers to each other
/// but for a credential. Owned by Lab, or by a test that plays only this part of the world; the processes end with it.
class KeyParties
{
public:
    struct Holder
    {
        QString name;
        Asn asn; ///< whoever may act for it, at the sign-in or with a credential, acts for the holder
        QStringList blocks;
    };
    struct Settings
    {
        QString folder;  ///< exists; everything is in it
        QString program; ///< peerdeskd
        QUrl signIn;     ///< whose tokens both believe; empty: credentials only
        /// The first issues with the holder's token and writes route objects with the registry's. Each is a maintainer.
        QList<Holder> holders;
        QString mail; ///< the table [mail] of both; empty: nobody is told
    };

    explicit KeyParties(Settings settings);

    QCoro::Task<Result<void>> start();
    /// The issuer alone, where it was before.
    QCoro::Task<Result<void>> startIssuer();
    /// From now on these hold the addresses, and the issuer looks at once.
    Result<void> transfer(const QList<Holder> &holders);

    /// For scripts: {"issuer", "holder_token", "verifier_token", "registry", "registry_token", "whois", "holder"}.
    [[nodiscard]] QJsonObject describe() const;
    [[nodiscard]] EndpointProcess &issuer() { return m_issuer; }
    [[nodiscard]] EndpointProcess &registry() { return m_registry; }
    [[nodiscard]] Secret holderToken() const { return m_holderToken; }
    [[nodiscard]] Secret verifierToken() const { return m_verifierToken; }
    [[nodiscard]] Secret registryToken() const { return m_registryToken; }
    /// As bgpq4 and whois take it: "127.0.0.1:4343".
    [[nodiscard]] QString whois() const;
    /// The name of that network in "mnt-by".
    [[nodiscard]] static QString maintainer(Asn asn);

private:
    QCoro::Task<Result<void>> startRegistry();
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] Result<void> write(const QString &name, const QByteArray &content) const;
    [[nodiscard]] Result<void> writeHolders(const QList<Holder> &holders) const;
    [[nodiscard]] QByteArray statistics() const;
    [[nodiscard]] QString common() const;

    const Settings m_settings;
    EndpointProcess m_issuer;
    EndpointProcess m_registry;
    Secret m_holderToken;
    Secret m_verifierToken;
    Secret m_registryToken;
};

} // namespace peerdesk::lab
