#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Peerdesk developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes world.bin, the outline behind the map, from Natural Earth's countries.

    resources/map/make_world.py build/node/node_modules/world-atlas/countries-50m.json resources/map/world.bin

The input is TopoJSON (npm `world-atlas`). Its rings run over the antimeridian and round the pole, so that naive
drawing throws bars across the map: here they are unwrapped, closed over the pole and cut at 180 degrees. Lines are
simplified per arc, so that neighbours keep sharing their border.

world.bin: "PDWM", a byte 1, a byte with the number of levels (coarsest first), then per level a varint count of
polygons; per polygon a varint count of rings; per ring a varint count of points and, as zigzag varints, the
differences of longitude and latitude from the point before in 1/180 degree, the first from 0, 0.
"""
import json
import sys

LEVELS = (0.2, 0.02)  # degrees by which a line may be off
MOST_NORTH, MOST_SOUTH = 84.0, -60.0  # nobody exchanges traffic beyond, and Mercator runs away there
UNITS = 180


def decode_arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def simplify(points, tolerance):
    """Douglas and Peucker, without recursion; the ends stay."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    todo = [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        dx, dy = bx - ax, by - ay
        length = (dx * dx + dy * dy) ** 0.5
        worst, at = 0.0, None
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            off = abs(px * dy - py * dx) / length if length else (px * px + py * py) ** 0.5
            if off > worst:
                worst, at = off, i
        if at is not None and worst > tolerance:
            keep[at] = True
            todo += [(first, at), (at, last)]
    return [point for point, kept in zip(points, keep) if kept]


def join(ring, arcs):
    points = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return points


def unwrap(points):
    """Without jumps of more than half the world; closed over the pole if the ring goes round it."""
    line = [points[0]]
    for lon, lat in points[1:]:
        while lon - line[-1][0] > 180:
            lon -= 360
        while lon - line[-1][0] < -180:
            lon += 360
        line.append((lon, lat))
    if abs(line[-1][0] - line[0][0]) > 180:
        pole = -90.0 if line[0][1] < 0 else 90.0
        line += [(line[-1][0], pole), (line[0][0], pole)]
    return line


def clip(points, inside, cut):
    """One edge of Sutherland and Hodgman."""
    result = []
    for i, current in enumerate(points):
        before = points[i - 1]
        if inside(current):
            if not inside(before):
                result.append(cut(before, current))
            result.append(current)
        elif inside(before):
            result.append(cut(before, current))
    return result


def clip_axis(points, axis, low, high):
    def at(limit):
        def cut(a, b):
            share = (limit - a[axis]) / (b[axis] - a[axis])
            other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
            return (limit, other) if axis == 0 else (other, limit)
        return cut
    points = clip(points, lambda p: p[axis] >= low, at(low)) if points else []
    return clip(points, lambda p: p[axis] <= high, at(high)) if points else []


def pieces(points):
    """The ring cut at the antimeridian: pairs of a side and the piece there, every piece within -180 and 180."""
    line = unwrap(points)
    west, east = min(p[0] for p in line), max(p[0] for p in line)
    shift = -360
    while shift <= 360:
        if west + shift < 180 and east + shift > -180:
            moved = [(lon + shift, lat) for lon, lat in line]
            piece = clip_axis(clip_axis(moved, 0, -180.0, 180.0), 1, MOST_SOUTH, MOST_NORTH)
            if len(piece) >= 3:
                yield shift, piece
        shift += 360


def quantize(points):
    result = []
    for lon, lat in points:
        point = (round(lon * UNITS), round(lat * UNITS))
        if not result or result[-1] != point:
            result.append(point)
    if len(result) > 1 and result[0] == result[-1]:
        result.pop()
    return result


def area(points):
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1]))) / 2


def polygons(topology, arcs, smallest):
    for geometry in topology["objects"]["countries"]["geometries"]:
        if not geometry.get("arcs"):
            continue
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for part in parts:
            sides = {}
            for ring in part:
                for side, piece in pieces(join(ring, arcs)):
                    points = quantize(piece)
                    if len(points) >= 3 and area(points) >= smallest * UNITS * UNITS:
                        sides.setdefault(side, []).append(points)
            yield from sides.values()


def varint(value, out):
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def main(source, target):
    with open(source, encoding="utf-8") as file:
        topology = json.load(file)
    arcs = decode_arcs(topology)
    out = bytearray(b"PDWM\x01" + bytes([len(LEVELS)]))
    for tolerance in LEVELS:
        level = list(polygons(topology, [simplify(arc, tolerance) for arc in arcs], tolerance * tolerance))
        varint(len(level), out)
        for rings in level:
            varint(len(rings), out)
            for ring in rings:
                varint(len(ring), out)
                x = y = 0
                for lon, lat in ring:
                    for step in (lon - x, lat - y):
                        varint(step << 1 if step >= 0 else (-step << 1) - 1, out)
                    x, y = lon, lat
        print(f"tolerance {tolerance}: {len(level)} polygons, {sum(len(r) for p in level for r in p)} points")
    with open(target, "wb") as file:
        file.write(out)
    print(f"{target}: {len(out)} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
