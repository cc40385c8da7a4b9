// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/secret.h"
#include "workflow/candidates/candidaterow.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <functional>

namespace peerdesk {

class Database;
class Mirror;
class PeeringApiClient;

/// Whom one of our networks could meet, and where: the directory's snapshot joined with what the desk knows
/// (relations, open requests, existing sessions, what other endpoints say). It also keeps what a person
/// thinks of another network. Rows are computed away from the calling thread, in tens of milliseconds for the
/// best-connected network, and are always whole: a page asks again after changed() and applies the
/// difference. Drafting is workflow/drafts'. Owned by app/services, lives as long as the program.
class Candidates : public QObject
{
    Q_OBJECT

public:
    /// Gives the bearer token that an endpoint expects; an empty one asks without.
    using TokenSource = std::function<QCoro::Task<Result<Secret>>(QUrl endpoint)>;

    Candidates(Database &database, Mirror &mirror, PeeringApiClient &client, TokenSource tokens, const Clock &clock,
               QObject *parent = nullptr);

    /// Every network that shares an exchange with `own`, hidden ones included and marked, by ASN.
    QCoro::Task<Result<QList<NetworkRow>>> networks(Asn own);
    /// Every exchange where `own` or a network it meets is, by id. Hidden networks do not count as missing.
    QCoro::Task<Result<QList<LocationRow>>> locations(Asn own);
    /// The networks of `networks(own)` at one exchange, for a click on the map.
    [[nodiscard]] QList<Asn> networksAt(std::uint32_t exchangeId) const;
    /// NotFound if neither the directory nor the desk knows the network.
    QCoro::Task<Result<NetworkDetail>> detail(Asn own, Asn other);

    /// What we think of it; `updatedAt` is set here.
    QCoro::Task<Result<void>> setRelation(Relation relation);

    /// Asks the network's endpoint where it would meet us, all pages, and keeps the answer for detail(). The
    /// count of locations. NotFound if its endpoint is not known; refusals as the endpoint gave them.
    QCoro::Task<Result<int>> askLocations(Asn own, Asn other);
    /// The same without being told to, for a network that is being looked at: if its endpoint is known, we have a token
    /// for it, and it was not asked within the hour, by whichever program. Whether it was asked; what it refused is the
    /// error.
    QCoro::Task<Result<bool>> keepLocations(Asn own, Asn other);
    /// Why GET /locations was refused, in words for the detail pane (401, 403, 406, 451 and the others).
    [[nodiscard]] static QString refusalSentence(const Error &error, Asn other);

    /// Reads existing sessions from CSV or JSON and puts them in the place of what this source said before.
    /// The count of sessions; Invalid names the lines that cannot be read, and nothing is kept.
    QCoro::Task<Result<int>> importExisting(Asn own, QByteArray text, QString source);

Q_SIGNALS:
    /// The directory or the desk's database changed: rows and details may differ now.
    void changed();

private:
    Database &m_database;
    Mirror &m_mirror;
    PeeringApiClient &m_client;
    TokenSource m_tokens;
    const Clock &m_clock;
    QHash<std::pair<Asn, Asn>, UtcMs> m_askedAt; ///< by ours and theirs, also in vain
};

} // namespace peerdesk
