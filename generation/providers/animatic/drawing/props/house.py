"""What stands in a room: furniture, lamps, doors, mirrors, pictures."""

from __future__ import annotations

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, STEEL, WOOD, Brush, darker, draws, paler


@draws("lamp, table lamp, light", 0.34)
def lamp(brush: Brush) -> None:
    brush.oval(0, -0.05, 0.24, 0.06, BRASS)
    brush.shape(
        [(-0.10, -0.06), (-0.16, -0.26), (-0.04, -0.44), (0.04, -0.44), (0.16, -0.26), (0.10, -0.06)], BRASS, soft=True
    )
    brush.box(-0.025, -0.56, 0.05, 0.14, BRASS)
    cloth = brush.main("#e8cf9a")
    shade = [(-0.20, -0.98), (0.20, -0.98), (0.40, -0.50), (-0.40, -0.50)]
    brush.shape(shade, cloth)
    brush.shape([(-0.08, -0.96), (0.08, -0.96), (0.16, -0.51), (-0.16, -0.51)], "#fff2c8", 0.55)
    brush.line([(-0.40, -0.505), (0.40, -0.505)], 0.025, darker(cloth, 0.3))
    brush.line([(0.12, -0.50), (0.12, -0.36)], 0.012, BRASS)
    brush.glow(0, -0.66, 1.0)


@draws("chair, armchair, seat, stool, rocking chair", 0.44, heads=2.5)
def chair(brush: Brush) -> None:
    wood = brush.main(WOOD)
    if brush.has("armchair", "throne", "sofa"):
        cloth = brush.main("#8a3b44")
        brush.box(-0.38, -1.0, 0.76, 0.72, cloth, 0.14)
        brush.box(-0.34, -0.46, 0.68, 0.22, paler(cloth, 0.12), 0.08)
        for x in (-0.52, 0.32):
            brush.box(x, -0.62, 0.20, 0.54, darker(cloth, 0.12), 0.09)
        brush.box(-0.40, -0.28, 0.80, 0.20, darker(cloth, 0.22), 0.04)
        for x in (-0.40, 0.34):
            brush.box(x, -0.09, 0.06, 0.09, DARK_WOOD)
        return
    for x, top in ((-0.28, -1.0), (0.22, -1.0)):
        brush.box(x, top, 0.06, 0.98, darker(wood, 0.2), 0.02)
    for y in (-0.96, -0.82, -0.68):
        brush.box(-0.26, y, 0.52, 0.07, wood, 0.03)
    for x in (-0.36, 0.30):
        brush.box(x, -0.44, 0.065, 0.44, wood, 0.02)
    brush.shape([(-0.28, -0.52), (0.28, -0.52), (0.38, -0.42), (-0.38, -0.42)], paler(wood, 0.12))
    brush.box(-0.38, -0.43, 0.76, 0.06, darker(wood, 0.15), 0.02)
    brush.line([(-0.32, -0.18), (0.32, -0.18)], 0.04, darker(wood, 0.2))


@draws("table, desk, workbench, counter, altar, nightstand", 0.74, heads=2.5)
def table(brush: Brush) -> None:
    wood = brush.main(WOOD)
    for x in (-0.46, 0.40):
        brush.box(x, -0.80, 0.07, 0.66, darker(wood, 0.4))
    brush.shape([(-0.62, -0.98), (0.62, -0.98), (0.78, -0.80), (-0.78, -0.80)], paler(wood, 0.10))
    brush.line([(-0.64, -0.92), (0.60, -0.92)], 0.008, darker(wood, 0.3))
    brush.line([(-0.70, -0.86), (0.70, -0.86)], 0.008, darker(wood, 0.3))
    brush.box(-0.78, -0.81, 1.56, 0.07, wood, 0.02)
    brush.box(-0.70, -0.75, 1.40, 0.15, darker(wood, 0.15))
    for x in (-0.70, 0.59):
        brush.box(x, -0.72, 0.11, 0.72, wood, 0.02)
    brush.box(-0.20, -0.72, 0.40, 0.10, darker(wood, 0.05), 0.01)
    brush.ball(0, -0.67, 0.03, BRASS)


