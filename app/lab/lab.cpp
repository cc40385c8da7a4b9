// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/lab.h"

#include "base/id.h"
#include "base/settings.h"
#include "lab/child.h"
#include "workflow/endpoints/endpoints.h"
#include "workflow/mirrorplaces.h"
#include "world/dump.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::lab {

namespace {

HttpClientSettings onLoopback()
{
    HttpClientSettings settings;
    settings.allowPrivate = true;
    return settings;
}

struct Part
{
    Asn asn;
    const char *policy;
    const char *givenName;
    const char *familyName;
};

// The first is the desk itself. A part's place in this list is also its person's id at the provider.
constexpr Part parts[] = {
    {world::cast::desk, "asks a person", "Ada", "Example"},
    {world::cast::approvesAll, "approves all", "Noor", "Banks"},
    {world::cast::approvesPart, "approves part", "Tove", "Waters"},
    {world::cast::asksPerson, "asks a person and decides after a while", "Robin", "Miller"},
    {world::cast::slowAndFaulty, "slow and faulty", "Sal", "Marsh"},
};

int personAt(Asn asn)
{
    int id = 1;
    for (const Part &part : parts) {
        if (part.asn == asn)
            return id;
        ++id;
    }
    return 0;
}

} // namespace

Lab::Lab(Settings settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_clock(clock)
    , m_world(world::makeWorld(world::WorldSize::lab(), m_settings.seed))
    , m_client(onLoopback())
    , m_api(m_client, clock)
    , m_mirrorSource(clock, m_world)
    , m_provider({m_settings.providerScript, m_settings.nodeModules, m_settings.folder}, m_client)
    , m_fabric(clock)
{
}

Lab::~Lab()
{
    m_client.abortAll();
}

QString Lab::deskFolder() const
{
    return QDir(m_settings.folder).filePath(u"desk"_s);
}

QString Lab::mirrorFile() const
{
    return QDir(deskFolder()).filePath(u"mirror.db"_s);
}

QCoro::Task<Result<QJsonObject>> Lab::start()
{
    if (!QFileInfo(m_settings.programs + "/peerdeskd"_L1).isExecutable())
        co_return Error(ErrorKind::NotFound,
                        u"peerdeskd is not in %1: ./dev build makes it"_s.arg(m_settings.programs));
    if (const auto listening = m_mirrorSource.listen(); !listening)
        co_return listening.error();

    QList<Person> people;
    for (const Part &part : parts) {
        const int network = m_world.indexOf(part.asn);
        people.append({personAt(part.asn), QString::fromUtf8(part.givenName), QString::fromUtf8(part.familyName),
                       part.asn, m_world.networks.at(network).name});
    }
    auto providing = m_provider.start(people);
    if (const auto started = co_await providing; !started)
        co_return started.error();
    auto filling = fillMirror();
    if (const auto filled = co_await filling; !filled)
        co_return filled.error();
    auto starting = startNetworks();
    if (const auto started = co_await starting; !started)
        co_return started.error();
    auto startingKeys = startKeyParties();
    if (const auto started = co_await startingKeys; !started)
        co_return started.error();
    if (const auto written = writeDeskSettings(); !written)
        co_return written.error();
    auto introducing = introduceNetworks();
    if (const auto introduced = co_await introducing; !introduced)
        co_return introduced.error();
    auto describing = describe();
    co_return co_await describing;
}

QCoro::Task<Result<void>> Lab::fillMirror()
{
    const QString dumps = QDir(m_settings.folder).filePath(u"dumps"_s);
    if (!QDir().mkpath(dumps) || !QDir().mkpath(deskFolder()))
        co_return Error(ErrorKind::Storage, m_settings.folder);
    if (const auto written = world::writeDumps(m_world, dumps); !written)
        co_return written.error();
    m_mirror = std::make_unique<Mirror>(mirrorFile(), m_client, m_clock);
    auto importing = m_mirror->importFolder(dumps);
    const auto report = co_await importing;
    co_return report ? Result<void>() : Result<void>(report.error());
}

QString Lab::rulesOf(Asn asn) const
{
    if (asn == world::cast::approvesAll || asn == world::cast::slowAndFaulty)
        return u"[[rule]]\nname = \"everybody\"\nverdict = \"approve\"\n"_s;
    if (asn != world::cast::approvesPart)
        return {}; // where no rule applies, a person is asked
    const int amsterdam = m_world.exchanges.at(m_world.exchangeIn(u"Amsterdam"_s)).id;
    return uR"([[rule]]
name = "ipv6 everywhere"
verdict = "approve"
family = "ipv6"

[[rule]]
name = "ipv4 in Amsterdam"
verdict = "approve"
family = "ipv4"
exchange = [%1]

[[rule]]
name = "no ipv4 elsewhere"
verdict = "reject"
reason = "IPv4 only in Amsterdam; elsewhere through the route servers"
)"_s.arg(amsterdam);
}

