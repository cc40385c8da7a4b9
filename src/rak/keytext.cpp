// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rak/keytext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHashFunctions>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

#include <zlib.h>

#include <array>

namespace peerdesk {
namespace {

struct KeyWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::KeyText)
};

// Octets: registry (2), kind (1), id (8), secret (16, not in a reference), CRC-32 of all before (4).
constexpr char bearerKind = 0x1b; // version 1
constexpr char referenceKind = 0x1a;
constexpr int headOctets = 2;
constexpr int idAt = 3;
constexpr int secretAt = 11;
constexpr int checksumOctets = 4;
constexpr int referenceOctets = secretAt + checksumOctets;
constexpr int bearerOctets = secretAt + BearerKey::secretOctets + checksumOctets;
constexpr int groupLength = 5;
constexpr qsizetype maxTextLength = 200; // with as many dashes and blanks as anybody puts in

/// How many characters of base32 carry what follows the registry's two octets.
constexpr int symbolsFor(int octets)
{
    return ((octets - headOctets) * 8 + 4) / 5;
}

constexpr QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // Crockford: no I, L, O and U

constexpr std::array<std::int8_t, 128> symbolValues = [] {
    std::array<std::int8_t, 128> values{};
    values.fill(-1);
    const auto set = [&values](char upper, std::int8_t value) {
        values.at(static_cast<std::size_t>(upper)) = value;
        if (upper >= 'A')
            values.at(static_cast<std::size_t>(upper) - 'A' + 'a') = value;
    };
    for (std::int8_t value = 0; value < 32; ++value)
        set(alphabet.data()[value], value);
    set('O', 0);
    set('I', 1);
    set('L', 1);
    return values;
}();

/// What a character stands for, however it was written; -1 if no key has it.
int symbolValue(QChar written)
{
    return written.unicode() < symbolValues.size() ? symbolValues[written.unicode()] : -1;
}

/// IEEE 802.3's: it finds every fault that lies within 32 bits, hence within two characters.
std::uint32_t checksumOf(const QByteArray &octets)
{
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef *>(octets.constData()), static_cast<uInt>(octets.size())));
}

template<class Number> QByteArray bigEndian(Number number)
{
    QByteArray octets(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, octets.data());
    return octets;
}

QString textOf(QByteArray octets)
{
    octets += bigEndian(checksumOf(octets));
    QString text = digitsOf(*registryOf(static_cast<std::uint8_t>(octets.at(1)))) + QLatin1Char('K');
    std::uint32_t pending = 0;
    int bits = 0;
    int symbols = 0;
    const auto append = [&](std::uint32_t value) {
        if (symbols++ % groupLength == 0)
            text += QLatin1Char('-');
        text += alphabet[static_cast<qsizetype>(value & 31U)];
    };
    for (qsizetype i = headOctets; i < octets.size(); ++i) {
        pending = (pending << 8) | static_cast<std::uint8_t>(octets.at(i));
        for (bits += 8; bits >= 5; bits -= 5)
            append(pending >> (bits - 5));
    }
    if (bits > 0)
        append(pending << (5 - bits));
    return text;
}

Error unreadable(const QString &why)
{
    return Error(ErrorKind::Invalid, why);
}

/// Without dashes and blanks, and nothing but characters that keys have.
Result<QString> condensed(QStringView text)
{
    if (text.size() > maxTextLength)
        return unreadable(KeyWords::tr("This is no key: it is too long."));
    QString kept;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'-' || c.isSpace())
            continue;
        if (symbolValue(c) < 0)
            return unreadable(KeyWords::tr("Character %1 is “%2”, which no key has.")
                                  .arg(i + 1)
                                  .arg(c.isPrint() ? c : QChar(0xfffd)));
        kept += c.toUpper();
    }
    if (kept.isEmpty())
        return unreadable(KeyWords::tr("There is no key."));
    if (kept.size() < 3 || symbolValue(kept.at(0)) > 9 || symbolValue(kept.at(1)) > 9 || kept.at(2) != u'K')
        return unreadable(KeyWords::tr("A key begins with two digits and K, such as 00K."));
    return kept;
}

