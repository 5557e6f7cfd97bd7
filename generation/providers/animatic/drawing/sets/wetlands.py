"""Where land and water meet: river, lake, swamp."""

from __future__ import annotations

import math

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, smooth, stroke

from . import air, growing, wild_life
from .fire import smoke
from .jungles import cliff, waterfall
from .life import halo, together
from .sea import ripples
from .site import Plane, Site


def swamp(site: Site) -> list[Plane]:
    """Draw a swamp: dead trees with moss, dark water, mist that creeps, reeds, lights over the water."""
    base = site.horizon + 20

    def far(canvas: skia.Canvas) -> None:
        rng = site.rng("dead")
        for index in range(round(site.span / 90)):
            x, tall = site.left + index * 90 + rng.uniform(-30, 30), rng.uniform(140, 260) * site.rise
            colour = site.tone("#4a5648", 0.5 - 0.1 * (index % 2))
            canvas.drawLine(x, base, x + rng.uniform(-20, 20), base - tall * 0.6, stroke(colour, tall * 0.06))
            growing.bare_branches(canvas, rng, x, base - tall * 0.45, tall * 0.5, colour)
        air.haze(site, canvas, base - 30, 120, 0.55)

    def water(canvas: skia.Canvas) -> None:
        mud = site.tone("#46543c", 0.08)
        area = skia.Rect(site.left, base, site.right, site.bottom)
        canvas.drawRect(
            area,
            fill(
                mud,
                shader=linear(
                    (0, base), (0, site.bottom), [mix(mud, site.light.sky[2], 0.45), mud, site.shaded(mud, 0.5)]
                ),
            ),
        )
        rng = site.rng("pads")
        for _ in range(round(site.span / 40)):
            x, near = rng.uniform(site.left, site.right), rng.random()
            wide = 14 + 40 * near
            canvas.drawOval(
                skia.Rect.MakeXYWH(x, base + 16 + 220 * near, wide, wide * 0.26), fill(site.tone("#5a7a42", 0.05), 0.85)
            )

    def things(canvas: skia.Canvas) -> None:
        rng = site.rng("near dead")
        bank = site.tone("#4f5a38", 0.04)
        canvas.drawPath(
            smooth(
                [
                    (site.left - 40, site.bottom),
                    (site.left - 40, base + 120),
                    (site.at(0.3), base + 132),
                    (site.at(0.7), base + 128),
                    (site.right + 40, base + 116),
                    (site.right + 40, site.bottom),
                ],
                closed=True,
                tension=0.4,
            ),
            fill(bank, shader=linear((0, base + 116), (0, site.bottom), [bank, site.shaded(bank, 0.45)])),
        )
        for share, tall in ((0.10, 330), (0.88, 390)):
            x, bark = site.across(share), site.tone("#3f3a30", 0.05)
            high = tall * (0.5 + 0.5 * site.rise)
            canvas.drawPath(
                smooth(
                    [
                        (x - 40, base + 130),
                        (x - 16, base),
                        (x - 12, base - high * 0.5),
                        (x + 14, base - high * 0.5),
                        (x + 18, base),
                        (x + 46, base + 130),
                    ],
                    closed=True,
                    tension=0.4,
                ),
                fill(bark),
            )
            growing.bare_branches(canvas, rng, x, base - high * 0.4, high * 0.66, bark)
        for left, right in ((0.0, 0.09), (0.18, 0.30), (0.70, 0.82), (0.92, 1.04)):
            growing.reeds(site, canvas, f"reeds {left}", site.across(left), site.across(right), base + 112, 100)

    rng = site.rng("wisps")
    wisps = [(rng.uniform(0.1, 0.9), rng.uniform(0, math.tau)) for _ in range(5)]

    def lights(canvas: skia.Canvas, seconds: float) -> None:
        for share, phase in wisps:
            x = site.across(share) + 40 * math.sin(seconds * 0.3 + phase) - 40 * math.sin(phase)
            halo(
                canvas,
                x,
                base + 20 + 14 * math.sin(seconds * 0.8 + phase),
                40,
                "#b8f0a0",
                0.35 + 0.25 * math.sin(seconds + phase),
            )

    drifting = [
        smoke(site, site.across(share), base + 70, rise=30, size=4.6, alpha=0.3, lean=5.0, pace=0.35, puffs=5)
        for share in (0.05, 0.5)
    ]
    return [
        *air.heavens(site),
        Plane("dead trees", 0.25, far),
        Plane("dark water", 0.6, water),
        Plane.living("swamp life", 0.64, together(ripples(site, base + 6, base + 120, calm=True), lights, *drifting)),
        Plane("bank", 0.72, things),
        Plane("near leaves", 1.5, lambda canvas: growing.near_leaves(site, canvas, "#20281a")),
    ]


