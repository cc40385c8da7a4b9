// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sessionstore.h"

#include "storage/auditstore.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <QVariant>

#include <numeric>

namespace peerdesk {
namespace {

const QString noun = QStringLiteral("session");

QString toText(const QString &text)
{
    return text;
}

Direction directionOf(const Session &session)
{
    return session.ownAsn == session.proposal.initiator ? Direction::Outgoing : Direction::Inbound;
}

const QString columns = QStringLiteral(
    "own_asn, id, request_id, item_id, remote_id, initiator_asn, receiver_asn, initiator_ip, receiver_ip, "
    "location, approval, connection, bgp_state, reason, decided_by, policy_rule, note, created_at, "
    "decided_at, configured_at, established_at, configure_by, updated_at, deleted_at, version, initiator_terms, "
    "receiver_terms, explanation, offered, asked_as");

const QString hasTimeWindow =
    QStringLiteral("deleted_at = 0 AND (approval = 'offered' OR (direction = 'inbound' AND approval = 'approved' "
                   "AND connection IN ('not-configured', 'down') AND established_at = 0))");

const QString selectWithSecret = QStringLiteral("SELECT %1, secret FROM sessions WHERE id = ?").arg(columns);
const QString insertion =
    QStringLiteral("INSERT INTO sessions (%1, direction, asn, secret) VALUES (%2)").arg(columns, placeholders(33));

Session read(Statement &row)
{
    Session session;
    session.ownAsn = row.asn();
    session.id = row.text();
    session.requestId = row.text();
    session.proposal.itemId = row.text();
    session.remoteId = row.text();
    session.proposal.initiator = row.asn();
    session.proposal.receiver = row.asn();
    session.proposal.initiatorAddress = row.address();
    session.proposal.receiverAddress = row.address();
    session.proposal.location = row.location();
    session.approval = approvalFromString(row.text()).value_or(Approval::OutcomeUnknown);
    session.connection = connectionFromString(row.text()).value_or(Connection::NotConfigured);
    session.bgpState = row.text();
    session.reason = row.text();
    session.decidedBy = row.text();
    session.policyRule = row.text();
    session.note = row.text();
    session.createdAt = row.number();
    session.decidedAt = row.number();
    session.configuredAt = row.number();
    session.establishedAt = row.number();
    session.configureBy = row.number();
    session.updatedAt = row.number();
    session.deletedAt = row.number();
    session.version = row.number();
    session.proposal.initiatorTerms = endTermsFromString(row.text()).value_or(EndTerms());
    session.proposal.receiverTerms = endTermsFromString(row.text()).value_or(EndTerms());
    session.explanation = row.text();
    session.offered = row.number() != 0;
    session.askedAs = orientationFromString(row.text()).value_or(Dialect::Orientation::Requestor);
    return session;
}

/// A condition and its values, in step.
class Where
{
public:
    template<class T> void add(const QString &condition, const T &value)
    {
        m_conditions.append(condition);
        m_values.append(QVariant::fromValue(value));
    }
    template<class T> void addAny(const QString &column, const QList<T> &values)
    {
        if (values.isEmpty())
            return;
        m_conditions.append(QStringLiteral("%1 IN (%2)").arg(column, placeholders(values.size())));
        for (const T &value : values)
            m_values.append(toText(value));
    }
    void add(const QString &condition) { m_conditions.append(condition); }

