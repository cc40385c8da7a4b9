// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwtsigner.h"
#include "http/httpserver.h"
#include "rak/keystatement.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk::test {

/// An issuer of keys at the HTTP edge, for one holder and one verifier, who are the same: real keys and real signed
/// statements, invented answers. It issues once for each Idempotency-Key, and fails where it is told to.
class FakeIssuer
{
public:
    explicit FakeIssuer(const Clock &clock)
        : m_clock(clock)
        , m_server(clock, [this](HttpRequest request) { return answer(request); })
    {
        if (!m_server.listen(QHostAddress::LocalHost, 0))
            qFatal("The fake issuer cannot listen");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.port())); }

    struct Held
    {
        KeyTerms terms;
        Secret text;
        QString label;
        bool renews = false;
        QJsonArray notify;
        bool seen = false; ///< the verifier was shown the key
    };
    QList<Held> keys;
    QStringList resources{QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")};
    int status = 0;         ///< what the next request is answered with instead, if not 0
    bool actsFirst = false; ///< before it answers so
    bool tellsResources = true;
    QList<QJsonObject> orders; ///< bodies of what was posted
    Registry registry = Registry::RipeTest;

    Held &issue(const QList<PrefixWish> &prefixes, Asn origin, UtcMs expires, const QString &label)
    {
        const BearerKey key = BearerKey::generate(registry);
        Held held;
        held.terms.reference = key.reference;
        held.terms.origin = origin;
        held.terms.prefixes = *PrefixSet::make(prefixes);
        held.terms.notBefore = m_clock.now();
        held.terms.expires = expires;
        held.terms.serial = Serial().next(m_clock.now());
        held.text = key.toText();
        held.label = label;
        keys.append(held);
        return keys.last();
    }

    [[nodiscard]] QByteArray statement(const KeyTerms &terms, const QString &audience = {}) const
    {
        return *signStatement(statementOf(terms, url().toString(), audience, m_clock.now(), std::chrono::hours(24)),
                              m_signer);
    }

private:
    QCoro::Task<HttpResponse> answer(HttpRequest request)
    {
        if (request.method == "POST")
            orders.append(QJsonDocument::fromJson(request.body).object());
        if (status == 0)
            co_return act(request);
        if (actsFirst)
            (void)act(request);
        co_return refusal(std::exchange(status, 0), QStringLiteral("out of order"));
    }

    HttpResponse act(const HttpRequest &request)
    {
        const QStringList path = request.url.path().mid(1).split(u'/').mid(2);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        if (path.value(0) == u"jwks.json")
            return HttpResponse(200, m_signer.jwks(), "application/json");
        if (path.value(0) == u"resources" && tellsResources)
            return json(200, {{QStringLiteral("prefixes"), QJsonArray::fromStringList(resources)}});
        if (path.value(0) == u"verify")
            return verify(body);
        if (path == QStringList{QStringLiteral("keys")})
            return request.method == "POST" ? create(request, body) : list();
        for (Held &held : keys) {
            if (held.terms.reference.toString() == path.value(1))
                return one(path, body, held);
        }
        return refusal(404, QStringLiteral("no such thing"));
    }

    HttpResponse create(const HttpRequest &request, const QJsonObject &body)
    {
        const QByteArray id = request.headers.value("Idempotency-Key");
        if (!m_issued.contains(id)) {
            const auto prefixes = PrefixSet::fromJson(body[QStringLiteral("prefixes")]);
            QList<PrefixWish> wishes;
            for (const KeyPrefix &item : prefixes->items())
                wishes.append({item.prefix.toString(), item.maxLength});
            issue(wishes, Asn(static_cast<std::uint32_t>(body[QStringLiteral("asn")].toInteger())),
                  fromRfc3339(body[QStringLiteral("expires")].toString()), body[QStringLiteral("label")].toString());
            keys.last().renews = body[QStringLiteral("auto_renew")].toBool();
            keys.last().notify = body[QStringLiteral("notify")].toArray();
            m_issued.insert(id, keys.size() - 1);
        }
        const Held &held = keys.at(m_issued.value(id));
        QJsonObject answer = json(held);
        answer.insert(QStringLiteral("key"), held.text.revealText());
        return json(201, answer);
    }

    HttpResponse list() const
    {
        QJsonArray listed;
        for (const Held &held : keys)
            listed.append(json(held));
        return json(200, {{QStringLiteral("keys"), listed}});
    }

    HttpResponse one(const QStringList &path, const QJsonObject &body, Held &held)
    {
        if (path.first() == u"status")
            return held.seen ? json(200, json(held)) : refusal(404, QStringLiteral("no such thing"));
        if (path.size() == 2)
            return json(200, json(held));
        if (path.last() == u"roas") {
            QJsonArray roas;
            for (const KeyPrefix &item : held.terms.prefixes.items())
                roas.append(QJsonObject{{QStringLiteral("asn"), qint64(held.terms.origin.number())},
                                        {QStringLiteral("prefix"), item.prefix.toString()},
                                        {QStringLiteral("maxLength"), item.maxLength}});
            return json(200, {{QStringLiteral("roas"), roas}});
        }
        if (held.terms.status(m_clock.now()) != KeyStatus::Valid)
            return refusal(409, QStringLiteral("The key holds no more."));
        held.terms.serial = held.terms.serial.next(m_clock.now());
        if (path.last() == u"renew") {
            if (body.contains(u"expires"))
                held.terms.expires = fromRfc3339(body[QStringLiteral("expires")].toString());
            held.renews = body[QStringLiteral("auto_renew")].toBool(held.renews);
        } else
            held.terms.state = KeyState::Revoked;
        return json(200, json(held));
    }

    HttpResponse verify(const QJsonObject &body)
    {
        for (Held &held : keys) {
            if (held.text.revealText() != body[QStringLiteral("key")].toString())
                continue;
            held.seen = true;
            return json(200, json(held));
        }
        return refusal(404, QStringLiteral("no such key"));
    }

    [[nodiscard]] QJsonObject json(const Held &held) const
    {
        const KeyTerms &terms = held.terms;
        return {{QStringLiteral("ref"), terms.reference.toString()},
                {QStringLiteral("asn"), qint64(terms.origin.number())},
                {QStringLiteral("prefixes"), terms.prefixes.toJson()},
                {QStringLiteral("not_before"), toRfc3339(terms.notBefore)},
                {QStringLiteral("expires"), toRfc3339(terms.expires)},
                {QStringLiteral("serial"), qint64(terms.serial.number())},
                {QStringLiteral("status"), toText(terms.status(m_clock.now()))},
                {QStringLiteral("label"), held.label},
                {QStringLiteral("auto_renew"), held.renews},
                {QStringLiteral("notify"), held.notify},
                {QStringLiteral("statement"), QString::fromLatin1(statement(terms))}};
    }

    static HttpResponse json(int code, const QJsonObject &object)
    {
        return HttpResponse(code, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/json");
    }
    static HttpResponse refusal(int code, const QString &detail)
    {
        return HttpResponse(code, QJsonDocument(QJsonObject{{QStringLiteral("detail"), detail}}).toJson(),
                            "application/problem+json");
    }

    const Clock &m_clock;
    JwtSigner m_signer = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
    QHash<QByteArray, qsizetype> m_issued;
    HttpServer m_server;
};

} // namespace peerdesk::test
