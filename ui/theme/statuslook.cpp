// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/statuslook.h"

#include "theme/palette.h"

#include <QCoreApplication>

namespace peerdesk {
namespace {

struct StatusLookWords
{
    Q_DECLARE_TR_FUNCTIONS(peerdesk::StatusLook)
};

} // namespace

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Muted:
        return dark ? QColor(0xa5, 0xad, 0xba) : QColor(0x5c, 0x63, 0x70);
    case Tone::Pending:
        return dark ? QColor(0xe3, 0xb3, 0x41) : QColor(0x8a, 0x5a, 0x00);
    case Tone::Approved:
        return dark ? QColor(0x79, 0xb8, 0xff) : QColor(0x1d, 0x5f, 0xbf);
    case Tone::Established:
        return dark ? QColor(0x56, 0xd3, 0x64) : QColor(0x16, 0x6b, 0x2e);
    case Tone::Rejected:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e);
    case Tone::Unestablished:
        return dark ? QColor(0xc9, 0xa6, 0xff) : QColor(0x6e, 0x40, 0xc9);
    case Tone::Offered:
        return dark ? QColor(0x56, 0xd4, 0xdd) : QColor(0x00, 0x69, 0x78);
    }
    return palette.color(QPalette::Text);
}

StatusLook statusLook(Status status)
{
    switch (status) {
    case Status::Draft:
        return {Icon::Pencil, Tone::Muted, StatusLookWords::tr("Draft")};
    case Status::Sending:
        return {Icon::Hourglass, Tone::Muted, StatusLookWords::tr("Sending")};
    case Status::OutcomeUnknown:
        return {Icon::CircleQuestion, Tone::Unestablished, StatusLookWords::tr("Outcome unknown")};
    case Status::Pending:
        return {Icon::Clock, Tone::Pending, StatusLookWords::tr("Pending")};
    case Status::Held:
        return {Icon::CirclePause, Tone::Pending, StatusLookWords::tr("Held")};
    case Status::Offered:
        return {Icon::Gift, Tone::Offered, StatusLookWords::tr("Offered")};
    case Status::Approved:
        return {Icon::CircleArrow, Tone::Approved, StatusLookWords::tr("Approved")};
    case Status::Down:
        return {Icon::CircleDown, Tone::Rejected, StatusLookWords::tr("Down")};
    case Status::Established:
        return {Icon::CircleCheck, Tone::Established, StatusLookWords::tr("Established")};
    case Status::Unestablished:
        return {Icon::CircleDashed, Tone::Unestablished, StatusLookWords::tr("Unestablished")};
    case Status::Rejected:
        return {Icon::CircleX, Tone::Rejected, StatusLookWords::tr("Rejected")};
    case Status::Withdrawn:
        return {Icon::CircleMinus, Tone::Muted, StatusLookWords::tr("Withdrawn")};
    }
    return {};
}

} // namespace peerdesk