@draws("bed, cradle, mattress, cot, hospital bed", 0.78, heads=2.5)
def bed(brush: Brush) -> None:
    wood, cover = WOOD, brush.main("#4f7396")
    brush.box(-0.78, -1.0, 0.12, 1.0, darker(wood, 0.1), 0.04)
    brush.box(0.68, -0.66, 0.10, 0.66, wood, 0.04)
    brush.box(-0.70, -0.36, 1.42, 0.22, darker(wood, 0.25))
    brush.box(-0.68, -0.56, 1.38, 0.24, "#efe9dc", 0.06)
    brush.shape([(-0.60, -0.56), (-0.58, -0.74), (-0.24, -0.74), (-0.22, -0.56)], "#ffffff", soft=True)
    brush.shape([(-0.24, -0.62), (0.40, -0.66), (0.70, -0.58), (0.71, -0.22), (-0.26, -0.22)], cover)
    brush.shape([(-0.26, -0.62), (-0.10, -0.63), (-0.12, -0.22), (-0.28, -0.22)], paler(cover, 0.45))
    for x in (0.08, 0.30, 0.52):
        brush.line([(x, -0.60), (x + 0.04, -0.24)], 0.014, darker(cover, 0.3), 0.6, soft=True)


@draws("sofa, couch, settee, loveseat", 0.78, heads=2.5)
def sofa(brush: Brush) -> None:
    cloth = brush.main("#5f7a6a")
    brush.box(-0.66, -0.94, 1.32, 0.66, cloth, 0.12)
    for x in (-0.60, 0.01):
        brush.box(x, -0.50, 0.59, 0.22, paler(cloth, 0.14), 0.08)
    for x in (-0.80, 0.58):
        brush.box(x, -0.66, 0.22, 0.56, darker(cloth, 0.10), 0.10)
    brush.box(-0.66, -0.30, 1.32, 0.20, darker(cloth, 0.22), 0.04)
    for x in (-0.70, 0.64):
        brush.box(x, -0.11, 0.06, 0.11, DARK_WOOD)


@draws("door, doorway, hatch, doorknob", 0.36, heads=5.0)
def door(brush: Brush) -> None:
    wood = brush.main("#7d4a2e")
    brush.box(-0.34, -1.0, 0.68, 1.0, darker(wood, 0.45), 0.02)
    brush.box(-0.29, -0.96, 0.58, 0.96, wood)
    for x in (-0.23, 0.04):
        brush.box(x, -0.90, 0.19, 0.34, darker(wood, 0.22), 0.02)
        brush.box(x, -0.48, 0.19, 0.40, darker(wood, 0.22), 0.02)
        brush.box(x + 0.025, -0.875, 0.14, 0.29, paler(wood, 0.06), 0.01)
        brush.box(x + 0.025, -0.455, 0.14, 0.35, paler(wood, 0.06), 0.01)
    brush.ball(0.25, -0.50, 0.035, BRASS)
    brush.box(0.235, -0.44, 0.03, 0.06, BRASS)


@draws("window, porthole, skylight", 0.42, heads=3.5)
def window(brush: Brush) -> None:
    frame = brush.main("#efe7d6")
    brush.box(-0.42, -1.0, 0.84, 0.94, frame, 0.02)
    brush.lit(-0.35, -0.93, 0.70, 0.78, brush.light.sky[1])
    brush.lit(-0.35, -0.55, 0.70, 0.40, brush.light.sky[2])
    brush.shape(
        [(-0.35, -0.30), (-0.10, -0.42), (0.12, -0.32), (0.35, -0.40), (0.35, -0.15), (-0.35, -0.15)], "#5d7f66"
    )
    brush.shape([(0.05, -0.93), (0.22, -0.93), (-0.16, -0.15), (-0.33, -0.15)], "#ffffff", 0.18)
    brush.box(-0.025, -0.95, 0.05, 0.82, frame)
    brush.box(-0.37, -0.56, 0.74, 0.045, frame)
    brush.box(-0.48, -0.10, 0.96, 0.09, darker(frame, 0.10), 0.02)


