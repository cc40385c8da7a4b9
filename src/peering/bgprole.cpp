// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/bgprole.h"

#include "peering/words.h"

#include <QList>

#include <array>

namespace peerdesk {
namespace {

constexpr std::array roleWords = {
    Word<BgpRole>{BgpRole::Provider, "provider"},
    Word<BgpRole>{BgpRole::RouteServer, "rs"},
    Word<BgpRole>{BgpRole::RouteServerClient, "rs-client"},
    Word<BgpRole>{BgpRole::Customer, "customer"},
    Word<BgpRole>{BgpRole::Peer, "peer"},
};

const QLatin1String hidesAsn("no-asn");
const QLatin1String monitors("monitoring");

} // namespace

BgpRole counterpartOf(BgpRole role)
{
    switch (role) {
    case BgpRole::Provider:
        return BgpRole::Customer;
    case BgpRole::RouteServer:
        return BgpRole::RouteServerClient;
    case BgpRole::RouteServerClient:
        return BgpRole::RouteServer;
    case BgpRole::Customer:
        return BgpRole::Provider;
    case BgpRole::Peer:
        break;
    }
    return BgpRole::Peer;
}

QString toText(BgpRole role)
{
    return wordOf(roleWords, role);
}

std::optional<BgpRole> bgpRoleFromString(QStringView text)
{
    return valueOf<BgpRole>(roleWords, text);
}

std::optional<BgpRole> bgpRoleFromNumber(int number)
{
    if (number < static_cast<int>(BgpRole::Provider) || number > static_cast<int>(BgpRole::Peer))
        return {};
    return static_cast<BgpRole>(number);
}

QString toText(const EndTerms &terms)
{
    QString text = toText(terms.role);
    if (!terms.insertsAsn)
        text += u' ' + hidesAsn;
    if (terms.monitoring)
        text += u' ' + monitors;
    return text;
}

std::optional<EndTerms> endTermsFromString(QStringView text)
{
    EndTerms terms;
    const QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    const auto role = words.isEmpty() ? std::nullopt : bgpRoleFromString(words.first());
    if (!role)
        return {};
    terms.role = *role;
    for (const QStringView word : words.sliced(1)) {
        if (word == hidesAsn)
            terms.insertsAsn = false;
        else if (word == monitors)
            terms.monitoring = true;
        else
            return {};
    }
    return terms;
}

} // namespace peerdesk
