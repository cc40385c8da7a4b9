// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/maintainerstore.h"
#include "irr/prefixkey.h"
#include "irr/registryjournal.h"
#include "irr/routeregistry.h"
#include "irr/routestore.h"
#include "irr/setstore.h"
#include "storage/database.h"
#include "support/databaseplace.h"
#include "support/manualclock.h"

#include <QTest>

using namespace peerdesk;
using namespace peerdesk::test;

namespace {

const QString ours = QStringLiteral("OURS");

IpPrefix prefixOf(const char *text)
{
    return *IpPrefix::parse(QString::fromLatin1(text));
}

RouteObject routeOf(const char *prefix, std::uint32_t origin = 64500)
{
    RouteObject route;
    route.prefix = prefixOf(prefix);
    route.origin = Asn(origin);
    route.maintainer = QStringLiteral("MAINT-AS64500");
    route.keyRef = QStringLiteral("80K-REFERENCE");
    route.text = QStringLiteral("route:          %1\norigin:         AS%2\nmnt-by:         MAINT-AS64500\n")
                     .arg(route.prefix.toString())
                     .arg(origin);
    return route;
}

} // namespace

/// What the registry holds, and its journal.
class TstRouteRegistry : public QObject
{
    Q_OBJECT

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

    template<class F> auto read(F job) { return m_database->read(job).result(); }
    /// `job(RouteRegistry &, const RegistryChange &)`
    template<class F> auto change(F job)
    {
        const RegistryChange why{QStringLiteral("a test"), QStringLiteral("to see"), m_clock.now()};
        return m_database
            ->write([job, why](QSqlDatabase &db) {
                RouteRegistry registry(db, ours);
                return job(registry, why);
            })
            .result();
    }
    Result<RouteObject> add(const RouteObject &route)
    {
        return change([route](RouteRegistry &registry, const RegistryChange &why) { return registry.add(route, why); });
    }
    Result<void> remove(const QString &id)
    {
        return change([id](RouteRegistry &registry, const RegistryChange &why) { return registry.remove(id, why); });
    }
    bool hide(const QString &id, UtcMs deleteAt)
    {
        return change([id, deleteAt](RouteRegistry &registry, const RegistryChange &why) {
                   return registry.hide(id, deleteAt, why);
               })
            .value();
    }
    qsizetype ended(UtcMs now)
    {
        return read([now](QSqlDatabase &db) { return RouteStore(db).ended(now, 10); })->size();
    }
    QStringList prefixes(const QList<Asn> &origins, Family family)
    {
        return *read([origins, family](QSqlDatabase &db) { return RouteStore(db).prefixes(origins, family, 100); });
    }
    QStringList found(const char *prefix, PrefixMatch match)
    {
        const auto routes = read(
            [prefix = prefixOf(prefix), match](QSqlDatabase &db) { return RouteStore(db).search(prefix, match, 100); });
        QStringList texts;
        for (const RouteObject &route : *routes)
            texts.append(route.prefix.toString());
        return texts;
    }
    QStringList journal()
    {
        const auto entries = read([](QSqlDatabase &db) { return RegistryJournal(db).entries(0, 100); });
        QStringList lines;
        for (const RegistryEntry &entry : *entries)
            lines.append(QStringLiteral("%1 %2")
                             .arg(entry.serial)
                             .arg(entry.operation == RegistryEntry::Operation::Add ? u"ADD" : u"DEL"));
        return lines;
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_DATABASE(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(newDatabase(*m_folder), m_clock);
        QVERIFY2(opened.ok(), "a database");
        m_database = std::move(*opened);
    }
    void cleanup() { m_database.reset(); }

    void anObjectIsAddedOnceAndFoundAgain()
    {
        const auto added = add(routeOf("192.0.2.0/24"));
        QVERIFY2(added.ok(), "added");
        QVERIFY(!added->id.isEmpty());
        const auto found = read([id = added->id](QSqlDatabase &db) { return RouteStore(db).byId(id); });
        QVERIFY(found.ok() && *found);
        QCOMPARE((*found)->prefix, added->prefix);
        QCOMPARE((*found)->origin, Asn(64500));
        QCOMPARE((*found)->keyRef, QStringLiteral("80K-REFERENCE"));
        QCOMPARE((*found)->createdAt, m_clock.now());
        QCOMPARE(add(routeOf("192.0.2.0/24")).error().kind, ErrorKind::Conflict);
        QVERIFY(add(routeOf("192.0.2.0/24", 64501)).ok());
    }

    void everyChangeIsInTheJournalOnce()
    {
        const auto route = add(routeOf("192.0.2.0/24"));
        m_clock.advance(std::chrono::seconds(1));
        RouteObject changed = *route;
        changed.text += QStringLiteral("descr:          changed\n");
        QVERIFY(change([changed](RouteRegistry &registry, const RegistryChange &why) {
                    return registry.replace(changed, why);
                }).ok());
        QVERIFY(hide(route->id, 0));
        QVERIFY2(!hide(route->id, 0), "it is hidden already");
        QVERIFY(change([id = route->id](RouteRegistry &registry, const RegistryChange &why) {
                    return registry.show(id, why);
                }).value());
        QVERIFY(remove(route->id).ok());
        QCOMPARE(remove(route->id).error().kind, ErrorKind::NotFound);
        QCOMPARE(journal(), QStringList({QStringLiteral("1 ADD"), QStringLiteral("2 ADD"), QStringLiteral("3 DEL"),
                                         QStringLiteral("4 ADD"), QStringLiteral("5 DEL")}));
        const auto entries = read([](QSqlDatabase &db) { return RegistryJournal(db).entries(2, 1); });
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().object, QStringLiteral("192.0.2.0/24AS64500"));
        QCOMPARE(entries->first().who, QStringLiteral("a test"));
        QVERIFY(entries->first().text.contains(QStringLiteral("descr:          changed\n")));
        QVERIFY(entries->first().text.contains(QStringLiteral("remarks:        rak 80K-REFERENCE\n")));
        QVERIFY(entries->first().text.endsWith(QStringLiteral("source:         OURS\n")));
    }

