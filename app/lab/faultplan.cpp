// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/faultplan.h"

namespace peerdesk::lab {

FaultPlan::Fault FaultPlan::next(const QByteArray &method, const QByteArray &path)
{
    Fault fault;
    if (!path.contains("/sessions"))
        return fault;
    if (method == "POST") {
        ++m_posts;
        if (m_posts == 1)
            fault.kind = Fault::Kind::Unavailable;
        if (m_posts == 2) {
            fault.kind = Fault::Kind::Cut;
            m_throttleNext = true;
        }
    } else if (method == "GET" && m_throttleNext) {
        fault.kind = Fault::Kind::Throttled;
        m_throttleNext = false;
    }
    return fault;
}

} // namespace peerdesk::lab
