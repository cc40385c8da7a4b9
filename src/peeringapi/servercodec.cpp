// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/servercodec.h"

#include "peeringapi/errorcodec.h"
#include "peeringapi/sessioncodec.h"
#include "peeringapi/statusword.h"
#include "peeringapi/wirejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace peerdesk {
namespace {

class BatchReader
{
public:
    explicit BatchReader(const Membership &membership)
        : m_membership(membership)
    {
        m_incoming.dialect.orientation = membership.fallback;
    }

    Result<IncomingRequest> read(const QJsonValue &body)
    {
        QJsonValue sessions = body;
        if (body.isObject()) {
            readEnvelope(body.toObject());
            sessions = body.toObject().value(QLatin1String("sessions"));
        } else {
            m_incoming.dialect.bodyShape = Dialect::BodyShape::Array;
        }
        readSessions(sessions);
        if (!m_errors.isEmpty())
            return Error(ErrorKind::Invalid, QStringLiteral("The request cannot be read"), m_errors);
        if (!m_denied.isEmpty())
            return Error(ErrorKind::Denied,
                         QStringLiteral("Every session must be between a network the caller may speak for and one "
                                        "that this endpoint answers for"),
                         m_denied);
        return m_incoming;
    }

private:
    void complain(const QString &field, const QString &message, const QString &itemId = {})
    {
        m_errors.append({field, {message}, itemId});
    }

    void readEnvelope(const QJsonObject &object)
    {
        using L = QLatin1String;
        const Member id =
            memberOf(object, {L("request_id"), L("requestId"), L("requestID"), L("RequestID"), L("clientToken")});
        if (!id.isAbsent()) {
            m_incoming.request.requestId = id.value.toString();
            const QString &text = m_incoming.request.requestId;
            const bool isPrintable =
                std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
            if (text.isEmpty() || text.size() > maxIdLength || !isPrintable)
                complain(id.name, QStringLiteral("must be 1 to %1 printable ASCII characters").arg(maxIdLength));
        }
        const Member url = memberOf(object, {L("return_url")});
        if (!url.isAbsent()) {
            m_incoming.request.returnUrl = QUrl(url.value.toString(), QUrl::StrictMode);
            if (!m_incoming.request.returnUrl.isValid() || m_incoming.request.returnUrl.host().isEmpty())
                complain(url.name, QStringLiteral("must be a URL"));
        }
        readKeys(object.value(L("rak")));
    }

    void readKeys(const QJsonValue &keys)
    {
        if (keys.isUndefined() || keys.isNull())
            return;
        const QJsonArray list = keys.toArray();
        if (!keys.isArray() || list.size() > maxKeyProofs)
            return complain(QStringLiteral("rak"), QStringLiteral("must be a list of at most %1").arg(maxKeyProofs));
        for (qsizetype i = 0; i < list.size(); ++i)
            readKey(list.at(i), QStringLiteral("rak[%1]").arg(i));
    }

    /// A reference alone may stand there as it is. What is said of a fault repeats nothing: it may be a secret.
    void readKey(const QJsonValue &value, const QString &path)
    {
        const QJsonObject object = value.toObject();
        const QString reference = (value.isObject() ? object.value(QLatin1String("ref")) : value).toString();
        if (reference.isEmpty() || reference.size() > maxIdLength)
            complain(path + QStringLiteral(".ref"), QStringLiteral("must be the reference of a key"));
        const QJsonValue statement = object.value(QLatin1String("statement"));
        const QByteArray text = statement.toString().toLatin1();
        const bool isAbsent = statement.isUndefined() || statement.isNull();
        if (!isAbsent && (text.isEmpty() || text.size() > maxStatementBytes || text.count('.') != 2))
            complain(path + QStringLiteral(".statement"), QStringLiteral("must be a compact JWS"));
        m_incoming.request.keys.append({reference, text});
    }

    void readSessions(const QJsonValue &sessions)
    {
        const QString field = QStringLiteral("sessions");
        if (!sessions.isArray())
            return complain(field, QStringLiteral("must be a list of sessions"));
        const QJsonArray list = sessions.toArray();
        if (list.isEmpty())
            return complain(field, QStringLiteral("must name at least one session"));
        if (list.size() > maxBatchSize)
            return complain(field, QStringLiteral("must name at most %1 sessions").arg(maxBatchSize));
        for (qsizetype i = 0; i < list.size(); ++i)
            readSession(list.at(i), QStringLiteral("sessions[%1]").arg(i));
    }

