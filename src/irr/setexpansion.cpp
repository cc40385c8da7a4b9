// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/setexpansion.h"

#include "irr/rpslnames.h"

#include <algorithm>

namespace peerdesk {

SetExpansion::SetExpansion(const QString &name, const QueryLimits &limits)
    : m_name(name)
    , m_limits(limits)
    , m_level({name})
    , m_seen({name})
{
}

QStringList SetExpansion::next(qsizetype count)
{
    if (m_level.isEmpty()) {
        m_level = std::exchange(m_nextLevel, {});
        ++m_depth;
    }
    const QStringList names = m_level.mid(0, count);
    m_level.remove(0, names.size());
    return names;
}

bool SetExpansion::take(const QList<std::pair<QString, QStringList>> &members)
{
    for (const auto &[name, list] : members) {
        m_exists = m_exists || name == m_name;
        m_members += list.size();
        if (m_members > m_limits.members)
            return false;
        for (const QString &member : list)
            takeMember(member);
    }
    const bool tooDeep = m_depth >= m_limits.depth && !m_nextLevel.isEmpty();
    return !tooDeep && m_seen.size() - m_prefixes.size() <= m_limits.sets;
}

void SetExpansion::takeMember(const QString &member)
{
    if (const auto asn = asnOfRpsl(member)) {
        m_origins.insert(*asn);
        return;
    }
    if (m_seen.contains(member))
        return;
    m_seen.insert(member);
    if (setClassOf(member))
        m_nextLevel.append(member);
    else
        m_prefixes.append(member);
}

QList<Asn> SetExpansion::origins() const
{
    QList<Asn> list = m_origins.values();
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace peerdesk
