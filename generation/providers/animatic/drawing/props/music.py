"""More instruments."""

from __future__ import annotations

from .brush import BRASS, DARK_WOOD, INK, IRON, STEEL, WOOD, Brush, darker, draws, paler


@draws("harp, lyre", 0.4)
def harp(brush: Brush) -> None:
    gold = brush.main("#d9ac45")
    for step in range(7):
        x = -0.26 + step * 0.09
        brush.line([(x, -0.80 + 0.02 * step), (x + 0.0, -0.16 - step * 0.055)], 0.01, "#f6f1e4")
    brush.line([(-0.38, -0.04), (-0.38, -0.92)], 0.09, gold)
    brush.line([(-0.38, -0.92), (-0.10, -0.82), (0.16, -0.96), (0.42, -0.80)], 0.09, gold, soft=True)
    brush.line([(0.42, -0.80), (-0.30, -0.06)], 0.12, gold)
    brush.box(-0.50, -0.06, 0.50, 0.06, darker(gold, 0.3), 0.02)


@draws("accordion, concertina", 0.56)
def accordion(brush: Brush) -> None:
    tone = brush.main("#a3222f")
    for step in range(7):
        x = -0.30 + step * 0.085
        brush.shape(
            [(x, -0.86), (x + 0.085, -0.80), (x + 0.085, -0.10), (x, -0.04)], "#2a2730" if step % 2 else "#e9e2d2"
        )
    brush.box(-0.66, -0.92, 0.38, 0.90, tone, 0.05)
    brush.box(0.28, -0.90, 0.36, 0.86, tone, 0.05)
    for row in range(6):
        brush.box(-0.64, -0.84 + row * 0.13, 0.16, 0.09, "#f6f1e4", 0.01)
        brush.oval(0.46 + 0.06 * (row % 2), -0.78 + row * 0.12, 0.035, 0.035, "#f6f1e4", flat=True)


@draws("saxophone, sax, clarinet, oboe, flute, recorder instrument, piccolo, pan flute, bagpipes", 0.34)
def saxophone(brush: Brush) -> None:
    metal = brush.main(BRASS)
    if brush.has("flute", "clarinet", "oboe", "piccolo"):
        with brush.turned(-56):
            brush.box(-0.06, -1.14, 0.12, 1.28, STEEL if brush.has("flute", "piccolo") else INK, 0.05)
            for step in range(7):
                brush.oval(0, -0.90 + step * 0.14, 0.045, 0.035, paler(STEEL, 0.5))
        return
    brush.line(
        [(-0.50, -0.94), (-0.22, -0.98), (-0.14, -0.80), (-0.10, -0.24), (0.12, -0.08), (0.32, -0.24), (0.34, -0.40)],
        0.12,
        metal,
        soft=True,
    )
    brush.shape([(0.24, -0.34), (0.44, -0.34), (0.60, -0.70), (0.14, -0.66)], metal)
    brush.oval(0.37, -0.68, 0.23, 0.07, darker(metal, 0.4))
    for y in (-0.66, -0.52, -0.38):
        brush.oval(-0.11, y, 0.06, 0.045, "#f6f1e4")
    brush.line([(-0.50, -0.94), (-0.58, -0.88)], 0.06, INK)


@draws("xylophone, harmonica, keyboard instrument, synthesizer, synth, electric piano", 0.66)
def xylophone(brush: Brush) -> None:
    if brush.has("harmonica"):
        brush.box(-0.66, -0.54, 1.32, 0.44, brush.main(STEEL), 0.08)
        for step in range(9):
            brush.box(-0.56 + step * 0.125, -0.40, 0.08, 0.14, INK, flat=True)
        return
    if brush.has("xylophone"):
        tones = ("#c8303a", "#e0803f", "#e9c24f", "#5fae5a", "#3f8fd0", "#5a5fb5", "#8a5fc4")
        for y in (-0.22, -0.50):
            brush.line([(-0.70, y - 0.04), (0.70, y + 0.04)], 0.05, DARK_WOOD)
        for step, tone in enumerate(tones):
            brush.box(-0.68 + step * 0.20, -0.72 + step * 0.03, 0.16, 0.66 - step * 0.06, tone, 0.03)
        brush.line([(0.10, -0.60), (0.56, -0.96)], 0.03, WOOD)
        brush.ball(0.10, -0.60, 0.07, "#c8303a")
        return
    brush.shape([(-0.84, -0.10), (0.84, -0.10), (0.74, -0.60), (-0.74, -0.60)], brush.main("#2b2d35"))
    brush.shape([(-0.78, -0.12), (0.78, -0.12), (0.74, -0.34), (-0.74, -0.34)], "#f6f3ea")
    for step in range(14):
        brush.line([(-0.68 + step * 0.105, -0.13), (-0.65 + step * 0.10, -0.34)], 0.012, IRON)
    for step in range(5):
        brush.spark(-0.50 + step * 0.2, -0.48, 0.03, ("#5fc48d", "#e9c24f")[step % 2])
