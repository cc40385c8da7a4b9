// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace peerdesk {

/// What one end of a session is to the other; the numbers are the wire's (RFC 9234 section 4.1).
enum class BgpRole : std::uint8_t { Provider = 0, RouteServer = 1, RouteServerClient = 2, Customer = 3, Peer = 4 };

/// The one role that the other end may have (RFC 9234 section 4.2).
[[nodiscard]] BgpRole counterpartOf(BgpRole role);
/// "provider", "rs", "rs-client", "customer", "peer".
[[nodiscard]] QString toText(BgpRole role);
[[nodiscard]] std::optional<BgpRole> bgpRoleFromString(QStringView text);
[[nodiscard]] std::optional<BgpRole> bgpRoleFromNumber(int number);

/// What one end of a session says of itself. The defaults are the draft's and, for the role, those of settlement-free
/// peering.
struct EndTerms
{
    BgpRole role = BgpRole::Peer;
    bool insertsAsn = true;  ///< a route server may leave its number out of the path (RFC 7947 section 2.2.2.1)
    bool monitoring = false; ///< the session only shows routes, no traffic follows them

    bool operator==(const EndTerms &) const = default;
};

/// "peer", "rs no-asn", "customer monitoring": the words that the database stores.
[[nodiscard]] QString toText(const EndTerms &terms);
[[nodiscard]] std::optional<EndTerms> endTermsFromString(QStringView text);

} // namespace peerdesk
