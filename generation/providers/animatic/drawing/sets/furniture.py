"""What stands in rooms: tables, desks, seats, beds, shelves, counters, lamps. Each stands on `base`."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from .site import Site

BOOKS = ("#b2503f", "#3f6f80", "#c99a3f", "#5d7a4a", "#7b5a8a", "#d8cbb0")


def solid(
    site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, colour: str, radius: float = 3
) -> None:
    """Draw a block of an already toned `colour`, lit from the left."""
    shades = linear((x, 0), (x + width, 0), [site.lit(colour, 0.2), colour, site.shaded(colour, 0.4)], [0, 0.45, 1])
    canvas.drawRRect(rounded(x, y, width, height, radius), fill(colour, shader=shades))


def shadow(site: Site, canvas: skia.Canvas, x: float, base: float, width: float) -> None:
    """Darken the floor under something."""
    canvas.drawOval(skia.Rect.MakeXYWH(x - 12, base - 9, width + 24, 22), fill(site.light.shade, 0.42, blur=5))


def bookshelf(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float) -> None:
    """Draw a bookcase full of books."""
    wood, rng = site.tone("#5a3526"), site.rng(f"books {x:.0f}")
    shadow(site, canvas, x, base, width)
    solid(site, canvas, x, base - height, width, height, wood)
    boards = max(2, int(height // 112))
    step = (height - 24) / boards
    for board in range(boards):
        y = base - height + 14 + board * step
        canvas.drawRect(skia.Rect.MakeXYWH(x + 12, y, width - 24, step - 12), fill(site.shaded(wood, 0.62)))
        left = x + 16
        while left < x + width - 28:
            wide, tall = rng.uniform(11, 23), (step - 14) * rng.uniform(0.6, 0.95)
            if rng.random() > 0.08:
                colour, top = site.tone(rng.choice(BOOKS)), y + step - 12 - tall
                shades = linear((left, 0), (left + wide, 0), [site.lit(colour, 0.25), site.shaded(colour, 0.3)])
                canvas.drawRRect(rounded(left, top, wide - 2, tall, 2), fill(colour, shader=shades))
                canvas.drawRect(skia.Rect.MakeXYWH(left + 2, top + 10, wide - 6, 3), fill("#f2dfae", 0.6))
            left += wide


def cupboard(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float, colour: str) -> None:
    """Draw a closed cupboard, cabinet or locker row; doors are about 70 units wide."""
    body = site.tone(colour)
    shadow(site, canvas, x, base, width)
    solid(site, canvas, x, base - height, width, height, body)
    doors = max(1, round(width / 74))
    for index in range(doors):
        left = x + index * width / doors
        canvas.drawRRect(
            rounded(left + 5, base - height + 8, width / doors - 10, height - 18, 4),
            stroke(site.shaded(body, 0.45), 2.6, 0.8),
        )
        canvas.drawCircle(left + width / doors - 14, base - height * 0.52, 3.6, fill(site.tone("#e0bd70")))


def drawers(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float, colour: str) -> None:
    """Draw a chest of drawers or a filing cabinet."""
    body = site.tone(colour)
    shadow(site, canvas, x, base, width)
    solid(site, canvas, x, base - height, width, height, body)
    rows = max(2, round(height / 50))
    for row in range(rows):
        y = base - height + 6 + row * (height - 8) / rows
        canvas.drawRRect(
            rounded(x + 6, y, width - 12, (height - 8) / rows - 6, 3), stroke(site.shaded(body, 0.45), 2.6, 0.8)
        )
        canvas.drawRRect(rounded(x + width / 2 - 12, y + 13, 24, 6, 3), fill(site.tone("#d8c08a")))


def table(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float, colour: str) -> None:
    """Draw a table with four legs, its top at base - height."""
    wood = site.tone(colour)
    shadow(site, canvas, x, base, width)
    for dx in (0.06, 0.94):
        canvas.drawLine(x + width * dx, base, x + width * dx, base - height, stroke(site.shaded(wood, 0.3), 11))
    for dx in (0.16, 0.84):
        canvas.drawLine(x + width * dx, base - 10, x + width * dx, base - height, stroke(site.shaded(wood, 0.5), 9))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x + width * 0.03, base - height + 10, width * 0.94, 14), fill(site.shaded(wood, 0.3))
    )
    solid(site, canvas, x, base - height, width, 13, site.lit(wood, 0.1), 5)


def desk(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, colour: str = "#6e452c") -> None:
    """Draw a heavy desk with drawers, papers and a green lamp."""
    wood, tall = site.tone(colour), 118.0
    shadow(site, canvas, x, base, width)
    for dx in (0.0, 0.70):
        solid(site, canvas, x + width * dx + 6, base - tall + 10, width * 0.30 - 12, tall - 10, wood)
        for row in range(3):
            y = base - tall + 20 + row * 31
            canvas.drawRRect(
                rounded(x + width * dx + 14, y, width * 0.30 - 28, 24, 3), stroke(site.shaded(wood, 0.5), 2.4)
            )
            canvas.drawCircle(x + width * (dx + 0.15), y + 12, 3.4, fill(site.tone("#e0bd70")))
    canvas.drawRect(
        skia.Rect.MakeXYWH(x + width * 0.29, base - tall + 8, width * 0.42, 60), fill(site.shaded(wood, 0.6))
    )
    solid(site, canvas, x - 8, base - tall, width + 16, 13, site.lit(wood, 0.12), 4)
    for dx, wide in ((0.44, 54), (0.52, 46)):
        canvas.drawRect(skia.Rect.MakeXYWH(x + width * dx, base - tall - 5, wide, 5), fill(site.tone("#f2ead6")))
    desk_lamp(site, canvas, x + width * 0.16, base - tall)


def desk_lamp(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a small lamp with a green glass shade."""
    brass = site.tone("#c9a04a")
    canvas.drawOval(skia.Rect.MakeXYWH(x - 18, base - 6, 36, 8), fill(brass))
    canvas.drawPath(smooth([(x, base - 4), (x - 4, base - 34), (x + 8, base - 52)], tension=1), stroke(brass, 4))
    glass = [(x - 24, base - 44), (x - 12, base - 64), (x + 26, base - 64), (x + 38, base - 44)]
    canvas.drawPath(smooth(glass, closed=True, tension=0.4), fill(site.tone("#2f7a5a")))
    if site.light.lamps:
        canvas.drawRect(skia.Rect.MakeXYWH(x - 18, base - 46, 50, 5), fill("#fff0b8"))
        glow(canvas, (x + 8, base - 34), 150, "#ffcf78", 0.8 * site.light.lamps)