/// The octets without the checksum, which was right.
Result<QByteArray> octetsOf(QStringView text)
{
    const auto kept = condensed(text);
    if (!kept)
        return kept.error();
    const qsizetype symbols = kept->size() - 3;
    if (symbols != symbolsFor(bearerOctets) && symbols != symbolsFor(referenceOctets))
        return unreadable(KeyWords::tr("A key has %1 characters besides dashes, its reference %2; here are %3.")
                              .arg(symbolsFor(bearerOctets) + 3)
                              .arg(symbolsFor(referenceOctets) + 3)
                              .arg(kept->size()));
    QByteArray octets = bigEndian(static_cast<std::uint16_t>(symbolValue(kept->at(0)) * 10 + symbolValue(kept->at(1))));
    std::uint32_t pending = 0;
    int bits = 0;
    for (const QChar c : QStringView(*kept).mid(3)) {
        pending = (pending << 5) | static_cast<std::uint32_t>(symbolValue(c));
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            octets += static_cast<char>(pending >> bits);
        }
    }
    const bool unusedBitsAreClear = (pending & ((1U << bits) - 1)) == 0;
    const QByteArray covered = octets.chopped(checksumOctets);
    if (!unusedBitsAreClear || !octets.endsWith(bigEndian(checksumOf(covered))))
        return unreadable(KeyWords::tr("The key is mistyped: its checksum does not fit."));
    return covered;
}

/// The octets of a text of that kind, of a registry that we know.
Result<QByteArray> octetsOf(QStringView text, char kind)
{
    auto octets = octetsOf(text);
    if (!octets)
        return octets;
    const char actual = octets->at(headOctets);
    const bool fits = octets->size() == (actual == bearerKind ? bearerOctets : referenceOctets) - checksumOctets;
    if ((actual != bearerKind && actual != referenceKind) || !fits)
        return unreadable(KeyWords::tr("This is a key of a version that is not known here."));
    if (!registryOf(qFromBigEndian<std::uint16_t>(octets->constData())))
        return unreadable(
            KeyWords::tr("%1 is no registry's number.").arg(qFromBigEndian<std::uint16_t>(octets->constData())));
    if (actual != kind)
        return unreadable(kind == bearerKind
                              ? KeyWords::tr("This is only the reference of a key, which proves nothing by itself.")
                              : KeyWords::tr("This is the secret key itself; only its reference belongs here."));
    return octets;
}

KeyReference referenceIn(const QByteArray &octets)
{
    return {static_cast<Registry>(qFromBigEndian<std::uint16_t>(octets.constData())),
            qFromBigEndian<std::uint64_t>(octets.constData() + idAt)};
}

QByteArray octetsOf(const KeyReference &reference, char kind)
{
    return bigEndian(static_cast<std::uint16_t>(reference.registry)) + kind + bigEndian(reference.id);
}

} // namespace

Result<KeyReference> KeyReference::parse(QStringView text)
{
    const auto octets = octetsOf(text, referenceKind);
    if (!octets)
        return octets.error();
    return referenceIn(*octets);
}

QString KeyReference::toString() const
{
    return textOf(octetsOf(*this, referenceKind));
}

size_t qHash(const KeyReference &reference, size_t seed)
{
    return ::qHash(reference.id, seed); // random already
}

BearerKey BearerKey::generate(Registry registry)
{
    std::array<quint32, 6> random;
    QRandomGenerator::system()->generate(random.begin(), random.end());
    const QByteArray octets(reinterpret_cast<const char *>(random.data()), sizeof random);
    return {{registry, qFromBigEndian<std::uint64_t>(octets.constData())}, Secret(octets.right(secretOctets))};
}

Result<BearerKey> BearerKey::parse(const Secret &text)
{
    const auto octets = octetsOf(text.revealText(), bearerKind);
    if (!octets)
        return octets.error();
    return BearerKey{referenceIn(*octets), Secret(octets->mid(secretAt))};
}

Secret BearerKey::toText() const
{
    return Secret(textOf(octetsOf(reference, bearerKind) + secret.reveal()));
}

bool holdsBearerKey(QStringView text)
{
    constexpr qsizetype length = symbolsFor(bearerOctets) + 3;
    QString kept; // a blank for what no key has
    for (const QChar c : text) {
        if (c != u'-' && !c.isSpace())
            kept += symbolValue(c) < 0 ? QChar(u' ') : c.toUpper();
    }
    for (qsizetype k = kept.indexOf(u'K', 2); k >= 0; k = kept.indexOf(u'K', k + 1)) {
        const QStringView candidate = QStringView(kept).mid(k - 2, length);
        if (candidate.size() == length && !candidate.contains(u' ') && octetsOf(candidate, bearerKind))
            return true;
    }
    return false;
}

Secret keyHash(const Secret &pepper, const Secret &secret)
{
    const QByteArray message = QByteArrayLiteral("RAKv1") + secret.reveal();
    return Secret(QMessageAuthenticationCode::hash(message, pepper.reveal(), QCryptographicHash::Sha256));
}

} // namespace peerdesk
