// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpclient.h"

#include "http/httptransfer.h"

#include <QCoroFuture>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPointer>

namespace peerdesk {

HttpClient::HttpClient(HttpClientSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setProxy(QNetworkProxy::NoProxy);
}

HttpClient::~HttpClient()
{
    abortAll();
}

QCoro::Task<Result<HttpResponse>> HttpClient::send(HttpRequest request, HttpCall call)
{
    return run(std::move(request), std::move(call), {});
}

QCoro::Task<Result<HttpResponse>> HttpClient::download(HttpRequest request, QString file, HttpCall call)
{
    return run(std::move(request), std::move(call), std::move(file));
}

QCoro::Task<Result<HttpResponse>> HttpClient::run(HttpRequest request, HttpCall call, QString file)
{
    if (m_ended)
        co_return Error(ErrorKind::Cancelled);
    auto *transfer = new HttpTransfer(*m_network, m_settings, std::move(request), std::move(call), file, this);
    connect(this, &HttpClient::aborted, transfer, &HttpTransfer::cancel);
    QFuture<Result<HttpResponse>> future = transfer->start();
    const QPointer<HttpClient> self(this);
    auto outcome = co_await future;
    if (self)
        ++m_outcomes[outcome ? QStringLiteral("answered") : toText(outcome.error().kind)];
    co_return outcome;
}

void HttpClient::abortAll()
{
    m_ended = true;
    Q_EMIT aborted();
}

bool HttpClient::isIdle() const
{
    return !findChild<HttpTransfer *>();
}

} // namespace peerdesk
