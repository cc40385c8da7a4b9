// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwks.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace peerdesk {
namespace {

constexpr int minimumKeyBits = 2048; // RFC 7518 section 3.3

template<auto Free>
struct Freed
{
    template<class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using BigNumber = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

BigNumber bigNumber(const QJsonValue &value)
{
    const auto bytes = fromBase64Url(value.toString().toLatin1());
    if (!bytes || bytes->isEmpty())
        return nullptr;
    return BigNumber(BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes->constData()),
                               static_cast<int>(bytes->size()), nullptr));
}

std::shared_ptr<EVP_PKEY> rsaKey(const QJsonObject &jwk)
{
    const BigNumber modulus = bigNumber(jwk.value(QLatin1String("n")));
    const BigNumber exponent = bigNumber(jwk.value(QLatin1String("e")));
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!modulus || !exponent || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get())
        || !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get()))
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) <= 0
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    return {key, EVP_PKEY_free};
}

bool mayVerify(const QJsonObject &jwk)
{
    const QString use = jwk.value(QLatin1String("use")).toString();
    const QString algorithm = jwk.value(QLatin1String("alg")).toString();
    return jwk.value(QLatin1String("kty")).toString() == u"RSA" && (use.isEmpty() || use == u"sig")
        && (algorithm.isEmpty() || algorithm == u"RS256");
}

bool signatureHolds(EVP_PKEY *key, const Jwt &token)
{
    const DigestContext context(EVP_MD_CTX_new());
    const auto bytes = [](const QByteArray &text) { return reinterpret_cast<const unsigned char *>(text.constData()); };
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1
        && EVP_DigestVerify(context.get(), bytes(token.signature), static_cast<size_t>(token.signature.size()),
                            bytes(token.signedPart), static_cast<size_t>(token.signedPart.size()))
        == 1;
}

} // namespace

Result<Jwks> Jwks::parse(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object.value(QLatin1String("keys")).isArray())
        return Error(ErrorKind::Protocol, QStringLiteral("not a JSON Web Key Set"));
    Jwks set;
    const QJsonArray keys = object.value(QLatin1String("keys")).toArray();
    for (const QJsonValue &value : keys) {
        const QJsonObject jwk = value.toObject();
        if (!mayVerify(jwk))
            continue;
        if (const Key key = rsaKey(jwk); key && EVP_PKEY_get_bits(key.get()) >= minimumKeyBits)
            set.m_keys.insert(jwk.value(QLatin1String("kid")).toString(), key);
    }
    return set;
}

Jwks::Key Jwks::key(const QString &keyId) const
{
    if (keyId.isEmpty() && m_keys.size() == 1)
        return *m_keys.begin();
    return m_keys.value(keyId);
}

Result<void> Jwks::verify(const Jwt &token) const
{
    if (token.algorithm() != u"RS256")
        return Error(ErrorKind::Unauthenticated, QStringLiteral("the token's algorithm is not accepted"));
    const Key signer = key(token.keyId());
    if (!signer)
        return Error(ErrorKind::Unauthenticated, QStringLiteral("the token's key is not known"));
    if (!signatureHolds(signer.get(), token))
        return Error(ErrorKind::Unauthenticated, QStringLiteral("the token's signature is wrong"));
    return {};
}

} // namespace peerdesk
