// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "peeringapi/remotesession.h"

namespace peerdesk {

/// What became of a batch. Every item asked for is in exactly one of `accepted`, `rejected` and `unmentioned`
/// (draft-ietf-grow-peering-api: the two lists of the answer are disjoint and add up to the request).
struct CreateAnswer
{
    QString requestId;                  ///< the receiver's, "the final definitive ID"
    QList<RemoteSession> accepted;      ///< approved or pending; each proposal is the item asked for
    QList<FieldError> rejected;         ///< each with the itemId it belongs to
    QList<RemoteSession> offered;       ///< asked for by nobody: a counter-proposal, never configured without a person
    QList<SessionProposal> unmentioned; ///< items of which the answer says nothing: pending, if the list agrees
};

} // namespace peerdesk
