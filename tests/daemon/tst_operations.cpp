// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "daemon/installed.h"
#include "endpoint/endpointrig.h"
#include "storage/database.h"
#include "storage/personaldata.h"
#include "storage/requeststore.h"
#include "support/mailkit.h"
#include "support/openssl.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace std::chrono_literals;

namespace {

constexpr int patienceMs = 30'000;
constexpr auto monitored = "[monitoring]\nlisten = \"127.0.0.1:0\"\n";

/// What systemd would hear.
class NotifySocket
{
public:
    explicit NotifySocket(const QString &path)
        : m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un here = {};
        here.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), here.sun_path);
        if (::bind(m_descriptor, reinterpret_cast<sockaddr *>(&here), sizeof here) != 0)
            qFatal("cannot bind %s", name.constData());
    }
    ~NotifySocket() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(NotifySocket)

    /// All lines so far, in order.
    QByteArrayList heard()
    {
        QByteArray datagram(4096, '\0');
        for (ssize_t got = 0;
             (got = ::recv(m_descriptor, datagram.data(), static_cast<size_t>(datagram.size()), 0)) > 0;)
            m_lines += datagram.left(got).split('\n');
        return m_lines;
    }

private:
    const int m_descriptor;
    QByteArrayList m_lines;
};

} // namespace

/// peerdeskd as those who operate it know it: signals, certificates, logs, metrics, systemd.
class TstOperations : public QObject
{
    Q_OBJECT

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path + ".new");
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(path));
        file.close();
        QFile::remove(path);
        file.rename(path);
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void hangUp(const Installed &daemon) { ::kill(static_cast<pid_t>(daemon.process->processId()), SIGHUP); }
    static int statusOf(Installed &daemon, const HttpRequest &request)
    {
        const auto answer = outcomeOf(daemon.http.send(request));
        return answer ? answer->status : 0;
    }
    /// Certificate and key for 127.0.0.1 under NAME in the daemon's folder.
    static bool makeCertificate(const Installed &daemon, const QString &name)
    {
        return runOpenSsl({"req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=" + name, "-addext",
                           "subjectAltName=IP:127.0.0.1", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                           "-keyout", daemon.folder.filePath(name + ".key"), "-out",
                           daemon.folder.filePath(name + ".pem")});
    }
    /// Whose certificate a newcomer is shown.
    static QString shownTo(quint16 port)
    {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted("127.0.0.1", port);
        (void)QTest::qWaitFor([&socket] { return socket.isEncrypted(); }, patienceMs);
        return socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
    }
    /// Where the metrics are, from the log.
    static QUrl monitoringOf(const Installed &daemon, const QString &path)
    {
        QUrl url;
        (void)QTest::qWaitFor(
            [&] {
                for (const QByteArray &line : contents(daemon.logFile).split('\n')) {
                    const QJsonObject object = QJsonDocument::fromJson(line).object();
                    if (object["message"] == "monitoring")
                        url = QUrl(object["address"].toString() + path);
                }
                return url.isValid() && !url.isEmpty();
            },
            patienceMs);
        return url;
    }

