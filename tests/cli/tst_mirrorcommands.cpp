// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringapi/scriptedserver.h"
#include "support/inventeddirectory.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk::test;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

InventedDirectory world()
{
    InventedDirectory d;
    d.network(64496, q("Our Network"));
    d.network(64500, q("=Formula \x1b[31m Networks"));
    d.exchange(10, q("IX Ten"), {q("192.0.2.0/24"), q("2001:db8:10::/64")});
    d.exchange(11, q("IX Eleven"), {q("198.51.100.0/24"), q("2001:db8:11::/64")});
    d.port(1, 64496, 10, q("192.0.2.1"), q("2001:db8:10::1"));
    d.port(2, 64500, 10, q("192.0.2.2"), q("2001:db8:10::2"));
    d.port(3, 64496, 11, q("198.51.100.1"), {});
    d.port(4, 64500, 11, {}, q("2001:db8:11::2"));
    return d;
}

} // namespace

/// The real program, as a script runs it.
class TstMirrorCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(world().write(dumps()));
        const Ran imported = run({q("mirror"), q("import"), dumps(), q("--format"), q("json")});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QVERIFY(imported.out.contains("netixlan"));
    }

    void sharedGivesOneObjectForEachPairOfPorts()
    {
        const Ran ran = run({q("shared"), q("AS64496"), q("64500"), q("--format"), q("json")});
        QCOMPARE(ran.status, 0);
        const QJsonArray pairs = QJsonDocument::fromJson(ran.out).array();
        QCOMPARE(pairs.size(), 3);
        QCOMPARE(pairs.first().toObject().value(QLatin1String("ix_id")).toInt(), 10);
        QCOMPARE(pairs.first().toObject().value(QLatin1String("family")).toString(), q("IPv4"));
        QCOMPARE(pairs.first().toObject().value(QLatin1String("own_ip")).toString(), q("192.0.2.1"));
        QCOMPARE(pairs.first().toObject().value(QLatin1String("other_ip")).toString(), q("192.0.2.2"));
        QCOMPARE(pairs.at(1).toObject().value(QLatin1String("family")).toString(), q("IPv6"));
        QVERIFY(pairs.at(1).toObject().value(QLatin1String("usable")).toBool());
        QVERIFY(pairs.at(1).toObject().value(QLatin1String("ix_operational")).toBool());
        // One has IPv4 there, the other IPv6: shared, and nothing to configure.
        QCOMPARE(pairs.last().toObject().value(QLatin1String("ix_id")).toInt(), 11);
        QVERIFY(pairs.last().toObject().value(QLatin1String("own_ip")).isNull());
        QVERIFY(!pairs.last().toObject().value(QLatin1String("usable")).toBool());
    }

    void theTableSumsUpBelow()
    {
        const Ran ran = run({q("shared"), q("64496"), q("64500")});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.startsWith("IX ID"));
        QVERIFY2(ran.out.endsWith("\n2 exchanges shared, 2 with operational ports on both sides\n"),
                 ran.out.constData());
        QVERIFY2(ran.err.isEmpty(), ran.err.constData());
    }

    void programsReadErrorsAsJson()
    {
        const Ran unknown = run({q("shared"), q("64496"), q("64999"), q("--format"), q("json")});
        QCOMPARE(unknown.status, 3);
        QVERIFY(unknown.out.isEmpty());
        const QJsonObject error = QJsonDocument::fromJson(unknown.err).object();
        QCOMPARE(error.value(QLatin1String("kind")).toString(), q("not-found"));
        QCOMPARE(error.value(QLatin1String("message")).toString(), q("The mirror of PeeringDB knows no AS64999"));
        QCOMPARE(error.value(QLatin1String("side")).toString(), q("input"));
        const Ran misused = run({q("shared"), q("--dance"), q("--format"), q("json")});
        QCOMPARE(misused.status, 2);
        QCOMPARE(QJsonDocument::fromJson(misused.err).object().value(QLatin1String("kind")).toString(), q("invalid"));
    }

    void whatCannotBeWrittenWasNotDone()
    {
        QProcess process;
        process.setStandardOutputFile(q("/dev/full"));
        process.start(QStringLiteral(PEERDESKCTL),
                      {q("exchange"), q("10"), q("--folder"), m_folder.filePath(q("desk"))});
        QVERIFY(process.waitForFinished(120'000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }

    void aClosedOutputHarmsNoFile()
    {
        QProcess shell;
        const QString command = q("\"$0\" exchange 10 --folder \"$1\" >&-");
        shell.start(q("/bin/sh"), {q("-c"), command, QStringLiteral(PEERDESKCTL), m_folder.filePath(q("desk"))});
        QVERIFY(shell.waitForFinished(120'000));
        QCOMPARE(shell.exitCode(), 1);
        QCOMPARE(run({q("mirror"), q("status")}).status, 0);
    }

    void helpIsFoundFromEveryWord()
    {
        QVERIFY(run({q("help"), q("shared")}).out.contains("[options] shared ASN ASN"));
        const Ran group = run({q("inbound"), q("--help")});
        QCOMPARE(group.status, 0);
        QVERIFY(group.out.contains("inbound approve") && !group.out.contains("partners"));
        const Ran wrong = run({q("inbound"), q("dance")});
        QCOMPARE(wrong.status, 2);
        QVERIFY2(wrong.err.contains("help inbound"), wrong.err.constData());
    }

    void theShellCompletesCommandsAndOptions()
    {
        const auto completed = [](const QString &words) {
            QProcess bash;
            const QString script =
                q("eval \"$(\"$0\" completion)\"; COMP_WORDS=(%1); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); "
                  "_peerdeskctl; echo \"${COMPREPLY[@]}\"");
            bash.start(q("bash"), {q("-c"), script.arg(words), QStringLiteral(PEERDESKCTL)});
            return bash.waitForFinished(120'000) ? bash.readAllStandardOutput().trimmed()
                                                 : QByteArray("bash does not end");
        };
        QCOMPARE(completed(q("peerdeskctl mir")), QByteArray("mirror"));
        QCOMPARE(completed(q("peerdeskctl inbound ap")), QByteArray("approve"));
        QCOMPARE(completed(q("peerdeskctl mirror sync --an")), QByteArray("--anew"));
        QCOMPARE(completed(q("peerdeskctl shared 1 2 --format j")), QByteArray("json"));
    }

    void theApiKeyComesFromTheCredentialsFile()
    {
        // The key is for the API alone: the public dumps never see it.
        QList<QByteArray> withKey;
        ScriptedServer peeringDb([&withKey](const ScriptedServer::Asked &asked) {
            if (asked.head.contains("Authorization: Api-Key k3y"))
                withKey.append(asked.target);
            const QString type = QString::fromUtf8(asked.target.split('/').last()).remove(q("-0.json"));
            return ScriptedServer::Answer{200, world().dump(type), "Content-Type: application/json\r\n"};
        });
        const QString folder = m_folder.filePath(q("keyed"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + q("/credentials.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"" + peeringDb.url().toEncoded() + "/\": \"k3y\"}");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QProcess process;
        process.start(QStringLiteral(PEERDESKCTL), {q("mirror"), q("sync"), q("--folder"), folder, q("--source"),
                                                    peeringDb.url().toString() + q("/dumps"), q("--api"),
                                                    peeringDb.url().toString(), q("--allow-private")});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 120'000);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(withKey, QList<QByteArray>{"/v1/poc"});
    }

    void wordsFromOutsideCannotCommandATerminalOrASpreadsheet()
    {
        QVERIFY(!run({q("partners"), q("64496")}).out.contains('\x1b'));
        const Ran csv = run({q("partners"), q("64496"), q("--format"), q("csv")});
        QVERIFY2(csv.out.contains("'=Formula"), csv.out.constData());
        QVERIFY(run({q("exchange"), q("10")}).out.contains("192.0.2.2"));
    }

    void exitCodesTellWhatWentWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("no AS number") << QStringList{q("shared"), q("x"), q("64500")} << 2
                                      << QByteArray("two AS numbers");
        QTest::newRow("one missing") << QStringList{q("shared"), q("64496")} << 2 << QByteArray("two AS numbers");
        QTest::newRow("one too many") << QStringList{q("partners"), q("64496"), q("64500")} << 2
                                      << QByteArray("an AS number");
        QTest::newRow("unknown network") << QStringList{q("shared"), q("64496"), q("64999")} << 3
                                         << QByteArray("no AS64999");
        QTest::newRow("partners of nobody") << QStringList{q("partners"), q("64999")} << 3 << QByteArray("no AS64999");
        QTest::newRow("unknown exchange") << QStringList{q("exchange"), q("999")} << 3 << QByteArray("no exchange 999");
        QTest::newRow("no exchange") << QStringList{q("exchange"), q("Ten")} << 2 << QByteArray("takes the id");
        QTest::newRow("no command") << QStringList{q("dance")} << 2 << QByteArray("no command");
        QTest::newRow("no mirror") << QStringList{q("mirror"), q("status"), q("--folder"), q("/nowhere")} << 3
                                   << QByteArray("mirror sync");
        QTest::newRow("no folder") << QStringList{q("mirror"), q("import"), q("/nowhere")} << 3
                                   << QByteArray("/nowhere");
    }
    void exitCodesTellWhatWentWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, sentence);
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, status);
        QVERIFY2(ran.err.contains(sentence), ran.err.constData());
        QVERIFY(ran.out.isEmpty());
    }

    void aBrokenDumpNamesItsPlaceAndLeavesTheMirror()
    {
        const QString broken = m_folder.filePath(q("broken"));
        QVERIFY(world().write(broken));
        QFile file(broken + q("/net-0.json"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(60));
        file.close();
        const Ran ran = run({q("mirror"), q("import"), broken});
        QVERIFY(ran.status != 0);
        QVERIFY2(ran.err.startsWith("peerdeskctl: net-0.json is broken: "), ran.err.constData());
        QVERIFY2(!ran.err.contains("did not accept"), ran.err.constData());
        QCOMPARE(run({q("mirror"), q("status")}).status, 0);
    }

private:
    [[nodiscard]] QString dumps() const { return m_folder.filePath(q("dumps")); }
    [[nodiscard]] Ran run(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(q("XDG_DATA_DIRS"), m_folder.path()); // no table of cities
        process.setProcessEnvironment(environment);
        const QStringList usual{q("--folder"), m_folder.filePath(q("desk"))};
        process.start(QStringLiteral(PEERDESKCTL), arguments.contains(usual.first()) ? arguments : arguments + usual);
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TstMirrorCommands)
#include "tst_mirrorcommands.moc"
