// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon/trustwatch.h"

#include "base/logging.h"

#include <QFileInfo>

namespace peerdesk {

TrustWatch::TrustWatch(KeyTrustConfig config, Trust::Unvouched unvouched)
    : m_config(std::move(config))
    , m_unvouched(unvouched)
{
}

QList<QDateTime> TrustWatch::changeTimes() const
{
    QList<QDateTime> times;
    for (const KeyTrustConfig::Issuer &one : m_config.issuers)
        times.append(QFileInfo(one.spaceFile).lastModified());
    return times;
}

Result<Trust> TrustWatch::read()
{
    m_readAt = changeTimes();
    return m_config.trust(m_unvouched);
}

std::optional<Trust> TrustWatch::readAgain()
{
    const auto trust = read();
    if (!trust)
        qCWarning(lcEndpoint).noquote() << "the delegated statistics of before stay in force:" << trust.error().detail;
    else if (!m_readAt.isEmpty())
        qCInfo(lcEndpoint) << "the delegated statistics were read again";
    return trust ? std::optional(*trust) : std::nullopt;
}

std::optional<Trust> TrustWatch::lookAgain()
{
    return changeTimes() == m_readAt ? std::nullopt : readAgain();
}

} // namespace peerdesk
