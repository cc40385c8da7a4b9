// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world/row.h"

#include "world/cities.h"
#include "world/names.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace peerdesk::world {

namespace {

QJsonObject stamped(const Stamp &stamp)
{
    QJsonObject row;
    row["id"_L1] = stamp.id;
    row["status"_L1] = stamp.deleted ? u"deleted"_s : u"ok"_s;
    row["created"_L1] = toRfc3339(stamp.created);
    row["updated"_L1] = toRfc3339(stamp.updated);
    return row;
}

/// Texts that the world leaves empty, as most of PeeringDB does.
void setEmpty(QJsonObject &row, std::initializer_list<QLatin1StringView> fields)
{
    for (const QLatin1StringView field : fields)
        row[field] = QString();
}

void setNull(QJsonObject &row, std::initializer_list<QLatin1StringView> fields)
{
    for (const QLatin1StringView field : fields)
        row[field] = QJsonValue();
}

QJsonValue numberOrNull(int number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

QJsonValue addressOrNull(const IpAddress &address)
{
    return address.isValid() ? QJsonValue(address.toString()) : QJsonValue();
}

QJsonValue toNumber(Asn asn)
{
    return static_cast<qint64>(asn.number());
}

void setPlace(QJsonObject &row, int city)
{
    const City *place = city < 0 ? nullptr : &cities()[static_cast<size_t>(city)];
    row["city"_L1] = place ? QString::fromUtf8(place->name) : QString();
    row["country"_L1] = place ? QString::fromUtf8(place->country) : QString();
}

void setAddress(QJsonObject &row, int city)
{
    setPlace(row, city);
    row["address1"_L1] = city < 0 ? QString() : u"1 Cable Street"_s;
    setEmpty(row, {"address2"_L1, "suite"_L1, "floor"_L1, "state"_L1, "zipcode"_L1});
}

QString continentOf(int city)
{
    return QString::fromUtf8(cities()[static_cast<size_t>(city)].continent);
}

QString asSetOf(const Network &network)
{
    return u"AS%1:AS-%2"_s.arg(network.asn.number()).arg(network.slug.toUpper());
}

} // namespace

QJsonObject row(const World &, const Organisation &organisation)
{
    QJsonObject row = stamped(organisation);
    row["name"_L1] = organisation.name;
    row["social_media"_L1] = QJsonArray();
    setEmpty(row, {"aka"_L1, "name_long"_L1, "website"_L1, "notes"_L1});
    setNull(row, {"logo"_L1, "latitude"_L1, "longitude"_L1});
    setAddress(row, organisation.city);
    return row;
}

QJsonObject row(const World &world, const Network &network)
{
    const QString home = u"https://www.%1.example"_s.arg(network.slug);
    QJsonObject row = stamped(network);
    row["org_id"_L1] = world.organisations.at(network.organisation).id;
    row["name"_L1] = network.name;
    row["asn"_L1] = toNumber(network.asn);
    row["website"_L1] = home;
    row["looking_glass"_L1] = network.hasLookingGlass ? u"https://lg.%1.example/"_s.arg(network.slug) : QString();
    row["irr_as_set"_L1] = network.prefixes4 > 0 ? asSetOf(network) : QString();
    row["info_type"_L1] = network.type;
    row["info_types"_L1] = network.type.isEmpty() ? QJsonArray() : QJsonArray{network.type};
    row["info_prefixes4"_L1] = numberOrNull(network.prefixes4);
    row["info_prefixes6"_L1] = numberOrNull(network.prefixes6);
    row["info_traffic"_L1] = network.traffic;
    row["info_ratio"_L1] = network.ratio;
    row["info_scope"_L1] = network.scope;
    row["info_unicast"_L1] = true;
    row["info_multicast"_L1] = false;
    row["info_ipv6"_L1] = network.ipv6;
    row["info_never_via_route_servers"_L1] = network.neverViaRouteServers;
    row["notes"_L1] = network.notes;
    row["policy_url"_L1] = network.policy.isEmpty() ? QString() : home + u"/peering"_s;
    row["policy_general"_L1] = network.policy;
    row["policy_locations"_L1] = network.locations;
    row["policy_ratio"_L1] = network.wantsRatio;
    row["policy_contracts"_L1] = network.contracts;
    row["allow_ixp_update"_L1] = false;
    row["ixp_update_exclude"_L1] = QJsonArray();
    row["rir_status"_L1] = network.rirStatusOk ? QJsonValue(u"ok"_s) : QJsonValue();
    row["social_media"_L1] = QJsonArray();
    for (const QLatin1StringView field :
         {"netixlan_updated"_L1, "netfac_updated"_L1, "poc_updated"_L1, "rir_status_updated"_L1})
        row[field] = toRfc3339(network.updated);
    setEmpty(row, {"aka"_L1, "name_long"_L1, "route_server"_L1});
    setNull(row, {"logo"_L1, "status_dashboard"_L1});
    return row;
}

QJsonObject row(const World &world, const Exchange &exchange)
{
    const QString slug = slugOf(exchange.name);
    QJsonObject row = stamped(exchange);
    row["org_id"_L1] = world.organisations.at(exchange.organisation).id;
    row["name"_L1] = exchange.name;
    setPlace(row, exchange.city);
    if (exchange.placement == Placement::Nowhere) {
        // Some say of themselves that they are everywhere, some say nothing.
        row["city"_L1] = exchange.id % 2 ? u"Several cities"_s : QString();
        if (exchange.id % 2 == 0)
            row["country"_L1] = QString();
    }
    row["region_continent"_L1] = continentOf(exchange.city);
    row["media"_L1] = u"Ethernet"_s;
    row["proto_unicast"_L1] = true;
    row["proto_multicast"_L1] = false;
    row["proto_ipv6"_L1] = true;
    row["website"_L1] = u"https://%1.example"_s.arg(slug);
    row["tech_email"_L1] = u"noc@%1.example"_s.arg(slug);
    row["fac_count"_L1] = exchange.facilities.size();
    row["ixf_net_count"_L1] = 0;
    row["service_level"_L1] = u"Not Disclosed"_s;
    row["terms"_L1] = u"Not Disclosed"_s;
    row["social_media"_L1] = QJsonArray();
    setEmpty(row, {"aka"_L1, "name_long"_L1, "notes"_L1, "url_stats"_L1, "tech_phone"_L1, "policy_email"_L1,
                   "policy_phone"_L1, "sales_email"_L1, "sales_phone"_L1});
    setNull(row, {"ixf_last_import"_L1, "ixf_import_request"_L1, "ixf_import_request_status"_L1, "logo"_L1,
                  "status_dashboard"_L1});
    return row;
}

QJsonObject lanRow(const World &, const Exchange &exchange)
{
    QJsonObject row = stamped(exchange);
    row["ix_id"_L1] = exchange.id;
    row["mtu"_L1] = exchange.id % 10 ? 1500 : 9000;
    row["dot1q_support"_L1] = false;
    row["rs_asn"_L1] = toNumber(exchange.routeServers);
    row["ixf_ixp_member_list_url_visible"_L1] = u"Private"_s;
    row["ixf_ixp_import_enabled"_L1] = false;
    setEmpty(row, {"name"_L1, "descr"_L1});
    setNull(row, {"arp_sponge"_L1});
    return row;
}

QJsonObject prefixRow(const World &, const Exchange &exchange, Family family)
{
    QJsonObject row = stamped(exchange);
    row["id"_L1] = 2 * exchange.id + (family == Family::IPv6 ? 1 : 0);
    row["ixlan_id"_L1] = exchange.id;
    row["protocol"_L1] = toText(family);
    row["prefix"_L1] = (family == Family::IPv4 ? exchange.lan4 : exchange.lan6).toString();
    row["in_dfz"_L1] = false;
    return row;
}

QJsonObject row(const World &world, const Port &port)
{
    const Exchange &exchange = world.exchanges.at(port.exchange);
    const Network &network = world.networks.at(port.network);
    QJsonObject row = stamped(port);
    row["net_id"_L1] = network.id;
    row["ix_id"_L1] = exchange.id;
    row["ixlan_id"_L1] = exchange.id;
    row["name"_L1] = exchange.name;
    row["asn"_L1] = toNumber(network.asn);
    row["speed"_L1] = port.speed;
    row["ipaddr4"_L1] = addressOrNull(port.address4);
    row["ipaddr6"_L1] = addressOrNull(port.address6);
    row["is_rs_peer"_L1] = port.routeServerPeer;
    row["bfd_support"_L1] = port.id % 9 == 0;
    row["operational"_L1] = port.operational;
    row["net_side_id"_L1] = port.facility < 0 ? QJsonValue() : QJsonValue(world.facilities.at(port.facility).id);
    setEmpty(row, {"notes"_L1});
    setNull(row, {"ix_side_id"_L1});
    return row;
}

QJsonObject row(const World &world, const Facility &facility)
{
    const Organisation &organisation = world.organisations.at(facility.organisation);
    QJsonObject row = stamped(facility);
    row["org_id"_L1] = organisation.id;
    row["org_name"_L1] = organisation.name;
    row["name"_L1] = facility.name;
    row["region_continent"_L1] = continentOf(facility.city);
    row["latitude"_L1] = facility.hasCoordinates ? QJsonValue(facility.latitude) : QJsonValue();
    row["longitude"_L1] = facility.hasCoordinates ? QJsonValue(facility.longitude) : QJsonValue();
    row["available_voltage_services"_L1] = QJsonArray();
    row["carrier_count"_L1] = 0;
    row["social_media"_L1] = QJsonArray();
    setAddress(row, facility.city);
    setEmpty(row, {"aka"_L1, "name_long"_L1, "website"_L1, "clli"_L1, "npanxx"_L1, "notes"_L1, "property"_L1,
                   "tech_email"_L1, "tech_phone"_L1, "sales_email"_L1, "sales_phone"_L1});
    setNull(row, {"campus_id"_L1, "diverse_serving_substations"_L1, "logo"_L1, "status_dashboard"_L1});
    return row;
}

QJsonObject row(const World &world, const ExchangeFacility &presence)
{
    const Facility &facility = world.facilities.at(presence.facility);
    QJsonObject row = stamped(presence);
    row["ix_id"_L1] = world.exchanges.at(presence.exchange).id;
    row["fac_id"_L1] = facility.id;
    row["name"_L1] = facility.name;
    setPlace(row, facility.city);
    return row;
}

QJsonObject row(const World &world, const NetworkFacility &presence)
{
    const Facility &facility = world.facilities.at(presence.facility);
    const Network &network = world.networks.at(presence.network);
    QJsonObject row = stamped(presence);
    row["net_id"_L1] = network.id;
    row["fac_id"_L1] = facility.id;
    row["name"_L1] = facility.name;
    row["local_asn"_L1] = toNumber(network.asn);
    setPlace(row, facility.city);
    return row;
}

QJsonObject row(const World &world, const Contact &contact)
{
    QJsonObject row = stamped(contact);
    row["net_id"_L1] = world.networks.at(contact.network).id;
    row["role"_L1] = contact.role;
    row["visible"_L1] = contact.visible;
    row["name"_L1] = contact.name;
    row["phone"_L1] = contact.phone;
    row["email"_L1] = contact.email;
    setEmpty(row, {"url"_L1});
    return row;
}

} // namespace peerdesk::world
