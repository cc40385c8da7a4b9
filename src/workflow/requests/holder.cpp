// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/requests/holder.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <cerrno>
#include <csignal>

namespace peerdesk {

QString thisHolder()
{
    return QStringLiteral("%1/%2").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
}

bool hasEnded(const QString &holder)
{
    bool isNumber = false;
    const pid_t process = holder.section(u'/', -1).toInt(&isNumber);
    if (!isNumber || process <= 0 || holder.section(u'/', 0, -2) != QSysInfo::machineHostName())
        return false;
    return ::kill(process, 0) != 0 && errno == ESRCH;
}

} // namespace peerdesk
