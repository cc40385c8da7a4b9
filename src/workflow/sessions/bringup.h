// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "peering/session.h"

#include <QCoroTask>
#include <QStringList>

#include <functional>

namespace peerdesk {

class Database;

/// What a person does with approved sessions, whoever asked for them: hands them to the routers' configuration, and
/// says how they stand there until routers say it themselves. All sessions of a call or none. Refused for one that is
/// not approved, or is over; NotFound with the id of one that is not there. Owned by the composition root; main thread;
/// lives as long as the program.
class BringUp
{
public:
    template<class T> using Answer = QCoro::Task<Result<T>>;

    BringUp(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// Into a file as exportSessions() writes it, with secrets.
    Answer<void> exportApproved(QStringList sessionIds, QString path);
    Answer<void> markConfigured(QStringList sessionIds, QString who);
    /// Its time window is over with that: it is not taken back any more.
    Answer<void> markEstablished(QStringList sessionIds, QString who);
    /// Takes sessions back that another network asked us for, established or not, as when a time window ends: it is told
    /// why, and who asked by mail (draft-ietf-grow-peering-api section 6, "Unestablished"). Sessions that we asked for are withdrawn at the other side: Requests::withdraw().
    Answer<void> takeBack(QStringList sessionIds, QString who, QString why);

private:
    Answer<void> change(QStringList sessionIds, std::function<Result<Session>(Session)> change, QString who,
                        QString why = {});

    Database &m_database;
    const Clock &m_clock;
};

/// Which sessions these are for.
[[nodiscard]] bool canBeConfigured(const Session &session);
[[nodiscard]] bool canComeUp(const Session &session);
[[nodiscard]] bool canBeExported(const Session &session);
[[nodiscard]] bool canBeTakenBack(const Session &session);

} // namespace peerdesk
