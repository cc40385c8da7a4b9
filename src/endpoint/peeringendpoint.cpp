// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/peeringendpoint.h"

#include "auth/randomword.h"
#include "auth/scope.h"
#include "auth/wellknown.h"
#include "base/id.h"
#include "base/logging.h"
#include "base/logline.h"
#include "endpoint/clientaddress.h"
#include "http/answered.h"
#include "peeringapi/listquery.h"
#include "peeringapi/servercodec.h"
#include "workflow/inbound/reception.h"

#include <QFile>
#include <QUrlQuery>

#include <cmath>

namespace peerdesk {
namespace {

const QByteArray requestIdField = QByteArrayLiteral("X-Request-Id");
const QByteArray jsonType = QByteArrayLiteral("application/json");

HttpResponse json(int status, const QByteArray &body)
{
    return HttpResponse(status, body, jsonType);
}

QByteArray openApiDocument()
{
    QFile file(QStringLiteral(":/endpoint/openapi.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// RFC 6750 section 2.1. The scheme has no case (RFC 9110 section 11.1).
Secret bearerOf(const HttpRequest &request)
{
    const QByteArray field = request.headers.value("Authorization").trimmed();
    const QByteArrayView scheme("bearer ");
    if (request.headers.count("Authorization") != 1
        || QByteArrayView(field).first(std::min(field.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return Secret(field.sliced(scheme.size()).trimmed());
}

/// RFC 7240 section 4.2: "representation", "minimal", or empty for neither.
QByteArray preferredReturn(const HttpRequest &request)
{
    const QList<QByteArray> preferences = request.headers.value("Prefer").toLower().split(',');
    for (const QByteArray &preference : preferences) {
        for (const char *wanted : {"representation", "minimal"}) {
            if (preference.trimmed() == QByteArray("return=") + wanted)
                return wanted;
        }
    }
    return {};
}

std::shared_ptr<Admission> admissionOf(const HttpRequest &request)
{
    return std::static_pointer_cast<Admission>(request.admission);
}

bool isJson(const HttpRequest &request)
{
    const QByteArray type = request.headers.value("Content-Type").split(';').first().trimmed().toLower();
    return type.isEmpty() || type == jsonType;
}

/// Of a machine, whose credential may be for other things than sessions, the networks whose sessions it may change.
Caller callerOf(const Identity &counted)
{
    Caller caller;
    caller.who = counted.toString();
    caller.address = counted.email;
    for (const NetworkRights &network : counted.networks) {
        if (network.may(NetworkRight::Update))
            caller.networks.insert(Asn(network.asn));
    }
    return caller;
}

Error unknownToCaller()
{
    return Error(ErrorKind::NotFound, QStringLiteral("There is no such session"));
}

QString pathOf(const QUrl &publicUrl)
{
    QString path = publicUrl.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

PeeringEndpoint::PeeringEndpoint(const EndpointConfig &config, const QUrl &publicUrl, Reception &reception,
                                 TokenVerifier &verifier, const Clock &clock)
    : m_challenge("Bearer realm=\"peering\", resource_metadata=\"" + wellKnown(publicUrl, resourceMetadata).toEncoded()
                  + '"')
    , m_prefix(pathOf(publicUrl))
    , m_reception(reception)
    , m_verifier(verifier)
    , m_clock(clock)
    , m_door(config.door, clock)
{
    apply(config);
    addRoutes();
}

void PeeringEndpoint::apply(const EndpointConfig &config)
{
    m_profile = config.profile;
    m_contact = config.contact;
    m_rights = config.signIn.rights;
    m_trustedProxies = config.trustedProxies;
    m_door.setLimits(config.door);
}

void PeeringEndpoint::addRoutes()
{
    m_router.add("GET", m_prefix + QStringLiteral("/locations"), signedIn(&PeeringEndpoint::listLocations));
    m_router.add("POST", m_prefix + QStringLiteral("/sessions"), signedIn(&PeeringEndpoint::createSessions));
    m_router.add("GET", m_prefix + QStringLiteral("/sessions"), signedIn(&PeeringEndpoint::listSessions));
    m_router.add("GET", m_prefix + QStringLiteral("/sessions/{id}"), signedIn(&PeeringEndpoint::showSession));
    m_router.add("DELETE", m_prefix + QStringLiteral("/sessions/{id}"), signedIn(&PeeringEndpoint::deleteSession));
    m_router.add("DELETE", m_prefix + QStringLiteral("/sessions"), signedIn(&PeeringEndpoint::deleteSessions));
    m_router.add("GET", m_prefix + QStringLiteral("/list_locations"), signedInEarly(&PeeringEndpoint::listLocations));
    m_router.add("POST", m_prefix + QStringLiteral("/add_sessions"), signedInEarly(&PeeringEndpoint::createSessions));
    m_router.add("GET", m_prefix + QStringLiteral("/get_status"), signedInEarly(&PeeringEndpoint::listSessions));
    const HttpResponse document(200, openApiDocument(), "application/yaml");
    m_router.add("GET", m_prefix + QStringLiteral("/openapi.yaml"),
                 [document](HttpRequest, QStringList) { return answered(document); });
}

HttpRouter::Route PeeringEndpoint::signedIn(Step step)
{
    return [this, step](HttpRequest request, QStringList arguments) {
        return admit(std::move(request), std::move(arguments), step);
    };
}

HttpRouter::Route PeeringEndpoint::signedInEarly(Step step)
{
    return [this, step](HttpRequest request, QStringList arguments) {
        return admitEarly(std::move(request), std::move(arguments), step);
    };
}

std::optional<HttpResponse> PeeringEndpoint::screen(HttpRequest &head)
{
    const QString id = newId(m_clock.now());
    const qint64 bytes = head.headers.value("Content-Length").toLongLong();
    const auto admission = m_door.enter(id, clientAddress(head, m_trustedProxies), bearerOf(head), bytes);
    if (admission) {
        head.admission = *admission;
        return std::nullopt;
    }
    HttpResponse response = refuse(admission.error(), id);
    response.headers.set(requestIdField, id.toLatin1());
    logFacts(lcEndpoint(), QStringLiteral("turned away"),
             {{"request", id},
              {"client", clientAddress(head, m_trustedProxies)},
              {"status", response.status},
              {"why", admission.error().detail}});
    return response;
}

QCoro::Task<HttpResponse> PeeringEndpoint::answer(HttpRequest request)
{
    if (!request.admission) {
        if (const auto turnedAway = screen(request))
            co_return *turnedAway;
    }
    const auto admission = admissionOf(request);
    m_door.settle(*admission, request.body.size());
    const QString id = admission->id;
    const HttpRouter::Match match = m_router.match(request.method, request.url);
    Traffic::Kind kind{match.route ? request.method : "other", match.route ? match.pattern : QStringLiteral("none"), 0};

    HttpResponse response;
    if (match.route) {
        auto task = (*match.route)(std::move(request), match.arguments);
        response = co_await task;
    } else if (!match.allowed.isEmpty()) {
        response =
            refuseAs(405, Error(ErrorKind::Invalid, QStringLiteral("This resource does not know the method")), id);
        response.headers.append("Allow", match.allowed);
    } else {
        response = refuse(Error(ErrorKind::NotFound, QStringLiteral("There is no such resource")), id);
    }
    response.headers.set(requestIdField, id.toLatin1());
    response.headers.append(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    kind.status = response.status;
    account(*admission, kind);
    co_return response;
}

/// The route and not the address: what stands in a path or a query may be a code, and is not for the log.
void PeeringEndpoint::account(const Admission &admission, const Traffic::Kind &kind)
{
    const std::chrono::nanoseconds took(admission.since.nsecsElapsed());
    m_traffic.count(kind, took);
    LogFacts facts{{"request", admission.id},
                   {"client", admission.address},
                   {"method", QString::fromLatin1(kind.method)},
                   {"route", kind.route},
                   {"status", kind.status},
                   {"duration_ms", std::round(static_cast<double>(took.count()) / 1e4) / 100}};
    if (admission.account && admission.account->network.isValid())
        facts.append({"asn", qint64(admission.account->network.number())});
    logFacts(lcEndpoint(), QStringLiteral("answered"), facts);
}

/// A coroutine only for those whose token has to be looked at.
QCoro::Task<HttpResponse> PeeringEndpoint::admit(HttpRequest request, QStringList arguments, Step step)
{
    Visit visit;
    visit.admission = admissionOf(request);
    visit.id = visit.admission->id;
    visit.request = std::move(request);
    visit.arguments = std::move(arguments);
    if (const auto known = m_verifier.known(visit.admission->token))
        return letIn(std::move(visit), *known, step);
    return verifyFirst(std::move(visit), step);
}

QCoro::Task<HttpResponse> PeeringEndpoint::verifyFirst(Visit visit, Step step)
{
    auto verifying = m_verifier.verify(visit.admission->token);
    const auto verified = co_await verifying;
    auto task = letIn(std::move(visit), verified, step);
    co_return co_await task;
}

QCoro::Task<HttpResponse> PeeringEndpoint::letIn(Visit visit, const Result<Identity> &verified, Step step)
{
    const auto caller = identify(visit, counted(verified));
    return caller ? (this->*step)(std::move(visit), *caller) : answered(refuse(caller.error(), visit.id));
}

/// The same under the names of the drafts before 03.
QCoro::Task<HttpResponse> PeeringEndpoint::admitEarly(HttpRequest request, QStringList arguments, Step step)
{
    const QString id = admissionOf(request)->id;
    auto task = admit(std::move(request), std::move(arguments), step);
    HttpResponse response = co_await task;
    response.body = withEarlyNames(response.body, id);
    co_return response;
}

/// Whoever presents the token, with the networks that count here.
Result<Identity> PeeringEndpoint::counted(const Result<Identity> &verified) const
{
    // A token that its issuer gave for something else is not one for this (RFC 9068 section 5, RFC 6750 section 3.1).
    if (verified && !verified->isMachine() && !isForSessions(verified->scopes))
        return Error(ErrorKind::Denied,
                     QStringLiteral("The token is for something else; scope %1 is needed").arg(fullScope));
    return verified ? Result<Identity>(m_rights.counted(*verified)) : verified;
}

Result<Caller> PeeringEndpoint::identify(const Visit &visit, const Result<Identity> &identity)
{
    if (!identity)
        return identity.error();
    const bool looks = visit.request.method == "GET" || visit.request.method == "HEAD";
    if (identity->readOnly && !looks)
        return Error(ErrorKind::Denied,
                     QStringLiteral("The token is for reading only; scope %1 is needed").arg(fullScope));
    const Caller caller = callerOf(*identity);
    if (caller.networks.isEmpty())
        return Error(ErrorKind::Denied, QStringLiteral("The token carries the update right for no network"));
    const Asn only = caller.networks.size() == 1 ? *caller.networks.begin() : Asn();
    if (const auto recognised = m_door.recognise(*visit.admission, *identity, only); !recognised)
        return recognised.error();
    return caller;
}

Result<void> PeeringEndpoint::charge(const Visit &visit, const Caller &caller, std::optional<Asn> named)
{
    const bool isOne = named && caller.networks.contains(*named);
    return m_door.chargeTo(*visit.admission, isOne ? QList<Asn>{*named} : caller.networks.values());
}

QCoro::Task<Result<Identity>> PeeringEndpoint::whoAsks(HttpRequest request)
{
    const auto admission = admissionOf(request);
    auto verifying = m_verifier.verify(admission->token);
    const auto identity = counted(co_await verifying);
    if (!identity)
        co_return identity.error();
    const Asn network = identity->networks.isEmpty() ? Asn() : Asn(identity->networks.first().asn);
    if (const auto recognised = m_door.recognise(*admission, *identity, network); !recognised)
        co_return recognised.error();
    co_return *identity;
}

std::optional<Identity> PeeringEndpoint::machineLately(const HttpRequest &request, CredentialCheck &check) const
{
    const auto admission = admissionOf(request);
    const auto machine = m_verifier.machineLately(admission->token);
    if (!machine || !admission->account) // not charged to it yet
        return std::nullopt;
    check = CredentialCheck(wordHash(admission->token), m_clock.now());
    return m_rights.counted(*machine);
}

Membership PeeringEndpoint::membershipOf(const Caller &caller) const
{
    return {caller.networks, m_reception.networks(), Dialect::Orientation::Requestor};
}

QCoro::Task<HttpResponse> PeeringEndpoint::listLocations(Visit visit, Caller caller)
{
    const auto query = decodeListQuery(QUrlQuery(visit.request.url));
    if (!query)
        co_return refuse(query.error(), visit.id);
    if (const auto charged = charge(visit, caller, query->asn); !charged)
        co_return refuse(charged.error(), visit.id);
    const auto page = m_reception.locations(*query, caller);
    if (!page)
        co_return refuse(page.error(), visit.id);
    co_return json(200, encodeLocationPage(page->items, page->nextToken));
}

QCoro::Task<HttpResponse> PeeringEndpoint::createSessions(Visit visit, Caller caller)
{
    if (!isJson(visit.request))
        co_return refuseAs(415, Error(ErrorKind::Invalid, QStringLiteral("The request must be application/json")),
                           visit.id);
    const auto incoming = decodeCreateRequest(visit.request.body, membershipOf(caller));
    if (!incoming)
        co_return refuse(incoming.error(), visit.id);
    const QList<SessionProposal> &proposals = incoming->request.proposals;
    const Asn initiator = proposals.first().initiator;
    if (const auto charged = charge(visit, caller, initiator); !charged)
        co_return refuse(charged.error(), visit.id);
    if (const auto asked = m_door.askFor(*visit.admission, proposals.size(), {initiator}); !asked)
        co_return refuse(asked.error(), visit.id);
    auto task = m_reception.receive(*incoming, caller);
    const auto verdict = co_await task;
    if (!verdict)
        co_return refuse(verdict.error(), visit.id);
    co_return answerToBatch(*verdict, incoming->dialect.orientation, visit.id);
}

HttpResponse PeeringEndpoint::answerToBatch(const BatchVerdict &verdict, Dialect::Orientation orientation,
                                            const QString &id) const
{
    const bool isAsAsked = verdict.rejected.isEmpty() && verdict.offered.isEmpty();
    if (m_profile == EndpointConfig::Profile::OpenApi || isAsAsked)
        return json(200, encodeCreateAnswer(verdict, orientation));
    if (verdict.accepted.isEmpty())
        return refuse(Error(ErrorKind::Denied, QStringLiteral("Every session was rejected"), verdict.rejected), id);
    return json(300, encodeCreateAnswer(verdict, orientation));
}

QCoro::Task<HttpResponse> PeeringEndpoint::listSessions(Visit visit, Caller caller)
{
    const auto query = decodeListQuery(QUrlQuery(visit.request.url));
    if (!query)
        co_return refuse(query.error(), visit.id);
    if (const auto charged = charge(visit, caller, query->asn); !charged)
        co_return refuse(charged.error(), visit.id);
    auto task = m_reception.sessions(*query, caller);
    const auto page = co_await task;
    if (!page)
        co_return refuse(page.error(), visit.id);
    co_return json(200, encodeSessionPage(page->items, page->nextToken));
}

QCoro::Task<HttpResponse> PeeringEndpoint::showSession(Visit visit, Caller caller)
{
    if (const auto charged = charge(visit, caller); !charged)
        co_return refuse(charged.error(), visit.id);
    auto reading = m_reception.session(visit.arguments.first(), caller, encodeSession);
    const auto session = co_await reading;
    if (!session)
        co_return refuse(session.error(), visit.id);
    co_return json(200, *session);
}

QCoro::Task<HttpResponse> PeeringEndpoint::deleteSession(Visit visit, Caller caller)
{
    if (const auto charged = charge(visit, caller); !charged)
        co_return refuse(charged.error(), visit.id);
    const QStringList only{visit.arguments.first()};
    auto task = m_reception.withdraw(only, caller);
    const auto gone = co_await task;
    if (!gone)
        co_return refuse(gone.error(), visit.id);
    if (!gone->first())
        co_return refuse(unknownToCaller(), visit.id);
    const QByteArray preferred = preferredReturn(visit.request);
    const bool shows =
        preferred.isEmpty() ? m_profile == EndpointConfig::Profile::OpenApi : preferred == "representation";
    HttpResponse response = shows ? json(200, encodeSession(*gone->first())) : HttpResponse(204);
    if (!preferred.isEmpty())
        response.headers.append("Preference-Applied", "return=" + preferred);
    co_return response;
}

QCoro::Task<HttpResponse> PeeringEndpoint::deleteSessions(Visit visit, Caller caller)
{
    const auto ids = decodeSessionReferences(visit.request.body);
    if (!ids)
        co_return refuse(ids.error(), visit.id);
    if (const auto charged = charge(visit, caller); !charged)
        co_return refuse(charged.error(), visit.id);
    if (const auto asked = m_door.askFor(*visit.admission, ids->size(), caller.networks.values()); !asked)
        co_return refuse(asked.error(), visit.id);
    auto task = m_reception.withdraw(*ids, caller);
    const auto gone = co_await task;
    if (!gone)
        co_return refuse(gone.error(), visit.id);
    QList<Session> sessions;
    QList<FieldError> errors;
    for (qsizetype i = 0; i < gone->size(); ++i) {
        if (gone->at(i))
            sessions.append(*gone->at(i));
        else
            errors.append({QStringLiteral("sessions[%1]").arg(i), {unknownToCaller().detail}, {}});
    }
    co_return json(200, encodeDeleteAnswer(sessions, errors));
}

HttpResponse PeeringEndpoint::refuse(const Error &error, const QString &id) const
{
    return refuseAs(httpStatusOf(error.kind), error, id);
}

HttpResponse PeeringEndpoint::refuseAs(int status, const Error &error, const QString &id) const
{
    Error told = error;
    if (error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal) {
        // Paths and statements are for our log, not for strangers.
        qCWarning(lcEndpoint).noquote() << id << toText(error.kind) << error.detail;
        told.detail = QStringLiteral("The endpoint has a problem of its own");
        told.fields.clear();
    }
    HttpResponse response = json(status, encodeError(told, m_contact, id));
    if (error.kind == ErrorKind::Unauthenticated)
        response.headers.append("WWW-Authenticate", m_challenge); // RFC 9728 section 5.1
    if (const auto wait = retryAfterOf(error))
        response.headers.append("Retry-After", QByteArray::number(qint64(wait->count())));
    return response;
}

HttpResponse PeeringEndpoint::refusal(int status, const QString &reason) const
{
    const QString id = newId(m_clock.now());
    HttpResponse response = refuseAs(status, Error(errorKindOfStatus(status), reason), id);
    response.headers.append(requestIdField, id.toLatin1());
    logFacts(lcEndpoint(), QStringLiteral("refused"), {{"request", id}, {"status", status}, {"why", reason}});
    return response;
}

} // namespace peerdesk
