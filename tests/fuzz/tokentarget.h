// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwkscache.h"
#include "auth/tokenverifier.h"
#include "fuzz/demand.h"
#include "http/httpclient.h"
#include "support/manualclock.h"

namespace peerdesk::test {

/// A bearer token and the key set of its issuer, up to the identity that comes of it. The bytes are taken as
/// a token, as a key set, and (at line breaks) as the header, claims and signature of a token put together
/// from them, as the fuzzer could never guess base64url. Nobody here can sign: no token may pass.
class TokenTarget
{
public:
    TokenTarget()
        : m_verifier(rules(), m_cache, m_clock)
    {
        const auto keys = Jwks::parse(publicKey);
        demand(keys.ok() && !keys->isEmpty(), "The key can be read");
        m_verifier.acceptOwnTokens([set = *keys](const QString &) -> QCoro::Task<Result<Jwks>> { co_return set; });
    }

    void read(const QByteArray &bytes)
    {
        verify(bytes);
        const QList<QByteArray> parts = bytes.split('\n');
        if (parts.size() >= 3) {
            const QByteArray put =
                toBase64Url(parts.at(0)) + '.' + toBase64Url(parts.at(1)) + '.' + toBase64Url(parts.at(2));
            verify(put);
            readClaims(put);
        }
        if (const auto keys = Jwks::parse(bytes)) {
            (void)keys->knows(QString());
            demand(keys->isEmpty() || !keys->verify(Jwt()), "Nothing is signed by nobody");
        }
        if (const auto decoded = fromBase64Url(bytes))
            demand(fromBase64Url(toBase64Url(*decoded)) == decoded, "What was decoded can be encoded");
    }

private:
    static TokenRules rules()
    {
        TokenRules rules;
        rules.audience = QStringLiteral("https://peering.as64496.example/v1");
        return rules;
    }

    void verify(const QByteArray &token)
    {
        bool ended = false;
        auto task = m_verifier.verify(Secret(token));
        std::move(task).then([&ended](const Result<Identity> &identity) {
            ended = true;
            demand(!identity && identity.error().kind == ErrorKind::Unauthenticated, "What nobody signed is refused");
        });
        demand(ended, "Nothing has to be waited for");
    }

    /// What would follow if the signature were right.
    void readClaims(const QByteArray &token) const
    {
        const auto jwt = parseJwt(token);
        if (!jwt)
            return;
        JwtExpectations expected;
        expected.issuer = expected.audience = rules().audience;
        const auto checked = checkClaims(jwt->claims, expected, m_clock.now());
        const Identity identity = Identity::fromClaims(jwt->claims);
        (void)identity.toString();
        const Identity again = Identity::fromClaims(identity.toClaims());
        demand(again.networks == identity.networks && again.subject == identity.subject, "Claims survive the keychain");
        for (const NetworkRights &network : identity.networks)
            demand(network.asn != 0, "A network has a number");
        if (checked)
            demand(identity.expiresAt + 60'000 > m_clock.now(), "What holds has not expired");
    }

    // RFC 8037 appendix A's.
    static constexpr auto publicKey =
        R"({"keys":[{"kid":"k","kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})";

    ManualClock m_clock;
    HttpClient m_http{HttpClientSettings()};
    JwksCache m_cache{m_http, m_clock};
    TokenVerifier m_verifier;
};

} // namespace peerdesk::test
