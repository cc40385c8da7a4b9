// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/networktable.h"

#include "candidates/directorywords.h"
#include "widgets/relativetime.h"

#include <QCoreApplication>
#include <QLocale>

namespace peerdesk {
namespace {

struct NetworkTableWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::NetworkTable)
};

/// In the order of networkFields().
enum Field {
    AsnField,
    NetworkField,
    ExchangeField,
    PolicyField,
    SharedField,
    MissingField,
    TrafficField,
    RatioField,
    PrefixesField,
    Prefixes6Field,
    TypeField,
    ScopeField,
    Ipv6Field,
    RouteServerField,
    NeverField,
    UpdatedField,
    PeeredField,
    OpenField,
    EndpointField,
    RelationField,
    CommentField,
};

QString number(int value)
{
    return QLocale().toString(value);
}

QString nameOf(const NetworkRow &row)
{
    return row.name.isEmpty() ? NetworkTableWords::tr("not in PeeringDB") : row.name;
}

Cell tick(bool yes, const QString &spokenYes, const QString &spokenNo)
{
    return yes ? Cell{.icon = Icon::Check, .tone = Tone::Established, .spoken = spokenYes} : Cell{.spoken = spokenNo};
}

SortKey orBelow(const std::optional<double> &value)
{
    return value.value_or(-1.0);
}

FilterValue numberOrNothing(const std::optional<std::uint32_t> &value)
{
    if (value)
        return static_cast<double>(*value);
    return {};
}

