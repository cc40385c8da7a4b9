// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/whoisquery.h"

#include <chrono>

namespace peerdesk {

/// What one connection has agreed on: whether it stays open, for how long it may be idle, and which sources it wants,
/// of which there is one here. Answers whatever needs no database.
class WhoisSession
{
public:
    WhoisSession(QString source, std::chrono::milliseconds idleTime)
        : m_source(std::move(source))
        , m_idleTime(idleTime)
    {
    }

    /// The answer to a query, empty for none at all; nothing if the database has to be asked.
    [[nodiscard]] std::optional<QByteArray> answer(const WhoisQuery &query);

    /// After the next answer.
    void end() { m_staysOpen = false; }
    [[nodiscard]] bool staysOpen() const { return m_staysOpen; }
    [[nodiscard]] std::chrono::milliseconds idleTime() const { return m_idleTime; }

private:
    const QString m_source;
    std::chrono::milliseconds m_idleTime;
    bool m_staysOpen = false;
};

} // namespace peerdesk
