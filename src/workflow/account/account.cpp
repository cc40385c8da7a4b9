// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/account/account.h"

#include "auth/authsession.h"
#include "auth/endpointsessions.h"
#include "base/logging.h"
#include "base/settings.h"

#include <QStandardPaths>

#include <algorithm>

namespace peerdesk {
namespace {

/// An endpoint reads people's rights again that often.
constexpr UtcMs rightsAge = 60 * 60 * 1000;
const QString apiKeyEntry = QStringLiteral("peeringdb-api-key");

QString endpointEntry(const QUrl &endpoint)
{
    return QStringLiteral("endpoint ") + endpoint.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
}

/// What a keychain that does not work cannot tell counts as nothing.
QCoro::Task<Result<Secret>> readEntry(TokenStore *store, QString key)
{
    auto reading = store->read(key);
    const auto entry = co_await reading;
    if (!entry)
        co_return Error(ErrorKind::NotFound);
    co_return entry;
}

/// The keychain is the person's, so its lock is too, whatever desks they run.
SessionShelf shelfOf(TokenStore &store)
{
    SessionShelf shelf;
    shelf.read = [&store](QString key) { return readEntry(&store, std::move(key)); };
    shelf.write = [&store](QString key, Secret entry) { return store.write(std::move(key), std::move(entry)); };
    shelf.remove = [&store](QString key) { return store.remove(std::move(key)); };
    shelf.lockFile =
        QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/peerdesk-sign-in.lock");
    return shelf;
}

/// A task whose end nobody waits for; what went wrong is told by signals.
void detach(QCoro::Task<void> task)
{
    std::move(task).then([] {}, [](const std::exception &fault) { qCCritical(lcWorkflow) << fault.what(); });
}

} // namespace

Account::Account(SettingsFile &settings, HttpClient &http, TokenStore &store, const Clock &clock, Browser browser,
                 QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_store(store)
    , m_clock(clock)
    , m_browser([this, open = std::move(browser)](const QUrl &address) {
        if (!open(address))
            Q_EMIT browserMissing(address);
    })
    , m_provider(std::make_unique<Provider>(http, clock))
    , m_signIn(std::make_unique<SignIn>(*m_provider, http, clock))
    , m_session(std::make_unique<AuthSession>(*m_provider, store, clock))
    , m_endpointSessions(std::make_unique<EndpointSessions>(http, clock, shelfOf(store)))
    , m_identity(std::make_unique<Identity>())
{
    connect(&m_store, &TokenStore::troubled, this, [this] { Q_EMIT keychainTroubled(m_store.trouble()); });
    // Deadlines are found by looking: a laptop that slept has slept through its timers.
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        if (isDue())
            detach(runRenewal());
    });
    m_renewal.start(std::chrono::seconds(30));
}

Account::~Account() = default;

QString Account::person() const
{
    return m_identity->toString();
}

QList<OwnNetwork> Account::networks() const
{
    QList<OwnNetwork> networks;
    for (const NetworkRights &rights : m_identity->networks) {
        OwnNetwork network;
        network.asn = Asn(rights.asn);
        network.name = rights.name;
        network.proven = m_state == State::SignedIn && m_identity->verified && rights.may(NetworkRight::Update);
        networks.append(network);
    }
    // The current one stays with the person when the sign-in ends: nothing of what they see goes away.
    const DeskSettings &desk = m_settings.current().desk;
    for (const std::uint32_t asn : desk.typedAsns + QList<std::uint32_t>{desk.currentAsn}) {
        const auto isIt = [asn](const OwnNetwork &known) { return known.asn.number() == asn; };
        if (asn == 0 || std::any_of(networks.cbegin(), networks.cend(), isIt))
            continue;
        OwnNetwork network;
        network.asn = Asn(asn);
        network.typed = true;
        networks.append(network);
    }
    std::stable_partition(networks.begin(), networks.end(), [](const OwnNetwork &network) { return network.proven; });
    return networks;
}

OwnNetwork Account::network(Asn asn) const
{
    const QList<OwnNetwork> all = networks();
    const auto found = std::find_if(all.begin(), all.end(), [asn](const OwnNetwork &each) { return each.asn == asn; });
    return found == all.end() ? OwnNetwork() : *found;
}

Asn Account::currentAsn() const
{
    return Asn(m_settings.current().desk.currentAsn);
}

