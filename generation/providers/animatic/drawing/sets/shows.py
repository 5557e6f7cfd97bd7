"""Rooms with an audience: theatre, cinema, circus, television studio; and the plain backdrop of an explainer."""

from __future__ import annotations

import math

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
from generation.providers.animatic.drawing.stage import LivePainter

from . import fittings, fixtures, furniture, machines, room
from .extras import audience
from .interior import Interior
from .life import beam, halo
from .site import Plane, Site


def _drapes(site: Site, colour: str) -> Plane:
    red, low = site.grade.colour(colour), site.floor

    def paint(canvas: skia.Canvas) -> None:
        reach = site.span * 0.19
        for side in (-1, 1):
            edge = site.left if side < 0 else site.right
            for fold in range(9):
                x, wide = edge - side * reach * fold / 9, reach / 8
                colour = mix(red, "#20060c", 0.15 + 0.45 * (fold % 2))
                end = low + 70 - 10 * fold / 9
                points = [(x, site.top), (x - side * wide, site.top), (x - side * wide * 1.1, end), (x + side * 4, end)]
                canvas.drawPath(smooth(points, closed=True, tension=0.2), fill(colour))
        top = max(site.top, low - room.CEILING)
        for index in range(9):
            x, step = site.left + site.span * index / 9, site.span / 9
            swag = [
                (x - 10, site.top),
                (x - 10, top + 40),
                (x + step / 2, top + 100),
                (x + step + 10, top + 40),
                (x + step + 10, site.top),
            ]
            canvas.drawPath(smooth(swag, closed=True, tension=0.5), fill(mix(red, "#20060c", 0.15 + 0.2 * (index % 2))))
            canvas.drawPath(smooth(swag[1:4], tension=1), stroke(site.grade.colour("#e0b24a"), 5))

    return Plane("drapes", 0.8, paint)


def _spots(site: Site, shares: tuple[float, ...], tints: tuple[str, ...]) -> LivePainter:
    low = site.floor

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for index, share in enumerate(shares):
            tint, x = site.grade.colour(tints[index % len(tints)]), site.at(share)
            foot = x + 40 * math.sin(seconds * 0.45 + index * 2.1) - 40 * math.sin(index * 2.1)
            beam(canvas, (x, site.top), (foot, low + 80), (10, 150), tint, (0.40, 0.05))
            halo(canvas, foot, low + 74, 190, tint, 0.42, 0.26)

    return live


