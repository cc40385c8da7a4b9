// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "rak/registry.h"

#include <QMap>

namespace peerdesk {

/// Whether this program's own clock may be believed when it says that something has ended. Several daemons share a
/// registry, and what one of them ends is over for all: so each compares its clock with those of others, of the
/// database's server and of the issuers as they answer. Where nobody else tells a time, our own is believed. An issuer
/// that is wrong by itself stops nobody while another agrees with us. Owned by the composition root, main thread.
class ClockWitness
{
public:
    static constexpr UtcMs tolerance = 60 * 1000;

    /// What it said when our clock said `ours`.
    void hearDatabase(UtcMs theirs, UtcMs ours) { m_database = ours - theirs; }
    void hearIssuer(Registry registry, UtcMs theirs, UtcMs ours) { m_issuers.insert(registry, ours - theirs); }

    /// By how much our clock is ahead of theirs (behind, if negative); 0 while it is to be believed.
    [[nodiscard]] UtcMs deviation() const;
    [[nodiscard]] bool isDoubtful() const { return deviation() != 0; }

private:
    UtcMs m_database = 0;
    QMap<Registry, UtcMs> m_issuers;
};

} // namespace peerdesk
