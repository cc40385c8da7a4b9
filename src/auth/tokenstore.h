// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>
#include <qt6keychain/keychain.h>

#include <optional>

namespace peerdesk {

/// Secrets of the person in the keychain (QtKeychain), and nowhere else on the disk. Where the keychain does not
/// work they live in memory until the program ends, and troubled() says why, once.
///
/// What the keychain says of itself cannot be believed: with gnome-keyring a locked keyring answers a read with "not
/// found" and a removal with success, and without any keyring a read says "not found" as well. Only a write tells
/// the truth. So the first use writes a word of no value; as long as that fails nothing in the keychain is believed
/// absent, nothing there is overwritten or removed, and everything happens in memory. retry() tries again, and what
/// was kept in memory meanwhile then goes into the keychain.
///
/// Where the Secret Service has no keyring yet, such a write would have the person choose a password for one before
/// there is anything to keep. So it is asked for its default keyring first, and without one the truth is known: there
/// is nothing to be found.
///
/// Owned by app/services, lives as long as the program; GUI thread.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, ///< not used yet
        Working,
        Locked, ///< there is a keyring, but it is not open
        Absent, ///< no keyring service answers
    };
    Q_ENUM(State)

    /// `service` is the name under which the entries stand in the keychain.
    explicit TokenStore(QString service = QStringLiteral("Peerdesk"), QObject *parent = nullptr);

    /// NotFound if there is none.
    QCoro::Task<Result<Secret>> read(QString key);
    /// Never fails for want of a keychain; see state() for where it went.
    QCoro::Task<Result<void>> write(QString key, Secret secret);
    QCoro::Task<Result<void>> remove(QString key);

    /// Looks whether the keychain works now.
    QCoro::Task<State> retry();
    [[nodiscard]] State state() const { return m_state; }
    /// The keychain is not asked for anything at the moment.
    [[nodiscard]] bool isIdle() const;
    /// The program ends: what is still being asked counts as refused, and nothing is asked any more.
    void giveUp();
    /// Why secrets end with the program, and what helps; empty while the keychain works.
    [[nodiscard]] QString trouble() const;

Q_SIGNALS:
    void troubled(peerdesk::TokenStore::State state);
    /// A look at the keychain is over; for those who wait for it.
    void probed();

private:
    QCoro::Task<bool> works();
    /// A keychain that was not used yet and says itself that it has no keyring.
    QCoro::Task<bool> isUnused();
    QCoro::Task<void> probe();
    /// Until the job is answered or given up; what it holds can be read before the next turn of the event loop.
    QCoro::Task<QKeychain::Error> finish(QKeychain::Job *job);
    QCoro::Task<State> writeEntry(QString key, Secret secret);
    void setState(State state);

    const QString m_service;
    State m_state = State::Unknown;
    bool m_probing = false;
    bool m_told = false;
    bool m_givenUp = false;
    /// What the keychain would hold; an empty optional is a removal that has not reached it.
    QHash<QString, std::optional<Secret>> m_memory;
};

} // namespace peerdesk
