// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/issuerapi.h"

#include "peeringapi/baseurl.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace peerdesk {
namespace {

struct IssuerApiWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::IssuerApi)
};

constexpr int maxKeyPages = 1000;

QStringList issuerPath(const QStringList &rest)
{
    return QStringList{QStringLiteral("rak"), QStringLiteral("v1")} + rest;
}

Error unlikeAnIssuer(const QString &member)
{
    return Error(ErrorKind::Protocol, IssuerApiWords::tr("“%1” is missing or cannot be read").arg(member));
}

Result<KeyTerms> termsIn(const QJsonObject &json)
{
    KeyTerms terms;
    const auto reference = KeyReference::parse(json[u"ref"].toString());
    if (!reference)
        return unlikeAnIssuer(QStringLiteral("ref"));
    terms.reference = *reference;
    terms.origin = Asn(static_cast<std::uint32_t>(json[u"asn"].toInteger()));
    if (!terms.origin.isValid())
        return unlikeAnIssuer(QStringLiteral("asn"));
    const auto prefixes = PrefixSet::fromJson(json[u"prefixes"]);
    if (!prefixes)
        return unlikeAnIssuer(QStringLiteral("prefixes"));
    terms.prefixes = *prefixes;
    terms.expires = fromRfc3339(json[u"expires"].toString());
    if (terms.expires == 0)
        return unlikeAnIssuer(QStringLiteral("expires"));
    terms.notBefore = fromRfc3339(json[u"not_before"].toString());
    terms.serial = Serial(static_cast<std::uint32_t>(json[u"serial"].toInteger()));
    const auto status = keyStatusOf(json[u"status"].toString());
    if (!status)
        return unlikeAnIssuer(QStringLiteral("status"));
    if (*status == KeyStatus::Revoked)
        terms.state = KeyState::Revoked;
    else if (*status == KeyStatus::Withdrawn)
        terms.state = KeyState::Withdrawn;
    return terms;
}

Result<HeldKey> heldKeyIn(const QJsonObject &json)
{
    const auto terms = termsIn(json);
    if (!terms)
        return terms.error();
    HeldKey key;
    key.terms = *terms;
    key.label = json[u"label"].toString();
    key.holder = json[u"holder"].toString();
    key.audience = json[u"audience"].toString();
    key.renews = json[u"auto_renew"].toBool();
    key.notify = json[u"notify"].toVariant().toStringList();
    key.lastUsed = fromRfc3339(json[u"last_used"].toString());
    key.statement = json[u"statement"].toString().toLatin1();
    return key;
}

Result<VouchedKey> vouchedKeyIn(const QJsonObject &json)
{
    const auto terms = termsIn(json);
    if (!terms)
        return terms.error();
    return VouchedKey{*terms, json[u"statement"].toString().toLatin1()};
}

/// In whole seconds: an issuer keeps no finer ones.
QString expiryText(UtcMs expires)
{
    return toRfc3339(expires);
}

QCoro::Task<Result<Secret>> verifierToken(TokenSource tokens, QUrl own, QUrl issuer)
{
    auto asking = tokens(own);
    const auto token = co_await asking;
    if (token)
        co_return token;
    auto askingToo = tokens(issuer);
    co_return co_await askingToo;
}

} // namespace

IssuerApi::IssuerApi(HttpClient &http, const Clock &clock, TokenSource tokens)
    : m_interface(http, clock, tokens)
    , m_checking(http, clock,
                 [tokens](QUrl issuer) { return verifierToken(tokens, IssuerApi::verifierPlace(issuer), issuer); })
{
}

QUrl IssuerApi::verifierPlace(const QUrl &issuer)
{
    return resourceUrl(issuer, issuerPath({QStringLiteral("verify")}));
}

QUrl IssuerApi::keySet(const QUrl &issuer)
{
    return resourceUrl(issuer, issuerPath({QStringLiteral("jwks.json")}));
}

QCoro::Task<Result<QList<HeldKey>>> IssuerApi::keys(QUrl issuer) const
{
    QList<HeldKey> all;
    JsonCall call("GET", issuerPath({QStringLiteral("keys")}));
    for (int page = 0; page < maxKeyPages; ++page) {
        auto calling = m_interface.call(issuer, call);
        const auto answer = co_await calling;
        if (!answer)
            co_return answer.error();
        const QJsonArray listed = answer->value(u"keys").toArray();
        for (const QJsonValue &entry : listed) {
            const auto key = heldKeyIn(entry.toObject());
            if (!key)
                co_return key.error();
            all.append(*key);
        }
        const QString next = answer->value(u"next").toString();
        if (next.isEmpty() || listed.isEmpty())
            co_return all;
        call.query = {{QStringLiteral("after"), next}};
    }
    co_return Error(ErrorKind::Protocol, IssuerApiWords::tr("The list never ends"));
}

