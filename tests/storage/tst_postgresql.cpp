// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/noticestore.h"
#include "storage/sqlconnection.h"
#include "storage/statement.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/patience.h"
#include "support/postgresqlkit.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int patienceMs = 30'000;
const Asn own(64496);

Notice notice(int number)
{
    Notice n;
    n.id = QString::number(number);
    n.ownAsn = own;
    n.otherAsn = Asn(64500);
    n.text = QStringLiteral("notice");
    return n;
}

QFuture<Result<void>> add(Database &database, int number)
{
    return database.write([number](QSqlDatabase &db) { return NoticeStore(db).add(notice(number)); });
}

qsizetype stored(Database &database)
{
    auto future = database.read([](QSqlDatabase &db) { return NoticeStore(db).waiting(own); });
    const auto result = future.result();
    return result ? result->size() : -1;
}

Result<void> plainly(Result<int> done)
{
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

/// What only a server has: it goes away, it has roles, and several programs write at once.
class TstPostgreSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsWhatLibpqTakesForOne()
    {
        const DatabaseAddress address(QStringLiteral("postgresql://peerdesk@db.example:5433/desk?sslmode=verify-full&passfile=/etc/a%20b"));
        QVERIFY(address.isPostgreSql());
        const auto parameters = address.parameters();
        QVERIFY(parameters);
        QCOMPARE(parameters->value(QStringLiteral("host")), QStringLiteral("db.example"));
        QCOMPARE(parameters->value(QStringLiteral("port")), QStringLiteral("5433"));
        QCOMPARE(parameters->value(QStringLiteral("user")), QStringLiteral("peerdesk"));
        QCOMPARE(parameters->value(QStringLiteral("dbname")), QStringLiteral("desk"));
        QCOMPARE(parameters->value(QStringLiteral("sslmode")), QStringLiteral("verify-full"));
        QCOMPARE(parameters->value(QStringLiteral("passfile")), QStringLiteral("/etc/a b"));
        QVERIFY(!DatabaseAddress(QStringLiteral("/var/lib/peerdesk/desk.db")).isPostgreSql());
    }

    void aPasswordInAnAddressIsRefusedWithoutBeingShown()
    {
        for (const QString &text : {QStringLiteral("postgresql://peerdesk:hunter2@db.example/desk"),
                                    QStringLiteral("postgresql://peerdesk@db.example/desk?password=hunter2")}) {
            const auto parameters = DatabaseAddress(text).parameters();
            QVERIFY(!parameters);
            QCOMPARE(parameters.error().kind, ErrorKind::Invalid);
            QVERIFY(!parameters.error().detail.contains(QStringLiteral("hunter2")));
        }
        QVERIFY(!DatabaseAddress(QStringLiteral("postgresql://h/d?application_name=a;b")).parameters());
        QVERIFY(!DatabaseAddress(QStringLiteral("postgresql://h/d?a%20b=c")).parameters());
    }

    void aServerThatIsNotThereIsSaidAtOnce()
    {
        const auto database = Database::open({QStringLiteral("postgresql:///desk?host=/nowhere"), m_folder->filePath(QStringLiteral("key"))}, m_clock);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Storage);
        QVERIFY2(database.error().detail.startsWith(QStringLiteral("The database server cannot be reached")), qPrintable(database.error().detail));
    }

    void programsThatLookAndThenWriteFollowEachOther()
    {
        const auto one = opened();
        const auto another = opened();
        const auto connection = SqlConnection::open(m_address, SqlConnection::Access::ReadWrite);
        QVERIFY((*connection)->run(QStringLiteral("CREATE TABLE counter AS SELECT 0::bigint AS value")));
        const auto count = [](QSqlDatabase &db) -> Result<void> {
            const auto seen = Statement(db, QStringLiteral("SELECT value FROM counter")).list<qint64>([](Statement &row) { return row.number(); });
            if (!seen)
                return seen.error();
            return plainly(Statement(db, QStringLiteral("UPDATE counter SET value = ?")).bind(seen->first() + 1).run());
        };
        QList<QFuture<Result<void>>> counting;
        for (int i = 0; i < 200; ++i)
            counting += {one->write(count), another->write(count)};
        for (const auto &step : counting)
            QVERIFY(step.result());
        auto reading = one->read([](QSqlDatabase &db) {
            return Statement(db, QStringLiteral("SELECT value FROM counter")).list<qint64>([](Statement &row) { return row.number(); });
        });
        QCOMPARE(reading.result()->first(), 400);
    }

    void aJobWhoseConnectionIsLostIsRunAgain()
    {
        const auto database = opened();
        std::atomic_int runs = 0;
        auto writing = database->write([&runs](QSqlDatabase &db) -> Result<void> {
            const auto added = NoticeStore(db).add(notice(1));
            if (++runs == 1)
                (void)Statement(db, QStringLiteral("SELECT pg_terminate_backend(pg_backend_pid())")).run();
            return added;
        });
        QVERIFY(writing.result());
        QCOMPARE(runs, 2);
        QCOMPARE(stored(*database), 1);
    }

    void aCommitThatWasNotAnsweredIsAskedFor()
    {
        const auto database = opened();
        const auto other = opened();
        // A commit that waits for a replica is on the disk already.
        const auto connection = SqlConnection::open(m_address, SqlConnection::Access::ReadWrite);
        QVERIFY((*connection)->run(QStringLiteral("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")));
        QVERIFY((*connection)->run(QStringLiteral("SELECT pg_reload_conf()")));
        auto writing = add(*database, 1);
        const QString waiting = QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
        QTRY_COMPARE(*(*connection)->number(waiting), 1);
        QVERIFY((*connection)->run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")));
        const auto kept = writing.result();
        QVERIFY((*connection)->run(QStringLiteral("ALTER SYSTEM RESET synchronous_standby_names")));
        QVERIFY((*connection)->run(QStringLiteral("SELECT pg_reload_conf()")));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QCOMPARE(stored(*other), 1);
    }

    void aServerThatIsRestartedIsFoundAgain()
    {
        const auto database = opened();
        QVERIFY(add(*database, 1).result());
        postgreSql().stop();
        const auto failed = add(*database, 2).result();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
        QVERIFY(failed.error().retryAfter.has_value());
        QCOMPARE(stored(*database), -1);
        QVERIFY2(postgreSql().start(), qPrintable(postgreSql().why()));
        int number = 3;
        QVERIFY(QTest::qWaitFor([&] { return add(*database, number++).result().ok(); }, patienceMs));
        QTRY_COMPARE(stored(*database), 2);

        const auto other = opened();
        QSignalSpy changed(database.get(), &Database::changed);
        QVERIFY(QTest::qWaitFor([&] { return add(*other, number++).result().ok() && !changed.isEmpty(); }, patienceMs));
    }

    void aRoleWithoutTheRightIsTold()
    {
        const auto database = opened();
        const auto connection = SqlConnection::open(m_address, SqlConnection::Access::ReadWrite);
        QVERIFY((*connection)->run(QStringLiteral("SET ROLE pg_monitor")));
        const auto denied = NoticeStore((*connection)->database()).add(notice(1));
        QVERIFY(!denied);
        QCOMPARE(denied.error().kind, ErrorKind::Denied);
    }

    void initTestCase() { REQUIRE_DATABASE(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_address = newDatabase(*m_folder);
    }

private:
    std::unique_ptr<Database> opened()
    {
        auto database = Database::open(m_address, m_clock);
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
        return std::move(*database);
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseAddress m_address;
};

QTEST_GUILESS_MAIN(TstPostgreSql)
#include "tst_postgresql.moc"
