// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/httpmessage.h"

#include <QCoroTask>
#include <QHostAddress>
#include <QList>
#include <QMap>
#include <QObject>
#include <QSslCertificate>

#include <functional>
#include <stop_token>

class QNetworkAccessManager;

namespace peerdesk {

struct HttpClientSettings
{
    HttpClientSettings() {}

    QByteArray userAgent = QByteArrayLiteral("Peerdesk/" PEERDESK_VERSION);
    bool allowPrivate = false; ///< loopback and private addresses, any port, and http without TLS are allowed
    /// Which addresses a name has; the system's resolver unless a test plays one that lies.
    std::function<QList<QHostAddress>(const QString &name)> resolve;
    QList<QSslCertificate> extraAuthorities; ///< trusted in addition to the system's
};

/// How one call is bounded. Time-outs and the cap make a failure, never a shortened answer.
struct HttpCall
{
    HttpCall() {}

    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10); ///< resolve, connect and handshake
    std::chrono::milliseconds totalTimeout = std::chrono::seconds(30);   ///< until the last byte of the answer
    qint64 maxBody = 8 * 1024 * 1024;                                    ///< bytes after decompression
    std::stop_token cancel;
    std::function<void(qint64 received, qint64 total)> progress; ///< total is -1 while unknown
};

/// The one way out: every HTTP request that Peerdesk makes goes through here, and no other class constructs a
/// QNetworkAccessManager. Somebody else chose most of the names that are called (endpoints, metadata, return
/// URLs), so a name is resolved once, every address of it is checked, and the connection goes to a checked
/// address under the verified name; nothing is redirected, no cookie is kept, and size and time are bounded.
/// It knows nothing about peering and never repeats a request by itself (see retry.h for those who may). The
/// system's proxy settings are not used: behind a proxy the address could not be checked.
/// Owned by the composition root, lives as long as the program; used on the thread it lives on.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(HttpClientSettings settings, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Any status is an answer. A failure is Refused (URL or address must not be called), Unreachable (nothing was
    /// sent), TimedOut (sent, the outcome is unknown), Protocol (a broken answer or more than the cap) or Cancelled.
    QCoro::Task<Result<HttpResponse>> send(HttpRequest request, HttpCall call = {});

    /// As send(), but the body of a 200 or 206 goes to the file (206 is appended, 200 starts it afresh) and the
    /// response's body stays empty. Other statuses leave the file alone. On failure the file keeps what came, so
    /// that the caller can resume with a Range header or remove it.
    QCoro::Task<Result<HttpResponse>> download(HttpRequest request, QString file, HttpCall call = {});

    /// Ends every call in flight with Cancelled, and every later one at once; for the end of the program.
    void abortAll();
    /// No call is in flight.
    [[nodiscard]] bool isIdle() const;

    /// How many calls ended how since the start: "answered" with any status, or the kind of the failure.
    [[nodiscard]] const QMap<QString, quint64> &outcomes() const { return m_outcomes; }

    /// For the calls that follow.
    void setAllowPrivate(bool allowed) { m_settings.allowPrivate = allowed; }

Q_SIGNALS:
    void aborted();

private:
    QCoro::Task<Result<HttpResponse>> run(HttpRequest request, HttpCall call, QString file);

    HttpClientSettings m_settings;
    QMap<QString, quint64> m_outcomes;
    bool m_ended = false;
    QNetworkAccessManager *m_network;
};

} // namespace peerdesk
