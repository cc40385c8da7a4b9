// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httptransfer.h"

#include "base/logging.h"
#include "http/addressrules.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace peerdesk {
namespace {

/// QNetworkReply reports a status of 400 and above as an error too; for us it is an answer like any other.
bool isHttpStatusError(QNetworkReply::NetworkError error)
{
    const bool content = error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError
                         && error != QNetworkReply::ContentReSendError;
    const bool server = error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    return content || server || error == QNetworkReply::ProtocolInvalidOperationError; // the last stands for 400
}

/// A body that can be read once. Qt silently sends a request again when the connection closes before an answer,
/// a POST as well, unless its body cannot be rewound.
class OneWayBody : public QIODevice
{
public:
    OneWayBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }

protected:
    qint64 readData(char *to, qint64 room) override
    {
        const qint64 count = std::min<qint64>(room, m_bytes.size() - m_read);
        if (count == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_read, count, to);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_read = 0;
};

bool isIpLiteral(const QString &host)
{
    return !QHostAddress(host).isNull();
}

} // namespace

HttpTransfer::HttpTransfer(QNetworkAccessManager &network, const HttpClientSettings &settings, HttpRequest request,
                           HttpCall call, const QString &file, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_settings(settings)
    , m_request(std::move(request))
    , m_call(std::move(call))
    , m_file(file)
{
    m_connectTimer.setSingleShot(true);
    m_totalTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { fail(interruptionKind(), tr("no connection in time")); });
    connect(&m_totalTimer, &QTimer::timeout, this,
            [this] { fail(interruptionKind(), tr("no complete answer in time")); });
}

QFuture<Result<HttpResponse>> HttpTransfer::start()
{
    m_promise.start();
    QFuture<Result<HttpResponse>> future = m_promise.future();
    if (const auto checked = checkUrl(); !checked) {
        finish(checked.error());
        return future;
    }
    m_connectTimer.start(m_call.connectTimeout);
    m_totalTimer.start(m_call.totalTimeout);
    // The token may be used from any thread.
    const auto onCancel = [this] { QMetaObject::invokeMethod(this, &HttpTransfer::cancel, Qt::QueuedConnection); };
    m_onCancel = std::make_unique<std::stop_callback<std::function<void()>>>(m_call.cancel, onCancel);

    const QString host = m_request.url.host(QUrl::FullyEncoded);
    const QHostAddress literal(host);
    if (!literal.isNull() || m_settings.resolve) {
        QHostInfo info;
        info.setAddresses(literal.isNull() ? m_settings.resolve(host) : QList{literal});
        resolved(info);
    } else {
        QHostInfo::lookupHost(host, this, &HttpTransfer::resolved);
    }
    return future;
}

void HttpTransfer::cancel()
{
    fail(ErrorKind::Cancelled, tr("the call was stopped"));
}

Result<void> HttpTransfer::checkUrl() const
{
    const QUrl &url = m_request.url;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return Error(ErrorKind::Refused, tr("%1 is not a URL that can be called").arg(url.toDisplayString()));
    const bool plain = url.scheme() == u"http" && m_settings.allowPrivate;
    if (url.scheme() != u"https" && !plain)
        return Error(ErrorKind::Refused, tr("%1 is not https").arg(url.toDisplayString()));
    // Below 1024 are services that were never meant to be spoken to by a URL: mail, names, BGP.
    const int port = url.port(443);
    if (port != 443 && port < 1024 && !m_settings.allowPrivate)
        return Error(ErrorKind::Refused, tr("port %1 is another service's").arg(port));
    return {};
}

void HttpTransfer::resolved(const QHostInfo &info)
{
    if (m_done)
        return;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        fail(ErrorKind::Unreachable, tr("%1 has no address").arg(m_request.url.host()));
        return;
    }
    const auto allowed = m_settings.allowPrivate ? isUnicastAddress : isPublicAddress;
    const QList<QHostAddress> addresses = info.addresses();
    // One bad address spoils the name: its owner would only have to order the list well.
    const auto bad = std::find_if_not(addresses.begin(), addresses.end(), allowed);
    if (bad != addresses.end()) {
        fail(ErrorKind::Refused,
             tr("%1 is at %2, which is not a public address").arg(m_request.url.host(), bad->toString()));
        return;
    }
    m_addresses = addresses;
    connectNext();
}

void HttpTransfer::connectNext()
{
    dispatch();
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sent = true;
        m_connectTimer.stop();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpTransfer::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::replyFinished);
}

