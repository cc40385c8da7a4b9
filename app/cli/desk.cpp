// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/desk.h"

#include "base/settings.h"
#include "cli/clitext.h"
#include "cli/signinfile.h"
#include "http/httpclient.h"
#include "peeringapi/peeringapiclient.h"
#include "peeringdb/mirror.h"
#include "peeringdb/mirrorindex.h"
#include "storage/database.h"
#include "workflow/drafts/drafts.h"
#include "workflow/inbound/inbound.h"
#include "workflow/keys/keys.h"
#include "workflow/mirrorplaces.h"
#include "workflow/maintenance/maintenance.h"
#include "workflow/reports/reports.h"
#include "workflow/requests/requests.h"
#include "workflow/sessions/bringup.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace peerdesk {
namespace {

/// A token that the other network handed out by itself goes first: somebody put it there on purpose.
QCoro::Task<Result<Secret>> tokenOf(Credentials credentials, EndpointSessions *sessions, QUrl endpoint)
{
    const auto handedOut = credentials.tokenFor(endpoint);
    if (handedOut)
        co_return handedOut;
    auto asking = sessions->tokenFor(endpoint);
    const auto there = co_await asking;
    if (!there && there.error().kind == ErrorKind::NotFound)
        co_return handedOut;
    co_return there;
}

TokenSource tokensFrom(const Credentials &held, EndpointSessions &sessions)
{
    return [held, sessions = &sessions](const QUrl &endpoint) { return tokenOf(held, sessions, endpoint); };
}

} // namespace

CommandDesk::CommandDesk(Settings settings)
    : m_settings(std::move(settings))
{
}

CommandDesk::~CommandDesk() = default;

Result<Asn> CommandDesk::ownAsn() const
{
    const Asn own = m_settings.ownAsn.isValid() ? m_settings.ownAsn : Asn(settingsOfDesk().desk.currentAsn);
    if (!own.isValid())
        return Error(ErrorKind::Invalid, QCoreApplication::translate("peerdeskctl", "Name our own network with --asn"));
    return own;
}

peerdesk::Settings CommandDesk::settingsOfDesk() const
{
    return SettingsFile(m_settings.folder + QStringLiteral("/settings.ini")).current();
}

HttpClient &CommandDesk::http()
{
    if (!m_http) {
        HttpClientSettings settings;
        settings.allowPrivate = m_settings.allowPrivate;
        m_http = std::make_unique<HttpClient>(settings);
    }
    return *m_http;
}

Result<Credentials> CommandDesk::credentials() const
{
    return Credentials::load(m_settings.credentialsPath.isEmpty()
                                 ? m_settings.folder + QStringLiteral("/credentials.json")
                                 : m_settings.credentialsPath);
}

Result<void> CommandDesk::openMirror()
{
    mirror();
    return m_mirrorTrouble ? Result<void>(*m_mirrorTrouble) : Result<void>();
}

EndpointSessions &CommandDesk::endpointSessions()
{
    if (!m_endpointSessions) {
        const SignInFile file(m_settings.folder + QStringLiteral("/sign-ins.json"));
        m_endpointSessions = std::make_unique<EndpointSessions>(http(), m_clock, file.shelf());
    }
    return *m_endpointSessions;
}

Mirror &CommandDesk::mirror()
{
    return mirror(PeeringDbSettings());
}

Mirror &CommandDesk::mirror(const PeeringDbSettings &settings)
{
    if (!m_mirror) {
        m_mirror =
            std::make_unique<Mirror>(m_settings.folder + QStringLiteral("/mirror.db"), http(), m_clock, settings);
        const auto opened = m_mirror->open();
        if (!opened && opened.error().kind != ErrorKind::NotFound)
            m_mirrorTrouble = opened.error();
    }
    return *m_mirror;
}

Places CommandDesk::places()
{
    return placesOf(mirror());
}

Result<Database *> CommandDesk::database()
{
    if (!m_database) {
        const QString inFolder = m_settings.folder + QStringLiteral("/desk.db");
        DatabaseAddress address(m_settings.database.isEmpty() ? inFolder : m_settings.database, m_settings.databaseKey);
        if (address.isPostgreSql() && address.keyFile.isEmpty())
            address.keyFile = Envelope::keyPathFor(inFolder);
        auto opened = Database::open(address, m_clock);
        if (!opened)
            return opened.error();
        m_database = std::move(*opened);
    }
    return m_database.get();
}

Result<Drafts *> CommandDesk::drafts()
{
    if (!m_drafts) {
        const auto opened = database();
        if (!opened)
            return opened.error();
        m_drafts = std::make_unique<Drafts>(**opened, m_clock, places());
    }
    return m_drafts.get();
}

Result<Requests *> CommandDesk::requests()
{
    if (!m_requests) {
        const auto opened = database();
        if (!opened)
            return opened.error();
        const auto held = credentials();
        if (!held)
            return held.error();
        m_peeringApi = std::make_unique<PeeringApiClient>(http(), m_clock);
        m_requests = std::make_unique<Requests>(**opened, *m_peeringApi, m_clock, places(),
                                                tokensFrom(*held, endpointSessions()));
        m_requests->setStatementSource([this](QString reference) { return statement(std::move(reference)); });
    }
    return m_requests.get();
}

Result<Inbound *> CommandDesk::inbound()
{
    if (!m_inbound) {
        const auto opened = database();
        if (!opened)
            return opened.error();
        m_inbound = std::make_unique<Inbound>(**opened, m_clock, places());
    }
    return m_inbound.get();
}

Result<BringUp *> CommandDesk::bringUp()
{
    if (!m_bringUp) {
        const auto opened = database();
        if (!opened)
            return opened.error();
        m_bringUp = std::make_unique<BringUp>(**opened, m_clock);
    }
    return m_bringUp.get();
}

Result<Maintenance *> CommandDesk::maintenance()
{
    if (!m_maintenance) {
        const auto opened = database();
        if (!opened)
            return opened.error();
        m_maintenance = std::make_unique<Maintenance>(**opened, m_clock);
    }
    return m_maintenance.get();
}

Result<Reports *> CommandDesk::reports()
{
    if (!m_reports) {
        const auto opened = database();
        if (!opened)
            return opened.error();
        m_reports = std::make_unique<Reports>(**opened, m_clock, places());
    }
    return m_reports.get();
}

Result<Keys *> CommandDesk::keys(const QString &issuer)
{
    const auto address = issuer.isEmpty() ? Result<QUrl>(settingsOfDesk().keys.issuer) : Keys::address(issuer);
    if (!address || address->isEmpty())
        return Error(ErrorKind::Invalid, CliText::tr("Name the issuer of keys with --issuer URL"));
    const auto held = credentials();
    if (!held)
        return held.error();
    m_keys = std::make_unique<Keys>(http(), m_clock, tokensFrom(*held, endpointSessions()),
                                    [url = *address] { return url; });
    m_keys->checkAs([this] {
        const auto own = ownAsn();
        return own ? *own : Asn();
    });
    return m_keys.get();
}

QCoro::Task<Result<QByteArray>> CommandDesk::statement(QString reference)
{
    if (!m_keys) {
        if (const auto made = keys({}); !made)
            co_return made.error();
    }
    auto asking = m_keys->statement(reference);
    co_return co_await asking;
}

} // namespace peerdesk
