// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"
#include "storage/migrator.h"
#include "storage/sqliteconnection.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <optional>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

Migration first()
{
    return Migration::fromFile(QStringLiteral("0001_first.sql"), "-- it's a start; isn't it\n"
                                                                 "CREATE TABLE a (x TEXT NOT NULL DEFAULT ';');\n"
                                                                 "INSERT INTO a VALUES ('one;two');\n");
}

Migration second(const QByteArray &header = {})
{
    return Migration::fromFile(QStringLiteral("0002_second.sql"),
                               header + "CREATE TABLE b (x TEXT);\nINSERT INTO b SELECT x FROM a;\n");
}

Migration broken()
{
    return Migration::fromFile(QStringLiteral("0003_third.sql"),
                               "CREATE TABLE c (x TEXT);\nINSERT INTO nowhere VALUES (1);");
}

} // namespace

class TstMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInFilesMakeADatabaseFromNothing()
    {
        const QList<Migration> migrations = Migrator::builtIn();
        QVERIFY(!migrations.isEmpty());
        for (int i = 1; i < migrations.size(); ++i)
            QVERIFY2(migrations.at(i).number > migrations.at(i - 1).number, "they are applied in their order");
        QVERIFY(run(migrations));
        QVERIFY(number(QStringLiteral("SELECT count(*) FROM sessions")) == 0);
        QVERIFY(run(migrations)); // and are content with it afterwards
    }

    void statementsAreSplitWhereTheyEnd()
    {
        QCOMPARE(first().statements(), (QStringList{QStringLiteral("CREATE TABLE a (x TEXT NOT NULL DEFAULT ';')"),
                                                    QStringLiteral("INSERT INTO a VALUES ('one;two')")}));
    }

    void laterFilesAreAppliedOnceAndAfterABackup()
    {
        const QString copy = SqliteConnection::backupPath(m_address->location, 1);
        QVERIFY(run({first()}));
        QVERIFY(!QFile::exists(copy));
        QVERIFY(run({first(), second()}));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM b")), 1);
        QVERIFY(run({first(), second()}));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM b")), 1);

        if (onPostgreSql())
            return; // backups are made by whoever runs the server
        auto backup = SqlConnection::open(copy, SqlConnection::Access::ReadWrite);
        QVERIFY(backup);
        QCOMPARE(*(*backup)->number(QStringLiteral("SELECT count(*) FROM a")), 1);
        QVERIFY(!(*backup)->number(QStringLiteral("SELECT count(*) FROM b")));
    }

    void aFailingFileLeavesTheDatabaseAsItWas()
    {
        QVERIFY(run({first(), second()}));
        const auto failed = run({first(), second(), broken()});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QVERIFY(failed.error().detail.contains(QStringLiteral("0003_third.sql")));
        QVERIFY(number(QStringLiteral("SELECT count(*) FROM c")) < 0);
        QVERIFY(run({first(), second()}));
    }

    void aDatabaseOfANewerProgramIsRefused()
    {
        QVERIFY(run({first(), second()}));
        const auto refused = run({first()});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Storage);
        QVERIFY2(refused.error().detail.contains(QStringLiteral("newer Peerdesk (schema 2; this program knows 1)")),
                 qPrintable(refused.error().detail));
    }

    void aNewerDatabaseThatSaysItIsCompatibleIsOpened()
    {
        QVERIFY(run({first(), second("-- min_compatible: 1\n")}));
        QVERIFY(run({first()}));
    }

    void aFileThatChangedSinceItWasAppliedIsNoticed()
    {
        QVERIFY(run({first()}));
        Migration changed = first();
        changed.sql += "CREATE TABLE sneaked_in (x TEXT);\n";
        const auto refused = run({changed});
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(QStringLiteral("0001_first.sql")));
    }

    void twoProgramsThatStartAtOnceMakeOneDatabase()
    {
        QList<QFuture<Result<void>>> programs;
        for (int i = 0; i < 4; ++i)
            programs.append(
                QtConcurrent::run([this] { return Migrator(Migrator::builtIn(), m_clock).run(*m_address); }));
        for (const auto &program : programs) {
            const auto done = program.result();
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        }
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM migrations")), Migrator::builtIn().size());
    }

    void initTestCase() { REQUIRE_DATABASE(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = newEmptyDatabase(*m_folder);
    }

private:
    [[nodiscard]] Result<void> run(const QList<Migration> &migrations) const
    {
        return Migrator(migrations, m_clock).run(*m_address);
    }
    [[nodiscard]] qint64 number(const QString &sql) const
    {
        auto connection = SqlConnection::open(*m_address, SqlConnection::Access::ReadWrite);
        const auto value = (*connection)->number(sql);
        return value ? *value : -1;
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<DatabaseAddress> m_address;
};

QTEST_GUILESS_MAIN(TstMigrator)
#include "tst_migrator.moc"
