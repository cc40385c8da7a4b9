// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace peerdesk {

enum class OutputFormat : std::uint8_t { Table, Json, Csv };
[[nodiscard]] std::optional<OutputFormat> outputFormatFromString(const QString &text);

/// Rows that a command prints: aligned for people, as an array of objects or as CSV for programs. Column names are
/// those of the JSON. Words from outside cannot move a terminal's cursor or run in a spreadsheet.
class Listing
{
public:
    explicit Listing(QStringList columns)
        : m_columns(std::move(columns))
    {
    }

    /// One value for each column; null for none.
    void add(const QList<QJsonValue> &row);
    /// A line below the table, for people only: programs count for themselves.
    void setFooter(const QString &sentence) { m_footer = sentence; }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] QByteArray print(OutputFormat format) const;

private:
    [[nodiscard]] QByteArray asTable() const;
    [[nodiscard]] QByteArray asJson() const;
    [[nodiscard]] QByteArray asCsv() const;

    QStringList m_columns;
    QList<QList<QJsonValue>> m_rows;
    QString m_footer;
};

} // namespace peerdesk
