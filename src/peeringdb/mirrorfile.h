// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringdb/dumpreader.h"
#include "peeringdb/sqlitefile.h"

namespace peerdesk {

/// The mirror's own SQLite file while it is written: filled anew beside the old one, or updated in one
/// transaction. It can always be thrown away and fetched again, so it has no migrations: a file of another
/// layout is filled anew. Whoever reads it (MirrorLoader) reads it whole, in one go. One thread.
class MirrorFile
{
public:
    /// A file with empty tables. Storage if it cannot be made.
    [[nodiscard]] static Result<MirrorFile> create(const QString &path);
    /// An existing one. NotFound if there is none, Conflict if it has another layout.
    [[nodiscard]] static Result<MirrorFile> open(const QString &path, SqliteFile::Mode mode);

    /// Between `begin` and `commit` nothing is seen by others; dropping the file without commit undoes all.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] Result<void> rollback();

    /// Takes the rows of a dump or of an answer to `since`: live ones are kept, deleted ones removed.
    /// `counted` hears of the rows every few thousand.
    [[nodiscard]] Result<DumpCounts> take(const MirrorTable &table, const Dump &dump, const std::stop_token &stop,
                                          const std::function<void(qint64 rows)> &counted = {});
    /// Notes the coordinates of each exchange's city, from CityTable's file.
    [[nodiscard]] Result<void> placeExchanges(const QString &cityFile);

    /// Small facts kept beside the rows: times, cursors. 0 if unknown.
    [[nodiscard]] Result<qint64> fact(const QString &name);
    [[nodiscard]] Result<void> setFact(const QString &name, qint64 value);

    [[nodiscard]] Result<void> run(const char *sql) { return m_file.run(sql); }
    [[nodiscard]] SqliteFile &tables() { return m_file; }

private:
    explicit MirrorFile(SqliteFile file)
        : m_file(std::move(file))
    {
    }
    [[nodiscard]] Result<void> keep(SqliteStatement &statement, const MirrorRow &row);

    SqliteFile m_file;
};

/// Names of facts. A cursor is the latest `updated` seen of a type, in seconds; a type has one once it is
/// filled.
namespace mirrorfact {
inline QString cursor(const MirrorTable &table)
{
    return QLatin1String("cursor_") + table.name();
}
inline QString layout()
{
    return QStringLiteral("layout");
}
inline QString syncedAt()
{
    return QStringLiteral("synced_at");
}
inline QString filledAt()
{
    return QStringLiteral("filled_at");
}
inline QString notBefore()
{
    return QStringLiteral("not_before");
} ///< PeeringDB asked not to be asked until then
} // namespace mirrorfact

/// Of the tables' rows and columns. Grows when mirrortables.cpp changes.
inline constexpr qint64 mirrorLayout = 1;

} // namespace peerdesk
