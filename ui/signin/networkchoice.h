// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/asn.h"

#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace peerdesk {

struct OwnNetwork;

/// One of our networks is chosen: name, number, and whether sending for it is permitted. A handful of rows, so each
/// is a radio button with a note.
class NetworkChoice : public QWidget
{
    Q_OBJECT

public:
    explicit NetworkChoice(QWidget *parent = nullptr);

    void setNetworks(const QList<OwnNetwork> &networks, Asn current);
    /// Invalid while there is nothing to choose from.
    [[nodiscard]] Asn chosen() const;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_rows;
};

} // namespace peerdesk
