// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rak/holderfile.h"
#include "rak/issuerrules.h"

#include <QCoroTask>

namespace peerdesk {

class Database;

/// What a file of holders came to.
struct ImportOutcome
{
    bool waits = false;    ///< for a person: it would drop too much, or has been replaced
    qsizetype changed = 0; ///< holders that are new, other or gone
    qsizetype holdersLost = 0;
    qsizetype keysLost = 0;
};

/// Takes over a registry's list of holders. A holder that has lost a resource loses the keys that are about it in the
/// same transaction; whoever got it gets it in another. A file that would drop more than the rules allow, of holders or
/// of keys, changes nothing before a person has accepted it: it may have been cut off. Nor does one that was replaced by
/// another and has not been written since: it may be a stale copy beside a daemon that was started again. Owned by the
/// composition root, main thread; several daemons may take over the same file at once.
class HolderImporter
{
public:
    HolderImporter(Database &database, const Clock &clock, IssuerRules rules);

    /// Whole, slice by slice; `written` is when the file was. Storage.
    QCoro::Task<Result<ImportOutcome>> take(HolderFile file, UtcMs written);
    QCoro::Task<Result<QList<HolderImport>>> waiting();
    /// A person has, and it is not taken over yet.
    QCoro::Task<Result<bool>> isAccepted(QString hash);
    /// The file with that hash is taken over the next time that it is looked at. NotFound if none like it waits.
    QCoro::Task<Result<void>> accept(QString hash, QString by);

private:
    struct Plan
    {
        QList<StoredHolder> put;
        QStringList lost;
        qint64 before = 0; ///< holders
        qint64 keysBefore = 0;
        qint64 keysLost = 0;
        bool accepted = false;
        bool replaced = false; ///< another was taken over after it, and it was not written anew since
    };
    QCoro::Task<Result<Plan>> plan(HolderFile file, UtcMs written);
    [[nodiscard]] bool dropsTooMuch(const Plan &plan) const;
    QCoro::Task<Result<void>> note(HolderFile file, Plan plan, HolderImport::State state);
    QCoro::Task<Result<void>> apply(Plan plan);

    Database &m_database;
    const Clock &m_clock;
    const IssuerRules m_rules;
};

} // namespace peerdesk
