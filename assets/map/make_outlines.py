#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes europe.txt: coasts, borders and surfaces for the map, as few points as it takes. Run by hand.

usage: make_outlines.py COUNTRIES LAENDER >europe.txt

COUNTRIES  countries-10m.json of the npm package world-atlas 2.0.2 (TopoJSON of Natural Earth 4.1.0)
LAENDER    germany.svg of the npm package @svg-maps/germany 2.0.0

The drawing of the Länder names no projection. Three are tried; each is fitted to the German outline by least squares,
point to nearest point, again and again, and the best is taken. Its error goes to the head of the file.
"""
import collections
import json
import math
import re
import sys
import xml.etree.ElementTree

EARTH_KM = 6371.0
CENTRE = (10.0, 52.0)  # as in kiosk/ui/map_projection.h
WEST, EAST, SOUTH, NORTH = -32.0, 75.0, 28.0, 74.0  # what lies outside is pushed to this edge
GERMANY = "276"
COAST, BORDER, GERMAN, LAND = range(4)  # kinds of lines, as in kiosk/ui/map_outlines.h


# ------------------------------------------------------------------------------------------------------- projections
def equal_area(point):
    """Lambert's azimuthal equal-area projection, km east and north of CENTRE."""
    east, north, north0 = math.radians(point[0] - CENTRE[0]), math.radians(point[1]), math.radians(CENTRE[1])
    to_centre = math.sin(north0) * math.sin(north) + math.cos(north0) * math.cos(north) * math.cos(east)
    k = EARTH_KM * math.sqrt(2 / (1 + to_centre))
    return (k * math.cos(north) * math.sin(east),
            k * (math.cos(north0) * math.sin(north) - math.sin(north0) * math.cos(north) * math.cos(east)))


def plate_carree(point):
    return point


def mercator(point):
    return point[0], math.degrees(math.asinh(math.tan(math.radians(point[1]))))


def from_mercator(plane):
    return plane[0], math.degrees(math.atan(math.sinh(math.radians(plane[1]))))


def transverse(point):
    """Transverse Mercator around 9 degrees east, on a sphere."""
    east, north = math.radians(point[0] - 9), math.radians(point[1])
    return (math.degrees(math.atanh(math.cos(north) * math.sin(east))),
            math.degrees(math.atan2(math.tan(north), math.cos(east))))


def from_transverse(plane):
    x, y = math.radians(plane[0]), math.radians(plane[1])
    return (9 + math.degrees(math.atan2(math.sinh(x), math.cos(y))),
            math.degrees(math.asin(math.sin(y) / math.cosh(x))))


PROJECTIONS = {"plate carrée": (plate_carree, plate_carree), "Mercator": (mercator, from_mercator),
               "transverse Mercator": (transverse, from_transverse)}


# -------------------------------------------------------------------------------------------------------- countries
class Countries:
    """The TopoJSON, with its arcs as points in degrees."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            topology = json.load(file)
        (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
        self.arcs, self.users = [], collections.defaultdict(list)
        for arc in topology["arcs"]:
            x = y = 0
            points = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                lon = x * sx + tx
                points.append((lon + 360 if lon < -90 else lon, y * sy + ty))  # Russia is cut at 180 degrees
            self.arcs.append(points)
        self.polygons = []  # (country, arcs of the outer ring); holes belong to other countries or to lakes
        for geometry in topology["objects"]["countries"]["geometries"]:
            if geometry["type"] is None or "arcs" not in geometry:
                continue
            parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
            for rings in parts:
                self.polygons.append((geometry.get("id"), rings[0]))
                for ring in rings:
                    for arc in ring:
                        self.users[arc if arc >= 0 else ~arc].append(geometry.get("id"))

    def ring(self, arcs):
        points = []
        for arc in arcs:
            points += (self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1])[:-1]
        return points


def area_km2(points):
    plane = [equal_area(p) for p in points]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(plane, plane[1:] + plane[:1]))) / 2


def pushed(point):
    return min(max(point[0], WEST), EAST), min(max(point[1], SOUTH), NORTH)


def tolerance_km(point):
    lon, lat = point
    if 5 < lon < 16 and 46.5 < lat < 55.6:
        return 1.2
    if 1 < lon < 20 and 44 < lat < 58:
        return 4.0
    if -11 < lon < 33 and 34 < lat < 66:
        return 7.0
    return 40.0


def simplified(points):
    """Douglas and Peucker's way, with both ends kept; a closed line is cut where it is farthest from its end."""
    points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    if points[0] == points[-1] and len(points) > 3:
        cut = max(range(len(points)), key=lambda i: math.dist(points[i], points[0]))
        return simplified(points[:cut + 1])[:-1] + simplified(points[cut:])
    plane = [equal_area(p) for p in points]
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = plane[first], plane[last]
        length = math.hypot(bx - ax, by - ay)
        worst, at = 0.0, None
        for i in range(first + 1, last):
            px, py = plane[i]
            away = (abs((bx - ax) * (py - ay) - (by - ay) * (px - ax)) / length if length
                    else math.hypot(px - ax, py - ay))
            if away / tolerance_km(points[i]) > worst:
                worst, at = away / tolerance_km(points[i]), i
        if worst > 1:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


