// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace peerdesk {

/// A mail of plain text. Nothing in it can become a header of its own: what is not ASCII, or too long for a line, is
/// encoded, and line ends in the subject and in names are blanks.
struct MailMessage
{
    QString id;   ///< unique; sent again, the mail has the same Message-ID, and readers show it once
    QString from; ///< "Peering <peering@as64496.example>", or the address alone
    QString to;
    QString subject;
    QString body; ///< lines end with \n
    UtcMs date = 0;

    /// As RFC 5322 has it, with MIME (RFC 2045 to 2047), marked as no person's writing (RFC 3834), for any server.
    [[nodiscard]] QByteArray toWire() const;
};

/// The address in "M. Ops <noc@as64500.example>" or the like; nothing if there is none that could be written to.
[[nodiscard]] std::optional<QString> mailAddressIn(const QString &text);

} // namespace peerdesk
