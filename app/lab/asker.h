// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/asn.h"
#include "workflow/drafts/drafts.h"
#include "workflow/requests/requests.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QObject>

namespace peerdesk {
class Database;
class PeeringApiClient;
} // namespace peerdesk

namespace peerdesk::lab {

/// A coordinator elsewhere who wants to peer with the desk: drafts and sends by the same use cases as the desk's own
/// person, keeps the sessions in that network's database, so that its routers may bring them up, and tells whenever
/// they stand otherwise. Owned by Lab, lives as long as the program.
class Asker : public QObject
{
    Q_OBJECT

public:
    Asker(Database &database, PeeringApiClient &client, const Clock &clock, Places places, TokenSource tokens, Asn own,
          QObject *parent = nullptr);

    /// Once in its life. The other network's endpoint is known to the database.
    QCoro::Task<Result<void>> ask(Asn other, QList<DraftRow> rows);

Q_SIGNALS:
    /// {"event": "asked" | "answered", "network": ASN, "request": ID, "sessions": [{"item", "status", "reason"}]}
    void news(const QJsonObject &event);

private:
    QCoro::Task<void> look();
    void tell(const QString &what, const Request &request);

    const Asn m_own;
    Drafts m_drafts;
    Requests m_requests;
    QString m_requestId;
    QJsonObject m_told;
    QCoro::Task<void> m_looking;
};

} // namespace peerdesk::lab
