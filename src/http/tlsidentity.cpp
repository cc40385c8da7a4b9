// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tlsidentity.h"

#include <QDateTime>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace peerdesk {
namespace {

Result<QByteArray> pemOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    return file.readAll();
}

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio bioOf(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free);
}

/// A daemon has nobody to ask for a passphrase, and OpenSSL would ask the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

/// Qt finds out only in a handshake, when it is too late.
Result<QSsl::KeyAlgorithm> algorithmIfTogether(const QByteArray &certificatePem, const QByteArray &keyPem,
                                               const QString &keyFile)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(bioOf(certificatePem).get(), nullptr, nullptr, nullptr), X509_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bioOf(keyPem).get(), nullptr, noPassphrase, nullptr), EVP_PKEY_free);
    if (!key)
        return Error(ErrorKind::Invalid, QStringLiteral("%1: holds no private key that can be read").arg(keyFile));
    const int type = EVP_PKEY_get_base_id(key.get());
    if (type != EVP_PKEY_RSA && type != EVP_PKEY_EC)
        return Error(ErrorKind::Invalid, QStringLiteral("%1: the key is neither RSA nor EC").arg(keyFile));
    if (!certificate || X509_check_private_key(certificate.get(), key.get()) != 1)
        return Error(ErrorKind::Invalid, QStringLiteral("%1: the key is not the certificate's").arg(keyFile));
    return type == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec;
}

} // namespace

Result<TlsIdentity> TlsIdentity::load(const QString &certificateFile, const QString &keyFile, UtcMs now)
{
    const auto certificatePem = pemOf(certificateFile);
    if (!certificatePem)
        return certificatePem.error();
    const auto keyPem = pemOf(keyFile);
    if (!keyPem)
        return keyPem.error();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return Error(ErrorKind::Invalid, QStringLiteral("%1: holds no certificate").arg(certificateFile));
    const auto algorithm = algorithmIfTogether(*certificatePem, *keyPem, keyFile);
    if (!algorithm)
        return algorithm.error();
    const QSslCertificate &own = chain.first();
    if (own.expiryDate().toMSecsSinceEpoch() <= now || own.effectiveDate().toMSecsSinceEpoch() > now)
        return Error(ErrorKind::Invalid, QStringLiteral("%1: the certificate holds from %2 to %3 only")
                                             .arg(certificateFile, own.effectiveDate().toString(Qt::ISODate),
                                                  own.expiryDate().toString(Qt::ISODate)));

    TlsIdentity identity;
    identity.notAfter = own.expiryDate().toMSecsSinceEpoch();
    QSslConfiguration &tls = identity.configuration;
    tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(QSslKey(*keyPem, *algorithm, QSsl::Pem));
    return identity;
}

} // namespace peerdesk
