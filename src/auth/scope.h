// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringTokenizer>

#include <algorithm>

namespace peerdesk {

/// What a token of our endpoint is good for. The first is the draft's own (draft-ietf-grow-peering-api, IANA
/// considerations); the second is ours, for programs that only look. The others are for a registry's keys: a program
/// that acts for holders of its network's resources, and a third party that checks keys.
inline const QString fullScope = QStringLiteral("urn:ietf:params:oauth:scope:peering-api");
inline const QString readScope = QStringLiteral("peering:read");
inline const QString keyHolderScope = QStringLiteral("rak:hold");
inline const QString keyVerifierScope = QStringLiteral("rak:verify");

[[nodiscard]] inline bool hasScope(QStringView scopes, QStringView scope)
{
    for (const QStringView word : qTokenize(scopes, u' ')) {
        if (word == scope)
            return true;
    }
    return false;
}

/// Whether a token is for the sessions of this endpoint, be it for looking at them.
[[nodiscard]] inline bool isForSessions(const QString &scopes)
{
    return hasScope(scopes, fullScope) || hasScope(scopes, readScope);
}

[[nodiscard]] inline bool isReadOnly(const QString &scopes)
{
    return hasScope(scopes, readScope) && !hasScope(scopes, fullScope);
}

/// Whether all of them are ours; none at all is the full one.
[[nodiscard]] inline bool isScopeOfOurs(const QString &scopes)
{
    const QStringList words = scopes.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [](const QString &word) { return word == fullScope || word == readScope; });
}

} // namespace peerdesk
