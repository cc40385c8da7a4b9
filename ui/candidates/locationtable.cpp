// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/locationtable.h"

#include <QCoreApplication>
#include <QLocale>

namespace peerdesk {
namespace {

struct LocationTableWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::LocationTable)
};

/// In the order of locationFields().
enum Field {
    NameField,
    CityField,
    CountryField,
    StandingField,
    NetworksField,
    MissingField,
    PossibleField,
    PlacedField
};

QString number(int value)
{
    return QLocale().toString(value);
}

Cell standingCell(LocationRow::Standing standing)
{
    switch (standing) {
    case LocationRow::Standing::SharedMissing:
        return {.text = LocationTableWords::tr("Sessions missing"), .icon = Icon::CircleDashed, .tone = Tone::Approved};
    case LocationRow::Standing::SharedOpen:
        return {.text = LocationTableWords::tr("None missing"),
                .icon = Icon::Clock,
                .tone = Tone::Pending,
                .toolTip = LocationTableWords::tr("Sessions are drafted or asked for, or none is possible")};
    case LocationRow::Standing::SharedPeered:
        return {.text = LocationTableWords::tr("All there"), .icon = Icon::CircleCheck, .tone = Tone::Established};
    case LocationRow::Standing::TheirsOnly:
        return {.text = LocationTableWords::tr("Theirs only"), .icon = Icon::CircleMinus, .tone = Tone::Unestablished};
    case LocationRow::Standing::OursOnly:
        return {.text = LocationTableWords::tr("Ours only"), .icon = Icon::CircleDot, .tone = Tone::Muted};
    }
    return {};
}

QString standingWord(LocationRow::Standing standing)
{
    switch (standing) {
    case LocationRow::Standing::SharedMissing:
        return QStringLiteral("missing");
    case LocationRow::Standing::SharedOpen:
        return QStringLiteral("open");
    case LocationRow::Standing::SharedPeered:
        return QStringLiteral("complete");
    case LocationRow::Standing::TheirsOnly:
        return QStringLiteral("theirs");
    case LocationRow::Standing::OursOnly:
        return QStringLiteral("ours");
    }
    return {};
}

FilterValue filterValue(const LocationRow &row, int field)
{
    switch (static_cast<Field>(field)) {
    case NameField:
        return row.name;
    case CityField:
        return row.city;
    case CountryField:
        return row.country;
    case StandingField:
        return standingWord(row.standing);
    case NetworksField:
        return double(row.networks);
    case MissingField:
        return double(row.missingSessions);
    case PossibleField:
        return double(row.possibleSessions);
    case PlacedField:
        return row.position.isKnown();
    }
    return {};
}

} // namespace

MapPlace::Kind placeKind(LocationRow::Standing standing)
{
    switch (standing) {
    case LocationRow::Standing::SharedMissing:
        return MapPlace::Kind::SharedMissing;
    case LocationRow::Standing::SharedOpen:
        return MapPlace::Kind::SharedOpen;
    case LocationRow::Standing::SharedPeered:
        return MapPlace::Kind::SharedPeered;
    case LocationRow::Standing::TheirsOnly:
        return MapPlace::Kind::TheirsOnly;
    case LocationRow::Standing::OursOnly:
        return MapPlace::Kind::OursOnly;
    }
    return MapPlace::Kind::Elsewhere;
}

RowTraits<LocationRow> locationTraits()
{
    using Row = const LocationRow &;
    RowTraits<LocationRow> traits;
    traits.key = [](Row row) { return locationKey(row.exchangeId); };
    traits.columns = {
        {{.id = QStringLiteral("name"),
          .title = LocationTableWords::tr("Exchange"),
          .width = 28,
          .stretch = true,
          .filterField = NameField},
         [](Row row) { return Cell{.text = row.name}; }},
        {{.id = QStringLiteral("city"), .title = LocationTableWords::tr("City"), .width = 16, .filterField = CityField},
         [](Row row) {
             const bool placed = row.position.isKnown();
             return Cell{.text = row.city,
                         .secondary = true,
                         .toolTip =
                             placed ? QString()
                                    : LocationTableWords::tr("Its position is not known, so the map lists it beside")};
         }},
        {{.id = QStringLiteral("country"),
          .title = LocationTableWords::tr("Country"),
          .width = 7,
          .filterField = CountryField},
         [](Row row) { return Cell{.text = row.country, .secondary = true}; }},
        {{.id = QStringLiteral("networks"),
          .title = LocationTableWords::tr("Networks"),
          .width = 8,
          .numeric = true,
          .filterField = NetworksField},
         [](Row row) { return Cell{.text = number(row.networks)}; },
         [](Row row) { return SortKey(double(row.networks)); }},
        {{.id = QStringLiteral("possible"),
          .title = LocationTableWords::tr("Possible"),
          .width = 8,
          .numeric = true,
          .filterField = PossibleField},
         [](Row row) { return Cell{.text = number(row.possibleSessions)}; },
         [](Row row) { return SortKey(double(row.possibleSessions)); }},
        {{.id = QStringLiteral("missing"),
          .title = LocationTableWords::tr("Missing"),
          .width = 8,
          .numeric = true,
          .filterField = MissingField},
         [](Row row) {
             return Cell{.text = number(row.missingSessions),
                         .strong = row.missingSessions > 0,
                         .secondary = row.missingSessions == 0};
         },
         [](Row row) { return SortKey(double(row.missingSessions)); }},
        {{.id = QStringLiteral("standing"),
          .title = LocationTableWords::tr("Standing"),
          .width = 18,
          .filterField = StandingField},
         [](Row row) { return standingCell(row.standing); },
         {},
         [](Row row) { return standingWord(row.standing); }},
    };
    traits.filterValue = filterValue;
    traits.sentence = [](Row row) {
        return LocationTableWords::tr("%1, %2, %3 sessions missing").arg(row.name, row.city).arg(row.missingSessions);
    };
    return traits;
}

QList<FilterField> locationFields()
{
    using Kind = FilterField::Kind;
    return {
        {QStringLiteral("exchange"), LocationTableWords::tr("Name"), Kind::Text, {}, true},
        {QStringLiteral("city"), LocationTableWords::tr("City"), Kind::Text, {}, true},
        {QStringLiteral("country"), LocationTableWords::tr("Two letters"), Kind::Text, {}, false},
        {QStringLiteral("standing"),
         LocationTableWords::tr("Who is there"),
         Kind::Enum,
         {QStringLiteral("missing"), QStringLiteral("open"), QStringLiteral("complete"), QStringLiteral("theirs"),
          QStringLiteral("ours")},
         false},
        {QStringLiteral("networks"), LocationTableWords::tr("Networks there"), Kind::Number, {}, false},
        {QStringLiteral("missing"), LocationTableWords::tr("Sessions missing"), Kind::Number, {}, false},
        {QStringLiteral("possible"), LocationTableWords::tr("Sessions possible"), Kind::Number, {}, false},
        {QStringLiteral("placed"), LocationTableWords::tr("Its position is known"), Kind::Flag, {}, false},
    };
}

} // namespace peerdesk
