// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/directory.h"
#include "peering/validation.h"

#include <functional>
#include <optional>

namespace peerdesk {

/// What use cases ask the directory about networks and places. Handed in by whoever composes the program, who answers
/// from the mirror's current snapshot; tests answer from a world of their own. Answers are immediate (the mirror is in
/// memory). Main thread.
struct Places
{
    /// What validation wants to know of a location, for the addresses in question.
    std::function<ExchangeFacts(const Location &, const QList<IpAddress> &)> facts;
    /// "DE-CIX Frankfurt"; empty if unknown.
    std::function<QString(const Location &)> locationName;
    /// Exchanges by name or part of it, the best match first.
    std::function<QList<Location>(const QString &text)> findExchanges;
    /// Empty if unknown.
    std::function<QString(Asn)> networkName;
    /// Nothing for a network that the directory does not know.
    std::function<std::optional<Network>(Asn)> network;
    /// Where both have ports, with every pair of them.
    std::function<QList<SharedExchange>(Asn own, Asn other)> shared;
};

/// What validation wants to know of a batch.
[[nodiscard]] QHash<Location, ExchangeFacts> factsOf(const Places &places, const QList<SessionProposal> &batch);

} // namespace peerdesk
