// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwtsigner.h"

#include "auth/jwt.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace peerdesk {
namespace {

constexpr unsigned int keyBits = 2048;

constexpr int coordinateOctets = 32; // of P-256

/// In so many octets, or as many as it takes.
QString publicNumber(const EVP_PKEY *key, const char *name, int octets = 0)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(octets > 0 ? octets : BN_num_bytes(number), Qt::Uninitialized);
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    BN_free(number);
    return QString::fromLatin1(toBase64Url(bytes));
}

bool isElliptic(const EVP_PKEY *key)
{
    return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC;
}

/// R and S side by side (RFC 7518 section 3.4) from what OpenSSL makes; empty unless it is such a pair.
QByteArray sideBySide(const QByteArray &der)
{
    const auto *from = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
        d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(der.size())), ECDSA_SIG_free);
    if (!pair)
        return {};
    QByteArray bytes(2 * coordinateOctets, Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(bytes.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), to, coordinateOctets);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), to + coordinateOctets, coordinateOctets);
    return bytes;
}

QByteArray part(const QJsonObject &object)
{
    return toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

JwtSigner::JwtSigner(std::shared_ptr<evp_pkey_st> key, QString keyId)
    : m_key(std::move(key))
    , m_keyId(std::move(keyId))
{
}

Result<JwtSigner> JwtSigner::generate(const QString &keyId)
{
    EVP_PKEY *key = EVP_RSA_gen(keyBits);
    if (!key)
        return Error(ErrorKind::Internal, QStringLiteral("no key could be made"));
    return JwtSigner({key, EVP_PKEY_free}, keyId);
}

Result<JwtSigner> JwtSigner::generateEs256(const QString &keyId)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    if (!key)
        return Error(ErrorKind::Internal, QStringLiteral("no key could be made"));
    return JwtSigner({key, EVP_PKEY_free}, keyId);
}

Result<JwtSigner> JwtSigner::fromPrivateKey(const QString &keyId, const Secret &pem)
{
    const QByteArray text = pem.reveal();
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())), BIO_free);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr);
    if (!key)
        return Error(ErrorKind::Internal, QStringLiteral("a signing key cannot be read"));
    return JwtSigner({key, EVP_PKEY_free}, keyId);
}

Secret JwtSigner::privateKey() const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_secmem()), BIO_free);
    char *text = nullptr;
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    const long length = BIO_get_mem_data(bio.get(), &text);
    return Secret(QByteArray(text, static_cast<qsizetype>(length)));
}

Secret JwtSigner::sign(const QJsonObject &claims, const QString &type) const
{
    return signWithHeader(
        {{QStringLiteral("alg"), algorithm()}, {QStringLiteral("kid"), m_keyId}, {QStringLiteral("typ"), type}},
        claims);
}

Secret JwtSigner::signWithHeader(const QJsonObject &header, const QJsonObject &claims) const
{
    const QByteArray text = part(header) + '.' + part(claims);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), Qt::Uninitialized);
    size_t length = static_cast<size_t>(signature.size());
    const bool made =
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                          reinterpret_cast<const unsigned char *>(text.constData()), static_cast<size_t>(text.size()))
               == 1;
    signature.truncate(made ? static_cast<qsizetype>(length) : 0);
    if (isElliptic(m_key.get()))
        signature = sideBySide(signature);
    return Secret(text + '.' + toBase64Url(signature));
}

QString JwtSigner::algorithm() const
{
    return isElliptic(m_key.get()) ? QStringLiteral("ES256") : QStringLiteral("RS256");
}

QJsonObject JwtSigner::publicKey() const
{
    if (isElliptic(m_key.get()))
        return {{QStringLiteral("kty"), QStringLiteral("EC")},
                {QStringLiteral("crv"), QStringLiteral("P-256")},
                {QStringLiteral("use"), QStringLiteral("sig")},
                {QStringLiteral("alg"), algorithm()},
                {QStringLiteral("kid"), m_keyId},
                {QStringLiteral("x"), publicNumber(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_X, coordinateOctets)},
                {QStringLiteral("y"), publicNumber(m_key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, coordinateOctets)}};
    return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("alg"), algorithm()},
            {QStringLiteral("kid"), m_keyId},
            {QStringLiteral("n"), publicNumber(m_key.get(), OSSL_PKEY_PARAM_RSA_N)},
            {QStringLiteral("e"), publicNumber(m_key.get(), OSSL_PKEY_PARAM_RSA_E)}};
}

QByteArray JwtSigner::jwks() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{publicKey()}}}).toJson(QJsonDocument::Compact);
}

} // namespace peerdesk
