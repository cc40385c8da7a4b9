// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journalstore.h"

#include "base/id.h"
#include "storage/statement.h"

#include <array>

namespace peerdesk {
namespace {

using Step = JournalEntry::Step;

constexpr std::array steps = {
    std::pair{Step::Intended, "intended"},
    std::pair{Step::Posting, "posting"},
    std::pair{Step::Unclear, "unclear"},
    std::pair{Step::Resolved, "resolved"},
};

QString wordOf(Step step)
{
    for (const auto &[value, word] : steps) {
        if (value == step)
            return QString::fromLatin1(word);
    }
    return {};
}

Step stepOf(const QString &text)
{
    for (const auto &[value, word] : steps) {
        if (text == QLatin1String(word))
            return value;
    }
    return Step::Unclear; // whatever a newer program wrote: ask before posting
}

JournalEntry read(Statement &row)
{
    JournalEntry entry;
    entry.ownAsn = row.asn();
    entry.requestId = row.text();
    entry.sessionId = row.text();
    entry.seq = static_cast<int>(row.number());
    entry.step = stepOf(row.text());
    entry.attempt = static_cast<int>(row.number());
    entry.at = row.number();
    entry.nextAttemptAt = row.number();
    entry.detail = row.text();
    return entry;
}

const QString select = QStringLiteral(
    "SELECT own_asn, request_id, session_id, seq, step, attempt, at, next_attempt_at, detail FROM send_journal ");

} // namespace

Result<void> JournalStore::append(JournalEntry entry)
{
    const auto before = last(entry.requestId, entry.sessionId);
    if (!before)
        return before.error();
    entry.seq = *before ? (*before)->seq + 1 : 1;
    const auto superseded =
        Statement(m_database,
                  QStringLiteral("UPDATE send_journal SET latest = 0 WHERE request_id = ? AND session_id = ? AND latest = 1"))
            .bind(entry.requestId)
            .bind(entry.sessionId)
            .run();
    if (!superseded)
        return superseded.error();
    Statement insert(m_database, QStringLiteral("INSERT INTO send_journal (own_asn, id, request_id, session_id, seq, latest, "
                                                "step, attempt, at, next_attempt_at, detail) "
                                                "VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)"));
    insert.bind(entry.ownAsn).bind(newId(entry.at)).bind(entry.requestId).bind(entry.sessionId).bind(entry.seq);
    insert.bind(wordOf(entry.step)).bind(entry.attempt).bind(entry.at).bind(entry.nextAttemptAt).bind(entry.detail);
    const auto done = insert.run();
    if (!done)
        return done.error();
    return {};
}

Result<std::optional<JournalEntry>> JournalStore::last(const QString &requestId, const QString &sessionId)
{
    return Statement(m_database, select + QStringLiteral("WHERE request_id = ? AND session_id = ? ORDER BY seq DESC LIMIT 1"))
        .bind(requestId)
        .bind(sessionId)
        .first<JournalEntry>(read);
}

Result<QList<JournalEntry>> JournalStore::open()
{
    return Statement(m_database, select + QStringLiteral("WHERE latest = 1 AND step <> 'resolved' ORDER BY next_attempt_at, at"))
        .list<JournalEntry>(read);
}

Result<QList<JournalEntry>> JournalStore::due(UtcMs now)
{
    return Statement(m_database, select
                         + QStringLiteral("WHERE latest = 1 AND step <> 'resolved' AND next_attempt_at <= ? "
                                          "ORDER BY next_attempt_at, at"))
        .bind(now)
        .list<JournalEntry>(read);
}

Result<QList<JournalEntry>> JournalStore::history(const QString &requestId)
{
    return Statement(m_database, select + QStringLiteral("WHERE request_id = ? ORDER BY session_id, seq"))
        .bind(requestId)
        .list<JournalEntry>(read);
}

} // namespace peerdesk
