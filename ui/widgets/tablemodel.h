// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filter.h"
#include "widgets/cell.h"

#include <QAbstractTableModel>
#include <QSet>

namespace peerdesk {

/// The part of every table's model that does not depend on what a row is: which rows are shown, in which order, and
/// how that changes without a reset. A row has a stable key; selection, current row and scroll position survive
/// refreshes, filters and sorting because persistent indexes are moved along by key. Filtering and sorting happen
/// here and not in a QSortFilterProxyModel, which announces every gap of a filtered table on its own and stalls
/// the view for seconds at 34,000 rows. Derived by RowModel alone; main thread.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        CellRole = Qt::UserRole, ///< a Cell
        KeyRole,
    };

    explicit TableModel(QList<ColumnInfo> columns, QObject *parent = nullptr);

    [[nodiscard]] const QList<ColumnInfo> &columns() const { return m_columns; }
    [[nodiscard]] int totalCount() const { return static_cast<int>(m_keys.size()); }
    [[nodiscard]] QString keyAt(int row) const;
    /// -1 when the row is not there or not shown.
    [[nodiscard]] int rowOf(const QString &key) const;
    [[nodiscard]] bool hasKey(const QString &key) const;

    void setFilter(const Filter &filter);
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    /// An additional condition by key, such as a cluster chosen on the map; an empty set means none.
    void setOnlyKeys(const QSet<QString> &keys);

    /// Rows a person ticked for a bulk action. Turned on by the page.
    void setMarkingEnabled(bool enabled);
    [[nodiscard]] bool isMarkingEnabled() const { return m_marking; }
    void setMarked(const QString &key, bool marked);
    [[nodiscard]] QStringList markedKeys() const; ///< in the order of the table; hidden ones are left out

    /// The value that "Filter by this value" puts into the filter; empty where the cell has none.
    [[nodiscard]] virtual QString filterText(int row, int column) const = 0;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void countsChanged();
    void markedChanged();

protected:
    [[nodiscard]] int sourceRow(int shownRow) const { return m_shown.at(shownRow); }

    /// Exchanges the rows: `swap` swaps the new rows in (and, called again, out). `keys` are those of the new rows,
    /// `differs` tells whether the new row at a place is unlike the old one at another.
    void exchange(const std::function<void()> &swap, QList<QString> keys,
                  const std::function<bool(int newRow, int oldRow)> &differs);

    [[nodiscard]] virtual Cell cellOf(int sourceRow, int column) const = 0;
    [[nodiscard]] virtual SortKey sortKeyOf(int sourceRow, int column) const = 0;
    [[nodiscard]] virtual FilterValue filterValueOf(int sourceRow, int field) const = 0;
    /// A sentence that stands for the whole row.
    [[nodiscard]] virtual QString sentenceOf(int sourceRow) const = 0;

private:
    [[nodiscard]] QList<int> rowsToShow() const;
    void sortRows(QList<int> &rows) const;
    void indexKeys();
    void announceChanged(const QSet<int> &sourceRows);
    void rearrange(const std::function<void()> &change);

    QList<ColumnInfo> m_columns;
    QList<QString> m_keys;       ///< by source row
    QHash<QString, int> m_rowOf; ///< source row by key
    QList<int> m_shown;          ///< source rows in the order shown
    QList<int> m_placeOf;        ///< shown row by source row, -1 for hidden
    Filter m_filter;
    QSet<QString> m_only;
    QSet<QString> m_marked;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_marking = false;
};

} // namespace peerdesk

Q_DECLARE_METATYPE(peerdesk::Cell)
