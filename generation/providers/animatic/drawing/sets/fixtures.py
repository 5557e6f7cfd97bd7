"""What hangs on walls: clocks, boards, mirrors, shelves, lamps, signs, screens, trophies."""

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

from .fire import flame
from .furniture import solid
from .life import failing, halo
from .site import Site


def wall_shadow(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float) -> None:
    """Let something that hangs before the wall throw a soft shadow on it."""
    canvas.drawRect(skia.Rect.MakeXYWH(x - 3, y + 8, width + 10, height + 4), fill(site.light.shade, 0.32, blur=6))


def clock_face(site: Site, canvas: skia.Canvas, x: float, y: float, radius: float) -> None:
    """Draw a wall clock without its hands, its middle at (x, y)."""
    canvas.drawCircle(x + 3, y + 8, radius, fill(site.light.shade, 0.35, blur=5))
    canvas.drawCircle(x, y, radius, fill(site.tone("#3a2f2a")))
    canvas.drawCircle(x, y, radius * 0.86, fill(site.tone("#f4eee0")))
    for index in range(12):
        angle = index * math.tau / 12
        canvas.drawCircle(
            x + math.cos(angle) * radius * 0.7, y + math.sin(angle) * radius * 0.7, radius * 0.05, fill("#3a2f2a")
        )


def clock_hands(site: Site, x: float, y: float, radius: float) -> LivePainter:
    """Return the hands of a clock; the thin one goes round."""
    rng = site.rng(f"clock {x:.0f}")
    hour, minute, second = rng.uniform(0, 12), rng.uniform(0, 60), rng.uniform(0, 60)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for turn, reach, thick, colour in (
            (hour / 12, 0.45, 0.11, "#2a2420"),
            ((minute + seconds / 60) / 60, 0.66, 0.08, "#2a2420"),
            ((second + seconds) / 60, 0.72, 0.035, "#b8342c"),
        ):
            angle = turn * math.tau - math.pi / 2
            end = (x + math.cos(angle) * radius * reach, y + math.sin(angle) * radius * reach)
            canvas.drawLine(x, y, *end, stroke(colour, radius * thick))

    return live


def pendulum(site: Site, x: float, y: float, length: float) -> LivePainter:
    """Return a pendulum that hangs from (x, y)."""
    brass = site.tone("#d8b04a")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        angle = 0.16 * math.sin(seconds * math.pi)
        end = (x + math.sin(angle) * length, y + math.cos(angle) * length)
        canvas.drawLine(x, y, *end, stroke(brass, 3))
        canvas.drawCircle(*end, 11, fill(brass))

    return live


def board(
    site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, *, white: bool = False
) -> None:
    """Draw a school's board with something written on it."""
    wall_shadow(site, canvas, x, y, width, height)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - 10, y - 10, width + 20, height + 20), fill(site.tone("#d0d4d8" if white else "#9a6f46"))
    )
    face = site.tone("#f6f8f8" if white else "#2f5244")
    area = skia.Rect.MakeXYWH(x, y, width, height)
    canvas.drawRect(area, fill(face, shader=linear((x, y), (x + width, y + height), [site.lit(face, 0.1), face])))
    rng, ink = site.rng(f"board {x:.0f}"), "#3a5a9a" if white else "#eef2ea"
    for row in range(3):
        left = x + 24
        while left < x + width * 0.55:
            wide = rng.uniform(16, 54)
            line = [(left + wide * step / 6, y + 34 + row * 40 + rng.uniform(-5, 5)) for step in range(7)]
            canvas.drawPath(smooth(line, tension=1), stroke(ink, 3, 0.75))
            left += wide + 16
    middle = (x + width * 0.78, y + height * 0.46)
    canvas.drawPath(
        polygon([(middle[0] - 50, middle[1] + 50), (middle[0] + 56, middle[1] + 50), (middle[0] + 8, middle[1] - 54)]),
        stroke(ink, 3, 0.8),
    )
    canvas.drawCircle(middle[0] + 6, middle[1] + 18, 31, stroke(ink, 3, 0.7))
    canvas.drawRect(skia.Rect.MakeXYWH(x, y + height + 8, width, 8), fill(site.tone("#7a5636")))


