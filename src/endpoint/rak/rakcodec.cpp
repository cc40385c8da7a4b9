// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/rak/rakcodec.h"

#include "mail/mailmessage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace peerdesk {
namespace {

struct CodecWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RakCodec)
};

constexpr qsizetype longestMember = 40; // in a refusal

/// Reads the members of a body and keeps what is wrong with them.
class BodyReader
{
public:
    /// A member that is not `known` is a fault: whoever misspells "audience" wants no key for everybody.
    BodyReader(const QByteArray &body, const QStringList &known)
    {
        const QJsonDocument document = QJsonDocument::fromJson(body);
        m_body = document.object();
        if (!document.isObject())
            fault(QString(), CodecWords::tr("The body is no JSON object."));
        for (const QString &member : m_body.keys()) {
            if (!known.contains(member))
                fault(member.left(longestMember), CodecWords::tr("There is no such member."));
        }
    }

    [[nodiscard]] QJsonValue value(const char *name) const { return m_body.value(QLatin1String(name)); }
    [[nodiscard]] bool has(const char *name) const { return !value(name).isUndefined() && !value(name).isNull(); }
    QString text(const char *name)
    {
        if (has(name) && !value(name).isString())
            fault(QString::fromLatin1(name), CodecWords::tr("This is a text."));
        return value(name).toString();
    }
    bool yes(const char *name)
    {
        if (has(name) && !value(name).isBool())
            fault(QString::fromLatin1(name), CodecWords::tr("This is true or false."));
        return value(name).toBool();
    }
    UtcMs time(const char *name)
    {
        const UtcMs time = fromRfc3339(value(name).toString());
        if (time == 0)
            fault(QString::fromLatin1(name), CodecWords::tr("A time is written as in 2027-11-23T12:00:00Z."));
        return time;
    }
    Asn asn(const char *name)
    {
        const QJsonValue given = value(name);
        if (given.isDouble() && given.toDouble() == 0)
            return Asn(); // its own words come later
        const auto asn =
            given.isString() ? Asn::parse(given.toString()) : Asn::parse(QString::number(given.toInteger(-1)));
        if (!asn)
            fault(QString::fromLatin1(name), CodecWords::tr("An AS is a number from 1 to 4294967295."));
        return asn.value_or(Asn());
    }
    void fault(const QString &field, const QString &why) { m_faults.append({field, {why}, {}}); }
    void add(const Error &error) { m_faults.append(error.fields); }
    [[nodiscard]] bool ok() const { return m_faults.isEmpty(); }
    [[nodiscard]] Error error() const
    {
        return Error(ErrorKind::Invalid, m_faults.first().messages.value(0), m_faults);
    }

private:
    QJsonObject m_body;
    QList<FieldError> m_faults;
};

QList<JsonText> encodePrefixes(const PrefixSet &prefixes)
{
    QList<JsonText> list;
    list.reserve(prefixes.items().size());
    for (const KeyPrefix &item : prefixes.items())
        list.append(JsonText().add("prefix", item.prefix.toString()).add("max_length", item.maxLength));
    return list;
}

JsonText encodeTerms(const KeyTerms &terms, KeyStatus status)
{
    JsonText json;
    json.add("ref", terms.reference.toString());
    json.add("asn", terms.origin.number());
    json.add("prefixes", encodePrefixes(terms.prefixes));
    json.add("serial", terms.serial.number());
    json.add("seq", terms.sequence);
    json.add("status", toText(status));
    json.add("not_before", toRfc3339(terms.notBefore));
    json.add("expires", toRfc3339(terms.expires));
    return json;
}

} // namespace

Result<KeyWish> decodeKeyWish(const QByteArray &body)
{
    BodyReader reader(body, {QStringLiteral("asn"), QStringLiteral("prefixes"), QStringLiteral("expires"),
                             QStringLiteral("not_before"), QStringLiteral("label"), QStringLiteral("audience"),
                             QStringLiteral("auto_renew"), QStringLiteral("notify")});
    if (!reader.ok())
        return reader.error();
    KeyWish wish;
    wish.origin = reader.asn("asn");
    const auto prefixes = PrefixSet::fromJson(reader.value("prefixes"));
    if (prefixes)
        wish.prefixes = *prefixes;
    else
        reader.add(prefixes.error());
    wish.expires = reader.time("expires");
    if (reader.has("not_before"))
        wish.notBefore = reader.time("not_before");
    wish.label = reader.text("label").simplified();
    if (reader.has("audience")) {
        const Asn audience = reader.asn("audience");
        if (reader.ok() && !audience.isValid())
            reader.fault(QStringLiteral("audience"), CodecWords::tr("An AS is a number from 1 to 4294967295."));
        wish.audience = audience.toString();
    }
    wish.renews = reader.yes("auto_renew");
    const QJsonArray notify = reader.value("notify").toArray();
    if (reader.has("notify") && !reader.value("notify").isArray())
        reader.fault(QStringLiteral("notify"), CodecWords::tr("This is a list of mail addresses."));
    for (qsizetype i = 0; i < notify.size(); ++i) {
        const QString address = notify.at(i).toString().simplified();
        if (mailAddressIn(address))
            wish.notify.append(address);
        else
            reader.fault(QStringLiteral("notify[%1]").arg(i), CodecWords::tr("This is no mail address."));
    }
    if (!reader.ok())
        return reader.error();
    return wish;
}

