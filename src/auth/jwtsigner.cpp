// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwtsigner.h"

#include "auth/jwt.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace peerdesk {
namespace {

constexpr unsigned int keyBits = 2048;

QString publicNumber(const EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(BN_num_bytes(number), Qt::Uninitialized);
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(number);
    return QString::fromLatin1(toBase64Url(bytes));
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
    return signWithHeader({{QStringLiteral("alg"), QStringLiteral("RS256")},
                           {QStringLiteral("kid"), m_keyId},
                           {QStringLiteral("typ"), type}},
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
    return Secret(text + '.' + toBase64Url(signature));
}

QJsonObject JwtSigner::publicKey() const
{
    return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("use"), QStringLiteral("sig")},
            {QStringLiteral("alg"), QStringLiteral("RS256")},
            {QStringLiteral("kid"), m_keyId},
            {QStringLiteral("n"), publicNumber(m_key.get(), OSSL_PKEY_PARAM_RSA_N)},
            {QStringLiteral("e"), publicNumber(m_key.get(), OSSL_PKEY_PARAM_RSA_E)}};
}

QByteArray JwtSigner::jwks() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("keys"), QJsonArray{publicKey()}}}).toJson(QJsonDocument::Compact);
}

} // namespace peerdesk
