// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/noticestore.h"

#include "storage/statement.h"

namespace peerdesk {
namespace {

Notice read(Statement &row)
{
    Notice notice;
    notice.id = row.text();
    notice.kind = noticeKindFromString(row.text()).value_or(Notice::Kind::NeedsAnswer);
    notice.ownAsn = row.asn();
    notice.otherAsn = row.asn();
    notice.sessionId = row.text();
    notice.text = row.text();
    notice.at = row.number();
    notice.shownAt = row.number();
    notice.location = row.location();
    return notice;
}

const QString select =
    QStringLiteral("SELECT n.id, n.kind, n.own_asn, n.asn, n.session_id, n.text, n.at, n.shown_at, "
                   "coalesce(s.location, '') FROM notices n LEFT JOIN sessions s ON s.id = n.session_id "
                   "WHERE n.own_asn = ? ");

} // namespace

Result<void> NoticeStore::add(const Notice &notice)
{
    return insert(notice, {});
}

Result<void> NoticeStore::addOnce(const Notice &notice)
{
    return insert(notice, QStringLiteral(" ON CONFLICT (id) DO NOTHING"));
}

Result<void> NoticeStore::insert(const Notice &notice, const QString &clause)
{
    Statement insert(m_database,
                     QStringLiteral("INSERT INTO notices (id, kind, own_asn, asn, session_id, text, at, shown_at) "
                                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                         + clause);
    insert.bind(notice.id).bind(toText(notice.kind)).bind(notice.ownAsn).bind(notice.otherAsn);
    return insert.bind(notice.sessionId).bind(notice.text).bind(notice.at).bind(notice.shownAt).execute();
}

Result<QList<Notice>> NoticeStore::waiting(Asn own)
{
    return Statement(m_database, select + QStringLiteral("AND n.shown_at = 0 ORDER BY n.at, n.id"))
        .bind(own)
        .list<Notice>(read);
}

Result<bool> NoticeStore::claim(const QString &id, UtcMs now)
{
    return Statement(m_database, QStringLiteral("UPDATE notices SET shown_at = ? WHERE id = ? AND shown_at = 0"))
        .bind(now)
        .bind(id)
        .changedOne();
}

Result<QList<Notice>> NoticeStore::recent(Asn own, int limit)
{
    return Statement(m_database, select + QStringLiteral("ORDER BY n.at DESC, n.id DESC LIMIT ?"))
        .bind(own)
        .bind(limit)
        .list<Notice>(read);
}

} // namespace peerdesk
