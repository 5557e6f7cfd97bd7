"""Inside what drives, rolls and flies: train, car, aeroplane, the land passing outside."""

from __future__ import annotations

from collections.abc import Callable

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import furniture, future_rooms, room
from .life import around, halo
from .site import Plane, Site


def holed(
    paint: Callable[[skia.Canvas], None], areas: list[skia.Rect], radii: tuple[float, float]
) -> Callable[[skia.Canvas], None]:
    """Return the same painter with windows cut out of what it paints."""

    def cut(canvas: skia.Canvas) -> None:
        canvas.saveLayer()
        paint(canvas)
        for area in areas:
            canvas.drawRRect(
                skia.RRect.MakeRectXY(area, *radii), skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kClear)
            )
        canvas.restore()

    return cut


def _sky_outside(site: Site, areas: list[skia.Rect]) -> Plane:
    top, low, light = min(area.top() for area in areas), max(area.bottom() for area in areas), site.outside

    def paint(canvas: skia.Canvas) -> None:
        canvas.drawPaint(fill(mix(light.fog, light.shade, 0.6)))
        canvas.drawRect(
            skia.Rect(site.left, top - 4, site.right, low + 4),
            fill("#000000", shader=linear((0, top), (0, low), list(light.sky))),
        )
        ground = mix(mix(light.fog, light.shade, 0.6), light.ambient, 0.2)
        canvas.drawRect(skia.Rect(site.left, low - (low - top) * 0.15, site.right, low + 4), fill(ground))

    return Plane("sky outside", 0.40, paint)


def _passing_land(site: Site, areas: list[skia.Rect], *, speed: float) -> LivePainter:
    """Return the country or the town that passes behind windows: far hills slowly, posts and houses fast."""
    light, rng = site.outside, site.rng("passing")
    city = site.has("city", "taxi", "cab", "bus", "downtown", "night") or site.variant("town", 2) == 1
    city = city and site.era not in {"medieval", "victorian"}
    top, low = min(area.top() for area in areas), max(area.bottom() for area in areas)
    span, high = site.span * 1.25, low - top
    haze, dark = mix(light.fog, light.shade, 0.3), mix(light.fog, light.shade, 0.6)
    hill = smooth(
        [(-190, 0), (-90, -high * 0.14), (0, -high * 0.24), (100, -high * 0.1), (190, 0)], closed=True, tension=0.8
    )
    far = [around(span * index / 7, -speed * 0.12, site.left - 220, site.left - 220 + span) for index in range(7)]
    near = [
        (
            around(span * (index + rng.uniform(-0.3, 0.3)) / 9, -speed, site.left - 160, site.left - 160 + span),
            rng.uniform(0.3, 0.75),
            rng.uniform(50, 120),
            rng.random() < 0.5,
        )
        for index in range(9)
    ]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.clipRect(skia.Rect(site.left, top, site.right, low))
        for track in far:
            canvas.save()
            canvas.translate(track(seconds), low - high * 0.13)
            canvas.drawPath(hill, fill(haze))
            canvas.restore()
        for track, tall, wide, tree in near:
            x = track(seconds)
            if city:
                canvas.drawRect(skia.Rect.MakeXYWH(x, low - high * (0.2 + tall), wide, high), fill(dark))
                if light.lamps:
                    for step in range(3):
                        canvas.drawRect(
                            skia.Rect.MakeXYWH(x + 10 + step * wide * 0.3, low - high * tall, 8, 11),
                            fill("#ffd27a", 0.85),
                        )
            elif tree:
                canvas.drawRect(skia.Rect.MakeXYWH(x + 14, low - high * 0.3, 6, high), fill(dark))
                canvas.drawOval(
                    skia.Rect.MakeXYWH(x - 16, low - high * (0.28 + tall * 0.5), 66, high * (0.1 + tall * 0.5)),
                    fill(dark),
                )
        canvas.restore()

    return live


