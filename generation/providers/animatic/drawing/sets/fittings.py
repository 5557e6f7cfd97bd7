"""What rooms for one purpose are fitted with: stoves, baths, sick beds, school desks, pews, tills, pianos."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from .furniture import chair, shadow, solid
from .site import Site

OLD = frozenset({"medieval", "victorian", "classic"})
"""The eras before electric kitchens and screens."""


def stove(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a stove of the site's era with a pot, 140 units wide."""
    old = site.era in OLD
    iron = site.tone("#3a3a40" if old else "#5a6068" if site.era == "future" else "#e0ddd4")
    shadow(site, canvas, x, base, 136)
    solid(site, canvas, x, base - 146, 136, 146, iron, 5)
    canvas.drawRRect(rounded(x + 14, base - 96, 108, 66, 5), fill(site.shaded(iron, 0.65)))
    if old:
        glow(canvas, (x + 68, base - 62), 90, "#ff8a3c", 0.7)
        canvas.drawRRect(rounded(x + 30, base - 78, 76, 34, 4), fill("#ff9a4a", 0.8))
        canvas.drawRect(skia.Rect(x + 96, site.top, x + 118, base - 146), fill(site.shaded(iron, 0.1)))
    else:
        for index in range(4):
            canvas.drawCircle(x + 24 + index * 29, base - 120, 7, fill(site.shaded(iron, 0.55)))
    pot = site.tone("#a8483a")
    solid(site, canvas, x + 16, base - 188, 60, 42, pot, 5)
    canvas.drawRRect(rounded(x + 10, base - 193, 72, 8, 4), fill(site.lit(pot, 0.25)))


