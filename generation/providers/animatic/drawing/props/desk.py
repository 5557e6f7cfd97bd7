"""What lies on desks and shelves: papers, books, clocks, machines that write, ring, play and compute, instruments."""

from __future__ import annotations

import math

from generation.providers.animatic.drawing.canvas import mix

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, LEATHER, PAPER, STEEL, WOOD, Brush, darker, draws, paler


@draws("letter, envelope, mail, invitation, telegram, postcard", 0.6)
def letter(brush: Brush) -> None:
    paper = brush.main(PAPER)
    with brush.turned(-7):
        brush.box(-0.72, -0.98, 1.44, 0.96, paper, 0.03)
        brush.shade([(-0.72, -0.04), (0, -0.56), (0.72, -0.04)], 0.10)
        brush.line([(-0.70, -0.05), (-0.12, -0.50)], 0.018, darker(paper, 0.35))
        brush.line([(0.70, -0.05), (0.12, -0.50)], 0.018, darker(paper, 0.35))
        brush.shape([(-0.72, -0.97), (0.72, -0.97), (0.04, -0.40), (-0.04, -0.40)], paler(paper, 0.35))
        brush.line([(-0.70, -0.95), (0, -0.40), (0.70, -0.95)], 0.022, darker(paper, 0.35))
        brush.oval(0, -0.44, 0.12, 0.12, "#b5362f")
        brush.ring(0, -0.44, 0.07, 0.02, "#7d1f22")


@draws(
    "note, sheet music, score, paper, document, contract, page, manuscript, will, report, list, certificate, drawing",
    0.42,
)
def note(brush: Brush) -> None:
    paper = brush.main(PAPER)
    with brush.turned(5):
        brush.box(-0.37, -1.0, 0.74, 0.98, paper, 0.02)
        for row in range(7):
            brush.line(
                [(-0.26, -0.82 + row * 0.10), (0.26 - (row % 3) * 0.07, -0.82 + row * 0.10)], 0.022, "#6d6a78", 0.8
            )
        brush.line([(0.0, -0.08), (0.08, -0.13), (0.12, -0.07), (0.26, -0.11)], 0.018, "#2d4a86", soft=True)
        brush.shape([(0.37, -0.16), (0.37, -0.02), (0.23, -0.02)], darker(paper, 0.22), flat=True)


@draws("book, diary, journal, notebook, bible, novel, ledger, album, spellbook, tome, script, manual", 0.44)
def book(brush: Brush) -> None:
    cover = brush.main("#8a3b34")
    brush.shape([(-0.34, -0.94), (0.40, -1.0), (0.40, -0.03), (-0.34, 0.0)], darker(cover, 0.35))
    brush.shape([(-0.32, -0.90), (0.44, -0.95), (0.44, -0.05), (-0.32, -0.02)], PAPER)
    for step in range(3):
        brush.line([(0.425 - step * 0.012, -0.9), (0.425 - step * 0.012, -0.08)], 0.006, "#b8a98c")
    brush.shape([(-0.42, -0.98), (0.36, -0.98), (0.36, 0.0), (-0.42, 0.0)], cover)
    brush.shade([(-0.42, -0.98), (-0.32, -0.98), (-0.32, 0.0), (-0.42, 0.0)], 0.35)
    for y in (-0.90, -0.10):
        brush.line([(-0.26, y), (0.30, y)], 0.018, BRASS)
    brush.line([(-0.12, -0.70), (0.16, -0.70)], 0.05, BRASS)
    brush.line([(-0.06, -0.58), (0.10, -0.58)], 0.03, BRASS)
    brush.ring(0.02, -0.32, 0.10, 0.022, BRASS)


