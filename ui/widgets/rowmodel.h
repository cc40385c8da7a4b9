// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tablemodel.h"

#include <concepts>

namespace peerdesk {

/// One column of a table of Rows: how it is called, what it shows, what it sorts by.
template<class Row> struct RowColumn
{
    using CellOf = std::function<Cell(const Row &)>;
    using SortKeyOf = std::function<SortKey(const Row &)>;
    using TextOf = std::function<QString(const Row &)>;

    RowColumn(ColumnInfo info_, CellOf cell_, SortKeyOf sortKey_ = nullptr, TextOf filterText_ = nullptr)
        : info(std::move(info_))
        , cell(std::move(cell_))
        , sortKey(std::move(sortKey_))
        , filterText(std::move(filterText_))
    {
    }

    ColumnInfo info;
    CellOf cell;
    SortKeyOf sortKey; ///< without it the text decides
    TextOf filterText; ///< for "Filter by this value"; without it the text
};

/// Everything a table needs to know about its rows.
template<class Row> struct RowTraits
{
    std::function<QString(const Row &)> key;
    QList<RowColumn<Row>> columns;
    std::function<FilterValue(const Row &, int field)> filterValue;
    std::function<QString(const Row &)> sentence;
};

/// A table model over plain values. `setRows` takes the whole new list and works out by key what changed; views keep
/// their selection and place. Rows that are equal to what they were are not painted again.
template<class Row> class RowModel : public TableModel
{
public:
    explicit RowModel(RowTraits<Row> traits, QObject *parent = nullptr)
        : TableModel(infos(traits), parent)
        , m_traits(std::move(traits))
    {
    }

    void setRows(QList<Row> rows)
    {
        static_assert(std::equality_comparable<Row>);
        QList<QString> keys;
        keys.reserve(rows.size());
        for (const Row &row : std::as_const(rows))
            keys.append(m_traits.key(row));
        // Rows are compared before the first swap, while `rows` still holds the new ones.
        exchange([&] { m_rows.swap(rows); }, std::move(keys),
                 [&](int newRow, int oldRow) { return rows.at(newRow) != m_rows.at(oldRow); });
    }

    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    /// The row shown at a place of the table.
    [[nodiscard]] const Row &rowAt(int shownRow) const { return m_rows.at(sourceRow(shownRow)); }
    [[nodiscard]] const Row *find(const QString &key) const
    {
        const int row = rowOf(key);
        return row < 0 ? nullptr : &rowAt(row);
    }

    [[nodiscard]] QString filterText(int row, int column) const override
    {
        const RowColumn<Row> &described = m_traits.columns.at(column);
        return described.filterText ? described.filterText(rowAt(row)) : described.cell(rowAt(row)).text;
    }

protected:
    [[nodiscard]] Cell cellOf(int row, int column) const override
    {
        return m_traits.columns.at(column).cell(m_rows.at(row));
    }
    [[nodiscard]] SortKey sortKeyOf(int row, int column) const override
    {
        const RowColumn<Row> &described = m_traits.columns.at(column);
        return described.sortKey ? described.sortKey(m_rows.at(row)) : SortKey(described.cell(m_rows.at(row)).text);
    }
    [[nodiscard]] FilterValue filterValueOf(int row, int field) const override
    {
        return m_traits.filterValue ? m_traits.filterValue(m_rows.at(row), field) : FilterValue();
    }
    [[nodiscard]] QString sentenceOf(int row) const override
    {
        return m_traits.sentence ? m_traits.sentence(m_rows.at(row)) : cellOf(row, 0).text;
    }

private:
    static QList<ColumnInfo> infos(const RowTraits<Row> &traits)
    {
        QList<ColumnInfo> list;
        for (const auto &column : traits.columns)
            list.append(column.info);
        return list;
    }

    RowTraits<Row> m_traits;
    QList<Row> m_rows;
};

} // namespace peerdesk
