// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <algorithm>
#include <array>

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

QChar separatorOf(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    const QStringView first = QStringView(text).left(end < 0 ? text.size() : end);
    constexpr std::array candidates = {u',', u';', u'\t'};
    return *std::ranges::max_element(candidates, {}, [first](char16_t c) { return first.count(QChar(c)); });
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

QList<QStringList> parseCsv(const QString &text, QList<int> *lineNumbers)
{
    const QChar separator = separatorOf(text);
    QList<QStringList> lines;
    QStringList cells;
    QString cell;
    bool quoted = false;
    int number = 1;
    int started = 1;
    const auto endLine = [&] {
        cells.append(cell.trimmed());
        cell.clear();
        const bool empty = cells.size() == 1 && cells.first().isEmpty();
        if (!empty) {
            lines.append(cells);
            if (lineNumbers)
                lineNumbers->append(started);
        }
        cells.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == QLatin1Char('\n'))
            ++number;
        if (quoted) {
            const bool doubled =
                c == QLatin1Char('"') && i + 1 < text.size() && text.at(i + 1) == QLatin1Char('"');
            if (c != QLatin1Char('"') || doubled)
                cell.append(c);
            else
                quoted = false;
            i += doubled ? 1 : 0;
        } else if (c == QLatin1Char('"') && cell.trimmed().isEmpty()) {
            cell.clear();
            quoted = true;
        } else if (c == separator) {
            cells.append(cell.trimmed());
            cell.clear();
        } else if (c == QLatin1Char('\n')) {
            endLine();
            started = number;
        } else if (c != QLatin1Char('\r') && c != QChar::ByteOrderMark) {
            cell.append(c);
        }
    }
    if (!cell.isEmpty() || !cells.isEmpty())
        endLine();
    return lines;
}

} // namespace peerdesk
