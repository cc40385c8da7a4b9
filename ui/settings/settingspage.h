// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace peerdesk {

class Account;
class Endpoints;
class EndpointsGroup;
class OwnEndpoint;
class SettingsFile;

/// Everything that may be set, in groups beneath one another. There is nothing to confirm: a field takes effect when
/// it is left. Owned by the main window.
class SettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    SettingsPage(SettingsFile &settings, Account &account, Endpoints &endpoints, OwnEndpoint &ownEndpoint,
                 QWidget *parent = nullptr);

    /// Why what all desks share cannot be changed here; empty if it can. What is this desk's own can.
    void setReadOnly(const QString &why);

private:
    EndpointsGroup *m_endpoints;
};

} // namespace peerdesk
