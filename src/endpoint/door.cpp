// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/door.h"

#include "auth/identity.h"
#include "http/addressrules.h"

namespace peerdesk {
namespace {

constexpr std::size_t seatsAtOnce = 3;         ///< an address, an identity and, most of the time, one network
constexpr qsizetype tokensRemembered = 20'000; ///< only verified ones; about 5 MB

} // namespace

QString requestIdOf(const HttpRequest &request)
{
    const auto admission = std::static_pointer_cast<Admission>(request.admission);
    return admission ? admission->id : QString();
}

Door::Door(const DoorLimits &limits, const Clock &clock)
    : m_clock(clock)
    , m_addresses("address", QStringLiteral("from this address"), limits.address)
    , m_identities("identity", QStringLiteral("with this identity"), limits.identity)
    , m_networks("network", QStringLiteral("of this network"), limits.network)
{
}

void Door::setLimits(const DoorLimits &limits)
{
    m_addresses.setRates(limits.address);
    m_identities.setRates(limits.identity);
    m_networks.setRates(limits.network);
}

Result<std::shared_ptr<Admission>> Door::enter(QString id, QString address, PresentedToken token, qint64 bytes)
{
    auto seat = m_addresses.admit(subscriberOf(address), bytes, m_clock.now());
    if (!seat)
        return seat.error();
    const auto admission = std::make_shared<Admission>();
    admission->id = std::move(id);
    admission->address = std::move(address);
    admission->since.start();
    admission->bytes = bytes;
    admission->seats.reserve(seatsAtOnce);
    admission->seats.push_back(std::move(*seat));
    admission->token = std::move(token);
    if (const auto known = m_known.constFind(admission->token.digest()); known != m_known.constEnd()) {
        admission->account = *known;
        if (const auto charged = charge(*admission); !charged)
            return charged.error();
    }
    return admission;
}

void Door::settle(Admission &admission, qint64 bytes)
{
    const qint64 more = bytes - admission.bytes;
    if (more <= 0)
        return;
    admission.bytes = bytes;
    m_addresses.owe(subscriberOf(admission.address), more, m_clock.now());
    if (!admission.account)
        return;
    m_identities.owe(admission.account->identity, more, m_clock.now());
    if (admission.account->network.isValid())
        m_networks.owe(admission.account->network.toString(), more, m_clock.now());
}

Result<void> Door::recognise(Admission &admission, const Identity &identity, Asn network)
{
    const Admission::Account account{identity.issuer + u' ' + identity.subject, network};
    if (admission.account == account)
        return {};
    if (m_known.size() >= tokensRemembered)
        m_known.clear();
    m_known.insert(admission.token.digest(), account);
    if (admission.account)
        return {};
    admission.account = account;
    return charge(admission);
}

Result<void> Door::charge(Admission &admission)
{
    auto identity = m_identities.admit(admission.account->identity, admission.bytes, m_clock.now());
    if (!identity)
        return identity.error();
    admission.seats.push_back(std::move(*identity));
    return admission.account->network.isValid() ? seatsOf({admission.account->network}, admission) : Result<void>();
}

Result<void> Door::seatsOf(const QList<Asn> &networks, Admission &admission)
{
    for (const Asn asn : networks) {
        auto network = m_networks.admit(asn.toString(), admission.bytes, m_clock.now());
        if (!network)
            return network.error();
        admission.seats.push_back(std::move(*network));
    }
    return {};
}

Result<void> Door::chargeTo(Admission &admission, const QList<Asn> &networks)
{
    if (!admission.account || admission.account->network.isValid())
        return {};
    if (networks.size() == 1)
        admission.account->network = networks.first();
    return seatsOf(networks, admission);
}

Result<void> Door::askFor(const Admission &admission, qsizetype sessions, const QList<Asn> &networks)
{
    const UtcMs now = m_clock.now();
    if (const auto address = m_addresses.askFor(subscriberOf(admission.address), sessions, now); !address)
        return address;
    if (!admission.account)
        return {};
    if (const auto identity = m_identities.askFor(admission.account->identity, sessions, now); !identity)
        return identity;
    for (const Asn asn : networks) {
        if (const auto network = m_networks.askFor(asn.toString(), sessions, now); !network)
            return network;
    }
    return {};
}

QMap<QByteArray, quint64> Door::refusals() const
{
    QMap<QByteArray, quint64> all;
    for (const Allowance *allowance : {&m_addresses, &m_identities, &m_networks})
        all.insert(allowance->refusals());
    return all;
}

} // namespace peerdesk
