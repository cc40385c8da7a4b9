// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/mapplace.h"

#include <QPushButton>

namespace peerdesk {

/// Exchanges whose position nobody knows: a button on the map says how many, and opens their list.
class UnplacedList : public QPushButton
{
    Q_OBJECT

public:
    explicit UnplacedList(QWidget *parent = nullptr);

    void setPlaces(const QList<MapPlace> &places);

Q_SIGNALS:
    void placeChosen(const QString &key);

private:
    void openList();

    QList<MapPlace> m_places;
};

} // namespace peerdesk