QCoro::Task<Result<HeldKey>> IssuerApi::key(QUrl issuer, QString reference) const
{
    const JsonCall call("GET", issuerPath({QStringLiteral("keys"), reference}));
    auto calling = m_interface.call(issuer, call);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return heldKeyIn(*answer);
}

QCoro::Task<Result<QJsonArray>> IssuerApi::roas(QUrl issuer, QString reference) const
{
    const JsonCall call("GET", issuerPath({QStringLiteral("keys"), reference, QStringLiteral("roas")}));
    auto calling = m_interface.call(issuer, call);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    const QJsonValue listed = answer->value(u"roas");
    if (!listed.isArray())
        co_return unlikeAnIssuer(QStringLiteral("roas"));
    co_return listed.toArray();
}

QCoro::Task<Result<AddressSpace>> IssuerApi::resources(QUrl issuer) const
{
    const JsonCall call("GET", issuerPath({QStringLiteral("resources")}));
    auto calling = m_interface.call(issuer, call);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    QList<AddressRange> ranges;
    const QJsonArray listed = answer->value(u"prefixes").toArray();
    for (const QJsonValue &entry : listed) {
        const auto range = AddressRange::parse(entry.toString());
        if (!range)
            co_return unlikeAnIssuer(QStringLiteral("prefixes"));
        ranges.append(*range);
    }
    co_return AddressSpace(ranges);
}

QCoro::Task<Result<FreshKey>> IssuerApi::issue(QUrl issuer, KeyForm form) const
{
    const auto prefixes = PrefixSet::make(prefixLines(form.prefixes));
    const auto origin = Asn::parse(form.origin);
    if (!prefixes || !origin)
        co_return prefixes ? Error(ErrorKind::Invalid) : prefixes.error();
    JsonCall call("POST", issuerPath({QStringLiteral("keys")}));
    call.idempotencyKey = form.id.toLatin1();
    call.body = {{QStringLiteral("asn"), qint64(origin->number())},
                 {QStringLiteral("prefixes"), prefixes->toJson()},
                 {QStringLiteral("expires"), expiryText(form.expires)},
                 {QStringLiteral("label"), form.label}};
    if (!form.audience.isEmpty())
        call.body.insert(QStringLiteral("audience"), form.audience);
    if (form.renews)
        call.body.insert(QStringLiteral("auto_renew"), true);
    if (const QStringList told = entriesOf(form.notify); !told.isEmpty())
        call.body.insert(QStringLiteral("notify"), QJsonArray::fromStringList(told));
    auto calling = m_interface.call(issuer, call);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    const Secret key(answer->value(u"key").toString());
    const auto reference = KeyReference::parse(answer->value(u"ref").toString());
    if (!BearerKey::parse(key) || !reference)
        co_return unlikeAnIssuer(reference ? QStringLiteral("key") : QStringLiteral("ref"));
    co_return FreshKey{key, *reference};
}

QCoro::Task<Result<void>> IssuerApi::renew(QUrl issuer, QString reference, RenewalForm form) const
{
    JsonCall call("POST", issuerPath({QStringLiteral("keys"), reference, QStringLiteral("renew")}));
    if (form.expires != 0)
        call.body.insert(QStringLiteral("expires"), expiryText(form.expires));
    if (form.renews)
        call.body.insert(QStringLiteral("auto_renew"), *form.renews);
    auto calling = m_interface.call(issuer, call);
    const auto answer = co_await calling;
    co_return answer ? Result<void>() : Result<void>(answer.error());
}

QCoro::Task<Result<void>> IssuerApi::revoke(QUrl issuer, QString reference, QString reason) const
{
    JsonCall call("POST", issuerPath({QStringLiteral("keys"), reference, QStringLiteral("revoke")}));
    call.body = {{QStringLiteral("reason"), reason}};
    auto calling = m_interface.call(issuer, call);
    const auto answer = co_await calling;
    co_return answer ? Result<void>() : Result<void>(answer.error());
}

QCoro::Task<Result<VouchedKey>> IssuerApi::verify(QUrl issuer, Secret key) const
{
    JsonCall call("POST", issuerPath({QStringLiteral("verify")}));
    call.body = {{QStringLiteral("key"), key.revealText()}};
    auto calling = m_checking.call(issuer, call);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return vouchedKeyIn(*answer);
}

QCoro::Task<Result<VouchedKey>> IssuerApi::status(QUrl issuer, QString reference) const
{
    const JsonCall call("GET", issuerPath({QStringLiteral("status"), reference}));
    auto calling = m_checking.call(issuer, call);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return vouchedKeyIn(*answer);
}

} // namespace peerdesk
