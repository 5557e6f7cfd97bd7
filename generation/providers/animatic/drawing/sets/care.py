"""Rooms where people are looked after or train: hospital ward, corridor, gym, lobby of a hotel."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, radial, rounded, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import fittings, fixtures, furniture, goods, machines
from .interior import Interior
from .life import Track, failing, halo
from .site import Plane, Site


def ward(site: Site) -> list[Plane]:
    """Draw a hospital room: bed, drip, monitor with its pulse, a curtain on a rail; iron beds in a row long ago."""
    low, layout = site.floor, site.variant("layout", 2)
    old = site.era in fittings.OLD
    home = Interior(
        site,
        "#d8d4c4" if old else site.pick("wall", ("#c4d8d8", "#d4dcd0", "#c8d4e0")),
        "#a8b8b8",
        pattern="tiles",
        panels=96,
        lit_from=0.5,
    )
    home.window(0.80 if layout else 0.62, 200, 240, panes=3 if old else 2, cloth="#a8c8c0")
    home.stand(0.34, 330, lambda canvas, x: fittings.sick_bed(site, canvas, x, low + 54), focal=True)
    if not old:
        home.stand(0.13, 80, lambda canvas, x: fittings.drip(site, canvas, x + 40, low + 40))
    if old or site.era == "retro":
        home.stand(0.80, 330, lambda canvas, x: fittings.sick_bed(site, canvas, x, low + 40))
        home.hang(0.3, 90, lambda canvas, x: _cross(site, canvas, x + 45, low - 330, "#b8342c"))
    else:
        home.stand(
            0.575,
            100,
            lambda canvas, x: machines.heart_monitor(site, canvas, x, low + 20),
            live=lambda x: fixtures.screen_trace(site, x + 8, low - 242, 84, 62, "#5af08a", kind="pulse"),
        )
        home.hang(0.33, 270, lambda canvas, x: _bed_panel(site, canvas, x, low - 250))
    home.hang(
        0.47,
        60,
        lambda canvas, x: fixtures.clock_face(site, canvas, x + 30, low - 400, 28),
        live=lambda x: fixtures.clock_hands(site, x + 30, low - 400, 28),
    )
    home.stand(0.72, 110, lambda canvas, x: furniture.chair(site, canvas, x + 55, low + 40, "#7a9aa0"))
    home.stand(0.94, 190, lambda canvas, x: furniture.cupboard(site, canvas, x, low + 18, 190, 330, "#d8e0e0"))
    home.before(Plane("curtain", 0.79, lambda canvas: _rail_curtain(site, canvas, home.x(0.985))))
    return home.planes()


def _cross(site: Site, canvas: skia.Canvas, x: float, y: float, colour: str) -> None:
    canvas.drawRRect(rounded(x - 45, y - 45, 90, 90, 8), fill(site.tone("#f4f2ea")))
    for wide, tall in ((22, 66), (66, 22)):
        canvas.drawRect(skia.Rect.MakeXYWH(x - wide / 2, y - tall / 2, wide, tall), fill(site.tone(colour)))


def _bed_panel(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    furniture.solid(site, canvas, x, y, 270, 46, site.tone("#dfe6e8"), 6)
    for index, colour in enumerate(("#4a9a6a", "#d8b04a", "#4a7ab8", "#b8342c")):
        canvas.drawCircle(x + 40 + index * 36, y + 23, 9, fill(site.tone(colour)))
    canvas.drawRRect(rounded(x + 10, y - 22, 250, 12, 5), fill("#fdfdf4"))
    glow(canvas, (x + 135, y - 30), 170, "#f4fbff", 0.3)


def _rail_curtain(site: Site, canvas: skia.Canvas, x: float) -> None:
    cloth, top = site.tone("#8fc0b8"), site.floor - 420
    canvas.drawLine(x - 130, top, x + 130, top, stroke(site.tone("#c0c8cc"), 6))
    for fold in range(6):
        left = x - 100 + fold * 34
        canvas.drawRect(
            skia.Rect.MakeXYWH(left, top, 35, 440), fill(mix(cloth, site.light.shade, 0.1 + 0.18 * (fold % 2)))
        )


def corridor(site: Site) -> list[Plane]:
    """Draw a long corridor seen along its length: a school's lockers, a hospital's wards."""
    low, middle = site.floor - 40, site.at(0.5)
    kind = (
        "school"
        if site.has("school", "college", "university", "locker", "lockers")
        else "hotel"
        if site.has("hotel", "motel", "mansion", "castle", "palace")
        else "plain"
    )
    end = skia.Rect(middle - 130, low - 300, middle + 130, low)
    walls = {"school": "#d8cfb4", "hotel": "#a8685a", "plain": "#c4d8d4"}[kind]
    pale = site.tone(site.painted("wall", walls))
    roof = low - 300

    def shell(canvas: skia.Canvas) -> None:
        canvas.drawPaint(fill(site.shaded(pale, 0.3)))
        top = [
            (end.left(), roof),
            (end.right(), roof),
            (site.right, roof - 330),
            (site.right, site.top),
            (site.left, site.top),
            (site.left, roof - 330),
        ]
        sides = (
            ([(end.left(), roof), (site.left, roof - 330), (site.left, low + 360), (end.left(), low)], 0.25),
            ([(end.right(), roof), (site.right, roof - 330), (site.right, low + 360), (end.right(), low)], 0.12),
            (top, 0.30),
        )
        for points, dim in sides:
            colour = site.shaded(pale, dim)
            bright = radial(
                (middle, low - 150),
                max(site.width, site.height) * 0.7,
                [site.lit(colour, 0.25), site.shaded(colour, 0.4)],
            )
            canvas.drawPath(polygon(points), fill(colour, shader=bright))
        _corridor_floor(site, canvas, end, low, {"school": "#9aa09a", "hotel": "#7a2c34", "plain": "#a8b8b8"}[kind])
        _corridor_end(site, canvas, end, pale)

    def sides(canvas: skia.Canvas) -> None:
        for side in (-1, 1):
            _corridor_doors(site, canvas, end, low, side, kind)

    tubes = failing(
        site.rng("tube"), dim=0.5 if site.has("hospital", "haunted", "abandoned", "asylum", "dark") else 0.0
    )
    return [
        Plane("corridor", 0.5, shell),
        Plane("doors", 0.62, sides),
        Plane.living("lights", 0.63, _corridor_lights(site, roof, tubes)),
    ]


def _corridor_lights(site: Site, roof: float, tubes: Track) -> LivePainter:
    middle = site.at(0.5)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for index in range(4):
            now = tubes(seconds) if index == 2 else 1.0
            share = (index + 0.6) / 4
            y, wide = roof - 300 * share**1.4, 40 + 120 * share
            canvas.drawRRect(
                rounded(middle - wide, y - 5 * share, wide * 2, 6 + 12 * share, 4), fill("#fffbe8", 0.35 + 0.65 * now)
            )
            halo(canvas, middle, y + 4, 120 + 200 * share, "#fff2d0", (0.22 + 0.3 * site.light.lamps) * now)

    return live


def _corridor_floor(site: Site, canvas: skia.Canvas, end: skia.Rect, low: float, colour: str) -> None:
    ground = site.tone(colour)
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
    shine = radial((site.at(0.5), low + 120), 420, [("#ffffff", 0.22), ("#ffffff", 0)])
    canvas.drawPath(path, fill("#ffffff", shader=shine))


def _corridor_end(site: Site, canvas: skia.Canvas, end: skia.Rect, pale: str) -> None:
    canvas.drawRect(end, fill(site.lit(pale, 0.15)))
    wood = site.tone("#7f8f94")
    for dx in (-72, 2):
        canvas.drawRect(skia.Rect.MakeXYWH(end.centerX() + dx, end.bottom() - 220, 70, 220), fill(wood))
        pane = skia.Rect.MakeXYWH(end.centerX() + dx + 14, end.bottom() - 198, 42, 84)
        canvas.drawRect(pane, fill(mix(site.outside.sky[3], "#ffffff", 0.3)))
    canvas.drawRRect(rounded(end.centerX() - 34, end.bottom() - 256, 68, 22, 4), fill(site.tone("#3a9a5a")))
    glow(canvas, (end.centerX(), end.bottom() - 150), 220, "#eef6ff", 0.45)


def _corridor_doors(site: Site, canvas: skia.Canvas, end: skia.Rect, low: float, side: int, kind: str) -> None:
    edge = end.right() if side > 0 else end.left()
    far = site.right if side > 0 else site.left
    colours = {"school": ("#8f5a4a", "#5a7a8a"), "hotel": ("#6e4630", "#6e4630"), "plain": ("#9ab8b4", "#b8c8c4")}[kind]

    def corner(share: float, height: float) -> tuple[float, float]:
        x = edge + (far - edge) * share
        floor, top = low + 360 * share, end.top() - 330 * share
        return x, floor + (top - floor) * height

    rail = polygon([corner(0.0, 0.30), corner(1.0, 0.30), corner(1.0, 0.33), corner(0.0, 0.33)])
    canvas.drawPath(rail, fill(site.shaded(site.tone(colours[0]), 0.2), 0.8))
    start = 0.08
    for index in range(5):
        finish = start + 0.09 + 0.03 * index
        tone = site.shaded(site.tone(site.painted("door", colours[index % 2])), 0.12 if side > 0 else 0.3)
        leaf = polygon([corner(start, 0), corner(start, 0.68), corner(finish, 0.68), corner(finish, 0)])
        canvas.drawPath(leaf, fill(tone))
        canvas.drawPath(leaf, stroke(site.shaded(tone, 0.4), 3))
        if kind == "school" and index % 2:
            for part in range(1, 4):
                share = start + (finish - start) * part / 4
                canvas.drawLine(*corner(share, 0), *corner(share, 0.68), stroke(site.shaded(tone, 0.45), 3))
        else:
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


def gym(site: Site) -> list[Plane]:
    """Draw a sports hall: a basket, lines on the floor, wall bars; for boxing, a ring and a bag."""
    low, boxing = site.floor, site.has("boxing", "boxer", "ring", "fight")
    home = Interior(
        site,
        site.pick("wall", ("#c8b490", "#b8c4c8")),
        "#c08a4a" if not boxing else "#6a6a6c",
        pattern="boards" if not boxing else "plain",
        lit_from=0.5,
    )
    if boxing:
        home.stand(0.5, 620, lambda canvas, x: _ring(site, canvas, x, low + 40), focal=True, flip=False)
        home.stand(0.10, 80, lambda canvas, x: _bag(site, canvas, x + 40))
        home.hang(0.86, 90, lambda canvas, x: fixtures.poster(site, canvas, x, low - 360, 90, 124, "#a8342c"))
        return home.planes()
    home.hang(0.5, 190, lambda canvas, x: _basket(site, canvas, x + 95, low - 330), focal=True, flip=False)
    for share in (0.12, 0.38, 0.64, 0.90):
        home.window(share, 170, 110, above=520, panes=3, frame="#8a8f94")
    home.hang(0.14, 250, lambda canvas, x: _wall_bars(site, canvas, x, low))
    home.lay(lambda canvas: _court_lines(site, canvas))
    home.stand(0.86, 250, lambda canvas, x: _bench(site, canvas, x, low + 30))
    return home.planes()


def _basket(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    canvas.drawRRect(rounded(x - 95, y - 120, 190, 120, 5), fill(site.tone("#f4f4f0")))
    canvas.drawRRect(rounded(x - 95, y - 120, 190, 120, 5), stroke(site.tone("#2a3a5a"), 6))
    canvas.drawRect(skia.Rect.MakeXYWH(x - 34, y - 74, 68, 52), stroke(site.tone("#c8342c"), 5))
    canvas.drawOval(skia.Rect(x - 36, y - 12, x + 36, y + 4), stroke(site.tone("#e8642a"), 6))
    net = stroke("#ffffff", 2, 0.8)
    for index in range(7):
        canvas.drawLine(x - 34 + index * 11.3, y - 2, x - 18 + index * 6, y + 58, net)
    for level in (14, 32, 50):
        canvas.drawLine(x - 31 + level * 0.25, y + level, x + 31 - level * 0.25, y + level, net)


def _wall_bars(site: Site, canvas: skia.Canvas, x: float, low: float) -> None:
    wood = site.tone("#a8743f")
    for dx in (0, 120, 240):
        canvas.drawRect(skia.Rect.MakeXYWH(x + dx, low - 380, 12, 380), fill(site.shaded(wood, 0.2)))
    for level in range(13):
        canvas.drawRRect(rounded(x, low - 370 + level * 28, 250, 8, 4), fill(site.lit(wood, 0.15)))


def _court_lines(site: Site, canvas: skia.Canvas) -> None:
    line, middle, low = stroke("#f4f0e4", 5, 0.75), site.at(0.5), site.floor
    canvas.drawPath(
        polygon(
            [
                (middle - 130, low + 16),
                (middle + 130, low + 16),
                (middle + 300, site.bottom),
                (middle - 300, site.bottom),
            ],
            closed=True,
        ),
        line,
    )
    canvas.drawOval(skia.Rect(middle - 190, low + 96, middle + 190, low + 196), line)
    canvas.drawLine(site.left, low + 16, site.right, low + 16, line)


def _bench(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.table(site, canvas, x, base, 250, 46, "#a8743f")
    canvas.drawCircle(x + 60, base - 66, 20, fill(site.tone("#d8782f")))
    canvas.drawCircle(x + 170, base - 62, 17, fill(site.tone("#f4f0e4")))


def _ring(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.solid(site, canvas, x, base - 70, 620, 70, site.tone("#3a4a6a"), 4)
    canvas.drawPath(
        polygon([(x, base - 70), (x + 620, base - 70), (x + 560, base - 100), (x + 60, base - 100)]),
        fill(site.tone("#d8d4c8")),
    )
    for dx, dy in ((8, 0), (612, 0), (66, -30), (554, -30)):
        canvas.drawLine(
            x + dx, base - 70 + dy, x + dx, base - 260 + dy, stroke(site.tone("#a8342c" if dx < 300 else "#2c4a8a"), 13)
        )
    for level, colour in enumerate(("#f4f4f0", "#c8342c", "#3f6fb0")):
        y = base - 130 - level * 50
        canvas.drawLine(x + 66, y - 30, x + 554, y - 30, stroke(site.tone(colour), 4))
        canvas.drawLine(x + 8, y, x + 66, y - 30, stroke(site.tone(colour), 5))
        canvas.drawLine(x + 554, y - 30, x + 612, y, stroke(site.tone(colour), 5))


def _bag(site: Site, canvas: skia.Canvas, x: float) -> None:
    low = site.floor
    canvas.drawLine(x, site.top, x, low - 330, stroke(site.tone("#5a5a60"), 5))
    furniture.solid(site, canvas, x - 36, low - 330, 72, 230, site.tone("#8a2c2c"), 26)


def lobby(site: Site) -> list[Plane]:
    """Draw the lobby of a hotel or a bank: a desk with keys or windows, columns, stairs, palms, a chandelier."""
    low, bank = site.floor, site.has("bank", "vault")
    home = Interior(
        site, site.pick("wall", ("#c8a878", "#b89a8a", "#a8a890")), "#8f7a68", pattern="tiles", panels=120, lit_from=0.4
    )
    home.hang(0.30, 330, lambda canvas, x: _keys(site, canvas, x, low - 380, bank=bank), flip=False, focal=True)
    home.stand(0.30, 430, lambda canvas, x: _reception(site, canvas, x, low + 40, bank=bank), focal=True)
    home.stand(0.80, 330, lambda canvas, x: _stairs(site, canvas, x, low + 14))
    home.window(0.60, 150, 310, above=440, city=True, cloth="#8a3a3a")
    home.stand(0.60, 90, lambda canvas, x: furniture.plant(site, canvas, x + 45, low + 40, 210))
    home.stand(0.05, 180, lambda canvas, x: furniture.sofa(site, canvas, x, low + 60, 180, "#8a3a3a"))
    home.hang(
        0.465,
        60,
        lambda canvas, x: fixtures.clock_face(site, canvas, x + 30, low - 400, 30),
        live=lambda x: fixtures.clock_hands(site, x + 30, low - 400, 30),
    )
    home.rug(0.5, ("#8c3b3b", "#d9b07a", "#7a3038", "#c98f5a", "#7a3038"), 380)
    home.strangers(2, shares=(0.26, 0.90), drop=6)
    home.before(Plane("chandelier", 0.79, lambda canvas: chandelier(site, canvas, home.x(0.5))))
    return home.planes()


def chandelier(site: Site, canvas: skia.Canvas, x: float) -> None:
    """Hang a chandelier at x."""
    gold, y = site.tone("#d8b45a"), max(site.floor - 480, 70.0)
    canvas.drawLine(x, site.top, x, y, stroke(gold, 4))
    for radius, drop in ((90, 0), (52, -34)):
        canvas.drawOval(skia.Rect(x - radius, y + drop - 10, x + radius, y + drop + 12), stroke(gold, 6))
        for index in range(7):
            left = x - radius + index * radius / 3
            canvas.drawLine(left, y + drop, left, y + drop - 20, stroke(site.tone("#f4ead2"), 5))
            if site.light.lamps:
                glow(canvas, (left, y + drop - 24), 34, "#ffd890", 0.8)
            canvas.drawLine(left, y + drop + 6, left, y + drop + 22, stroke("#e8f4f8", 3, 0.7))
    if site.light.lamps:
        glow(canvas, (x, y - 10), 300, "#ffd890", 0.5)


def _keys(site: Site, canvas: skia.Canvas, x: float, y: float, *, bank: bool) -> None:
    wood = site.tone("#6e4630")
    furniture.solid(site, canvas, x, y, 330, 160, wood, 4)
    for row in range(4):
        for column in range(8):
            left, top = x + 12 + column * 39, y + 10 + row * 37
            canvas.drawRect(skia.Rect.MakeXYWH(left, top, 34, 31), fill(site.shaded(wood, 0.55)))
            if not bank and (row * 5 + column * 3) % 4:
                canvas.drawCircle(left + 17, top + 11, 4, fill(site.tone("#d8b04a")))
                canvas.drawLine(left + 17, top + 14, left + 17, top + 25, stroke(site.tone("#d8b04a"), 3))


def _reception(site: Site, canvas: skia.Canvas, x: float, base: float, *, bank: bool) -> None:
    furniture.counter(site, canvas, x, base, 430, 140, "#7a4a30")
    if bank:
        brass = stroke(site.tone("#c9a04a"), 4)
        for index in range(28):
            canvas.drawLine(x + 10 + index * 15, base - 140, x + 10 + index * 15, base - 270, brass)
        furniture.solid(site, canvas, x - 6, base - 284, 442, 18, site.tone("#7a4a30"))
        return
    goods.row(site, canvas, "flowers", x + 30, base - 144, 60, 80)
    furniture.desk_lamp(site, canvas, x + 370, base - 144)
    canvas.drawOval(skia.Rect.MakeXYWH(x + 200, base - 166, 40, 30), fill(site.tone("#d8b04a")))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 192, base - 152, 56, 8), fill(site.tone("#6a4a30")))


def _stairs(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    stone, red, brass = site.tone("#d8cfc0"), site.tone("#8c2f34"), site.tone("#c9a04a")
    for index in range(8):
        furniture.solid(
            site,
            canvas,
            x + index * 18,
            base - 32 * (index + 1),
            330 - index * 18,
            33,
            site.shaded(stone, 0.04 * index),
            2,
        )
        canvas.drawRect(
            skia.Rect.MakeXYWH(x + 70 + index * 18, base - 32 * (index + 1), 130, 33),
            fill(mix(red, site.light.shade, 0.05 * index)),
        )
    canvas.drawLine(x - 4, base - 110, x + 150, base - 380, stroke(brass, 9))
    for index in range(8):
        canvas.drawLine(
            x + 4 + index * 18, base - 32 * index, x + 4 + index * 18, base - 120 - 32 * index, stroke(brass, 4)
        )
