// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tableview.h"

#include "theme/icons.h"
#include "widgets/rowdelegate.h"
#include "widgets/tablemodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

namespace peerdesk {
namespace {

constexpr int leastStretched = 14; ///< characters

} // namespace

TableView::TableView(const QString &settingsId, QWidget *parent)
    : QTableView(parent)
    , m_settingsId(settingsId)
{
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT keyActivated(m_model->keyAt(index.row())); });
    fitRows();
}

TableView::~TableView()
{
    saveColumns();
}

void TableView::setTableModel(TableModel *model)
{
    saveColumns();
    if (auto *before = qobject_cast<TableModel *>(this->model()))
        before->disconnect(this);
    m_model = model;
    m_current.clear();
    setModel(model);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableView::rememberTop);
    connect(model, &QAbstractItemModel::layoutChanged, this, &TableView::restoreTop);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    layoutColumns();
    setSortingEnabled(true);
}

void TableView::setSettingsId(const QString &id)
{
    if (id == m_settingsId)
        return;
    saveColumns();
    m_settingsId = id;
    m_model = nullptr; // its columns are saved, and must not be saved again under the new name
}

void TableView::sortAtFirst(int column, Qt::SortOrder order)
{
    if (horizontalHeader()->sortIndicatorSection() < 0)
        sortByColumn(column, order);
}

void TableView::fitRows()
{
    const int height = RowDelegate::rowHeight(fontMetrics());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void TableView::layoutColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const auto &columns = m_model->columns();
    for (int i = 0; i < columns.size(); ++i) {
        const int character = columns.at(i).numeric ? std::max(letter, digit) : letter;
        setColumnWidth(i, columns.at(i).width * character + fontMetrics().height());
        setColumnHidden(i, columns.at(i).hidden);
    }
    if (!m_settingsId.isEmpty()) {
        const QSettings settings;
        horizontalHeader()->restoreState(settings.value(QStringLiteral("columns/%1").arg(m_settingsId)).toByteArray());
    }
    horizontalHeader()->setStretchLastSection(false);
    fitStretched();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_model)
        fitStretched();
}

/// A column that takes what is left keeps a readable width where nothing is: then the table scrolls.
void TableView::fitStretched()
{
    QHeaderView *header = horizontalHeader();
    const auto &columns = m_model->columns();
    int taken = 0;
    for (int i = 0; i < columns.size(); ++i)
        taken += columns.at(i).stretch ? 0 : header->sectionSize(i);
    const int least = fontMetrics().averageCharWidth() * leastStretched;
    for (int i = 0; i < columns.size(); ++i) {
        const bool stretches = columns.at(i).stretch && viewport()->width() - taken >= least;
        const auto mode = stretches ? QHeaderView::Stretch : QHeaderView::Interactive;
        if (header->sectionResizeMode(i) != mode)
            header->setSectionResizeMode(i, mode);
        if (columns.at(i).stretch && !stretches)
            header->resizeSection(i, std::max(least, columns.at(i).width * fontMetrics().averageCharWidth()));
    }
}

void TableView::saveColumns() const
{
    if (!m_model || m_settingsId.isEmpty())
        return;
    QSettings settings;
    settings.setValue(QStringLiteral("columns/%1").arg(m_settingsId), horizontalHeader()->saveState());
}

QString TableView::currentKey() const
{
    return m_model ? m_model->keyAt(currentIndex().row()) : QString();
}

bool TableView::setCurrentKey(const QString &key)
{
    m_current = key;
    const int row = m_model->rowOf(key);
    if (row < 0)
        return false;
    if (key != currentKey())
        setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column())));
    scrollTo(m_model->index(row, 0));
    return true;
}

QStringList TableView::selectedKeys() const
{
    QStringList keys;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        keys.append(m_model->keyAt(index.row()));
    return keys;
}

void TableView::moveCurrent(int rows)
{
    const int count = m_model ? m_model->rowCount() : 0;
    if (count == 0)
        return;
    const int row = currentIndex().isValid() ? std::clamp(currentIndex().row() + rows, 0, count - 1) : 0;
    setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column())));
}

QSize TableView::sizeHint() const
{
    return QTableView::sizeHint().expandedTo({fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 12});
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_rearranging)
        return;
    m_current = currentKey();
    Q_EMIT currentKeyChanged(m_current);
}

void TableView::rememberTop()
{
    m_rearranging = true;
    const int top = rowAt(0);
    m_topKey = verticalScrollBar()->value() > 0 ? m_model->keyAt(top) : QString();
    m_topOffset = top >= 0 ? rowViewportPosition(top) : 0;
}

void TableView::restoreTop()
{
    m_rearranging = false;
    const QString before = currentKey();
    const int row = m_model->rowOf(m_current);
    if (row >= 0 && before != m_current) {
        // The row was hidden by a filter and is back: take it up again, without scrolling.
        selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    } else if (row < 0 && !m_current.isEmpty()) {
        Q_EMIT currentKeyChanged(currentKey());
    }
    if (const int top = m_model->rowOf(m_topKey); top >= 0)
        verticalScrollBar()->setValue(top * verticalHeader()->defaultSectionSize() - m_topOffset);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && state() != EditingState && !editTriggers().testFlag(EditKeyPressed) && currentIndex().isValid()) {
        Q_EMIT keyActivated(currentKey());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

/// Letters are keys of the page (J, K, A, R ...), not a search.
void TableView::keyboardSearch(const QString &search)
{
    Q_UNUSED(search)
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int field = m_model->columns().at(index.column()).filterField;
    const QString value = m_model->filterText(index.row(), index.column());
    if (field >= 0 && !value.isEmpty()) {
        menu->addAction(icon(Icon::Filter), tr("Filter by This Value"), this,
                        [=, this] { Q_EMIT filterByValueRequested(field, value, false); });
        menu->addAction(tr("Exclude This Value"), this,
                        [=, this] { Q_EMIT filterByValueRequested(field, value, true); });
        menu->addSeparator();
    }
    menu->addAction(icon(Icon::Copy), tr("Copy"), this,
                    [text = index.data().toString()] { QGuiApplication::clipboard()->setText(text); });
    const auto own = actions();
    if (!own.isEmpty()) {
        menu->addSeparator();
        menu->addActions(own);
    }
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
                          ? viewport()->mapToGlobal(visualRect(index).center())
                          : event->globalPos();
    menu->popup(at);
}

void TableView::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto &columns = m_model->columns();
    for (int i = 0; i < columns.size(); ++i) {
        QAction *action = menu->addAction(columns.at(i).title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool shown) { setColumnHidden(i, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

} // namespace peerdesk
