// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/worldoutline.h"

#include "map/mapview.h"

#include <QFile>
#include <QPolygonF>

#include <cstdint>

static void initMapResources()
{
    Q_INIT_RESOURCE(desk_map);
}

namespace peerdesk {
namespace {

constexpr double units = 180; ///< to the degree; the format is described in resources/map/make_world.py

class Reader
{
public:
    explicit Reader(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool startsWith(const char *magic)
    {
        const QByteArray wanted(magic);
        m_good = m_bytes.startsWith(wanted);
        m_at = wanted.size();
        return m_good;
    }
    [[nodiscard]] std::uint8_t byte()
    {
        if (m_at >= m_bytes.size()) {
            m_good = false;
            return 0;
        }
        return static_cast<std::uint8_t>(m_bytes.at(m_at++));
    }
    [[nodiscard]] std::uint32_t varint()
    {
        std::uint32_t value = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            const std::uint8_t part = byte();
            value |= static_cast<std::uint32_t>(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
                break;
        }
        return value;
    }
    [[nodiscard]] std::int32_t zigzag()
    {
        const std::uint32_t value = varint();
        return static_cast<std::int32_t>(value >> 1) ^ -static_cast<std::int32_t>(value & 1);
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_good = true;
};

QPolygonF readRing(Reader &reader)
{
    QPolygonF ring;
    std::int32_t longitude = 0;
    std::int32_t latitude = 0;
    for (std::uint32_t left = reader.varint(); left > 0 && reader.good(); --left) {
        longitude += reader.zigzag();
        latitude += reader.zigzag();
        ring.append(MapView::project(latitude / units, longitude / units));
    }
    return ring;
}

QList<WorldOutline::Polygon> readLevel(Reader &reader)
{
    QList<WorldOutline::Polygon> level;
    for (std::uint32_t polygons = reader.varint(); polygons > 0 && reader.good(); --polygons) {
        WorldOutline::Polygon polygon;
        for (std::uint32_t rings = reader.varint(); rings > 0 && reader.good(); --rings) {
            polygon.path.addPolygon(readRing(reader));
            polygon.path.closeSubpath();
        }
        polygon.bounds = polygon.path.boundingRect();
        level.append(polygon);
    }
    return level;
}

} // namespace

WorldOutline loadWorldOutline()
{
    initMapResources();
    QFile file(QStringLiteral(":/peerdesk/map/world.bin"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Reader reader(file.readAll());
    WorldOutline outline;
    if (!reader.startsWith("PDWM\x01") || reader.byte() != 2)
        return {};
    outline.coarse = readLevel(reader);
    outline.fine = readLevel(reader);
    return outline;
}

} // namespace peerdesk
