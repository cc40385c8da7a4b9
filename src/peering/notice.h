// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "peering/asn.h"
#include "peering/location.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace peerdesk {

/// An event a person is told of once, on whichever desk is open.
struct Notice
{
    enum class Kind : std::uint8_t { Approved, Rejected, Established, Unestablished, NeedsAnswer, KeyEnding };

    QString id;
    Kind kind = Kind::NeedsAnswer;
    Asn ownAsn;
    Asn otherAsn;
    QString sessionId; ///< empty where the event is a whole request's
    QString text;      ///< the particulars: addresses, the other side's reason; plain text
    UtcMs at = 0;
    UtcMs shownAt = 0;
    Location location; ///< of that session; read with it, never stored with the notice
};

/// "approved", "needs-answer", ... as the table and the settings have them.
[[nodiscard]] QString toText(Notice::Kind kind);
[[nodiscard]] std::optional<Notice::Kind> noticeKindFromString(QStringView text);

} // namespace peerdesk
