// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/detailcontent.h"
#include "widgets/rowmodel.h"
#include "workflow/inbound/inbounddecision.h"
#include "workflow/inbound/inboundrequest.h"

#include <optional>

namespace peerdesk {

/// A request of another network as the triage table shows it.
struct InboundRow
{
    QString id;
    Asn asn;
    QString name;
    QStringList places;
    int sessions = 0;
    int undecided = 0;
    bool fallen = false; ///< a session of it was up and is not
    Evidence::Weight worst = Evidence::Weight::Neutral;
    QList<Status> statuses;
    std::optional<Verdict> deciding; ///< a decision on it waits for its countdown
    UtcMs age = 0;
    UtcMs createdAt = 0;

    bool operator==(const InboundRow &) const = default;
};

[[nodiscard]] InboundRow inboundRow(const InboundRequest &request, std::optional<Verdict> deciding, UtcMs now);
[[nodiscard]] RowTraits<InboundRow> inboundTraits();
[[nodiscard]] QList<FilterField> inboundFields();

/// What the details say of a request: sessions, evidence, what the policy said, what was before. `chosen` are
/// the sessions that the next decision is limited to.
[[nodiscard]] DetailContent inboundDetail(const InboundRequest &request, const QSet<QString> &chosen, UtcMs now);

/// "Approving 2 sessions of AS64510".
[[nodiscard]] QString decisionInWords(Verdict verdict, int sessions, const QString &whose);

} // namespace peerdesk
