// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/federation.h"
#include "auth/rights.h"
#include "storage/grantstore.h"

#include <QSet>

namespace peerdesk {

class Database;

/// Unauthenticated, which the token endpoint calls invalid_grant (RFC 6749 section 5.2).
[[nodiscard]] Error refusedGrant(const QString &why);
[[nodiscard]] Error endedSignIn();
/// What a grant keeps of the person.
[[nodiscard]] QString claimsText(const Identity &person);

/// Whether what a person granted still stands: their rights are read again at the provider before they are an hour old,
/// and what ends here is given back there. It ends when the provider has ended it, or answers for somebody else, or no
/// right is left, and never because the provider could not be asked. What a grant is good for is decided by Grants, which
/// owns this.
class GrantStanding
{
public:
    GrantStanding(Database &database, Federation &federation, RightsRules rights, std::chrono::milliseconds rightsAge,
                  const Clock &clock);

    [[nodiscard]] const RightsRules &rights() const { return m_rights; }
    void setRights(const RightsRules &rights) { m_rights = rights; }

    /// Unauthenticated if it stands no longer; Unavailable if that cannot be told now, and then nothing is lost.
    QCoro::Task<Result<Grant>> refreshed(Grant grant);
    /// Here and at the provider. Content if it has ended already.
    QCoro::Task<Result<void>> end(QString id, QString why);
    /// The part of it that is ours, within a job.
    [[nodiscard]] static Result<void> endHere(QSqlDatabase &database, const Grant &grant, UtcMs now,
                                              const QString &why);

private:
    QCoro::Task<Result<Grant>> readRights(Grant grant);
    QCoro::Task<Result<Secret>> renewUpstream(Grant grant);
    QCoro::Task<Result<Grant>> refuseAndEnd(QString id, QString why);
    QCoro::Task<void> giveBack(Grant ended);

    Database &m_database;
    Federation &m_federation;
    RightsRules m_rights;
    const std::chrono::milliseconds m_rightsAge;
    const Clock &m_clock;
    QSet<QString> m_reading; ///< grants whose rights are being read: the provider's refresh token is used once
};

} // namespace peerdesk
