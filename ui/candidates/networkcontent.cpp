// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candidates/networkcontent.h"

#include "candidates/directorywords.h"
#include "widgets/relativetime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace peerdesk {
namespace {

using D = DetailContent;
using Side = NetworkDetail::Side;

struct NetworkContentWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::NetworkContent)
};

/// Words from outside become a link only if a browser or mail program would open something harmless.
QUrl webLink(const QString &text)
{
    const QUrl url = QUrl::fromUserInput(text.trimmed());
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web && !url.host().isEmpty() ? url : QUrl();
}

QUrl mailLink(const QString &address)
{
    const bool plain = address.count(u'@') == 1 && std::none_of(address.cbegin(), address.cend(), [](QChar c) {
                           return c.isSpace() || c == u'?' || c == u'&';
                       });
    return plain ? QUrl(QStringLiteral("mailto:") + address) : QUrl();
}

QString joined(const QStringList &parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            said.append(part);
    }
    return said.join(QStringLiteral(" · "));
}

void addField(QList<D::Field> &fields, const QString &label, const QString &value, bool mono = false)
{
    if (!value.isEmpty())
        fields.append({label, Cell{.text = value, .mono = mono}});
}

void addLink(QList<D::Field> &fields, const QString &label, const QString &value, const QUrl &link)
{
    if (!value.isEmpty())
        fields.append({label, Cell{.text = value}, link});
}

QString policyText(const Network &network)
{
    QStringList parts{network.policy};
    if (network.policyContracts == QLatin1String("Not Required"))
        parts.append(NetworkContentWords::tr("no contract"));
    else if (!network.policyContracts.isEmpty())
        parts.append(NetworkContentWords::tr("contract: %1").arg(network.policyContracts));
    if (network.policyRatio)
        parts.append(NetworkContentWords::tr("ratio required"));
    if (!network.policyLocations.isEmpty() && network.policyLocations != QLatin1String("Not Required"))
        parts.append(NetworkContentWords::tr("locations: %1").arg(network.policyLocations));
    const QString said = joined(parts);
    return said.isEmpty() ? network.policyUrl : said; // the page that describes it is worth reading all the same
}

DetailContent::Field endpointField(const NetworkDetail &detail, UtcMs now)
{
    if (!detail.endpoint)
        return {NetworkContentWords::tr("Endpoint"),
                Cell{.text = NetworkContentWords::tr("not known"), .secondary = true}};
    if (!detail.endpoint->lastError.isEmpty()) {
        return {NetworkContentWords::tr("Endpoint"), Cell{.text = detail.endpoint->lastError,
                                                          .icon = Icon::TriangleAlert,
                                                          .tone = Tone::Pending,
                                                          .toolTip = detail.endpoint->baseUrl.toDisplayString()}};
    }
    const QString asked =
        detail.locationsAskedAt
            ? NetworkContentWords::tr("known, locations asked %1").arg(relativeTime(detail.locationsAskedAt, now))
            : NetworkContentWords::tr("known");
    return {NetworkContentWords::tr("Endpoint"), Cell{.text = asked,
                                                      .icon = Icon::CircleCheck,
                                                      .tone = Tone::Established,
                                                      .toolTip = detail.endpoint->baseUrl.toDisplayString()}};
}