QCoro::Task<Result<void>> Lab::startNetworks()
{
    const Network::Surroundings surroundings{m_settings.programs + "/peerdeskd"_L1, mirrorFile(), m_provider.issuer()};
    for (const Part &part : parts) {
        const bool isDesk = part.asn == world::cast::desk;
        Network::Plan plan;
        plan.asn = part.asn;
        plan.name = m_world.networks.at(m_world.indexOf(part.asn)).name;
        plan.policy = QString::fromUtf8(part.policy);
        plan.rules = rulesOf(part.asn);
        plan.folder = isDesk ? deskFolder() : QDir(m_settings.folder).filePath(part.asn.toString());
        plan.faulty = part.asn == world::cast::slowAndFaulty;
        auto network = std::make_unique<Network>(plan, m_clock);
        auto starting = network->start(surroundings);
        if (const auto started = co_await starting; !started)
            co_return started.error();
        m_fabric.add(part.asn, network->database(),
                     isDesk ? Fabric::Configures::WhatOthersAskedFor : Fabric::Configures::Everything);
        if (part.asn == world::cast::asksPerson)
            m_coordinator = std::make_unique<Coordinator>(network->database(), m_clock, placesOf(*m_mirror), part.asn,
                                                          m_settings.thinkingTime);
        if (isDesk)
            m_desk = std::move(network);
        else
            m_networks.push_back(std::move(network));
    }
    m_fabric.start();
    co_return Result<void>();
}

/// What the addresses of the documentation are for; those of exchanges are others.
QCoro::Task<Result<void>> Lab::startKeyParties()
{
    const auto holder = [this](Asn asn, const QStringList &blocks) {
        return KeyParties::Holder{m_world.networks.at(m_world.indexOf(asn)).name, asn, blocks};
    };
    KeyParties::Settings settings;
    settings.folder = QDir(m_settings.folder).filePath(u"keys"_s);
    settings.program = m_settings.programs + "/peerdeskd"_L1;
    settings.signIn = m_provider.issuer();
    settings.holders = {
        holder(world::cast::desk, {u"192.0.2.0/24"_s, u"198.51.100.0/24"_s, u"2001:db8:f000::/36"_s}),
        holder(world::cast::approvesAll, {u"203.0.113.0/24"_s}),
    };
    m_keyParties = std::make_unique<KeyParties>(settings);
    auto starting = m_keyParties->start();
    co_return co_await starting;
}

Result<void> Lab::writeDeskSettings() const
{
    const QString path = QDir(deskFolder()).filePath(u"settings.ini"_s);
    SettingsFile file(path);
    peerdesk::Settings settings;
    settings.provider.issuer = m_provider.issuer();
    settings.mirror.source = m_mirrorSource.url().toString();
    settings.mirror.api = QUrl(m_mirrorSource.url().toString() + "/api"_L1);
    settings.desk.allowPrivate = true;
    settings.keys.issuer = m_keyParties->issuer().publicUrl();
    settings.keys.registry = m_keyParties->registry().publicUrl();
    file.save(settings);
    return QFileInfo::exists(path) ? Result<void>() : Result<void>(Error(ErrorKind::Storage, path));
}

