"""Buildings from outside, one to a picture: a house with its garden, a public building across its street."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, rounded, stroke
from generation.providers.animatic.drawing.stage import LivePainter

from . import air, facades, growing, wild_life
from .building import WARM, fence, street_lamp, window
from .civic_fronts import FRONTS
from .extras import passers
from .fire import smoke
from .life import together
from .site import Plane, Site
from .town import crossing_road, skyline
from .vehicles import parked, traffic


def home(site: Site) -> list[Plane]:
    """Draw a house with its garden in one of four layouts: cottage, town house with porch, farmhouse."""
    base, layout = site.horizon + 34, site.variant("layout", 3)
    modern = (
        site.era in {"modern", "future"}
        and (site.has("villa", "modern", "suburb", "suburban", "bungalow") or site.era == "future" or layout == 2)
        and not site.has("cottage", "hut", "cabin", "farmhouse")
    )
    wood = site.has("cabin", "hut", "log", "lodge", "shack", "wooden")
    x, size = site.across(0.60), 1.0 + 0.25 * (site.rise - 1)

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "hills", site.horizon, 110, site.tone("#6f9080", 0.6))
        rng = site.rng("trees")
        for index in range(round(site.span / 90)):
            growing.broadleaf(
                site,
                canvas,
                rng,
                site.left + index * 90 + rng.uniform(-24, 24),
                base - 10,
                rng.uniform(130, 210) * (0.6 + 0.4 * site.rise),
                rng.choice(("#5d8f4a", "#7a9a4c")),
                0.42,
            )

    def house(canvas: skia.Canvas) -> None:
        growing.ground(site, canvas, "#7a9a52", base - 6)
        if modern:
            _villa(site, canvas, x, base + 20, size)
        else:
            _cottage(site, canvas, x, base + 20, size, wood=wood, porch=layout == 1)

    def garden(canvas: skia.Canvas) -> None:
        growing.path_strip(site, canvas, "#c9b89a", y=base + 20, bend=1.5)
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), base + 26, count=170)
        growing.flowers(site, canvas, "flowers", ("#e8d25a", "#d96a7a", "#f2efe6", "#9a7ad0"), base + 34, count=70)
        fence(
            site, canvas, site.left, site.across(0.30), base + 92, 54, site.tone(site.painted("fence", "#efe8d8"), 0.04)
        )
        fence(
            site,
            canvas,
            site.across(0.80),
            site.right,
            base + 92,
            54,
            site.tone(site.painted("fence", "#efe8d8"), 0.04),
        )
        rng = site.rng("garden tree")
        growing.broadleaf(
            site, canvas, rng, site.across(0.08), base + 70, 390 * (0.6 + 0.4 * site.rise), "#5d8f4a", 0.06
        )
        for share in (0.36, 0.84, 0.92):
            growing.bush(site, canvas, site.across(share), base + 40, 30, "#4f7a46", 0.08)

    movers = [smoke(site, x + 92 * size, base - 300 * size, rise=130, size=0.8, alpha=0.5)] if not modern else []
    if site.variant("washing", 2) and not site.wet and not site.light.dark:
        movers.append(wild_life.washing(site, site.across(0.12), site.across(0.32), base - 30))
    if not site.light.dark and not site.snowy:
        movers.append(wild_life.butterflies(site, 3))
    return [
        *air.heavens(site),
        Plane("trees", 0.28, far),
        Plane("house", 0.55, house),
        Plane("garden", 0.70, garden),
        Plane.living("garden life", 0.72, together(*movers)),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#1f3a1c")),
    ]


def _cottage(site: Site, canvas: skia.Canvas, x: float, base: float, size: float, *, wood: bool, porch: bool) -> None:
    colour = "#9a6a44" if wood else site.pick("wall", ("#f0e2c4", "#d8b890", "#c8d4d0", "#e0b8a0"))
    wall = site.tone(site.painted("house", mix(colour, "#7a756a", 0.5) if site.worn else colour), 0.08)
    tiles = site.tone(site.painted("roof", site.pick("roof", ("#8a4a3a", "#4a4a54", "#7a6a4a"))), 0.08)
    wide, tall = 190 * size, 170 * size
    body = skia.Rect(x - wide, base - tall, x + wide, base)
    canvas.drawRect(
        skia.Rect(x + wide * 0.42, base - tall * 1.95, x + wide * 0.56, base - tall), fill(site.shaded(tiles, 0.2))
    )
    canvas.drawRect(
        body,
        fill(
            wall,
            shader=linear((body.left(), 0), (body.right(), 0), [site.lit(wall, 0.18), wall, site.shaded(wall, 0.28)]),
        ),
    )
    if wood:
        for level in range(9):
            canvas.drawLine(
                body.left(),
                base - level * tall / 9,
                body.right(),
                base - level * tall / 9,
                stroke(site.shaded(wall, 0.4), 3, 0.7),
            )
    roof = [
        (body.left() - 34 * size, base - tall + 6),
        (x - wide * 0.72, base - tall * 1.72),
        (x + wide * 0.72, base - tall * 1.72),
        (body.right() + 34 * size, base - tall + 6),
    ]
    canvas.drawPath(
        polygon(roof),
        fill(
            tiles,
            shader=linear((0, base - tall * 1.72), (0, base - tall), [site.lit(tiles, 0.2), site.shaded(tiles, 0.2)]),
        ),
    )
    gable = [(x - 74 * size, base - tall + 8), (x, base - tall * 1.62), (x + 74 * size, base - tall + 8)]
    canvas.drawPath(polygon(gable), fill(site.lit(wall, 0.08)))
    canvas.drawPath(
        polygon(
            [(x - 92 * size, base - tall + 10), (x, base - tall * 1.72), (x + 92 * size, base - tall + 10)],
            closed=False,
        ),
        stroke(site.shaded(tiles, 0.3), 11 * size),
    )
    if site.snowy:
        canvas.drawPath(
            polygon(
                [
                    (roof[0][0], roof[0][1]),
                    roof[1],
                    roof[2],
                    roof[3],
                    (x + wide * 0.9, base - tall * 1.2),
                    (x - wide * 0.9, base - tall * 1.2),
                ]
            ),
            fill("#f2f6fa", 0.92),
        )
    lit = site.light.lamps > 0.3 and not site.worn
    for dx, y, high in ((-130, -120, 70), (96, -120, 70), (-20, -232, 52)):
        window(site, canvas, x + dx * size, base + y * size, 46 * size, high * size, lit=lit)
        if dx != -20:
            for side in (-24, 48):
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x + (dx + side) * size, base + y * size - 2, 21 * size, (high + 4) * size),
                    fill(site.tone(site.pick("shutter", ("#4a7a6a", "#3f5a8a", "#a84a3a")), 0.06)),
                )
            canvas.drawRect(
                skia.Rect.MakeXYWH(x + (dx - 4) * size, base + (y + high) * size, 54 * size, 14 * size),
                fill(site.tone("#6a4a30", 0.06)),
            )
            for step in range(5):
                canvas.drawCircle(
                    x + (dx + 2 + step * 11) * size,
                    base + (y + high - 3) * size,
                    7 * size,
                    fill(site.tone(("#e0566a", "#f0c84a", "#f4eee6")[step % 3], 0.05)),
                )
    _front_door(site, canvas, x, base, size)
    if porch:
        white = site.tone("#f4f0e4", 0.05)
        for dx in (-84, 76):
            canvas.drawRect(skia.Rect.MakeXYWH(x + dx * size, base - 130 * size, 10 * size, 130 * size), fill(white))
        canvas.drawPath(
            polygon([(x - 104 * size, base - 126 * size), (x, base - 168 * size), (x + 106 * size, base - 126 * size)]),
            fill(site.shaded(tiles, 0.1)),
        )
        canvas.drawRect(skia.Rect.MakeXYWH(x - 96 * size, base - 6, 192 * size, 12), fill(site.tone("#a8845a", 0.05)))


def _front_door(site: Site, canvas: skia.Canvas, x: float, base: float, size: float) -> None:
    door = site.tone(site.painted("door", site.pick("door", ("#a83a34", "#3f6a5a", "#3f5a8a", "#7a5236"))), 0.05)
    canvas.drawRRect(
        rounded(x - 34 * size, base - 116 * size, 68 * size, 116 * size, 6), fill(site.tone("#efe8d8", 0.05))
    )
    canvas.drawRRect(
        rounded(x - 27 * size, base - 108 * size, 54 * size, 108 * size, 4),
        fill(door, shader=linear((x - 27, 0), (x + 27, 0), [site.lit(door, 0.2), site.shaded(door, 0.25)])),
    )
    canvas.drawRRect(
        rounded(x - 17 * size, base - 98 * size, 34 * size, 34 * size, 3),
        fill(WARM[1] if site.light.lamps > 0.3 and not site.worn else site.tone("#9ab4bc", 0.05)),
    )
    canvas.drawCircle(x + 18 * size, base - 48 * size, 4 * size, fill(site.tone("#e0bd70")))
    for step in range(2):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - (46 + 10 * step) * size, base + step * 9 - 2, (92 + 20 * step) * size, 10),
            fill(site.tone("#b8b0a4", 0.05)),
        )
    if site.light.lamps > 0.3 and not site.worn:
        glow(canvas, (x, base - 124 * size), 130 * size, "#ffc878", 0.6 * site.light.lamps)


def _villa(site: Site, canvas: skia.Canvas, x: float, base: float, size: float) -> None:
    white, wood = site.tone(site.painted("house", "#e8e6e0"), 0.08), site.tone("#a8764a", 0.08)
    lower = skia.Rect(x - 240 * size, base - 120 * size, x + 240 * size, base)
    upper = skia.Rect(x - 60 * size, base - 240 * size, x + 270 * size, base - 116 * size)
    for area in (lower, upper):
        canvas.drawRect(
            area,
            fill(
                white,
                shader=linear((area.left(), 0), (area.right(), 0), [site.lit(white, 0.15), site.shaded(white, 0.18)]),
            ),
        )
        canvas.drawRect(
            skia.Rect(area.left() - 14, area.top() - 10, area.right() + 14, area.top() + 8),
            fill(site.shaded(white, 0.35)),
        )
        if site.snowy:
            canvas.drawRect(
                skia.Rect(area.left() - 14, area.top() - 20, area.right() + 14, area.top() - 9), fill("#f2f6fa")
            )
    canvas.drawRect(skia.Rect(x - 240 * size, base - 112 * size, x - 110 * size, base), fill(wood))
    for step in range(8):
        canvas.drawLine(
            x - 240 * size + step * 17 * size,
            base - 112 * size,
            x - 240 * size + step * 17 * size,
            base,
            stroke(site.shaded(wood, 0.3), 2, 0.6),
        )
    glass = (
        list(WARM)
        if site.light.lamps > 0.3
        else [mix(site.light.sky[3], "#ffffff", 0.2), mix(site.light.sky[1], site.light.shade, 0.3)]
    )
    for left, top, wide, tall in ((50, -104, 176, 98), (-30, -226, 130, 96), (130, -226, 116, 96)):
        pane = skia.Rect.MakeXYWH(x + left * size, base + top * size, wide * size, tall * size)
        canvas.drawRect(
            pane, fill("#9ab8c4", shader=linear((pane.left(), pane.top()), (pane.right(), pane.bottom()), glass))
        )
        for step in range(1, 3):
            canvas.drawLine(
                pane.left() + pane.width() * step / 3,
                pane.top(),
                pane.left() + pane.width() * step / 3,
                pane.bottom(),
                stroke(site.tone("#3a3e44", 0.08), 4),
            )
    _front_door(site, canvas, x - 24 * size, base, size)


_KINDS: dict[str, str] = {
    "church": "church chapel cathedral abbey monastery mosque synagogue",
    "columns": "museum court courthouse bank temple opera university college hall parliament library gallery academy",
    "marquee": "theatre theater cinema club nightclub casino circus show",
    "cross": "hospital clinic ward infirmary surgery asylum",
    "school": "school schoolhouse kindergarten academy",
    "hotel": "hotel motel inn hostel guesthouse",
    "police": "police precinct prison jail station headquarters",
    "plant": "factory mill warehouse plant works power",
}
"""Which public building a word means; others have a shop's front."""


