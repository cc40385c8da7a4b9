// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/networkendpoint.h"

#include <QCoroTask>
#include <QList>
#include <QObject>

namespace peerdesk {

class Database;

/// Where the other networks' endpoints are, as people set it. How they like to be spoken to and how polling them
/// goes is found out by others (peeringapi, requests) and left alone here. Owned by app/services; GUI thread.
class Endpoints : public QObject
{
    Q_OBJECT

public:
    explicit Endpoints(Database &database, QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<Result<QList<NetworkEndpoint>>> list(Asn own);
    /// `address` as typed; Invalid, with a field, if it is no base URL or `other` is no network one can have a
    /// session with. Gives the endpoint as it was stored.
    QCoro::Task<Result<NetworkEndpoint>> save(Asn own, Asn other, QString address);
    QCoro::Task<Result<void>> remove(Asn own, Asn other);

Q_SIGNALS:
    /// Something in the database changed, by whomever.
    void changed();

private:
    Database &m_database;
};

} // namespace peerdesk
