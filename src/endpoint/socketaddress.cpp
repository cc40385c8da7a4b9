// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/socketaddress.h"

#include "base/tomltable.h"

namespace peerdesk {

std::optional<std::pair<IpAddress, quint16>> readSocketAddress(TomlTable &table, const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool isPort = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isPort);
    const auto address = IpAddress::parse(host);
    if (colon >= 0 && isPort && address)
        return std::pair(*address, port);
    table.fault("listen", QStringLiteral("must be an address and a port, as in \"127.0.0.1:8642\" or \"[::1]:8642\""));
    return std::nullopt;
}

} // namespace peerdesk