void Account::setCurrentAsn(Asn asn)
{
    Settings settings = m_settings.current();
    if (asn.isValid() && !network(asn).asn.isValid())
        settings.desk.typedAsns.append(asn.number());
    const bool other = settings.desk.currentAsn != asn.number();
    settings.desk.currentAsn = asn.number();
    m_settings.save(settings);
    if (!other)
        return;
    Q_EMIT changed();
    Q_EMIT currentAsnChanged(asn);
}

void Account::forgetTypedAsn(Asn asn)
{
    Settings settings = m_settings.current();
    settings.desk.typedAsns.removeAll(asn.number());
    m_settings.save(settings);
    if (currentAsn() == asn && network(asn).typed) {
        setCurrentAsn(Asn());
        setCurrentAsn(networks().isEmpty() ? Asn() : networks().constFirst().asn);
    }
    Q_EMIT changed();
}

void Account::restore()
{
    detach(runRestore());
}

void Account::signIn()
{
    if (m_state != State::SigningIn)
        detach(runSignIn());
}

void Account::signInThrough(const QUrl &endpoint)
{
    Settings settings = m_settings.current();
    settings.provider.endpoint = endpoint;
    m_settings.save(settings);
    signIn();
}

QUrl Account::ownEndpoint() const
{
    return m_settings.current().provider.endpoint;
}

bool Account::canSignInDirectly() const
{
    return m_settings.current().provider.issuer.host() != ProviderSettings().issuer.host();
}

void Account::cancelSignIn()
{
    m_signIn->cancel();
    m_endpointSessions->cancelSignIn();
}

void Account::signOut()
{
    detach(runSignOut());
}

QCoro::Task<void> Account::runRestore()
{
    auto restoring = restoredIdentity();
    const auto identity = co_await restoring;
    if (!identity || m_state != State::SignedOut)
        co_return;
    adopt(*identity);
    setState(State::SignedIn);
    auto renewal = runRenewal();
    co_await renewal;
}

bool Account::isDue() const
{
    if (ownEndpoint().isEmpty())
        return m_session->isDue();
    return m_state == State::SignedIn && m_clock.now() - m_renewedAt >= rightsAge;
}

QCoro::Task<Result<Identity>> Account::restoredIdentity()
{
    auto restoring = ownEndpoint().isEmpty() ? m_session->restore() : m_endpointSessions->identity(ownEndpoint());
    const auto identity = co_await restoring;
    co_return identity;
}

/// Who it is by now, as the endpoint or the provider says.
QCoro::Task<Result<Identity>> Account::renewedIdentity()
{
    const QUrl endpoint = ownEndpoint();
    if (!endpoint.isEmpty()) {
        auto asking = m_endpointSessions->tokenFor(endpoint);
        const auto token = co_await asking;
        if (!token)
            co_return token.error();
        m_renewedAt = m_clock.now();
    }
    auto renewing = endpoint.isEmpty() ? m_session->renew() : m_endpointSessions->identity(endpoint);
    const auto identity = co_await renewing;
    co_return identity;
}

QCoro::Task<Result<Identity>> Account::newIdentity()
{
    const ProviderSettings provider = m_settings.current().provider;
    if (!provider.endpoint.isEmpty()) {
        auto visiting = m_endpointSessions->signIn(provider.endpoint, m_browser);
        const auto identity = co_await visiting;
        m_renewedAt = m_clock.now();
        co_return identity;
    }
    auto signingIn = m_signIn->run(provider, m_browser);
    const auto result = co_await signingIn;
    if (!result)
        co_return result.error();
    auto beginning = m_session->begin(*result);
    co_await beginning;
    const Identity identity = result->identity;
    co_return identity;
}

QCoro::Task<void> Account::runRenewal()
{
    auto renewing = renewedIdentity();
    const auto identity = co_await renewing;
    if (identity) {
        adopt(*identity);
    } else if (identity.error().kind == ErrorKind::Unauthenticated) {
        expire();
    } else {
        // The provider is down or we are offline: what was known stays, the next look tries again.
        qCInfo(lcWorkflow) << "the sign-in was not renewed:" << toText(identity.error().kind)
                           << identity.error().detail;
    }
}

QCoro::Task<void> Account::runSignIn()
{
    const State before = m_state;
    setState(State::SigningIn);
    auto signingIn = newIdentity();
    const auto identity = co_await signingIn;
    if (!identity) {
        setState(before);
        if (identity.error().kind != ErrorKind::Cancelled)
            Q_EMIT signInFailed(identity.error());
        co_return;
    }
    // The person may just have unlocked the keychain for this.
    if (m_store.state() != TokenStore::State::Working) {
        auto retrying = m_store.retry();
        co_await retrying;
    }
    adopt(*identity);
    setState(State::SignedIn);
    Q_EMIT signedIn();
}

