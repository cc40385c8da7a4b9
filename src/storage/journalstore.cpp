// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journalstore.h"

#include "base/id.h"
#include "peering/words.h"
#include "storage/statement.h"

#include <array>

namespace peerdesk {
namespace {

using Step = JournalEntry::Step;

constexpr std::array stepWords = {
    Word<Step>{Step::Intended, "intended"},
    Word<Step>{Step::Posting, "posting"},
    Word<Step>{Step::Unclear, "unclear"},
    Word<Step>{Step::Resolved, "resolved"},
};

JournalEntry read(Statement &row)
{
    JournalEntry entry;
    entry.ownAsn = row.asn();
    entry.requestId = row.text();
    entry.sessionId = row.text();
    entry.seq = static_cast<int>(row.number());
    // A step that a newer program wrote: ask before posting.
    entry.step = valueOf<Step>(stepWords, row.text()).value_or(Step::Unclear);
    entry.attempt = static_cast<int>(row.number());
    entry.at = row.number();
    entry.nextAttemptAt = row.number();
    entry.holder = row.text();
    entry.detail = row.text();
    return entry;
}

const QString select = QStringLiteral("SELECT own_asn, request_id, session_id, seq, step, attempt, at, "
                                      "next_attempt_at, holder, detail FROM send_journal ");

} // namespace

Result<void> JournalStore::append(JournalEntry entry)
{
    const auto before = last(entry.requestId, entry.sessionId);
    if (!before)
        return before.error();
    entry.seq = *before ? (*before)->seq + 1 : 1;
    const auto superseded =
        Statement(
            m_database,
            QStringLiteral("UPDATE send_journal SET latest = 0 WHERE request_id = ? AND session_id = ? AND latest = 1"))
            .bind(entry.requestId)
            .bind(entry.sessionId)
            .execute();
    if (!superseded)
        return superseded.error();
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO send_journal (own_asn, id, request_id, session_id, seq, latest, "
                                    "step, attempt, at, next_attempt_at, holder, detail) "
                                    "VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"));
    insert.bind(entry.ownAsn).bind(newId(entry.at)).bind(entry.requestId).bind(entry.sessionId).bind(entry.seq);
    insert.bind(wordOf(stepWords, entry.step)).bind(entry.attempt).bind(entry.at).bind(entry.nextAttemptAt);
    return insert.bind(entry.holder).bind(entry.detail).execute();
}

/// Within a write job nobody else can append between the look and the entry.
Result<bool> JournalStore::claim(const JournalEntry &seen, const JournalEntry &next)
{
    const auto now = last(seen.requestId, seen.sessionId);
    if (!now)
        return now.error();
    if (!*now || (*now)->seq != seen.seq)
        return false;
    const auto appended = append(next);
    if (!appended)
        return appended.error();
    return true;
}

Result<std::optional<JournalEntry>> JournalStore::last(const QString &requestId, const QString &sessionId)
{
    return Statement(m_database,
                     select + QStringLiteral("WHERE request_id = ? AND session_id = ? ORDER BY seq DESC LIMIT 1"))
        .bind(requestId)
        .bind(sessionId)
        .first<JournalEntry>(read);
}

Result<QList<JournalEntry>> JournalStore::open()
{
    return Statement(m_database,
                     select + QStringLiteral("WHERE latest = 1 AND step <> 'resolved' ORDER BY next_attempt_at, at"))
        .list<JournalEntry>(read);
}

Result<QList<JournalEntry>> JournalStore::history(const QString &requestId)
{
    return Statement(m_database, select + QStringLiteral("WHERE request_id = ? ORDER BY session_id, seq"))
        .bind(requestId)
        .list<JournalEntry>(read);
}

} // namespace peerdesk
