// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/places.h"

#include <QHash>
#include <QMap>
#include <QStringList>

namespace peerdesk::test {

/// A directory of a few exchanges and networks, as a test needs them. Must outlive the Places it hands out.
class InventedPlaces
{
public:
    void addExchange(std::uint32_t id, const QString &name, const QStringList &lanPrefixes)
    {
        Exchange &exchange = m_exchanges[id];
        exchange.id = id;
        exchange.name = name;
        for (const QString &prefix : lanPrefixes)
            exchange.lanPrefixes.append(*IpPrefix::parse(prefix));
    }
    void addPort(std::uint32_t exchangeId, Asn asn, const QStringList &addresses)
    {
        for (const QString &address : addresses)
            m_registered[exchangeId].insert(*IpAddress::parse(address), asn);
    }
    void addNetwork(Asn asn, const QString &name)
    {
        m_networks[asn].asn = asn;
        m_networks[asn].name = name;
    }

    [[nodiscard]] Places places() const
    {
        return {
            [this](const Location &location, const QList<IpAddress> &) { return facts(location); },
            [this](const Location &location) { return m_exchanges.value(location.id).name; },
            [this](const QString &text) { return find(text); },
            [this](Asn asn) { return m_networks.value(asn).name; },
            [this](Asn asn) { return m_networks.contains(asn) ? std::optional(m_networks.value(asn)) : std::nullopt; },
            [this](Asn own, Asn other) { return shared(own, other); }};
    }

private:
    [[nodiscard]] ExchangeFacts facts(const Location &location) const
    {
        return {m_exchanges.contains(location.id), m_exchanges.value(location.id).lanPrefixes,
                m_registered.value(location.id)};
    }
    [[nodiscard]] QList<Location> find(const QString &text) const
    {
        QList<Location> found;
        for (const Exchange &exchange : m_exchanges) {
            if (exchange.name.contains(text, Qt::CaseInsensitive))
                found.append(exchange.location());
        }
        return found;
    }

    /// Without ports and their pairs.
    [[nodiscard]] QList<SharedExchange> shared(Asn own, Asn other) const
    {
        QList<SharedExchange> found;
        for (const Exchange &exchange : m_exchanges) {
            const QList<Asn> present = m_registered.value(exchange.id).values();
            if (present.contains(own) && present.contains(other)) {
                found.emplaceBack().exchangeId = exchange.id;
                found.last().name = exchange.name;
            }
        }
        return found;
    }

    QMap<std::uint32_t, Exchange> m_exchanges;
    QHash<std::uint32_t, QMultiHash<IpAddress, Asn>> m_registered;
    QHash<Asn, Network> m_networks;
};

} // namespace peerdesk::test
