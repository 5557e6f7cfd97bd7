"""Animals, small and simple."""

from __future__ import annotations

from .prop_shapes import INK, Brush, darker, draws, paler


@draws("dog, puppy, hound, wolf, fox", 0.5)
def dog(brush: Brush) -> None:
    fur = brush.accent or ("#8a8f98" if brush.has("wolf") else "#c9692f" if brush.has("fox") else "#b5834a")
    brush.line([(-0.36, -0.30), (-0.56, -0.48), (-0.52, -0.66)], 0.11, fur, soft=True)
    brush.shape(
        [(-0.40, 0.0), (-0.46, -0.28), (-0.18, -0.62), (0.16, -0.62), (0.28, -0.30), (0.26, 0.0)], fur, soft=True
    )
    for x in (0.06, 0.22):
        brush.line([(x, -0.40), (x, -0.06)], 0.12, fur)
        brush.oval(x + 0.03, -0.04, 0.10, 0.05, paler(fur, 0.4))
    brush.oval(-0.22, -0.06, 0.20, 0.07, fur)
    brush.oval(0.10, -0.76, 0.23, 0.21, fur)
    brush.oval(0.28, -0.69, 0.16, 0.11, paler(fur, 0.4))
    brush.oval(0.41, -0.73, 0.05, 0.04, INK, flat=True)
    brush.oval(0.18, -0.81, 0.032, 0.038, INK, flat=True)
    if brush.has("wolf", "fox"):
        for x in (-0.06, 0.12):
            brush.shape([(x - 0.09, -0.90), (x, -1.0), (x + 0.09, -0.90)], darker(fur, 0.2))
    else:
        brush.shape([(-0.02, -0.94), (-0.16, -0.88), (-0.18, -0.58), (-0.04, -0.62)], darker(fur, 0.35), soft=True)
    brush.line([(-0.04, -0.56), (0.20, -0.54)], 0.05, "#c43b34")


@draws("cat, kitten, tiger, lion", 0.44)
def cat(brush: Brush) -> None:
    fur = brush.accent or ("#d98f3a" if brush.has("tiger", "lion") else "#5a5560")
    brush.line([(-0.26, -0.08), (-0.50, -0.14), (-0.50, -0.42), (-0.38, -0.54)], 0.085, fur, soft=True)
    brush.shape(
        [(-0.32, 0.0), (-0.32, -0.30), (-0.12, -0.60), (0.16, -0.60), (0.28, -0.26), (0.26, 0.0)], fur, soft=True
    )
    for x in (0.02, 0.17):
        brush.oval(x, -0.04, 0.08, 0.05, paler(fur, 0.3))
    for side in (-1, 1):
        brush.shape([(0.04 + side * 0.06, -0.88), (0.04 + side * 0.20, -1.0), (0.04 + side * 0.22, -0.76)], fur)
        brush.shape(
            [(0.04 + side * 0.10, -0.88), (0.04 + side * 0.18, -0.95), (0.04 + side * 0.19, -0.81)],
            "#d99a9a",
            flat=True,
        )
    brush.oval(0.04, -0.72, 0.25, 0.20, fur)
    for x in (-0.05, 0.14):
        brush.oval(x, -0.75, 0.055, 0.06, "#cfe07a", flat=True)
        brush.oval(x, -0.75, 0.018, 0.05, INK, flat=True)
    brush.shape([(0.02, -0.68), (0.07, -0.68), (0.045, -0.645)], "#d98a8a", flat=True)
    for side in (-1, 1):
        for y in (-0.66, -0.62):
            brush.line([(0.045 + side * 0.08, -0.65), (0.045 + side * 0.32, y)], 0.008, "#f4efe2")