@draws("mirror, looking glass, hand mirror", 0.36)
def mirror(brush: Brush) -> None:
    frame = brush.main(BRASS)
    brush.oval(0, -0.56, 0.36, 0.44, frame)
    brush.oval(0, -0.56, 0.29, 0.37, "#cfe2ea")
    brush.shape([(-0.16, -0.36), (0.06, -0.86), (0.15, -0.82), (-0.06, -0.30)], "#ffffff", 0.5)
    brush.shape([(0.06, -0.30), (0.20, -0.66), (0.24, -0.58), (0.13, -0.28)], "#ffffff", 0.35)
    brush.shape([(-0.06, -0.14), (0.06, -0.14), (0.20, 0.0), (-0.20, 0.0)], frame)
    for x, y in ((0, -1.0), (-0.36, -0.56), (0.36, -0.56)):
        brush.ball(x, y + 0.02, 0.055, frame)


@draws("painting, portrait, canvas, artwork, poster, frame, masterpiece, wanted poster, sketch", 0.62)
def painting(brush: Brush) -> None:
    frame = brush.main("#c99a3f")
    brush.box(-0.64, -1.0, 1.28, 0.98, frame, 0.03)
    brush.box(-0.56, -0.92, 1.12, 0.82, darker(frame, 0.4))
    if brush.has("portrait", "poster", "wanted"):
        brush.box(-0.52, -0.88, 1.04, 0.74, "#6b5a4a", flat=True)
        brush.shape([(-0.36, -0.14), (-0.28, -0.36), (0.0, -0.44), (0.28, -0.36), (0.36, -0.14)], "#33405c")
        brush.oval(0, -0.60, 0.15, 0.19, "#e0ac88")
        brush.shape([(-0.16, -0.62), (-0.14, -0.80), (0.14, -0.80), (0.16, -0.62), (0.0, -0.72)], "#4a2f22", soft=True)
        return
    brush.box(-0.52, -0.88, 1.04, 0.74, "#e9b98a", flat=True)
    brush.oval(0.20, -0.62, 0.11, 0.11, "#fff0c4", flat=True)
    brush.shape(
        [(-0.52, -0.46), (-0.24, -0.66), (0.02, -0.46), (0.24, -0.54), (0.52, -0.40), (0.52, -0.14), (-0.52, -0.14)],
        "#6d7a9a",
    )
    brush.shape([(-0.52, -0.30), (0.0, -0.38), (0.52, -0.24), (0.52, -0.14), (-0.52, -0.14)], "#4d6a52")


@draws("cage, birdcage, prison cage, trap", 0.4, heads=1.9)
def cage(brush: Brush) -> None:
    metal = brush.main(BRASS)
    brush.ring(0, -0.96, 0.04, 0.025, metal)
    brush.ball(0.02, -0.34, 0.10, "#e2b440")
    brush.shape([(0.10, -0.36), (0.18, -0.33), (0.10, -0.30)], "#d9622e")
    for index in range(7):
        x = -0.36 + index * 0.12
        brush.line([(0, -0.92), (x, -0.66), (x, -0.08)], 0.018, metal, soft=True)
    for y in (-0.64, -0.36, -0.10):
        brush.line([(-0.36, y), (0.36, y)], 0.022, metal)
    brush.box(-0.40, -0.10, 0.80, 0.10, darker(metal, 0.2), 0.03)


@draws("safe, vault, strongbox, locker, cabinet, wardrobe", 0.48, heads=2.2)
def safe(brush: Brush) -> None:
    metal = brush.main("#5d6a74")
    brush.box(-0.48, -1.0, 0.96, 0.95, metal, 0.05)
    brush.box(-0.40, -0.92, 0.80, 0.79, paler(metal, 0.12), 0.03)
    brush.ball(0.02, -0.54, 0.21, STEEL)
    brush.spokes(0.02, -0.54, 0.14, 0.19, 12, 0.014, INK)
    brush.ball(0.02, -0.54, 0.08, IRON)
    brush.line([(0.30, -0.66), (0.30, -0.42)], 0.05, STEEL)
    for x in (-0.40, 0.28):
        brush.box(x, -0.06, 0.12, 0.06, IRON)


@draws("bookshelf, shelf, bookcase, library", 0.5, heads=5.0)
def bookshelf(brush: Brush) -> None:
    wood = brush.main(DARK_WOOD)
    brush.box(-0.50, -1.0, 1.0, 1.0, wood, 0.02)
    spines = ("#b2503f", "#3f6f80", "#c99a3f", "#5d7a4a", "#7b5a8a", "#d8cbb0")
    for row in range(3):
        top = -0.94 + row * 0.315
        brush.box(-0.44, top, 0.88, 0.27, darker(wood, 0.55), flat=True)
        for index in range(10):
            tall = 0.18 + 0.02 * ((index * 7 + row * 3) % 4)
            brush.box(-0.42 + index * 0.084, top + 0.27 - tall, 0.07, tall, spines[(index * 5 + row) % 6], 0.008)


