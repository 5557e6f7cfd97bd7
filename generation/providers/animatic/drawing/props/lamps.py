"""Lamps, clocks and dials."""

from __future__ import annotations

import math

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, PAPER, STEEL, WOOD, Brush, darker, draws


@draws("digital clock, digital alarm clock, clock radio, bomb timer", 0.56)
def digital_clock(brush: Brush) -> None:
    case = brush.main("#2b2d35")
    brush.shape([(-0.70, 0.0), (-0.62, -0.66), (0.62, -0.66), (0.70, 0.0)], case)
    brush.lit(-0.52, -0.54, 1.04, 0.40, "#160f14", 0.03)
    for x in (-0.40, -0.16, 0.12, 0.36):
        for points in (
            [(x - 0.07, -0.47), (x + 0.06, -0.47)],
            [(x - 0.07, -0.34), (x + 0.06, -0.34)],
            [(x + 0.07, -0.46), (x + 0.06, -0.22)],
        ):
            brush.line(points, 0.035, "#ff5a4a")
    brush.spark(-0.02, -0.40, 0.025, "#ff5a4a")
    brush.spark(-0.02, -0.28, 0.025, "#ff5a4a")


@draws("grandfather clock, longcase clock, standing clock, pendulum clock, pendulum", 0.24, heads=5.0)
def grandfather_clock(brush: Brush) -> None:
    wood = brush.main(DARK_WOOD)
    brush.box(-0.24, -0.14, 0.48, 0.14, wood, 0.01)
    brush.box(-0.18, -0.66, 0.36, 0.54, wood)
    brush.box(-0.11, -0.60, 0.22, 0.42, darker(wood, 0.5), 0.02)
    brush.line([(0, -0.60), (0.03, -0.30)], 0.015, BRASS)
    brush.ball(0.03, -0.28, 0.055, BRASS)
    brush.shape([(-0.23, -0.64), (-0.23, -0.90), (0.0, -1.0), (0.23, -0.90), (0.23, -0.64)], wood)
    brush.oval(0, -0.79, 0.14, 0.14, BRASS)
    brush.oval(0, -0.79, 0.12, 0.12, PAPER, flat=True)
    brush.line([(0, -0.79), (0, -0.88)], 0.016, INK)
    brush.line([(0, -0.79), (0.06, -0.76)], 0.016, INK)


@draws("wall clock, station clock, church clock, clock face, cuckoo clock", 0.3)
def wall_clock(brush: Brush) -> None:
    frame = brush.main("#3a3338")
    if brush.has("cuckoo"):
        brush.shape([(-0.40, -0.66), (0, -1.0), (0.40, -0.66), (0.32, -0.22), (-0.32, -0.22)], brush.main(WOOD))
        for x in (-0.12, 0.12):
            brush.line([(x, -0.22), (x, -0.06)], 0.015, BRASS)
            brush.oval(x, -0.04, 0.04, 0.06, DARK_WOOD)
    else:
        brush.oval(0, -0.50, 0.50, 0.50, frame)
    radius = 0.20 if brush.has("cuckoo") else 0.42
    brush.oval(0, -0.50, radius, radius, "#f7f2e4", flat=True)
    brush.spokes(0, -0.50, radius * 0.82, radius * 0.94, 12, radius * 0.06, INK)
    brush.line([(0, -0.50), (0, -0.50 - radius * 0.72)], radius * 0.07, INK)
    brush.line([(0, -0.50), (radius * 0.46, -0.50 + radius * 0.22)], radius * 0.09, INK)


@draws("desk lamp, reading lamp, anglepoise, work lamp", 0.3)
def desk_lamp(brush: Brush) -> None:
    metal = brush.main("#2f6a58")
    brush.oval(-0.10, -0.05, 0.26, 0.06, metal)
    brush.line([(-0.10, -0.06), (-0.26, -0.50), (0.10, -0.86)], 0.05, darker(metal, 0.2))
    brush.ball(-0.26, -0.50, 0.05, BRASS)
    with brush.turned(24, 0.14, -0.84):
        brush.shape([(0.04, -0.98), (0.22, -0.98), (0.40, -0.64), (-0.10, -0.64)], metal)
        brush.lit(-0.06, -0.66, 0.42, 0.05, "#fff0b8", 0.02)
    brush.glow(0.24, -0.56, 0.5)


@draws("floor lamp, standing lamp", 0.24, heads=4.6)
def floor_lamp(brush: Brush) -> None:
    brush.oval(0, -0.02, 0.16, 0.03, BRASS)
    brush.line([(0, -0.03), (0, -0.74)], 0.03, BRASS)
    shade = brush.main("#f0dcae")
    brush.shape([(-0.13, -1.0), (0.13, -1.0), (0.23, -0.72), (-0.23, -0.72)], shade)
    brush.glow(0, -0.80, 0.4)


@draws("chandelier, crystal chandelier", 0.1)
def chandelier(brush: Brush) -> None:
    metal = brush.main(BRASS)
    brush.line([(0, -1.0), (0, -0.56)], 0.035, metal)
    for side in (-1, 1):
        for reach, low in ((0.62, -0.42), (0.32, -0.34)):
            brush.line([(0, -0.50), (side * reach * 0.6, low + 0.14), (side * reach, low)], 0.035, metal, soft=True)
            brush.box(side * reach - 0.03, low - 0.16, 0.06, 0.15, "#f4ead2", 0.01)
            brush.flame(side * reach, low - 0.15, 0.11)
            brush.oval(side * reach, low + 0.08, 0.025, 0.06, GLASS)
    brush.ball(0, -0.46, 0.09, metal)
    for x in (-0.12, 0.0, 0.12):
        brush.oval(x, -0.20, 0.03, 0.08, GLASS)


