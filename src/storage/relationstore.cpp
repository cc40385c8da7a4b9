// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/relationstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

Relation read(Statement &row)
{
    Relation relation;
    relation.ownAsn = row.asn();
    relation.otherAsn = row.asn();
    relation.kind = relationFromString(row.text()).value_or(Relation::Kind::None);
    relation.declinedUntil = row.number();
    relation.comment = row.text();
    relation.updatedAt = row.number();
    return relation;
}

const QString select =
    QStringLiteral("SELECT own_asn, asn, relation, declined_until, comment, updated_at FROM relations ");

} // namespace

Result<void> RelationStore::save(const Relation &relation)
{
    Statement insert(
        m_database,
        QStringLiteral("INSERT INTO relations (own_asn, asn, relation, declined_until, comment, updated_at) "
                       "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (own_asn, asn) DO UPDATE SET "
                       "relation = excluded.relation, declined_until = excluded.declined_until, "
                       "comment = excluded.comment, updated_at = excluded.updated_at"));
    insert.bind(relation.ownAsn).bind(relation.otherAsn).bind(toText(relation.kind));
    return insert.bind(relation.declinedUntil).bind(relation.comment).bind(relation.updatedAt).execute();
}

Result<std::optional<Relation>> RelationStore::relation(Asn own, Asn other)
{
    return Statement(m_database, select + QStringLiteral("WHERE own_asn = ? AND asn = ?"))
        .bind(own)
        .bind(other)
        .first<Relation>(read);
}

Result<QList<Relation>> RelationStore::relations(Asn own)
{
    return Statement(m_database, select + QStringLiteral("WHERE own_asn = ? ORDER BY asn"))
        .bind(own)
        .list<Relation>(read);
}

} // namespace peerdesk
