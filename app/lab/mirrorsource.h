// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpserver.h"
#include "world/world.h"

#include <QHash>

namespace peerdesk::lab {

/// Serves the invented world as PeeringDB serves the real one: whole dumps under `/<type>-0.json`, increments under
/// `/api/<type>?since=`. Contacts that are not public come only with an API key (docs.peeringdb.com/api_specs), and
/// never in a dump. Any key will do: nothing here is secret. Loopback only.
class MirrorSource
{
public:
    MirrorSource(const Clock &clock, world::World world);

    Result<void> listen();
    [[nodiscard]] QUrl url() const;
    /// As if the network had just edited its entry: increments tell of it from now on.
    void touch(Asn asn);

private:
    [[nodiscard]] HttpResponse answer(const HttpRequest &request);
    [[nodiscard]] QByteArray dumpOf(const QByteArray &type);

    const Clock &m_clock;
    world::World m_world;
    world::World m_publicWorld; ///< without the contacts that only users see
    QHash<QByteArray, QByteArray> m_dumps;
    HttpServer m_server;
};

} // namespace peerdesk::lab
