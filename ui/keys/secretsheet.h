// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keys/sheet.h"
#include "workflow/keys/heldkey.h"

namespace peerdesk {

/// Shows a fresh key, the only time that anybody can: it is kept nowhere, and gone when the sheet is closed.
class SecretSheet : public Sheet
{
    Q_OBJECT

public:
    SecretSheet(const FreshKey &key, QWidget *parent);
};

} // namespace peerdesk