def hearth(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a wide open hearth of stone with a cauldron, 260 units wide; the fire itself is drawn live."""
    stone = site.tone("#9a8f84")
    solid(site, canvas, x, base - 250, 260, 250, stone)
    solid(site, canvas, x - 16, base - 268, 292, 26, site.tone("#6a4630"), 4)
    arch = smooth(
        [(x + 42, base), (x + 42, base - 130), (x + 130, base - 196), (x + 218, base - 130), (x + 218, base)],
        tension=0.6,
    )
    canvas.drawPath(arch, fill("#1a1014"))
    canvas.drawLine(x + 130, base - 190, x + 130, base - 120, stroke(site.tone("#2a2a30"), 5))
    pot = [(x + 92, base - 122), (x + 168, base - 122), (x + 160, base - 72), (x + 100, base - 72)]
    canvas.drawPath(smooth(pot, closed=True, tension=0.5), fill(site.tone("#2f2f36")))
    for row in range(5):
        for column in range(5):
            if row > 2 or column in {0, 4}:
                canvas.drawRRect(
                    rounded(x + 6 + column * 50 + (row % 2) * 6, base - 46 - row * 48, 42, 38, 8),
                    stroke(site.shaded(stone, 0.4), 2, 0.5),
                )


def fridge(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a refrigerator of the site's era, 116 units wide."""
    body = site.tone({"retro": "#8fc4b8", "future": "#5f6a78"}.get(site.era, "#e6e8ea"))
    shadow(site, canvas, x, base, 116)
    solid(site, canvas, x, base - 300, 116, 300, body, 18 if site.era == "retro" else 6)
    canvas.drawLine(x + 4, base - 196, x + 112, base - 196, stroke(site.shaded(body, 0.4), 3))
    for y in (base - 236, base - 176):
        canvas.drawLine(x + 14, y, x + 14, y + 38, stroke(site.tone("#9aa0a6"), 6))
    for dx, dy, colour in ((44, -270, "#e8d25a"), (66, -252, "#d9783c"), (40, -238, "#5a9ad0")):
        canvas.drawRect(skia.Rect.MakeXYWH(x + dx, base + dy, 18, 18), fill(site.tone(colour)))


def sink(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    """Draw a sink with a tap that hangs in a worktop at `y`."""
    steel = site.tone("#c8d0d4")
    canvas.drawRRect(rounded(x, y - 4, 96, 26, 8), fill(site.shaded(steel, 0.25)))
    canvas.drawPath(
        smooth([(x + 48, y - 4), (x + 48, y - 44), (x + 64, y - 52), (x + 74, y - 34)], tension=0.8), stroke(steel, 6)
    )


def bathtub(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a bath on feet with a tap, 280 units wide."""
    white = site.tone("#f2f2ee")
    shadow(site, canvas, x + 20, base, 240)
    tub = [
        (x, base - 108),
        (x + 280, base - 118),
        (x + 262, base - 40),
        (x + 214, base - 16),
        (x + 66, base - 16),
        (x + 18, base - 40),
    ]
    canvas.drawPath(
        smooth(tub, closed=True, tension=0.4),
        fill(white, shader=linear((0, base - 110), (0, base - 14), [white, site.shaded(white, 0.35)])),
    )
    canvas.drawRRect(rounded(x - 8, base - 118, 296, 15, 7), fill(site.lit(white, 0.3)))
    for dx in (58, 214):
        canvas.drawLine(x + dx, base - 20, x + dx - 6, base, stroke(site.tone("#c9a04a"), 9))
    canvas.drawPath(
        smooth(
            [(x + 250, base - 112), (x + 250, base - 166), (x + 222, base - 166), (x + 222, base - 146)], tension=0.4
        ),
        stroke(site.tone("#c9a04a"), 7),
    )
    for dx, dy, size in ((40, -122, 15), (64, -128, 19), (92, -121, 13), (118, -124, 16)):
        canvas.drawCircle(x + dx, base + dy, size, fill(site.tone("#ffffff"), 0.85))


def washstand(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a wash basin on its foot, 110 units wide."""
    white = site.tone("#f2f2ee")
    solid(site, canvas, x + 40, base - 130, 30, 130, site.shaded(white, 0.1), 8)
    bowl = [(x, base - 168), (x + 110, base - 168), (x + 88, base - 126), (x + 22, base - 126)]
    canvas.drawPath(
        smooth(bowl, closed=True, tension=0.4),
        fill(white, shader=linear((0, base - 168), (0, base - 120), [white, site.shaded(white, 0.3)])),
    )
    canvas.drawPath(
        smooth([(x + 55, base - 168), (x + 55, base - 192), (x + 68, base - 184)], tension=0.6),
        stroke(site.tone("#c0c4c8"), 6),
    )


def toilet(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a toilet, 96 units wide."""
    white = site.tone("#f2f2ee")
    solid(site, canvas, x, base - 150, 40, 76, white, 8)
    bowl = [(x + 6, base - 78), (x + 96, base - 78), (x + 78, base - 40), (x + 50, base), (x + 16, base)]
    canvas.drawPath(
        smooth(bowl, closed=True, tension=0.35),
        fill(white, shader=linear((x, 0), (x + 96, 0), [white, site.shaded(white, 0.3)])),
    )
    canvas.drawRRect(rounded(x + 2, base - 86, 96, 13, 6), fill(site.lit(white, 0.3)))


def sick_bed(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a hospital bed on wheels, its head on the left and raised, 330 units wide."""
    steel, sheet = site.tone("#a8b4ba"), site.tone("#f4f6f6")
    shadow(site, canvas, x, base, 330)
    for dx in (24, 306):
        canvas.drawLine(x + dx, base - 60, x + dx, base - 8, stroke(steel, 7))
        canvas.drawCircle(x + dx, base - 7, 8, fill(site.tone("#3a3f44")))
    canvas.drawRRect(rounded(x + 8, base - 76, 314, 18, 5), fill(steel))
    mattress = [
        (x + 10, base - 162),
        (x + 34, base - 172),
        (x + 120, base - 104),
        (x + 316, base - 100),
        (x + 318, base - 76),
        (x + 12, base - 76),
    ]
    canvas.drawPath(smooth(mattress, closed=True, tension=0.15), fill(sheet))
    blanket = [(x + 110, base - 116), (x + 318, base - 112), (x + 322, base - 66), (x + 112, base - 64)]
    colour = site.tone("#8fc0c8")
    canvas.drawPath(
        smooth(blanket, closed=True, tension=0.25),
        fill(
            colour, shader=linear((0, base - 116), (0, base - 60), [site.lit(colour, 0.25), site.shaded(colour, 0.25)])
        ),
    )
    canvas.drawRRect(rounded(x + 20, base - 178, 62, 32, 13), fill(site.tone("#ffffff")))
    for dx in (2, 324):
        canvas.drawLine(x + dx, base - 190 + (40 if dx > 9 else 0), x + dx, base - 60, stroke(steel, 8))


def drip(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a drip on its stand."""
    steel = site.tone("#b8c0c4")
    canvas.drawLine(x, base, x, base - 290, stroke(steel, 5))
    canvas.drawLine(x - 26, base, x + 26, base, stroke(steel, 5))
    canvas.drawLine(x - 18, base - 290, x + 18, base - 290, stroke(steel, 5))
    canvas.drawRRect(rounded(x + 6, base - 284, 26, 48, 8), fill(site.tone("#cfe6ee"), 0.9))
    canvas.drawPath(
        smooth([(x + 19, base - 236), (x + 24, base - 180), (x + 50, base - 150)], tension=1), stroke("#e8f4f8", 2, 0.8)
    )


def school_desk(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a pupil's desk and chair seen from the side, 120 units wide."""
    wood, iron = site.tone("#b98a58"), site.tone("#5a6068" if site.era == "modern" else "#3a3430")
    shadow(site, canvas, x, base, 116)
    for dx, dy in ((14, 0), (104, 0)):
        canvas.drawLine(x + dx, base + dy, x + dx, base - 92, stroke(iron, 6))
    solid(site, canvas, x, base - 102, 120, 12, wood, 4)
    canvas.drawRect(skia.Rect.MakeXYWH(x + 6, base - 90, 108, 20), fill(site.shaded(wood, 0.35)))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 66, base - 107, 36, 5), fill(site.tone("#f2ead6")))


def pew(site: Site, canvas: skia.Canvas, x: float, base: float, width: float) -> None:
    """Draw a church bench seen from behind."""
    wood = site.tone("#6e4630")
    shadow(site, canvas, x, base, width)
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, base - 110, width, 96),
        fill(wood, shader=linear((0, base - 110), (0, base), [site.lit(wood, 0.2), site.shaded(wood, 0.45)])),
    )
    solid(site, canvas, x - 4, base - 120, width + 8, 15, site.lit(wood, 0.2), 5)
    for dx in (0.0, width - 18):
        solid(site, canvas, x + dx, base - 132, 18, 132, site.shaded(wood, 0.1), 6)


def till(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a till of the site's era that stands on a counter."""
    if site.era in {"modern", "future"}:
        solid(site, canvas, x + 6, base - 14, 60, 14, site.tone("#3a4048"), 3)
        canvas.drawPath(
            polygon([(x + 8, base - 18), (x + 58, base - 18), (x + 66, base - 58), (x + 16, base - 58)]),
            fill(site.tone("#22282e")),
        )
        canvas.drawPath(
            polygon([(x + 14, base - 22), (x + 54, base - 22), (x + 61, base - 54), (x + 20, base - 54)]),
            fill("#9fd8e8", 0.85),
        )
        return
    brass = site.tone("#b08a3f")
    solid(site, canvas, x, base - 48, 78, 48, brass, 8)
    canvas.drawRRect(rounded(x + 12, base - 76, 54, 30, 8), fill(site.lit(brass, 0.2)))
    for index in range(8):
        canvas.drawCircle(x + 14 + (index % 4) * 16, base - 32 + (index // 4) * 15, 5, fill(site.tone("#f2ead6")))


def glass_case(
    site: Site, canvas: skia.Canvas, x: float, base: float, width: float, height: float = 128, colour: str = "#8a5f40"
) -> skia.Rect:
    """Draw a counter with a glass front, lit from inside, and return the inside."""
    wood = site.tone(colour)
    shadow(site, canvas, x, base, width)
    solid(site, canvas, x, base - height, width, height, wood, 5)
    inside = skia.Rect.MakeXYWH(x + 12, base - height + 16, width - 24, height * 0.62)
    canvas.drawRect(
        inside,
        fill(
            wood,
            shader=linear(
                (0, inside.top()), (0, inside.bottom()), [mix(wood, "#fff2cc", 0.8), mix(wood, "#ffe0a0", 0.4)]
            ),
        ),
    )
    canvas.drawRRect(rounded(x - 8, base - height - 4, width + 16, 14, 5), fill(site.lit(wood, 0.3)))
    return inside


def piano(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw an upright piano, 210 units wide."""
    black = site.tone("#2a2024")
    shadow(site, canvas, x, base, 210)
    solid(site, canvas, x, base - 190, 210, 190, black, 6)
    solid(site, canvas, x - 8, base - 200, 226, 14, site.lit(black, 0.2), 4)
    solid(site, canvas, x - 4, base - 112, 218, 26, site.lit(black, 0.1), 4)
    canvas.drawRect(skia.Rect.MakeXYWH(x + 8, base - 106, 194, 13), fill(site.tone("#f6f2e6")))
    for index in range(20):
        canvas.drawRect(skia.Rect.MakeXYWH(x + 14 + index * 9.5, base - 106, 4, 8), fill("#1a1416"))
    canvas.drawRect(skia.Rect.MakeXYWH(x + 66, base - 172, 76, 50), fill(site.tone("#efe6d2")))


def drum_kit(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw drums and cymbals, 190 units wide."""
    red, steel = site.tone("#a8322f"), site.tone("#b0b0b4")
    for dx in (28, 162):
        canvas.drawLine(x + dx, base, x + dx, base - 136, stroke(steel, 3))
        canvas.drawOval(skia.Rect.MakeXYWH(x + dx - 30, base - 142, 60, 11), fill(site.tone("#e0b95a")))
    canvas.drawCircle(x + 95, base - 44, 44, fill(red))
    canvas.drawCircle(x + 95, base - 44, 35, fill(site.tone("#efe4cc")))
    for dx in (46, 112):
        solid(site, canvas, x + dx - 10, base - 108, 48, 30, red, 6)


def jukebox(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw a glowing jukebox, 120 units wide."""
    wood = site.tone("#8a4a2c")
    shadow(site, canvas, x, base, 120)
    canvas.drawRRect(rounded(x, base - 216, 120, 216, 54), fill(wood))
    for inset, colour in ((9, "#ff8a5a"), (17, "#ffd05a"), (25, "#5ad0e0")):
        canvas.drawRRect(
            rounded(x + inset, base - 216 + inset, 120 - 2 * inset, 196 - inset, 50),
            stroke(site.grade.colour(colour), 5),
        )
    canvas.drawRRect(rounded(x + 32, base - 150, 56, 44, 6), fill("#fff0c0", 0.9))
    glow(canvas, (x + 60, base - 130), 150, "#ffb05a", 0.4)


def dining_table(
    site: Site, canvas: skia.Canvas, x: float, base: float, *, cloth: str = "#f2ead8", chairs: bool = True
) -> None:
    """Draw a laid table between two chairs, 230 units wide."""
    if chairs:
        chair(site, canvas, x + 26, base - 4)
        chair(site, canvas, x + 204, base - 4, side=-1)
    linen = site.tone(cloth)
    shadow(site, canvas, x + 50, base, 130)
    canvas.drawLine(x + 115, base - 70, x + 115, base, stroke(site.tone("#5a3a28"), 13))
    canvas.drawLine(x + 82, base - 2, x + 148, base - 2, stroke(site.tone("#5a3a28"), 9))
    drape = [
        (x + 46, base - 104),
        (x + 184, base - 104),
        (x + 194, base - 56),
        (x + 150, base - 66),
        (x + 115, base - 56),
        (x + 80, base - 66),
        (x + 36, base - 56),
    ]
    canvas.drawPath(
        polygon(drape),
        fill(linen, shader=linear((0, base - 104), (0, base - 56), [site.lit(linen, 0.2), site.shaded(linen, 0.25)])),
    )
    for dx in (78, 152):
        canvas.drawOval(skia.Rect.MakeXYWH(x + dx - 18, base - 111, 36, 8), fill(site.tone("#ffffff")))
    canvas.drawLine(x + 115, base - 106, x + 115, base - 126, stroke(site.tone("#f4f4f4"), 3))
    canvas.drawOval(skia.Rect.MakeXYWH(x + 107, base - 138, 16, 18), fill(site.tone("#c05a5a")))


def crate_stack(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    """Draw three wooden crates, 150 units wide."""
    shadow(site, canvas, x, base, 150)
    for dx, dy, size in ((0, 0, 76), (78, 0, 70), (34, -74, 66)):
        wood = site.tone("#94693f")
        solid(site, canvas, x + dx, base + dy - size, size, size, wood, 2)
        edge = stroke(site.shaded(wood, 0.45), size * 0.08)
        canvas.drawRect(skia.Rect.MakeXYWH(x + dx + 3, base + dy - size + 3, size - 6, size - 6), edge)
        canvas.drawLine(x + dx + 6, base + dy - 6, x + dx + size - 6, base + dy - size + 6, edge)


def barrel(site: Site, canvas: skia.Canvas, x: float, base: float, size: float = 1.0) -> None:
    """Draw a barrel, 84 units wide."""
    wood = site.tone("#8a5a36", 0.02)
    shadow(site, canvas, x, base, 84 * size)
    body = [
        (x + 10 * size, base - 104 * size),
        (x, base - 52 * size),
        (x + 10 * size, base),
        (x + 74 * size, base),
        (x + 84 * size, base - 52 * size),
        (x + 74 * size, base - 104 * size),
    ]
    shades = linear((x, 0), (x + 84 * size, 0), [site.lit(wood, 0.25), wood, site.shaded(wood, 0.4)])
    canvas.drawPath(smooth(body, closed=True, tension=0.6), fill(wood, shader=shades))
    for y in (-84, -22):
        canvas.drawLine(
            x + 5 * size, base + y * size, x + 79 * size, base + y * size, stroke(site.tone("#3a3a40"), 5 * size)
        )
