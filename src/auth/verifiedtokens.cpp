// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/verifiedtokens.h"

#include "auth/presentedtoken.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr UtcMs trustedFor = 60 * 1000;

} // namespace

std::optional<Identity> VerifiedTokens::find(const PresentedToken &token, UtcMs now) const
{
    const auto found = m_tokens.constFind(token.digest());
    if (found == m_tokens.constEnd() || now < found->at || now >= found->until)
        return std::nullopt;
    return found->identity;
}

void VerifiedTokens::add(const PresentedToken &token, const Identity &identity, UtcMs holdsUntil, UtcMs now)
{
    if (m_tokens.size() >= most)
        m_tokens.clear();
    m_tokens.insert(token.digest(), {identity, now, std::min(holdsUntil, now + trustedFor)});
}

} // namespace peerdesk
