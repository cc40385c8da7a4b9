// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoisrig.h"
#include "support/patience.h"

#include <QDir>
#include <QSemaphore>
#include <QTcpSocket>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

/// A client that sends what it is told and keeps what comes.
class Client
{
public:
    explicit Client(WhoisRig &rig)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, [this] { received += socket.readAll(); });
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), rig.server().port());
    }
    [[nodiscard]] bool isClosed() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
    QByteArray received;
};

struct Step
{
    QByteArray sent;
    QByteArray expected;
};

struct Conversation
{
    QList<Step> steps;
    bool closed = false;
};

Conversation conversation(const QString &name)
{
    Conversation conversation;
    QFile file(QStringLiteral(PEERDESK_TEST_DATA "/whois/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("C: "))
            conversation.steps.append({line.mid(3), {}});
        else if (line.startsWith("S:"))
            conversation.steps.last().expected += line.mid(3) + '\n';
        else if (line == "CLOSED")
            conversation.closed = true;
    }
    return conversation;
}

/// Keeps the database from reading for others, so that a query that was asked is open for as long.
class BusyReader
{
public:
    explicit BusyReader(Database &database)
        : m_read(database.read([this](QSqlDatabase &) -> Result<void> {
            m_end.acquire();
            return {};
        }))
    {
    }
    ~BusyReader()
    {
        end();
        m_read.waitForFinished();
    }
    void end() { m_end.release(); }

private:
    QSemaphore m_end;
    QFuture<Result<void>> m_read;
};

} // namespace

