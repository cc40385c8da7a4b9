// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/callers.h"
#include "http/httpserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <cstdio>

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
        sessions.append(QJsonObject{
            {QStringLiteral("item_id"), QString::number(i)},
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

double perSecond(quint16 port, const QByteArray &request)
{
    bench::Callers callers(port, connections);
    return callers.run(requestsInAll, [&request](int) { return request; }).perSecond();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    SystemClock clock;
    const HttpService service = [](HttpRequest request) -> QCoro::Task<HttpResponse> {
        QJsonObject answer{{QStringLiteral("sessions"),
                            QJsonDocument::fromJson(request.body).object().value(QStringLiteral("sessions"))}};
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
        std::printf("http POST %4lld B %8.0f requests/s (run %d)\n", static_cast<long long>(batch().size()),
                    perSecond(port, posted), run);
    }
    thread.quit();
    thread.wait();
    return 0;
}
