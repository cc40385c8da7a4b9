// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/emptystate.h"
#include "widgets/keyhints.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace peerdesk {

class DetailPane;
class FilterBar;
class MessageBar;
class TableModel;
class TableView;
class UndoBar;

/// The shape that every page shares: filter, messages and countdown above, the table, keys below, details beside it.
/// Carries the keys that work on all pages: J and K, Enter into the details, Esc back, / into the filter. A page
/// derives from it or holds it, gives it a model and fills the pane when `currentKeyChanged` is emitted.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    /// Columns and splitter are remembered under `settingsId`.
    explicit TablePage(const QString &settingsId, QWidget *parent = nullptr);
    ~TablePage() override;

    /// The table filters itself by what is typed; `all` words the count of an unfiltered table ("6 requests").
    void setModel(TableModel *model);
    void setCountText(const std::function<QString(int)> &all);
    /// What stands in place of the table when there is no row at all. "The filter hides everything" is done here.
    void setEmpty(EmptyState::Kind kind, const QString &title, const QString &text, const QString &action = {});
    /// The filter the page begins with, and the words for when it, unchanged, hides every row.
    void setFirstFilter(const QString &filter, const QString &allHidden);
    void setKeyHints(const QList<KeyHints::Hint> &hints);
    /// Between the filter and the table: the map, a switch.
    void addAboveTable(QWidget *widget, int stretch = 0);
    /// A widget that shares the height with the table through a splitter (the map).
    void addSplitAboveTable(QWidget *widget);

    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] DetailPane *detail() const { return m_detail; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] MessageBar *messages() const { return m_messages; }
    [[nodiscard]] UndoBar *undoBar() const { return m_undo; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }

    [[nodiscard]] QString currentKey() const;
    /// Shows the row, clearing the filter if it hides it.
    void showKey(const QString &key);

Q_SIGNALS:
    void currentKeyChanged(const QString &key);
    void emptyActionRequested(EmptyState::Kind kind);

private:
    void addKeys();
    void refreshCounts();
    void refreshEmpty();

    QString m_settingsId;
    TableModel *m_model = nullptr;
    FilterBar *m_filter;
    MessageBar *m_messages;
    UndoBar *m_undo;
    TableView *m_table;
    EmptyState *m_empty;
    DetailPane *m_detail;
    QSplitter *m_columns; ///< table and details, side by side
    QSplitter *m_rows;    ///< map and table, one above the other
    QStackedWidget *m_stack;
    QVBoxLayout *m_above;
    QVBoxLayout *m_main;
    std::function<QString(int)> m_countText;

    EmptyState::Kind m_emptyKind = EmptyState::Kind::NothingYet;
    QString m_emptyTitle;
    QString m_emptyText;
    QString m_emptyAction;
    QString m_firstFilter;
    QString m_allHidden;
};

} // namespace peerdesk
