// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/oauth/keyring.h"

#include "base/id.h"
#include "base/logging.h"
#include "storage/database.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr UtcMs betweenReads = 1000; // strangers name kids that do not exist

/// What the keys in the database want at this moment.
struct KeyWork
{
    bool makeOne = false;
    UtcMs signsFrom = 0;
    QStringList retired;
};

KeyWork workOn(const QList<SigningKey> &keys, const KeyRingRules &rules, UtcMs now)
{
    const auto inMs = [](std::chrono::hours time) { return UtcMs(std::chrono::milliseconds(time).count()); };
    const UtcMs signsFor = inMs(rules.signs);
    const UtcMs publishedBefore = inMs(rules.publishedBefore);
    const UtcMs publishedAfter = inMs(rules.publishedAfter);
    KeyWork work;
    work.makeOne = keys.isEmpty() || keys.last().signsFrom + signsFor - publishedBefore <= now;
    work.signsFrom = keys.isEmpty() ? now : std::max(now + publishedBefore, keys.last().signsFrom + signsFor);
    for (qsizetype i = 0; i + 1 < keys.size(); ++i) {
        if (keys.at(i + 1).signsFrom + publishedAfter <= now)
            work.retired.append(keys.at(i).id);
    }
    return work;
}

} // namespace

KeyRing::KeyRing(Database &database, const Clock &clock, const KeyRingRules &rules)
    : m_database(database)
    , m_clock(clock)
    , m_rules(rules)
{
}

QCoro::Task<Result<void>> KeyRing::tend()
{
    auto looking = read();
    if (const auto looked = co_await looking; !looked)
        co_return looked;
    QList<SigningKey> known;
    for (const Held &held : std::as_const(m_keys))
        known.append({held.signer.keyId(), {}, 0, held.signsFrom});
    const UtcMs now = m_clock.now();
    const KeyWork work = workOn(known, m_rules, now);
    if (!work.makeOne && work.retired.isEmpty())
        co_return Result<void>();
    SigningKey fresh;
    if (work.makeOne) {
        const bool ofTokens = m_rules.purpose == SigningKeyStore::Purpose::Tokens;
        const auto signer = ofTokens ? JwtSigner::generate(newId(now)) : JwtSigner::generateEs256(newId(now));
        if (!signer)
            co_return signer.error();
        const auto sealed = m_database.envelope().seal(signer->privateKey(), signer->keyId());
        if (!sealed)
            co_return sealed.error();
        fresh = {signer->keyId(), *sealed, now, 0};
    }
    auto future = m_database.write([fresh, now, rules = m_rules](QSqlDatabase &database) -> Result<void> {
        SigningKeyStore store(database, rules.purpose);
        // Looked at again within the transaction: another daemon may have done it.
        const auto keys = store.keys();
        if (!keys)
            return keys.error();
        const KeyWork due = workOn(*keys, rules, now);
        for (const QString &id : due.retired) {
            if (const auto removed = store.remove(id); !removed)
                return removed;
        }
        if (!due.makeOne || fresh.id.isEmpty())
            return {};
        SigningKey key = fresh;
        key.signsFrom = due.signsFrom;
        return store.add(key);
    });
    if (const auto done = co_await future; !done)
        co_return done;
    auto reading = read();
    co_return co_await reading;
}

QCoro::Task<Result<void>> KeyRing::read()
{
    m_readAt = m_clock.now();
    auto future = m_database.read(
        [purpose = m_rules.purpose](QSqlDatabase &database) { return SigningKeyStore(database, purpose).keys(); });
    const auto stored = co_await future;
    if (!stored)
        co_return stored.error();
    QList<Held> keys;
    for (const SigningKey &key : *stored) {
        const auto pem = m_database.envelope().open(key.privateKey, key.id);
        if (!pem)
            co_return pem.error();
        const auto signer = JwtSigner::fromPrivateKey(key.id, *pem);
        if (!signer)
            co_return signer.error();
        keys.append({key.signsFrom, *signer});
    }
    m_keys = keys;
    const auto set = Jwks::parse(publishedSet());
    if (!set)
        co_return set.error();
    m_set = *set;
    co_return Result<void>();
}

const KeyRing::Held *KeyRing::present() const
{
    const UtcMs now = m_clock.now();
    const auto found =
        std::find_if(m_keys.crbegin(), m_keys.crend(), [now](const Held &held) { return held.signsFrom <= now; });
    return found == m_keys.crend() ? nullptr : &*found;
}

const JwtSigner *KeyRing::signer() const
{
    const Held *held = present();
    return held ? &held->signer : nullptr;
}

QCoro::Task<Result<Secret>> KeyRing::sign(QJsonObject claims)
{
    if (!present()) {
        auto tending = tend();
        if (const auto tended = co_await tending; !tended)
            co_return tended.error();
    }
    const Held *key = present();
    if (!key)
        co_return Error(ErrorKind::Unavailable, QStringLiteral("there is no key to sign with"));
    co_return key->signer.sign(claims);
}

QCoro::Task<Result<Jwks>> KeyRing::keys(QString keyId)
{
    const bool known = std::any_of(m_keys.cbegin(), m_keys.cend(),
                                   [&keyId](const Held &held) { return held.signer.keyId() == keyId; });
    const UtcMs sinceRead = m_clock.now() - m_readAt;
    if (!known && (sinceRead >= betweenReads || sinceRead < 0)) { // less than none: the clock was set back
        auto reading = read();
        if (const auto done = co_await reading; !done)
            co_return done.error();
    }
    co_return Result<Jwks>(m_set);
}

QByteArray KeyRing::publishedSet() const
{
    QJsonArray keys;
    for (const Held &held : m_keys)
        keys.append(held.signer.publicKey());
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson(QJsonDocument::Compact);
}

} // namespace peerdesk
