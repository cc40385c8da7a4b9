// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/auditstore.h"

#include "base/id.h"
#include "storage/statement.h"

#include <algorithm>

namespace peerdesk {
namespace {

AuditEntry read(Statement &row)
{
    AuditEntry entry;
    entry.ownAsn = row.asn();
    entry.at = row.number();
    entry.who = row.text();
    entry.noun = row.text();
    entry.nounId = row.text();
    entry.nounVersion = row.number();
    entry.fromState = row.text();
    entry.toState = row.text();
    entry.why = row.text();
    return entry;
}

const QString select =
    QStringLiteral("SELECT own_asn, at, who, noun, noun_id, noun_version, from_state, to_state, why FROM audit ");

} // namespace

Result<void> AuditStore::append(const AuditEntry &entry)
{
    Statement insert(m_database, QStringLiteral("INSERT INTO audit (own_asn, id, at, who, noun, noun_id, noun_version, "
                                                "from_state, to_state, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(entry.ownAsn).bind(newId(entry.at)).bind(entry.at).bind(entry.who).bind(entry.noun).bind(entry.nounId);
    return insert.bind(entry.nounVersion).bind(entry.fromState).bind(entry.toState).bind(entry.why).execute();
}

Result<QList<AuditEntry>> AuditStore::history(const QString &noun, const QString &nounId)
{
    return Statement(m_database, select + QStringLiteral("WHERE noun = ? AND noun_id = ? ORDER BY at, noun_version"))
        .bind(noun)
        .bind(nounId)
        .list<AuditEntry>(read);
}

Result<QList<AuditEntry>> AuditStore::historyOf(const Request &request)
{
    auto all = history(QStringLiteral("request"), request.id);
    for (const Session &session : request.sessions) {
        const auto entries = history(QStringLiteral("session"), session.id);
        if (!entries)
            return entries;
        if (all)
            *all += *entries;
    }
    if (all)
        std::stable_sort(all->begin(), all->end(),
                         [](const AuditEntry &one, const AuditEntry &other) { return one.at < other.at; });
    return all;
}

Result<std::optional<AuditEntry>> AuditStore::last(const QString &noun, const QString &nounId)
{
    return Statement(m_database,
                     select
                         + QStringLiteral("WHERE noun = ? AND noun_id = ? ORDER BY noun_version DESC, at DESC LIMIT 1"))
        .bind(noun)
        .bind(nounId)
        .first<AuditEntry>(read);
}

Result<QList<AuditEntry>> AuditStore::between(Asn own, UtcMs from, UtcMs until)
{
    return Statement(m_database,
                     select + QStringLiteral("WHERE own_asn = ? AND at >= ? AND at < ? ORDER BY at, noun_version"))
        .bind(own)
        .bind(from)
        .bind(until)
        .list<AuditEntry>(read);
}

} // namespace peerdesk
