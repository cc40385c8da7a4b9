// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/policyconfig.h"

#include "endpoint/tomltable.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qint64 maxNumber = 4294967295;

QList<Asn> asns(TomlTable &table, const char *key)
{
    QList<Asn> list;
    const QList<qint64> numbers = table.numbers(key, 1, maxNumber);
    for (const qint64 number : numbers)
        list.append(Asn(static_cast<std::uint32_t>(number)));
    return list;
}

std::optional<std::uint32_t> prefixes(TomlTable &table, const char *key)
{
    const auto number = table.number(key, 0, maxNumber);
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

void readVerdict(TomlTable &table, PolicyRule &rule)
{
    const QString word = table.text("verdict");
    const auto verdict = verdictFromString(word);
    if (verdict)
        rule.verdict = *verdict;
    else if (table.has("verdict"))
        table.fault("verdict", QStringLiteral("must be \"approve\", \"reject\" or \"ask\""));
    rule.reason = table.text("reason", QString());
    if (!rule.reason.isEmpty() && rule.verdict != PolicyRule::Verdict::Reject)
        table.fault("reason", QStringLiteral("is only told with a rejection"));
}

void readPlace(TomlTable &table, PolicyRule &rule)
{
    const QList<qint64> exchanges = table.numbers("exchange", 1, maxNumber);
    for (const qint64 id : exchanges)
        rule.locations.append(Location::exchange(static_cast<std::uint32_t>(id)));
    const QList<qint64> facilities = table.numbers("facility", 1, maxNumber);
    for (const qint64 id : facilities)
        rule.locations.append(Location::facility(static_cast<std::uint32_t>(id)));
    const QString type = table.text("location_type", QString());
    if (type == u"public")
        rule.kind = Location::Kind::Exchange;
    else if (type == u"private")
        rule.kind = Location::Kind::Facility;
    else if (!type.isEmpty())
        table.fault("location_type", QStringLiteral("must be \"public\" or \"private\""));
    const QString family = table.text("family", QString());
    if (family == u"ipv4")
        rule.family = Family::IPv4;
    else if (family == u"ipv6")
        rule.family = Family::IPv6;
    else if (!family.isEmpty())
        table.fault("family", QStringLiteral("must be \"ipv4\" or \"ipv6\""));
}

PolicyRule readRule(TomlTable &table)
{
    PolicyRule rule;
    rule.name = table.text("name");
    readVerdict(table, rule);
    readPlace(table, rule);
    rule.networks = asns(table, "network");
    rule.policies = table.texts("peeringdb_policy");
    rule.minPrefixes = prefixes(table, "min_prefixes");
    rule.maxPrefixes = prefixes(table, "max_prefixes");
    if (table.has("registered"))
        rule.registered = table.yes("registered", true);
    return rule;
}

} // namespace

void readPolicies(TomlTable &top, QList<ServedNetwork> &networks)
{
    QHash<Asn, QList<PolicyRule>> rules;
    QStringList names;
    const auto tables = top.tables("rule");
    for (const auto &table : tables) {
        const QList<Asn> own = asns(*table, "own");
        const PolicyRule rule = readRule(*table);
        if (names.contains(rule.name))
            table->fault("name", QStringLiteral("is the name of another rule"));
        names.append(rule.name);
        const bool known = std::all_of(own.begin(), own.end(), [&networks](Asn asn) {
            return std::any_of(networks.begin(), networks.end(), [asn](const ServedNetwork &n) { return n.asn == asn; });
        });
        if (!known)
            table->fault("own", QStringLiteral("names a network that no [[network]] is for"));
        for (const ServedNetwork &network : std::as_const(networks)) {
            if (own.isEmpty() || own.contains(network.asn))
                rules[network.asn].append(rule);
        }
    }
    for (ServedNetwork &network : networks)
        network.policy = Policy(rules.value(network.asn));
}

} // namespace peerdesk
