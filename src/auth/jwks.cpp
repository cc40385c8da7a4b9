// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwks.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace peerdesk {
namespace {

constexpr int minimumKeyBits = 2048; // RFC 7518 section 3.3

template<auto Free> struct Freed
{
    template<class T> void operator()(T *object) const { Free(object); }
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

const unsigned char *rawBytes(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

/// P-256 (RFC 7518 section 6.2.1), after checking that the point lies on the curve (RFC 8725 section 3.4).
std::shared_ptr<EVP_PKEY> p256Key(const QJsonObject &jwk)
{
    const auto x = fromBase64Url(jwk.value(QLatin1String("x")).toString().toLatin1());
    const auto y = fromBase64Url(jwk.value(QLatin1String("y")).toString().toLatin1());
    if (!x || !y || x->size() != 32 || y->size() != 32)
        return nullptr;
    const QByteArray point = '\x04' + *x + *y;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
        || !OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                             static_cast<size_t>(point.size())))
        return nullptr;
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext making(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY *made = nullptr;
    if (EVP_PKEY_fromdata_init(making.get()) <= 0
        || EVP_PKEY_fromdata(making.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    std::shared_ptr<EVP_PKEY> key(made, EVP_PKEY_free);
    const KeyContext checking(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr));
    return EVP_PKEY_public_check(checking.get()) == 1 ? key : nullptr;
}

/// RFC 8037 section 2.
std::shared_ptr<EVP_PKEY> ed25519Key(const QJsonObject &jwk)
{
    const auto x = fromBase64Url(jwk.value(QLatin1String("x")).toString().toLatin1());
    if (!x || x->size() != 32)
        return nullptr;
    EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, rawBytes(*x), 32);
    return key ? std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free) : nullptr;
}

/// The one algorithm that a key is for; empty if it is none of ours.
QString algorithmOf(const QJsonObject &jwk)
{
    const QString type = jwk.value(QLatin1String("kty")).toString();
    const QString curve = jwk.value(QLatin1String("crv")).toString();
    const QString use = jwk.value(QLatin1String("use")).toString();
    const QString stated = jwk.value(QLatin1String("alg")).toString();
    QString algorithm;
    if (type == u"RSA")
        algorithm = QStringLiteral("RS256");
    else if (type == u"EC" && curve == u"P-256")
        algorithm = QStringLiteral("ES256");
    else if (type == u"OKP" && curve == u"Ed25519")
        algorithm = QStringLiteral("EdDSA");
    const bool meant = (use.isEmpty() || use == u"sig") && (stated.isEmpty() || stated == algorithm);
    return meant ? algorithm : QString();
}

/// R and S side by side (RFC 7518 section 3.4) as OpenSSL wants them; empty unless it is 64 bytes.
QByteArray derSignature(const QByteArray &raw)
{
    if (raw.size() != 64)
        return {};
    const std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>> signature(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(rawBytes(raw), 32, nullptr);
    BIGNUM *s = BN_bin2bn(rawBytes(raw) + 32, 32, nullptr);
    if (ECDSA_SIG_set0(signature.get(), r, s) != 1) // which owns them from here on
        return {};
    unsigned char *der = nullptr;
    const int length = i2d_ECDSA_SIG(signature.get(), &der);
    if (length <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return bytes;
}

bool signatureHolds(EVP_PKEY *key, const QString &algorithm, const Jwt &token)
{
    const DigestContext context(EVP_MD_CTX_new());
    const QByteArray signature = algorithm == u"ES256" ? derSignature(token.signature) : token.signature;
    const EVP_MD *digest = algorithm == u"EdDSA" ? nullptr : EVP_sha256(); // Ed25519 hashes by itself
    return !signature.isEmpty() && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1
           && EVP_DigestVerify(context.get(), rawBytes(signature), static_cast<size_t>(signature.size()),
                               rawBytes(token.signedPart), static_cast<size_t>(token.signedPart.size()))
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
        const QString algorithm = algorithmOf(jwk);
        std::shared_ptr<EVP_PKEY> key;
        if (algorithm == u"RS256")
            key = rsaKey(jwk);
        else if (algorithm == u"ES256")
            key = p256Key(jwk);
        else if (algorithm == u"EdDSA")
            key = ed25519Key(jwk);
        if (key && (algorithm != u"RS256" || EVP_PKEY_get_bits(key.get()) >= minimumKeyBits))
            set.m_keys.insert(jwk.value(QLatin1String("kid")).toString(), {algorithm, key});
    }
    return set;
}

const Jwks::Key *Jwks::key(const QString &keyId) const
{
    if (keyId.isEmpty() && m_keys.size() == 1)
        return &*m_keys.constBegin();
    const auto found = m_keys.constFind(keyId);
    return found == m_keys.constEnd() ? nullptr : &*found;
}

Result<void> Jwks::verify(const Jwt &token) const
{
    static const QStringList accepted = {QStringLiteral("RS256"), QStringLiteral("ES256"), QStringLiteral("EdDSA")};
    const Error notAccepted(ErrorKind::Unauthenticated, QStringLiteral("the token's algorithm is not accepted"));
    if (!accepted.contains(token.algorithm()))
        return notAccepted;
    const Key *signer = key(token.keyId());
    if (!signer)
        return Error(ErrorKind::Unauthenticated, QStringLiteral("the token's key is not known"));
    if (token.algorithm() != signer->algorithm)
        return notAccepted;
    if (!signatureHolds(signer->key.get(), signer->algorithm, token))
        return Error(ErrorKind::Unauthenticated, QStringLiteral("the token's signature is wrong"));
    return {};
}

} // namespace peerdesk
