// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include "theme/palette.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

static void initIconResources()
{
    // The icons live in a static library, whose resources nobody else would pull in.
    Q_INIT_RESOURCE(desk_icons);
}

namespace peerdesk {
namespace {

/// File names in the order of the enumeration.
constexpr std::array fileNames = {
    "",
    "candidates",
    "drafts",
    "requests",
    "inbound",
    "sessions",
    "keys",
    "maintenance",
    "reports",
    "settings",
    "network",
    "exchange",
    "facility",
    "globe",
    "circle-check",
    "circle-arrow",
    "circle-x",
    "circle-dot",
    "circle-dashed",
    "circle-pause",
    "circle-question",
    "circle-alert",
    "circle-down",
    "circle-minus",
    "info",
    "clock",
    "triangle-alert",
    "shield-check",
    "gift",
    "pencil",
    "hourglass",
    "broadcast",
    "user-check",
    "user",
    "lock",
    "offline",
    "sign-in",
    "sign-out",
    "search",
    "plus",
    "minus",
    "fit",
    "close",
    "check",
    "undo",
    "more",
    "chevrons",
    "chevron-down",
    "chevron-right",
    "chevron-up",
    "arrow-left",
    "arrow-right",
    "external",
    "copy",
    "download",
    "upload",
    "refresh",
    "trash",
    "filter",
    "mail",
    "draft-plus",
    "keyboard",
    "command",
    "bell",
    "sun",
    "table",
    "paste",
    "peerdesk",
};
static_assert(fileNames.size() == static_cast<std::size_t>(Icon::Peerdesk) + 1);

QPixmap render(Icon name, int pixels, const QColor &color)
{
    initIconResources();
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/peerdesk/icons/%1.svg").arg(QLatin1String(fileNames.at(static_cast<int>(name)))));
    if (name == Icon::None || !file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(color.alphaF());
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

QPixmap pixelExact(Icon name, int pixels, const QColor &color)
{
    const QString key =
        QStringLiteral("peerdesk-icon-%1-%2-%3").arg(static_cast<int>(name)).arg(pixels).arg(color.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, pixels, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

/// Draws one icon in the palette's colour of the moment.
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(Icon name, Tint tint)
        : m_name(name)
        , m_tint(tint)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return pixelExact(m_name, std::min(size.width(), size.height()), color(mode));
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        switch (m_tint) {
        case Tint::Secondary:
            return palette.color(role::secondaryText);
        case Tint::Accent:
            return palette.color(role::accent);
        case Tint::OnAccent:
            return palette.color(role::onAccent);
        case Tint::Text:
            break;
        }
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
    }

    Icon m_name;
    Tint m_tint;
};

} // namespace

QIcon icon(Icon name, Tint tint)
{
    return name == Icon::None ? QIcon() : QIcon(new TintedIconEngine(name, tint));
}

QPixmap iconPixmap(Icon name, int size, qreal devicePixelRatio, const QColor &color)
{
    QPixmap pixmap = pixelExact(name, static_cast<int>(std::lround(size * devicePixelRatio)), color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRect &rect, Icon name, const QColor &color)
{
    const int size = std::min(rect.width(), rect.height());
    const QPixmap pixmap = iconPixmap(name, size, painter->device()->devicePixelRatioF(), color);
    painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pixmap);
}

} // namespace peerdesk
