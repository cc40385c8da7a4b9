// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowmodel.h"
#include "workflow/drafts/draftreview.h"

namespace peerdesk {

/// A draft as the list beside its batch shows it.
struct DraftEntry
{
    QString id;
    Asn asn;
    QString name;
    int sessions = 0;
    int problems = 0;
    bool sending = false;

    bool operator==(const DraftEntry &) const = default;
};

[[nodiscard]] DraftEntry draftEntry(const DraftReview &review, bool sending);
[[nodiscard]] RowTraits<DraftEntry> draftEntryTraits();

} // namespace peerdesk
