"""Sets on the way: a railway platform, and the inside of a car, bus, train or plane."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, rounded, smooth, stroke

from . import furniture, room
from .nature import bench
from .site import Plane, Site


def station(site: Site) -> list[Plane]:
    """Draw a railway platform: a train, iron columns, a roof, a clock, lamps."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        canvas.drawRect(site.all, fill("#000000", shader=linear((0, site.top), (0, low), list(site.outside.sky))))
        roof, y = site.tone("#4a4f58"), max(site.top + 30, low - 500)
        canvas.drawRect(skia.Rect(site.left, site.top, site.right, y), fill(site.shaded(roof, 0.3)))
        for index in range(int(site.span / 120) + 1):
            x = site.left + index * 120
            canvas.drawLine(x, y, x + 60, y - 70, stroke(roof, 6))
            canvas.drawLine(x + 120, y, x + 60, y - 70, stroke(roof, 6))
        canvas.drawRect(skia.Rect(site.left, y - 6, site.right, y + 10), fill(roof))
        _train(site, canvas, low - 20)

    def platform(canvas: skia.Canvas) -> None:
        stone = site.tone("#8f8a86")
        canvas.drawRect(
            skia.Rect(site.left, low, site.right, site.bottom),
            fill(stone, shader=linear((0, low), (0, site.bottom), [site.lit(stone, 0.1), site.shaded(stone, 0.45)])),
        )
        canvas.drawRect(skia.Rect(site.left, low, site.right, low + 9), fill(site.tone("#e8c84a")))
        for index in range(1, 7):
            y = low + (site.bottom - low) * (index / 7) ** 1.6
            canvas.drawLine(site.left, y, site.right, y, stroke(site.light.shade, 1.8, 0.28))

    def columns(canvas: skia.Canvas) -> None:
        iron, top = site.tone("#2f4a48"), max(site.top, low - 510)
        for share in (0.05, 0.93):
            x = site.at(share)
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
        _clock(site, canvas, site.at(0.22), low - 380)
        for share in (0.5, 0.78):
            room.hanging_lamp(site, canvas, site.at(share), low - 370, size=0.8)
        bench(site, canvas, site.at(0.12), low + 66)

    return [Plane("train", 0.45, back), Plane("platform", 0.70, platform), Plane("columns", 0.80, columns)]


def _train(site: Site, canvas: skia.Canvas, base: float) -> None:
    body, cream = site.tone(("#7a2f34", "#2f5a4a", "#2f4a7a")[site.seed % 3], 0.06), site.tone("#e8dcc0", 0.06)
    canvas.drawRect(skia.Rect(site.left, base - 10, site.right, base + 24), fill(site.shaded(body, 0.8)))
    canvas.drawRRect(
        rounded(site.left - 40, base - 260, site.span + 80, 250, 26),
        fill(body, shader=linear((0, base - 260), (0, base), [site.lit(body, 0.2), site.shaded(body, 0.35)])),
    )
    canvas.drawRect(skia.Rect(site.left, base - 196, site.right, base - 100), fill(cream))
    for index in range(int(site.span / 118) + 1):
        x = site.left + 16 + index * 118
        if index % 4 == 3:
            canvas.drawRRect(rounded(x + 6, base - 210, 66, 196, 8), fill(site.shaded(body, 0.25)))
            canvas.drawRRect(
                rounded(x + 18, base - 190, 42, 70, 6), fill("#ffdf9a" if site.light.lamps else site.tone("#9ab8c8"))
            )
            continue
        glass = ["#fff0b8", "#ffc872"] if site.light.lamps else [site.tone("#c8dce6"), site.tone("#7f9fb0")]
        canvas.drawRRect(
            rounded(x, base - 186, 88, 74, 9), fill(cream, shader=linear((0, base - 186), (0, base - 112), glass))
        )
        canvas.drawLine(x + 44, base - 186, x + 44, base - 112, stroke(site.shaded(body, 0.3), 3))


def _clock(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    canvas.drawLine(x, site.top, x, y, stroke(site.tone("#2a2f34"), 5))
    canvas.drawCircle(x, y + 40, 44, fill(site.tone("#2a2f34")))
    canvas.drawCircle(x, y + 40, 36, fill("#fff6dc" if site.light.lamps else site.tone("#f4eee0")))
    for index in range(12):
        angle = index * math.tau / 12
        canvas.drawCircle(x + math.cos(angle) * 29, y + 40 + math.sin(angle) * 29, 1.8, fill("#2a2f34"))
    canvas.drawLine(x, y + 40, x + 14, y + 28, stroke("#2a2f34", 4))
    canvas.drawLine(x, y + 40, x - 8, y + 16, stroke("#2a2f34", 3))


def vehicle(site: Site) -> list[Plane]:
    """Draw the inside of a car, bus, train or plane: windows on the world, seats, handrails."""
    low = site.floor

    def back(canvas: skia.Canvas) -> None:
        paint = room.wall(site, canvas, "#8a8f94", stripes=False)
        step = max(210.0, site.width / 4)
        for index in range(int(site.span / step) + 1):
            x = site.left + 40 + index * step
            room.view_window(
                site, canvas, x, low - 400, step * 0.72, 200,
                city=site.seed % 2 == 0, panes=1, frame="#6a6f74", sun=index == 3,
            )  # fmt: skip
        canvas.drawRect(skia.Rect(site.left, low - 150, site.right, site.bottom), fill(site.shaded(paint, 0.3)))
        canvas.drawRRect(rounded(site.left, low - 470, site.span, 14, 6), fill(site.tone("#d8d4c8")))

    def seats(canvas: skia.Canvas) -> None:
        room.floor(site, canvas, "#5a5654")
        for share in (0.02, 0.30, 0.66, 0.90):
            furniture.sofa(site, canvas, site.at(share) - 40, low + 40, 160, "#3f6a70")

    return [Plane("windows", 0.42, back), Plane("seats", 0.72, seats)]
