// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/routerow.h"

#include "widgets/relativetime.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct RouteRowWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RouteRow)
};

enum RouteField {
    RoutePrefixField,
    RouteAsnField,
    RouteMaintainerField,
    RouteKeyField,
    RouteLeftField,
    RouteHiddenField
};

constexpr UtcMs routeSoon = 7LL * 24 * 60 * 60 * 1000;
constexpr UtcMs routeWarning = 30LL * 24 * 60 * 60 * 1000;
constexpr int columnOfFall = 4;

Tone fallTone(const RouteRow &row)
{
    if (row.route.hidden)
        return Tone::Muted;
    if (row.left == 0)
        return Tone::Plain;
    if (row.left <= routeSoon)
        return Tone::Rejected;
    return row.left <= routeWarning ? Tone::Pending : Tone::Plain;
}

Cell fallCell(const RouteRow &row)
{
    return {.text = row.fallsWords, .tone = fallTone(row), .toolTip = exactTime(row.route.fallsAt())};
}

Cell stateCell(const RouteRow &row)
{
    if (row.route.hidden)
        return {.text = RouteRowWords::tr("Hidden"),
                .icon = Icon::CirclePause,
                .tone = Tone::Muted,
                .toolTip = row.route.hiddenWhy};
    return {.text = RouteRowWords::tr("Answered"), .icon = Icon::CircleCheck, .tone = Tone::Established};
}

} // namespace

int fallColumn()
{
    return columnOfFall;
}

RouteRow routeRow(const RegisteredRoute &route, const QString &originName, UtcMs now)
{
    RouteRow row;
    row.route = route;
    row.originName = originName;
    const UtcMs falls = route.fallsAt();
    row.left = falls > now ? falls - now : 0;
    if (route.hidden)
        row.fallsWords =
            falls == 0 ? RouteRowWords::tr("hidden") : RouteRowWords::tr("deleted %1").arg(relativeTime(falls, now));
    else if (falls == 0)
        row.fallsWords =
            route.keyReference.isEmpty() ? RouteRowWords::tr("stands on no key") : RouteRowWords::tr("not known");
    else
        row.fallsWords = relativeTime(falls, now);
    return row;
}

RowTraits<RouteRow> routeTraits()
{
    RowTraits<RouteRow> traits;
    traits.key = [](const RouteRow &row) { return row.route.id; };
    traits.sentence = [](const RouteRow &row) {
        return RouteRowWords::tr("%1 by %2, %3, falls: %4")
            .arg(row.route.prefix.toString(), row.route.origin.toString(), stateCell(row).text, row.fallsWords);
    };
    traits.columns = {
        {{.id = QStringLiteral("prefix"),
          .title = RouteRowWords::tr("Prefix"),
          .width = 22,
          .filterField = RoutePrefixField},
         [](const RouteRow &row) { return Cell{.text = row.route.prefix.toString(), .mono = true}; }},
        {{.id = QStringLiteral("asn"),
          .title = RouteRowWords::tr("ASN"),
          .width = 9,
          .numeric = true,
          .filterField = RouteAsnField},
         [](const RouteRow &row) {
             return Cell{.text = QString::number(row.route.origin.number()), .toolTip = row.originName};
         },
         [](const RouteRow &row) { return SortKey(double(row.route.origin.number())); }},
        {{.id = QStringLiteral("maintainer"),
          .title = RouteRowWords::tr("Maintainer"),
          .width = 16,
          .filterField = RouteMaintainerField},
         [](const RouteRow &row) { return Cell{.text = row.route.maintainer}; }},
        {{.id = QStringLiteral("state"), .title = RouteRowWords::tr("Status"), .width = 13}, stateCell},
        {{.id = QStringLiteral("falls"), .title = RouteRowWords::tr("Falls"), .width = 14},
         fallCell,
         // What never falls comes after everything that does.
         [](const RouteRow &row) { return SortKey(row.left == 0 ? 1e18 : double(row.left)); }},
        {{.id = QStringLiteral("key"),
          .title = RouteRowWords::tr("Key"),
          .width = 28,
          .stretch = true,
          .filterField = RouteKeyField},
         [](const RouteRow &row) { return Cell{.text = row.route.keyReference, .mono = true}; }},
    };
    traits.filterValue = [](const RouteRow &row, int field) -> FilterValue {
        switch (field) {
        case RoutePrefixField:
            return row.route.prefix.toString();
        case RouteAsnField:
            return double(row.route.origin.number());
        case RouteMaintainerField:
            return row.route.maintainer;
        case RouteKeyField:
            return row.route.keyReference;
        case RouteLeftField:
            return double(row.left);
        case RouteHiddenField:
            return row.route.hidden;
        default:
            return {};
        }
    };
    return traits;
}

QList<FilterField> routeFields()
{
    using Kind = FilterField::Kind;
    return {
        {QStringLiteral("prefix"), RouteRowWords::tr("What is registered"), Kind::Text, {}, true},
        {QStringLiteral("asn"), RouteRowWords::tr("AS number"), Kind::Number, {}, true},
        {QStringLiteral("maintainer"), RouteRowWords::tr("Who maintains it"), Kind::Text, {}, true},
        {QStringLiteral("key"), RouteRowWords::tr("The key it stands on"), Kind::Text, {}, true},
        {QStringLiteral("left"), RouteRowWords::tr("Until it falls"), Kind::Duration, {}, false},
        {QStringLiteral("hidden"), RouteRowWords::tr("In no answer any more"), Kind::Flag, {}, false},
    };
}

DetailContent routeDetail(const RouteRow &row)
{
    const RegisteredRoute &route = row.route;
    DetailContent content;
    content.key = route.id;
    content.title = route.prefix.toString();
    content.subtitle = row.originName.isEmpty() ? RouteRowWords::tr("announced by %1").arg(route.origin.toString())
                                                : RouteRowWords::tr("announced by %1 %2", "AS number and name")
                                                      .arg(route.origin.toString(), row.originName);
    DetailContent::Fields fields;
    fields.fields = {{RouteRowWords::tr("Status"), stateCell(row)}, {RouteRowWords::tr("Falls"), fallCell(row)}};
    if (route.hidden)
        fields.fields.append({RouteRowWords::tr("Why"), {.text = route.hiddenWhy}});
    fields.fields.append({RouteRowWords::tr("Key"), {.text = route.keyReference, .mono = true}});
    fields.fields.append({RouteRowWords::tr("Maintainer"), {.text = route.maintainer}});
    fields.fields.append({RouteRowWords::tr("Description"), {.text = route.description}});
    content.blocks << fields;
    return content;
}

} // namespace peerdesk
