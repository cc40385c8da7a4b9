// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>
#include <vector>

namespace peerdesk::bench {

/// So many connections to a server on this machine, each of which sends its next request as soon as its last
/// is answered. Plain sockets and poll(): what the callers cost is taken from what the server can show, so it
/// has to be little.
class Callers
{
public:
    Callers(quint16 port, int connections);
    ~Callers();
    Callers(const Callers &) = delete;
    Callers &operator=(const Callers &) = delete;

    struct Round
    {
        double seconds = 0;
        std::vector<double> milliseconds; ///< of each answer, the quickest first
        int refused = 0;                  ///< answers with another status than 200, and connections that broke
        [[nodiscard]] double perSecond() const { return static_cast<double>(milliseconds.size()) / seconds; }
        /// 0.5: the median.
        [[nodiscard]] double quantile(double part) const;
    };
    /// `request(i)` is the whole text of the i-th request.
    Round run(int count, const std::function<QByteArray(int)> &request);

private:
    struct Connection
    {
        int socket = -1;
        QByteArray answer;
        double sentAt = 0;
        bool busy = false;
    };
    static void send(Connection &connection, const QByteArray &request);
    static bool receive(Connection &connection, bool &broken);

    std::vector<Connection> m_connections;
};

} // namespace peerdesk::bench
