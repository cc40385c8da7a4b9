// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

namespace peerdesk {

/// A bearer token as it came, with the digest under which it is remembered where the token itself is not to be kept:
/// taken once for each request, and several ask for it.
class PresentedToken
{
public:
    PresentedToken() = default;
    PresentedToken(Secret text);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const Secret &text() const { return m_text; }
    /// SHA-256; empty only where no token was looked for.
    [[nodiscard]] const QByteArray &digest() const { return m_digest; }

private:
    Secret m_text;
    QByteArray m_digest;
};

} // namespace peerdesk