/// The query service as clients see it.
class TstWhois : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void aConversationGoesByteForByte_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("lineEnd");
        const QStringList names =
            QDir(QStringLiteral(PEERDESK_TEST_DATA "/whois")).entryList({QStringLiteral("*.txt")});
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << name << QByteArray("\n");
            QTest::newRow(qPrintable(name + QStringLiteral(" with CRLF"))) << name << QByteArray("\r\n");
        }
    }
    void aConversationGoesByteForByte()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, lineEnd);
        WhoisRig rig;
        Client client(rig);
        const Conversation told = conversation(name);
        QVERIFY(told.steps.size() > 0);
        for (const Step &step : told.steps) {
            client.received.clear();
            client.socket.write(step.sent + lineEnd);
            QTRY_VERIFY(client.received.size() >= step.expected.size());
            QCOMPARE(client.received, step.expected);
        }
        client.received.clear();
        if (told.closed)
            QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received, QByteArray());
    }

    void queriesSentTogetherAreAnsweredInTheirOrder()
    {
        WhoisRig rig;
        QByteArray questions = "!!\n";
        QByteArray answers;
        for (const Step &step : conversation(QStringLiteral("set.txt")).steps.mid(1)) {
            questions += step.sent + '\n';
            answers += step.expected;
        }
        Client client(rig);
        client.socket.write(questions);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received, answers);
    }

    void aQueryMayComeByteByByte()
    {
        WhoisRig rig;
        Client client(rig);
        for (const char byte : QByteArray("!gAS64501\n")) {
            client.socket.write(&byte, 1);
            QTRY_COMPARE(client.socket.bytesToWrite(), 0);
        }
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received, QByteArray("A28\n192.0.2.0/24 203.0.113.0/24\nC\n"));
    }

    void aHiddenObjectIsInTheNextAnswerNoMore()
    {
        WhoisRig rig;
        const QString id = rig.addRoute(QStringLiteral("10.0.0.0/8"), Asn(64510));
        rig.putSet(QStringLiteral("AS-ONE"), QStringLiteral("AS64510"));
        const auto answers = [&rig] {
            Client client(rig);
            client.socket.write("!!\n!gAS64510\n!aAS-ONE\n!r10.0.0.0/8,o\n!mroute,10.0.0.0/8AS64510\n!q\n");
            (void)QTest::qWaitFor([&client] { return client.isClosed(); }, 30'000);
            return client.received;
        };
        QVERIFY(answers().startsWith("A11\n10.0.0.0/8\nC\nA11\n10.0.0.0/8\nC\nA8\nAS64510\nC\nA"));
        QVERIFY(*rig.change(
            [id](RouteRegistry &registry, const RegistryChange &why) { return registry.hide(id, 0, why); }));
        QCOMPARE(answers(), QByteArray("D\nC\nD\nD\n"));
    }

    void aLargeAnswerArrivesWhole()
    {
        WhoisRig rig;
        auto filling = rig.database().write([](QSqlDatabase &db) -> Result<void> {
            RouteRegistry registry(db, QStringLiteral("OURS"));
            for (int i = 0; i < 1000; ++i) {
                RouteObject route;
                route.prefix = IpPrefix(*IpAddress::parse(QStringLiteral("10.%1.%2.0").arg(i / 256).arg(i % 256)), 24);
                route.origin = Asn(64520);
                if (const auto added = registry.add(route, {}); !added)
                    return added.error();
            }
            return {};
        });
        QVERIFY(filling.result().ok());
        Client client(rig);
        client.socket.write("!gAS64520\n");
        QTRY_VERIFY(client.isClosed());
        const qsizetype head = client.received.indexOf('\n') + 1;
        const qsizetype length = client.received.mid(1, head - 2).toLongLong();
        QCOMPARE(client.received.size(), head + length + 2);
        QCOMPARE(client.received.mid(head).count(' '), 999);
        QVERIFY(client.received.endsWith("10.3.231.0/24\nC\n"));
    }

    void aLineThatIsTooLongEndsTheConnection()
    {
        WhoisRig rig;
        Client client(rig);
        client.socket.write("!!\n!n" + QByteArray(100'000, 'x'));
        QTRY_VERIFY(rig.server().load().closed.value("line-length") == 1);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received, QByteArray());
    }

    void whoSaysNothingIsLetGo()
    {
        WhoisLimits limits;
        limits.idleTime = 100ms;
        WhoisRig rig(limits);
        Client silent(rig);
        Client patient(rig);
        patient.socket.write("!!\n!t1000\n");
        QTRY_COMPARE(patient.received, QByteArray("C\n"));
        QTRY_VERIFY(rig.server().load().closed.value("idle") == 1);
        QTRY_VERIFY(silent.isClosed());
        QVERIFY2(!patient.isClosed(), "who asked for more time has it");
    }

    void connectionsAreCountedForEachAddress()
    {
        WhoisLimits limits;
        limits.connectionsPerAddress = 2;
        WhoisRig rig(limits);
        Client first(rig);
        Client second(rig);
        QTRY_COMPARE(rig.server().connectionCount(), 2);
        Client third(rig);
        QTRY_VERIFY(rig.server().load().closed.value("address-connections") == 1);
        QTRY_VERIFY(third.isClosed());
        first.socket.close();
        QTRY_COMPARE(rig.server().connectionCount(), 1);
        Client fourth(rig);
        fourth.socket.write("!gAS64501\n");
        QTRY_VERIFY(fourth.received.startsWith("A28\n"));
    }

    void whereSomethingRunsOutAConnectionIsClosedRatherThanAnsweredWrongly_data()
    {
        QTest::addColumn<WhoisLimits>("limits");
        QTest::addColumn<QueryLimits>("queryLimits");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("reason");
        WhoisLimits noQueries;
        noQueries.openQueries = 0;
        QTest::newRow("queries") << noQueries << QueryLimits() << QByteArray("!gAS64500") << QByteArray("open-queries");
        WhoisLimits noMemory;
        noMemory.bufferedBytes = 10;
        QTest::newRow("memory") << noMemory << QueryLimits() << QByteArray("!gAS64500") << QByteArray("memory");
        QueryLimits few;
        few.prefixes = 2;
        few.objects = 1;
        for (const char *query : {"!gAS64500", "!aAS-OURS", "!r192.0.2.0/24", "!oMAINT-AS64500", "-i origin AS64500"})
            QTest::newRow(query) << WhoisLimits() << few << QByteArray(query) << QByteArray("too-long");
    }
    void whereSomethingRunsOutAConnectionIsClosedRatherThanAnsweredWrongly()
    {
        QFETCH(WhoisLimits, limits);
        QFETCH(QueryLimits, queryLimits);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, reason);
        WhoisRig rig(limits, queryLimits);
        Client client(rig);
        client.socket.write("!!\n" + query + '\n');
        QTRY_VERIFY(rig.server().load().closed.value(reason) == 1);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.received, QByteArray());
    }

    void whoLeavesWhileItsAnswerIsMadeHarmsNobody()
    {
        WhoisRig rig;
        for (int i = 0; i < 50; ++i) {
            const BusyReader busy(rig.database());
            Client client(rig);
            client.socket.write("!!\n!aAS-OURS\n!gAS64500\n");
            QVERIFY(QTest::qWaitFor([&rig] { return rig.server().load().openQueries > 0; }, 30'000));
            client.socket.abort();
        }
        QTRY_COMPARE(rig.server().connectionCount(), 0);
        QTRY_COMPARE(rig.server().load().openQueries, 0);
        QCOMPARE(rig.server().load().bufferedBytes, 0);
        Client client(rig);
        client.socket.write("!aAS-OURS\n");
        QTRY_VERIFY(client.received.endsWith("C\n"));
    }

    void whoReadsNothingIsLetGoAndHoldsNoMoreThanItsShare()
    {
        WhoisLimits limits;
        limits.writeTime = 200ms;
        WhoisRig rig(limits);
        QTcpSocket deaf;
        deaf.setReadBufferSize(1024);
        auto adding = rig.change([](RouteRegistry &registry, const RegistryChange &why) {
            RouteObject large;
            large.prefix = *IpPrefix::parse(u"10.0.0.0/8");
            large.origin = Asn(64520);
            large.text = QString(400'000, u'x') + u'\n';
            return registry.add(large, why);
        });
        QVERIFY(adding.ok());
        deaf.connectToHost(QHostAddress(QHostAddress::LocalHost), rig.server().port());
        deaf.write("!!\n");
        deaf.write(QByteArray("!r10.0.0.0/8\n").repeated(100)); // 40 MB, more than sockets hold
        QTRY_VERIFY(rig.server().load().closed.value("write-time") == 1);
        QTRY_COMPARE(rig.server().load().bufferedBytes, 0);
    }

    void stoppingClosesWhatIsIdleAndAnswersWhatIsAsked()
    {
        WhoisRig rig;
        Client idle(rig);
        idle.socket.write("!!\n!v\n");
        QTRY_COMPARE(idle.received, QByteArray("A26\nPeerdesk -- version " PEERDESK_VERSION "\nC\n"));
        BusyReader busy(rig.database());
        Client asking(rig);
        asking.socket.write("!!\n!aAS-OURS\n");
        QTRY_VERIFY(rig.server().load().openQueries == 1);
        rig.server().stop();
        busy.end();
        QTRY_VERIFY(idle.isClosed() && asking.isClosed());
        QVERIFY(asking.received.startsWith("A76\n"));
    }
};

QTEST_GUILESS_MAIN(TstWhois)
#include "tst_whois.moc"
