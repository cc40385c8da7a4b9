// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/sheet.h"

namespace peerdesk {

/// Asks why a key is revoked; the issuer keeps the reason.
class RevokeSheet : public Sheet
{
    Q_OBJECT

public:
    RevokeSheet(const QString &name, QWidget *parent);

Q_SIGNALS:
    void revoked(const QString &reason);
};

} // namespace peerdesk
