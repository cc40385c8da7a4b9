// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/keyterms.h"

#include <optional>

namespace peerdesk {

/// What came of checking a key, a reference or a letter, in the words a person reads.
struct KeyAnswer
{
    enum class Verdict {
        Good,    ///< holds now
        Bad,     ///< does not hold, or is none
        Unclear, ///< nobody could say
    };

    Verdict verdict = Verdict::Unclear;
    QString sentence;
    QString note;                  ///< where it is known from, or what to do next
    std::optional<KeyTerms> terms; ///< what it is about, where that is known

    bool operator==(const KeyAnswer &) const = default;
};

/// "192.0.2.0/24" or "2001:db8::/32 up to /48".
[[nodiscard]] QString prefixInWords(const KeyPrefix &prefix);
/// Several, and how many more, `beyond` those of the set: "192.0.2.0/24, 2001:db8::/32 up to /48".
[[nodiscard]] QString prefixesInWords(const PrefixSet &prefixes, qsizetype beyond = 0);

/// Of terms that the issuer itself has vouched for.
[[nodiscard]] KeyAnswer answerOf(const KeyTerms &terms, UtcMs now, const QString &knownFrom);

} // namespace peerdesk
