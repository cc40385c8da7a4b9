// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/identity.h"
#include "auth/presentedtoken.h"
#include "base/result.h"
#include "base/secret.h"
#include "storage/credentialstore.h"

#include <QCoroTask>
#include <QHash>

#include <memory>

namespace peerdesk {

class Database;

/// Bearer credentials that the operator gives to a program of one other network, for where no person can sit at a
/// browser. They are shown once and kept as a hash; a revocation is felt by the next request. Owned by SigningIn and by
/// `peerdeskd credential`.
class MachineCredentials
{
public:
    MachineCredentials(Database &database, const Clock &clock);

    /// What the program presents; nobody can be told again. `expiresAt` 0: never.
    QCoro::Task<Result<Secret>> issue(Asn asn, QString name, QString scope, UtcMs expiresAt, QString by);
    QCoro::Task<Result<QList<MachineCredential>>> list();
    /// NotFound if there is none, or it was revoked before.
    QCoro::Task<Result<void>> revoke(QString id, QString by);

    /// NotFound for what is no credential of this kind, Unauthenticated for one that does not hold.
    QCoro::Task<Result<Identity>> identify(PresentedToken presented);

private:
    void noteUse(const QString &id, UtcMs now);

    Database &m_database;
    const Clock &m_clock;
    QHash<QString, UtcMs> m_noted;                                         ///< when a use was last to be noted
    const std::shared_ptr<bool> m_failing = std::make_shared<bool>(false); ///< it was said in the log
};

} // namespace peerdesk
