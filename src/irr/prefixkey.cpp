// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/prefixkey.h"

namespace peerdesk {
namespace {

QString hex(const IpAddress &address)
{
    const IpAddress::Bytes &bytes = address.bytes();
    const QByteArray octets(reinterpret_cast<const char *>(bytes.data()), address.bitLength() / 8);
    return QString::fromLatin1(octets.toHex());
}

QString key(const IpAddress &network, int length)
{
    return QString::number(static_cast<int>(network.family())) + hex(network)
           + QString::number(length, 16).rightJustified(2, u'0');
}

IpAddress lastAddress(const IpPrefix &prefix)
{
    IpAddress::Bytes bytes = prefix.network().bytes();
    for (int bit = prefix.length(); bit < prefix.network().bitLength(); ++bit)
        bytes[static_cast<size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80U >> (bit % 8));
    return IpAddress(prefix.family(), bytes);
}

} // namespace

QString prefixKey(const IpPrefix &prefix)
{
    return key(prefix.network(), prefix.length());
}

PrefixKeyRange keysWithin(const IpPrefix &prefix)
{
    return {prefixKey(prefix), key(lastAddress(prefix), prefix.network().bitLength())};
}

QStringList keysAround(const IpPrefix &prefix)
{
    QStringList keys;
    for (int length = prefix.length(); length >= 0; --length)
        keys.append(prefixKey(IpPrefix(prefix.network(), length)));
    return keys;
}

} // namespace peerdesk
