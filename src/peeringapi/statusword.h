// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/status.h"

#include <QString>

#include <optional>

namespace peerdesk {

/// The wire's single `status` string against the two axes. Only here do the two meet.
struct StatusMeaning
{
    Approval approval = Approval::Pending;
    Connection connection = Connection::NotConfigured;

    bool operator==(const StatusMeaning &) const = default;
};

/// The word we send (draft-ietf-grow-peering-api, data type "Session Status").
[[nodiscard]] QString statusWordOf(Approval approval, Connection connection);
/// What the words of the draft and of running servers mean, in any case; nothing for an unknown one, which is then
/// shown as it came.
[[nodiscard]] std::optional<StatusMeaning> meaningOf(QStringView word);

} // namespace peerdesk
