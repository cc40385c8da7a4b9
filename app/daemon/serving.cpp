// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/serving.h"

#include "daemon/daemon.h"
#include "daemon/exitcode.h"
#include "daemon/unixsignals.h"

#include <QCoreApplication>
#include <QTextStream>

#include <unistd.h>

namespace peerdesk {

int serve(const EndpointConfig &settings, const QString &file)
{
    writeLogAs(settings.log.value_or(::isatty(STDERR_FILENO) == 1 ? LogFormat::Text : LogFormat::Json));
    auto daemon = Daemon::start(settings);
    if (!daemon) {
        complain(QStringLiteral("peerdeskd"), daemon.error());
        return CannotServe;
    }
    UnixSignals signals;
    QObject::connect(&signals, &UnixSignals::terminationRequested, daemon->get(), &Daemon::stop);
    QObject::connect(&signals, &UnixSignals::reloadRequested, daemon->get(), [&] { (*daemon)->reload(file); });
    QObject::connect(daemon->get(), &Daemon::stopped, QCoreApplication::instance(), &QCoreApplication::quit);
    // Port 0 is somebody's choice of any port, who has to learn which.
    QStringList ready = {QStringLiteral("ready"), (*daemon)->listeningUrl().toString(),
                         (*daemon)->publicUrl().toString()};
    if (const QUrl whois = (*daemon)->whoisUrl(); !whois.isEmpty())
        ready.append(whois.toString());
    QTextStream(stdout) << ready.join(u' ') << Qt::endl;
    return QCoreApplication::exec();
}

} // namespace peerdesk
