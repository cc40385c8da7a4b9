// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#undef QT_NO_CAST_FROM_ASCII // JSON is all literals
#include "daemon/installed.h"
#include "endpoint/endpointrig.h"
#include "support/mailkit.h"
#include "support/outcomeof.h"
#include "support/requiretool.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int patienceMs = 30'000;

QByteArray holders(const QByteArray &resources)
{
    return R"({"holders": [{"id": "ORG-A", "email": "a@holder.example", "identities": [{"issuer":
        "https://issuer.example", "subject": "17"}], "resources": [)"
           + resources + "]}]}";
}

/// peerdeskd as it is installed at a test registry.
struct InstalledRegistry
{
    explicit InstalledRegistry(const MailKit &mails)
        : daemon(extra(mails))
    {
        daemon.logFile = folder.filePath("log");
    }

    void write(const char *name, const QByteArray &content) const
    {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    [[nodiscard]] QByteArray extra(const MailKit &mails) const
    {
        write("pepper", QByteArray(32, 'p'));
        write("holders.json", holders("\"192.0.2.0/24\""));
        return Installed::approveAll
               + QStringLiteral(
                     "[access]\nmachine_credentials = true\n[monitoring]\nlisten = \"127.0.0.1:0\"\n[rak.issuer]\nregistry = 80\n"
                     "pepper_file = "
                     "\"%1/pepper\"\nholders_file = \"%1/holders.json\"\n[mail]\nserver = \"127.0.0.1\"\nport "
                     "= %2\nsecurity = \"none\"\nfrom = \"keys@registry.example\"\n")
                     .arg(folder.path())
                     .arg(mails.settings().port)
                     .toUtf8();
    }
    HttpResponse call(const QByteArray &method, const QString &path, const QByteArray &token,
                      const QJsonObject &body = {})
    {
        HttpRequest request(QUrl(daemon.listening.toString() + "/v1/rak/v1" + path), method);
        request.headers.append("Authorization", "Bearer " + token);
        if (!body.isEmpty())
            request.body = QJsonDocument(body).toJson();
        return *outcomeOf(daemon.http.send(request));
    }
    [[nodiscard]] QByteArray holder() const
    {
        return daemon.issuer.token(Installed::publicUrl(), QJsonObject()).reveal();
    }
    /// Once the list of holders has been taken over.
    QJsonObject issued()
    {
        const bool isReady =
            QTest::qWaitFor([this] { return call("GET", "/resources", holder()).status == 200; }, patienceMs);
        if (!isReady)
            return {};
        const UtcMs end = daemon.clock.now() + 60LL * 24 * 3600 * 1000;
        return EndpointRig::body(
            call("POST", "/keys", holder(),
                 {{"asn", 64999}, {"prefixes", QJsonArray{"192.0.2.0/24"}}, {"expires", toRfc3339(end)}}));
    }
    void hangUp() const { ::kill(static_cast<pid_t>(daemon.process->processId()), SIGHUP); }
    [[nodiscard]] QByteArray log() const
    {
        QFile file(daemon.logFile);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Of a gauge with that reason; -1 if there is none.
    [[nodiscard]] int refusedHolders(const QByteArray &reason)
    {
        QUrl metrics;
        for (const QByteArray &line : log().split('\n')) {
            const QJsonObject said = QJsonDocument::fromJson(line).object();
            if (said["message"] == "monitoring")
                metrics = QUrl(said["address"].toString() + "/metrics");
        }
        const QByteArray page = outcomeOf(daemon.http.send(HttpRequest(metrics)))->body;
        const QByteArray sample = "peerdesk_rak_holders_refused{reason=\"" + reason + "\"} ";
        const qsizetype at = page.indexOf(sample);
        return at < 0 ? -1 : page.mid(at + sample.size(), 1).toInt();
    }
    [[nodiscard]] QByteArray command(const QStringList &words) const
    {
        QProcess command;
        command.start(Installed::program(), words + QStringList{"--config", daemon.configPath()});
        const bool ended = QTest::qWaitFor([&command] { return command.state() == QProcess::NotRunning; }, patienceMs);
        return ended && command.exitCode() == 0 ? command.readAllStandardOutput().trimmed() : QByteArray("failed");
    }

    QTemporaryDir folder;
    Installed daemon;
};

} // namespace

/// A registry as its operator runs it.
class TstRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_DATABASE();
        REQUIRE_TOOL(m_mails.start(), m_mails.why());
    }

    void aKeyOutlivesARestartAndItsHolderIsToldOnce()
    {
        InstalledRegistry registry(m_mails);
        const QByteArray verifier =
            registry.daemon.credential({"issue", "--asn", "64510", "--name", "a registry", "--key-verifier"});
        QVERIFY(!verifier.isEmpty());
        QVERIFY(registry.daemon.start());
        const QJsonObject issued = registry.issued();
        QVERIFY2(issued.contains("key"), QJsonDocument(issued).toJson().constData());
        registry.daemon.kill();
        QVERIFY(registry.daemon.start());
        const QJsonObject verified =
            EndpointRig::body(registry.call("POST", "/verify", verifier, {{"key", issued["key"]}}));
        QCOMPARE(verified["ref"], issued["ref"]);
        registry.hangUp(); // looks for what is to be told
        const QList<QJsonObject> told = m_mails.taken(1);
        QCOMPARE(told.first()["envelope_to"].toArray().first().toString(), QString("a@holder.example"));
        QVERIFY(QJsonDocument(told.first()).toJson().contains(issued["ref"].toString().toLatin1()));
        QCOMPARE(registry.call("POST", "/keys/" + issued["ref"].toString() + "/revoke", registry.holder()).status, 200);
        registry.hangUp();
        const QList<QJsonObject> ended = m_mails.taken(1);
        QVERIFY(ended.first()["headers"]["Subject"].toString().contains("was revoked"));
        QVERIFY2(!registry.log().contains(issued["key"].toString().toLatin1()), "no key is in the log");
    }

    void aListThatDropsTooMuchWaitsForTheOperator()
    {
        InstalledRegistry registry(m_mails);
        QVERIFY(registry.daemon.start());
        const QString path = "/keys/" + registry.issued()["ref"].toString();
        const auto status = [&] {
            return EndpointRig::body(registry.call("GET", path, registry.holder()))["status"].toString();
        };
        QCOMPARE(status(), QString("valid"));
        registry.write("holders.json", holders("\"198.51.100.0/24\""));
        registry.hangUp();
        QTRY_VERIFY_WITH_TIMEOUT(registry.log().contains("waits for a person"), patienceMs);
        QCOMPARE(status(), QString("valid"));
        QCOMPARE(registry.refusedHolders("waits for a person"), 1);
        const QByteArray waiting = registry.command({"holders", "waiting"});
        QVERIFY2(waiting.contains("drops 0 holders and 1 keys"), waiting.constData());
        QCOMPARE(registry.command({"holders", "accept", QString::fromLatin1(waiting.left(64))}), QByteArray());
        registry.hangUp();
        QTRY_COMPARE_WITH_TIMEOUT(status(), QString("withdrawn"), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(registry.refusedHolders("waits for a person"), 0, patienceMs);
        QCOMPARE(registry.refusedHolders("faulty"), 0);
        registry.write("holders.json", "{\"holders\": [");
        registry.hangUp();
        QTRY_COMPARE_WITH_TIMEOUT(registry.refusedHolders("faulty"), 1, patienceMs);
        QCOMPARE(registry.command({"holders", "accept", "made-up"}), QByteArray("failed"));
    }

    void whatIssuersAreTrustedForIsReadAgain()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const char *name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        };
        const QByteArray before = "ripencc|NL|ipv4|198.51.100.0|256|19930901|allocated\n";
        const QByteArray after = before + "ripencc|NL|ipv4|192.0.2.0|256|20261123|allocated\n";
        write("token", "ours");
        write("space", before);
        Installed daemon(
            Installed::approveAll
            + QStringLiteral("[access]\nmachine_credentials = true\n[[rak.trust]]\nregistry = 80\nissuer = "
                             "\"https://rir.example\"\ntoken_file = \"%1/token\"\nspace_file = "
                             "\"%1/space\"\n[irr]\nsource = \"OURS\"\nnew_maintainers = true\n")
                  .arg(folder.path())
                  .toUtf8());
        daemon.logFile = folder.filePath("log");
        const QByteArray token = daemon.credential({"issue", "--asn", "64500", "--name", "a maintainer"});
        QVERIFY(!token.isEmpty());
        QVERIFY(daemon.start());
        const auto refusal = [&] {
            HttpRequest request(QUrl(daemon.listening.toString() + "/v1/irr/v1/route-objects"), "POST");
            request.headers.append("Authorization", "Bearer " + token);
            request.headers.append("Content-Type", "application/json");
            request.body = R"({"prefix": "192.0.2.0/24", "origin": "AS64500", "mnt_by": "MAINT-AS64500"})";
            return EndpointRig::body(*outcomeOf(daemon.http.send(request)))["message"].toString();
        };
        const auto hangUp = [&] { ::kill(static_cast<pid_t>(daemon.process->processId()), SIGHUP); };
        QCOMPARE(refusal(), QString("No registry that is trusted here vouches for 192.0.2.0/24"));
        write("space", after);
        hangUp();
        QTRY_VERIFY_WITH_TIMEOUT(refusal().contains("needs a key from"), patienceMs);
        write("space", after + "cut o");
        hangUp();
        QFile log(daemon.logFile);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QTRY_VERIFY_WITH_TIMEOUT(log.seek(0) && log.readAll().contains("of before stay in force"), patienceMs);
        QVERIFY(refusal().contains("needs a key from"));
    }

    void aConfigurationWithoutItsPepperIsRefused()
    {
        InstalledRegistry registry(m_mails);
        QVERIFY(registry.command({"--check-config"}) != "failed");
        QVERIFY(QFile::remove(registry.folder.filePath("pepper")));
        QCOMPARE(registry.command({"--check-config"}), QByteArray("failed"));
    }

private:
    MailKit m_mails;
};

QTEST_GUILESS_MAIN(TstRegistry)
#include "tst_registry.moc"
