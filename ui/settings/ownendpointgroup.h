// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingsgroup.h"

class QCheckBox;
class QPushButton;

namespace peerdesk {

class IconLabel;
class MessageBar;
class OwnEndpoint;
class SettingsFile;
class TextField;

/// The switch for an endpoint of one's own on this machine.
class OwnEndpointGroup : public SettingsGroup
{
    Q_OBJECT

public:
    OwnEndpointGroup(SettingsFile &settings, OwnEndpoint &endpoint, QWidget *parent = nullptr);

private:
    void refresh();
    void writeOne();

    SettingsFile &m_settings;
    OwnEndpoint &m_endpoint;
    MessageBar *m_messages;
    QCheckBox *m_run;
    IconLabel *m_standing;
    TextField *m_configuration;
    QPushButton *m_write;
};

} // namespace peerdesk
