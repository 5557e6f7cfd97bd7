"""What people ride, drive, sail and fly."""

from __future__ import annotations

from .brush import BRASS, DARK_WOOD, GLASS, INK, IRON, STEEL, WOOD, Brush, darker, draws

_TYRE = "#2a2830"


def wheel(brush: Brush, x: float, radius: float, *, hub: str = STEEL, y: float = 0.0) -> None:
    """Draw a tyre on its hub, standing at `x`."""
    brush.oval(x, y - radius, radius, radius, _TYRE)
    brush.oval(x, y - radius, radius * 0.6, radius * 0.6, hub)
    brush.oval(x, y - radius, radius * 0.2, radius * 0.2, darker(hub, 0.5), flat=True)


def _spoked(brush: Brush, x: float, radius: float, colour: str = WOOD) -> None:
    brush.spokes(x, -radius, radius * 0.1, radius * 0.95, 10, radius * 0.07, colour)
    brush.ring(x, -radius, radius * 0.94, radius * 0.14, darker(colour, 0.25))
    brush.oval(x, -radius, radius * 0.17, radius * 0.17, darker(colour, 0.4))


@draws("old car, vintage car, model t, antique car, jalopy", 0.8, heads=3.4)
def old_car(brush: Brush) -> None:
    body = brush.main("#2f4a3f")
    brush.box(-0.42, -0.98, 0.80, 0.10, darker(body, 0.3), 0.04)
    brush.shape([(-0.40, -0.90), (0.34, -0.90), (0.30, -0.50), (-0.44, -0.50)], darker(body, 0.1))
    brush.box(-0.34, -0.86, 0.28, 0.28, GLASS, 0.02)
    brush.box(0.0, -0.86, 0.28, 0.28, GLASS, 0.02)
    brush.shape([(-0.66, -0.52), (0.30, -0.55), (0.72, -0.52), (0.74, -0.22), (-0.66, -0.20)], body)
    brush.box(0.70, -0.56, 0.08, 0.34, BRASS, 0.03)
    for x in (-0.46, 0.52):
        brush.line(
            [(x - 0.28, -0.22), (x - 0.10, -0.46), (x + 0.14, -0.44), (x + 0.28, -0.22)],
            0.06,
            darker(body, 0.4),
            soft=True,
        )
        _spoked(brush, x, 0.21, "#b09468")
    brush.line([(-0.20, -0.14), (0.28, -0.14)], 0.05, darker(body, 0.5))
    brush.spark(0.76, -0.52, 0.06, "#fff0b8")


@draws("classic car, cadillac, convertible, oldtimer", 0.8, heads=3.0)
def classic_car(brush: Brush) -> None:
    body = brush.main("#4f9aa0")
    brush.shape([(-0.34, -0.50), (-0.22, -0.84), (0.22, -0.84), (0.40, -0.50)], "#efe6d6", soft=False)
    brush.shape([(-0.26, -0.52), (-0.17, -0.78), (0.01, -0.78), (0.01, -0.52)], GLASS)
    brush.shape([(0.05, -0.52), (0.05, -0.78), (0.19, -0.78), (0.33, -0.52)], GLASS)
    brush.shape(
        [(-0.84, -0.62), (-0.62, -0.56), (-0.30, -0.54), (0.44, -0.54), (0.80, -0.46), (0.82, -0.20), (-0.78, -0.20)],
        body,
    )
    brush.line([(-0.72, -0.38), (0.78, -0.36)], 0.035, "#f4efe4")
    brush.box(-0.84, -0.26, 0.20, 0.07, STEEL, 0.03)
    brush.box(0.66, -0.26, 0.20, 0.07, STEEL, 0.03)
    brush.spark(0.77, -0.40, 0.055, "#fff2c4")
    for x in (-0.50, 0.50):
        wheel(brush, x, 0.18, hub="#f1ece0")


