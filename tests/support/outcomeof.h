// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QTest>

#include <optional>
#include <utility>

namespace peerdesk::test {

/// Lets the test's event loop run until the task has its value. Fails the whole program after the time-out, so that
/// a task that never ends cannot be overlooked.
template<class T> T outcomeOf(QCoro::Task<T> task, int timeoutMs = 30'000)
{
    std::optional<T> outcome;
    const auto stored = std::move(task).then([&outcome](T value) { outcome.emplace(std::move(value)); });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, timeoutMs))
        qFatal("The task did not end in %d ms", timeoutMs);
    return std::move(*outcome);
}

} // namespace peerdesk::test