    void aChangeThatFailsLeavesNoTrace()
    {
        QVERIFY(add(routeOf("192.0.2.0/24")).ok());
        const auto both = change([](RouteRegistry &registry, const RegistryChange &why) -> Result<RouteObject> {
            const auto first = registry.add(routeOf("198.51.100.0/24"), why);
            return first ? registry.add(routeOf("192.0.2.0/24"), why) : first;
        });
        QCOMPARE(both.error().kind, ErrorKind::Conflict);
        QCOMPARE(journal().size(), 1);
        QVERIFY(found("198.51.100.0/24", PrefixMatch::Exact).isEmpty());
    }

    void whatIsHiddenIsInNoAnswerAndCanComeBack()
    {
        const auto route = add(routeOf("192.0.2.0/24"));
        QVERIFY(hide(route->id, m_clock.now() + 1000));
        QVERIFY(found("192.0.2.0/24", PrefixMatch::Exact).isEmpty());
        QVERIFY(found("192.0.2.0/25", PrefixMatch::AllLessSpecific).isEmpty());
        QVERIFY(found("192.0.0.0/16", PrefixMatch::AllMoreSpecific).isEmpty());
        QVERIFY(prefixes({Asn(64500)}, Family::IPv4).isEmpty());
        const auto ofOrigin = read([](QSqlDatabase &db) { return RouteStore(db).ofOrigin(Asn(64500), 10); });
        QVERIFY(ofOrigin->isEmpty());
        const auto maintained =
            read([](QSqlDatabase &db) { return RouteStore(db).ofMaintainer(QStringLiteral("MAINT-AS64500"), 10); });
        QVERIFY(maintained->isEmpty());
        QCOMPARE(ended(m_clock.now()), 0);
        QCOMPARE(ended(m_clock.now() + 1000), 1);
        QVERIFY2(add(routeOf("192.0.2.0/24")).ok(), "a new object takes the place of a hidden one");
        QCOMPARE(found("192.0.2.0/24", PrefixMatch::Exact).size(), 1);
        QCOMPARE(ended(m_clock.now() + 1000), 0);
    }

