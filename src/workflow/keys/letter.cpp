// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/keys/letter.h"

#include "peeringapi/baseurl.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct LetterWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::Letter)
};

// "RAK-LETTER/1 REFERENCE ISSUER [STATEMENT]": four words that no QR reader alters.
const QString letterMark = QStringLiteral("RAK-LETTER/1");
constexpr qsizetype longestPrinted = 2300; // a QR code of version 35, 157 modules wide, at the lowest correction
constexpr qsizetype longestRead = 64 * 1024;

} // namespace

bool LetterText::isMeantBy(QStringView text)
{
    return text.trimmed().startsWith(u"RAK-LETTER/");
}

Result<LetterText> LetterText::parse(QStringView text)
{
    const QStringList words = text.left(longestRead).toString().simplified().split(QLatin1Char(' '));
    if (words.value(0) != letterMark || words.size() < 3 || words.size() > 4 || text.size() > longestRead)
        return Error(ErrorKind::Invalid, LetterWords::tr("This is not the text of a letter of authorisation."));
    const auto reference = KeyReference::parse(words.at(1));
    if (!reference)
        return reference.error();
    const auto issuer = endpointBaseUrl(words.at(2));
    if (!issuer)
        return Error(ErrorKind::Invalid, LetterWords::tr("The letter names no issuer that can be asked."));
    return LetterText{*reference, *issuer, words.value(3).toLatin1()};
}

QString LetterText::toString() const
{
    QStringList words = {letterMark, reference.toString(), issuer.toString(QUrl::FullyEncoded)};
    if (!statement.isEmpty())
        words.append(QString::fromLatin1(statement));
    return words.join(QLatin1Char(' '));
}

LetterText textOf(const Letter &letter)
{
    LetterText text{letter.key.terms.reference, letter.issuer, letter.key.statement};
    if (text.toString().size() > longestPrinted)
        text.statement.clear();
    return text;
}

} // namespace peerdesk
