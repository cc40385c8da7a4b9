// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/detailcontent.h"

#include <QTableView>

namespace peerdesk {

/// A table inside a detail pane: as high as its rows up to a limit, then it scrolls by itself.
class SmallTable : public QTableView
{
    Q_OBJECT

public:
    explicit SmallTable(const DetailContent::Table &table, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowActivated(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void shareWidth();

    QList<ColumnInfo> m_columns;
};

} // namespace peerdesk
