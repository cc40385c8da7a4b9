// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/issuer.h"

#include "rak/keybook.h"
#include "storage/database.h"
#include "storage/rakholderstore.h"
#include "storage/rakjournalstore.h"

#include <QCoreApplication>
#include <QCoroFuture>

#include <algorithm>

namespace peerdesk {
namespace {

struct IssuerWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Issuer)
};

constexpr UtcMs betweenUses = 60 * 1000;
constexpr qsizetype longestReason = 1000;
constexpr qsizetype blocksNamed = 10;          // in a refusal
constexpr qsizetype longestList = 1024 * 1024; // characters of prefixes in one answer, some 40,000 of them

UtcMs cutToSeconds(UtcMs time)
{
    return time / 1000 * 1000;
}

Error wrong(const char *field, const QString &why)
{
    return Error(ErrorKind::Invalid, why, {{QString::fromLatin1(field), {why}, {}}});
}

Error noSuchKey()
{
    return Error(ErrorKind::NotFound, IssuerWords::tr("There is no such key."));
}

Error notHeld(const QStringList &blocks)
{
    QString named = blocks.mid(0, blocksNamed).join(QStringLiteral(", "));
    if (blocks.size() > blocksNamed)
        named += QStringLiteral(", ...");
    const QString why = IssuerWords::tr("These are not among the holder's resources: %1").arg(named);
    return Error(ErrorKind::Denied, why, {{QStringLiteral("prefixes"), {why}, {}}});
}

/// The first of the holders who holds all of the prefixes.
Result<QString> holderOf(QSqlDatabase &database, const QStringList &holders, const PrefixSet &prefixes)
{
    QStringList missing;
    for (const QString &holder : holders) {
        const auto ranges = RakHolderStore(database).resources(holder);
        if (!ranges)
            return ranges.error();
        const QStringList beyond = outside(spaceIn(*ranges), prefixes);
        if (beyond.isEmpty())
            return holder;
        if (missing.isEmpty() || beyond.size() < missing.size())
            missing = beyond;
    }
    return notHeld(missing);
}

struct MadeKey
{
    StoredKey key;
    QString shown; ///< of a request that was answered before
    bool before = false;
};

/// What a request made that came before under the same idempotency key.
Result<std::optional<MadeKey>> madeBefore(QSqlDatabase &database, const QStringList &holders, const Issuance &now)
{
    RakKeyStore keys(database);
    for (const QString &holder : holders) {
        const auto found = keys.issuance(holder, now.idempotencyKey);
        if (!found)
            return found.error();
        if (!*found)
            continue;
        if ((*found)->requestHash != now.requestHash)
            return Error(ErrorKind::Conflict,
                         IssuerWords::tr("The idempotency key was used before for another request."));
        const auto key = keys.key((*found)->keyId);
        if (!key)
            return key.error();
        if (*key)
            return std::optional(MadeKey{**key, (*found)->shown, true});
    }
    return std::optional<MadeKey>();
}

KeyRecord recordOf(const StoredKey &key, Registry registry)
{
    return {termsOf(key, registry), key};
}

Error isOver(KeyStatus status)
{
    return Error(ErrorKind::Conflict,
                 IssuerWords::tr("The key is over: %1. A new one has to be issued.").arg(toText(status)));
}

bool isLive(const KeyTerms &terms, UtcMs now)
{
    const KeyStatus status = terms.status(now);
    return status == KeyStatus::Valid || status == KeyStatus::NotYetValid;
}

Error noListYet()
{
    Error error(ErrorKind::Unavailable, IssuerWords::tr("The list of holders has not been taken over yet."));
    error.retryAfter = std::chrono::seconds(10);
    return error;
}

} // namespace

QString keyIdText(const KeyReference &reference)
{
    return QStringLiteral("%1").arg(reference.id, 16, 16, QLatin1Char('0'));
}

