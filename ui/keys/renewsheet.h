// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "keys/sheet.h"

namespace peerdesk {

/// Asks until when keys are renewed.
class RenewSheet : public Sheet
{
    Q_OBJECT

public:
    RenewSheet(const QStringList &names, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void renewed(peerdesk::UtcMs expires);
};

} // namespace peerdesk
