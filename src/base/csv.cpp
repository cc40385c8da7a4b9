// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"

namespace peerdesk {
namespace {

QChar separatorOf(const QString &text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QStringView firstLine = QStringView(text).left(end < 0 ? text.size() : end);
    for (const char16_t candidate : {u'\t', u';'}) {
        if (firstLine.contains(candidate))
            return candidate;
    }
    return u',';
}

class Reader
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
        , m_separator(separatorOf(text))
    {
    }

    QList<QStringList> read()
    {
        for (m_at = m_text.startsWith(QChar(0xfeff)) ? 1 : 0; m_at < m_text.size(); ++m_at)
            take(m_text.at(m_at));
        endRow();
        return m_rows;
    }

    [[nodiscard]] const QList<int> &lineNumbers() const { return m_lineNumbers; }

private:
    void take(QChar c)
    {
        const bool breaks = c == u'\n' || (c == u'\r' && (m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != u'\n'));
        if (breaks)
            ++m_line;
        if (m_inQuotes) {
            takeQuoted(c);
        } else if (c == u'"' && m_cell.trimmed().isEmpty()) {
            m_cell.clear();
            m_inQuotes = m_wasQuoted = true;
        } else if (c == m_separator) {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            endRow();
        } else if (!m_wasQuoted || !c.isSpace()) {
            m_cell.append(c);
        }
    }

    void takeQuoted(QChar c)
    {
        if (c != u'"') {
            m_cell.append(c);
        } else if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"') {
            m_cell.append(c);
            ++m_at;
        } else {
            m_inQuotes = false;
        }
    }

    void endCell()
    {
        m_row.append(m_wasQuoted ? m_cell : m_cell.trimmed());
        m_cell.clear();
        m_wasQuoted = false;
    }

    void endRow()
    {
        endCell();
        if (m_row.join(QString()).trimmed().size() > 0) {
            m_rows.append(m_row);
            m_lineNumbers.append(m_rowStart);
        }
        m_row.clear();
        m_rowStart = m_line;
    }

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    QString m_cell;
    QStringList m_row;
    QList<QStringList> m_rows;
    QList<int> m_lineNumbers;
    int m_line = 1;
    int m_rowStart = 1;
    bool m_inQuotes = false;
    bool m_wasQuoted = false;
};

QByteArray csvCell(QString cell)
{
    if (!cell.isEmpty() && QStringLiteral("=+-@\t\r\n").contains(cell.front()))
        cell.prepend(u'\'');
    cell.replace(u'"', QStringLiteral("\"\""));
    return '"' + cell.toUtf8() + '"';
}

} // namespace

QList<QStringList> readCsv(const QString &text, QList<int> *lineNumbers)
{
    Reader reader(text);
    const QList<QStringList> rows = reader.read();
    if (lineNumbers)
        *lineNumbers = reader.lineNumbers();
    return rows;
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (const QString &cell : cells)
        line += (line.isEmpty() ? "" : ",") + csvCell(cell);
    return line + "\r\n";
}

} // namespace peerdesk
