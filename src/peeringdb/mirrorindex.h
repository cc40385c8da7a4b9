// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/directory.h"
#include "peering/validation.h"

#include <memory>

namespace peerdesk {

struct MirrorRecords;
struct NetworkRecord;
struct ExchangeRecord;

/// One snapshot of PeeringDB, searched in memory. It never changes: whoever holds the pointer sees one state
/// of the directory however often the mirror is synchronised meanwhile, on any thread, without waiting. All
/// answers are values. Mirror hands out the current one; MirrorLoader makes it.
class MirrorIndex
{
public:
    struct Counts
    {
        int organizations = 0, networks = 0, exchanges = 0, ports = 0, facilities = 0, contacts = 0;
        int orphans = 0; ///< rows whose parent is not (or not yet) known, passed over
    };

    explicit MirrorIndex(std::unique_ptr<const MirrorRecords> records);
    ~MirrorIndex();
    MirrorIndex(const MirrorIndex &) = delete;
    MirrorIndex &operator=(const MirrorIndex &) = delete;
    /// What a program without a mirror holds.
    [[nodiscard]] static std::shared_ptr<const MirrorIndex> empty();

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] Counts counts() const;
    /// When the rows were last brought up to date; 0 for never.
    [[nodiscard]] UtcMs syncedAt() const;
    /// Contacts were fetched with an API key. Without, `contacts` is empty for everyone.
    [[nodiscard]] bool hasContacts() const;

    [[nodiscard]] std::optional<Network> network(Asn asn) const;
    /// Empty if unknown.
    [[nodiscard]] QString networkName(Asn asn) const;
    [[nodiscard]] std::optional<Organization> organization(std::uint32_t id) const;
    [[nodiscard]] QList<Contact> contacts(Asn asn) const;
    [[nodiscard]] std::optional<Exchange> exchange(std::uint32_t id) const;
    [[nodiscard]] QString exchangeName(std::uint32_t id) const;
    [[nodiscard]] std::optional<Facility> facility(std::uint32_t id) const;
    /// "DE-CIX Frankfurt" for an exchange, a facility's name for a facility; empty if unknown.
    [[nodiscard]] QString locationName(const Location &location) const;

    /// By number ("64500", "AS64500"), name or part of a name or alias, without regard to case; the exact
    /// number first, then names that begin so, then the others.
    [[nodiscard]] QList<Asn> findNetworks(const QString &text, int limit) const;
    [[nodiscard]] QList<std::uint32_t> findExchanges(const QString &text, int limit) const;

    [[nodiscard]] QList<std::uint32_t> exchangeIds() const;
    [[nodiscard]] QList<std::uint32_t> exchangesOf(Asn asn) const;
    [[nodiscard]] QList<std::uint32_t> facilitiesOf(Asn asn) const;
    [[nodiscard]] QList<Asn> networksAt(std::uint32_t exchangeId) const;
    [[nodiscard]] QList<Port> portsOf(Asn asn) const;
    [[nodiscard]] QList<Port> portsAt(std::uint32_t exchangeId) const;

    /// Where both have ports, with every pair of them per family, by exchange id.
    [[nodiscard]] QList<SharedExchange> shared(Asn own, Asn other) const;
    [[nodiscard]] QList<std::uint32_t> sharedFacilities(Asn own, Asn other) const;
    /// Every network that shares an exchange with `own`, by ASN.
    [[nodiscard]] QList<Partner> partners(Asn own) const;
    /// Every exchange of `own`, by id.
    [[nodiscard]] QList<ExchangeReach> reach(Asn own) const;

    /// What validation wants to know of a location, for the addresses in question.
    [[nodiscard]] ExchangeFacts facts(const Location &location, const QList<IpAddress> &addresses) const;

private:
    [[nodiscard]] const NetworkRecord *findNetwork(Asn asn) const;
    [[nodiscard]] const ExchangeRecord *findExchange(std::uint32_t id) const;

    const std::unique_ptr<const MirrorRecords> m_records;
};

} // namespace peerdesk
