// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrorfile.h"

#include "peeringdb/citytable.h"

#include <QFile>

namespace peerdesk {
namespace {

constexpr qint64 rowsBetweenReports = 4096;

void bind(SqliteStatement &statement, int index, const DumpCell &cell)
{
    switch (cell.type) {
    case DumpCell::Type::Null:
        statement.bindNull(index);
        break;
    case DumpCell::Type::Integer:
        statement.bindInteger(index, cell.integer);
        break;
    case DumpCell::Type::Real:
        statement.bindReal(index, cell.real);
        break;
    case DumpCell::Type::Text:
        statement.bindText(index, cell.text);
        break;
    case DumpCell::Type::Bytes:
        statement.bindBytes(index, cell.text);
        break;
    }
}

QString textOf(const SqliteStatement &statement, int column)
{
    const std::string_view text = statement.text(column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

Result<MirrorFile> MirrorFile::create(const QString &path)
{
    QFile::remove(path);
    QFile::remove(path + QLatin1String("-journal"));
    auto file = SqliteFile::open(path, SqliteFile::Mode::Create);
    if (!file)
        return file.error();
    MirrorFile mirror(std::move(file).value());
    // Nobody reads the file before it is whole: a lost machine costs only a new fetch. The journal stays,
    // because it undoes a cancelled dump and lets the next start go on after the last whole one.
    std::string sql = "PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = -16000;"
                      "BEGIN;"
                      "CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;"
                      "CREATE TABLE place (ix_id INTEGER PRIMARY KEY, latitude, longitude);";
    for (const MirrorTable &table : mirrorTables())
        sql += table.createSql() + ";";
    sql += "COMMIT";
    if (const auto made = mirror.m_file.run(sql.c_str()); !made)
        return made.error();
    if (const auto noted = mirror.setFact(mirrorfact::layout(), mirrorLayout); !noted)
        return noted.error();
    return mirror;
}

Result<MirrorFile> MirrorFile::open(const QString &path, SqliteFile::Mode mode)
{
    if (!QFile::exists(path))
        return Error(ErrorKind::NotFound, QStringLiteral("%1 does not exist").arg(path));
    auto file = SqliteFile::open(path, mode);
    if (!file)
        return file.error();
    MirrorFile mirror(std::move(file).value());
    const auto layout = mirror.fact(mirrorfact::layout());
    if (!layout || *layout != mirrorLayout)
        return Error(ErrorKind::Conflict, QStringLiteral("%1 is no mirror of this program's layout").arg(path));
    return mirror;
}

Result<void> MirrorFile::begin()
{
    return m_file.run("BEGIN IMMEDIATE");
}

Result<void> MirrorFile::commit()
{
    return m_file.run("COMMIT");
}

Result<void> MirrorFile::rollback()
{
    return m_file.run("ROLLBACK");
}

Result<DumpCounts> MirrorFile::take(const MirrorTable &table, const Dump &dump, const std::stop_token &stop,
                                    const std::function<void(qint64)> &counted)
{
    auto upsert = m_file.prepare(table.upsertSql());
    if (!upsert)
        return upsert.error();
    auto remove = m_file.prepare(table.removeSql());
    if (!remove)
        return remove.error();
    qint64 rows = 0;
    const auto takeRow = [&](const MirrorRow &row) -> Result<void> {
        if (++rows % rowsBetweenReports == 0 && counted)
            counted(rows);
        if (row.status == MirrorRow::Status::Live)
            return keep(*upsert, row);
        remove->bindInteger(0, row.id());
        const bool removed = remove->step() == SqliteStatement::Step::Done;
        remove->reset();
        return removed ? Result<void>() : Result<void>(m_file.lastError());
    };
    return DumpReader(table).read(dump, takeRow, stop);
}

Result<void> MirrorFile::keep(SqliteStatement &statement, const MirrorRow &row)
{
    int index = 0;
    for (const DumpCell &cell : row.cells)
        bind(statement, index++, cell);
    const bool kept = statement.step() == SqliteStatement::Step::Done;
    statement.reset();
    if (!kept)
        return m_file.lastError();
    return {};
}

Result<void> MirrorFile::placeExchanges(const QString &cityFile)
{
    std::vector<std::pair<std::int64_t, CityTable::City>> exchanges;
    QList<CityTable::City> wanted;
    auto query = m_file.prepare("SELECT id, city, country FROM ix");
    if (!query)
        return query.error();
    while (query->step() == SqliteStatement::Step::Row) {
        wanted.append({textOf(*query, 1), textOf(*query, 2)});
        exchanges.emplace_back(query->integer(0), wanted.last());
    }
    const auto cities = CityTable::read(cityFile, wanted);
    if (!cities)
        return cities.error();
    if (const auto emptied = m_file.run("DELETE FROM place"); !emptied)
        return emptied;
    auto place = m_file.prepare("INSERT INTO place (ix_id, latitude, longitude) VALUES (?, ?, ?)");
    if (!place)
        return place.error();
    for (const auto &[id, city] : exchanges) {
        const auto found = cities->find(city);
        if (!found)
            continue;
        place->bindInteger(0, id);
        place->bindReal(1, found->latitude);
        place->bindReal(2, found->longitude);
        if (place->step() != SqliteStatement::Step::Done)
            return m_file.lastError();
        place->reset();
    }
    return {};
}

Result<qint64> MirrorFile::fact(const QString &name)
{
    auto query = m_file.prepare("SELECT value FROM facts WHERE name = ?");
    if (!query)
        return query.error();
    const QByteArray utf8 = name.toUtf8();
    query->bindText(0, {utf8.constData(), static_cast<std::size_t>(utf8.size())});
    switch (query->step()) {
    case SqliteStatement::Step::Row:
        return qint64(query->integer(0));
    case SqliteStatement::Step::Done:
        return qint64(0);
    case SqliteStatement::Step::Failed:
        break;
    }
    return m_file.lastError();
}

Result<void> MirrorFile::setFact(const QString &name, qint64 value)
{
    auto statement = m_file.prepare("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)");
    if (!statement)
        return statement.error();
    const QByteArray utf8 = name.toUtf8();
    statement->bindText(0, {utf8.constData(), static_cast<std::size_t>(utf8.size())});
    statement->bindInteger(1, value);
    if (statement->step() != SqliteStatement::Step::Done)
        return m_file.lastError();
    return {};
}

} // namespace peerdesk
