// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringdb/mirrorrecords.h"

/// Records as the values that the rest of the program knows. Private to the room.
namespace peerdesk {

[[nodiscard]] Organization toOrganization(const MirrorRecords &records, const OrganizationRecord &record);
[[nodiscard]] Network toNetwork(const MirrorRecords &records, const NetworkRecord &record);
[[nodiscard]] Contact toContact(const MirrorRecords &records, const ContactRecord &record);
[[nodiscard]] Exchange toExchange(const MirrorRecords &records, const ExchangeRecord &record);
[[nodiscard]] Facility toFacility(const MirrorRecords &records, const FacilityRecord &record);
[[nodiscard]] Port toPort(const MirrorRecords &records, const PortRecord &record);
[[nodiscard]] IpAddress address4(const PortRecord &port);
[[nodiscard]] IpAddress address6(const PortRecord &port);

} // namespace peerdesk
