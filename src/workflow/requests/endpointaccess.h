// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "peering/asn.h"
#include "peeringapi/remoteendpoint.h"

#include <QCoroTask>
#include <QUrl>

#include <functional>

namespace peerdesk {

class Database;

/// The bearer token for one endpoint. Unauthenticated where there is none and a person could get one, NotFound where it
/// is not this program's business to have one.
using TokenSource = std::function<QCoro::Task<Result<Secret>>(QUrl endpoint)>;

/// Brings together what a call needs: where the other network answers, how it likes to be spoken to, and a token for
/// it. Owned by Requests, main thread.
class EndpointAccess
{
public:
    EndpointAccess(Database &database, TokenSource tokens);

    /// NotFound: nobody has told us where that network answers. Unauthenticated: a person must sign in.
    QCoro::Task<Result<RemoteEndpoint>> open(Asn own, Asn other);
    [[nodiscard]] QCoro::Task<Result<Secret>> token(QUrl endpoint) { return m_tokens(std::move(endpoint)); }

private:
    Database &m_database;
    const TokenSource m_tokens;
};

} // namespace peerdesk