@draws("newspaper, crossword, magazine, paper clipping, clipping, tabloid, gazette", 0.52)
def newspaper(brush: Brush) -> None:
    paper = brush.main("#e4dfd0")
    brush.shape([(-0.50, -0.96), (0.46, -1.0), (0.52, -0.04), (-0.44, 0.0)], darker(paper, 0.25))
    brush.box(-0.52, -0.98, 0.98, 0.97, paper, 0.01)
    brush.box(-0.45, -0.92, 0.84, 0.13, "#34323a", flat=True)
    brush.box(-0.45, -0.73, 0.44, 0.36, "#7d828a", flat=True)
    brush.shape([(-0.45, -0.37), (-0.30, -0.55), (-0.18, -0.45), (-0.08, -0.60), (-0.01, -0.37)], "#4c5058", flat=True)
    for row in range(6):
        brush.line([(0.06, -0.71 + row * 0.062), (0.37, -0.71 + row * 0.062)], 0.02, "#77737a")
    for row in range(5):
        for left in (-0.44, -0.14, 0.15):
            brush.line([(left, -0.28 + row * 0.055), (left + 0.22, -0.28 + row * 0.055)], 0.018, "#8a868a")


@draws("photo, photograph, picture, snapshot, polaroid, portrait photo", 0.44)
def photo(brush: Brush) -> None:
    with brush.turned(-5):
        brush.box(-0.42, -1.0, 0.84, 0.98, "#f5f1e6", 0.015)
        brush.box(-0.35, -0.93, 0.70, 0.68, brush.main("#a8c2c8"), flat=True)
        brush.oval(-0.10, -0.64, 0.10, 0.12, "#e0ac88")
        brush.shape([(-0.28, -0.25), (-0.24, -0.46), (-0.10, -0.52), (0.06, -0.46), (0.10, -0.25)], "#3f5573")
        brush.oval(0.16, -0.56, 0.085, 0.10, "#d79f7d")
        brush.shape([(0.02, -0.25), (0.06, -0.40), (0.16, -0.45), (0.28, -0.40), (0.31, -0.25)], "#a5504a")
        brush.shine([(-0.30, -0.86), (-0.12, -0.88)], 0.03, 0.35)


@draws("map, chart, blueprint, treasure map, plan", 0.66)
def chart(brush: Brush) -> None:
    paper = brush.main("#e2c890")
    for index, left in enumerate((-0.69, -0.23, 0.23)):
        drop = 0.05 if index % 2 else 0.0
        fold = [
            (left, -0.97 + drop),
            (left + 0.46, -1.0 + 0.05 - drop),
            (left + 0.46, -0.02 - drop),
            (left, -0.05 + drop),
        ]
        brush.shape(fold, paper if index % 2 else darker(paper, 0.10))
    brush.shape(
        [(-0.62, -0.80), (-0.30, -0.88), (0.0, -0.70), (-0.10, -0.45), (-0.40, -0.40)], "#8aa878", 0.85, soft=True
    )
    brush.shape([(0.10, -0.40), (0.40, -0.62), (0.62, -0.45), (0.55, -0.18), (0.22, -0.15)], "#8aa878", 0.85, soft=True)
    for step in range(7):
        along = step / 6
        x, y = -0.42 + along * 0.84, -0.58 + 0.22 * along + 0.10 * math.sin(along * 6)
        brush.oval(x, y, 0.024, 0.018, "#8a2f28", flat=True)
    for turn in (1, -1):
        brush.line([(0.36, -0.34 - 0.07 * turn), (0.50, -0.34 + 0.07 * turn)], 0.035, "#b5302a")


@draws("pen, pencil, quill, brush, paintbrush", 0.3)
def pencil(brush: Brush) -> None:
    if brush.has("quill", "feather"):
        brush.shape(
            [(-0.10, -0.30), (-0.05, -0.75), (0.32, -1.0), (0.26, -0.62), (0.02, -0.28)],
            brush.main("#e9e4da"),
            soft=True,
        )
        brush.line([(-0.20, 0.0), (-0.02, -0.36), (0.26, -0.92)], 0.022, "#8f8676", soft=True)
        return
    with brush.turned(24):
        brush.box(-0.055, -0.92, 0.11, 0.74, brush.main("#e0a52e"))
        brush.box(-0.055, -0.98, 0.11, 0.09, "#d98a92", 0.03)
        brush.box(-0.055, -0.90, 0.11, 0.06, STEEL)
        brush.shape([(-0.055, -0.18), (0.055, -0.18), (0.0, 0.0)], "#ecd3a6")
        brush.shape([(-0.018, -0.06), (0.018, -0.06), (0.0, 0.0)], INK)


