// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/databaseaddress.h"

#include <functional>
#include <memory>

class QThread;

namespace peerdesk {

/// Hears what PostgreSqlConnection announces at each commit, by whichever program (LISTEN). It has a connection of its
/// own on a thread with an event loop, as Qt's driver needs one to hear anything. A lost connection is made again; what
/// was missed meanwhile is announced as one change. Owned by Database.
class ChangeListener
{
public:
    /// Listens when it has been made, unless the server is away. `changed` is called on the listener's thread.
    ChangeListener(const DatabaseAddress &address, std::function<void()> changed);
    ~ChangeListener();
    ChangeListener(const ChangeListener &) = delete;
    ChangeListener &operator=(const ChangeListener &) = delete;

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace peerdesk
