// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/keyrow.h"

#include "widgets/relativetime.h"
#include "workflow/keys/keyanswer.h"

#include <QCoreApplication>

#include <cmath>

namespace peerdesk {
namespace {

struct KeyRowWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyRow)
};

enum KeyField {
    KeyStatusField,
    KeyNameField,
    KeyPrefixField,
    KeyAsnField,
    KeyNetworkField,
    KeyLeftField,
    KeyUsedField
};

constexpr UtcMs aDay = 24LL * 60 * 60 * 1000;
constexpr qsizetype prefixesShown = 200; // a list of thousands is nothing to read beside a table
constexpr int columnOfLife = 4;

QStringList prefixTexts(const PrefixSet &prefixes)
{
    QStringList texts;
    for (const KeyPrefix &item : prefixes.items())
        texts.append(prefixInWords(item));
    return texts;
}

Tone lifeTone(const KeyRow &row)
{
    if (!row.isAlive())
        return Tone::Muted;
    if (row.left <= 7 * aDay)
        return Tone::Rejected;
    return row.left <= 30 * aDay ? Tone::Pending : Tone::Established;
}

Cell lifeCell(const KeyRow &row)
{
    Cell cell{.text = row.isAlive() ? shortAge(row.left) : KeyRowWords::tr("over"), .tone = lifeTone(row)};
    cell.toolTip = KeyRowWords::tr("Ends on %1").arg(exactTime(row.expires));
    cell.spoken = row.isAlive() ? KeyRowWords::tr("%1 left").arg(cell.text) : cell.text;
    return cell;
}

Cell prefixCell(const KeyRow &row)
{
    const auto more = static_cast<int>(row.prefixes.size()) - 1;
    Cell cell{.text = row.prefixes.value(0), .mono = true};
    if (more > 0)
        cell.text = KeyRowWords::tr("%1 and %n more", nullptr, more).arg(row.prefixes.first());
    cell.toolTip = row.prefixes.mid(0, 30).join(QLatin1Char('\n'));
    return cell;
}

QString statusWord(KeyStatus status)
{
    switch (status) {
    case KeyStatus::Valid:
        return KeyRowWords::tr("Valid");
    case KeyStatus::NotYetValid:
        return KeyRowWords::tr("Not valid yet");
    case KeyStatus::Expired:
        return KeyRowWords::tr("Expired");
    case KeyStatus::Revoked:
        return KeyRowWords::tr("Revoked");
    case KeyStatus::Withdrawn:
        break;
    }
    return KeyRowWords::tr("Withdrawn");
}

void addRoutes(DetailContent &content, const QString &reference, const QList<RegisteredRoute> &registered)
{
    DetailContent::Table table{
        QStringLiteral("routes"),
        {{.id = QStringLiteral("prefix"), .title = KeyRowWords::tr("Route object"), .stretch = true},
         {.id = QStringLiteral("state"), .title = KeyRowWords::tr("Status"), .width = 12}},
        {}};
    for (const RegisteredRoute &route : registered) {
        if (route.keyReference != reference)
            continue;
        const Cell state = route.hidden ? Cell{.text = KeyRowWords::tr("Hidden"), .tone = Tone::Muted}
                                        : Cell{.text = KeyRowWords::tr("Answered"), .tone = Tone::Established};
        table.rows.append({{}, {Cell{.text = route.prefix.toString(), .mono = true}, state}});
    }
    if (!table.rows.isEmpty())
        content.blocks << DetailContent::Section{KeyRowWords::tr("Route objects"), static_cast<int>(table.rows.size())}
                       << table;
}

} // namespace

int lifeColumn()
{
    return columnOfLife;
}

StatusLook keyLook(KeyStatus status)
{
    switch (status) {
    case KeyStatus::Valid:
        return {Icon::CircleCheck, Tone::Established, statusWord(status)};
    case KeyStatus::NotYetValid:
        return {Icon::Clock, Tone::Pending, statusWord(status)};
    case KeyStatus::Expired:
        return {Icon::Hourglass, Tone::Muted, statusWord(status)};
    case KeyStatus::Revoked:
        return {Icon::CircleMinus, Tone::Muted, statusWord(status)};
    case KeyStatus::Withdrawn:
        break;
    }
    return {Icon::CircleX, Tone::Rejected, statusWord(status)};
}

