// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/databaseplace.h"

#include "storage/migrator.h"
#include "support/postgresqlkit.h"

namespace peerdesk::test {
namespace {

DatabaseAddress inFolder(const QString &location, const QTemporaryDir &folder, const QString &name)
{
    return {location, folder.filePath(name + QStringLiteral(".key"))};
}

/// The tables are made once and copied from then on.
QString modelDatabase()
{
    static const QString name = [] {
        const QString address = postgreSql().newDatabase();
        const SystemClock clock;
        const auto made = Migrator(Migrator::builtIn(), clock).run(address);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return DatabaseAddress(address).parameters()->value(QStringLiteral("dbname"));
    }();
    return name;
}

} // namespace

PostgreSqlKit &postgreSql()
{
    static PostgreSqlKit one;
    return one;
}

bool onPostgreSql()
{
    return qEnvironmentVariable("PEERDESK_TEST_DATABASE") == u"postgresql";
}

QString whyNoDatabase()
{
    static const bool started = !onPostgreSql() || postgreSql().start();
    return started ? QString() : postgreSql().why();
}

DatabaseAddress newDatabase(const QTemporaryDir &folder, const QString &name)
{
    return onPostgreSql() ? inFolder(postgreSql().newDatabase(modelDatabase()), folder, name)
                          : DatabaseAddress(folder.filePath(name));
}

DatabaseAddress newEmptyDatabase(const QTemporaryDir &folder)
{
    const QString name = QStringLiteral("desk.sqlite");
    return onPostgreSql() ? inFolder(postgreSql().newDatabase(), folder, name) : DatabaseAddress(folder.filePath(name));
}

} // namespace peerdesk::test