AddressSpace spaceIn(const QStringList &ranges)
{
    QList<AddressRange> known;
    for (const QString &text : ranges) {
        if (const auto range = AddressRange::parse(text))
            known.append(*range);
    }
    return AddressSpace(known);
}

QStringList outside(const AddressSpace &held, const PrefixSet &prefixes)
{
    QStringList missing;
    for (const KeyPrefix &item : prefixes.items()) {
        if (!held.contains(item.prefix))
            missing.append(item.prefix.toString());
    }
    return missing;
}

Issuer::Issuer(Database &database, const Clock &clock, IssuerRules rules, StatementDesk::Signer signer)
    : m_database(database)
    , m_clock(clock)
    , m_rules(std::move(rules))
    , m_statements(m_rules.name, m_rules.statementLife, std::move(signer))
    , m_nothing(keyHash(m_rules.pepper, BearerKey::generate(m_rules.registry).secret))
{
}

QCoro::Task<Result<Applicant>> Issuer::applicant(Identity identity)
{
    QList<HolderIdentity> names = {{identity.issuer, identity.subject}};
    for (const NetworkRights &network : identity.networks) {
        if (network.may(NetworkRight::Update))
            names.append({QString(), Asn(network.asn).toString()});
    }
    auto future = m_database.read([names](QSqlDatabase &database) -> Result<QStringList> {
        RakHolderStore store(database);
        const auto holders = store.holdersOf(names);
        if (!holders || !holders->isEmpty())
            return holders;
        const auto isTooEarly = store.isEmpty();
        if (!isTooEarly)
            return isTooEarly.error();
        return *isTooEarly ? Result<QStringList>(noListYet()) : holders;
    });
    const auto holders = co_await future;
    if (!holders)
        co_return holders.error();
    if (holders->isEmpty())
        co_return Error(ErrorKind::Denied, IssuerWords::tr("This sign-in acts for no holder of resources here."));
    Applicant who;
    who.holders = *holders;
    who.person = identity.toString();
    co_return who;
}

QCoro::Task<Result<AddressSpace>> Issuer::resources(Applicant who)
{
    auto future = m_database.read([holders = who.holders](QSqlDatabase &database) -> Result<QStringList> {
        QStringList all;
        for (const QString &holder : holders) {
            const auto held = RakHolderStore(database).resources(holder);
            if (!held)
                return held.error();
            all += *held;
        }
        return all;
    });
    const auto ranges = co_await future;
    if (!ranges)
        co_return ranges.error();
    co_return spaceIn(*ranges);
}