def train(site: Site) -> list[Plane]:
    """Draw the inside of a train: the land passing outside, seats, a rack with bags; a carriage of wood long ago."""
    low, old = site.floor, site.era in {"victorian", "classic", "medieval"}
    step = max(260.0, site.width / 3.4)
    areas = [
        skia.Rect.MakeXYWH(site.left + 40 + index * step, low - 400, step * 0.72, 220)
        for index in range(int(site.span / step) + 1)
    ]
    new = site.era == "future"
    wall = "#c4ccd8" if new else "#7a4a30" if old else site.pick("wall", ("#b8c0c4", "#c8c0b0", "#8fa0a8"))

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, wall, stripes=False)
        if old:
            room.panelling(site, canvas, site.shaded(paint, 0.2), 160)
        for area in areas:
            frame = area.makeOutset(14, 14)
            canvas.drawRRect(skia.RRect.MakeRectXY(frame, 18, 18), fill(site.shaded(paint, 0.35)))
        canvas.drawRect(
            skia.Rect(site.left, low - 470, site.right, low - 458), fill(site.tone("#c9a04a" if old else "#d8dce0"))
        )
        if new:
            future_rooms.struts(site, canvas, max(site.top, low - 520), low, step=step)
            return
        rng = site.rng("bags")
        for index in range(int(site.span / 190)):
            x = site.left + index * 190 + rng.uniform(0, 70)
            furniture.solid(
                site,
                canvas,
                x,
                low - 530,
                rng.uniform(70, 110),
                60,
                site.tone(rng.choice(("#7a4a30", "#3f5a6a", "#8a3f3a"))),
                6,
            )

    def seats(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#5a4438" if old else "#5a5e64")
        cloth = site.painted("seat", site.pick("cloth", ("#3f6a70", "#8a3a3a", "#3f4f7a", "#5a6a3f")))
        for share in (-0.02, 0.25, 0.75, 1.02):
            _train_seat(site, canvas, site.across(share), low + 50, cloth, flip=share > 0.5)
        if old:
            for area in areas:
                canvas.drawCircle(
                    area.right() + step * 0.14,
                    low - 330,
                    12,
                    fill("#fff0b8" if site.light.lamps else site.tone("#e8e0d0")),
                )
                if site.light.lamps:
                    glow(canvas, (area.right() + step * 0.14, low - 330), 160, "#ffc878", 0.6)
        if new:
            future_rooms.hologram(site, canvas, site.across(0.5) - 90, low - 130, 180, 96)
        else:
            furniture.table(site, canvas, site.across(0.15) - 66, low + 44, 132, 96, "#8a5f3f")

    land = _passing_land(site, areas, speed=190)
    return [
        _sky_outside(site, areas),
        Plane.living("passing land", 0.42, land),
        Plane("carriage", 0.46, holed(back, areas, (10, 10))),
        Plane("panes", 0.47, lambda canvas: _panes(canvas, areas)),
        Plane("seats", 0.72, seats),
    ]


def coach(site: Site) -> list[Plane]:
    """Draw the inside of a coach with horses before it: two windows in padded wood, benches, a lantern, straps."""
    low, wood = site.floor, "#5f3f28"
    wide = min(430.0, site.width * 0.36)
    areas = [skia.Rect.MakeXYWH(site.at(share) - wide / 2, low - 390, wide, 230) for share in (0.26, 0.74)]

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, wood, stripes=False)
        room.panelling(site, canvas, site.shaded(paint, 0.2), 140)
        for area in areas:
            canvas.drawRRect(skia.RRect.MakeRectXY(area.makeOutset(16, 16), 26, 26), fill(site.shaded(paint, 0.4)))
        x = site.at(0.5)
        canvas.drawRRect(rounded(x - 15, low - 350, 30, 50, 6), fill("#ffdf9a" if site.light.lamps else "#e8dcc0"))
        canvas.drawRRect(rounded(x - 15, low - 350, 30, 50, 6), stroke(site.tone("#2c2826"), 5))
        if site.light.lamps:
            glow(canvas, (x, low - 326), 190, "#ffc878", 0.6)

    def curtains(canvas: skia.Canvas) -> None:
        for area in areas:
            for x, way in ((area.left() - 14, 1), (area.right() + 14, -1)):
                fold = [(x, area.top() - 14), (x + way * 96, area.top() - 14), (x + way * 30, area.bottom() - 60),
                        (x + way * 34, area.bottom() + 10), (x, area.bottom() + 10)]  # fmt: skip
                canvas.drawPath(smooth(fold, closed=True, tension=0.3), fill(site.tone("#7a2f34")))

    def benches(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#4a3424")
        cloth = site.painted("seat", "#7a3038")
        for share, flip in ((-0.02, False), (1.02, True)):
            _train_seat(site, canvas, site.across(share), low + 50, cloth, flip=flip)

    land = _passing_land(site, areas, speed=70)
    return [
        _sky_outside(site, areas),
        Plane.living("passing land", 0.42, land),
        Plane("carriage", 0.46, holed(back, areas, (14, 14))),
        Plane("curtains", 0.47, curtains),
        Plane("seats", 0.72, benches),
    ]


def _panes(canvas: skia.Canvas, areas: list[skia.Rect]) -> None:
    for area in areas:
        canvas.drawLine(area.left(), area.top() + 60, area.right(), area.top() + 60, stroke("#20242a", 4, 0.5))
        shine = polygon(
            [
                (area.left() + area.width() * 0.1, area.bottom()),
                (area.left() + area.width() * 0.4, area.top()),
                (area.left() + area.width() * 0.55, area.top()),
                (area.left() + area.width() * 0.25, area.bottom()),
            ]
        )
        canvas.drawPath(shine, fill("#ffffff", 0.07))


def _train_seat(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str, *, flip: bool) -> None:
    cloth = site.tone(colour)
    canvas.save()
    canvas.translate(x, 0)
    canvas.translate(0, base)
    canvas.scale(-1.3 if flip else 1.3, 1.3)
    canvas.translate(0, -base)
    furniture.shadow(site, canvas, -70, base, 140)
    furniture.solid(site, canvas, -76, base - 250, 56, 250, cloth, 18)
    furniture.solid(site, canvas, -70, base - 96, 150, 50, site.lit(cloth, 0.12), 12)
    furniture.solid(site, canvas, -60, base - 48, 120, 46, site.shaded(cloth, 0.45), 4)
    furniture.solid(site, canvas, -72, base - 250, 48, 44, site.tone("#f0ead8"), 12)
    canvas.restore()


def car(site: Site) -> list[Plane]:
    """Draw the inside of a car seen over its dashboard: rear and side windows with the road behind, seats."""
    low, middle = site.floor, site.at(0.5)
    half = max(site.width * 0.5, 420.0)
    top, sill = low - 430, low - 130
    areas = [
        skia.Rect(middle - half * 0.46, top + 50, middle + half * 0.46, sill - 26),
        skia.Rect(middle - half * 1.3, top + 36, middle - half * 0.60, sill + 16),
        skia.Rect(middle + half * 0.60, top + 36, middle + half * 1.3, sill + 16),
    ]
    skin = site.painted("car", site.pick("car", ("#3a4450", "#5a3a34", "#4a4a44", "#2f4a5a")))

    def frames(canvas: skia.Canvas) -> None:
        paint = site.tone(skin)
        shell, holes = skia.Path(), skia.Path()
        shell.addRect(site.all)
        for area in areas:
            holes.addRRect(skia.RRect.MakeRectXY(area, 34, 34))
        body = skia.Op(shell, holes, skia.PathOp.kDifference_PathOp) or shell
        shades = [site.shaded(paint, 0.55), site.lit(paint, 0.1), paint, site.shaded(paint, 0.6)]
        canvas.drawPath(body, fill(paint, shader=linear((0, site.top), (0, site.bottom), shades, [0, 0.3, 0.55, 1])))
        canvas.drawPath(holes, stroke(site.shaded(paint, 0.65), 12))
        _panes(canvas, areas)
        canvas.drawPath(
            smooth([(site.left, top - 10), (middle, top - 46), (site.right, top - 10)], tension=1),
            stroke(site.shaded(paint, 0.5), 6),
        )

    def seats(canvas: skia.Canvas) -> None:
        cloth = site.tone(site.painted("seat", site.pick("seat", ("#7a5a40", "#4a4e56", "#9a8a6a", "#7a3a34"))))
        canvas.drawRRect(rounded(middle - half * 0.78, sill - 36, half * 1.56, 420, 60), fill(site.shaded(cloth, 0.3)))
        for side in (-1, 1):
            x = middle + side * half * 0.5
            furniture.solid(site, canvas, x - 62, sill - 120, 124, 84, site.lit(cloth, 0.08), 26)
            furniture.solid(site, canvas, x - 110, sill - 30, 220, 420, cloth, 54)
            for dx in (-40, 0, 40):
                canvas.drawLine(x + dx, sill, x + dx, site.bottom, stroke(site.shaded(cloth, 0.35), 3, 0.6))

    def mirror(canvas: skia.Canvas) -> None:
        y = max(site.top + 40, 26.0)
        canvas.drawLine(middle, site.top, middle, y, stroke(site.tone("#1c1c20"), 9))
        canvas.drawRRect(rounded(middle - 84, y, 168, 44, 16), fill(site.tone("#1c1c20")))
        glass = mix(site.outside.sky[2], site.outside.shade, 0.35)
        canvas.drawRRect(
            rounded(middle - 76, y + 6, 152, 32, 11),
            fill(glass, shader=linear((0, y), (0, y + 40), [site.outside.sky[3], glass])),
        )

    def dashboard(canvas: skia.Canvas) -> None:
        dark = site.shaded(site.tone(skin), 0.7)
        y = site.height * 0.93
        canvas.drawPath(
            smooth(
                [
                    (site.left - 60, site.bottom + 40),
                    (site.left - 60, y + 10),
                    (middle, y - 12),
                    (site.right + 60, y + 10),
                    (site.right + 60, site.bottom + 40),
                ],
                closed=True,
                tension=0.3,
            ),
            fill(dark, blur=1.5),
        )
        x = middle + (half * 0.56 if site.mirrored else -half * 0.56)
        canvas.drawOval(skia.Rect(x - 150, y - 60, x + 150, y + 190), stroke("#101014", 24, 0.96, blur=1.5))
        for dx in (-46, 0, 46):
            canvas.drawOval(
                skia.Rect(x + dx - 20, y + 6, x + dx + 20, y + 40),
                fill(mix("#5ad0e0", dark, 0.35 if site.light.dark else 0.7)),
            )

    def street_lights(canvas: skia.Canvas, seconds: float) -> None:
        if site.light.dark:
            sweep = around(site.at(0.2), -300, site.left - 500, site.right + 1100)(seconds)
            halo(canvas, sweep, low - 60, 330, "#ffc878", 0.2)

    land = _passing_land(site, areas, speed=240)
    return [
        _sky_outside(site, areas),
        Plane.living("passing land", 0.44, land),
        Plane("frames", 0.5, frames),
        Plane("seats", 0.70, seats),
        Plane.living("passing lights", 0.74, street_lights),
        Plane("near mirror", 1.3, mirror),
        Plane("near dashboard", 1.35, dashboard),
    ]


def plane_cabin(site: Site) -> list[Plane]:
    """Draw the cabin of an aeroplane: round windows over clouds, lockers, rows of seats."""
    low, step = site.floor, 190.0
    areas = [
        skia.Rect.MakeXYWH(site.left + 60 + index * step, low - 330, 92, 128)
        for index in range(int(site.span / step) + 1)
    ]
    light = site.outside

    def shell(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#d0d4d8", stripes=False)
        for area in areas:
            canvas.drawRRect(skia.RRect.MakeRectXY(area.makeOutset(14, 14), 54, 60), fill(site.lit(paint, 0.35)))
        canvas.drawRect(
            skia.Rect(site.left, low - 560, site.right, low - 400),
            fill(
                site.lit(paint, 0.15),
                shader=linear((0, low - 560), (0, low - 400), [site.shaded(paint, 0.25), site.lit(paint, 0.3)]),
            ),
        )
        for index in range(int(site.span / 240) + 1):
            canvas.drawLine(
                site.left + index * 240,
                low - 560,
                site.left + index * 240,
                low - 404,
                stroke(site.shaded(paint, 0.4), 3),
            )
        canvas.drawRect(
            skia.Rect(site.left, low - 404, site.right, low - 394),
            fill("#fff6e0" if site.light.lamps else site.lit(paint, 0.5)),
        )

    rng = site.rng("clouds below")
    clouds = [(rng.uniform(0, site.span), rng.uniform(0.45, 0.95), rng.uniform(60, 130)) for _ in range(22)]

    white = mix("#ffffff", light.sky[3], 0.3 if not light.dark else 0.7)

    def outside(canvas: skia.Canvas, seconds: float) -> None:
        for start, down, wide in clouds:
            x = around(start + site.left, -46 * (0.5 + down), site.left - 150, site.right + 150)(seconds)
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - wide / 2, low - 330 + 128 * down, wide, wide * 0.24), fill(white, 0.85)
            )

    def heaven(canvas: skia.Canvas) -> None:
        shades = linear((0, low - 330), (0, low - 190), [light.sky[0], light.sky[1], light.sky[3]])
        canvas.drawRect(skia.Rect(site.left, low - 344, site.right, low - 186), fill("#000000", shader=shades))

    def seats(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#4a5460")
        cloth = site.tone(site.pick("cloth", ("#3f5a8a", "#6a6f78", "#8a3a44")))
        for index in range(int(site.span / 210) + 1):
            x = site.left + index * 210
            if abs(x + 60 - site.at(0.5)) < 150:
                continue
            furniture.shadow(site, canvas, x, low + 56, 120)
            furniture.solid(site, canvas, x, low - 170, 74, 220, cloth, 24)
            furniture.solid(site, canvas, x + 8, low - 170, 60, 46, site.tone("#eef0f2"), 14)
            furniture.solid(site, canvas, x + 10, low - 20, 112, 40, site.lit(cloth, 0.12), 12)
            furniture.solid(site, canvas, x + 30, low - 60, 88, 14, site.tone("#8a9098"), 6)

    return [
        Plane("heaven", 0.4, heaven),
        Plane.living("clouds outside", 0.42, outside),
        Plane("cabin", 0.46, holed(shell, areas, (42, 48))),
        Plane("seats", 0.72, seats),
    ]
