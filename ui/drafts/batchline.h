// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowmodel.h"
#include "workflow/drafts/draftreview.h"

namespace peerdesk {

/// A row of the batch as its table shows it.
struct BatchLine
{
    int number = 0; ///< counted from 1
    DraftRow row;
    RowReview review;

    bool operator==(const BatchLine &) const = default;
};

/// The columns of the batch's table, in order.
enum class BatchColumn { Number, Location, OwnAddress, OtherAddress, Role, Secret, Note, Verdict };

/// The draft's cell that a column edits; nothing for those that only tell.
[[nodiscard]] std::optional<DraftColumn> draftColumnOf(int column);
[[nodiscard]] int columnOf(DraftColumn column);

[[nodiscard]] QList<BatchLine> batchLines(const DraftReview &review);
[[nodiscard]] RowTraits<BatchLine> batchTraits();

} // namespace peerdesk
