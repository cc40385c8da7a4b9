// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/unixsignals.h"
#include "lab/labprogram.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("peerdesk-lab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PEERDESK_VERSION));

    peerdesk::lab::LabProgram program;
    if (!program.readArguments(QCoreApplication::arguments()))
        return 2;
    const peerdesk::UnixSignals signals;
    QObject::connect(&signals, &peerdesk::UnixSignals::terminationRequested, &application, &QCoreApplication::quit);
    // Only a running event loop can be left with an exit code.
    QMetaObject::invokeMethod(&program, &peerdesk::lab::LabProgram::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
