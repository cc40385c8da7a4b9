// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/asn.h"

#include <QString>

#include <optional>

class QSqlDatabase;

namespace peerdesk {

/// Who may write objects under a name: the network whose token or credential comes with the request.
struct Maintainer
{
    QString name; ///< in upper case
    Asn asn;
    QString notify; ///< where mails go; empty for nowhere
    UtcMs createdAt = 0;
    bool isListed = true; ///< by the operator; otherwise it is its first author's
};

/// The maintainers, used within Database jobs.
class MaintainerStore
{
public:
    explicit MaintainerStore(QSqlDatabase &database)
        : m_database(database)
    {
    }

    /// Makes it, or changes who it is.
    Result<void> put(const Maintainer &maintainer);
    /// The operator's are these and no others; those that were there before keep the time they were made.
    Result<void> putAll(const QList<Maintainer> &maintainers);
    Result<std::optional<Maintainer>> maintainer(const QString &name);
    Result<QList<Maintainer>> maintainers();

private:
    QSqlDatabase &m_database;
};

} // namespace peerdesk
