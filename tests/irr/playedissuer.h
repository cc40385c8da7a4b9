// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/issuercalls.h"
#include "rak/keytext.h"

#include <QMap>

namespace peerdesk::test {

/// An issuer of keys as the registry sees it, without the network between: the test registry of RIPE, which knows the
/// keys that a test issues, tells of changes, can fall silent, forget and ask to be left alone.
class PlayedIssuer
{
public:
    explicit PlayedIssuer(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// For these prefixes, each with its own length, and AS64500.
    BearerKey issue(const QStringList &prefixes, std::chrono::seconds life = std::chrono::hours(24 * 30))
    {
        const BearerKey key = BearerKey::generate(Registry::RipeTest);
        KeyTerms terms;
        terms.reference = key.reference;
        terms.origin = Asn(64500);
        QList<PrefixWish> wishes;
        for (const QString &prefix : prefixes)
            wishes.append({prefix, {}});
        terms.prefixes = *PrefixSet::make(wishes);
        terms.expires = m_clock.now() + std::chrono::milliseconds(life).count();
        note(terms);
        return key;
    }
    void end(const KeyReference &reference, KeyState state)
    {
        KeyTerms terms = m_keys.value(reference);
        terms.state = state;
        note(terms);
    }
    void renew(const KeyReference &reference, std::chrono::seconds life)
    {
        KeyTerms terms = m_keys.value(reference);
        terms.expires = m_clock.now() + std::chrono::milliseconds(life).count();
        note(terms);
    }
    void beginAt(const KeyReference &reference, UtcMs notBefore)
    {
        KeyTerms terms = m_keys.value(reference);
        terms.notBefore = notBefore;
        note(terms);
    }
    void setSilent(bool silent) { m_silent = silent; }
    /// It has too many questions to answer, for so long; 0: no more.
    void setBusy(std::chrono::seconds busy) { m_busy = busy; }
    /// Asked about a key, it says that there is none.
    void setForgetful(bool forgetful) { m_forgetful = forgetful; }
    /// What was told so far cannot be told again.
    void forgetJournal() { m_forgotten = m_journal.size(); }
    [[nodiscard]] int askedForStatus() const { return m_askedForStatus; }

    IssuerCalls calls()
    {
        IssuerCalls calls;
        calls.verify = [this](BearerKey key) -> QCoro::Task<Result<CheckedKey>> { co_return told(key.reference); };
        calls.status = [this](KeyReference reference, Serial) -> QCoro::Task<Result<CheckedKey>> {
            ++m_askedForStatus;
            if (m_busy > std::chrono::seconds(0)) {
                Error busy(ErrorKind::Throttled, QStringLiteral("too many questions"));
                busy.retryAfter = m_busy;
                co_return busy;
            }
            co_return m_forgetful ? Result<CheckedKey>(Error(ErrorKind::NotFound)) : told(reference);
        };
        calls.news = [this](Registry, qint64 since) -> QCoro::Task<Result<IssuerNews>> { co_return news(since); };
        return calls;
    }

private:
    void note(KeyTerms terms)
    {
        m_journal.append(terms.reference);
        terms.sequence = m_journal.size();
        terms.serial = terms.serial.next(m_clock.now());
        m_keys.insert(terms.reference, terms);
    }
    [[nodiscard]] Result<CheckedKey> told(const KeyReference &reference) const
    {
        if (m_silent)
            return Error(ErrorKind::Unreachable, QStringLiteral("silence"));
        if (!m_keys.contains(reference))
            return Error(ErrorKind::NotFound, QStringLiteral("no such key"));
        CheckedKey key;
        key.statement = statementOf(m_keys.value(reference), QStringLiteral("https://rir.example"), {}, m_clock.now(),
                                    std::chrono::hours(24));
        key.text = reference.toString().toLatin1();
        return key;
    }
    [[nodiscard]] Result<IssuerNews> news(qint64 since) const
    {
        if (m_silent)
            return Error(ErrorKind::Unreachable, QStringLiteral("silence"));
        IssuerNews news;
        news.complete = since >= m_forgotten;
        news.changed = news.complete ? m_journal.mid(since) : QList<KeyReference>();
        news.next = m_journal.size();
        news.toldAt = m_clock.now() / 1000 * 1000;
        return news;
    }

    const Clock &m_clock;
    QMap<KeyReference, KeyTerms> m_keys;
    QList<KeyReference> m_journal;
    qint64 m_forgotten = 0;
    bool m_silent = false;
    bool m_forgetful = false;
    std::chrono::seconds m_busy = std::chrono::seconds(0);
    int m_askedForStatus = 0;
};

} // namespace peerdesk::test
