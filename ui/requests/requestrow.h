// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/request.h"
#include "widgets/rowmodel.h"

namespace peerdesk {

/// One of our requests as the table shows it.
struct RequestRow
{
    QString id;
    Asn asn;
    QString name;
    QStringList places;
    QList<Status> statuses;
    QString nextStep;      ///< what a person could do now, translated; empty if nothing is asked of anybody
    QString trouble;       ///< why the last attempt or poll failed
    bool fallen = false;   ///< a session of it was up and is not
    QString askedBy;       ///< a person; empty for one that was found at the other side
    QStringList decidedBy; ///< a person, a policy's rule or the other network
    UtcMs askedAt = 0;
    UtcMs age = 0;

    bool operator==(const RequestRow &) const = default;
};

/// `places` in the order of the request's sessions.
[[nodiscard]] RequestRow requestRow(const Request &request, const QString &name, const QStringList &places, UtcMs now);
[[nodiscard]] RowTraits<RequestRow> requestTraits();
[[nodiscard]] QList<FilterField> requestFields();

} // namespace peerdesk
