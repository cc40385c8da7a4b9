// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/ipaddress.h"

#include <QJsonArray>
#include <QList>

#include <optional>

namespace peerdesk {

/// A block, and how long the routes within it may be: its own length means exactly that route (as in a ROA, RFC 9582).
struct KeyPrefix
{
    IpPrefix prefix;
    int maxLength = 0;

    bool operator==(const KeyPrefix &) const = default;
};

/// A line of a list of prefixes as somebody wrote it: a block or a range of addresses. Without a longest length, each
/// block stands for itself (RFC 9319 advises so).
struct PrefixWish
{
    QString text;
    std::optional<int> maxLength;
};

/// What one key is about: blocks in order, none of which lies within another. What somebody wrote is checked whole
/// before there is a set; ranges become the blocks they are made of.
class PrefixSet
{
public:
    static constexpr qsizetype maxCount = 10'000; ///< of a key, once ranges are split

    PrefixSet() = default;

    /// Invalid with a message for each line that is at fault (its first hundred), under "prefixes[N].prefix" and
    /// "prefixes[N].max_length", or for the whole list under "prefixes".
    [[nodiscard]] static Result<PrefixSet> make(const QList<PrefixWish> &wishes);
    /// From [{"prefix", "max_length"}], or plain text where no length is meant. Invalid as make().
    [[nodiscard]] static Result<PrefixSet> fromJson(const QJsonValue &json);
    [[nodiscard]] QJsonArray toJson() const;

    /// Whether a route may be announced: it lies in a block and is no longer than that one's longest length.
    [[nodiscard]] bool covers(const IpPrefix &route) const;
    [[nodiscard]] bool isEmpty() const { return m_items.isEmpty(); }
    [[nodiscard]] const QList<KeyPrefix> &items() const { return m_items; }

    bool operator==(const PrefixSet &) const = default;

private:
    QList<KeyPrefix> m_items;
};

} // namespace peerdesk
