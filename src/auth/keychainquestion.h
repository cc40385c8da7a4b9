// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <qt6keychain/keychain.h>

#include <optional>

namespace peerdesk {

/// One job of the keychain, from its start to its answer or until nobody waits for it any more: a keychain may ask the
/// person for its password, and a job cannot be taken back. Owned by TokenStore; GUI thread.
class KeychainQuestion : public QObject
{
    Q_OBJECT

public:
    /// Takes the job and starts it.
    KeychainQuestion(QKeychain::Job *job, QObject *parent);

    /// Once answered.
    [[nodiscard]] QKeychain::Error error() const { return m_error.value_or(QKeychain::AccessDenied); }
    /// Counts as refused, unless it is answered. The job then goes by itself when the keychain lets it.
    void giveUp();

Q_SIGNALS:
    /// Once.
    void answered();

private:
    void finish();

    QKeychain::Job *m_job;
    std::optional<QKeychain::Error> m_error;
};

} // namespace peerdesk