QList<RowColumn<NetworkRow>> columns(const std::function<UtcMs()> &now)
{
    using Row = const NetworkRow &;
    return {
        {{.id = QStringLiteral("asn"),
          .title = NetworkTableWords::tr("ASN"),
          .width = 10,
          .numeric = true,
          .filterField = AsnField},
         [](Row row) { return Cell{.text = QString::number(row.asn.number())}; },
         [](Row row) { return SortKey(double(row.asn.number())); }},
        {{.id = QStringLiteral("network"),
          .title = NetworkTableWords::tr("Network"),
          .width = 26,
          .stretch = true,
          .filterField = NetworkField},
         [](Row row) {
             return Cell{.text = nameOf(row), .secondary = row.name.isEmpty(), .toolTip = row.alsoKnownAs};
         }},
        {{.id = QStringLiteral("shared"),
          .title = NetworkTableWords::tr("Shared"),
          .width = 8,
          .numeric = true,
          .filterField = SharedField,
          .toolTip = NetworkTableWords::tr("Exchanges where both networks have a port")},
         [](Row row) {
             return Cell{
                 .text = number(row.sharedExchanges),
                 .toolTip =
                     NetworkTableWords::tr("%1 of them with live ports on both sides").arg(row.operationalExchanges)};
         },
         [](Row row) { return SortKey(double(row.sharedExchanges)); }},
        {{.id = QStringLiteral("missing"),
          .title = NetworkTableWords::tr("Missing"),
          .width = 8,
          .numeric = true,
          .filterField = MissingField,
          .toolTip = NetworkTableWords::tr("Possible sessions that are neither there nor asked for")},
         [](Row row) {
             return Cell{.text = number(row.missingSessions),
                         .strong = row.missingSessions > 0,
                         .secondary = row.missingSessions == 0,
                         .toolTip = NetworkTableWords::tr("%1 possible, %2 asked for, %3 exist")
                                        .arg(row.possibleSessions)
                                        .arg(row.openSessions)
                                        .arg(row.presentSessions)};
         },
         [](Row row) { return SortKey(double(row.missingSessions)); }},
        {{.id = QStringLiteral("policy"),
          .title = NetworkTableWords::tr("Policy"),
          .width = 9,
          .filterField = PolicyField},
         [](Row row) { return Cell{.text = row.policy}; },
         {},
         [](Row row) { return row.policy.toLower(); }},
        {{.id = QStringLiteral("traffic"), .title = NetworkTableWords::tr("Traffic"), .width = 14},
         [](Row row) { return Cell{.text = trafficText(row.traffic), .secondary = true}; },
         [](Row row) { return orBelow(trafficBits(row.traffic)); }},
        {{.id = QStringLiteral("ipv6"),
          .title = NetworkTableWords::tr("IPv6"),
          .width = 4,
          .filterField = Ipv6Field,
          .centered = true},
         [](Row row) { return tick(row.ipv6, NetworkTableWords::tr("IPv6"), NetworkTableWords::tr("no IPv6")); },
         [](Row row) { return SortKey(row.ipv6 ? 0.0 : 1.0); },
         [](Row row) { return row.ipv6 ? QStringLiteral("yes") : QStringLiteral("no"); }},
        {{.id = QStringLiteral("type"), .title = NetworkTableWords::tr("Type"), .width = 16, .filterField = TypeField},
         [](Row row) { return Cell{.text = row.types.join(QStringLiteral(", ")), .secondary = true}; },
         {},
         [](Row row) { return row.types.value(0); }},
        {{.id = QStringLiteral("ratio"),
          .title = NetworkTableWords::tr("Ratio"),
          .width = 15,
          .filterField = RatioField},
         [](Row row) { return Cell{.text = row.ratio, .secondary = true}; }},
        {{.id = QStringLiteral("prefixes"),
          .title = NetworkTableWords::tr("Prefixes"),
          .width = 20,
          .numeric = true,
          .toolTip = NetworkTableWords::tr("Prefix limits, IPv4 / IPv6")},
         [](Row row) {
             return Cell{.text = prefixLimitsText(row.prefixes4, row.prefixes6), .secondary = !row.prefixes4};
         },
         [](Row row) { return SortKey(double(row.prefixes4.value_or(0))); }},
        {{.id = QStringLiteral("route-server"),
          .title = NetworkTableWords::tr("Route server"),
          .width = 11,
          .numeric = true,
          .filterField = RouteServerField,
          .toolTip = NetworkTableWords::tr("Shared exchanges where both are at the route server")},
         [](Row row) { return row.routeServerExchanges > 0 ? Cell{.text = number(row.routeServerExchanges)} : Cell{}; },
         [](Row row) { return SortKey(double(row.routeServerExchanges)); },
         [](Row row) { return row.routeServerExchanges > 0 ? QStringLiteral("yes") : QStringLiteral("no"); }},
        {{.id = QStringLiteral("never-rs"),
          .title = NetworkTableWords::tr("Never via RS"),
          .width = 11,
          .filterField = NeverField,
          .toolTip = NetworkTableWords::tr("Asks others to drop its routes when a route server hands them on"),
          .centered = true},
         [](Row row) { return tick(row.neverViaRouteServers, NetworkTableWords::tr("never via route servers"), {}); },
         [](Row row) { return SortKey(row.neverViaRouteServers ? 0.0 : 1.0); },
         [](Row row) { return row.neverViaRouteServers ? QStringLiteral("yes") : QStringLiteral("no"); }},
        {{.id = QStringLiteral("relation"),
          .title = NetworkTableWords::tr("Relation"),
          .width = 10,
          .filterField = RelationField},
         [](Row row) {
             return Cell{.text = row.relation == Relation::Kind::None ? QString() : relationWord(row.relation),
                         .secondary = true,
                         .toolTip = row.comment};
         },
         {},
         [](Row row) { return toText(row.relation); }},
        {{.id = QStringLiteral("updated"), .title = NetworkTableWords::tr("Updated"), .width = 14, .numeric = true},
         [now](Row row) {
             return Cell{.text = row.updatedAt ? relativeTime(row.updatedAt, now()) : QString(),
                         .secondary = true,
                         .toolTip = exactTime(row.updatedAt)};
         },
         [](Row row) { return SortKey(double(row.updatedAt)); }},
    };
}

FilterValue filterValue(const NetworkRow &row, int field, const ExchangesOf &exchangesOf, UtcMs now)
{
    switch (static_cast<Field>(field)) {
    case AsnField:
        return double(row.asn.number());
    case NetworkField:
        return row.alsoKnownAs.isEmpty() ? FilterValue(row.name) : FilterValue(QStringList{row.name, row.alsoKnownAs});
    case ExchangeField:
        return exchangesOf(row.asn);
    case PolicyField:
        return row.policy;
    case SharedField:
        return double(row.sharedExchanges);
    case MissingField:
        return double(row.missingSessions);
    case TrafficField: {
        const auto bits = trafficBits(row.traffic);
        return bits ? FilterValue(*bits) : FilterValue();
    }
    case RatioField:
        return row.ratio;
    case PrefixesField:
        return numberOrNothing(row.prefixes4);
    case Prefixes6Field:
        return numberOrNothing(row.prefixes6);
    case TypeField:
        return row.types;
    case ScopeField:
        return row.scope;
    case Ipv6Field:
        return row.ipv6;
    case RouteServerField:
        return row.routeServerExchanges > 0;
    case NeverField:
        return row.neverViaRouteServers;
    case UpdatedField:
        return row.updatedAt ? FilterValue(double(now - row.updatedAt)) : FilterValue();
    case PeeredField:
        return row.presentSessions > 0;
    case OpenField:
        return row.openSessions > 0;
    case EndpointField:
        return row.hasEndpoint;
    case RelationField:
        return toText(row.relation);
    case CommentField:
        return row.comment;
    }
    return {};
}

} // namespace

