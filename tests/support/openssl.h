// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace peerdesk::test {

/// The openssl command of Debian, which makes keys and certificates for tests; false if it is missing or fails.
inline bool runOpenSsl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished(30'000) && process.exitCode() == 0;
}

} // namespace peerdesk::test
