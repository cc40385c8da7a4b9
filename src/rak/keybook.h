// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rak/issuerrules.h"
#include "rak/keyterms.h"
#include "storage/rakkeystore.h"

namespace peerdesk {

/// What a stored key says.
[[nodiscard]] KeyReference referenceOf(const StoredKey &key, Registry registry);
[[nodiscard]] KeyTerms termsOf(const StoredKey &key, Registry registry);
/// "192.0.2.0/24-25 2001:db8::/32-32".
[[nodiscard]] QString toText(const PrefixSet &prefixes);

/// Writes what becomes of a registry's keys, all of it or nothing: the key's next version, its line in the journal, in
/// the audit log, and the mails to who is told. Used within a Database job, as the stores are.
class KeyBook
{
public:
    /// `now` is when it happens; `who` did it.
    KeyBook(QSqlDatabase &database, const IssuerRules &rules, UtcMs now, QString who);

    /// With its first serial.
    Result<StoredKey> issue(StoredKey key);
    Result<StoredKey> renew(StoredKey key, UtcMs expires);
    /// Whether it renews itself from now on.
    Result<StoredKey> setRenewing(StoredKey key, bool renews);
    Result<StoredKey> revoke(StoredKey key, const QString &reason);
    Result<StoredKey> withdraw(StoredKey key, const QString &reason);
    /// Its time has come: it stays the version that it was.
    Result<StoredKey> expire(StoredKey key);
    /// Only tells that the key ends within so many days.
    Result<void> remind(StoredKey key, int days);

private:
    /// What happened, as the audit log and a mail's identity name it.
    Result<StoredKey> write(StoredKey key, const QString &event, bool fresh = false);
    Result<StoredKey> end(StoredKey key, StoredKey::State state, const QString &event, const QString &reason);
    Result<void> tell(const StoredKey &key, const QString &event);
    [[nodiscard]] int remindedFor(UtcMs expires) const;

    QSqlDatabase &m_database;
    const IssuerRules &m_rules;
    const UtcMs m_now;
    const QString m_who;
};

} // namespace peerdesk
