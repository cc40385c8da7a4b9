// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "workflow/mirrorplaces.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace peerdesk {
namespace {

using namespace std::chrono_literals;

constexpr auto lookForTheEnd = 10ms;
constexpr auto patienceAtTheEnd = 5s;

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

DeskFolder::DeskFolder(const QString &chosen, const QString &database)
    : path(chosen.isEmpty()
               ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/peerdesk")
               : QDir(chosen).absolutePath())
    , sharedDatabase(
          !database.isEmpty()
              ? database
              : QSettings(settings(), QSettings::IniFormat).value(QStringLiteral("desk/database")).toString())
{
}

DatabaseAddress DeskFolder::database() const
{
    const QString own = path + QStringLiteral("/desk.db");
    const DatabaseAddress shared(sharedDatabase);
    if (shared.isPostgreSql())
        return {sharedDatabase, Envelope::keyPathFor(own)};
    return sharedDatabase.isEmpty() ? DatabaseAddress(own) : shared;
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
    , candidates(
          *database, mirror, peeringApi, [this](QUrl endpoint) { return account.tokenFor(endpoint); }, clock)
    , endpoints(*database)
    , ownEndpoint(
          settings,
          [this, folder] {
              const DatabaseAddress address = folder.database();
              OwnEndpoint::Common common{address.location, address.keyPath(), folder.mirror(), account.person(), {}};
              for (const OwnNetwork &network : account.networks())
                  common.networks.append(network.asn);
              return common;
          })
    , drafts(*database, clock, placesOf(mirror))
    , requests(*database, peeringApi, clock, placesOf(mirror),
               [this](QUrl endpoint) { return account.tokenFor(endpoint); })
    , inbound(*database, clock, placesOf(mirror))
    , bringUp(*database, clock)
    , policies(*database, clock, placesOf(mirror))
    , keys(
          http, clock, [this](QUrl place) { return account.tokenFor(place); },
          [this] { return settings.current().keys.issuer; })
    , routeObjects(
          http, clock, [this](QUrl place) { return account.tokenFor(place); },
          [this] { return settings.current().keys.registry; })
    , reports(*database, clock, placesOf(mirror))
    , notices(*database, settings, clock, placesOf(mirror), [this] {
        QList<Asn> asns;
        for (const OwnNetwork &network : account.networks())
            asns.append(network.asn);
        return asns;
    })
{
    const Result<void> opened = mirror.open();
    if (!opened && opened.error().kind != ErrorKind::NotFound)
        m_mirrorTrouble = opened.error();
    join();
}

Services::~Services() = default;

void Services::join()
{
    QObject::connect(&settings, &SettingsFile::changed, &settings, [this] { obeySettings(); });
    obeySettings();
    requests.setStatementSource([this](QString reference) { return keys.statement(std::move(reference)); });
    QObject::connect(&account, &Account::apiKeyChanged, &directory, [this] { readApiKey(); });
}

void Services::readApiKey()
{
    QCoro::connect(account.apiKey(), &directory, [this](const Secret &key) { directory.setApiKey(key); });
}

/// What takes effect without a restart.
void Services::obeySettings()
{
    const Settings &current = settings.current();
    http.setAllowPrivate(current.desk.allowPrivate);
    directory.setSettings(current.mirror);
    inbound.setUndoTime(current.desk.undo);
    requests.setReturnUrl(current.provider.endpoint);
}

void Services::start()
{
    account.restore();
    readApiKey();
    requests.start();
    keys.remindIn(*database, [this] { return account.currentAsn(); });
    ownEndpoint.start();
}

void Services::stop(std::function<void()> ended)
{
    requests.stop();
    ownEndpoint.stop();
    inbound.undoAll();
    account.cancelSignIn();
    directory.cancel();
    http.abortAll();
    // What ends wakes whoever waited for it in the next turn of the loop, and that one may ask for more: a store, say,
    // of what was cancelled. Two quiet looks in a row are the end. A keychain may take its time, as it may be writing
    // the newest token; one that waits for a person is given up first.
    m_stopping.setInterval(lookForTheEnd);
    const QDeadlineTimer forKeychain(patienceAtTheEnd / 2);
    const QDeadlineTimer patience(patienceAtTheEnd);
    QObject::connect(&m_stopping, &QTimer::timeout, &m_stopping,
                     [this, forKeychain, patience, quietLooks = 0, ended = std::move(ended)]() mutable {
                         if (forKeychain.hasExpired())
                             tokens.giveUp();
                         quietLooks = isQuiet() ? quietLooks + 1 : 0;
                         if (quietLooks < 2 && !patience.hasExpired())
                             return;
                         m_stopping.stop();
                         ended();
                     });
    m_stopping.start();
}

bool Services::isQuiet() const
{
    return http.isIdle() && ownEndpoint.isIdle() && database->isIdle() && tokens.isIdle() && !mirror.isBusy()
           && account.state() != Account::State::SigningIn;
}

} // namespace peerdesk
