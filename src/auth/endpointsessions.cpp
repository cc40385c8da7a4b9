// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/endpointsessions.h"

#include "auth/jwt.h"
#include "auth/scope.h"
#include "http/httpclient.h"

#include <QCoroTimer>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace peerdesk {
namespace {

constexpr std::chrono::milliseconds turnPatience = std::chrono::seconds(30);
constexpr std::chrono::milliseconds betweenLooks{100};
constexpr UtcMs renewBefore = 60 * 1000;

QString shelfKey(const QUrl &endpoint)
{
    return QStringLiteral("sign-in at ") + endpoint.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
}

QByteArray formOf(const QList<std::pair<QByteArray, QString>> &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields)
        form += (form.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return form;
}

Identity identityIn(const Secret &access)
{
    const auto jwt = parseJwt(access.reveal());
    return jwt ? Identity::fromClaims(jwt->claims) : Identity();
}

} // namespace

EndpointSessions::EndpointSessions(HttpClient &http, const Clock &clock, SessionShelf shelf, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_shelf(std::move(shelf))
    , m_flow(http, clock)
{
}

QCoro::Task<Result<Identity>> EndpointSessions::signIn(QUrl endpoint, CodeFlow::Browser browser)
{
    auto discovering = discoverSignIn(&m_http, endpoint);
    const auto place = co_await discovering;
    if (!place)
        co_return place.error();
    CodeFlowPlan plan;
    plan.authorization = place->authorization;
    plan.token = place->token;
    plan.issuer = place->issuer;
    plan.issuerAlways = place->issuerAlways;
    plan.clientId = place->clientId;
    plan.scope = fullScope;
    const QString resource = endpoint.adjusted(QUrl::StripTrailingSlash).toString(QUrl::FullyEncoded);
    plan.extra.insert(QStringLiteral("resource"), resource); // RFC 8707
    auto visiting = m_flow.run(plan, std::move(browser));
    const auto tokens = co_await visiting;
    if (!tokens)
        co_return tokens.error();
    Session session;
    session.place = *place;
    adopt(session, *tokens);
    auto writing = write(endpoint, session);
    if (const auto written = co_await writing; !written)
        co_return written.error();
    co_return identityIn(tokens->access);
}

void EndpointSessions::adopt(Session &session, const TokenAnswer &tokens) const
{
    session.access = tokens.access;
    session.goodUntil = m_clock.now() + std::chrono::milliseconds(tokens.lifetime).count() - renewBefore;
    if (!tokens.refresh.isEmpty())
        session.refresh = tokens.refresh;
}

QCoro::Task<Result<Identity>> EndpointSessions::identity(QUrl endpoint)
{
    auto reading = read(endpoint);
    const auto session = co_await reading;
    if (!session)
        co_return session.error();
    co_return identityIn(session->access);
}

QCoro::Task<Result<Secret>> EndpointSessions::tokenFor(QUrl endpoint)
{
    auto reading = read(endpoint);
    const auto session = co_await reading;
    if (!session)
        co_return session.error();
    if (m_clock.now() < session->goodUntil)
        co_return session->access;
    QLockFile lock(lockFileOf(endpoint));
    auto waiting = takeTurn(&lock);
    if (const auto ours = co_await waiting; !ours)
        co_return ours.error();
    auto renewing = renew(endpoint);
    co_return co_await renewing;
}

/// Ours now; whoever had it before us may have renewed the session meanwhile.
QCoro::Task<Result<Secret>> EndpointSessions::renew(QUrl endpoint)
{
    auto reading = read(endpoint);
    auto session = co_await reading;
    if (!session)
        co_return session.error();
    if (m_clock.now() < session->goodUntil)
        co_return session->access;
    const QByteArray form = formOf({{"grant_type", QStringLiteral("refresh_token")},
                                    {"refresh_token", session->refresh.revealText()},
                                    {"client_id", session->place.clientId}});
    auto posting = post(session->place.token, form);
    const auto answer = co_await posting;
    const auto tokens = readTokenAnswer(answer);
    if (!tokens && tokens.error().kind == ErrorKind::Unauthenticated) {
        auto removing = m_shelf.remove(shelfKey(endpoint));
        if (const auto removed = co_await removing; !removed)
            co_return removed.error();
        co_return Error(ErrorKind::Unauthenticated, tr("The sign-in at %1 has ended.").arg(endpoint.host()));
    }
    if (!tokens)
        co_return tokens.error();
    adopt(*session, *tokens);
    const Session renewed = *session;
    auto writing = write(endpoint, renewed);
    if (const auto written = co_await writing; !written)
        co_return written.error();
    co_return tokens->access;
}

QCoro::Task<Result<void>> EndpointSessions::signOut(QUrl endpoint)
{
    auto reading = read(endpoint);
    const auto session = co_await reading;
    auto removing = m_shelf.remove(shelfKey(endpoint));
    if (const auto removed = co_await removing; !removed)
        co_return removed;
    if (!session || session->place.revocation.isEmpty())
        co_return Result<void>();
    const QByteArray form = formOf({{"token", session->refresh.revealText()}, {"client_id", session->place.clientId}});
    auto posting = post(session->place.revocation, form);
    const auto answer = co_await posting;
    if (!answer)
        co_return answer.error();
    if (!answer->isSuccess())
        co_return Error(errorKindOfStatus(answer->status));
    co_return Result<void>();
}

/// One for each endpoint: one that is slow, or means harm, keeps nobody from renewing elsewhere.
QString EndpointSessions::lockFileOf(const QUrl &endpoint) const
{
    const QByteArray hash = QCryptographicHash::hash(shelfKey(endpoint).toUtf8(), QCryptographicHash::Sha256);
    return m_shelf.lockFile + u'.' + QString::fromLatin1(hash.toHex().left(16));
}

/// Without blocking: the other program may be waiting for its network.
QCoro::Task<Result<void>> EndpointSessions::takeTurn(QLockFile *lock)
{
    lock->setStaleLockTime(0); // only a dead holder makes it stale
    const QDeadlineTimer deadline(turnPatience);
    while (!lock->tryLock(0)) {
        if (lock->error() != QLockFile::LockFailedError)
            co_return Error(ErrorKind::Storage, lock->fileName());
        if (deadline.hasExpired())
            co_return Error(ErrorKind::Unavailable, tr("Another program is renewing the sign-in."));
        QTimer pause;
        pause.setSingleShot(true);
        pause.start(betweenLooks);
        co_await pause;
    }
    co_return Result<void>();
}

QCoro::Task<Result<EndpointSessions::Session>> EndpointSessions::read(QUrl endpoint)
{
    auto reading = m_shelf.read(shelfKey(endpoint));
    const auto stored = co_await reading;
    if (!stored)
        co_return stored.error();
    const QJsonObject entry = QJsonDocument::fromJson(stored->reveal()).object();
    Session session;
    session.place.issuer = entry[u"issuer"].toString();
    session.place.token = QUrl(entry[u"token_endpoint"].toString());
    session.place.revocation = QUrl(entry[u"revocation_endpoint"].toString());
    session.place.clientId = entry[u"client_id"].toString();
    session.access = Secret(entry[u"access_token"].toString());
    session.refresh = Secret(entry[u"refresh_token"].toString());
    session.goodUntil = entry[u"good_until"].toInteger();
    // What cannot be read counts as nothing: signing in again writes it anew.
    if (session.refresh.isEmpty() || session.place.token.host() != endpoint.host())
        co_return Error(ErrorKind::NotFound);
    co_return session;
}

QCoro::Task<Result<void>> EndpointSessions::write(QUrl endpoint, Session session)
{
    const QJsonObject entry = {{QStringLiteral("issuer"), session.place.issuer},
                               {QStringLiteral("token_endpoint"), session.place.token.toString()},
                               {QStringLiteral("revocation_endpoint"), session.place.revocation.toString()},
                               {QStringLiteral("client_id"), session.place.clientId},
                               {QStringLiteral("access_token"), session.access.revealText()},
                               {QStringLiteral("refresh_token"), session.refresh.revealText()},
                               {QStringLiteral("good_until"), qint64(session.goodUntil)}};
    const Secret secret(QJsonDocument(entry).toJson(QJsonDocument::Compact));
    auto writing = m_shelf.write(shelfKey(endpoint), secret);
    co_return co_await writing;
}

QCoro::Task<Result<HttpResponse>> EndpointSessions::post(QUrl address, QByteArray form)
{
    HttpRequest request(address, "POST");
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.headers.set("Accept", "application/json");
    request.body = form;
    auto sending = m_http.send(request);
    co_return co_await sending;
}

} // namespace peerdesk