DetailContent::Fields facts(const NetworkDetail &detail, UtcMs now)
{
    const Network &network = detail.network;
    QList<D::Field> fields;
    addLink(fields, NetworkContentWords::tr("Policy"), policyText(network), webLink(network.policyUrl));
    addField(fields, NetworkContentWords::tr("Prefix limits"), prefixLimitsText(network.prefixes4, network.prefixes6));
    addField(fields, NetworkContentWords::tr("AS-SET"), network.asSet, true);
    addField(fields, NetworkContentWords::tr("Traffic"), joined({trafficText(network.traffic), network.ratio}));
    const auto contact = std::find_if(detail.contacts.cbegin(), detail.contacts.cend(),
                                      [](const Contact &one) { return !one.email.isEmpty(); });
    if (contact != detail.contacts.cend())
        addLink(fields, NetworkContentWords::tr("Contact"), contact->email, mailLink(contact->email));
    fields.append(endpointField(detail, now));
    addLink(fields, NetworkContentWords::tr("Looking glass"), network.lookingGlass, webLink(network.lookingGlass));
    addLink(fields, NetworkContentWords::tr("Route server"), network.routeServer, webLink(network.routeServer));
    if (network.neverViaRouteServers)
        addField(fields, NetworkContentWords::tr("Via route servers"), NetworkContentWords::tr("never"));
    addLink(fields, NetworkContentWords::tr("Website"), network.website, webLink(network.website));
    addLink(fields, NetworkContentWords::tr("Status"), network.statusDashboard, webLink(network.statusDashboard));
    addField(fields, NetworkContentWords::tr("Organization"),
             detail.organization == network.name ? QString() : detail.organization);
    if (!network.registryStatus.isEmpty() && network.registryStatus != QLatin1String("ok"))
        fields.append({NetworkContentWords::tr("Registry"),
                       Cell{.text = network.registryStatus, .icon = Icon::TriangleAlert, .tone = Tone::Pending}});
    fields.append({NetworkContentWords::tr("Updated"),
                   Cell{.text = relativeTime(network.updatedAt, now), .toolTip = exactTime(network.updatedAt)}});
    return {fields};
}

/// How far one session, or the furthest of several, is.
Cell standingCell(SessionStanding standing, Family family)
{
    const auto cell = [family](Icon icon, Tone tone, const QString &word) {
        return Cell{.icon = icon,
                    .tone = tone,
                    .toolTip = word,
                    .spoken = NetworkContentWords::tr("%1 %2", "family and standing").arg(toText(family), word)};
    };
    switch (standing) {
    case SessionStanding::Unusable:
        return cell(Icon::CircleMinus, Tone::Muted, NetworkContentWords::tr("not possible now"));
    case SessionStanding::Missing:
        return cell(Icon::CircleDashed, Tone::Muted, NetworkContentWords::tr("missing"));
    case SessionStanding::Open:
        return cell(Icon::Clock, Tone::Pending, NetworkContentWords::tr("drafted or asked for"));
    case SessionStanding::Existing:
        return cell(Icon::CircleCheck, Tone::Established, NetworkContentWords::tr("exists"));
    case SessionStanding::Established:
        return cell(Icon::CircleCheck, Tone::Established, NetworkContentWords::tr("established"));
    }
    return {};
}

/// Which side has no address of this family; empty if both have one.
QString lackOf(const NetworkDetail::Meeting &meeting, Family family)
{
    const auto has = [family](const QList<Port> &ports) {
        return std::any_of(ports.cbegin(), ports.cend(),
                           [family](const Port &port) { return port.address(family).isValid(); });
    };
    const bool ours = has(meeting.ownPorts);
    const bool theirs = has(meeting.otherPorts);
    if (ours && theirs)
        return {};
    if (ours)
        return NetworkContentWords::tr("They have no %1 here").arg(toText(family));
    return theirs ? NetworkContentWords::tr("We have no %1 here").arg(toText(family))
                  : NetworkContentWords::tr("Neither side has %1 here").arg(toText(family));
}

/// All pairs of ports of one family in one sign; each stands in a line of its own below.
Cell familyCell(const NetworkDetail::Meeting &meeting, Family family)
{
    int best = -1;
    int redundant = 0;
    for (const auto &session : meeting.sessions) {
        if (session.pair.family() != family)
            continue;
        best = std::max(best, static_cast<int>(session.standing));
        ++redundant;
    }
    if (best < 0) {
        const QString lack = lackOf(meeting, family);
        return {.text = QStringLiteral("–"), .secondary = true, .toolTip = lack, .spoken = lack};
    }
    Cell cell = standingCell(static_cast<SessionStanding>(best), family);
    if (redundant > 1)
        cell.toolTip = NetworkContentWords::tr("%1: %2").arg(
            cell.toolTip, NetworkContentWords::tr("%n pairs of ports", nullptr, redundant));
    return cell;
}

