// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/signin.h"

#include "auth/jwt.h"
#include "auth/loopbackreply.h"
#include "base/logging.h"
#include "http/networkaccess.h"

#include <QCoroFuture>
#include <QCryptographicHash>
#include <QOAuth2AuthorizationCodeFlow>
#include <QPointer>
#include <QRandomGenerator>

#include <array>

namespace peerdesk {
namespace {

const QString scopes = QStringLiteral("openid profile email networks");

/// 43 characters from 256 random bits: a code verifier (RFC 7636 section 4.1), a state, a nonce.
QString randomWord()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->generate(words.begin(), words.end());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(toBase64Url(bytes));
}

QString challengeFor(const QString &verifier)
{
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(toBase64Url(hash));
}

} // namespace

/// One visit of the browser.
struct SignIn::Attempt
{
    const QString state = randomWord();
    const QString nonce = randomWord();
    const QString verifier = randomWord();
    QPromise<Result<TokenAnswer>> promise;
    QTimer patience;
    /// Both end after the browser has read its page, so they outlive the attempt.
    QPointer<LoopbackReply> reply;
    QPointer<QOAuth2AuthorizationCodeFlow> flow;
    bool done = false;
};

SignIn::SignIn(Provider &provider, HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_http(http)
    , m_clock(clock)
{
}

SignIn::~SignIn() = default;

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
    m_attempt = std::make_unique<Attempt>();
    const QString nonce = m_attempt->nonce;
    m_attempt->promise.start();
    QFuture<Result<TokenAnswer>> answer = m_attempt->promise.future();
    if (const auto opened = open(*metadata, settings, browser); !opened)
        finish(opened.error());
    const Result<TokenAnswer> tokens = co_await answer;
    m_attempt.reset();
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

Result<void> SignIn::open(const ProviderMetadata &metadata, const ProviderSettings &settings, const Browser &browser)
{
    Attempt &attempt = *m_attempt;
    attempt.reply = new LoopbackReply(m_clock, attempt.state, metadata.issuer, this);
    if (const auto listening = attempt.reply->listen(settings.redirectPort); !listening)
        return listening;
    connect(attempt.reply, &LoopbackReply::refused, this, [this](const Error &error) { finish(error); });
    connect(attempt.reply, &LoopbackReply::answered, this, &SignIn::finish);

    attempt.flow = new QOAuth2AuthorizationCodeFlow(new NetworkAccess(m_http, this), this);
    QOAuth2AuthorizationCodeFlow &flow = *attempt.flow;
    flow.networkAccessManager()->setParent(&flow);
    flow.setReplyHandler(attempt.reply);
    flow.setAuthorizationUrl(metadata.authorization);
    flow.setAccessTokenUrl(metadata.token);
    flow.setClientIdentifier(settings.clientId);
    flow.setScope(scopes);
    flow.setState(attempt.state);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    flow.setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::None); // done below for every version
#endif
    flow.setModifyParametersFunction([verifier = attempt.verifier, nonce = attempt.nonce](
                                         QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) {
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
            parameters->replace(QStringLiteral("code_challenge"), challengeFor(verifier));
            parameters->replace(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
            parameters->replace(QStringLiteral("nonce"), nonce);
        } else if (stage == QAbstractOAuth::Stage::RequestingAccessToken) {
            parameters->replace(QStringLiteral("code_verifier"), verifier);
        }
    });
    connect(&flow, &QAbstractOAuth::authorizeWithBrowser, this, [browser](const QUrl &url) { browser(url); });

    attempt.patience.setSingleShot(true);
    connect(&attempt.patience, &QTimer::timeout, this, [this] {
        finish(Error(ErrorKind::TimedOut, tr("The sign-in was not finished in the browser.")));
    });
    attempt.patience.start(m_patience);
    flow.grant();
    return {};
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
    if (m_attempt)
        finish(Error(ErrorKind::Cancelled));
}

void SignIn::finish(const Result<TokenAnswer> &tokens)
{
    if (!m_attempt || m_attempt->done)
        return;
    Attempt &attempt = *m_attempt;
    attempt.done = true;
    attempt.patience.stop();
    if (attempt.flow) {
        attempt.flow->disconnect(this);
        attempt.flow->deleteLater();
    }
    if (attempt.reply) {
        attempt.reply->disconnect(this);
        attempt.reply->close();
    }
    attempt.promise.addResult(tokens);
    attempt.promise.finish();
}

} // namespace peerdesk
