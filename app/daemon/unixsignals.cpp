// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/unixsignals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace peerdesk {
namespace {

std::array<int, 2> ends = {-1, -1}; // a signal handler has no other way to find them

void passOn(int signal)
{
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(ends[0], &byte, 1);
}

void handle(int signal, void (*action)(int))
{
    struct sigaction how = {};
    how.sa_handler = action;
    sigemptyset(&how.sa_mask);
    how.sa_flags = SA_RESTART;
    sigaction(signal, &how, nullptr);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto got = ::read(ends[1], &byte, 1);
        if (byte == SIGHUP)
            Q_EMIT reloadRequested();
        else
            Q_EMIT terminationRequested();
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        handle(signal, passOn);
}

UnixSignals::~UnixSignals()
{
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        handle(signal, SIG_DFL);
    ::close(ends[0]);
    ::close(ends[1]);
}

} // namespace peerdesk
