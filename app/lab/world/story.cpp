// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/story.h"

#include "world/names.h"

#include <algorithm>

namespace peerdesk::world {

namespace {

struct Role
{
    Asn asn;
    const char *name;
    const char *type;
    const char *policy;
    const char *traffic;
    const char *ratio;
    int prefixes4;
    int prefixes6;
};

constexpr Role roles[] = {
    {cast::desk, "Example Networks", "NSP", "Open", "50-100Gbps", "Balanced", 1200, 300},
    {cast::approvesAll, "Northbank Content", "Content", "Open", "500-1000Gbps", "Heavy Outbound", 400, 150},
    {cast::approvesPart, "Tidewater Broadband", "Cable/DSL/ISP", "Selective", "100-200Gbps", "Heavy Inbound", 2500,
     900},
    {cast::asksPerson, "Old Mill Internet", "NSP", "Selective", "20-50Gbps", "Mostly Inbound", 800, 0},
    {cast::slowAndFaulty, "Saltmarsh Hosting", "Content", "Open", "10-20Gbps", "Mostly Outbound", 60, 20},
};

constexpr int firstCastIndex = 40; ///< large enough to have neighbours, too small for the best-connected ones

// Ranks are places in cities(): 0 Amsterdam, 1 Frankfurt, 2 London, 4 Ashburn, 5 Paris, 9 Stockholm, 13 Zürich,
// 16 Vienna, 19 Madrid, 30 Copenhagen.
constexpr StoryPort ports[] = {
    {cast::desk, 0},
    {cast::desk, 1},
    {cast::desk, 1},
    {cast::desk, 2},
    {cast::desk, 4},
    {cast::desk, 5},
    {cast::desk, 9},
    {cast::desk, 13},
    {cast::desk, 16},
    {cast::desk, 19},
    {cast::desk, 30},
    {cast::approvesAll, 0},
    {cast::approvesAll, 1},
    {cast::approvesAll, 2},
    {cast::approvesAll, 5, StoryPort::Oddity::NotOperational},
    {cast::approvesAll, 9},
    {cast::approvesPart, 0},
    {cast::approvesPart, 1},
    {cast::approvesPart, 5},
    {cast::approvesPart, 13},
    {cast::asksPerson, 1},
    {cast::asksPerson, 2},
    {cast::asksPerson, 9},
    {cast::asksPerson, 16},
    {cast::slowAndFaulty, 0},
    {cast::slowAndFaulty, 2, StoryPort::Oddity::NoIpv6},
    {cast::slowAndFaulty, 19},
};

} // namespace

bool isCast(Asn asn)
{
    return std::ranges::any_of(roles, [asn](const Role &role) { return role.asn == asn; });
}

QList<StoryPort> storyPorts()
{
    return QList<StoryPort>(std::begin(ports), std::end(ports));
}

bool isStoryExchange(int rank)
{
    return std::ranges::any_of(ports, [rank](const StoryPort &port) { return port.rank == rank; });
}

void nameCast(World &world)
{
    int index = firstCastIndex;
    for (const Role &role : roles) {
        Network &network = world.networks[index++];
        network.asn = role.asn;
        network.name = QString::fromUtf8(role.name);
        network.slug = slugOf(network.name);
        network.type = QString::fromUtf8(role.type);
        network.policy = QString::fromUtf8(role.policy);
        network.traffic = QString::fromUtf8(role.traffic);
        network.ratio = QString::fromUtf8(role.ratio);
        network.scope = QStringLiteral("Europe");
        network.locations = QStringLiteral("Not Required");
        network.contracts = QStringLiteral("Not Required");
        network.prefixes4 = role.prefixes4;
        network.prefixes6 = role.prefixes6;
        network.ipv6 = true;
        network.neverViaRouteServers = false;
        network.hasLookingGlass = true;
        network.rirStatusOk = true;
        world.organisations[network.organisation].name = network.name;
    }
}

void nameOddities(World &world)
{
    static const std::pair<const char *, const char *> oddities[] = {
        {"Müller & Söhne <b>Netze</b>", "<img src=\"http://beacon.example/x.png\">Plain text, whatever it looks like."},
        {"=HYPERLINK(\"http://formula.example\")", "+1+1"},
        {"شبكة المثال", "سياسة الربط مفتوحة"},
        {"架空ネットワーク", "相互接続を歓迎します。"},
        {"Escape \x1b[31mArtists", "Bell \a and colour \x1b[0m"},
        {"A Network With A Name So Long That No Column Of Any Table Was Ever Made For It, In Several Places", ""},
    };
    int index = firstCastIndex + 20;
    for (const auto &[name, notes] : oddities) {
        Network &network = world.networks[index];
        network.name = QString::fromUtf8(name);
        network.slug = QStringLiteral("oddity-%1").arg(index);
        network.notes = QString::fromUtf8(notes);
        ++index;
    }
}

} // namespace peerdesk::world
