// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desk.h"
#include "app/services.h"
#include "e2e/labkit.h"
#include "e2e/tour/browser.h"
#include "e2e/tour/stage.h"
#include "e2e/tour/story.h"
#include "shell/mainwindow.h"
#include "support/outcomeof.h"
#include "theme/theme.h"
#include "translations/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

using namespace peerdesk;
using namespace peerdesk::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Builds the stage and runs this program again upon it.
int buildStage(const QStringList &arguments)
{
    QTextStream out(stdout);
    Stage stage;
    if (const auto set = stage.set(); !set) {
        out << "The tour has no stage: " << set.error().detail << Qt::endl;
        return 1;
    }
    qputenv("PEERDESK_TOUR_NOTIFICATIONS", stage.notificationsFile().toUtf8());
    lab::Child actor(u"tour"_s);
    if (const auto started =
            actor.start(QCoreApplication::applicationFilePath(), arguments + QStringList{u"--on-stage"_s});
        !started) {
        out << started.error().detail << Qt::endl;
        return 1;
    }
    for (;;) {
        const auto line = outcomeOf(actor.line(std::chrono::minutes(10)), 660'000);
        if (!line)
            break;
        out << *line << Qt::endl;
    }
    const auto code = outcomeOf(actor.finished(std::chrono::minutes(1)), 90'000);
    return code ? *code : 1;
}

int play(const QString &pictures)
{
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English)); // the story knows the English words
    QTextStream out(stdout);
    LabKit lab;
    if (!lab.start()) {
        out << "The tour has no lab: " << lab.why() << Qt::endl;
        return 1;
    }
    Browser browser(lab.description()[u"provider"].toString());
    const DeskFolder folder(QFileInfo(lab.desk()[u"database"].toString()).absolutePath());
    auto services = Services::open(folder, [&browser](const QUrl &url) {
        browser.open(url);
        return true;
    });
    if (!services) {
        out << "The desk does not open: " << services.error().detail << Qt::endl;
        return 1;
    }
    Theme theme;
    Desk desk(**services, theme);
    desk.window()->resize(1360, 860);
    desk.show();
    (*services)->start();
    Story story(lab, desk.window(), pictures, out);
    // Inside exec(), because Qt hands a new palette to the windows of a running application only.
    const auto tell = [&story] { QCoreApplication::exit(story.tell() == 0 ? 0 : 1); };
    QMetaObject::invokeMethod(QCoreApplication::instance(), tell, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const bool onStage =
        std::any_of(argv, argv + argc, [](const char *argument) { return qstrcmp(argument, "--on-stage") == 0; });
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); // those of a desktop take no events from here
    const std::unique_ptr<QCoreApplication> application(onStage ? new QApplication(argc, argv)
                                                                : new QCoreApplication(argc, argv));
    QCoreApplication::setApplicationName(u"peerdesk"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Drives the real windows through the whole story of the invented world."_s);
    parser.addHelpOption();
    const QCommandLineOption out(u"out"_s, u"Where pictures and reports go."_s, u"folder"_s, u"build/tour"_s);
    const QCommandLineOption stage(u"on-stage"_s, u"The display, the bus and the daemons are there already."_s);
    parser.addOptions({out, stage});
    parser.process(*application);

    const QString pictures = QDir(parser.value(out)).absolutePath();
    if (!QDir().mkpath(pictures) || (onStage && !QDir::setCurrent(pictures))) {
        QTextStream(stderr) << pictures << " cannot be made" << Qt::endl;
        return 2;
    }
    return onStage ? play(pictures) : buildStage(QCoreApplication::arguments().mid(1));
}
