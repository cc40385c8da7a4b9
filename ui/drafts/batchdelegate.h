// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/rowdelegate.h"

#include <QStringList>

#include <functional>

namespace peerdesk {

/// Edits the cells of a batch in place: a line that keeps what is being typed when news arrive, with names of
/// exchanges offered and secrets masked. Frames the current cell, since here, unlike in other tables, it is a
/// cell that is chosen.
class BatchDelegate : public RowDelegate
{
    Q_OBJECT

public:
    /// `locationNames` gives what is offered for a location.
    BatchDelegate(std::function<QStringList()> locationNames, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

private:
    std::function<QStringList()> m_locationNames;
};

} // namespace peerdesk
