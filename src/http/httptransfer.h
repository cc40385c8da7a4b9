// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/httpclient.h"

#include <QFile>
#include <QFuture>
#include <QHostInfo>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <memory>

namespace peerdesk {

/// One call of HttpClient from resolving the name to the last byte: the place where the rules for outward calls
/// are kept. Owned by the client, deletes itself once its promise is kept.
class HttpTransfer : public QObject
{
    Q_OBJECT

public:
    HttpTransfer(QNetworkAccessManager &network, const HttpClientSettings &settings, HttpRequest request, HttpCall call,
                 const QString &file, QObject *parent);

    QFuture<Result<HttpResponse>> start();
    void cancel();

private:
    void resolved(const QHostInfo &info);
    void connectNext();
    void dispatch();
    [[nodiscard]] QNetworkRequest networkRequest(const QHostAddress &address) const;
    void readHead();
    void readBody();
    void replyFinished();
    [[nodiscard]] Result<void> checkUrl() const;
    [[nodiscard]] Result<void> openFile(int status);
    [[nodiscard]] ErrorKind interruptionKind() const;
    void dropReply();
    void fail(ErrorKind kind, const QString &detail);
    void finish(const Result<HttpResponse> &result);

    QNetworkAccessManager &m_network;
    const HttpClientSettings &m_settings;
    const HttpRequest m_request;
    const HttpCall m_call;
    QPromise<Result<HttpResponse>> m_promise;
    QList<QHostAddress> m_addresses; ///< checked, still to be tried
    QPointer<QNetworkReply> m_reply;
    HttpResponse m_response;
    QFile m_file;
    qint64 m_received = 0;
    qint64 m_expected = -1;
    bool m_sent = false; ///< bytes of the request may have reached the other side
    bool m_headRead = false;
    bool m_done = false;
    QTimer m_connectTimer;
    QTimer m_totalTimer;
    std::unique_ptr<std::stop_callback<std::function<void()>>> m_onCancel;
};

} // namespace peerdesk
