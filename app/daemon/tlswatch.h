// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "endpoint/endpointconfig.h"

#include <QDateTime>

namespace peerdesk {

class HttpServer;

/// Keeps the server's certificate as fresh as its files. New connections get the new one, those that are there go on
/// with the old; files that are no good change nothing and are complained of. Owned by Daemon.
class TlsWatch
{
public:
    TlsWatch(HttpServer &server, const Clock &clock);

    /// Reads the files; a failure leaves what is there.
    [[nodiscard]] Result<void> use(const TlsFiles &files);
    /// The same if the files changed since they were last read: whoever renews certificates need not tell us.
    void lookAgain();

    [[nodiscard]] bool isOn() const { return m_files.isSet(); }
    /// When the certificate in use ends; 0 without TLS.
    [[nodiscard]] UtcMs notAfter() const { return m_notAfter; }
    /// The files that lie there now are no good; an older certificate is in use.
    [[nodiscard]] bool isStale() const { return m_stale; }

private:
    [[nodiscard]] QList<QDateTime> changeTimes() const;

    HttpServer &m_server;
    const Clock &m_clock;
    TlsFiles m_files;
    QList<QDateTime> m_readAt;
    UtcMs m_notAfter = 0;
    bool m_stale = false;
};

} // namespace peerdesk
