// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daemon/installed.h"

namespace peerdesk::bench {

/// A peerdeskd with so many sessions in its database, and callers that have tokens for it.
class Subject
{
public:
    explicit Subject(int sessions);

    [[nodiscard]] quint16 port() const { return static_cast<quint16>(m_daemon.listening.port()); }
    [[nodiscard]] QString databasePath() const { return m_daemon.databasePath(); }

    /// Sessions taken at random, with a token that was seen before.
    [[nodiscard]] QByteArray someGet() const;
    /// The same with a token that nobody has shown yet.
    void makeFresh(int count);
    [[nodiscard]] QByteArray freshGet(int i) const { return m_fresh.at(static_cast<std::size_t>(i)); }
    /// Ten sessions that nobody has asked for before.
    [[nodiscard]] QByteArray somePost();

    [[nodiscard]] QByteArray answerToGet();
    [[nodiscard]] Secret anyToken() const { return m_reading.front().first; }
    [[nodiscard]] QByteArray keySet();
    /// KiB that the daemon holds in memory.
    [[nodiscard]] long residentKib() const;

private:
    void start();
    [[nodiscard]] Secret tokenOf(std::uint32_t asn);
    void storeRows(int networks);
    void storeRequests(int networks);

    test::Installed m_daemon;
    std::vector<std::pair<Secret, std::vector<QByteArray>>> m_reading; ///< who has which sessions
    std::vector<Secret> m_asking;
    std::vector<QByteArray> m_fresh;
    int m_posted = 1;
    int m_tokens = 0;
};

/// The networks that post: this many from this number on.
constexpr std::uint32_t firstAsking = 4'250'000'000;
constexpr int askingNetworks = 400;

} // namespace peerdesk::bench
