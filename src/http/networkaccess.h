// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/httpmessage.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <optional>

namespace peerdesk {

class HttpClient;

/// HttpClient in the shape of a QNetworkAccessManager, for a library that insists on one (QtNetworkAuth): every
/// request that is made with it goes out through the client and obeys its rules. GET and POST only.
class NetworkAccess : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit NetworkAccess(HttpClient &http, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    HttpClient &m_http;
};

/// What NetworkAccess answers with. Besides what QNetworkReply can say, it holds the client's own outcome, whose
/// error kinds are finer. Deletes itself only when the library does.
class ClientReply : public QNetworkReply
{
    Q_OBJECT

public:
    ClientReply(HttpClient &http, const QNetworkRequest &request, QNetworkAccessManager::Operation operation,
                HttpRequest httpRequest, QObject *parent);

    /// Set once finished() was emitted.
    [[nodiscard]] const std::optional<Result<HttpResponse>> &outcome() const { return m_outcome; }

    void abort() override {}
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *to, qint64 room) override;

private:
    QCoro::Task<void> run(HttpClient *http, HttpRequest request);
    void take(const Result<HttpResponse> &outcome);

    std::optional<Result<HttpResponse>> m_outcome;
    qint64 m_read = 0;
};

} // namespace peerdesk
