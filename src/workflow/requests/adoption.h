// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/networkendpoint.h"
#include "peering/validation.h"
#include "peeringapi/remotesession.h"
#include "storage/envelope.h"

#include <QList>

class QSqlDatabase;

namespace peerdesk {

/// Sessions that another network lists and we did not know. Somebody may have asked for them with another program, or
/// nobody has: they come in as offers, whatever they are called there, for a person to accept or decline. Each joins the
/// request that the other side names, if we have it, else a new one. Left out is what cannot be (judged as in a
/// counter-round), what is here already in another way, and what would be more than offersTakenAtMost waiting. A request of
/// ours that had its offers gets no more of them: a person is told instead, once.
class Adoption
{
public:
    /// `exchanges` is about the places of `listed`.
    Adoption(NetworkEndpoint endpoint, QList<RemoteSession> listed, QHash<Location, ExchangeFacts> exchanges);

    /// What is listed, as if we had asked for it.
    [[nodiscard]] static SessionProposal proposalOf(const NetworkEndpoint &endpoint, const RemoteSession &listed);

    /// Whether there is anything to write. Within a reading job.
    [[nodiscard]] Result<bool> isNeeded(QSqlDatabase &database, const Envelope &envelope) const;
    /// How many were taken in. Within a write job.
    [[nodiscard]] Result<int> carryOut(QSqlDatabase &database, const Envelope &envelope, UtcMs now) const;

private:
    struct Plan
    {
        QHash<QString, QList<RemoteSession>> byRequest; ///< by the name that the other side gives the request
        QHash<QString, QString> known;                  ///< which of them are requests here: name to id
        QStringList hadOffers;                          ///< requests of ours for which more is listed
    };

    [[nodiscard]] Result<Plan> plan(QSqlDatabase &database, const Envelope &envelope) const;
    [[nodiscard]] Result<QList<RemoteSession>> acceptable(QSqlDatabase &database, const Envelope &envelope) const;
    [[nodiscard]] Result<QList<Session>> take(QSqlDatabase &database, const Envelope &envelope, const QString &known,
                                              const QList<RemoteSession> &offers, UtcMs now) const;
    [[nodiscard]] QString tooMany() const;

    const NetworkEndpoint m_endpoint;
    const QList<RemoteSession> m_listed;
    const QHash<Location, ExchangeFacts> m_exchanges;
};

} // namespace peerdesk
