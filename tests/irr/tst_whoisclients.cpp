// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoisrig.h"
#include "support/patience.h"
#include "support/requiretool.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

/// What a program printed, while the server in this program answers it.
QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return "it ended badly: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

/// The programs that operators build filters with and look things up with, as Debian has them.
class TstWhoisClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        REQUIRE_TOOL(!QStandardPaths::findExecutable(QStringLiteral("bgpq4")).isEmpty(),
                     QStringLiteral("bgpq4 is not installed"));
        REQUIRE_TOOL(!QStandardPaths::findExecutable(QStringLiteral("whois")).isEmpty(),
                     QStringLiteral("whois is not installed"));
        REQUIRE_DATABASE();
    }

    void bgpq4MakesAFilterOfAnOrigin()
    {
        WhoisRig rig;
        QCOMPARE(bgpq4(rig, {QStringLiteral("-4"), QStringLiteral("AS64500")}),
                 QByteArray("no ip prefix-list NN\n"
                            "ip prefix-list NN permit 192.0.2.0/24\n"
                            "ip prefix-list NN permit 198.51.100.0/25\n"
                            "ip prefix-list NN permit 198.51.100.128/25\n"));
        QCOMPARE(bgpq4(rig, {QStringLiteral("-6"), QStringLiteral("AS64500")}),
                 QByteArray("no ipv6 prefix-list NN\n"
                            "ipv6 prefix-list NN permit 2001:db8::/32\n"));
    }

    void bgpq4MakesAFilterOfASet()
    {
        WhoisRig rig;
        const QByteArray filter = "no ip prefix-list NN\n"
                                  "ip prefix-list NN permit 192.0.2.0/24\n"
                                  "ip prefix-list NN permit 198.51.100.0/25\n"
                                  "ip prefix-list NN permit 198.51.100.128/25\n"
                                  "ip prefix-list NN permit 203.0.113.0/24\n";
        QCOMPARE(bgpq4(rig, {QStringLiteral("-4"), QStringLiteral("AS-OURS")}), filter);
        QCOMPARE(
            bgpq4(rig, {QStringLiteral("-4"), QStringLiteral("-L"), QStringLiteral("3"), QStringLiteral("AS-OURS")}),
            filter);
        QCOMPARE(bgpq4(rig, {QStringLiteral("-4"), QStringLiteral("OURS::AS-OURS")}), filter);
    }

    void bgpq4ListsTheOriginsOfASet()
    {
        WhoisRig rig;
        const QByteArray list = bgpq4(rig, {QStringLiteral("-t"), QStringLiteral("-j"), QStringLiteral("AS-OURS")});
        QVERIFY2(list.contains("64500") && list.contains("64501"), list.constData());
    }

    void bgpq4ReadsARouteSet()
    {
        WhoisRig rig;
        const QByteArray filter = bgpq4(rig, {QStringLiteral("-4"), QStringLiteral("RS-OURS")});
        QCOMPARE(filter.count('\n'), 9);
        for (const char *prefix : {" 192.0.2.0/24", " 192.0.2.128/25", " 192.0.2.192/26", " 203.0.113.0/24"})
            QVERIFY2(filter.contains(prefix), filter.constData());
    }

    void bgpq4IsToldOfAnUnknownSource()
    {
        WhoisRig rig;
        QProcess process;
        process.start(QStringLiteral("bgpq4"),
                      {QStringLiteral("-p"), QStringLiteral("-h"), rig.address(), QStringLiteral("-S"),
                       QStringLiteral("THEIRS"), QStringLiteral("AS64500")});
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000));
        QCOMPARE(process.exitCode(), 1);
    }

    void aHiddenObjectFallsOutOfTheFilter()
    {
        WhoisRig rig;
        const QString id = rig.addRoute(QStringLiteral("203.0.113.0/24"), Asn(64510));
        const QStringList query = {QStringLiteral("-4"), QStringLiteral("AS64510")};
        QVERIFY(bgpq4(rig, query).contains("permit 203.0.113.0/24"));
        QVERIFY(*rig.change(
            [id](RouteRegistry &registry, const RegistryChange &why) { return registry.hide(id, 0, why); }));
        QVERIFY(!bgpq4(rig, query).contains("203.0.113.0/24"));
    }

    void whoisAsksInEitherStyle()
    {
        WhoisRig rig;
        QCOMPARE(whois(rig, QStringLiteral("!r192.0.2.0/24,o")), QByteArray("A16\nAS64500 AS64501\nC\n"));
        QCOMPARE(whois(rig, QStringLiteral("!gAS64501")), QByteArray("A28\n192.0.2.0/24 203.0.113.0/24\nC\n"));
        for (const QString &query : {QStringLiteral("-T route -x 203.0.113.0/24"), QStringLiteral("-L 203.0.113.7"),
                                     QStringLiteral("203.0.113.0/24AS64501"), QStringLiteral("-s OURS 203.0.113.0/24"),
                                     QStringLiteral("-T route 203.0.113.0/24")})
            QVERIFY2(whois(rig, query).startsWith("route:          203.0.113.0/24\norigin:         AS64501\n"),
                     qPrintable(query + u'\n' + QString::fromUtf8(whois(rig, query))));
        QVERIFY(whois(rig, QStringLiteral("AS-OURS")).startsWith("as-set:         AS-OURS\n"));
        QVERIFY(whois(rig, QStringLiteral("10.0.0.0/8")).startsWith("%  No entries found for the selected source(s)."));
    }

private:
    static QByteArray bgpq4(const WhoisRig &rig, const QStringList &query)
    {
        // -p: numbers that no registry has given away are refused without it.
        return outputOf(QStringLiteral("bgpq4"), QStringList{QStringLiteral("-p"), QStringLiteral("-h"), rig.address(),
                                                             QStringLiteral("-S"), QStringLiteral("OURS")}
                                                     + query);
    }
    static QByteArray whois(WhoisRig &rig, const QString &query)
    {
        return outputOf(QStringLiteral("whois"),
                        {QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                         QString::number(rig.server().port()), QStringLiteral("--"), query});
    }
};

QTEST_GUILESS_MAIN(TstWhoisClients)
#include "tst_whoisclients.moc"
