// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/request.h"
#include "workflow/inbound/evidence.h"

namespace peerdesk {

struct InboundSession
{
    Session session;
    QString locationName; ///< "pdb:ix:42" where the directory knows no better
    QList<Evidence> evidence;

    /// Somebody still has to say yes or no.
    [[nodiscard]] bool isUndecided() const
    {
        return session.approval == Approval::Pending || session.approval == Approval::Held;
    }
};

/// What another network asks of one of ours, with what there is to know before deciding.
struct InboundRequest
{
    QString id;
    Asn ownAsn;
    Asn otherAsn;
    QString networkName; ///< empty if unknown
    QString requester;   ///< who signed in
    UtcMs createdAt = 0;
    QList<InboundSession> sessions;
    QList<Evidence> evidence; ///< what concerns the request as a whole

    [[nodiscard]] int undecidedCount() const;
    /// Of the request and all its sessions.
    [[nodiscard]] Evidence::Weight worst() const;
};

} // namespace peerdesk
