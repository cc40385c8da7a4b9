// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/mirrortables.h"

#include <algorithm>

namespace peerdesk {
namespace {

using Kind = ColumnKind;
constexpr bool required = true;

constexpr MirrorColumn orgColumns[] = {
    {"id", Kind::Id, required}, {"name"}, {"website"}, {"city"}, {"country"}, {"updated", Kind::Time},
};

constexpr MirrorColumn facColumns[] = {
    {"id", Kind::Id, required},
    {"org_id", Kind::Id},
    {"name"},
    {"aka"},
    {"address1"},
    {"address2"},
    {"zipcode"},
    {"city"},
    {"state"},
    {"country"},
    {"website"},
    {"latitude", Kind::Degrees},
    {"longitude", Kind::Degrees},
    {"updated", Kind::Time},
};

constexpr MirrorColumn netColumns[] = {
    {"id", Kind::Id, required},
    {"org_id", Kind::Id},
    {"asn", Kind::Id, required},
    {"name"},
    {"aka"},
    {"name_long"},
    {"website"},
    {"irr_as_set"},
    {"looking_glass"},
    {"route_server"},
    {"status_dashboard"},
    {"notes"},
    {"info_type"},
    {"info_types", Kind::Words},
    {"info_traffic"},
    {"info_ratio"},
    {"info_scope"},
    {"info_prefixes4", Kind::Number},
    {"info_prefixes6", Kind::Number},
    {"info_unicast", Kind::Flag},
    {"info_multicast", Kind::Flag},
    {"info_ipv6", Kind::Flag},
    {"info_never_via_route_servers", Kind::Flag},
    {"policy_general"},
    {"policy_locations"},
    {"policy_contracts"},
    {"policy_url"},
    {"policy_ratio", Kind::Flag},
    {"rir_status"},
    {"created", Kind::Time},
    {"updated", Kind::Time},
    {"netixlan_updated", Kind::Time},
};

constexpr MirrorColumn ixColumns[] = {
    {"id", Kind::Id, required},
    {"org_id", Kind::Id},
    {"name"},
    {"aka"},
    {"name_long"},
    {"city"},
    {"country"},
    {"region_continent"},
    {"website"},
    {"url_stats"},
    {"tech_email"},
    {"policy_email"},
    {"notes"},
    {"updated", Kind::Time},
};

constexpr MirrorColumn ixlanColumns[] = {
    {"id", Kind::Id, required},
    {"ix_id", Kind::Id, required},
    {"name"},
    {"updated", Kind::Time},
};

constexpr MirrorColumn ixpfxColumns[] = {
    {"id", Kind::Id, required},
    {"ixlan_id", Kind::Id, required},
    {"prefix", Kind::Prefix, required},
    {"updated", Kind::Time},
};

constexpr MirrorColumn netixlanColumns[] = {
    {"id", Kind::Id, required},  {"net_id", Kind::Id},        {"ix_id", Kind::Id, required}, {"ixlan_id", Kind::Id},
    {"asn", Kind::Id, required}, {"ipaddr4", Kind::Address},  {"ipaddr6", Kind::Address},    {"speed", Kind::Number},
    {"is_rs_peer", Kind::Flag},  {"bfd_support", Kind::Flag}, {"operational", Kind::Flag},   {"net_side_id", Kind::Id},
    {"ix_side_id", Kind::Id},    {"updated", Kind::Time},
};

constexpr MirrorColumn ixfacColumns[] = {
    {"id", Kind::Id, required},
    {"ix_id", Kind::Id, required},
    {"fac_id", Kind::Id, required},
    {"updated", Kind::Time},
};

constexpr MirrorColumn netfacColumns[] = {
    {"id", Kind::Id, required}, {"net_id", Kind::Id, required}, {"fac_id", Kind::Id, required},
    {"local_asn", Kind::Id},    {"updated", Kind::Time},
};

constexpr MirrorColumn pocColumns[] = {
    {"id", Kind::Id, required},
    {"net_id", Kind::Id, required},
    {"role"},
    {"visible"},
    {"name"},
    {"phone"},
    {"email"},
    {"url"},
    {"updated", Kind::Time},
};

constexpr bool essential = true;
constexpr bool optional = false;
constexpr bool needsKey = true;

constexpr MirrorTable tables[] = {
    {"org", orgColumns, optional},
    {"fac", facColumns, optional},
    {"net", netColumns, essential},
    {"ix", ixColumns, essential},
    {"ixlan", ixlanColumns, optional},
    {"ixpfx", ixpfxColumns, essential},
    {"netixlan", netixlanColumns, essential},
    {"ixfac", ixfacColumns, optional},
    {"netfac", netfacColumns, optional},
    {"poc", pocColumns, optional, needsKey},
};

std::string joined(const MirrorTable &table, std::string_view (*piece)(const MirrorColumn &))
{
    std::string list;
    for (const MirrorColumn &column : table.columns) {
        if (!list.empty())
            list += ", ";
        list += piece(column);
    }
    return list;
}

std::string_view fieldOf(const MirrorColumn &column)
{
    return column.field;
}

} // namespace

std::string MirrorTable::createSql() const
{
    std::string sql = "CREATE TABLE " + std::string(type) + " (id INTEGER PRIMARY KEY";
    for (const MirrorColumn &column : columns.subspan(1))
        sql += ", " + std::string(column.field);
    return sql + ")";
}

std::string MirrorTable::upsertSql() const
{
    return "INSERT OR REPLACE INTO " + std::string(type) + " (" + joined(*this, fieldOf) + ") VALUES ("
           + joined(*this, [](const MirrorColumn &) { return std::string_view("?"); }) + ")";
}

std::string MirrorTable::removeSql() const
{
    return "DELETE FROM " + std::string(type) + " WHERE id = ?";
}

std::string MirrorTable::selectSql() const
{
    return "SELECT " + joined(*this, fieldOf) + " FROM " + std::string(type) + " ORDER BY id";
}

std::span<const MirrorTable> mirrorTables()
{
    return tables;
}

const MirrorTable *mirrorTable(std::string_view type)
{
    const auto found = std::ranges::find(tables, type, &MirrorTable::type);
    return found == std::end(tables) ? nullptr : found;
}

} // namespace peerdesk
