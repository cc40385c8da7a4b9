// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rak/addressspace.h"
#include "rak/registry.h"

#include <optional>

namespace peerdesk {

/// The address space that a registry answers for, from its delegated statistics ("ripencc|NL|ipv4|192.0.2.0|256|...|
/// allocated"): what it has allocated and assigned. Lines of autonomous systems and free space are passed over. Invalid
/// with the number of the first line that is none, and for a file that delegates nothing or ends before its own sums say.
[[nodiscard]] Result<AddressSpace> delegatedSpace(const QByteArray &file);

/// Which registry's keys are asked for, for which addresses. A plain value.
class Trust
{
public:
    struct Voucher
    {
        Registry registry = Registry::RipeTest;
        AddressSpace space;
    };
    /// What becomes of routes in space that nobody vouches for.
    enum class Unvouched { Accepted, Locked };

    Trust() = default;
    Trust(QList<Voucher> vouchers, Unvouched unvouched)
        : m_vouchers(std::move(vouchers))
        , m_unvouched(unvouched)
    {
    }

    /// The registry whose key a route object for this prefix needs; none where it needs no key. Denied where there can
    /// be no key for it: nobody vouches for all of it, and such space is locked or some of it is vouched for.
    [[nodiscard]] Result<std::optional<Registry>> keyFor(const IpPrefix &prefix) const;

private:
    QList<Voucher> m_vouchers;
    Unvouched m_unvouched = Unvouched::Locked;
};

} // namespace peerdesk