def floor_lamp(site: Site, canvas: skia.Canvas, x: float, base: float, height: float = 330) -> None:
    """Draw a standing lamp."""
    canvas.drawLine(x, base, x, base - height + 60, stroke(site.tone("#c9a25a"), 6))
    canvas.drawOval(skia.Rect(x - 40, base - 9, x + 40, base + 9), fill(site.tone("#8a6a3a")))
    on = site.light.lamps
    top = base - height
    shade = polygon([(x - 32, top), (x + 32, top), (x + 62, top + 100), (x - 62, top + 100)])
    canvas.drawPath(shade, fill("#ffdca0" if on else site.tone("#efe2c8")))
    if on:
        glow(canvas, (x, top + 66), 330, "#ffb860", 0.70 * on)


def sofa(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, colour: str) -> None:
    """Draw a sofa, or an armchair when it is narrow."""
    cloth = site.tone(colour)
    shadow(site, canvas, x, base, width)
    solid(site, canvas, x + 16, base - 142, width - 32, 110, site.shaded(cloth, 0.12), 24)
    seats = max(1, round(width / 150))
    step = (width - 56) / seats
    for index in range(seats):
        left = x + 28 + index * step
        solid(site, canvas, left + 2, base - 128, step - 4, 62, site.lit(cloth, 0.08), 16)
        solid(site, canvas, left, base - 76, step, 34, site.lit(cloth, 0.16), 12)
    canvas.drawRRect(rounded(x + 12, base - 46, width - 24, 36, 6), fill(site.shaded(cloth, 0.3)))
    for left in (x, x + width - 44):
        solid(site, canvas, left, base - 104, 44, 94, cloth, 20)
    for left in (x + 22, x + width - 32):
        canvas.drawRect(skia.Rect.MakeXYWH(left, base - 12, 10, 12), fill(site.tone("#4a3020")))


def bed(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, colour: str) -> None:
    """Draw a bed seen from its side, its head on the left."""
    wood, cloth = site.tone("#6e4630"), site.tone(colour)
    shadow(site, canvas, x, base, width)
    solid(site, canvas, x - 6, base - 172, 22, 172, wood, 8)
    solid(site, canvas, x + width - 14, base - 108, 20, 108, wood, 8)
    solid(site, canvas, x + 8, base - 58, width - 20, 34, site.shaded(wood, 0.1))
    canvas.drawRRect(rounded(x + 14, base - 92, width - 30, 42, 12), fill(site.tone("#f2ece0")))
    pillow = [(x + 22, base - 90), (x + 30, base - 122), (x + 92, base - 126), (x + 116, base - 92)]
    canvas.drawPath(smooth(pillow, closed=True, tension=0.8), fill(site.tone("#fbf6ea")))
    quilt = [
        (x + 126, base - 100),
        (x + width * 0.6, base - 112),
        (x + width - 24, base - 100),
        (x + width - 14, base - 34),
        (x + width * 0.6, base - 26),
        (x + 130, base - 34),
    ]
    shades = linear((0, base - 110), (0, base - 26), [site.lit(cloth, 0.2), cloth, site.shaded(cloth, 0.35)])
    canvas.drawPath(smooth(quilt, closed=True, tension=0.35), fill(cloth, shader=shades))
    for share in (0.42, 0.60, 0.78):
        fold = [
            (x + width * share, base - 106),
            (x + width * share + 12, base - 66),
            (x + width * share + 4, base - 34),
        ]
        canvas.drawPath(smooth(fold, tension=1), stroke(site.shaded(cloth, 0.4), 2.4, 0.6))


