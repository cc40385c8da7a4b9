// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <cstdint>

namespace peerdesk {

/// One thing that speaks for or against an inbound request, as a sentence with its weight. It decides nothing: a
/// person does.
struct Evidence
{
    enum class Kind : std::uint8_t {
        SignedIn,  ///< who asked, and with what right
        Addresses, ///< whether both addresses belong to the two networks at that exchange
        Network,   ///< what the directory says of the network, its prefix limits among it
        Policy,    ///< what our policy said at arrival, and by which rule
        ExistingSessions,
        EarlierRequests,
        RouteServer, ///< reachable there already
        Key,         ///< one that came with the request as proof of what will be announced
    };
    /// In order: the worst of several is the largest.
    enum class Weight : std::uint8_t { Good, Neutral, Doubtful, Bad };

    Kind kind = Kind::Network;
    Weight weight = Weight::Neutral;
    QString text; ///< translated; may hold words from outside, so plain text only

    bool operator==(const Evidence &) const = default;
};

[[nodiscard]] Evidence::Weight worstOf(const QList<Evidence> &evidence);

} // namespace peerdesk