def poster(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Draw a poster: a shape and two bars that stand for its words."""
    sheet = site.tone("#efe6d2")
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, width, height), fill(sheet))
    canvas.drawCircle(x + width / 2, y + height * 0.4, width * 0.28, fill(site.tone(colour)))
    for row, wide in ((0.74, 0.7), (0.84, 0.46)):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x + width * (1 - wide) / 2, y + height * row, width * wide, height * 0.05),
            fill(site.tone(colour)),
        )


def pinboard(
    site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, *, thread: bool = False
) -> None:
    """Draw a board full of notes; a detective's has red thread between them."""
    wall_shadow(site, canvas, x, y, width, height)
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, width, height), fill(site.tone("#b98a58")))
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, width, height), stroke(site.tone("#6a4a30"), 8))
    rng, pins = site.rng(f"pins {x:.0f}"), []
    for index in range(round(width * height / 3600)):
        left, top = x + rng.uniform(14, width - 56), y + rng.uniform(12, height - 56)
        canvas.save()
        canvas.rotate(rng.uniform(-7, 7), left, top)
        colour = ("#f4f0e4", "#f0e08a", "#d8e6ee", "#9a9488")[index % 4]
        canvas.drawRect(
            skia.Rect.MakeXYWH(left, top, rng.uniform(28, 44), rng.uniform(28, 46)), fill(site.tone(colour))
        )
        canvas.restore()
        pins.append((left + 17, top + 5))
    if thread:
        canvas.drawPath(polygon(pins[:7], closed=False), stroke(site.tone("#c8342c"), 2, 0.9))


def mirror(
    site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, *, oval: bool = False
) -> None:
    """Draw a mirror."""
    wall_shadow(site, canvas, x, y, width, height)
    area = skia.Rect.MakeXYWH(x, y, width, height)
    radius = min(width, height) / 2 if oval else 8
    glass = mix(site.light.ambient, "#dfeef4", 0.5)
    shine = linear(
        (x, y), (x + width, y + height), [site.lit(glass, 0.4), glass, site.shaded(glass, 0.2)], [0, 0.45, 1]
    )
    canvas.drawRRect(skia.RRect.MakeRectXY(area, radius, radius), fill(glass, shader=shine))
    canvas.drawRRect(skia.RRect.MakeRectXY(area, radius, radius), stroke(site.tone("#b08a50"), 8))
    canvas.drawLine(x + width * 0.3, y + height * 0.7, x + width * 0.6, y + height * 0.25, stroke("#ffffff", 5, 0.4))


def map_sheet(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float) -> None:
    """Draw a map of the world on a wall."""
    wall_shadow(site, canvas, x, y, width, height)
    sea, land = site.tone("#a8c4c8"), site.tone("#b8a05a")
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, width, height), fill(sea))
    lands = (
        ((0.1, 0.2), (0.3, 0.15), (0.32, 0.4), (0.2, 0.5)), ((0.26, 0.5), (0.36, 0.58), (0.3, 0.9), (0.25, 0.7)),
        ((0.46, 0.2), (0.6, 0.14), (0.62, 0.4), (0.48, 0.4)), ((0.48, 0.46), (0.62, 0.48), (0.56, 0.85), (0.5, 0.7)),
        ((0.64, 0.14), (0.92, 0.2), (0.86, 0.5), (0.68, 0.48)), ((0.8, 0.66), (0.92, 0.64), (0.92, 0.82), (0.8, 0.8)),
    )  # fmt: skip
    for shape in lands:
        canvas.drawPath(smooth([(x + width * dx, y + height * dy) for dx, dy in shape], closed=True), fill(land))
    canvas.drawRect(skia.Rect.MakeXYWH(x, y, width, height), stroke(site.tone("#7a5636"), 6))


