// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingsgroup.h"

class QLabel;
class QSpinBox;

namespace peerdesk {

class Account;
class SecretField;
class SettingsFile;
class TextField;

/// Where the copy of PeeringDB comes from, how often, and the key that shows contacts.
class MirrorGroup : public SettingsGroup
{
    Q_OBJECT

public:
    MirrorGroup(SettingsFile &settings, Account &account, QWidget *parent = nullptr);

private:
    void refresh();
    void refreshKey();

    SettingsFile &m_settings;
    Account &m_account;
    TextField *m_source;
    TextField *m_api;
    QSpinBox *m_interval;
    SecretField *m_key;
    QLabel *m_trouble;
};

} // namespace peerdesk
