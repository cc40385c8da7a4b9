// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QList>
#include <QString>

#include <functional>

namespace peerdesk {

/// One thing the command palette can do or go to.
struct PaletteEntry
{
    QString title;
    QString detail; ///< "AS64500", or the key
    Icon icon = Icon::None;
    std::function<void()> run;
};

/// Asked for entries that fit what is typed; gives its best few, best first. Must answer within a few milliseconds:
/// it is asked at every keystroke, on the main thread.
using PaletteSource = std::function<QList<PaletteEntry>(const QString &typed)>;

} // namespace peerdesk
