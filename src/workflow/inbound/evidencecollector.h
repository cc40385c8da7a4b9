// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workflow/inbound/inboundrecords.h"
#include "workflow/inbound/inboundrequest.h"
#include "workflow/places.h"

#include <QCoreApplication>

namespace peerdesk {

/// Puts together what speaks for and against an inbound request: the directory's view of both addresses, by the very
/// rules of peering/validation, and what was between the two networks before. No I/O; main thread (Places).
class EvidenceCollector
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Evidence)

public:
    EvidenceCollector(const Places &places, const InboundRecords &records, UtcMs now)
        : m_places(places)
        , m_records(records)
        , m_now(now)
    {
    }

    [[nodiscard]] InboundRequest describe(const Request &request, bool withEvidence) const;

private:
    [[nodiscard]] Evidence signedIn(const Request &request) const;
    [[nodiscard]] QList<Evidence> network(const Request &request) const;
    [[nodiscard]] QList<Evidence> dealings(const Request &request) const;
    [[nodiscard]] Evidence earlier(const Request &request) const;
    void addSessionEvidence(InboundRequest &described, const Request &request) const;
    [[nodiscard]] QList<Evidence> routeServers(const Request &request) const;
    [[nodiscard]] QString nameOf(const Location &location) const;

    const Places &m_places;
    const InboundRecords &m_records;
    const UtcMs m_now;
};

} // namespace peerdesk
