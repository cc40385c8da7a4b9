// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/querylimits.h"
#include "peering/asn.h"

#include <QList>
#include <QSet>
#include <QStringList>

#include <utility>

namespace peerdesk {

/// What a set comes to once all the sets in it are opened, level by level, each once: sets that contain each other end,
/// and sets that nobody made are empty. It does no I/O: next() says whose members to look up, take() takes them.
class SetExpansion
{
public:
    SetExpansion(const QString &name, const QueryLimits &limits);

    /// At most `count` names, in no order; none when everything has been opened.
    [[nodiscard]] QStringList next(qsizetype count);
    /// Of the names that next() gave, those that exist. False once it is more than the limits allow.
    [[nodiscard]] bool take(const QList<std::pair<QString, QStringList>> &members);

    /// Whether the set that it began with exists.
    [[nodiscard]] bool exists() const { return m_exists; }
    [[nodiscard]] QList<Asn> origins() const;                                ///< in order
    [[nodiscard]] const QStringList &prefixes() const { return m_prefixes; } ///< of route-sets, with range operators

private:
    void takeMember(const QString &member);

    QString m_name;
    QueryLimits m_limits;
    QStringList m_level;     ///< still to be opened at this depth
    QStringList m_nextLevel; ///< found at it
    QSet<QString> m_seen;    ///< sets and prefixes
    QSet<Asn> m_origins;
    QStringList m_prefixes;
    qsizetype m_members = 0;
    int m_depth = 0;
    bool m_exists = false;
};

} // namespace peerdesk
