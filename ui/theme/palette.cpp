// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/palette.h"

#include <algorithm>
#include <cmath>

namespace peerdesk {
namespace {

struct Shades
{
    QRgb window, base, sidebar, text, secondary, line, strongLine, hover, button, accent, onAccent, selection,
        selectedText, disabled;
};

constexpr Shades light{
    .window = 0xfff6f6f7,
    .base = 0xffffffff,
    .sidebar = 0xffeeeff1,
    .text = 0xff1d1f23,
    .secondary = 0xff646a73,
    .line = 0xffe2e3e6,
    .strongLine = 0xffc6c9ce,
    .hover = 0xffe9ebee,
    .button = 0xffffffff,
    .accent = 0xff2563b8,
    .onAccent = 0xffffffff,
    .selection = 0xffdfeafa,
    .selectedText = 0xff12325f,
    .disabled = 0xff8f959e,
};

constexpr Shades dark{
    .window = 0xff26282c,
    .base = 0xff1c1e21,
    .sidebar = 0xff212327,
    .text = 0xffe7e8ea,
    .secondary = 0xff9aa1ab,
    .line = 0xff36393f,
    .strongLine = 0xff4a4e55,
    .hover = 0xff2f3237,
    .button = 0xff2c2f34,
    .accent = 0xff6ea8f0,
    .onAccent = 0xff0f1b2d,
    .selection = 0xff2b3d57,
    .selectedText = 0xffeaf2ff,
    .disabled = 0xff6b7079,
};

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QPalette paletteFor(Scheme scheme)
{
    const Shades &shades = scheme == Scheme::Dark ? dark : light;
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) {
        palette.setColor(QPalette::All, role, QColor(rgb));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.sidebar);
    set(QPalette::Button, shades.button);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, shades.text);
    set(QPalette::PlaceholderText, shades.secondary);
    set(QPalette::ToolTipBase, scheme == Scheme::Dark ? shades.button : shades.base);
    set(QPalette::BrightText, shades.onAccent);
    set(QPalette::Link, shades.accent);
    set(QPalette::LinkVisited, shades.accent);
    set(QPalette::Highlight, shades.selection);
    set(QPalette::HighlightedText, shades.selectedText);
    set(QPalette::Light, shades.base);
    set(QPalette::Midlight, shades.hover);
    set(QPalette::Mid, shades.line);
    set(QPalette::Dark, shades.strongLine);
    set(QPalette::Shadow, scheme == Scheme::Dark ? 0xff000000 : shades.strongLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.line));
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

MapColors mapColors(const QPalette &palette)
{
    if (isDark(palette))
        return {QColor(0x19, 0x1b, 0x1e), QColor(0x33, 0x37, 0x3d), QColor(0x24, 0x27, 0x2b)};
    return {QColor(0xf3, 0xf6, 0xf9), QColor(0xdf, 0xe3, 0xe8), QColor(0xf3, 0xf6, 0xf9)};
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor blend(const QColor &one, const QColor &other, int share)
{
    const auto mix = [share](int a, int b) { return (a * share + b * (255 - share)) / 255; };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

} // namespace peerdesk
