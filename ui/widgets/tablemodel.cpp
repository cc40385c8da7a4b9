// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tablemodel.h"

#include <algorithm>

namespace peerdesk {

TableModel::TableModel(QList<ColumnInfo> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

QString TableModel::keyAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_keys.at(m_shown.at(row)) : QString();
}

int TableModel::rowOf(const QString &key) const
{
    const auto found = m_rowOf.constFind(key);
    return found == m_rowOf.cend() ? -1 : m_placeOf.at(*found);
}

bool TableModel::hasKey(const QString &key) const
{
    return m_rowOf.contains(key);
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return cellOf(row, index.column()).text;
    case CellRole:
        return QVariant::fromValue(cellOf(row, index.column()));
    case KeyRole:
        return m_keys.at(row);
    case Qt::ToolTipRole: {
        const Cell cell = cellOf(row, index.column());
        return cell.problem.isEmpty() ? cell.toolTip : cell.problem;
    }
    case Qt::AccessibleTextRole: {
        // The first cell speaks for its row, the others for themselves.
        const Cell cell = cellOf(row, index.column());
        return index.column() == 0 ? sentenceOf(row) : cell.spoken.isEmpty() ? cell.text : cell.spoken;
    }
    case Qt::AccessibleDescriptionRole:
        return cellOf(row, index.column()).problem;
    case Qt::TextAlignmentRole: {
        const ColumnInfo &column = m_columns.at(index.column());
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column.numeric    ? Qt::AlignRight
                                      : column.centered ? Qt::AlignHCenter
                                                        : Qt::AlignLeft));
    }
    case Qt::CheckStateRole:
        if (m_marking && index.column() == 0)
            return m_marked.contains(m_keys.at(row)) ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

bool TableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !m_marking || index.column() != 0)
        return false;
    setMarked(keyAt(index.row()), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags TableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    flags.setFlag(Qt::ItemIsUserCheckable, m_marking && index.column() == 0);
    return flags;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const ColumnInfo &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column.numeric    ? Qt::AlignRight
                                      : column.centered ? Qt::AlignHCenter
                                                        : Qt::AlignLeft));
    case Qt::InitialSortOrderRole:
        return column.numeric ? Qt::DescendingOrder : Qt::AscendingOrder;
    default:
        return {};
    }
}

void TableModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    rearrange({});
}

void TableModel::setOnlyKeys(const QSet<QString> &keys)
{
    if (keys == m_only)
        return;
    m_only = keys;
    rearrange({});
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < m_columns.size() ? column : -1;
    m_sortOrder = order;
    rearrange({});
}

void TableModel::setMarkingEnabled(bool enabled)
{
    m_marking = enabled;
}

void TableModel::setMarked(const QString &key, bool marked)
{
    if (marked == m_marked.contains(key))
        return;
    if (marked)
        m_marked.insert(key);
    else
        m_marked.remove(key);
    if (const int row = rowOf(key); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, 0), {Qt::CheckStateRole});
    Q_EMIT markedChanged();
}

QStringList TableModel::markedKeys() const
{
    QStringList keys;
    for (const int row : m_shown) {
        if (m_marked.contains(m_keys.at(row)))
            keys.append(m_keys.at(row));
    }
    return keys;
}

QList<int> TableModel::rowsToShow() const
{
    QList<int> rows;
    rows.reserve(m_keys.size());
    const bool all = m_filter.isEmpty();
    for (int row = 0; row < m_keys.size(); ++row) {
        if (!m_only.isEmpty() && !m_only.contains(m_keys.at(row)))
            continue;
        if (all || m_filter.matches([this, row](int field) { return filterValueOf(row, field); }))
            rows.append(row);
    }
    sortRows(rows);
    return rows;
}

void TableModel::sortRows(QList<int> &rows) const
{
    if (m_sortColumn < 0)
        return;
    QList<SortKey> keys(m_keys.size());
    for (const int row : std::as_const(rows))
        keys[row] = sortKeyOf(row, m_sortColumn);
    const auto before = [&keys](int one, int other) {
        const SortKey &a = keys.at(one);
        const SortKey &b = keys.at(other);
        if (a.index() != b.index())
            return a.index() < b.index();
        if (const auto *number = std::get_if<double>(&a))
            return *number < std::get<double>(b);
        return std::get<QString>(a).compare(std::get<QString>(b), Qt::CaseInsensitive) < 0;
    };
    // Stable in both directions, so that rows which tie never swap places between refreshes.
    if (m_sortOrder == Qt::AscendingOrder)
        std::stable_sort(rows.begin(), rows.end(), before);
    else
        std::stable_sort(rows.begin(), rows.end(), [&](int one, int other) { return before(other, one); });
}

void TableModel::indexKeys()
{
    m_rowOf.clear();
    m_rowOf.reserve(m_keys.size());
    for (int row = 0; row < m_keys.size(); ++row)
        m_rowOf.insert(m_keys.at(row), row);
}

/// Changes what is shown, moving every persistent index along with its row's key.
void TableModel::rearrange(const std::function<void()> &change)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<QString> keysBefore;
    keysBefore.reserve(before.size());
    for (const QModelIndex &index : before)
        keysBefore.append(keyAt(index.row()));

    if (change)
        change();
    m_shown = rowsToShow();
    m_placeOf.fill(-1, m_keys.size());
    for (int place = 0; place < m_shown.size(); ++place)
        m_placeOf[m_shown.at(place)] = place;

    QModelIndexList after;
    after.reserve(before.size());
    for (int i = 0; i < before.size(); ++i) {
        const int row = rowOf(keysBefore.at(i));
        after.append(row < 0 ? QModelIndex() : index(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    Q_EMIT countsChanged();
}

/// One signal for each run of neighbours, not one a row.
void TableModel::announceChanged(const QSet<int> &sourceRows)
{
    QList<int> places;
    for (const int row : sourceRows) {
        if (m_placeOf.at(row) >= 0)
            places.append(m_placeOf.at(row));
    }
    std::sort(places.begin(), places.end());
    for (qsizetype first = 0; first < places.size();) {
        qsizetype last = first;
        while (last + 1 < places.size() && places.at(last + 1) == places.at(last) + 1)
            ++last;
        Q_EMIT dataChanged(index(places.at(first), 0), index(places.at(last), columnCount() - 1));
        first = last + 1;
    }
}

void TableModel::exchange(const std::function<void()> &swap, QList<QString> keys,
                          const std::function<bool(int newRow, int oldRow)> &differs)
{
    QSet<int> changed; // new rows that were there before and look different now
    for (int row = 0; row < keys.size(); ++row) {
        const auto old = m_rowOf.constFind(keys.at(row));
        if (old != m_rowOf.cend() && differs(row, *old))
            changed.insert(row);
    }
    if (changed.isEmpty() && keys == m_keys)
        return;

    const QList<int> shownBefore = m_shown;
    const bool sameKeys = keys == m_keys;
    swap();
    // With the same rows in the same order only cells changed, and nothing has to move.
    if (sameKeys && rowsToShow() == shownBefore) {
        announceChanged(changed);
        return;
    }
    swap();
    rearrange([&] {
        swap();
        m_keys = std::move(keys);
        indexKeys();
    });
}

} // namespace peerdesk