# ---------------------------------------------------------------------------------------------------------- Länder
def read_laender(path):
    """Land -> rings of the drawing, in its own units."""
    laender = {}
    for element in xml.etree.ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}path"):
        rings, numbers = [], iter(re.findall(r"[mz]|-?[\d.]+", element.get("d")))
        x = y = 0.0
        for token in numbers:
            if token == "m":
                rings.append([])
                continue
            if token == "z":
                x, y = rings[-1][0]
                continue
            x, y = x + float(token), y + float(next(numbers))
            rings[-1].append((x, y))
        laender[element.get("id")] = rings
    return laender


class Near:
    """Finds points that lie near."""

    def __init__(self, tagged, cell):
        self.cell, self.grid = cell, collections.defaultdict(list)
        for point, tag in tagged:
            self.grid[self._key(point)].append((point, tag))

    def _key(self, point):
        return int(point[0] // self.cell), int(point[1] // self.cell)

    def around(self, point):
        x, y = self._key(point)
        return (found for dx in (-1, 0, 1) for dy in (-1, 0, 1) for found in self.grid.get((x + dx, y + dy), ()))

    def nearest(self, point):
        return min(((math.dist(point, other), other) for other, _ in self.around(point)), default=(math.inf, None))


def inner_borders(laender, same=0.2):
    """Runs of points that two Länder share, and the points that only one has."""
    near = Near(((p, land) for land, rings in laender.items() for ring in rings for p in ring), 1.0)
    runs, outer = [], []
    for land, rings in laender.items():
        for ring in rings:
            shared = [{other for p, other in near.around(q) if other != land and math.dist(p, q) < same} for q in ring]
            outer += [q for q, others in zip(ring, shared) if not others]
            for neighbour in sorted(set().union(*shared)):
                if neighbour > land:
                    runs += runs_of(ring, [neighbour in others for others in shared])
    return runs, outer


def runs_of(ring, is_in):
    """The longest stretches of a closed ring that are in; one point that is out makes no gap."""
    n = len(ring)
    filled = [is_in[i] or (is_in[i - 1] and is_in[(i + 1) % n]) for i in range(n)]
    if all(filled):
        return [ring + ring[:1]]
    start = filled.index(False)
    runs, run = [], []
    for i in range(start, start + n + 1):
        if filled[i % n]:
            run.append(ring[i % n])
        elif run:
            runs += [run] if len(run) > 1 else []
            run = []
    return runs


def solve(rows, values):
    """Least squares by the normal equations; three unknowns."""
    m = [[sum(r[i] * r[j] for r in rows) for j in range(3)] + [sum(r[i] * v for r, v in zip(rows, values))]
         for i in range(3)]
    for i in range(3):
        pivot = max(range(i, 3), key=lambda k: abs(m[k][i]))
        m[i], m[pivot] = m[pivot], m[i]
        for k in range(3):
            if k != i:
                factor = m[k][i] / m[i][i]
                m[k] = [a - factor * b for a, b in zip(m[k], m[i])]
    return [m[i][3] / m[i][i] for i in range(3)]


def densified(points, step_km=0.5):
    for a, b in zip(points, points[1:]):
        n = max(1, int(math.dist(equal_area(a), equal_area(b)) / step_km))
        yield from ((a[0] + (b[0] - a[0]) * i / n, a[1] + (b[1] - a[1]) * i / n) for i in range(n))


def fit(outer, outline, there, back):
    """A map from the drawing to degrees, and its error in km: median, and of 95 of 100 points."""
    plane = [there(p) for p in outline]
    (x0, x1), (y0, y1) = ((min(v), max(v)) for v in zip(*plane))
    (u0, u1), (v0, v1) = ((min(v), max(v)) for v in zip(*outer))
    kx, ky = (x1 - x0) / (u1 - u0), (y1 - y0) / (v1 - v0)
    ax, ay = [kx, 0.0, x0 - kx * u0], [0.0, -ky, y1 + ky * v0]
    near = Near(((p, None) for p in plane), 0.5)
    to_plane = lambda p: (ax[0] * p[0] + ax[1] * p[1] + ax[2], ay[0] * p[0] + ay[1] * p[1] + ay[2])
    for _ in range(25):
        pairs = sorted(((*near.nearest(to_plane(p)), p) for p in outer), key=lambda pair: pair[0])
        pairs = pairs[:len(pairs) * 9 // 10]  # the rest are islets that one of both has not
        rows = [(p[0], p[1], 1.0) for _, _, p in pairs]
        ax, ay = solve(rows, [q[0] for _, q, _ in pairs]), solve(rows, [q[1] for _, q, _ in pairs])
    errors = sorted(math.dist(equal_area(back(to_plane(p))), equal_area(back(near.nearest(to_plane(p))[1])))
                    for p in outer if near.nearest(to_plane(p))[1])
    return (lambda p: back(to_plane(p))), errors[len(errors) // 2], errors[len(errors) * 95 // 100]


def laender_lines(path, outline):
    """Borders between Länder in degrees, and a sentence about how well they fit."""
    runs, outer = inner_borders(read_laender(path))
    dense = list(densified(outline))
    fits = {name: fit(outer, dense, *both) for name, both in PROJECTIONS.items()}
    best = min(fits, key=lambda name: fits[name][1])
    said = "; ".join(f"{name} {fits[name][1]:.1f} km (95 %: {fits[name][2]:.1f} km)" for name in fits)
    near = Near(((p, None) for p in dense), 0.15)
    lines = []
    for run in runs:
        line = [fits[best][0](p) for p in run]
        for end in (0, -1):  # where the border of a Land meets the German outline it ends on it
            away, there = near.nearest(line[end])
            if away < 0.1 and line[0] != line[-1]:
                line[end] = there
        lines.append(line)
    return lines, f"Taken: {best}. Median distance to the outline: {said}."


# ------------------------------------------------------------------------------------------------------- triangles
def cross(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def triangles(ring, plane):
    """Ears of a ring of indices; where simplifying made it cross itself, the flattest corner is given up."""
    turn = sum(plane[a][0] * plane[b][1] - plane[b][0] * plane[a][1] for a, b in zip(ring, ring[1:] + ring[:1]))
    left = ring if turn > 0 else ring[::-1]
    out, at, tried = [], 0, 0
    while len(left) >= 3:
        n = len(left)
        corner = left[at - 1], left[at % n], left[(at + 1) % n]
        a, b, c = (plane[p] for p in corner)
        area = cross(a, b, c)
        if tried > n or area == 0 or (area > 0 and not any(
                p not in corner and inside(plane[p], a, b, c) for p in left)):
            out += [corner] if area > 0 else []
            del left[at % n]
            at, tried = (at + 1) % max(1, n - 1), 0  # every other corner: triangles of about the same size
        else:
            at, tried = (at + 1) % n, tried + 1
    return out


def inside(p, a, b, c):
    return cross(a, b, p) >= 0 and cross(b, c, p) >= 0 and cross(c, a, p) >= 0


# ------------------------------------------------------------------------------------------------------------ file
class Points:
    """Every point once, in thousandths of a degree."""

    def __init__(self):
        self.index, self.all = {}, []

    def __call__(self, point):
        key = round(point[0] * 1000), round(point[1] * 1000)
        if key not in self.index:
            self.index[key] = len(self.all)
            self.all.append(key)
        return self.index[key]

    def line(self, line):
        out = []
        for point in line:
            index = self(point)
            if not out or out[-1] != index:
                out.append(index)
        return out


def is_edge(a, b):
    """Between points that were pushed: no coast of anything."""
    return any(a[i] == b[i] == limit for i, limit in ((0, WEST), (0, EAST), (1, SOUTH), (1, NORTH)))


def is_seen(points):
    if not any(WEST < x < EAST and SOUTH < y < NORTH for x, y in points):
        return False
    pushed_ring = [pushed(p) for p in points]
    return area_km2(pushed_ring) > {1.2: 40, 4.0: 150, 7.0: 400, 40.0: 8000}[tolerance_km(pushed_ring[0])]


def pieces(line):
    """A line without what runs along the edge."""
    piece = line[:1]
    for a, b in zip(line, line[1:]):
        if is_edge(a, b):
            if len(piece) > 1:
                yield piece
            piece = [b]
        else:
            piece.append(b)
    if len(piece) > 1:
        yield piece


def differences(numbers, step):
    return [n - numbers[i - step] if step and i >= step else n for i, n in enumerate(numbers)]


def rows(numbers, width=120):
    line = ""
    for number in numbers:
        if len(line) + len(str(number)) + 1 > width:
            yield line
            line = ""
        line += f"{number},"
    yield line


def main(countries_path, laender_path):
    world = Countries(countries_path)
    seen = [(country, arcs) for country, arcs in world.polygons if is_seen(world.ring(arcs))]
    used = {arc if arc >= 0 else ~arc for _, arcs in seen for arc in arcs}
    arcs = {arc: simplified([pushed(p) for p in world.arcs[arc]]) for arc in used}
    points, lines, land, germany = Points(), [], [], []
    for arc in sorted(arcs):
        users = set(world.users[arc])
        kind = GERMAN if GERMANY in users and len(users) > 1 else BORDER if len(users) > 1 else COAST
        for piece in pieces(arcs[arc]):
            indices = points.line(piece)
            if len(indices) > 1:
                lines.append((kind, indices))
    outline = max((world.ring(a) for country, a in seen if country == GERMANY), key=area_km2)
    laender, error = laender_lines(laender_path, outline + outline[:1])
    for border in laender:
        lines.append((LAND, points.line(simplified(border))))
    for country, ring in seen:
        whole = [p for arc in ring for p in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]]
        indices = points.line(whole)
        while len(indices) > 1 and indices[0] == indices[-1]:
            indices.pop()
        if len(indices) < 3:
            continue
        plane = {i: equal_area((points.all[i][0] / 1000, points.all[i][1] / 1000)) for i in indices}
        (germany if country == GERMANY else land).extend(triangles(indices, plane))
    print(f"""\
# Outlines of the map, written by make_outlines.py; see there. Do not edit.
# Coasts and borders of countries: Natural Earth 4.1.0 (naturalearthdata.com), public domain, from countries-10m.json of
# world-atlas 2.0.2. Simplified to 1.2 km around Germany, 4 km next to it, 7 km elsewhere in Europe, 40 km beyond.
# Borders of the Länder: MapSVG (mapsvg.com/maps/germany), CC BY 4.0, from germany.svg of @svg-maps/germany 2.0.0; fitted
# to the German outline, reduced to the borders between two Länder, simplified to 1.2 km.
# {error}
#
# Each number but those of lines is what to add to the one before in its list, of points to the one two before.
# points: longitude, latitude in thousandths of a degree. lines: kind (0 coast, 1 border, 2 German border, 3 border of a
# Land), number of points. ways: the points of all lines, one after the other. land, germany: triangles.""")
    for name, numbers, step in (("points", [v for p in points.all for v in p], 2),
                                ("lines", [v for kind, line in lines for v in (kind, len(line))], 0),
                                ("ways", [v for _, line in lines for v in line], 1),
                                ("land", [v for t in land for v in t], 1),
                                ("germany", [v for t in germany for v in t], 1)):
        print(name, *rows(differences(numbers, step)), sep="\n")
    print(f"{len(points.all)} points, {len(lines)} lines, {len(land)} + {len(germany)} triangles\n{error}",
          file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
