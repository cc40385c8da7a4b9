// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/oauth/keyring.h"
#include "endpoint/rak/issuerconfig.h"
#include "endpoint/rak/rakroutes.h"
#include "rak/holderimporter.h"
#include "rak/issuer.h"
#include "rak/keykeeper.h"

#include <QDateTime>

namespace peerdesk {

/// Everything of issuing Resource Authentication Keys at our endpoint: the issuer, its signing keys, its list of
/// holders and what becomes of keys by themselves. Owned by the composition root, lives as long as the program.
class RegistryDesk
{
public:
    /// `config` with the pepper. `publicUrl` is the issuer's name, and the prefix of its routes.
    RegistryDesk(const IssuerConfig &config, const QUrl &publicUrl, Database &database, PeeringEndpoint &endpoint,
                 const Clock &clock);

    void addRoutes(HttpRouter &router);
    /// Rotates keys, takes over the list of holders where it has changed, lets keys expire, renew and be reminded of;
    /// for the start and every half minute; another run while one goes on does nothing. What is wrong with the list is complained of in the log.
    QCoro::Task<Result<void>> tend();

    /// The list of holders that lies there is not in force: a person has to look at it,
    [[nodiscard]] bool holdersWait() const { return !m_waiting.isEmpty(); }
    /// or it cannot be read.
    [[nodiscard]] bool holdersAreFaulty() const { return m_waiting.isEmpty() && !m_complaint.isEmpty(); }
    [[nodiscard]] Issuer &issuer() { return m_issuer; }
    [[nodiscard]] HolderImporter &importer() { return m_importer; }

private:
    QCoro::Task<Result<void>> takeHolders();
    void complain(const QString &complaint);

    const QString m_holdersFile;
    const QString m_prefix;
    KeyRing m_keys;
    Issuer m_issuer;
    KeyKeeper m_keeper;
    HolderImporter m_importer;
    RakRoutes m_routes;
    bool m_begun = false;
    bool m_tending = false;
    QDateTime m_read;    ///< the file's time when it was last read
    QString m_waiting;   ///< the hash of what was read, if a person has to look at it
    QString m_complaint; ///< what the log was told last: once is enough
};

} // namespace peerdesk