@draws("hover car, flying car, future car, hovercraft", 0.6, heads=3.0)
def hover_car(brush: Brush) -> None:
    body = brush.main("#d5dbe2")
    brush.glow(0, -0.14, 0.7, "#6fd8ff")
    brush.shape([(-0.30, -0.58), (-0.08, -0.88), (0.30, -0.82), (0.52, -0.56)], "#7fc4dd", soft=True)
    brush.shape(
        [(-0.80, -0.48), (-0.40, -0.62), (0.40, -0.60), (0.82, -0.42), (0.60, -0.26), (-0.60, -0.26)], body, soft=True
    )
    brush.line([(-0.62, -0.42), (0.70, -0.40)], 0.03, "#3f8fd0")
    for x in (-0.45, 0.40):
        brush.oval(x, -0.22, 0.20, 0.05, darker(body, 0.4))
        brush.lit(x - 0.14, -0.19, 0.28, 0.04, "#a8f0ff", 0.02)


@draws("police car, squad car, patrol car", 0.8, heads=3.0)
def police_car(brush: Brush) -> None:
    _sedan(brush, brush.main("#f1efe8"))
    brush.box(-0.60, -0.48, 0.92, 0.14, "#27406e", flat=True)
    brush.lit(-0.16, -0.98, 0.16, 0.09, "#e5473c", 0.03)
    brush.lit(0.01, -0.98, 0.16, 0.09, "#4f8fe0", 0.03)


def _sedan(brush: Brush, body: str) -> None:
    brush.shape([(-0.46, -0.54), (-0.26, -0.90), (0.24, -0.90), (0.46, -0.54)], darker(body, 0.12))
    brush.shape([(-0.36, -0.55), (-0.21, -0.83), (-0.02, -0.83), (-0.02, -0.55)], GLASS)
    brush.shape([(0.03, -0.55), (0.03, -0.83), (0.20, -0.83), (0.36, -0.55)], GLASS)
    brush.shape([(-0.80, -0.48), (-0.44, -0.58), (0.46, -0.58), (0.80, -0.46), (0.80, -0.18), (-0.80, -0.18)], body)
    for x in (-0.48, 0.48):
        wheel(brush, x, 0.18)
    brush.spark(0.77, -0.40, 0.05, "#fff2c4")


@draws("ambulance", 0.78, heads=3.6)
def ambulance(brush: Brush) -> None:
    _van(brush, brush.main("#f1efe8"))
    brush.box(-0.78, -0.52, 1.52, 0.10, "#c8362f", flat=True)
    brush.box(-0.50, -0.86, 0.10, 0.28, "#c8362f", flat=True)
    brush.box(-0.59, -0.77, 0.28, 0.10, "#c8362f", flat=True)
    brush.lit(-0.20, -1.0, 0.24, 0.06, "#4f8fe0", 0.02)


def _van(brush: Brush, body: str) -> None:
    brush.shape([(-0.78, -0.94), (0.34, -0.94), (0.62, -0.56), (0.78, -0.50), (0.78, -0.18), (-0.78, -0.18)], body)
    brush.shape([(0.20, -0.84), (0.32, -0.84), (0.52, -0.55), (0.20, -0.55)], GLASS)
    brush.line([(0.12, -0.90), (0.12, -0.22)], 0.015, darker(body, 0.4))
    for x in (-0.46, 0.48):
        wheel(brush, x, 0.18)
    brush.spark(0.75, -0.40, 0.05, "#fff2c4")


@draws("van, minivan, delivery van, camper, campervan, caravan", 0.78, heads=3.6)
def van(brush: Brush) -> None:
    body = brush.main("#c9b27c")
    _van(brush, body)
    if brush.has("camper", "campervan", "caravan"):
        brush.box(-0.66, -0.82, 0.26, 0.22, GLASS, 0.03)
        brush.box(-0.34, -0.82, 0.26, 0.22, GLASS, 0.03)
        brush.box(-0.78, -0.50, 1.54, 0.08, "#f4efe4", flat=True)


