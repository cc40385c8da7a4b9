// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cli/credentials.h"
#include "peering/asn.h"
#include "workflow/places.h"

#include <QCoroTask>

#include <memory>
#include <optional>

namespace peerdesk {

class BringUp;
class Database;
class Drafts;
class EndpointSessions;
class HttpClient;
class Inbound;
class Keys;
class Maintenance;
class Mirror;
struct PeeringDbSettings;
class PeeringApiClient;
class Reports;
class Requests;
struct Settings;

/// The command line's composition root: a desk's folder without its windows, its keychain and its timers. Opens what a
/// command asks for when it asks, so that looking into the mirror needs no database.
class CommandDesk
{
public:
    struct Settings
    {
        QString folder;      ///< desk.db, mirror.db, credentials.json and sign-ins.json are there
        QString database;    ///< where it is not the folder's: a file, or the address of a PostgreSQL server
        QString databaseKey; ///< the key that belongs to it, where it does not lie beside it
        QString credentialsPath;
        bool allowPrivate = false;
        Asn ownAsn;
    };

    explicit CommandDesk(Settings settings);
    ~CommandDesk();

    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// The one that was named, else that which the desk's pages show; Invalid if there is neither.
    [[nodiscard]] Result<Asn> ownAsn() const;

    HttpClient &http();
    /// Of the folder, unless another file was named.
    [[nodiscard]] Result<Credentials> credentials() const;
    /// Why the mirror's file cannot be read; a missing one is no trouble, it is empty.
    Result<void> openMirror();
    Mirror &mirror();
    /// The same, fetched from elsewhere.
    Mirror &mirror(const PeeringDbSettings &settings);
    Places places();
    EndpointSessions &endpointSessions();
    Result<Database *> database();
    Result<Drafts *> drafts();
    Result<Requests *> requests();
    Result<Inbound *> inbound();
    Result<BringUp *> bringUp();
    Result<Maintenance *> maintenance();
    Result<Reports *> reports();
    /// At the issuer of that address, or that of the desk's settings; Invalid if there is none. Needs no database.
    Result<Keys *> keys(const QString &issuer);

private:
    [[nodiscard]] peerdesk::Settings settingsOfDesk() const;
    /// About a key that goes along with a request: of the issuer that was named, if one was.
    QCoro::Task<Result<QByteArray>> statement(QString reference);

    const Settings m_settings;
    const SystemClock m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<EndpointSessions> m_endpointSessions;
    std::unique_ptr<Mirror> m_mirror;
    std::optional<Error> m_mirrorTrouble;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<PeeringApiClient> m_peeringApi;
    std::unique_ptr<Drafts> m_drafts;
    std::unique_ptr<Requests> m_requests;
    std::unique_ptr<Inbound> m_inbound;
    std::unique_ptr<BringUp> m_bringUp;
    std::unique_ptr<Maintenance> m_maintenance;
    std::unique_ptr<Reports> m_reports;
    std::unique_ptr<Keys> m_keys;
};

} // namespace peerdesk
