// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/drafts/draftcontext.h"

#include "storage/existingsessionstore.h"
#include "storage/sessionstore.h"

namespace peerdesk {

Result<DraftInContext> inContext(QSqlDatabase &database, const Envelope &envelope, const Draft &draft)
{
    auto open = SessionStore(database, envelope).openProposals(draft.ownAsn, draft.otherAsn);
    if (!open)
        return open.error();
    const auto existing = ExistingSessionStore(database).sessionsWith(draft.ownAsn, draft.otherAsn);
    if (!existing)
        return existing.error();
    DraftInContext all{draft, {std::move(*open), {}}};
    for (const ExistingSession &session : *existing)
        all.context.existing.append(session.proposal());
    return all;
}

} // namespace peerdesk
