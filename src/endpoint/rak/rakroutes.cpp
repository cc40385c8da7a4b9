// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/rak/rakroutes.h"

#include "auth/scope.h"
#include "base/logging.h"
#include "endpoint/peeringendpoint.h"
#include "endpoint/rak/rakcodec.h"
#include "http/answered.h"
#include "peeringapi/servercodec.h"

#include <QCryptographicHash>
#include <QUrlQuery>

namespace peerdesk {
namespace {

constexpr int keysAtOnce = 100;
constexpr int changesAtOnce = 1000;
constexpr int idempotencyKeyLength = 255;

HttpResponse jsonAnswer(int status, const JsonText &body)
{
    return HttpResponse(status, body.bytes(), QByteArrayLiteral("application/json"));
}

/// A program acts for holders only if its credential is for that, and then for those of its network.
Result<Identity> holdersIdentity(Identity identity, bool looks)
{
    if (identity.isMachine()) {
        if (!hasScope(identity.scopes, keyHolderScope))
            return Error(ErrorKind::Denied,
                         QStringLiteral("The credential is not for holders: scope %1 is needed").arg(keyHolderScope));
        for (NetworkRights &network : identity.networks)
            network.rights |= static_cast<std::uint32_t>(NetworkRight::Update);
    } else if (identity.readOnly && !looks) {
        return Error(ErrorKind::Denied, QStringLiteral("The token is for reading only"));
    }
    return identity;
}

/// The name by which a third party is known here, whichever of its credentials it shows.
Result<QString> verifierOf(const Identity &identity)
{
    if (!identity.isMachine() || !hasScope(identity.scopes, keyVerifierScope) || identity.networks.isEmpty())
        return Error(ErrorKind::Denied,
                     QStringLiteral("Checking keys needs a credential of scope %1").arg(keyVerifierScope));
    return Asn(identity.networks.first().asn).toString();
}

/// A number of a query; `fallback` if it is not there. Invalid below `least`; above `most` it is that.
Result<qint64> numberIn(const QUrlQuery &query, const QString &name, qint64 fallback, qint64 most)
{
    if (!query.hasQueryItem(name))
        return fallback;
    bool isNumber = false;
    const qint64 number = query.queryItemValue(name).toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return Error(ErrorKind::Invalid, QStringLiteral("%1 is a number").arg(name),
                     {{name, {QStringLiteral("a number from 0 on")}, {}}});
    return std::min(number, most);
}

QByteArray etagOf(const VerifiedKey &verified)
{
    // With the statement, which is made anew at half its life: "not modified" must not keep it from being fetched.
    const QByteArray hash = QCryptographicHash::hash(verified.statement, QCryptographicHash::Sha256).toHex();
    return '"' + QByteArray::number(verified.terms.serial.number()) + '.' + hash.left(16) + '"';
}

} // namespace

RakRoutes::RakRoutes(Issuer &issuer, PeeringEndpoint &endpoint, const Clock &clock)
    : m_issuer(issuer)
    , m_endpoint(endpoint)
    , m_clock(clock)
{
}

void RakRoutes::addTo(HttpRouter &router, const QString &prefix)
{
    const QString base = prefix + QStringLiteral("/rak/v1");
    const QString key = base + QStringLiteral("/keys/{ref}");
    router.add("POST", base + QStringLiteral("/keys"), forHolders(&RakRoutes::issue));
    router.add("GET", base + QStringLiteral("/keys"), forHolders(&RakRoutes::list));
    router.add("GET", key, forHolders(&RakRoutes::show));
    router.add("POST", key + QStringLiteral("/renew"), forHolders(&RakRoutes::renew));
    router.add("POST", key + QStringLiteral("/revoke"), forHolders(&RakRoutes::revoke));
    router.add("GET", key + QStringLiteral("/roas"), forHolders(&RakRoutes::roas));
    router.add("GET", base + QStringLiteral("/resources"), forHolders(&RakRoutes::resources));
    router.add("POST", base + QStringLiteral("/verify"), forVerifiers(&RakRoutes::verify));
    router.add("GET", base + QStringLiteral("/status/{ref}"), forVerifiers(&RakRoutes::status));
    router.add("GET", base + QStringLiteral("/changes"), forVerifiers(&RakRoutes::changes));
}

HttpRouter::Route RakRoutes::forHolders(HolderStep step)
{
    return [this, step](HttpRequest request, QStringList arguments) {
        return asHolder(std::move(request), std::move(arguments), step);
    };
}

HttpRouter::Route RakRoutes::forVerifiers(VerifierStep step)
{
    return [this, step](HttpRequest request, QStringList arguments) {
        return asVerifier(std::move(request), std::move(arguments), step);
    };
}

QCoro::Task<HttpResponse> RakRoutes::asHolder(HttpRequest request, QStringList arguments, HolderStep step)
{
    Visit visit{std::move(request), std::move(arguments)};
    auto asking = m_endpoint.whoAsks(visit.request);
    const auto asker = co_await asking;
    if (!asker)
        co_return refuse(asker.error(), visit.id);
    const bool looks = visit.request.method == "GET" || visit.request.method == "HEAD";
    const auto identity = holdersIdentity(*asker, looks);
    if (!identity)
        co_return refuse(identity.error(), visit.id);
    auto recognising = m_issuer.applicant(*identity);
    const auto who = co_await recognising;
    if (!who)
        co_return refuse(who.error(), visit.id);
    auto task = (this->*step)(std::move(visit), *who);
    co_return co_await task;
}

/// Who asked a moment ago is not looked up before the key is: both are one trip to the database.
QCoro::Task<HttpResponse> RakRoutes::asVerifier(HttpRequest request, QStringList arguments, VerifierStep step)
{
    Visit visit{std::move(request), std::move(arguments)};
    CredentialCheck check;
    if (const auto machine = m_endpoint.machineLately(visit.request, check))
        return letIn(std::move(visit), *machine, check, step);
    return verifierFirst(std::move(visit), step);
}

QCoro::Task<HttpResponse> RakRoutes::verifierFirst(Visit visit, VerifierStep step)
{
    auto asking = m_endpoint.whoAsks(visit.request);
    const auto asker = co_await asking;
    if (!asker)
        co_return refuse(asker.error(), visit.id);
    auto task = letIn(std::move(visit), *asker, {}, step);
    co_return co_await task;
}

QCoro::Task<HttpResponse> RakRoutes::letIn(Visit visit, const Identity &identity, const CredentialCheck &check,
                                           VerifierStep step)
{
    const auto name = verifierOf(identity);
    return name ? (this->*step)(std::move(visit), Verifier(*name, check)) : answered(refuse(name.error(), visit.id));
}

QCoro::Task<HttpResponse> RakRoutes::issue(Visit visit, Applicant who)
{
    const auto wish = decodeKeyWish(visit.request.body);
    if (!wish)
        co_return refuse(wish.error(), visit.id);
    const QByteArray once = visit.request.headers.value("Idempotency-Key");
    if (once.size() > idempotencyKeyLength)
        co_return refuse(Error(ErrorKind::Invalid, QStringLiteral("The Idempotency-Key is too long")), visit.id);
    auto issuing = m_issuer.issue(who, *wish, QString::fromUtf8(once));
    const auto issued = co_await issuing;
    if (!issued)
        co_return refuse(issued.error(), visit.id);
    HttpResponse response = jsonAnswer(201, encodeIssued(*issued, m_clock.now()));
    response.headers.append("Location", visit.request.url.path().toUtf8() + '/'
                                            + issued->record.terms.reference.toString().toLatin1());
    co_return response;
}

QCoro::Task<HttpResponse> RakRoutes::list(Visit visit, Applicant who)
{
    const QUrlQuery query(visit.request.url);
    const auto limit = numberIn(query, QStringLiteral("limit"), keysAtOnce, keysAtOnce);
    if (!limit)
        co_return refuse(limit.error(), visit.id);
    std::optional<KeyReference> after;
    if (query.hasQueryItem(QStringLiteral("after"))) {
        const auto reference = KeyReference::parse(query.queryItemValue(QStringLiteral("after")));
        if (!reference)
            co_return refuse(reference.error(), visit.id);
        after = *reference;
    }
    auto listing = m_issuer.keys(who, after, static_cast<int>(*limit));
    const auto listed = co_await listing;
    if (!listed)
        co_return refuse(listed.error(), visit.id);
    QList<JsonText> keys;
    for (const KeyRecord &record : listed->keys)
        keys.append(encodeKey(record, m_clock.now()));
    JsonText body;
    body.add("keys", keys);
    if (listed->more && !listed->keys.isEmpty())
        body.add("next", listed->keys.last().terms.reference.toString());
    else
        body.add("next", nullptr);
    co_return jsonAnswer(200, body);
}

QCoro::Task<HttpResponse> RakRoutes::show(Visit visit, Applicant who)
{
    const auto reference = KeyReference::parse(visit.arguments.first());
    if (!reference)
        co_return refuse(reference.error(), visit.id);
    auto looking = m_issuer.key(who, *reference);
    const auto record = co_await looking;
    co_return record ? keyAnswer(*record) : refuse(record.error(), visit.id);
}

/// With a statement: a holder may hand it on, for it holds no secret.
HttpResponse RakRoutes::keyAnswer(const KeyRecord &record)
{
    JsonText body = encodeKey(record, m_clock.now());
    if (const auto statement = m_issuer.statement(record))
        body.add("statement", QString::fromLatin1(*statement));
    return jsonAnswer(200, body);
}

QCoro::Task<HttpResponse> RakRoutes::renew(Visit visit, Applicant who)
{
    const auto reference = KeyReference::parse(visit.arguments.first());
    if (!reference)
        co_return refuse(reference.error(), visit.id);
    const auto wish = decodeRenewal(visit.request.body);
    if (!wish)
        co_return refuse(wish.error(), visit.id);
    auto renewing = m_issuer.renew(who, *reference, wish->expires, wish->renews);
    const auto record = co_await renewing;
    co_return record ? keyAnswer(*record) : refuse(record.error(), visit.id);
}

QCoro::Task<HttpResponse> RakRoutes::revoke(Visit visit, Applicant who)
{
    const auto reference = KeyReference::parse(visit.arguments.first());
    if (!reference)
        co_return refuse(reference.error(), visit.id);
    const auto reason = decodeReason(visit.request.body);
    if (!reason)
        co_return refuse(reason.error(), visit.id);
    auto revoking = m_issuer.revoke(who, *reference, *reason);
    const auto record = co_await revoking;
    co_return record ? keyAnswer(*record) : refuse(record.error(), visit.id);
}

QCoro::Task<HttpResponse> RakRoutes::roas(Visit visit, Applicant who)
{
    const auto reference = KeyReference::parse(visit.arguments.first());
    if (!reference)
        co_return refuse(reference.error(), visit.id);
    auto looking = m_issuer.key(who, *reference);
    const auto record = co_await looking;
    if (!record)
        co_return refuse(record.error(), visit.id);
    const KeyStatus status = record->terms.status(m_clock.now());
    if (status != KeyStatus::Valid && status != KeyStatus::NotYetValid)
        co_return refuse(Error(ErrorKind::Conflict, QStringLiteral("The key is %1").arg(toText(status))), visit.id);
    co_return jsonAnswer(200, encodeRoas(record->terms));
}

QCoro::Task<HttpResponse> RakRoutes::resources(Visit visit, Applicant who)
{
    auto looking = m_issuer.resources(who);
    const auto held = co_await looking;
    if (!held)
        co_return refuse(held.error(), visit.id);
    QStringList ranges;
    for (const AddressRange &range : held->ranges())
        ranges.append(range.toString());
    co_return jsonAnswer(200, JsonText().add("prefixes", ranges).add("holders", who.holders));
}

QCoro::Task<HttpResponse> RakRoutes::verify(Visit visit, Verifier verifier)
{
    const auto asked = decodeVerifyWish(visit.request.body);
    if (!asked)
        co_return refuse(asked.error(), visit.id);
    auto verifying = m_issuer.verify(verifier, asked->key);
    const auto verified = co_await verifying;
    if (!verified)
        co_return refuse(verified.error(), visit.id);
    co_return jsonAnswer(200, encodeMatches(*verified, *asked, m_clock.now()));
}

QCoro::Task<HttpResponse> RakRoutes::status(Visit visit, Verifier verifier)
{
    const auto reference = KeyReference::parse(visit.arguments.first());
    if (!reference)
        co_return refuse(reference.error(), visit.id);
    auto asking = m_issuer.status(verifier, *reference);
    const auto verified = co_await asking;
    if (!verified)
        co_return refuse(verified.error(), visit.id);
    const QByteArray tag = etagOf(*verified);
    const bool unchanged = visit.request.headers.value("If-None-Match").trimmed() == tag;
    HttpResponse response = unchanged ? HttpResponse(304) : jsonAnswer(200, encodeVerified(*verified));
    response.headers.append("ETag", tag);
    co_return response;
}

QCoro::Task<HttpResponse> RakRoutes::changes(Visit visit, Verifier verifier)
{
    const QUrlQuery query(visit.request.url);
    const auto since = numberIn(query, QStringLiteral("since"), 0, 1LL << 53);
    const auto limit = numberIn(query, QStringLiteral("limit"), changesAtOnce, changesAtOnce);
    if (!since || !limit || *limit == 0)
        co_return refuse(!since  ? since.error()
                         : limit ? Error(ErrorKind::Invalid, QStringLiteral("limit is 1 or more"))
                                 : limit.error(),
                         visit.id);
    auto asking = m_issuer.changes(verifier, *since, static_cast<int>(*limit));
    const auto changes = co_await asking;
    if (!changes)
        co_return refuse(changes.error(), visit.id);
    if (!changes->known)
        co_return refuseAs(410,
                           Error(ErrorKind::NotFound,
                                 QStringLiteral("The journal does not reach from there: ask for the status of every "
                                                "key, then go on from %1")
                                     .arg(changes->next)),
                           visit.id, {{QStringLiteral("next"), changes->next}});
    co_return jsonAnswer(200, encodeChanges(*changes));
}

HttpResponse RakRoutes::refuse(const Error &error, const QString &id) const
{
    return refuseAs(httpStatusOf(error.kind), error, id);
}

HttpResponse RakRoutes::refuseAs(int status, const Error &error, const QString &id, const QJsonObject &members) const
{
    Error told = error;
    if (error.kind == ErrorKind::Storage || error.kind == ErrorKind::Internal) {
        // Paths and statements are for our log, not for strangers.
        qCWarning(lcEndpoint).noquote() << id << toText(error.kind) << error.detail;
        told.detail = QStringLiteral("The registry has a problem of its own");
        told.fields.clear();
    }
    HttpResponse response(status, encodeProblem(status, told, id, members),
                          QByteArrayLiteral("application/problem+json"));
    if (error.kind == ErrorKind::Unauthenticated)
        response.headers.append("WWW-Authenticate", m_endpoint.challenge());
    if (const auto wait = retryAfterOf(error))
        response.headers.append("Retry-After", QByteArray::number(qint64(wait->count())));
    return response;
}

} // namespace peerdesk
