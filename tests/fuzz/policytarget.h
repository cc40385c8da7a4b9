// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoint/endpointconfig.h"
#include "fuzz/demand.h"

namespace peerdesk::test {

/// The daemon's configuration, whole and as the rules below one that is right otherwise; and what the policy
/// that was read makes of a session.
class PolicyTarget
{
public:
    void read(const QByteArray &bytes) const
    {
        judge(EndpointConfig::parse(bytes));
        judge(EndpointConfig::parse(right + bytes));
    }

private:
    static void judge(const Result<EndpointConfig> &config)
    {
        if (!config) {
            demand(config.error().kind == ErrorKind::Invalid && !config.error().fields.isEmpty(), "A fault is named");
            for (const FieldError &fault : config.error().fields)
                demand(!fault.messages.isEmpty(), "A fault has words");
            return;
        }
        demand(!config->networks.isEmpty(), "An endpoint answers for somebody");
        for (const ServedNetwork &network : config->networks) {
            demand(network.asn.isValid(), "A network has a number");
            const PolicyQuestion question = someQuestion(network.asn);
            const Policy::Decision decision = network.policy.decide(question);
            demand(network.policy.decide(question).verdict == decision.verdict, "A policy decides once");
            demand(decision.rule.isEmpty() || !network.policy.explain(question).isEmpty(), "A rule explains itself");
        }
    }

    static PolicyQuestion someQuestion(Asn own)
    {
        PolicyQuestion question;
        question.proposal.initiator = Asn(64500);
        question.proposal.receiver = own;
        question.proposal.initiatorAddress = *IpAddress::parse(u"192.0.2.10");
        question.proposal.receiverAddress = *IpAddress::parse(u"192.0.2.1");
        question.proposal.location = Location::exchange(42);
        question.initiator = Network();
        question.initiator->asn = Asn(64500);
        question.sender = QStringLiteral("noc@as64500.example");
        question.registered = true;
        question.now = 1'795'392'000'000; // 2026-11-23
        return question;
    }

    const QByteArray right = "contact = \"a@as64496.example\"\ndatabase = \"/nowhere/desk.db\"\n[[issuer]]\n"
                             "issuer = \"https://issuer.example\"\njwks = "
                             "\"https://issuer.example/jwks\"\nnetworks = \"any\"\n[[network]]\nasn = 64496\n";
};

} // namespace peerdesk::test
