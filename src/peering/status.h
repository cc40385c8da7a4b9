// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace peerdesk {

/// What people and policies have said about a session. One of the two axes; the draft's single `status` string is
/// computed from both at the wire (peeringapi) and nowhere else.
enum class Approval {
    Draft,          ///< being written, nobody else knows of it
    Sending,        ///< journalled, on its way
    OutcomeUnknown, ///< sent, no answer, and a look at the other side could not decide: a person must
    Pending,        ///< the receiver has it and has not decided
    Held,           ///< the receiver's person wants to talk first; Pending on the wire
    Offered,        ///< the receiver proposed it in addition to what was asked
    Approved,
    Rejected,
    Withdrawn, ///< taken back by either side (DELETE, declined offer)
};

/// What the routers say.
enum class Connection {
    NotConfigured,
    Down, ///< configured on our side; `Session::bgpState` holds the raw RFC 4271 state
    Established,
    Unestablished, ///< the time window passed, or the receiver collected it after it had been down
};

/// How a session lives, in the words that tables and reports store: "pending", "outcome-unknown", ...
[[nodiscard]] QString toText(Approval approval);
[[nodiscard]] QString toText(Connection connection);
[[nodiscard]] std::optional<Approval> approvalFromString(QStringView text);
[[nodiscard]] std::optional<Connection> connectionFromString(QStringView text);

/// The one word a person reads for both axes, most telling first. Icons, colours and filters go by it.
enum class Status {
    Draft,
    Sending,
    OutcomeUnknown,
    Pending,
    Held,
    Offered,
    Approved, ///< approved, not configured by us yet
    Down,     ///< approved and configured, not up
    Established,
    Unestablished,
    Rejected,
    Withdrawn,
};
[[nodiscard]] Status statusOf(Approval approval, Connection connection);
[[nodiscard]] QString toText(Status status);
[[nodiscard]] std::optional<Status> statusFromString(QStringView text);

/// Nothing more will happen by itself: rejected, withdrawn or unestablished.
[[nodiscard]] bool isFinal(Status status);

} // namespace peerdesk