@draws("bird, crow, raven, parrot, owl, dove, pigeon, seagull, duck, chicken, swan, eagle", 0.34)
def bird(brush: Brush) -> None:
    plumage = brush.accent or (
        "#33323c"
        if brush.has("crow", "raven")
        else "#3f9a5a"
        if brush.has("parrot")
        else "#efece4"
        if brush.has("dove", "swan", "seagull")
        else "#5f87a8"
    )
    for x in (0.0, 0.12):
        brush.line([(x, -0.14), (x + 0.02, 0.0), (x + 0.10, 0.0)], 0.03, "#d98f2b")
    brush.shape([(-0.24, -0.36), (-0.62, -0.14), (-0.54, -0.10), (-0.10, -0.20)], darker(plumage, 0.2))
    brush.shape(
        [(-0.34, -0.34), (-0.06, -0.62), (0.16, -0.86), (0.36, -0.74), (0.34, -0.34), (0.10, -0.12), (-0.16, -0.16)],
        plumage,
        soft=True,
    )
    brush.oval(0.20, -0.76, 0.20, 0.20, plumage)
    brush.shape([(-0.36, -0.26), (-0.10, -0.52), (0.18, -0.44), (0.06, -0.24)], darker(plumage, 0.28), soft=True)
    brush.shape([(0.38, -0.82), (0.60, -0.72), (0.38, -0.68)], "#e5982e")
    brush.oval(0.27, -0.80, 0.045, 0.045, "#fbf7ec", flat=True)
    brush.oval(0.28, -0.80, 0.025, 0.025, INK, flat=True)


@draws("horse, pony, unicorn, donkey, cow, deer, sheep, goat", 0.62)
def horse(brush: Brush) -> None:
    coat = brush.accent or ("#f0ece4" if brush.has("unicorn", "sheep") else "#8a5a38")
    brush.line([(-0.50, -0.56), (-0.66, -0.44), (-0.64, -0.16)], 0.09, darker(coat, 0.5), soft=True)
    for x, share in ((-0.40, 0.0), (-0.28, 0.2), (0.20, 0.2), (0.32, 0.0)):
        brush.line([(x, -0.40), (x + 0.02, -0.06)], 0.10, darker(coat, share))
        brush.box(x - 0.04, -0.06, 0.12, 0.06, INK, 0.02)
    brush.shape(
        [(-0.54, -0.50), (-0.44, -0.68), (0.20, -0.66), (0.42, -0.56), (0.36, -0.32), (-0.44, -0.32)], coat, soft=True
    )
    brush.shape([(0.14, -0.56), (0.34, -0.92), (0.52, -0.94), (0.46, -0.44)], coat)
    brush.shape([(0.36, -0.97), (0.54, -0.96), (0.78, -0.70), (0.72, -0.60), (0.46, -0.72)], coat, soft=True)
    brush.shape([(0.38, -0.92), (0.42, -1.0), (0.47, -0.92)], coat)
    brush.line([(0.34, -0.94), (0.22, -0.76), (0.16, -0.60)], 0.085, darker(coat, 0.5), soft=True)
    brush.oval(0.56, -0.84, 0.025, 0.03, INK, flat=True)
    if brush.has("unicorn"):
        brush.shape([(0.48, -0.95), (0.60, -1.14), (0.54, -0.93)], "#e2b440")


@draws("mouse, rat, rabbit, bunny, squirrel, hamster", 0.44)
def mouse(brush: Brush) -> None:
    fur = brush.main("#a39a94")
    long_eared = brush.has("rabbit", "bunny")
    if not long_eared:
        brush.line([(-0.40, -0.10), (-0.70, -0.06), (-0.72, -0.34)], 0.04, "#d9a0a0", soft=True)
    for x in (0.06, 0.26):
        if long_eared:
            brush.oval(x, -0.84, 0.075, 0.18, fur)
            brush.oval(x, -0.84, 0.035, 0.13, "#d9a0a0", flat=True)
        else:
            brush.ball(x, -0.80, 0.14, fur)
            brush.oval(x, -0.80, 0.08, 0.08, "#d9a0a0", flat=True)
    brush.oval(-0.10, -0.28, 0.38, 0.28, fur)
    brush.oval(0.20, -0.54, 0.25, 0.22, fur)
    brush.oval(0.43, -0.50, 0.04, 0.035, "#c2707a", flat=True)
    brush.oval(0.27, -0.60, 0.035, 0.042, INK, flat=True)
    for x in (-0.20, 0.14):
        brush.oval(x, -0.04, 0.12, 0.05, paler(fur, 0.3))
