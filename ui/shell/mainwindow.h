// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/paletteentry.h"
#include "widgets/pageaction.h"

#include <QHash>
#include <QMainWindow>

class QStackedWidget;

namespace peerdesk {

class CommandPalette;
class Sidebar;
class StatusStrip;

/// The frame in which pages stand: sidebar, menus, status, command palette, key sheet. It knows no feature: pages are
/// registered with icon and title, their actions are those of the widget (widgets/pageaction.h). Owned by app/desktop.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Page
    {
        QString id; ///< "candidates"; remembered, and what `showPage` takes
        QString title;
        Icon icon = Icon::None;
        QWidget *widget = nullptr; ///< the window takes it over
        bool atFoot = false;       ///< settings
    };

    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    void addPage(const Page &page);
    void showPage(const QString &id);
    [[nodiscard]] QString currentPage() const;
    [[nodiscard]] QWidget *page(const QString &id) const;
    /// What needs a person; 0 hides the number.
    void setCounter(const QString &pageId, int count);

    /// An action of the whole window (Sign In, Import ...), shown whichever page is in front.
    QAction *addWindowAction(MenuPlace place, Icon icon, const QString &text, const QKeySequence &key = {});
    void addPaletteSource(PaletteSource source);

    [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
    [[nodiscard]] StatusStrip *status() const { return m_status; }
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }

    /// Size, place and page of the last time, else something sensible.
    void restore();

Q_SIGNALS:
    void pageShown(const QString &id);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void addOwnActions();
    void fillMenus();
    void showKeys();
    [[nodiscard]] QList<PaletteEntry> actionEntries(const QString &typed);

    Sidebar *m_sidebar;
    StatusStrip *m_status;
    QStackedWidget *m_stack;
    CommandPalette *m_palette;
    QHash<MenuPlace, QMenu *> m_menus;
    QList<QAction *> m_ownActions;
    QList<QAction *> m_lastActions; ///< of those, what stands behind all others: Quit, About
    QList<Page> m_pages;
};

} // namespace peerdesk
