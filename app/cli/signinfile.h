// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/endpointsessions.h"

namespace peerdesk {

/// The command line's sign-ins at endpoints: a file beside the desk that only its owner may read, replaced in one step
/// at every change. A value.
class SignInFile
{
public:
    explicit SignInFile(QString path)
        : m_path(std::move(path))
    {
    }

    [[nodiscard]] SessionShelf shelf() const;

private:
    /// Refused if others than the owner may read or write it.
    [[nodiscard]] Result<QJsonObject> load() const;
    [[nodiscard]] Result<void> change(const QString &key, const QString &entry) const;

    QString m_path;
};

} // namespace peerdesk
