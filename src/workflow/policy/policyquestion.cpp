// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/policy/policyquestion.h"

#include <algorithm>

namespace peerdesk {

PolicyQuestion questionAbout(const std::optional<Network> &initiator, const QList<SharedExchange> &shared,
                             int existingSessions, const QString &senderAddress, UtcMs now)
{
    PolicyQuestion question;
    question.initiator = initiator;
    question.sharedExchanges =
        static_cast<int>(std::count_if(shared.begin(), shared.end(), [](const SharedExchange &exchange) {
            return std::any_of(exchange.pairs.begin(), exchange.pairs.end(),
                               [](const PortPair &pair) { return pair.isUsable(); });
        }));
    question.existingSessions = existingSessions;
    question.sender = senderAddress;
    question.now = now;
    return question;
}

} // namespace peerdesk
