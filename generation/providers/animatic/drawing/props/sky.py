"""Sun, moon, weather and other signs in the sky."""

from __future__ import annotations

import math

from .brush import IRON, Brush, darker, draws, paler

_LEAF = "#4f8a4a"


@draws("sun, sunshine", 0.05)
def sun(brush: Brush) -> None:
    tone = brush.main("#f4c53f")
    brush.glow(0, -0.5, 0.7, tone)
    for step in range(12):
        turn = math.tau * step / 12
        x, y = math.cos(turn), math.sin(turn)
        brush.shape(
            [
                (x * 0.34 - y * 0.06, -0.5 + y * 0.34 + x * 0.06),
                (x * 0.50, -0.5 + y * 0.50),
                (x * 0.34 + y * 0.06, -0.5 + y * 0.34 - x * 0.06),
            ],
            darker(tone, 0.06),
        )
    brush.ball(0, -0.5, 0.31, tone)


@draws("moon, crescent, crescent moon, full moon", 0.05)
def moon(brush: Brush) -> None:
    tone = brush.main("#f3ebcb")
    brush.glow(0, -0.5, 0.65, tone)
    if brush.has("full"):
        brush.ball(0, -0.5, 0.46, tone)
        for x, y, r in ((-0.16, -0.64, 0.10), (0.14, -0.40, 0.13), (-0.12, -0.30, 0.06), (0.20, -0.70, 0.06)):
            brush.oval(x, y, r, r * 0.9, darker(tone, 0.12))
        return
    brush.shape(
        [
            (0.16, -1.0),
            (-0.26, -0.90),
            (-0.46, -0.5),
            (-0.26, -0.10),
            (0.16, 0.0),
            (0.34, -0.08),
            (0.06, -0.24),
            (-0.08, -0.5),
            (0.06, -0.76),
            (0.34, -0.92),
        ],
        tone,
        soft=True,
    )


@draws("star, shooting star, starfish, gold star, christmas star", 0.1)
def star(brush: Brush) -> None:
    tone = brush.main("#f0c94a" if not brush.has("starfish") else "#e0805a")
    if brush.has("shooting"):
        for y in (-0.44, -0.56, -0.68):
            brush.line([(-0.84, y + 0.26), (-0.10, y)], 0.045, "#fff0c0", 0.6)
    if not brush.has("starfish"):
        brush.glow(0, -0.50, 0.62, tone)
    points = [
        (math.sin(math.pi * k / 5) * r, -0.48 - math.cos(math.pi * k / 5) * r) for k, r in enumerate((0.52, 0.23) * 5)
    ]
    brush.shape(points, tone, soft=brush.has("starfish"))
    if brush.has("starfish"):
        for k in range(0, 10, 2):
            brush.oval(points[k][0] * 0.5, -0.48 + (points[k][1] + 0.48) * 0.5, 0.04, 0.04, paler(tone, 0.4))


@draws("cloud, clouds, rain cloud, thought bubble", 0.05)
def cloud(brush: Brush) -> None:
    tone = brush.main("#eef3f7" if not brush.has("rain", "storm") else "#8d97a5")
    for x, y, r in ((-0.40, -0.40, 0.24), (0.42, -0.40, 0.23), (-0.12, -0.60, 0.31), (0.20, -0.54, 0.27)):
        brush.oval(x, y, r, r, tone)
    brush.box(-0.62, -0.42, 1.24, 0.24, tone, 0.12)
    if brush.has("rain", "storm"):
        for x in (-0.36, -0.10, 0.16, 0.40):
            brush.line([(x, -0.14), (x - 0.05, 0.0)], 0.04, "#5f9fd0")


@draws("rainbow", 0.1)
def rainbow(brush: Brush) -> None:
    for step, tone in enumerate(("#d0353f", "#e8842f", "#f0d04a", "#5fae5a", "#3f8fd0", "#7a5fb5")):
        radius = 0.80 - step * 0.085
        arc = [
            (math.cos(math.pi * k / 12) * radius, -0.04 - math.sin(math.pi * k / 12) * radius * 1.1) for k in range(13)
        ]
        brush.line(arc, 0.09, tone, soft=True)


@draws("lightning, lightning bolt, bolt of lightning, thunderbolt", 0.1)
def lightning(brush: Brush) -> None:
    brush.glow(0, -0.5, 0.6, "#fff0a0")
    brush.shape(
        [(0.12, -1.0), (-0.34, -0.44), (-0.04, -0.46), (-0.20, 0.0), (0.36, -0.60), (0.06, -0.58), (0.34, -1.0)],
        brush.main("#f4cf3f"),
    )