QCoro::Task<Result<IssuedKey>> Issuer::issue(Applicant who, KeyWish wish, QString idempotencyKey)
{
    const UtcMs now = m_clock.now();
    const QString asked = hashOf(wish);
    wish.notBefore = cutToSeconds(std::max(wish.notBefore, now));
    wish.expires = cutToSeconds(wish.expires);
    if (const auto sound = check(wish, m_rules.registry, now); !sound)
        co_return sound.error();
    const BearerKey bearer = BearerKey::generate(m_rules.registry);
    const Secret text = bearer.toText();
    const auto sealed = m_database.envelope().seal(text, bearer.reference.toString());
    if (!sealed)
        co_return sealed.error();
    StoredKey fresh;
    fresh.id = keyIdText(bearer.reference);
    fresh.hash = QString::fromLatin1(keyHash(m_rules.pepper, bearer.secret).reveal().toHex());
    fresh.origin = wish.origin;
    fresh.prefixes = toText(wish.prefixes);
    fresh.label = wish.label;
    fresh.audience = wish.audience;
    fresh.notify = wish.notify;
    fresh.notBefore = wish.notBefore;
    fresh.expiresAt = wish.expires;
    fresh.renews = wish.renews;
    Issuance issuance;
    issuance.idempotencyKey = idempotencyKey;
    issuance.requestHash = asked;
    issuance.keyId = fresh.id;
    issuance.shown = *sealed;
    issuance.createdAt = now;
    const PrefixSet prefixes = wish.prefixes;
    auto future = m_database.write(
        [fresh, issuance, prefixes, who, now, rules = m_rules](QSqlDatabase &database) -> Result<MadeKey> {
            if (!issuance.idempotencyKey.isEmpty()) {
                const auto before = madeBefore(database, who.holders, issuance);
                if (!before)
                    return before.error();
                if (*before)
                    return **before;
            }
            const auto holder = holderOf(database, who.holders, prefixes);
            if (!holder)
                return holder.error();
            StoredKey key = fresh;
            key.holderId = *holder;
            const auto count = RakKeyStore(database).liveCount(key.holderId, now);
            if (!count)
                return count.error();
            if (*count >= rules.mostKeys)
                return Error(ErrorKind::Refused,
                             IssuerWords::tr("The holder has %1 keys, and no holder gets more.").arg(rules.mostKeys));
            const auto issued = KeyBook(database, rules, now, who.person).issue(key);
            if (!issued)
                return issued.error();
            if (issuance.idempotencyKey.isEmpty())
                return MadeKey{*issued, {}, false};
            Issuance noted = issuance;
            noted.holderId = *holder;
            if (const auto added = RakKeyStore(database).add(noted); !added)
                return added.error();
            return MadeKey{*issued, {}, false};
        });
    const auto made = co_await future;
    if (!made)
        co_return made.error();
    if (!made->before)
        co_return answer(made->key, text);
    const QString reference = termsOf(made->key, m_rules.registry).reference.toString();
    if (made->shown.isEmpty())
        co_return Error(ErrorKind::Conflict,
                        IssuerWords::tr("Key %1 was issued for this request; it was shown then.").arg(reference));
    const auto shown = m_database.envelope().open(made->shown, reference);
    if (!shown)
        co_return shown.error();
    co_return answer(made->key, *shown);
}

Result<IssuedKey> Issuer::answer(const StoredKey &key, const Secret &text)
{
    IssuedKey issued;
    issued.record = recordOf(key, m_rules.registry);
    issued.text = text;
    const auto signedText = statement(issued.record);
    if (!signedText)
        return signedText.error();
    issued.statement = *signedText;
    return issued;
}

Result<QByteArray> Issuer::statement(const KeyRecord &record)
{
    return m_statements.statement(record.terms, record.stored.audience, m_clock.now());
}

QCoro::Task<Result<KeyList>> Issuer::keys(Applicant who, std::optional<KeyReference> after, int limit)
{
    const QString from = after ? keyIdText(*after) : QString();
    auto future = m_database.read([holders = who.holders, from, limit](QSqlDatabase &database) {
        return RakKeyStore(database).keysOf(holders, from, limit + 1);
    });
    const auto stored = co_await future;
    if (!stored)
        co_return stored.error();
    KeyList list;
    qsizetype length = 0;
    for (const StoredKey &key : *stored) {
        length += key.prefixes.size();
        if (list.keys.size() == limit || (length > longestList && !list.keys.isEmpty())) {
            list.more = true;
            break;
        }
        list.keys.append(recordOf(key, m_rules.registry));
    }
    co_return Result<KeyList>(list);
}

QCoro::Task<Result<KeyRecord>> Issuer::key(Applicant who, KeyReference reference)
{
    auto future =
        m_database.read([id = keyIdText(reference)](QSqlDatabase &database) { return RakKeyStore(database).key(id); });
    const auto stored = co_await future;
    if (!stored)
        co_return stored.error();
    if (!*stored || reference.registry != m_rules.registry || !who.holders.contains((*stored)->holderId))
        co_return noSuchKey();
    co_return recordOf(**stored, m_rules.registry);
}

