// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/addressrules.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

bool within(const QHostAddress &address, const char *network, int length)
{
    return address.isInSubnet(QHostAddress(QLatin1String(network)), length);
}

struct Block
{
    const char *network;
    int length;
};

// The IANA special-purpose registries (RFC 6890), multicast and class E.
constexpr std::array blocked4 = {
    Block{"0.0.0.0", 8},      Block{"10.0.0.0", 8},     Block{"100.64.0.0", 10}, Block{"127.0.0.0", 8},
    Block{"169.254.0.0", 16}, Block{"172.16.0.0", 12},  Block{"192.0.0.0", 24},  Block{"192.0.2.0", 24},
    Block{"192.88.99.0", 24}, Block{"192.168.0.0", 16}, Block{"198.18.0.0", 15}, Block{"198.51.100.0", 24},
    Block{"203.0.113.0", 24}, Block{"224.0.0.0", 4},    Block{"240.0.0.0", 4},
};
// Within 2000::/3: protocol assignments and Teredo, documentation (RFC 3849, RFC 9637), 6to4.
constexpr std::array blocked6 = {
    Block{"2001::", 23},
    Block{"2001:db8::", 32},
    Block{"2002::", 16},
    Block{"3fff::", 20},
};

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    const auto contains = [&address](const Block &block) { return within(address, block.network, block.length); };
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return std::none_of(blocked4.begin(), blocked4.end(), contains);
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return within(address, "2000::", 3) && std::none_of(blocked6.begin(), blocked6.end(), contains);
    return false;
}

bool isUnicastAddress(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return !within(address, "0.0.0.0", 8) && !within(address, "224.0.0.0", 3);
    if (address.protocol() == QAbstractSocket::IPv6Protocol)
        return !within(address, "ff00::", 8) && address != QHostAddress(QHostAddress::AnyIPv6);
    return false;
}

QString plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also ::ffff:192.0.2.1
    return isV4 ? QHostAddress(v4).toString() : address.toString();
}

QString subscriberOf(const QString &address)
{
    return address.contains(u':') ? subscriberOf(QHostAddress(address)) : address;
}

QString subscriberOf(const QHostAddress &address)
{
    bool isV4 = false;
    (void)address.toIPv4Address(&isV4);
    if (isV4 || address.protocol() != QAbstractSocket::IPv6Protocol)
        return plainAddress(address);
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString() + QStringLiteral("/64");
}

} // namespace peerdesk
