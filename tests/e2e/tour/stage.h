// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lab/child.h"

#include <QCoroTask>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace peerdesk::test {

/// The desktop that the tour plays on, the same on every machine and nobody's own: an X server without a screen, a
/// session bus, a window manager, an unlocked keyring and a notification daemon, all real, around a home folder of
/// their own. set() puts their addresses into this process's environment, so that whatever it starts afterwards lives
/// there. Everything ends with this object.
class Stage
{
public:
    ~Stage();

    /// NotFound names what is missing and the Debian package that has it.
    Result<void> set();
    /// What the notification daemon was asked to show, as it prints it.
    [[nodiscard]] QString notificationsFile() const { return m_home.filePath(QStringLiteral("notifications.txt")); }

private:
    Result<void> setHome();
    Result<void> setDisplay();
    Result<void> setBus();
    Result<void> setWindowManager();
    Result<void> setKeyring();
    Result<void> setNotifications();
    Result<lab::Child *> play(const QString &program, const QStringList &arguments, const QString &package,
                              const QString &output = {});
    static Result<void> waitForService(const QString &name);

    QTemporaryDir m_home;
    std::vector<std::unique_ptr<lab::Child>> m_children;
};

} // namespace peerdesk::test