    void deletingAHiddenObjectSaysNothingNew()
    {
        const auto route = add(routeOf("192.0.2.0/24"));
        QVERIFY(hide(route->id, 0));
        QVERIFY(remove(route->id).ok());
        QCOMPARE(journal(), QStringList({QStringLiteral("1 ADD"), QStringLiteral("2 DEL")}));
    }

    void aSearchFindsWhatLiesAroundAndWithin()
    {
        for (const char *prefix : {"192.0.0.0/16", "192.0.2.0/24", "192.0.2.0/25", "192.0.2.128/25", "192.0.3.0/24",
                                   "192.0.2.255/32", "2001:db8::/32", "2001:db8:ff::/48", "0.0.0.0/0"})
            QVERIFY2(add(routeOf(prefix)).ok(), prefix);
        QVERIFY(add(routeOf("192.0.0.0/16", 64501)).ok());
        QCOMPARE(found("192.0.2.0/24", PrefixMatch::Exact), words("192.0.2.0/24"));
        QCOMPARE(found("192.0.2.0/24", PrefixMatch::LessSpecific), words("192.0.0.0/16 192.0.0.0/16"));
        QCOMPARE(found("192.0.2.0/24", PrefixMatch::AllLessSpecific),
                 words("0.0.0.0/0 192.0.0.0/16 192.0.0.0/16 192.0.2.0/24"));
        QCOMPARE(found("192.0.2.0/24", PrefixMatch::AllMoreSpecific),
                 words("192.0.2.0/25 192.0.2.128/25 192.0.2.255/32"));
        QCOMPARE(found("0.0.0.0/0", PrefixMatch::AllMoreSpecific).size(), 7);
        QVERIFY(found("0.0.0.0/0", PrefixMatch::LessSpecific).isEmpty());
        QCOMPARE(found("2001:db8:ff:1::/64", PrefixMatch::AllLessSpecific), words("2001:db8::/32 2001:db8:ff::/48"));
        QCOMPARE(found("2001:db8::/32", PrefixMatch::AllMoreSpecific), words("2001:db8:ff::/48"));
    }

    void prefixesOfAnOriginComeByTheirNumber()
    {
        for (const char *prefix : {"198.51.100.0/24", "9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/9", "2001:db8::/32"})
            QVERIFY2(add(routeOf(prefix)).ok(), prefix);
        QVERIFY(add(routeOf("203.0.113.0/24", 64501)).ok());
        QCOMPARE(prefixes({Asn(64500)}, Family::IPv4), words("9.0.0.0/8 10.0.0.0/8 10.0.0.0/9 198.51.100.0/24"));
        QCOMPARE(prefixes({Asn(64500)}, Family::IPv6), words("2001:db8::/32"));
        QCOMPARE(prefixes({Asn(64500), Asn(64501)}, Family::None).size(), 6);
        QVERIFY(prefixes({Asn(64502)}, Family::IPv4).isEmpty());
    }

    void keysSortAsPrefixesDo()
    {
        const QStringList order = words("0.0.0.0/0 9.0.0.0/8 10.0.0.0/8 10.0.0.0/9 10.128.0.0/9 192.0.2.0/24 ::/0 "
                                        "2001:db8::/32 2001:db8::/48");
        for (qsizetype i = 1; i < order.size(); ++i)
            QVERIFY2(prefixKey(*IpPrefix::parse(order.at(i - 1))) < prefixKey(*IpPrefix::parse(order.at(i))),
                     qPrintable(order.at(i)));
    }

    void objectsOfAKeyAreFound()
    {
        QVERIFY(add(routeOf("192.0.2.0/24")).ok());
        QVERIFY(add(routeOf("2001:db8::/32")).ok());
        RouteObject other = routeOf("198.51.100.0/24");
        other.keyRef.clear();
        QVERIFY(add(other).ok());
        const auto hanging =
            read([](QSqlDatabase &db) { return RouteStore(db).withKey(QStringLiteral("80K-REFERENCE"), 10); });
        QCOMPARE(hanging->size(), 2);
        const auto none = read([](QSqlDatabase &db) { return RouteStore(db).withKey(QString(), 10); });
        QVERIFY(none->isEmpty());
    }

