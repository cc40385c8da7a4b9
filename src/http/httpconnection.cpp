// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpconnection.h"

#include "base/logging.h"
#include "http/addressrules.h"

#include <QSslSocket>

#include <sys/socket.h>

namespace peerdesk {
namespace {

constexpr qint64 readChunk = 16 * 1024;      ///< also what the socket may hold beside ours
constexpr qint64 writeHighMark = 256 * 1024; ///< above it, the next request waits until the other side has read

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

/// Under which reason the load counts what the reader refuses.
QByteArray reasonOf(int status)
{
    return status == 413 ? "body-size" : status == 431 ? "head-size" : "malformed";
}

/// RFC 6797 section 6.1: whoever came over TLS once never comes without it for a year. Said over TLS alone (section 7.2).
const QByteArray strictTransport = QByteArrayLiteral("Strict-Transport-Security: max-age=31536000\r\n");

QByteArray head(const HttpResponse &response, UtcMs now, bool keepAlive)
{
    constexpr qsizetype usualSize = 384;
    QByteArray text;
    text.reserve(usualSize);
    text += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers.fields()) {
        if (value.contains('\r') || value.contains('\n')) {
            qCWarning(lcHttp) << "dropped a header field with a line break:" << name;
            continue;
        }
        (((text += name) += ": ") += value) += "\r\n";
    }
    text += "Date: " + toHttpDate(now) + "\r\n";
    if (mayHaveBody(response.status))
        text += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, Surroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_tls(qobject_cast<QSslSocket *>(socket))
    , m_around(std::move(surroundings))
    , m_address(plainAddress(socket->peerAddress()))
    , m_reader(m_around.limits.request, [this](HttpRequest &head) { return screen(head); })
    , m_deadline(m_around.limits.headTimeout)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readChunk);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::wrote);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::ended);
    if (m_tls)
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::wrote);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this); // it is a child, and says goodbye after us
}

void HttpConnection::startEncryption(const QSslConfiguration &tls)
{
    connect(m_tls, &QSslSocket::errorOccurred, this, [this] {
        if (isMute())
            ++m_around.load.refusals["handshake"];
    });
    m_tls->setSslConfiguration(tls);
    m_tls->startServerEncryption();
}

/// Whatever we would say, nobody could read it yet.
bool HttpConnection::isMute() const
{
    return m_tls && !m_tls->isEncrypted();
}

qint64 HttpConnection::unsent() const
{
    return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
}

void HttpConnection::readMore()
{
    if (m_state == State::Closing)
        drain();
    else
        process();
}

void HttpConnection::process()
{
    if (m_processing)
        return;
    m_processing = true;
    while (m_state == State::Waiting || m_state == State::Reading) {
        if (m_buffer.size() <= m_around.limits.request.headBytes) // else the reader could not see that it is too much
            m_buffer += m_socket->read(readChunk);
        if (m_buffer.isEmpty())
            break;
        if (m_state == State::Waiting) {
            m_state = State::Reading;
            m_deadline.setRemainingTime(m_around.limits.headTimeout);
            m_bodyDeadline.setRemainingTime(m_around.limits.bodyTimeout);
            m_requestDeadline.setRemainingTime(m_around.limits.requestTimeout);
            m_complete = false;
            m_continued = false;
            m_turnedAway.reset();
        }
        const auto progress = m_reader.read(m_buffer);
        account();
        if (progress == HttpRequestReader::State::Complete) {
            startServing();
        } else if (progress == HttpRequestReader::State::Refused) {
            if (m_turnedAway)
                write(*m_turnedAway, false);
            else
                refuse(m_reader.refusalStatus(), reasonOf(m_reader.refusalStatus()), m_reader.refusalReason());
        } else if (m_around.load.bufferedBytes > m_around.limits.bufferedBytes) {
            refuse(503, "memory", QStringLiteral("too much is being received"));
        } else {
            if (progress == HttpRequestReader::State::Body) {
                m_deadline = m_bodyDeadline;
                if (m_reader.expectsContinue() && !m_continued) {
                    m_continued = true;
                    m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
                }
            }
            if (m_socket->bytesAvailable() == 0)
                break;
        }
    }
    m_processing = false;
}

bool HttpConnection::screen(HttpRequest &head)
{
    head.peerAddress = m_address;
    m_headOnly = head.method == "HEAD";
    m_declared = head.headers.value("Content-Length").toLongLong();
    m_turnedAway = m_around.screen(head, m_declared);
    setOpen(!m_turnedAway);
    // Turned away without a body, the connection may go on: a new one would cost more, above all with TLS.
    return !m_turnedAway || (m_declared == 0 && !head.headers.contains("Transfer-Encoding"));
}

