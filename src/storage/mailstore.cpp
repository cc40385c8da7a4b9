// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/mailstore.h"

#include "peering/words.h"
#include "storage/statement.h"

#include <array>

namespace peerdesk {
namespace {

using Kind = QueuedMail::Kind;

constexpr std::array kindWords = {Word<Kind>{Kind::Request, "request"}, Word<Kind>{Kind::Decision, "decision"},
                                  Word<Kind>{Kind::Unestablished, "unestablished"}, Word<Kind>{Kind::Key, "key"}};

QueuedMail read(Statement &row)
{
    QueuedMail mail;
    mail.kind = valueOf<Kind>(kindWords, row.text()).value_or(Kind::Request);
    mail.requestId = row.text();
    mail.recipient = row.text();
    mail.subject = row.text();
    mail.body = row.text();
    mail.createdAt = row.number();
    mail.nextTryAt = row.number();
    mail.tries = static_cast<int>(row.number());
    mail.holder = row.text();
    mail.endsAt = row.number();
    return mail;
}

QString isAbout(MailStore::About about)
{
    switch (about) {
    case MailStore::About::Requests:
        return QStringLiteral("kind <> 'key' AND ");
    case MailStore::About::Keys:
        return QStringLiteral("kind = 'key' AND ");
    case MailStore::About::Everything:
        break;
    }
    return {};
}

Result<qint64> countIn(Result<std::optional<qint64>> count)
{
    if (!count)
        return count.error();
    return count->value_or(0);
}

const QString select =
    QStringLiteral("SELECT kind, request_id, recipient, subject, body, created_at, next_try_at, tries, holder, ends_at "
                   "FROM mails ");

} // namespace

QString QueuedMail::id() const
{
    return wordOf(kindWords, kind) + u' ' + requestId;
}

Result<UtcMs> MailStore::since(UtcMs now)
{
    const auto marked =
        Statement(m_database,
                  QStringLiteral("INSERT INTO mails (id, kind, created_at, sent_at) VALUES ('since', 'since', ?, 1) "
                                 "ON CONFLICT DO NOTHING"))
            .bind(now)
            .execute();
    if (!marked)
        return marked.error();
    const auto since = Statement(m_database, QStringLiteral("SELECT created_at FROM mails WHERE id = 'since'"))
                           .first<UtcMs>([](Statement &row) { return row.number(); });
    if (!since)
        return since.error();
    return since->value_or(now);
}

Result<QList<QString>> MailStore::newRequests(UtcMs from, int limit)
{
    return Statement(m_database,
                     QStringLiteral("SELECT r.id FROM requests r WHERE r.direction = 'inbound' AND r.created_at >= ? "
                                    "AND NOT EXISTS (SELECT 1 FROM mails m WHERE m.id = 'request ' || r.id) "
                                    "ORDER BY r.created_at LIMIT ?"))
        .bind(from)
        .bind(limit)
        .list<QString>([](Statement &row) { return row.text(); });
}

Result<QList<MailStore::Lapse>> MailStore::newLapses(UtcMs from, UtcMs now, int limit)
{
    return Statement(m_database,
                     QStringLiteral("SELECT DISTINCT s.request_id, s.configure_by FROM sessions s "
                                    "WHERE s.configure_by > 0 AND s.configure_by >= ? AND s.configure_by <= ? "
                                    "AND s.direction = 'inbound' AND s.approval = 'approved' "
                                    "AND s.connection = 'unestablished' AND s.deleted_at = 0 AND NOT EXISTS (SELECT 1 "
                                    "FROM mails m WHERE m.id = 'unestablished ' || s.request_id || ' ' || "
                                    "s.configure_by) ORDER BY s.configure_by, s.request_id LIMIT ?"))
        .bind(from)
        .bind(now)
        .bind(limit)
        .list<Lapse>([](Statement &row) {
            Lapse lapse;
            lapse.requestId = row.text();
            lapse.deadline = row.number();
            return lapse;
        });
}

Result<bool> MailStore::note(const QueuedMail &mail)
{
    Statement insert(
        m_database,
        QStringLiteral("INSERT INTO mails (id, kind, request_id, recipient, subject, body, created_at, next_try_at, "
                       "holder, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    insert.bind(mail.id())
        .bind(wordOf(kindWords, mail.kind))
        .bind(mail.requestId)
        .bind(mail.recipient)
        .bind(mail.subject)
        .bind(mail.body);
    insert.bind(mail.createdAt).bind(mail.nextTryAt);
    return insert.bind(mail.holder).bind(mail.endsAt).changedOne();
}

Result<QList<QueuedMail>> MailStore::decided(int limit)
{
    return Statement(m_database,
                     select
                         + QStringLiteral("WHERE sent_at = 0 AND given_up_at = 0 AND next_try_at = 0 AND NOT EXISTS "
                                          "(SELECT 1 FROM sessions s WHERE s.request_id = mails.request_id "
                                          "AND s.deleted_at = 0 AND s.approval IN ('pending', 'held')) "
                                          "ORDER BY created_at LIMIT ?"))
        .bind(limit)
        .list<QueuedMail>(read);
}

Result<void> MailStore::write(const QueuedMail &mail, UtcMs now)
{
    return Statement(m_database,
                     QStringLiteral(
                         "UPDATE mails SET subject = ?, body = ?, next_try_at = ? WHERE id = ? AND next_try_at = 0"))
        .bind(mail.subject)
        .bind(mail.body)
        .bind(now)
        .bind(mail.id())
        .execute();
}

Result<void> MailStore::giveUp(const QueuedMail &mail, const QString &why, UtcMs now)
{
    return Statement(m_database, QStringLiteral("UPDATE mails SET given_up_at = ?, last_error = ? WHERE id = ?"))
        .bind(now)
        .bind(why)
        .bind(mail.id())
        .execute();
}

Result<QList<QueuedMail>> MailStore::due(UtcMs now, int limit, About about)
{
    return Statement(m_database,
                     select + QStringLiteral("WHERE ") + isAbout(about)
                         + QStringLiteral("sent_at = 0 AND given_up_at = 0 AND next_try_at > 0 AND next_try_at <= ? "
                                          "ORDER BY CASE WHEN ends_at = 0 THEN 1 ELSE 0 END, ends_at, next_try_at, id "
                                          "LIMIT ?"))
        .bind(now)
        .bind(limit)
        .list<QueuedMail>(read);
}

Result<bool> MailStore::claim(const QueuedMail &mail, UtcMs until)
{
    return Statement(m_database, QStringLiteral("UPDATE mails SET next_try_at = ?, tries = tries + 1 WHERE id = ? "
                                                "AND next_try_at = ? AND sent_at = 0"))
        .bind(until)
        .bind(mail.id())
        .bind(mail.nextTryAt)
        .changedOne();
}

Result<void> MailStore::sent(const QueuedMail &mail, UtcMs now)
{
    return Statement(m_database, QStringLiteral("UPDATE mails SET sent_at = ?, last_error = '' WHERE id = ?"))
        .bind(now)
        .bind(mail.id())
        .execute();
}

Result<void> MailStore::tryLater(const QueuedMail &mail, const QString &why, UtcMs nextTryAt)
{
    return Statement(m_database, QStringLiteral("UPDATE mails SET next_try_at = ?, last_error = ? WHERE id = ?"))
        .bind(nextTryAt)
        .bind(why)
        .bind(mail.id())
        .execute();
}

Result<qint64> MailStore::sentSince(UtcMs from, About about)
{
    return countIn(Statement(m_database, QStringLiteral("SELECT count(*) FROM mails WHERE ") + isAbout(about)
                                             + QStringLiteral("kind <> 'since' AND sent_at >= ?"))
                       .bind(from)
                       .first<qint64>([](Statement &row) { return row.number(); }));
}

Result<qint64> MailStore::writtenFor(const QString &holder, UtcMs since)
{
    return countIn(
        Statement(m_database, QStringLiteral("SELECT count(*) FROM mails WHERE holder = ? AND created_at >= ?"))
            .bind(holder)
            .bind(since)
            .first<qint64>([](Statement &row) { return row.number(); }));
}

} // namespace peerdesk
