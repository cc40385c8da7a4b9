// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QDateEdit>

namespace peerdesk {

/// Until when a key holds, as people say it: a last day, in UTC, with the whole of which the key still holds. From
/// tomorrow to what an issuer gives at most.
class LastDay : public QDateEdit
{
    Q_OBJECT

public:
    LastDay(const Clock &clock, QWidget *parent = nullptr);

    /// The first moment after the day.
    [[nodiscard]] UtcMs expiry() const;
};

} // namespace peerdesk
