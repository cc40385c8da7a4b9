// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "irr/issuercalls.h"

#include <QUrl>

namespace peerdesk {

class HttpClient;
class JwksCache;
struct HttpRequest;
struct HttpResponse;

/// An issuer of keys that our registry trusts, and how we show who asks.
struct KeyIssuer
{
    Registry registry = Registry::RipeTest;
    QString issuer; ///< as its statements name it
    QUrl api;       ///< "/rak/v1/verify" and the others stand below it
    QUrl jwks;
    QString audience; ///< our name there; empty: its statements name nobody
    Secret token;
};

/// How the registry of route objects asks issuers of Resource Authentication Keys over HTTP. Nothing that an issuer
/// answers is believed but a statement whose signature was checked. Owned by the composition root, lives as long as the
/// program; used on the main thread.
class IssuerClient
{
public:
    IssuerClient(HttpClient &http, JwksCache &keys, const Clock &clock, QList<KeyIssuer> issuers);

    /// They use this object.
    [[nodiscard]] IssuerCalls calls();

    QCoro::Task<Result<CheckedKey>> verify(BearerKey key);
    QCoro::Task<Result<CheckedKey>> check(Registry registry, QByteArray statement);
    QCoro::Task<Result<CheckedKey>> status(KeyReference reference, Serial known);
    QCoro::Task<Result<IssuerNews>> news(Registry registry, qint64 since);

private:
    [[nodiscard]] Result<KeyIssuer> issuerOf(Registry registry) const;
    QCoro::Task<Result<HttpResponse>> send(KeyIssuer issuer, HttpRequest request);
    QCoro::Task<Result<CheckedKey>> checked(KeyIssuer issuer, QByteArray text, Serial known);

    HttpClient &m_http;
    JwksCache &m_keys;
    const Clock &m_clock;
    const QList<KeyIssuer> m_issuers;
};

} // namespace peerdesk
