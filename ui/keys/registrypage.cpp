// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/registrypage.h"

#include "keys/routesheet.h"
#include "widgets/actionbutton.h"
#include "widgets/detailpane.h"
#include "widgets/filterbar.h"
#include "widgets/pageaction.h"
#include "widgets/tableview.h"
#include "widgets/undobar.h"

#include <QAction>
#include <QCoroTask>

#include <algorithm>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto routeAgesEvery = 1min;
constexpr UtcMs fallsSoon = 7LL * 24 * 60 * 60 * 1000;

} // namespace

RegistryPage::RegistryPage(RouteObjects &routes, Keys &keys, Places places, const Clock &clock, QWidget *parent)
    : RemotePage(QStringLiteral("registry"), clock, parent)
    , m_routes(routes)
    , m_keys(keys)
    , m_places(std::move(places))
    , m_clock(clock)
    , m_falls(keys, clock, m_all,
              [this] {
                  if (isVisible())
                      reload();
              })
    , m_model(new RowModel<RouteRow>(routeTraits(), this))
{
    addActions();
    filterBar()->setFields(routeFields());
    filterBar()->setPlaceholder(tr("Filter: left<30d, hidden, prefix, AS, maintainer or key"));
    setModel(m_model);
    table()->setAccessibleName(tr("Route objects"));
    table()->sortAtFirst(fallColumn(), Qt::AscendingOrder);
    setCountText([](int count) { return tr("%n route object(s)", nullptr, count); });
    setKeyHints({{{QStringLiteral("J"), QStringLiteral("K")}, tr("next, previous")},
                 {{QStringLiteral("N")}, tr("create")},
                 {{QStringLiteral("E")}, tr("change")},
                 {{QStringLiteral("?")}, tr("all keys")}});
    detail()->setNothing(tr("No route object selected"));
    refresh();
    connect(this, &TablePage::currentKeyChanged, this, &RegistryPage::showCurrent);
    connect(&m_routes, &RouteObjects::changed, this, &RemotePage::reload);
    connect(&m_ages, &QTimer::timeout, this, &RegistryPage::refreshRows);
    m_ages.start(routeAgesEvery);
}

void RegistryPage::addActions()
{
    const auto add = [this](Icon icon, const QString &text, const QKeySequence &key, auto act) {
        QAction *action = addPageAction(this, MenuPlace::Network, icon, text, key);
        connect(action, &QAction::triggered, this, act);
        table()->addAction(action);
        return action;
    };
    m_create = add(Icon::Plus, tr("Create Route Object…"), Qt::Key_N, [this] { create(); });
    m_change = add(Icon::Pencil, tr("Change…"), Qt::Key_E, [this] { change(); });
    m_remove = add(Icon::Trash, tr("Delete"), {}, [this] { remove(); });
    setMenuPlace(add(Icon::Undo, tr("Undo"), Qt::Key_U, [this] { undoBar()->undo(); }), MenuPlace::Edit);
    add(Icon::Refresh, tr("Ask the Registry Now"), Qt::CTRL | Qt::Key_R, [this] { reload(); });
    auto *create = new ActionButton(m_create);
    create->setPrimary(true);
    addDeeds({create});
    detail()->addButton(new ActionButton(m_change));
    detail()->addButton(new ActionButton(m_remove));
}

void RegistryPage::refresh()
{
    const bool isSetUp = !place().isEmpty();
    m_create->setEnabled(isSetUp);
    if (isSetUp)
        setEmpty(
            EmptyState::Kind::NothingYet, tr("No route objects yet"),
            tr("A route object is registered with the key that the holder of its prefix gave, and falls with it."));
    else
        setEmpty(EmptyState::Kind::NeverSetUp, tr("No registry of route objects is set up"),
                 tr("Its address is a setting."), tr("Open Settings"));
    if (!isSetUp)
        take({});
    else if (isVisible())
        reload();
}

void RegistryPage::ask()
{
    QCoro::connect(m_routes.list(), this, [this](const Result<QList<RegisteredRoute>> &routes) {
        if (!routes)
            return failed(routes.error());
        take(*routes);
        answered();
        askIssuer();
    });
}

/// Where the registry does not say when a key ends, the holder's own list may.
void RegistryPage::askIssuer()
{
    if (m_keys.issuer().isEmpty())
        return;
    QCoro::connect(m_keys.list(), this, [this](const Result<QList<HeldKey>> &keys) {
        if (!keys)
            return;
        m_ends.clear();
        for (const HeldKey &key : *keys)
            m_ends.insert(key.id(), key.terms.expires);
        refreshRows();
    });
}

void RegistryPage::take(const QList<RegisteredRoute> &routes)
{
    m_all = routes;
    refreshRows();
    if (currentKey().isEmpty() && m_model->rowCount() > 0)
        table()->setCurrentKey(m_model->keyAt(0));
}

void RegistryPage::refreshRows()
{
    const UtcMs now = m_clock.now();
    QList<RouteRow> rows;
    for (RegisteredRoute route : std::as_const(m_all)) {
        if (route.keyExpires == 0)
            route.keyExpires = m_ends.value(route.keyReference);
        rows.append(routeRow(route, m_places.networkName(route.origin), now));
    }
    m_model->setRows(rows);
    showCurrent();
    const auto falling = static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [](const RouteRow &row) {
        return !row.route.hidden && row.left > 0 && row.left <= fallsSoon;
    }));
    if (std::exchange(m_falling, falling) != falling)
        Q_EMIT countChanged(falling);
}

void RegistryPage::showCurrent()
{
    const RouteRow *row = m_model->find(currentKey());
    if (row)
        detail()->setContent(routeDetail(*row));
    else
        detail()->setNothing(tr("No route object selected"));
    m_change->setEnabled(row != nullptr);
    m_remove->setEnabled(row != nullptr);
}

void RegistryPage::create()
{
    (new RouteSheet(m_routes, RegisteredRoute(), this))->open();
}

void RegistryPage::change()
{
    if (const RouteRow *row = m_model->find(currentKey()))
        (new RouteSheet(m_routes, row->route, this))->open();
}

void RegistryPage::remove()
{
    const RouteRow *row = m_model->find(currentKey());
    if (!row)
        return;
    const auto commit = [this, id = row->route.id] {
        QCoro::connect(m_routes.remove(id), this, [this](const Result<void> &removed) {
            if (!removed)
                fail(removed.error());
        });
    };
    undoBar()->begin(
        {.text = tr("Deleting %1 announced by %2").arg(row->route.prefix.toString(), row->route.origin.toString()),
         .commit = commit},
        m_undoWait);
}

} // namespace peerdesk
