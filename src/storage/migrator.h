// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace peerdesk {

class SqlConnection;
struct DatabaseAddress;

/// One numbered SQL file of resources/migrations. A line "-- min_compatible: 3" says that programs which know fewer
/// than three migrations must not open the database once this one is applied; without it, none older than itself.
/// Statements end with a semicolon; triggers (semicolons within a statement) are not understood.
struct Migration
{
    int number = 0;
    QString name;
    QByteArray sql;

    [[nodiscard]] static Migration fromFile(const QString &fileName, const QByteArray &sql);
    [[nodiscard]] int minCompatible() const;
    [[nodiscard]] QString checksum() const;
    [[nodiscard]] QStringList statements() const;
};

/// Brings a database to the schema this program knows: under a lock (two programs may start at once), after a backup
/// (of an SQLite file), each file in one transaction. Refuses a database that a newer program has made incompatible, and one whose applied
/// migrations are not the ones this program knows.
class Migrator
{
public:
    [[nodiscard]] static QList<Migration> builtIn();

    Migrator(QList<Migration> migrations, const Clock &clock);

    Result<void> run(const DatabaseAddress &address) const;

private:
    struct Applied
    {
        int version = 0;
        int minCompatible = 0;
    };

    Result<Applied> applied(SqlConnection &connection) const;
    Result<void> apply(SqlConnection &connection, const Migration &migration) const;
    [[nodiscard]] int newestKnown() const;

    const QList<Migration> m_migrations;
    const Clock &m_clock;
};

} // namespace peerdesk
