// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/keychecker.h"

#include "auth/jwt.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct KeyCheckerWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyChecker)
};

KeyAnswer badAnswer(const QString &sentence, const QString &note = {})
{
    return {KeyAnswer::Verdict::Bad, sentence, note, {}};
}

KeyAnswer unclearAnswer(const QString &sentence, const QString &note)
{
    return {KeyAnswer::Verdict::Unclear, sentence, note, {}};
}

/// The issuer is silent about references that the asker has not seen the key of: it would tell of customers.
KeyAnswer silentAbout()
{
    return unclearAnswer(KeyCheckerWords::tr("The issuer says nothing of this reference."),
                         KeyCheckerWords::tr("It tells of a key only whom the key itself was shown. Ask for the key, "
                                             "or for a letter that was printed today."));
}

} // namespace

KeyChecker::KeyChecker(HttpClient &http, const Clock &clock, const IssuerApi &client)
    : m_clock(clock)
    , m_client(client)
    , m_keySets(http, clock)
{
}

QCoro::Task<Result<KeyAnswer>> KeyChecker::check(QUrl issuer, Secret typed, Asn asker)
{
    if (LetterText::isMeantBy(typed.revealText())) {
        const auto letter = LetterText::parse(typed.revealText());
        if (!letter)
            co_return badAnswer(letter.error().detail);
        auto checking = checkLetter(issuer, *letter, asker);
        co_return co_await checking;
    }
    const auto key = BearerKey::parse(typed);
    if (key) {
        auto checking = checkKey(issuer, *key);
        co_return co_await checking;
    }
    const auto reference = KeyReference::parse(typed.revealText());
    if (!reference)
        co_return badAnswer(key.error().detail);
    auto checking = checkReference(issuer, *reference);
    co_return co_await checking;
}

/// Whose keys the issuer gives, as far as we hold some.
QCoro::Task<std::optional<Registry>> KeyChecker::registryOf(QUrl issuer)
{
    auto listing = m_client.keys(issuer);
    const auto held = co_await listing;
    if (!held || held->isEmpty())
        co_return std::nullopt;
    co_return held->first().terms.reference.registry;
}

QCoro::Task<Result<KeyAnswer>> KeyChecker::checkKey(QUrl issuer, BearerKey key)
{
    // A key is a secret between its holder and its registry: another registry's issuer must not be shown it.
    auto learning = registryOf(issuer);
    const auto registry = co_await learning;
    if (registry && *registry != key.reference.registry)
        co_return unclearAnswer(
            KeyCheckerWords::tr("This is a key of %1, and the issuer that this desk trusts is that of "
                                "%2.")
                .arg(toText(key.reference.registry), toText(*registry)),
            KeyCheckerWords::tr("The key was shown to nobody. Only its own registry can say whether "
                                "it holds."));
    const Secret text = key.toText();
    auto verifying = m_client.verify(issuer, text);
    const auto verified = co_await verifying;
    if (verified)
        co_return answerOf(verified->terms, m_clock.now(),
                           KeyCheckerWords::tr("The issuer said so just now, of this very key."));
    if (verified.error().kind != ErrorKind::NotFound)
        co_return verified.error();
    co_return badAnswer(KeyCheckerWords::tr("The issuer knows no such key: it is invented, or not of this issuer."));
}

QCoro::Task<Result<KeyAnswer>> KeyChecker::checkReference(QUrl issuer, KeyReference reference)
{
    const QString text = reference.toString();
    auto asking = m_client.status(issuer, text);
    const auto known = co_await asking;
    if (known)
        co_return answerOf(known->terms, m_clock.now(), KeyCheckerWords::tr("The issuer said so just now."));
    if (known.error().kind != ErrorKind::NotFound)
        co_return known.error();
    co_return silentAbout();
}

QCoro::Task<Result<KeyAnswer>> KeyChecker::checkLetter(QUrl issuer, LetterText letter, Asn asker)
{
    if (letter.issuer != issuer)
        co_return unclearAnswer(
            KeyCheckerWords::tr("The letter names the issuer %1, which is not the one that this desk trusts.")
                .arg(letter.issuer.toString()),
            KeyCheckerWords::tr("Whoever forges a letter names an issuer of his own. The trusted one is %1.")
                .arg(issuer.toString()));
    // What the issuer says now goes before what it signed when the letter was made.
    auto asking = checkReference(issuer, letter.reference);
    const auto now = co_await asking;
    if (letter.statement.isEmpty() || (now && now->terms))
        co_return now;
    auto reading = readStatement(issuer, letter, asker);
    const auto statement = co_await reading;
    if (statement)
        co_return answerOf(statement->terms, m_clock.now(),
                           KeyCheckerWords::tr("The issuer signed it on %1, for all to believe until %2. Whether it "
                                               "was revoked since is told only to whom the key was shown.")
                               .arg(toRfc3339(statement->issued), toRfc3339(statement->expires)));
    if (!now)
        co_return now;
    if (statement.error().kind == ErrorKind::Unavailable || statement.error().kind == ErrorKind::Unreachable)
        co_return statement.error();
    co_return unclearAnswer(
        KeyCheckerWords::tr("The letter's signed statement does not hold: %1").arg(statement.error().detail),
        now->note);
}

QCoro::Task<Result<KeyStatement>> KeyChecker::readStatement(QUrl issuer, LetterText letter, Asn asker)
{
    const auto jwt = parseJwt(letter.statement);
    if (!jwt)
        co_return jwt.error();
    const QString keyId = jwt->header[u"kid"].toString();
    auto fetching = m_keySets.keys(IssuerApi::keySet(issuer), keyId);
    const auto keys = co_await fetching;
    if (!keys)
        co_return keys.error();
    StatementExpectations expected;
    expected.issuer = issuer.toString(QUrl::FullyEncoded);
    expected.registry = letter.reference.registry;
    if (asker.isValid())
        expected.audience = asker.toString();
    const auto statement = checkStatement(letter.statement, *keys, expected, m_clock.now());
    const QString audience = jwt->claims[u"aud"].toString();
    if (!statement && !audience.isEmpty() && audience != expected.audience)
        co_return Error(ErrorKind::Denied, KeyCheckerWords::tr("it is for %1 alone.").arg(audience));
    if (statement && statement->terms.reference != letter.reference)
        co_return Error(ErrorKind::Denied, KeyCheckerWords::tr("It is about another key."));
    co_return statement;
}

} // namespace peerdesk
