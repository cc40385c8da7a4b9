// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/clientcodec.h"

#include "peeringapi/errorcodec.h"
#include "peeringapi/fieldpath.h"
#include "peeringapi/sessioncodec.h"
#include "peeringapi/statusword.h"
#include "peeringapi/wirejson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace peerdesk {
namespace {

struct ClientCodec
{
    Q_DECLARE_TR_FUNCTIONS(ClientCodec)
};

using L = QLatin1String;

Error protocolError(const QString &detail)
{
    return Error(ErrorKind::Protocol, detail);
}

/// Nothing if the entry names neither an id nor a pair of addresses, or speaks of networks that are not the two.
std::optional<RemoteSession> readRemoteSession(const QJsonValue &value, const Membership &membership)
{
    QList<FieldError> ignored; // one odd member does not make the session unreadable
    const WireSession wire = readWireSession(value.toObject(), {}, ignored);
    const bool hasAddresses = wire.localAddress.isValid() && wire.peerAddress.isValid();
    if (wire.itemId.isEmpty() && wire.sessionId.isEmpty() && !hasAddresses)
        return {};
    auto orientation = std::optional(membership.fallback);
    if (wire.localAsn.isValid() && wire.peerAsn.isValid()) {
        orientation = membership.orientationOf(wire.localAsn, wire.peerAsn);
        if (!orientation)
            return {};
    }
    RemoteSession session;
    session.proposal = orientedProposal(wire, *orientation);
    session.proposal.sessionSecret = Secret();
    session.remoteId = wire.sessionId;
    session.requestId = wire.requestId;
    session.statusWord = wire.status;
    if (const auto meaning = meaningOf(wire.status)) {
        session.statusKnown = true;
        session.approval = meaning->approval;
        session.connection = meaning->connection;
    }
    session.reason = wire.reason;
    session.configureBy = wire.configureBy;
    return session;
}

bool isRefusal(const RemoteSession &session)
{
    return session.approval == Approval::Rejected || session.approval == Approval::Withdrawn;
}

/// Takes the answer apart into what was asked for and what was not. Items are matched by id, else by addresses and
/// location: the later drafts dropped the id and say to match "by some property".
class AnswerReader
{
public:
    AnswerReader(const CreateRequest &request, const Membership &membership)
        : m_membership(membership)
        , m_open(request.proposals)
        , m_asked(request.proposals)
    {
    }

    CreateAnswer read(const QJsonArray &sessions, const QJsonValue &errors)
    {
        for (qsizetype i = 0; i < std::min(sessions.size(), maxPageEntries); ++i)
            readSession(sessions.at(i));
        readErrors(readFieldErrors(errors));
        m_answer.unmentioned = m_open;
        return m_answer;
    }

    void setRequestId(const QString &requestId)
    {
        if (!requestId.isEmpty())
            m_answer.requestId = requestId.left(maxIdLength);
    }

private:
    void readSession(const QJsonValue &value)
    {
        auto session = readRemoteSession(value, m_membership);
        if (!session)
            return;
        if (m_answer.requestId.isEmpty())
            m_answer.requestId = session->requestId;
        const auto item = findOpen(session->proposal);
        if (item == m_open.end()) {
            if (isPlausibleOffer(session->proposal)) {
                session->approval = Approval::Offered;
                m_answer.offered.append(*session);
            }
            return;
        }
        session->proposal = *item;
        m_open.erase(item);
        if (isRefusal(*session)) {
            const QString why = session->reason.isEmpty() ? session->statusWord : session->reason;
            m_answer.rejected.append(FieldError{{}, {why}, session->proposal.itemId});
            return;
        }
        if (session->approval == Approval::Offered)
            session->approval = Approval::Pending; // it was asked for, so it waits
        m_answer.accepted.append(*session);
    }

    QList<SessionProposal>::iterator findOpen(const SessionProposal &proposal)
    {
        const auto byId = std::find_if(m_open.begin(), m_open.end(), [&proposal](const SessionProposal &open) {
            return !proposal.itemId.isEmpty() && open.itemId == proposal.itemId;
        });
        if (byId != m_open.end())
            return byId;
        return std::find_if(m_open.begin(), m_open.end(), [&proposal](const SessionProposal &open) {
            const bool straight =
                open.initiatorAddress == proposal.initiatorAddress && open.receiverAddress == proposal.receiverAddress;
            const bool crossed =
                open.initiatorAddress == proposal.receiverAddress && open.receiverAddress == proposal.initiatorAddress;
            return (straight || crossed) && (!proposal.location.isValid() || open.location == proposal.location);
        });
    }

