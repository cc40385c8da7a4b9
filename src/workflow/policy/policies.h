// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "peering/auditentry.h"
#include "peering/storedpolicy.h"
#include "workflow/places.h"
#include "workflow/policy/policytext.h"
#include "workflow/policy/policytrial.h"

#include <QCoroTask>
#include <QObject>

#include <chrono>
#include <optional>

namespace peerdesk {

class Database;

/// The policy of one of our networks as the database has it.
struct PolicyState
{
    std::optional<StoredPolicy> desk; ///< with an empty text where the file's was taken back
    std::optional<StoredPolicy> file; ///< what a daemon read in its configuration

    [[nodiscard]] bool isDesks() const { return desk && !desk->text.isEmpty(); }
    /// For save(): what the person looked at.
    [[nodiscard]] qint64 version() const { return desk ? desk->version : 0; }
    /// Empty where nobody has written any: a person is asked about everything then.
    [[nodiscard]] QString textInForce() const;

    bool operator==(const PolicyState &) const = default;
};

/// How our networks answer what is asked of them, edited at the desk: read, tried out on what was asked lately, saved.
/// A saved policy is in force at every daemon on this database at once, in place of the one in its configuration file,
/// until it is taken back. Owned by app/services; main thread; lives as long as the program.
class Policies : public QObject
{
    Q_OBJECT

public:
    Policies(Database &database, const Clock &clock, Places places, QObject *parent = nullptr);

    QCoro::Task<Result<PolicyState>> state(Asn own);
    /// Invalid if the form cannot be read; Conflict if somebody saved since `seen`.
    QCoro::Task<Result<PolicyState>> save(Asn own, PolicyForm form, qint64 seen, QString who);
    /// The configuration file's is in force again. Conflict as above.
    QCoro::Task<Result<PolicyState>> takeBack(Asn own, qint64 seen, QString who);
    /// What this form would make of the requests of so long a time, compared with what is in force. Invalid if it
    /// cannot be read.
    QCoro::Task<Result<PolicyTrial>> tryOut(Asn own, PolicyForm form, std::chrono::milliseconds lately);
    /// Who changed it and how, oldest first.
    QCoro::Task<Result<QList<AuditEntry>>> history(Asn own);

    /// What the numbers in a form stand for: "DE-CIX Frankfurt, AMS-IX". Empty where nothing is known.
    [[nodiscard]] QString namesOf(const RuleField &field) const;

Q_SIGNALS:
    /// Something in the database changed, here or in another program.
    void changed();

private:
    QCoro::Task<Result<PolicyState>> write(StoredPolicy policy);

    Database &m_database;
    const Clock &m_clock;
    const Places m_places;
};

} // namespace peerdesk
