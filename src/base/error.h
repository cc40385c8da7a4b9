// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace peerdesk {

/// What went wrong, as far as the program has to act on it. The sentence a person reads is made from it in one
/// place (workflow/errortext); `Error::detail` only adds the particulars.
enum class ErrorKind {
    Invalid,         ///< the input is wrong; `fields` says where
    NotFound,        ///< no such thing, or not visible to the caller
    Conflict,        ///< exists already, or somebody else changed it first
    Unauthenticated, ///< no, an expired or a refused credential
    Denied,          ///< the credential is good, the right is missing
    NeedsHuman,      ///< the other side asks to be contacted (draft-ietf-grow-peering-api, 422)
    Throttled,       ///< too many requests; `retryAfter` says how long to wait
    Unreachable,     ///< no connection, no name, no certificate: nothing was sent
    TimedOut,        ///< sent, but no answer in time: the outcome is unknown
    Unavailable,     ///< the other side answered that it cannot serve now
    Protocol,        ///< the other side answered something that is not what it should speak
    Storage,         ///< our own disk or database
    Refused,         ///< our own rule forbids it (an address that must not be called, a wrong state)
    Cancelled,       ///< a person or the end of the program stopped it
    Internal,        ///< a fault of this program
};

/// One problem with one field. The same type serves local validation, the other side's 400 and ours.
struct FieldError
{
    QString field; ///< a path as the wire names it: "sessions[1].peer_ip"; empty for the whole input
    QStringList messages;
    QString itemId; ///< the session's item_id, where the problem belongs to one session of a batch

    bool operator==(const FieldError &) const = default;
};

struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString detail; ///< plain text; may hold words of the other side, so it is shown as plain text only
    QList<FieldError> fields;
    std::optional<std::chrono::seconds> retryAfter;

    Error() = default;
    explicit Error(ErrorKind kind_, QString detail_ = {}, QList<FieldError> fields_ = {})
        : kind(kind_)
        , detail(std::move(detail_))
        , fields(std::move(fields_))
    {
    }
};

/// The kind's name as logs and the command line's JSON show it, in lower case with dashes.
[[nodiscard]] QString toText(ErrorKind kind);

} // namespace peerdesk
