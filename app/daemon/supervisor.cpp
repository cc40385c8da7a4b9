// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/supervisor.h"

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace peerdesk {
namespace {

/// systemd tells by it whether a reload came before or after what it asked for.
QByteArray monotonicMicroseconds()
{
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return QByteArray::number(qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000);
}

} // namespace

Supervisor::Supervisor(QObject *parent)
    : QObject(parent)
    , m_socket(qgetenv("NOTIFY_SOCKET"))
{
    // Programs that we start shall not speak for us.
    qunsetenv("NOTIFY_SOCKET");
    const qint64 limit = qEnvironmentVariable("WATCHDOG_USEC").toLongLong();
    const qint64 addressee = qEnvironmentVariable("WATCHDOG_PID").toLongLong();
    if (m_socket.isEmpty() || limit <= 0 || (addressee != 0 && addressee != ::getpid()))
        return;
    connect(&m_watchdog, &QTimer::timeout, this, [this] { tell("WATCHDOG=1"); });
    m_watchdog.start(std::chrono::milliseconds(std::max<qint64>(1, limit / 2000))); // at half the time it may take
}

void Supervisor::ready(const QString &status)
{
    tell("READY=1\nSTATUS=" + status.toUtf8());
}

void Supervisor::reloading()
{
    tell("RELOADING=1\nMONOTONIC_USEC=" + monotonicMicroseconds());
}

void Supervisor::stopping()
{
    tell("STOPPING=1\nSTATUS=Finishing the requests under way");
}

void Supervisor::tell(const QByteArray &state) const
{
    sockaddr_un there = {};
    there.sun_family = AF_UNIX;
    if (m_socket.isEmpty() || static_cast<size_t>(m_socket.size()) >= sizeof there.sun_path)
        return;
    std::copy(m_socket.begin(), m_socket.end(), there.sun_path);
    if (there.sun_path[0] == '@')
        there.sun_path[0] = '\0'; // the abstract namespace, see unix(7)
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(m_socket.size()));
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    ::sendto(descriptor, state.constData(), static_cast<size_t>(state.size()), MSG_NOSIGNAL,
             reinterpret_cast<sockaddr *>(&there), length);
    ::close(descriptor);
}

} // namespace peerdesk
