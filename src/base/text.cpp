// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

namespace peerdesk {
namespace {

/// Embeddings, overrides and isolates (UAX 9) reach beyond the text they stand in.
bool turnsDirection(QChar c)
{
    const ushort code = c.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f
           || code == 0x061c;
}

} // namespace

QString terminalText(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            safe.append(QLatin1Char(' '));
        else if (c.category() == QChar::Other_Control || turnsDirection(c))
            safe.append(QChar::ReplacementCharacter);
        else
            safe.append(c);
    }
    return safe;
}

} // namespace peerdesk
