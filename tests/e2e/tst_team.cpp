// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON and configurations are all literals
#include "daemon/installed.h"
#include "storage/auditstore.h"
#include "storage/requeststore.h"
#include "support/databaseplace.h"
#include "support/outcomeof.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int patienceMs = 30'000;
constexpr int longPatienceMs = 1'200'000;
constexpr int sessionsOfARequest = 2;

/// PEERDESK_HEAVY: the whole show (installer/check-all); else a small one for every day.
const bool isHeavy = qEnvironmentVariableIsSet("PEERDESK_HEAVY");
const int clientCount = isHeavy ? 20 : 6;
const int requestsOfAClient = isHeavy ? 100 : 10;
const int answersBetweenKills = isHeavy ? 100 : 12;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

bool write(const QString &path, const QString &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) == text.toUtf8().size();
}

HttpClientSettings laboratory()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

/// One peerdeskd of several on the same database, each with its own port.
class Member
{
public:
    Member(const QTemporaryDir &folder, const DatabaseAddress &database, const Issuer &issuer)
        : port(freePort())
        , m_config(folder.filePath(QStringLiteral("peerdeskd-%1.toml").arg(port)))
    {
        write(m_config, QStringLiteral(
                            "listen = \"127.0.0.1:%1\"\npublic_url = \"%2\"\ncontact = \"peering@as64496.example\"\n"
                            "database = \"%3\"\ndatabase_key = \"%4\"\nallow_private_addresses = true\n"
                            "[limits.address]\nrequests_per_minute = 1000000\nsessions_per_hour = 1000000\n"
                            "[limits.identity]\nrequests_per_minute = 1000000\nsessions_per_hour = 1000000\n"
                            "[[issuer]]\nissuer = \"%5\"\njwks = \"%6\"\nnetworks = \"any\"\n[[network]]\nasn = 64496\n"
                            "[[rule]]\nname = \"all\"\nverdict = \"approve\"\n")
                            .arg(port)
                            .arg(Installed::publicUrl().toString(), database.location, database.keyPath(),
                                 issuer.name(), issuer.jwksAddress().toString()));
    }
    ~Member() { kill(); }

    void start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(m_config + ".log", QIODevice::Append);
        m_process->start(Installed::program(), {"--config", m_config});
    }
    bool isReady()
    {
        m_said += m_process->readAllStandardOutput();
        return m_said.startsWith("ready ");
    }
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_said.clear();
    }
    [[nodiscard]] QByteArray log() const
    {
        QFile file(m_config + ".log");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const quint16 port;

private:
    const QString m_config;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
};

/// What the members do together, as it comes out in the end.
struct Figures
{
    int acknowledged = 0;
    int repeated = 0; ///< sent again because nobody had answered
    int kills = 0;
};

/// Another network's program: asks for one thing after the other, and again until it is answered.
class Client
{
public:
    Client(int number, quint16 port, const Issuer &issuer, Figures &figures)
        : m_number(number)
        , m_url(QStringLiteral("http://127.0.0.1:%1/v1/sessions").arg(port))
        , m_authorization("Bearer " + issuer.token(Installed::publicUrl(), asn()).reveal())
        , m_figures(figures)
    {
    }

    [[nodiscard]] std::uint32_t asn() const { return 64512 + static_cast<std::uint32_t>(m_number); }
    [[nodiscard]] QString requestId(int request) const
    {
        return QStringLiteral("client-%1-request-%2").arg(m_number).arg(request);
    }

    QCoro::Task<void> run()
    {
        for (int request = 0; request < requestsOfAClient;) {
            HttpRequest sending(m_url, "POST");
            sending.headers.append("Authorization", m_authorization);
            sending.headers.append("Content-Type", "application/json");
            sending.body = body(request);
            auto task = m_http.send(sending);
            const auto answer = co_await task;
            const bool isAnswered = answer && answer->status == 200;
            if (isAnswered)
                ++request;
            else if (answer && answer->status < 500)
                qFatal("refused: %d %s", answer->status, answer->body.constData());
            isAnswered ? ++m_figures.acknowledged : ++m_figures.repeated;
        }
    }

private:
    [[nodiscard]] QByteArray body(int request) const
    {
        QList<QJsonObject> sessions;
        for (int i = 0; i < sessionsOfARequest; ++i)
            sessions.append(EndpointRig::session(QString::number(i),
                                                 QStringLiteral("10.%1.%2.%3").arg(m_number).arg(request).arg(i + 1),
                                                 "192.0.2.1", 42, asn()));
        return QJsonDocument(EndpointRig::batch(requestId(request), sessions)).toJson();
    }

    const int m_number;
    const QUrl m_url;
    const QByteArray m_authorization;
    Figures &m_figures;
    HttpClient m_http{laboratory()};
};

} // namespace