template<class Change>
QCoro::Task<Result<KeyRecord>> Issuer::change(Applicant who, KeyReference reference, Change change)
{
    const UtcMs now = m_clock.now();
    auto future =
        m_database.write([who, reference, change, now, rules = m_rules](QSqlDatabase &database) -> Result<StoredKey> {
            const auto stored = RakKeyStore(database).key(keyIdText(reference));
            if (!stored)
                return stored.error();
            if (!*stored || reference.registry != rules.registry || !who.holders.contains((*stored)->holderId))
                return noSuchKey();
            const KeyTerms terms = termsOf(**stored, rules.registry);
            if (!isLive(terms, now))
                return isOver(terms.status(now));
            KeyBook book(database, rules, now, who.person);
            return change(database, book, **stored);
        });
    const auto changed = co_await future;
    if (!changed)
        co_return changed.error();
    co_return recordOf(*changed, m_rules.registry);
}

QCoro::Task<Result<KeyRecord>> Issuer::renew(Applicant who, KeyReference reference, UtcMs expires,
                                             std::optional<bool> renews)
{
    const UtcMs until = cutToSeconds(expires);
    const UtcMs latest = latestExpiry(m_clock.now());
    if (until > latest)
        co_return wrong("expires", IssuerWords::tr("A key lives for a year at most: until %1.").arg(toRfc3339(latest)));
    const auto extend = [until, renews, now = m_clock.now()](QSqlDatabase &database, KeyBook &book,
                                                             StoredKey key) -> Result<StoredKey> {
        const bool wanted = renews.value_or(key.renews);
        if (wanted && !mayRenewItself(until == 0 ? key.life : until - now))
            return wrong("auto_renew", IssuerWords::tr("A key that renews itself lives for a day at least."));
        if (until == 0)
            return wanted == key.renews ? Result<StoredKey>(key) : book.setRenewing(key, wanted);
        if (until <= key.expiresAt)
            return wrong("expires", IssuerWords::tr("The key lives until %1 already.").arg(toRfc3339(key.expiresAt)));
        const auto ranges = RakHolderStore(database).resources(key.holderId);
        if (!ranges)
            return ranges.error();
        const QStringList beyond = outside(spaceIn(*ranges), termsOf(key, Registry::RipeTest).prefixes);
        if (!beyond.isEmpty())
            return notHeld(beyond);
        key.renews = wanted;
        return book.renew(key, until);
    };
    auto changing = change(who, reference, extend);
    co_return co_await changing;
}

QCoro::Task<Result<KeyRecord>> Issuer::revoke(Applicant who, KeyReference reference, QString reason)
{
    const QString why = reason.left(longestReason);
    if (holdsBearerKey(reason))
        co_return wrong("reason", IssuerWords::tr("This holds a secret key; only a key's reference may be shown."));
    const auto end = [why](QSqlDatabase &, KeyBook &book, const StoredKey &key) { return book.revoke(key, why); };
    auto changing = change(who, reference, end);
    co_return co_await changing;
}

Result<VerifiedKey> Issuer::shown(const StoredKey &key, UtcMs now)
{
    const KeyReference reference = referenceOf(key, m_rules.registry);
    // Reading ten thousand prefixes again costs more than all the rest.
    const auto known = m_statements.termsOf(reference, key.sequence);
    const KeyTerms terms = known ? *known : termsOf(key, m_rules.registry);
    const auto text = m_statements.statement(terms, key.audience, now);
    if (!text)
        return text.error();
    return VerifiedKey{terms, terms.status(now), *text};
}

/// Nothing is read for a verifier whose credential does not hold.
template<class Job> auto Issuer::askFor(const Verifier &verifier, Job job)
{
    using Answer = std::invoke_result_t<Job &, QSqlDatabase &>;
    return m_database.ask(
        [credential = verifier.credential, job = std::move(job)](QSqlDatabase &database) mutable -> Answer {
            const auto holds = credential.holds(database);
            return holds ? job(database) : Answer(holds.error());
        });
}

