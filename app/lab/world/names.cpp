// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/names.h"

#include <array>
#include <cstdint>

namespace peerdesk::world {

namespace {

constexpr std::array firstWords = {
    "Amber",   "Birch",  "Copper",  "Dapple", "Ember",  "Fallow", "Granite", "Hazel",  "Indigo",   "Juniper",
    "Kestrel", "Larch",  "Marble",  "Nettle", "Ochre",  "Pebble", "Quartz",  "Russet", "Saffron",  "Thistle",
    "Umber",   "Velvet", "Willow",  "Yarrow", "Zephyr", "Alder",  "Bramble", "Clover", "Drift",    "Elder",
    "Flint",   "Gorse",  "Heather", "Ivory",  "Jasper", "Kelp",   "Linden",  "Maple",  "Northern", "Opal",
    "Poplar",  "Quiet",  "Rowan",   "Silver", "Teal",   "Upland", "Violet",  "Wander", "Yonder",   "Basalt",
};
constexpr std::array secondWords = {
    "Badger", "Bridge", "Brook",   "Comet",  "Crane",   "Delta", "Falcon", "Ferry",  "Field",   "Finch",
    "Forge",  "Gate",   "Glacier", "Grove",  "Harbour", "Heron", "Hollow", "Island", "Lantern", "Loop",
    "Meadow", "Mill",   "Moor",    "Otter",  "Pass",    "Pine",  "Quarry", "Raven",  "Reef",    "Ridge",
    "River",  "Sail",   "Shore",   "Signal", "Spire",   "Stone", "Summit", "Tern",   "Valley",  "Wharf",
};
constexpr std::array suffixes = {
    "Networks",
    "Telecom",
    "Hosting",
    "Broadband",
    "Internet",
    "Communications",
    "Cloud",
    "Media",
    "University",
    "Transit",
    "Data",
    "Fibre",
    "Streaming",
    "Wireless",
    "Games",
    "Research",
    "Online",
    "Systems",
    "Exchange Services",
    "Carrier",
    "Labs",
    "Bank",
    "Utilities",
    "Regional",
    "Cable",
    "Satellite",
    "Education",
    "Digital",
    "Access",
    "Link",
    "Group",
    "Interactive",
    "Edge",
    "Core",
    "Works",
    "Collective",
    "Cooperative",
    "Foundation",
    "Radio",
    "Voice",
    "Security",
    "Storage",
    "Mobile",
    "Campus",
    "Municipal",
    "Ventures",
    "Software",
    "Publishing",
    "Rail",
    "Power",
    "Health",
    "Logistics",
    "Finance",
    "Retail",
    "Studios",
    "Analytics",
    "Robotics",
    "Motors",
    "Airways",
    "Maritime",
    "Museum",
    "Weather",
    "Archive",
    "Observatory",
    "Institute",
    "Academy",
    "Library",
    "Council",
    "Agency",
    "Press",
    "Sound",
    "Vision",
    "Metro",
    "Rural",
    "Alpine",
};
constexpr std::array exchangeBrands = {"Crossways", "MeetPoint", "Tidal-IX", "CommonLAN", "Agora-IX", "Lattice-IX",
                                       "Quayside",  "FairPeer",  "Junction", "OpenLoom",  "Plaza-IX", "Roundtable"};
constexpr std::array facilityBrands = {"Bridgehead", "Cold Aisle", "Stonefloor", "Halogen",     "Raised Floor",
                                       "Meet-Me",    "Bunker",     "Telehall",   "North Campus"};

template<class List> QString at(const List &list, std::uint64_t index)
{
    return QString::fromUtf8(list[static_cast<size_t>(index) % list.size()]);
}

} // namespace

QString companyName(int number)
{
    constexpr std::uint64_t combinations = firstWords.size() * secondWords.size() * suffixes.size();
    // 7919 is prime and divides no list's length, so this walks through every combination once.
    static_assert(combinations % 7919 != 0);
    std::uint64_t index = static_cast<std::uint64_t>(number) * 7919 % combinations;
    const QString first = at(firstWords, index);
    index /= firstWords.size();
    const QString second = at(secondWords, index);
    index /= secondWords.size();
    return QStringLiteral("%1 %2 %3").arg(first, second, at(suffixes, index));
}

QString exchangeBrand(int number)
{
    return at(exchangeBrands, static_cast<std::uint64_t>(number));
}

QString facilityBrand(int number)
{
    return at(facilityBrands, static_cast<std::uint64_t>(number));
}

QString slugOf(const QString &name)
{
    QString slug;
    for (const QChar letter : name.toLower()) {
        if (letter.unicode() < 128 && letter.isLetterOrNumber())
            slug += letter;
        else if (!slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
            slug += QLatin1Char('-');
    }
    while (slug.endsWith(QLatin1Char('-')))
        slug.chop(1);
    return slug;
}

} // namespace peerdesk::world
