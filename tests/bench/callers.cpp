// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/callers.h"

#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace peerdesk::bench {
namespace {

double nowMs()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

int connected(quint16 port)
{
    const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    (void)::setsockopt(one, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(one, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("no connection to port %d: %s", int(port), std::strerror(errno));
    return one;
}

/// Where the answer ends; 0 while its head is not there.
qsizetype lengthOf(const QByteArray &answer)
{
    const qsizetype head = answer.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const QByteArray field = QByteArrayLiteral("\r\nContent-Length: ");
    const qsizetype at = answer.indexOf(field);
    const qsizetype body = at < 0 || at > head ? 0 : std::atoi(answer.constData() + at + field.size());
    return head + 4 + body;
}

} // namespace

Callers::Callers(quint16 port, int connections)
    : m_connections(static_cast<std::size_t>(connections))
{
    for (Connection &connection : m_connections)
        connection.socket = connected(port);
}

Callers::~Callers()
{
    for (const Connection &connection : m_connections)
        ::close(connection.socket);
}

double Callers::Round::quantile(double part) const
{
    const auto last = static_cast<double>(milliseconds.size() - 1);
    return milliseconds.at(static_cast<std::size_t>(part * last));
}

void Callers::send(Connection &connection, const QByteArray &request)
{
    connection.answer.clear();
    connection.busy = true;
    connection.sentAt = nowMs();
    for (qsizetype sent = 0; sent < request.size();) {
        const auto some = ::send(connection.socket, request.constData() + sent,
                                 static_cast<std::size_t>(request.size() - sent), MSG_NOSIGNAL);
        if (some <= 0)
            return; // the answer, or its absence, says it
        sent += some;
    }
}

/// True once the answer is whole, or will never be.
bool Callers::receive(Connection &connection, bool &broken)
{
    char bytes[64 * 1024];
    const auto some = ::recv(connection.socket, bytes, sizeof bytes, 0);
    broken = some <= 0;
    if (broken)
        return true;
    connection.answer.append(bytes, some);
    const qsizetype length = lengthOf(connection.answer);
    return length > 0 && connection.answer.size() >= length;
}

Callers::Round Callers::run(int count, const std::function<QByteArray(int)> &request)
{
    std::vector<QByteArray> requests; // before the clock runs: making one is not what is measured
    for (int i = 0; i < count; ++i)
        requests.push_back(request(i));
    Round round;
    round.milliseconds.reserve(requests.size());
    std::vector<pollfd> waiting;
    for (const Connection &connection : m_connections)
        waiting.push_back({connection.socket, POLLIN, 0});
    std::size_t sent = 0;
    const double begun = nowMs();
    for (Connection &connection : m_connections) {
        if (sent < requests.size())
            send(connection, requests[sent++]);
    }
    while (round.milliseconds.size() < requests.size()) {
        if (::poll(waiting.data(), waiting.size(), 30'000) <= 0)
            qFatal("no answer for 30 seconds");
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            Connection &connection = m_connections[i];
            bool broken = false;
            if (!connection.busy || (waiting[i].revents & (POLLIN | POLLHUP | POLLERR)) == 0
                || !receive(connection, broken))
                continue;
            connection.busy = false;
            round.milliseconds.push_back(nowMs() - connection.sentAt);
            if (broken)
                qFatal("a connection broke after %zu answers", round.milliseconds.size());
            round.refused += connection.answer.startsWith("HTTP/1.1 200 ") ? 0 : 1;
            if (sent < requests.size())
                send(connection, requests[sent++]);
        }
    }
    round.seconds = (nowMs() - begun) / 1000;
    std::sort(round.milliseconds.begin(), round.milliseconds.end());
    return round;
}

} // namespace peerdesk::bench
