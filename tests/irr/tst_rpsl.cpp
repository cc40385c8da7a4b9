// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/routeobject.h"
#include "irr/setobject.h"
#include "rak/keytext.h"

#include <QTest>

using namespace peerdesk;

namespace {

const QByteArray plainRoute = "route:          192.0.2.0/24\n"
                              "descr:          A network\n"
                              "origin:         AS64500\n"
                              "mnt-by:         MAINT-AS64500\n"
                              "source:         OURS\n";

/// "line 3: words" of every fault, or what was read.
QStringList faultsOf(const Error &error)
{
    QStringList faults;
    for (const FieldError &fault : error.fields)
        faults.append(fault.field + QStringLiteral(": ") + fault.messages.join(u' '));
    return faults.isEmpty() ? QStringList(error.detail) : faults;
}

Result<RouteObject> routeOf(const QByteArray &text)
{
    const auto object = RpslObject::parse(text);
    return object ? RouteObject::read(*object, QStringLiteral("OURS")) : object.error();
}

Result<SetObject> setOf(const QByteArray &text)
{
    const auto object = RpslObject::parse(text);
    return object ? SetObject::read(*object, QStringLiteral("OURS")) : object.error();
}

} // namespace

/// Route objects and sets as people and programs write them.
class TstRpsl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueGoesOnInTheLinesThatContinueIt()
    {
        const auto object = RpslObject::parse("AS-SET:  AS-OURS\r\n"
                                              "members: AS64500, # ourselves\r\n"
                                              "         AS64501,\r\n"
                                              "+\r\n"
                                              "\tAS-FRIENDS\r\n"
                                              "+AS64502\r\n");
        QVERIFY2(object.ok(), "an object");
        QCOMPARE(object->className(), QStringLiteral("as-set"));
        QCOMPARE(object->key(), QStringLiteral("AS-OURS"));
        const RpslAttribute *members = object->find(u"members");
        QVERIFY(members);
        QCOMPARE(members->line, 2);
        QCOMPARE(members->lines.size(), 5);
        QCOMPARE(members->list(), QStringList({QStringLiteral("AS64500"), QStringLiteral("AS64501"),
                                               QStringLiteral("AS-FRIENDS AS64502")}));
    }

    void whatWasWrittenCanBeReadAgain()
    {
        const auto object = RpslObject::parse("% from a dump\n\n" + plainRoute + "\n# the end\n");
        QVERIFY(object.ok());
        QCOMPARE(object->toText().toUtf8(), plainRoute);
    }

    void anEmptyLineWithinAValueStaysOne()
    {
        const auto read = RpslObject::parse("remarks: first\n+\n  third\n");
        QVERIFY(read.ok());
        QCOMPARE(read->toText(), QStringLiteral("remarks:        first\n+\n                third\n"));
        const auto again = RpslObject::parse(read->toText().toUtf8());
        QCOMPARE(again->attributes(), read->attributes());
    }

    void aFaultIsNamedByItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no colon") << QByteArray("route 192.0.2.0/24\n")
                                  << QStringLiteral("line 1: has no colon after the attribute's name");
        QTest::newRow("blank in the name") << QByteArray("route : 192.0.2.0/24\n")
                                           << QStringLiteral("line 1: does not begin with an attribute's name");
        QTest::newRow("continues nothing") << QByteArray("  192.0.2.0/24\n")
                                           << QStringLiteral("line 1: continues an attribute, but there is none yet");
        QTest::newRow("two objects") << plainRoute + '\n' + plainRoute
                                     << QStringLiteral("line 7: begins a second object");
        QTest::newRow("escape sequence") << plainRoute + "remarks: \x1b[2J\n"
                                         << QStringLiteral("line 6: holds a character that cannot be printed");
        QTest::newRow("turned writing") << plainRoute + "remarks: \xe2\x80\xae\n"
                                        << QStringLiteral("line 6: holds a character that cannot be printed");
        QTest::newRow("zero byte") << plainRoute + QByteArray("descr: a\0b\n", 11)
                                   << QStringLiteral("line 6: holds a character that cannot be printed");
        QTest::newRow("long line") << plainRoute + "descr: " + QByteArray(5000, 'x') + '\n'
                                   << QStringLiteral("line 6: longer than 4096 characters");
        QTest::newRow("latin-1") << QByteArray("descr: \xe9\n") << QStringLiteral("The object is not UTF-8");
        QTest::newRow("nothing") << QByteArray("\n% nobody is home\n\n")
                                 << QStringLiteral("There is no object in the text");
        QTest::newRow("too large") << QByteArray(600 * 1024, 'x')
                                   << QStringLiteral("The object has 614400 bytes; 524288 are allowed");
        QTest::newRow("too many") << QByteArray("remarks:\n").repeated(4097)
                                  << QStringLiteral("line 4097: is one attribute more than the 4096 allowed");
    }
    void aFaultIsNamedByItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, fault);
        const auto object = RpslObject::parse(text);
        QVERIFY(!object);
        QCOMPARE(object.error().kind, ErrorKind::Invalid);
        QCOMPARE(faultsOf(object.error()).first(), fault);
    }

    void allFaultsAreToldAtOnceButNotWithoutEnd()
    {
        const auto two = RpslObject::parse("a b\nroute: x\nc d\n");
        QCOMPARE(two.error().fields.size(), 2);
        const auto many = RpslObject::parse(QByteArray("no colon\n").repeated(1000));
        QCOMPARE(many.error().fields.size(), 20);
    }

    void aRouteIsRead()
    {
        const auto route = routeOf("Route: 192.0.2.0/24\norigin: as64500 # ours\nMNT-BY: maint-as64500\n"
                                   "holes: 192.0.2.128/26, 192.0.2.192/26\nmember-of: RS-OURS\nsource: ours\n");
        QVERIFY2(route.ok(), "a route");
        QCOMPARE(route->prefix.toString(), QStringLiteral("192.0.2.0/24"));
        QCOMPARE(route->origin, Asn(64500));
        QCOMPARE(route->maintainer, QStringLiteral("MAINT-AS64500"));
        QCOMPARE(route->key(), QStringLiteral("192.0.2.0/24AS64500"));
    }

    void theRegistryAddsWhatIsItsOwnToSay()
    {
        auto route = routeOf(plainRoute
                             + "remarks: rak 00K-FORGED\nremarks: call us\ncreated: 1999\n"
                               "rpki-ov-state: valid\n");
        QVERIFY2(route.ok(), "a route");
        route->keyRef = QStringLiteral("80K-REFERENCE");
        route->createdAt = fromRfc3339(QStringLiteral("2026-11-23T10:00:00Z"));
        route->updatedAt = fromRfc3339(QStringLiteral("2026-11-24T11:00:00Z"));
        QCOMPARE(route->toText(QStringLiteral("OURS")), QStringLiteral("route:          192.0.2.0/24\n"
                                                                       "descr:          A network\n"
                                                                       "origin:         AS64500\n"
                                                                       "mnt-by:         MAINT-AS64500\n"
                                                                       "remarks:        call us\n"
                                                                       "remarks:        rak 80K-REFERENCE\n"
                                                                       "created:        2026-11-23T10:00:00Z\n"
                                                                       "last-modified:  2026-11-24T11:00:00Z\n"
                                                                       "source:         OURS\n"));
    }

    void aRouteThatIsNoneSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *from, const char *to, const char *fault) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(fault);
        };
        row("host bits", "192.0.2.0/24", "192.0.2.1/24", "line 1: 192.0.2.1/24 has host bits");
        row("no length", "192.0.2.0/24", "192.0.2.0", "line 1: 192.0.2.0 is no prefix");
        row("other family", "192.0.2.0/24", "2001:db8::/32", "line 1: IPv6 prefixes stand in route6 objects");
        row("no AS", "AS64500\n", "64500\n", "line 3: 64500 is no AS number, such as AS64500");
        row("AS 0", "AS64500\n", "AS0\n", "line 3: AS0 is no AS number, such as AS64500");
        row("two maintainers", "MAINT-AS64500", "MAINT-A, MAINT-B",
            "line 4: MAINT-A, MAINT-B is not the name of one maintainer");
        row("another's", "OURS", "THEIRS", "line 5: this registry is OURS");
        row("unknown attribute", "descr:", "desrc:", "line 2: desrc is no attribute of a route object");
        row("repeated", "descr:          A network", "origin: AS64501", "line 3: origin stands there a second time");
        row("missing", "origin:         AS64500\n", "", "origin: is missing");
        row("empty", "MAINT-AS64500", "# nobody", "line 4: mnt-by is empty");
        row("hole elsewhere", "descr:          A network", "holes: 198.51.100.0/26",
            "line 2: 198.51.100.0/26 is no part of 192.0.2.0/24");
        row("no set", "descr:          A network", "member-of: AS-OURS", "line 2: AS-OURS is no route-set's name");
    }
    void aRouteThatIsNoneSaysWhy()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        const auto route = routeOf(QByteArray(plainRoute).replace(from, to));
        QVERIFY(!route);
        QCOMPARE(route.error().kind, ErrorKind::Invalid);
        QVERIFY2(faultsOf(route.error()).contains(fault), qPrintable(faultsOf(route.error()).join(u'\n')));
    }

    void aKeyInAnObjectIsNotPublished()
    {
        const QByteArray key = BearerKey::generate(Registry::RipeTest).toText().reveal();
        const auto with = [](const QByteArray &lines) { return routeOf(plainRoute + lines); };
        QVERIFY(with("remarks: " + KeyReference{Registry::RipeTest, 17}.toString().toLatin1() + '\n').ok());
        QCOMPARE(faultsOf(with("remarks: key " + key + '\n').error()).size(), 1);
        QVERIFY(
            faultsOf(with("remarks: key " + key + '\n').error()).first().startsWith(u"line 6: This holds a secret"));
        QVERIFY(!with("notify: a@b.example # " + key + '\n').ok());
        QVERIFY(!with("remarks: " + key.left(30) + "\n+" + key.mid(30) + '\n').ok());
        QVERIFY(!with("remarks: " + key.left(30) + "\nremarks: " + key.mid(30) + '\n').ok());
        QVERIFY(!setOf("as-set: AS-OURS\ndescr: " + key + "\nmnt-by: MAINT-AS64500\nsource: OURS\n").ok());
    }

    void anotherClassIsNoRoute()
    {
        QVERIFY(!routeOf("as-set: AS-OURS\nmnt-by: MAINT-AS64500\nsource: OURS\n"));
        QVERIFY(!routeOf("person: M. Ops\nsource: OURS\n"));
        QVERIFY(!setOf(plainRoute));
    }

    void aSetNamesItsMembersOnce()
    {
        const auto asSet = setOf("as-set: AS64500:AS-Ours\nmembers: AS64500, as64501, AS64500\nmembers: as-friends\n"
                                 "mnt-by: MAINT-AS64500\nsource: OURS\n");
        QVERIFY2(asSet.ok(), "an as-set");
        QCOMPARE(asSet->name, QStringLiteral("AS64500:AS-OURS"));
        QCOMPARE(asSet->members,
                 QStringList({QStringLiteral("AS64500"), QStringLiteral("AS64501"), QStringLiteral("AS-FRIENDS")}));
        const auto routeSet = setOf("route-set: RS-OURS\nmembers: 192.0.2.0/24^25-26, AS-FRIENDS\n"
                                    "mp-members: 2001:DB8::/32^+\nmnt-by: MAINT-AS64500\nsource: OURS\n");
        QVERIFY2(routeSet.ok(), "a route-set");
        QCOMPARE(routeSet->members, QStringList({QStringLiteral("192.0.2.0/24^25-26"), QStringLiteral("AS-FRIENDS"),
                                                 QStringLiteral("2001:db8::/32^+")}));
    }

    void whatMayNotBeAMemberIsNamed()
    {
        const auto asSet = setOf("as-set: AS-OURS\nmembers: AS64500,\n 192.0.2.0/24\nmembers: RS-OURS\n"
                                 "mnt-by: MAINT-AS64500\nsource: OURS\n");
        QVERIFY(!asSet);
        QCOMPARE(faultsOf(asSet.error()), QStringList({QStringLiteral("line 2: 192.0.2.0/24 may not be a member"),
                                                       QStringLiteral("line 4: RS-OURS may not be a member")}));
        for (const char *range : {"192.0.2.0/24^23", "192.0.2.0/24^26-25", "192.0.2.0/24^33", "192.0.2.0/24^",
                                  "192.0.2.1/24", "2001:db8::/32"})
            QVERIFY2(
                !setOf("route-set: RS-OURS\nmembers: " + QByteArray(range) + "\nmnt-by: MAINT-AS64500\nsource: OURS\n"),
                range);
    }

    void namesOfSetsHaveTheirForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, bool good) { QTest::newRow(name) << QString::fromLatin1(name) << good; };
        row("AS-OURS", true);
        row("as64500:as-ours:AS-CUSTOMERS", true);
        row("AS-OURS:AS64500", true);
        row("AS-", false);
        row("AS64500", false);
        row("AS64500:RS-OURS", false);
        row("AS-OURS:", false);
        row("AS-OURS AS-B", false);
        row("OURS", false);
    }
    void namesOfSetsHaveTheirForm()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(isSetName(name, SetClass::AsSet), good);
    }
};

QTEST_GUILESS_MAIN(TstRpsl)
#include "tst_rpsl.moc"
