// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "base/id.h"
#include "daemon/installed.h"
#include "storage/endpointstore.h"
#include "storage/policystore.h"
#include "storage/privatefile.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"
#include "support/databaseplace.h"
#include "support/fakeendpoint.h"
#include "support/outcomeof.h"
#include "support/postgresqlkit.h"

#include <QCoroFuture>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;

const QString program = Installed::program();

QJsonObject largeBatch(const QString &requestId, int size, int block = 2)
{
    QList<QJsonObject> sessions;
    for (int i = 0; i < size; ++i)
        sessions.append(EndpointRig::session(QString::number(i), QStringLiteral("192.0.%1.%2").arg(block).arg(i + 10)));
    return EndpointRig::batch(requestId, sessions);
}

/// A desk asked AS64500 at that endpoint for a session, which is pending there as "s1".
Request askedOf(const QUrl &endpoint, Database &database)
{
    NetworkEndpoint known;
    known.ownAsn = Asn(64496);
    known.otherAsn = Asn(64500);
    known.baseUrl = endpoint;
    Session session;
    session.id = newUuid();
    session.remoteId = "s1";
    session.ownAsn = known.ownAsn;
    session.approval = Approval::Pending;
    session.proposal.initiator = known.ownAsn;
    session.proposal.receiver = known.otherAsn;
    session.proposal.initiatorAddress = *IpAddress::parse(u"192.0.2.1");
    session.proposal.receiverAddress = *IpAddress::parse(u"192.0.2.10");
    session.proposal.location = Location::exchange(42);
    Request request;
    request.id = newUuid();
    session.requestId = request.id;
    request.direction = Direction::Outgoing;
    request.ownAsn = known.ownAsn;
    request.otherAsn = known.otherAsn;
    request.sessions = {session};
    auto storing = database.write([known, request, envelope = database.envelope()](QSqlDatabase &db) {
        const auto saved = EndpointStore(db).save(known);
        return saved ? RequestStore(db, envelope).insert(request, "M. Ops") : saved;
    });
    if (!storing.result())
        qFatal("the request cannot be stored");
    return request;
}

qsizetype storedSessions(Database &database)
{
    const Envelope envelope = database.envelope();
    auto future = database.read([envelope](QSqlDatabase &db) { return SessionStore(db, envelope).sessions({}); });
    (void)QTest::qWaitFor([&future] { return future.isFinished(); }, 30000);
    return future.result().ok() ? future.result()->size() : -1;
}

} // namespace

