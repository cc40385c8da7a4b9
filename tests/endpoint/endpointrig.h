// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwkscache.h"
#include "auth/jwtsigner.h"
#include "auth/tokenverifier.h"
#include "endpoint/endpointconfig.h"
#include "endpoint/peeringendpoint.h"
#include "http/httpclient.h"
#include "http/httpserver.h"
#include "storage/database.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "workflow/inbound/reception.h"
#include "workflow/sessions/sessionstates.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace peerdesk::test {

/// An issuer's key and the tokens it gives. One key for a whole test program: making one takes a while.
class Issuer
{
public:
    explicit Issuer(const Clock &clock);

    [[nodiscard]] QString name() const { return QStringLiteral("https://issuer.example"); }
    [[nodiscard]] QUrl jwksAddress() const;
    /// For a person with these rights over the sessions of that network, in the full scope.
    [[nodiscard]] Secret token(const QUrl &audience, std::uint32_t asn, int rights = 3) const;
    [[nodiscard]] Secret token(const QUrl &audience, const QJsonObject &extra) const;
    /// The claim of such a person.
    [[nodiscard]] static QJsonArray networks(std::uint32_t asn, int rights = 3);
    void setDown(bool down) { m_down = down; }

private:
    const Clock &m_clock;
    const JwtSigner &m_signer;
    bool m_down = false;
    HttpServer m_server;
};

/// The endpoint of AS64496 and AS64497 in this process, over a real database, real HTTP and a small world: exchange
/// 42 (192.0.2.0/24, 2001:db8:42::/64), 7 (198.51.100.0/24) and 9 (203.0.113.0/24), where AS64500 and AS64501 have the addresses .10
/// and .11, and ours .1 and .2. Its policy: approve at 42, reject at 7, ask elsewhere.
class EndpointRig
{
public:
    /// More lines for the top of the configuration, and for the table of AS64496; and whom the issuer may speak for.
    explicit EndpointRig(const QByteArray &extraConfig = {}, const QByteArray &ofNetwork = {},
                         const QByteArray &believedFor = "\"any\"");

    [[nodiscard]] QUrl url(const QString &path) const;
    [[nodiscard]] QUrl base() const;

    HttpResponse get(const QString &path, std::uint32_t asn = 64500);
    HttpResponse post(const QJsonObject &body, std::uint32_t asn = 64500);
    HttpResponse remove(const QString &path, std::uint32_t asn = 64500, const QByteArray &prefer = {});
    HttpResponse send(HttpRequest request);

    /// One session as AS64500 (or another) asks AS64496 for it.
    static QJsonObject session(const QString &item, const QString &localIp = QStringLiteral("192.0.2.10"),
                               const QString &peerIp = QStringLiteral("192.0.2.1"), int exchange = 42,
                               qint64 asn = 64500);
    static QJsonObject batch(const QString &requestId, const QList<QJsonObject> &sessions);
    static QJsonObject body(const HttpResponse &response);

    ManualClock clock;
    QTemporaryDir folder;
    Issuer issuer{clock};
    HttpClient http;
    std::unique_ptr<Database> database;
    std::unique_ptr<JwksCache> keys;
    std::unique_ptr<Reception> reception;
    std::unique_ptr<SessionStates> states;
    std::unique_ptr<TokenVerifier> verifier;
    std::unique_ptr<PeeringEndpoint> endpoint;
    std::unique_ptr<HttpServer> server;
};

/// What the endpoint asks the directory, answered from the small world above.
[[nodiscard]] Places smallWorld();

} // namespace peerdesk::test
