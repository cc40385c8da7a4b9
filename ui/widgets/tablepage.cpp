// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tablepage.h"

#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/messagebar.h"
#include "widgets/pageaction.h"
#include "widgets/tablemodel.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QLocale>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace peerdesk {

TablePage::TablePage(const QString &settingsId, QWidget *parent)
    : QWidget(parent)
    , m_settingsId(settingsId)
    , m_filter(new FilterBar(this))
    , m_messages(new MessageBar(this))
    , m_undo(new UndoBar(this))
    , m_table(new TableView(settingsId))
    , m_empty(new EmptyState)
    , m_detail(new DetailPane)
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
    , m_above(new QVBoxLayout)
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *tableSide = new QWidget;
    auto *tableLayout = new QVBoxLayout(tableSide);
    tableLayout->setContentsMargins({});
    tableLayout->setSpacing(0);
    tableLayout->addLayout(m_above);
    tableLayout->addWidget(m_stack, 1);
    m_rows->addWidget(tableSide);
    m_rows->setChildrenCollapsible(true);

    auto *left = new QWidget;
    left->setBackgroundRole(QPalette::Base);
    left->setAutoFillBackground(true);
    m_main = new QVBoxLayout(left);
    m_main->setContentsMargins({});
    m_main->setSpacing(0);
    m_main->addWidget(m_filter);
    m_main->addWidget(m_messages);
    m_main->addWidget(m_undo);
    m_main->addWidget(m_rows, 1);

    m_columns->addWidget(left);
    m_columns->addWidget(m_detail);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setCollapsible(0, false);
    m_columns->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_columns);
    m_columns->restoreState(QSettings().value(QStringLiteral("splitters/%1").arg(settingsId)).toByteArray());

    connect(m_filter, &FilterBar::filterChanged, this, [this](const Filter &filter) {
        if (m_model)
            m_model->setFilter(filter);
    });
    connect(m_filter, &FilterBar::left, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_table, &TableView::filterByValueRequested, m_filter, &FilterBar::addValue);
    connect(m_table, &TableView::currentKeyChanged, this, &TablePage::currentKeyChanged);
    connect(m_table, &TableView::keyActivated, m_detail, [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(m_detail, &DetailPane::left, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_empty, &EmptyState::actionRequested, this, [this](EmptyState::Kind kind) {
        if (kind == EmptyState::Kind::FilteredOut)
            m_filter->clear();
        else
            Q_EMIT emptyActionRequested(kind);
    });
    addKeys();
}

TablePage::~TablePage()
{
    // What filter, table and model say while they die is for nobody: the page that listens is half gone.
    m_filter->disconnect(this);
    m_table->disconnect(this);
    if (m_model)
        m_model->disconnect(this);
    QSettings().setValue(QStringLiteral("splitters/%1").arg(m_settingsId), m_columns->saveState());
    // While the children go, the line with the focus still finishes its edit: nobody is left to hear of it.
    for (QWidget *child : std::initializer_list<QWidget *>{m_filter, m_table, m_detail, m_empty, m_undo})
        child->blockSignals(true);
}

void TablePage::addKeys()
{
    const auto add = [this](const QString &text, Icon icon, const QKeySequence &key, auto act) {
        connect(addPageAction(this, MenuPlace::View, icon, text, key), &QAction::triggered, this, act);
    };
    add(tr("Next Row"), Icon::None, Qt::Key_J, [this] { m_table->moveCurrent(1); });
    add(tr("Previous Row"), Icon::None, Qt::Key_K, [this] { m_table->moveCurrent(-1); });
    add(tr("Filter"), Icon::Filter, Qt::Key_Slash, [this] { m_filter->focusEdit(); });
    add(tr("Go to Details"), Icon::None, Qt::CTRL | Qt::Key_Right,
        [this] { m_detail->setFocus(Qt::ShortcutFocusReason); });
    add(tr("Go to Table"), Icon::None, Qt::CTRL | Qt::Key_Left, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
}

void TablePage::setModel(TableModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_table->setTableModel(model);
    connect(model, &TableModel::countsChanged, this, &TablePage::refreshCounts);
    model->setFilter(m_filter->filter());
    refreshCounts();
}

void TablePage::setCountText(const std::function<QString(int)> &all)
{
    m_countText = all;
    refreshCounts();
}

void TablePage::refreshCounts()
{
    const int total = m_model ? m_model->totalCount() : 0;
    const int shown = m_model ? m_model->rowCount() : 0;
    m_filter->setCounts(shown, total, m_countText ? m_countText(total) : QLocale().toString(total));
    refreshEmpty();
}

void TablePage::setEmpty(EmptyState::Kind kind, const QString &title, const QString &text, const QString &action)
{
    m_emptyKind = kind;
    m_emptyTitle = title;
    m_emptyText = text;
    m_emptyAction = action;
    refreshEmpty();
}

void TablePage::refreshEmpty()
{
    const bool empty = !m_model || m_model->rowCount() == 0;
    const bool hadFocus = m_table->hasFocus();
    if (empty && m_model && m_model->totalCount() > 0) {
        const bool first = !m_firstFilter.isEmpty() && m_filter->text() == m_firstFilter;
        m_empty->setState(EmptyState::Kind::FilteredOut, first ? m_allHidden : tr("Nothing matches the filter"),
                          tr("All %n rows are hidden.", nullptr, m_model->totalCount()), tr("Clear the Filter"));
    } else if (empty)
        m_empty->setState(m_emptyKind, m_emptyTitle, m_emptyText, m_emptyAction);
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_table);
    if (hadFocus && !empty)
        m_table->setFocus();
}

void TablePage::setFirstFilter(const QString &filter, const QString &allHidden)
{
    m_firstFilter = filter;
    m_allHidden = allHidden;
    m_filter->setText(filter);
}

void TablePage::setKeyHints(const QList<KeyHints::Hint> &hints)
{
    m_main->addWidget(new KeyHints(hints));
}

void TablePage::addAboveTable(QWidget *widget, int stretch)
{
    m_above->addWidget(widget, stretch);
}

void TablePage::addSplitAboveTable(QWidget *widget)
{
    m_rows->insertWidget(0, widget);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
}

QString TablePage::currentKey() const
{
    return m_table->currentKey();
}

void TablePage::showKey(const QString &key)
{
    if (m_table->setCurrentKey(key) || !m_model->hasKey(key))
        return;
    m_filter->clear();
    m_table->setCurrentKey(key);
}

} // namespace peerdesk
