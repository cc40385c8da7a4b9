// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkaccess.h"

#include "http/httpclient.h"

#include <QPointer>

#include <algorithm>

namespace peerdesk {

NetworkAccess::NetworkAccess(HttpClient &http, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_http(http)
{
}

QNetworkReply *NetworkAccess::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    Q_ASSERT(operation == GetOperation || operation == PostOperation);
    HttpRequest httpRequest(request.url(), operation == PostOperation ? "POST" : "GET");
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        httpRequest.headers.append(name, request.rawHeader(name));
    if (body)
        httpRequest.body = body->readAll();
    return new ClientReply(m_http, request, operation, std::move(httpRequest), this);
}

ClientReply::ClientReply(HttpClient &http, const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
                         HttpRequest httpRequest, QObject *parent)
    : QNetworkReply(parent)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(operation);
    open(QIODevice::ReadOnly);
    run(&http, std::move(httpRequest));
}

QCoro::Task<void> ClientReply::run(HttpClient *http, HttpRequest request)
{
    const QPointer<ClientReply> self(this);
    auto call = http->send(std::move(request));
    const auto outcome = co_await call;
    if (self)
        take(outcome);
}

void ClientReply::take(const Result<HttpResponse> &outcome)
{
    m_outcome = outcome;
    if (outcome) {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, outcome->status);
        for (const auto &[name, value] : outcome->headers.fields())
            setRawHeader(name, value);
        if (!outcome->isSuccess())
            setError(QNetworkReply::UnknownContentError, QStringLiteral("status %1").arg(outcome->status));
    } else {
        setError(QNetworkReply::UnknownNetworkError, outcome.error().detail);
    }
    setFinished(true);
    Q_EMIT finished();
}

qint64 ClientReply::bytesAvailable() const
{
    const qint64 size = m_outcome && *m_outcome ? (*m_outcome)->body.size() : 0;
    return size - m_read + QNetworkReply::bytesAvailable();
}

qint64 ClientReply::readData(char *to, qint64 room)
{
    if (!m_outcome || !*m_outcome)
        return -1;
    const QByteArray &body = (*m_outcome)->body;
    const qint64 count = std::min<qint64>(room, body.size() - m_read);
    std::copy_n(body.constData() + m_read, count, to);
    m_read += count;
    return count;
}

} // namespace peerdesk
