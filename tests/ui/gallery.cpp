// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the desk's building blocks with invented values and saves PNGs, light and dark, to be looked at by a person:
//     build/dev/bin/desk_gallery build/gallery
#include "sampledesk.h"
#include "shell/mainwindow.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QStandardPaths>
#include <QTextStream>

#include <functional>

using namespace peerdesk;

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setApplicationName(QStringLiteral("desk_gallery"));
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "usage: desk_gallery DIRECTORY\n";
        return 2;
    }
    const QDir directory(arguments.at(1));
    directory.mkpath(QStringLiteral("."));

    Theme theme;
    SampleDesk desk;
    desk.window()->resize(1360, 860);
    desk.window()->show();
    const auto shoot = [&](const QString &name) {
        for (const auto choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            theme.setChoice(choice);
            const QString scheme = choice == Theme::Choice::Light ? QStringLiteral("light") : QStringLiteral("dark");
            QCoreApplication::sendPostedEvents();
            desk.window()->grab().save(directory.filePath(name + u'-' + scheme + QStringLiteral(".png")));
        }
    };
    for (const QString &page : desk.pages()) {
        desk.show(page);
        shoot(page);
    }
    return 0;
}
