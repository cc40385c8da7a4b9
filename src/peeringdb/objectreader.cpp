// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peeringdb/objectreader.h"

#include <algorithm>
#include <variant>

namespace peerdesk {
namespace {

/// Which column fills which member, by the member's type. Null leaves the member as a new record has it.
template<class Record> struct Field
{
    std::string_view column;
    std::variant<std::uint32_t Record::*, TextRef Record::*, WordId Record::*, bool Record::*, float Record::*,
                 AddressBytes Record::*>
        member;
};

const Field<OrganizationRecord> organizationFields[] = {
    {"id", &OrganizationRecord::id},           {"name", &OrganizationRecord::name},
    {"website", &OrganizationRecord::website}, {"city", &OrganizationRecord::city},
    {"country", &OrganizationRecord::country},
};

const Field<FacilityRecord> facilityFields[] = {
    {"id", &FacilityRecord::id},
    {"org_id", &FacilityRecord::organizationId},
    {"name", &FacilityRecord::name},
    {"aka", &FacilityRecord::alsoKnownAs},
    {"address1", &FacilityRecord::street},
    {"zipcode", &FacilityRecord::zipCode},
    {"city", &FacilityRecord::city},
    {"state", &FacilityRecord::state},
    {"country", &FacilityRecord::country},
    {"website", &FacilityRecord::website},
    {"latitude", &FacilityRecord::latitude},
    {"longitude", &FacilityRecord::longitude},
    {"updated", &FacilityRecord::updated},
};

const Field<NetworkRecord> networkFields[] = {
    {"id", &NetworkRecord::id},
    {"org_id", &NetworkRecord::organizationId},
    {"asn", &NetworkRecord::asn},
    {"name", &NetworkRecord::name},
    {"aka", &NetworkRecord::alsoKnownAs},
    {"name_long", &NetworkRecord::longName},
    {"website", &NetworkRecord::website},
    {"irr_as_set", &NetworkRecord::asSet},
    {"looking_glass", &NetworkRecord::lookingGlass},
    {"route_server", &NetworkRecord::routeServer},
    {"status_dashboard", &NetworkRecord::statusDashboard},
    {"notes", &NetworkRecord::notes},
    {"info_type", &NetworkRecord::type},
    {"info_types", &NetworkRecord::types},
    {"info_traffic", &NetworkRecord::traffic},
    {"info_ratio", &NetworkRecord::ratio},
    {"info_scope", &NetworkRecord::scope},
    {"info_prefixes4", &NetworkRecord::prefixes4},
    {"info_prefixes6", &NetworkRecord::prefixes6},
    {"info_unicast", &NetworkRecord::unicast},
    {"info_multicast", &NetworkRecord::multicast},
    {"info_ipv6", &NetworkRecord::ipv6},
    {"info_never_via_route_servers", &NetworkRecord::neverViaRouteServers},
    {"policy_general", &NetworkRecord::policy},
    {"policy_locations", &NetworkRecord::policyLocations},
    {"policy_contracts", &NetworkRecord::policyContracts},
    {"policy_url", &NetworkRecord::policyUrl},
    {"policy_ratio", &NetworkRecord::policyRatio},
    {"rir_status", &NetworkRecord::registryStatus},
    {"created", &NetworkRecord::created},
    {"updated", &NetworkRecord::updated},
    {"netixlan_updated", &NetworkRecord::portsUpdated},
};

const Field<ExchangeRecord> exchangeFields[] = {
    {"id", &ExchangeRecord::id},
    {"org_id", &ExchangeRecord::organizationId},
    {"name", &ExchangeRecord::name},
    {"aka", &ExchangeRecord::alsoKnownAs},
    {"name_long", &ExchangeRecord::longName},
    {"city", &ExchangeRecord::city},
    {"country", &ExchangeRecord::country},
    {"region_continent", &ExchangeRecord::region},
    {"website", &ExchangeRecord::website},
    {"url_stats", &ExchangeRecord::statisticsUrl},
    {"tech_email", &ExchangeRecord::technicalEmail},
    {"policy_email", &ExchangeRecord::policyEmail},
    {"notes", &ExchangeRecord::notes},
    {"updated", &ExchangeRecord::updated},
};

const Field<PortRecord> portFields[] = {
    {"id", &PortRecord::id},
    {"asn", &PortRecord::network},
    {"ix_id", &PortRecord::exchange},
    {"ixlan_id", &PortRecord::lanId},
    {"ipaddr4", &PortRecord::address4},
    {"ipaddr6", &PortRecord::address6},
    {"speed", &PortRecord::speed},
    {"is_rs_peer", &PortRecord::routeServerPeer},
    {"bfd_support", &PortRecord::bfd},
    {"operational", &PortRecord::operational},
    {"net_side_id", &PortRecord::facilityId},
    {"updated", &PortRecord::updated},
};

const Field<ContactRecord> contactFields[] = {
    {"id", &ContactRecord::id},       {"net_id", &ContactRecord::network},
    {"role", &ContactRecord::role},   {"visible", &ContactRecord::visibility},
    {"name", &ContactRecord::name},   {"email", &ContactRecord::email},
    {"phone", &ContactRecord::phone}, {"url", &ContactRecord::url},
};

/// Puts one column of the current row into a member.
class Put
{
public:
    Put(const SqliteStatement &row, MirrorRecords &records)
        : m_row(row)
        , m_records(records)
    {
    }
    void operator()(int column, std::uint32_t &number) const
    {
        number = static_cast<std::uint32_t>(m_row.integer(column));
    }
    void operator()(int column, TextRef &text) const { text = m_records.pool.add(m_row.text(column)); }
    void operator()(int column, WordId &word) const { word = m_records.words.add(m_row.text(column)); }
    void operator()(int column, bool &flag) const { flag = m_row.integer(column) != 0; }
    void operator()(int column, float &real) const { real = static_cast<float>(m_row.real(column)); }
    void operator()(int column, AddressBytes &address) const
    {
        const std::string_view bytes = m_row.bytes(column);
        if (bytes.size() > address.bytes.size())
            return;
        std::ranges::copy(bytes, reinterpret_cast<char *>(address.bytes.data()));
        address.length = static_cast<std::uint8_t>(bytes.size());
    }

private:
    const SqliteStatement &m_row;
    MirrorRecords &m_records;
};

} // namespace

template<class Record, std::size_t count, class Field>
Result<std::vector<Record>> ObjectReader::read(std::string_view type, const Field (&fields)[count])
{
    std::string sql = "SELECT ";
    for (const Field &field : fields) {
        if (&field != fields)
            sql += ", ";
        sql += field.column;
    }
    auto statement = m_file.prepare(sql + " FROM " + std::string(type) + " ORDER BY id");
    if (!statement)
        return statement.error();
    std::vector<Record> list;
    const Put put(*statement, m_records);
    auto step = SqliteStatement::Step::Done;
    while ((step = statement->step()) == SqliteStatement::Step::Row) {
        Record &record = list.emplace_back();
        for (std::size_t i = 0; i < count; ++i) {
            const int column = static_cast<int>(i);
            if (!statement->isNull(column))
                std::visit([&](auto member) { put(column, record.*member); }, fields[i].member);
        }
    }
    if (step == SqliteStatement::Step::Failed)
        return m_file.lastError();
    list.shrink_to_fit();
    return list;
}

Result<std::vector<OrganizationRecord>> ObjectReader::organizations()
{
    return read<OrganizationRecord>("org", organizationFields);
}

Result<std::vector<FacilityRecord>> ObjectReader::facilities()
{
    return read<FacilityRecord>("fac", facilityFields);
}

Result<std::vector<NetworkRecord>> ObjectReader::networks()
{
    return read<NetworkRecord>("net", networkFields);
}

Result<std::vector<ExchangeRecord>> ObjectReader::exchanges()
{
    return read<ExchangeRecord>("ix", exchangeFields);
}

Result<std::vector<PortRecord>> ObjectReader::ports()
{
    return read<PortRecord>("netixlan", portFields);
}

Result<std::vector<ContactRecord>> ObjectReader::contacts()
{
    return read<ContactRecord>("poc", contactFields);
}

Result<ObjectReader::Pairs> ObjectReader::pairs(const char *sql)
{
    auto statement = m_file.prepare(sql);
    if (!statement)
        return statement.error();
    Pairs pairs;
    auto step = SqliteStatement::Step::Done;
    while ((step = statement->step()) == SqliteStatement::Step::Row)
        pairs.emplace_back(static_cast<std::uint32_t>(statement->integer(0)),
                           static_cast<std::uint32_t>(statement->integer(1)));
    if (step == SqliteStatement::Step::Failed)
        return m_file.lastError();
    return pairs;
}

} // namespace peerdesk
