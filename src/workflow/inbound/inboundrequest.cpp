// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/inboundrequest.h"

#include <algorithm>

namespace peerdesk {

Evidence::Weight worstOf(const QList<Evidence> &evidence)
{
    auto worst = Evidence::Weight::Good;
    for (const Evidence &one : evidence)
        worst = std::max(worst, one.weight);
    return worst;
}

int InboundRequest::undecidedCount() const
{
    return static_cast<int>(std::count_if(sessions.begin(), sessions.end(),
                                          [](const InboundSession &session) { return session.isUndecided(); }));
}

Evidence::Weight InboundRequest::worst() const
{
    auto worst = worstOf(evidence);
    for (const InboundSession &session : sessions)
        worst = std::max(worst, worstOf(session.evidence));
    return worst;
}

} // namespace peerdesk
