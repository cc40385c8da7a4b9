// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/clientaddress.h"

#include "http/httpmessage.h"

#include <algorithm>

namespace peerdesk {
namespace {

bool isTrusted(const QString &text, const QList<IpPrefix> &proxies)
{
    const auto address = IpAddress::parse(text);
    return address && std::any_of(proxies.begin(), proxies.end(), [&address](const IpPrefix &prefix) {
               return prefix.contains(*address);
           });
}

} // namespace

QString clientAddress(const HttpRequest &request, const QList<IpPrefix> &trustedProxies)
{
    QString client = request.peerAddress;
    if (trustedProxies.isEmpty())
        return client;
    QStringList hops;
    for (const auto &[name, value] : request.headers.fields()) {
        if (name.compare("X-Forwarded-For", Qt::CaseInsensitive) == 0)
            hops += QString::fromLatin1(value).split(u',');
    }
    while (!hops.isEmpty() && isTrusted(client, trustedProxies)) {
        const auto next = IpAddress::parse(hops.takeLast());
        if (!next)
            break;
        client = next->toString();
    }
    return client;
}

} // namespace peerdesk
