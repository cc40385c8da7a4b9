// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "workflow/mirrorplaces.h"

#include <QDir>
#include <QStandardPaths>

namespace peerdesk {
namespace {

HttpClientSettings httpSettings(const Settings &settings)
{
    HttpClientSettings http;
    http.allowPrivate = settings.desk.allowPrivate;
    return http;
}

PeeringDbSettings mirrorSettings(const Settings &settings)
{
    PeeringDbSettings peeringDb;
    peeringDb.dumps = QUrl(settings.mirror.source);
    peeringDb.api = settings.mirror.api;
    return peeringDb;
}

} // namespace

DeskFolder::DeskFolder(const QString &chosen)
    : path(chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                   + QStringLiteral("/peerdesk")
                            : QDir(chosen).absolutePath())
{
}

Result<std::unique_ptr<Services>> Services::open(const DeskFolder &folder, Account::Browser browser)
{
    const SystemClock clock;
    auto database = Database::open(folder.database(), clock);
    if (!database)
        return database.error();
    return std::unique_ptr<Services>(new Services(folder, std::move(*database), std::move(browser)));
}

Services::Services(const DeskFolder &folder, std::unique_ptr<Database> openDatabase, Account::Browser browser)
    : settings(folder.settings())
    , http(httpSettings(settings.current()))
    , database(std::move(openDatabase))
    , mirror(folder.mirror(), http, clock, mirrorSettings(settings.current()))
    , peeringApi(http, clock)
    , account(settings, http, tokens, clock, std::move(browser))
    , directory(mirror, clock, settings.current().mirror)
    , candidates(*database, mirror, peeringApi, [this](QUrl endpoint) { return account.tokenFor(endpoint); }, clock)
    , endpoints(*database)
    , drafts(*database, clock, placesOf(mirror))
    , requests(*database, peeringApi, clock, placesOf(mirror),
               [this](QUrl endpoint) { return account.tokenFor(endpoint); })
    , inbound(*database, clock, placesOf(mirror))
    , reports(*database, clock, placesOf(mirror))
    , notices(*database, settings, clock, [this] {
        QList<Asn> asns;
        for (const OwnNetwork &network : account.networks())
            asns.append(network.asn);
        return asns;
    })
{
    const Result<void> opened = mirror.open();
    if (!opened && opened.error().kind != ErrorKind::NotFound)
        m_mirrorTrouble = opened.error();
}

Services::~Services()
{
    http.abortAll();
}

void Services::start()
{
    account.restore();
    requests.start();
}

} // namespace peerdesk
