// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace peerdesk {

/// Time as everything stores and compares it: milliseconds since 1970-01-01 UTC. 0 means "never" in columns.
using UtcMs = std::int64_t;

/// The time of day, handed in so that tests can advance it. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcMs now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override;
};

/// RFC 3339 in UTC with seconds ("2026-11-23T14:02:00Z"); empty for 0.
[[nodiscard]] QString toRfc3339(UtcMs time);
/// RFC 3339 with any offset, or a bare date; 0 if the text is neither.
[[nodiscard]] UtcMs fromRfc3339(const QString &text);

} // namespace peerdesk
