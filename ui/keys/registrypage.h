// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/fallwatch.h"
#include "keys/remotepage.h"
#include "keys/routerow.h"
#include "workflow/keys/keys.h"
#include "workflow/keys/routeobjects.h"
#include "workflow/places.h"

#include <QTimer>

class QAction;

namespace peerdesk {

/// The route objects that one maintains at a registry which takes them only with keys: on which key each stands and
/// when it falls, what falls first at the top. Main thread.
class RegistryPage : public RemotePage
{
    Q_OBJECT

public:
    RegistryPage(RouteObjects &routes, Keys &keys, Places places, const Clock &clock, QWidget *parent = nullptr);

    /// The registry may be another by now.
    void refresh();
    void setUndoWait(std::chrono::milliseconds wait) { m_undoWait = wait; }
    [[nodiscard]] FallWatch &fallWatch() { return m_falls; }

Q_SIGNALS:
    /// How many objects fall within seven days.
    void countChanged(int falling);

protected:
    [[nodiscard]] QUrl place() const override { return m_routes.registry(); }
    void ask() override;

private:
    void addActions();
    void take(const QList<RegisteredRoute> &routes);
    void askIssuer();
    void refreshRows();
    void showCurrent();
    void create();
    void change();
    void remove();

    RouteObjects &m_routes;
    Keys &m_keys;
    const Places m_places;
    const Clock &m_clock;
    QList<RegisteredRoute> m_all;
    FallWatch m_falls;
    QHash<QString, UtcMs> m_ends; ///< of keys that are held here, by reference
    std::chrono::milliseconds m_undoWait{10'000};
    int m_falling = -1;
    RowModel<RouteRow> *m_model;
    QAction *m_create = nullptr;
    QAction *m_change = nullptr;
    QAction *m_remove = nullptr;
    QTimer m_ages;
};

} // namespace peerdesk
