// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/policy.h"
#include "peering/request.h"
#include "peeringapi/listquery.h"
#include "peeringapi/page.h"
#include "peeringapi/servercodec.h"
#include "storage/database.h"
#include "workflow/inbound/keytrust.h"
#include "workflow/places.h"

#include <QCoroTask>
#include <QSet>

#include <memory>
#include <optional>

namespace peerdesk {

class OfferCourier;
class PolicyFinder;
struct Arrival;
struct PolicyInForce;

/// A network of ours that the endpoint answers for, and how it decides.
struct ServedNetwork
{
    Asn asn;
    Policy policy; ///< of the configuration: in force unless one was edited at the desk
    std::chrono::milliseconds timeWindow = std::chrono::hours(7 * 24); ///< to configure what was approved; 0 for ever
    /// Whether an approved request is answered with the other sessions that the policy would approve: every pair of
    /// addresses at all shared exchanges, both families.
    bool offers = false;
    int undecidedAtMost = 1000; ///< sessions that one other network may have waiting for a decision
};

/// Who calls: verified before, see auth/tokenverifier.h.
struct Caller
{
    QSet<Asn> networks; ///< those it may speak for
    QString who;        ///< "M. Ops <noc@as64496.example>"
    QString address;    ///< of theirs, for mail and the policy: confirmed by whoever vouches for them, or empty
};

/// What the endpoint does with what other networks ask, without the HTTP of it. A batch is validated by the same
/// code as on the sender's side, each session of it is put to the policy, and all of it is stored in one
/// transaction before anybody is answered: a repeated request with the same id finds what the first one made,
/// whatever happened in between. A caller sees the sessions it asked for, in its own requests or in a
/// counter-round of ours, and no others; the rest is as unknown as what never was. What people decide afterwards is Inbound's. Owned by the composition root, lives as long as the
/// program.
class Reception
{
public:
    Reception(Database &database, const Clock &clock, Places places, QList<ServedNetwork> networks);

    /// Who carries offers to the asking network's own endpoint, told as soon as there are some. Must outlive this.
    void setCourier(OfferCourier *courier) { m_courier = courier; }

    /// Whose keys, when they come with requests, are believed. Nobody's before.
    void setKeyTrust(KeyTrust trust) { m_keyTrust = std::move(trust); }

    /// For the requests that come from now on.
    void setNetworks(QList<ServedNetwork> networks);
    /// Which policy judges what is asked of this network of ours.
    QCoro::Task<Result<PolicyInForce>> policyInForce(Asn own);
    /// Lets the desk see what the configuration says. `who` is the daemon.
    QCoro::Task<Result<void>> publishPolicies(QString who);
    /// The networks that the endpoint answers for.
    [[nodiscard]] QSet<Asn> networks() const { return m_own; }

    /// Conflict if the request id was used for something else before, or every session is asked for already.
    /// The codec has made sure that each proposal is between a network of the caller and one of ours.
    QCoro::Task<Result<BatchVerdict>> receive(IncomingRequest incoming, Caller caller);

    /// How the policy would judge it, with the explanation at each session; nothing is stored.
    QCoro::Task<Result<Request>> preview(IncomingRequest incoming, Caller caller);

    /// What the caller asked for, oldest first; under the name of a request of ours, all of that. `query.asn` must be one
    /// of the caller's networks.
    QCoro::Task<Result<Page<Session>>> sessions(ListQuery query, Caller caller);
    /// As `write` puts it, where it was read: the thread that answers has enough to do.
    [[nodiscard]] Database::Reading<QByteArray> session(QString id, Caller caller,
                                                        QByteArray (*write)(const Session &));
    /// The caller takes them back, or down: all that it may, or none where the database fails. Gives each session as it
    /// was, nothing for one that is unknown; nothing is written where all are.
    QCoro::Task<Result<QList<std::optional<Session>>>> withdraw(QStringList ids, Caller caller);

    /// Where a session between the caller and us is possible. `query.asn` may be a network of either side, as the published
    /// documents disagree on whose number it is.
    [[nodiscard]] Result<Page<Location>> locations(const ListQuery &query, const Caller &caller) const;

private:
    [[nodiscard]] Policy policyOfFile(Asn own) const;
    [[nodiscard]] Result<Arrival> arrivalOf(const IncomingRequest &incoming, const Caller &caller) const;
    QCoro::Task<Result<Arrival>> examined(IncomingRequest incoming, Caller caller);

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
    QList<ServedNetwork> m_networks;
    QSet<Asn> m_own; ///< of those
    KeyTrust m_keyTrust;
    OfferCourier *m_courier = nullptr;
    const std::shared_ptr<PolicyFinder> m_policies;
};

} // namespace peerdesk
