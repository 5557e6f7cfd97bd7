"""What people sail and fly."""

from __future__ import annotations

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, STEEL, WOOD, Brush, darker, draws, paler
from .vehicles import wheel


@draws("rowboat, canoe, dinghy, kayak, gondola, raft, lifeboat", 0.74, heads=1.6)
def rowboat(brush: Brush) -> None:
    hull = brush.main("#9a5f3a")
    brush.canvas.translate(0, 0.0)
    brush.shape(
        [(-0.84, -0.72), (-0.40, -0.60), (0.40, -0.60), (0.84, -0.74), (0.56, -0.18), (0.0, -0.10), (-0.56, -0.18)],
        hull,
        soft=False,
    )
    brush.shape(
        [(-0.78, -0.68), (-0.40, -0.58), (0.40, -0.58), (0.78, -0.69), (0.60, -0.54), (-0.60, -0.54)],
        darker(hull, 0.45),
        soft=False,
    )
    for y in (-0.42, -0.30):
        brush.line([(-0.66, y - 0.02), (0.0, y + 0.06), (0.66, y - 0.02)], 0.016, darker(hull, 0.35), soft=True)
    brush.line([(-0.10, -0.98), (0.46, -0.10)], 0.045, WOOD)
    brush.oval(0.50, -0.05, 0.07, 0.12, WOOD)
    brush.line([(-0.9, -0.08), (-0.4, -0.04), (0.2, -0.09), (0.9, -0.05)], 0.05, "#7fb8d6", 0.7, soft=True)


@draws("galleon, pirate ship, sailing ship, frigate, caravel, tall ship, viking ship", 0.74, heads=7.5)
def galleon(brush: Brush) -> None:
    hull = brush.main("#6a452c")
    for x, top in ((-0.40, -0.90), (0.06, -1.0), (0.46, -0.84)):
        brush.line([(x, -0.30), (x, top)], 0.03, DARK_WOOD)
        sail = "#3a3540" if brush.has("pirate") else "#f1e8d4"
        brush.shape([(x - 0.19, top + 0.08), (x + 0.19, top + 0.08), (x + 0.25, -0.62), (x - 0.13, -0.62)], sail)
        brush.shape([(x - 0.22, -0.58), (x + 0.22, -0.58), (x + 0.28, -0.36), (x - 0.18, -0.36)], sail)
    brush.shape([(-0.78, -0.50), (-0.60, -0.34), (0.46, -0.30), (0.74, -0.42), (0.58, -0.06), (-0.60, -0.06)], hull)
    brush.line([(-0.72, -0.34), (-0.58, -0.26), (0.62, -0.24)], 0.03, BRASS)
    for step in range(5):
        brush.box(-0.46 + step * 0.2, -0.20, 0.08, 0.07, INK, flat=True)
    brush.line([(0.70, -0.40), (0.90, -0.52)], 0.03, DARK_WOOD)
    brush.line([(-0.9, -0.04), (-0.3, 0.0), (0.3, -0.05), (0.9, -0.01)], 0.06, "#6aa5c8", 0.8, soft=True)


@draws("ship, steamer, steamship, ocean liner, cruise ship, ferry, cargo ship, tugboat, freighter", 0.8, heads=6.0)
def ship(brush: Brush) -> None:
    hull = brush.main("#2f3a4f")
    for x in (-0.22, 0.04, 0.30):
        brush.box(x, -0.96, 0.14, 0.30, "#c8443a")
        brush.box(x, -0.96, 0.14, 0.07, INK)
        brush.oval(x - 0.06, -1.0, 0.12, 0.05, "#ffffff", 0.35)
    brush.box(-0.50, -0.70, 1.04, 0.16, "#f4efe4", 0.02)
    brush.box(-0.60, -0.56, 1.26, 0.16, "#e9e2d2", 0.02)
    for step in range(9):
        brush.oval(-0.50 + step * 0.13, -0.48, 0.028, 0.028, "#5a86b0", flat=True)
    brush.shape([(-0.84, -0.44), (0.86, -0.46), (0.66, -0.06), (-0.68, -0.06)], hull)
    brush.box(-0.71, -0.13, 1.40, 0.07, "#a3302a", flat=True)
    brush.line([(-0.9, -0.04), (-0.3, 0.0), (0.3, -0.05), (0.9, -0.01)], 0.06, "#6aa5c8", 0.8, soft=True)


