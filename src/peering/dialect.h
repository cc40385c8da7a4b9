// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace peerdesk {

/// How one network's endpoint likes to be spoken to. The published documents contradict each other in these places,
/// and so do running servers; what works is found out once per endpoint and kept beside its address.
struct Dialect
{
    /// POST /sessions: an object with `sessions` in it, or a bare array of sessions.
    enum class BodyShape : std::uint8_t { Object, Array };
    /// Whose side the wire's "local" is: draft-ietf-grow-peering-api says the requestor's in its data types and the
    /// receiver's in its request section.
    enum class Orientation : std::uint8_t { Requestor, Receiver };
    /// Whose number GET /locations wants: the one who asks or the one who answers.
    enum class LocationsAsn : std::uint8_t { Own, Other };
    /// What the resources are called: /sessions and /locations, or /add_sessions, /get_status and /list_locations, as
    /// the interface of 2023 had them.
    enum class Paths : std::uint8_t { Current, Early };

    BodyShape bodyShape = BodyShape::Object;
    Orientation orientation = Orientation::Requestor;
    LocationsAsn locationsAsn = LocationsAsn::Own;
    Paths paths = Paths::Current;

    bool operator==(const Dialect &) const = default;
};

/// The words that the endpoints table and the settings store: "object", "receiver", "own", ...
[[nodiscard]] QString toText(Dialect::BodyShape shape);
[[nodiscard]] QString toText(Dialect::Orientation orientation);
[[nodiscard]] QString toText(Dialect::LocationsAsn asn);
[[nodiscard]] QString toText(Dialect::Paths paths);
[[nodiscard]] std::optional<Dialect::BodyShape> bodyShapeFromString(QStringView text);
[[nodiscard]] std::optional<Dialect::Orientation> orientationFromString(QStringView text);
[[nodiscard]] std::optional<Dialect::LocationsAsn> locationsAsnFromString(QStringView text);
[[nodiscard]] std::optional<Dialect::Paths> pathsFromString(QStringView text);

} // namespace peerdesk
