// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/loopbackreply.h"

#include "http/networkaccess.h"

#include <QUrlQuery>

namespace peerdesk {
namespace {

// QtNetworkAuth 6.8 gives an empty callback for a path without the slash.
const QString path = QStringLiteral("/cb");

} // namespace

LoopbackReply::LoopbackReply(const Clock &clock, Expected expected, QObject *parent)
    : QAbstractOAuthReplyHandler(parent)
    , m_expected(std::move(expected))
    , m_server(clock, [this](HttpRequest request) { return answer(std::move(request)); })
{
}

Result<void> LoopbackReply::listen(std::uint16_t port)
{
    if (const auto listening = m_server.listen(QHostAddress(QHostAddress::LocalHost), port); !listening) {
        return Error(ErrorKind::Conflict,
                     tr("Port %1 of this machine, where the browser has to come back to, is in use.").arg(port));
    }
    return {};
}

QString LoopbackReply::callback() const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.port()).arg(path);
}

void LoopbackReply::close()
{
    m_used = true;
    connect(&m_server, &HttpServer::stopped, this, &QObject::deleteLater);
    m_server.stop(std::chrono::seconds(5));
}

QCoro::Task<HttpResponse> LoopbackReply::answer(HttpRequest request)
{
    if (request.method != "GET" || request.url.path() != path)
        co_return page(404, tr("Nothing here"), tr("This address only takes part in signing in."));
    const QUrlQuery query(request.url);
    const auto value = [&query](const char *name) {
        // A form's encoding (RFC 6749 section 4.1.2), decoded to the end: QtNetworkAuth encodes the code again.
        QByteArray encoded = query.queryItemValue(QString::fromLatin1(name), QUrl::FullyEncoded).toLatin1();
        return QUrl::fromPercentEncoding(encoded.replace('+', ' '));
    };
    // Any page in the browser can send it here; only the provider knows the state (RFC 6749 section 10.12).
    if (m_used || !(Secret(value("state")) == Secret(m_expected.state)))
        co_return page(400, tr("Not this sign-in"), tr("This redirect does not belong to the sign-in in progress."));
    m_used = true;

    const QString iss = value("iss");
    if ((m_expected.issuerAlways || !iss.isEmpty()) && iss != m_expected.issuer) {
        Q_EMIT refused(Error(ErrorKind::Protocol, tr("The redirect came from another provider: %1").arg(iss)));
        co_return page(400, tr("Not signed in"), tr("The redirect came from another provider."));
    }
    if (const QString error = value("error"); !error.isEmpty()) {
        const QString words = value("error_description").isEmpty() ? error : value("error_description");
        const auto kind = error == u"access_denied" ? ErrorKind::Denied : ErrorKind::Protocol;
        Q_EMIT refused(Error(kind, words));
        co_return page(200, tr("Not signed in"), tr("The provider said: %1").arg(words));
    }
    const QString code = value("code");
    if (code.isEmpty()) {
        Q_EMIT refused(Error(ErrorKind::Protocol, tr("The redirect carried no code.")));
        co_return page(400, tr("Not signed in"), tr("The redirect carried no code."));
    }
    Q_EMIT callbackReceived({{QStringLiteral("code"), code}, {QStringLiteral("state"), m_expected.state}});
    co_return page(200, tr("Back to Peerdesk"), tr("Peerdesk finishes the sign-in. This page can be closed."));
}

HttpResponse LoopbackReply::page(int status, const QString &title, const QString &text) const
{
    const QString html = QStringLiteral(
        "<!doctype html><html><head><meta charset=\"utf-8\"><title>%1</title><style>body{font:16px sans-serif;"
        "max-width:34em;margin:15vh auto;padding:0 1em;color:#1d1f23;background:#f6f6f7}"
        "@media(prefers-color-scheme:dark){body{color:#e7e8ea;background:#26282c}}</style></head>"
        "<body><h1>%1</h1><p>%2</p></body></html>");
    HttpResponse response(status, html.arg(title.toHtmlEscaped(), text.toHtmlEscaped()).toUtf8(),
                          "text/html; charset=utf-8");
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.headers.set("Referrer-Policy", "no-referrer"); // the code stands in the address
    return response;
}

void LoopbackReply::networkReplyFinished(QNetworkReply *reply)
{
    const auto *answered_ = qobject_cast<ClientReply *>(reply);
    Q_ASSERT(answered_ && answered_->outcome());
    Q_EMIT answered(readTokenAnswer(*answered_->outcome()));
    reply->deleteLater();
}

} // namespace peerdesk
