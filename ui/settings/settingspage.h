// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace peerdesk {

class Account;
class Endpoints;
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
};

} // namespace peerdesk
