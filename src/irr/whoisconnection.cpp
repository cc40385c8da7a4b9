// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "irr/whoisconnection.h"

#include "irr/whoisanswer.h"

#include <QTcpSocket>

namespace peerdesk {
namespace {

constexpr qint64 readAtOnce = 4096;           ///< also what the socket may hold beside ours
constexpr qint64 unreadHighMark = 256 * 1024; ///< above it, the next query waits until the client has read

} // namespace

WhoisConnection::WhoisConnection(QTcpSocket *socket, const QString &source, const WhoisLimits &limits, WhoisLoad &load,
                                 QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_limits(limits)
    , m_load(load)
    , m_session(source, limits.idleTime)
    , m_deadline(limits.idleTime)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAtOnce);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(m_socket, &QTcpSocket::readyRead, this, &WhoisConnection::work);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &WhoisConnection::wrote);
    connect(m_socket, &QTcpSocket::disconnected, this, &WhoisConnection::ended);
}

WhoisConnection::~WhoisConnection()
{
    m_socket->disconnect(this); // it is a child, and says goodbye after us
    m_load.bufferedBytes -= m_accounted;
}

void WhoisConnection::work()
{
    if (m_working)
        return;
    m_working = true;
    while (m_state == State::Reading && m_socket->bytesToWrite() < unreadHighMark) {
        const auto line = takeLine();
        if (!line)
            break;
        m_deadline.setRemainingTime(m_session.idleTime());
        if (!line->isEmpty())
            read(*line);
    }
    m_working = false;
}

/// Without its end, which is "\n" or "\r\n".
std::optional<QByteArray> WhoisConnection::takeLine()
{
    qsizetype end = m_buffer.indexOf('\n');
    while (end < 0 && m_buffer.size() <= m_limits.lineBytes && m_socket->bytesAvailable() > 0) {
        m_buffer += m_socket->read(readAtOnce);
        end = m_buffer.indexOf('\n');
    }
    if (end > m_limits.lineBytes || (end < 0 && m_buffer.size() > m_limits.lineBytes)) {
        drop("line-length");
        return {};
    }
    if (end < 0)
        return {};
    QByteArray line = m_buffer.left(end);
    m_buffer.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

void WhoisConnection::read(const QByteArray &line)
{
    ++m_load.queries;
    const auto query = WhoisQuery::parse(line);
    if (!query) {
        write(faultAnswer(WhoisQuery::styleOf(line), query.error().detail));
        return;
    }
    if (const auto atOnce = m_session.answer(*query)) {
        write(*atOnce);
        return;
    }
    m_state = State::Asking;
    Q_EMIT asked(*query);
}

void WhoisConnection::answer(const QByteArray &bytes)
{
    if (m_state != State::Asking)
        return;
    m_state = State::Reading;
    write(bytes);
}

/// In one write: clients read the answers of the beginning with one read.
void WhoisConnection::write(const QByteArray &bytes)
{
    if (m_load.bufferedBytes + bytes.size() > m_limits.bufferedBytes) {
        drop("memory");
        return;
    }
    if (!m_session.staysOpen())
        m_state = State::Closing;
    m_socket->write(bytes);
    m_socket->flush();
    wrote();
    if (m_state == State::Closing)
        m_socket->disconnectFromHost(); // once it has sent what is to be sent
}

void WhoisConnection::wrote()
{
    account();
    m_deadline.setRemainingTime(m_socket->bytesToWrite() > 0 ? m_limits.writeTime : m_session.idleTime());
    work();
}

void WhoisConnection::account()
{
    const qint64 unread = m_socket->bytesToWrite();
    m_load.bufferedBytes += unread - m_accounted;
    m_accounted = unread;
}

void WhoisConnection::drop(const QByteArray &reason)
{
    ++m_load.closed[reason];
    m_state = State::Closing;
    m_socket->abort();
}

void WhoisConnection::checkDeadline()
{
    if (m_state == State::Asking || !m_deadline.hasExpired())
        return;
    drop(m_socket->bytesToWrite() > 0 ? "write-time" : "idle");
}

void WhoisConnection::closeWhenIdle()
{
    m_session.end();
    if (m_state != State::Reading)
        return;
    m_state = State::Closing;
    m_socket->disconnectFromHost();
}

void WhoisConnection::ended()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    Q_EMIT closed();
}

} // namespace peerdesk