def river(site: Site) -> list[Plane]:
    """Draw a river or a lake in one of three layouts: a bridge of stone over it, a waterfall, a jetty with a boat."""
    base, layout = (
        site.horizon + 14,
        0 if site.has("bridge") else 1 if site.has("waterfall", "falls") else site.variant("layout", 3),
    )
    lake = site.has("lake", "lakeside", "pond") or layout == 2

    def far(canvas: skia.Canvas) -> None:
        air.ridge(site, canvas, "far hills", base - 6, 150, site.tone("#5d7a86", 0.62))
        air.ridge(site, canvas, "hills", base + 6, 90, site.tone("#5a8560", 0.42))
        rng = site.rng("bank trees")
        for index in range(round(site.span / 66)):
            x = site.left + index * 66 + rng.uniform(-20, 20)
            growing.pine(site, canvas, x, base + 8, rng.uniform(90, 160), rng.choice(("#2c6650", "#3a7055")), 0.36)
        if layout == 1:
            cliff(site, canvas, site.across(0.64), base + 6)
        if layout == 0:
            _stone_bridge(site, canvas, base)
        air.haze(site, canvas, base - 8, 60, 0.3)

    def water(canvas: skia.Canvas) -> None:
        tint = mix(site.light.sky[2], site.tone("#3f7a8a", 0.05), 0.55)
        area = skia.Rect(site.left, base, site.right, site.bottom)
        canvas.drawRect(
            area,
            fill(
                tint,
                shader=linear(
                    (0, base), (0, base + 170), [mix(tint, site.light.sky[3], 0.5), tint, site.shaded(tint, 0.3)]
                ),
            ),
        )
        for share in (0.2, 0.46, 0.8):
            x = site.across(share)
            canvas.drawRect(skia.Rect(x - 70, base, x + 70, base + 56), fill(site.tone("#2c5a4a", 0.2), 0.22, blur=8))

    def bank(canvas: skia.Canvas) -> None:
        green = "#6a8a4e"
        if lake:
            edge = [
                (site.left - 40, base + 112),
                (site.at(0.3), base + 130),
                (site.at(0.7), base + 122),
                (site.right + 40, base + 108),
            ]
        else:
            edge = [
                (site.left - 40, base + 60),
                (site.at(0.3), base + 112),
                (site.at(0.62), base + 124),
                (site.right + 40, base + 150),
            ]
        path = smooth(edge, tension=1)
        path.lineTo(site.right + 40, site.bottom)
        path.lineTo(site.left - 40, site.bottom)
        ground = site.tone(green if not site.snowy else "#eef3f6", 0.05)
        canvas.drawPath(
            path,
            fill(
                ground,
                shader=linear((0, base + 80), (0, site.bottom), [site.lit(ground, 0.12), site.shaded(ground, 0.35)]),
            ),
        )
        growing.grass(site, canvas, "grass", ("#5d8a4c", "#7fa05a"), base + 132, count=200)
        rng = site.rng("stones")
        for share, size in ((0.06, 44), (0.16, 22), (0.93, 52), (0.83, 24)):
            growing.rock(site, canvas, rng, site.across(share), base + 134, size, site.tone("#7d7a80", 0.05))
        for left, right in ((0.22, 0.30), (0.70, 0.78)):
            growing.reeds(site, canvas, f"reeds {left}", site.across(left), site.across(right), base + 122, 84)
        if layout == 2:
            _jetty(site, canvas, site.across(0.60), base)

    movers = [ripples(site, base + 4, base + 110, calm=lake)]
    if layout == 1:
        movers.append(waterfall(site, site.across(0.64), base - 250 * site.rise, base + 14, 54))
    return [
        *air.heavens(site, birds_at=(site.at(0.4), site.horizon * 0.5)),
        Plane("hills", 0.25, far),
        Plane("water", 0.5, water),
        Plane.living("river life", 0.54, together(*movers)),
        Plane("bank", 0.70, bank),
        Plane.living(
            "high grass",
            0.72,
            wild_life.swaying_grass(site, base + 140, ("#5d8a4c", "#7fa05a"), tall=26)
            if not site.snowy
            else together(),
        ),
        Plane("near foliage", 1.5, lambda canvas: growing.overhang(site, canvas, "#2a4a2a")),
    ]


def _stone_bridge(site: Site, canvas: skia.Canvas, base: float) -> None:
    stone, deck = site.tone("#a89f94", 0.22), base - 96
    path = skia.Path()
    path.moveTo(site.left, deck + 30)
    path.quadTo(site.at(0.5), deck - 60, site.right, deck + 30)
    path.lineTo(site.right, base + 34)
    path.lineTo(site.left, base + 34)
    path.close()
    arches = skia.Path()
    for share in (0.08, 0.5, 0.92):
        wide = 150 if share == 0.5 else 110
        x = site.across(share)
        arches.addArc(skia.Rect(x - wide, base + 24 - wide * 0.86, x + wide, base + 24 + wide * 0.86), 180, 180)
        arches.close()
    solid = skia.Op(path, arches, skia.PathOp.kDifference_PathOp) or path
    canvas.drawPath(
        solid,
        fill(stone, shader=linear((0, deck - 40), (0, base + 30), [site.lit(stone, 0.25), site.shaded(stone, 0.25)])),
    )
    canvas.drawPath(arches, stroke(site.shaded(stone, 0.4), 7))
    rail = skia.Path()
    rail.moveTo(site.left, deck + 22)
    rail.quadTo(site.at(0.5), deck - 68, site.right, deck + 22)
    canvas.drawPath(rail, stroke(site.lit(stone, 0.2), 14))


def _jetty(site: Site, canvas: skia.Canvas, x: float, base: float) -> None:
    wood = site.tone("#8a6a4a", 0.05)
    canvas.drawPath(
        polygon([(x - 30, base + 40), (x + 34, base + 40), (x + 150, base + 190), (x - 110, base + 190)]),
        fill(wood, shader=linear((0, base + 40), (0, base + 190), [site.lit(wood, 0.25), site.shaded(wood, 0.2)])),
    )
    for step in range(9):
        share = (step / 9) ** 1.3
        y = base + 40 + 150 * share
        canvas.drawLine(
            x - 30 - 80 * share, y, x + 34 + 116 * share, y, stroke(site.shaded(wood, 0.4), 1.5 + 2 * share, 0.6)
        )
    for dx, drop in ((-34, 48), (38, 48), (-74, 118), (96, 118)):
        canvas.drawLine(x + dx, base + drop + 26, x + dx, base + drop - 34, stroke(site.shaded(wood, 0.3), 9))
