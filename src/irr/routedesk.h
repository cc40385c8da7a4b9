// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "irr/issuercalls.h"
#include "irr/maintainerstore.h"
#include "irr/routeobject.h"
#include "irr/setobject.h"
#include "irr/trust.h"

#include <QCoroTask>
#include <QSet>

namespace peerdesk {

class Database;

/// Who asks for a change, as far as the endpoint knows them.
struct Author
{
    QString name;       ///< as the journal has it
    QSet<Asn> networks; ///< for which they may act
    QString address{};  ///< of mail, confirmed by whoever vouches for them, or empty
};

/// What the holder of the addresses gave to the author. Empty where nobody vouches for the addresses, or where an object
/// keeps the key it hangs on.
struct Proof
{
    Secret key;

    [[nodiscard]] bool isEmpty() const { return key.isEmpty(); }
};

/// Where maintainers make, change and delete objects. A route object needs a key that covers it now, verified at the
/// registry that vouches for its addresses; a key that this registry has seen is not kept, only its public reference.
/// Whoever acts for a maintainer's network may change the objects that the maintainer made, and nobody else's. Owned by
/// the composition root, main thread.
class RouteDesk
{
public:
    /// Whose names may stand in "mnt-by": those that the operator has listed, or new ones as well, each of which is from
    /// then on its first author's network's.
    enum class Names { Listed, New };

    RouteDesk(Database &database, const Clock &clock, QString source, Trust trust, IssuerCalls calls,
              Names names = Names::Listed);

    [[nodiscard]] const QString &source() const { return m_source; }
    /// For what is made or changed from now on.
    void setTrust(const Trust &trust) { m_trust = trust; }

    /// Invalid, with fields, for a text that is no object of this registry; Denied for another's maintainer, and where
    /// the key does not cover it; Conflict if there is one already; the issuer's failures as they are.
    QCoro::Task<Result<RouteObject>> create(Author author, RpslObject object, Proof proof);
    /// The same prefix and origin. Without a proof it hangs on the key that it hangs on, while it is seen.
    QCoro::Task<Result<RouteObject>> change(Author author, QString id, RpslObject object, Proof proof);
    QCoro::Task<Result<void>> remove(Author author, QString id, QString why);

    /// Hidden ones as well, for they may come back. NotFound.
    QCoro::Task<Result<RouteObject>> route(QString id);
    /// Of the author's maintainers, by id, after `after`.
    QCoro::Task<Result<QList<RouteObject>>> routes(Author author, QString after, int limit);

    /// Makes or replaces it; Denied for another's maintainer, for a name that begins with another's AS or set, and for
    /// prefixes that the maintainer has no route object around now; Conflict for another's set.
    QCoro::Task<Result<SetObject>> putSet(Author author, RpslObject object);
    QCoro::Task<Result<void>> removeSet(Author author, QString name);

private:
    /// The key that an object for the prefix and origin may hang on; none where it needs none.
    QCoro::Task<Result<std::optional<CheckedKey>>> keyFor(RouteObject route, Proof proof);
    QCoro::Task<Result<CheckedKey>> checked(Registry registry, Proof proof);
    QCoro::Task<Result<void>> admit(Author author, QString maintainer);

    Database &m_database;
    const Clock &m_clock;
    const QString m_source;
    Trust m_trust;
    const IssuerCalls m_calls;
    const Names m_names;
};

} // namespace peerdesk