    [[nodiscard]] QString sql() const
    {
        return m_conditions.isEmpty() ? QString()
                                      : QStringLiteral(" WHERE ") + m_conditions.join(QStringLiteral(" AND "));
    }
    void bindTo(Statement &statement) const
    {
        for (const QVariant &value : m_values) {
            if (value.typeId() == QMetaType::QString)
                statement.bind(value.toString());
            else
                statement.bind(value.toLongLong());
        }
    }

private:
    QStringList m_conditions;
    QVariantList m_values;
};

Where whereOf(const SessionFilter &filter)
{
    Where where;
    if (filter.ownAsn.isValid())
        where.add(QStringLiteral("own_asn = ?"), qint64(filter.ownAsn.number()));
    if (filter.otherAsn.isValid())
        where.add(QStringLiteral("asn = ?"), qint64(filter.otherAsn.number()));
    if (filter.direction)
        where.add(QStringLiteral("direction = ?"), toText(*filter.direction));
    where.addAny(QStringLiteral("request_id"), filter.requestIds);
    if (!filter.remoteId.isEmpty())
        where.add(QStringLiteral("remote_id = ?"), filter.remoteId);
    where.addAny(QStringLiteral("approval"), filter.approvals);
    where.addAny(QStringLiteral("connection"), filter.connections);
    if (filter.location.isValid())
        where.add(QStringLiteral("location = ?"), filter.location.toString());
    if (filter.createdFrom != 0)
        where.add(QStringLiteral("created_at >= ?"), qint64(filter.createdFrom));
    if (filter.createdBefore != 0)
        where.add(QStringLiteral("created_at < ?"), qint64(filter.createdBefore));
    if (!filter.withDeleted)
        where.add(QStringLiteral("deleted_at = 0"));
    if (!filter.afterId.isEmpty())
        where.add(QStringLiteral("id > ?"), filter.afterId);
    return where;
}

SessionProposal readEnds(Statement &row)
{
    SessionProposal proposal;
    proposal.initiator = row.asn();
    proposal.receiver = row.asn();
    proposal.initiatorAddress = row.address();
    proposal.receiverAddress = row.address();
    proposal.location = row.location();
    return proposal;
}

int sumOf(const QMap<Status, int> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

/// Why an update found nobody to write to.
Error overtaken(QSqlDatabase &database, const Session &session)
{
    const auto last = AuditStore(database).last(noun, session.id);
    if (!last)
        return last.error();
    if (!*last)
        return Error(ErrorKind::NotFound, session.id);
    return Error(ErrorKind::Conflict, QCoreApplication::translate("SessionStore", "%1 was first: %2 at %3")
                                          .arg((*last)->who, (*last)->toState, toRfc3339((*last)->at)));
}

} // namespace

Result<void> SessionStore::insert(const Session &session, const QString &who)
{
    const auto sealed = m_envelope.seal(session.proposal.sessionSecret, session.id);
    if (!sealed)
        return sealed.error();
    const SessionProposal &proposal = session.proposal;
    Statement insert(m_database, insertion);
    insert.bind(session.ownAsn).bind(session.id).bind(session.requestId).bind(proposal.itemId).bind(session.remoteId);
    insert.bind(proposal.initiator).bind(proposal.receiver);
    insert.bind(proposal.initiatorAddress).bind(proposal.receiverAddress).bind(proposal.location);
    insert.bind(toText(session.approval)).bind(toText(session.connection)).bind(session.bgpState).bind(session.reason);
    insert.bind(session.decidedBy).bind(session.policyRule).bind(session.note).bind(session.createdAt);
    insert.bind(session.decidedAt).bind(session.configuredAt).bind(session.establishedAt).bind(session.configureBy);
    insert.bind(session.updatedAt).bind(session.deletedAt).bind(session.version);
    insert.bind(toText(proposal.initiatorTerms)).bind(toText(proposal.receiverTerms)).bind(session.explanation);
    insert.bind(qint64(session.offered)).bind(peerdesk::toText(session.askedAs));
    const auto done = insert.bind(toText(directionOf(session))).bind(session.otherAsn()).bind(*sealed).execute();
    if (!done)
        return done.error();
    return AuditStore(m_database)
        .append({session.ownAsn, session.createdAt, who, noun, session.id, session.version, QString(),
                 toText(session.status()), session.reason});
}

Result<Session> SessionStore::update(const Session &session, const QString &who, const QString &why, UtcMs now)
{
    const auto before = Statement(m_database, QStringLiteral("SELECT %1 FROM sessions WHERE id = ?").arg(columns))
                            .bind(session.id)
                            .first<Session>(read);
    if (!before)
        return before.error();
    Session changed = session;
    changed.updatedAt = now;
    changed.version = session.version + 1;
    Statement update(
        m_database,
        QStringLiteral("UPDATE sessions SET request_id = ?, remote_id = ?, approval = ?, connection = ?, "
                       "bgp_state = ?, reason = ?, decided_by = ?, policy_rule = ?, note = ?, decided_at = ?, "
                       "configured_at = ?, established_at = ?, configure_by = ?, updated_at = ?, "
                       "deleted_at = ?, version = ?, asked_as = ? WHERE id = ? AND version = ?"));
    update.bind(changed.requestId)
        .bind(changed.remoteId)
        .bind(toText(changed.approval))
        .bind(toText(changed.connection));
    update.bind(changed.bgpState)
        .bind(changed.reason)
        .bind(changed.decidedBy)
        .bind(changed.policyRule)
        .bind(changed.note);
    update.bind(changed.decidedAt).bind(changed.configuredAt).bind(changed.establishedAt).bind(changed.configureBy);
    update.bind(changed.updatedAt).bind(changed.deletedAt).bind(changed.version);
    update.bind(peerdesk::toText(changed.askedAs));
    const auto written = update.bind(session.id).bind(session.version).run();
    if (!written)
        return written.error();
    if (*written == 0)
        return overtaken(m_database, session);
    const QString from = toText((*before)->status());
    const QString to = changed.deletedAt != 0 ? QStringLiteral("deleted") : toText(changed.status());
    if (from == to && why.isEmpty())
        return changed;
    const auto noted =
        AuditStore(m_database).append({changed.ownAsn, now, who, noun, changed.id, changed.version, from, to, why});
    if (!noted)
        return noted.error();
    return changed;
}

Result<Session> SessionStore::session(const QString &id)
{
    QString sealed;
    auto found = Statement(m_database, selectWithSecret).bind(id).first<Session>([&sealed](Statement &row) {
        Session session = read(row);
        sealed = row.text();
        return session;
    });
    if (!found)
        return found.error();
    if (!*found)
        return Error(ErrorKind::NotFound, id);
    const auto secret = m_envelope.open(sealed, id);
    if (!secret)
        return secret.error();
    (*found)->proposal.sessionSecret = *secret;
    return **found;
}

Result<QList<Session>> SessionStore::sessions(const SessionFilter &filter)
{
    const Where where = whereOf(filter);
    // Those in a state are few: sorting them takes less than looking at all of a network's in the order of an index, which
    // SQLite would prefer.
    const bool isSorted = !filter.approvals.isEmpty() && filter.limit == 0;
    const QString order = isSorted ? QStringLiteral("id || ''") : QStringLiteral("id");
    QString sql = QStringLiteral("SELECT %1 FROM sessions%2 ORDER BY %3").arg(columns, where.sql(), order);
    if (filter.limit > 0)
        sql += QStringLiteral(" LIMIT %1").arg(filter.limit);
    Statement statement(m_database, sql);
    where.bindTo(statement);
    return statement.list<Session>(read);
}

Result<QList<Session>> SessionStore::offeredByThem(Asn own, Asn other, const QString &afterId, int limit)
{
    return Statement(m_database, QStringLiteral("SELECT %1 FROM sessions WHERE own_asn = ? AND direction = 'outgoing' "
                                                "AND asn = ? AND offered = 1 AND deleted_at = 0 "
                                                "AND approval <> 'withdrawn' AND id > ? ORDER BY id LIMIT ?")
                                     .arg(columns))
        .bind(own)
        .bind(other)
        .bind(afterId)
        .bind(limit)
        .list<Session>(read);
}

Result<QList<Session>> SessionStore::sessionsAt(Asn own, const Location &location, const IpAddress &one,
                                                const IpAddress &another)
{
    // Two addresses in two columns: either way round, and never one of them twice.
    Statement statement(m_database,
                        QStringLiteral("SELECT %1 FROM sessions WHERE own_asn = ? AND location = ? AND deleted_at = 0 "
                                       "AND initiator_ip IN (?, ?) AND receiver_ip IN (?, ?) ORDER BY id")
                            .arg(columns));
    return statement.bind(own).bind(location).bind(one).bind(another).bind(one).bind(another).list<Session>(read);
}

Result<QList<SessionProposal>> SessionStore::openProposals(Asn own, Asn other)
{
    SessionFilter filter;
    filter.ownAsn = own;
    filter.otherAsn = other;
    filter.approvals = {Approval::Sending, Approval::OutcomeUnknown, Approval::Pending,
                        Approval::Held,    Approval::Offered,        Approval::Approved};
    filter.connections = {Connection::NotConfigured, Connection::Down, Connection::Established};
    const Where where = whereOf(filter);
    Statement statement(m_database, QStringLiteral("SELECT initiator_asn, receiver_asn, initiator_ip, receiver_ip, "
                                                   "location FROM sessions%1 ORDER BY id")
                                        .arg(where.sql()));
    where.bindTo(statement);
    return statement.list<SessionProposal>(readEnds);
}

/// The places come first, one after the other: SQLite would rather read all of one network than use two columns of an
/// index for a list.
Result<QList<SessionProposal>> SessionStore::openAt(Asn own, Asn other, const QList<SessionProposal> &places)
{
    constexpr qsizetype placesInOneQuery = 200;
    const QString place = QStringLiteral("(?, ?, ?), (?, ?, ?)");
    QList<SessionProposal> open;
    for (qsizetype from = 0; from < places.size(); from += placesInOneQuery) {
        const QList<SessionProposal> some = places.mid(from, placesInOneQuery);
        Statement statement(
            m_database,
            QStringLiteral("WITH places (place, one, another) AS (VALUES %1) SELECT initiator_asn, receiver_asn, "
                           "initiator_ip, receiver_ip, location FROM places CROSS JOIN sessions WHERE own_asn = ? "
                           "AND location = place AND initiator_ip = one AND receiver_ip = another AND asn = ? "
                           "AND deleted_at = 0 AND connection <> 'unestablished' AND approval IN ('sending', "
                           "'outcome-unknown', 'pending', 'held', 'offered', 'approved')")
                .arg(QStringList(some.size(), place).join(QStringLiteral(", "))));
        for (const SessionProposal &one : some) {
            statement.bind(one.location).bind(one.initiatorAddress).bind(one.receiverAddress);
            statement.bind(one.location).bind(one.receiverAddress).bind(one.initiatorAddress);
        }
        const auto found = statement.bind(own).bind(other).list<SessionProposal>(readEnds);
        if (!found)
            return found;
        open += *found;
    }
    return open;
}

Result<int> SessionStore::undecided(Asn own, Asn other)
{
    SessionFilter filter;
    filter.ownAsn = own;
    filter.otherAsn = other;
    filter.direction = Direction::Inbound;
    filter.approvals = {Approval::Pending, Approval::Held};
    const auto waiting = counts(filter);
    return waiting ? Result<int>(sumOf(*waiting)) : Result<int>(waiting.error());
}

Result<int> SessionStore::offersWaiting(Asn own, Asn other)
{
    SessionFilter filter;
    filter.ownAsn = own;
    filter.otherAsn = other;
    filter.direction = Direction::Outgoing;
    filter.approvals = {Approval::Offered};
    const auto waiting = counts(filter);
    return waiting ? Result<int>(sumOf(*waiting)) : Result<int>(waiting.error());
}

Result<int> SessionStore::agreedHere(Asn own, Asn other)
{
    const auto count =
        Statement(m_database, QStringLiteral("SELECT count(*) FROM sessions WHERE own_asn = ? AND asn = ? "
                                             "AND direction IN ('inbound', 'outgoing') AND approval = 'approved' "
                                             "AND connection <> 'unestablished' AND deleted_at = 0 "
                                             "AND (direction = 'inbound' OR (offered = 1 AND decided_by <> ?))"))
            .bind(own)
            .bind(other)
            .bind(other.toString())
            .first<int>([](Statement &row) { return static_cast<int>(row.number()); });
    if (!count)
        return count.error();
    return count->value_or(0);
}

Result<QList<Session>> SessionStore::pastTimeWindow(UtcMs now, int limit)
{
    return Statement(m_database, QStringLiteral("SELECT %1 FROM sessions WHERE configure_by > 0 AND configure_by <= ? "
                                                "AND %2 ORDER BY configure_by LIMIT ?")
                                     .arg(columns, hasTimeWindow))
        .bind(now)
        .bind(limit)
        .list<Session>(read);
}

/// Of what another network listed, the deadline is its own.
Result<QList<Session>> SessionStore::withTimeWindow(Asn own)
{
    return Statement(m_database, QStringLiteral("SELECT %1 FROM sessions WHERE configure_by > 0 AND own_asn = ? "
                                                "AND (direction = 'inbound' OR remote_id = '') AND %2")
                                     .arg(columns, hasTimeWindow))
        .bind(own)
        .list<Session>(read);
}

Result<QMap<Status, int>> SessionStore::counts(const SessionFilter &filter)
{
    struct Group
    {
        Status status;
        int count;
    };
    const Where where = whereOf(filter);
    Statement statement(m_database, QStringLiteral("SELECT approval, connection, count(*) FROM sessions%1 "
                                                   "GROUP BY approval, connection")
                                        .arg(where.sql()));
    where.bindTo(statement);
    const auto groups = statement.list<Group>([](Statement &row) {
        const Approval approval = approvalFromString(row.text()).value_or(Approval::OutcomeUnknown);
        const Connection connection = connectionFromString(row.text()).value_or(Connection::NotConfigured);
        return Group{statusOf(approval, connection), static_cast<int>(row.number())};
    });
    if (!groups)
        return groups.error();
    QMap<Status, int> counts;
    for (const Group &group : *groups)
        counts[group.status] += group.count;
    return counts;
}

} // namespace peerdesk
