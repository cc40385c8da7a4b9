// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingsgroup.h"

class QPushButton;
class QSpinBox;

namespace peerdesk {

class Account;
class IconLabel;
class SettingsFile;
class TextField;

/// Who is signed in, and the provider that says so.
class SignInGroup : public SettingsGroup
{
    Q_OBJECT

public:
    SignInGroup(SettingsFile &settings, Account &account, QWidget *parent = nullptr);

private:
    void refresh();
    void act();

    SettingsFile &m_settings;
    Account &m_account;
    IconLabel *m_person;
    QPushButton *m_button;
    TextField *m_endpoint;
    TextField *m_issuer;
    TextField *m_clientId;
    QSpinBox *m_port;
};

} // namespace peerdesk
