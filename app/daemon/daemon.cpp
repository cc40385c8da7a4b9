// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/daemon.h"

#include "auth/wellknown.h"
#include "base/logging.h"
#include "base/logline.h"
#include "storage/personaldata.h"
#include "storage/privatefile.h"
#include "workflow/mirrorplaces.h"

#include <QCoroFuture>
#include <QHostAddress>
#include <QSysInfo>

#include <sys/resource.h>

namespace peerdesk {
namespace {

constexpr std::chrono::seconds sweepInterval{30};
constexpr std::chrono::hours purgeInterval{24};
constexpr int purgeSlice = 500;

/// The soft limit is 1,024 of old, for programs that use select(2).
void allowDescriptors(int connections)
{
    constexpr rlim_t others = 100; // database, mirror, outward calls, log
    rlimit limit = {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < static_cast<rlim_t>(connections) + others)
        qCWarning(lcEndpoint) << "limits.connections is" << connections << "but no more than" << limit.rlim_cur
                              << "descriptors may be open";
}

QUrl urlOf(const QString &scheme, const IpAddress &address, quint16 port)
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(address.toString());
    url.setPort(port);
    return url;
}

} // namespace

Result<std::unique_ptr<Daemon>> Daemon::start(const EndpointConfig &config)
{
    SystemClock clock;
    allowDescriptors(config.limits.connections);
    const auto clientSecret = config.signIn.clientSecret();
    if (!clientSecret)
        return clientSecret.error();
    auto database = Database::open(config.database, clock);
    if (!database)
        return database.error();
    const auto mail = config.mail.withFiles();
    if (!mail)
        return mail.error();
    const auto keys = config.keys.withPepper();
    if (!keys)
        return keys.error();
    const auto issuers = config.trust.keyIssuers();
    if (!issuers)
        return issuers.error();
    EndpointConfig complete = config;
    complete.mail = *mail;
    complete.keys = *keys;
    complete.keys.rules.mails = mail->enabled;
    std::unique_ptr<Daemon> daemon(new Daemon(complete, *clientSecret, *issuers, std::move(*database)));
    if (const auto listening = daemon->listen(); !listening)
        return listening.error();
    return daemon;
}

Daemon::Daemon(const EndpointConfig &config, Secret clientSecret, QList<KeyIssuer> issuers,
               std::unique_ptr<Database> database)
    : m_config(config)
    , m_clientSecret(std::move(clientSecret))
    , m_http(config.clientSettings())
    , m_database(std::move(database))
    , m_mirror(config.mirror, m_http, m_clock)
    , m_keys(m_http, m_clock)
    , m_issuers(m_http, m_keys, m_clock, std::move(issuers))
    , m_client(m_http, m_clock)
    , m_courier(
          *m_database, m_client, [this](QUrl endpoint) { return tokenFor(std::move(endpoint)); }, m_clock)
    , m_access(*m_database, [this](QUrl endpoint) { return tokenFor(std::move(endpoint)); })
    , m_poller(*m_database, m_client, m_access, m_clock, placesOf(m_mirror), RequestPace())
    , m_reception(*m_database, m_clock, placesOf(m_mirror), config.networks)
    , m_states(*m_database, m_clock)
    , m_server(
          m_clock, [this](HttpRequest request) { return m_endpoint->answer(std::move(request)); }, config.limits)
    , m_tls(m_server, m_clock)
    , m_trust(config.trust, config.irr.unvouched)
    , m_mailServer(config.mail.server)
{
    m_reception.setCourier(&m_courier);
    if (const auto opened = m_mirror.open(); !opened)
        qCWarning(lcEndpoint).noquote() << "no mirror of PeeringDB:" << opened.error().detail;
    m_server.setRefusal([this](int status, const QString &reason) { return m_endpoint->refusal(status, reason); });
    m_server.setScreen([this](HttpRequest &head) { return m_endpoint->screen(head); });
    connect(&m_server, &HttpServer::stopped, this, &Daemon::stopped);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::takeBackOverdue);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::tendSigningIn);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::tendKeys);
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_tls.lookAgain(); });
    connect(&m_sweep, &QTimer::timeout, this, [this] { useTrust(m_trust.lookAgain()); });
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_poller.work().then([] {}); });
    connect(&m_purge, &QTimer::timeout, this, &Daemon::purge);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::tellByMail);
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::carryOffers);
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
    if (const auto trusted = trustIssuers(); !trusted)
        return trusted;
    if (const auto monitored = listenForMonitoring(); !monitored)
        return monitored;
    m_sweep.start(sweepInterval);
    m_purge.start(purgeInterval);
    purge();
    publishPolicies();
    takeBackOverdue();
    tendSigningIn();
    carryOffers();
    tendKeys();
    m_poller.work().then([] {});
    m_supervisor.ready(QStringLiteral("Serving %1").arg(m_publicUrl.toString()));
    return {};
}

