// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/revocation.h"
#include "irr/hungkeystore.h"
#include "irr/objectkeeper.h"
#include "irr/registryqueries.h"
#include "irr/registryreader.h"
#include "irr/routestore.h"
#include "storage/database.h"
#include "support/manualclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

/// The registry as figures: how soon what hung on a revoked key is out of its answers; with 1,000,000 route objects, the
/// prefixes of an origin that has 10,000, against reading the same rows bare; and how long queries take while 10,000 keys
/// expire in the same minute. Nothing is asserted.
using namespace peerdesk;
using namespace peerdesk::test;

namespace {

constexpr int objects = 1'000'000;
constexpr int ofOneOrigin = 10'000;
constexpr int keys = 10'000;
constexpr int rowsAtOnce = 5'000;
constexpr std::uint32_t largeOrigin = 64500;

/// 10.0.0.0/28 and the blocks after it.
RouteObject route(int number)
{
    IpAddress::Bytes bytes = {};
    const quint32 address = 0x0a000000U + static_cast<quint32>(number) * 16;
    for (size_t i = 0; i < 4; ++i)
        bytes[i] = static_cast<std::uint8_t>(address >> (24 - 8 * i));
    RouteObject route;
    route.id = QStringLiteral("%1").arg(number, 32, 10, QLatin1Char('0'));
    route.prefix = IpPrefix(IpAddress(Family::IPv4, bytes), 28);
    // Those of the large origin are spread over the table, as they are in life.
    route.origin = number % (objects / ofOneOrigin) == 0 ? Asn(largeOrigin) : Asn(4'200'000'000U + number % 50'000);
    route.maintainer = QStringLiteral("MAINT-AS64500");
    route.text = QStringLiteral("route:          %1\norigin:         %2\nmnt-by:         MAINT-AS64500\n")
                     .arg(route.prefix.toString(), route.origin.toString());
    route.createdAt = route.updatedAt = 1;
    return route;
}

KeyReference reference(int number)
{
    return {Registry::RipeTest, static_cast<std::uint64_t>(number) + 1};
}

void fill(Database &database, UtcMs expires)
{
    for (int from = 0; from < objects; from += rowsAtOnce) {
        auto filling = database.write([from, expires](QSqlDatabase &db) -> Result<void> {
            for (int number = from; number < from + rowsAtOnce; ++number) {
                RouteObject one = route(number);
                if (number % (objects / keys) == 1) {
                    HungKey key;
                    key.reference = reference(number);
                    key.expires = expires;
                    key.nextCheckAt = expires;
                    one.keyRef = key.reference.toString();
                    if (const auto put = HungKeyStore(db).hang(key); !put)
                        return put;
                }
                if (const auto inserted = RouteStore(db).insert(one); !inserted)
                    return inserted;
            }
            return {};
        });
        if (!filling.result().ok())
            qFatal("the database cannot be filled");
    }
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

WhoisQuery prefixesOf(std::uint32_t asn)
{
    return *WhoisQuery::parse("!gAS" + QByteArray::number(asn));
}

void comparePrefixes(Database &database)
{
    std::vector<double> answers;
    std::vector<double> bare;
    const WhoisQuery query = prefixesOf(largeOrigin);
    for (int run = 0; run < 21; ++run) {
        auto reading = database.read([&](QSqlDatabase &db) -> Result<qsizetype> {
            QElapsedTimer timer;
            timer.start();
            const auto answer = RegistryReader(db, QStringLiteral("OURS"), QueryLimits()).answer(query);
            answers.push_back(milliseconds(timer));
            timer.start();
            QSqlQuery select(db);
            select.setForwardOnly(true);
            select.prepare(QStringLiteral("SELECT prefix FROM irr_routes WHERE origin = ? AND family = 4 AND "
                                          "hidden_at = 0 ORDER BY prefix_key"));
            select.addBindValue(largeOrigin);
            select.exec();
            qsizetype bytes = 0;
            while (select.next())
                bytes += select.value(0).toString().size();
            bare.push_back(milliseconds(timer));
            return answer ? Result<qsizetype>(bytes) : answer.error();
        });
        if (!reading.result().ok())
            qFatal("a query was not answered");
    }
    std::printf("irr !g of 10,000 among 1,000,000  %8.2f ms, bare %.2f ms, ratio %.2f\n", median(answers), median(bare),
                median(answers) / median(bare));
}

/// Small queries one after the other, until `ended`.
std::vector<double> askUntil(Database &database, const std::function<bool()> &ended)
{
    std::vector<double> took;
    for (int number = 0; !ended() && took.size() < 1'000'000; ++number) {
        QElapsedTimer timer;
        timer.start();
        auto reading = database.read([number](QSqlDatabase &db) {
            return RegistryReader(db, QStringLiteral("OURS"), QueryLimits())
                .answer(prefixesOf(4'200'000'000U + static_cast<std::uint32_t>(number % 50'000)));
        });
        (void)reading.result();
        took.push_back(milliseconds(timer));
        QCoreApplication::sendPostedEvents();
    }
    std::sort(took.begin(), took.end());
    return took;
}

void report(const char *when, const std::vector<double> &took)
{
    std::printf("irr !g of 20, %s  %8zu queries, p50 %.3f ms, p99 %.3f ms, longest %.1f ms\n", when, took.size(),
                took.at(took.size() / 2), took.at(took.size() * 99 / 100), took.back());
}

void sweep(Database &database, ManualClock &clock)
{
    QElapsedTimer quiet;
    quiet.start();
    report("in quiet        ", askUntil(database, [&quiet] { return quiet.elapsed() > 3000; }));
    HousekeepingRules rules;
    rules.registries = {Registry::RipeTest};
    const ClockWitness witness;
    ObjectKeeper keeper(database, clock, QStringLiteral("OURS"), rules, witness);
    clock.advance(std::chrono::hours(2));
    bool done = false;
    QElapsedTimer timer;
    timer.start();
    keeper.tend().then([&](const Result<void> &) { done = true; });
    report("during the sweep", askUntil(database, [&done] { return done; }));
    std::printf("irr sweep of 10,000 keys          %8.0f ms\n", milliseconds(timer));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    measureRevocation();
    QTemporaryDir folder;
    ManualClock clock;
    auto database = Database::open(folder.filePath(QStringLiteral("irr.sqlite")), clock);
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    QElapsedTimer timer;
    timer.start();
    fill(**database, clock.now() + 60 * 60 * 1000);
    std::printf("irr filled with 1,000,000 objects %8.0f ms\n", milliseconds(timer));
    comparePrefixes(**database);
    sweep(**database, clock);
    return 0;
}
