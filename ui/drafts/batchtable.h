// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tableview.h"

#include <functional>

namespace peerdesk {

class BatchModel;

/// The spreadsheet of a draft: typing begins an edit, Enter commits and goes down, Tab commits and goes
/// right, Delete empties a cell. Letters belong to the cell here and not to the page's keys.
class BatchTable : public TableView
{
    Q_OBJECT

public:
    explicit BatchTable(std::function<QStringList()> locationNames, QWidget *parent = nullptr);

    void setBatch(BatchModel *model);
    /// Makes the cell current and visible, without editing it.
    void goTo(const QString &itemId, int column);
    void editCurrent();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    [[nodiscard]] QModelIndex nextEditable(int step) const;
};

} // namespace peerdesk