@draws("light bulb, lightbulb, bulb, edison bulb", 0.24)
def light_bulb(brush: Brush) -> None:
    brush.glow(0, -0.62, 0.6)
    brush.shape(
        [(0, -1.0), (0.28, -0.88), (0.34, -0.62), (0.14, -0.32), (-0.14, -0.32), (-0.34, -0.62), (-0.28, -0.88)],
        brush.main("#fbe9a6"),
        0.9,
        soft=True,
    )
    brush.line([(-0.06, -0.34), (-0.10, -0.56), (0.0, -0.50), (0.10, -0.56), (0.06, -0.34)], 0.02, "#e08a2f")
    brush.box(-0.13, -0.32, 0.26, 0.24, STEEL, 0.03)
    for y in (-0.26, -0.19, -0.12):
        brush.line([(-0.13, y), (0.13, y - 0.02)], 0.02, darker(STEEL, 0.4))
    brush.oval(0, -0.05, 0.07, 0.04, IRON)
    brush.shine([(0.16, -0.84), (0.22, -0.66)], 0.04, 0.7)


@draws("street lamp, streetlight, lamppost, lamp post, street light", 0.2, heads=7.5)
def street_lamp(brush: Brush) -> None:
    iron = brush.main("#2b3238")
    brush.box(-0.08, -0.08, 0.16, 0.08, iron, 0.01)
    brush.line([(0, -0.06), (0, -0.78)], 0.035, iron)
    brush.shape([(-0.08, -0.78), (0.08, -0.78), (0.11, -0.93), (-0.11, -0.93)], "#ffe2a0")
    brush.shape([(-0.14, -0.93), (0, -1.0), (0.14, -0.93)], iron)
    brush.glow(0, -0.85, 0.45)


@draws("neon sign, neon, neon light", 0.4)
def neon_sign(brush: Brush) -> None:
    brush.box(-0.74, -0.92, 1.48, 0.72, "#1f1b2a", 0.06)
    tone = brush.main("#ff5fa2")
    brush.glow(0, -0.56, 0.7, tone)
    brush.line([(-0.52, -0.40), (-0.46, -0.72), (-0.30, -0.42), (-0.24, -0.74)], 0.045, tone)
    brush.line([(0.0, -0.72), (0.0, -0.42)], 0.045, "#6fe0ff")
    brush.line([(0.20, -0.42), (0.38, -0.74), (0.52, -0.42)], 0.045, tone)


@draws("traffic light, stoplight, traffic lights, stop light", 0.2, heads=6.0)
def traffic_light(brush: Brush) -> None:
    brush.line([(0, 0.0), (0, -0.44)], 0.06, IRON)
    brush.box(-0.15, -1.0, 0.30, 0.60, brush.main("#2b3238"), 0.04)
    for y, tone in ((-0.88, "#f0473c"), (-0.70, "#6a5a2a"), (-0.52, "#2a5a3a")):
        brush.spark(0, y, 0.075, tone)


@draws("meter, gauge, thermometer, barometer, scale, scales, detector, sensor", 0.4)
def gauge(brush: Brush) -> None:
    if brush.has("thermometer"):
        brush.box(-0.08, -1.0, 0.16, 0.86, "#f4f1e8", 0.08)
        brush.line([(0, -0.60), (0, -0.12)], 0.06, "#d8322a")
        brush.ball(0, -0.12, 0.12, "#d8322a")
        for step in range(6):
            brush.line([(0.03, -0.88 + step * 0.1), (0.08, -0.88 + step * 0.1)], 0.012, INK)
        return
    if brush.has("scale", "scales"):
        brush.line([(0, -0.06), (0, -0.96)], 0.06, BRASS)
        brush.oval(0, -0.04, 0.26, 0.05, BRASS)
        brush.line([(-0.60, -0.82), (0.60, -0.90)], 0.045, BRASS)
        for x, y in ((-0.60, -0.82), (0.60, -0.90)):
            for dx in (-0.20, 0.20):
                brush.line([(x, y), (x + dx, y + 0.42)], 0.012, BRASS)
            brush.shape(
                [(x - 0.24, y + 0.42), (x + 0.24, y + 0.42), (x + 0.12, y + 0.54), (x - 0.12, y + 0.54)],
                brush.main(BRASS),
                soft=True,
            )
        return
    brush.oval(0, -0.48, 0.48, 0.48, brush.main(BRASS))
    brush.oval(0, -0.48, 0.40, 0.40, "#f7f2e4", flat=True)
    for step in range(9):
        turn = math.radians(150 + step * 30)
        brush.line(
            [
                (math.cos(turn) * 0.32, -0.48 + math.sin(turn) * 0.32),
                (math.cos(turn) * 0.37, -0.48 + math.sin(turn) * 0.37),
            ],
            0.02,
            INK,
        )
    brush.line([(0, -0.48), (0.22, -0.70)], 0.035, "#d8322a")
    brush.oval(0, -0.48, 0.05, 0.05, INK)
