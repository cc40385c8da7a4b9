// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/provider.h"

namespace peerdesk {

/// Our endpoint as a client of PeeringDB: how a person proves to us who they are and which networks they manage.
///
/// PeeringDB's access tokens are opaque and its id_token is for its own client alone, so nobody can hand us a token of
/// PeeringDB; the person has to sign in there through us. The client is confidential, authenticates in the body
/// (client_secret_post: PeeringDB takes Basic authentication for a user's password) and comes back over https. Rights
/// are read from the profile only: the id_token does not have the one that counts. Every address must be on the
/// issuer's own host, whatever its discovery document says.
/// Owned by the endpoint, lives as long as the program; keeps no tokens.
class Federation
{
public:
    Federation(ProviderSettings settings, Secret clientSecret, HttpClient &http, const Clock &clock);

    /// The browser on its way to the provider, and what its return is checked against.
    struct Departure
    {
        QUrl address;
        QString state;
        QString nonce;
        QString issuer;
    };
    /// `challenge` is PKCE's (RFC 7636), of a verifier that the caller keeps: a code taken from another browser's return
    /// is of no use.
    QCoro::Task<Result<Departure>> depart(QUrl callback, QString challenge);

    struct Arrival
    {
        Identity person;
        Secret refresh; ///< empty if the provider gave none
    };
    /// Unauthenticated if the answer does not hold; Unavailable and its kin if the provider cannot be asked.
    QCoro::Task<Result<Arrival>> arrive(QString code, QString nonce, QString verifier, QUrl callback);
    struct Renewal
    {
        Secret access;
        Secret refresh;
    };
    /// The way to reread(). The provider takes a refresh token once, so the new one is to be kept before anything else is
    /// tried. Unauthenticated if the provider no longer stands by the person; after any other error the old one holds.
    QCoro::Task<Result<Renewal>> renew(Secret refresh);
    /// Who it is and what they may do by now. Whatever it fails with, the provider was not asked for the person's sake:
    /// Unavailable.
    QCoro::Task<Result<Identity>> reread(Secret access);
    /// The person has no more use for it here.
    QCoro::Task<Result<void>> giveBack(Secret refresh);

    /// Whether depart() needs no call to the provider.
    [[nodiscard]] bool isReady() const { return m_provider.knows(m_settings.issuer); }
    [[nodiscard]] QString host() const { return m_settings.issuer.host(); }

private:
    QCoro::Task<Result<ProviderMetadata>> metadata();

    const ProviderSettings m_settings;
    Provider m_provider;
};

} // namespace peerdesk
