// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listing.h"

#include "base/csv.h"
#include "base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <algorithm>

namespace peerdesk {
namespace {

QString cellText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(cellText(part));
        return parts.join(QStringLiteral("; "));
    }
    return value.toVariant().toString();
}

} // namespace

std::optional<OutputFormat> outputFormatFromString(const QString &text)
{
    if (text == u"table")
        return OutputFormat::Table;
    if (text == u"json")
        return OutputFormat::Json;
    if (text == u"csv")
        return OutputFormat::Csv;
    return {};
}

void Listing::add(const QList<QJsonValue> &row)
{
    Q_ASSERT(row.size() == m_columns.size());
    m_rows.append(row);
}

QByteArray Listing::print(OutputFormat format) const
{
    switch (format) {
    case OutputFormat::Json:
        return asJson();
    case OutputFormat::Csv:
        return asCsv();
    case OutputFormat::Table:
        break;
    }
    return asTable();
}

QByteArray Listing::asTable() const
{
    QList<QStringList> lines;
    QStringList heading;
    for (const QString &column : m_columns)
        heading.append(column.toUpper().replace(u'_', u' '));
    lines.append(heading);
    for (const auto &row : m_rows) {
        QStringList line;
        for (const QJsonValue &value : row)
            line.append(terminalText(cellText(value)));
        lines.append(line);
    }
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths.at(i), line.at(i).size());
    }
    QString table;
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line.at(i).leftJustified(widths.at(i) + 2);
        while (text.endsWith(u' '))
            text.chop(1);
        table += text + u'\n';
    }
    return (m_footer.isEmpty() ? table : table + terminalText(m_footer) + u'\n').toUtf8();
}

QByteArray Listing::asJson() const
{
    QJsonArray array;
    for (const auto &row : m_rows) {
        QJsonObject object;
        for (qsizetype i = 0; i < row.size(); ++i)
            object.insert(m_columns.at(i), row.at(i));
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

QByteArray Listing::asCsv() const
{
    QByteArray csv = csvLine(m_columns);
    for (const auto &row : m_rows) {
        QStringList cells;
        for (const QJsonValue &value : row)
            cells.append(cellText(value));
        csv += csvLine(cells);
    }
    return csv;
}

} // namespace peerdesk
