// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/rights.h"
#include "rak/addressspace.h"
#include "rak/issuerrules.h"
#include "rak/keyterms.h"
#include "rak/keywish.h"
#include "rak/statementdesk.h"
#include "storage/credentialstore.h"
#include "storage/rakkeystore.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// Somebody who acts for holders of resources.
struct Applicant
{
    QStringList holders; ///< ids
    QString person;      ///< as the audit log names them
};

/// A third party that checks keys.
struct Verifier
{
    Verifier(QString name_, CredentialCheck credential_ = {})
        : name(std::move(name_))
        , credential(std::move(credential_))
    {
    }

    QString name;               ///< by which it is known here, whichever of its credentials it shows
    CredentialCheck credential; ///< of what it showed, if that is still to be asked about
};

/// A key as its holder sees it.
struct KeyRecord
{
    KeyTerms terms;
    StoredKey stored; ///< the rest: label, audience, who made it, when it was last used
};

struct IssuedKey
{
    KeyRecord record;
    Secret text; ///< shown now and never again
    QByteArray statement;
};

/// A key as a verifier sees it.
struct VerifiedKey
{
    KeyTerms terms;
    KeyStatus status = KeyStatus::Valid;
    QByteArray statement;
};

/// A line of the change feed.
struct KeyChange
{
    qint64 sequence = 0;
    KeyReference reference;
    Serial serial;
    QString status;
    UtcMs expires = 0;
};

struct KeyChanges
{
    bool known = true; ///< false: the journal does not reach from there, all has to be asked again
    QList<KeyChange> changes;
    qint64 next = 0; ///< where to go on
    bool more = false;
};

/// Part of a list, in order.
struct KeyList
{
    QList<KeyRecord> keys;
    bool more = false;
};

/// A registry's desk for Resource Authentication Keys: holders get, renew and revoke them there, third parties check
/// them. It believes what it is told about who asks; its rights follow from the holders' resources alone. What becomes
/// of keys by itself is KeyKeeper's, what holders hold is HolderImporter's business. Owned by the composition root,
/// main thread; lives as long as the program.
class Issuer
{
public:
    Issuer(Database &database, const Clock &clock, IssuerRules rules, StatementDesk::Signer signer);

    [[nodiscard]] const IssuerRules &rules() const { return m_rules; }

    /// For whom the identity acts here. Denied if for nobody.
    QCoro::Task<Result<Applicant>> applicant(Identity identity);

    /// What the applicant may ask keys for.
    QCoro::Task<Result<AddressSpace>> resources(Applicant who);

    /// A request that is repeated under its `idempotencyKey` gives the same key, for an hour with its text; one that
    /// differs is a Conflict. Invalid, with fields, for what nobody can have; Denied for what is not the applicant's.
    QCoro::Task<Result<IssuedKey>> issue(Applicant who, KeyWish wish, QString idempotencyKey);
    /// Ordered by reference, after `after`; with keys that are over.
    QCoro::Task<Result<KeyList>> keys(Applicant who, std::optional<KeyReference> after, int limit);
    /// NotFound for another holder's as well.
    QCoro::Task<Result<KeyRecord>> key(Applicant who, KeyReference reference);
    /// The same key with a later end, or one that renews itself, or no more. Conflict if it is over, Invalid if it would
    /// not live longer or live too long, Denied if the holder has not all of the resources any more. `expires` 0 and
    /// `renews` unset: as before.
    QCoro::Task<Result<KeyRecord>> renew(Applicant who, KeyReference reference, UtcMs expires,
                                         std::optional<bool> renews);
    /// Conflict if it is over.
    QCoro::Task<Result<KeyRecord>> revoke(Applicant who, KeyReference reference, QString reason);
    [[nodiscard]] Result<QByteArray> statement(const KeyRecord &record);

    /// Whoever presents the key itself is told all of it, and may ask for its status later. NotFound, at the same cost,
    /// for an id that does not exist and for a wrong secret. Invalid for a key of another registry; Denied for one that
    /// is for another verifier. Unauthenticated, as are those below, if the verifier's credential does not hold any more.
    QCoro::Task<Result<VerifiedKey>> verify(Verifier verifier, BearerKey key);
    /// NotFound unless that verifier has verified the key before.
    QCoro::Task<Result<VerifiedKey>> status(Verifier verifier, KeyReference reference);
    /// Of keys that the verifier has verified.
    QCoro::Task<Result<KeyChanges>> changes(Verifier verifier, qint64 since, int limit);

private:
    [[nodiscard]] Result<IssuedKey> answer(const StoredKey &key, const Secret &text);
    [[nodiscard]] Result<VerifiedKey> shown(const StoredKey &key, UtcMs now);
    template<class Job> [[nodiscard]] auto askFor(const Verifier &verifier, Job job);
    template<class Change> QCoro::Task<Result<KeyRecord>> change(Applicant who, KeyReference reference, Change change);

    Database &m_database;
    const Clock &m_clock;
    const IssuerRules m_rules;
    StatementDesk m_statements;
    const Secret m_nothing; ///< the HMAC that an id is compared with that does not exist
};

/// 16 hexadecimal digits, as the database names a key.
[[nodiscard]] QString keyIdText(const KeyReference &reference);
/// What somebody holds, from its stored ranges.
[[nodiscard]] AddressSpace spaceIn(const QStringList &ranges);
/// Without the blocks that do not lie in it, which are returned.
[[nodiscard]] QStringList outside(const AddressSpace &held, const PrefixSet &prefixes);

} // namespace peerdesk
