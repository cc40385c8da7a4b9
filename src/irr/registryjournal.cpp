// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/registryjournal.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

QString wordOf(RegistryEntry::Operation operation)
{
    return operation == RegistryEntry::Operation::Add ? QStringLiteral("ADD") : QStringLiteral("DEL");
}

RegistryEntry readEntry(Statement &row)
{
    RegistryEntry entry;
    entry.serial = row.number();
    entry.operation = row.text() == u"ADD" ? RegistryEntry::Operation::Add : RegistryEntry::Operation::Delete;
    entry.className = row.text();
    entry.object = row.text();
    entry.text = row.text();
    entry.at = row.number();
    entry.who = row.text();
    entry.why = row.text();
    return entry;
}

} // namespace

Result<void> RegistryJournal::append(const RegistryEntry &entry)
{
    // Writing transactions follow each other, so nobody else takes the same number.
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO irr_journal (serial, operation, class, object, text, at, who, why) "
                                    "SELECT coalesce(max(serial), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM irr_journal"));
    insert.bind(wordOf(entry.operation)).bind(entry.className).bind(entry.object).bind(entry.text);
    return insert.bind(entry.at).bind(entry.who).bind(entry.why).execute();
}

Result<RegistryJournal::Range> RegistryJournal::range()
{
    const auto found = Statement(m_database, QStringLiteral("SELECT coalesce(min(serial), 0) FROM irr_journal"))
                           .first<Range>([](Statement &row) {
                               return Range{row.number(), 0};
                           });
    if (!found)
        return found.error();
    const auto newest = Statement(m_database, QStringLiteral("SELECT coalesce(max(serial), 0) FROM irr_journal"))
                            .first<qint64>([](Statement &row) { return row.number(); });
    if (!newest)
        return newest.error();
    return Range{found->value_or(Range()).oldest, newest->value_or(0)};
}

Result<QList<RegistryEntry>> RegistryJournal::entries(qint64 serial, int limit)
{
    return Statement(m_database,
                     QStringLiteral("SELECT serial, operation, class, object, text, at, who, why FROM irr_journal "
                                    "WHERE serial >= ? ORDER BY serial LIMIT ?"))
        .bind(serial)
        .bind(limit)
        .list<RegistryEntry>(readEntry);
}

Result<bool> RegistryJournal::reachesBackBefore(UtcMs time)
{
    const auto extent = range();
    if (!extent || extent->oldest == extent->newest)
        return extent ? Result<bool>(false) : Result<bool>(extent.error());
    const auto oldest = entries(extent->oldest, 1);
    if (!oldest)
        return oldest.error();
    return !oldest->isEmpty() && oldest->first().at < time;
}

Result<int> RegistryJournal::purge(UtcMs before, int limit)
{
    const auto extent = range();
    if (!extent)
        return extent.error();
    // By its numbers, which follow time, so that nobody has to search for what is old.
    return Statement(
               m_database,
               QStringLiteral("DELETE FROM irr_journal WHERE serial >= ? AND serial < ? AND serial < ? AND at < ?"))
        .bind(extent->oldest)
        .bind(extent->oldest + limit)
        .bind(extent->newest)
        .bind(before)
        .run();
}

} // namespace peerdesk
