// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/trust.h"

#include "irr/irrwords.h"

#include <QHash>

#include <algorithm>

namespace peerdesk {
namespace {

/// The address that comes `count` after the first, less one; nothing beyond the last of IPv4.
std::optional<IpAddress> lastOf(const IpAddress &first, quint64 count)
{
    quint64 number = 0;
    for (size_t i = 0; i < 4; ++i)
        number = number << 8 | first.bytes()[i];
    number += count - 1;
    if (count == 0 || number > 0xffffffffULL)
        return {};
    IpAddress::Bytes bytes = {};
    for (size_t i = 0; i < 4; ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    return IpAddress(Family::IPv4, bytes);
}

/// Of "registry|cc|type|start|value|date|status": IPv4 has a number of addresses as its value, IPv6 a length.
std::optional<AddressRange> rangeIn(const QList<QByteArray> &fields)
{
    const auto first = IpAddress::parse(QString::fromLatin1(fields.at(3)));
    bool isNumber = false;
    const quint64 value = fields.at(4).toULongLong(&isNumber);
    if (!first || !isNumber || (first->family() == Family::IPv6) != (fields.at(2) == "ipv6"))
        return {};
    if (first->family() == Family::IPv6) {
        const IpPrefix prefix(*first, static_cast<int>(std::min<quint64>(value, 128)));
        return value <= 128 && prefix.network() == *first ? std::optional(AddressRange::of(prefix)) : std::nullopt;
    }
    const auto last = lastOf(*first, value);
    return last ? std::optional(AddressRange{*first, *last}) : std::nullopt;
}

bool isDelegated(const QList<QByteArray> &fields)
{
    return fields.size() >= 7 && (fields.at(2) == "ipv4" || fields.at(2) == "ipv6")
           && (fields.at(6) == "allocated" || fields.at(6) == "assigned");
}

/// "registry|*|type|*|count|summary": how many records of a type the file has (RIR statistics exchange format, 2.2).
bool isSum(const QList<QByteArray> &fields)
{
    return fields.size() == 6 && fields.at(1) == "*" && fields.at(5) == "summary";
}

/// Whether they have an address in common.
bool meet(const AddressRange &one, const AddressRange &other)
{
    return one.first.family() == other.first.family() && !isBefore(one.last, other.first)
           && !isBefore(other.last, one.first);
}

} // namespace

Result<AddressSpace> delegatedSpace(const QByteArray &file)
{
    QList<AddressRange> ranges;
    QHash<QByteArray, qint64> missing; // records, by type
    int number = 0;
    for (const QByteArray &line : file.split('\n')) {
        ++number;
        const QList<QByteArray> fields = line.trimmed().split('|');
        if (fields.size() >= 6)
            missing[fields.at(2)] += isSum(fields) ? fields.at(4).toLongLong() : -1;
        if (line.trimmed().isEmpty() || line.startsWith('#') || (fields.size() >= 6 && !isDelegated(fields)))
            continue;
        const auto range = isDelegated(fields) ? rangeIn(fields) : std::nullopt;
        if (!range)
            return Error(ErrorKind::Invalid, IrrWords::tr("line %1 is none of delegated statistics").arg(number));
        ranges.append(*range);
    }
    if (ranges.isEmpty())
        return Error(ErrorKind::Invalid, IrrWords::tr("it delegates nothing"));
    if (std::any_of(missing.begin(), missing.end(), [](qint64 count) { return count > 0; }))
        return Error(ErrorKind::Invalid, IrrWords::tr("it has fewer records than its sums say: it was cut off"));
    return AddressSpace(ranges);
}

Result<std::optional<Registry>> Trust::keyFor(const IpPrefix &prefix) const
{
    const AddressRange asked = AddressRange::of(prefix);
    bool partly = false;
    for (const Voucher &voucher : m_vouchers) {
        if (voucher.space.contains(asked))
            return std::optional(voucher.registry);
        const QList<AddressRange> &ranges = voucher.space.ranges();
        partly = partly || std::any_of(ranges.begin(), ranges.end(), [&asked](const AddressRange &range) {
                     return meet(range, asked);
                 });
    }
    if (partly)
        return Error(ErrorKind::Denied,
                     IrrWords::tr("No registry that is trusted here vouches for all of %1").arg(prefix.toString()));
    if (m_unvouched == Unvouched::Locked)
        return Error(ErrorKind::Denied,
                     IrrWords::tr("No registry that is trusted here vouches for %1").arg(prefix.toString()));
    return std::optional<Registry>();
}

} // namespace peerdesk
