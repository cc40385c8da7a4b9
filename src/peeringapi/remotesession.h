// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/session.h"

namespace peerdesk {

/// A session as the other network's endpoint describes it. Its members may be incomplete: an answer that only names
/// an id is still an answer.
struct RemoteSession
{
    SessionProposal proposal; ///< never with a secret: what a server returns there is not a key
    QString remoteId;         ///< the other side's session_id
    QString requestId;        ///< the other side's request_id
    QString statusWord;       ///< as it came
    bool statusKnown = false; ///< whether the two axes below were read from it
    Approval approval = Approval::Pending;
    Connection connection = Connection::NotConfigured;
    QString reason;
    UtcMs configureBy = 0; ///< end of the time window, 0 for none
};

} // namespace peerdesk
