// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world/world.h"

#include <QJsonObject>

namespace peerdesk::world {

/// One row of each type with the fields of PeeringDB's schema (github peeringdb/peeringdb, api-schema.yaml).
[[nodiscard]] QJsonObject row(const World &world, const Organisation &organisation);
[[nodiscard]] QJsonObject row(const World &world, const Network &network);
[[nodiscard]] QJsonObject row(const World &world, const Exchange &exchange);
[[nodiscard]] QJsonObject row(const World &world, const Port &port);
[[nodiscard]] QJsonObject row(const World &world, const Facility &facility);
[[nodiscard]] QJsonObject row(const World &world, const ExchangeFacility &presence);
[[nodiscard]] QJsonObject row(const World &world, const NetworkFacility &presence);
[[nodiscard]] QJsonObject row(const World &world, const Contact &contact);
/// An exchange has one LAN with its own id, and one prefix a family.
[[nodiscard]] QJsonObject lanRow(const World &world, const Exchange &exchange);
[[nodiscard]] QJsonObject prefixRow(const World &world, const Exchange &exchange, Family family);

} // namespace peerdesk::world
