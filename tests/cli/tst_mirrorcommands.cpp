// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
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
        QCOMPARE(pairs.size(), 2);
        QCOMPARE(pairs.first().toObject().value(QLatin1String("ix_id")).toInt(), 10);
        QCOMPARE(pairs.first().toObject().value(QLatin1String("family")).toString(), q("IPv4"));
        QCOMPARE(pairs.first().toObject().value(QLatin1String("own_ip")).toString(), q("192.0.2.1"));
        QCOMPARE(pairs.first().toObject().value(QLatin1String("other_ip")).toString(), q("192.0.2.2"));
        QCOMPARE(pairs.last().toObject().value(QLatin1String("family")).toString(), q("IPv6"));
        QVERIFY(pairs.last().toObject().value(QLatin1String("usable")).toBool());
    }

    void theTableSumsUpOnStandardError()
    {
        const Ran ran = run({q("shared"), q("64496"), q("64500")});
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.startsWith("IX ID"));
        QVERIFY2(ran.err.contains("2 exchanges shared, 2 with operational ports on both sides"),
                 ran.err.constData());
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
        QTest::newRow("no AS number")
            << QStringList{q("shared"), q("x"), q("64500")} << 2 << QByteArray("two AS numbers");
        QTest::newRow("one missing") << QStringList{q("shared"), q("64496")} << 2
                                     << QByteArray("two AS numbers");
        QTest::newRow("unknown exchange") << QStringList{q("exchange"), q("999")} << 3 << QByteArray("999");
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
        QVERIFY2(ran.err.contains("net-0.json is broken"), ran.err.constData());
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
        process.start(QStringLiteral(PEERDESKCTL),
                      arguments + QStringList{q("--folder"), m_folder.filePath(q("desk"))});
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TstMirrorCommands)
#include "tst_mirrorcommands.moc"
