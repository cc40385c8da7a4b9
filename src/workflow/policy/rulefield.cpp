// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/policy/rulefield.h"

#include <QDateTime>

#include <algorithm>

namespace peerdesk {
namespace {

using Shape = RuleFieldKind::Shape;

QStringList split(const char *words)
{
    return QString::fromLatin1(words).split(u',');
}

QList<RuleFieldKind> allKinds()
{
    const auto kind = [](const char *key, Shape shape, const QStringList &words = {}) {
        return RuleFieldKind{QString::fromLatin1(key), shape, words};
    };
    return {
        kind("name", Shape::Text),
        kind("verdict", Shape::Choice, split("approve,reject,ask")),
        kind("reason", Shape::Text),
        kind("until", Shape::Day),
        kind("network", Shape::Numbers),
        kind("sender", Shape::Words),
        kind("valid_rak", Shape::YesNo),
        kind("location_type", Shape::Choice, split("public,private")),
        kind("exchange", Shape::Numbers),
        kind("facility", Shape::Numbers),
        kind("family", Shape::Choice, split("ipv4,ipv6")),
        kind("role", Shape::Words, split("peer,customer,provider,rs,rs-client")),
        kind("registered", Shape::YesNo),
        kind("peeringdb_policy", Shape::Words, split("Open,Selective,Restrictive,No")),
        kind("network_type", Shape::Words,
             split("NSP,Content,Cable/DSL/ISP,Enterprise,Educational/Research,Non-Profit,Route Server,"
                   "Network Services,Route Collector,Government")),
        kind("scope", Shape::Words,
             split("Regional,North America,Asia Pacific,Europe,South America,Africa,Australia,Middle East,Global")),
        kind("ratio", Shape::Words, split("Heavy Outbound,Mostly Outbound,Balanced,Mostly Inbound,Heavy Inbound")),
        kind("as_set", Shape::YesNo),
        kind("min_prefixes", Shape::Number),
        kind("max_prefixes", Shape::Number),
        kind("min_traffic_mbit", Shape::Number),
        kind("min_shared_exchanges", Shape::Number),
        kind("min_existing_sessions", Shape::Number),
        kind("max_existing_sessions", Shape::Number),
    };
}

/// The fields of one rule as they are found.
class FieldList
{
public:
    void add(const char *key, const QStringList &values)
    {
        if (!values.isEmpty() && !values.first().isEmpty())
            m_fields.append({QString::fromLatin1(key), values});
    }
    void add(const char *key, const QString &value) { add(key, QStringList{value}); }
    void add(const char *key, const std::optional<bool> &value)
    {
        if (value)
            add(key, *value ? QStringLiteral("true") : QStringLiteral("false"));
    }
    template<class Number> void addNumber(const char *key, const std::optional<Number> &value)
    {
        if (value)
            add(key, QString::number(*value));
    }
    void addPlaces(const char *key, const QList<Location> &locations, Location::Kind kind)
    {
        QStringList numbers;
        for (const Location &location : locations) {
            if (location.kind == kind)
                numbers.append(QString::number(location.id));
        }
        add(key, numbers);
    }

    [[nodiscard]] const QList<RuleField> &fields() const { return m_fields; }

private:
    QList<RuleField> m_fields;
};

QString lastDay(UtcMs end)
{
    return end == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(end - 1, Qt::UTC).date().toString(Qt::ISODate);
}

QString wordOf(const std::optional<Location::Kind> &kind)
{
    if (!kind)
        return {};
    return *kind == Location::Kind::Exchange ? QStringLiteral("public") : QStringLiteral("private");
}

QString wordOf(Family family)
{
    if (family == Family::None)
        return {};
    return family == Family::IPv4 ? QStringLiteral("ipv4") : QStringLiteral("ipv6");
}

template<class Value, class Word> QStringList listOf(const QList<Value> &values, Word word)
{
    QStringList list;
    for (const Value &value : values)
        list.append(word(value));
    return list;
}

} // namespace

const QList<RuleFieldKind> &ruleFieldKinds()
{
    static const QList<RuleFieldKind> kinds = allKinds();
    return kinds;
}

const RuleFieldKind &ruleFieldKind(const QString &key)
{
    const QList<RuleFieldKind> &kinds = ruleFieldKinds();
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&key](const RuleFieldKind &one) { return one.key == key; });
    return kind == kinds.end() ? kinds.first() : *kind;
}

QList<RuleField> ruleFields(const PolicyRule &rule)
{
    FieldList list;
    list.add("name", rule.name);
    list.add("verdict", toText(rule.verdict));
    list.add("reason", rule.reason);
    list.add("until", lastDay(rule.until));
    list.add("network", listOf(rule.networks, [](Asn asn) { return QString::number(asn.number()); }));
    list.add("sender", rule.senders);
    list.add("valid_rak", rule.validKey);
    list.add("location_type", wordOf(rule.kind));
    list.addPlaces("exchange", rule.locations, Location::Kind::Exchange);
    list.addPlaces("facility", rule.locations, Location::Kind::Facility);
    list.add("family", wordOf(rule.family));
    list.add("role", listOf(rule.roles, [](BgpRole role) { return toText(role); }));
    list.add("registered", rule.registered);
    list.add("peeringdb_policy", rule.policies);
    list.add("network_type", rule.types);
    list.add("scope", rule.scopes);
    list.add("ratio", rule.ratios);
    list.add("as_set", rule.asSet);
    list.addNumber("min_prefixes", rule.minPrefixes);
    list.addNumber("max_prefixes", rule.maxPrefixes);
    list.addNumber("min_traffic_mbit", rule.minTrafficMbit);
    list.addNumber("min_shared_exchanges", rule.minSharedExchanges);
    list.addNumber("min_existing_sessions", rule.minExistingSessions);
    list.addNumber("max_existing_sessions", rule.maxExistingSessions);
    return list.fields();
}

} // namespace peerdesk
