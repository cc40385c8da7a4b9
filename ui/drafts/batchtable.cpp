// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drafts/batchtable.h"

#include "drafts/batchdelegate.h"
#include "drafts/batchmodel.h"

#include <QKeyEvent>

namespace peerdesk {
namespace {

/// A letter that a cell takes, and not a key with a modifier that belongs to the page.
bool isTyping(const QKeyEvent *event)
{
    return !event->text().isEmpty() && event->text().at(0).isPrint()
           && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

BatchTable::BatchTable(std::function<QStringList()> locationNames, QWidget *parent)
    : TableView(QStringLiteral("draft"), parent)
{
    setItemDelegate(new BatchDelegate(std::move(locationNames), this));
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setAccessibleName(tr("Sessions of the draft"));
}

void BatchTable::setBatch(BatchModel *model)
{
    setTableModel(model);
    // Rows stand in the order in which they are sent.
    setSortingEnabled(false);
    model->sort(-1, Qt::AscendingOrder);
}

void BatchTable::goTo(const QString &itemId, int column)
{
    const int row = tableModel()->rowOf(itemId);
    if (row < 0)
        return;
    setCurrentIndex(tableModel()->index(row, column));
    scrollTo(currentIndex());
    setFocus(Qt::OtherFocusReason);
}

void BatchTable::editCurrent()
{
    if (currentIndex().flags().testFlag(Qt::ItemIsEditable))
        edit(currentIndex());
}

bool BatchTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isTyping(static_cast<QKeyEvent *>(event)))
        event->accept();
    return TableView::event(event);
}

void BatchTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && plain && state() != EditingState) {
        editCurrent();
    } else if (event->key() == Qt::Key_Delete && plain) {
        if (currentIndex().flags().testFlag(Qt::ItemIsEditable))
            model()->setData(currentIndex(), QString(), Qt::EditRole);
    } else {
        TableView::keyPressEvent(event);
    }
}

/// The next cell that can be edited in reading order, into the next row if need be.
QModelIndex BatchTable::nextEditable(int step) const
{
    const int columns = model()->columnCount();
    const int cells = model()->rowCount() * columns;
    for (int cell = currentIndex().row() * columns + currentIndex().column() + step; cell >= 0 && cell < cells;
         cell += step) {
        const QModelIndex index = model()->index(cell / columns, cell % columns);
        if (index.flags().testFlag(Qt::ItemIsEditable))
            return index;
    }
    return {};
}

QModelIndex BatchTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext)
        return nextEditable(1);
    if (action == MovePrevious)
        return nextEditable(-1);
    return TableView::moveCursor(action, modifiers);
}

void BatchTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    TableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache && currentIndex().row() + 1 < model()->rowCount())
        setCurrentIndex(currentIndex().siblingAtRow(currentIndex().row() + 1));
}

} // namespace peerdesk
