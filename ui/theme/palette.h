// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace peerdesk {

enum class Scheme { Light, Dark };

/// The palette that the desk wears where the platform has none of its own worth keeping (Fusion).
[[nodiscard]] QPalette paletteFor(Scheme scheme);

[[nodiscard]] bool isDark(const QPalette &palette);

/// What the desk calls the roles it uses; QPalette has no names for these ideas in Qt 6.4.
namespace role {
inline constexpr auto secondaryText = QPalette::PlaceholderText;
inline constexpr auto line = QPalette::Mid;
inline constexpr auto strongLine = QPalette::Dark;
inline constexpr auto accent = QPalette::Link;
inline constexpr auto onAccent = QPalette::BrightText;
inline constexpr auto sidebar = QPalette::AlternateBase;
inline constexpr auto hover = QPalette::Midlight;
} // namespace role

struct MapColors
{
    QColor sea;
    QColor land;
    QColor border;
};
[[nodiscard]] MapColors mapColors(const QPalette &palette);

/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// The colour between two, `share` of 255 parts of the first.
[[nodiscard]] QColor blend(const QColor &one, const QColor &other, int share);

} // namespace peerdesk