@draws("bus, school bus, coach, double decker, minibus", 0.84, heads=5.0)
def bus(brush: Brush) -> None:
    body = brush.main("#e0a92e" if brush.has("school") else "#c8443a")
    brush.box(-0.84, -1.0, 1.66, 0.84, body, 0.10)
    rows = ((-0.92, 0.24), (-0.58, 0.22)) if brush.has("double") else ((-0.86, 0.32),)
    for y, high in rows:
        for step in range(5):
            brush.box(-0.76 + step * 0.26, y, 0.21, high, GLASS, 0.03)
    brush.box(0.56, -0.86, 0.22, 0.62, darker(GLASS, 0.2), 0.03)
    brush.box(-0.84, -0.42, 1.38, 0.05, darker(body, 0.35), flat=True)
    for x in (-0.50, 0.40):
        wheel(brush, x, 0.17)
    brush.spark(0.79, -0.28, 0.05, "#fff2c4")


@draws("truck, lorry, pickup, semi, tanker, garbage truck, tow truck", 0.84, heads=4.6)
def truck(brush: Brush) -> None:
    cab = brush.main("#3f6fa5")
    if brush.has("pickup"):
        brush.shape([(-0.06, -0.50), (0.0, -0.82), (0.32, -0.82), (0.50, -0.50)], darker(cab, 0.1))
        brush.shape([(0.04, -0.52), (0.07, -0.76), (0.29, -0.76), (0.42, -0.52)], GLASS)
        brush.shape(
            [
                (-0.82, -0.54),
                (-0.10, -0.54),
                (-0.08, -0.50),
                (0.50, -0.50),
                (0.80, -0.42),
                (0.80, -0.20),
                (-0.82, -0.20),
            ],
            cab,
        )
    else:
        if brush.has("tanker"):
            brush.box(-0.84, -0.84, 1.12, 0.54, STEEL, 0.26)
        else:
            brush.box(-0.84, -1.0, 1.12, 0.74, "#e6e0d2", 0.03)
            for x in (-0.56, -0.28, 0.0):
                brush.line([(x, -0.96), (x, -0.30)], 0.012, "#b5ae9f")
        brush.shape([(0.32, -0.86), (0.62, -0.86), (0.78, -0.52), (0.82, -0.48), (0.82, -0.22), (0.32, -0.22)], cab)
        brush.shape([(0.42, -0.78), (0.59, -0.78), (0.71, -0.52), (0.42, -0.52)], GLASS)
        brush.box(-0.84, -0.28, 1.2, 0.08, IRON)
    for x in (-0.60, -0.30, 0.56) if not brush.has("pickup") else (-0.50, 0.48):
        wheel(brush, x, 0.17)
    brush.spark(0.79, -0.32, 0.045, "#fff2c4")


@draws("fire engine, fire truck", 0.84, heads=4.6)
def fire_engine(brush: Brush) -> None:
    red = brush.main("#c8302a")
    brush.box(-0.84, -0.66, 1.20, 0.46, red, 0.04)
    brush.shape([(0.30, -0.86), (0.66, -0.86), (0.80, -0.52), (0.82, -0.20), (0.30, -0.20)], red)
    brush.shape([(0.40, -0.78), (0.62, -0.78), (0.72, -0.52), (0.40, -0.52)], GLASS)
    for y in (-0.94, -0.80):
        brush.line([(-0.86, y), (0.34, y)], 0.035, STEEL)
    for step in range(8):
        brush.line([(-0.80 + step * 0.15, -0.94), (-0.80 + step * 0.15, -0.80)], 0.025, STEEL)
    for x in (-0.70, -0.42, -0.14):
        brush.box(x, -0.58, 0.24, 0.22, darker(red, 0.25), 0.02)
    brush.box(-0.84, -0.32, 1.66, 0.05, "#f4efe4", flat=True)
    brush.lit(0.40, -0.94, 0.16, 0.08, "#5fa0f0", 0.03)
    for x in (-0.52, 0.50):
        wheel(brush, x, 0.18)


