"""Rooms for an audience or for work with the hands: workshop, laboratory, theatre, hall, temple, prison, cabin."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import air, furniture, room
from .site import Plane, Site


def workshop(site: Site) -> list[Plane]:
    """Draw a workshop, garage or factory: a bench, tools on the wall, crates, a high window."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#8a7a6c", stripes=False)
        room.bricks(site, canvas, paint, low - room.CEILING, low)
        room.view_window(
            site, canvas, site.at(0.60), low - 450, min(330, site.width * 0.45), 190, panes=4, frame="#5a6064"
        )
        board = site.tone("#9a7650")
        canvas.drawRRect(rounded(site.at(0.12), low - 360, 290, 180, 6), fill(board))
        rng, steel = site.rng("tools"), site.tone("#c4c8cc")
        for index in range(7):
            x, y, tall = site.at(0.12) + 24 + index * 38, low - 340, rng.uniform(70, 130)
            canvas.drawLine(x, y, x, y + tall, stroke(site.tone("#6a4028"), 7))
            head = (
                skia.Rect.MakeXYWH(x - 14, y + tall - 12, 28, 18)
                if index % 2
                else skia.Rect.MakeXYWH(x - 6, y + tall - 16, 12, 34)
            )
            canvas.drawRRect(skia.RRect.MakeRectXY(head, 4, 4), fill(steel))

    def things(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#7a7470", tiles=False)
        furniture.table(site, canvas, site.at(0.06) - 20, low + 46, 340, 128, "#8a6240")
        furniture.bottles(site, canvas, site.at(0.06) + 30, low - 82, 120, "paint pots", step=30)
        furniture.drawers(site, canvas, site.at(0.86), low + 34, 120, 170, "#a84a3a")
        furniture.cupboard(site, canvas, site.at(0.95), low + 34, 150, 290, "#5d6a70")
        for share in (0.28, 0.74):
            room.hanging_lamp(site, canvas, site.at(share), low - 380)

    return [Plane("wall", 0.45, back), Plane("benches", 0.72, things)]


def laboratory(site: Site) -> list[Plane]:
    """Draw a laboratory: white benches, flasks that glow, screens and dials."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#a8bcc4", stripes=False, lit_from=0.5)
        for index in range(int(site.span / 150) + 1):
            x = site.left + index * 150
            canvas.drawRect(skia.Rect.MakeXYWH(x, site.top, 3, low - site.top), fill(site.shaded(paint, 0.3)))
        for share, wide in ((0.08, 200), (0.62, 280)):
            _screen(site, canvas, site.at(share), low - 390, wide)
        furniture.cupboard(site, canvas, site.at(0.34), low - 230, min(280, site.width * 0.24), 150, "#c8d4d8")

    def things(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#b4c0c4", tiles=True)
        for left, wide in ((site.left, site.at(0.34) - site.left), (site.at(0.74), site.right - site.at(0.74))):
            furniture.counter(site, canvas, left, low + 50, wide, 124, "#d8e0e2")
        for index, share in enumerate((0.04, 0.12, 0.20, 0.80, 0.90)):
            colour = site.grade.colour(("#5af0b0", "#f05ac8", "#5ab0f0", "#f0d05a", "#8af05a")[index])
            _flask(canvas, site.at(share), low - 78, 70 + 16 * (index % 3), colour)

    return [Plane("wall", 0.45, back), Plane("benches", 0.72, things)]


def _screen(site: Site, canvas: skia.Canvas, x: float, y: float, width: float) -> None:
    colour = site.grade.colour(("#5ae0c8", "#8ac8ff", "#ffb85a")[site.seed % 3])
    canvas.drawRRect(rounded(x - 8, y - 8, width + 16, 166, 8), fill(site.tone("#3a444c")))
    canvas.drawRRect(rounded(x, y, width, 150, 4), fill("#0c1c24"))
    rng = site.rng(f"screen {x:.0f}")
    curve = [(x + 10 + (width - 20) * step / 12, y + 75 + rng.uniform(-44, 44)) for step in range(13)]
    canvas.drawPath(smooth(curve), stroke(colour, 2.6, 0.95))
    for row in range(1, 5):
        canvas.drawLine(x + 6, y + row * 30, x + width - 6, y + row * 30, stroke(colour, 1, 0.25))
    glow(canvas, (x + width / 2, y + 75), width * 0.8, colour, 0.35)


def _flask(canvas: skia.Canvas, x: float, base: float, tall: float, colour: str) -> None:
    glow(canvas, (x, base - tall * 0.3), tall, colour, 0.5)
    glass = [
        (x - tall * 0.09, base - tall),
        (x - tall * 0.09, base - tall * 0.55),
        (x - tall * 0.36, base - 4),
        (x + tall * 0.36, base - 4),
        (x + tall * 0.09, base - tall * 0.55),
        (x + tall * 0.09, base - tall),
    ]
    liquid = [
        (x - tall * 0.22, base - tall * 0.32),
        (x - tall * 0.34, base - 5),
        (x + tall * 0.34, base - 5),
        (x + tall * 0.22, base - tall * 0.32),
    ]
    canvas.drawPath(polygon(liquid), fill(colour, 0.9))
    canvas.drawPath(polygon(glass), fill("#ffffff", 0.22))
    canvas.drawPath(polygon(glass, closed=False), stroke("#ffffff", 2, 0.7))


def theatre(site: Site) -> list[Plane]:
    """Draw a stage between red curtains, spotlights on its boards, the first rows in the dark."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        dark = site.grade.colour("#2a1420")
        canvas.drawRect(
            site.all,
            fill(dark, shader=linear((0, site.top), (0, low), [mix(dark, "#000000", 0.4), mix(dark, "#8a3a5a", 0.35)])),
        )
        rng, painted = site.rng("scenery"), site.grade.colour("#3a4a8a")
        for index in range(5):
            x = site.at(0.16 + 0.17 * index)
            canvas.drawPath(
                polygon([(x - 60, low), (x, low - rng.uniform(160, 300)), (x + 80, low)]),
                fill(mix(painted, dark, 0.3 + 0.1 * (index % 3))),
            )

    def boards(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#9a6238")
        for share in (0.30, 0.52, 0.74):
            x, top = site.at(share), site.top
            cone = polygon([(x - 10, top), (x + 10, top), (x + 150, low + 80), (x - 150, low + 80)])
            fade = linear((0, top), (0, low + 80), [("#fff2c8", 0.40), ("#fff2c8", 0.05)])
            canvas.drawPath(cone, fill("#fff2c8", blur=8, mode=skia.BlendMode.kScreen, shader=fade))
            canvas.drawOval(skia.Rect(x - 170, low + 34, x + 170, low + 112), fill("#fff2c8", 0.20, blur=10))

    def drapes(canvas: skia.Canvas) -> None:
        red = site.grade.colour("#a8242c")
        reach = site.span * 0.19
        for side in (-1, 1):
            edge = site.left if side < 0 else site.right
            for fold in range(9):
                share = fold / 9
                x, wide = edge - side * reach * share, reach / 8
                colour = mix(red, "#20060c", 0.15 + 0.45 * (fold % 2))
                low_end = low + 70 - 10 * share
                points = [
                    (x, site.top),
                    (x - side * wide, site.top),
                    (x - side * wide * 1.1, low_end),
                    (x + side * 4, low_end),
                ]
                canvas.drawPath(smooth(points, closed=True, tension=0.2), fill(colour))
        top = max(site.top, site.floor - room.CEILING)
        for index in range(9):
            x = site.left + site.span * index / 9
            swag = [
                (x - 10, site.top),
                (x - 10, top + 40),
                (x + site.span / 18, top + 100),
                (x + site.span / 9 + 10, top + 40),
                (x + site.span / 9 + 10, site.top),
            ]
            canvas.drawPath(smooth(swag, closed=True, tension=0.5), fill(mix(red, "#20060c", 0.15 + 0.2 * (index % 2))))
            canvas.drawPath(smooth(swag[1:4], tension=1), stroke(site.grade.colour("#e0b24a"), 5))

    def rows(canvas: skia.Canvas) -> None:
        for index in range(int(site.span / 84) + 1):
            canvas.drawOval(
                skia.Rect.MakeXYWH(site.left + index * 84, site.height * 0.955, 74, 120), fill("#0a0508", blur=2)
            )

    return [
        Plane("scenery", 0.4, back),
        Plane("boards", 0.68, boards),
        Plane("drapes", 0.8, drapes),
        Plane("audience", 1.5, rows),
    ]


def hall(site: Site) -> list[Plane]:
    """Draw a great hall, temple, church or court: columns, tall windows, banners or an altar."""
    low = site.floor
    sacred = site.has("church", "cathedral", "chapel", "temple", "monastery", "shrine")

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#a89e94", stripes=False, lit_from=0.5)
        room.bricks(site, canvas, paint, low - room.CEILING, low)
        step = 250
        for index in range(-3, 4):
            x = site.at(0.5) + index * step - 48
            if site.left - 100 < x < site.right and (index or not sacred):
                _lancet(site, canvas, x, low - 420, glass=sacred)
        if sacred:
            _rose(site, canvas, site.at(0.5), low - 330)
        else:
            _throne(site, canvas, site.at(0.5), low + 6)

    def ground(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#8f8680", tiles=True)
        carpet = site.tone("#8c2f34")
        middle = site.at(0.5)
        canvas.drawPath(
            polygon([(middle - 76, low), (middle + 76, low), (middle + 250, site.bottom), (middle - 250, site.bottom)]),
            fill(carpet, shader=linear((0, low), (0, site.bottom), [site.lit(carpet, 0.2), site.shaded(carpet, 0.3)])),
        )

    def columns(canvas: skia.Canvas) -> None:
        for offset in (-0.42, -0.21, 0.21, 0.42):
            _column(site, canvas, site.at(0.5 + offset), low + 30 + 60 * abs(offset))
        for share in (0.36, 0.64):
            room_torch(site, canvas, site.at(share), low - 190)

    planes = [Plane("wall", 0.42, back), Plane("floor", 0.66, ground), Plane("columns", 0.74, columns)]
    if site.outside.sun:
        source = (site.at(0.92), site.top - 60)
        planes.insert(2, Plane("rays", 0.7, lambda canvas: air.rays(site, canvas, source, strength=0.20, length=1100)))
    return planes


def _lancet(site: Site, canvas: skia.Canvas, x: float, top: float, *, glass: bool) -> None:
    shape = smooth(
        [(x, top + 250), (x, top + 70), (x + 48, top), (x + 96, top + 70), (x + 96, top + 250)],
        closed=True,
        tension=0.5,
    )
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.drawPaint(fill("#000000", shader=linear((0, top), (0, top + 250), list(site.outside.sky))))
    if glass:
        rng = site.rng(f"glass {x:.0f}")
        for row in range(6):
            for column in range(3):
                colour = site.grade.colour(rng.choice(("#c8423b", "#3f6fb0", "#e0b23c", "#4a9a6a", "#8a4aa0")))
                canvas.drawRect(skia.Rect.MakeXYWH(x + column * 32, top + row * 42, 30, 40), fill(colour, 0.62))
    canvas.restore()
    canvas.drawPath(shape, stroke(site.tone("#6a625c"), 8))
    canvas.drawLine(x + 48, top, x + 48, top + 250, stroke(site.tone("#6a625c"), 4))
    glow(canvas, (x + 48, top + 130), 170, site.outside.sky[3], 0.22)


def _rose(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    glow(canvas, (x, y), 240, site.outside.sky[3], 0.4)
    for ring, (radius, colour) in enumerate(((92, "#3f6fb0"), (70, "#c8423b"), (46, "#e0b23c"), (22, "#4a9a6a"))):
        canvas.drawCircle(x, y, radius, fill(mix(site.grade.colour(colour), site.outside.sky[3], 0.25 + 0.05 * ring)))
        canvas.drawCircle(x, y, radius, stroke(site.tone("#5a524c"), 5))
    canvas.save()
    canvas.translate(x, y)
    for _ in range(6):
        canvas.drawLine(-92, 0, 92, 0, stroke(site.tone("#5a524c"), 4))
        canvas.rotate(30)
    canvas.restore()
    furniture.counter(site, canvas, x - 120, site.floor + 14, 240, 96, "#d8ccb4")


def _throne(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    gold, cloth = site.tone("#c9a04a"), site.tone("#8c2f34")
    for index in range(3):
        wide = 150 - index * 26
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - wide, base - 18 * (index + 1), wide * 2, 19),
            fill(site.shaded(site.tone("#a89e94"), 0.1 * (3 - index))),
        )
    top = base - 54
    back = [(x - 58, top), (x - 62, top - 190), (x, top - 236), (x + 62, top - 190), (x + 58, top)]
    canvas.drawPath(
        smooth(back, closed=True, tension=0.3),
        fill(gold, shader=linear((x - 60, 0), (x + 60, 0), [site.lit(gold, 0.4), site.shaded(gold, 0.4)])),
    )
    canvas.drawRRect(rounded(x - 42, top - 176, 84, 176, 16), fill(cloth))
    canvas.drawRRect(rounded(x - 66, top - 66, 132, 26, 6), fill(site.shaded(gold, 0.15)))
    for side in (-1, 1):
        banner = polygon(
            [
                (x + side * 190 - 34, base - 430),
                (x + side * 190 + 34, base - 430),
                (x + side * 190 + 34, base - 230),
                (x + side * 190, base - 200),
                (x + side * 190 - 34, base - 230),
            ]
        )
        canvas.drawPath(banner, fill(cloth))
        canvas.drawCircle(x + side * 190, base - 330, 19, fill(gold))


def _column(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone = site.tone("#b0a69a")
    shades = linear((x - 36, 0), (x + 36, 0), [site.lit(stone, 0.30), stone, site.shaded(stone, 0.5)], [0, 0.4, 1])
    canvas.drawRect(skia.Rect(x - 34, site.top, x + 34, base), fill(stone, shader=shades))
    for dx in (-18, 0, 18):
        canvas.drawLine(x + dx, site.top, x + dx, base - 30, stroke(site.shaded(stone, 0.4), 3, 0.4))
    canvas.drawRect(skia.Rect(x - 46, base - 30, x + 46, base), fill(stone, shader=shades))


def room_torch(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    """Draw a torch on a wall, burning when lamps are lit."""
    canvas.drawLine(x, y, x, y + 56, stroke(site.tone("#4a3020"), 9))
    if site.light.lamps:
        flame = [(x - 13, y), (x - 9, y - 26), (x, y - 52), (x + 10, y - 24), (x + 13, y)]
        canvas.drawPath(smooth(flame, closed=True, tension=0.8), fill("#ffb03c", blur=1.5))
        glow(canvas, (x, y - 20), 240, "#ff9a3c", 0.75 * site.light.lamps)


def cell(site: Site) -> list[Plane]:
    """Draw a prison cell, cellar or dungeon: stone, a barred window, a plank bed."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#7d7a78", stripes=False, lit_from=0.6)
        room.bricks(site, canvas, paint, site.top, low)
        x = site.at(0.58)
        room.view_window(site, canvas, x, low - 400, 130, 130, frame="#5a5654", panes=1)
        for dx in (26, 52, 78, 104):
            canvas.drawLine(x + dx, low - 404, x + dx, low - 266, stroke(site.tone("#2a2c30"), 8))
        shaft = polygon([(x, low - 400), (x + 130, low - 400), (x - 60, low + 60), (x - 330, low + 60)])
        fade = linear((x, low - 400), (x - 150, low + 60), [(site.outside.sky[3], 0.34), (site.outside.sky[3], 0)])
        canvas.drawPath(shaft, fill("#ffffff", blur=8, mode=skia.BlendMode.kScreen, shader=fade))
        room.door(site, canvas, site.at(0.12), "#4a4640", height=320)

    def things(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#6a6664", tiles=True)
        furniture.table(site, canvas, site.at(0.76), low + 56, 300, 62, "#6e4c34")
        room_torch(site, canvas, site.at(0.36), low - 230)

    return [Plane("wall", 0.45, back), Plane("things", 0.72, things)]
