// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/requeststore.h"

#include "storage/sessionstore.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <QHash>

namespace peerdesk {
namespace {

const QString columns = QStringLiteral("own_asn, id, direction, asn, remote_id, idempotency_key, endpoint, requester, "
                                       "created_at, sent_at, answered_at, last_error, version, time_window, "
                                       "requester_address");

Request read(Statement &row)
{
    Request request;
    request.ownAsn = row.asn();
    request.id = row.text();
    request.direction = row.text() == toText(Direction::Inbound) ? Direction::Inbound : Direction::Outgoing;
    request.otherAsn = row.asn();
    request.remoteId = row.text();
    request.idempotencyKey = row.text();
    request.endpoint = QUrl(row.text());
    request.requester = row.text();
    request.createdAt = row.number();
    request.sentAt = row.number();
    request.answeredAt = row.number();
    request.lastError = row.text();
    request.version = row.number();
    request.timeWindow = std::chrono::milliseconds(row.number());
    request.requesterAddress = row.text();
    return request;
}

} // namespace

Result<void> RequestStore::insert(const Request &request, const QString &who)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO requests (%1) VALUES (%2)").arg(columns, placeholders(15)));
    insert.bind(request.ownAsn).bind(request.id).bind(toText(request.direction)).bind(request.otherAsn);
    insert.bind(request.remoteId);
    if (request.idempotencyKey.isEmpty())
        insert.bindNull();
    else
        insert.bind(request.idempotencyKey);
    insert.bind(request.endpoint.toString()).bind(request.requester).bind(request.createdAt).bind(request.sentAt);
    insert.bind(request.answeredAt).bind(request.lastError).bind(request.version);
    const auto done = insert.bind(request.timeWindow.count()).bind(request.requesterAddress).execute();
    if (!done)
        return done.error();
    SessionStore sessions(m_database, m_envelope);
    for (const Session &session : request.sessions) {
        const auto added = sessions.insert(session, who);
        if (!added)
            return added;
    }
    return {};
}

/// Within a write job nobody else can insert between this and insert().
Result<std::optional<QString>> RequestStore::inboundId(Asn own, Asn other, const QString &key)
{
    if (key.isEmpty())
        return std::optional<QString>();
    return Statement(m_database, QStringLiteral("SELECT id FROM requests WHERE own_asn = ? AND asn = ? "
                                                "AND direction = 'inbound' AND idempotency_key = ?"))
        .bind(own)
        .bind(other)
        .bind(key)
        .first<QString>([](Statement &row) { return row.text(); });
}

Result<std::chrono::milliseconds> RequestStore::timeWindow(const QString &id)
{
    const auto window =
        Statement(m_database, QStringLiteral("SELECT time_window FROM requests WHERE id = ?"))
            .bind(id)
            .first<std::chrono::milliseconds>([](Statement &row) { return std::chrono::milliseconds(row.number()); });
    if (!window)
        return window.error();
    if (!*window)
        return Error(ErrorKind::NotFound, id);
    return **window;
}

Result<std::optional<QString>> RequestStore::idNamedBy(Asn own, Asn other, const QString &name)
{
    if (name.isEmpty())
        return std::optional<QString>();
    return Statement(m_database, QStringLiteral("SELECT id FROM requests WHERE own_asn = ? AND direction = 'outgoing' "
                                                "AND asn = ? AND (id = ? OR remote_id = ?)"))
        .bind(own)
        .bind(other)
        .bind(name)
        .bind(name)
        .first<QString>([](Statement &row) { return row.text(); });
}

Result<Request> RequestStore::update(const Request &request)
{
    Request changed = request;
    changed.version = request.version + 1;
    Statement update(m_database,
                     QStringLiteral("UPDATE requests SET remote_id = ?, endpoint = ?, requester = ?, sent_at = ?, "
                                    "answered_at = ?, last_error = ?, version = ? WHERE id = ? AND version = ?"));
    update.bind(changed.remoteId).bind(changed.endpoint.toString()).bind(changed.requester).bind(changed.sentAt);
    update.bind(changed.answeredAt).bind(changed.lastError).bind(changed.version);
    const auto written = update.bind(request.id).bind(request.version).run();
    if (!written)
        return written.error();
    if (*written == 0)
        return Error(ErrorKind::Conflict,
                     QCoreApplication::translate("RequestStore", "The request was changed by somebody else"));
    return changed;
}

Result<Request> RequestStore::request(const QString &id)
{
    auto found = Statement(m_database, QStringLiteral("SELECT %1 FROM requests WHERE id = ?").arg(columns))
                     .bind(id)
                     .first<Request>(read);
    if (!found)
        return found.error();
    if (!*found)
        return Error(ErrorKind::NotFound, id);
    SessionStore sessions(m_database, m_envelope);
    SessionFilter filter;
    filter.requestIds = {id};
    const auto listed = sessions.sessions(filter);
    if (!listed)
        return listed.error();
    for (const Session &listedSession : *listed) {
        const auto session = sessions.session(listedSession.id);
        if (!session)
            return session.error();
        (*found)->sessions.append(*session);
    }
    return **found;
}

Result<QList<Request>> RequestStore::requests(const RequestFilter &filter)
{
    QStringList conditions;
    if (filter.ownAsn.isValid())
        conditions.append(QStringLiteral("own_asn = %1").arg(filter.ownAsn.number()));
    if (filter.otherAsn.isValid())
        conditions.append(QStringLiteral("asn = %1").arg(filter.otherAsn.number()));
    if (filter.direction)
        conditions.append(QStringLiteral("direction = '%1'").arg(toText(*filter.direction)));
    if (filter.createdFrom != 0)
        conditions.append(QStringLiteral("created_at >= %1").arg(filter.createdFrom));
    if (filter.createdBefore != 0)
        conditions.append(QStringLiteral("created_at < %1").arg(filter.createdBefore));
    if (!filter.approvals.isEmpty()) {
        QStringList words;
        for (const Approval approval : filter.approvals)
            words.append(QStringLiteral("'%1'").arg(toText(approval)));
        conditions.append(QStringLiteral("EXISTS (SELECT 1 FROM sessions s WHERE s.request_id = requests.id "
                                         "AND s.deleted_at = 0 AND s.approval IN (%1))")
                              .arg(words.join(QStringLiteral(", "))));
    }
    // Numbers and our own words only: nothing in here comes from outside.
    QString tail =
        conditions.isEmpty() ? QString() : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
    tail += QStringLiteral(" ORDER BY created_at DESC, id DESC");
    if (filter.limit > 0)
        tail += QStringLiteral(" LIMIT %1").arg(filter.limit);
    auto found =
        Statement(m_database, QStringLiteral("SELECT %1 FROM requests%2").arg(columns, tail)).list<Request>(read);
    if (!found)
        return found.error();
    return withSessions(std::move(*found));
}

Result<QList<Request>> RequestStore::withSessions(QList<Request> requests)
{
    constexpr qsizetype idsInOneQuery = 500; // well below SQLite's limit of bound values
    QHash<QString, QList<Session>> byRequest;
    SessionStore sessions(m_database, m_envelope);
    for (qsizetype from = 0; from < requests.size(); from += idsInOneQuery) {
        SessionFilter filter;
        for (const Request &request : requests.mid(from, idsInOneQuery))
            filter.requestIds.append(request.id);
        const auto found = sessions.sessions(filter);
        if (!found)
            return found.error();
        for (const Session &session : *found)
            byRequest[session.requestId].append(session);
    }
    for (Request &request : requests)
        request.sessions = byRequest.take(request.id);
    return requests;
}

} // namespace peerdesk