@draws("motorcycle, motorbike, chopper, moped, vespa, scooter, motor scooter", 0.62, heads=2.4)
def motorcycle(brush: Brush) -> None:
    paint = brush.main("#b5362f")
    for x in (-0.48, 0.50):
        brush.ring(x, -0.27, 0.23, 0.085, _TYRE)
        brush.spokes(x, -0.27, 0.03, 0.20, 10, 0.014, STEEL)
    brush.line([(0.50, -0.27), (0.30, -0.82), (0.16, -0.92)], 0.05, STEEL)
    brush.line([(0.36, -0.86), (0.20, -0.94), (0.06, -0.90)], 0.045, IRON)
    brush.box(-0.18, -0.44, 0.36, 0.30, IRON, 0.06)
    brush.line([(-0.10, -0.16), (-0.70, -0.14)], 0.07, STEEL)
    brush.shape([(-0.14, -0.66), (0.10, -0.76), (0.32, -0.66), (0.24, -0.48), (-0.14, -0.48)], paint, soft=True)
    brush.shape([(-0.66, -0.66), (-0.50, -0.58), (-0.14, -0.60), (-0.14, -0.50), (-0.52, -0.46)], "#3a2a26", soft=True)
    brush.line([(-0.72, -0.44), (-0.52, -0.56), (-0.30, -0.46)], 0.05, paint, soft=True)
    brush.spark(0.40, -0.74, 0.08, "#fff2c4")


@draws("kick scooter, push scooter", 0.5, heads=2.2)
def kick_scooter(brush: Brush) -> None:
    frame = brush.main("#3f8fd0")
    brush.line([(0.40, -0.14), (0.26, -0.96)], 0.06, frame)
    brush.line([(0.10, -0.97), (0.42, -0.95)], 0.06, INK)
    brush.line([(0.36, -0.18), (-0.46, -0.16)], 0.08, frame)
    for x in (-0.50, 0.44):
        wheel(brush, x, 0.10)


@draws("tractor", 0.66, heads=3.6)
def tractor(brush: Brush) -> None:
    paint = brush.main("#c8402f")
    brush.box(-0.50, -0.98, 0.62, 0.07, darker(paint, 0.2), 0.03)
    for x in (-0.46, 0.06):
        brush.line([(x, -0.92), (x - 0.02, -0.52)], 0.04, IRON)
    brush.box(-0.46, -0.91, 0.50, 0.36, GLASS, 0.02, 0.5)
    brush.box(-0.10, -0.62, 0.78, 0.32, paint, 0.06)
    brush.line([(0.42, -0.62), (0.42, -0.86)], 0.05, IRON)
    for step in range(4):
        brush.line([(0.52, -0.56 + step * 0.06), (0.64, -0.56 + step * 0.06)], 0.02, darker(paint, 0.5))
    wheel(brush, -0.40, 0.36, hub="#e6b53a")
    wheel(brush, 0.50, 0.20, hub="#e6b53a")


@draws("carriage, stagecoach, horse carriage, buggy, royal carriage", 0.72, heads=3.8)
def carriage(brush: Brush) -> None:
    body = brush.main("#6e2236")
    brush.line([(0.46, -0.36), (0.84, -0.30)], 0.045, DARK_WOOD)
    brush.shape(
        [(-0.46, -0.86), (0.38, -0.86), (0.46, -0.60), (0.30, -0.28), (-0.34, -0.28), (-0.54, -0.60)], body, soft=True
    )
    brush.box(-0.50, -0.96, 0.92, 0.09, darker(body, 0.35), 0.04)
    brush.box(-0.16, -0.80, 0.26, 0.44, darker(body, 0.25), 0.03)
    brush.box(-0.13, -0.76, 0.20, 0.20, GLASS, 0.02)
    for x in (-0.36, 0.18):
        brush.box(x, -0.76, 0.14, 0.20, GLASS, 0.02)
    brush.line([(-0.50, -0.30), (0.46, -0.30)], 0.03, BRASS)
    brush.spark(0.44, -0.72, 0.06, "#ffd77a")
    _spoked(brush, -0.46, 0.27, "#b08a4a")
    _spoked(brush, 0.44, 0.21, "#b08a4a")


