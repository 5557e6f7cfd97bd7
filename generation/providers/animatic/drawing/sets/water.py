"""Sets by, on and under the water: harbour, beach, ship's deck, sea bed."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import air, growing
from .building import house, paving, street_lamp
from .site import Plane, Site


def sea(site: Site, canvas: skia.Canvas, y: float, colour: str = "#1f4a6c") -> None:
    """Fill everything below `y` with water that glitters under the sun."""
    light, rng = site.light, site.rng("sea")
    far = mix(light.sky[3], site.grade.colour("#2c5f86"), 0.38)
    near = site.shaded(site.tone(colour, 0.08), 0.25)
    reach = site.bottom - y
    area = skia.Rect(site.left, y, site.right, site.bottom)
    canvas.drawRect(area, fill(far, shader=linear((0, y), (0, y + reach * 0.6), [far, near])))
    ripples = skia.Path()
    for _ in range(round(site.span / 18)):
        share, x = rng.random() ** 1.5, rng.uniform(site.left, site.right)
        ripples.moveTo(x, y + 3 + reach * share)
        ripples.lineTo(x + rng.uniform(10, 60) * (1 + share), y + 3 + reach * share)
    canvas.drawPath(ripples, stroke("#ffffff", 1.3, 0.12))
    spot = air.sun_at(site)
    if spot is None:
        return
    for index in range(46):
        glint = y + 3 + min(reach, 260) * (index / 46) ** 1.35
        wide, x = rng.uniform(14, 80) * (1 + index / 30), spot[0] + rng.gauss(0, 22 + index * 2.4)
        paint = fill(light.key, 0.62 * (1 - index / 60), mode=skia.BlendMode.kScreen)
        canvas.drawRRect(rounded(x - wide / 2, glint, wide, 1.4 + index * 0.05, 1), paint)


def sail_boat(site: Site, canvas: skia.Canvas, x: float, y: float, size: float, haze: float) -> None:
    """Draw a small sailing boat; `size` 1 is a hundred units high."""
    hull, sail = site.tone("#7a3f35", haze), site.tone("#f0e4cc", haze)
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(size, size)
    canvas.drawOval(skia.Rect(-70, 20, 74, 34), fill(site.light.shade, 0.30, blur=4))
    canvas.drawPath(smooth([(-66, -4), (-50, 20), (44, 20), (72, -8), (0, -2)], closed=True), fill(hull))
    canvas.drawLine(0, -4, 0, -104, stroke(site.tone("#3a2d2a", haze), 4))
    shades = linear((0, 0), (60, 0), [site.lit(sail, 0.25), site.shaded(sail, 0.25)])
    main = smooth([(5, -100), (52, -40), (58, -14), (5, -14)], closed=True, tension=0.25)
    canvas.drawPath(main, fill(sail, shader=shades))
    canvas.drawPath(polygon([(-5, -92), (-40, -16), (-5, -16)]), fill(site.shaded(sail, 0.2)))
    canvas.restore()


def lighthouse(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a striped lighthouse on its rock; lit, it throws two beams."""
    rock = site.tone("#3a3644", 0.16)
    outline = [
        (-185, 34), (-150, 8), (-118, 2), (-96, -26), (-58, -30), (-36, -44), (34, -46), (58, -24), (92, -18),
        (120, 6), (168, 14), (190, 34),
    ]  # fmt: skip
    shades = linear((x - 180, 0), (x + 190, 0), [site.lit(rock, 0.42), rock, site.shaded(rock, 0.45)])
    canvas.drawPath(polygon([(x + dx, base + dy) for dx, dy in outline]), fill(rock, shader=shades))
    for x0, y0, x1, y1 in ((-118, 2, -84, 34), (-58, -30, -30, 30), (58, -24, 40, 34), (120, 6, 96, 34)):
        canvas.drawLine(x + x0, base + y0, x + x1, base + y1, stroke(site.shaded(rock, 0.5), 3, 0.5))
    for index in range(9):
        foam = x - 190 + index * 44
        canvas.drawLine(foam, base + 36 + index % 3, foam + 30, base + 36 + index % 2 * 3, stroke("#ffffff", 2, 0.35))
    _tower(site, canvas, x, base - 40, 215)


