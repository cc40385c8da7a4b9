// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwtsigner.h"
#include "base/settings.h"
#include "peeringapi/scriptedserver.h"
#include "support/fakeissuer.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int patience = 60'000;

/// What a run of peerdeskctl left behind.
struct Ran
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonArray rows() const { return QJsonDocument::fromJson(out).array(); }
    /// The value of a column in the row where another column has that value.
    [[nodiscard]] QString value(const char *column, const char *where, const char *is) const
    {
        for (const QJsonValue &row : rows()) {
            if (row[QLatin1String(where)].toString() == QLatin1String(is))
                return row[QLatin1String(column)].toVariant().toString();
        }
        return {};
    }
};

} // namespace

/// Two networks from the command line, with the programs as they are shipped: AS64500 asks, AS64496's peerdeskd answers.
class TstPeerdeskctl : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    JwtSigner m_signer = *JwtSigner::generate(QStringLiteral("key-1"));
    ScriptedServer m_keys{[this](const ScriptedServer::Asked &) {
        return ScriptedServer::Answer{200, m_signer.jwks(), "Content-Type: application/json\r\n"};
    }};
    SystemClock m_clock;
    FakeIssuer m_issuer{m_clock}; ///< of keys for resources
    QProcess m_daemon;
    QString m_endpoint;

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    void write(const char *name, const QByteArray &content, bool forOthers = false) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner
                            | (forOthers ? QFile::ReadOther : QFile::Permissions()));
    }

    /// The asking network's desk, where `arguments` do not say otherwise.
    [[nodiscard]] Ran run(const QStringList &arguments) const
    {
        QStringList all = arguments;
        all += {QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--allow-private")};
        if (!arguments.contains(QStringLiteral("--asn")))
            all += {QStringLiteral("--folder"), path("asker")}; // AS64500 is chosen there
        QProcess process;
        process.start(QStringLiteral(PEERDESKCTL), all);
        // Its requests come to this process too (the issuer's keys), so the event loop must go on.
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, patience))
            qFatal("peerdeskctl %s does not end", qPrintable(arguments.join(u' ')));
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    [[nodiscard]] Ran runAsReceiver(const QStringList &arguments) const
    {
        return run(arguments
                   + QStringList{QStringLiteral("--asn"), QStringLiteral("64496"), QStringLiteral("--folder"),
                                 path("receiver"), QStringLiteral("--database"), path("receiver.db")});
    }

    [[nodiscard]] QByteArray token() const
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const QJsonObject network{{QStringLiteral("asn"), 64500},
                                  {QStringLiteral("perms"), 15},
                                  {QStringLiteral("manage_peering_sessions"), 15}};
        return m_signer
            .sign({{QStringLiteral("iss"), QStringLiteral("https://issuer.example")},
                   {QStringLiteral("aud"), m_endpoint},
                   {QStringLiteral("sub"), QStringLiteral("7")},
                   {QStringLiteral("name"), QStringLiteral("M. Ops")},
                   {QStringLiteral("verified_user"), true},
                   {QStringLiteral("scope"), QStringLiteral("urn:ietf:params:oauth:scope:peering-api")},
                   {QStringLiteral("iat"), now},
                   {QStringLiteral("exp"), now + 3600},
                   {QStringLiteral("networks"), QJsonArray{network}}})
            .reveal();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        write("peerdeskd.toml",
              "listen = \"127.0.0.1:0\"\ncontact = \"noc@as64496.example\"\n"
              "database = \""
                  + path("receiver.db").toUtf8() + "\"\nmirror = \"" + path("receiver-mirror.db").toUtf8()
                  + "\"\nallow_private_addresses = true\n"
                    "[[issuer]]\nissuer = \"https://issuer.example\"\njwks = \""
                  + m_keys.url().toEncoded()
                  + "\"\nnetworks = [64500]\n"
                    "[[network]]\nasn = 64496\n"
                    "[[rak.trust]]\nregistry = 80\nissuer = \""
                  + m_issuer.url().toEncoded() + "\"\nspace_file = \"" + path("delegated").toUtf8()
                  + "\"\n"
                    "[[rule]]\nname = \"proven\"\nverdict = \"approve\"\nexchange = [45]\nvalid_rak = true\n"
                    "[[rule]]\nname = \"not proven\"\nverdict = \"ask\"\nexchange = [45]\n"
                    "[[rule]]\nname = \"no room\"\nverdict = \"reject\"\nexchange = [43]\nreason = \"no capacity\"\n"
                    "[[rule]]\nname = \"newcomers\"\nverdict = \"ask\"\nexchange = [44]\n"
                    "[[rule]]\nname = \"all else\"\nverdict = \"approve\"\nlocation_type = \"public\"\n");
        write("delegated", "ripencc|NL|ipv4|192.0.2.0|256|20260101|allocated\n");
        m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_daemon.start(QStringLiteral(PEERDESKD), {QStringLiteral("--config"), path("peerdeskd.toml")});
        QVERIFY(QTest::qWaitFor([this] { return m_daemon.canReadLine(); }, patience));
        const QList<QByteArray> ready = m_daemon.readLine().trimmed().split(' ');
        QCOMPARE(ready.first(), QByteArray("ready"));
        m_endpoint = QString::fromUtf8(ready.last());
        Settings desk;
        desk.desk.currentAsn = 64500;
        SettingsFile(path("asker/settings.ini")).save(desk);
        write("strange.csv", "a,b\n1,2\n");
        write("wrong.csv", "location,own_ip,other_ip\npdb:ix:46,203.0.113.110,203.0.113\n");
        write("right.csv", "location,own_ip,other_ip\npdb:ix:46,203.0.113.110,203.0.113.120\n");
        write("sessions.csv", "location,own_ip,other_ip\n"
                              "pdb:ix:42,192.0.2.10,192.0.2.20\n"
                              "pdb:ix:43,198.51.100.10,198.51.100.20\n"
                              "pdb:ix:44,2001:db8:44::10,2001:db8:44::20\n");
    }

    void cleanupTestCase()
    {
        m_daemon.terminate();
        if (!m_daemon.waitForFinished(patience))
            m_daemon.kill();
    }

    void helpNamesEveryCommandAndExitStatus()
    {
        const Ran help = run({QStringLiteral("help")});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("inbound approve"));
        QVERIFY(help.out.contains("Exit status"));
        QCOMPARE(run({QStringLiteral("dance")}).code, 2);
        const Ran group = run({QStringLiteral("mirror")});
        QCOMPARE(group.code, 2);
        QVERIFY(group.err.contains("mirror import") && !group.err.contains("inbound list"));
        QVERIFY(run({QStringLiteral("completion")}).out.contains("complete -F"));
    }

    void aGroupByItselfLists()
    {
        for (const QString &group : {QStringLiteral("requests"), QStringLiteral("inbound")}) {
            const Ran alone = run({group, QStringLiteral("--format"), QStringLiteral("json")});
            QCOMPARE(alone.code, 0);
            QCOMPARE(alone.out,
                     run({group, QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("json")}).out);
            QVERIFY(run({group, QStringLiteral("--help")}).out.contains(group.toUtf8() + " list"));
        }
    }

    void optionsStandBeforeTheCommandToo()
    {
        const Ran json = run({QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("requests")});
        QCOMPARE(json.code, 0);
        QVERIFY2(json.out.startsWith('['), json.out);
        const Ran joined = run({QStringLiteral("--allow-private"), QStringLiteral("--format=json"),
                                QStringLiteral("requests"), QStringLiteral("list")});
        QCOMPARE(joined.code, 0);
        QCOMPARE(joined.out, json.out);
        const Ran wrong = run({QStringLiteral("--status"), QStringLiteral("pending"), QStringLiteral("requests")});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("--status is no option of all commands"), wrong.err);
    }

    void twoNetworksAgreeFromTheCommandLine()
    {
        QCOMPARE(run({QStringLiteral("endpoint"), QStringLiteral("set"), QStringLiteral("64496"), m_endpoint}).code, 0);

        // Nobody knows these addresses: that is said, and has to be overridden.
        const Ran doubtful =
            run({QStringLiteral("draft"), path("sessions.csv"), QStringLiteral("--to"), QStringLiteral("64496"),
                 QStringLiteral("--asn"), QStringLiteral("64500"), QStringLiteral("--folder"), path("other")});
        QCOMPARE(doubtful.code, 2);
        QCOMPARE(doubtful.rows().size(), 3);
        QVERIFY(!doubtful.rows().first()[u"problems"].toArray().isEmpty());

        const Ran drafted = run({QStringLiteral("draft"), path("sessions.csv"), QStringLiteral("--to"),
                                 QStringLiteral("64496"), QStringLiteral("--override")});
        QVERIFY2(drafted.code == 0, drafted.err + drafted.out);
        const QString draft = drafted.rows().first()[u"draft"].toString();

        QCOMPARE(run({QStringLiteral("requests"), QStringLiteral("poll")}).code, 4); // no token
        write("asker/credentials.json", QJsonDocument(QJsonObject{{m_endpoint, QString::fromUtf8(token())}}).toJson(),
              true);
        QCOMPARE(run({QStringLiteral("send"), draft}).code, 9); // a file that others may read
        write("asker/credentials.json", QJsonDocument(QJsonObject{{m_endpoint, QString::fromUtf8(token())}}).toJson());

        const Ran strange =
            run({QStringLiteral("send"), path("strange.csv"), QStringLiteral("--to"), QStringLiteral("64496")});
        QCOMPARE(strange.code, 2);
        QVERIFY2(strange.err.contains("own_ip"), strange.err);
        // A file is sent whole or not at all, and takes nothing along that somebody else drafts.
        const Ran refused = run({QStringLiteral("send"), path("wrong.csv"), QStringLiteral("--to"),
                                 QStringLiteral("64496"), QStringLiteral("--override")});
        QCOMPARE(refused.code, 2);
        QVERIFY(!refused.rows().first()[u"problems"].toArray().isEmpty());
        const Ran alone = run({QStringLiteral("send"), path("right.csv"), QStringLiteral("--to"),
                               QStringLiteral("64496"), QStringLiteral("--override")});
        QVERIFY2(alone.code == 0, alone.err + alone.out);
        QCOMPARE(alone.rows().size(), 1);
        QCOMPARE(run({QStringLiteral("drafts"), QStringLiteral("list")}).rows().size(), 3);

        const Ran sent = run({QStringLiteral("send"), draft});
        QVERIFY2(sent.code == 7, sent.err + sent.out);
        QCOMPARE(run({QStringLiteral("drafts"), QStringLiteral("list")}).rows().size(), 0);
        QCOMPARE(run({QStringLiteral("drafts"), QStringLiteral("remove"), draft}).code, 3);
        QCOMPARE(sent.value("status", "location", "pdb:ix:42"), QStringLiteral("approved"));
        QCOMPARE(sent.value("status", "location", "pdb:ix:43"), QStringLiteral("rejected"));
        QCOMPARE(sent.value("reason", "location", "pdb:ix:43"), QStringLiteral("no capacity"));
        QCOMPARE(sent.value("status", "location", "pdb:ix:44"), QStringLiteral("pending"));

        const Ran undecided = runAsReceiver({QStringLiteral("inbound"), QStringLiteral("list")});
        QVERIFY2(undecided.code == 0, undecided.err);
        QCOMPARE(undecided.rows().size(), 1);
        const QString session = QStringLiteral("%1@%2")
                                    .arg(undecided.rows().first()[u"session"].toString())
                                    .arg(undecided.rows().first()[u"version"].toInt());
        const Ran approved = runAsReceiver({QStringLiteral("inbound"), QStringLiteral("approve"), session,
                                            QStringLiteral("--as"), QStringLiteral("B. First")});
        QVERIFY2(approved.code == 0, approved.err + approved.out);
        const Ran second = runAsReceiver({QStringLiteral("inbound"), QStringLiteral("reject"), session,
                                          QStringLiteral("--reason"), QStringLiteral("no")});
        QCOMPARE(second.code, 6);
        QVERIFY2(second.out.contains("B. First"), second.out);

        const Ran polled = run({QStringLiteral("requests"), QStringLiteral("poll")});
        QVERIFY2(polled.code == 0, polled.err);
        QCOMPARE(polled.value("status", "location", "pdb:ix:44"), QStringLiteral("approved"));

        QCOMPARE(run({QStringLiteral("report"), QStringLiteral("-o"), path("report.pdf")}).code, 2);
        QVERIFY(!QFile::exists(path("report.pdf")));
        QCOMPARE(run({QStringLiteral("report"), QStringLiteral("-o"), path("report.html")}).code, 0);
        QFile page(path("report.html"));
        QVERIFY(page.open(QIODevice::ReadOnly) && page.readAll().contains("<html"));

        const Ran report =
            run({QStringLiteral("report"), QStringLiteral("--filter"), QStringLiteral("-status:rejected")});
        QCOMPARE(report.code, 0);
        QCOMPARE(QJsonDocument::fromJson(report.out)[u"counts"][u"approved"].toInt(), 3);

        const QString asked = undecided.rows().first()[u"session"].toString();
        const QString ours = polled.value("session", "location", "pdb:ix:44");
        QCOMPARE(run({QStringLiteral("sessions"), QStringLiteral("configured"), ours}).code, 0);
        QCOMPARE(run({QStringLiteral("sessions"), QStringLiteral("configured"), asked}).code, 3); // that is theirs
        QCOMPARE(runAsReceiver({QStringLiteral("sessions"), QStringLiteral("export"), path("one.csv"), asked}).code, 0);
        QVERIFY(QFile::exists(path("one.csv")));
        QCOMPARE(runAsReceiver({QStringLiteral("sessions"), QStringLiteral("up"), asked}).code, 0);
        const QStringList poll{QStringLiteral("requests"), QStringLiteral("poll")};
        QCOMPARE(run(poll).value("status", "location", "pdb:ix:44"), QStringLiteral("established"));
        QCOMPARE(runAsReceiver({QStringLiteral("sessions"), QStringLiteral("take-down"), asked}).code, 2); // but why?
        QCOMPARE(runAsReceiver({QStringLiteral("sessions"), QStringLiteral("take-down"), asked,
                                QStringLiteral("--reason"), QStringLiteral("the port is full")})
                     .code,
                 0);
        const Ran over = run(poll);
        QCOMPARE(over.value("status", "location", "pdb:ix:44"), QStringLiteral("unestablished"));
        QCOMPARE(over.value("reason", "location", "pdb:ix:44"), QStringLiteral("the port is full"));
        QCOMPARE(run({QStringLiteral("requests"), QStringLiteral("redraft"), ours}).rows().size(), 1);
        QCOMPARE(run({QStringLiteral("drafts"), QStringLiteral("list")}).rows().size(), 1);
    }

    void aKeyThatRenewsItselfIsIssuedListedAndToldNotTo()
    {
        write("asker/credentials.json",
              QJsonDocument(QJsonObject{{m_issuer.url().toString(), QStringLiteral("holder")}}).toJson());
        const auto keys = [this](const QStringList &arguments) {
            return run(QStringList{QStringLiteral("keys")} + arguments
                       + QStringList{QStringLiteral("--issuer"), m_issuer.url().toString()});
        };
        const Ran issued = keys({QStringLiteral("issue"), QStringLiteral("192.0.2.0/24"), QStringLiteral("--origin"),
                                 QStringLiteral("AS64500"), QStringLiteral("--until"),
                                 QDate::currentDate().addDays(30).toString(Qt::ISODate), QStringLiteral("--auto-renew"),
                                 QStringLiteral("--notify"), QStringLiteral("noc@as64500.example"),
                                 QStringLiteral("--notify"), QStringLiteral("ops@as64500.example")});
        QVERIFY2(issued.code == 0, issued.err);
        const QString reference = issued.rows().first()[u"reference"].toString();
        const auto listed = [&] {
            const QJsonArray rows = keys({QStringLiteral("list")}).rows();
            for (const QJsonValue &row : rows) {
                if (row[u"reference"].toString() == reference)
                    return row.toObject();
            }
            return QJsonObject();
        };
        const QJsonObject before = listed();
        QCOMPARE(before[u"auto_renew"].toBool(), true);
        QCOMPARE(before[u"notify"].toArray().size(), 2);
        const Ran roas = keys({QStringLiteral("roas"), reference});
        QVERIFY2(roas.code == 0, roas.err);
        const QJsonObject roa{{QStringLiteral("asn"), 64500},
                              {QStringLiteral("prefix"), QStringLiteral("192.0.2.0/24")},
                              {QStringLiteral("maxLength"), 24}};
        QCOMPARE(roas.rows(), QJsonArray{roa});
        QCOMPARE(keys({QStringLiteral("renew"), reference}).code, 2);
        QCOMPARE(
            keys({QStringLiteral("renew"), reference, QStringLiteral("--auto-renew"), QStringLiteral("never")}).code,
            2);
        const Ran off =
            keys({QStringLiteral("renew"), reference, QStringLiteral("--auto-renew"), QStringLiteral("no")});
        QVERIFY2(off.code == 0, off.err);
        QCOMPARE(listed()[u"auto_renew"].toBool(true), false);
        QCOMPARE(listed()[u"expires"], before[u"expires"]);
        m_issuer.keys.clear();
    }

    void aKeyGoesAlongAsProof()
    {
        const UtcMs month = std::chrono::milliseconds(std::chrono::days(30)).count();
        const auto &held =
            m_issuer.issue({{QStringLiteral("192.0.2.0/24"), {}}}, Asn(64500), m_clock.now() + month, {});
        const QString key = held.text.revealText();
        const QString reference = held.terms.reference.toString();
        write("asker/credentials.json",
              QJsonDocument(QJsonObject{{m_endpoint, QString::fromUtf8(token())},
                                        {m_issuer.url().toString(), QStringLiteral("holder")}})
                  .toJson());
        write("bare.csv", "location,own_ip,other_ip\npdb:ix:45,192.0.2.31,192.0.2.20\n");
        write("proven.csv", "location,own_ip,other_ip\npdb:ix:45,192.0.2.32,192.0.2.20\n");
        const auto send = [this](const char *file, const QString &named, const QStringList &more = {}) {
            return run(QStringList{QStringLiteral("send"), path(file), QStringLiteral("--to"), QStringLiteral("64496"),
                                   QStringLiteral("--override"), QStringLiteral("--rak"), named}
                       + more);
        };
        const Ran refused = send("proven.csv", key);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("secret key itself") && !refused.err.contains(key.toUtf8()), refused.err);

        const Ran bare = send("bare.csv", reference);
        QVERIFY2(bare.code == 0, bare.err + bare.out);
        QVERIFY2(bare.err.contains("proves nothing: Name the issuer of keys with --issuer URL"), bare.err);
        QCOMPARE(bare.value("status", "location", "pdb:ix:45"), QStringLiteral("pending"));
        const Ran waiting = runAsReceiver({QStringLiteral("inbound"), QStringLiteral("list")});
        QVERIFY2(waiting.out.contains("came without a statement of its issuer"), waiting.out);

        const Ran proven = send("proven.csv", reference, {QStringLiteral("--issuer"), m_issuer.url().toString()});
        QVERIFY2(proven.code == 0, proven.err + proven.out);
        QVERIFY2(proven.err.contains("its issuer's statement went along"), proven.err);
        QCOMPARE(proven.value("status", "location", "pdb:ix:45"), QStringLiteral("approved"));
    }
};

QTEST_GUILESS_MAIN(TstPeerdeskctl)
#include "tst_peerdeskctl.moc"