    [[nodiscard]] bool isPlausibleOffer(const SessionProposal &proposal) const
    {
        const bool wasAsked = std::any_of(m_asked.begin(), m_asked.end(), [&proposal](const SessionProposal &asked) {
            return asked.samePlace(proposal);
        });
        return !wasAsked && proposal.initiatorAddress.isValid() && proposal.receiverAddress.isValid()
               && proposal.location.isValid() && m_membership.clients.contains(proposal.initiator)
               && m_membership.servers.contains(proposal.receiver);
    }

    /// An error that names no item speaks of all that is in neither list, for the two lists add up.
    void readErrors(QList<FieldError> errors)
    {
        assignItems(errors, m_asked);
        QList<FieldError> common;
        for (const FieldError &error : errors) {
            const auto item = std::find_if(m_open.begin(), m_open.end(), [&error](const SessionProposal &open) {
                return !error.itemId.isEmpty() && open.itemId == error.itemId;
            });
            if (item != m_open.end()) {
                m_answer.rejected.append(error);
                m_open.erase(item);
            } else if (FieldError *known = rejectionOf(error.itemId)) {
                known->messages += error.messages;
            } else if (error.itemId.isEmpty()) {
                common.append(error);
            }
        }
        if (common.isEmpty())
            return;
        for (const SessionProposal &open : std::exchange(m_open, {})) {
            FieldError rejection = common.first();
            for (qsizetype i = 1; i < common.size(); ++i)
                rejection.messages += common.at(i).messages;
            rejection.itemId = open.itemId;
            m_answer.rejected.append(rejection);
        }
    }

    [[nodiscard]] FieldError *rejectionOf(const QString &itemId)
    {
        for (FieldError &rejection : m_answer.rejected) {
            if (!itemId.isEmpty() && rejection.itemId == itemId)
                return &rejection;
        }
        return nullptr;
    }

    const Membership &m_membership;
    QList<SessionProposal> m_open;
    const QList<SessionProposal> m_asked;
    CreateAnswer m_answer;
};

/// The list under one of the names, or the whole body where it is a bare list; nothing if there is no list.
std::optional<QJsonArray> listIn(const QJsonValue &body, std::initializer_list<L> names)
{
    if (body.isArray())
        return body.toArray();
    const Member member = memberOf(body.toObject(), names);
    if (!member.value.isArray())
        return {};
    return member.value.toArray();
}

QString nextTokenIn(const QJsonValue &body)
{
    return memberOf(body.toObject(), {L("next_token"), L("nextToken")}).value.toString();
}

Result<QJsonValue> parseAnswer(const QByteArray &body)
{
    auto parsed = parseWireJson(body, maxAnswerBytes);
    if (!parsed)
        return protocolError(parsed.error().detail);
    return parsed;
}

ErrorKind kindOf(int httpStatus)
{
    switch (httpStatus) {
    case 400:
    case 406: // "invalid locations", in the draft's diagram
    case 413:
    case 415:
        return ErrorKind::Invalid;
    case 401:
        return ErrorKind::Unauthenticated;
    case 403:
    case 451:
        return ErrorKind::Denied;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 422: // "Please contact us, human intervention required"
        return ErrorKind::NeedsHuman;
    case 429:
        return ErrorKind::Throttled;
    case 408:
        return ErrorKind::Unavailable;
    default:
        return httpStatus >= 500 && httpStatus != 501 && httpStatus != 505 ? ErrorKind::Unavailable
                                                                           : ErrorKind::Protocol;
    }
}

QList<JsonText> writeKeys(const QList<KeyProof> &keys)
{
    QList<JsonText> list;
    for (const KeyProof &key : keys) {
        JsonText object;
        object.add("ref", key.reference);
        if (!key.statement.isEmpty())
            object.add("statement", QString::fromLatin1(key.statement));
        list.append(object);
    }
    return list;
}

} // namespace

