// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/provider.h"
#include "http/httpserver.h"

#include <QAbstractOAuthReplyHandler>

namespace peerdesk {

/// Where the browser comes back to: http://127.0.0.1:PORT/cb (RFC 8252 section 7.3), for one sign-in. It stands in
/// for QtNetworkAuth's own handler, which listens on all interfaces by default, hands the code on still encoded,
/// shows the browser "done" whatever happened, and is silent when the token endpoint refuses. Here the browser reads
/// what came of it, a redirect that does not belong to this sign-in changes nothing, and every failure is told.
/// Owned by SignIn.
class LoopbackReply : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    /// What the redirect must carry, and the issuer that its `iss` must name: where it has one, or always if the
    /// issuer's metadata says that it does (RFC 9207 section 2.4).
    struct Expected
    {
        QString state;
        QString issuer;
        bool issuerAlways = false;
    };
    LoopbackReply(const Clock &clock, Expected expected, QObject *parent = nullptr);

    /// On 127.0.0.1 alone. Conflict if the port is taken.
    Result<void> listen(std::uint16_t port);
    [[nodiscard]] QString callback() const override;
    /// Lets the browser read its page, then deletes itself.
    void close();

Q_SIGNALS:
    /// The person or the provider said no, or the redirect was broken.
    void refused(const peerdesk::Error &error);
    /// The token endpoint has answered QtNetworkAuth.
    void answered(const peerdesk::Result<peerdesk::TokenAnswer> &tokens);

public Q_SLOTS:
    void networkReplyFinished(QNetworkReply *reply) override;

private:
    QCoro::Task<HttpResponse> answer(HttpRequest request);
    [[nodiscard]] HttpResponse page(int status, const QString &title, const QString &text) const;

    const Expected m_expected;
    bool m_used = false;
    HttpServer m_server;
};

} // namespace peerdesk