def _tower(site: Site, canvas: skia.Canvas, x: float, base: float, tall: float) -> None:
    for band in range(6):
        low, high = 36 - 14 * band / 6, 36 - 14 * (band + 1) / 6
        y0, y1 = base - tall * band / 6, base - tall * (band + 1) / 6
        colour = site.tone("#c8423b" if band % 2 else "#f3ead8", 0.12)
        shades = linear((x - 36, 0), (x + 36, 0), [site.lit(colour, 0.35), colour, site.shaded(colour, 0.45)])
        ring = polygon([(x - low, y0), (x + low, y0), (x + high, y1), (x - high, y1)])
        canvas.drawPath(ring, fill(colour, shader=shades))
    top, iron, on = base - tall, site.tone("#262a38", 0.05), site.light.lamps
    canvas.drawRect(skia.Rect(x - 30, top - 6, x + 30, top), fill(iron))
    canvas.drawRect(skia.Rect(x - 15, top - 36, x + 15, top - 6), fill("#fff2b0" if on else "#c5d7dd"))
    canvas.drawPath(polygon([(x - 20, top - 36), (x + 20, top - 36), (x, top - 60)]), fill(site.tone("#b23a34", 0.05)))
    if not on:
        return
    lamp = top - 21
    for side, length, spread in ((-1, 760, 95), (1, 420, 60)):
        fade = linear(
            (x, 0), (x + side * length, 0), [("#fff2c0", 0.6 * on), ("#fff2c0", 0.15), ("#fff2c0", 0)], [0, 0.4, 1]
        )
        end = x + side * length
        beam = polygon([(x, lamp - 6), (end, lamp - spread - 42), (end, lamp + spread - 42), (x, lamp + 6)])
        canvas.drawPath(beam, fill("#fff2c0", blur=9, mode=skia.BlendMode.kScreen, shader=fade))
    glow(canvas, (x, lamp), 120, "#fff0b0", 1)


def harbour(site: Site) -> list[Plane]:
    """Draw a harbour town: houses on the quay, boats, a lighthouse across the water."""
    line = site.horizon - 92
    wide = min(0.5, 0.44 + site.width / 20_000)

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far coast", line + 8, 90, site.tone("#4d5f86", 0.62))
        air.ridge(site, canvas, "coast", line + 14, 52, site.tone("#43557a", 0.42))
        sea(site, canvas, line)
        if not site.light.dark or site.light.weather == "clear":
            air.birds(site, canvas, (site.at(0.56), line - 150))

    def boats(canvas: skia.Canvas) -> None:
        for share, size in ((0.54, 0.8), (0.64, 0.55)):
            sail_boat(site, canvas, site.at(share), line + 40 * size + 16, size, 0.12)

    def town(canvas: skia.Canvas) -> None:
        air.haze(site, canvas, site.horizon - 60, 70, 0.30)
        rng, x, index = site.rng("town"), site.left - 10, 0
        walls = ("#d98e66", "#e3c08a", "#8fa7a5", "#c46b5e", "#b9a0b0", "#7f97b5")
        while x < site.at(wide) - 60:
            broad, tall = rng.uniform(120, 170), rng.uniform(130, 235)
            roof = ("#7a3b3a", "#4d4a63", "#6a4a3c")[index % 3]
            house(
                site,
                canvas,
                rng,
                x,
                site.horizon + 12,
                broad,
                tall,
                walls[(index + site.seed) % 6],
                roof,
                0.10,
                gabled=index % 2 == 1,
            )
            x, index = x + broad + rng.uniform(2, 16), index + 1

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("sea", 0.22, far),
        Plane("lighthouse", 0.30, lambda canvas: lighthouse(site, canvas, site.at(0.80), line + 26)),
        Plane("boats", 0.38, boats),
        Plane("town", 0.52, town),
        Plane("quay", 0.72, lambda canvas: _quay(site, canvas)),
        Plane("near", 1.45, lambda canvas: _bollard(site, canvas)),
    ]


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


