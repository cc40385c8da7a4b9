// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/ipaddress.h"

#include <arpa/inet.h>

#include <algorithm>

namespace peerdesk {

QString toText(Family family)
{
    switch (family) {
    case Family::IPv4:
        return QStringLiteral("IPv4");
    case Family::IPv6:
        return QStringLiteral("IPv6");
    case Family::None:
        break;
    }
    return {};
}

std::optional<IpAddress> IpAddress::parse(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > INET6_ADDRSTRLEN)
        return {};
    // inet_pton reads Latin-1 text; anything outside ASCII becomes '?' and is refused there.
    const QByteArray latin = text.toLatin1();
    Bytes bytes = {};
    if (latin.contains(':')) {
        if (inet_pton(AF_INET6, latin.constData(), bytes.data()) != 1)
            return {};
        return IpAddress(Family::IPv6, bytes);
    }
    if (inet_pton(AF_INET, latin.constData(), bytes.data()) != 1)
        return {};
    return IpAddress(Family::IPv4, bytes);
}

QString IpAddress::toString() const
{
    char text[INET6_ADDRSTRLEN] = {};
    if (!isValid() || !inet_ntop(m_family == Family::IPv4 ? AF_INET : AF_INET6, m_bytes.data(), text, sizeof text))
        return {};
    return QString::fromLatin1(text);
}

size_t qHash(const IpAddress &address, size_t seed)
{
    return qHashBits(address.bytes().data(), address.bytes().size(), seed ^ static_cast<size_t>(address.family()));
}

IpPrefix::IpPrefix(const IpAddress &address, int length)
    : m_length(std::clamp(length, 0, address.bitLength()))
{
    IpAddress::Bytes bytes = address.bytes();
    for (int bit = m_length; bit < address.bitLength(); ++bit)
        bytes[static_cast<size_t>(bit / 8)] &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
    m_network = IpAddress(address.family(), bytes);
}

std::optional<IpPrefix> IpPrefix::parse(QStringView text, bool tolerant)
{
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    if (slash < 0)
        return {};
    const auto address = IpAddress::parse(text.left(slash));
    bool number = false;
    const int length = text.mid(slash + 1).trimmed().toInt(&number);
    if (!address || !number || length < 0 || length > address->bitLength())
        return {};
    const IpPrefix prefix(*address, length);
    if (!tolerant && prefix.network() != *address)
        return {};
    return prefix;
}

bool IpPrefix::contains(const IpAddress &address) const
{
    return address.isValid() && address.family() == family() && IpPrefix(address, m_length).network() == m_network;
}

bool IpPrefix::isNetworkOrBroadcast(const IpAddress &address) const
{
    const int hostBits = m_network.bitLength() - m_length;
    if (hostBits < 2 || !contains(address))
        return false;
    if (address == m_network)
        return true;
    if (family() != Family::IPv4)
        return false;
    IpAddress::Bytes broadcast = m_network.bytes();
    for (int bit = m_length; bit < 32; ++bit)
        broadcast[static_cast<size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80U >> (bit % 8));
    return address.bytes() == broadcast;
}

QString IpPrefix::toString() const
{
    return isValid() ? QStringLiteral("%1/%2").arg(m_network.toString()).arg(m_length) : QString();
}

} // namespace peerdesk
