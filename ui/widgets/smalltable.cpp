// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/smalltable.h"

#include "widgets/rowdelegate.h"
#include "widgets/rowmodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace peerdesk {
namespace {

using Row = DetailContent::Table::Row;

constexpr int mostRows = 16;

RowTraits<Row> traitsOf(const DetailContent::Table &table)
{
    RowTraits<Row> traits;
    traits.key = [](const Row &row) { return row.key; };
    for (int i = 0; i < table.columns.size(); ++i)
        traits.columns.append({table.columns.at(i), [i](const Row &row) { return row.cells.value(i); }});
    traits.sentence = [](const Row &row) {
        QStringList words;
        for (const Cell &cell : row.cells)
            words.append(cell.spoken.isEmpty() ? cell.text : cell.spoken);
        return words.join(QStringLiteral(", "));
    };
    return traits;
}

} // namespace

SmallTable::SmallTable(const DetailContent::Table &table, QWidget *parent)
    : QTableView(parent)
    , m_columns(table.columns)
{
    auto *model = new RowModel<Row>(traitsOf(table), this);
    model->setRows(table.rows);
    setModel(model);
    for (int i = 0; i < table.rows.size(); ++i) {
        if (table.rows.at(i).across && table.columns.size() > 1)
            setSpan(i, 0, 1, static_cast<int>(table.columns.size()));
    }
    setItemDelegate(new RowDelegate(this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(RowDelegate::rowHeight(fontMetrics()));
    verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(fontMetrics().height());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    // The pane's ground, not a box on it.
    viewport()->setAutoFillBackground(false);
    connect(this, &QAbstractItemView::activated, this,
            [this, model](const QModelIndex &index) { Q_EMIT rowActivated(model->keyAt(index.row())); });
}

QSize SmallTable::sizeHint() const
{
    const int rows = std::min(model()->rowCount(), mostRows);
    return {fontMetrics().averageCharWidth() * 20,
            horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()};
}

QSize SmallTable::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, sizeHint().height()};
}

void SmallTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

/// Columns get what they ask for; what is left over, or missing, is the stretching one's.
void SmallTable::shareWidth()
{
    const int character = fontMetrics().averageCharWidth();
    int left = viewport()->width();
    int stretching = 0;
    for (int i = 0; i < m_columns.size(); ++i) {
        const int width = m_columns.at(i).width * character + fontMetrics().height();
        if (m_columns.at(i).stretch)
            stretching = i;
        else
            left -= width;
        setColumnWidth(i, width);
    }
    if (!m_columns.isEmpty())
        setColumnWidth(stretching, std::max(left, character * 8));
}

void SmallTable::wheelEvent(QWheelEvent *event)
{
    // At its end the pane around it goes on scrolling.
    const QScrollBar *bar = verticalScrollBar();
    const bool down = event->angleDelta().y() < 0;
    if (bar->maximum() == 0 || (down ? bar->value() == bar->maximum() : bar->value() == bar->minimum()))
        event->ignore();
    else
        QTableView::wheelEvent(event);
}

} // namespace peerdesk
