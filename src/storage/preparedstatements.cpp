// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/preparedstatements.h"

#include <QSqlDatabase>
#include <QSqlDriver>

namespace peerdesk {
namespace {

/// Lists of placeholders make many texts of one statement; the frequent ones are back soon.
constexpr std::size_t mostKept = 200;

} // namespace

PreparedStatements::PreparedStatements(QSqlDatabase &database)
    : QObject(database.driver())
{
}

PreparedStatements *PreparedStatements::of(const QSqlDatabase &database)
{
    return database.driver()->findChild<PreparedStatements *>({}, Qt::FindDirectChildrenOnly);
}

std::optional<QSqlQuery> PreparedStatements::take(const QString &sql)
{
    const auto found = m_idle.find(sql);
    if (found == m_idle.end())
        return std::nullopt;
    std::optional<QSqlQuery> query(std::move(found->second));
    m_idle.erase(found);
    return query;
}

void PreparedStatements::give(const QString &sql, QSqlQuery query)
{
    if (m_idle.size() >= mostKept)
        m_idle.clear();
    m_idle.insert_or_assign(sql, std::move(query));
}

} // namespace peerdesk
