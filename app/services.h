// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/tokenstore.h"
#include "base/clock.h"
#include "base/settings.h"
#include "http/httpclient.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"
#include "storage/database.h"
#include "workflow/account/account.h"
#include "workflow/candidates/candidates.h"
#include "workflow/directory/directory.h"
#include "workflow/drafts/drafts.h"
#include "workflow/endpoints/endpoints.h"
#include "workflow/endpoints/ownendpoint.h"
#include "workflow/inbound/inbound.h"
#include "workflow/keys/keys.h"
#include "workflow/keys/routeobjects.h"
#include "workflow/notices/notices.h"
#include "workflow/policy/policies.h"
#include "workflow/reports/reports.h"
#include "workflow/requests/requests.h"
#include "workflow/sessions/bringup.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace peerdesk {

/// Where a desk keeps what is its own. Everything stands in one folder, so that a folder is a desk: the invented
/// world of the lab is a folder of its own.
struct DeskFolder
{
    /// The person's own; "" takes the usual place. `database` is the address of a PostgreSQL server or another file,
    /// where the desk does not keep its own ("" for what the settings' "desk/database" says, or else its own).
    explicit DeskFolder(const QString &path = {}, const QString &database = {});

    QString path;
    QString sharedDatabase;
    /// The key of a shared database lies where the desk's own would: in the folder.
    [[nodiscard]] DatabaseAddress database() const;
    [[nodiscard]] QString mirror() const { return path + QStringLiteral("/mirror.db"); }
    [[nodiscard]] QString settings() const { return path + QStringLiteral("/settings.ini"); }
};

/// The composition root of the desk: makes every service once, in the order in which they need each other, hands each
/// what it asks for, and takes them down the other way round. Services hold coroutines and must outlive them, so stop()
/// comes first. Nothing else in Peerdesk knows which class serves whom. Main thread.
class Services
{
public:
    /// Opens the database and the mirror. Storage errors are the database's; a mirror that cannot be read leaves an
    /// empty index, and `mirrorTrouble()` says why.
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const DeskFolder &folder, Account::Browser browser);
    ~Services();

    /// Why the mirror's file could not be read; a missing one is no trouble, it is empty.
    [[nodiscard]] const std::optional<Error> &mirrorTrouble() const { return m_mirrorTrouble; }
    /// Periodic work begins: requests in flight go on, the mirror is kept up to date, the keychain is read.
    void start();
    /// Ends what is under way. `ended` is called when no coroutine waits for anything any more, so that the services
    /// may be taken down; the event loop has to turn meanwhile. A keychain or a name server that does not answer
    /// is waited for five seconds.
    void stop(std::function<void()> ended);

    SystemClock clock;
    SettingsFile settings;
    HttpClient http;
    std::unique_ptr<Database> database;
    Mirror mirror;
    PeeringApiClient peeringApi;
    TokenStore tokens;
    Account account;
    Directory directory;
    Candidates candidates;
    Endpoints endpoints;
    OwnEndpoint ownEndpoint;
    Drafts drafts;
    Requests requests;
    Inbound inbound;
    BringUp bringUp;
    Policies policies;
    Keys keys;
    RouteObjects routeObjects;
    Reports reports;
    Notices notices;

private:
    Services(const DeskFolder &folder, std::unique_ptr<Database> database, Account::Browser browser);
    void join();
    void obeySettings();
    void readApiKey();
    [[nodiscard]] bool isQuiet() const;

    std::optional<Error> m_mirrorTrouble;
    QTimer m_stopping;
};

} // namespace peerdesk
