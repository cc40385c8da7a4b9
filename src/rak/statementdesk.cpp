// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/statementdesk.h"

#include "auth/jwtsigner.h"

namespace peerdesk {
namespace {

constexpr qsizetype keptBytes = 64 << 20;
constexpr qsizetype besideText = 1000; // what one takes besides its text, roughly

} // namespace

StatementDesk::StatementDesk(QString issuer, std::chrono::seconds life, Signer signer)
    : m_issuer(std::move(issuer))
    , m_life(life)
    , m_signer(std::move(signer))
    , m_signed(keptBytes)
{
}

Result<QByteArray> StatementDesk::statement(const KeyTerms &terms, const QString &audience, UtcMs now)
{
    const JwtSigner *signer = m_signer();
    if (!signer)
        return Error(ErrorKind::Unavailable, QStringLiteral("there is no key to sign with"));
    const Signed *known = m_signed.object(terms.reference);
    // Every change of a key has another sequence number; only time changes its status without one.
    if (known && known->statement.terms.sequence == terms.sequence && known->statement.audience == audience
        && known->statement.status == terms.status(now) && known->keyId == signer->keyId()
        && now < known->statement.halfLife() && now >= known->statement.issued)
        return known->text;
    auto fresh = std::make_unique<Signed>();
    fresh->statement = statementOf(terms, m_issuer, audience, now, m_life);
    fresh->keyId = signer->keyId();
    const auto text = signStatement(fresh->statement, *signer);
    if (!text)
        return text;
    fresh->text = *text;
    m_signed.insert(terms.reference, fresh.release(), text->size() * 2 + besideText);
    return text;
}

std::optional<KeyTerms> StatementDesk::termsOf(const KeyReference &reference, qint64 sequence) const
{
    const Signed *known = m_signed.object(reference);
    return known && known->statement.terms.sequence == sequence ? std::optional(known->statement.terms) : std::nullopt;
}

} // namespace peerdesk
