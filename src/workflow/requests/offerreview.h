// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/validation.h"
#include "storage/envelope.h"

class QSqlDatabase;

// What another network wants in addition to what we asked of it comes in its answer, in its list, or as a request at our
// endpoint. Whichever it is: it is an offer until a person here accepts it, and there are not more of them than a person
// can read.
namespace peerdesk {

/// Of one network, waiting for a person; and no more in one answer or request.
constexpr qsizetype offersTakenAtMost = 300;

/// What is wrong with these sessions, named as if we had asked for them: all of them with the same network. Duplicates of
/// what is open between the two, whoever asked, and of what exists without either having asked here, are errors. Within a
/// job.
[[nodiscard]] Result<QList<Finding>> reviewOffers(QSqlDatabase &database, const Envelope &envelope,
                                                  const QList<SessionProposal> &offers,
                                                  const QHash<Location, ExchangeFacts> &exchanges);

/// The first error about one of them, if there is any.
[[nodiscard]] const Finding *faultOf(const QList<Finding> &findings, qsizetype index);

} // namespace peerdesk
