// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paletteentry.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace peerdesk {

/// Ctrl+K: every action of the desk, and every network, exchange and request that a page knows how to find. Opens
/// over the window, is typed into, and closes on Enter, Escape or a click elsewhere.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    void addSource(PaletteSource source);
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void run(const QModelIndex &index);

    QLineEdit *m_edit;
    QListView *m_list;
    QStandardItemModel *m_model;
    QList<PaletteSource> m_sources;
    QList<PaletteEntry> m_entries;
};

/// Every word of `typed` begins somewhere in the title or the detail.
[[nodiscard]] bool fitsPalette(const PaletteEntry &entry, const QString &typed);

} // namespace peerdesk
