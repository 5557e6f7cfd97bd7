"""Sets by the sea: harbour, beach."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, growing
from .boats import lighthouse, rowing_boat, sail_boat, steamer, sweeping_beam
from .building import house, paving, street_lamp
from .decks import bollard
from .extras import passers
from .life import Sprite, around, bobbing, together
from .sea import ripples, sea, surf
from .site import Plane, Site


def _afloat(site: Site, x: float, y: float, size: float, haze: float) -> LivePainter:
    """Return a sailing boat that bobs on the water."""
    boat = Sprite((-76, -110, 78, 38), lambda canvas: sail_boat(site, canvas, 0, 0, 1.0, haze))
    rocking = bobbing((0.0, 0.0), lift=2.6 * size, lean=2.2, period=site.rng(f"boat {x:.0f}").uniform(3.6, 5.2))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        now = rocking(seconds)
        boat.draw(canvas, x, y + now.dy, scale=size, turn=now.turn)

    return live


def harbour(site: Site) -> list[Plane]:
    """Draw a harbour town: houses on the quay, boats that bob, a lighthouse across the water, a ship far out."""
    line, docks = (
        site.horizon - 92,
        site.has("dock", "docks", "container", "wharf", "port") and site.era not in {"medieval"},
    )
    wide = min(0.5, 0.44 + site.width / 20_000)
    ship = Sprite((-190, -290, 190, 6), lambda canvas: steamer(site, canvas))
    course = around(site.at(0.62), 5, site.left - 200, site.right + 200)

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far coast", line + 8, 90, site.tone("#4d5f86", 0.62))
        air.ridge(site, canvas, "coast", line + 14, 52, site.tone("#43557a", 0.42))
        sea(site, canvas, line)
        lighthouse(site, canvas, site.across(0.80), line + 26)

    def town(canvas: skia.Canvas) -> None:
        air.haze(site, canvas, site.horizon - 60, 70, 0.30)
        if docks:
            _dockyard(site, canvas, site.at(wide))
            return
        rng, x, index = site.rng("town"), site.left - 10, 0
        walls = ("#d98e66", "#e3c08a", "#8fa7a5", "#c46b5e", "#b9a0b0", "#7f97b5")
        while x < site.at(wide) - 60:
            broad, tall = rng.uniform(120, 170), rng.uniform(130, 235) * (0.5 + 0.5 * site.rise)
            roof = ("#7a3b3a", "#4d4a63", "#6a4a3c")[index % 3]
            wall = walls[(index + site.seed) % 6]
            house(site, canvas, rng, x, site.horizon + 12, broad, tall, wall, roof, 0.10, gabled=index % 2 == 1)
            x, index = x + broad + rng.uniform(2, 16), index + 1

    water = ripples(site, line + 4, site.horizon + 70)
    beam = sweeping_beam(site, site.across(0.80), line - 250)
    boats = together(
        _afloat(site, site.across(0.66), line + 34, 0.55, 0.16), _afloat(site, site.across(0.54), line + 48, 0.8, 0.12)
    )

    def out_there(canvas: skia.Canvas, seconds: float) -> None:
        water(canvas, seconds)
        ship.draw(canvas, course(seconds), line + 12, scale=0.42)
        boats(canvas, seconds)
        beam(canvas, seconds)

    return [
        *air.heavens(site, birds_at=(site.at(0.56), line - 150)),
        Plane("sea", 0.22, far),
        Plane.living("water", 0.3, out_there),
        Plane("town", 0.52, town),
        Plane("quay", 0.72, lambda canvas: _quay(site, canvas)),
        Plane.living("quay life", 0.74, passers(site, "quay", site.horizon + 26, site.peopled(1), haze=0.3)),
        Plane("near", 1.45, lambda canvas: bollard(site, canvas)),
    ]


def _dockyard(site: Site, canvas: skia.Canvas, right: float) -> None:
    rng, base = site.rng("containers"), site.horizon + 12
    iron = site.tone("#c8a040", 0.2)
    x = right - 90
    canvas.drawLine(x, base, x, base - 330, stroke(iron, 13))
    canvas.drawLine(x + 50, base, x + 50, base - 330, stroke(iron, 13))
    canvas.drawLine(x - 160, base - 330, x + 170, base - 330, stroke(iron, 15))
    canvas.drawPath(
        polygon([(x - 150, base - 330), (x + 25, base - 400), (x + 165, base - 330)], closed=False), stroke(iron, 5)
    )
    canvas.drawLine(x + 140, base - 330, x + 140, base - 190, stroke(site.tone("#2a2c30", 0.2), 3))
    for level in range(4):
        left = site.left - 20 + 30 * level
        while left < right - 150 - 70 * level:
            colour = site.tone(rng.choice(("#b8483c", "#3f6a9a", "#4a8a6a", "#d8a03c", "#7a7f88")), 0.12)
            canvas.drawRect(
                skia.Rect.MakeXYWH(left, base - 56 * (level + 1), 124, 54),
                fill(
                    colour,
                    shader=linear(
                        (0, base - 56 * (level + 1)),
                        (0, base - 56 * level),
                        [site.lit(colour, 0.15), site.shaded(colour, 0.3)],
                    ),
                ),
            )
            for rib in range(9):
                canvas.drawLine(
                    left + 10 + rib * 13,
                    base - 56 * (level + 1) + 4,
                    left + 10 + rib * 13,
                    base - 56 * level - 6,
                    stroke(site.shaded(colour, 0.3), 2, 0.6),
                )
            left += 128


def _quay(site: Site, canvas: skia.Canvas) -> None:
    y, low = site.horizon + 8, site.horizon
    far, near = site.tone("#8b7f86", 0.22), site.shaded(site.tone("#5d5664"), 0.28)
    edge = [(site.at(0.5), y), (site.at(0.63), low + 72), (site.right, low + 96)]
    top = polygon([(site.left, y), *edge, (site.right, site.bottom), (site.left, site.bottom)])
    canvas.drawPath(top, fill(far, shader=linear((0, y), (0, site.bottom), [far, near])))
    side = [(site.right, low + 118), (site.at(0.622), low + 92), (site.at(0.49), y + 12)]
    canvas.drawPath(polygon([*edge, *side]), fill(site.shaded(near, 0.35)))
    clip = polygon([(site.left, y + 8), *reversed(side), (site.right, site.bottom), (site.left, site.bottom)])
    paving(site, canvas, y + 8, clip=clip)
    street_lamp(site, canvas, site.at(0.105), low + 70, 185)
    street_lamp(site, canvas, site.at(0.475), low + 40, 120)


def beach(site: Site) -> list[Plane]:
    """Draw a beach in one of four layouts: palms, dunes with a boat, a pier, cliffs with rocks."""
    south = site.has("palm", "tropical", "island", "caribbean", "paradise", "lagoon", "hawaii", "desert")
    layout = 0 if south else site.variant("layout", 4)
    line, y = site.horizon - 40, site.horizon + 34
    steps = (0.0, 0.2, 0.42, 0.6, 0.8, 1.0)
    shore = [
        (site.left - 20 + (site.span + 40) * share, y + (18, 0, 20, 6, -6, 14)[index])
        for index, share in enumerate(steps)
    ]

    def water(canvas: skia.Canvas) -> None:
        if layout == 3:
            _cliffs(site, canvas, line)
        else:
            air.ridge(site, canvas, "headland", line + 4, 60, site.tone("#5a7a7a", 0.60))
        sea(site, canvas, line, "#2a7d8f")
        if layout == 2:
            _pier(site, canvas, line)

    def sand(canvas: skia.Canvas) -> None:
        path = smooth(shore, tension=1)
        path.lineTo(site.right + 20, site.bottom)
        path.lineTo(site.left - 20, site.bottom)
        bare = "#e6c88f" if not site.snowy else "#eef2f4"
        far, near = site.tone(mix(bare, "#7a6a4a", 0.35), 0.15), site.shaded(site.tone(bare), 0.14)
        canvas.drawPath(
            path, fill(far, shader=linear((0, y), (0, site.bottom), [far, site.tone(bare, 0.06), near], [0, 0.25, 1]))
        )
        rng = site.rng("shells")
        for _ in range(round(site.span / 30)):
            spot = rng.uniform(y + 50, site.bottom)
            canvas.drawOval(
                skia.Rect.MakeXYWH(rng.uniform(site.left, site.right), spot, 7, 3.5), fill(site.shaded(near, 0.3), 0.6)
            )

    def things(canvas: skia.Canvas) -> None:
        rng, base = site.rng("shore things"), site.horizon + 90
        if layout == 0:
            for share, tall, lean in ((0.03, 380, 0.22), (0.11, 300, 0.10), (0.95, 350, -0.24)):
                growing.palm(site, canvas, site.across(share), base, tall * (0.5 + 0.5 * site.rise), 0.04, lean)
            if not site.light.dark and not site.wet and site.peopled(1):
                _parasol(site, canvas, site.across(0.74), base + 6)
        elif layout == 1:
            rowing_boat(site, canvas, site.across(0.74), base + 6)
            for index in range(14):
                x = site.across(0.02 + 0.016 * index)
                growing.bare_branches(
                    canvas, rng, x, base - 6 + 3 * index, rng.uniform(50, 96), site.tone("#8f9a52", 0.06)
                )
        elif layout == 2:
            for share in (0.14, 0.84):
                _beach_hut(
                    site, canvas, site.across(share), base, rng.choice(("#c8564a", "#4a8ab0", "#e0b04a", "#5aa07a"))
                )
        for share, size in (
            ((0.92, 56), (0.86, 30), (0.07, 38)) if layout != 3 else ((0.06, 120), (0.17, 70), (0.90, 130), (0.78, 48))
        ):
            growing.rock(site, canvas, rng, site.across(share), base - 6, size, site.tone("#75706e", 0.08))

    return [
        *air.heavens(site, birds_at=(site.at(0.3), site.horizon * 0.5)),
        Plane("sea", 0.24, water),
        Plane.living(
            "water",
            0.3,
            together(ripples(site, line + 3, y + 4), _afloat(site, site.across(0.30), line + 12, 0.42, 0.3)),
        ),
        Plane("sand", 0.7, sand),
        Plane.living(
            "surf",
            0.71,
            together(
                surf(site, shore),
                passers(site, "strand", y + 22, site.peopled(1) if not site.light.dark else 0, haze=0.3),
            ),
        ),
        Plane("shore", 0.78, things),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#35401f")),
    ]


def _cliffs(site: Site, canvas: skia.Canvas, line: float) -> None:
    chalk = site.tone("#d0c4b0" if site.variant("cliff", 2) else "#8a7a70", 0.36)
    side, edge = (-1, site.right) if site.mirrored else (1, site.left)
    reach = site.span * 0.42
    top = [(0.0, -300), (0.3, -280), (0.52, -230), (0.66, -190), (0.80, -90), (0.92, -60), (1.0, 8)]
    points = [(edge + side * reach * dx, line + dy * (0.6 + 0.4 * site.rise)) for dx, dy in top]
    face = polygon([*points, (edge, line + 10)])
    canvas.drawPath(
        face, fill(chalk, shader=linear((0, line - 300), (0, line), [site.lit(chalk, 0.2), site.shaded(chalk, 0.25)]))
    )
    canvas.drawPath(polygon(points, closed=False), stroke(site.tone("#6a8a52", 0.36), 16))
    for index in range(7):
        x = edge + side * reach * (0.08 + 0.11 * index)
        canvas.drawLine(x, line - 210 + 26 * index, x + side * 14, line + 4, stroke(site.shaded(chalk, 0.4), 4, 0.4))


def _pier(site: Site, canvas: skia.Canvas, line: float) -> None:
    wood = site.tone("#6a5040", 0.24)
    side = -1 if site.mirrored else 1
    start, end = site.at(0.5) - side * site.span * 0.6, site.at(0.5) + side * 190
    for index in range(18):
        x = start + (end - start) * index / 17
        canvas.drawLine(x, line + 46, x, line - 4, stroke(wood, 7))
    canvas.drawLine(start, line - 6, end, line - 6, stroke(wood, 12))
    canvas.drawLine(start, line - 30, end, line - 30, stroke(wood, 3))
    canvas.drawRect(skia.Rect.MakeXYWH(end - 70, line - 66, 80, 60), fill(site.tone("#e8dcc4", 0.24)))
    canvas.drawPath(
        polygon([(end - 82, line - 66), (end - 30, line - 112), (end + 22, line - 66)]),
        fill(site.tone("#b8483c", 0.24)),
    )


def _beach_hut(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str) -> None:
    wall = site.tone(colour, 0.05)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - 60, base - 120, 120, 124),
        fill(wall, shader=linear((x - 60, 0), (x + 60, 0), [site.lit(wall, 0.2), site.shaded(wall, 0.25)])),
    )
    for index in range(6):
        canvas.drawRect(skia.Rect.MakeXYWH(x - 56 + index * 20, base - 120, 9, 124), fill("#ffffff", 0.35))
    canvas.drawPath(
        polygon([(x - 74, base - 116), (x, base - 176), (x + 74, base - 116)]), fill(site.tone("#f4eee0", 0.05))
    )
    canvas.drawRect(skia.Rect.MakeXYWH(x - 20, base - 84, 40, 88), fill(site.shaded(wall, 0.35)))


def _parasol(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    canvas.drawOval(skia.Rect(x - 70, base - 8, x + 120, base + 14), fill(site.light.shade, 0.3, blur=4))
    canvas.drawLine(x, base, x + 34, base - 196, stroke(site.tone("#efe6d4"), 6))
    for index in range(6):
        colour = site.tone("#d9483c" if index % 2 else "#f4ead8", 0.03)
        left, right = -118 + index * 40, -118 + (index + 1) * 40
        panel = [(left + 32, -150 + left * 0.16), (right + 32, -150 + right * 0.16), (36, -212)]
        canvas.drawPath(polygon([(x + dx, base + dy) for dx, dy in panel]), fill(colour))
