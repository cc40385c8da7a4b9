// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/randomword.h"

#include "auth/jwt.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace peerdesk {

QString randomWord()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->generate(words.begin(), words.end());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(toBase64Url(bytes));
}

QString wordHash(const PresentedToken &word)
{
    return QString::fromLatin1(word.digest().toHex());
}

QString codeChallengeFor(const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(toBase64Url(hash));
}

bool isCodeVerifier(const QString &text)
{
    return text.size() >= 43 && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-'
                      || c == u'.' || c == u'_' || c == u'~';
           });
}

bool isCodeChallenge(const QString &text)
{
    const auto bytes = fromBase64Url(text.toLatin1());
    return text.size() == 43 && bytes && bytes->size() == 32;
}

} // namespace peerdesk