@draws("cart, wagon, handcart, trolley, covered wagon, hay wagon", 0.66, heads=2.8)
def cart(brush: Brush) -> None:
    wood = brush.main(WOOD)
    if brush.has("covered"):
        brush.shape([(-0.62, -0.50), (-0.58, -0.92), (0.0, -1.0), (0.52, -0.92), (0.56, -0.50)], "#efe6d2", soft=True)
        for x in (-0.30, 0.0, 0.28):
            brush.line([(x, -0.94), (x, -0.52)], 0.015, "#c9bda3")
    elif brush.has("hay"):
        brush.shape([(-0.62, -0.46), (-0.50, -0.88), (0.0, -1.0), (0.46, -0.84), (0.56, -0.46)], "#d9b25e", soft=True)
    brush.shape([(-0.66, -0.58), (0.60, -0.58), (0.54, -0.26), (-0.58, -0.26)], wood)
    for y in (-0.48, -0.37):
        brush.line([(-0.62, y), (0.56, y)], 0.014, darker(wood, 0.45))
    brush.line([(0.54, -0.34), (0.88, -0.40)], 0.045, darker(wood, 0.2))
    _spoked(brush, -0.32, 0.26)
    _spoked(brush, 0.30, 0.26)


@draws("wheelbarrow, barrow", 0.56, heads=1.6)
def wheelbarrow(brush: Brush) -> None:
    tub = brush.main("#4a8a4f")
    brush.line([(-0.80, -0.66), (-0.36, -0.48), (0.40, -0.24)], 0.06, WOOD)
    brush.line([(-0.34, -0.44), (-0.40, -0.04)], 0.05, WOOD)
    brush.shape([(-0.50, -0.94), (0.62, -0.94), (0.36, -0.40), (-0.28, -0.40)], tub)
    brush.shade([(-0.50, -0.94), (0.62, -0.94), (0.58, -0.86), (-0.46, -0.86)], 0.3)
    wheel(brush, 0.46, 0.20)


@draws("tram, streetcar, subway, metro, subway car, train car, cable car", 0.8, heads=4.6)
def tram(brush: Brush) -> None:
    body = brush.main("#b5402f")
    brush.line([(-0.10, -0.92), (0.14, -1.0)], 0.025, IRON)
    brush.box(-0.82, -0.92, 1.64, 0.74, body, 0.08)
    brush.box(-0.82, -0.56, 1.64, 0.06, "#f1e6cc", flat=True)
    for step in range(5):
        brush.box(-0.74 + step * 0.31, -0.84, 0.24, 0.24, GLASS, 0.03)
    brush.box(-0.13, -0.80, 0.26, 0.58, darker(body, 0.3), 0.02)
    brush.box(-0.82, -0.20, 1.64, 0.08, IRON)
    for x in (-0.56, -0.34, 0.34, 0.56):
        wheel(brush, x, 0.09)


@draws("bullet train, high speed train, modern train, maglev", 0.84, heads=4.4)
def bullet_train(brush: Brush) -> None:
    body = brush.main("#eef1f4")
    brush.shape(
        [(-0.88, -0.90), (0.20, -0.90), (0.52, -0.76), (0.90, -0.34), (0.86, -0.16), (-0.88, -0.16)], body, soft=False
    )
    brush.shape([(0.26, -0.82), (0.46, -0.74), (0.62, -0.56), (0.28, -0.56)], "#33475f")
    for step in range(4):
        brush.box(-0.80 + step * 0.25, -0.76, 0.18, 0.18, "#5f7f9a", 0.04)
    brush.line([(-0.88, -0.46), (0.50, -0.44), (0.86, -0.28)], 0.07, "#2f6fb0")
    brush.box(-0.88, -0.16, 1.74, 0.08, IRON)


