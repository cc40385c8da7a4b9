// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "daemon/installed.h"
#include "storage/database.h"
#include "storage/requeststore.h"
#include "storage/sessionstore.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

#include <numeric>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int patienceMs = 30'000;
constexpr int sessionsOfRequest = 3;
constexpr int clientCount = 6;

/// Another network's program: asks for one batch after the other, and repeats each, under the same name,
/// until it is answered. What it was told is what must be there afterwards.
class Client
{
public:
    Client(Installed &daemon, int number)
        : m_daemon(daemon)
        , m_number(number)
    {
        m_again.setSingleShot(true);
        QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { send(); });
    }

    void start() { send(); }
    /// After the answer to what is under way.
    void stop() { m_stopping = true; }
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] int sent() const { return m_sent; }
    [[nodiscard]] int repeated() const { return m_repeated; }
    /// Ids of the sessions by the name of their request.
    [[nodiscard]] const QHash<QString, QSet<QString>> &acknowledged() const { return m_acknowledged; }
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    [[nodiscard]] QString name() const { return QStringLiteral("client-%1-request-%2").arg(m_number).arg(m_request); }

    void send()
    {
        QList<QJsonObject> sessions;
        for (int i = 0; i < sessionsOfRequest; ++i)
            sessions.append(EndpointRig::session(
                QString::number(i),
                QStringLiteral("2001:db8:42:%1:%2::%3").arg(m_number, 0, 16).arg(m_request, 0, 16).arg(i + 1),
                "2001:db8:42::1"));
        ++m_sent;
        m_daemon.http.send(m_daemon.post(EndpointRig::batch(name(), sessions)))
            .then([this](const Result<HttpResponse> &answer) { take(answer); });
    }

    void take(const Result<HttpResponse> &answer)
    {
        if (!answer || answer->status != 200) {
            if (answer && answer->status < 500)
                m_complaints.append(QStringLiteral("%1: %2").arg(name(), QString::fromUtf8(answer->body)));
            ++m_repeated;
            m_again.start(10);
            return;
        }
        QSet<QString> ids;
        const QJsonArray sessions = EndpointRig::body(*answer).value("sessions").toArray();
        for (const QJsonValue &session : sessions)
            ids.insert(session.toObject().value("session_id").toString());
        m_acknowledged.insert(name(), ids);
        ++m_request;
        m_done = m_stopping;
        if (!m_done)
            m_again.start(0);
    }

    Installed &m_daemon;
    const int m_number;
    int m_request = 1;
    int m_sent = 0;
    int m_repeated = 0;
    bool m_stopping = false;
    bool m_done = false;
    QHash<QString, QSet<QString>> m_acknowledged;
    QStringList m_complaints;
    QTimer m_again;
};

/// What the database holds, by the names that the clients gave.
struct Stored
{
    QHash<QString, QList<QSet<QString>>> requests; ///< one entry for each request of that name
    QSet<QString> places;
    qsizetype sessions = 0;
};

Result<Stored> storedIn(const DatabaseAddress &address, const Clock &clock)
{
    const auto database = Database::open(address, clock);
    if (!database)
        return database.error();
    auto reading = (*database)->read([envelope = (*database)->envelope()](QSqlDatabase &db) -> Result<Stored> {
        const auto requests = RequestStore(db, envelope).requests({});
        if (!requests)
            return requests.error();
        Stored stored;
        for (const Request &request : *requests) {
            QSet<QString> ids;
            for (const Session &session : request.sessions) {
                ids.insert(session.id);
                stored.places.insert(session.proposal.initiatorAddress.toString());
                ++stored.sessions;
            }
            stored.requests[request.idempotencyKey].append(ids);
        }
        return stored;
    });
    if (!QTest::qWaitFor([&reading] { return reading.isFinished(); }, patienceMs))
        return Error(ErrorKind::Storage, QStringLiteral("no answer"));
    return reading.result();
}

} // namespace

/// peerdeskd is killed again and again while others ask. PEERDESK_KILLS says how often; `./dev check-all`
/// says 200.
class TstKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void whatWasAcknowledgedIsThereOnceHoweverOftenItIsKilled()
    {
        const int kills =
            qEnvironmentVariableIntValue("PEERDESK_KILLS") > 0 ? qEnvironmentVariableIntValue("PEERDESK_KILLS") : 8;
        Installed daemon(QByteArray(Installed::approveAll) + Installed::unlimited);
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < clientCount; ++i) {
            clients.push_back(std::make_unique<Client>(daemon, i + 1));
            clients.back()->start();
        }
        const auto sum = [&clients](auto count) {
            return std::accumulate(clients.begin(), clients.end(), qsizetype(0),
                                   [&](qsizetype all, const auto &client) { return all + count(*client); });
        };
        const auto sent = [&sum] { return sum([](const Client &client) { return client.sent(); }); };
        const auto answered = [&sum] { return sum([](const Client &client) { return client.acknowledged().size(); }); };

        const quint32 seed = QRandomGenerator::system()->generate();
        QRandomGenerator random(seed);
        for (int kill = 0; kill < kills; ++kill) {
            // Just after a request has left, or just after an answer has come: the others are anywhere
            // between.
            const qsizetype more = random.bounded(1, 12);
            const qsizetype until = (kill % 2 == 0 ? sent() : answered()) + more;
            QVERIFY(QTest::qWaitFor([&] { return (kill % 2 == 0 ? sent() : answered()) >= until; }, patienceMs));
            daemon.kill();
            QVERIFY(daemon.start());
        }
        for (const auto &client : clients)
            client->stop();
        QVERIFY(QTest::qWaitFor(
            [&] { return std::all_of(clients.begin(), clients.end(), [](const auto &c) { return c->isDone(); }); },
            patienceMs));
        daemon.kill();

        const auto stored = storedIn(daemon.database, daemon.clock);
        QVERIFY2(stored.ok(), qPrintable(stored.ok() ? QString() : stored.error().detail));
        for (const auto &client : clients) {
            QVERIFY2(client->complaints().isEmpty(), qPrintable(client->complaints().join(u'\n')));
            for (auto it = client->acknowledged().begin(); it != client->acknowledged().end(); ++it) {
                QCOMPARE(stored->requests.value(it.key()).size(), 1);
                QCOMPARE(stored->requests.value(it.key()).first(), it.value());
                QCOMPARE(it.value().size(), sessionsOfRequest);
            }
        }
        QCOMPARE(stored->requests.size(), answered()); // and nothing that was not acknowledged in the end
        QCOMPARE(stored->sessions, answered() * sessionsOfRequest);
        QCOMPARE(stored->places.size(), stored->sessions);
        qInfo("killed %d times (seed %u): %lld requests acknowledged, each there once; %lld had to be repeated", kills,
              seed, qlonglong(answered()), qlonglong(sum([](const Client &client) { return client.repeated(); })));
    }
};

QTEST_GUILESS_MAIN(TstKilled)
#include "tst_killed.moc"