@draws("smartphone, phone, cell phone, mobile, cellphone, mobile phone, iphone, burner", 0.27)
def smartphone(brush: Brush) -> None:
    brush.box(-0.26, -1.0, 0.52, 1.0, brush.main("#2b2d35"), 0.08)
    brush.lit(-0.22, -0.93, 0.44, 0.84, "#4f86c6" if not brush.light.dark else "#86b7ee", 0.03)
    for index, colour in enumerate(("#f2c14e", "#e26d5c", "#7bc47f", "#f4f1de", "#c78bd6", "#5ec4cf")):
        brush.lit(-0.175 + (index % 3) * 0.13, -0.55 + (index // 3) * 0.15, 0.09, 0.09, colour, 0.02)
    brush.lit(-0.13, -0.80, 0.26, 0.07, "#f7fbff", 0.02)
    brush.shine([(0.18, -0.90), (0.18, -0.5)], 0.018, 0.3)
    if brush.light.dark:
        brush.glow(0, -0.5, 0.7, "#7fb4f0")


@draws("telephone, rotary phone, payphone, landline, receiver, old phone", 0.58)
def telephone(brush: Brush) -> None:
    body = brush.main("#33303a")
    brush.shape([(-0.52, 0.0), (-0.46, -0.30), (-0.24, -0.62), (0.24, -0.62), (0.46, -0.30), (0.52, 0.0)], body)
    brush.line([(-0.22, -0.66), (-0.22, -0.74)], 0.07, body)
    brush.line([(0.22, -0.66), (0.22, -0.74)], 0.07, body)
    brush.line([(-0.48, -0.84), (-0.25, -0.92), (0.25, -0.92), (0.48, -0.84)], 0.13, body, soft=True)
    for side in (-1, 1):
        brush.oval(side * 0.53, -0.78, 0.15, 0.12, darker(body, 0.2))
    brush.oval(0, -0.29, 0.25, 0.22, paler(body, 0.75))
    for index in range(9):
        angle = math.tau * (index / 11 - 0.1)
        brush.oval(0.17 * math.cos(angle), -0.29 + 0.15 * math.sin(angle), 0.035, 0.032, body, flat=True)
    brush.oval(0, -0.29, 0.07, 0.06, BRASS)


@draws("radio, transistor, wireless, record player", 0.66)
def radio(brush: Brush) -> None:
    case = brush.main("#8a5530")
    brush.line([(0.46, -0.72), (0.66, -1.0)], 0.02, STEEL)
    brush.box(-0.68, -0.74, 1.36, 0.72, case, 0.10)
    brush.box(-0.60, -0.66, 0.66, 0.56, "#d8c49a", 0.05)
    for row in range(6):
        brush.line([(-0.54, -0.60 + row * 0.088), (0.0, -0.60 + row * 0.088)], 0.022, "#9a8258")
    brush.lit(0.13, -0.63, 0.46, 0.20, "#ffdf9a" if brush.light.dark else "#f3e8c6", 0.03)
    brush.line([(0.40, -0.61), (0.40, -0.46)], 0.018, "#c2332c")
    for x in (0.22, 0.48):
        brush.ball(x, -0.24, 0.10, darker(case, 0.45))
        brush.line([(x, -0.30), (x, -0.25)], 0.02, BRASS)


@draws("television, tv, tv set", 0.6)
def television(brush: Brush) -> None:
    for x in (-0.24, 0.24):
        brush.line([(0, -0.80), (x, -1.0)], 0.022, STEEL)
    brush.box(-0.66, -0.82, 1.32, 0.74, brush.main("#6b4a34"), 0.08)
    for x in (-0.44, 0.44):
        brush.line([(x, -0.09), (x * 1.15, 0.0)], 0.05, DARK_WOOD)
    brush.lit(-0.57, -0.74, 0.86, 0.58, "#a9c7d8", 0.12)
    brush.shade([(-0.57, -0.16), (-0.57, -0.45), (0.29, -0.16)], 0.18)
    brush.shine([(-0.48, -0.62), (-0.30, -0.68)], 0.04, 0.5)
    for y in (-0.62, -0.44):
        brush.ball(0.47, y, 0.075, BRASS)
    for row in range(3):
        brush.line([(0.39, -0.30 + row * 0.05), (0.55, -0.30 + row * 0.05)], 0.016, INK)
    if brush.light.dark:
        brush.glow(-0.14, -0.45, 0.8, "#9ac6ee")


@draws("computer, laptop, terminal, keyboard, desktop", 0.66)
def computer(brush: Brush) -> None:
    case = brush.main("#b7bcc2")
    brush.box(-0.58, -1.0, 1.16, 0.76, darker(case, 0.55), 0.05)
    brush.lit(-0.53, -0.95, 1.06, 0.66, "#20344f", 0.02)
    for row, wide in enumerate((0.5, 0.72, 0.36, 0.6, 0.44)):
        brush.lit(-0.46, -0.87 + row * 0.11, wide, 0.035, "#7fe0b8" if row % 2 else "#8ac3ff", 0.015)
    brush.shape([(-0.60, -0.22), (0.60, -0.22), (0.76, -0.03), (-0.76, -0.03)], case)
    brush.box(-0.76, -0.04, 1.52, 0.04, darker(case, 0.35))
    for row in range(3):
        y, half = -0.19 + row * 0.045, 0.50 + row * 0.04
        for key in range(10):
            x = -half + key * half * 2 / 9.6
            brush.box(x, y, 0.075, 0.03, darker(case, 0.65), 0.008, flat=True)
    if brush.light.dark:
        brush.glow(0, -0.6, 0.8, "#6fa8e8")


@draws("typewriter", 0.62)
def typewriter(brush: Brush) -> None:
    body = brush.main("#36424a")
    brush.box(-0.34, -1.0, 0.68, 0.56, PAPER)
    for row in range(3):
        brush.line([(-0.26, -0.92 + row * 0.08), (0.22 - row * 0.08, -0.92 + row * 0.08)], 0.02, "#5d5a66")
    brush.box(-0.70, -0.66, 1.40, 0.13, darker(body, 0.35), 0.06)
    for side in (-1, 1):
        brush.box(side * 0.70 - 0.05, -0.70, 0.10, 0.21, IRON, 0.03)
    brush.shape([(-0.52, -0.54), (0.52, -0.54), (0.68, -0.04), (-0.68, -0.04)], body)
    brush.shape([(-0.50, -0.36), (0.50, -0.36), (0.60, -0.08), (-0.60, -0.08)], darker(body, 0.5))
    for row in range(3):
        for key in range(9):
            x = (key - 4) * (0.108 + row * 0.010)
            brush.oval(x, -0.31 + row * 0.085, 0.040, 0.030, "#e9e2d0")
    brush.box(-0.70, -0.05, 1.40, 0.05, darker(body, 0.4), 0.02)


@draws("clock, alarm clock, timer, alarm", 0.42)
def clock(brush: Brush) -> None:
    metal = brush.main(BRASS)
    for side in (-1, 1):
        brush.line([(side * 0.22, -0.12), (side * 0.32, 0.0)], 0.07, darker(metal))
        brush.oval(side * 0.24, -0.88, 0.16, 0.11, metal)
    brush.line([(0, -0.84), (0, -0.98)], 0.05, darker(metal))
    brush.ball(0, -0.45, 0.42, metal)
    _dial(brush, -0.45, 0.34)


@draws("watch, pocket watch, stopwatch, wristwatch", 0.36)
def watch(brush: Brush) -> None:
    metal = brush.main(BRASS)
    brush.ring(0, -0.90, 0.08, 0.035, metal)
    brush.box(-0.05, -0.84, 0.10, 0.10, metal, 0.02)
    for step in range(7):
        brush.ring(0.10 + step * 0.085, -0.93 + 0.05 * step * step * 0.32, 0.04, 0.02, metal)
    brush.ball(0, -0.39, 0.38, metal)
    _dial(brush, -0.39, 0.31)


def _dial(brush: Brush, y: float, radius: float) -> None:
    brush.oval(0, y, radius, radius, "#f6f0e0", flat=True)
    brush.spokes(0, y, radius * 0.82, radius * 0.93, 12, 0.018, INK)
    brush.line([(0, y), (-radius * 0.34, y - radius * 0.36)], 0.04, INK)
    brush.line([(0, y), (radius * 0.18, y - radius * 0.72)], 0.026, INK)
    brush.oval(0, y, 0.03, 0.03, "#b5302a", flat=True)


@draws("camera, film camera", 0.6)
def camera(brush: Brush) -> None:
    body = brush.main("#34343c")
    brush.box(-0.18, -0.98, 0.36, 0.20, STEEL, 0.04)
    brush.box(0.34, -0.86, 0.18, 0.08, STEEL, 0.03)
    brush.box(-0.66, -0.80, 1.32, 0.80, body, 0.09)
    brush.box(-0.66, -0.80, 1.32, 0.15, STEEL, 0.07)
    brush.ball(0, -0.34, 0.31, darker(body, 0.2))
    brush.ring(0, -0.34, 0.27, 0.035, STEEL)
    brush.ball(0, -0.34, 0.18, "#3a5d86")
    brush.box(-0.56, -0.60, 0.18, 0.12, GLASS, 0.02)


@draws("gramophone, phonograph", 0.5)
def gramophone(brush: Brush) -> None:
    wood = brush.main(WOOD)
    brush.shape([(-0.05, -0.36), (0.04, -0.56), (-0.62, -0.98), (-0.74, -0.62), (-0.40, -0.46)], BRASS, soft=True)
    brush.oval(-0.62, -0.78, 0.15, 0.24, darker(BRASS, 0.35))
    brush.oval(0.04, -0.31, 0.44, 0.09, "#2a2730")
    brush.oval(0.04, -0.31, 0.14, 0.03, "#b8433a", flat=True)
    brush.line([(0.0, -0.52), (0.28, -0.46), (0.22, -0.33)], 0.045, STEEL, soft=True)
    brush.box(-0.46, -0.28, 0.96, 0.28, wood, 0.03)
    brush.line([(0.50, -0.14), (0.62, -0.14), (0.62, -0.04)], 0.03, BRASS)


@draws("violin, fiddle, viola, cello", 0.3)
def violin(brush: Brush) -> None:
    _strung(brush, brush.main("#a4562a"), waist=0.12, hole="")


@draws("guitar, ukulele, banjo, lute, bass", 0.34)
def guitar(brush: Brush) -> None:
    _strung(brush, brush.main("#c98a4a"), waist=0.17, hole="#3a241a")


def _strung(brush: Brush, wood: str, *, waist: float, hole: str) -> None:
    with brush.turned(14, 0, -0.3):
        brush.box(-0.03, -0.98, 0.06, 0.50, DARK_WOOD)
        brush.box(-0.055, -1.0, 0.11, 0.12, DARK_WOOD, 0.03)
        outline = [
            (0, 0), (0.10, -0.008), (0.18, -0.045), (0.23, -0.11), (0.225, -0.18), (0.17, -0.245), (waist, -0.30),
            (waist + 0.005, -0.36), (0.165, -0.42), (0.185, -0.48), (0.155, -0.54), (0.09, -0.575), (0, -0.58),
        ]  # fmt: skip
        brush.shape(outline + [(-x, y) for x, y in reversed(outline[1:-1])], wood, soft=True)
        if hole:
            brush.oval(0, -0.36, 0.085, 0.085, hole, flat=True)
        else:
            for side in (-1, 1):
                brush.line([(side * 0.12, -0.24), (side * 0.10, -0.32), (side * 0.13, -0.38)], 0.02, INK, soft=True)
        brush.box(-0.09, -0.15, 0.18, 0.035, DARK_WOOD)
        for string in (-0.015, 0.0, 0.015):
            brush.line([(string, -0.13), (string, -0.95)], 0.005, "#efe8d8")


@draws("piano, organ, harpsichord, grand piano", 0.74, heads=2.8)
def piano(brush: Brush) -> None:
    wood = brush.main("#33242a")
    brush.box(-0.70, -1.0, 1.40, 0.94, wood, 0.03)
    brush.box(-0.62, -0.92, 1.24, 0.34, mix(wood, "#ffffff", 0.08), 0.02)
    for x in (-0.66, 0.58):
        brush.box(x, -0.50, 0.08, 0.50, darker(wood, 0.3))
    brush.box(-0.74, -0.50, 1.48, 0.15, darker(wood, 0.2), 0.03)
    brush.box(-0.64, -0.49, 1.28, 0.085, "#f3efe4", flat=True)
    for key in range(1, 20):
        x = -0.64 + key * 0.064
        brush.line([(x, -0.485), (x, -0.41)], 0.004, "#8d8a86")
        if key % 7 not in (3, 0):
            brush.box(x - 0.018, -0.49, 0.036, 0.05, INK, flat=True)
    for x in (-0.08, 0.08):
        brush.oval(x, -0.04, 0.05, 0.03, BRASS)
    brush.shine([(-0.6, -0.96), (0.3, -0.96)], 0.018, 0.3)


@draws("drum, drums, tambourine, bongo", 0.46, heads=1.4)
def drum(brush: Brush) -> None:
    shell = brush.main("#b5362f")
    brush.box(-0.48, -0.66, 0.96, 0.56, shell)
    brush.oval(0, -0.10, 0.48, 0.10, shell)
    for index in range(6):
        x = -0.48 + index * 0.192
        brush.line([(x, -0.60), (x + 0.096, -0.08), (x + 0.192, -0.60)][: 3 if index < 5 else 2], 0.02, "#f1e6c8")
    brush.oval(0, -0.66, 0.50, 0.13, BRASS)
    brush.oval(0, -0.68, 0.46, 0.11, "#f4eddb")
    brush.line([(-0.10, -0.70), (0.42, -1.0)], 0.04, WOOD)
    brush.line([(0.12, -0.70), (-0.40, -1.0)], 0.04, WOOD)
    for x in (-0.10, 0.12):
        brush.ball(x, -0.70, 0.045, paler(WOOD))


@draws("trumpet, horn, bugle", 0.6)
def trumpet(brush: Brush) -> None:
    brush.canvas.translate(0, 0.17)
    metal = brush.main(BRASS)
    brush.line([(-0.70, -0.52), (0.30, -0.52)], 0.07, metal)
    brush.shape([(0.25, -0.57), (0.50, -0.66), (0.72, -0.86), (0.72, -0.18), (0.50, -0.38), (0.25, -0.47)], metal)
    brush.oval(0.72, -0.52, 0.06, 0.34, darker(metal, 0.35))
    brush.line([(-0.35, -0.52), (-0.42, -0.34), (-0.20, -0.26), (0.20, -0.28), (0.26, -0.50)], 0.06, metal, soft=True)
    for x in (-0.14, 0.0, 0.14):
        brush.box(x - 0.04, -0.68, 0.08, 0.40, paler(metal, 0.15), 0.02)
        brush.line([(x, -0.68), (x, -0.76)], 0.035, STEEL)
    brush.oval(-0.72, -0.52, 0.04, 0.07, metal)


@draws("suitcase, briefcase, case, luggage, satchel", 0.56, heads=1.4)
def suitcase(brush: Brush) -> None:
    hide = brush.main(LEATHER)
    if brush.has("sack", "money"):
        brush.shape(
            [(-0.44, 0), (-0.50, -0.34), (-0.14, -0.76), (0.14, -0.76), (0.50, -0.34), (0.44, 0)],
            brush.main("#b89a68"),
            soft=True,
        )
        brush.shape([(-0.14, -0.74), (-0.24, -0.98), (0.0, -0.90), (0.24, -0.98), (0.14, -0.74)], brush.main("#b89a68"))
        brush.line([(-0.15, -0.74), (0.15, -0.74)], 0.05, DARK_WOOD)
        return
    brush.line([(-0.18, -0.72), (-0.16, -0.94), (0.16, -0.94), (0.18, -0.72)], 0.07, darker(hide, 0.35), soft=True)
    brush.box(-0.62, -0.76, 1.24, 0.76, hide, 0.09)
    brush.line([(-0.61, -0.46), (0.61, -0.46)], 0.018, darker(hide, 0.45))
    for x in (-0.36, 0.28):
        brush.box(x, -0.75, 0.08, 0.74, darker(hide, 0.35))
        brush.box(x - 0.025, -0.52, 0.13, 0.13, BRASS, 0.02)
    for x, y in ((-0.62, -0.76), (0.48, -0.76), (-0.62, -0.14), (0.48, -0.14)):
        brush.box(x, y, 0.14, 0.14, darker(hide, 0.3), 0.07)
