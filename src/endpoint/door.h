// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/presentedtoken.h"
#include "endpoint/allowance.h"
#include "peering/asn.h"

#include <QElapsedTimer>

#include <optional>
#include <vector>

namespace peerdesk {

struct HttpRequest;
struct Identity;

/// The [limits.*] tables.
struct DoorLimits
{
    Rates address{600, 128, 32 << 20, 20'000};
    Rates identity{300, 32, 16 << 20, 10'000};
    Rates network{600, 64, 32 << 20, 20'000};
};

/// A request that was let in: who it is of, as far as known, and the places it holds as long as it lives.
struct Admission
{
    /// Whose allowance it is charged to.
    struct Account
    {
        QString identity;
        Asn network; ///< none for a holder of resources who has no network, and for a token of several

        bool operator==(const Account &) const = default;
    };

    QString id;
    QString address; ///< the client's, as plainAddress() writes it
    QElapsedTimer since;
    qint64 bytes = 0;               ///< charged so far
    PresentedToken token;           ///< as the request has it; lives no longer than that
    std::optional<Account> account; ///< known from an earlier verification of the same token, or from this one
    std::vector<Allowance::Seat> seats;
};

/// As an answer names it: empty where nobody has let it in.
[[nodiscard]] QString requestIdOf(const HttpRequest &request);

/// Who may come in, and how much of it: what each address, each identity and each network may cost. An address is
/// asked about before anything else of a request is looked at. To whom a token belongs is known once it was verified;
/// from then on its identity and network are asked about before its signature is looked at again. Owned by
/// PeeringEndpoint.
class Door
{
public:
    explicit Door(const DoorLimits &limits, const Clock &clock);

    void setLimits(const DoorLimits &limits);

    /// At the head of a request. Throttled with the time to wait. `bytes` is the length it announces.
    [[nodiscard]] Result<std::shared_ptr<Admission>> enter(QString id, QString address, PresentedToken token,
                                                           qint64 bytes);
    /// Once the body is there: a chunked one had announced no length.
    void settle(Admission &admission, qint64 bytes);
    /// Once the token was verified. Throttled if that is the first time and the allowance is used up.
    [[nodiscard]] Result<void> recognise(Admission &admission, const Identity &identity, Asn network);
    /// Of a token of several networks, once it is known which of them a request is about. Nothing where the token's only
    /// one was charged at the head.
    [[nodiscard]] Result<void> chargeTo(Admission &admission, const QList<Asn> &networks);
    /// Before sessions of these networks are put to the policy and stored, or looked for.
    [[nodiscard]] Result<void> askFor(const Admission &admission, qsizetype sessions, const QList<Asn> &networks);

    [[nodiscard]] QMap<QByteArray, quint64> refusals() const;

private:
    [[nodiscard]] Result<void> charge(Admission &admission);
    [[nodiscard]] Result<void> seatsOf(const QList<Asn> &networks, Admission &admission);

    const Clock &m_clock;
    Allowance m_addresses;
    Allowance m_identities;
    Allowance m_networks;
    QHash<QByteArray, Admission::Account> m_known; ///< by the token's digest
};

} // namespace peerdesk
