// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/unplacedlist.h"

#include "map/mapclusters.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace peerdesk {

UnplacedList::UnplacedList(QWidget *parent)
    : QPushButton(parent)
{
    setToolTip(tr("Exchanges whose position is not known"));
    hide();
    connect(this, &QPushButton::clicked, this, &UnplacedList::openList);
}

void UnplacedList::setPlaces(const QList<MapPlace> &places)
{
    m_places = places;
    setText(tr("%n without a position", nullptr, static_cast<int>(places.size())));
    setVisible(!places.isEmpty());
    adjustSize();
}

void UnplacedList::openList()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *list = new QListWidget(popup);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(tr("Exchanges without a position"));
    for (const MapPlace &place : std::as_const(m_places)) {
        auto *item = new QListWidgetItem(describe(place), list);
        item->setData(Qt::UserRole, place.key);
    }
    auto *layout = new QVBoxLayout(popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(list);
    const auto choose = [this, popup](const QListWidgetItem *item) {
        const QString key = item->data(Qt::UserRole).toString();
        popup->close();
        Q_EMIT placeChosen(key);
    };
    connect(list, &QListWidget::itemClicked, this, choose);
    connect(list, &QListWidget::itemActivated, this, choose);
    const int line = fontMetrics().height();
    popup->resize(line * 22, std::min(line * 16, line * 2 * (list->count() + 1)));
    popup->move(mapToGlobal(QPoint(width() - popup->width(), -popup->height())));
    popup->show();
    list->setFocus();
}

} // namespace peerdesk
