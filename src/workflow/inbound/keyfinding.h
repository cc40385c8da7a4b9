// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peeringapi/createrequest.h"
#include "rak/keyterms.h"
#include "workflow/inbound/evidence.h"

#include <QList>

class QSqlDatabase;

namespace peerdesk {

struct StoredRequestKey;

/// A key that came with a request, once its text was read.
struct NamedKey
{
    KeyReference reference;
    QByteArray statement; ///< not checked yet
};

/// What checking a key that came with a request found: what its issuer says of it, if that can be believed. It is a
/// finding of its moment; a statement ends, and what it said may be otherwise by now.
struct KeyFinding
{
    enum class Outcome {
        Valid,
        NotYetValid,
        Expired,
        Revoked,
        Withdrawn,
        OutsideSpace, ///< some of it is not its registry's to vouch for
        Outdated,     ///< a later version of the key is known here
        Refused,      ///< its statement does not hold: its signature, whom it is for, its time
        NoStatement,
        Untrusted, ///< no issuer of its registry is trusted here
        Unchecked, ///< the issuer's signing keys could not be had
    };

    KeyReference reference;
    Outcome outcome = Outcome::Untrusted;
    QString why; ///< of Refused and Unchecked, in English
    // As the statement says, if it held:
    Asn origin;
    PrefixSet prefixes;         ///< the first of them
    qsizetype morePrefixes = 0; ///< besides those
    Serial serial;
    UtcMs expires = 0; ///< the key
    UtcMs statementUntil = 0;

    UtcMs checkedAt = 0;

    /// It lets this network announce prefixes.
    [[nodiscard]] bool isProofOf(Asn asker) const { return outcome == Outcome::Valid && origin == asker; }
    bool operator==(const KeyFinding &) const = default;
};

/// Whether one of them does.
[[nodiscard]] bool provesKey(const QList<KeyFinding> &findings, Asn asker);

/// "valid", "no-statement": the words of the database.
[[nodiscard]] QString toText(KeyFinding::Outcome outcome);

/// Invalid, with one FieldError for each text that is no reference of a key. One that is a key is said to be: it does
/// not belong there, and is not repeated.
[[nodiscard]] Result<QList<NamedKey>> namedKeys(const QList<KeyProof> &proofs);

[[nodiscard]] StoredRequestKey toStored(const KeyFinding &finding);
[[nodiscard]] KeyFinding findingOf(const StoredRequestKey &stored);

/// Takes those for outdated of which an earlier request, or the registry of route objects, told a later version.
/// Within a job.
[[nodiscard]] Result<QList<KeyFinding>> comparedWithKnown(QSqlDatabase &database, QList<KeyFinding> findings);

/// The finding in words, as it is worth to who is asked by `asker` at that time.
[[nodiscard]] Evidence evidenceOf(const KeyFinding &finding, Asn asker, UtcMs now);

} // namespace peerdesk