QByteArray encodeCreateRequest(const CreateRequest &request, const Dialect &dialect)
{
    const bool isArray = dialect.bodyShape == Dialect::BodyShape::Array;
    QList<JsonText> sessions;
    for (const SessionProposal &proposal : request.proposals) {
        JsonText session = writeProposal(proposal, dialect.orientation);
        if (!proposal.sessionSecret.isEmpty()) {
            // The member was renamed between the drafts; who knows one name ignores the other.
            session.add("session_secret", proposal.sessionSecret.revealText());
            session.add("md5", proposal.sessionSecret.revealText());
        }
        if (isArray && !request.requestId.isEmpty())
            session.add("request_id", request.requestId);
        sessions.append(session);
    }
    if (isArray)
        return JsonText::arrayOf(sessions);
    JsonText body;
    body.add("sessions", sessions);
    if (!request.requestId.isEmpty())
        body.add("request_id", request.requestId);
    if (request.returnUrl.isValid() && !request.returnUrl.isEmpty())
        body.add("return_url", request.returnUrl.toString(QUrl::FullyEncoded));
    if (!request.keys.isEmpty())
        body.add("rak", writeKeys(request.keys));
    return body.bytes();
}

Result<CreateAnswer> decodeCreateAnswer(const QByteArray &body, const CreateRequest &request,
                                        const Membership &membership)
{
    AnswerReader reader(request, membership);
    if (body.trimmed().isEmpty()) // 201 or 202 and no more words
        return reader.read({}, {});
    const auto parsed = parseAnswer(body);
    if (!parsed)
        return parsed.error();
    const auto sessions = listIn(*parsed, {L("sessions")});
    const QJsonObject object = parsed->toObject();
    const Member requestId = memberOf(object, {L("request_id"), L("requestId"), L("requestID"), L("RequestID")});
    if (!sessions && requestId.isAbsent() && !object.contains(L("errors")))
        return protocolError(ClientCodec::tr("The answer names neither sessions nor errors nor a request"));
    reader.setRequestId(idTextOf(requestId.value));
    return reader.read(sessions.value_or(QJsonArray()), object.value(L("errors")));
}

Result<Page<Location>> decodeLocationPage(const QByteArray &body)
{
    const auto parsed = parseAnswer(body);
    if (!parsed)
        return parsed.error();
    const auto list = listIn(*parsed, {L("locations"), L("items")});
    if (!list)
        return protocolError(ClientCodec::tr("The answer has no list of locations"));
    Page<Location> page;
    page.nextToken = nextTokenIn(*parsed);
    for (qsizetype i = 0; i < std::min(list->size(), maxPageEntries); ++i) {
        if (const auto location = readLocation(list->at(i), {}))
            page.items.append(*location);
        else
            page.malformed.append({QStringLiteral("locations[%1]").arg(i), {QStringLiteral("cannot be read")}, {}});
    }
    return page;
}

Result<Page<RemoteSession>> decodeSessionPage(const QByteArray &body, const Membership &membership)
{
    const auto parsed = parseAnswer(body);
    if (!parsed)
        return parsed.error();
    const auto list = listIn(*parsed, {L("sessions")});
    if (!list)
        return protocolError(ClientCodec::tr("The answer has no list of sessions"));
    Page<RemoteSession> page;
    page.nextToken = nextTokenIn(*parsed);
    for (qsizetype i = 0; i < std::min(list->size(), maxPageEntries); ++i) {
        if (const auto session = readRemoteSession(list->at(i), membership))
            page.items.append(*session);
        else
            page.malformed.append({QStringLiteral("sessions[%1]").arg(i), {QStringLiteral("cannot be read")}, {}});
    }
    return page;
}

Result<RemoteSession> decodeSession(const QByteArray &body, const Membership &membership)
{
    const auto parsed = parseAnswer(body);
    if (!parsed)
        return parsed.error();
    const QJsonObject object = parsed->toObject();
    const QJsonValue wrapped = object.value(L("session"));
    const auto session = readRemoteSession(wrapped.isObject() ? wrapped : QJsonValue(object), membership);
    if (!session)
        return protocolError(ClientCodec::tr("The answer is not a session between the two networks"));
    return *session;
}

Error decodeError(int httpStatus, const QByteArray &body, const QString &reasonPhrase)
{
    const RefusalWords words = readRefusal(body);
    Error error(kindOf(httpStatus), words.text, words.fields);
    if (error.detail.isEmpty() && !words.fields.isEmpty() && words.fields.first().field.isEmpty())
        error.detail = words.fields.first().messages.join(u' ');
    if (error.detail.isEmpty())
        error.detail = QStringLiteral("HTTP %1 %2").arg(httpStatus).arg(wordsOf(reasonPhrase)).trimmed();
    if (!words.contact.isEmpty())
        error.detail += QStringLiteral(" (%1)").arg(words.contact);
    return error;
}

} // namespace peerdesk