/// The desk knows everybody's endpoint, and everybody the desk's.
QCoro::Task<Result<void>> Lab::introduceNetworks()
{
    Endpoints ours(m_desk->database());
    for (const auto &network : m_networks) {
        const Asn other = network->plan().asn;
        const QString theirAddress = network->endpoint().toString();
        auto noting = ours.save(world::cast::desk, other, theirAddress);
        if (const auto noted = co_await noting; !noted)
            co_return noted.error();
        Endpoints theirs(network->database());
        const QString ourAddress = m_desk->endpoint().toString();
        auto notingToo = theirs.save(other, world::cast::desk, ourAddress);
        if (const auto noted = co_await notingToo; !noted)
            co_return noted.error();
    }
    co_return Result<void>();
}

QCoro::Task<Result<QJsonObject>> Lab::describe()
{
    const int deskPerson = personAt(world::cast::desk);
    QJsonObject deskTokens;
    QJsonArray networks;
    for (const auto &network : m_networks) {
        const QString endpoint = network->endpoint().toString();
        auto asking = m_provider.tokenFor(deskPerson, network->endpoint());
        const auto ours = co_await asking;
        auto askingToo = m_provider.tokenFor(personAt(network->plan().asn), m_desk->endpoint());
        const auto theirs = co_await askingToo;
        if (!ours || !theirs)
            co_return ours ? theirs.error() : ours.error();
        deskTokens[endpoint] = ours->revealText();
        const QJsonObject tokens{{m_desk->endpoint().toString(), theirs->revealText()}};
        networks.append(QJsonObject{{"asn"_L1, static_cast<qint64>(network->plan().asn.number())},
                                    {"name"_L1, network->plan().name},
                                    {"policy"_L1, network->plan().policy},
                                    {"endpoint"_L1, endpoint},
                                    {"tokens"_L1, tokens}});
    }
    const QJsonObject desk{{"asn"_L1, static_cast<qint64>(world::cast::desk.number())},
                           {"endpoint"_L1, m_desk->endpoint().toString()},
                           {"database"_L1, m_desk->database().address().location},
                           {"tokens"_L1, deskTokens}};
    co_return QJsonObject{{"provider"_L1, m_provider.issuer().toString()},
                          {"mirror"_L1, m_mirrorSource.url().toString()},
                          {"desk"_L1, desk},
                          {"networks"_L1, networks},
                          {"rak"_L1, m_keyParties->describe()}};
}

QList<DraftRow> Lab::wishes(Asn from, const QString &city) const
{
    const int exchange = m_world.exchangeIn(city);
    const auto portOf = [&](Asn asn) {
        const int network = m_world.indexOf(asn);
        return *std::ranges::find_if(m_world.ports, [=](const world::Port &port) {
            return port.network == network && port.exchange == exchange;
        });
    };
    const world::Port ours = portOf(from);
    const world::Port theirs = portOf(world::cast::desk);
    QList<DraftRow> rows(2);
    rows[0].ownAddress = ours.address4.toString();
    rows[0].otherAddress = theirs.address4.toString();
    rows[1].ownAddress = ours.address6.toString();
    rows[1].otherAddress = theirs.address6.toString();
    for (DraftRow &row : rows) {
        row.itemId = newUuid();
        row.location = Location::exchange(static_cast<std::uint32_t>(m_world.exchanges.at(exchange).id)).toString();
    }
    return rows;
}

QCoro::Task<Result<void>> Lab::ask(Network *from, QString city)
{
    const Asn asn = from->plan().asn;
    const TokenSource tokens = [this, person = personAt(asn)](QUrl endpoint) {
        return m_provider.tokenFor(person, endpoint);
    };
    m_askers.push_back(std::make_unique<Asker>(from->database(), m_api, m_clock, placesOf(*m_mirror), tokens, asn));
    connect(m_askers.back().get(), &Asker::news, this, &Lab::news);
    const QList<DraftRow> rows = wishes(asn, city);
    auto asking = m_askers.back()->ask(world::cast::desk, rows);
    co_return co_await asking;
}

QCoro::Task<Result<void>> Lab::askTheDesk()
{
    for (const auto &network : m_networks) {
        const Asn asn = network->plan().asn;
        if (asn != world::cast::approvesAll && asn != world::cast::asksPerson)
            continue;
        const QString city = asn == world::cast::approvesAll ? u"Stockholm"_s : u"Vienna"_s;
        auto asking = ask(network.get(), city);
        if (const auto asked = co_await asking; !asked)
            co_return asked.error();
    }
    co_return Result<void>();
}

} // namespace peerdesk::lab
