// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/addressspace.h"
#include "workflow/keys/heldkey.h"
#include "workflow/keys/jsoninterface.h"
#include "workflow/keys/keyform.h"

namespace peerdesk {

/// What an issuer says of a key to somebody who asks.
struct VouchedKey
{
    KeyTerms terms;
    QByteArray statement;
};

/// Calls an issuer's interface (/rak/v1): the one file that knows its field names on this side. Stateless; owned by
/// Keys. Failures are JsonInterface's; Protocol as well for an answer that lacks what it must have.
class IssuerApi
{
public:
    IssuerApi(HttpClient &http, const Clock &clock, TokenSource tokens);

    /// Under which address the token is asked for with which keys of others are checked: issuers give third parties a
    /// credential of its own. Without one, the token of the issuer itself is tried.
    [[nodiscard]] static QUrl verifierPlace(const QUrl &issuer);
    /// Where the issuer publishes the keys that its statements are signed with.
    [[nodiscard]] static QUrl keySet(const QUrl &issuer);

    QCoro::Task<Result<QList<HeldKey>>> keys(QUrl issuer) const;
    QCoro::Task<Result<HeldKey>> key(QUrl issuer, QString reference) const;
    /// What ROAs for the same would say (RFC 9582), as the issuer gives it: asn, prefix and maxLength of each.
    QCoro::Task<Result<QJsonArray>> roas(QUrl issuer, QString reference) const;
    /// What the holder may issue keys for; NotFound where the issuer does not tell.
    QCoro::Task<Result<AddressSpace>> resources(QUrl issuer) const;
    /// The form must have passed checkKeyForm(). Sent again with the same id it gives the same key.
    QCoro::Task<Result<FreshKey>> issue(QUrl issuer, KeyForm form) const;
    QCoro::Task<Result<void>> renew(QUrl issuer, QString reference, RenewalForm form) const;
    QCoro::Task<Result<void>> revoke(QUrl issuer, QString reference, QString reason) const;
    /// NotFound: there is no such key, or its secret is another.
    QCoro::Task<Result<VouchedKey>> verify(QUrl issuer, Secret key) const;
    /// NotFound unless this account has verified the key itself.
    QCoro::Task<Result<VouchedKey>> status(QUrl issuer, QString reference) const;

private:
    const JsonInterface m_interface; ///< as holder
    const JsonInterface m_checking;  ///< as third party
};

} // namespace peerdesk
