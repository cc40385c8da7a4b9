// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/tlswatch.h"

#include "base/logging.h"
#include "http/httpserver.h"
#include "http/tlsidentity.h"

#include <QFileInfo>

namespace peerdesk {

TlsWatch::TlsWatch(HttpServer &server, const Clock &clock)
    : m_server(server)
    , m_clock(clock)
{
}

/// Of what the names lead to: renewals often only turn a symbolic link.
QList<QDateTime> TlsWatch::changeTimes() const
{
    return {QFileInfo(m_files.certificate).lastModified(), QFileInfo(m_files.key).lastModified()};
}

Result<void> TlsWatch::use(const TlsFiles &files)
{
    if (!files.isSet())
        return {};
    const TlsFiles before = m_files;
    m_files = files;
    m_readAt = changeTimes();
    const auto identity = TlsIdentity::load(files.certificate, files.key, m_clock.now());
    m_stale = !identity;
    if (!identity) {
        m_files = before.isSet() ? before : files;
        return identity.error();
    }
    m_server.setTls(identity->configuration);
    m_notAfter = identity->notAfter;
    qCInfo(lcHttp).noquote() << "the certificate in" << files.certificate << "holds until" << toRfc3339(m_notAfter);
    return {};
}

void TlsWatch::lookAgain()
{
    if (!isOn() || changeTimes() == m_readAt)
        return;
    if (const auto used = use(m_files); !used)
        qCWarning(lcHttp).noquote() << "the certificate in use stays:" << used.error().detail;
}

} // namespace peerdesk