QCoro::Task<void> Account::runSignOut()
{
    adopt(Identity());
    setState(State::SignedOut);
    auto ending = ownEndpoint().isEmpty() ? m_session->end() : m_endpointSessions->signOut(ownEndpoint());
    const auto ended = co_await ending;
    if (!ended)
        qCInfo(lcWorkflow) << "the provider was not told:" << toText(ended.error().kind) << ended.error().detail;
}

QCoro::Task<Result<Secret>> Account::tokenFor(QUrl endpoint)
{
    // A token that the other network handed out was stored on purpose, so it goes first.
    auto reading = m_store.read(endpointEntry(endpoint));
    const auto stored = co_await reading;
    if (stored)
        co_return stored;
    auto asking = m_endpointSessions->tokenFor(endpoint);
    const auto there = co_await asking;
    if (!there && there.error().kind == ErrorKind::Unauthenticated && endpoint == ownEndpoint())
        expire();
    if (there || there.error().kind != ErrorKind::NotFound)
        co_return there;
    if (m_state == State::Expired)
        co_return Error(ErrorKind::Unauthenticated, tr("The sign-in has expired."));
    if (m_state != State::SignedIn)
        co_return Error(ErrorKind::Unauthenticated, tr("Nobody is signed in."));
    if (!ownEndpoint().isEmpty())
        co_return Error(ErrorKind::Unauthenticated,
                        tr("Nobody is signed in at %1: Settings, Endpoints.").arg(endpoint.host()));
    auto granting = m_session->tokenFor(endpoint);
    const auto token = co_await granting;
    if (!token && token.error().kind == ErrorKind::Unauthenticated)
        expire();
    co_return token;
}

QCoro::Task<Result<QString>> Account::signInAt(QUrl endpoint)
{
    auto signingIn = m_endpointSessions->signIn(endpoint, m_browser);
    const auto identity = co_await signingIn;
    if (!identity)
        co_return identity.error();
    co_return identity->toString();
}

void Account::cancelSignInAt()
{
    m_endpointSessions->cancelSignIn();
}

QCoro::Task<Result<void>> Account::signOutAt(QUrl endpoint)
{
    auto signingOut = m_endpointSessions->signOut(endpoint);
    const auto ended = co_await signingOut;
    co_return ended;
}

QCoro::Task<QString> Account::personAt(QUrl endpoint)
{
    auto asking = m_endpointSessions->identity(endpoint);
    const auto identity = co_await asking;
    co_return identity ? identity->toString() : QString();
}

QCoro::Task<Result<void>> Account::storeEndpointToken(QUrl endpoint, Secret token)
{
    const QString entry = endpointEntry(endpoint);
    auto storing = token.isEmpty() ? m_store.remove(entry) : m_store.write(entry, token);
    const auto stored = co_await storing;
    co_return stored;
}

QCoro::Task<bool> Account::hasEndpointToken(QUrl endpoint)
{
    auto reading = m_store.read(endpointEntry(endpoint));
    const auto stored = co_await reading;
    co_return stored.ok();
}

QCoro::Task<Secret> Account::apiKey()
{
    auto reading = m_store.read(apiKeyEntry);
    const auto stored = co_await reading;
    co_return stored ? *stored : Secret();
}

QCoro::Task<Result<void>> Account::storeApiKey(Secret key)
{
    auto storing = key.isEmpty() ? m_store.remove(apiKeyEntry) : m_store.write(apiKeyEntry, key);
    const auto stored = co_await storing;
    Q_EMIT apiKeyChanged();
    co_return stored;
}

QString Account::keychainTrouble() const
{
    return m_store.trouble();
}

void Account::retryKeychain()
{
    detach(runRetry());
}

QCoro::Task<void> Account::runRetry()
{
    auto retrying = m_store.retry();
    co_await retrying;
    Q_EMIT apiKeyChanged(); // what the keychain holds can be read now, or no longer
    if (m_state == State::SignedOut) {
        auto restoring = runRestore();
        co_await restoring;
    }
    Q_EMIT changed();
}

void Account::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT changed();
}

void Account::adopt(const Identity &identity)
{
    if (*m_identity == identity)
        return;
    *m_identity = identity;
    if (!currentAsn().isValid() && !networks().isEmpty())
        setCurrentAsn(networks().constFirst().asn);
    Q_EMIT changed();
}

void Account::expire()
{
    if (m_state != State::SignedIn)
        return;
    setState(State::Expired);
    Q_EMIT signInExpired();
}

} // namespace peerdesk
