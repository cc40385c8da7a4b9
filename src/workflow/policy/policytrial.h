// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/policy.h"
#include "workflow/inbound/inboundrecords.h"
#include "workflow/places.h"

namespace peerdesk {

/// One session that was asked of us and would be judged otherwise.
struct TrialChange
{
    QString sessionId;
    Asn otherAsn;
    QString networkName;  ///< empty if unknown
    QString locationName; ///< "pdb:ix:42" where the directory knows no better
    Family family = Family::None;
    UtcMs askedAt = 0;
    Approval approval = Approval::Pending; ///< what became of it
    Policy::Decision before;
    Policy::Decision after;
    QStringList explanation; ///< of the verdict after

    bool operator==(const TrialChange &) const = default;
};

/// What another policy would have made of the requests of the last weeks.
struct PolicyTrial
{
    int requests = 0;
    int sessions = 0;
    int approved = 0; ///< by the policy that is tried, without a person
    int rejected = 0;
    int asked = 0;
    QList<TrialChange> changes; ///< newest first
};

/// Puts the stored requests since `from` to both policies, as if they were asked now: whatever differs does so because
/// of the policy. What was malformed when it came is left out, since no policy was asked. No I/O; main thread (Places).
[[nodiscard]] PolicyTrial tryPolicy(const Policy &before, const Policy &after, const InboundRecords &records,
                                    const Places &places, UtcMs from, UtcMs now);

} // namespace peerdesk