QCoro::Task<Result<VerifiedKey>> Issuer::verify(Verifier verifier, BearerKey key)
{
    if (key.reference.registry != m_rules.registry)
        co_return wrong("key", IssuerWords::tr("This is a key of %1; here are those of %2.")
                                   .arg(toText(key.reference.registry), toText(m_rules.registry)));
    auto looking = askFor(verifier,
                          [name = verifier.name, key, pepper = m_rules.pepper,
                           nothing = m_nothing](QSqlDatabase &database) -> Result<FoundKey> {
                              const auto found = RakKeyStore(database).keyFor(name, keyIdText(key.reference));
                              if (!found)
                                  return found.error();
                              // Whether there is such a key or not, the same is computed and compared, and the answer is the same.
                              const Secret kept =
                                  *found ? Secret(QByteArray::fromHex((*found)->key.hash.toLatin1())) : nothing;
                              const bool matches = keyHash(pepper, key.secret) == kept;
                              return matches && *found ? Result<FoundKey>(**found) : noSuchKey();
                          });
    const auto found = co_await looking;
    if (!found)
        co_return found.error();
    StoredKey stored = found->key;
    if (!stored.audience.isEmpty() && stored.audience != verifier.name)
        co_return Error(ErrorKind::Denied, IssuerWords::tr("The key is for another verifier."));
    const UtcMs now = m_clock.now();
    if (!found->bound || now - stored.usedAt >= betweenUses) {
        // What happened to the key before it was bound is in no news for this verifier: it is shown as it is after that.
        auto noting =
            m_database.write([name = verifier.name, id = stored.id, now](QSqlDatabase &database) -> Result<StoredKey> {
                RakKeyStore keys(database);
                const auto bound = keys.bind(name, id, now);
                const auto used = bound ? keys.noteUse(id, now) : bound;
                if (!used)
                    return used.error();
                const auto after = keys.keyFor(name, id);
                if (!after)
                    return after.error();
                return *after ? Result<StoredKey>((*after)->key) : noSuchKey();
            });
        const auto noted = co_await noting;
        if (!noted)
            co_return noted.error();
        stored = *noted;
    }
    co_return shown(stored, now);
}

QCoro::Task<Result<VerifiedKey>> Issuer::status(Verifier verifier, KeyReference reference)
{
    auto looking = askFor(verifier, [name = verifier.name, id = keyIdText(reference)](QSqlDatabase &database) {
        return RakKeyStore(database).keyFor(name, id);
    });
    const auto found = co_await looking;
    if (!found)
        co_return found.error();
    if (!*found || !(*found)->bound || reference.registry != m_rules.registry)
        co_return noSuchKey();
    co_return shown((*found)->key, m_clock.now());
}

QCoro::Task<Result<KeyChanges>> Issuer::changes(Verifier verifier, qint64 since, int limit)
{
    const Registry registry = m_rules.registry;
    const auto readOf = [name = verifier.name, since, limit, registry](QSqlDatabase &database) -> Result<KeyChanges> {
        RakJournalStore journal(database);
        const auto extent = journal.extent();
        if (!extent)
            return extent.error();
        KeyChanges changes;
        changes.next = extent->last;
        // A number that was never given out comes from before a database was put back: the asker cannot go on from it.
        changes.known = since >= extent->purged && since <= extent->last;
        if (!changes.known)
            return changes;
        const auto events = journal.events(name, since, limit + 1);
        if (!events)
            return events.error();
        for (const KeyEvent &event : events->mid(0, limit))
            changes.changes.append({event.sequence,
                                    {registry, event.keyId.toULongLong(nullptr, 16)},
                                    Serial(event.serial),
                                    event.status,
                                    event.expiresAt});
        changes.more = events->size() > limit;
        if (changes.more)
            changes.next = changes.changes.last().sequence;
        return changes;
    };
    auto asking = askFor(verifier, readOf);
    co_return co_await asking;
}

} // namespace peerdesk