@draws("submarine, u-boat, yellow submarine", 0.7, heads=3.0)
def submarine(brush: Brush) -> None:
    hull = brush.main("#e0b03a" if brush.has("yellow") else "#5f707d")
    brush.line([(0.10, -0.70), (0.10, -0.98), (0.26, -0.98)], 0.045, IRON)
    brush.box(-0.16, -0.80, 0.40, 0.26, hull, 0.06)
    brush.shape(
        [(-0.80, -0.38), (-0.50, -0.62), (0.50, -0.62), (0.84, -0.36), (0.50, -0.10), (-0.50, -0.10)], hull, soft=True
    )
    brush.shape([(-0.74, -0.38), (-0.92, -0.58), (-0.92, -0.18)], darker(hull, 0.3))
    for x in (-0.26, 0.06, 0.38):
        brush.oval(x, -0.38, 0.10, 0.10, darker(hull, 0.4))
        brush.oval(x, -0.38, 0.07, 0.07, "#a8dcec", flat=True)


@draws("helicopter, chopper helicopter", 0.6, heads=5.0)
def helicopter(brush: Brush) -> None:
    body = brush.main("#c8443a")
    brush.line([(-0.10, -0.78), (-0.10, -0.94)], 0.05, IRON)
    brush.line([(-0.84, -0.96), (0.70, -0.96)], 0.035, IRON)
    brush.shape([(-0.30, -0.60), (-0.84, -0.72), (-0.84, -0.62), (-0.26, -0.40)], body)
    brush.line([(-0.84, -0.90), (-0.84, -0.50)], 0.035, IRON)
    brush.shape(
        [(-0.40, -0.62), (-0.16, -0.80), (0.30, -0.78), (0.62, -0.48), (0.46, -0.26), (-0.20, -0.26), (-0.42, -0.42)],
        body,
        soft=True,
    )
    brush.shape([(0.16, -0.74), (0.34, -0.72), (0.58, -0.48), (0.18, -0.44)], GLASS, soft=False)
    for x in (-0.12, 0.32):
        brush.line([(x, -0.28), (x + 0.02, -0.07)], 0.035, IRON)
    brush.line([(-0.34, -0.06), (0.54, -0.06), (0.62, -0.12)], 0.045, IRON)


@draws("biplane, propeller plane, old plane, triplane", 0.5, heads=5.0)
def biplane(brush: Brush) -> None:
    body = brush.main("#c8443a")
    brush.box(-0.34, -0.96, 0.70, 0.08, darker(body, 0.12), 0.03)
    for x in (-0.20, 0.24):
        brush.line([(x, -0.90), (x + 0.03, -0.42)], 0.03, WOOD)
    brush.shape([(-0.84, -0.66), (-0.72, -0.90), (-0.60, -0.88), (-0.54, -0.62)], darker(body, 0.2))
    brush.shape(
        [(-0.84, -0.56), (-0.30, -0.72), (0.44, -0.74), (0.58, -0.58), (0.44, -0.40), (-0.30, -0.44)], body, soft=False
    )
    brush.oval(-0.08, -0.74, 0.10, 0.08, "#3a2f2a")
    brush.box(-0.38, -0.46, 0.80, 0.09, darker(body, 0.25), 0.03)
    brush.oval(0.60, -0.57, 0.05, 0.08, STEEL)
    brush.shape([(0.63, -0.95), (0.67, -0.95), (0.66, -0.20), (0.62, -0.20)], DARK_WOOD)
    for x in (0.20, 0.34):
        brush.line([(x, -0.40), (x, -0.14)], 0.025, IRON)
        wheel(brush, x, 0.12)