@draws("fireplace", 0.6, heads=4.5)
def fire(brush: Brush) -> None:
    if brush.has("fireplace", "stove", "oven", "furnace"):
        brick = brush.main("#9a5a48")
        brush.box(-0.66, -0.94, 1.32, 0.94, brick, 0.02)
        brush.box(-0.74, -1.0, 1.48, 0.12, darker(brick, 0.35), 0.02)
        brush.box(-0.40, -0.66, 0.80, 0.66, "#231a20", 0.12)
    for x, height in ((-0.18, 0.46), (0.18, 0.42), (0.0, 0.62)):
        brush.flame(x, -0.10, height)
    for turn in (-1, 1):
        brush.line([(-0.34 * turn, -0.02), (0.34 * turn, -0.13)], 0.12, DARK_WOOD)
    brush.oval(0.36, -0.13, 0.05, 0.06, "#c99a6a")
    brush.glow(0, -0.35, 0.9)


@draws("bell, church bell, handbell", 0.46)
def bell(brush: Brush) -> None:
    metal = brush.main(BRASS)
    brush.ring(0, -0.92, 0.06, 0.04, metal)
    brush.ball(0, -0.06, 0.09, darker(metal, 0.4))
    brush.shape(
        [
            (-0.12, -0.88),
            (0.12, -0.88),
            (0.28, -0.66),
            (0.32, -0.32),
            (0.48, -0.10),
            (-0.48, -0.10),
            (-0.32, -0.32),
            (-0.28, -0.66),
        ],
        metal,
    )
    brush.box(-0.48, -0.16, 0.96, 0.075, darker(metal, 0.15), 0.03)
    brush.shine([(0.14, -0.76), (0.20, -0.40)], 0.035, 0.5)


@draws("bucket, pail, bin, trash can", 0.44, heads=1.4)
def bucket(brush: Brush) -> None:
    metal = brush.main("#3a3840" if brush.has("cauldron") else "#b58a54" if brush.has("basket") else "#9aa6ae")
    brush.line([(-0.40, -0.66), (-0.28, -0.98), (0.28, -0.98), (0.40, -0.66)], 0.035, IRON, soft=True)
    brush.shape([(-0.44, -0.70), (0.44, -0.70), (0.34, 0.0), (-0.34, 0.0)], metal)
    brush.oval(0, -0.70, 0.44, 0.09, darker(metal, 0.45))
    brush.oval(
        0, -0.68, 0.38, 0.06, "#6fbf5a" if brush.has("cauldron") else GLASS if not brush.has("basket") else "#c43b34"
    )
    for y in (-0.48, -0.22):
        brush.line([(-0.40 + (0.5 + y) * -0.05, y), (0.40 + (0.5 + y) * 0.05, y)], 0.03, darker(metal, 0.3))


@draws("sign, signpost, billboard, notice", 0.44, heads=4.0)
def sign(brush: Brush) -> None:
    if brush.has("gravestone", "tombstone", "grave"):
        stone = brush.main("#8f9294")
        brush.shape(
            [(-0.34, 0.0), (-0.34, -0.66), (-0.22, -0.92), (0.0, -1.0), (0.22, -0.92), (0.34, -0.66), (0.34, 0.0)],
            stone,
        )
        brush.line([(0, -0.78), (0, -0.46)], 0.06, darker(stone, 0.35))
        brush.line([(-0.12, -0.67), (0.12, -0.67)], 0.06, darker(stone, 0.35))
        for y in (-0.32, -0.22):
            brush.line([(-0.18, y), (0.18, y)], 0.03, darker(stone, 0.3))
        return
    wood = brush.main(WOOD)
    brush.box(-0.05, -0.98, 0.10, 0.98, darker(wood, 0.3), 0.02)
    brush.shape([(-0.44, -0.92), (0.40, -0.92), (0.54, -0.74), (0.40, -0.56), (-0.44, -0.56)], wood)
    for y, wide in ((-0.80, 0.26), (-0.68, 0.14)):
        brush.line([(-0.30, y), (wide, y)], 0.045, darker(wood, 0.6))
