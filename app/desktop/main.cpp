// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"
#include "app/services.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "translations/translations.h"
#include "workflow/errortext.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDesktopServices>
#include <QLocale>
#include <QMessageBox>

#include <memory>

using namespace peerdesk;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("peerdesk"));
    QApplication::setApplicationDisplayName(QStringLiteral("Peerdesk"));
    QApplication::setApplicationVersion(QStringLiteral(PEERDESK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("net.peerdesk.Peerdesk"));
    installTranslations(application, QLocale());

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "The peering coordinator's desk."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption folder(
        QStringLiteral("folder"), QApplication::translate("main", "Keep database, mirror and settings in this folder."),
        QApplication::translate("main", "DIR"));
    const QCommandLineOption database(
        QStringLiteral("database"),
        QApplication::translate("main", "Share this database: postgresql://USER@HOST/NAME, or a file."),
        QApplication::translate("main", "DATABASE"));
    parser.addOptions({folder, database});
    parser.process(application);

    Theme theme;
    QApplication::setWindowIcon(icon(Icon::Peerdesk));
    const DeskFolder deskFolder(parser.value(folder), parser.value(database));
    auto services = Services::open(deskFolder, &QDesktopServices::openUrl);
    if (!services) {
        QMessageBox::critical(nullptr, QStringLiteral("Peerdesk"),
                              errorSentence(services.error(), deskFolder.database().location));
        return 1;
    }
    auto desk = std::make_unique<Desk>(**services, theme);
    desk->show();
    (*services)->start();
    const int outcome = QApplication::exec();
    // The window is gone at once; what is on the wire gets its end in the journal before the services go too.
    desk.reset();
    (*services)->stop(&QApplication::quit);
    QApplication::exec();
    return outcome;
}
