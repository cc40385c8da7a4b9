// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QHash>
#include <QUrl>

namespace peerdesk {

/// The command line's tokens: a file of {"ENDPOINT": "TOKEN"} that only its owner may read. A token is given out for
/// exactly the endpoint it stands under. A value.
class Credentials
{
public:
    /// A file that is not there holds nothing. Refused if others than the owner may read or write it; Invalid if it is
    /// not such JSON.
    [[nodiscard]] static Result<Credentials> load(const QString &path);

    /// Unauthenticated if there is none for it.
    [[nodiscard]] Result<Secret> tokenFor(const QUrl &endpoint) const;

private:
    QString m_path;
    QHash<QString, Secret> m_tokens;
};

} // namespace peerdesk
