// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"
#include "peering/asn.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

class QAction;

namespace peerdesk {

class CandidatesBinding;
class CandidatesPage;
class DraftsPage;
class InboundPage;
class KeysPage;
class RegistryPage;
class RemotePage;
class MainWindow;
class PolicyPage;
class ReportsBinding;
class RequestsPage;
class Services;
class SettingsPage;
class SignInPage;
class Theme;

/// The desk on the screen: makes the pages over the services and joins what they tell each other (a candidate becomes
/// a draft, a sent draft a request). It holds no logic of its own: a page knows its service, the window knows
/// no page, and here they meet. Owned by main(); main thread.
class Desk : public QObject
{
    Q_OBJECT

public:
    Desk(Services &services, Theme &theme, QObject *parent = nullptr);
    ~Desk() override;

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    void show();

private:
    void addPages();
    void addActions();
    void addAppearanceActions();
    void addPaletteSources();
    void joinPages();
    void joinKeys();
    void joinRemote(RemotePage *page, const QString &id);
    void joinAccount();
    void joinStatus();
    void obeyRights();
    void obeySettings();
    void showNetwork(Asn own);
    void refreshAccount();
    void refreshStatus();
    void send(const QString &draftId, qint64 version);
    void importMirror();

    Services &m_services;
    Theme &m_theme;
    std::unique_ptr<MainWindow> m_window;
    QHash<Appearance, QAction *> m_appearances;
    CandidatesPage *m_candidates = nullptr;
    CandidatesBinding *m_candidatesBinding = nullptr;
    DraftsPage *m_drafts = nullptr;
    InboundPage *m_inbound = nullptr;
    PolicyPage *m_policy = nullptr;
    KeysPage *m_keys = nullptr;
    RegistryPage *m_registry = nullptr;
    RequestsPage *m_requests = nullptr;
    ReportsBinding *m_reportsBinding = nullptr;
    SignInPage *m_signIn = nullptr;
    SettingsPage *m_settings = nullptr;
    QTimer m_minute; ///< the mirror's age grows without anybody's doing
};

} // namespace peerdesk
