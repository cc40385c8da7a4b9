// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>

#include <chrono>

namespace peerdesk {

struct WhoisLimits
{
    WhoisLimits() {}

    qsizetype lineBytes = 1024;
    std::chrono::milliseconds idleTime = std::chrono::seconds(30);  ///< between two queries, until the client says !t
    std::chrono::milliseconds writeTime = std::chrono::seconds(60); ///< in which a client reads something of an answer
    int connections = 1000;
    int connectionsPerAddress = 64;           ///< of IPv6 per /64
    int openQueries = 512;                    ///< waiting for the database, over all connections
    int longQueries = 2;                      ///< of those, expanding a set; the others wait
    qint64 bufferedBytes = 128 * 1024 * 1024; ///< of answers that clients have not read, over all connections
};

/// What the service does at the moment and has done, for whoever watches it.
struct WhoisLoad
{
    quint64 connectionsTaken = 0;
    quint64 queries = 0;
    int openQueries = 0;
    qint64 bufferedBytes = 0;
    QMap<QByteArray, quint64> closed; ///< connections that were closed rather than answered, by reason
};

} // namespace peerdesk