private Q_SLOTS:
    void aReloadTakesOverPolicyLimitsAndWhoIsAllowed()
    {
        Installed daemon;
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        const QByteArray before = contents(daemon.configPath());
        QCOMPARE(statusOf(daemon, daemon.request("/sessions")), 200);

        write(daemon.configPath(), before + "[access]\ndeny = [64500]\n");
        hangUp(daemon);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(daemon, daemon.request("/sessions")), 403, patienceMs);

        write(daemon.configPath(), QByteArray(before).replace("\"approve\"", "\"reject\"\nreason = \"No room\""));
        hangUp(daemon);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(daemon, daemon.request("/sessions")), 200, patienceMs);
        const auto answer =
            outcomeOf(daemon.http.send(daemon.post(EndpointRig::batch("r", {EndpointRig::session("a")}))));
        QVERIFY2(answer->body.contains("No room"), answer->body);

        const HttpRequest auth(QUrl(daemon.listening.toString() + "/v1/auth"));
        write(daemon.configPath(), QByteArray(before).replace("peering@as64496.example", "noc@as64496.example"));
        hangUp(daemon);
        const auto contact = [&] {
            return EndpointRig::body(*outcomeOf(daemon.http.send(auth)))["contact"].toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(contact(), QStringLiteral("noc@as64496.example"), patienceMs);

        write(daemon.configPath(), before + "[limits.network]\nrequests_per_minute = 1\n");
        hangUp(daemon);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(daemon, daemon.request("/sessions")), 429, patienceMs);
        QCOMPARE(daemon.terminate(), 0);
    }

    void aFileWithFaultsChangesNothingAndSaysWhere()
    {
        Installed daemon;
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        const QByteArray before = contents(daemon.configPath());
        write(daemon.configPath(), before + "[limits]\nconnections = 0\n[access]\ndeny = [64500]\n");
        hangUp(daemon);
        const QByteArray line = QByteArray::number(before.count('\n') + 2);
        QTRY_VERIFY_WITH_TIMEOUT(contents(daemon.logFile).contains("limits.connections line " + line), patienceMs);
        QCOMPARE(statusOf(daemon, daemon.request("/sessions")), 200);

        write(daemon.configPath(), QByteArray(before).replace("127.0.0.1:0", "127.0.0.1:1"));
        hangUp(daemon);
        QTRY_VERIFY_WITH_TIMEOUT(contents(daemon.logFile).contains("only a restart changes listen"), patienceMs);
        QCOMPARE(statusOf(daemon, daemon.request("/sessions")), 200);
    }

    void aReloadTakesOverMailSettings()
    {
        MailKit mail;
        REQUIRE_TOOL(mail.start(), mail.why());
        Installed daemon;
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        const QByteArray before = contents(daemon.configPath());
        const QByteArray table = QStringLiteral("[mail]\nserver = \"127.0.0.1\"\nport = %1\nsecurity = \"none\"\n"
                                                "from = \"peering@as64496.example\"\nrole = \"noc@as64496.example\"\n")
                                     .arg(mail.settings().port)
                                     .toUtf8();
        write(daemon.configPath(), before + table + "certificates = \"/nowhere\"\n");
        hangUp(daemon);
        QTRY_VERIFY_WITH_TIMEOUT(contents(daemon.logFile).contains("stays as it was: /nowhere"), patienceMs);
        write(daemon.configPath(), before + table);
        hangUp(daemon);
        QTRY_VERIFY_WITH_TIMEOUT(contents(daemon.logFile).contains("the configuration was read again"), patienceMs);
        QCOMPARE(statusOf(daemon, daemon.post(EndpointRig::batch("r", {EndpointRig::session("a")}))), 200);
        hangUp(daemon); // looks for what is to be told
        const QList<QJsonObject> told = mail.taken(1);
        QCOMPARE(told.size(), 1);
        QVERIFY(QJsonDocument(told.first()).toJson().contains("noc@as64496.example"));
        QVERIFY(!contents(daemon.logFile).contains("only a restart changes"));
    }

    void certificatesAreRenewedUnderLoad()
    {
        REQUIRE_TOOL(!QStandardPaths::findExecutable("openssl").isEmpty(), QStringLiteral("openssl is missing"));
        Installed daemon;
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(makeCertificate(daemon, "first") && makeCertificate(daemon, "second"));
        const auto lay = [&daemon](const QString &certificate, const QString &key) {
            write(daemon.folder.filePath("tls.pem"), contents(daemon.folder.filePath(certificate + ".pem")));
            write(daemon.folder.filePath("tls.key"), contents(daemon.folder.filePath(key + ".key")));
        };
        lay("first", "first");
        write(daemon.configPath(), contents(daemon.configPath())
                                       + QStringLiteral("[tls]\ncertificate = \"%1\"\nkey = \"%2\"\n")
                                             .arg(daemon.folder.filePath("tls.pem"), daemon.folder.filePath("tls.key"))
                                             .toUtf8());
        QVERIFY(daemon.start());
        QCOMPARE(daemon.listening.scheme(), QStringLiteral("https"));
        const auto port = static_cast<quint16>(daemon.listening.port());
        QCOMPARE(shownTo(port), QStringLiteral("first"));

        HttpClientSettings settings;
        settings.allowPrivate = true;
        settings.extraAuthorities = QSslCertificate::fromPath(daemon.folder.filePath("first.pem"))
                                    + QSslCertificate::fromPath(daemon.folder.filePath("second.pem"));
        HttpClient client(settings);
        int answered = 0;
        int failed = 0;
        bool done = false;
        const auto ask = [&]() -> QCoro::Task<void> {
            while (!done) {
                auto asking = client.send(daemon.request("/locations"));
                const auto answer = co_await asking;
                ++(answer && answer->status < 500 ? answered : failed);
            }
        };
        std::vector<QCoro::Task<void>> askers;
        for (int i = 0; i < 4; ++i)
            askers.push_back(ask());
        for (int i = 0; i < 10; ++i) {
            const QString name = i % 2 == 0 ? "second" : "first";
            const int before = answered;
            lay(name, name);
            hangUp(daemon);
            QTRY_COMPARE_WITH_TIMEOUT(shownTo(port), name, patienceMs);
            QTRY_VERIFY_WITH_TIMEOUT(answered > before + 4, patienceMs);
        }
        lay("second", "first"); // only one of the two is new
        hangUp(daemon);
        QTRY_VERIFY_WITH_TIMEOUT(contents(daemon.logFile).contains("the key is not the certificate's"), patienceMs);
        QCOMPARE(shownTo(port), QStringLiteral("first"));
        done = true;
        QTRY_VERIFY_WITH_TIMEOUT(
            std::all_of(askers.begin(), askers.end(), [](const auto &asker) { return asker.isReady(); }), patienceMs);
        QCOMPARE(failed, 0);
        QCOMPARE(daemon.terminate(), 0);
    }

    void whatPrometheusReadsIsWellFormedAndTellsTheStory()
    {
        const QString promtool = QStandardPaths::findExecutable("promtool");
        REQUIRE_TOOL(!promtool.isEmpty(), QStringLiteral("promtool (of Debian's prometheus) is missing"));
        Installed daemon(QByteArray(Installed::approveAll) + monitored);
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        QCOMPARE(statusOf(daemon, daemon.post(EndpointRig::batch("r", {EndpointRig::session("a")}))), 200);
        QCOMPARE(statusOf(daemon, daemon.request("/sessions/nothing-of-the-kind")), 404);
        QCOMPARE(statusOf(daemon, daemon.request("/no/such/\"thing\"")), 404);
        const auto page = outcomeOf(daemon.http.send(HttpRequest(monitoringOf(daemon, "/metrics"))));
        QVERIFY(page.ok());
        QCOMPARE(page->status, 200);

        QProcess check;
        check.start(promtool, {"check", "metrics"});
        check.write(page->body);
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished(patienceMs));
        QVERIFY2(check.exitCode() == 0, check.readAllStandardError() + page->body);

        for (const char *line :
             {"peerdesk_requests_total{method=\"POST\",route=\"/v1/sessions\",status=\"200\"} 1\n",
              "peerdesk_requests_total{method=\"GET\",route=\"/v1/sessions/{id}\",status=\"404\"} 1\n",
              "peerdesk_requests_total{method=\"other\",route=\"none\",status=\"404\"} 1\n",
              "peerdesk_request_duration_seconds_count{route=\"/v1/sessions\"} 1\n",
              "peerdesk_sessions{direction=\"inbound\",status=\"approved\"} 1\n", "peerdesk_database_up 1\n",
              "peerdesk_open_requests 0\n",
              "peerdesk_outward_calls_total{outcome=\"answered\"} 1\n", // the issuer's keys
              "peerdesk_build_info{version=\"" PEERDESK_VERSION "\""})
            QVERIFY2(page->body.contains(line), page->body);
    }

    void itSaysWhetherItIsReady()
    {
        Installed daemon(QByteArray(Installed::approveAll) + monitored);
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        for (const char *path : {"/healthz", "/readyz"}) {
            const auto answer = outcomeOf(daemon.http.send(HttpRequest(monitoringOf(daemon, QLatin1String(path)))));
            QCOMPARE(answer->status, 200);
        }
        QCOMPARE(outcomeOf(daemon.http.send(HttpRequest(monitoringOf(daemon, "/else"))))->status, 404);
        // Nothing of it is at the address that others call.
        QCOMPARE(statusOf(daemon, daemon.request("/metrics")), 404);
    }

    void theLogIsOneObjectALineAndKnowsEachRequest()
    {
        Installed daemon;
        daemon.logFile = daemon.folder.filePath("log");
        QVERIFY(daemon.start());
        const auto answer = outcomeOf(daemon.http.send(daemon.request("/sessions?asn=64500&page_token=xyzzy")));
        QVERIFY(answer.ok());
        QCOMPARE(daemon.terminate(), 0);
        QJsonObject found;
        for (const QByteArray &line : contents(daemon.logFile).trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            for (const char *key : {"time", "level", "category", "message"})
                QVERIFY2(!object[QLatin1String(key)].toString().isEmpty(), line);
            if (object["request"].toString().toLatin1() == answer->headers.value("X-Request-Id"))
                found = object;
        }
        QCOMPARE(found["message"].toString(), QStringLiteral("answered"));
        QCOMPARE(found["asn"].toInt(), 64500);
        QCOMPARE(found["route"].toString(), QStringLiteral("/v1/sessions"));
        QCOMPARE(found["status"].toInt(), answer->status);
        QVERIFY(found["duration_ms"].toDouble() > 0);
        QVERIFY(!contents(daemon.logFile).contains("xyzzy"));
    }

    void systemdHearsHowItGoes()
    {
        Installed daemon;
        const QString path = daemon.folder.filePath("notify");
        NotifySocket socket(path);
        daemon.environment.insert("NOTIFY_SOCKET", path);
        daemon.environment.insert("WATCHDOG_USEC", "200000");
        QVERIFY(daemon.start());
        QTRY_VERIFY_WITH_TIMEOUT(socket.heard().contains("READY=1"), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(socket.heard().count("WATCHDOG=1") >= 3, patienceMs);
        hangUp(daemon);
        QTRY_COMPARE_WITH_TIMEOUT(socket.heard().count("READY=1"), 2, patienceMs);
        QVERIFY(socket.heard().contains("RELOADING=1"));
        QVERIFY(socket.heard().indexOf("RELOADING=1") < socket.heard().lastIndexOf("READY=1"));
        QCOMPARE(daemon.terminate(), 0);
        QVERIFY(socket.heard().contains("STOPPING=1"));
    }

    void namesAreForgottenInTime()
    {
        Installed daemon(QByteArray(Installed::approveAll) + "[retention]\nnames_days = 30\nended_days = 0\n");
        const auto database = Database::open(daemon.database, daemon.clock);
        QVERIFY(database.ok());
        const UtcMs now = daemon.clock.now();
        const auto insert = [&](const QString &id, UtcMs at) {
            const Envelope envelope = (*database)->envelope();
            auto inserting = (*database)->write([=](QSqlDatabase &db) {
                Request request;
                request.id = id;
                request.direction = Direction::Inbound;
                request.ownAsn = Asn(64496);
                request.otherAsn = Asn(64500);
                request.createdAt = at;
                request.requester = "M. Ops <noc@as64500.example>";
                request.requesterAddress = "noc@as64500.example";
                return RequestStore(db, envelope).insert(request, request.requester);
            });
            return QTest::qWaitFor([&] { return inserting.isFinished(); }, patienceMs) && inserting.result().ok();
        };
        const auto namesIn = [&](const QString &id) {
            const Envelope envelope = (*database)->envelope();
            auto reading = (*database)->read([=](QSqlDatabase &db) { return RequestStore(db, envelope).request(id); });
            (void)QTest::qWaitFor([&] { return reading.isFinished(); }, patienceMs);
            return reading.result().ok() ? reading.result()->requester + reading.result()->requesterAddress : QString();
        };
        QVERIFY(insert("old", now - UtcMs(31) * 86'400'000));
        QVERIFY(insert("recent", now - UtcMs(29) * 86'400'000));
        QVERIFY(daemon.start());
        QTRY_COMPARE_WITH_TIMEOUT(namesIn("old"), PersonalData::removed(), patienceMs);
        QCOMPARE(namesIn("recent"), QStringLiteral("M. Ops <noc@as64500.example>noc@as64500.example"));
    }

    void requestsThatCameToNothingAreDroppedInTime()
    {
        Installed daemon("[[rule]]\nname = \"none\"\nverdict = \"reject\"\nreason = \"No\"\nexchange = [7]\n"
                         "[[rule]]\nname = \"rest\"\nverdict = \"approve\"\n");
        QVERIFY(daemon.start());
        QCOMPARE(statusOf(daemon, daemon.post(EndpointRig::batch(
                                      "no", {EndpointRig::session("a", "198.51.100.10", "198.51.100.1", 7)}))),
                 200);
        QCOMPARE(statusOf(daemon, daemon.post(EndpointRig::batch("yes", {EndpointRig::session("b")}))), 200);
        const auto database = Database::open(daemon.database, daemon.clock);
        const UtcMs tomorrow = daemon.clock.now() + 86'400'000;
        auto dropping = (*database)->write([=](QSqlDatabase &db) { return PersonalData(db).dropEnded(tomorrow, 100); });
        QTRY_VERIFY_WITH_TIMEOUT(dropping.isFinished(), patienceMs);
        QVERIFY(dropping.result().ok());
        QCOMPARE(*dropping.result(), 1);
        const Envelope envelope = (*database)->envelope();
        auto reading = (*database)->read([=](QSqlDatabase &db) { return RequestStore(db, envelope).requests({}); });
        QTRY_VERIFY_WITH_TIMEOUT(reading.isFinished(), patienceMs);
        QCOMPARE(reading.result()->size(), 1);
    }

    void theSandboxIsTight_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char *unit : {"peerdeskd.service", "peerdeskd-mirror.service"})
            QTest::newRow(unit) << QString::fromLatin1(unit);
    }
    void theSandboxIsTight()
    {
        QFETCH(QString, unit);
        const QString analyze = QStandardPaths::findExecutable("systemd-analyze");
        REQUIRE_TOOL(!analyze.isEmpty(), QStringLiteral("systemd-analyze is missing"));
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(analyze, {"security", "--offline=true", "--threshold=20", "--no-pager",
                                PEERDESK_SOURCE_DIR "/installer/" + unit});
        QVERIFY(process.waitForFinished(patienceMs));
        const QByteArray said = process.readAll();
        qInfo("%s", said.mid(said.indexOf("Overall")).trimmed().constData());
        QVERIFY2(process.exitCode() == 0, said);
    }
};

QTEST_GUILESS_MAIN(TstOperations)
#include "tst_operations.moc"