KeyRow keyRow(const HeldKey &key, const QString &originName, UtcMs now)
{
    const KeyTerms &terms = key.terms;
    KeyRow row;
    row.id = key.id();
    row.name = key.label.isEmpty() ? key.id() : key.label;
    row.prefixes = prefixTexts(terms.prefixes);
    row.origin = terms.origin;
    row.originName = originName;
    row.status = terms.status(now);
    row.expires = terms.expires;
    row.lastUsed = key.lastUsed;
    row.lastUsedWords = relativeTime(key.lastUsed, now);
    if (row.isAlive()) {
        const UtcMs whole = terms.expires - terms.notBefore;
        row.left = terms.expires - now;
        row.share = whole <= 0 ? 1 : std::min(1.0, std::ceil(100.0 * double(row.left) / double(whole)) / 100);
    }
    return row;
}

RowTraits<KeyRow> keyTraits()
{
    RowTraits<KeyRow> traits;
    traits.key = [](const KeyRow &row) { return row.id; };
    traits.sentence = [](const KeyRow &row) {
        return KeyRowWords::tr("%1, %2 for %3, %4, %5")
            .arg(row.name, prefixCell(row).text, row.origin.toString(), statusWord(row.status), lifeCell(row).spoken);
    };
    traits.columns = {
        {{.id = QStringLiteral("name"), .title = KeyRowWords::tr("Key"), .width = 22, .filterField = KeyNameField},
         [](const KeyRow &row) { return Cell{.text = row.name, .strong = true, .toolTip = row.id}; }},
        {{.id = QStringLiteral("prefixes"),
          .title = KeyRowWords::tr("Prefixes"),
          .width = 26,
          .stretch = true,
          .filterField = KeyPrefixField},
         prefixCell},
        {{.id = QStringLiteral("asn"),
          .title = KeyRowWords::tr("ASN"),
          .width = 9,
          .numeric = true,
          .filterField = KeyAsnField},
         [](const KeyRow &row) {
             return Cell{.text = QString::number(row.origin.number()), .toolTip = row.originName};
         },
         [](const KeyRow &row) { return SortKey(double(row.origin.number())); }},
        {{.id = QStringLiteral("status"),
          .title = KeyRowWords::tr("Status"),
          .width = 14,
          .filterField = KeyStatusField},
         [](const KeyRow &row) { return statusCell(keyLook(row.status)); },
         {},
         [](const KeyRow &row) { return toText(row.status); }},
        {{.id = QStringLiteral("life"), .title = KeyRowWords::tr("Life left"), .width = 18},
         lifeCell,
         [](const KeyRow &row) { return SortKey(double(row.left)); }},
        {{.id = QStringLiteral("used"), .title = KeyRowWords::tr("Last checked"), .width = 14},
         [](const KeyRow &row) {
             return Cell{.text = row.lastUsedWords, .secondary = true, .toolTip = exactTime(row.lastUsed)};
         },
         [](const KeyRow &row) { return SortKey(double(row.lastUsed)); }},
    };
    traits.filterValue = [](const KeyRow &row, int field) -> FilterValue {
        switch (field) {
        case KeyStatusField:
            return toText(row.status);
        case KeyNameField:
            return QStringList{row.name, row.id};
        case KeyPrefixField:
            return row.prefixes;
        case KeyAsnField:
            return double(row.origin.number());
        case KeyNetworkField:
            return row.originName;
        case KeyLeftField:
            return double(row.left);
        case KeyUsedField:
            return row.lastUsed != 0;
        default:
            return {};
        }
    };
    return traits;
}

