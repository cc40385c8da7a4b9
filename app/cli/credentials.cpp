// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/credentials.h"

#include "cli/clitext.h"

#include "peeringapi/baseurl.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace peerdesk {

Result<Credentials> Credentials::load(const QString &path)
{
    Credentials credentials;
    credentials.m_path = path;
    QFile file(path);
    if (!file.exists())
        return credentials;
    constexpr auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (file.permissions() & others)
        return Error(ErrorKind::Refused, CliText::tr("%1 holds tokens and is open to others: "
                                                     "chmod 600 it")
                                             .arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorKind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString()));
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject())
        return Error(ErrorKind::Invalid, CliText::tr("%1 is not an object of endpoints and "
                                                     "tokens")
                                             .arg(path));
    const QJsonObject object = json.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto url = endpointBaseUrl(it.key());
        if (!url)
            return Error(ErrorKind::Invalid, QStringLiteral("%1: %2: %3").arg(path, it.key(), url.error().detail));
        credentials.m_tokens.insert(url->toString(QUrl::FullyEncoded), Secret(it.value().toString()));
    }
    return credentials;
}

Result<Secret> Credentials::tokenFor(const QUrl &endpoint) const
{
    const auto found = m_tokens.constFind(endpoint.toString(QUrl::FullyEncoded));
    if (found == m_tokens.constEnd() || found->isEmpty())
        return Error(ErrorKind::Unauthenticated,
                     CliText::tr("%1 has no token for %2").arg(m_path, endpoint.toString()));
    return *found;
}

} // namespace peerdesk
