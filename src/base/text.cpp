// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <algorithm>

namespace peerdesk {
namespace {

/// Embeddings, overrides and isolates (UAX 9) reach beyond the text they stand in.
bool turnsDirection(QChar c)
{
    const ushort code = c.unicode();
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
           code == 0x200f || code == 0x061c;
}

bool isNumber(const QString &cell)
{
    bool number = false;
    (void)cell.toDouble(&number);
    return number;
}

QByteArray csvCell(QString cell)
{
    if (!cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front()) && !isNumber(cell))
        cell.prepend(QLatin1Char('\''));
    const bool quote = std::ranges::any_of(cell, [](QChar c) { return QStringView(u",\"\r\n").contains(c); });
    if (quote)
        cell = QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return cell.toUtf8();
}

} // namespace

QString terminalText(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            safe.append(QLatin1Char(' '));
        else if (c.category() == QChar::Other_Control || turnsDirection(c))
            safe.append(QChar::ReplacementCharacter);
        else
            safe.append(c);
    }
    return safe;
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (const QString &cell : cells) {
        if (&cell != &cells.first())
            line += ',';
        line += csvCell(cell);
    }
    return line + "\r\n";
}

} // namespace peerdesk
