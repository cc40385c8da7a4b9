// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/traffic.h"

namespace peerdesk {

void Traffic::count(const Kind &kind, std::chrono::nanoseconds took)
{
    ++m_answers[kind];
    m_durations[kind.route].observe(std::chrono::duration<double>(took).count());
}

} // namespace peerdesk