void HttpConnection::startServing()
{
    m_state = State::Serving;
    m_complete = true;
    m_declared = 0;
    m_keepAlive = m_reader.keepAlive();
    HttpRequest request = m_reader.take();
    setOpen(false); // from here on the server counts it, because it may outlive this connection
    account();
    if (m_turnedAway) {
        answer(*m_turnedAway);
        return;
    }
    m_headOnly = request.method == "HEAD";
    Q_EMIT requested(request);
}

void HttpConnection::setOpen(bool open)
{
    m_around.load.openRequests += int(open) - int(m_open);
    m_open = open;
}

void HttpConnection::account()
{
    const qint64 held = m_state == State::Closed ? 0
                                                 : m_buffer.size() + std::max<qint64>(m_declared, m_reader.bodyBytes())
                                                       + m_socket->bytesAvailable() + unsent();
    m_around.load.bufferedBytes += held - m_accounted;
    m_accounted = held;
}

void HttpConnection::answer(const HttpResponse &response)
{
    if (m_state == State::Serving)
        write(response, m_keepAlive && !m_closeWhenIdle);
}

void HttpConnection::write(const HttpResponse &response, bool keepAlive)
{
    setOpen(false);
    QByteArray out = head(response, m_around.clock.now(), keepAlive);
    if (m_tls)
        out.insert(out.size() - 2, strictTransport); // before the empty line
    if (!m_headOnly && mayHaveBody(response.status))
        out += response.body;
    m_deadline.setRemainingTime(m_around.limits.writeTimeout);
    m_state = keepAlive ? State::Writing : State::Closing;
    m_socket->write(out);
    m_socket->flush();
    wrote();
}

/// Called after every write and whenever the other side has taken something.
void HttpConnection::wrote()
{
    account();
    if (m_state == State::Writing && unsent() <= writeHighMark) {
        m_state = State::Waiting;
        m_deadline.setRemainingTime(m_around.limits.idleTimeout);
        process();
    } else if (m_state == State::Closing && unsent() == 0) {
        startClosing();
    }
}

void HttpConnection::refuse(int status, const QByteArray &reason, const QString &words)
{
    ++m_around.load.refusals[reason];
    if (isMute()) {
        abort();
        return;
    }
    m_headOnly = false;
    write(m_around.refusal(status, words), false);
}

void HttpConnection::turnAway(int status, const QByteArray &reason, const QString &words)
{
    refuse(status, reason, words);
}

/// Half-closes and then reads what still comes: closing at once while the other side is sending would reset the
/// connection and take the refusal from its hands (RFC 9112 section 9.6). TLS cannot be half-closed with Qt: there we
/// wait if something may still come, and otherwise say goodbye properly (RFC 8446 section 6.1).
void HttpConnection::startClosing()
{
    m_deadline.setRemainingTime(m_around.limits.lingerTimeout);
    if (!m_tls) {
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
        drain();
    } else if (m_complete) {
        m_tls->disconnectFromHost();
    } else {
        drain();
    }
}

void HttpConnection::drain()
{
    while (m_state == State::Closing && m_socket->bytesAvailable() > 0)
        (void)m_socket->read(readChunk);
}

void HttpConnection::checkDeadline()
{
    if (m_state == State::Serving) {
        if (m_requestDeadline.hasExpired())
            refuse(503, "slow-answer", QStringLiteral("the answer took too long"));
    } else if (m_state == State::Reading) {
        if (m_deadline.hasExpired() || m_requestDeadline.hasExpired())
            refuse(408, "slow-request", QStringLiteral("the request did not come in time"));
    } else if (m_state != State::Closed && m_deadline.hasExpired()) {
        if (isMute())
            ++m_around.load.refusals["handshake"];
        abort();
    }
}

void HttpConnection::closeWhenIdle()
{
    m_closeWhenIdle = true;
    if (m_state == State::Waiting)
        abort();
}

void HttpConnection::abort()
{
    if (m_tls && m_tls->isEncrypted())
        m_tls->disconnectFromHost(); // the goodbye of TLS, as far as it can be sent at once
    m_socket->abort();
    ended();
}

void HttpConnection::ended()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    setOpen(false);
    account();
    Q_EMIT closed();
}

} // namespace peerdesk