@draws("airship, zeppelin, blimp, dirigible", 0.5, heads=5.0)
def airship(brush: Brush) -> None:
    skin = brush.main("#c9b58a")
    brush.shape([(-0.70, -0.66), (-0.92, -0.92), (-0.78, -0.62), (-0.92, -0.34)], darker(skin, 0.3))
    brush.shape(
        [(-0.84, -0.64), (-0.40, -0.92), (0.36, -0.94), (0.84, -0.66), (0.36, -0.40), (-0.40, -0.40)], skin, soft=True
    )
    for y, lift in ((-0.78, -0.10), (-0.56, 0.10)):
        brush.line([(-0.74, -0.65), (0.0, y + lift), (0.78, -0.66)], 0.014, darker(skin, 0.35), soft=True)
    brush.box(-0.22, -0.36, 0.44, 0.16, WOOD, 0.06)
    for x in (-0.14, 0.0, 0.12):
        brush.box(x, -0.32, 0.07, 0.06, GLASS, flat=True)


@draws("hot air balloon, air balloon", 0.2, heads=6.0)
def air_balloon(brush: Brush) -> None:
    skin = brush.main("#d8433a")
    for x in (-0.20, 0.20):
        brush.line([(x, -0.44), (x * 0.5, -0.18)], 0.014, DARK_WOOD)
    brush.shape(
        [(0, -1.0), (0.34, -0.88), (0.40, -0.66), (0.22, -0.42), (-0.22, -0.42), (-0.40, -0.66), (-0.34, -0.88)],
        skin,
        soft=True,
    )
    brush.shape(
        [(0, -1.0), (0.13, -0.88), (0.15, -0.66), (0.08, -0.42), (-0.08, -0.42), (-0.15, -0.66), (-0.13, -0.88)],
        "#f4e6c4",
        soft=True,
    )
    brush.box(-0.12, -0.19, 0.24, 0.18, "#a9743c", 0.03)
    brush.line([(-0.12, -0.12), (0.12, -0.12)], 0.015, darker("#a9743c", 0.4))


@draws("ufo, flying saucer, alien ship, alien spaceship, saucer", 0.5, heads=4.6)
def ufo(brush: Brush) -> None:
    metal = brush.main("#9aa8b2")
    brush.shape([(-0.30, -0.36), (0.30, -0.36), (0.52, 0.0), (-0.52, 0.0)], "#d8f7b8", 0.35)
    brush.oval(0, -0.66, 0.32, 0.32, "#a8e0d0", 0.85)
    brush.shine([(0.12, -0.88), (0.22, -0.76)], 0.05, 0.7)
    brush.shape(
        [(-0.86, -0.48), (-0.40, -0.64), (0.40, -0.64), (0.86, -0.48), (0.40, -0.32), (-0.40, -0.32)], metal, soft=True
    )
    for x in (-0.56, -0.28, 0.0, 0.28, 0.56):
        brush.spark(x, -0.45 + 0.06 * (1 - abs(x)), 0.05, "#ffe27a")


@draws("paper plane, paper airplane", 0.4)
def paper_plane(brush: Brush) -> None:
    paper = brush.main("#f4f1e8")
    brush.shape([(0.74, -0.72), (-0.74, -0.94), (-0.34, -0.54)], paper)
    brush.shape([(0.74, -0.72), (-0.34, -0.54), (-0.28, -0.14)], darker(paper, 0.25))
    brush.shape([(0.74, -0.72), (-0.28, -0.14), (-0.12, -0.50)], paler(paper, 0.5))


@draws("paper boat", 0.6)
def paper_boat(brush: Brush) -> None:
    paper = brush.main("#f4f1e8")
    brush.shape([(-0.34, -0.42), (0.0, -0.98), (0.34, -0.42)], darker(paper, 0.08))
    brush.shape([(0.0, -0.98), (0.34, -0.42), (0.0, -0.42)], darker(paper, 0.22))
    brush.shape([(-0.84, -0.56), (0.0, -0.36), (0.84, -0.56), (0.46, 0.0), (-0.46, 0.0)], paper)
    brush.shape([(0.84, -0.56), (0.46, 0.0), (0.0, 0.0), (0.0, -0.36)], darker(paper, 0.12))
