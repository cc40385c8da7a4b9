// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "lab/child.h"
#include "peering/asn.h"

#include <QCoroTask>
#include <QUrl>

namespace peerdesk {
class HttpClient;
}

namespace peerdesk::lab {

/// Somebody who works at a network and may sign in there.
struct Person
{
    int id = 0;
    QString givenName;
    QString familyName;
    Asn asn;
    QString network;
};

/// The sign-in of the invented world: tests/support/provider in a process of its own, which answers like PeeringDB's.
/// Tokens for endpoints come from it too, so that the daemons trust one issuer, as they would in life.
class Provider
{
public:
    struct Paths
    {
        QString script;  ///< provider.mjs
        QString modules; ///< the node_modules with oidc-provider
        QString folder;  ///< where its configuration is written
    };

    Provider(Paths paths, HttpClient &client);

    /// NotFound says what is missing: node, the script or the module.
    QCoro::Task<Result<void>> start(QList<Person> people);
    [[nodiscard]] QUrl issuer() const { return m_issuer; }
    /// The endpoints' client there, for people who sign in at an endpoint.
    [[nodiscard]] static QString endpointClient() { return QStringLiteral("endpoint"); }
    [[nodiscard]] static QByteArray endpointSecret()
    {
        return QByteArrayLiteral("the same for all of this invented world");
    }
    /// What that person presents at that endpoint, good for an hour.
    QCoro::Task<Result<Secret>> tokenFor(int person, QUrl endpoint);

private:
    Result<QString> writeConfiguration(const QList<Person> &people) const;

    Paths m_paths;
    HttpClient &m_client;
    Child m_process;
    QUrl m_issuer;
    QUrl m_control;
};

} // namespace peerdesk::lab
