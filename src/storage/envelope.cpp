// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/envelope.h"

#include "storage/privatefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace peerdesk {
namespace {

constexpr int keyBytes = 32;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;
constexpr auto version = "v1:";

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

int length(const QByteArray &array)
{
    return static_cast<int>(array.size());
}

Error unreadable()
{
    return Error(ErrorKind::Storage, QCoreApplication::translate("Envelope", "A stored secret cannot be read"));
}

} // namespace

QString Envelope::keyPathFor(const QString &databasePath)
{
    return databasePath + QStringLiteral(".key");
}

Result<Envelope> Envelope::createOrLoad(const QString &keyPath)
{
    QByteArray key(keyBytes, Qt::Uninitialized);
    if (RAND_bytes(bytes(key), keyBytes) != 1)
        return Error(ErrorKind::Internal, QStringLiteral("No randomness for a key"));
    const auto created = createPrivateFile(keyPath, key.toBase64());
    if (!created && created.error().kind != ErrorKind::Conflict)
        return created.error();
    return load(keyPath);
}

Result<Envelope> Envelope::load(const QString &keyPath)
{
    const auto content = readPrivateFile(keyPath);
    if (!content) {
        if (content.error().kind != ErrorKind::NotFound)
            return content.error();
        return Error(
            ErrorKind::Storage,
            QCoreApplication::translate("Envelope", "The key of the stored secrets is missing: %1").arg(keyPath));
    }
    const auto key = QByteArray::fromBase64Encoding(content->trimmed());
    if (!key || key.decoded.size() != keyBytes)
        return Error(ErrorKind::Storage, QCoreApplication::translate("Envelope", "%1 holds no key").arg(keyPath));
    return Envelope(Secret(key.decoded));
}

Result<QString> Envelope::seal(const Secret &secret, const QString &context) const
{
    if (secret.isEmpty())
        return QString();
    if (m_key.isEmpty())
        return Error(ErrorKind::Storage,
                     QCoreApplication::translate("Envelope", "There is no key here to seal a secret with"));
    const QByteArray plain = secret.reveal();
    const QByteArray bound = context.toUtf8();
    QByteArray nonce(nonceBytes, Qt::Uninitialized);
    QByteArray sealed(plain.size(), Qt::Uninitialized);
    QByteArray tag(tagBytes, Qt::Uninitialized);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    const bool good =
        cipher && RAND_bytes(bytes(nonce), nonceBytes) == 1
        && EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(m_key.reveal()), bytes(nonce)) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &written, bytes(bound), length(bound)) == 1
        && EVP_EncryptUpdate(cipher.get(), bytes(sealed), &written, bytes(plain), length(plain)) == 1
        && EVP_EncryptFinal_ex(cipher.get(), bytes(sealed) + written, &written) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag.data()) == 1;
    if (!good)
        return Error(ErrorKind::Internal, QStringLiteral("A secret could not be sealed"));
    return QString::fromLatin1(version + (nonce + sealed + tag).toBase64());
}

Result<Secret> Envelope::open(const QString &sealed, const QString &context) const
{
    if (sealed.isEmpty() || m_key.isEmpty())
        return Secret();
    const QByteArray encoded = sealed.mid(3).toLatin1();
    const auto raw = QByteArray::fromBase64Encoding(encoded);
    if (!sealed.startsWith(QLatin1String(version)) || !raw || raw.decoded.size() <= nonceBytes + tagBytes
        || raw.decoded.toBase64() != encoded) // base64 has spare bits: one text per envelope
        return unreadable();
    const QByteArray nonce = raw.decoded.left(nonceBytes);
    const QByteArray body = raw.decoded.mid(nonceBytes, raw.decoded.size() - nonceBytes - tagBytes);
    QByteArray tag = raw.decoded.right(tagBytes);
    const QByteArray bound = context.toUtf8();
    QByteArray plain(body.size(), Qt::Uninitialized);
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    int written = 0;
    const bool good =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytes(m_key.reveal()), bytes(nonce)) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &written, bytes(bound), length(bound)) == 1
        && EVP_DecryptUpdate(cipher.get(), bytes(plain), &written, bytes(body), length(body)) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), bytes(plain) + written, &written) == 1;
    if (!good)
        return unreadable();
    return Secret(plain);
}

QString Envelope::fingerprint() const
{
    const QByteArray labelled = QByteArrayLiteral("peerdesk envelope key ") + m_key.reveal();
    return QString::fromLatin1(QCryptographicHash::hash(labelled, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace peerdesk