Result<void> Daemon::listenForMonitoring()
{
    const Monitoring::View view{m_server,
                                *m_endpoint,
                                m_http,
                                m_tls,
                                *m_database,
                                m_registry ? m_registry->whois() : nullptr,
                                m_registry ? &m_registry->clockWitness() : nullptr,
                                m_issuer.get()};
    m_monitoring = std::make_unique<Monitoring>(view, m_clock);
    if (!m_config.monitoringAddress.isValid())
        return {};
    const auto listening =
        m_monitoring->listen(QHostAddress(m_config.monitoringAddress.toString()), m_config.monitoringPort);
    const QUrl url = urlOf(QStringLiteral("http"), m_config.monitoringAddress, m_monitoring->port());
    if (listening)
        logFacts(lcEndpoint(), QStringLiteral("monitoring"), {{"address", url.toString()}});
    return listening;
}

/// Nothing is served before the event loop runs, so that these may come after listening.
void Daemon::compose()
{
    TokenRules rules;
    rules.issuers = m_config.issuers;
    rules.audience = audienceOf(m_publicUrl);
    m_verifier = std::make_unique<TokenVerifier>(rules, m_keys, m_clock);
    m_endpoint = std::make_unique<PeeringEndpoint>(m_config, m_publicUrl, m_reception, *m_verifier, m_clock);
    m_signingIn = std::make_unique<SigningIn>(m_config, m_publicUrl, m_clientSecret, *m_database, m_http, m_clock);
    m_signingIn->introduceTo(*m_verifier);
    m_signingIn->addRoutes(m_endpoint->router());
    m_mails = std::make_unique<Mails>(*m_database, m_clock, placesOf(m_mirror), mailRules(m_config), m_mailServer);
    if (!m_config.keys.enabled)
        return;
    m_issuer = std::make_unique<RegistryDesk>(m_config.keys, m_publicUrl, *m_database, *m_endpoint, m_clock);
    m_issuer->addRoutes(m_endpoint->router());
}

MailRules Daemon::mailRules(const EndpointConfig &config) const
{
    MailRules rules = config.mail.rules;
    rules.contact = config.contact;
    rules.endpoint = m_publicUrl;
    return rules;
}

Result<void> Daemon::trustIssuers()
{
    const auto trust = m_trust.read();
    if (!trust)
        return trust.error();
    useTrust(*trust);
    return m_config.irr.enabled ? startRegistry(*trust) : Result<void>();
}

/// For keys that come with requests, and for those that the registry's objects hang on.
void Daemon::useTrust(const std::optional<Trust> &trust)
{
    if (!trust)
        return;
    m_reception.setKeyTrust({m_config.trust.registries(), *trust, m_issuers.calls().check});
    if (m_registry)
        m_registry->setTrust(*trust);
}

Result<void> Daemon::startRegistry(const Trust &trust)
{
    IrrConfig config = m_config.irr;
    config.rules.registries = m_config.trust.registries();
    config.rules.mails = m_config.mail.enabled;
    auto registry = RegistryService::start(config, trust, m_issuers.calls(), *m_database, m_clock);
    if (!registry)
        return registry.error();
    m_registry = std::move(*registry);
    RouteApi::Door door{[this](HttpRequest request) { return m_endpoint->whoAsks(std::move(request)); },
                        [this] { return m_endpoint->contact(); }, m_endpoint->challenge()};
    m_registry->serve(m_endpoint->router(), m_endpoint->prefix(), std::move(door));
    return {};
}

QUrl Daemon::listeningUrl() const
{
    return urlOf(m_tls.isOn() ? QStringLiteral("https") : QStringLiteral("http"), m_config.listenAddress,
                 m_server.port());
}

QUrl Daemon::whoisUrl() const
{
    const WhoisServer *whois = m_registry ? m_registry->whois() : nullptr;
    return whois ? urlOf(QStringLiteral("whois"), m_config.irr.whoisAddress, whois->port()) : QUrl();
}