/// What keeps a pair from coming up, in the words that stand before its addresses; empty for nothing.
QString troubleOf(const PortPair &pair)
{
    if (!pair.ownOperational && !pair.otherOperational)
        return NetworkContentWords::tr("both ports not operational");
    if (!pair.ownOperational)
        return NetworkContentWords::tr("our port not operational");
    if (!pair.otherOperational)
        return NetworkContentWords::tr("their port not operational");
    return pair.onePrefix ? QString() : NetworkContentWords::tr("in different prefixes");
}

QString portText(const IpAddress &address, std::uint32_t speedMbit, bool operational)
{
    return joined({address.toString(), speedText(speedMbit),
                   operational ? NetworkContentWords::tr("operational") : NetworkContentWords::tr("not operational")});
}

/// The second of two addresses after the first. Of IPv6 only what differs: the pane is narrow, and the tooltip has all of
/// it.
QString secondAddress(const IpAddress &first, const IpAddress &second)
{
    const QString one = first.toString();
    const QString other = second.toString();
    if (second.family() == Family::IPv4)
        return other;
    const auto differs = std::mismatch(one.cbegin(), one.cend(), other.cbegin(), other.cend()).second;
    const qsizetype colon = other.left(differs - other.cbegin()).lastIndexOf(u':');
    return colon <= 0 ? other : u'…' + other.mid(colon);
}

/// A line of its own, over all columns: how far the session is, "192.0.2.1 – 192.0.2.7 · 10G / 100G", and what stands in
/// its way; all of it in words in the tooltip.
DetailContent::Table::Row pairRow(const NetworkDetail::Session &session, const QString &exchangeKey)
{
    const PortPair &pair = session.pair;
    const QString trouble = troubleOf(pair);
    const QString addresses = NetworkContentWords::tr("%1 – %2", "two addresses")
                                  .arg(pair.ownAddress.toString(), secondAddress(pair.ownAddress, pair.otherAddress));
    QStringList speeds{speedText(pair.ownSpeedMbit), speedText(pair.otherSpeedMbit)};
    speeds.removeAll(QString());
    speeds.removeDuplicates();
    const Cell standing = standingCell(session.standing, pair.family());
    const QString details = NetworkContentWords::tr("Ours: %1\nTheirs: %2")
                                .arg(portText(pair.ownAddress, pair.ownSpeedMbit, pair.ownOperational),
                                     portText(pair.otherAddress, pair.otherSpeedMbit, pair.otherOperational));
    const Cell line{.text = joined({addresses, speeds.join(QStringLiteral(" / ")), trouble}),
                    .icon = trouble.isEmpty() ? standing.icon : Icon::TriangleAlert,
                    .tone = trouble.isEmpty() ? standing.tone : Tone::Pending,
                    .secondary = true,
                    .toolTip = (trouble.isEmpty() ? standing.toolTip : trouble) + u'\n' + details,
                    .spoken = joined({standing.spoken, trouble, details})};
    const QString key = QStringLiteral("%1/%2-%3/%4")
                            .arg(exchangeKey)
                            .arg(pair.ownPortId)
                            .arg(pair.otherPortId)
                            .arg(pair.family() == Family::IPv4 ? 4 : 6);
    return {key, {line}, true};
}

