// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QWidget>

class QListView;
class QStandardItem;
class QStandardItemModel;

namespace peerdesk {

class AsnSwitch;

/// The list of pages at the left, our own network above it, settings at the foot.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &title, Icon icon, bool atFoot);
    void setCounter(const QString &id, int count);
    void setCurrent(const QString &id);
    [[nodiscard]] AsnSwitch *asnSwitch() const { return m_asnSwitch; }

Q_SIGNALS:
    void pageChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QListView *makeList(const QString &name);
    [[nodiscard]] QStandardItem *itemOf(const QString &id) const;

    AsnSwitch *m_asnSwitch;
    QListView *m_pages;
    QListView *m_foot;
};

} // namespace peerdesk
