// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpclient.h"

#include <QTest>

namespace peerdesk::test {

/// Whether nothing is on the wire any more and what came last has been taken in, which is the event after: what waits for
/// it must live until then.
[[nodiscard]] inline bool settled(HttpClient &http)
{
    constexpr int patience = 30'000;
    do {
        bool turned = false;
        const bool isQuiet = QTest::qWaitFor([&http] { return http.isIdle(); }, patience);
        QMetaObject::invokeMethod(
            &http, [&turned] { turned = true; }, Qt::QueuedConnection);
        if (!isQuiet || !QTest::qWaitFor([&turned] { return turned; }, patience))
            return false;
    } while (!http.isIdle());
    return true;
}

} // namespace peerdesk::test
