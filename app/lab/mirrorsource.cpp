// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/mirrorsource.h"

#include "http/answered.h"
#include "world/dump.h"

#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

namespace peerdesk::lab {

namespace {

world::World withoutUsersContacts(world::World world)
{
    world.contacts.removeIf(
        [](const world::Contact &contact) { return contact.visible != QLatin1StringView("Public"); });
    return world;
}

bool isType(const QByteArray &name)
{
    return std::ranges::any_of(world::objectTypes, [&](const char *type) { return name == type; });
}

HttpResponse json(const QByteArray &body)
{
    return HttpResponse(200, body, QByteArrayLiteral("application/json"));
}

HttpResponse notFound()
{
    const QByteArray body = QByteArrayLiteral(R"({"data":[],"meta":{"error":"Entity not found"}})");
    return HttpResponse(404, body, QByteArrayLiteral("application/json"));
}

} // namespace

MirrorSource::MirrorSource(const Clock &clock, world::World world)
    : m_clock(clock)
    , m_world(std::move(world))
    , m_publicWorld(withoutUsersContacts(m_world))
    , m_server(clock, [this](HttpRequest request) { return answered(answer(request)); })
{
}

Result<void> MirrorSource::listen()
{
    return m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
}

QUrl MirrorSource::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()));
}

void MirrorSource::touch(Asn asn)
{
    const int index = m_world.indexOf(asn);
    if (index < 0)
        return;
    for (world::World *world : {&m_world, &m_publicWorld})
        world->networks[index].updated = m_clock.now() / 1000 * 1000;
    m_dumps.clear();
}

HttpResponse MirrorSource::answer(const HttpRequest &request)
{
    const QByteArray path = request.url.path().toUtf8();
    if (request.method != "GET" && request.method != "HEAD")
        return HttpResponse(405);
    if (path.startsWith("/api/")) {
        const QByteArray type = path.mid(5);
        const bool user = request.headers.value("Authorization").startsWith("Api-Key ");
        bool number = false;
        const qint64 since = QUrlQuery(request.url).queryItemValue(QStringLiteral("since")).toLongLong(&number);
        const world::World &seen = user ? m_world : m_publicWorld;
        if (!isType(type))
            return notFound();
        return json(number ? world::changesSince(seen, type, since) : world::dump(seen, type));
    }
    const QByteArray type = path.mid(1).chopped(std::min<qsizetype>(path.size() - 1, 7));
    if (path != "/" + type + "-0.json" || !isType(type) || type == "poc")
        return notFound();
    return json(dumpOf(type));
}

QByteArray MirrorSource::dumpOf(const QByteArray &type)
{
    QByteArray &dump = m_dumps[type];
    if (dump.isEmpty())
        dump = world::dump(m_publicWorld, type);
    return dump;
}

} // namespace peerdesk::lab