@draws("sled, sleigh, toboggan, santa sleigh", 0.62, heads=1.8)
def sled(brush: Brush) -> None:
    paint = brush.main("#b5362f")
    brush.line([(-0.70, -0.06), (0.50, -0.06), (0.78, -0.20), (0.74, -0.40)], 0.06, STEEL, soft=True)
    for x in (-0.40, 0.30):
        brush.line([(x, -0.08), (x, -0.32)], 0.05, WOOD)
    if brush.has("sleigh"):
        brush.shape(
            [
                (-0.72, -0.98),
                (-0.54, -0.90),
                (-0.40, -0.52),
                (0.30, -0.50),
                (0.62, -0.70),
                (0.60, -0.30),
                (-0.56, -0.28),
            ],
            paint,
            soft=True,
        )
        brush.line([(-0.66, -0.88), (-0.48, -0.50), (0.30, -0.44), (0.58, -0.62)], 0.03, BRASS, soft=True)
    else:
        brush.box(-0.66, -0.44, 1.24, 0.12, paint, 0.04)
        brush.line([(0.60, -0.40), (0.40, -0.86), (0.10, -0.98)], 0.025, "#d9c49a", soft=True)


@draws("skateboard, longboard, skate board", 0.6, heads=0.5)
def skateboard(brush: Brush) -> None:
    brush.line([(-0.82, -0.66), (-0.60, -0.46), (0.60, -0.46), (0.82, -0.66)], 0.16, brush.main("#e0803f"), soft=False)
    for x in (-0.46, 0.46):
        brush.box(x - 0.12, -0.40, 0.24, 0.10, STEEL)
        for dx in (-0.12, 0.12):
            brush.oval(x + dx, -0.16, 0.15, 0.15, "#f0dfae")
            brush.oval(x + dx, -0.16, 0.05, 0.05, IRON)


@draws("tank, battle tank, army tank", 0.8, heads=3.6)
def tank(brush: Brush) -> None:
    paint = brush.main("#66704a")
    brush.line([(0.10, -0.76), (0.92, -0.86)], 0.08, darker(paint, 0.15))
    brush.shape([(-0.40, -0.62), (-0.30, -0.92), (0.20, -0.94), (0.34, -0.62)], paint, soft=False)
    brush.shape([(-0.80, -0.60), (0.76, -0.60), (0.66, -0.32), (-0.74, -0.32)], darker(paint, 0.1))
    brush.box(-0.86, -0.38, 1.70, 0.38, "#34343a", 0.19)
    for step in range(5):
        brush.oval(-0.62 + step * 0.31, -0.19, 0.13, 0.13, darker(paint, 0.2))


@draws("wheelchair", 0.5, heads=2.6)
def wheelchair(brush: Brush) -> None:
    seat = brush.main("#34485f")
    brush.line([(-0.40, -0.96), (-0.30, -0.86), (-0.26, -0.42)], 0.05, STEEL)
    brush.shape([(-0.34, -0.86), (-0.20, -0.86), (-0.14, -0.44), (-0.28, -0.44)], seat)
    brush.box(-0.28, -0.50, 0.62, 0.11, seat, 0.03)
    brush.line([(-0.20, -0.66), (0.20, -0.66), (0.24, -0.48)], 0.045, STEEL)
    brush.line([(0.32, -0.44), (0.46, -0.12), (0.62, -0.12)], 0.045, STEEL)
    brush.ring(-0.12, -0.33, 0.30, 0.05, "#2a2830")
    brush.spokes(-0.12, -0.33, 0.03, 0.28, 12, 0.01, STEEL)
    wheel(brush, 0.36, 0.10)


@draws("stroller, pram, baby carriage, baby buggy", 0.5, heads=2.4)
def pram(brush: Brush) -> None:
    cloth = brush.main("#3f5a86")
    brush.line([(-0.80, -0.88), (-0.62, -0.78), (-0.50, -0.56)], 0.045, STEEL)
    brush.shape([(-0.54, -0.62), (0.56, -0.62), (0.40, -0.30), (-0.36, -0.30)], cloth, soft=False)
    brush.shape([(0.02, -0.62), (0.06, -0.98), (0.40, -0.92), (0.58, -0.62)], darker(cloth, 0.15), soft=True)
    brush.line([(-0.30, -0.30), (0.40, -0.16)], 0.035, STEEL)
    brush.line([(0.36, -0.30), (-0.32, -0.16)], 0.035, STEEL)
    for x in (-0.38, 0.42):
        brush.ring(x, -0.16, 0.14, 0.045, "#2a2830")
        brush.spokes(x, -0.16, 0.02, 0.13, 8, 0.01, STEEL)
