// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingsgroup.h"

#include <QUrl>

namespace peerdesk {

class Account;
class MessageBar;
class SettingsFile;
struct Settings;

/// Where keys come from and where route objects stand on them: the addresses of an issuer and of a registry, and who is
/// signed in there.
class KeysGroup : public SettingsGroup
{
    Q_OBJECT

public:
    KeysGroup(SettingsFile &settings, Account &account, QWidget *parent = nullptr);

private:
    /// An address, the sign-in there and its token; `part` is where the settings keep it.
    void addPlace(const QString &label, const QString &note, const QString &placeholder,
                  QUrl &(*part)(Settings &settings));

    SettingsFile &m_settings;
    Account &m_account;
    MessageBar *m_messages;
};

} // namespace peerdesk
