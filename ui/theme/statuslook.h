// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peering/status.h"
#include "theme/icons.h"

#include <QColor>
#include <QString>

class QPalette;

namespace peerdesk {

/// The one table of colours that mean something. Nothing else in the desk is coloured.
enum class Tone {
    Plain,   ///< the text colour of where it stands
    Muted,   ///< draft, withdrawn, held back
    Pending, ///< waits for somebody; warnings
    Approved,
    Established,   ///< good
    Rejected,      ///< bad
    Unestablished, ///< unclear, came to nothing
    Offered,
};

/// At least 4.5:1 on base, window, sidebar and selection, in both schemes (tests/ui/tst_theme).
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);

/// A status is always shape, word and colour together, so that none has to be seen to be understood.
struct StatusLook
{
    Icon icon = Icon::None;
    Tone tone = Tone::Plain;
    QString word; ///< translated, sentence case
};
[[nodiscard]] StatusLook statusLook(Status status);

} // namespace peerdesk
