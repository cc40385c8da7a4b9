// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace peerdesk {

class TableModel;

/// The table of every page: hairlines, remembered columns, sorting, a menu on each cell. The current row is kept by
/// key, and the row at the top of the window stays where it is when others come and go.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// Columns are remembered under `settingsId`; without one they are not.
    explicit TableView(const QString &settingsId, QWidget *parent = nullptr);
    ~TableView() override;

    void setTableModel(TableModel *model);
    /// For a table that shows different models in turn; the columns so far are saved under the old one.
    void setSettingsId(const QString &id);
    /// How the table is sorted until somebody sorts it otherwise.
    void sortAtFirst(int column, Qt::SortOrder order);
    [[nodiscard]] TableModel *tableModel() const { return m_model; }

    [[nodiscard]] QString currentKey() const;
    /// Selects the row and scrolls to it; nothing happens if it is not shown.
    bool setCurrentKey(const QString &key);
    [[nodiscard]] QStringList selectedKeys() const;
    void moveCurrent(int rows);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void currentKeyChanged(const QString &key);
    void keyActivated(const QString &key);
    void filterByValueRequested(int field, const QString &value, bool negated);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyboardSearch(const QString &search) override;

private:
    void fitRows();
    void layoutColumns();
    void fitStretched();
    void saveColumns() const;
    void showHeaderMenu(const QPoint &position);
    void rememberTop();
    void restoreTop();

    TableModel *m_model = nullptr;
    QString m_settingsId;
    QString m_current; ///< kept while a filter hides the row
    QString m_topKey;
    int m_topOffset = 0;
    bool m_rearranging = false;
};

} // namespace peerdesk
