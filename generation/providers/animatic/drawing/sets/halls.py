"""Great halls: church, temple, throne room."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, smooth, stroke

from . import air, fittings, fixtures, furniture
from .fire import candle, flame, smoke
from .interior import Interior
from .site import Plane, Site


def _nave_floor(site: Site, home: Interior, carpet: str) -> None:
    cloth = site.tone(site.painted("carpet", carpet))

    def paint(canvas: skia.Canvas) -> None:
        middle = site.at(0.5)
        path = polygon(
            [
                (middle - 76, site.floor),
                (middle + 76, site.floor),
                (middle + 250, site.bottom),
                (middle - 250, site.bottom),
            ]
        )
        canvas.drawPath(
            path,
            fill(
                cloth, shader=linear((0, site.floor), (0, site.bottom), [site.lit(cloth, 0.2), site.shaded(cloth, 0.3)])
            ),
        )

    home.lay(paint)


def _column(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str = "#b0a69a", wide: float = 34) -> None:
    stone = site.tone(colour)
    shades = linear((x - wide, 0), (x + wide, 0), [site.lit(stone, 0.30), stone, site.shaded(stone, 0.5)], [0, 0.4, 1])
    canvas.drawRect(skia.Rect(x - wide, site.top, x + wide, base), fill(stone, shader=shades))
    for dx in (-0.5, 0, 0.5):
        canvas.drawLine(x + dx * wide, site.top, x + dx * wide, base - 30, stroke(site.shaded(stone, 0.4), 3, 0.4))
    canvas.drawRect(skia.Rect(x - wide * 1.35, base - 30, x + wide * 1.35, base), fill(stone, shader=shades))
    canvas.drawOval(skia.Rect(x - wide * 1.6, base - 8, x + wide * 1.8, base + 12), fill(site.light.shade, 0.3, blur=4))


def _lancet(site: Site, canvas: skia.Canvas, x: float, top: float, *, glass: bool) -> None:
    shape = smooth(
        [(x, top + 270), (x, top + 80), (x + 52, top), (x + 104, top + 80), (x + 104, top + 270)],
        closed=True,
        tension=0.5,
    )
    canvas.save()
    canvas.clipPath(shape, doAntiAlias=True)
    canvas.drawPaint(fill("#000000", shader=linear((0, top), (0, top + 270), list(site.outside.sky))))
    if glass:
        rng = site.rng(f"glass {x:.0f}")
        for row in range(7):
            for column in range(3):
                colour = site.grade.colour(rng.choice(("#c8423b", "#3f6fb0", "#e0b23c", "#4a9a6a", "#8a4aa0")))
                canvas.drawRect(skia.Rect.MakeXYWH(x + column * 35, top + row * 40, 33, 38), fill(colour, 0.66))
    canvas.restore()
    canvas.drawPath(shape, stroke(site.tone("#6a625c"), 8))
    canvas.drawLine(x + 52, top, x + 52, top + 268, stroke(site.tone("#6a625c"), 4))
    glow(canvas, (x + 52, top + 130), 180, site.outside.sky[3], 0.24)


def church(site: Site) -> list[Plane]:
    """Draw a church: stained glass, an altar with candles and a cross, pews to both sides, columns, rays."""
    low, modest = site.floor, site.has("chapel", "village", "small", "wooden")
    home = Interior(
        site,
        "#b0a69a" if not modest else "#d8d0bc",
        "#8f8680",
        pattern="tiles" if not modest else "boards",
        bricks=not modest,
        lit_from=0.5,
    )
    for index in (-3, -2, -1, 1, 2, 3):
        home.hang(
            0.5 + index * 0.18, 104, lambda canvas, x: _lancet(site, canvas, x, low - 440, glass=True), flip=False
        )
    home.hang(0.5, 200, lambda canvas, x: _rose(site, canvas, x + 100, low - 370), focal=True, flip=False)
    _nave_floor(site, home, "#8c2f34")
    home.stand(0.5, 250, lambda canvas, x: _altar(site, canvas, x, low + 14), focal=True, flip=False)
    for dx in (-86, 86):
        home.moving(candle(site, home.x(0.5) + dx, low - 84, tall=34))

    def pews(canvas: skia.Canvas) -> None:
        for step in range(3):
            wide = 230 + 70 * step
            for side in (-1, 1):
                x = site.at(0.5) + side * (150 + 66 * step)
                fittings.pew(site, canvas, x if side > 0 else x - wide, low + 46 + 44 * step, wide)

    home.before(Plane("pews", 0.79, pews))
    if not modest:

        def columns(canvas: skia.Canvas) -> None:
            for offset in (-0.43, -0.22, 0.22, 0.43):
                _column(site, canvas, site.across(0.5 + offset), low + 24 + 60 * abs(offset))

        home.before(Plane("columns", 0.74, columns))
    if site.outside.sun:
        source = (site.at(0.92), site.top - 60)
        home.before(
            Plane("rays", 0.7, lambda canvas: air.rays(site, canvas, source, strength=0.22, length=1100 * site.rise))
        )
    return home.planes()


def _rose(site: Site, canvas: skia.Canvas, x: float, y: float) -> None:
    glow(canvas, (x, y), 250, site.outside.sky[3], 0.4)
    for ring, (radius, colour) in enumerate(((96, "#3f6fb0"), (74, "#c8423b"), (48, "#e0b23c"), (23, "#4a9a6a"))):
        canvas.drawCircle(x, y, radius, fill(mix(site.grade.colour(colour), site.outside.sky[3], 0.25 + 0.05 * ring)))
        canvas.drawCircle(x, y, radius, stroke(site.tone("#5a524c"), 5))
    canvas.save()
    canvas.translate(x, y)
    for _ in range(6):
        canvas.drawLine(-96, 0, 96, 0, stroke(site.tone("#5a524c"), 4))
        canvas.rotate(30)
    canvas.restore()


def _altar(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    furniture.solid(site, canvas, x - 40, base - 14, 330, 18, site.tone("#a89e94"))
    furniture.counter(site, canvas, x, base - 10, 250, 92, "#d8ccb4")
    canvas.drawRect(skia.Rect.MakeXYWH(x - 8, base - 106, 266, 30), fill(site.tone("#f4f0e4")))
    gold = site.tone("#d8b04a")
    canvas.drawLine(x + 125, base - 108, x + 125, base - 196, stroke(gold, 9))
    canvas.drawLine(x + 98, base - 168, x + 152, base - 168, stroke(gold, 9))


def temple(site: Site) -> list[Plane]:
    """Draw a temple: a golden figure in a niche, red columns and lanterns or pillars of stone, bowls of fire."""
    low, eastern = (
        site.floor,
        not site.has("greek", "roman", "egyptian", "ancient", "aztec", "mayan") and site.variant("east", 3) > 0,
    )
    home = Interior(
        site,
        "#6a2f28" if eastern else "#b8a078",
        "#7a5a40" if eastern else "#a8926a",
        pattern="boards" if eastern else "tiles",
        lit_from=0.5,
    )

    def niche(canvas: skia.Canvas, x: float) -> None:
        frame = site.tone("#c9a04a" if eastern else "#8f7a58")
        arch = smooth(
            [(x, low), (x, low - 280), (x + 150, low - 420), (x + 300, low - 280), (x + 300, low)], tension=0.5
        )
        canvas.drawPath(arch, fill(site.shaded(site.tone("#3a1c1a" if eastern else "#6a5638"), 0.3)))
        canvas.drawPath(arch, stroke(frame, 14))
        glow(canvas, (x + 150, low - 190), 260, "#ffcf78", 0.5)
        _idol(site, canvas, x + 150, low - 20, seated=eastern)

    home.hang(0.5, 300, niche, focal=True, flip=False)
    for share in (0.25, 0.75):
        home.hang(share, 150, lambda canvas, x: _scroll(site, canvas, x + 75, low - 410, eastern=eastern))
    _nave_floor(site, home, "#a8342c" if eastern else "#8a6a3a")

    def columns(canvas: skia.Canvas) -> None:
        for offset in (-0.45, -0.30, 0.30, 0.45):
            _column(
                site,
                canvas,
                site.across(0.5 + offset),
                low + 20 + 70 * abs(offset),
                "#a8322c" if eastern else "#c8b48a",
                28,
            )

    home.before(Plane("columns", 0.74, columns))
    if eastern:
        for share in (0.36, 0.64):
            home.before(_lantern(site, home.x(share), max(low - 400, 110)))
    for share in (0.37, 0.63):
        x = home.x(share)
        home.moving(flame(site, x, low - 52, 50, wide=0.5))
        home.before(_bowl(site, x, low + 22))
    home.moving(smoke(site, home.x(0.5), low - 20, rise=330, size=1.1, alpha=0.3, pace=0.6, lean=0.1))
    return home.planes()


def _lantern(site: Site, x: float, y: float) -> Plane:
    def paint(canvas: skia.Canvas) -> None:
        canvas.drawLine(x, site.top, x, y - 40, stroke(site.tone("#2a1c1a"), 3))
        canvas.drawOval(skia.Rect(x - 36, y - 42, x + 36, y + 42), fill(site.grade.colour("#e0442f")))
        for dx in (-18, 0, 18):
            canvas.drawLine(x + dx * 0.6, y - 40, x + dx, y, stroke(site.grade.colour("#f0a03c"), 2, 0.7))
            canvas.drawLine(x + dx, y, x + dx * 0.6, y + 40, stroke(site.grade.colour("#f0a03c"), 2, 0.7))
        canvas.drawLine(x, y + 42, x, y + 76, stroke(site.grade.colour("#e8b04a"), 4))
        glow(canvas, (x, y), 170, "#ff9a4a", 0.6)

    return Plane("lantern", 0.78, paint)


def _bowl(site: Site, x: float, base: float) -> Plane:
    def paint(canvas: skia.Canvas) -> None:
        bronze = site.tone("#8a6a3a")
        canvas.drawPath(
            polygon([(x - 10, base - 60), (x + 10, base - 60), (x + 26, base), (x - 26, base)]), fill(bronze)
        )
        canvas.drawPath(
            smooth(
                [(x - 44, base - 82), (x - 30, base - 56), (x + 30, base - 56), (x + 44, base - 82)],
                closed=True,
                tension=0.4,
            ),
            fill(site.lit(bronze, 0.2)),
        )

    return Plane("bowl", 0.775, paint)


def _scroll(site: Site, canvas: skia.Canvas, x: float, y: float, *, eastern: bool) -> None:
    if not eastern:
        sand = site.shaded(site.tone("#b8a078"), 0.4)
        for row in range(4):
            for column in range(3):
                left, top = x - 60 + column * 42, y + row * 56
                if (row + column) % 2:
                    canvas.drawCircle(left + 18, top + 18, 14, stroke(sand, 5))
                else:
                    canvas.drawPath(
                        polygon([(left + 4, top + 34), (left + 18, top), (left + 34, top + 34)]), stroke(sand, 5)
                    )
        return
    canvas.drawRect(skia.Rect(x - 46, y, x + 46, y + 230), fill(site.tone("#efe2c0")))
    for edge in (y, y + 224):
        canvas.drawLine(x - 56, edge, x + 56, edge, stroke(site.tone("#4a2c20"), 10))
    ink = stroke(site.tone("#3a3434"), 5, 0.8)
    canvas.drawPath(smooth([(x - 20, y + 190), (x - 6, y + 120), (x + 14, y + 80), (x + 4, y + 40)], tension=1), ink)
    canvas.drawCircle(x + 18, y + 60, 13, fill(site.tone("#c8342c"), 0.8))


def _idol(site: Site, canvas: skia.Canvas, x: float, base: float, *, seated: bool) -> None:
    gold = site.tone("#d8b04a" if seated else "#cfc0a0")
    shades = linear((x - 90, 0), (x + 90, 0), [site.lit(gold, 0.4), gold, site.shaded(gold, 0.45)])
    furniture.solid(site, canvas, x - 120, base - 40, 240, 44, site.tone("#8a5a30"), 6)
    lap = [(x - 104, base - 40), (x - 88, base - 84), (x, base - 96), (x + 88, base - 84), (x + 104, base - 40)]
    body = [(x - 54, base - 80), (x - 62, base - 170), (x, base - 196), (x + 62, base - 170), (x + 54, base - 80)]
    if seated:
        canvas.drawPath(smooth(lap, closed=True, tension=0.6), fill(gold, shader=shades))
    canvas.drawPath(smooth(body, closed=True, tension=0.6), fill(gold, shader=shades))
    canvas.drawOval(skia.Rect(x - 32, base - 262, x + 32, base - 186), fill(gold, shader=shades))
    canvas.drawCircle(x, base - 268, 15, fill(gold))
    canvas.drawCircle(x, base - 224, 74, stroke(site.lit(gold, 0.3), 4, 0.6))


def hall(site: Site) -> list[Plane]:
    """Draw a throne room or great hall: throne on steps under banners, columns, torches, tall windows."""
    low, layout = site.floor, site.variant("layout", 3)
    ball = site.has("ballroom", "dance", "ball")
    home = Interior(
        site,
        site.pick("wall", ("#a89e94", "#8f8a96", "#b09a84")) if not ball else "#d8c49a",
        "#8f8680",
        pattern="tiles",
        bricks=not ball,
        lit_from=0.5,
    )
    for index in (-3, -2, -1, 1, 2, 3):
        home.hang(
            0.5 + index * 0.2 - 0.02, 104, lambda canvas, x: _lancet(site, canvas, x, low - 450, glass=layout == 2)
        )
    cloth = site.pick("cloth", ("#8c2f34", "#2c4a7a", "#3f6a44", "#5a3a7a"))
    _nave_floor(site, home, cloth)
    if site.has("dining", "feast", "banquet", "hall") and not site.has("throne") and layout == 1:
        home.stand(0.5, 520, lambda canvas, x: _feast(site, canvas, x, low + 40), focal=True, flip=False)
        home.hang(0.5, 140, lambda canvas, x: fixtures.trophy(site, canvas, x + 70, low - 330), focal=True)
    elif not ball:
        home.stand(0.5, 320, lambda canvas, x: _throne(site, canvas, x + 160, low + 6, cloth), focal=True, flip=False)
    for share in (0.355, 0.645):
        home.moving(fixtures.banner(site, home.x(share) - 36, low - 460, 72, 260, cloth), wall=True)

    def columns(canvas: skia.Canvas) -> None:
        for offset in (-0.44, -0.24, 0.24, 0.44):
            _column(site, canvas, site.across(0.5 + offset), low + 30 + 60 * abs(offset))

    home.before(Plane("columns", 0.74, columns))
    for share in (0.26, 0.74):
        home.moving(fixtures.torch(site, home.x(share), low - 200))
    home.strangers(
        2 if not ball else 8,
        manner="dance" if ball else "stand",
        shares=(0.14, 0.86, 0.3, 0.7, 0.4, 0.6, 0.08, 0.92),
        drop=16,
    )
    if ball or site.grand:
        from .care import chandelier

        home.before(Plane("chandelier", 0.79, lambda canvas: chandelier(site, canvas, home.x(0.5))))
    if site.outside.sun:
        source = (site.at(0.92), site.top - 60)
        home.before(
            Plane("rays", 0.7, lambda canvas: air.rays(site, canvas, source, strength=0.20, length=1100 * site.rise))
        )
    return home.planes()


def _throne(site: Site, canvas: skia.Canvas, x: float, base: float, colour: str) -> None:
    gold, cloth = site.tone("#c9a04a"), site.tone(colour)
    for index in range(3):
        wide = 170 - index * 30
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - wide, base - 18 * (index + 1), wide * 2, 19),
            fill(site.shaded(site.tone("#a89e94"), 0.1 * (3 - index))),
        )
    top = base - 54
    back = [(x - 62, top), (x - 68, top - 210), (x, top - 264), (x + 68, top - 210), (x + 62, top)]
    canvas.drawPath(
        smooth(back, closed=True, tension=0.3),
        fill(gold, shader=linear((x - 60, 0), (x + 60, 0), [site.lit(gold, 0.4), site.shaded(gold, 0.4)])),
    )
    canvas.drawRRect(rounded(x - 44, top - 190, 88, 190, 16), fill(cloth))
    canvas.drawRRect(rounded(x - 70, top - 70, 140, 28, 6), fill(site.shaded(gold, 0.15)))
    for angle in range(-2, 3):
        spot = (x + 60 * math.sin(angle * 0.5), top - 220 - 40 * math.cos(angle * 0.5))
        canvas.drawCircle(*spot, 7, fill(site.tone("#c8342c" if angle % 2 else "#3f8ac8")))


def _feast(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    from . import goods

    for dx in (40, 220, 400):
        furniture.solid(site, canvas, x + dx, base - 210, 80, 150, site.tone("#6a4630"), 10)
    furniture.table(site, canvas, x, base, 520, 104, "#6e4a30")
    goods.row(site, canvas, "dishes", x + 20, base - 104, 140, 44)
    goods.row(site, canvas, "fruit", x + 190, base - 104, 140, 44)
    goods.row(site, canvas, "bread", x + 350, base - 104, 150, 40)
