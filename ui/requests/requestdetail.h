// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/auditentry.h"
#include "peering/request.h"
#include "widgets/detailcontent.h"
#include "workflow/requests/sentkey.h"

#include <QSet>

#include <functional>

namespace peerdesk {

/// What the details of a request are made of besides the request itself.
struct RequestSurroundings
{
    QString networkName;
    std::function<QString(const Location &)> locationName;
    QSet<QString> chosen;      ///< sessions that the next deed is limited to
    QList<AuditEntry> history; ///< of it and its sessions
    QList<SentKey> keys;       ///< that go along
    UtcMs now = 0;
};

/// One line for each session, the other side's own words beneath, then what happened when.
[[nodiscard]] DetailContent requestDetail(const Request &request, const RequestSurroundings &around);

/// "DE-CIX Frankfurt v4".
[[nodiscard]] QString sessionName(const Session &session, const std::function<QString(const Location &)> &locationName);

} // namespace peerdesk
