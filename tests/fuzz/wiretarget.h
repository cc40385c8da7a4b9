// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/demand.h"
#include "peeringapi/clientcodec.h"
#include "peeringapi/servercodec.h"

#include <QSet>

namespace peerdesk::test {

/// Feeds the bytes to every reader of the codec and checks what must hold whatever they are. Ends the program
/// where it does not.
class WireTarget
{
public:
    void read(const QByteArray &bytes) const
    {
        readAsServer(bytes);
        readAsClient(bytes);
    }

private:
    void readAsServer(const QByteArray &bytes) const
    {
        const auto incoming = decodeCreateRequest(bytes, m_membership);
        if (!incoming) {
            demand(incoming.error().kind == ErrorKind::Invalid || incoming.error().kind == ErrorKind::Denied,
                   "A bad request is the caller's fault");
            demand(!encodeError(incoming.error(), {}, {}).isEmpty(), "A refusal can be written");
            return;
        }
        demand(!incoming->request.proposals.isEmpty(), "A request asks for something");
        for (const SessionProposal &proposal : incoming->request.proposals) {
            demand(m_membership.clients.contains(proposal.initiator)
                       && m_membership.servers.contains(proposal.receiver),
                   "Nobody asks for others");
            demand(proposal.initiatorAddress.isValid() && proposal.receiverAddress.isValid(),
                   "A session has addresses");
        }
        // What was read can be written, and then reads the same.
        const auto again = decodeCreateRequest(encodeCreateRequest(incoming->request, incoming->dialect), m_membership);
        demand(again.ok(), "What was read can be written");
        demand(again->request.proposals.size() == incoming->request.proposals.size(), "Nothing is lost in writing");
        for (qsizetype i = 0; i < again->request.proposals.size(); ++i)
            demand(again->request.proposals.at(i).samePlace(incoming->request.proposals.at(i)),
                   "A session stays where it is");
    }

    void readAsClient(const QByteArray &bytes) const
    {
        const auto answer = decodeCreateAnswer(bytes, m_request, m_membership);
        if (answer) {
            QSet<QString> items;
            for (const RemoteSession &session : answer->accepted)
                items.insert(session.proposal.itemId);
            for (const FieldError &rejection : answer->rejected)
                items.insert(rejection.itemId);
            for (const SessionProposal &proposal : answer->unmentioned)
                items.insert(proposal.itemId);
            const auto count = answer->accepted.size() + answer->rejected.size() + answer->unmentioned.size();
            demand(count == m_request.proposals.size() && items.size() == count, "Every item is in exactly one list");
        }
        const auto page = decodeSessionPage(bytes, m_membership);
        for (const RemoteSession &session : page ? page->items : QList<RemoteSession>())
            demand(session.proposal.sessionSecret.isEmpty(), "Nobody tells us secrets");
        if (const auto session = decodeSession(bytes, m_membership))
            demand(!session->remoteId.isEmpty() || !session->proposal.itemId.isEmpty()
                       || session->proposal.initiatorAddress.isValid(),
                   "A session can be told from others");
        if (const auto locations = decodeLocationPage(bytes)) {
            for (const Location &location : locations->items)
                demand(location.isValid(), "A location is one");
        }
        demand(!decodeError(400, bytes, QStringLiteral("Bad Request")).detail.isEmpty(), "A refusal has words");
    }

    static SessionProposal proposal(const QString &itemId, QStringView initiator, QStringView receiver)
    {
        SessionProposal proposal;
        proposal.itemId = itemId;
        proposal.initiator = Asn(64500);
        proposal.receiver = Asn(64496);
        proposal.initiatorAddress = *IpAddress::parse(initiator);
        proposal.receiverAddress = *IpAddress::parse(receiver);
        proposal.location = Location::exchange(42);
        return proposal;
    }

    const Membership m_membership{{Asn(64500)}, {Asn(64496)}, Dialect::Orientation::Requestor};
    const CreateRequest m_request{QStringLiteral("r"),
                                  {},
                                  {proposal(QStringLiteral("a1"), u"192.0.2.10", u"192.0.2.20"),
                                   proposal(QStringLiteral("b2"), u"2001:db8:42::10", u"2001:db8:42::20")}};
};

} // namespace peerdesk::test
