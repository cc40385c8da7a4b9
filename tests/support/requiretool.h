// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// A test that needs a program from outside is skipped where it is missing and says why; it fails there instead when
/// PEERDESK_REQUIRE_TOOLS is set, as by ./dev test. `there` is whether it could be had, `why` a QString.
#define REQUIRE_TOOL(there, why)                                                                                       \
    do {                                                                                                               \
        if (there)                                                                                                     \
            break;                                                                                                     \
        if (qEnvironmentVariableIsSet("PEERDESK_REQUIRE_TOOLS"))                                                       \
            QFAIL(qPrintable(why));                                                                                    \
        QSKIP(qPrintable(why));                                                                                        \
    } while (false)
