// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"
#include "cli/draftcommands.h"
#include "cli/inboundcommands.h"
#include "cli/keycommands.h"
#include "cli/maintenancecommands.h"
#include "cli/mirrorcommands.h"
#include "cli/reportcommand.h"
#include "cli/requestcommands.h"
#include "cli/sessioncommands.h"
#include "cli/signincommands.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>

#include <fcntl.h>
#include <utility>

using namespace peerdesk;

namespace {

/// A closed standard stream would lend its number to the next file that is opened, such as the database. It is taken
/// up in a way that fails when used.
void keepStandardStreams()
{
    for (const auto &[descriptor, mode] : {std::pair{0, O_WRONLY}, {1, O_RDONLY}, {2, O_RDONLY}}) {
        if (::fcntl(descriptor, F_GETFD) == -1)
            (void)::open("/dev/null", mode); // takes the lowest number that is free
    }
}

} // namespace

int main(int argc, char *argv[])
{
    keepStandardStreams();
    QLoggingCategory::setFilterRules(QStringLiteral("peerdesk.*.info=false"));
    QCoreApplication application(argc, argv);
    installTranslations(application, QLocale(QLocale::English)); // its plurals; scripts read what is printed
    QCoreApplication::setApplicationName(QStringLiteral("peerdeskctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PEERDESK_VERSION));
    Cli cli(mirrorCommands() + draftCommands() + requestCommands() + inboundCommands() + sessionCommands()
            + maintenanceCommands() + reportCommands() + keyCommands() + signInCommands());
    return cli.run(QCoreApplication::arguments());
}
