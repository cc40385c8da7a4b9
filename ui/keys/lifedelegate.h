// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowdelegate.h"

#include <functional>

namespace peerdesk {

/// A cell that says how long something still lives, and shows which share of its whole life that is on a bar beside
/// the words. The bar has the colour of the words, so it never says more than they do.
class LifeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    /// `share` gives what is left of a row's life, from 0 to 1, by its key.
    LifeDelegate(std::function<double(const QString &key)> share, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const std::function<double(const QString &)> m_share;
};

} // namespace peerdesk