def public_building(site: Site) -> list[Plane]:
    """Draw a public building from across its street, known by its front: church, school, hospital, court."""
    base = site.horizon + 30
    kind = next((kind for kind, listed in _KINDS.items() if site.has(*listed.split())), "shop")
    x, rise = site.across(0.56), 0.7 + 0.3 * site.rise

    def far(canvas: skia.Canvas) -> None:
        if site.era in {"medieval", "victorian"} or kind == "church":
            air.ridge(site, canvas, "hills", site.horizon, 90, site.tone("#6f8a86", 0.58))
            if kind == "church":
                rng = site.rng("trees")
                for index in range(round(site.span / 84)):
                    growing.broadleaf(
                        site,
                        canvas,
                        rng,
                        site.left + index * 84 + rng.uniform(-24, 24),
                        base - 4,
                        rng.uniform(130, 220) * rise,
                        rng.choice(("#5d8f4a", "#7a9a4c")),
                        0.4,
                    )
            else:
                facades.row(site, canvas, "beside", base - 6, (120, 170), (150, 230), 0.42)
        else:
            skyline(site, canvas, "far city", base, 330 * rise, 0.6)
            facades.row(site, canvas, "beside", base - 4, (140, 190), (200, 290), 0.36)
        air.haze(site, canvas, site.horizon - 40, 90, 0.3)

    def front(canvas: skia.Canvas) -> None:
        FRONTS[kind](site, canvas, x, base + 8, rise)

    def road(canvas: skia.Canvas) -> None:
        if site.era == "medieval" or kind == "church":
            growing.ground(site, canvas, "#8a9a62" if kind == "church" else "#9a8f80", base)
            growing.path_strip(site, canvas, "#c8b89a", y=base, bend=1.5)
            growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), base + 10, count=150)
        else:
            crossing_road(site, canvas, base)
            if kind in {"school", "cross"}:
                parked(site, canvas, "ambulance", site.across(0.16), base + 60, 100)
        for share in (0.06, 0.94):
            street_lamp(site, canvas, site.across(share), base + 132, 240)

    movers = [passers(site, "visitors", base + 12, site.peopled(3), haze=0.26, tall=92)]
    if kind not in {"church"} and site.era != "medieval":
        movers.append(traffic(site, "road", ((base + 84, 116, -1),), count=1))
    if kind in {"school", "columns", "police", "hotel"}:
        pole = site.across(0.30)
        movers.append(
            together(
                _pole(site, pole, base),
                wild_life.flag(site, pole + 3, base - 290, 84, 50, ("#c8342c", "#f0ead8", "#2c4a8a")),
            )
        )
    return [
        *air.heavens(site),
        Plane("far city", 0.28, far),
        Plane("front", 0.55, front),
        Plane("road", 0.70, road),
        Plane.living("street life", 0.72, together(*movers)),
    ]


def _pole(site: Site, x: float, base: float) -> LivePainter:
    paint = stroke(site.tone("#d8dce0", 0.1), 6)
    return lambda canvas, seconds: canvas.drawLine(x, base, x, base - 294, paint)
