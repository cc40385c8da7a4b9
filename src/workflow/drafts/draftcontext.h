// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "storage/envelope.h"
#include "workflow/drafts/draftreview.h"

class QSqlDatabase;

namespace peerdesk {

/// A draft with what it is to be held against; review() says the rest.
struct DraftInContext
{
    Draft draft;
    DraftContext context;
};

/// Within a Database job.
[[nodiscard]] Result<DraftInContext> inContext(QSqlDatabase &database, const Envelope &envelope, const Draft &draft);

} // namespace peerdesk