    void readSession(const QJsonValue &value, const QString &path)
    {
        if (!value.isObject())
            return complain(path, QStringLiteral("must be an object"));
        const QJsonObject object = value.toObject();
        const qsizetype before = m_errors.size();
        const WireSession session = readWireSession(object, path, m_errors);
        checkIds(session, path);
        requireMembers(object, session, path, before);
        if (m_errors.size() > before)
            return;
        const auto orientation =
            session.namesInitiator
                ? Membership{m_membership.clients, m_membership.servers, Dialect::Orientation::Requestor}.orientationOf(
                    session.localAsn, session.peerAsn)
                : m_membership.orientationOf(session.localAsn, session.peerAsn);
        if (!orientation) {
            m_denied.append({path,
                             {QStringLiteral("AS%1 and AS%2 are not a network of the caller and one of this "
                                             "endpoint")
                                  .arg(session.localAsn.number())
                                  .arg(session.peerAsn.number())},
                             session.itemId});
            return;
        }
        if (m_incoming.request.proposals.isEmpty())
            m_incoming.dialect.orientation = *orientation;
        else if (*orientation != m_incoming.dialect.orientation)
            return complain(path, QStringLiteral("local and peer are the other way round than in sessions[0]"),
                            session.itemId);
        m_incoming.request.proposals.append(orientedProposal(session, *orientation));
    }

    /// A bare array has no place for the request's name but its sessions: all of them or none must give it.
    void checkIds(const WireSession &session, const QString &path)
    {
        if (!session.itemId.isEmpty() && m_itemIds.contains(session.itemId))
            complain(path + QStringLiteral(".item_id"), QStringLiteral("is given to two sessions"), session.itemId);
        m_itemIds.insert(session.itemId);
        if (session.requestId.isEmpty())
            return;
        QString &requestId = m_incoming.request.requestId;
        if (requestId.isEmpty() && m_incoming.request.proposals.isEmpty())
            requestId = session.requestId;
        else if (requestId != session.requestId)
            complain(path + QStringLiteral(".request_id"), QStringLiteral("differs within one request"),
                     session.itemId);
    }

    void requireMembers(const QJsonObject &object, const WireSession &session, const QString &path, qsizetype before)
    {
        const auto require = [&](bool isThere, const char *name, const char *alias) {
            const QString field = QString::fromLatin1(session.namesInitiator ? alias : name);
            const QString full = path + u'.' + field;
            const bool complained = std::any_of(m_errors.begin() + before, m_errors.end(),
                                                [&full](const FieldError &e) { return e.field == full; });
            if (!isThere && !complained)
                complain(full, QStringLiteral("is missing"), session.itemId);
        };
        require(session.localAsn.isValid(), "local_asn", "initiatorAsn");
        require(session.peerAsn.isValid(), "peer_asn", "targetAsn");
        require(session.localAddress.isValid(), "local_ip", "initiatorIpAddress");
        require(session.peerAddress.isValid(), "peer_ip", "targetIpAddress");
        if (!object.contains(QLatin1String("location")) && !object.contains(QLatin1String("locationIdentifier")))
            require(false, "location", "locationIdentifier");
    }

    const Membership &m_membership;
    IncomingRequest m_incoming;
    QList<FieldError> m_errors;
    QList<FieldError> m_denied;
    QSet<QString> m_itemIds;
};

JsonText writeSession(const Session &session, Dialect::Orientation orientation)
{
    JsonText object = writeProposal(session.proposal, orientation);
    object.add("session_id", session.id).add("request_id", session.requestId);
    object.add("status", statusWordOf(session.approval, session.connection));
    // Why a session is held is between our people; why it is over is the caller's to know.
    if (!session.reason.isEmpty() && isFinal(session.status()))
        object.add("reason", session.reason);
    if (session.configureBy != 0)
        object.add("configure_by", toRfc3339(session.configureBy));
    return object;
}

QList<JsonText> writeSessions(const QList<Session> &sessions)
{
    QList<JsonText> list;
    for (const Session &session : sessions)
        list.append(writeSession(session, session.askedAs));
    return list;
}

} // namespace

Result<IncomingRequest> decodeCreateRequest(const QByteArray &body, const Membership &membership)
{
    const auto parsed = parseWireJson(body, maxRequestBytes);
    if (!parsed)
        return parsed.error();
    return BatchReader(membership).read(*parsed);
}

QSet<Asn> networksNamedIn(const QByteArray &body)
{
    QSet<Asn> named;
    const auto parsed = parseWireJson(body, maxRequestBytes);
    if (!parsed)
        return named;
    const QJsonValue listed = parsed->isArray() ? *parsed : parsed->toObject().value(QLatin1String("sessions"));
    const QJsonArray sessions = listed.toArray();
    for (const QJsonValue &value : sessions) {
        QList<FieldError> ignored;
        const WireSession session = readWireSession(value.toObject(), {}, ignored);
        for (const Asn asn : {session.localAsn, session.peerAsn}) {
            if (asn.isValid())
                named.insert(asn);
        }
    }
    return named;
}

