// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httprequestreader.h"
#include "http/httpserver.h"

#include <QDeadlineTimer>
#include <QObject>

class QTcpSocket;

namespace peerdesk {

/// One connection of HttpServer: reads a request, hands it up, writes its answer, and only then reads on. Its
/// deadlines are looked at by the server's sweep. Owned by the server; says closed() once and is then deleted.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    using Refusal = std::function<HttpResponse(int, const QString &)>;

    HttpConnection(QTcpSocket *socket, const Clock &clock, const HttpServerLimits &limits, Refusal refusal,
                   QObject *parent);

    void answer(const HttpResponse &response);
    /// A refusal before anything was read, for a connection too many.
    void turnAway(int status, const QString &reason);
    void checkDeadline();
    /// Closes now if nothing is under way, else after the answer.
    void closeWhenIdle();
    void abort();
    [[nodiscard]] const QString &address() const { return m_address; }

Q_SIGNALS:
    void requested(const peerdesk::HttpRequest &request);
    void closed();

private:
    enum class State { Waiting, Reading, Serving, Writing, Closing, Closed };

    void readMore();
    void process();
    void wrote();
    void startServing();
    void write(const HttpResponse &response, bool keepAlive);
    void refuse(int status, const QString &reason);
    void startClosing();
    void drain();
    void ended();

    QTcpSocket *m_socket;
    const Clock &m_clock;
    const HttpServerLimits &m_limits;
    const Refusal m_refusal;
    QString m_address;
    HttpRequestReader m_reader;
    QByteArray m_buffer;
    State m_state = State::Waiting;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_bodyDeadline;
    bool m_processing = false;
    bool m_headOnly = false;
    bool m_keepAlive = false;
    bool m_continued = false;
    bool m_closeWhenIdle = false;
};

} // namespace peerdesk
