// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "shell/aboutbox.h"
#include "shell/commandpalette.h"
#include "shell/keysheet.h"
#include "shell/sidebar.h"
#include "shell/statusstrip.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace peerdesk {
namespace {

constexpr std::array places = {MenuPlace::File,    MenuPlace::Edit,    MenuPlace::View,
                               MenuPlace::Network, MenuPlace::Session, MenuPlace::Help};

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_sidebar(new Sidebar)
    , m_status(new StatusStrip)
    , m_stack(new QStackedWidget)
    , m_palette(new CommandPalette(this))
{
    setWindowTitle(tr("Peerdesk"));
    auto *central = new QWidget;
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    setStatusBar(m_status);

    const QStringList titles = {tr("&File"), tr("&Edit"), tr("&View"), tr("&Network"), tr("&Session"), tr("&Help")};
    for (std::size_t i = 0; i < places.size(); ++i)
        m_menus.insert(places.at(i), menuBar()->addMenu(titles.at(static_cast<qsizetype>(i))));
    addOwnActions();
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPage);
    m_palette->addSource([this](const QString &typed) { return actionEntries(typed); });
}

MainWindow::~MainWindow() = default;

QAction *MainWindow::addWindowAction(MenuPlace place, Icon name, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(icon(name), text, this);
    action->setShortcut(key);
    setMenuPlace(action, place);
    m_ownActions.append(action);
    addAction(action);
    fillMenus();
    return action;
}

void MainWindow::addOwnActions()
{
    connect(addWindowAction(MenuPlace::View, Icon::Command, tr("Command Palette…"), Qt::CTRL | Qt::Key_K),
            &QAction::triggered, m_palette, &CommandPalette::open);
    connect(addWindowAction(MenuPlace::Help, Icon::Keyboard, tr("Keyboard Shortcuts"), Qt::Key_Question),
            &QAction::triggered, this, &MainWindow::showKeys);
    QAction *quit = addWindowAction(MenuPlace::File, Icon::None, tr("Quit"), QKeySequence::Quit);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    QAction *about = addWindowAction(MenuPlace::Help, Icon::Info, tr("About Peerdesk"));
    connect(about, &QAction::triggered, this, [this] { (new AboutBox(this))->open(); });
    m_lastActions = {quit, about};
    fillMenus();
}

void MainWindow::addPage(const Page &page)
{
    m_pages.append(page);
    m_stack->addWidget(page.widget);
    m_sidebar->addPage(page.id, page.title, page.icon, page.atFoot);
    const auto number = static_cast<int>(
        std::count_if(m_pages.cbegin(), m_pages.cend(), [](const Page &other) { return !other.atFoot; }));
    const QKeySequence key = page.atFoot   ? QKeySequence(Qt::CTRL | Qt::Key_Comma)
                             : number <= 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number))
                                           : QKeySequence();
    connect(addWindowAction(MenuPlace::View, page.icon, page.title, key), &QAction::triggered, this,
            [this, id = page.id] { showPage(id); });
    if (m_pages.size() == 1)
        showPage(page.id);
}

QWidget *MainWindow::page(const QString &id) const
{
    const auto found =
        std::find_if(m_pages.cbegin(), m_pages.cend(), [&id](const Page &page) { return page.id == id; });
    return found == m_pages.cend() ? nullptr : found->widget;
}

QString MainWindow::currentPage() const
{
    const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(),
                                    [this](const Page &page) { return page.widget == m_stack->currentWidget(); });
    return found == m_pages.cend() ? QString() : found->id;
}

void MainWindow::showPage(const QString &id)
{
    QWidget *widget = page(id);
    if (!widget)
        return;
    const bool other = widget != m_stack->currentWidget();
    m_stack->setCurrentWidget(widget);
    m_sidebar->setCurrent(id);
    fillMenus();
    if (other)
        Q_EMIT pageShown(id);
}

void MainWindow::setCounter(const QString &pageId, int count)
{
    m_sidebar->setCounter(pageId, count);
}

void MainWindow::addPaletteSource(PaletteSource source)
{
    m_palette->addSource(std::move(source));
}

/// A menu holds the actions of the page in front, then the window's own, and what belongs last.
void MainWindow::fillMenus()
{
    const QList<QAction *> ofPage = m_stack->currentWidget() ? m_stack->currentWidget()->actions() : QList<QAction *>();
    QList<QAction *> ofWindow = m_ownActions;
    ofWindow.removeIf([this](QAction *action) { return m_lastActions.contains(action); });
    for (const MenuPlace place : places) {
        QMenu *menu = m_menus.value(place);
        menu->clear();
        const auto add = [menu, place](QList<QAction *> actions) {
            actions.removeIf([place](const QAction *action) { return menuPlace(action) != place; });
            if (!actions.isEmpty() && !menu->isEmpty())
                menu->addSeparator();
            menu->addActions(actions);
        };
        add(ofPage);
        add(ofWindow);
        add(m_lastActions);
        menu->menuAction()->setVisible(!menu->isEmpty());
    }
}

void MainWindow::showKeys()
{
    QList<KeySheet::Group> groups;
    for (const Page &page : std::as_const(m_pages)) {
        if (page.widget == m_stack->currentWidget())
            groups.append({page.title, page.widget->actions()});
    }
    groups.append({tr("Everywhere"), m_ownActions});
    auto *sheet = new KeySheet(groups, this);
    sheet->open();
}

QList<PaletteEntry> MainWindow::actionEntries(const QString &typed)
{
    QList<PaletteEntry> entries;
    const auto add = [&](QAction *action, const QString &pageId, const QString &pageTitle) {
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        PaletteEntry entry;
        entry.title = action->text().remove(u'&');
        entry.detail = pageTitle.isEmpty() ? key : key.isEmpty() ? pageTitle : tr("%1   %2").arg(pageTitle, key);
        entry.icon = pageId.isEmpty() ? Icon::Command : Icon::ChevronRight;
        entry.run = [this, action, pageId] {
            if (!pageId.isEmpty())
                showPage(pageId);
            action->trigger();
        };
        if (action->isEnabled() && fitsPalette(entry, typed))
            entries.append(entry);
    };
    for (QAction *action : std::as_const(m_ownActions))
        add(action, {}, {});
    for (const Page &page : std::as_const(m_pages)) {
        const auto actions = page.widget->actions();
        for (QAction *action : actions)
            add(action, page.id, page.title);
    }
    return entries;
}

void MainWindow::restore()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        const int character = fontMetrics().averageCharWidth();
        resize(character * 190, fontMetrics().height() * 48);
    }
    showPage(settings.value(QStringLiteral("window/page"), currentPage()).toString());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/page"), currentPage());
    QMainWindow::closeEvent(event);
}

} // namespace peerdesk
