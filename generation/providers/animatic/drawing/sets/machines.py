"""Machines and instruments: consoles, racks, presses, cameras, telescopes, monitors, engines."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from .furniture import shadow, solid
from .life import dots, halo
from .site import Site

_LAMPS = ("#5af0ff", "#ffb03c", "#ff5a6a", "#8aff9a")


def console(site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float = 130) -> None:
    """Draw a control desk with a slanting, dark panel; its lamps are drawn live."""
    steel = site.tone("#5a6674")
    shadow(site, canvas, x, base, width)
    canvas.drawPath(
        polygon([(x + 14, base), (x, base - height * 0.6), (x + width, base - height * 0.6), (x + width - 14, base)]),
        fill(steel, shader=linear((0, base - height), (0, base), [site.lit(steel, 0.2), site.shaded(steel, 0.5)])),
    )
    panel = [
        (x, base - height * 0.6),
        (x + width, base - height * 0.6),
        (x + width - 22, base - height),
        (x + 22, base - height),
    ]
    canvas.drawPath(polygon(panel), fill(site.shaded(steel, 0.62)))
    canvas.drawPath(polygon(panel), stroke(site.lit(steel, 0.3), 3))


def blinking(site: Site, x: float, y: float, width: float, height: float, *, every: float = 17.0) -> LivePainter:
    """Return small lamps in rows over an area; each swells and fades in its own time."""
    rng = site.rng(f"lamps {x:.0f} {y:.0f}")
    groups: dict[tuple[str, int], list[tuple[float, float]]] = {}
    for row in range(max(1, int(height // every))):
        for column in range(max(1, int(width // every))):
            if rng.random() < 0.8:
                spot = (x + (column + 0.5) * every, y + (row + 0.5) * every)
                groups.setdefault((rng.choice(_LAMPS), rng.randrange(3)), []).append(spot)
    paces = {key: (rng.uniform(0.2, 0.7), rng.uniform(0, math.tau)) for key in groups}

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for (colour, group), spots in groups.items():
            pace, phase = paces[colour, group]
            dots(canvas, spots, stroke(colour, 5, 0.55 + 0.42 * math.sin(seconds * math.tau * pace + phase)))

    return live


def captains_chair(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw the seat of whoever steers, 130 units wide."""
    cloth, steel = site.tone("#3a4450"), site.tone("#7a8694")
    shadow(site, canvas, x + 20, base, 90)
    canvas.drawRect(skia.Rect.MakeXYWH(x + 56, base - 50, 18, 50), fill(steel))
    canvas.drawOval(skia.Rect.MakeXYWH(x + 24, base - 12, 82, 14), fill(steel))
    solid(site, canvas, x + 26, base - 216, 78, 150, cloth, 22)
    solid(site, canvas, x + 14, base - 84, 102, 34, site.lit(cloth, 0.1), 12)
    for dx in (0, 106):
        solid(site, canvas, x + dx, base - 122, 24, 52, steel, 9)


