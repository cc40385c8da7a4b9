// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/keyanswer.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct KeyAnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyAnswer)
};

constexpr qsizetype prefixesNamed = 12;

QString answerSentence(const KeyTerms &terms, UtcMs now)
{
    switch (terms.status(now)) {
    case KeyStatus::Valid:
        return KeyAnswerWords::tr("Valid until %1: %2 may announce %3.")
            .arg(toRfc3339(terms.expires), terms.origin.toString(), prefixesInWords(terms.prefixes));
    case KeyStatus::NotYetValid:
        return KeyAnswerWords::tr("Not valid before %1.").arg(toRfc3339(terms.notBefore));
    case KeyStatus::Expired:
        return KeyAnswerWords::tr("Expired on %1: it authorises nothing any more.").arg(toRfc3339(terms.expires));
    case KeyStatus::Revoked:
        return KeyAnswerWords::tr("Revoked by its holder: it authorises nothing any more.");
    case KeyStatus::Withdrawn:
        break;
    }
    return KeyAnswerWords::tr("Withdrawn by the registry: its holder no longer holds what it is about.");
}

} // namespace

QString prefixInWords(const KeyPrefix &prefix)
{
    const QString text = prefix.prefix.toString();
    return prefix.maxLength == prefix.prefix.length()
               ? text
               : KeyAnswerWords::tr("%1 up to /%2").arg(text).arg(prefix.maxLength);
}

QString prefixesInWords(const PrefixSet &prefixes, qsizetype beyond)
{
    QStringList words;
    for (const KeyPrefix &item : prefixes.items()) {
        if (words.size() == prefixesNamed)
            break;
        words.append(prefixInWords(item));
    }
    const auto more = static_cast<int>(prefixes.items().size() - words.size() + beyond);
    const QString named = words.join(QStringLiteral(", "));
    return more == 0 ? named : KeyAnswerWords::tr("%1 and %n more", nullptr, more).arg(named);
}

KeyAnswer answerOf(const KeyTerms &terms, UtcMs now, const QString &knownFrom)
{
    KeyAnswer answer;
    answer.verdict = terms.status(now) == KeyStatus::Valid ? KeyAnswer::Verdict::Good : KeyAnswer::Verdict::Bad;
    answer.sentence = answerSentence(terms, now);
    if (answer.verdict == KeyAnswer::Verdict::Good && isTest(terms.reference.registry)) {
        answer.verdict = KeyAnswer::Verdict::Unclear;
        answer.sentence += QLatin1Char(' ') + KeyAnswerWords::tr("It is a test key, which proves nothing.");
    }
    answer.note = knownFrom;
    answer.terms = terms;
    return answer;
}

} // namespace peerdesk
