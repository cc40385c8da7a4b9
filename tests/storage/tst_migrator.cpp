// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteconnection.h"
#include "storage/migrator.h"
#include "support/manualclock.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;

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
    return Migration::fromFile(QStringLiteral("0003_third.sql"), "CREATE TABLE c (x TEXT);\nINSERT INTO nowhere VALUES (1);");
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
        for (int i = 0; i < migrations.size(); ++i)
            QCOMPARE(migrations.at(i).number, i + 1);
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
        QVERIFY(run({first()}));
        QVERIFY(!QFile::exists(Migrator::backupPath(path(), 1)));
        QVERIFY(run({first(), second()}));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM b")), 1);
        QVERIFY(run({first(), second()}));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM b")), 1);

        auto backup = SqliteConnection::open(Migrator::backupPath(path(), 1), SqliteConnection::Access::ReadWrite);
        QVERIFY(backup);
        QCOMPARE(*backup->number(QStringLiteral("SELECT count(*) FROM a")), 1);
        QVERIFY(!backup->number(QStringLiteral("SELECT count(*) FROM b")));
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

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("desk.sqlite")); }
    [[nodiscard]] Result<void> run(const QList<Migration> &migrations) const { return Migrator(migrations, m_clock).run(path()); }
    [[nodiscard]] qint64 number(const QString &sql) const
    {
        auto connection = SqliteConnection::open(path(), SqliteConnection::Access::ReadWrite);
        const auto value = connection->number(sql);
        return value ? *value : -1;
    }

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TstMigrator)
#include "tst_migrator.moc"