def server_rack(site: Site, canvas: skia.Canvas, x: float, base: float, height: float = 340) -> None:
    """Draw a rack of machines, 110 units wide."""
    body = site.tone("#343b44")
    shadow(site, canvas, x, base, 110)
    solid(site, canvas, x, base - height, 110, height, body, 5)
    for row in range(int((height - 24) // 30)):
        canvas.drawRRect(rounded(x + 9, base - height + 12 + row * 30, 92, 24, 3), fill(site.shaded(body, 0.5)))


def telescope(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a telescope on its tripod, 170 units wide."""
    brass = site.tone("#c9a04a")
    for dx in (-44, 0, 44):
        canvas.drawLine(x + 80, base - 130, x + 80 + dx, base, stroke(site.tone("#6a4630"), 7))
    canvas.save()
    canvas.rotate(-32, x + 80, base - 136)
    solid(site, canvas, x - 20, base - 158, 150, 36, brass, 5)
    solid(site, canvas, x + 130, base - 164, 54, 48, site.shaded(brass, 0.1), 5)
    solid(site, canvas, x - 46, base - 150, 28, 20, site.shaded(brass, 0.3), 4)
    canvas.restore()


def spotlight(site: Site, canvas: skia.Canvas, x: float, y: float, *, lean: int = 1) -> None:
    """Hang a stage light whose lens is at (x, y)."""
    dark = site.tone("#22252c")
    canvas.drawLine(x, y - 70, x, y - 20, stroke(dark, 5))
    canvas.save()
    canvas.rotate(-24 * lean, x, y - 20)
    canvas.drawPath(polygon([(x - 18, y - 44), (x + 18, y - 44), (x + 26, y), (x - 26, y)]), fill(dark))
    canvas.drawOval(skia.Rect(x - 26, y - 5, x + 26, y + 5), fill("#fff6d8"))
    canvas.restore()
    glow(canvas, (x + 4 * lean, y), 70, "#fff2c8", 0.6)


def heart_monitor(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a monitor on its stand, 100 units wide; its curve is drawn live."""
    canvas.drawLine(x + 50, base, x + 50, base - 190, stroke(site.tone("#a8b4ba"), 7))
    canvas.drawLine(x + 20, base - 2, x + 80, base - 2, stroke(site.tone("#a8b4ba"), 7))
    solid(site, canvas, x, base - 270, 100, 84, site.tone("#dfe4e6"), 8)
    canvas.drawRRect(rounded(x + 8, base - 262, 84, 62, 4), fill("#0c2420"))


def gears(
    site: Site, x: float, y: float, sizes: tuple[tuple[float, float, float], ...], colour: str = "#8a7a5a"
) -> LivePainter:
    """Return cog wheels that turn together; `sizes` holds (dx, dy, radius) of each."""
    brass, built = site.tone(colour), []
    for dx, dy, radius in sizes:
        path, teeth = skia.Path(), max(8, round(radius / 5))
        for index in range(teeth * 2):
            reach, angle = radius * (1.0 if index % 2 else 0.84), index * math.pi / teeth
            for step in (-0.5, 0.5):
                spot = (
                    math.cos(angle + step * math.pi / teeth * 0.8) * reach,
                    math.sin(angle + step * math.pi / teeth * 0.8) * reach,
                )
                path.lineTo(*spot) if not path.isEmpty() else path.moveTo(*spot)
        path.close()
        built.append((x + dx, y + dy, radius, path))

    def live(canvas: skia.Canvas, seconds: float) -> None:
        for index, (left, top, radius, path) in enumerate(built):
            canvas.save()
            canvas.translate(left, top)
            canvas.rotate((1 if index % 2 else -1) * seconds * 1400 / radius)
            canvas.drawPath(path, fill(mix(brass, site.light.shade, 0.12 * (index % 3))))
            canvas.drawCircle(0, 0, radius * 0.6, stroke(site.shaded(brass, 0.4), radius * 0.08))
            canvas.drawLine(-radius * 0.6, 0, radius * 0.6, 0, stroke(site.shaded(brass, 0.4), radius * 0.1))
            canvas.restore()
            canvas.drawCircle(left, top, radius * 0.16, fill(site.shaded(brass, 0.5)))

    return live


def conveyor(site: Site, x: float, y: float, width: float) -> LivePainter:
    """Return a belt at `y` with boxes that travel on it."""
    rng, steel = site.rng("belt"), site.tone("#5a6068")
    gap = 150.0
    colours = [site.tone(rng.choice(("#b98a58", "#c86a4a", "#7a9ab0"))) for _ in range(int(width // gap) + 2)]

    def live(canvas: skia.Canvas, seconds: float) -> None:
        shift = seconds * 34
        canvas.save()
        canvas.clipRect(skia.Rect(x, y - 80, x + width, y + 30))
        for index in range(len(colours)):
            left = x + (index * gap + shift) % (gap * len(colours)) - gap
            solid(site, canvas, left, y - 58, 66, 58, colours[index])
            canvas.drawRect(skia.Rect.MakeXYWH(left + 28, y - 58, 10, 58), fill(site.tone("#efe2c0"), 0.7))
        canvas.drawRRect(rounded(x, y, width, 22, 10), fill(steel))
        for index in range(int(width // 40) + 1):
            canvas.drawCircle(x + 20 + index * 40, y + 11, 7, fill(site.shaded(steel, 0.45)))
        canvas.restore()

    return live


def press(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a great machine with a wheel, dials and a pipe, 220 units wide."""
    green, steel = site.tone("#4a6a62"), site.tone("#8a9298")
    shadow(site, canvas, x, base, 220)
    solid(site, canvas, x, base - 170, 220, 170, green, 6)
    solid(site, canvas, x + 22, base - 290, 90, 122, green, 6)
    canvas.drawRect(
        skia.Rect(x + 150, site.top, x + 176, base - 170),
        fill(steel, shader=linear((x + 150, 0), (x + 176, 0), [site.lit(steel, 0.3), site.shaded(steel, 0.4)])),
    )
    for dx, dy in ((44, -254), (88, -254), (66, -212)):
        canvas.drawCircle(x + dx, base + dy, 17, fill(site.tone("#efe6d2")))
        canvas.drawLine(x + dx, base + dy, x + dx + 9, base + dy - 8, stroke("#a8322f", 3))
    for index in range(4):
        canvas.drawRRect(rounded(x + 16 + index * 50, base - 60, 38, 44, 4), fill(site.shaded(green, 0.4)))


def tank(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str) -> None:
    """Draw a glass cylinder of glowing liquid between metal rings, 120 units wide; bubbles are drawn live."""
    steel = site.tone("#6a7682")
    shadow(site, canvas, x, base, 120)
    glow(canvas, (x + 60, base - 160), 190, colour, 0.45)
    area = skia.Rect.MakeXYWH(x + 12, base - 300, 96, 260)
    canvas.drawRect(
        area,
        fill(
            colour,
            shader=linear((x, 0), (x + 120, 0), [(colour, 0.8), (mix(colour, "#ffffff", 0.6), 0.8), (colour, 0.55)]),
        ),
    )
    for y in (base - 320, base - 44):
        solid(site, canvas, x, y, 120, 44 if y > base - 100 else 26, steel, 6)


def bubbling(site: Site, x: float, top: float, width: float, height: float) -> LivePainter:
    """Return bubbles that rise in an area."""
    rng = site.rng(f"bubbles {x:.0f} {top:.0f}")
    bubbles = [(rng.random(), rng.random(), rng.uniform(0.14, 0.3)) for _ in range(12)]
    paint = stroke("#ffffff", 5, 0.55)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        spots = [
            (
                x + width * (0.1 + 0.8 * across) + 4 * math.sin(seconds * 2 + across * 9),
                top + height * (1 - (start + seconds * pace) % 1.0),
            )
            for across, start, pace in bubbles
        ]
        dots(canvas, spots, paint)

    return live


def beacon(site: Site, x: float, y: float, colour: str, period: float = 2.4) -> LivePainter:
    """Return a warning light that swells and fades."""
    shine = site.grade.colour(colour)

    def live(canvas: skia.Canvas, seconds: float) -> None:
        now = 0.55 + 0.45 * math.cos(seconds * math.tau / period)
        halo(canvas, x, y, 120, shine, 0.55 * now)
        canvas.drawCircle(x, y, 8, fill(mix(shine, "#ffffff", 0.5 * now)))

    return live


def pipework(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw standing pipes with a valve and a dial, 150 units wide."""
    copper = site.tone("#a8683f")
    for dx, thick in ((20, 26), (74, 18), (122, 26)):
        canvas.drawRect(
            skia.Rect(x + dx - thick / 2, site.top, x + dx + thick / 2, base),
            fill(
                copper,
                shader=linear(
                    (x + dx - thick / 2, 0), (x + dx + thick / 2, 0), [site.lit(copper, 0.3), site.shaded(copper, 0.45)]
                ),
            ),
        )
        canvas.drawRRect(rounded(x + dx - thick * 0.75, base - 220, thick * 1.5, 20, 4), fill(site.shaded(copper, 0.2)))
    canvas.drawCircle(x + 74, base - 150, 34, stroke(site.tone("#b8342c"), 8))
    canvas.drawPath(smooth([(x + 42, base - 150), (x + 106, base - 150)]), stroke(site.tone("#b8342c"), 6))
    canvas.drawCircle(x + 122, base - 300, 24, fill(site.tone("#efe6d2")))
    canvas.drawLine(x + 122, base - 300, x + 134, base - 312, stroke("#a8322f", 3))
