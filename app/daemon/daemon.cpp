// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/daemon.h"

#include "base/logging.h"
#include "storage/privatefile.h"
#include "workflow/mirrorplaces.h"

#include <QHostAddress>

namespace peerdesk {
namespace {

constexpr std::chrono::seconds sweepInterval{30};

HttpClientSettings clientSettings(const EndpointConfig &config)
{
    HttpClientSettings settings;
    settings.allowPrivate = config.allowPrivateAddresses;
    return settings;
}

} // namespace

Result<std::unique_ptr<Daemon>> Daemon::start(const EndpointConfig &config)
{
    SystemClock clock;
    const auto clientSecret = config.signIn.clientSecret();
    if (!clientSecret)
        return clientSecret.error();
    auto database = Database::open(config.database, clock);
    if (!database)
        return database.error();
    std::unique_ptr<Daemon> daemon(new Daemon(config, *clientSecret, std::move(*database)));
    if (const auto listening = daemon->listen(); !listening)
        return listening.error();
    return daemon;
}

Daemon::Daemon(const EndpointConfig &config, Secret clientSecret, std::unique_ptr<Database> database)
    : m_config(config)
    , m_clientSecret(std::move(clientSecret))
    , m_http(clientSettings(config))
    , m_database(std::move(database))
    , m_mirror(config.mirror, m_http, m_clock)
    , m_keys(m_http, m_clock)
    , m_client(m_http, m_clock)
    , m_courier(*m_database, m_client, [this](QUrl endpoint) { return tokenFor(std::move(endpoint)); })
    , m_access(*m_database, [this](QUrl endpoint) { return tokenFor(std::move(endpoint)); })
    , m_poller(*m_database, m_client, m_access, m_clock, RequestPace())
    , m_reception(*m_database, m_clock, placesOf(m_mirror), config.networks)
    , m_states(*m_database, m_clock)
    , m_server(
          m_clock, [this](HttpRequest request) { return m_endpoint->answer(std::move(request)); }, config.limits)
    , m_tls(m_server, m_clock)
{
    m_reception.setCourier(&m_courier);
    if (const auto opened = m_mirror.open(); !opened)
        qCWarning(lcEndpoint).noquote() << "no mirror of PeeringDB:" << opened.error().detail;
    m_server.setRefusal([this](int status, const QString &reason) { return m_endpoint->refusal(status, reason); });
    m_server.setScreen([this](HttpRequest &head) { return m_endpoint->screen(head); });
    connect(&m_server, &HttpServer::stopped, this, &Daemon::stopped);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::takeBackOverdue);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::tendSigningIn);
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_tls.lookAgain(); });
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_poller.work().then([] {}); });
}

Daemon::~Daemon()
{
    m_http.abortAll();
}

Result<void> Daemon::listen()
{
    if (const auto used = m_tls.use(m_config.tls); !used)
        return used;
    const auto listening = m_server.listen(QHostAddress(m_config.listenAddress.toString()), m_config.port);
    if (!listening)
        return listening;
    m_publicUrl = m_config.publicUrl.isEmpty() ? listeningUrl() : m_config.publicUrl;
    compose();
    m_sweep.start(sweepInterval);
    takeBackOverdue();
    tendSigningIn();
    m_poller.work().then([] {});
    return {};
}

/// Nothing is served before the event loop runs, so that these may come after listening.
void Daemon::compose()
{
    TokenRules rules;
    rules.issuers = m_config.issuers;
    rules.audience = m_publicUrl.toString();
    m_verifier = std::make_unique<TokenVerifier>(rules, m_keys, m_clock);
    m_endpoint = std::make_unique<PeeringEndpoint>(m_config, m_publicUrl, m_reception, *m_verifier, m_clock);
    m_signingIn = std::make_unique<SigningIn>(m_config, m_publicUrl, m_clientSecret, *m_database, m_http, m_clock);
    m_signingIn->introduceTo(*m_verifier);
    m_signingIn->addRoutes(m_endpoint->router());
}

QUrl Daemon::listeningUrl() const
{
    QUrl url;
    url.setScheme(m_tls.isOn() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_config.listenAddress.toString());
    url.setPort(m_server.port());
    return url;
}

void Daemon::takeBackOverdue()
{
    m_states.takeBackOverdue().then([](const Result<int> &count) {
        if (!count)
            qCWarning(lcEndpoint).noquote() << "cannot look for overdue sessions:" << count.error().detail;
        else if (*count > 0)
            qCInfo(lcEndpoint) << "took back" << *count << "sessions past their time window";
    });
}

void Daemon::tendSigningIn()
{
    m_signingIn->tend().then([](const Result<void> &tended) {
        if (!tended)
            qCWarning(lcEndpoint).noquote() << "signing in:" << tended.error().detail;
    });
}

QCoro::Task<Result<Secret>> Daemon::tokenFor(QUrl endpoint)
{
    for (const EndpointConfig::Credential &credential : m_config.credentials) {
        if (credential.endpoint != endpoint)
            continue;
        const auto token = readPrivateFile(credential.tokenFile);
        if (!token)
            co_return token.error();
        co_return Secret(token->trimmed());
    }
    co_return Error(ErrorKind::NotFound, QStringLiteral("There is no [[credential]] for the endpoint"));
}

void Daemon::stop()
{
    m_sweep.stop();
    m_server.stop(m_config.stopGrace);
}

} // namespace peerdesk
