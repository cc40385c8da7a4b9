// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "peeringdb/dump.h"
#include "peeringdb/mirrorreport.h"

#include <QCoroTask>
#include <QUrl>

#include <chrono>
#include <stop_token>

namespace peerdesk {

class HttpClient;
struct MirrorTable;

/// Where the directory comes from, and how gently it is asked.
struct PeeringDbSettings
{
    PeeringDbSettings() {}

    QUrl dumps{QStringLiteral("https://public.peeringdb.com")}; ///< holds "<type>-0.json"
    QUrl api{QStringLiteral("https://www.peeringdb.com/api")};
    Secret apiKey; ///< empty: anonymous, without contacts
    /// Between two queries of the API; 0 for what PeeringDB publishes: at least 2 s, and 20 a minute for
    /// who is anonymous.
    std::chrono::milliseconds queryInterval{0};
    /// Between two synchronisations: the same question may be asked twice a minute at most.
    std::chrono::milliseconds syncInterval{std::chrono::minutes(1)};
};

/// The calls to PeeringDB, within its published limits. It waits between queries and through a short
/// Retry-After; a long one is handed up as Throttled. It never judges what comes. Owned by Mirror, on its
/// thread.
class PeeringDbApi
{
public:
    PeeringDbApi(HttpClient &http, const Clock &clock, PeeringDbSettings settings);

    [[nodiscard]] bool hasKey() const { return !m_settings.apiKey.isEmpty(); }
    void setKey(const Secret &key) { m_settings.apiKey = key; }
    [[nodiscard]] const PeeringDbSettings &settings() const { return m_settings; }

    /// Puts "<dumps>/<type>-0.json" into `file`; for a type that needs the key, the API's whole list. False
    /// if there is no such dump.
    QCoro::Task<Result<bool>> fetchDump(const MirrorTable *table, QString file, MirrorProgress step,
                                        MirrorProgressSink sink, std::stop_token stop);
    /// What changed after `since` (seconds), deleted rows included; for 0 the whole list.
    QCoro::Task<Result<Dump>> fetchChanges(const MirrorTable *table, qint64 since, MirrorProgress step,
                                           MirrorProgressSink sink, std::stop_token stop);

private:
    QCoro::Task<Result<void>> pause(std::chrono::milliseconds time, MirrorProgress step, MirrorProgressSink sink,
                                    std::stop_token stop);
    /// Until the next query may leave.
    [[nodiscard]] std::chrono::milliseconds untilNextQuery() const;

    HttpClient &m_http;
    const Clock &m_clock;
    PeeringDbSettings m_settings;
    UtcMs m_lastQuery = 0;
};

} // namespace peerdesk
