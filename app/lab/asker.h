// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peeringapi/createrequest.h"
#include "peeringapi/remoteendpoint.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QTimer>

namespace peerdesk {
class PeeringApiClient;
}

namespace peerdesk::lab {

/// A coordinator elsewhere who wants to peer with the desk: asks with the real client, then looks every two seconds
/// what became of it, and says so when it changed. Owned by Lab, lives as long as the program.
class Asker : public QObject
{
    Q_OBJECT

public:
    Asker(PeeringApiClient &client, RemoteEndpoint desk, CreateRequest request, QObject *parent = nullptr);

    QCoro::Task<Result<void>> ask();

Q_SIGNALS:
    /// {"event": "asked" | "answered", "network": ASN, "request": ID, "sessions": [{"item", "status", "reason"}]}
    void news(const QJsonObject &event);

private:
    QCoro::Task<void> look();
    [[nodiscard]] QJsonObject event(const QString &what) const;

    PeeringApiClient &m_client;
    const RemoteEndpoint m_desk;
    const CreateRequest m_request;
    QString m_remoteRequestId;
    QMap<QString, QJsonObject> m_sessions; ///< by item id
    QTimer m_timer;
    QCoro::Task<void> m_looking;
    bool m_busy = false;
};

} // namespace peerdesk::lab
