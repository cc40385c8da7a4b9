// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/localuser.h"

#include <QSysInfo>

namespace peerdesk {

QString localUser()
{
    return QStringLiteral("%1@%2").arg(qEnvironmentVariable("USER", QStringLiteral("somebody")),
                                       QSysInfo::machineHostName());
}

} // namespace peerdesk
