// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/jwkscache.h"
#include "daemon/daemon.h"

#include <memory>

namespace peerdesk {

/// `peerdeskd --explain-policy`: what the policy would make of a request, and why, rule by rule. Reads the daemon's
/// database and mirror (without one every address
/// counts as unregistered), listens nowhere and stores nothing. Lives until its program ends.
class Explanation
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Explanation>> open(const EndpointConfig &config);

    /// `body` as POST /sessions takes it; whoever is not ours in it is taken for the caller, signed in as `sender`.
    QCoro::Task<Result<QString>> explain(QByteArray body, QString sender);

private:
    Explanation(const EndpointConfig &config, QList<KeyIssuer> issuers, std::unique_ptr<Database> database);

    SystemClock m_clock;
    HttpClient m_http;
    JwksCache m_keys;
    IssuerClient m_issuers; ///< whose signing keys check what comes with the request
    std::unique_ptr<Database> m_database;
    Mirror m_mirror;
    Reception m_reception;
};

/// What is left of `peerdeskd --check-config` once `file` has been read: tries the files that it names, says whose policy
/// is in force, and gives the exit code. Looks into the database without changing it.
int checkConfiguration(const EndpointConfig &config, const QString &file);

/// The whole of `peerdeskd --explain-policy FILE`: prints it and gives the exit code. Runs the event loop.
int explainPolicy(const EndpointConfig &config, const QString &file, const QString &sender);

} // namespace peerdesk
