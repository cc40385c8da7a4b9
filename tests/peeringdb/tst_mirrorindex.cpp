// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
// This test is all literals: plain ones read better.
#undef QT_NO_CAST_FROM_ASCII

#include "peeringdb/mirrorfill.h"
#include "peeringdb/mirrorindex.h"
#include "support/inventeddirectory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using peerdesk::test::InventedDirectory;

namespace {

constexpr Asn own(64496);
constexpr Asn other(64500);

QJsonObject fields(std::initializer_list<std::pair<const char *, QJsonValue>> list)
{
    QJsonObject object;
    for (const auto &[name, value] : list)
        object.insert(QString::fromLatin1(name), value);
    return object;
}

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

/// Two networks that meet at exchanges 10 (two ports against two), 11 (no IPv6 over there), 12 (their port is
/// dead), 13 (no family in common), and each alone at 14 and 15.
InventedDirectory world()
{
    InventedDirectory d;
    d.network(64496, q("Our Network"), fields({{"org_id", 1}}));
    d.network(64500, q("Example Content"),
              fields({{"aka", "ExCo"},
                      {"info_types", QJsonArray{"Content", "NSP"}},
                      {"info_prefixes4", 1200},
                      {"info_prefixes6", 0},
                      {"policy_general", "Open"},
                      {"irr_as_set", "AS-EXAMPLE"},
                      {"info_never_via_route_servers", true},
                      {"notes", "line one\nline two"}}));
    d.network(64501, q("Cloud of Examples"), fields({{"info_type", "NSP"}, {"policy_general", ""}}));
    d.row(q("org"), fields({{"id", 1}, {"name", "Our Org"}, {"country", "XA"}}));
    d.exchange(10, q("IX Ten"), {q("192.0.2.0/24"), q("198.51.100.0/24"), q("2001:db8:10::/64")},
               fields({{"city", "Nordhafen"}, {"country", "XA"}}));
    d.exchange(11, q("IX Eleven"), {q("203.0.113.0/25"), q("2001:db8:11::/64")},
               fields({{"city", "Nordhafen"}, {"country", "XA"}}));
    for (int id = 12; id <= 15; ++id)
        d.exchange(id, QStringLiteral("IX %1").arg(id),
                   {QStringLiteral("10.%1.0.0/16").arg(id), QStringLiteral("2001:db8:%1::/64").arg(id)});
    d.port(1, 64496, 10, q("192.0.2.1"), q("2001:db8:10::1"), fields({{"is_rs_peer", true}, {"net_side_id", 70}}));
    d.port(2, 64496, 10, q("198.51.100.1"), {});
    d.port(3, 64500, 10, q("192.0.2.20"), q("2001:db8:10::20"), fields({{"is_rs_peer", true}, {"net_side_id", 70}}));
    d.port(4, 64500, 10, q("192.0.2.21"), q("2001:db8:10::21"));
    d.port(5, 64496, 11, q("203.0.113.1"), q("2001:db8:11::1"));
    d.port(6, 64500, 11, q("203.0.113.2"), {});
    d.port(7, 64496, 12, q("10.12.0.1"), q("2001:db8:12::1"));
    d.port(8, 64500, 12, q("10.12.0.2"), q("2001:db8:12::2"), fields({{"operational", false}}));
    d.port(9, 64496, 13, q("10.13.0.1"), {});
    d.port(10, 64500, 13, {}, q("2001:db8:13::2"));
    d.port(11, 64496, 14, q("10.14.0.1"), {});
    d.port(12, 64500, 15, q("10.15.0.1"), {});
    d.port(13, 64510, 14, q("10.14.0.9"), {}); // its network has no row
    d.port(14, 64500, 99, q("10.99.0.9"), {}); // its exchange has no row
    d.facility(70, q("House Seventy"),
               fields({{"latitude", 50.0}, {"longitude", 8.0}, {"address1", "1 Some Street"}, {"zipcode", "12345"}}));
    d.facility(71, q("House Seventy-One"), fields({{"latitude", 52.0}, {"longitude", 9.0}}));
    d.facility(72, q("House without a place"));
    for (const auto &[ix, fac] : {std::pair{10, 70}, {10, 71}, {10, 72}})
        d.row(q("ixfac"), fields({{"id", ix * 100 + fac}, {"ix_id", ix}, {"fac_id", fac}}));
    for (const auto &[net, fac] : {std::pair{64496, 70}, {64496, 71}, {64500, 71}, {64500, 72}})
        d.row(q("netfac"), fields({{"id", net * 100 + fac}, {"net_id", net}, {"fac_id", fac}}));
    d.row(q("poc"), fields({{"id", 1},
                            {"net_id", 64500},
                            {"role", "Policy"},
                            {"email", "peering@as64500.example"},
                            {"visible", "Public"}}));
    return d;
}

} // namespace

class TstMirrorIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(world().write(m_folder.filePath(q("dumps"))));
        QFile cities(m_folder.filePath(q("cities.txt")));
        QVERIFY(cities.open(QIODevice::WriteOnly));
        cities.write("1\tNordhafen\tNordhafen\t\t53.5\t10.5\tP\tPPL\tXA\t\t\t\t\t\t900000\t\t0\tEtc/"
                     "UTC\t2026-01-01\n");
        cities.close();
        MirrorFillContext context;
        context.path = m_folder.filePath(q("mirror.sqlite"));
        context.cityFile = cities.fileName();
        context.now = 1000;
        const auto change = fillMirror(m_folder.filePath(q("dumps")), context);
        QVERIFY2(change, qPrintable(change ? QString() : change.error().detail));
        m_index = change->index;
    }

    void networksAreToldWithAllThatACoordinatorReads()
    {
        const auto network = m_index->network(other);
        QVERIFY(network);
        QCOMPARE(network->name, q("Example Content"));
        QCOMPARE(network->alsoKnownAs, q("ExCo"));
        QCOMPARE(network->types, (QStringList{q("Content"), q("NSP")}));
        QCOMPARE(network->prefixes4, std::optional<std::uint32_t>(1200));
        QCOMPARE(network->prefixes6, std::nullopt);
        QCOMPARE(network->policy, q("Open"));
        QCOMPARE(network->asSet, q("AS-EXAMPLE"));
        QVERIFY(network->neverViaRouteServers);
        QCOMPARE(network->notes, q("line one\nline two"));
        QCOMPARE(m_index->network(Asn(64501))->types, QStringList{q("NSP")});
        QVERIFY(!m_index->network(Asn(64999)));
        QCOMPARE(m_index->organization(1)->name, q("Our Org"));
        QCOMPARE(m_index->contacts(other).size(), 1);
        QCOMPARE(m_index->contacts(other).first().email, q("peering@as64500.example"));
        QVERIFY(m_index->contacts(own).isEmpty());
    }

    void networksAndExchangesAreFoundByNumberNameAndPart()
    {
        QCOMPARE(m_index->findNetworks(q("AS64500"), 10), QList{other});
        QCOMPARE(m_index->findNetworks(q("64500"), 10), QList{other});
        QCOMPARE(m_index->findNetworks(q("exco"), 10), QList{other});
        QCOMPARE(m_index->findNetworks(q("example"), 10), (QList{other, Asn(64501)})); // beginnings first
        QCOMPARE(m_index->findNetworks(q("example"), 1), QList{other});
        QVERIFY(m_index->findNetworks(q("nobody"), 10).isEmpty());
        QCOMPARE(m_index->findExchanges(q("10"), 10), QList<std::uint32_t>{10});
        QCOMPARE(m_index->findExchanges(q("eleven"), 10), QList<std::uint32_t>{11});
        QCOMPARE(m_index->findExchanges(q("nordhafen"), 10), (QList<std::uint32_t>{10, 11}));
    }

    void everyPairOfPortsIsListedPerFamily()
    {
        const auto shared = m_index->shared(own, other);
        QCOMPARE(shared.size(), 4);
        QCOMPARE(shared.first().name, q("IX Ten"));
        const auto &pairs = shared.first().pairs;
        QCOMPARE(pairs.size(), 6); // two by two in IPv4, one by two in IPv6
        int usable = 0;
        for (const PortPair &pair : pairs)
            usable += pair.isUsable();
        QCOMPARE(usable, 4); // the second own port is in another prefix of the LAN
        QCOMPARE(pairs.first().ownAddress.toString(), q("192.0.2.1"));
        QCOMPARE(pairs.first().otherAddress.toString(), q("192.0.2.20"));
        QVERIFY(pairs.first().bothAtRouteServer && pairs.first().sameFacility);
        QCOMPARE(pairs.last().family(), Family::IPv6);
    }

    void aSideWithoutAFamilyOrWithADeadPortIsShown()
    {
        const auto shared = m_index->shared(own, other);
        const SharedExchange &noV6 = shared.at(1);
        QCOMPARE(noV6.pairs.size(), 1);
        QVERIFY(noV6.bothHave(Family::IPv4) && !noV6.bothHave(Family::IPv6));
        const SharedExchange &dead = shared.at(2);
        QCOMPARE(dead.pairs.size(), 2);
        QVERIFY(!dead.pairs.first().otherOperational && !dead.pairs.first().isUsable());
        QVERIFY(!dead.operationalOnBothSides());
        const SharedExchange &noFamily = shared.at(3);
        QVERIFY(noFamily.pairs.isEmpty() && noFamily.operationalOnBothSides());
    }

    void sharingIsSymmetric()
    {
        const auto ours = m_index->shared(own, other);
        const auto theirs = m_index->shared(other, own);
        QCOMPARE(ours.size(), theirs.size());
        for (qsizetype i = 0; i < ours.size(); ++i)
            QCOMPARE(ours.at(i).pairs.size(), theirs.at(i).pairs.size());
        QVERIFY(m_index->shared(own, own).isEmpty());
        QVERIFY(m_index->shared(own, Asn(64999)).isEmpty());
    }

    void partnersAreCountedAsTheirPairsAre()
    {
        const auto partners = m_index->partners(own);
        QCOMPARE(partners.size(), 2);
        const Partner &partner = partners.first();
        QCOMPARE(partner.asn, other);
        QCOMPARE(partner.sharedExchanges, 4);
        QCOMPARE(partner.operationalExchanges, 3);
        QCOMPARE(partner.routeServerExchanges, 1);
        QCOMPARE(partner.sharedFacilities, 1);
        QCOMPARE(partner.possibleSessions4, 3);
        QCOMPARE(partner.possibleSessions6, 2);
        QCOMPARE(partners.last().asn, Asn(64510)); // known by its port alone
        QCOMPARE(m_index->sharedFacilities(own, other), QList<std::uint32_t>{71});
        QVERIFY(m_index->partners(Asn(64999)).isEmpty());
    }

    void missingParentsAreCountedNotFatal()
    {
        QCOMPARE(m_index->counts().orphans, 1); // the port at an unknown exchange
        QCOMPARE(m_index->counts().ports, 13);
        QVERIFY(m_index->network(Asn(64510)));
        QCOMPARE(m_index->networkName(Asn(64510)), QString());
    }

    void exchangesKnowTheirPlaceAndWhereItComesFrom()
    {
        const Position median = m_index->exchange(10)->position;
        QCOMPARE(median.source, Position::Source::Facilities);
        QCOMPARE(median.latitude, 51.0);
        QCOMPARE(median.longitude, 8.5);
        const Position city = m_index->exchange(11)->position;
        QCOMPARE(city.source, Position::Source::City);
        QCOMPARE(city.latitude, 53.5);
        QCOMPARE(m_index->exchange(12)->position.source, Position::Source::None);
        QCOMPARE(m_index->exchange(10)->lanPrefixes.size(), 3);
        QCOMPARE(m_index->exchange(10)->networkCount, 2);
        QCOMPARE(m_index->facility(70)->address, q("1 Some Street, 12345"));
        QVERIFY(!m_index->facility(72)->position.isKnown());
        QCOMPARE(m_index->networksAt(10), (QList{own, other}));
        QCOMPARE(m_index->exchangesOf(other), (QList<std::uint32_t>{10, 11, 12, 13, 15}));
        QCOMPARE(m_index->portsAt(10).size(), 4);
        QCOMPARE(m_index->portsOf(own).size(), 6);
    }

    void validationGetsItsFacts()
    {
        const IpAddress theirs = *IpAddress::parse(u"192.0.2.20");
        const IpAddress nobodys = *IpAddress::parse(u"192.0.2.77");
        const auto facts = m_index->facts(Location::exchange(10), {theirs, nobodys});
        QVERIFY(facts.known);
        QCOMPARE(facts.lanPrefixes.size(), 3);
        QCOMPARE(facts.registeredTo, (QMultiHash<IpAddress, Asn>{{theirs, other}}));
        QVERIFY(!m_index->facts(Location::exchange(99), {theirs}).known);
        QVERIFY(!m_index->facts(Location::facility(70), {theirs}).known);
    }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const MirrorIndex> m_index;
};

QTEST_GUILESS_MAIN(TstMirrorIndex)
#include "tst_mirrorindex.moc"
