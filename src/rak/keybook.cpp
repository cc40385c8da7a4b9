// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keybook.h"

#include "base/logging.h"
#include "rak/keymail.h"
#include "storage/auditstore.h"
#include "storage/mailstore.h"
#include "storage/rakholderstore.h"
#include "storage/rakjournalstore.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr UtcMs dayMs = 24 * 60 * 60 * 1000;

/// What the database holds was checked when it came in.
PrefixSet prefixesIn(const QString &text)
{
    QList<PrefixWish> wishes;
    for (const QStringView item : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype dash = item.indexOf(u'-');
        wishes.append({item.left(dash).toString(), item.mid(dash + 1).toInt()});
    }
    const auto set = PrefixSet::make(wishes);
    return set ? *set : PrefixSet();
}

KeyState keyStateOf(StoredKey::State state)
{
    switch (state) {
    case StoredKey::State::Revoked:
        return KeyState::Revoked;
    case StoredKey::State::Withdrawn:
        return KeyState::Withdrawn;
    case StoredKey::State::Issued:
    case StoredKey::State::Expired:
        break;
    }
    return KeyState::Issued;
}

} // namespace

KeyReference referenceOf(const StoredKey &key, Registry registry)
{
    return {registry, key.id.toULongLong(nullptr, 16)};
}

KeyTerms termsOf(const StoredKey &key, Registry registry)
{
    KeyTerms terms;
    terms.reference = referenceOf(key, registry);
    terms.origin = key.origin;
    terms.prefixes = prefixesIn(key.prefixes);
    terms.notBefore = key.notBefore;
    terms.expires = key.expiresAt;
    terms.serial = Serial(key.serial);
    terms.sequence = key.sequence;
    terms.state = keyStateOf(key.state);
    return terms;
}

QString toText(const PrefixSet &prefixes)
{
    QStringList items;
    for (const KeyPrefix &item : prefixes.items())
        items.append(item.prefix.toString() + u'-' + QString::number(item.maxLength));
    return items.join(u' ');
}

KeyBook::KeyBook(QSqlDatabase &database, const IssuerRules &rules, UtcMs now, QString who)
    : m_database(database)
    , m_rules(rules)
    , m_now(now)
    , m_who(std::move(who))
{
}

Result<StoredKey> KeyBook::issue(StoredKey key)
{
    key.state = StoredKey::State::Issued;
    key.serial = Serial().next(m_now).number();
    key.createdAt = m_now;
    key.createdBy = m_who;
    key.life = key.expiresAt - std::max(key.notBefore, m_now);
    key.remindedDays = remindedFor(key.expiresAt);
    return write(key, QStringLiteral("issued"), true);
}

Result<StoredKey> KeyBook::renew(StoredKey key, UtcMs expires)
{
    key.serial = Serial(key.serial).next(m_now).number();
    key.life = expires - m_now;
    key.expiresAt = expires;
    key.state = StoredKey::State::Issued; // a clock that ran ahead may have called it expired
    key.remindedDays = remindedFor(expires);
    return write(key, QStringLiteral("renewed"));
}

Result<StoredKey> KeyBook::setRenewing(StoredKey key, bool renews)
{
    key.serial = Serial(key.serial).next(m_now).number();
    key.renews = renews;
    key.state = StoredKey::State::Issued; // as above
    return write(key, renews ? QStringLiteral("renewing") : QStringLiteral("not-renewing"));
}

Result<StoredKey> KeyBook::revoke(StoredKey key, const QString &reason)
{
    return end(std::move(key), StoredKey::State::Revoked, QStringLiteral("revoked"), reason);
}

Result<StoredKey> KeyBook::withdraw(StoredKey key, const QString &reason)
{
    return end(std::move(key), StoredKey::State::Withdrawn, QStringLiteral("withdrawn"), reason);
}

Result<StoredKey> KeyBook::end(StoredKey key, StoredKey::State state, const QString &event, const QString &reason)
{
    key.serial = Serial(key.serial).next(m_now).number();
    key.state = state;
    key.reason = reason;
    return write(std::move(key), event);
}

Result<StoredKey> KeyBook::expire(StoredKey key)
{
    key.state = StoredKey::State::Expired;
    return write(std::move(key), QStringLiteral("expired"));
}

Result<void> KeyBook::remind(StoredKey key, int days)
{
    key.remindedDays = days;
    if (const auto updated = RakKeyStore(m_database).update(key); !updated)
        return updated;
    return key.renews ? Result<void>() : tell(key, QStringLiteral("reminder-%1").arg(days));
}

Result<StoredKey> KeyBook::write(StoredKey key, const QString &event, bool fresh)
{
    const QString status = toText(termsOf(key, m_rules.registry).status(m_now));
    const auto sequence = RakJournalStore(m_database).append({0, key.id, key.serial, status, key.expiresAt, m_now});
    if (!sequence)
        return sequence.error();
    key.sequence = *sequence;
    key.changedAt = m_now;
    RakKeyStore keys(m_database);
    if (const auto stored = fresh ? keys.add(key) : keys.update(key); !stored)
        return stored.error();
    AuditEntry entry;
    entry.at = m_now;
    entry.who = m_who;
    entry.noun = QStringLiteral("key");
    entry.nounId = termsOf(key, m_rules.registry).reference.toString();
    entry.nounVersion = key.serial;
    entry.toState = event;
    entry.why = key.reason;
    if (const auto noted = AuditStore(m_database).append(entry); !noted)
        return noted.error();
    if (const auto told = tell(key, event); !told)
        return told.error();
    return key;
}

Result<void> KeyBook::tell(const StoredKey &key, const QString &event)
{
    if (!m_rules.mails)
        return {};
    const auto holder = RakHolderStore(m_database).email(key.holderId);
    if (!holder)
        return holder.error();
    QStringList recipients = key.notify;
    if (!holder->isEmpty())
        recipients.prepend(*holder);
    recipients.removeDuplicates();
    const auto written = MailStore(m_database).writtenFor(key.holderId, m_now - dayMs);
    if (!written)
        return written.error();
    const bool reminds = event.startsWith(u"reminder-");
    const qsizetype left = std::max<qsizetype>(m_rules.mostMails - *written, reminds && !holder->isEmpty() ? 1 : 0);
    if (recipients.size() >= left)
        qCWarning(lcEndpoint).noquote() << "holder" << key.holderId << "has had" << m_rules.mostMails
                                        << "mails within a day: only reminders are written now";
    recipients = recipients.mid(0, left);
    const KeyTerms terms = termsOf(key, m_rules.registry);
    const KeyMail words = keyMail(terms, key, event, m_rules.name);
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        QueuedMail mail;
        mail.kind = QueuedMail::Kind::Key;
        mail.requestId =
            QStringLiteral("%1 %2 %3 %4").arg(terms.reference.toString()).arg(key.serial).arg(event).arg(i);
        mail.recipient = recipients.at(i);
        mail.subject = words.subject;
        mail.body = words.body;
        mail.createdAt = m_now;
        mail.nextTryAt = m_now;
        mail.holder = key.holderId;
        mail.endsAt = reminds ? key.expiresAt : 0;
        if (const auto noted = MailStore(m_database).note(mail); !noted)
            return noted.error();
    }
    return {};
}

/// A key that is issued for ten days need not be told of thirty.
int KeyBook::remindedFor(UtcMs expires) const
{
    int reminded = 0;
    for (const int days : m_rules.reminderDays) {
        if (days * dayMs >= expires - m_now && (reminded == 0 || days < reminded))
            reminded = days;
    }
    return reminded;
}

} // namespace peerdesk