Cell sourceCell(const std::optional<LocationSource> &source)
{
    if (!source)
        return {};
    switch (*source) {
    case LocationSource::Both:
        return {.icon = Icon::Check,
                .tone = Tone::Established,
                .toolTip = NetworkContentWords::tr("PeeringDB and their endpoint name it"),
                .spoken = NetworkContentWords::tr("both sources")};
    case LocationSource::PeeringDbOnly:
        return {.text = NetworkContentWords::tr("PeeringDB"),
                .secondary = true,
                .toolTip = NetworkContentWords::tr("Only PeeringDB names it")};
    case LocationSource::TheirsOnly:
        return {.text = NetworkContentWords::tr("theirs"),
                .tone = Tone::Pending,
                .toolTip = NetworkContentWords::tr("Only their endpoint names it")};
    }
    return {};
}

QString placeOf(const QString &city, const QString &country)
{
    return city.isEmpty() || country.isEmpty()
               ? city + country
               : NetworkContentWords::tr("%1, %2", "city and country").arg(city, country);
}

void addExchanges(QList<D::Block> &blocks, const NetworkDetail &detail)
{
    D::Table table;
    table.id = QStringLiteral("exchanges");
    table.columns = {
        {.id = QStringLiteral("exchange"), .title = NetworkContentWords::tr("Exchange"), .stretch = true},
        {.id = QStringLiteral("v4"), .title = NetworkContentWords::tr("v4"), .width = 2, .centered = true},
        {.id = QStringLiteral("v6"), .title = NetworkContentWords::tr("v6"), .width = 2, .centered = true}};
    const bool asked = detail.locationsAskedAt > 0;
    if (asked)
        table.columns.append(
            {.id = QStringLiteral("source"), .title = NetworkContentWords::tr("Sources"), .width = 10});
    for (const auto &meeting : detail.exchanges) {
        if (meeting.side != Side::Shared)
            continue;
        Cell name{.text = meeting.name, .toolTip = placeOf(meeting.city, meeting.country)};
        if (!meeting.operational) {
            name.secondary = true;
            name.toolTip = NetworkContentWords::tr("A port is not operational on one side");
        }
        QList<Cell> cells{name, familyCell(meeting, Family::IPv4), familyCell(meeting, Family::IPv6)};
        if (asked)
            cells.append(sourceCell(meeting.source));
        const QString key = QString::number(meeting.exchangeId);
        table.rows.append({key, cells});
        for (const auto &session : meeting.sessions)
            table.rows.append(pairRow(session, key));
    }
    blocks.append(D::Section{NetworkContentWords::tr("Shared exchanges"), detail.sharedExchanges()});
    if (detail.operationalExchanges() != detail.sharedExchanges()) {
        blocks.append(D::Text{NetworkContentWords::tr("%1 of them with operational ports on both sides")
                                  .arg(QLocale().toString(detail.operationalExchanges())),
                              Tone::Plain, true});
    }
    if (!table.rows.isEmpty())
        blocks.append(table);
}

/// Exchanges or facilities of one side alone, or facilities shared: a name and a place.
template<class List>
void addPlaces(QList<D::Block> &blocks, const List &places, Side side, const QString &id, const QString &title)
{
    D::Table table;
    table.id = id;
    table.columns = {{.id = QStringLiteral("name"), .title = NetworkContentWords::tr("Name"), .stretch = true},
                     {.id = QStringLiteral("place"), .title = NetworkContentWords::tr("Place"), .width = 16}};
    for (const auto &place : places) {
        if (place.side != side)
            continue;
        quint32 key = 0;
        if constexpr (requires { place.exchangeId; })
            key = place.exchangeId;
        else
            key = place.facilityId;
        Cell where{.text = placeOf(place.city, place.country), .secondary = true};
        if (place.source && *place.source != LocationSource::PeeringDbOnly)
            where = sourceCell(place.source);
        table.rows.append({QString::number(key), {Cell{.text = place.name}, where}});
    }
    if (table.rows.isEmpty())
        return;
    blocks.append(D::Section{title, static_cast<int>(table.rows.size())});
    blocks.append(table);
}

