// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/provider.h"

#include <QMap>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace peerdesk {

/// Where a code is to be had, and by whom.
struct CodeFlowPlan
{
    CodeFlowPlan() = default;

    QUrl authorization;
    QUrl token;
    QString issuer;
    bool issuerAlways = false; ///< the server's metadata promises `iss` in the redirect (RFC 9207 section 3)
    QString clientId;
    QString scope;
    QMap<QString, QString> extra; ///< more parameters of the authorization request
    std::uint16_t redirectPort = 0;
};

/// Opens the person's browser, waits on loopback until it comes back, and exchanges the code: the authorization code
/// flow with PKCE (RFC 7636) for an application on the person's own machine (RFC 8252). It does not know what the
/// tokens are for. QtNetworkAuth makes the authorization address and exchanges the code; its gaps are closed here and
/// in LoopbackReply: it knows no PKCE (before 6.8), its own state is short, it waits for ever. Owned by who signs in
/// with it, lives as long as the program; GUI thread.
class CodeFlow : public QObject
{
    Q_OBJECT

public:
    using Browser = std::function<void(QUrl)>;

    CodeFlow(HttpClient &http, const Clock &clock, QObject *parent = nullptr);
    ~CodeFlow() override;

    /// One at a time (Conflict). Fails with TimedOut when the person does not finish, Cancelled after cancel(),
    /// Denied when the person or the server said no.
    QCoro::Task<Result<TokenAnswer>> run(CodeFlowPlan plan, Browser browser);
    void cancel();

    /// How long a person may take in the browser; ten minutes.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

private:
    struct Attempt;

    Result<void> open(const CodeFlowPlan &plan, const Browser &browser);
    void finish(const Result<TokenAnswer> &tokens);

    HttpClient &m_http;
    const Clock &m_clock;
    std::chrono::milliseconds m_patience = std::chrono::minutes(10);
    std::unique_ptr<Attempt> m_attempt;
};

} // namespace peerdesk
