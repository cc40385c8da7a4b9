// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/origin.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

struct OriginWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Origin)
};

struct NumberRange
{
    std::uint32_t first;
    std::uint32_t last;
};

constexpr std::array reservedNumbers = {
    NumberRange{23456, 23456},            // AS_TRANS (RFC 6793)
    NumberRange{64496, 65551},            // documentation, private use, 65535, documentation
    NumberRange{65552, 131071},           // IANA
    NumberRange{4200000000, 4294967295U}, // private use, and the last of all
};

} // namespace

Result<void> checkOrigin(Asn origin, Registry registry)
{
    if (!origin.isValid())
        return Error(ErrorKind::Invalid, OriginWords::tr("AS 0 cannot originate routes."));
    const bool reserved =
        std::any_of(reservedNumbers.begin(), reservedNumbers.end(), [origin](const NumberRange &range) {
            return origin.number() >= range.first && origin.number() <= range.last;
        });
    if (reserved && !isTest(registry))
        return Error(ErrorKind::Invalid,
                     OriginWords::tr("%1 is reserved: no key can be issued for it.").arg(origin.toString()));
    return {};
}

} // namespace peerdesk