class TstDaemon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }
    void theOperatorGivesAndTakesCredentialsWhileItRuns()
    {
        Installed daemon(QByteArray("[access]\nmachine_credentials = true\n") + Installed::approveAll);
        QVERIFY(daemon.start());
        HttpRequest request = daemon.request("/sessions?asn=64500");
        const QByteArray credential = daemon.credential({"issue", "--asn", "64500", "--name", "night shift"});
        request.headers.set("Authorization", "Bearer " + credential);
        QCOMPARE(outcomeOf(daemon.http.send(request))->status, 200);
        const QByteArray list = daemon.credential({"list"});
        QVERIFY(list.contains("AS64500") && list.contains("night shift") && list.contains("last used"));
        QVERIFY(!list.contains(credential));
        (void)daemon.credential({"revoke", QString::fromLatin1(list.left(32))});
        QCOMPARE(outcomeOf(daemon.http.send(request))->status, 401);
        QVERIFY(daemon.credential({"issue", "--name", "nobody's"}).isEmpty());
    }

    void itServesTwoNetworksAndEndsWhenAsked()
    {
        Installed daemon;
        QVERIFY(daemon.start());
        QJsonObject keyed = EndpointRig::session("a");
        keyed.insert("session_secret", "xyzzy-plugh");
        QCOMPARE(outcomeOf(daemon.http.send(daemon.post(EndpointRig::batch("r", {keyed}))))->status, 200);

        HttpRequest other = daemon.request("/sessions");
        other.headers.set("Authorization", "Bearer " + daemon.issuer.token(Installed::publicUrl(), 64501).reveal());
        const auto others = outcomeOf(daemon.http.send(other));
        QVERIFY(EndpointRig::body(*others).value("sessions").toArray().isEmpty());
        const auto own = outcomeOf(daemon.http.send(daemon.request("/sessions")));
        QCOMPARE(EndpointRig::body(*own).value("sessions").toArray().size(), 1);

        const int code = daemon.terminate();
        const QByteArray log = daemon.process->readAllStandardError();
        QVERIFY2(code == 0, log);
        QVERIFY(log.contains("\"route\":\"/v1/sessions\"") && log.contains("\"status\":200"));
        QVERIFY(!log.contains("xyzzy"));
        QVERIFY(!log.contains("eyJ")); // how every JWT begins
    }

    void thePolicyExplainsItselfWithoutDoingAnything()
    {
        Installed daemon("[[rule]]\nname = \"elsewhere\"\nverdict = \"reject\"\nexchange = [7]\n"
                         "[[rule]]\nname = \"colleagues\"\nverdict = \"approve\"\nsender = [\"*@as64500.example\"]\n");
        QFile request(daemon.folder.filePath("request.json"));
        QVERIFY(request.open(QIODevice::WriteOnly));
        request.write(QJsonDocument(largeBatch("r", 1)).toJson());
        request.close();
        const auto explain = [&daemon, &request](const QStringList &more) {
            QProcess run;
            run.start(program,
                      QStringList{"--config", daemon.configPath(), "--explain-policy", request.fileName()} + more);
            if (!run.waitForFinished(patienceMs) || run.exitCode() != 0)
                return run.readAllStandardError();
            return run.readAllStandardOutput();
        };
        QCOMPARE(explain({"--sender", "noc@as64500.example"}),
                 QByteArray("The policy of AS64496 is the one of the configuration.\n"
                            "pdb:ix:42 192.0.2.10 - 192.0.2.1: approved\n"
                            "  Rule \"elsewhere\" does not apply: the location is pdb:ix:42\n"
                            "  Rule \"colleagues\" applies: approve\n"));
        QVERIFY(explain({}).contains("192.0.2.1: pending\n"));
        const auto database = Database::open(daemon.database, daemon.clock);
        QCOMPARE(storedSessions(**database), 0);

        // One that was edited at the desk takes its place, and both ways of asking say so.
        const StoredPolicy desks{
            Asn(64496), StoredPolicy::Origin::Desk, "[[rule]]\nname = \"closed\"\nverdict = \"reject\"\n", "M. Ops", 1,
            0};
        QVERIFY((*database)->write([desks](QSqlDatabase &db) { return PolicyStore(db).save(desks); }).result());
        const QByteArray source = "The policy of AS64496 was edited at the desk by M. Ops";
        const QByteArray closed = explain({"--sender", "noc@as64500.example"});
        QVERIFY2(closed.startsWith(source) && closed.contains("\"closed\" applies: reject"), closed);
        QProcess check;
        check.start(program, {"--check-config", "--config", daemon.configPath()});
        QVERIFY(check.waitForFinished());
        const QByteArray told = check.readAllStandardOutput();
        QVERIFY2(told.startsWith(source), told);
    }

    void aPostThatWasKilledIsRepeatedWithoutHarm_data()
    {
        QTest::addColumn<bool>("afterCommit");
        QTest::newRow("as soon as it is sent") << false;
        QTest::newRow("as soon as it is stored") << true;
    }
    void aPostThatWasKilledIsRepeatedWithoutHarm()
    {
        QFETCH(bool, afterCommit);
        constexpr int size = 100;
        Installed daemon;
        QVERIFY(daemon.start());
        // The first answer brings the issuer's keys, so that the POST goes straight to the database.
        QCOMPARE(outcomeOf(daemon.http.send(daemon.request("/sessions")))->status, 200);
        const auto database = Database::open(daemon.database, daemon.clock);
        QVERIFY(database.ok());

        auto sending = daemon.http.send(daemon.post(largeBatch("r", size)));
        if (afterCommit)
            QTRY_VERIFY_WITH_TIMEOUT(storedSessions(**database) > 0, patienceMs);
        daemon.kill();
        (void)outcomeOf(std::move(sending)); // answered in time or not: the caller cannot know
        const qsizetype before = storedSessions(**database);
        QVERIFY(before == 0 || before == size); // never half of it

        QVERIFY(daemon.start());
        const auto repeated = outcomeOf(daemon.http.send(daemon.post(largeBatch("r", size))));
        QCOMPARE(repeated->status, 200);
        QCOMPARE(EndpointRig::body(*repeated).value("sessions").toArray().size(), size);
        QCOMPARE(storedSessions(**database), size);
    }

    void aPostUnderWayIsAnsweredBeforeTheEnd()
    {
        Installed daemon;
        QVERIFY(daemon.start());
        QCOMPARE(outcomeOf(daemon.http.send(daemon.request("/sessions")))->status, 200);
        const auto database = Database::open(daemon.database, daemon.clock);
        auto sending = daemon.http.send(daemon.post(largeBatch("r", 100)));
        QTRY_VERIFY_WITH_TIMEOUT(storedSessions(**database) > 0, patienceMs);
        daemon.process->terminate();
        const auto answer = outcomeOf(std::move(sending));
        QVERIFY(answer.ok());
        QCOMPARE(answer->status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(daemon.process->state(), QProcess::NotRunning, patienceMs);
        QCOMPARE(daemon.process->exitCode(), 0);
    }

    void aDatabaseServerThatIsRestartedUnderLoadCostsNothingAcknowledged()
    {
        if (!onPostgreSql())
            QSKIP("An SQLite file has no server that could go away");
        const QByteArray noLimits =
            "[limits.address]\nrequests_per_minute = 1000000\n[limits.identity]\nrequests_per_minute = 1000000\n"
            "[limits.network]\nrequests_per_minute = 1000000\n";
        Installed daemon(Installed::approveAll + noLimits);
        QVERIFY(daemon.start());
        QCOMPARE(outcomeOf(daemon.http.send(daemon.request("/sessions")))->status, 200);
        constexpr int size = 10;
        constexpr int requests = 8;
        const auto post = [&daemon](int number) {
            return daemon.http.send(daemon.post(largeBatch(QString::number(number), size, number)));
        };
        std::vector<QCoro::Task<Result<HttpResponse>>> underWay;
        for (int number = 0; number < requests; ++number)
            underWay.push_back(post(number));
        postgreSql().stop();
        for (auto &task : underWay) {
            const auto answer = outcomeOf(std::move(task));
            QVERIFY(answer.ok());
            QVERIFY2(answer->status == 200 || answer->status == 503, answer->body.constData());
        }
        const auto refused = outcomeOf(daemon.http.send(daemon.request("/sessions")));
        QCOMPARE(refused->status, 503);
        QVERIFY(refused->headers.value("Retry-After").toInt() > 0);

        QVERIFY2(postgreSql().start(), qPrintable(postgreSql().why()));
        for (int number = 0; number < requests; ++number)
            QVERIFY(QTest::qWaitFor([&] { return outcomeOf(post(number))->status == 200; }, patienceMs));
        const auto database = Database::open(daemon.database, daemon.clock);
        QCOMPARE(storedSessions(**database), requests * size);
    }

    void whatADeskAskedForIsFollowedWhereTheDaemonHasACredential()
    {
        const SystemClock clock;
        FakeEndpoint theirs(clock);
        theirs.add({{"local_asn", 64496},
                    {"local_ip", "192.0.2.1"},
                    {"peer_asn", 64500},
                    {"peer_ip", "192.0.2.10"},
                    {"location", "pdb:ix:42"},
                    {"status", "Approved"},
                    {"session_id", "s1"}});
        QTemporaryDir secrets;
        QVERIFY(createPrivateFile(secrets.filePath("token"), "a token"));
        Installed daemon(Installed::approveAll
                         + QStringLiteral("[[credential]]\nendpoint = \"%1\"\ntoken_file = \"%2\"\n")
                               .arg(theirs.url().toString(), secrets.filePath("token"))
                               .toUtf8());
        const auto database = Database::open(daemon.database, clock);
        QVERIFY(database.ok());
        const Request request = askedOf(theirs.url(), **database);
        QVERIFY(daemon.start());
        const auto approval = [&] {
            auto reading = (*database)->read([id = request.sessions.first().id, envelope = (*database)->envelope()](
                                                 QSqlDatabase &db) { return SessionStore(db, envelope).session(id); });
            const auto session = reading.result();
            return session ? session->approval : Approval::OutcomeUnknown;
        };
        QTRY_COMPARE_WITH_TIMEOUT(approval(), Approval::Approved, patienceMs);
    }

    void aConfigurationIsCheckedWithoutServing()
    {
        Installed right;
        QCOMPARE(QProcess::execute(program, {"--check-config", "--config", right.configPath()}), 0);
        QVERIFY(!QFile::exists(right.database.keyPath()));

        Installed wrong("[[rule]]\nname = \"a\"\nverdict = \"perhaps\"\n");
        QProcess check;
        check.start(program, {"--check-config", "--config", wrong.configPath()});
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 2);
        const QByteArray words = check.readAllStandardError();
        QVERIFY2(words.contains("line 16"), words);
        QVERIFY2(words.contains("rule[1].verdict"), words);
    }

    void anAddressThatIsTakenIsSaid()
    {
        Installed first;
        QVERIFY(first.start());
        Installed second;
        QFile file(second.configPath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text.replace("127.0.0.1:0", "127.0.0.1:" + QByteArray::number(first.listening.port()));
        file.seek(0);
        file.write(text);
        file.close();
        QProcess process;
        process.start(program, {"--config", second.configPath()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains(QByteArray::number(first.listening.port())));
    }

    void itNeedsNoWindowSystem()
    {
        QProcess ldd;
        ldd.start("ldd", {program});
        QVERIFY(ldd.waitForFinished());
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libQt6Core"));
        for (const char *unwanted : {"Qt6Gui", "Qt6Widgets", "libX11", "libGL"})
            QVERIFY2(!libraries.contains(unwanted), unwanted);
    }
};

QTEST_GUILESS_MAIN(TstDaemon)
#include "tst_daemon.moc"
