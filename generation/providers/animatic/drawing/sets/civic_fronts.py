"""The fronts of public buildings: church, court, theatre, hospital, school, hotel, police, factory."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import facades, fixtures, growing
from .building import WARM, window
from .site import Site


def _block(
    site: Site, canvas: skia.Canvas, area: skia.Rect, colour: str, *, columns: int, rows: int, arched: bool = False
) -> None:
    wall = site.tone(site.painted("building", colour), 0.1)
    canvas.drawRect(
        area,
        fill(
            wall,
            shader=linear((area.left(), 0), (area.right(), 0), [site.lit(wall, 0.16), wall, site.shaded(wall, 0.22)]),
        ),
    )
    canvas.drawRect(
        skia.Rect(area.left() - 8, area.top() - 8, area.right() + 8, area.top() + 8), fill(site.shaded(wall, 0.25))
    )
    if site.snowy:
        canvas.drawRect(skia.Rect(area.left() - 8, area.top() - 18, area.right() + 8, area.top() - 7), fill("#f2f6fa"))
    rng = site.rng(f"panes {area.left():.0f}")
    wide, tall = area.width() / columns, area.height() / (rows + 0.4)
    for row in range(rows):
        for column in range(columns):
            lit = rng.random() < site.light.lamps * 0.6
            window(
                site,
                canvas,
                area.left() + wide * (column + 0.27),
                area.top() + tall * (row + 0.3),
                wide * 0.46,
                tall * 0.56,
                lit=lit,
                arched=arched,
            )


def _entrance(site: Site, canvas: skia.Canvas, x: float, base: float, *, wide: float = 46, tall: float = 112) -> None:
    canvas.drawRect(skia.Rect(x - wide - 10, base - tall - 12, x + wide + 10, base), fill(site.tone("#d8d0c0", 0.08)))
    for dx in (-wide, 2):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x + dx, base - tall, wide - 2, tall),
            fill(site.tone(site.painted("door", "#5a4030"), 0.08)),
        )
        canvas.drawRect(
            skia.Rect.MakeXYWH(x + dx + 8, base - tall + 10, wide - 18, tall * 0.4),
            fill(WARM[1] if site.light.lamps > 0.3 else site.tone("#8aa8b4", 0.08)),
        )
    for step in range(3):
        canvas.drawRect(
            skia.Rect(x - wide - 20 - step * 14, base - 4 + step * 7, x + wide + 20 + step * 14, base + 5 + step * 7),
            fill(site.tone("#c8c0b4", 0.08 + 0.03 * step)),
        )


def _church_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    stone, slate = site.tone(site.pick("stone", ("#c8beae", "#e8e0d0", "#a89a8c")), 0.1), site.tone("#5a5058", 0.1)
    shades = linear((x - 150, 0), (x + 150, 0), [site.lit(stone, 0.18), stone, site.shaded(stone, 0.28)])
    canvas.drawRect(skia.Rect(x - 30, base - 200 * rise, x + 260, base), fill(stone, shader=shades))
    canvas.drawPath(
        polygon(
            [
                (x - 44, base - 196 * rise),
                (x + 30, base - 300 * rise),
                (x + 210, base - 300 * rise),
                (x + 280, base - 196 * rise),
            ]
        ),
        fill(slate),
    )
    tower = skia.Rect(x - 110, base - 350 * rise, x + 20, base)
    canvas.drawRect(tower, fill(stone, shader=shades))
    canvas.drawPath(
        polygon(
            [
                (tower.left() - 12, tower.top()),
                (tower.centerX(), tower.top() - 210 * rise),
                (tower.right() + 12, tower.top()),
            ]
        ),
        fill(slate),
    )
    top = tower.top() - 210 * rise
    canvas.drawLine(tower.centerX(), top + 4, tower.centerX(), top - 42, stroke(site.tone("#c9a04a", 0.1), 5))
    canvas.drawLine(
        tower.centerX() - 14, top - 26, tower.centerX() + 14, top - 26, stroke(site.tone("#c9a04a", 0.1), 5)
    )
    fixtures.clock_face(site, canvas, tower.centerX(), tower.top() + 60, 32)
    lit = site.light.lamps > 0.3
    for left in (70, 130, 190):
        window(site, canvas, x + left, base - 160 * rise, 32, 100, lit=lit, arched=True)
    window(site, canvas, tower.centerX() - 18, base - 230, 36, 70, lit=lit, arched=True)
    arch = smooth(
        [(x - 82, base), (x - 82, base - 70), (x - 45, base - 116), (x - 8, base - 70), (x - 8, base)], tension=0.5
    )
    canvas.drawPath(arch, fill(site.tone(site.painted("door", "#5a3a28"), 0.08)))


def _columns_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    stone, wide, tall = site.tone(site.pick("stone", ("#d8d0c0", "#c8c4bc", "#d8c4a4")), 0.1), 290, 220 * rise
    canvas.drawRect(skia.Rect(x - wide, base - tall, x + wide, base), fill(site.shaded(stone, 0.3)))
    for column in range(8):
        if column not in {3, 4}:
            window(
                site, canvas, x - wide + 34 + column * 70, base - tall + 60, 30, tall - 110, lit=site.light.lamps > 0.5
            )
    _entrance(site, canvas, x, base - 26)
    for step in range(4):
        canvas.drawRect(
            skia.Rect(x - wide - 20 * step, base - 28 + step * 9, x + wide + 20 * step, base - 17 + step * 9),
            fill(site.shaded(stone, 0.05 * step)),
        )
    for column in range(8):
        left = x - wide + 20 + column * (2 * wide - 40) / 7
        canvas.drawRect(
            skia.Rect(left - 15, base - tall, left + 15, base - 26),
            fill(
                stone,
                shader=linear((left - 15, 0), (left + 15, 0), [site.lit(stone, 0.3), stone, site.shaded(stone, 0.4)]),
            ),
        )
        for y in (base - tall, base - 36):
            canvas.drawRect(skia.Rect(left - 21, y, left + 21, y + 12), fill(site.lit(stone, 0.15)))
    canvas.drawRect(skia.Rect(x - wide - 10, base - tall - 40, x + wide + 10, base - tall + 2), fill(stone))
    canvas.drawPath(
        polygon([(x - wide - 16, base - tall - 38), (x, base - tall - 150), (x + wide + 16, base - tall - 38)]),
        fill(site.lit(stone, 0.12)),
    )
    canvas.drawPath(
        polygon([(x - wide + 60, base - tall - 48), (x, base - tall - 128), (x + wide - 60, base - tall - 48)]),
        fill(site.shaded(stone, 0.2)),
    )
    canvas.drawCircle(x, base - tall - 78, 22, fill(site.tone("#d8b45a", 0.1)))


def _marquee_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    _block(
        site,
        canvas,
        skia.Rect(x - 230, base - 380 * rise, x + 230, base),
        site.pick("brick", ("#8a4a44", "#5a4a6a", "#a87a54")),
        columns=5,
        rows=3,
    )
    glow_colour = site.grade.colour(site.pick("bulbs", ("#ffd27a", "#ff8aa0", "#8ae0ff")))
    canvas.drawRect(skia.Rect(x - 40, base - 430 * rise, x + 40, base - 170), fill(site.tone("#8a2430", 0.06)))
    on = site.light.lamps
    for index in range(7):
        y = base - 412 * rise + index * (412 * rise - 190) / 7
        canvas.drawRRect(rounded(x - 24, y, 48, 26, 5), fill(mix(site.tone("#f0e0b0", 0.05), glow_colour, 0.7 * on)))
    canvas.drawRect(
        skia.Rect(x - 210, base - 176, x + 210, base - 120), fill(site.tone("#f4ecd8" if not on else "#fff2cc", 0.0))
    )
    for row in range(2):
        for part in range(6):
            canvas.drawRect(
                skia.Rect.MakeXYWH(x - 180 + part * 62 + (row * 14) % 30, base - 166 + row * 24, 44, 11),
                fill(site.tone("#3a2a30", 0.02)),
            )
    for index in range(22):
        for y in (base - 180, base - 116):
            canvas.drawCircle(
                x - 210 + index * 20, y, 5, fill(mix(glow_colour, "#ffffff", 0.5) if on else site.tone("#e8d8a8", 0.05))
            )
    if on:
        glow(canvas, (x, base - 140), 380, glow_colour, 0.55 * on)
    _entrance(site, canvas, x, base, wide=70, tall=96)


def _hospital_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    _block(
        site,
        canvas,
        skia.Rect(x - 310, base - 230 * rise, x + 310, base),
        site.pick("wall", ("#dfe4e4", "#d8d0c0", "#c8d4d8")),
        columns=10,
        rows=3,
    )
    _block(site, canvas, skia.Rect(x - 90, base - 330 * rise, x + 90, base), "#e8ecec", columns=3, rows=4)
    y = base - 290 * rise
    canvas.drawRRect(rounded(x - 44, y - 44, 88, 88, 8), fill("#ffffff"))
    for wide, tall in ((22, 64), (64, 22)):
        canvas.drawRect(skia.Rect.MakeXYWH(x - wide / 2, y - tall / 2, wide, tall), fill(site.grade.colour("#d8342c")))
    if site.light.lamps:
        glow(canvas, (x, y), 150, "#ff8a8a", 0.4 * site.light.lamps)
    canvas.drawRect(skia.Rect(x - 120, base - 140, x + 120, base - 122), fill(site.tone("#c8342c", 0.05)))
    _entrance(site, canvas, x, base, wide=60)


def _school_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    _block(
        site,
        canvas,
        skia.Rect(x - 300, base - 210 * rise, x + 300, base),
        site.pick("brick", ("#a8604a", "#c8a078", "#8a6a5a")),
        columns=9,
        rows=2,
    )
    wall = site.tone("#b8705a", 0.08)
    canvas.drawRect(
        skia.Rect(x - 80, base - 270 * rise, x + 80, base),
        fill(wall, shader=linear((x - 80, 0), (x + 80, 0), [site.lit(wall, 0.15), site.shaded(wall, 0.2)])),
    )
    canvas.drawPath(
        polygon([(x - 96, base - 266 * rise), (x, base - 340 * rise), (x + 96, base - 266 * rise)]),
        fill(site.tone("#5a4a4a", 0.08)),
    )
    canvas.drawRect(skia.Rect(x - 22, base - 400 * rise, x + 22, base - 322 * rise), fill(site.tone("#f0ece0", 0.08)))
    canvas.drawPath(
        polygon([(x - 32, base - 398 * rise), (x, base - 440 * rise), (x + 32, base - 398 * rise)]),
        fill(site.tone("#5a4a4a", 0.08)),
    )
    canvas.drawCircle(x, base - 364 * rise, 11, fill(site.tone("#d8b04a", 0.05)))
    fixtures.clock_face(site, canvas, x, base - 226 * rise, 30)
    _entrance(site, canvas, x, base, wide=50)
    for index in range(4):
        canvas.drawRect(skia.Rect.MakeXYWH(x - 62 + index * 33, base - 158, 24, 10), fill(site.tone("#f4ecd8", 0.05)))


def _hotel_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    _block(
        site,
        canvas,
        skia.Rect(x - 210, base - 440 * rise, x + 210, base),
        site.pick("wall", ("#d8b890", "#b8a8a0", "#a87a6a")),
        columns=6,
        rows=5,
    )
    red = site.tone(site.painted("awning", "#8a2c34"), 0.05)
    canvas.drawRRect(rounded(x - 110, base - 150, 220, 40, 8), fill(red))
    _entrance(site, canvas, x, base, wide=54)
    sign = skia.Rect(x + 216, base - 400 * rise, x + 262, base - 180)
    canvas.drawRect(sign, fill(site.tone("#24262c", 0.05)))
    colour = site.grade.colour(site.pick("neon", ("#ff5a7a", "#ffb03c", "#4ad8e8")))
    for index in range(5):
        canvas.drawRRect(
            rounded(sign.left() + 9, sign.top() + 12 + index * (sign.height() - 16) / 5, 28, 26, 6),
            stroke(colour, 4, 0.5 + 0.5 * site.light.lamps),
        )
    if site.light.lamps:
        glow(canvas, (sign.centerX(), sign.centerY()), 200, colour, 0.5 * site.light.lamps)
    for dx in (-140, 140):
        growing.bush(site, canvas, x + dx, base + 4, 22, "#3f6a46", 0.06)


def _police_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    prison = site.has("prison", "jail")
    _block(
        site,
        canvas,
        skia.Rect(x - 270, base - 250 * rise, x + 270, base),
        "#8a8f94" if prison else site.pick("wall", ("#a8a49c", "#8a7a6c")),
        columns=8,
        rows=3,
    )
    if prison:
        for dx in (-290, 230):
            canvas.drawRect(
                skia.Rect.MakeXYWH(x + dx, base - 340 * rise, 60, 340 * rise), fill(site.tone("#7a7f84", 0.1))
            )
            canvas.drawRect(
                skia.Rect.MakeXYWH(x + dx - 12, base - 360 * rise, 84, 46),
                fill("#ffe2a0" if site.light.lamps else site.tone("#5a6a74", 0.1)),
            )
    blue = site.grade.colour("#3f7ae0")
    for dx in (-74, 74):
        canvas.drawCircle(x + dx, base - 130, 15, fill(mix(blue, "#ffffff", 0.4)))
        glow(canvas, (x + dx, base - 130), 80, blue, 0.3 + 0.5 * site.light.lamps)
    canvas.drawRect(skia.Rect(x - 110, base - 178, x + 110, base - 148), fill(site.tone("#2c3f6a", 0.05)))
    for index in range(5):
        canvas.drawRect(skia.Rect.MakeXYWH(x - 84 + index * 36, base - 169, 26, 12), fill("#f4f4f0", 0.9))
    _entrance(site, canvas, x, base)


def _plant_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    _block(
        site,
        canvas,
        skia.Rect(x - 320, base - 170, x + 240, base),
        site.pick("brick", ("#8a5a4a", "#7a7f84")),
        columns=9,
        rows=2,
    )
    for index in range(4):
        left = x - 320 + index * 140
        canvas.drawPath(
            polygon([(left, base - 166), (left, base - 240), (left + 140, base - 166)]),
            fill(site.tone("#6a5a54", 0.12)),
        )
    for dx, tall in ((150, 400), (220, 460), (290, 360)):
        stack = site.tone("#9a6a54", 0.12)
        canvas.drawPath(
            polygon(
                [
                    (x + dx - 24, base),
                    (x + dx - 15, base - tall * rise),
                    (x + dx + 15, base - tall * rise),
                    (x + dx + 24, base),
                ]
            ),
            fill(
                stack,
                shader=linear((x + dx - 24, 0), (x + dx + 24, 0), [site.lit(stack, 0.25), site.shaded(stack, 0.35)]),
            ),
        )
        for band in (0.9, 0.8):
            canvas.drawRect(
                skia.Rect(x + dx - 17, base - tall * rise * band - 9, x + dx + 17, base - tall * rise * band),
                fill(site.tone("#e8e4da", 0.12)),
            )
    _entrance(site, canvas, x - 40, base, wide=60, tall=84)


def _shop_front(site: Site, canvas: skia.Canvas, x: float, base: float, rise: float) -> None:
    facades.front(site, canvas, site.rng("front"), x - 190, base, 380, 420 * rise, 0.06)


FRONTS = {
    "church": _church_front,
    "columns": _columns_front,
    "marquee": _marquee_front,
    "cross": _hospital_front,
    "school": _school_front,
    "hotel": _hotel_front,
    "police": _police_front,
    "plant": _plant_front,
    "shop": _shop_front,
}
