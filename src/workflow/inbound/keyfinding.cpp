// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/keyfinding.h"

#include "irr/hungkeystore.h"
#include "peering/words.h"
#include "storage/requestkeystore.h"
#include "workflow/keys/keyanswer.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

using Outcome = KeyFinding::Outcome;
using Weight = Evidence::Weight;

constexpr std::array outcomeWords = {
    Word<Outcome>{Outcome::Valid, "valid"},
    Word<Outcome>{Outcome::NotYetValid, "not-yet-valid"},
    Word<Outcome>{Outcome::Expired, "expired"},
    Word<Outcome>{Outcome::Revoked, "revoked"},
    Word<Outcome>{Outcome::Withdrawn, "withdrawn"},
    Word<Outcome>{Outcome::OutsideSpace, "outside-space"},
    Word<Outcome>{Outcome::Outdated, "outdated"},
    Word<Outcome>{Outcome::Refused, "refused"},
    Word<Outcome>{Outcome::NoStatement, "no-statement"},
    Word<Outcome>{Outcome::Untrusted, "untrusted"},
    Word<Outcome>{Outcome::Unchecked, "unchecked"},
};

struct KeyFindingWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyFinding)
};

/// Of a key that was valid when it came.
std::pair<Weight, QString> validWords(const KeyFinding &finding, Asn asker, UtcMs now)
{
    const QString prefixes = prefixesInWords(finding.prefixes, finding.morePrefixes);
    const QString until = toRfc3339(finding.expires);
    if (finding.expires <= now)
        return {Weight::Bad, KeyFindingWords::tr("expired on %1").arg(until)};
    if (finding.origin != asker)
        return {Weight::Doubtful, KeyFindingWords::tr("for %1, not for %2: it may announce %3 until %4")
                                      .arg(finding.origin.toString(), asker.toString(), prefixes, until)};
    const QString may = KeyFindingWords::tr("%1 may announce %2 until %3").arg(asker.toString(), prefixes, until);
    if (finding.statementUntil > now)
        return {Weight::Good, may};
    return {Weight::Neutral, KeyFindingWords::tr("%1; its statement ended on %2, and it may have been revoked since")
                                 .arg(may, toRfc3339(finding.statementUntil))};
}

std::pair<Weight, QString> findingWords(const KeyFinding &finding, Asn asker, UtcMs now)
{
    switch (finding.outcome) {
    case Outcome::Valid:
        return validWords(finding, asker, now);
    case Outcome::NotYetValid:
        return {Weight::Doubtful, KeyFindingWords::tr("not valid yet when it was checked")};
    case Outcome::Expired:
        return {Weight::Bad, KeyFindingWords::tr("expired on %1").arg(toRfc3339(finding.expires))};
    case Outcome::Revoked:
        return {Weight::Bad, KeyFindingWords::tr("revoked by its holder")};
    case Outcome::Withdrawn:
        return {Weight::Bad,
                KeyFindingWords::tr("withdrawn by its registry, for its holder has lost what it is about")};
    case Outcome::OutsideSpace:
        return {Weight::Bad, KeyFindingWords::tr("names prefixes that its registry may not vouch for: %1")
                                 .arg(prefixesInWords(finding.prefixes, finding.morePrefixes))};
    case Outcome::Outdated:
        return {Weight::Bad, KeyFindingWords::tr("its statement is older than what is known here of the key")};
    case Outcome::Refused:
        return {Weight::Bad, KeyFindingWords::tr("its statement does not hold: %1").arg(finding.why)};
    case Outcome::NoStatement:
        return {Weight::Doubtful, KeyFindingWords::tr("came without a statement of its issuer, which proves nothing")};
    case Outcome::Unchecked:
        return {Weight::Doubtful, KeyFindingWords::tr("could not be checked: %1").arg(finding.why)};
    case Outcome::Untrusted:
        break;
    }
    return {Weight::Doubtful,
            KeyFindingWords::tr("no issuer of %1 is trusted here").arg(toText(finding.reference.registry))};
}

} // namespace

bool provesKey(const QList<KeyFinding> &findings, Asn asker)
{
    return std::any_of(findings.begin(), findings.end(),
                       [asker](const KeyFinding &finding) { return finding.isProofOf(asker); });
}

QString toText(KeyFinding::Outcome outcome)
{
    return wordOf(outcomeWords, outcome);
}

Result<QList<NamedKey>> namedKeys(const QList<KeyProof> &proofs)
{
    QList<NamedKey> keys;
    QList<FieldError> faults;
    for (qsizetype i = 0; i < proofs.size(); ++i) {
        const auto reference = KeyReference::parse(proofs.at(i).reference);
        if (reference)
            keys.append({*reference, proofs.at(i).statement});
        else
            faults.append({QStringLiteral("rak[%1].ref").arg(i), {reference.error().detail}, {}});
    }
    if (!faults.isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("The request cannot be read"), faults);
    return keys;
}

StoredRequestKey toStored(const KeyFinding &finding)
{
    const QString prefixes =
        finding.prefixes.isEmpty()
            ? QString()
            : QString::fromUtf8(QJsonDocument(finding.prefixes.toJson()).toJson(QJsonDocument::Compact));
    return {finding.reference.toString(),
            toText(finding.outcome),
            finding.why,
            finding.origin,
            prefixes,
            finding.morePrefixes,
            finding.serial.number(),
            finding.expires,
            finding.statementUntil,
            finding.checkedAt};
}

KeyFinding findingOf(const StoredRequestKey &stored)
{
    KeyFinding finding;
    if (const auto reference = KeyReference::parse(stored.reference))
        finding.reference = *reference;
    finding.outcome = valueOf<Outcome>(outcomeWords, stored.outcome).value_or(Outcome::Unchecked);
    finding.why = stored.why;
    finding.origin = stored.origin;
    if (const auto prefixes = PrefixSet::fromJson(QJsonDocument::fromJson(stored.prefixes.toUtf8()).array()))
        finding.prefixes = *prefixes;
    finding.morePrefixes = stored.morePrefixes;
    finding.serial = Serial(stored.serial);
    finding.expires = stored.expiresAt;
    finding.statementUntil = stored.statementUntil;
    finding.checkedAt = stored.checkedAt;
    return finding;
}

Result<QList<KeyFinding>> comparedWithKnown(QSqlDatabase &database, QList<KeyFinding> findings)
{
    for (KeyFinding &finding : findings) {
        if (finding.serial == Serial())
            continue;
        const auto seen = RequestKeyStore(database).latestSerial(finding.reference.toString());
        if (!seen)
            return seen.error();
        const auto hung = HungKeyStore(database).key(finding.reference);
        if (!hung)
            return hung.error();
        const bool isLaterSeen = *seen != 0 && Serial(*seen).isNewerThan(finding.serial);
        if (isLaterSeen || (*hung && (*hung)->serial.isNewerThan(finding.serial)))
            finding.outcome = Outcome::Outdated;
    }
    return findings;
}

Evidence evidenceOf(const KeyFinding &finding, Asn asker, UtcMs now)
{
    const auto [weight, words] = findingWords(finding, asker, now);
    return {Evidence::Kind::Key, weight,
            KeyFindingWords::tr("Key %1 of %2: %3")
                .arg(finding.reference.toString(), toText(finding.reference.registry), words)};
}

} // namespace peerdesk