RowTraits<NetworkRow> networkTraits(const ExchangesOf &exchangesOf, const std::function<UtcMs()> &now)
{
    RowTraits<NetworkRow> traits;
    traits.key = [](const NetworkRow &row) { return networkKey(row.asn); };
    traits.columns = columns(now);
    traits.filterValue = [exchangesOf, now](const NetworkRow &row, int field) {
        return filterValue(row, field, exchangesOf, now());
    };
    traits.sentence = [](const NetworkRow &row) {
        return NetworkTableWords::tr("%1 %2, %3 exchanges shared, %4 sessions missing")
            .arg(row.asn.toString(), nameOf(row))
            .arg(row.sharedExchanges)
            .arg(row.missingSessions);
    };
    return traits;
}

QList<FilterField> networkFields(const QStringList &exchangeNames)
{
    using Kind = FilterField::Kind;
    const auto words = [](std::initializer_list<const char *> list) {
        QStringList made;
        for (const char *word : list)
            made.append(QString::fromLatin1(word));
        return made;
    };
    return {
        {QStringLiteral("asn"), NetworkTableWords::tr("AS number"), Kind::Number, {}, true},
        {QStringLiteral("network"), NetworkTableWords::tr("Name"), Kind::Text, {}, true},
        {QStringLiteral("exchange"), NetworkTableWords::tr("Shared exchange"), Kind::Text, exchangeNames, false},
        {QStringLiteral("policy"), NetworkTableWords::tr("Peering policy"), Kind::Enum,
         words({"open", "selective", "restrictive", "no"}), false},
        {QStringLiteral("shared"), NetworkTableWords::tr("Exchanges shared"), Kind::Number, {}, false},
        {QStringLiteral("missing"), NetworkTableWords::tr("Sessions missing"), Kind::Number, {}, false},
        {QStringLiteral("traffic"), NetworkTableWords::tr("Traffic in bit/s, as 1G"), Kind::Number, {}, false},
        {QStringLiteral("ratio"), NetworkTableWords::tr("Traffic ratio"), Kind::Text,
         words({"Balanced", "Mostly Inbound", "Mostly Outbound", "Heavy Inbound", "Heavy Outbound"}), false},
        {QStringLiteral("prefixes"), NetworkTableWords::tr("IPv4 prefix limit"), Kind::Number, {}, false},
        {QStringLiteral("prefixes6"), NetworkTableWords::tr("IPv6 prefix limit"), Kind::Number, {}, false},
        {QStringLiteral("type"), NetworkTableWords::tr("Network type"), Kind::Text,
         words({"NSP", "Content", "Cable/DSL/ISP", "Enterprise", "Educational/Research", "Non-Profit"}), false},
        {QStringLiteral("scope"), NetworkTableWords::tr("Geographic scope"), Kind::Text,
         words({"Global", "Europe", "North America", "Asia Pacific", "Regional"}), false},
        {QStringLiteral("ipv6"), NetworkTableWords::tr("Announces IPv6"), Kind::Flag, {}, false},
        {QStringLiteral("route-server"), NetworkTableWords::tr("Both at a route server"), Kind::Flag, {}, false},
        {QStringLiteral("never-rs"), NetworkTableWords::tr("Never via route servers"), Kind::Flag, {}, false},
        {QStringLiteral("updated"), NetworkTableWords::tr("Time since the last update"), Kind::Duration, {}, false},
        {QStringLiteral("peered"), NetworkTableWords::tr("Has sessions with us"), Kind::Flag, {}, false},
        {QStringLiteral("asked"), NetworkTableWords::tr("Has drafts or open requests"), Kind::Flag, {}, false},
        {QStringLiteral("endpoint"), NetworkTableWords::tr("Its endpoint is known"), Kind::Flag, {}, false},
        {QStringLiteral("relation"), NetworkTableWords::tr("What it is to us"), Kind::Enum,
         words({"none", "customer", "upstream", "peer", "never", "declined"}), false},
        {QStringLiteral("comment"), NetworkTableWords::tr("Our comment"), Kind::Text, {}, false},
    };
}

} // namespace peerdesk
