// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secret.h"
#include "peering/asn.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace peerdesk {

/// One row of a batch exactly as a person typed it, valid or not. It becomes a SessionProposal when all of it reads.
struct DraftRow
{
    QString itemId; ///< stays with the row for good; the session's item_id once sent (uuid)
    QString location;
    QString ownAddress;
    QString otherAddress;
    Secret sessionSecret;
    QString note;
    QString role;                   ///< what we are at this session: "customer", "rs no-asn"; empty for a peer
    bool overridden = false;        ///< a person saw the warnings and sends anyway
    QList<FieldError> remoteErrors; ///< what the other side said of this row, until it is edited

    /// Nothing has been typed into it yet.
    [[nodiscard]] bool isBlank() const
    {
        return location.isEmpty() && ownAddress.isEmpty() && otherAddress.isEmpty() && sessionSecret.isEmpty()
               && note.isEmpty() && role.isEmpty();
    }
    bool operator==(const DraftRow &) const = default;
};

/// A batch of sessions being written for one other network. Nobody else knows of it.
struct Draft
{
    QString id;
    Asn ownAsn;
    Asn otherAsn;
    UtcMs createdAt = 0;
    UtcMs updatedAt = 0;
    UtcMs deletedAt = 0; ///< deleted, but Undo still brings it back
    qint64 version = 0;  ///< grows with every change
    QStringList keys;    ///< references of keys (RAK) that go along as proof of what will be announced
    QList<DraftRow> rows;
};

} // namespace peerdesk