QByteArray encodeCreateAnswer(const BatchVerdict &verdict, Dialect::Orientation orientation)
{
    QList<JsonText> sessions;
    for (const Session &session : verdict.accepted + verdict.offered)
        sessions.append(writeSession(session, orientation));
    JsonText answer;
    answer.add("request_id", verdict.requestId);
    answer.add("sessions", sessions);
    if (!verdict.rejected.isEmpty())
        answer.add("errors", writeFieldErrors(verdict.rejected));
    return answer.bytes();
}

Result<QStringList> decodeSessionReferences(const QByteArray &body)
{
    const auto parsed = parseWireJson(body, maxRequestBytes);
    if (!parsed)
        return parsed.error();
    const QString field = QStringLiteral("sessions");
    const QJsonValue listed = parsed->isArray() ? *parsed : parsed->toObject().value(field);
    const QJsonArray references = listed.toArray();
    if (references.isEmpty() || references.size() > maxBatchSize)
        return Error(ErrorKind::Invalid, QStringLiteral("The request cannot be read"),
                     {{field, {QStringLiteral("must be a list of 1 to %1 sessions").arg(maxBatchSize)}, {}}});
    QStringList ids;
    QList<FieldError> errors;
    for (const QJsonValue &reference : references) {
        using L = QLatin1String;
        const QJsonValue named =
            memberOf(reference.toObject(), {L("session_id"), L("sessionIdentifier"), L("uuid")}).value;
        const QString id = idTextOf(reference.isObject() ? named : reference);
        if (id.isEmpty() || id.size() > maxIdLength)
            errors.append({QStringLiteral("sessions[%1].session_id").arg(ids.size()),
                           {QStringLiteral("must be the id of a session")},
                           {}});
        ids.append(id);
    }
    if (!errors.isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("The request cannot be read"), errors);
    return ids;
}

QByteArray encodeDeleteAnswer(const QList<Session> &gone, const QList<FieldError> &errors)
{
    JsonText answer;
    answer.add("sessions", writeSessions(gone));
    if (!errors.isEmpty())
        answer.add("errors", writeFieldErrors(errors));
    return answer.bytes();
}

QByteArray withEarlyNames(const QByteArray &answer, const QString &callId)
{
    const auto alias = [](QJsonObject &object, QLatin1String now, QLatin1String then) {
        if (object.contains(now))
            object.insert(then, object.value(now));
    };
    using L = QLatin1String;
    QJsonObject object = QJsonDocument::fromJson(answer).object();
    QJsonArray sessions;
    const QJsonArray before = object.value(L("sessions")).toArray();
    for (const QJsonValue &value : before) {
        QJsonObject session = value.toObject();
        alias(session, L("session_id"), L("uuid"));
        sessions.append(session);
    }
    if (object.contains(L("sessions")))
        object.insert(L("sessions"), sessions);
    object.insert(L("requestId"), object.value(L("request_id")).toString(callId));
    alias(object, L("locations"), L("items"));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray encodeSession(const Session &session)
{
    return writeSession(session, session.askedAs).bytes();
}

QByteArray encodeSessionPage(const QList<Session> &sessions, const QString &nextToken)
{
    JsonText page;
    page.add("sessions", writeSessions(sessions));
    if (!nextToken.isEmpty())
        page.add("next_token", nextToken);
    return page.bytes();
}

QByteArray encodeLocationPage(const QList<Location> &locations, const QString &nextToken)
{
    QList<JsonText> list;
    for (const Location &location : locations)
        list.append(writeLocation(location));
    JsonText page;
    page.add("locations", list);
    if (!nextToken.isEmpty())
        page.add("next_token", nextToken);
    return page.bytes();
}

QByteArray encodeError(const Error &error, const QString &contact, const QString &requestId)
{
    QList<FieldError> fields = error.fields;
    if (fields.isEmpty())
        fields.append({QString(), {error.detail}, {}}); // readers of the published schema look nowhere else
    JsonText body;
    body.add("errors", writeFieldErrors(fields)).add("message", error.detail).add("request_id", requestId);
    if (!contact.isEmpty())
        body.add("contact", contact);
    return body.bytes();
}

int httpStatusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return 400;
    case ErrorKind::Unauthenticated:
        return 401;
    case ErrorKind::Denied:
    case ErrorKind::Refused:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::NeedsHuman:
        return 422;
    case ErrorKind::Throttled:
        return 429;
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Unavailable:
    case ErrorKind::Cancelled:
    case ErrorKind::Storage:
        return 503;
    case ErrorKind::Protocol:
    case ErrorKind::Internal:
        break;
    }
    return 500;
}

std::optional<std::chrono::seconds> retryAfterOf(const Error &error)
{
    constexpr std::chrono::seconds untilItIsMended{30}; // a full disk, a database that is restored
    if (!error.retryAfter && httpStatusOf(error.kind) == 503)
        return untilItIsMended;
    return error.retryAfter;
}

} // namespace peerdesk
