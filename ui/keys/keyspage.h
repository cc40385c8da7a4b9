// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/fallwatch.h"
#include "keys/keyrow.h"
#include "keys/remotepage.h"
#include "workflow/keys/keys.h"
#include "workflow/keys/routeobjects.h"
#include "workflow/places.h"

#include <QTimer>

class QAction;

namespace peerdesk {

/// The keys that one of our networks holds at an issuer: how long they still live, what they let be announced by whom,
/// and what can be done about it. The table is what the issuer last said; deeds go to the issuer at once. Main thread.
class KeysPage : public RemotePage
{
    Q_OBJECT

public:
    KeysPage(Keys &keys, RouteObjects &routes, Places places, const Clock &clock, QWidget *parent = nullptr);

    void setOwnAsn(Asn own);
    void writeLetter(const Letter &letter, const QString &path);
    [[nodiscard]] FallWatch &fallWatch() { return m_falls; }

Q_SIGNALS:
    /// How many keys end within 30 days.
    void countChanged(int ending);

protected:
    [[nodiscard]] QUrl place() const override { return m_keys.issuer(); }
    void ask() override;

private:
    void addActions();
    QAction *addDeed(Icon icon, const QString &text, const QKeySequence &key, void (KeysPage::*act)(), bool shown);
    void take(const QList<HeldKey> &keys);
    void askRegistry();
    void refreshRows();
    void showCurrent();
    void updateActions();
    [[nodiscard]] const HeldKey *find(const QString &id) const;
    [[nodiscard]] bool isAlive(const HeldKey &key) const;
    /// Those that are ticked, else the current one; those alone that still hold.
    [[nodiscard]] QStringList targets() const;
    [[nodiscard]] QString nameOf(const QString &id) const;

    void issue();
    void checkKey();
    void renew();
    void renewAs(const QStringList &ids, const RenewalForm &form);
    void revoke();
    void revokeBecause(const QString &id, const QString &reason);
    void makeLetter();
    [[nodiscard]] QString holderOf(const HeldKey &key) const;
    void copyReference();

    Keys &m_keys;
    RouteObjects &m_routes;
    const Places m_places;
    const Clock &m_clock;
    Asn m_own;
    QList<HeldKey> m_all;
    QList<RegisteredRoute> m_registered; ///< where a registry is set up
    FallWatch m_falls;
    int m_ending = -1;
    RowModel<KeyRow> *m_model;
    QAction *m_issue = nullptr;
    QAction *m_check = nullptr;
    QAction *m_renew = nullptr;
    QAction *m_letter = nullptr;
    QAction *m_revoke = nullptr;
    QAction *m_copy = nullptr;
    QTimer m_ages;
};

} // namespace peerdesk
