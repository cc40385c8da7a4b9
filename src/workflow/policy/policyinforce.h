// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/policy.h"
#include "peering/storedpolicy.h"

#include <QHash>

#include <mutex>
#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// The policy that judges what is asked of one of our networks, and where it comes from.
struct PolicyInForce
{
    Policy policy;
    std::optional<StoredPolicy> desk; ///< where it is the desk's
    QString unreadable;               ///< why the desk's cannot be read, by this program; then a person is asked
};

/// Finds it: the one that was edited at the desk, where there is one, else the configuration file's. Asked within the
/// job that judges, so that a policy saved at any desk holds for the very next request at every daemon; what was read
/// before is only read again when it has changed. A policy of the desk that this program does not understand (a newer
/// one wrote it) is not guessed at: every request then waits for a person. Owned by Reception; find() from any thread.
class PolicyFinder
{
public:
    Result<PolicyInForce> find(QSqlDatabase &database, Asn own, const Policy &ofFile);

private:
    std::mutex m_mutex;
    QHash<Asn, PolicyInForce> m_read;
};

} // namespace peerdesk
