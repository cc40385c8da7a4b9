// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/verifiedtokens.h"

#include "base/secret.h"

#include <openssl/sha.h>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr UtcMs trustedFor = 60 * 1000;

} // namespace

QByteArray digestOf(const Secret &token)
{
    const QByteArray text = token.reveal();
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char *>(text.constData()), static_cast<std::size_t>(text.size()),
           reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

std::optional<Identity> VerifiedTokens::find(const Secret &token, UtcMs now) const
{
    const auto found = m_tokens.constFind(digestOf(token));
    if (found == m_tokens.constEnd() || now < found->at || now >= found->until)
        return std::nullopt;
    return found->identity;
}

void VerifiedTokens::add(const Secret &token, const Identity &identity, UtcMs holdsUntil, UtcMs now)
{
    if (m_tokens.size() >= most)
        m_tokens.clear();
    m_tokens.insert(digestOf(token), {identity, now, std::min(holdsUntil, now + trustedFor)});
}

} // namespace peerdesk
