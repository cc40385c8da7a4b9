// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/sidebar.h"

#include "shell/asnswitch.h"
#include "shell/sidebardelegate.h"
#include "theme/palette.h"

#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace peerdesk {

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_asnSwitch(new AsnSwitch(this))
    , m_pages(makeList(tr("Pages")))
    , m_foot(makeList(tr("Settings")))
{
    setBackgroundRole(role::sidebar);
    setAutoFillBackground(true);
    const int line = fontMetrics().height();
    m_foot->setFixedHeight(0); // grows with its rows, so that it never scrolls
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, line * 5 / 9, 1, line / 3);
    layout->setSpacing(line / 4);
    layout->addWidget(m_asnSwitch);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_foot);
    setFixedWidth(fontMetrics().averageCharWidth() * 23);
}

QListView *Sidebar::makeList(const QString &name)
{
    auto *list = new QListView(this);
    list->setModel(new QStandardItemModel(list));
    list->setItemDelegate(new SidebarDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->viewport()->setAutoFillBackground(false);
    list->setAccessibleName(name);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT pageChosen(index.data(SidebarDelegate::PageRole).toString());
    });
    // The pages and the foot are one choice in two lists: choosing the current row again must still count.
    connect(list, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT pageChosen(index.data(SidebarDelegate::PageRole).toString()); });
    return list;
}

void Sidebar::addPage(const QString &id, const QString &title, Icon icon, bool atFoot)
{
    auto *item = new QStandardItem(title);
    item->setData(static_cast<int>(icon), SidebarDelegate::IconRole);
    item->setData(id, SidebarDelegate::PageRole);
    item->setData(title, Qt::AccessibleTextRole);
    static_cast<QStandardItemModel *>((atFoot ? m_foot : m_pages)->model())->appendRow(item);
    if (atFoot)
        m_foot->setFixedHeight(m_foot->sizeHintForRow(0) * m_foot->model()->rowCount() + fontMetrics().height() / 4);
}

QStandardItem *Sidebar::itemOf(const QString &id) const
{
    for (const QListView *list : {m_pages, m_foot}) {
        const auto *model = static_cast<QStandardItemModel *>(list->model());
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->item(row)->data(SidebarDelegate::PageRole).toString() == id)
                return model->item(row);
        }
    }
    return nullptr;
}

void Sidebar::setCounter(const QString &id, int count)
{
    if (QStandardItem *item = itemOf(id)) {
        item->setData(count, SidebarDelegate::CounterRole);
        item->setData(count > 0 ? tr("%1, %2 waiting").arg(item->text()).arg(count) : item->text(),
                      Qt::AccessibleTextRole);
    }
}

void Sidebar::setCurrent(const QString &id)
{
    const QStandardItem *item = itemOf(id);
    if (!item)
        return;
    for (QListView *list : {m_pages, m_foot}) {
        const QSignalBlocker blocker(list->selectionModel());
        if (list->model() == item->model())
            list->setCurrentIndex(item->index());
        else
            list->selectionModel()->clear();
        list->viewport()->update();
    }
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(role::line));
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.drawLine(x, 0, x, height());
}

} // namespace peerdesk