Result<RenewalWish> decodeRenewal(const QByteArray &body)
{
    BodyReader reader(body, {QStringLiteral("auto_renew"), QStringLiteral("expires")});
    if (!reader.ok())
        return reader.error();
    RenewalWish wish;
    if (reader.has("auto_renew"))
        wish.renews = reader.yes("auto_renew");
    if (reader.has("expires"))
        wish.expires = reader.time("expires");
    else if (!wish.renews)
        reader.fault(QStringLiteral("expires"), CodecWords::tr("A new end is needed, or auto_renew."));
    if (!reader.ok())
        return reader.error();
    return wish;
}

Result<QString> decodeReason(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QString();
    BodyReader reader(body, {QStringLiteral("reason")});
    const QString reason = reader.text("reason").simplified();
    if (!reader.ok())
        return reader.error();
    return reason;
}

Result<VerifyWish> decodeVerifyWish(const QByteArray &body)
{
    BodyReader reader(body, {QStringLiteral("key"), QStringLiteral("origin"), QStringLiteral("prefixes")});
    if (!reader.ok())
        return reader.error();
    VerifyWish wish;
    const auto key = BearerKey::parse(Secret(reader.text("key")));
    if (key)
        wish.key = *key;
    else
        reader.fault(QStringLiteral("key"), key.error().detail);
    if (reader.has("origin"))
        wish.origin = reader.asn("origin");
    const QJsonArray routes = reader.value("prefixes").toArray();
    if (routes.size() > PrefixSet::maxCount)
        reader.fault(QStringLiteral("prefixes"), CodecWords::tr("At most %1 at once.").arg(PrefixSet::maxCount));
    for (qsizetype i = 0; reader.ok() && i < routes.size(); ++i) {
        const auto route = IpPrefix::parse(routes.at(i).toString());
        if (route)
            wish.routes.append(*route);
        else
            reader.fault(QStringLiteral("prefixes[%1]").arg(i),
                         CodecWords::tr("This is no prefix such as 192.0.2.0/24, without host bits."));
    }
    if (!reader.ok())
        return reader.error();
    return wish;
}

JsonText encodeKey(const KeyRecord &record, UtcMs now)
{
    JsonText json = encodeTerms(record.terms, record.terms.status(now));
    json.add("label", record.stored.label);
    json.add("audience", record.stored.audience);
    json.add("notify", record.stored.notify);
    json.add("auto_renew", record.stored.renews);
    json.add("holder", record.stored.holderId);
    json.add("reason", record.stored.reason);
    json.add("created", toRfc3339(record.stored.createdAt));
    json.add("created_by", record.stored.createdBy);
    json.add("changed", toRfc3339(record.stored.changedAt));
    if (record.stored.usedAt == 0)
        json.add("last_used", nullptr);
    else
        json.add("last_used", toRfc3339(record.stored.usedAt));
    return json;
}

JsonText encodeIssued(const IssuedKey &issued, UtcMs now)
{
    JsonText json = encodeKey(issued.record, now);
    json.add("key", issued.text.revealText());
    json.add("statement", QString::fromLatin1(issued.statement));
    return json;
}

JsonText encodeVerified(const VerifiedKey &verified)
{
    JsonText json = encodeTerms(verified.terms, verified.status);
    json.add("statement", QString::fromLatin1(verified.statement));
    return json;
}

JsonText encodeMatches(const VerifiedKey &verified, const VerifyWish &asked, UtcMs now)
{
    JsonText json = encodeVerified(verified);
    QList<JsonText> matches;
    for (const IpPrefix &route : asked.routes) {
        const auto permitted = verified.terms.permits(route, asked.origin.value_or(verified.terms.origin), now);
        JsonText match;
        match.add("prefix", route.toString()).add("valid", permitted.ok());
        if (!permitted)
            match.add("reason", permitted.error().detail);
        matches.append(match);
    }
    json.add("match", matches);
    return json;
}

JsonText encodeChanges(const KeyChanges &changes)
{
    QList<JsonText> events;
    for (const KeyChange &change : changes.changes) {
        JsonText event;
        event.add("seq", change.sequence);
        event.add("ref", change.reference.toString());
        event.add("serial", change.serial.number());
        event.add("status", change.status);
        event.add("expires", toRfc3339(change.expires));
        events.append(event);
    }
    JsonText json;
    json.add("events", events).add("next", changes.next).add("more", changes.more);
    return json;
}

JsonText encodeRoas(const KeyTerms &terms)
{
    QList<JsonText> roas;
    for (const KeyPrefix &item : terms.prefixes.items()) {
        JsonText roa;
        roa.add("asn", terms.origin.number()).add("prefix", item.prefix.toString()).add("maxLength", item.maxLength);
        roas.append(roa);
    }
    return JsonText().add("roas", roas);
}

QByteArray encodeProblem(int status, const Error &error, const QString &requestId, const QJsonObject &members)
{
    QJsonArray errors;
    for (const FieldError &field : error.fields)
        errors.append(QJsonObject{{QStringLiteral("field"), field.field},
                                  {QStringLiteral("messages"), QJsonArray::fromStringList(field.messages)}});
    QJsonObject problem = members;
    problem.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    problem.insert(QStringLiteral("title"), toText(error.kind));
    problem.insert(QStringLiteral("status"), status);
    problem.insert(QStringLiteral("detail"), error.detail);
    problem.insert(QStringLiteral("request_id"), requestId);
    if (!errors.isEmpty())
        problem.insert(QStringLiteral("errors"), errors);
    return QJsonDocument(problem).toJson(QJsonDocument::Compact);
}

} // namespace peerdesk