QList<FilterField> keyFields()
{
    QStringList statuses;
    for (int status = int(KeyStatus::Valid); status <= int(KeyStatus::Withdrawn); ++status)
        statuses.append(toText(static_cast<KeyStatus>(status)));
    using Kind = FilterField::Kind;
    return {
        {QStringLiteral("status"), KeyRowWords::tr("Whether it holds"), Kind::Enum, statuses, false},
        {QStringLiteral("key"), KeyRowWords::tr("Its label or reference"), Kind::Text, {}, true},
        {QStringLiteral("prefix"), KeyRowWords::tr("What may be announced"), Kind::Text, {}, true},
        {QStringLiteral("asn"), KeyRowWords::tr("AS number"), Kind::Number, {}, true},
        {QStringLiteral("network"), KeyRowWords::tr("Name of the network"), Kind::Text, {}, true},
        {QStringLiteral("left"), KeyRowWords::tr("What is left of its life"), Kind::Duration, {}, false},
        {QStringLiteral("used"), KeyRowWords::tr("Somebody has checked it"), Kind::Flag, {}, false},
    };
}

DetailContent keyDetail(const HeldKey &key, const QList<RegisteredRoute> &registered, const QString &originName,
                        UtcMs now)
{
    const KeyTerms &terms = key.terms;
    const KeyStatus status = terms.status(now);
    DetailContent content;
    content.key = key.id();
    content.title = key.label.isEmpty() ? key.id() : key.label;
    content.subtitle =
        originName.isEmpty()
            ? KeyRowWords::tr("for %1").arg(terms.origin.toString())
            : KeyRowWords::tr("for %1 %2", "AS number and name").arg(terms.origin.toString(), originName);
    const auto row = keyRow(key, originName, now);
    Cell ends{.text = relativeTime(terms.expires, now), .tone = lifeTone(row), .toolTip = exactTime(terms.expires)};
    DetailContent::Fields fields;
    fields.fields = {{KeyRowWords::tr("Status"), statusCell(keyLook(status))},
                     {KeyRowWords::tr("Reference"), {.text = key.id(), .mono = true}},
                     {KeyRowWords::tr("Registry"), {.text = toText(terms.reference.registry)}},
                     {KeyRowWords::tr("Serial"), {.text = QString::number(terms.serial.number()), .mono = true}},
                     {KeyRowWords::tr("Last checked"),
                      {.text = relativeTime(key.lastUsed, now), .toolTip = exactTime(key.lastUsed)}}};
    if (status != KeyStatus::Revoked && status != KeyStatus::Withdrawn) // those have ended already
        fields.fields.insert(1, {KeyRowWords::tr("Ends"), ends});
    if (!key.audience.isEmpty())
        fields.fields.append({KeyRowWords::tr("Made for"), {.text = key.audience}});
    if (row.isAlive())
        fields.fields.append(
            {KeyRowWords::tr("Renews by itself"),
             {.text = key.renews ? KeyRowWords::tr("As long as the resources are held") : KeyRowWords::tr("No")}});
    if (!key.notify.isEmpty())
        fields.fields.append({KeyRowWords::tr("Told as well"), {.text = key.notify.join(QStringLiteral(", "))}});
    content.blocks << fields;
    DetailContent::Table table{
        QStringLiteral("prefixes"),
        {{.id = QStringLiteral("prefix"), .title = KeyRowWords::tr("May be announced"), .stretch = true}},
        {}};
    const QStringList shown = row.prefixes.mid(0, prefixesShown);
    for (const QString &prefix : shown)
        table.rows.append({{}, {Cell{.text = prefix, .mono = true}}});
    content.blocks << DetailContent::Section{KeyRowWords::tr("Prefixes"), static_cast<int>(row.prefixes.size())}
                   << table;
    if (shown.size() < row.prefixes.size())
        content.blocks << DetailContent::Text{
            .text = KeyRowWords::tr("The first %1 are shown; a letter names all.").arg(prefixesShown),
            .secondary = true};
    addRoutes(content, key.id(), registered);
    return content;
}

} // namespace peerdesk
