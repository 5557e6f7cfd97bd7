"""Rooms for sport and sound and for driving: a pool, a bowling alley, a recording studio, a cockpit, a bus."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import fittings, fixtures, machines, riding, room
from .interior import Interior
from .sea import ripples
from .site import Plane, Site


def pool_hall(site: Site) -> list[Plane]:
    """Draw an indoor swimming pool: tiles, a row of windows, lanes in blue water, starting blocks, a clock."""
    low = site.floor
    home = Interior(site, "#d4e4e8", "#d8e2e0", pattern="tiles", stripes=False, lit_from=0.5)
    for share in (0.10, 0.37, 0.63, 0.90):
        home.window(share, 200, 230, above=470, panes=2, frame="#8aa4ac")

    def water(canvas: skia.Canvas) -> None:
        blue = site.tone("#3fb0d0")
        top, bottom, middle = low + 34, site.bottom, site.at(0.5)
        half = max(340.0, site.width * 0.36)
        edge = [
            (middle - half, top),
            (middle + half, top),
            (middle + half * 2.2, bottom),
            (middle - half * 2.2, bottom),
        ]
        canvas.drawPath(
            polygon(edge),
            fill(blue, shader=linear((0, top), (0, bottom), [site.lit(blue, 0.4), blue, site.shaded(blue, 0.2)])),
        )
        canvas.drawLine(middle - half, top, middle + half, top, stroke(site.tone("#f4f6f4"), 10))
        for step in range(1, 6):
            x = middle - half + 2 * half * step / 6
            out = middle + (x - middle) * 2.2
            for part in range(14):
                a, b = (part / 14) ** 1.4, ((part + 0.6) / 14) ** 1.4
                canvas.drawLine(
                    x + (out - x) * a,
                    top + (bottom - top) * a,
                    x + (out - x) * b,
                    top + (bottom - top) * b,
                    stroke(site.tone("#e2574a" if part % 2 else "#f4f1e8"), 3 + 9 * a),
                )
        for step in range(6):
            x = middle - half + 2 * half * (step + 0.5) / 6
            canvas.drawRRect(rounded(x - 24, top - 52, 48, 42, 5), fill(site.tone("#3a6a9a")))
            canvas.drawRect(skia.Rect(x - 30, top - 58, x + 30, top - 46), fill(site.tone("#f4f6f4")))

    home.lay(water)
    home.hang(0.5, 110, lambda canvas, x: fixtures.clock_face(site, canvas, x + 55, low - 330, 44), flip=False)
    home.moving(ripples(site, low + 60, site.bottom - 30, calm=True))
    return home.planes()


def bowling(site: Site) -> list[Plane]:
    """Draw a bowling alley: shining lanes that run to white pins, gutters, screens, balls on a rack."""
    low = site.floor
    home = Interior(site, "#3a3560", "#c8965a", pattern="plain", stripes=False, lit_from=0.5)
    tints = [site.grade.colour(each) for each in ("#ff5a8a", "#4ad8e8", "#ffc03c", "#8aff6a")]

    def lanes(canvas: skia.Canvas) -> None:
        top, bottom, middle = low - 4, site.bottom, site.at(0.5)
        wood, dark = site.tone("#d8a860"), site.tone("#3a3038")
        for index in range(-4, 5):
            x, out = middle + index * 150, middle + index * 390
            lane = [(x - 56, top), (x + 56, top), (out + 150, bottom), (out - 150, bottom)]
            canvas.drawPath(
                polygon(lane), fill(wood, shader=linear((0, top), (0, bottom), [site.lit(wood, 0.3), wood]))
            )
            for side in (-1, 1):
                gutter = [
                    (x + side * 56, top),
                    (x + side * 74, top),
                    (out + side * 194, bottom),
                    (out + side * 150, bottom),
                ]
                canvas.drawPath(polygon(gutter), fill(dark))
            for dx in (-30, 0, 30):
                canvas.drawLine(x + dx * 0.6, top + 70, x + dx * 0.5, top + 50, stroke(site.shaded(wood, 0.5), 4))

    def ends(canvas: skia.Canvas) -> None:
        middle = site.at(0.5)
        canvas.drawRect(skia.Rect(site.left, low - 200, site.right, low), fill(site.shaded(site.tone("#241f38"), 0.2)))
        for index in range(-4, 5):
            x = middle + index * 150
            glow(canvas, (x, low - 60), 120, tints[index % 4], 0.45)
            for row, count in ((0, 4), (1, 3), (2, 2), (3, 1)):
                for step in range(count):
                    _pin(site, canvas, x + (step - (count - 1) / 2) * 24, low - 22 + row * 6)
            canvas.drawRect(skia.Rect(x - 74, low - 300, x + 74, low - 196), fill(site.tone("#2c2a4a")))
            canvas.drawRect(skia.Rect(x - 62, low - 290, x + 62, low - 210), fill(tints[(index + 1) % 4], 0.75))
            for step in range(4):
                canvas.drawRect(skia.Rect.MakeXYWH(x - 50 + step * 26, low - 266, 19, 30), fill("#ffffff", 0.75))
        canvas.drawLine(site.left, low - 198, site.right, low - 198, stroke(tints[1], 6))

    home.cover(ends)
    home.lay(lanes)
    home.stand(0.90, 220, lambda canvas, x: _ball_rack(site, canvas, x, low + 90, tints))
    return home.planes()


def _pin(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    white = site.tone("#f8f6f0")
    shape = [
        (x - 7, base),
        (x - 11, base - 22),
        (x - 5, base - 42),
        (x - 6, base - 56),
        (x, base - 64),
        (x + 6, base - 56),
        (x + 5, base - 42),
        (x + 11, base - 22),
        (x + 7, base),
    ]
    canvas.drawPath(smooth(shape, closed=True, tension=0.6), fill(white))
    canvas.drawLine(x - 5, base - 45, x + 5, base - 45, stroke(site.tone("#d8342c"), 4))


def _ball_rack(site: Site, canvas: skia.Canvas, x: float, base: float, tints: list[str]) -> None:
    for level in range(2):
        y = base - 30 - level * 70
        for index in range(4):
            ball = mix(tints[(index + level) % 4], "#20202a", 0.25)
            canvas.drawCircle(x + 32 + index * 52, y - 22, 24, fill(ball))
            canvas.drawCircle(x + 24 + index * 52, y - 31, 6, fill("#ffffff", 0.7))
        canvas.drawRect(skia.Rect.MakeXYWH(x, y, 220, 13), fill(site.tone("#2c2a33")))
    for dx in (6, 204):
        canvas.drawRect(skia.Rect.MakeXYWH(x + dx, base - 110, 12, 110), fill(site.tone("#2c2a33")))


def recording(site: Site) -> list[Plane]:
    """Draw a recording studio: a pane on the booth, a mixing desk, foam on the walls, a microphone, loudspeakers."""
    low = site.floor
    home = Interior(site, "#5a4a52", "#6a4a34", pattern="boards", lit_from=0.5)

    def foam(canvas: skia.Canvas) -> None:
        dark = site.tone("#3a3640")
        for left, right in ((site.left, site.across(0.22)), (site.across(0.78), site.right)):
            x = left
            while x < right:
                for row in range(5):
                    y = low - 420 + row * 62
                    canvas.drawPath(polygon([(x, y), (x + 62, y), (x + 31, y + 31)]), fill(site.lit(dark, 0.12)))
                    canvas.drawPath(polygon([(x, y), (x + 31, y + 31), (x, y + 62)]), fill(dark))
                    canvas.drawPath(
                        polygon([(x + 62, y), (x + 62, y + 62), (x + 31, y + 31)]), fill(site.shaded(dark, 0.3))
                    )
                    canvas.drawPath(
                        polygon([(x, y + 62), (x + 31, y + 31), (x + 62, y + 62)]), fill(site.shaded(dark, 0.15))
                    )
                x += 64

    def booth(canvas: skia.Canvas, x: float) -> None:
        glass = site.tone("#a9c4c8")
        pane = skia.Rect.MakeXYWH(x, low - 400, 430, 230)
        shade = linear((x, low - 400), (x + 430, low - 170), [site.lit(glass, 0.3), site.shaded(glass, 0.35)])
        canvas.drawRect(pane, fill(glass, shader=shade))
        iron = site.tone("#2a2c33")
        canvas.drawLine(x + 215, low - 400, x + 215, low - 330, stroke(iron, 7))
        canvas.drawRRect(rounded(x + 194, low - 336, 42, 74, 20), fill(iron))
        canvas.drawCircle(x + 215, low - 300, 46, stroke(iron, 5))
        canvas.drawLine(x + 215, low - 262, x + 215, low - 172, stroke(iron, 6))
        canvas.drawRect(pane, stroke(site.tone("#6a4a34"), 16))
        canvas.drawRRect(rounded(x + 130, low - 468, 170, 44, 8), fill(site.tone("#3a1418")))
        canvas.drawRRect(rounded(x + 142, low - 458, 146, 24, 5), fill("#ff4a3c"))
        glow(canvas, (x + 215, low - 446), 130, "#ff4a3c", 0.5)

    def speaker(canvas: skia.Canvas, x: float) -> None:
        box = site.tone("#2c2a30")
        canvas.drawRRect(rounded(x, low - 180, 110, 210, 8), fill(box))
        for drop, radius in ((-50, 40), (-130, 22)):
            canvas.drawCircle(x + 55, low + drop, radius, fill(site.lit(box, 0.25)))
            canvas.drawCircle(x + 55, low + drop, radius * 0.5, fill(site.shaded(box, 0.4)))

    home.cover(foam)
    home.hang(0.5, 430, booth, focal=True, flip=False)
    home.stand(
        0.5,
        560,
        lambda canvas, x: machines.console(site, canvas, x, low + 40, 560, 130),
        flip=False,
        live=lambda x: machines.blinking(site, x + 30, low - 76, 500, 40),
    )
    for share in (0.16, 0.84):
        home.stand(share, 110, speaker)
    home.stand(0.94, 210, lambda canvas, x: fittings.drum_kit(site, canvas, x, low + 40))
    return home.planes()


def cockpit(site: Site) -> list[Plane]:
    """Draw the cockpit of an aeroplane: a windscreen on the sky, dials, two yokes, switches overhead."""
    low, middle = site.floor, site.at(0.5)
    old = site.era in {"victorian", "classic", "retro"}
    half = max(380.0, site.width * 0.46)

    def sky(canvas: skia.Canvas) -> None:
        room.outside_view(site, canvas, site.left, site.top, site.span, low - site.top, city=False)
        cloud = mix(site.outside.sky[3], "#ffffff", 0.4)
        rng = site.rng("cloud deck")
        for _ in range(26):
            x, y = rng.uniform(site.left, site.right), low - rng.uniform(150, 260)
            canvas.drawOval(
                skia.Rect.MakeXYWH(x, y, rng.uniform(120, 300), rng.uniform(40, 90)), fill(cloud, 0.75, blur=10)
            )

    def frame(canvas: skia.Canvas) -> None:
        metal = site.tone("#6a7068" if old else "#4a5058")
        body = skia.Path()
        body.addRect(site.all)
        holes = skia.Path()
        for side in (-1, 1):
            holes.addPath(
                smooth(
                    [
                        (middle + side * 14, low - 400),
                        (middle + side * half * 0.62, low - 380),
                        (middle + side * half * 0.66, low - 170),
                        (middle + side * 14, low - 150),
                    ],
                    closed=True,
                    tension=0.12,
                )
            )
            holes.addPath(
                smooth(
                    [
                        (middle + side * half * 0.70, low - 374),
                        (middle + side * half * 1.25, low - 330),
                        (middle + side * half * 1.25, low - 130),
                        (middle + side * half * 0.74, low - 168),
                    ],
                    closed=True,
                    tension=0.12,
                )
            )
        shade = linear(
            (0, low - 500), (0, low + 60), [site.shaded(metal, 0.3), site.lit(metal, 0.15), site.shaded(metal, 0.4)]
        )
        canvas.drawPath(skia.Op(body, holes, skia.PathOp.kDifference_PathOp) or body, fill(metal, shader=shade))
        canvas.drawPath(holes, stroke(site.shaded(metal, 0.5), 9))
        lamps = skia.Path()
        for row in range(3):
            for step in range(14):
                lamps.addRoundRect(skia.Rect.MakeXYWH(middle - 200 + step * 29, low - 486 + row * 24, 15, 12), 3, 3)
        canvas.drawPath(lamps, fill("#e8d27a", 0.8))

    def panel(canvas: skia.Canvas) -> None:
        dark = site.tone("#2f3338")
        canvas.drawPath(
            smooth(
                [
                    (site.left, low - 90),
                    (middle, low - 150),
                    (site.right, low - 90),
                    (site.right, site.bottom),
                    (site.left, site.bottom),
                ],
                closed=True,
                tension=0.15,
            ),
            fill(dark),
        )
        rng = site.rng("dials")
        for row in range(2):
            for step in range(-5, 6):
                x, y = middle + step * 92, low - 84 + row * 96 + abs(step) * 4
                if old or step % 2:
                    canvas.drawCircle(x, y, 36, fill(site.tone("#101418")))
                    canvas.drawCircle(x, y, 36, stroke(site.tone("#c9c4b4"), 4))
                    turn = rng.uniform(-40, 40)
                    canvas.drawLine(x, y, x + turn * 0.6, y - 24, stroke("#f0a03c", 4))
                else:
                    canvas.drawRRect(rounded(x - 40, y - 36, 80, 72, 6), fill("#14323c"))
                    canvas.drawLine(
                        x - 34, y + rng.uniform(-14, 14), x + 34, y + rng.uniform(-14, 14), stroke("#5af0c8", 3)
                    )
        for side in (-1, 1):
            x, iron = middle + side * min(300, site.width * 0.3), site.tone("#17191d")
            canvas.drawLine(x, site.bottom, x, low + 70, stroke(iron, 24))
            canvas.drawPath(
                smooth([(x - 74, low + 10), (x - 62, low + 70), (x + 62, low + 70), (x + 74, low + 10)], tension=0.4),
                stroke(iron, 20),
            )

    return [Plane("sky", 0.1, sky), Plane("frame", 0.46, frame), Plane("panel", 0.72, panel)]


def bus(site: Site) -> list[Plane]:
    """Draw the inside of a bus or a tram: wide windows on the street, poles with straps, rows of seats, a bell."""
    tram = site.has("tram", "streetcar", "trolley")
    planes = riding.train(site)
    low = site.floor

    def poles(canvas: skia.Canvas) -> None:
        bright = site.tone("#c9a04a" if tram else "#f0c23c")
        for share in (0.12, 0.40, 0.66, 0.92):
            canvas.drawLine(site.across(share), site.top, site.across(share), low + 70, stroke(bright, 9))
        canvas.drawLine(site.left, low - 452, site.right, low - 452, stroke(bright, 8))
        strap = site.tone("#3a3a40")
        for index in range(int(site.span / 86)):
            x = site.left + index * 86
            canvas.drawLine(x, low - 450, x, low - 406, stroke(strap, 5))
            canvas.drawPath(polygon([(x - 15, low - 376), (x + 15, low - 376), (x, low - 408)]), stroke(bright, 5))
        canvas.drawRRect(rounded(site.across(0.40) - 13, low - 190, 26, 44, 8), fill(site.tone("#c2342c")))
        canvas.drawCircle(site.across(0.40), low - 172, 7, fill("#ffe2a0"))

    return [*planes, Plane("poles", 0.74, poles)]
