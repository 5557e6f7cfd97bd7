"""Rooms where people work, wait and meet: office, bar, shop, corridor."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import (
    fill,
    glow,
    linear,
    mix,
    polygon,
    radial,
    rounded,
    smooth,
    stroke,
)

from . import furniture, room
from .site import Plane, Site


def office(site: Site) -> list[Plane]:
    """Draw an office: a desk, filing cabinets, blinds over a view of the city, a door with a pane."""
    low = site.floor
    modern = site.era in {"modern", "future"} and not site.has("detective", "private", "old", "newspaper")

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#b8c0c4" if modern else "#a89878", stripes=not modern, lit_from=0.55)
        if not modern:
            room.panelling(site, canvas, site.shaded(paint, 0.42), 104)
        x, wide = site.at(0.44), min(300, site.width * 0.42)
        room.view_window(site, canvas, x, low - 420, wide, 270, city=True, panes=3, frame="#8a7a64")
        room.blinds(site, canvas, x, low - 420, wide, 130 if modern else 270)
        room.door(site, canvas, site.at(0.08), "#6a4a34" if not modern else "#7f8a94", glass=True)

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#6f6a66" if modern else "#6a4830")
        room.sun_patch(site, canvas, site.at(0.46), site.at(0.64))

    def things(canvas: skia.Canvas) -> None:
        for index in range(2):
            furniture.drawers(
                site, canvas, site.at(0.27) + index * 78, low + 12, 74, 206, "#7a8078" if modern else "#6a7064"
            )
        furniture.bookshelf(site, canvas, site.at(0.92), low + 12, 190, 330)
        furniture.desk(site, canvas, site.at(0.70), low + 62, 290)
        furniture.plant(site, canvas, site.at(0.235), low + 24, 120)
        _fan(site, canvas, site.at(0.5), max(site.top + 40, low - 520))

    planes = [Plane("wall", 0.45, back), Plane("floor", 0.68, ground), Plane("furniture", 0.75, things)]
    return [*planes, Plane("near chair", 1.4, lambda canvas: room.near_chair(site, canvas))]


def _fan(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    dark = site.tone("#4a3a30")
    canvas.drawLine(x, site.top, x, y, stroke(dark, 5))
    for dx, dy in ((-150, 10), (150, -8), (-60, -16), (66, 18)):
        canvas.drawLine(x, y, x + dx, y + dy, stroke(dark, 13, 0.9))
    canvas.drawCircle(x, y, 15, fill(site.lit(dark, 0.2)))


def bar(site: Site) -> list[Plane]:
    """Draw a bar, club, cafe or restaurant: counter, bottles, stools, tables under hanging lamps."""
    low = site.floor
    cafe = site.has("cafe", "café", "coffee", "diner", "restaurant", "bakery", "tea", "bistro")
    club = site.has("club", "nightclub", "jazz", "cabaret", "disco", "stage")

    def back(canvas: skia.Canvas) -> None:
        colour = "#d8b890" if cafe else "#5a3a44" if club else "#6f4a3a"
        paint = room.wall(site, canvas, colour, stripes=False, lit_from=0.35)
        if not cafe:
            room.bricks(site, canvas, paint, site.floor - room.CEILING, low)
        room.panelling(site, canvas, site.shaded(paint, 0.35), 110)
        if cafe:
            room.view_window(
                site, canvas, site.at(0.62), low - 400, min(320, site.width * 0.4), 250, city=True, panes=3
            )
        else:
            _neon(site, canvas, site.at(0.70), low - 360)
        _bottle_wall(site, canvas, site.at(0.05) - 30, low)

    def things(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#9a8a7a" if cafe else "#4f3226", tiles=cafe)
        furniture.counter(
            site, canvas, site.left, low + 42, site.at(0.42) - site.left, 152, "#6a3f2a" if not cafe else "#b08460"
        )
        for index in range(4):
            furniture.stool(site, canvas, site.at(0.08) + index * 92, low + 74)
        if club:
            _bandstand(site, canvas, site.at(0.60), low + 20)

    def lamps(canvas: skia.Canvas) -> None:
        for share in (0.12, 0.34, 0.80):
            room.hanging_lamp(site, canvas, site.at(share), low - 330, size=0.8, colour="#7a3a30")
        furniture.table(site, canvas, site.at(0.78), low + 88, 150, 100, "#7a4a30")
        furniture.chair(site, canvas, site.at(0.78) - 26, low + 92)
        _candle(site, canvas, site.at(0.78) + 75, low - 12)

    planes = [Plane("wall", 0.45, back), Plane("counter", 0.70, things), Plane("lamps", 0.78, lamps)]
    if club:
        planes.append(Plane("smoke", 1.15, lambda canvas: _smoke(site, canvas)))
    return planes


def _bottle_wall(site: Site, canvas: skia.Canvas, x: float, low: float) -> None:
    wide, wood = min(420.0, site.at(0.40) - x), site.tone("#4a2c20")
    mirror = mix(site.light.ambient, site.light.shade, 0.35)
    canvas.drawRRect(rounded(x, low - 400, wide, 250, 5), fill(wood))
    area = skia.Rect.MakeXYWH(x + 12, low - 388, wide - 24, 226)
    canvas.drawRect(
        area, fill(mirror, shader=linear((x, low - 388), (x + wide, low - 160), [site.lit(mirror, 0.35), mirror]))
    )
    for row in range(3):
        base = low - 316 + row * 74
        furniture.bottles(site, canvas, x + 22, base, wide - 44, f"row {row}")
        canvas.drawRect(skia.Rect.MakeXYWH(x + 8, base, wide - 16, 8), fill(site.lit(wood, 0.15)))
    if site.light.lamps:
        glow(canvas, (x + wide / 2, low - 290), wide * 0.55, "#ffb860", 0.40)


def _neon(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    colour = site.grade.colour(("#ff5a7a", "#4ad8e8", "#ffb03c")[site.seed % 3])
    bird = [(0, 40), (30, 6), (66, 0), (92, 18), (70, 34), (84, 62), (46, 52), (8, 70)]
    path = smooth([(x + dx, y + dy) for dx, dy in bird], closed=True, tension=0.8)
    canvas.drawPath(path, stroke(colour, 9, 0.45, blur=6))
    canvas.drawPath(path, stroke(mix(colour, "#ffffff", 0.55), 3.4))
    canvas.drawRRect(rounded(x - 26, y - 30, 150, 126, 16), stroke(mix(colour, "#ffffff", 0.3), 2.6, 0.9))
    glow(canvas, (x + 48, y + 36), 230, colour, 0.55)


def _bandstand(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#5a3424")
    canvas.drawRRect(
        rounded(x, base - 34, 300, 38, 4),
        fill(wood, shader=linear((0, base - 34), (0, base + 4), [site.lit(wood, 0.3), site.shaded(wood, 0.3)])),
    )
    drum = site.tone("#a8322f")
    canvas.drawCircle(x + 210, base - 76, 42, fill(drum))
    canvas.drawCircle(x + 210, base - 76, 33, fill(site.tone("#efe4cc")))
    for dx in (-56, 58):
        canvas.drawLine(x + 210 + dx, base - 34, x + 210 + dx, base - 128, stroke(site.tone("#b0b0b4"), 3))
        canvas.drawOval(skia.Rect.MakeXYWH(x + 184 + dx, base - 134, 52, 10), fill(site.tone("#e0b95a")))
    canvas.drawLine(x + 76, base - 34, x + 76, base - 186, stroke(site.tone("#b0b0b4"), 4))
    canvas.drawCircle(x + 76, base - 192, 9, fill(site.tone("#d8d8dc")))


def _candle(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    canvas.drawRect(skia.Rect.MakeXYWH(x - 5, base - 24, 10, 24), fill(site.tone("#f2e8d0")))
    if site.light.lamps:
        canvas.drawOval(skia.Rect.MakeXYWH(x - 3.5, base - 38, 7, 15), fill("#fff0b0"))
        glow(canvas, (x, base - 30), 110, "#ffb45a", 0.8 * site.light.lamps)


def _smoke(site: Site, canvas: skia.Canvas) -> None:
    rng = site.rng("smoke")
    for _ in range(5):
        x, y, wide = (
            rng.uniform(site.left, site.right),
            rng.uniform(site.height * 0.2, site.floor),
            rng.uniform(220, 420),
        )
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - wide, y - 30, wide * 2, 60),
            fill(mix(site.light.fog, "#ffffff", 0.25), 0.07, blur=24),
        )


def shop(site: Site) -> list[Plane]:
    """Draw a shop: shelves of goods, a counter with a till, a window to the street."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        room.wall(site, canvas, "#cdb694", stripes=False)
        room.view_window(
            site,
            canvas,
            site.at(0.66),
            low - 410,
            min(330, site.width * 0.42),
            270,
            city=True,
            panes=3,
            frame="#6a8a7a",
        )
        wood = site.tone("#7a5236")
        for row in range(4):
            base = low - 96 - row * 88
            canvas.drawRect(skia.Rect(site.left, base - 74, site.at(0.58), base + 8), fill(site.shaded(wood, 0.45)))
            furniture.bottles(
                site, canvas, site.left + 8, base, site.at(0.58) - site.left - 10, f"goods {row}", step=25
            )
            canvas.drawRect(skia.Rect(site.left, base, site.at(0.59), base + 10), fill(site.lit(wood, 0.1)))

    def things(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#b09a80", tiles=True)
        furniture.counter(site, canvas, site.left, low + 52, site.at(0.36) - site.left, 132, "#8a5f40")
        till = site.tone("#b08a3f")
        canvas.drawRRect(
            rounded(site.at(0.26), low - 138, 74, 58, 8),
            fill(till, shader=linear((0, low - 138), (0, low - 80), [site.lit(till, 0.35), site.shaded(till, 0.3)])),
        )
        furniture.cupboard(site, canvas, site.at(0.88), low + 44, 210, 150, "#7f9a8a")
        for share in (0.25, 0.72):
            room.hanging_lamp(site, canvas, site.at(share), low - 400, size=0.8)

    return [Plane("shelves", 0.45, back), Plane("counter", 0.72, things)]


def corridor(site: Site) -> list[Plane]:
    """Draw the corridor of a school or a hospital, seen along its length."""
    low, middle = site.floor - 40, site.at(0.5)
    school = site.has("school", "classroom", "college", "university", "locker")
    end = skia.Rect(middle - 130, low - 300, middle + 130, low)

    def shell(canvas: skia.Canvas) -> None:
        pale = site.tone("#d8cfb4" if school else "#c4d8d4")
        planes = (
            ([(end.left(), end.top()), (site.left, end.top() - 330), (site.left, low + 360), (end.left(), low)], 0.25),
            (
                [(end.right(), end.top()), (site.right, end.top() - 330), (site.right, low + 360), (end.right(), low)],
                0.12,
            ),
            (
                [
                    (end.left(), end.top()),
                    (end.right(), end.top()),
                    (site.right, end.top() - 330),
                    (site.right, site.top),
                    (site.left, site.top),
                    (site.left, end.top() - 330),
                ],
                0.30,
            ),
        )
        canvas.drawRect(site.all, fill(site.shaded(pale, 0.3)))
        for points, dim in planes:
            colour = site.shaded(pale, dim)
            canvas.drawPath(polygon(points), fill(colour, shader=_bright_at(middle, low - 150, site, colour)))
        ground = site.tone("#9aa09a" if school else "#a8b8b8")
        path = polygon(
            [
                (end.left(), low),
                (end.right(), low),
                (site.right, low + 362),
                (site.right, site.bottom),
                (site.left, site.bottom),
                (site.left, low + 362),
            ]
        )
        canvas.drawPath(
            path,
            fill(ground, shader=linear((0, low), (0, site.bottom), [site.lit(ground, 0.3), site.shaded(ground, 0.35)])),
        )
        for index in range(1, 7):
            y = low + (site.bottom - low) * (index / 7) ** 1.7
            canvas.drawLine(site.left, y, site.right, y, stroke(site.shaded(ground, 0.4), 1.6, 0.5))
        _corridor_end(site, canvas, end, pale)
        for index in range(4):
            share = (index + 0.6) / 4
            y, wide = end.top() - 300 * share**1.4, 40 + 120 * share
            canvas.drawRRect(
                rounded(middle - wide, y - 5 * share, wide * 2, 6 + 12 * share, 4),
                fill("#fffbe8" if site.light.lamps else site.lit(pale, 0.6)),
            )
            glow(canvas, (middle, y + 4), 120 + 200 * share, "#fff2d0", 0.30 + 0.35 * site.light.lamps)

    def sides(canvas: skia.Canvas) -> None:
        for side in (-1, 1):
            _corridor_doors(site, canvas, end, low, side, school=school)

    return [Plane("corridor", 0.5, shell), Plane("doors", 0.62, sides)]


def _bright_at(x: float, y: float, site: Site, colour: str) -> skia.Shader:
    """Return a wall's shading that is bright at (x, y) and dim towards the edges."""
    reach = max(site.width, site.height) * 0.7
    return radial((x, y), reach, [site.lit(colour, 0.25), site.shaded(colour, 0.4)])


def _corridor_end(site: Site, canvas: skia.Canvas, end: skia.Rect, pale: str) -> None:
    canvas.drawRect(end, fill(site.lit(pale, 0.15)))
    wood = site.tone("#7f8f94")
    for dx in (-72, 2):
        canvas.drawRect(skia.Rect.MakeXYWH(end.centerX() + dx, end.bottom() - 220, 70, 220), fill(wood))
        pane = skia.Rect.MakeXYWH(end.centerX() + dx + 14, end.bottom() - 198, 42, 84)
        canvas.drawRect(pane, fill(mix(site.outside.sky[3], "#ffffff", 0.3)))
    glow(canvas, (end.centerX(), end.bottom() - 150), 220, "#eef6ff", 0.45)


def _corridor_doors(site: Site, canvas: skia.Canvas, end: skia.Rect, low: float, side: int, *, school: bool) -> None:
    edge = end.right() if side > 0 else end.left()
    far = site.right if side > 0 else site.left
    colours = ("#8f5a4a", "#5a7a8a") if school else ("#9ab8b4", "#b8c8c4")

    def corner(share: float, height: float) -> tuple[float, float]:
        """Return the point `share` of the way towards us on this wall, `height` (0 to 1) up from the floor."""
        x = edge + (far - edge) * share
        floor, top = low + 360 * share, end.top() - 330 * share
        return x, floor + (top - floor) * height

    start = 0.08
    for index in range(5):
        finish = start + 0.09 + 0.03 * index
        tone = site.shaded(site.tone(colours[index % 2]), 0.12 if side > 0 else 0.3)
        leaf = polygon([corner(start, 0), corner(start, 0.68), corner(finish, 0.68), corner(finish, 0)])
        canvas.drawPath(leaf, fill(tone))
        canvas.drawPath(leaf, stroke(site.shaded(tone, 0.4), 3))
        pane = polygon(
            [
                corner(start + 0.02, 0.42),
                corner(start + 0.02, 0.60),
                corner(finish - 0.02, 0.60),
                corner(finish - 0.02, 0.42),
            ]
        )
        canvas.drawPath(pane, fill(site.lit(tone, 0.4), 0.8))
        start = finish + 0.05 + 0.02 * index
