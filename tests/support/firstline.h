// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace peerdesk::test {

/// What a program prints once it is ready, without the line's end; empty if it ended before or is silent for so long.
inline QByteArray firstLineOf(QProcess &process, int patienceMs = 30'000)
{
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(patienceMs))
            return {};
    }
    return process.readLine().trimmed();
}

} // namespace peerdesk::test
