// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QColor;
class QPainter;
class QPixmap;
class QRect;

namespace peerdesk {

/// The desk's own icons: one family on a 24-unit grid, strokes of 1.75 with round ends (resources/icons).
enum class Icon {
    None,
    // places of the desk
    Candidates,
    Drafts,
    Requests,
    Inbound,
    Sessions,
    Keys,
    Maintenance,
    Reports,
    Settings,
    Network,
    Exchange,
    Facility,
    Globe,
    // states
    CircleCheck,
    CircleArrow,
    CircleX,
    CircleDot,
    CircleDashed,
    CirclePause,
    CircleQuestion,
    CircleAlert,
    CircleDown,
    CircleMinus,
    Info,
    Clock,
    TriangleAlert,
    ShieldCheck,
    Gift,
    Pencil,
    Hourglass,
    Broadcast,
    UserCheck,
    User,
    Lock,
    Offline,
    // deeds
    SignIn,
    SignOut,
    Search,
    Plus,
    Minus,
    Fit,
    Close,
    Check,
    Undo,
    More,
    Chevrons,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    ArrowLeft,
    ArrowRight,
    External,
    Copy,
    Download,
    Upload,
    Refresh,
    Trash,
    Filter,
    Mail,
    DraftPlus,
    Keyboard,
    Command,
    Bell,
    Sun,
    Table,
    Paste,
    Peerdesk,
};

/// Which colour of the palette an icon takes when it is painted.
enum class Tint { Text, Secondary, Accent, OnAccent };

/// Follows the palette live: the colour is looked up at every paint.
[[nodiscard]] QIcon icon(Icon name, Tint tint = Tint::Text);

/// `size` in device-independent pixels. Cached.
[[nodiscard]] QPixmap iconPixmap(Icon name, int size, qreal devicePixelRatio, const QColor &color);

/// Centred in the rectangle, as large as its smaller side.
void paintIcon(QPainter *painter, const QRect &rect, Icon name, const QColor &color);

} // namespace peerdesk
