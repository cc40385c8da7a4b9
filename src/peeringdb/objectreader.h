// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringdb/mirrorrecords.h"
#include "peeringdb/sqlitefile.h"

/// Reads the mirror's tables into records, field by field: which field fills which member stands in one table
/// per record. Private to the room.
namespace peerdesk {

class ObjectReader
{
public:
    ObjectReader(SqliteFile &file, MirrorRecords &records)
        : m_file(file)
        , m_records(records)
    {
    }

    [[nodiscard]] Result<std::vector<OrganizationRecord>> organizations();
    [[nodiscard]] Result<std::vector<FacilityRecord>> facilities();
    [[nodiscard]] Result<std::vector<NetworkRecord>> networks();
    [[nodiscard]] Result<std::vector<ExchangeRecord>> exchanges();
    [[nodiscard]] Result<std::vector<PortRecord>> ports();
    [[nodiscard]] Result<std::vector<ContactRecord>> contacts();

    /// Two numbers of each row of a table that joins two others.
    using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    [[nodiscard]] Result<Pairs> pairs(const char *sql);

private:
    template<class Record, std::size_t count, class Field>
    [[nodiscard]] Result<std::vector<Record>> read(std::string_view type, const Field (&fields)[count]);

    SqliteFile &m_file;
    MirrorRecords &m_records;
};

} // namespace peerdesk
