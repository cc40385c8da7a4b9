// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/patience.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFont>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

namespace peerdesk::test {

/// The desk's look on a test's windows, made before the first of them; and settings that are the test's own.
class DeskWindow
{
public:
    DeskWindow()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
        QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
        m_theme.setChoice(Theme::Choice::Light);
    }

    /// Saves what the widget looks like, light and dark, into the folder that PEERDESK_PICTURES names;
    /// without it nobody looks.
    void picture(QWidget *widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PEERDESK_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            m_theme.setChoice(choice);
            const QString scheme = choice == Theme::Choice::Light ? QStringLiteral("light") : QStringLiteral("dark");
            QTRY_COMPARE(isDark(widget->palette()), choice == Theme::Choice::Dark);
            QVERIFY(widget->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, scheme)));
        }
    }

private:
    Theme m_theme;
};

} // namespace peerdesk::test
