// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "endpoint/door.h"
#include "endpoint/endpointconfig.h"
#include "endpoint/traffic.h"
#include "http/httprouter.h"
#include "storage/credentialstore.h"

#include <QCoroTask>

namespace peerdesk {

class Reception;
class TokenVerifier;
struct Caller;

/// The Peering API as other networks call it (draft-ietf-grow-peering-api section 5; docs/openapi.yaml, which it
/// serves too): from an HTTP request to an HTTP answer. It limits, finds out who calls, decodes, asks Reception and
/// encodes; it decides and stores nothing itself. Every answer carries an id that stands in the log, every refusal
/// the address of people. Owned by the composition root, lives as long as the program.
class PeeringEndpoint
{
public:
    /// `publicUrl` is what others call: its path is the prefix of every route.
    PeeringEndpoint(const EndpointConfig &config, const QUrl &publicUrl, Reception &reception, TokenVerifier &verifier,
                    const Clock &clock);

    /// For routes of others beside ours; before the first request.
    [[nodiscard]] HttpRouter &router() { return m_router; }
    /// What their paths begin with: empty, or "/v1".
    [[nodiscard]] const QString &prefix() const { return m_prefix; }

    /// Before the body of a request is read: an answer where an allowance is used up. For HttpServer::setScreen().
    [[nodiscard]] std::optional<HttpResponse> screen(HttpRequest &head);
    /// Screens first what was not screened before.
    QCoro::Task<HttpResponse> answer(HttpRequest request);
    /// An answer to what never became a request.
    [[nodiscard]] HttpResponse refusal(int status, const QString &reason) const;

    /// For routes of others: who presents the token of a request that answer() passed on, which is charged to them, with
    /// those networks alone that count here.
    /// Unauthenticated, Unavailable, Throttled, or Denied where the token is for something else.
    QCoro::Task<Result<Identity>> whoAsks(HttpRequest request);
    /// The same at once for the program that showed its credential a moment ago, if it did. `check` is then to be asked
    /// in the job that looks up what it wants.
    [[nodiscard]] std::optional<Identity> machineLately(const HttpRequest &request, CredentialCheck &check) const;
    /// The header of a 401 that says where to sign in.
    [[nodiscard]] const QString &contact() const { return m_contact; }
    [[nodiscard]] const QByteArray &challenge() const { return m_challenge; }

    /// Takes over what may change while it serves: profile, contact, allowed networks, trusted proxies and limits.
    void apply(const EndpointConfig &config);

    [[nodiscard]] const Traffic &traffic() const { return m_traffic; }
    [[nodiscard]] QMap<QByteArray, quint64> refusals() const { return m_door.refusals(); }

private:
    /// One request on its way: what every step wants to know of it.
    struct Visit
    {
        HttpRequest request;
        QStringList arguments;
        std::shared_ptr<Admission> admission;
        QString id;
    };
    using Step = QCoro::Task<HttpResponse> (PeeringEndpoint::*)(Visit, Caller);

    void addRoutes();
    [[nodiscard]] HttpRouter::Route signedIn(Step step);
    /// The same for the paths of 2023, answered with the names of 2023 as well.
    [[nodiscard]] HttpRouter::Route signedInEarly(Step step);
    QCoro::Task<HttpResponse> admit(HttpRequest request, QStringList arguments, Step step);
    QCoro::Task<HttpResponse> verifyFirst(Visit visit, Step step);
    QCoro::Task<HttpResponse> letIn(Visit visit, const Result<Identity> &verified, Step step);
    QCoro::Task<HttpResponse> admitEarly(HttpRequest request, QStringList arguments, Step step);
    [[nodiscard]] Result<Identity> counted(const Result<Identity> &verified) const;
    [[nodiscard]] Result<Caller> identify(const Visit &visit, const Result<Identity> &identity);
    /// The caller's network that the request is about pays for it; where it names none, each of them.
    [[nodiscard]] Result<void> charge(const Visit &visit, const Caller &caller, std::optional<Asn> named = {});

    QCoro::Task<HttpResponse> listLocations(Visit visit, Caller caller);
    QCoro::Task<HttpResponse> createSessions(Visit visit, Caller caller);
    QCoro::Task<HttpResponse> listSessions(Visit visit, Caller caller);
    QCoro::Task<HttpResponse> showSession(Visit visit, Caller caller);
    QCoro::Task<HttpResponse> deleteSession(Visit visit, Caller caller);
    QCoro::Task<HttpResponse> deleteSessions(Visit visit, Caller caller);

    void account(const Admission &admission, const Traffic::Kind &kind);
    [[nodiscard]] HttpResponse answerToBatch(const BatchVerdict &verdict, Dialect::Orientation orientation,
                                             const QString &id) const;
    [[nodiscard]] HttpResponse refuse(const Error &error, const QString &id) const;
    [[nodiscard]] HttpResponse refuseAs(int status, const Error &error, const QString &id) const;
    [[nodiscard]] Membership membershipOf(const Caller &caller) const;

    EndpointConfig::Profile m_profile = EndpointConfig::Profile::OpenApi;
    QString m_contact;
    RightsRules m_rights;
    const QByteArray m_challenge; ///< what a 401 says of signing in
    const QString m_prefix;
    QList<IpPrefix> m_trustedProxies;
    Reception &m_reception;
    TokenVerifier &m_verifier;
    const Clock &m_clock;
    Door m_door;
    Traffic m_traffic;
    HttpRouter m_router;
};

} // namespace peerdesk