def screen(site: Site, canvas: skia.Canvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Draw a lit screen without what moves on it."""
    solid(site, canvas, x - 8, y - 8, width + 16, height + 16, site.tone("#2f363e"), 8)
    canvas.drawRRect(rounded(x, y, width, height, 4), fill("#0c1c24"))
    for row in range(1, 5):
        canvas.drawLine(x + 6, y + row * height / 5, x + width - 6, y + row * height / 5, stroke(colour, 1, 0.25))
    glow(canvas, (x + width / 2, y + height / 2), width * 0.8, colour, 0.3)


def screen_trace(
    site: Site, x: float, y: float, width: float, height: float, colour: str, *, kind: str = "wave"
) -> LivePainter:
    """Return what moves on a screen: a "wave", a "pulse" of a heart, "bars", or a "radar"."""
    rng = site.rng(f"trace {x:.0f} {y:.0f}")
    phases, paint = [rng.uniform(0, math.tau) for _ in range(4)], stroke(colour, 2.6, 0.95)
    middle, swing = y + height / 2, height * 0.34

    def wave(share: float, seconds: float) -> float:
        if kind == "pulse":
            beat = (share * 2 - seconds * 0.5 + phases[0]) % 1.0
            return -math.exp(-(((beat - 0.5) / 0.035) ** 2)) + 0.4 * math.exp(-(((beat - 0.58) / 0.03) ** 2))
        return (
            sum(
                math.sin(share * 7 * (k + 1) + seconds * (1.1 + 0.6 * k) + phase) / (k + 1.5)
                for k, phase in enumerate(phases)
            )
            * 0.6
        )

    def live(canvas: skia.Canvas, seconds: float) -> None:
        if kind == "bars":
            for index in range(8):
                level = 0.5 + 0.42 * math.sin(seconds * (0.7 + 0.13 * index) + phases[index % 4] + index)
                left = x + 8 + index * (width - 16) / 8
                canvas.drawRect(
                    skia.Rect.MakeXYWH(
                        left, y + height - 8 - (height - 20) * level, (width - 16) / 10, (height - 20) * level
                    ),
                    fill(colour, 0.85),
                )
            return
        if kind == "radar":
            reach, spot = min(width, height) * 0.42, (x + width / 2, middle)
            for ring in (0.4, 0.7, 1.0):
                canvas.drawCircle(*spot, reach * ring, stroke(colour, 1.4, 0.5))
            angle = seconds * 1.6 + phases[0]
            canvas.drawLine(*spot, spot[0] + math.cos(angle) * reach, spot[1] + math.sin(angle) * reach, paint)
            return
        path = skia.Path()
        for step in range(33):
            spot = (x + 8 + (width - 16) * step / 32, middle + swing * wave(step / 32, seconds))
            path.lineTo(*spot) if step else path.moveTo(*spot)
        canvas.drawPath(path, paint)

    return live


def neon_sign(
    site: Site, canvas: skia.Canvas, x: float, y: float, shape: list[tuple[float, float]], colour: str
) -> None:
    """Draw a sign of bent glass tube in a frame; `shape` is its line, from its own corner."""
    path = smooth([(x + dx, y + dy) for dx, dy in shape], closed=True, tension=0.8)
    canvas.drawRRect(rounded(x - 26, y - 30, 150, 126, 16), fill(site.shaded(site.tone("#3a2c30"), 0.3), 0.5))
    canvas.drawRRect(rounded(x - 26, y - 30, 150, 126, 16), stroke(mix(colour, "#ffffff", 0.2), 2.6, 0.5))
    canvas.drawPath(path, stroke(mix(colour, "#201820", 0.45), 6))


def neon_light(
    x: float, y: float, shape: list[tuple[float, float]], colour: str, rng_of: Site, *, fails: bool
) -> LivePainter:
    """Return the light of a neon sign; one that `fails` dims now and then."""
    path = smooth([(x + dx, y + dy) for dx, dy in shape], closed=True, tension=0.8)
    bright = failing(rng_of.rng(f"neon {x:.0f}")) if fails else (lambda seconds: 0.94 + 0.06 * math.cos(seconds * 2.1))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        now = bright(seconds)
        halo(canvas, x + 48, y + 36, 230, colour, 0.5 * now)
        canvas.drawPath(path, stroke(colour, 9, 0.35 * now))
        canvas.drawPath(path, stroke(mix(colour, "#ffffff", 0.6), 3.6, now))

    return live


NEON_SHAPES: dict[str, list[tuple[float, float]]] = {
    "bird": [(0, 40), (30, 6), (66, 0), (92, 18), (70, 34), (84, 62), (46, 52), (8, 70)],
    "cocktail": [(8, 6), (90, 6), (54, 42), (52, 72), (74, 80), (24, 80), (46, 72), (44, 42)],
    "star": [(48, 0), (58, 28), (92, 30), (64, 48), (76, 80), (48, 60), (20, 80), (32, 48), (4, 30), (38, 28)],
    "note": [
        (36, 64),
        (18, 58),
        (10, 72),
        (26, 82),
        (40, 70),
        (42, 14),
        (84, 4),
        (82, 56),
        (64, 52),
        (60, 66),
        (80, 70),
    ],
}


def sconce(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    """Draw a lamp on the wall and the light it throws up and down."""
    brass, on = site.tone("#c9a04a"), site.light.lamps
    canvas.drawRRect(rounded(x - 5, y, 10, 34, 4), fill(brass))
    canvas.drawPath(
        polygon([(x - 24, y - 28), (x + 24, y - 28), (x + 14, y + 4), (x - 14, y + 4)]),
        fill("#ffe4b0" if on else site.tone("#efe2c8")),
    )
    if on:
        glow(canvas, (x, y - 14), 190, "#ffc878", 0.6 * on)


def torch(site: Site, x: float, y: float) -> LivePainter:
    """Return a torch on a wall, which always burns."""
    fire, wood, iron = flame(site, x, y, 52, wide=0.26), site.tone("#4a3020"), site.tone("#2a2a30")

    def live(canvas: skia.Canvas, seconds: float) -> None:
        canvas.drawLine(x, y, x, y + 58, stroke(wood, 9))
        canvas.drawLine(x - 12, y + 20, x + 12, y + 20, stroke(iron, 6))
        fire(canvas, seconds)

    return live


def banner(site: Site, x: float, y: float, width: float, height: float, colour: str) -> LivePainter:
    """Return a banner that hangs from a pole at `y` and stirs."""
    cloth, gold = site.tone(colour), site.tone("#d8b04a")
    phase = site.rng(f"banner {x:.0f}").uniform(0, math.tau)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        sway = width * 0.07 * (math.sin(seconds * 1.1 + phase) - math.sin(phase))
        path = skia.Path()
        path.moveTo(x, y)
        path.lineTo(x + width, y)
        path.cubicTo(
            x + width, y + height * 0.4, x + width + sway, y + height * 0.6, x + width + sway, y + height * 0.86
        )
        path.lineTo(x + width / 2 + sway * 1.2, y + height)
        path.lineTo(x + sway, y + height * 0.86)
        path.cubicTo(x + sway, y + height * 0.6, x, y + height * 0.4, x, y)
        canvas.drawPath(
            path,
            fill(cloth, shader=linear((x, 0), (x + width, 0), [site.lit(cloth, 0.16), cloth, site.shaded(cloth, 0.3)])),
        )
        canvas.drawCircle(x + width / 2 + sway * 0.5, y + height * 0.42, width * 0.24, fill(gold))
        canvas.drawLine(x - 8, y, x + width + 8, y, stroke(gold, 6))

    return live


def trophy(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    """Draw a coat of arms: a shield before crossed swords."""
    steel, red, gold = site.tone("#c4c8cc"), site.tone("#8c2f34"), site.tone("#d8b04a")
    for side in (-1, 1):
        canvas.drawLine(x - side * 62, y - 66, x + side * 62, y + 70, stroke(steel, 7))
        canvas.drawLine(x + side * 34, y + 56, x + side * 62, y + 32, stroke(gold, 6))
    shield = [(x - 46, y - 50), (x + 46, y - 50), (x + 44, y + 8), (x, y + 58), (x - 44, y + 8)]
    canvas.drawPath(
        smooth(shield, closed=True, tension=0.3),
        fill(red, shader=radial((x - 14, y - 20), 90, [site.lit(red, 0.35), red])),
    )
    canvas.drawPath(smooth(shield, closed=True, tension=0.3), stroke(gold, 5))
    canvas.drawLine(x, y - 44, x, y + 48, stroke(gold, 5))


def hooks(site: Site, canvas: skia.Canvas, x: float, y: float, width: float) -> None:
    """Draw a row of hooks with coats and a hat."""
    canvas.drawRRect(rounded(x, y, width, 12, 3), fill(site.tone("#6e4a30")))
    for index, colour in enumerate(("#5a4a3a", "#3f5a6a", "#7a3f3a")[: max(1, int(width // 56))]):
        left, cloth = x + 12 + index * 56, site.tone(colour)
        coat = [
            (left + 8, y + 10),
            (left + 30, y + 12),
            (left + 44, y + 120),
            (left + 20, y + 150),
            (left - 6, y + 122),
        ]
        canvas.drawPath(
            smooth(coat, closed=True, tension=0.3),
            fill(cloth, shader=linear((left, 0), (left + 40, 0), [site.lit(cloth, 0.2), site.shaded(cloth, 0.35)])),
        )


def pipes(site: Site, canvas: skia.Canvas, y: float, colour: str = "#8a7468") -> None:
    """Run pipes along a wall."""
    for drop, thick in ((0, 16), (26, 9)):
        paint = site.tone(colour)
        area = skia.Rect.MakeXYWH(site.left, y + drop, site.span, thick)
        canvas.drawRect(
            area,
            fill(
                paint,
                shader=linear((0, y + drop), (0, y + drop + thick), [site.lit(paint, 0.35), site.shaded(paint, 0.4)]),
            ),
        )
    for index in range(int(site.span / 240) + 1):
        canvas.drawRRect(
            rounded(site.left + index * 240 + 60, y - 5, 20, 26, 4), fill(site.shaded(site.tone(colour), 0.2))
        )
