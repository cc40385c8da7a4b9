// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwks.h"
#include "auth/jwt.h"
#include "auth/jwtsigner.h"
#include "fuzz/demand.h"
#include "rak/holderfile.h"
#include "rak/keystatement.h"
#include "support/manualclock.h"

#include <QJsonDocument>

namespace peerdesk::test {

/// What strangers hand in about a registry's keys: the bytes as the text of a key and of a reference, as a list of
/// prefixes, as a list of holders, as a statement, and as the claims of a statement that the right key has signed.
/// What can be read is written as it is read; nothing that was not signed passes.
class RakTarget
{
public:
    void read(const QByteArray &bytes)
    {
        const QString text = QString::fromUtf8(bytes);
        readKey(text);
        readPrefixes(bytes);
        (void)HolderFile::parse(bytes);
        const auto unsignedOne = checkStatement(bytes, m_keys, m_expected, m_clock.now());
        demand(!unsignedOne, "What nobody signed is refused");
        const QJsonDocument claims = QJsonDocument::fromJson(bytes);
        if (claims.isObject())
            readStatement(claims.object());
    }

private:
    static void readKey(const QString &text)
    {
        if (const auto key = BearerKey::parse(Secret(text))) {
            const auto again = BearerKey::parse(key->toText());
            demand(again.ok() && again->reference == key->reference && again->secret == key->secret,
                   "A key has one text");
            demand(!KeyReference::parse(text), "A key is no reference");
        }
        if (const auto reference = KeyReference::parse(text)) {
            const auto again = KeyReference::parse(reference->toString());
            demand(again.ok() && *again == *reference, "A reference has one text");
        }
    }

    static void readPrefixes(const QByteArray &bytes)
    {
        const auto set = PrefixSet::fromJson(QJsonDocument::fromJson(bytes).array());
        if (!set) {
            demand(!set.error().fields.isEmpty(), "What is wrong with prefixes is named");
            return;
        }
        demand(PrefixSet::fromJson(set->toJson()).ok(), "Prefixes survive the wire");
        for (const KeyPrefix &item : set->items())
            demand(set->covers(item.prefix), "A set covers what it is made of");
    }

    void readStatement(const QJsonObject &claims) const
    {
        const QByteArray text = m_signer.sign(claims, QStringLiteral("rak-statement+jwt")).reveal();
        const auto statement = checkStatement(text, m_keys, m_expected, m_clock.now());
        if (!statement)
            return;
        demand(statement->terms.reference.registry == m_expected.registry, "An issuer speaks for its registry alone");
        demand(!statement->terms.prefixes.isEmpty(), "A key is about something");
        demand(statement->expires + 60'000 > m_clock.now(), "What holds has not expired");
    }

    static StatementExpectations expectations()
    {
        StatementExpectations expected;
        expected.issuer = QStringLiteral("https://registry.example");
        return expected;
    }

    const ManualClock m_clock;
    const JwtSigner m_signer = *JwtSigner::generateEs256(QStringLiteral("rak-1"));
    const Jwks m_keys = *Jwks::parse(m_signer.jwks());
    const StatementExpectations m_expected = expectations();
};

} // namespace peerdesk::test
