// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/addressrange.h"

#include <QCoreApplication>

#include <tuple>

namespace peerdesk {
namespace {

struct RangeWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::AddressRange)
};

Error noRange(const QString &why)
{
    return Error(ErrorKind::Invalid, why);
}

/// How many bits at the end are 0.
int trailingZeros(const IpAddress &address)
{
    int count = 0;
    while (count < address.bitLength()) {
        const int bit = address.bitLength() - 1 - count;
        if ((address.bytes()[static_cast<size_t>(bit / 8)] & (0x80U >> (bit % 8))) != 0)
            break;
        ++count;
    }
    return count;
}

Result<AddressRange> parsePrefix(QStringView text)
{
    if (const auto prefix = IpPrefix::parse(text))
        return AddressRange::of(*prefix);
    const auto meant = IpPrefix::parse(text, true);
    if (meant)
        return noRange(
            RangeWords::tr("%1 has host bits set; its block is %2.").arg(text.trimmed().toString(), meant->toString()));
    return noRange(RangeWords::tr("This is neither a prefix such as 192.0.2.0/24 nor a range of addresses."));
}

} // namespace

bool isBefore(const IpAddress &one, const IpAddress &other)
{
    return std::tuple(one.family(), one.bytes()) < std::tuple(other.family(), other.bytes());
}

IpAddress successor(const IpAddress &address)
{
    IpAddress::Bytes bytes = address.bytes();
    for (int i = address.bitLength() / 8 - 1; i >= 0; --i) {
        if (++bytes[static_cast<size_t>(i)] != 0)
            return {address.family(), bytes};
    }
    return {};
}

AddressRange AddressRange::of(const IpPrefix &prefix)
{
    IpAddress::Bytes bytes = prefix.network().bytes();
    for (int bit = prefix.length(); bit < prefix.network().bitLength(); ++bit)
        bytes[static_cast<size_t>(bit / 8)] |= static_cast<std::uint8_t>(0x80U >> (bit % 8));
    return {prefix.network(), {prefix.family(), bytes}};
}

Result<AddressRange> AddressRange::parse(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0)
        return parsePrefix(text);
    const auto first = IpAddress::parse(text.left(dash));
    const auto last = IpAddress::parse(text.mid(dash + 1));
    if (!first || !last)
        return noRange(RangeWords::tr("This is neither a prefix such as 192.0.2.0/24 nor a range of addresses."));
    if (first->family() != last->family())
        return noRange(RangeWords::tr("The range begins in one address family and ends in the other."));
    if (isBefore(*last, *first))
        return noRange(RangeWords::tr("The range ends before it begins."));
    return AddressRange{*first, *last};
}

QList<IpPrefix> AddressRange::toPrefixes() const
{
    QList<IpPrefix> prefixes;
    IpAddress next = first;
    while (next.isValid() && !isBefore(last, next)) {
        IpPrefix block(next, next.bitLength() - trailingZeros(next));
        while (isBefore(last, of(block).last))
            block = IpPrefix(next, block.length() + 1);
        prefixes.append(block);
        next = successor(of(block).last);
    }
    return prefixes;
}

QString AddressRange::toString() const
{
    const QList<IpPrefix> prefixes = toPrefixes();
    return prefixes.size() == 1 ? prefixes.first().toString()
                                : first.toString() + QStringLiteral(" - ") + last.toString();
}

} // namespace peerdesk
