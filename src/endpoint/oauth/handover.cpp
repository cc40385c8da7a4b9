// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/handover.h"

#include "auth/randomword.h"
#include "auth/scope.h"
#include "auth/wellknown.h"
#include "base/logging.h"
#include "endpoint/oauth/formfields.h"
#include "endpoint/oauth/oauthanswer.h"
#include "storage/database.h"

#include <QJsonDocument>

namespace peerdesk {
namespace {

const QString ticketContext = QStringLiteral("hand-over");
const QString handOverPath = QStringLiteral("/oauth/hand_over");

/// What the program gets sealed and brings back: nothing is kept of those who only begin.
struct HandOverTicket
{
    QString redirect;
    QString challenge;
    QString nonce;
    QString scope;
    UtcMs until = 0;

    [[nodiscard]] Result<QString> sealed(const Envelope &envelope) const
    {
        const QJsonObject object{{QStringLiteral("redirect"), redirect},
                                 {QStringLiteral("challenge"), challenge},
                                 {QStringLiteral("nonce"), nonce},
                                 {QStringLiteral("scope"), scope},
                                 {QStringLiteral("until"), qint64(until)}};
        return envelope.seal(Secret(QJsonDocument(object).toJson(QJsonDocument::Compact)), ticketContext);
    }

    [[nodiscard]] static std::optional<HandOverTicket> open(const QString &sealed, const Envelope &envelope, UtcMs now)
    {
        const auto plain = envelope.open(sealed, ticketContext);
        if (!plain || plain->isEmpty())
            return std::nullopt;
        const QJsonObject object = QJsonDocument::fromJson(plain->reveal()).object();
        const HandOverTicket ticket{object[u"redirect"].toString(), object[u"challenge"].toString(),
                                    object[u"nonce"].toString(), object[u"scope"].toString(),
                                    object[u"until"].toInteger()};
        return now < ticket.until ? std::optional(ticket) : std::nullopt;
    }
};

/// Why the form does not go with the ticket; empty if it does.
QString mismatchOf(const HandOverTicket &ticket, const FormFields &fields)
{
    if (fields.value("code").isEmpty())
        return QStringLiteral("there is no code");
    if (fields.value("redirect_uri") != ticket.redirect)
        return QStringLiteral("the code came with another redirect_uri");
    const QString verifier = fields.value("code_verifier");
    if (!isCodeVerifier(verifier) || !(Secret(codeChallengeFor(verifier)) == Secret(ticket.challenge)))
        return QStringLiteral("the code came with another code_verifier");
    return {};
}

Error toldOf(const Error &error, const QString &provider)
{
    if (error.kind == ErrorKind::Unauthenticated || error.kind == ErrorKind::Denied)
        return Error(ErrorKind::Unauthenticated, QStringLiteral("%1 did not confirm the code").arg(provider));
    return Error(ErrorKind::Unavailable, QStringLiteral("%1 cannot be asked now").arg(provider));
}

} // namespace

HandOver::HandOver(QStringList redirects, Database &database, Federation &federation, Grants &grants,
                   SignInCalls &calls, const Clock &clock)
    : m_redirects(std::move(redirects))
    , m_database(database)
    , m_federation(federation)
    , m_grants(grants)
    , m_calls(calls)
    , m_clock(clock)
{
}

void HandOver::addRoutes(HttpRouter &router, const QString &prefix)
{
    router.add("GET", prefix + handOverPath,
               [this](HttpRequest request, const QStringList &) { return begin(std::move(request)); });
    router.add("POST", prefix + handOverPath,
               [this](HttpRequest request, const QStringList &) { return take(std::move(request)); });
}

QCoro::Task<HttpResponse> HandOver::begin(HttpRequest request)
{
    const auto fields = FormFields::parse(request.url.query(QUrl::FullyEncoded).toLatin1());
    if (!fields)
        co_return oauthError(fields.error());
    if (fields->value("client_id") != nativeClientId)
        co_return oauthError(400, "invalid_client", QStringLiteral("the only client is %1").arg(nativeClientId));
    HandOverTicket ticket;
    ticket.redirect = fields->value("redirect_uri");
    ticket.challenge = fields->value("code_challenge");
    ticket.scope = isReadOnly(fields->value("scope")) ? readScope : fullScope;
    if (!m_redirects.contains(ticket.redirect))
        co_return oauthError(400, "invalid_request", QStringLiteral("redirect_uri is none that the operator listed"));
    if (fields->value("code_challenge_method") != u"S256" || !isCodeChallenge(ticket.challenge))
        co_return oauthError(400, "invalid_request", QStringLiteral("PKCE with S256 is needed"));
    if (!isScopeOfOurs(fields->value("scope")))
        co_return oauthError(400, "invalid_scope", QStringLiteral("scope is not known here"));
    if (const auto allowed = m_federation.isReady() ? Result<void>() : m_calls.ask(request); !allowed)
        co_return oauthError(allowed.error());
    auto departing = m_federation.depart(QUrl(ticket.redirect, QUrl::StrictMode), ticket.challenge);
    const auto departure = co_await departing;
    if (!departure) {
        qCWarning(lcEndpoint).noquote() << "no hand-over: the provider cannot be asked:" << departure.error().detail;
        co_return oauthError(toldOf(departure.error(), m_federation.host()));
    }
    ticket.nonce = departure->nonce;
    ticket.until = m_clock.now() + std::chrono::milliseconds(Grants::consentLife).count();
    const auto sealed = ticket.sealed(m_database.envelope());
    if (!sealed)
        co_return oauthError(sealed.error());
    co_return oauthJson(200,
                        {{QStringLiteral("login_url"), departure->address.toString(QUrl::FullyEncoded)},
                         {QStringLiteral("state"), departure->state},
                         {QStringLiteral("ticket"), *sealed},
                         {QStringLiteral("expires_in"), qint64(std::chrono::seconds(Grants::consentLife).count())}});
}

QCoro::Task<HttpResponse> HandOver::take(HttpRequest request)
{
    const auto fields = FormFields::parse(request.body);
    if (const auto fault = faultOfClient(request, fields))
        co_return *fault;
    const auto ticket = HandOverTicket::open(fields->value("ticket"), m_database.envelope(), m_clock.now());
    if (!ticket)
        co_return oauthError(400, "invalid_grant", QStringLiteral("the ticket is none of ours, or too old"));
    const Secret code(fields->value("code"));
    auto looking = m_grants.refuseReplay(code);
    if (const auto fresh = co_await looking; !fresh)
        co_return oauthError(fresh.error());
    if (const QString mismatch = mismatchOf(*ticket, *fields); !mismatch.isEmpty())
        co_return oauthError(400, "invalid_grant", mismatch);
    if (const auto allowed = m_calls.ask(request); !allowed)
        co_return oauthError(allowed.error());
    auto arriving = m_federation.arrive(code.revealText(), ticket->nonce, fields->value("code_verifier"),
                                        QUrl(ticket->redirect, QUrl::StrictMode));
    const auto arrival = co_await arriving;
    if (!arrival) {
        qCWarning(lcEndpoint).noquote() << "a hand-over failed:" << toText(arrival.error().kind)
                                        << arrival.error().detail;
        co_return oauthError(toldOf(arrival.error(), m_federation.host()));
    }
    auto granting = m_grants.takeOver(*arrival, ticket->scope, code, ticket->redirect);
    const auto issued = co_await granting;
    co_return tokensOf(issued);
}

} // namespace peerdesk
