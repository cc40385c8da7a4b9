// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httprequestreader.h"
#include "http/httpserver.h"

#include <QDeadlineTimer>
#include <QObject>

class QSslSocket;
class QTcpSocket;

namespace peerdesk {

/// One connection of HttpServer: reads a request, hands it up, writes its answer, and only then reads on. Its
/// deadlines are looked at by the server's sweep, and what it holds in memory stands in the server's load. Owned by the
/// server; says closed() once and is then deleted.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// What it needs of its server, which outlives it.
    struct Surroundings
    {
        const Clock &clock;
        const HttpServerLimits &limits;
        HttpLoad &load;
        std::function<HttpResponse(int status, const QString &reason)> refusal;
        std::function<std::optional<HttpResponse>(HttpRequest &head, qint64 declaredBytes)> screen;
    };

    HttpConnection(QTcpSocket *socket, Surroundings surroundings, QObject *parent);
    ~HttpConnection() override;

    /// For a socket that can; nothing is read before the handshake is done, which the head's deadline bounds.
    void startEncryption(const QSslConfiguration &tls);
    void answer(const HttpResponse &response);
    /// A refusal before anything was read, for a connection too many. Over TLS it is closed without words: those would
    /// cost a handshake.
    void turnAway(int status, const QByteArray &reason, const QString &words);
    void checkDeadline();
    /// Closes now if nothing is under way, else after the answer.
    void closeWhenIdle();
    void abort();

Q_SIGNALS:
    void requested(const peerdesk::HttpRequest &request);
    void closed();

private:
    enum class State { Waiting, Reading, Serving, Writing, Closing, Closed };

    void readMore();
    void process();
    void wrote();
    bool screen(HttpRequest &head);
    void startServing();
    void write(const HttpResponse &response, bool keepAlive);
    void refuse(int status, const QByteArray &reason, const QString &words);
    void startClosing();
    void drain();
    void ended();
    void setOpen(bool open);
    void account();
    [[nodiscard]] qint64 unsent() const;
    [[nodiscard]] bool isMute() const;

    QTcpSocket *m_socket;
    QSslSocket *m_tls; ///< the same, where it can encrypt
    const Surroundings m_around;
    const QString m_address;
    HttpRequestReader m_reader;
    QByteArray m_buffer;
    std::optional<HttpResponse> m_turnedAway; ///< what the screen said of the request that is being read
    State m_state = State::Waiting;
    QDeadlineTimer m_deadline;
    QDeadlineTimer m_bodyDeadline;
    QDeadlineTimer m_requestDeadline;
    qint64 m_declared = 0;   ///< bytes that the body will have
    qint64 m_accounted = 0;  ///< our share of the load's bytes
    bool m_open = false;     ///< counted among the open requests
    bool m_complete = false; ///< the last request was read to its end
    bool m_processing = false;
    bool m_headOnly = false;
    bool m_keepAlive = false;
    bool m_continued = false;
    bool m_closeWhenIdle = false;
};

} // namespace peerdesk