    void aSetBelongsToWhoMadeIt()
    {
        SetObject set;
        set.name = QStringLiteral("AS-OURS");
        set.members = words("AS64500 AS-FRIENDS");
        set.maintainer = QStringLiteral("MAINT-AS64500");
        const auto put = [this](const SetObject &one) {
            return change(
                [one](RouteRegistry &registry, const RegistryChange &why) { return registry.putSet(one, why); });
        };
        QVERIFY(put(set).ok());
        set.members.append(QStringLiteral("AS64501"));
        QVERIFY(put(set).ok());
        SetObject taken = set;
        taken.maintainer = QStringLiteral("MAINT-AS64501");
        QCOMPARE(put(taken).error().kind, ErrorKind::Conflict);
        const auto members = read([](QSqlDatabase &db) {
            return SetStore(db).members({QStringLiteral("AS-OURS"), QStringLiteral("AS-NOBODY")});
        });
        QCOMPARE(members->size(), 1);
        QCOMPARE(members->first().second, words("AS64500 AS-FRIENDS AS64501"));
        const auto removing = [this] {
            return change([](RouteRegistry &registry, const RegistryChange &why) {
                return registry.removeSet(QStringLiteral("AS-OURS"), why);
            });
        };
        QVERIFY(removing().ok());
        QCOMPARE(removing().error().kind, ErrorKind::NotFound);
        QCOMPARE(journal(), QStringList({QStringLiteral("1 ADD"), QStringLiteral("2 ADD"), QStringLiteral("3 DEL")}));
    }

    void theJournalIsCutOffAtItsOldEndButKeepsItsCount()
    {
        const auto purge = [this](UtcMs before) {
            return *m_database->write([before](QSqlDatabase &db) { return RegistryJournal(db).purge(before, 2); })
                        .result();
        };
        QVERIFY(add(routeOf("192.0.2.0/24")).ok());
        QVERIFY(add(routeOf("192.0.2.0/25")).ok());
        m_clock.advance(std::chrono::hours(1));
        const UtcMs later = m_clock.now();
        QVERIFY(add(routeOf("192.0.2.128/25")).ok());
        QCOMPARE(read([later](QSqlDatabase &db) { return RegistryJournal(db).reachesBackBefore(later); }).value(),
                 true);
        QCOMPARE(purge(later), 2);
        QCOMPARE(journal(), QStringList(QStringLiteral("3 ADD")));
        QCOMPARE(purge(later + 1), 0);
        QVERIFY(add(routeOf("10.0.0.0/8")).ok());
        QCOMPARE(journal(), QStringList({QStringLiteral("3 ADD"), QStringLiteral("4 ADD")}));
        QCOMPARE(read([later](QSqlDatabase &db) { return RegistryJournal(db).reachesBackBefore(later); }).value(),
                 false);
    }

    void maintainersAreKept()
    {
        const Maintainer one{QStringLiteral("MAINT-AS64500"), Asn(64500), QStringLiteral("noc@as64500.example"), 1};
        auto putting = m_database->write([one](QSqlDatabase &db) { return MaintainerStore(db).putAll({one}); });
        QVERIFY(putting.result().ok());
        const auto found =
            read([](QSqlDatabase &db) { return MaintainerStore(db).maintainer(QStringLiteral("MAINT-AS64500")); });
        QVERIFY(found.ok() && *found);
        QCOMPARE((*found)->asn, Asn(64500));
        QCOMPARE((*found)->notify, one.notify);
        Maintainer other = one;
        other.name = QStringLiteral("MAINT-OTHER");
        auto replacing = m_database->write([other](QSqlDatabase &db) { return MaintainerStore(db).putAll({other}); });
        QVERIFY(replacing.result().ok());
        const auto left = read([](QSqlDatabase &db) { return MaintainerStore(db).maintainers(); });
        QCOMPARE(left->size(), 1);
        QCOMPARE(left->first().name, other.name);
        auto emptying = m_database->write([](QSqlDatabase &db) { return MaintainerStore(db).putAll({}); });
        QVERIFY(emptying.result().ok());
        QVERIFY(read([](QSqlDatabase &db) { return MaintainerStore(db).maintainers(); })->isEmpty());
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TstRouteRegistry)
#include "tst_routeregistry.moc"