def _bollard(site: Site, canvas: skia.Canvas) -> None:
    dark = mix(site.light.shade, site.light.sky[1], 0.15)
    size = min(1.0, site.width / 1280)
    canvas.save()
    canvas.translate(site.at(1.0), site.height * 0.82)
    canvas.scale(size, size)
    post = [(-84, 400), (-96, 0), (-66, -26), (24, -26), (52, 0), (40, 400)]
    canvas.drawPath(polygon(post), fill(dark, 0.96, blur=2.2))
    canvas.drawOval(skia.Rect(-110, -34, 66, 0), fill(site.lit(dark, 0.14), blur=2.2))
    rope = [(24, 0), (-90, 60), (-256, 112), (-486, 150), (-640, 260)]
    canvas.drawPath(smooth(rope, tension=1), stroke(dark, 15, blur=2.2))
    canvas.restore()


def beach(site: Site) -> list[Plane]:
    """Draw a sandy beach with surf; palms in the warm south, dunes and rocks elsewhere."""
    south = site.has("palm", "tropical", "island", "caribbean") or site.seed % 2 == 0
    line = site.horizon - 40

    def water(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "headland", line + 4, 60, site.tone("#5a7a7a", 0.60))
        sea(site, canvas, line, "#2a7d8f")
        sail_boat(site, canvas, site.at(0.30), line + 12, 0.42, 0.3)

    def sand(canvas: skia.Canvas) -> None:
        y = site.horizon + 34
        shore = [
            (site.left - 20, y + 18),
            (site.at(0.2), y),
            (site.at(0.5), y + 20),
            (site.at(0.8), y - 6),
            (site.right + 20, y + 14),
        ]
        for drop, colour, alpha in ((-16, "#ffffff", 0.5), (-6, "#ffffff", 0.85)):
            canvas.drawPath(smooth([(px, py + drop) for px, py in shore], tension=1), stroke(colour, 9, alpha))
        path = smooth(shore, tension=1)
        path.lineTo(site.right + 20, site.bottom)
        path.lineTo(site.left - 20, site.bottom)
        far, near = site.tone("#b79a72", 0.15), site.shaded(site.tone("#e6c88f"), 0.14)
        canvas.drawPath(
            path,
            fill(far, shader=linear((0, y), (0, site.bottom), [far, site.tone("#e6c88f", 0.06), near], [0, 0.25, 1])),
        )
        rng = site.rng("shells")
        for _ in range(round(site.span / 30)):
            spot = rng.uniform(y + 50, site.bottom)
            canvas.drawOval(
                skia.Rect.MakeXYWH(rng.uniform(site.left, site.right), spot, 7, 3.5), fill(site.shaded(near, 0.3), 0.6)
            )

    def things(canvas: skia.Canvas) -> None:
        rng = site.rng("shore things")
        if south:
            for share, tall, lean in ((0.03, 380, 0.22), (0.11, 300, 0.10), (0.95, 350, -0.24)):
                growing.palm(site, canvas, site.at(share), site.horizon + 90, tall, 0.04, lean)
            _parasol(site, canvas, site.at(0.74), site.horizon + 96)
        else:
            _rowing_boat(site, canvas, site.at(0.74), site.horizon + 96)
            for index in range(14):
                x, base = site.at(0.02 + 0.016 * index), site.horizon + 84 + 3 * index
                growing.bare_branches(canvas, rng, x, base, rng.uniform(50, 96), site.tone("#8f9a52", 0.06))
        for share, size in ((0.92, 56), (0.86, 30), (0.07, 38)):
            growing.rock(site, canvas, rng, site.at(share), site.horizon + 84, size, site.tone("#75706e", 0.08))

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("sea", 0.24, water),
        Plane("sand", 0.7, sand),
        Plane("shore", 0.78, things),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#35401f")),
    ]


