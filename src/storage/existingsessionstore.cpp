// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/existingsessionstore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

ExistingSession read(Statement &row)
{
    ExistingSession session;
    session.ownAsn = row.asn();
    session.otherAsn = row.asn();
    session.location = row.location();
    session.ownAddress = row.address();
    session.otherAddress = row.address();
    session.state = row.text();
    session.source = row.text();
    session.importedAt = row.number();
    return session;
}

const QString select = QStringLiteral(
    "SELECT own_asn, asn, location, own_ip, other_ip, state, source, imported_at FROM existing_sessions WHERE own_asn = ? ");

} // namespace

Result<void> ExistingSessionStore::replaceSource(Asn own, const QString &source, const QList<ExistingSession> &sessions)
{
    const auto cleared =
        Statement(m_database, QStringLiteral("DELETE FROM existing_sessions WHERE own_asn = ? AND source = ?"))
            .bind(own)
            .bind(source)
            .execute();
    if (!cleared)
        return cleared.error();
    for (const ExistingSession &session : sessions) {
        Statement insert(
            m_database,
            QStringLiteral("INSERT INTO existing_sessions (own_asn, asn, location, own_ip, other_ip, state, "
                           "source, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                           "ON CONFLICT (own_asn, own_ip, other_ip, location) DO UPDATE SET "
                           "asn = excluded.asn, state = excluded.state, source = excluded.source, "
                           "imported_at = excluded.imported_at"));
        insert.bind(own).bind(session.otherAsn).bind(session.location).bind(session.ownAddress);
        const auto done =
            insert.bind(session.otherAddress).bind(session.state).bind(source).bind(session.importedAt).execute();
        if (!done)
            return done.error();
    }
    return {};
}

Result<QList<ExistingSession>> ExistingSessionStore::sessions(Asn own)
{
    return Statement(m_database, select + QStringLiteral("ORDER BY asn, location, own_ip, other_ip"))
        .bind(own)
        .list<ExistingSession>(read);
}

Result<QList<ExistingSession>> ExistingSessionStore::sessionsWith(Asn own, Asn other)
{
    return Statement(m_database, select + QStringLiteral("AND asn = ? ORDER BY location, own_ip, other_ip"))
        .bind(own)
        .bind(other)
        .list<ExistingSession>(read);
}

} // namespace peerdesk