void HttpTransfer::dispatch()
{
    QNetworkRequest request = networkRequest(m_addresses.takeFirst());
    const QByteArray &method = m_request.method;
    if (method == "GET" || method == "HEAD" || (method == "DELETE" && m_request.body.isEmpty())) {
        m_reply = method == "GET"    ? m_network.get(request)
                  : method == "HEAD" ? m_network.head(request)
                                     : m_network.deleteResource(request);
    } else {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply = m_network.sendCustomRequest(request, method, new OneWayBody(m_request.body, this));
    }
    m_reply->setParent(this);
}

QNetworkRequest HttpTransfer::networkRequest(const QHostAddress &address) const
{
    QUrl url = m_request.url;
    const QString host = url.host(QUrl::FullyEncoded);
    url.setHost(address.toString());
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", m_settings.userAgent);
    for (const auto &[name, value] : m_request.headers.fields())
        request.setRawHeader(name, value);
    if (!isIpLiteral(host)) {
        const int port = m_request.url.port();
        request.setRawHeader("Host", host.toLatin1() + (port < 0 ? QByteArray() : ':' + QByteArray::number(port)));
        request.setPeerVerifyName(host);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // its :authority would be the address
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.addCaCertificates(m_settings.extraAuthorities);
    request.setSslConfiguration(tls);
    return request;
}

void HttpTransfer::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_headRead || status == 0)
        return;
    m_headRead = true;
    m_response.status = status;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_response.headers.append(name, value);
    bool known = false;
    const qint64 length = m_response.headers.value("Content-Length").toLongLong(&known);
    // The length counts compressed bytes, the body arrives decompressed.
    if (known && !m_response.headers.contains("Content-Encoding"))
        m_expected = length;
    if (m_expected > m_call.maxBody && m_request.method != "HEAD") {
        fail(ErrorKind::Protocol, tr("the answer is larger than %1 bytes").arg(m_call.maxBody));
        return;
    }
    if (const auto opened = openFile(status); !opened)
        fail(opened.error().kind, opened.error().detail);
}

Result<void> HttpTransfer::openFile(int status)
{
    if (m_file.fileName().isEmpty() || (status != 200 && status != 206))
        return {};
    const auto mode = status == 206 ? QIODevice::Append : QIODevice::Truncate;
    if (!m_file.open(QIODevice::WriteOnly | mode))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(m_file.fileName(), m_file.errorString()));
    return {};
}

void HttpTransfer::readBody()
{
    if (m_done)
        return;
    readHead();
    if (m_done)
        return;
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    if (m_received > m_call.maxBody) {
        fail(ErrorKind::Protocol, tr("the answer is larger than %1 bytes").arg(m_call.maxBody));
        return;
    }
    if (!m_file.isOpen()) {
        m_response.body += bytes;
    } else if (m_file.write(bytes) != bytes.size()) {
        fail(ErrorKind::Storage, QStringLiteral("%1: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    if (m_call.progress)
        m_call.progress(m_received, m_expected);
}

void HttpTransfer::replyFinished()
{
    const auto error = m_reply->error();
    const QString words = m_reply->errorString();
    if (error == QNetworkReply::NoError || isHttpStatusError(error)) {
        readBody();
        if (m_done)
            return;
        if (m_file.isOpen() && !m_file.flush()) {
            fail(ErrorKind::Storage, QStringLiteral("%1: %2").arg(m_file.fileName(), m_file.errorString()));
            return;
        }
        finish(m_response);
        return;
    }
    if (!m_sent && !m_addresses.isEmpty()) {
        dropReply();
        connectNext();
        return;
    }
    const bool broken = error >= QNetworkReply::ProtocolUnknownError && error <= QNetworkReply::ProtocolFailure;
    fail(m_sent && broken ? ErrorKind::Protocol : interruptionKind(), words);
}

/// What a broken or late connection means to the caller: before the request left, it may simply be tried again.
ErrorKind HttpTransfer::interruptionKind() const
{
    return m_sent ? ErrorKind::TimedOut : ErrorKind::Unreachable;
}

void HttpTransfer::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void HttpTransfer::fail(ErrorKind kind, const QString &detail)
{
    if (m_done)
        return;
    qCDebug(lcHttp) << m_request.method << m_request.url.toDisplayString() << toText(kind) << detail;
    finish(Error(kind, detail));
}

void HttpTransfer::finish(const Result<HttpResponse> &result)
{
    if (m_done)
        return;
    m_done = true;
    m_onCancel.reset();
    m_connectTimer.stop();
    m_totalTimer.stop();
    dropReply();
    m_file.close();
    deleteLater();
    m_promise.addResult(result);
    m_promise.finish();
}

} // namespace peerdesk
