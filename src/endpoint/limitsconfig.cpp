// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoint/limitsconfig.h"

#include "endpoint/endpointconfig.h"
#include "base/tomltable.h"

namespace peerdesk {
namespace {

template<class Number> void readNumber(TomlTable &table, const char *key, qint64 least, qint64 most, Number &number)
{
    if (const auto told = table.number(key, least, most))
        number = static_cast<Number>(*told);
}

void readSeconds(TomlTable &table, const char *key, qint64 most, std::chrono::milliseconds &time)
{
    if (const auto told = table.number(key, 1, most))
        time = std::chrono::seconds(*told);
}

void readRates(TomlTable &limits, const char *key, Rates &rates)
{
    constexpr qint64 most = 1'000'000'000;
    const auto table = limits.table(key);
    readNumber(*table, "requests_per_minute", 1, most, rates.requestsPerMinute);
    readNumber(*table, "open_requests", 1, most, rates.openRequests);
    readNumber(*table, "bytes_per_minute", 1024, most * 1024, rates.bytesPerMinute);
    readNumber(*table, "sessions_per_hour", 1, most, rates.sessionsPerHour);
}

} // namespace

void readLimits(TomlTable &top, EndpointConfig &config)
{
    const auto table = top.table("limits");
    HttpServerLimits &limits = config.limits;
    readNumber(*table, "connections", 1, 1'000'000, limits.connections);
    readNumber(*table, "connections_per_address", 1, 1'000'000, limits.connectionsPerAddress);
    readNumber(*table, "open_requests", 1, 100'000, limits.openRequests);
    readNumber(*table, "buffered_bytes", 1024 * 1024, qint64(64) << 30, limits.bufferedBytes);
    readNumber(*table, "body_bytes", 1024, 16 * 1024 * 1024, limits.request.bodyBytes);
    readSeconds(*table, "header_seconds", 600, limits.headTimeout);
    readSeconds(*table, "body_seconds", 600, limits.bodyTimeout);
    readSeconds(*table, "request_seconds", 3600, limits.requestTimeout);
    readSeconds(*table, "idle_seconds", 3600, limits.idleTimeout);
    readSeconds(*table, "stop_seconds", 600, config.stopGrace);
    if (limits.bufferedBytes < limits.request.bodyBytes)
        table->fault("buffered_bytes", QStringLiteral("is less than body_bytes"));
    for (const IpPrefix &proxy : config.trustedProxies)
        limits.proxies.append({QHostAddress(proxy.network().toString()), proxy.length()});
    int undecided = ServedNetwork().undecidedAtMost;
    readNumber(*table, "undecided_sessions", 1, 1'000'000, undecided);
    for (ServedNetwork &network : config.networks)
        network.undecidedAtMost = undecided;
    readRates(*table, "address", config.door.address);
    readRates(*table, "identity", config.door.identity);
    readRates(*table, "network", config.door.network);
}

} // namespace peerdesk