def counter(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float, colour: str) -> None:
    """Draw a bar, a shop counter or a laboratory bench: panelled front, bright top, foot rail."""
    wood = site.tone(colour)
    shadow(site, canvas, x, base, width)
    front = linear((0, base - height), (0, base), [site.lit(wood, 0.10), site.shaded(wood, 0.4)])
    canvas.drawRect(skia.Rect.MakeXYWH(x, base - height, width, height), fill(wood, shader=front))
    panels = max(1, round(width / 96))
    for index in range(panels):
        canvas.drawRRect(
            rounded(x + index * width / panels + 10, base - height + 28, width / panels - 20, height - 58, 4),
            stroke(site.shaded(wood, 0.5), 3),
        )
    solid(site, canvas, x - 14, base - height - 4, width + 28, 17, site.lit(wood, 0.26), 6)
    canvas.drawLine(x, base - 20, x + width, base - 20, stroke(site.tone("#d0a850"), 5))


def stool(site: Site, canvas: skia.Canvas, x: float, base: float, height: float = 92, colour: str = "#a83f3a") -> None:
    """Draw a bar stool."""
    iron = site.tone("#3a3634")
    for dx in (-20, 20):
        canvas.drawLine(x, base - height, x + dx, base, stroke(iron, 5))
    canvas.drawLine(x - 12, base - 30, x + 12, base - 30, stroke(iron, 4))
    solid(site, canvas, x - 27, base - height - 10, 54, 16, site.tone(colour), 8)


def chair(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str = "#7a4f34", *, side: int = 1) -> None:
    """Draw a wooden chair whose back is on the left (`side` 1) or on the right (-1)."""
    wood = site.tone(colour)
    canvas.save()
    canvas.translate(x, base)
    canvas.scale(side, 1)
    for dx in (-28, 28):
        canvas.drawLine(dx, -70, dx + (3 if dx > 0 else -3), 0, stroke(site.shaded(wood, 0.3), 7))
    canvas.drawLine(-29, -70, -37, -152, stroke(wood, 7))
    for y in (-148, -122, -98):
        canvas.drawLine(-35, y, -22, y + 2, stroke(site.lit(wood, 0.1), 8))
    canvas.drawRRect(rounded(-35, -76, 70, 11, 4), fill(site.lit(wood, 0.16)))
    canvas.restore()


def bottles(
    site: Site, canvas: skia.Canvas, x: float, base: float, width: float, name: str, *, step: float = 19
) -> None:
    """Stand a row of bottles, flasks or jars on `base`."""
    rng, left = site.rng(name), x
    while left < x + width - 12:
        tall, wide = rng.uniform(34, 62), rng.uniform(10, 15)
        glass = site.grade.colour(rng.choice(("#3f8a5a", "#c98a3a", "#8a3f3a", "#d8e0d0", "#4a6f9a", "#b8963a")))
        colour = mix(glass, site.light.shade, 0.25 if site.light.lamps else 0.1)
        canvas.drawRRect(rounded(left, base - tall * 0.68, wide, tall * 0.68, 3), fill(colour, 0.95))
        canvas.drawRRect(rounded(left + wide * 0.3, base - tall, wide * 0.4, tall * 0.4, 2), fill(colour, 0.95))
        canvas.drawLine(left + 3, base - tall * 0.58, left + 3, base - 5, stroke("#ffffff", 1.6, 0.4))
        left += step + rng.uniform(-2, 5)


def plant(site: Site, canvas: skia.Canvas, x: float, base: float, height: float = 130) -> None:
    """Draw a pot plant."""
    pot, leaf = site.tone("#b5663f"), site.tone("#4f8a56")
    for lean in (-0.9, -0.5, -0.15, 0.2, 0.55, 0.95):
        tip = (x + height * lean * 0.5, base - height * (1.0 - 0.35 * abs(lean)))
        side = (x + height * lean * 0.10, base - height * 0.62)
        shade = site.lit(leaf, 0.15) if lean > 0 else site.shaded(leaf, 0.2)
        blade = [(x, base - height * 0.3), side, tip, (x + height * lean * 0.36, base - height * 0.5)]
        canvas.drawPath(smooth(blade, closed=True, tension=0.9), fill(shade))
    shape = [(x - 27, base - height * 0.34), (x + 27, base - height * 0.34), (x + 19, base), (x - 19, base)]
    canvas.drawPath(
        polygon(shape),
        fill(pot, shader=linear((x - 27, 0), (x + 27, 0), [site.lit(pot, 0.25), site.shaded(pot, 0.35)])),
    )


def fireplace(site: Site, canvas: skia.Canvas, x: float, base: float, width: float = 230) -> None:
    """Draw a fireplace with a mantel; its fire is drawn live."""
    stone = site.tone("#b0a296")
    solid(site, canvas, x, base - 190, width, 190, stone)
    solid(site, canvas, x - 16, base - 206, width + 32, 20, site.lit(stone, 0.2), 4)
    hole = skia.Rect.MakeXYWH(x + 40, base - 136, width - 80, 136)
    canvas.drawRect(hole, fill("#1a1014"))
