// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "mail/mailmessage.h"

#include <QCoroTask>

#include <chrono>

namespace peerdesk {

/// The operator's own mail server, which takes mails on for others.
struct SmtpSettings
{
    enum class Security {
        StartTls, ///< asked for before anything else, and nothing is sent without it
        Tls,      ///< from the first byte (RFC 8314)
        None,     ///< for a server on this machine
    };

    QString host;
    std::uint16_t port = 587;
    Security security = Security::StartTls;
    QString user; ///< empty: without authentication
    Secret password;
    QString certificates; ///< a PEM file in place of the system's authorities; empty for those
    std::chrono::seconds patience{20};
};

/// Hands mails to a mail server (RFC 5321), each over a connection of its own. libcurl speaks the protocol, on a thread
/// of its own. Owned by the composition root, lives as long as the program; main thread.
class SmtpSender
{
public:
    explicit SmtpSender(SmtpSettings settings);

    /// For the mails that are sent from now on.
    void setSettings(SmtpSettings settings) { m_settings = std::move(settings); }

    /// Unreachable and Unauthenticated: nothing was sent. Unavailable: the server asks to come again later (a 4xx reply).
    /// Denied: it will not take this mail (5xx). TimedOut: it may have.
    QCoro::Task<Result<void>> send(MailMessage message);

private:
    SmtpSettings m_settings;
};

} // namespace peerdesk