/// A team's installation: two daemons on one PostgreSQL behind haproxy. One of them is killed and started again and
/// again while other networks ask.
class TstTeam : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_DATABASE();
        m_haproxy = QStandardPaths::findExecutable("haproxy", {"/usr/sbin", "/usr/bin", "/usr/local/sbin"});
        REQUIRE_TOOL(!m_haproxy.isEmpty(), QStringLiteral("haproxy is not installed"));
        const DatabaseAddress address = newDatabase(m_folder);
        m_database = std::move(*Database::open(address, m_clock));
        m_steady = std::make_unique<Member>(m_folder, address, m_issuer);
        m_mortal = std::make_unique<Member>(m_folder, address, m_issuer);
    }

    void nothingIsLostAndNothingDecidedTwiceWhileOneIsKilledAgainAndAgain()
    {
        m_steady->start();
        m_mortal->start();
        const bool ready = QTest::qWaitFor([this] { return m_steady->isReady() && m_mortal->isReady(); }, patienceMs);
        QVERIFY2(ready, m_steady->log().constData());
        const quint16 port = freePort();
        QVERIFY(balance(port));

        Figures figures;
        std::vector<std::unique_ptr<Client>> clients;
        for (int number = 0; number < clientCount; ++number)
            clients.push_back(std::make_unique<Client>(number, port, m_issuer, figures));
        int ended = 0;
        QElapsedTimer clock;
        clock.start();
        for (const auto &client : clients)
            client->run().then([&ended] { ++ended; });
        bool isUp = true;
        int next = answersBetweenKills;
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (isUp && figures.acknowledged >= next) {
                    m_mortal->kill();
                    m_mortal->start();
                    isUp = false;
                    ++figures.kills;
                } else if (!isUp && m_mortal->isReady()) {
                    isUp = true;
                    next = figures.acknowledged + answersBetweenKills;
                }
                return ended == clientCount;
            },
            longPatienceMs));
        const double seconds = static_cast<double>(clock.elapsed()) / 1000;

        QCOMPARE(figures.acknowledged, clientCount * requestsOfAClient);
        QVERIFY(figures.kills > 0);
        for (const auto &client : clients)
            checkStored(*client);
        qInfo(
            "%d clients, %d requests of %d sessions in %.1f s (%.0f a second); one daemon killed %d times, %d requests repeated, "
            "answered by the steady one %lld, by the other %lld",
            clientCount, figures.acknowledged, sessionsOfARequest, seconds, figures.acknowledged / seconds,
            figures.kills, figures.repeated, answersOf(*m_steady), answersOf(*m_mortal));
        QVERIFY(answersOf(*m_steady) > 0);
        QVERIFY(answersOf(*m_mortal) > 0);
    }

    void cleanup()
    {
        m_balancer.kill();
        m_balancer.waitForFinished();
    }

private:
    /// Returns when haproxy accepts connections.
    bool balance(quint16 port)
    {
        const QString config = m_folder.filePath("haproxy.cfg");
        write(config,
              QStringLiteral(
                  "defaults\n mode http\n retries 3\n option redispatch\n timeout connect 2s\n timeout client 60s\n"
                  " timeout server 60s\nfrontend in\n bind 127.0.0.1:%1\n default_backend desks\n"
                  "backend desks\n balance roundrobin\n default-server check inter 100ms fall 1 rise 1\n"
                  " server one 127.0.0.1:%2\n server two 127.0.0.1:%3\n")
                  .arg(port)
                  .arg(m_steady->port)
                  .arg(m_mortal->port));
        m_balancer.start(m_haproxy, {"-db", "-q", "-f", config});
        return QTest::qWaitFor(
            [port] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, port);
                return socket.waitForConnected(1000);
            },
            patienceMs);
    }

    /// Each of its requests is there once, whole, and each session was decided once.
    void checkStored(const Client &client)
    {
        const Asn asn(client.asn());
        auto reading = m_database->read([asn, envelope = m_database->envelope()](QSqlDatabase &db) {
            RequestFilter filter;
            filter.otherAsn = asn;
            return RequestStore(db, envelope).requests(filter);
        });
        const auto requests = reading.result();
        QVERIFY(requests);
        QSet<QString> names;
        for (const Request &request : *requests) {
            names.insert(request.idempotencyKey);
            QCOMPARE(request.sessions.size(), sessionsOfARequest);
            for (const Session &session : request.sessions) {
                QCOMPARE(session.approval, Approval::Approved);
                auto history = m_database->read(
                    [id = session.id](QSqlDatabase &db) { return AuditStore(db).history("session", id); });
                QCOMPARE(history.result()->size(), 1);
            }
        }
        QCOMPARE(requests->size(), requestsOfAClient);
        for (int request = 0; request < requestsOfAClient; ++request)
            QVERIFY2(names.contains(client.requestId(request)), qPrintable(client.requestId(request)));
    }

    static qint64 answersOf(const Member &member)
    {
        const QList<QByteArray> lines = member.log().split('\n');
        return std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
            const QJsonObject facts = QJsonDocument::fromJson(line).object();
            return facts[u"method"].toString() == u"POST" && facts[u"status"].toInt() == 200;
        });
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    Issuer m_issuer{m_clock};
    QString m_haproxy;
    QProcess m_balancer;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Member> m_steady;
    std::unique_ptr<Member> m_mortal;
};

QTEST_GUILESS_MAIN(TstTeam)
#include "tst_team.moc"
