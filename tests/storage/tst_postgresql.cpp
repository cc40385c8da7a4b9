// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/id.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "storage/signingkeystore.h"
#include "storage/sqlconnection.h"
#include "storage/statement.h"
#include "storage/storednotices.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"
#include "support/patience.h"
#include "support/postgresqlkit.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int patienceMs = 30'000;
Request inboundRequest()
{
    Request request;
    request.id = newUuid();
    request.direction = Direction::Inbound;
    request.ownAsn = own;
    request.otherAsn = Asn(64500);
    Session session;
    session.id = newUuid();
    session.requestId = request.id;
    session.ownAsn = own;
    session.approval = Approval::Pending;
    session.proposal.initiator = request.otherAsn;
    session.proposal.receiver = own;
    session.proposal.location = Location::exchange(42);
    session.proposal.sessionSecret = Secret(QByteArrayLiteral("a secret"));
    request.sessions = {session};
    return request;
}

} // namespace

/// What only a server has: it goes away, it has roles, and several programs write at once.
class TstPostgreSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressIsWhatLibpqTakesForOne()
    {
        const DatabaseAddress address(
            QStringLiteral("postgresql://peerdesk@db.example:5433/desk?sslmode=verify-full&passfile=/etc/a%20b"));
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
        const auto database = Database::open(
            {QStringLiteral("postgresql:///desk?host=/nowhere"), m_folder->filePath(QStringLiteral("key"))}, m_clock);
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::Storage);
        QVERIFY2(database.error().detail.startsWith(QStringLiteral("The database server cannot be reached")),
                 qPrintable(database.error().detail));
    }

    void programsThatLookAndThenWriteFollowEachOther()
    {
        const auto one = opened();
        const auto another = opened();
        const auto connection = SqlConnection::open(m_address, SqlConnection::Access::ReadWrite);
        QVERIFY((*connection)->run(QStringLiteral("CREATE TABLE counter AS SELECT 0::bigint AS value")));
        const auto count = [](QSqlDatabase &db) -> Result<void> {
            const auto seen =
                Statement(db, QStringLiteral("SELECT value FROM counter")).list<qint64>([](Statement &row) {
                    return row.number();
                });
            if (!seen)
                return seen.error();
            return Statement(db, QStringLiteral("UPDATE counter SET value = ?")).bind(seen->first() + 1).execute();
        };
        QList<QFuture<Result<void>>> counting;
        for (int i = 0; i < 200; ++i)
            counting += {one->write(count), another->write(count)};
        for (const auto &step : counting)
            QVERIFY(step.result());
        auto reading = one->read([](QSqlDatabase &db) {
            return Statement(db, QStringLiteral("SELECT value FROM counter")).list<qint64>([](Statement &row) {
                return row.number();
            });
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
        QCOMPARE(stored(*database).size(), 1);
    }

    void aCommitThatWasNotAnsweredIsAskedFor()
    {
        const auto database = opened();
        const auto other = opened();
        // A commit that waits for a replica is on the disk already.
        const auto connection = SqlConnection::open(m_address, SqlConnection::Access::ReadWrite);
        const auto waitForReplica = [&connection](const QString &change) {
            return (*connection)->run(QStringLiteral("ALTER SYSTEM ") + change)
                   && (*connection)->run(QStringLiteral("SELECT pg_reload_conf()"));
        };
        const auto endOfWaiting =
            qScopeGuard([&] { waitForReplica(QStringLiteral("RESET synchronous_standby_names")); });
        QVERIFY(waitForReplica(QStringLiteral("SET synchronous_standby_names = 'nobody'")));
        const QString waiting =
            QStringLiteral(" FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND datname = current_database()");
        int number = 0;
        QFuture<Result<void>> writing;
        // Each server process hears of the change in its own time.
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (number == 0 || writing.isFinished())
                    writing = add(*database, ++number);
                return *(*connection)->number(QStringLiteral("SELECT count(*)") + waiting) == 1;
            },
            patienceMs));
        QVERIFY((*connection)->run(QStringLiteral("SELECT pg_terminate_backend(pid)") + waiting));
        const auto kept = writing.result();
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QCOMPARE(stored(*other).size(), number);
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
        QVERIFY(stored(*database).isEmpty());
        QVERIFY2(postgreSql().start(), qPrintable(postgreSql().why()));
        int number = 3;
        QVERIFY(QTest::qWaitFor([&] { return add(*database, number++).result().ok(); }, patienceMs));
        QTRY_COMPARE(stored(*database).size(), 2);

        const auto other = opened();
        QSignalSpy changed(database.get(), &Database::changed);
        QVERIFY(QTest::qWaitFor([&] { return add(*other, number++).result().ok() && !changed.isEmpty(); }, patienceMs));
    }

    void rolesMayWhatTheirNamesSay_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("mayDecide");
        QTest::addColumn<bool>("maySignIn");
        QTest::newRow("viewer") << QStringLiteral("peerdesk_viewer") << false << false;
        QTest::newRow("approver") << QStringLiteral("peerdesk_approver") << true << false;
        QTest::newRow("daemon") << QStringLiteral("peerdesk_daemon") << true << true;
    }
    void rolesMayWhatTheirNamesSay()
    {
        QFETCH(QString, role);
        QFETCH(bool, mayDecide);
        QFETCH(bool, maySignIn);
        const Request request = inboundRequest();
        {
            const auto owner = opened();
            QVERIFY(owner
                        ->write([request, envelope = owner->envelope()](QSqlDatabase &db) {
                            return RequestStore(db, envelope).insert(request, QStringLiteral("AS64500"));
                        })
                        .result());
        }
        const QString name = m_address.parameters()->value(QStringLiteral("dbname"));
        postgreSql().run(QStringLiteral("psql"), name,
                         {QStringLiteral("-qv"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-f"),
                          QStringLiteral(PEERDESK_SOURCE_DIR "/installer/postgresql-roles.sql")});
        const QString person = role + QStringLiteral("_person");
        postgreSql().run(QStringLiteral("psql"), name,
                         {QStringLiteral("-qc"), QStringLiteral("CREATE ROLE %1 LOGIN IN ROLE %2").arg(person, role)});
        // A viewer gets no copy of the key.
        const QString key = mayDecide ? m_address.keyPath() : m_folder->filePath(QStringLiteral("none"));
        const auto database = Database::open({postgreSql().address(name, person), key}, m_clock);
        QVERIFY2(database, database ? "" : qPrintable(database.error().detail));

        const Envelope envelope = (*database)->envelope();
        const auto seen = (*database)
                              ->read([id = request.sessions.first().id, envelope](QSqlDatabase &db) {
                                  return SessionStore(db, envelope).session(id);
                              })
                              .result();
        QVERIFY2(seen, seen ? "" : qPrintable(seen.error().detail));
        QCOMPARE((*database)->mayWrite(), mayDecide);
        QCOMPARE(seen->proposal.sessionSecret.isEmpty(), !mayDecide);
        const auto decided = (*database)
                                 ->write([session = *seen, envelope](QSqlDatabase &db) mutable {
                                     session.approval = Approval::Approved;
                                     return SessionStore(db, envelope).update(session, QStringLiteral("M. Ops"), {}, 1);
                                 })
                                 .result();
        QCOMPARE(decided.ok(), mayDecide);
        if (!mayDecide)
            QVERIFY2(decided.error().detail.startsWith(QStringLiteral("The role at the database does not allow it")),
                     qPrintable(decided.error().detail));
        QCOMPARE((*database)->read([](QSqlDatabase &db) { return SigningKeyStore(db).keys(); }).result().ok(),
                 maySignIn);
        const auto forged = (*database)->write([](QSqlDatabase &db) {
            return Statement(db, QStringLiteral("UPDATE audit SET why = 'another reason'")).execute();
        });
        QVERIFY(!forged.result());
    }

    void aDumpComesBackWhole()
    {
        const auto database = opened();
        for (int number = 0; number < 50; ++number)
            QVERIFY(add(*database, number).result());
        const QString name = m_address.parameters()->value(QStringLiteral("dbname"));
        const QString file = m_folder->filePath(QStringLiteral("desk.dump"));
        postgreSql().run(QStringLiteral("pg_dump"), name, {QStringLiteral("-Fc"), QStringLiteral("-f"), file});
        const DatabaseAddress empty(postgreSql().newDatabase(), m_address.keyPath());
        postgreSql().run(QStringLiteral("pg_restore"), empty.parameters()->value(QStringLiteral("dbname")),
                         {QStringLiteral("-e"), file});
        const auto restored = Database::open(empty, m_clock);
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().detail));
        QCOMPARE(stored(**restored).size(), 50);
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
