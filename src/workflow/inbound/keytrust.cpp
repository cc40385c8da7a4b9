// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/inbound/keytrust.h"

#include <algorithm>

namespace peerdesk {
namespace {

using Outcome = KeyFinding::Outcome;

constexpr qsizetype prefixesKept = 12;

Outcome outcomeOf(KeyStatus status)
{
    switch (status) {
    case KeyStatus::Valid:
        return Outcome::Valid;
    case KeyStatus::NotYetValid:
        return Outcome::NotYetValid;
    case KeyStatus::Expired:
        return Outcome::Expired;
    case KeyStatus::Revoked:
        return Outcome::Revoked;
    case KeyStatus::Withdrawn:
        break;
    }
    return Outcome::Withdrawn;
}

/// Why a statement says nothing here.
void takeError(const Error &error, KeyFinding &finding)
{
    const bool isStatements = error.kind == ErrorKind::Unauthenticated || error.kind == ErrorKind::Denied
                              || error.kind == ErrorKind::Protocol || error.kind == ErrorKind::Invalid;
    finding.outcome = isStatements ? Outcome::Refused : Outcome::Unchecked;
    finding.why = error.detail;
}

/// A key may have thousands; what is kept of a request that anybody may make is little.
void takePrefixes(const PrefixSet &prefixes, KeyFinding &finding)
{
    QJsonArray first = prefixes.toJson();
    while (first.size() > prefixesKept)
        first.removeLast();
    if (const auto kept = PrefixSet::fromJson(first))
        finding.prefixes = *kept;
    finding.morePrefixes = prefixes.items().size() - first.size();
}

void takeStatement(const KeyStatement &statement, const Trust &trust, UtcMs now, KeyFinding &finding)
{
    const KeyTerms &terms = statement.terms;
    if (terms.reference != finding.reference) {
        finding.outcome = Outcome::Refused;
        finding.why = QStringLiteral("it is about another key");
        return;
    }
    finding.origin = terms.origin;
    takePrefixes(terms.prefixes, finding);
    finding.serial = terms.serial;
    finding.expires = terms.expires;
    finding.statementUntil = statement.expires;
    finding.outcome = outcomeOf(statement.status == KeyStatus::Valid ? terms.status(now) : statement.status);
    const bool isItsSpace =
        std::all_of(terms.prefixes.items().begin(), terms.prefixes.items().end(), [&](const KeyPrefix &item) {
            const auto voucher = trust.keyFor(item.prefix);
            return voucher && *voucher == terms.reference.registry;
        });
    if (finding.outcome == Outcome::Valid && !isItsSpace)
        finding.outcome = Outcome::OutsideSpace;
}

} // namespace

QCoro::Task<QList<KeyFinding>> checkKeys(KeyTrust trust, QList<NamedKey> keys, UtcMs now)
{
    QList<KeyFinding> findings;
    for (const NamedKey &key : std::as_const(keys)) {
        KeyFinding finding;
        finding.reference = key.reference;
        finding.checkedAt = now;
        if (trust.registries.contains(key.reference.registry) && key.statement.isEmpty()) {
            finding.outcome = Outcome::NoStatement;
        } else if (trust.registries.contains(key.reference.registry)) {
            auto checking = trust.check(key.reference.registry, key.statement);
            const auto told = co_await checking;
            if (told)
                takeStatement(told->statement, trust.trust, now, finding);
            else
                takeError(told.error(), finding);
        }
        findings.append(finding);
    }
    co_return findings;
}

} // namespace peerdesk
