// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/signin.h"

#include "auth/randomword.h"
#include "base/logging.h"

namespace peerdesk {
namespace {

const QString scopes = QStringLiteral("openid profile email networks");

} // namespace

SignIn::SignIn(Provider &provider, HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_flow(http, clock)
{
}

QCoro::Task<Result<SignedIn>> SignIn::run(ProviderSettings settings, Browser browser)
{
    if (m_running)
        co_return Error(ErrorKind::Conflict, tr("A sign-in is in progress already."));
    m_running = true;
    m_cancelled = false;
    auto task = runOnce(settings, browser);
    auto result = co_await task;
    m_running = false;
    if (m_cancelled)
        co_return Error(ErrorKind::Cancelled);
    co_return result;
}

QCoro::Task<Result<SignedIn>> SignIn::runOnce(ProviderSettings settings, Browser browser)
{
    auto discovery = m_provider.metadata(settings.issuer);
    const auto metadata = co_await discovery;
    if (!metadata)
        co_return metadata.error();
    if (m_cancelled)
        co_return Error(ErrorKind::Cancelled);
    const QString nonce = randomWord();
    CodeFlowPlan plan;
    plan.authorization = metadata->authorization;
    plan.token = metadata->token;
    plan.issuer = metadata->issuer;
    plan.clientId = settings.clientId;
    plan.scope = scopes;
    plan.extra.insert(QStringLiteral("nonce"), nonce);
    plan.redirectPort = settings.redirectPort;
    auto visiting = m_flow.run(plan, browser);
    const auto tokens = co_await visiting;
    if (!tokens)
        co_return tokens.error();

    auto learning = learn(settings, *tokens, nonce);
    const auto identity = co_await learning;
    if (!identity)
        co_return identity.error();
    SignedIn signedIn;
    signedIn.provider = settings;
    signedIn.identity = *identity;
    signedIn.tokens = *tokens;
    co_return signedIn;
}

QCoro::Task<Result<Identity>> SignIn::learn(ProviderSettings settings, TokenAnswer tokens, QString nonce)
{
    const std::optional<QString> expectedNonce = nonce;
    auto identifying = m_provider.identify(settings, tokens, expectedNonce);
    auto identity = co_await identifying;
    if (!identity)
        co_return identity.error();
    auto reading = m_provider.profile(settings, tokens.access);
    const auto profile = co_await reading;
    // The profile only adds to what the id_token proves; a provider without one is as good.
    if (!profile) {
        qCInfo(lcAuth) << "no profile:" << toText(profile.error().kind) << profile.error().detail;
    } else if (profile->subject == identity->subject) {
        identity->verified = profile->verified;
        if (!profile->networks.isEmpty())
            identity->networks = profile->networks;
    }
    co_return identity;
}

void SignIn::cancel()
{
    m_cancelled = m_running;
    m_flow.cancel();
}

} // namespace peerdesk
