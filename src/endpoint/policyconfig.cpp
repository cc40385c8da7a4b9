// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/policyconfig.h"

#include "base/tomltable.h"
#include "workflow/policy/policytext.h"

#include <algorithm>

namespace peerdesk {
namespace {

constexpr qint64 largestAsn = 4294967295;

} // namespace

void readPolicies(TomlTable &top, QList<ServedNetwork> &networks)
{
    QHash<Asn, QList<PolicyRule>> rules;
    readRules(top, [&rules, &networks](TomlTable &table, const PolicyRule &rule) {
        const QList<qint64> own = table.numbers("own", 1, largestAsn);
        const auto served = [&networks](qint64 number) {
            return std::any_of(networks.begin(), networks.end(),
                               [number](const ServedNetwork &network) { return network.asn.number() == number; });
        };
        if (!std::all_of(own.begin(), own.end(), served))
            table.fault("own", QStringLiteral("names a network that no [[network]] is for"));
        for (const ServedNetwork &network : std::as_const(networks)) {
            if (own.isEmpty() || own.contains(network.asn.number()))
                rules[network.asn].append(rule);
        }
    });
    for (ServedNetwork &network : networks)
        network.policy = Policy(rules.value(network.asn), network.policy.posture());
}

} // namespace peerdesk
