// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "world/world.h"

#include <QByteArray>

#include <array>

class QJsonObject;

namespace peerdesk::world {

/// PeeringDB's object types that Peerdesk reads, by their names in its API.
inline constexpr std::array objectTypes = {"org",      "net", "ix",    "ixlan",  "ixpfx",
                                           "netixlan", "fac", "ixfac", "netfac", "poc"};

/// What PeeringDB would hand out for this world: `{"meta": {...}, "data": [...]}` with every field of its schema.
/// `type` is one of objectTypes; anything else gives an empty list.
/// Whole dumps hold what exists; increments (`since`, in Unix seconds, exclusive) also hold tombstones.
[[nodiscard]] QByteArray dump(const World &world, const QByteArray &type);
[[nodiscard]] QByteArray changesSince(const World &world, const QByteArray &type, qint64 since);

/// Writes `<type>-0.json` for every type into a folder that exists.
Result<void> writeDumps(const World &world, const QString &folder);

} // namespace peerdesk::world