def _parasol(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    canvas.drawOval(skia.Rect(x - 70, base - 8, x + 120, base + 14), fill(site.light.shade, 0.3, blur=4))
    canvas.drawLine(x, base, x + 34, base - 196, stroke(site.tone("#efe6d4"), 6))
    for index in range(6):
        colour = site.tone("#d9483c" if index % 2 else "#f4ead8", 0.03)
        left, right = -118 + index * 40, -118 + (index + 1) * 40
        panel = [(left + 32, -150 + left * 0.16), (right + 32, -150 + right * 0.16), (36, -212)]
        canvas.drawPath(polygon([(x + dx, base + dy) for dx, dy in panel]), fill(colour))


def _rowing_boat(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    hull, inside = site.tone("#3f7a8a", 0.05), site.tone("#a8805a", 0.05)
    canvas.drawOval(skia.Rect(x - 110, base - 8, x + 110, base + 16), fill(site.light.shade, 0.35, blur=4))
    body = [(x - 124, base - 66), (x - 84, base - 4), (x + 80, base + 2), (x + 124, base - 60), (x, base - 44)]
    shades = linear((0, base - 66), (0, base), [site.lit(hull, 0.2), site.shaded(hull, 0.35)])
    canvas.drawPath(smooth(body, closed=True, tension=0.7), fill(hull, shader=shades))
    rim = [(x - 122, base - 66), (x, base - 40), (x + 122, base - 60), (x, base - 52)]
    canvas.drawPath(smooth(rim, closed=True, tension=0.7), fill(site.shaded(inside, 0.3)))
    canvas.drawLine(x - 60, base - 58, x + 150, base - 92, stroke(inside, 6))


def deck(site: Site) -> list[Plane]:
    """Draw a ship's deck at sea: planks, rail, mast and rigging."""
    line = site.horizon - 56

    def rail(canvas: skia.Canvas) -> None:
        base, wood = site.horizon + 30, site.tone("#7a5236", 0.1)
        for index in range(round(site.span / 46) + 1):
            x = site.left + index * 46
            canvas.drawLine(x, base, x, base - 74, stroke(site.shaded(wood, 0.2), 9))
        for y, thick in ((78, 13), (10, 10)):
            canvas.drawLine(site.left - 10, base - y, site.right + 10, base - y, stroke(site.lit(wood, 0.14), thick))
        plank = site.tone("#a87a50")
        area = skia.Rect(site.left, base, site.right, site.bottom)
        canvas.drawRect(area, fill(plank, shader=linear((0, base), (0, site.bottom), [plank, site.shaded(plank, 0.4)])))
        middle = site.at(0.5)
        for index in range(-18, 19):
            seam = stroke(site.light.shade, 2.2, 0.34)
            canvas.drawLine(middle + index * 46, base, middle + index * 170, site.bottom + 30, seam)

    def mast(canvas: skia.Canvas) -> None:
        wood, x = site.tone("#6a4630", 0.04), site.at(0.24)
        shades = linear((x - 20, 0), (x + 20, 0), [site.lit(wood, 0.3), wood, site.shaded(wood, 0.4)])
        canvas.drawRect(skia.Rect(x - 19, site.top, x + 19, site.horizon + 92), fill(wood, shader=shades))
        for share in (-0.22, -0.02, 0.46, 0.70):
            canvas.drawLine(x, site.top, site.at(share), site.horizon - 46, stroke(site.light.shade, 2.6, 0.7))
        sail = site.tone("#eadfca", 0.06)
        bulge = [
            (x + 24, site.top),
            (site.at(0.62), site.top),
            (site.at(0.57), site.horizon - 330),
            (x + 30, site.horizon - 286),
        ]
        shades = linear((x, 0), (site.at(0.62), 0), [site.shaded(sail, 0.3), sail, site.lit(sail, 0.25)])
        canvas.drawPath(smooth(bulge, closed=True, tension=0.3), fill(sail, shader=shades))
        _barrel(site, canvas, site.at(0.84), site.horizon + 104)

    return [
        Plane("sky", 0.06, lambda canvas: air.sky(site, canvas)),
        Plane("sea", 0.2, lambda canvas: sea(site, canvas, line)),
        Plane("rail", 0.7, rail),
        Plane("mast", 0.8, mast),
        Plane("near", 1.45, lambda canvas: _bollard(site, canvas)),
    ]


def _barrel(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#8a5a36", 0.04)
    shades = linear((x - 40, 0), (x + 40, 0), [site.lit(wood, 0.25), wood, site.shaded(wood, 0.4)])
    body = [(-32, -96), (-42, -50), (-32, 0), (32, 0), (42, -50), (32, -96)]
    canvas.drawPath(
        smooth([(x + dx, base + dy) for dx, dy in body], closed=True, tension=0.7), fill(wood, shader=shades)
    )
    for y in (-78, -20):
        canvas.drawLine(x - 37, base + y, x + 37, base + y, stroke(site.tone("#3a3a40"), 5))


def sea_bed(site: Site) -> list[Plane]:
    """Draw the bottom of the sea: beams from above, corals, weeds, fish."""
    deep = (("#0b4f7a", "#1478a0", "#0d5a86"), ("#06304f", "#0b4a70", "#083a5c"))[site.light.dark]
    top, bright, low = (site.grade.colour(each) for each in deep)

    def water(canvas: skia.Canvas) -> None:
        shades = linear(
            (0, site.top), (0, site.bottom), [mix(bright, "#c8f2ff", 0.35), bright, top, low], [0, 0.2, 0.6, 1]
        )
        canvas.drawRect(site.all, fill(top, shader=shades))
        rng = site.rng("beams")
        for index in range(7):
            x, wide = site.left + site.span * (index + rng.random()) / 7, rng.uniform(24, 80)
            fade = linear((0, site.top), (0, site.horizon + 60), [("#c8f2ff", 0.34), ("#c8f2ff", 0)])
            beam = [
                (x, site.top),
                (x + wide, site.top),
                (x + wide * 0.4 - 150, site.bottom),
                (x - wide - 190, site.bottom),
            ]
            canvas.drawPath(polygon(beam), fill("#c8f2ff", blur=7, shader=fade))

    def reef(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "reef", site.horizon + 20, 120, mix(top, low, 0.6))
        rng = site.rng("fish")
        for _ in range(14):
            x, y, size = (
                rng.uniform(site.left, site.right),
                rng.uniform(site.height * 0.15, site.horizon),
                rng.uniform(8, 18),
            )
            colour = mix(site.grade.colour(rng.choice(("#ffb347", "#f2e86b", "#ff7a6b"))), bright, 0.35)
            body = [(-1, 0), (0, -0.5), (0.9, 0), (0, 0.5)]
            canvas.drawPath(
                smooth([(x + size * dx, y + size * dy) for dx, dy in body], closed=True, tension=1), fill(colour)
            )
            tail = [(x - size * 0.85, y), (x - size * 1.5, y - size * 0.45), (x - size * 1.5, y + size * 0.45)]
            canvas.drawPath(polygon(tail), fill(colour))

    def bed(canvas: skia.Canvas) -> None:
        sand, start = mix(site.grade.colour("#d8c48f"), top, 0.45), site.horizon + 24
        air.ridge(site, canvas, "sand", start + 30, 40, sand)
        area = skia.Rect(site.left, start + 60, site.right, site.bottom)
        canvas.drawRect(area, fill(sand, shader=linear((0, start + 60), (0, site.bottom), [sand, mix(sand, low, 0.6)])))
        rng = site.rng("corals")
        for index in range(round(site.span / 90)):
            x, base = site.left + index * 90 + rng.uniform(-30, 30), start + rng.uniform(30, 90)
            if index % 2:
                _weed(canvas, x, base, rng.uniform(80, 220), mix("#2f8f6a", top, 0.3))
            else:
                colour = mix(site.grade.colour(rng.choice(("#e8637a", "#f0975a", "#b07ad0"))), top, 0.3)
                growing.bare_branches(canvas, rng, x, base, rng.uniform(50, 110), colour)

    def bubbles(canvas: skia.Canvas) -> None:
        rng = site.rng("bubbles")
        for _ in range(round(site.span / 34)):
            spot = rng.uniform(site.left, site.right), rng.uniform(site.top, site.bottom)
            canvas.drawCircle(*spot, rng.uniform(2, 7), stroke("#e8fbff", 1.4, 0.5))

    return [
        Plane("water", 0.06, water),
        Plane("reef", 0.3, reef),
        Plane("sea bed", 0.72, bed),
        Plane("bubbles", 1.15, bubbles),
    ]


def _weed(canvas: skia.Canvas, x: float, base: float, tall: float, colour: str) -> None:
    for lean in (-14, 0, 14):
        points = [(x + lean + math.sin(step * 1.3 + lean) * 11, base - tall * step / 5) for step in range(6)]
        canvas.drawPath(smooth(points, tension=1), stroke(colour, 8, 0.9))
