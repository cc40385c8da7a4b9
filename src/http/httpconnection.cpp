// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpconnection.h"

#include "base/logging.h"

#include <QTcpSocket>

#include <sys/socket.h>

namespace peerdesk {
namespace {

constexpr qint64 readChunk = 64 * 1024;
constexpr qint64 writeHighMark = 256 * 1024; ///< above it, the next request waits until the other side has read

QString plainAddress(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also ::ffff:192.0.2.1, as a dual-stack socket reports it
    return isV4 ? QHostAddress(v4).toString() : address.toString();
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray head(const HttpResponse &response, UtcMs now, bool keepAlive)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers.fields()) {
        if (value.contains('\r') || value.contains('\n')) {
            qCWarning(lcHttp) << "dropped a header field with a line break:" << name;
            continue;
        }
        text += name + ": " + value + "\r\n";
    }
    text += "Date: " + toHttpDate(now) + "\r\n";
    if (mayHaveBody(response.status))
        text += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    text += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return text;
}

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, const Clock &clock, const HttpServerLimits &limits, Refusal refusal,
                               QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_clock(clock)
    , m_limits(limits)
    , m_refusal(std::move(refusal))
    , m_address(plainAddress(socket->peerAddress()))
    , m_reader(limits.request)
    , m_deadline(limits.headTimeout)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readChunk);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::wrote);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::ended);
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
        if (m_buffer.size() < readChunk)
            m_buffer += m_socket->read(readChunk);
        if (m_buffer.isEmpty())
            break;
        if (m_state == State::Waiting) {
            m_state = State::Reading;
            m_deadline.setRemainingTime(m_limits.headTimeout);
            m_bodyDeadline.setRemainingTime(m_limits.bodyTimeout);
            m_continued = false;
        }
        const auto progress = m_reader.read(m_buffer);
        if (progress == HttpRequestReader::State::Complete) {
            startServing();
        } else if (progress == HttpRequestReader::State::Refused) {
            refuse(m_reader.refusalStatus(), m_reader.refusalReason());
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

void HttpConnection::startServing()
{
    m_state = State::Serving;
    m_keepAlive = m_reader.keepAlive();
    HttpRequest request = m_reader.take();
    request.peerAddress = m_address;
    m_headOnly = request.method == "HEAD";
    Q_EMIT requested(request);
}

void HttpConnection::answer(const HttpResponse &response)
{
    if (m_state == State::Serving)
        write(response, m_keepAlive && !m_closeWhenIdle);
}

void HttpConnection::write(const HttpResponse &response, bool keepAlive)
{
    QByteArray out = head(response, m_clock.now(), keepAlive);
    if (!m_headOnly && mayHaveBody(response.status))
        out += response.body;
    m_deadline.setRemainingTime(m_limits.writeTimeout);
    m_state = keepAlive ? State::Writing : State::Closing;
    m_socket->write(out);
    m_socket->flush();
    wrote();
}

/// Called after every write and whenever the other side has taken something.
void HttpConnection::wrote()
{
    if (m_state == State::Writing && m_socket->bytesToWrite() <= writeHighMark) {
        m_state = State::Waiting;
        m_deadline.setRemainingTime(m_limits.idleTimeout);
        process();
    } else if (m_state == State::Closing && m_socket->bytesToWrite() == 0) {
        startClosing();
    }
}

void HttpConnection::refuse(int status, const QString &reason)
{
    qCDebug(lcHttp) << m_address << "refused with" << status << reason;
    m_headOnly = false;
    write(m_refusal(status, reason), false);
}

void HttpConnection::turnAway(int status, const QString &reason)
{
    refuse(status, reason);
}

/// Half-closes and then reads what still comes: closing at once while the other side is sending would reset the
/// connection and take the refusal from its hands (RFC 9112 section 9.6).
void HttpConnection::startClosing()
{
    m_deadline.setRemainingTime(m_limits.lingerTimeout);
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    drain();
}

void HttpConnection::drain()
{
    while (m_state == State::Closing && m_socket->bytesAvailable() > 0)
        (void)m_socket->read(readChunk);
}

void HttpConnection::checkDeadline()
{
    if (m_state == State::Serving || m_state == State::Closed || !m_deadline.hasExpired())
        return;
    if (m_state == State::Reading)
        refuse(408, QStringLiteral("the request did not come in time"));
    else
        abort();
}

void HttpConnection::closeWhenIdle()
{
    m_closeWhenIdle = true;
    if (m_state == State::Waiting || m_state == State::Reading)
        abort();
}

void HttpConnection::abort()
{
    m_socket->abort();
    ended();
}

void HttpConnection::ended()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    Q_EMIT closed();
}

} // namespace peerdesk