def theatre(site: Site) -> list[Plane]:
    """Draw a stage between curtains: painted scenery, moving spotlights, the first rows of heads."""
    low, layout = site.floor, site.variant("layout", 3)
    concert = site.has("concert", "rock", "band", "gig", "music", "festival")

    def back(canvas: skia.Canvas) -> None:
        dark = site.grade.colour("#2a1420" if not concert else "#141028")
        canvas.drawPaint(
            fill(dark, shader=linear((0, site.top), (0, low), [mix(dark, "#000000", 0.4), mix(dark, "#8a3a5a", 0.35)])),
        )
        if not concert:
            _scenery(site, canvas, layout, dark)

    def boards(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#9a6238" if not concert else "#3a3440")
        if concert:
            for share in (0.20, 0.80):
                for level in range(3):
                    furniture.solid(
                        site, canvas, site.across(share) - 55, low + 14 - 120 * (level + 1), 110, 116, "#1c1a24", 4
                    )
                    canvas.drawCircle(site.across(share), low - 44 - 120 * level, 36, fill("#34303e"))
            _drums(site, canvas)
        for index in range(9):
            x = site.left + site.span * (index + 0.5) / 9
            canvas.drawOval(skia.Rect.MakeXYWH(x - 20, low + 128, 40, 14), fill("#fff2c8", 0.9))
            glow(canvas, (x, low + 120), 60, "#fff2c8", 0.4)

    lights = ("#fff2c8",) if not concert else ("#ff4fa0", "#3fd0ff", "#ffb03c", "#9a6aff")
    planes = [Plane("scenery", 0.4, back), Plane("boards", 0.68, boards)]
    planes.append(Plane.living("spots", 0.76, _spots(site, (0.28, 0.5, 0.74), lights)))
    if not concert:
        planes.append(_drapes(site, site.painted("curtain", "#a8242c")))
    planes.append(Plane.living("near audience", 1.5, audience(site, "rows", site.height * 0.985, 96, 34, "#0a0508")))
    return planes


def _drums(site: Site, canvas: skia.Canvas) -> None:
    furniture.solid(site, canvas, site.at(0.5) - 160, site.floor - 10, 320, 36, "#241f30", 4)
    fittings.drum_kit(site, canvas, site.at(0.5) - 95, site.floor - 10)


def _scenery(site: Site, canvas: skia.Canvas, layout: int, dark: str) -> None:
    low, rng = site.floor, site.rng("scenery")
    if layout == 0:
        painted = site.grade.colour("#3a4a8a")
        for index in range(5):
            x = site.at(0.16 + 0.17 * index)
            canvas.drawPath(
                polygon([(x - 80, low), (x, low - rng.uniform(180, 320)), (x + 90, low)]),
                fill(mix(painted, dark, 0.3 + 0.1 * (index % 3))),
            )
    elif layout == 1:
        wall = site.grade.colour("#7a5a6a")
        canvas.drawRect(skia.Rect(site.at(0.5) - 300, low - 330, site.at(0.5) + 300, low), fill(mix(wall, dark, 0.3)))
        for dx in (-200, 60):
            canvas.drawRect(skia.Rect.MakeXYWH(site.at(0.5) + dx, low - 270, 140, 160), fill(mix("#f0d080", dark, 0.4)))
    else:
        for index in range(6):
            x = site.at(0.12 + 0.15 * index)
            canvas.drawRect(skia.Rect.MakeXYWH(x - 9, low - 230, 18, 230), fill(mix("#5a3a28", dark, 0.35)))
            canvas.drawCircle(x, low - 250, rng.uniform(60, 90), fill(mix("#3f7a52", dark, 0.3 + 0.1 * (index % 2))))
    canvas.drawCircle(site.at(0.68), low - 390, 46, fill(mix("#ffe6a0", dark, 0.15)))


def cinema(site: Site) -> list[Plane]:
    """Draw a cinema: a bright screen with moving light, rows of seats, the projector's beam."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        dark = site.grade.colour("#24161c")
        canvas.drawPaint(fill(dark, shader=linear((0, site.top), (0, site.bottom), [dark, mix(dark, "#000000", 0.5)])))
        x, wide = site.at(0.5), min(820.0, site.width * 0.86)
        tall = wide * 0.5
        canvas.drawRect(skia.Rect(x - wide / 2, low - 60 - tall, x + wide / 2, low - 60), fill("#dfe8ee"))
        canvas.drawRect(
            skia.Rect(x - wide / 2, low - 60 - tall, x + wide / 2, low - 60),
            fill(
                "#8fb0c8",
                shader=linear((0, low - 60 - tall), (0, low - 60), ["#9fc4e0", "#e8d8b0", "#6a7a5a"], [0, 0.62, 0.64]),
            ),
        )
        for dx, high in ((-0.3, 0.3), (0.05, 0.42), (0.3, 0.26)):
            canvas.drawPath(
                polygon(
                    [
                        (x + wide * (dx - 0.2), low - 60 - tall * 0.36),
                        (x + wide * dx, low - 60 - tall * (0.36 + high)),
                        (x + wide * (dx + 0.2), low - 60 - tall * 0.36),
                    ]
                ),
                fill("#5a6a7a"),
            )
        glow(canvas, (x, low - 60 - tall / 2), wide * 0.7, "#dfeeff", 0.3)

    def seats(canvas: skia.Canvas) -> None:
        for row in range(3):
            y, size = low + 10 + row * 56, 44 + row * 14
            for index in range(int(site.span / (size * 1.8)) + 1):
                x = site.left + index * size * 1.8 + (row % 2) * size * 0.9
                canvas.drawRRect(
                    rounded(x, y, size * 1.6, 220, size * 0.5), fill(mix("#6a1f28", "#000000", 0.15 + 0.18 * row))
                )

    def light(canvas: skia.Canvas, seconds: float) -> None:
        shift = math.sin(seconds * 0.9) * 0.5 + math.sin(seconds * 1.7) * 0.3
        halo(
            canvas,
            site.at(0.5) + 60 * shift,
            low - 120,
            min(330.0, site.width * 0.4),
            "#cfe4ff",
            0.22 + 0.05 * math.sin(seconds * 1.3),
        )

    rows = Plane.living("watchers", 0.74, audience(site, "cinema", low + 30, 150, 30, "#120a0e"))
    return [Plane("screen", 0.45, back), Plane.living("screen light", 0.5, light), Plane("seats", 0.7, seats), rows]


def circus(site: Site) -> list[Plane]:
    """Draw the inside of a circus tent: striped canvas, a ring, a trapeze, stands full of people, moving spots."""
    low = site.floor
    peak = (site.at(0.5), max(site.top - 60, low - 800))

    def tent(canvas: skia.Canvas) -> None:
        canvas.drawPaint(fill(site.shaded(site.tone("#4a2a3a"), 0.5)))
        colours = (site.tone(site.painted("tent", "#c8383a")), site.tone("#f0e4c8"))
        for index in range(-8, 8):
            left, right = site.at(0.5) + index * site.span / 12, site.at(0.5) + (index + 1) * site.span / 12
            colour = mix(colours[index % 2], site.light.shade, 0.1 + 0.035 * abs(index))
            canvas.drawPath(
                polygon([peak, (left * 1.2 - site.at(0.1), low - 200), (right * 1.2 - site.at(0.1), low - 200)]),
                fill(colour),
            )
        canvas.drawRect(skia.Rect(site.left, low - 230, site.right, low), fill(site.shaded(site.tone("#4a2a3a"), 0.4)))
        for index in range(12):
            x = site.left + site.span * index / 12
            canvas.drawPath(
                smooth(
                    [
                        (x, low - 240),
                        (x, low - 210),
                        (x + site.span / 24, low - 180),
                        (x + site.span / 12, low - 210),
                        (x + site.span / 12, low - 240),
                    ],
                    closed=True,
                    tension=0.6,
                ),
                fill(mix(site.tone("#d8a83c"), site.light.shade, 0.1)),
            )

    def ring(canvas: skia.Canvas) -> None:
        sand = site.tone("#c8a468")
        canvas.drawRect(
            skia.Rect(site.left, low - 40, site.right, site.bottom), fill(site.shaded(site.tone("#7a4a3a"), 0.3))
        )
        wide = site.width * 0.62 if not site.tall else site.width * 0.9
        canvas.drawOval(
            skia.Rect(site.at(0.5) - wide, low - 30, site.at(0.5) + wide, low + 420), fill(site.tone("#b8342f"))
        )
        canvas.drawOval(
            skia.Rect(site.at(0.5) - wide + 16, low - 8, site.at(0.5) + wide - 16, low + 410),
            fill(sand, shader=radial((site.at(0.5), low + 60), wide, [site.lit(sand, 0.35), site.shaded(sand, 0.3)])),
        )

    def trapeze(canvas: skia.Canvas, seconds: float) -> None:
        angle, reach = 0.22 * math.sin(seconds * 1.5), 300.0
        x, y = site.at(0.5) + 170, max(site.top, low - 640)
        end = (x + math.sin(angle) * reach, y + math.cos(angle) * reach)
        for dx in (-26, 26):
            canvas.drawLine(x + dx, y, end[0] + dx, end[1], stroke(site.tone("#d8d0c0"), 2.6))
        canvas.drawLine(end[0] - 36, end[1], end[0] + 36, end[1], stroke(site.tone("#e8e0d0"), 6))

    stands = [
        Plane.living(
            "stands", 0.5, audience(site, "stands", low - 96, 42, 16, mix(site.tone("#3a2030"), "#000000", 0.15))
        )
    ]
    return [
        Plane("tent", 0.45, tent),
        *stands,
        Plane("ring", 0.68, ring),
        Plane.living("trapeze", 0.72, trapeze),
        Plane.living("spots", 0.76, _spots(site, (0.3, 0.7), ("#fff2c8", "#ffd0e0"))),
    ]


def tv_studio(site: Site) -> list[Plane]:
    """Draw a television studio: a presenter's desk before a screen that moves, cameras, lights from a grid."""
    low, tint = site.floor, site.grade.colour(site.pick("studio", ("#3f9ae8", "#e8643c", "#7a5af0", "#2fb8a0")))
    home = Interior(site, mix(tint, "#18202e", 0.72), "#2c3240", pattern="plain", lit_from=0.5)
    wide = min(560.0, site.width * 0.7)
    home.hang(
        0.5,
        wide,
        lambda canvas, x: fixtures.screen(site, canvas, x, low - 420, wide, 250, tint),
        focal=True,
        flip=False,
        live=lambda x: _studio_graphics(site, x, low - 420, wide, 250, tint),
    )
    for share in (0.10, 0.90):
        home.hang(share, 70, lambda canvas, x: _light_wall(canvas, x, low, tint))
    home.stand(0.5, 420, lambda canvas, x: _anchor_desk(site, canvas, x, low + 60, tint), focal=True, flip=False)
    for share, lean in ((0.2, 1), (0.4, 1), (0.6, -1), (0.8, -1)):
        home.before(_hung_light(site, home.x(share), max(low - 520, 50.0), lean))
    home.before(Plane("near camera", 1.35, lambda canvas: _near_camera(site, canvas)))
    home.moving(
        lambda canvas, seconds: halo(canvas, site.at(0.5), low + 70, 420, tint, 0.16 + 0.03 * math.sin(seconds * 0.9))
    )
    return home.planes()


def _hung_light(site: Site, x: float, y: float, lean: int) -> Plane:
    return Plane("lights", 0.78, lambda canvas: machines.spotlight(site, canvas, x, y, lean=lean))


def _light_wall(canvas: skia.Canvas, x: float, low: float, tint: str) -> None:
    for index in range(3):
        canvas.drawRRect(rounded(x + index * 24, low - 430, 12, 400, 6), fill(mix(tint, "#ffffff", 0.45), 0.9))
    glow(canvas, (x + 30, low - 230), 260, tint, 0.35)


def _anchor_desk(site: Site, canvas: skia.Canvas, x: float, base: float, tint: str) -> None:
    white = site.tone("#e4e8ee")
    furniture.shadow(site, canvas, x, base, 420)
    canvas.drawPath(
        polygon([(x, base - 128), (x + 420, base - 128), (x + 372, base), (x + 48, base)]),
        fill(white, shader=linear((0, base - 128), (0, base), [white, site.shaded(white, 0.5)])),
    )
    canvas.drawPath(
        polygon([(x + 22, base - 90), (x + 398, base - 90), (x + 390, base - 62), (x + 30, base - 62)]), fill(tint, 0.9)
    )
    furniture.solid(site, canvas, x - 12, base - 142, 444, 18, site.lit(white, 0.3), 8)


def _near_camera(site: Site, canvas: skia.Canvas) -> None:
    canvas.save()
    x = site.at(0.04) if site.mirrored else site.at(0.96)
    canvas.translate(x, site.bottom + 40)
    canvas.scale(1.5 if site.mirrored else -1.5, 1.5)
    dark = fill("#0a0c12", 1.0, blur=2)
    canvas.drawRRect(rounded(-90, -230, 150, 100, 10), dark)
    canvas.drawRect(skia.Rect(-30, -140, 0, 20), dark)
    canvas.drawPath(polygon([(60, -210), (110, -230), (110, -130), (60, -150)]), dark)
    canvas.restore()


def _studio_graphics(site: Site, x: float, y: float, width: float, height: float, tint: str) -> LivePainter:
    middle = (x + width / 2, y + height / 2)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.save()
        canvas.clipRect(skia.Rect.MakeXYWH(x, y, width, height))
        for index in range(5):
            left = x + (index * width / 4 + seconds * 16) % (width * 1.25) - width * 0.2
            canvas.drawPath(
                polygon([(left, y), (left + 46, y), (left - 34, y + height), (left - 80, y + height)]), fill(tint, 0.22)
            )
        canvas.drawCircle(*middle, height * 0.34, stroke(mix(tint, "#ffffff", 0.4), 3, 0.9))
        for index in range(4):
            wide = height * 0.34 * math.cos(seconds * 0.5 + index * math.pi / 4)
            canvas.drawOval(
                skia.Rect(
                    middle[0] - abs(wide), middle[1] - height * 0.34, middle[0] + abs(wide), middle[1] + height * 0.34
                ),
                stroke(mix(tint, "#ffffff", 0.4), 2, 0.7),
            )
        canvas.drawLine(
            middle[0] - height * 0.34,
            middle[1],
            middle[0] + height * 0.34,
            middle[1],
            stroke(mix(tint, "#ffffff", 0.4), 2, 0.7),
        )
        canvas.restore()

    return live
