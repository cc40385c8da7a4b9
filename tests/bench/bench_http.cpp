// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/httpserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QThread>

#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

/// What the server answers in a second, as figures: it runs on one thread, and on another 32 connections each send
/// their next request when the answer to the last is there. Client and server share the machine, so this is a lower
/// bound. Nothing is asserted.
using namespace peerdesk;

namespace {

constexpr int connections = 32;
constexpr int requestsInAll = 40'000;
constexpr int runs = 3;

QByteArray batch()
{
    QJsonArray sessions;
    for (int i = 0; i < 6; ++i)
        sessions.append(QJsonObject{{QStringLiteral("item_id"), QString::number(i)},
                                    {QStringLiteral("local_asn"), 64500},
                                    {QStringLiteral("local_ip"), QStringLiteral("2001:db8:42::%1").arg(i)},
                                    {QStringLiteral("peer_asn"), 64496},
                                    {QStringLiteral("peer_ip"), QStringLiteral("2001:db8:42::ffff")},
                                    {QStringLiteral("peer_type"), QStringLiteral("public")},
                                    {QStringLiteral("location"), QJsonObject{{QStringLiteral("id"), QStringLiteral("pdb:ix:42")}}}});
    return QJsonDocument(QJsonObject{{QStringLiteral("sessions"), sessions}}).toJson();
}

QByteArray get()
{
    return "GET /sessions?asn=64500 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\r\n";
}

QByteArray post()
{
    const QByteArray body = batch();
    return "POST /sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// One connection: all answers of a run have the same length, so counting bytes counts them.
class Caller : public QTcpSocket
{
public:
    Caller(quint16 port, QByteArray request, int count, std::function<void()> done)
        : m_request(std::move(request))
        , m_left(count)
        , m_done(std::move(done))
    {
        connect(this, &QTcpSocket::connected, this, [this] { write(m_request); });
        connect(this, &QTcpSocket::readyRead, this, &Caller::answered);
        connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

private:
    void answered()
    {
        m_answer += readAll();
        const qsizetype head = m_answer.indexOf("\r\n\r\n");
        if (head < 0 || m_answer.size() < head + 4 + bodyLength(head))
            return;
        m_answer.clear();
        if (--m_left > 0)
            write(m_request);
        else
            m_done();
    }
    [[nodiscard]] qsizetype bodyLength(qsizetype head) const
    {
        const QByteArray name = "Content-Length: ";
        const qsizetype at = m_answer.indexOf(name);
        return at < 0 || at > head ? 0 : m_answer.mid(at + name.size(), m_answer.indexOf('\r', at) - at - name.size()).toInt();
    }

    const QByteArray m_request;
    QByteArray m_answer;
    int m_left;
    const std::function<void()> m_done;
};

double perSecond(quint16 port, const QByteArray &request)
{
    std::vector<std::unique_ptr<Caller>> callers;
    int busy = connections;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < connections; ++i)
        callers.push_back(std::make_unique<Caller>(port, request, requestsInAll / connections, [&busy] {
            if (--busy == 0)
                QCoreApplication::quit();
        }));
    QCoreApplication::exec();
    return requestsInAll / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    SystemClock clock;
    const HttpService service = [](HttpRequest request) -> QCoro::Task<HttpResponse> {
        QJsonObject answer{{QStringLiteral("sessions"), QJsonDocument::fromJson(request.body).object().value(QStringLiteral("sessions"))}};
        co_return HttpResponse(200, QJsonDocument(answer).toJson(QJsonDocument::Compact), "application/json");
    };
    QThread thread;
    auto *server = new HttpServer(clock, service);
    server->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, server, &QObject::deleteLater);
    thread.start();
    QMetaObject::invokeMethod(
        server, [server] { (void)server->listen(QHostAddress::LocalHost, 0); }, Qt::BlockingQueuedConnection);
    const quint16 port = server->port();

    const QByteArray posted = post();
    for (int run = 1; run <= runs; ++run) {
        std::printf("http GET         %8.0f requests/s (run %d)\n", perSecond(port, get()), run);
        std::printf("http POST %4lld B %8.0f requests/s (run %d)\n", static_cast<long long>(batch().size()), perSecond(port, posted), run);
    }
    thread.quit();
    thread.wait();
    return 0;
}
