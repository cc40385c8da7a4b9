// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"
#include "cli/draftcommands.h"
#include "cli/inboundcommands.h"
#include "cli/mirrorcommands.h"
#include "cli/reportcommand.h"
#include "cli/requestcommands.h"

#include <QCoreApplication>

using namespace peerdesk;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("peerdeskctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PEERDESK_VERSION));
    Cli cli(mirrorCommands() + draftCommands() + requestCommands() + inboundCommands() + reportCommands());
    return cli.run(QCoreApplication::arguments());
}
