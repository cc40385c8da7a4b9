// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/personaldata.h"

#include "storage/statement.h"

#include <algorithm>
#include <initializer_list>

namespace peerdesk {
namespace {

/// Runs each with the time and the slice; the most that one of them changed.
Result<int> runAll(QSqlDatabase &database, std::initializer_list<QString> statements, UtcMs before, int slice)
{
    if (before <= 0) // what is kept for ever need not be read through
        return 0;
    int most = 0;
    for (const QString &sql : statements) {
        const auto changed = Statement(database, sql).bind(before).bind(slice).run();
        if (!changed)
            return changed.error();
        most = std::max(most, *changed);
    }
    return most;
}

} // namespace

PersonalData::PersonalData(QSqlDatabase &database)
    : m_database(database)
{
}

Result<int> PersonalData::forgetNames(UtcMs before, int slice)
{
    // Rules of the policy and the daemon itself are nobody.
    return runAll(
        m_database,
        {QStringLiteral(
             "UPDATE requests SET requester = '(removed)', requester_address = '' WHERE id IN (SELECT id FROM requests "
             "WHERE created_at < ? AND requester NOT IN ('', '(removed)') LIMIT ?)"),
         QStringLiteral(
             "UPDATE sessions SET decided_by = '(removed)' WHERE id IN (SELECT id FROM sessions "
             "WHERE updated_at < ? AND decided_by NOT LIKE 'policy:%' AND decided_by NOT IN ('', 'peerdeskd', '(removed)') "
             "LIMIT ?)"),
         // What the policy said of a sender names the sender.
         QStringLiteral("UPDATE sessions SET explanation = '' WHERE id IN (SELECT id FROM sessions "
                        "WHERE updated_at < ? AND explanation <> '' LIMIT ?)"),
         QStringLiteral(
             "UPDATE audit SET who = '(removed)' WHERE id IN (SELECT id FROM audit "
             "WHERE at < ? AND who NOT LIKE 'policy:%' AND who NOT IN ('', 'peerdeskd', '(removed)') LIMIT ?)"),
         QStringLiteral(
             "UPDATE policies SET who = '(removed)' WHERE (own_asn, origin) IN (SELECT own_asn, origin FROM policies "
             "WHERE updated_at < ? AND origin = 'desk' AND who NOT IN ('', '(removed)') LIMIT ?)"),
         QStringLiteral("UPDATE mails SET recipient = '', subject = '', body = '' WHERE id IN (SELECT id FROM mails "
                        "WHERE created_at < ? AND recipient <> '' AND (sent_at > 0 OR given_up_at > 0) LIMIT ?)")},
        before, slice);
}

Result<int> PersonalData::dropEnded(UtcMs before, int slice)
{
    return runAll(
        m_database,
        {QStringLiteral(
             "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE direction = 'inbound' AND updated_at < ? "
             "AND (approval IN ('rejected', 'withdrawn') OR deleted_at <> 0) LIMIT ?)"),
         QStringLiteral(
             "DELETE FROM requests WHERE id IN (SELECT id FROM requests WHERE direction = 'inbound' AND created_at < ? "
             "AND NOT EXISTS (SELECT 1 FROM sessions WHERE sessions.request_id = requests.id) LIMIT ?)"),
         QStringLiteral("DELETE FROM request_keys WHERE request_id IN (SELECT request_id FROM request_keys k "
                        "WHERE checked_at < ? AND NOT EXISTS (SELECT 1 FROM requests r WHERE r.id = k.request_id) "
                        "LIMIT ?)"),
         QStringLiteral("DELETE FROM mails WHERE id IN (SELECT id FROM mails WHERE created_at < ? AND request_id <> '' "
                        "AND NOT EXISTS (SELECT 1 FROM requests WHERE requests.id = mails.request_id) LIMIT ?)"),
         QStringLiteral("DELETE FROM offer_deliveries WHERE request_id IN (SELECT request_id FROM offer_deliveries d "
                        "WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM requests r WHERE r.id = d.request_id) "
                        "LIMIT ?)")},
        before, slice);
}

} // namespace peerdesk
