// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/codeflow.h"

#include "auth/loopbackreply.h"
#include "auth/randomword.h"
#include "http/networkaccess.h"

#include <QCoroFuture>
#include <QFuture>
#include <QOAuth2AuthorizationCodeFlow>
#include <QPointer>
#include <QPromise>
#include <QTimer>

namespace peerdesk {

/// One visit of the browser.
struct CodeFlow::Attempt
{
    const QString state = randomWord();
    const QString verifier = randomWord();
    QPromise<Result<TokenAnswer>> promise;
    QTimer patience;
    /// Both end after the browser has read its page, so they outlive the attempt.
    QPointer<LoopbackReply> reply;
    QPointer<QOAuth2AuthorizationCodeFlow> flow;
    bool done = false;
};

CodeFlow::CodeFlow(HttpClient &http, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

CodeFlow::~CodeFlow() = default;

QCoro::Task<Result<TokenAnswer>> CodeFlow::run(CodeFlowPlan plan, Browser browser)
{
    if (m_attempt)
        co_return Error(ErrorKind::Conflict, tr("A sign-in is in progress already."));
    m_attempt = std::make_unique<Attempt>();
    m_attempt->promise.start();
    QFuture<Result<TokenAnswer>> answer = m_attempt->promise.future();
    if (const auto opened = open(plan, browser); !opened)
        finish(opened.error());
    const Result<TokenAnswer> tokens = co_await answer;
    m_attempt.reset();
    co_return tokens;
}

Result<void> CodeFlow::open(const CodeFlowPlan &plan, const Browser &browser)
{
    Attempt &attempt = *m_attempt;
    const LoopbackReply::Expected expected{attempt.state, plan.issuer, plan.issuerAlways};
    attempt.reply = new LoopbackReply(m_clock, expected, this);
    if (const auto listening = attempt.reply->listen(plan.redirectPort); !listening)
        return listening;
    connect(attempt.reply, &LoopbackReply::refused, this, [this](const Error &error) { finish(error); });
    connect(attempt.reply, &LoopbackReply::answered, this, &CodeFlow::finish);

    attempt.flow = new QOAuth2AuthorizationCodeFlow(new NetworkAccess(m_http, this), this);
    QOAuth2AuthorizationCodeFlow &flow = *attempt.flow;
    flow.networkAccessManager()->setParent(&flow);
    flow.setReplyHandler(attempt.reply);
    flow.setAuthorizationUrl(plan.authorization);
    flow.setAccessTokenUrl(plan.token);
    flow.setClientIdentifier(plan.clientId);
    flow.setScope(plan.scope);
    flow.setState(attempt.state);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    flow.setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::None); // done below for every version
#endif
    flow.setModifyParametersFunction([verifier = attempt.verifier, extra = plan.extra](
                                         QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) {
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
            parameters->replace(QStringLiteral("code_challenge"), codeChallengeFor(verifier));
            parameters->replace(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
            for (auto it = extra.begin(); it != extra.end(); ++it)
                parameters->replace(it.key(), it.value());
        } else if (stage == QAbstractOAuth::Stage::RequestingAccessToken) {
            parameters->replace(QStringLiteral("code_verifier"), verifier);
        }
    });
    connect(&flow, &QAbstractOAuth::authorizeWithBrowser, this, [browser](const QUrl &url) { browser(url); });

    attempt.patience.setSingleShot(true);
    connect(&attempt.patience, &QTimer::timeout, this,
            [this] { finish(Error(ErrorKind::TimedOut, tr("The sign-in was not finished in the browser."))); });
    attempt.patience.start(m_patience);
    flow.grant();
    return {};
}

void CodeFlow::cancel()
{
    if (m_attempt)
        finish(Error(ErrorKind::Cancelled));
}

void CodeFlow::finish(const Result<TokenAnswer> &tokens)
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
