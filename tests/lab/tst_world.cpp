// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/dump.h"
#include "world/world.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace peerdesk;
using namespace peerdesk::world;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray rowsOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s at %d", qPrintable(error.errorString()), error.offset);
    return document.object().value("data"_L1).toArray();
}

bool within(std::initializer_list<const char *> blocks, const IpAddress &address)
{
    return std::any_of(blocks.begin(), blocks.end(), [&](const char *block) {
        return IpPrefix::parse(QString::fromLatin1(block))->contains(address);
    });
}

} // namespace

class TstWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_world = makeWorld(); }

    void oneSeedGivesOneWorldAndAnotherSeedAnother()
    {
        const WorldSize small = {400, 40, 700, 100}; // as good for this as a large one, and quick under sanitizers
        const World once = makeWorld(small, 1);
        const World again = makeWorld(small, 1);
        for (const char *type : objectTypes) {
            const QByteArray rows = dump(once, type);
            QCOMPARE(dump(again, type), rows);
            QVERIFY2(!rowsOf(rows).isEmpty(), type);
        }
        QVERIFY(dump(makeWorld(small, 2), "netixlan") != dump(once, "netixlan"));
    }

    void theWorldHasTheSizeItWasAskedFor()
    {
        QCOMPARE(m_world.networks.size(), 3000);
        QCOMPARE(m_world.exchanges.size(), 200);
        QCOMPARE(m_world.ports.size(), 5200);
        const World small = makeWorld({400, 40, 700, 100}, 7);
        QCOMPARE(small.networks.size(), 400);
        QCOMPARE(small.ports.size(), 700);
    }

    void aWorldOfRealSizeKeepsItsNumbersAndAddressesApart()
    {
        const World real = makeWorld(WorldSize::real());
        QCOMPARE(real.networks.size(), 34'513);
        QCOMPARE(real.exchanges.size(), 1'320);
        QCOMPARE(real.ports.size(), 59'024);
        everyNumberAndAddressIsOnce(real);
    }

    void everyNumberAndAddressIsOnceInTheLab() { everyNumberAndAddressIsOnce(m_world); }

    void onlyNumbersThatNobodyOwnsAreUsed()
    {
        for (const Network &network : m_world.networks) {
            const std::uint32_t number = network.asn.number();
            const bool documentation = (number >= 64496 && number <= 64511) || (number >= 65536 && number <= 65551);
            const bool reserved = number >= 4'200'000'000 && number <= 4'294'967'294;
            QVERIFY2(documentation || reserved, qPrintable(network.asn.toString()));
        }
        for (const Exchange &exchange : m_world.exchanges) {
            QVERIFY(within({"198.18.0.0/15", "10.0.0.0/8"}, exchange.lan4.network()));
            QVERIFY(within({"2001:db8::/32"}, exchange.lan6.network()));
        }
        for (const Contact &contact : m_world.contacts)
            QVERIFY2(contact.email.endsWith(".example"_L1), qPrintable(contact.email));
    }

    void everyPortHasAnAddressOnItsOwnExchangesLan()
    {
        for (const WorldSize size : {WorldSize::lab(), WorldSize::real()}) {
            const World world = makeWorld(size);
            for (const Port &port : world.ports) {
                const Exchange &exchange = world.exchanges.at(port.exchange);
                QVERIFY(port.address4.isValid() || port.address6.isValid());
                QVERIFY(!port.address4.isValid() || exchange.lan4.contains(port.address4));
                QVERIFY(!port.address4.isValid() || !exchange.lan4.isNetworkOrBroadcast(port.address4));
                QVERIFY(!port.address6.isValid() || exchange.lan6.contains(port.address6));
            }
        }
    }

    void theStoryHasItsPlaces()
    {
        const int desk = m_world.indexOf(cast::desk);
        QVERIFY(desk >= 0);
        QCOMPARE(m_world.networks.at(desk).name, u"Example Networks"_s);
        for (const Asn other : {cast::approvesAll, cast::approvesPart, cast::asksPerson, cast::slowAndFaulty}) {
            const int network = m_world.indexOf(other);
            QVERIFY(network >= 0);
            // Two exchanges in common, with both families on both sides: room for two sessions and more.
            int common = 0;
            for (const Port &port : m_world.ports) {
                const bool live =
                    port.network == network && port.operational && port.address4.isValid() && port.address6.isValid();
                common += live && meetsAt(desk, port.exchange) ? 1 : 0;
            }
            QVERIFY2(common >= 2, qPrintable(other.toString()));
        }
    }

    void exchangesDifferInHowMuchIsKnownOfTheirPlace()
    {
        QMap<Placement, int> count;
        for (const Exchange &exchange : m_world.exchanges)
            ++count[exchange.placement];
        QVERIFY(count[Placement::Facilities] > 120);
        QVERIFY(count[Placement::CityOnly] > 5);
        QVERIFY(count[Placement::Nowhere] > 1);
    }

    void fieldsAreAsUnevenAsInLife()
    {
        int withoutPolicy = 0;
        int withoutLimit = 0;
        for (const QJsonValue &value : rowsOf(dump(m_world, "net"))) {
            withoutPolicy += value["policy_general"_L1].toString().isEmpty() ? 1 : 0;
            withoutLimit += value["info_prefixes4"_L1].isNull() ? 1 : 0;
        }
        QVERIFY(withoutPolicy > 10);
        QVERIFY(withoutLimit > 10);
        int withoutIpv6 = 0;
        int down = 0;
        for (const QJsonValue &value : rowsOf(dump(m_world, "netixlan"))) {
            withoutIpv6 += value["ipaddr6"_L1].isNull() ? 1 : 0;
            down += value["operational"_L1].toBool() ? 0 : 1;
        }
        QVERIFY(withoutIpv6 > 50);
        QVERIFY(down > 5);
    }

    void tombstonesComeOnlyWithIncrements()
    {
        const auto deleted = [](const QJsonArray &rows) {
            return std::count_if(rows.begin(), rows.end(),
                                 [](const QJsonValue &row) { return row["status"_L1].toString() == "deleted"_L1; });
        };
        QCOMPARE(deleted(rowsOf(dump(m_world, "netixlan"))), 0);
        QVERIFY(deleted(rowsOf(changesSince(m_world, "netixlan", 0))) > 0);
        QCOMPARE(rowsOf(changesSince(m_world, "netixlan", m_world.asOf / 1000)).size(), 0);
    }

    void dumpsLieInAFolderUnderPeeringDbsNames()
    {
        QTemporaryDir folder;
        QVERIFY(writeDumps(m_world, folder.path()).ok());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), static_cast<qsizetype>(objectTypes.size()));
        QFile file(folder.filePath(u"ix-0.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(rowsOf(file.readAll()).size(), 200);
        QVERIFY(!writeDumps(m_world, folder.filePath(u"absent"_s)).ok());
    }

private:
    bool meetsAt(int network, int exchange) const
    {
        return std::any_of(m_world.ports.begin(), m_world.ports.end(), [=](const Port &port) {
            return port.network == network && port.exchange == exchange && port.operational;
        });
    }

    static void everyNumberAndAddressIsOnce(const World &world)
    {
        QSet<Asn> numbers;
        QSet<QString> names;
        for (const Network &network : world.networks) {
            numbers.insert(network.asn);
            names.insert(network.name);
        }
        QCOMPARE(numbers.size(), world.networks.size());
        QCOMPARE(names.size(), world.networks.size());
        QSet<IpAddress> addresses;
        qsizetype count = 0;
        for (const Port &port : world.ports) {
            for (const IpAddress &address : {port.address4, port.address6}) {
                if (address.isValid()) {
                    addresses.insert(address);
                    ++count;
                }
            }
        }
        QCOMPARE(addresses.size(), count);
        QSet<QString> exchanges;
        for (const Exchange &exchange : world.exchanges)
            exchanges.insert(exchange.name);
        QCOMPARE(exchanges.size(), world.exchanges.size());
    }

    World m_world;
};

QTEST_GUILESS_MAIN(TstWorld)
#include "tst_world.moc"
