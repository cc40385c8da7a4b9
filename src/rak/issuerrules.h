// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "rak/registry.h"

#include <QList>

#include <chrono>

namespace peerdesk {

/// A registry that issues keys, as its operator says it.
struct IssuerRules
{
    Registry registry = Registry::RipeTest;
    QString name;  ///< the `iss` of its statements: its URL
    Secret pepper; ///< what the HMAC of secrets is keyed with; not in the database
    std::chrono::seconds statementLife = std::chrono::hours(24);
    QList<int> reminderDays = {30, 7, 1};
    int mostKeys = 1000; ///< that one holder may have alive
    /// That are written for one holder in a day; reminders still reach the holder after that.
    int mostMails = 1000;
    int mostLostPercent = 5;                           ///< of holders or keys, that a file may drop by itself
    std::chrono::days journal = std::chrono::days(90); ///< how long changes can be asked for
    bool mails = false;                                ///< whether anybody sends what is written
};

} // namespace peerdesk