/// For the desk, where a policy is edited: it sees what the configuration says, and may begin with that.
void Daemon::publishPolicies()
{
    m_reception.publishPolicies(QStringLiteral("peerdeskd at %1").arg(QSysInfo::machineHostName()))
        .then([](const Result<void> &published) {
            if (!published)
                qCWarning(lcEndpoint).noquote() << "the desk cannot be shown the policy:" << published.error().detail;
        });
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

void Daemon::carryOffers()
{
    m_courier.run().then([](const Result<void> &carried) {
        if (!carried)
            qCWarning(lcEndpoint).noquote() << "offers:" << carried.error().detail;
    });
}

void Daemon::tendSigningIn()
{
    m_signingIn->tend().then([](const Result<void> &tended) {
        if (!tended)
            qCWarning(lcEndpoint).noquote() << "signing in:" << tended.error().detail;
    });
}

void Daemon::tendKeys()
{
    if (!m_issuer)
        return;
    m_issuer->tend().then([](const Result<void> &tended) {
        if (!tended)
            qCWarning(lcEndpoint).noquote() << "issuing keys:" << tended.error().detail;
    });
}

/// Slice by slice, with other writes between them.
QCoro::Task<void> Daemon::purge()
{
    const EndpointConfig::Retention kept = m_config.retention;
    const auto before = [this](std::chrono::days days) {
        return days.count() == 0 ? UtcMs(0) : m_clock.now() - std::chrono::milliseconds(days).count();
    };
    const UtcMs names = before(kept.names);
    const UtcMs ended = before(kept.ended);
    int purged = purgeSlice;
    while (purged >= purgeSlice) {
        auto purging = m_database->write([names, ended](QSqlDatabase &db) -> Result<int> {
            const auto forgotten = PersonalData(db).forgetNames(names, purgeSlice);
            if (!forgotten)
                return forgotten;
            const auto dropped = PersonalData(db).dropEnded(ended, purgeSlice);
            return dropped ? Result<int>(std::max(*forgotten, *dropped)) : dropped;
        });
        const auto done = co_await purging;
        if (!done)
            qCWarning(lcEndpoint).noquote() << "cannot purge old names and requests:" << done.error().detail;
        purged = done ? *done : 0;
    }
}

void Daemon::tellByMail()
{
    if (!m_config.mail.enabled)
        return;
    m_mails->run().then([](const Result<void> &told) {
        if (!told)
            qCWarning(lcEndpoint).noquote() << "mails:" << told.error().detail;
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

void Daemon::reload(const QString &file)
{
    m_supervisor.reloading();
    const auto config = EndpointConfig::load(file);
    const auto taken = config ? takeOver(*config) : Result<void>(config.error());
    m_monitoring->countReload(taken.ok());
    if (!taken) {
        qCWarning(lcEndpoint).noquote() << "the configuration stays as it was:" << taken.error().detail;
        for (const FieldError &fault : taken.error().fields)
            qCWarning(lcEndpoint).noquote() << file << fault.field << fault.messages.join(u' ');
    }
    m_supervisor.ready(taken ? QStringLiteral("Serving %1").arg(m_publicUrl.toString())
                             : QStringLiteral("Serving %1 with the configuration of before: the new one has faults")
                                   .arg(m_publicUrl.toString()));
}

Result<void> Daemon::takeOver(const EndpointConfig &written)
{
    const auto mail = written.mail.withFiles();
    if (!mail)
        return mail.error();
    EndpointConfig config = written;
    config.mail = *mail;
    if (m_tls.isOn() && config.tls.isSet()) {
        if (const auto used = m_tls.use(config.tls); !used)
            return used;
    }
    const auto now = config.fixedParts();
    const auto before = m_config.fixedParts();
    QStringList later;
    for (auto part = now.begin(); part != now.end(); ++part) {
        if (before.value(part.key()) != *part)
            later.append(part.key());
    }
    if (!later.isEmpty())
        qCWarning(lcEndpoint).noquote() << "only a restart changes" << later.join(QStringLiteral(", "));
    m_config.credentials = config.credentials;
    m_config.stopGrace = config.stopGrace;
    m_config.retention = config.retention;
    m_config.mail = config.mail;
    m_mailServer.setSettings(config.mail.server);
    m_mails->setRules(mailRules(config));
    tellByMail(); // what waited for settings that are right
    m_server.setLimits(config.limits);
    m_reception.setNetworks(config.networks);
    publishPolicies();
    m_endpoint->apply(config);
    m_signingIn->apply(config);
    tendKeys(); // its list of holders may be another
    useTrust(m_trust.readAgain());
    qCInfo(lcEndpoint) << "the configuration was read again";
    return {};
}

void Daemon::stop()
{
    m_supervisor.stopping();
    m_monitoring->setStopping();
    m_sweep.stop();
    if (m_registry)
        m_registry->stop();
    m_server.stop(m_config.stopGrace);
}

} // namespace peerdesk
