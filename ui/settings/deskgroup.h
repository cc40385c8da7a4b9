// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingsgroup.h"

#include <QHash>

class QCheckBox;
class QSpinBox;

namespace peerdesk {

class SegmentSwitch;
class SettingsFile;

/// How the desk looks, what it tells the desktop, and how long Undo is offered.
class DeskGroup : public SettingsGroup
{
    Q_OBJECT

public:
    explicit DeskGroup(SettingsFile &settings, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *makeNotices();
    void refresh();
    void mute(const QString &kind, bool muted);

    SettingsFile &m_settings;
    SegmentSwitch *m_appearance;
    QSpinBox *m_undo;
    QCheckBox *m_private;
    QHash<QString, QCheckBox *> m_notices; ///< by kind
};

} // namespace peerdesk
