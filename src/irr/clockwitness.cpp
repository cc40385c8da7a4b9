// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/clockwitness.h"

#include <algorithm>
#include <cstdlib>

namespace peerdesk {
namespace {

bool isWithinTolerance(UtcMs deviation)
{
    return std::abs(deviation) <= ClockWitness::tolerance;
}

} // namespace

UtcMs ClockWitness::deviation() const
{
    if (!isWithinTolerance(m_database))
        return m_database;
    const bool someoneAgrees = std::any_of(m_issuers.begin(), m_issuers.end(), isWithinTolerance);
    return m_issuers.isEmpty() || someoneAgrees ? 0 : m_issuers.first();
}

} // namespace peerdesk
