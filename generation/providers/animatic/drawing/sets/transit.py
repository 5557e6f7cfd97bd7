"""Where journeys start: a railway platform, the hall of an airport."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, rounded, smooth, stroke

from . import fixtures, furniture, future_rooms, room
from .extras import bystanders, passers
from .life import Sprite, around, halo
from .nature import bench
from .site import Plane, Site


def station(site: Site) -> list[Plane]:
    """Draw a railway platform of its era: a train of its time, columns, a roof, a clock, waiting people."""
    low, under = site.floor, site.has("subway", "underground", "metro", "tube")
    new = site.era == "future"

    def back(canvas: skia.Canvas) -> None:
        if under:
            _tunnel_wall(site, canvas)
            return
        canvas.drawPaint(fill("#000000", shader=linear((0, site.top), (0, low), list(site.outside.sky))))
        for index in range(14):
            x, tall = site.left + index * site.span / 13, 150 + 90 * ((index * 7) % 5) / 4
            canvas.drawRect(
                skia.Rect.MakeXYWH(x, low - 60 - tall, site.span / 15, tall),
                fill(mix(site.outside.fog, site.outside.shade, 0.25)),
            )
        roof, y = site.tone("#4a4f58"), max(site.top + 30, low - 520)
        canvas.drawRect(skia.Rect(site.left, site.top, site.right, y), fill(site.shaded(roof, 0.3)))
        for index in range(int(site.span / 120) + 1):
            x = site.left + index * 120
            canvas.drawLine(x, y, x + 60, y - 70, stroke(roof, 6))
            canvas.drawLine(x + 120, y, x + 60, y - 70, stroke(roof, 6))
        canvas.drawRect(skia.Rect(site.left, y - 6, site.right, y + 10), fill(roof))
        canvas.drawRect(skia.Rect(site.left, low - 40, site.right, low + 6), fill(site.shaded(roof, 0.75)))

    def platform(canvas: skia.Canvas) -> None:
        stone = site.tone("#8f8a86")
        area = skia.Rect(site.left, low, site.right, site.bottom)
        canvas.drawRect(
            area,
            fill(stone, shader=linear((0, low), (0, site.bottom), [site.lit(stone, 0.1), site.shaded(stone, 0.45)])),
        )
        canvas.drawRect(
            skia.Rect(site.left, low, site.right, low + 9),
            fill(site.tone("#e8c84a" if site.era not in {"victorian", "classic"} else "#d8d0c0")),
        )
        for index in range(1, 7):
            y = low + (site.bottom - low) * (index / 7) ** 1.6
            canvas.drawLine(site.left, y, site.right, y, stroke(site.light.shade, 1.8, 0.28))
        for share in (0.22, 0.5, 0.78):
            if site.light.lamps:
                halo(canvas, site.across(share), low + 80, 220, "#ffd48a", 0.45 * site.light.lamps, 0.3)

    def columns(canvas: skia.Canvas) -> None:
        iron, top = site.tone("#2f4a48"), max(site.top, low - 530)
        if new:
            future_rooms.struts(site, canvas, top, low + 62, step=site.span / 4)
        for share in () if new else (0.05, 0.93):
            x = site.across(share)
            canvas.drawRect(
                skia.Rect.MakeXYWH(x - 11, top, 22, low + 62 - top),
                fill(iron, shader=linear((x - 11, 0), (x + 11, 0), [site.lit(iron, 0.3), site.shaded(iron, 0.4)])),
            )
            canvas.drawRect(skia.Rect.MakeXYWH(x - 22, low + 44, 44, 20), fill(iron))
            for side in (-1, 1):
                canvas.drawPath(
                    smooth([(x, top + 130), (x + side * 60, top + 60), (x + side * 78, top)], tension=1),
                    stroke(iron, 7),
                )
        clock_x = site.across(0.24)
        canvas.drawLine(clock_x, site.top, clock_x, low - 380, stroke(site.tone("#2a2f34"), 5))
        fixtures.clock_face(site, canvas, clock_x, low - 350, 44)
        for share in () if new else (0.5, 0.78):
            room.hanging_lamp(site, canvas, site.across(share), low - 380, size=0.8)
        _board(site, canvas, site.across(0.64), low - 400)
        bench(site, canvas, site.across(0.14), low + 66)
        furniture.solid(site, canvas, site.across(0.30), low + 16, 60, 44, site.tone("#7a4a30"), 5)

    hands = fixtures.clock_hands(site, site.across(0.24), low - 350, 44)
    people = bystanders(
        site,
        "waiting",
        [(site.across(share), low + 24) for share in (0.36, 0.86, 0.90, 0.7)[: site.peopled(2)]],
        haze=0.3,
    )
    walkers = passers(site, "platform", low + 18, 1 if site.peopled(1) else 0, haze=0.34)

    def life(canvas: skia.Canvas, seconds: float) -> None:
        hands(canvas, seconds)
        people(canvas, seconds)
        walkers(canvas, seconds)

    return [
        Plane("hall", 0.42, back),
        Plane("train", 0.5, lambda canvas: (_gliding if new else _train)(site, canvas, low - 20)),
        Plane("platform", 0.70, platform), Plane("columns", 0.78, columns), Plane.living("platform life", 0.8, life),
    ]  # fmt: skip


def _tunnel_wall(site: Site, canvas: skia.Canvas) -> None:
    low, tile = site.floor, site.tone("#d8d8cc")
    canvas.drawPaint(fill(tile, shader=linear((0, low - 560), (0, low), [site.shaded(tile, 0.45), tile])))
    seam = skia.Path()
    for row in range(24):
        seam.addRect(skia.Rect.MakeXYWH(site.left, low - row * 28, site.span, 1.5))
    canvas.drawPath(seam, fill(site.shaded(tile, 0.35)))
    canvas.drawRect(skia.Rect(site.left, low - 330, site.right, low - 312), fill(site.tone("#2f6a9a")))
    canvas.drawRect(skia.Rect(site.left, site.top, site.right, low - 520), fill(site.shaded(tile, 0.7)))


def _board(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    """Draw what says where trains go: letters on wood or on flaps, lamps, or a picture in the air."""
    if site.era == "future":
        future_rooms.hologram(site, canvas, x - 120, y - 6, 240, 110)
        return
    old = site.era in {"medieval", "victorian", "classic"}
    letters = "#efe4c8" if old else "#f0f0ea" if site.era == "retro" else "#ffc84a"
    furniture.solid(site, canvas, x - 100, y, 200, 90, site.tone("#4a3524" if old else "#1c2228"), 5)
    rng = site.rng("departures")
    for line in range(4):
        for left, wide in ((12, 40), (64, rng.uniform(40, 80)), (156, 26)):
            area = skia.Rect.MakeXYWH(x - 100 + left, y + 12 + line * 19, wide, 8)
            canvas.drawRect(area, fill(site.tone(letters) if old else letters, 0.85))


def _train(site: Site, canvas: skia.Canvas, base: float) -> None:
    sleek = site.era in {"modern", "future"}
    paints = ("#d8dce0", "#c8342c", "#2f5a8a") if sleek else ("#7a2f34", "#2f5a4a", "#2f4a7a")
    body = site.tone(site.painted("train", site.pick("train", paints)), 0.06)
    cream = site.tone("#2a323c" if sleek else "#e8dcc0", 0.06)
    canvas.drawRect(skia.Rect(site.left, base - 10, site.right, base + 24), fill(site.shaded(body, 0.8)))
    canvas.drawRRect(
        rounded(site.left - 40, base - 262, site.span + 80, 252, 40 if sleek else 26),
        fill(body, shader=linear((0, base - 260), (0, base), [site.lit(body, 0.2), site.shaded(body, 0.35)])),
    )
    canvas.drawRect(skia.Rect(site.left, base - 198, site.right, base - 100), fill(cream))
    if sleek:
        canvas.drawRect(
            skia.Rect(site.left, base - 70, site.right, base - 56),
            fill(site.tone("#e04a3c" if body[1] != "c" else "#f0f0f0")),
        )
    for index in range(int(site.span / 118) + 1):
        x = site.left + 16 + index * 118
        if index % 4 == 3:
            canvas.drawRRect(rounded(x + 6, base - 212, 66, 198, 8), fill(site.shaded(body, 0.25)))
            canvas.drawRRect(
                rounded(x + 18, base - 190, 42, 70, 6), fill("#ffdf9a" if site.light.lamps else site.tone("#9ab8c8"))
            )
            continue
        glass = ["#fff0b8", "#ffc872"] if site.light.lamps else [site.tone("#c8dce6"), site.tone("#7f9fb0")]
        canvas.drawRRect(
            rounded(x, base - 186, 88, 74, 9), fill(cream, shader=linear((0, base - 186), (0, base - 112), glass))
        )
        canvas.drawLine(x + 44, base - 186, x + 44, base - 112, stroke(site.shaded(body, 0.3), 3))
        if site.peopled(1) and index % 3 == 0:
            canvas.drawCircle(x + 24, base - 138, 11, fill(site.shaded(body, 0.6), 0.7))
            canvas.drawRRect(rounded(x + 10, base - 128, 28, 16, 7), fill(site.shaded(body, 0.6), 0.7))


def _gliding(site: Site, canvas: skia.Canvas, base: float) -> None:
    """Draw a train that hovers over a rail of light: one pane from end to end, a nose like a drop."""
    tint = future_rooms.tint_of(site)
    shell = site.tone(site.painted("train", "#dfe5ec"), 0.06)
    canvas.drawRect(skia.Rect(site.left, base - 4, site.right, base + 24), fill(site.tone("#4a5468")))
    canvas.drawRect(skia.Rect(site.left, base - 8, site.right, base), fill(mix(tint, "#ffffff", 0.4)))
    canvas.drawRect(skia.Rect(site.left, base - 40, site.right, base + 10), fill(tint, 0.3, blur=16))
    nose = site.across(0.94)
    body = [(site.left - 200, base - 240), (nose - 260, base - 240), (nose - 90, base - 190), (nose, base - 76),
            (nose - 30, base - 28), (site.left - 200, base - 28)]  # fmt: skip
    shades = linear((0, base - 240), (0, base - 28), [site.lit(shell, 0.3), shell, site.shaded(shell, 0.4)])
    canvas.drawPath(smooth(body, closed=True, tension=0.35), fill(shell, shader=shades))
    pane = [(site.left - 200, base - 194), (nose - 250, base - 194), (nose - 120, base - 166), (nose - 76, base - 118),
            (site.left - 200, base - 118)]  # fmt: skip
    canvas.drawPath(polygon(pane), fill("#ffe9b0" if site.light.lamps else mix(tint, "#0e1a2c", 0.7)))
    canvas.drawPath(polygon(pane), stroke(mix(tint, "#ffffff", 0.4), 3, 0.8))
    for index in range(int(site.span / 300) + 1):
        x = site.left + 60 + index * 300
        if x < nose - 330:
            canvas.drawRRect(rounded(x, base - 212, 74, 172, 20), stroke(site.shaded(shell, 0.35), 4))
    canvas.drawLine(site.left, base - 74, nose - 40, base - 74, stroke(mix(tint, "#ffffff", 0.3), 6, 0.9))


def airport(site: Site) -> list[Plane]:
    """Draw an airport's hall: a wall of glass on the apron with an aeroplane that taxies, seats, boards, travellers."""
    low = site.floor
    area = skia.Rect(site.left, low - 430, site.right, low - 40)
    white = mix("#ffffff", site.outside.ambient, 0.3)
    jet = Sprite((-260, -150, 260, 40), lambda canvas: _jet(site, canvas, white))

    def back(canvas: skia.Canvas) -> None:
        canvas.drawPaint(fill(site.tone("#c8ccd0")))
        room.outside_view(site, canvas, area.left(), area.top(), area.width(), area.height(), city=True)
        canvas.drawRect(
            skia.Rect(site.left, low - 120, site.right, low - 40), fill(mix(site.outside.fog, site.outside.shade, 0.4))
        )
        canvas.drawRect(
            skia.Rect(site.left, site.top, site.right, area.top()),
            fill(
                site.tone("#e0e4e6"),
                shader=linear(
                    (0, site.top), (0, area.top()), [site.shaded(site.tone("#c8ccd0"), 0.3), site.tone("#e8ecee")]
                ),
            ),
        )

    def apron(canvas: skia.Canvas, seconds: float) -> None:
        jet.draw(canvas, around(site.at(0.66), 9, site.left - 300, site.right + 300)(seconds), low - 70)

    def frames(canvas: skia.Canvas) -> None:
        steel = site.tone("#7a848c")
        for index in range(int(site.span / 220) + 2):
            x = site.left + index * 220
            canvas.drawRect(skia.Rect(x - 7, area.top(), x + 7, low), fill(steel))
        canvas.drawRect(skia.Rect(site.left, low - 250, site.right, low - 243), fill(steel))
        canvas.drawRect(skia.Rect(site.left, low - 44, site.right, low), fill(site.shaded(steel, 0.3)))

    def hall(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#b8bcc0", tiles=True)
        _board(site, canvas, site.across(0.28), max(low - 500, 40))
        for share in (0.10, 0.88):
            for index in range(4):
                x = site.across(share) - 130 + index * 64
                furniture.solid(site, canvas, x, low - 50, 56, 60, site.tone("#3f5a7a"), 8)
                furniture.solid(site, canvas, x, low + 6, 58, 14, site.tone("#4a6a8a"), 5)
            canvas.drawLine(
                site.across(share) - 130, low + 24, site.across(share) + 126, low + 24, stroke(site.tone("#5a6068"), 7)
            )

    walkers = passers(site, "travellers", low + 20, site.peopled(3), haze=0.3)
    return [
        Plane("apron", 0.4, back),
        Plane.living("aeroplane", 0.42, apron),
        Plane("glass", 0.5, frames),
        Plane("hall", 0.7, hall),
        Plane.living("travellers", 0.78, walkers),
    ]


def _jet(site: Site, canvas: skia.Canvas, white: str) -> None:
    dark = mix(white, site.outside.shade, 0.5)
    body = [(-240, -70), (-200, -96), (170, -96), (226, -76), (236, -62), (200, -50), (-190, -50)]
    canvas.drawPath(polygon([(-244, -150), (-204, -150), (-150, -92), (-226, -84)]), fill("#c8342c"))
    canvas.drawPath(
        smooth(body, closed=True, tension=0.5),
        fill(white, shader=linear((0, -96), (0, -50), [white, mix(white, dark, 0.5)])),
    )
    for index in range(16):
        canvas.drawCircle(-160 + index * 20, -80, 3.6, fill(dark))
    canvas.drawPath(polygon([(-20, -62), (60, -62), (-60, -22), (-100, -22)]), fill(dark))
    canvas.drawRRect(rounded(-50, -44, 60, 24, 11), fill(mix(white, dark, 0.4)))
    for x in (-40, 30, 180):
        canvas.drawLine(x, -50, x, -8, stroke(dark, 4))
        canvas.drawCircle(x, -6, 8, fill("#22242a"))
