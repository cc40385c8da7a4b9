// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwkscache.h"
#include "rak/keystatement.h"
#include "workflow/keys/issuerapi.h"
#include "workflow/keys/keyanswer.h"
#include "workflow/keys/letter.h"

#include <optional>

namespace peerdesk {

/// Checks what somebody was sent: a key, its reference, or the text of a letter's code. Only the issuer that this desk
/// trusts is asked and believed; a letter that names another is not, or everybody could print one that names his own.
/// Owned by Keys, on the thread of the HTTP client.
class KeyChecker
{
public:
    KeyChecker(HttpClient &http, const Clock &clock, const IssuerApi &client);

    /// `asker` is who we are at the issuer: what was made for us alone is ours to believe. An error only where nothing
    /// could be found out; what is no key at all is an answer.
    QCoro::Task<Result<KeyAnswer>> check(QUrl issuer, Secret typed, Asn asker);

private:
    QCoro::Task<Result<KeyAnswer>> checkKey(QUrl issuer, BearerKey key);
    QCoro::Task<std::optional<Registry>> registryOf(QUrl issuer);
    QCoro::Task<Result<KeyAnswer>> checkReference(QUrl issuer, KeyReference reference);
    QCoro::Task<Result<KeyAnswer>> checkLetter(QUrl issuer, LetterText letter, Asn asker);
    QCoro::Task<Result<KeyStatement>> readStatement(QUrl issuer, LetterText letter, Asn asker);

    const Clock &m_clock;
    const IssuerApi &m_client;
    JwksCache m_keySets;
};

} // namespace peerdesk
