// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/codeflow.h"
#include "auth/discovery.h"
#include "auth/identity.h"

#include <QHash>
#include <QLockFile>

namespace peerdesk {

/// Where sessions are kept: the keychain of the desktop, a 0600 file of the command line. `read` gives NotFound for
/// what is not there. The names of the locks, one for each endpoint, begin with `lockFile`, which is the same for all
/// programs that share it.
struct SessionShelf
{
    std::function<QCoro::Task<Result<Secret>>(QString key)> read;
    std::function<QCoro::Task<Result<void>>(QString key, Secret entry)> write;
    std::function<QCoro::Task<Result<void>>(QString key)> remove;
    QString lockFile;
};

/// Sign-ins at other networks' endpoints, each by the endpoint's address alone; one's own endpoint is one of them. An
/// endpoint's tokens are shown to that endpoint and nobody else. Its refresh token works once, and using it twice ends
/// the sign-in (RFC 9700 section 4.14.2): so programs that share a shelf take turns, and each looks first whether
/// another has renewed it already. Owned by Account or the command line, lives as long as the program; main thread.
class EndpointSessions : public QObject
{
    Q_OBJECT

public:
    EndpointSessions(HttpClient &http, const Clock &clock, SessionShelf shelf, QObject *parent = nullptr);

    /// Through the person's browser; who they are there. Fails as discoverSignIn() and CodeFlow do.
    QCoro::Task<Result<Identity>> signIn(QUrl endpoint, CodeFlow::Browser browser);
    void cancelSignIn() { m_flow.cancel(); }
    /// Who is signed in there, as the newest token says: to be shown to them, and believed by nobody. NotFound if nobody
    /// is.
    QCoro::Task<Result<Identity>> identity(QUrl endpoint);
    /// A bearer for that endpoint. NotFound if nobody is signed in there, Unauthenticated if the sign-in has ended.
    QCoro::Task<Result<Secret>> tokenFor(QUrl endpoint);
    /// Forgets it, then takes it back there; an error only says that this did not reach it.
    QCoro::Task<Result<void>> signOut(QUrl endpoint);

private:
    struct Session
    {
        SignInPlace place;
        Secret access;
        Secret refresh;
        UtcMs goodUntil = 0;
    };

    QCoro::Task<Result<Session>> read(QUrl endpoint);
    QCoro::Task<Result<void>> write(QUrl endpoint, Session session);
    QCoro::Task<Result<Secret>> renew(QUrl endpoint);
    [[nodiscard]] QString lockFileOf(const QUrl &endpoint) const;
    QCoro::Task<Result<void>> takeTurn(QLockFile *lock);
    QCoro::Task<Result<HttpResponse>> post(QUrl address, QByteArray form);
    void adopt(Session &session, const TokenAnswer &tokens) const;

    HttpClient &m_http;
    const Clock &m_clock;
    const SessionShelf m_shelf;
    CodeFlow m_flow;
};

} // namespace peerdesk