void addContacts(QList<D::Block> &blocks, const NetworkDetail &detail)
{
    blocks.append(D::Section{NetworkContentWords::tr("Contacts"),
                             detail.contactsKnown ? static_cast<int>(detail.contacts.size()) : -1});
    if (!detail.contactsKnown && detail.contacts.isEmpty()) {
        blocks.append(
            D::Text{NetworkContentWords::tr(
                        "PeeringDB shows contacts only to those with an API key. It can be set in the settings."),
                    Tone::Plain, true});
        return;
    }
    D::Fields fields;
    for (const Contact &contact : detail.contacts) {
        const QString role = contact.role.isEmpty() ? NetworkContentWords::tr("Contact") : contact.role;
        addLink(fields.fields, role, contact.email.isEmpty() ? joined({contact.name, contact.phone}) : contact.email,
                mailLink(contact.email));
        if (!contact.email.isEmpty())
            addField(fields.fields, QString(), joined({contact.name, contact.phone}));
    }
    if (fields.fields.isEmpty())
        blocks.append(D::Text{NetworkContentWords::tr("None are published."), Tone::Plain, true});
    else
        blocks.append(fields);
}

} // namespace

DetailContent networkContent(const NetworkDetail &detail, UtcMs now)
{
    const Network &network = detail.network;
    DetailContent content;
    content.key = QString::number(network.asn.number());
    content.title = network.name.isEmpty() ? network.asn.toString() : network.name;
    content.subtitle = joined({network.asn.toString(), network.types.join(QStringLiteral(", ")), network.scope});
    content.blocks.append(facts(detail, now));
    addExchanges(content.blocks, detail);
    addPlaces(content.blocks, detail.exchanges, Side::TheirsOnly, QStringLiteral("their-exchanges"),
              NetworkContentWords::tr("Exchanges of theirs alone"));
    addPlaces(content.blocks, detail.exchanges, Side::OursOnly, QStringLiteral("our-exchanges"),
              NetworkContentWords::tr("Exchanges of ours alone"));
    addPlaces(content.blocks, detail.facilities, Side::Shared, QStringLiteral("facilities"),
              NetworkContentWords::tr("Shared facilities"));
    addPlaces(content.blocks, detail.facilities, Side::TheirsOnly, QStringLiteral("their-facilities"),
              NetworkContentWords::tr("Facilities of theirs alone"));
    addPlaces(content.blocks, detail.facilities, Side::OursOnly, QStringLiteral("our-facilities"),
              NetworkContentWords::tr("Facilities of ours alone"));
    addContacts(content.blocks, detail);
    if (!network.notes.isEmpty()) {
        content.blocks.append(D::Section{NetworkContentWords::tr("Notes")});
        content.blocks.append(D::Text{network.notes});
    }
    return content;
}

DetailContent locationContent(const LocationRow &row)
{
    const QLocale locale;
    DetailContent content;
    content.key = QStringLiteral("ix") + QString::number(row.exchangeId);
    content.title = row.name;
    content.subtitle = joined({placeOf(row.city, row.country), row.location().toString()});
    QList<D::Field> fields;
    addField(fields, NetworkContentWords::tr("Networks"), locale.toString(row.networks));
    addField(fields, NetworkContentWords::tr("Candidates"), locale.toString(row.candidates));
    addField(fields, NetworkContentWords::tr("Sessions"),
             NetworkContentWords::tr("%1 possible, %2 missing, %3 asked for, %4 exist")
                 .arg(locale.toString(row.possibleSessions), locale.toString(row.missingSessions),
                      locale.toString(row.openSessions), locale.toString(row.presentSessions)));
    QString position = NetworkContentWords::tr("not known: listed beside the map");
    if (row.position.source == Position::Source::Facilities)
        position = NetworkContentWords::tr("from its facilities");
    else if (row.position.source == Position::Source::City)
        position = NetworkContentWords::tr("of its city (GeoNames)");
    addField(fields, NetworkContentWords::tr("Position"), position);
    content.blocks.append(D::Fields{fields});
    return content;
}

} // namespace peerdesk
