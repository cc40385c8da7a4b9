// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/rolewords.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct RoleWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::RoleWords)
};

QString roleText(BgpRole role)
{
    switch (role) {
    case BgpRole::Provider:
        return RoleWords::tr("provider");
    case BgpRole::RouteServer:
        return RoleWords::tr("route server");
    case BgpRole::RouteServerClient:
        return RoleWords::tr("route server client");
    case BgpRole::Customer:
        return RoleWords::tr("customer");
    case BgpRole::Peer:
        break;
    }
    return RoleWords::tr("peer");
}

} // namespace

QString termsText(const EndTerms &terms)
{
    QString text = roleText(terms.role);
    if (!terms.insertsAsn)
        text = RoleWords::tr("%1, not in the path").arg(text);
    return terms.monitoring ? RoleWords::tr("%1, monitoring only").arg(text) : text;
}

} // namespace peerdesk
