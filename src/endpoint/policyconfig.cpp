// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/policyconfig.h"

#include "endpoint/tomltable.h"

#include <QDateTime>

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

template<class Number = std::uint32_t> std::optional<Number> numberOf(TomlTable &table, const char *key)
{
    const auto number = table.number(key, 0, std::numeric_limits<Number>::max());
    return number ? std::optional(static_cast<Number>(*number)) : std::nullopt;
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

/// The day after which the rule is over, in UTC.
void readEnd(TomlTable &table, PolicyRule &rule)
{
    const QString text = table.text("until", QString());
    if (text.isEmpty())
        return;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid())
        rule.until = QDateTime(day.addDays(1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    else
        table.fault("until", QStringLiteral("must be a day, as in \"2027-01-31\""));
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

void readDirectoryConditions(TomlTable &table, PolicyRule &rule)
{
    rule.policies = table.texts("peeringdb_policy");
    rule.types = table.texts("network_type");
    rule.scopes = table.texts("scope");
    rule.ratios = table.texts("ratio");
    rule.minTrafficMbit = numberOf(table, "min_traffic_mbit");
    rule.minPrefixes = numberOf(table, "min_prefixes");
    rule.maxPrefixes = numberOf(table, "max_prefixes");
    if (table.has("registered"))
        rule.registered = table.yes("registered", true);
    if (table.has("as_set"))
        rule.asSet = table.yes("as_set", true);
}

void readRoles(TomlTable &table, PolicyRule &rule)
{
    const QStringList words = table.texts("role");
    for (const QString &word : words) {
        if (const auto role = bgpRoleFromString(word))
            rule.roles.append(*role);
        else
            table.fault("role", QStringLiteral("must be of provider, rs, rs-client, customer, peer"));
    }
}

PolicyRule readRule(TomlTable &table)
{
    PolicyRule rule;
    rule.name = table.text("name");
    readVerdict(table, rule);
    readEnd(table, rule);
    readPlace(table, rule);
    readDirectoryConditions(table, rule);
    readRoles(table, rule);
    rule.networks = asns(table, "network");
    rule.senders = table.texts("sender");
    rule.minSharedExchanges = numberOf<int>(table, "min_shared_exchanges");
    rule.minExistingSessions = numberOf<int>(table, "min_existing_sessions");
    rule.maxExistingSessions = numberOf<int>(table, "max_existing_sessions");
    return rule;
}

/// The rules of [[rule]] or [[override]], to each network of ours that they are for.
class RuleReader
{
public:
    explicit RuleReader(const QList<ServedNetwork> &networks)
        : m_networks(networks)
    {
    }

    void read(TomlTable &top, const char *key)
    {
        const bool overrides = QByteArray(key) == "override";
        const auto tables = top.tables(key);
        for (const auto &table : tables) {
            const QList<Asn> own = asns(*table, "own");
            const PolicyRule rule = readRule(*table);
            if (m_names.contains(rule.name))
                table->fault("name", QStringLiteral("is the name of another rule"));
            m_names.append(rule.name);
            if (overrides && rule.networks.isEmpty())
                table->fault("network", QStringLiteral("is missing: an override is for certain networks"));
            if (!std::all_of(own.begin(), own.end(), [this](Asn asn) { return isServed(asn); }))
                table->fault("own", QStringLiteral("names a network that no [[network]] is for"));
            for (const ServedNetwork &network : m_networks) {
                if (own.isEmpty() || own.contains(network.asn))
                    m_rules[network.asn].append(rule);
            }
        }
    }

    [[nodiscard]] QList<PolicyRule> rulesOf(Asn asn) const { return m_rules.value(asn); }

private:
    [[nodiscard]] bool isServed(Asn asn) const
    {
        return std::any_of(m_networks.begin(), m_networks.end(),
                           [asn](const ServedNetwork &network) { return network.asn == asn; });
    }

    const QList<ServedNetwork> &m_networks;
    QHash<Asn, QList<PolicyRule>> m_rules;
    QStringList m_names;
};

} // namespace

Policy::Posture readPosture(TomlTable &network)
{
    const QString word = network.text("policy", toText(Policy::Posture::Selective));
    const auto posture = postureFromString(word);
    if (!posture)
        network.fault("policy", QStringLiteral("must be \"open\", \"selective\" or \"restrictive\""));
    return posture.value_or(Policy::Posture::Selective);
}

void readPolicies(TomlTable &top, QList<ServedNetwork> &networks)
{
    RuleReader reader(networks);
    reader.read(top, "override"); // what is agreed with one network comes before what is said to all
    reader.read(top, "rule");
    for (ServedNetwork &network : networks)
        network.policy = Policy(reader.rulesOf(network.asn), network.policy.posture());
}

} // namespace peerdesk
