// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/dialect.h"
#include "peering/draft.h"
#include "peering/session.h"
#include "workflow/drafts/draftcolumn.h"
#include "workflow/places.h"

namespace peerdesk {

/// One thing to say about one cell.
struct CellProblem
{
    enum class Kind : std::uint8_t {
        Error,   ///< must be corrected
        Warning, ///< may be sent anyway by a person who saw it
        Remote,  ///< what the other side said of this row when it was sent; may be sent again as it is
    };

    DraftColumn column = DraftColumn::Location;
    Kind kind = Kind::Error;
    QString sentence; ///< translated; of Remote the other side's own words

    bool operator==(const CellProblem &) const = default;
};

/// A draft's row and what is to be said of it.
struct RowReview
{
    QString itemId;
    QString location; ///< the exchange's name where it is known, else as typed
    Family family = Family::None;
    QList<CellProblem> problems;
    bool blank = false;   ///< nothing typed yet: neither judged nor sent
    bool blocked = false; ///< an error, or a warning that nobody has overridden

    [[nodiscard]] QString problemText(DraftColumn column) const;
    bool operator==(const RowReview &) const = default;
};

/// A draft as it would be sent now, and what stands in the way.
struct DraftReview
{
    Draft draft;
    QString otherName;                ///< empty if the directory does not know the network
    QList<RowReview> rows;            ///< one for each row of the draft, in its order
    QList<SessionProposal> proposals; ///< of all rows that are not blank, valid or not, in the draft's order
    QList<FieldError> blocking;       ///< what must be corrected or overridden first; fields name columns

    /// Cells that block, each counted once.
    [[nodiscard]] int problemCount() const { return static_cast<int>(blocking.size()); }
    [[nodiscard]] int sessionCount() const { return static_cast<int>(proposals.size()); }
    [[nodiscard]] bool isReady() const { return blocking.isEmpty() && !proposals.isEmpty(); }
};

/// What we are at a row's session: a peer, unless a role was typed. Nothing if it is none.
[[nodiscard]] std::optional<EndTerms> ownTerms(const DraftRow &row);

/// What the rest of the desk knows that a draft is held against.
struct DraftContext
{
    QList<SessionProposal> open;     ///< SessionStore::openProposals
    QList<SessionProposal> existing; ///< of ExistingSessionStore::sessionsWith
};

/// Judges a draft. No I/O; the directory is asked through `places`.
[[nodiscard]] DraftReview review(const Draft &draft, const DraftContext &context, const Places &places);

/// The draft with what the other side said put on the rows it speaks of, by item_id; what was said earlier is
/// forgotten. Paths of the wire become names of columns. Errors that name no row of this draft are left out.
[[nodiscard]] Draft withRemoteErrors(Draft draft, const QList<FieldError> &errors, Dialect::Orientation orientation);

} // namespace peerdesk