@draws("snowflake, snow, ice, icicle, ice cube, ice crystal", 0.2)
def snowflake(brush: Brush) -> None:
    tone = brush.main("#bfe4f4")
    if brush.has("cube", "ice") and not brush.has("crystal"):
        brush.shape([(-0.44, -0.66), (-0.10, -0.90), (0.44, -0.78), (0.10, -0.52)], "#e8f7fc", 0.95)
        brush.shape([(-0.44, -0.66), (0.10, -0.52), (0.06, 0.0), (-0.42, -0.14)], tone, 0.95)
        brush.shape([(0.10, -0.52), (0.44, -0.78), (0.42, -0.22), (0.06, 0.0)], darker(tone, 0.12), 0.95)
        return
    for step in range(6):
        turn = math.tau * step / 6
        x, y = math.cos(turn), math.sin(turn)
        brush.line([(0, -0.5), (x * 0.48, -0.5 + y * 0.48)], 0.045, tone)
        for side in (-1, 1):
            tx, ty = math.cos(turn + side * 0.7), math.sin(turn + side * 0.7)
            brush.line([(x * 0.28, -0.5 + y * 0.28), (x * 0.28 + tx * 0.15, -0.5 + y * 0.28 + ty * 0.15)], 0.035, tone)


@draws("jetpack, jet pack, rocket pack", 0.34)
def jetpack(brush: Brush) -> None:
    tone = brush.main("#b9c2ca")
    brush.canvas.translate(0, -0.22)
    brush.canvas.scale(0.8, 0.8)
    for x in (-0.24, 0.24):
        brush.flame(x, 0.04, -0.22)
        brush.box(x - 0.17, -0.90, 0.34, 0.68, tone, 0.15)
        brush.shape([(x - 0.12, -0.24), (x + 0.12, -0.24), (x + 0.17, -0.12), (x - 0.17, -0.12)], IRON)
        brush.box(x - 0.17, -0.62, 0.34, 0.08, "#c8443a", flat=True)
    brush.box(-0.12, -0.76, 0.24, 0.42, darker(tone, 0.2), 0.03)


@draws("portal, magic portal, wormhole, stargate, time portal, vortex", 0.4, heads=5.0)
def portal(brush: Brush) -> None:
    tone = brush.main("#6f7fe8")
    brush.glow(0, -0.5, 0.75, tone)
    brush.oval(0, -0.5, 0.40, 0.50, darker(tone, 0.3))
    for step, share in enumerate((0.82, 0.62, 0.42, 0.24)):
        brush.oval(0.02 * step, -0.5, 0.40 * share, 0.50 * share, paler(tone, 0.2 * step), 0.85)
    points = [
        (math.cos(step * 0.6) * 0.36 * (1 - step / 22), -0.5 + math.sin(step * 0.6) * 0.45 * (1 - step / 22))
        for step in range(22)
    ]
    brush.line(points, 0.025, "#ffffff", 0.7, soft=True)


@draws("heart, love heart, broken heart, valentine heart", 0.3)
def heart(brush: Brush) -> None:
    tone = brush.main("#d0354f")
    brush.shape(
        [
            (0, 0.0),
            (-0.44, -0.42),
            (-0.50, -0.74),
            (-0.28, -0.96),
            (0, -0.80),
            (0.28, -0.96),
            (0.50, -0.74),
            (0.44, -0.42),
        ],
        tone,
        soft=True,
    )
    brush.shine([(-0.30, -0.82), (-0.38, -0.66)], 0.07, 0.5)
    if brush.has("broken"):
        brush.line([(0, -0.80), (-0.10, -0.60), (0.08, -0.46), (-0.04, -0.26), (0.0, -0.02)], 0.05, "#4a1a24")


@draws("planet, earth, world, mars, saturn, jupiter", 0.1)
def planet(brush: Brush) -> None:
    tone = brush.main("#3f8fd0" if brush.has("earth", "world") else "#c8603f" if brush.has("mars") else "#d9a45f")
    brush.ball(0, -0.5, 0.42, tone)
    if brush.has("earth", "world"):
        brush.shape(
            [(-0.28, -0.72), (-0.04, -0.80), (0.04, -0.60), (-0.10, -0.44), (-0.26, -0.50)], "#5fae5a", soft=True
        )
        brush.shape([(0.06, -0.42), (0.28, -0.50), (0.30, -0.28), (0.14, -0.14)], "#5fae5a", soft=True)
        return
    for y, share in ((-0.66, 0.2), (-0.46, 0.12), (-0.30, 0.25)):
        half = math.sqrt(max(0.0, 0.42**2 - (y + 0.5) ** 2))
        brush.line([(-half * 0.92, y), (half * 0.92, y - 0.03)], 0.06, darker(tone, share), 0.7)
    if not brush.has("mars"):
        brush.line([(-0.74, -0.34), (-0.40, -0.26), (0.20, -0.38), (0.76, -0.66)], 0.06, "#f0dfae", soft=True)
