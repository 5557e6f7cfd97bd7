"""Small electronics, and what flies and listens by itself."""

from __future__ import annotations

from .brush import BRASS, IRON, STEEL, WOOD, Brush, darker, draws, paler


@draws("ray gun, blaster, laser gun, phaser, laser, raygun", 0.6)
def ray_gun(brush: Brush) -> None:
    metal = brush.main("#c9503f")
    brush.shape([(-0.46, -0.52), (-0.18, -0.52), (-0.30, 0.0), (-0.56, -0.02)], darker(metal, 0.35))
    brush.oval(-0.26, -0.66, 0.34, 0.24, metal)
    for x in (0.08, 0.22, 0.36):
        brush.box(x, -0.82 + (x - 0.08) * 0.2, 0.07, 0.32 - (x - 0.08) * 0.4, "#e9c24f", 0.03)
    brush.line([(0.0, -0.66), (0.66, -0.66)], 0.07, STEEL)
    brush.spark(0.70, -0.66, 0.08, "#8fe9ff")
    brush.glow(0.70, -0.66, 0.3, "#8fe9ff")


@draws("flintlock, old pistol, dueling pistol, musket pistol", 0.62)
def flintlock(brush: Brush) -> None:
    brush.shape(
        [(-0.56, 0.0), (-0.70, -0.16), (-0.30, -0.70), (0.10, -0.74), (0.10, -0.58), (-0.22, -0.52), (-0.42, -0.02)],
        WOOD,
        soft=False,
    )
    brush.box(-0.10, -0.80, 0.86, 0.12, brush.main("#7f858d"), 0.04)
    brush.line([(-0.24, -0.76), (-0.14, -0.94), (-0.02, -0.86)], 0.06, IRON)
    brush.ring(-0.06, -0.50, 0.08, 0.03, BRASS)
    brush.ball(-0.60, -0.06, 0.09, BRASS)


@draws("pistol, handgun, automatic, semi-automatic", 0.58)
def pistol(brush: Brush) -> None:
    metal = brush.main("#3a3d46")
    brush.shape([(-0.44, -0.62), (-0.10, -0.62), (-0.20, 0.0), (-0.56, -0.02)], darker(metal, 0.25))
    brush.box(-0.56, -0.86, 1.20, 0.20, metal, 0.04)
    brush.box(-0.50, -0.68, 0.90, 0.12, darker(metal, 0.15), 0.03)
    brush.line([(-0.06, -0.56), (0.02, -0.36), (0.18, -0.40), (0.20, -0.56)], 0.04, metal, soft=True)
    for step in range(4):
        brush.line([(-0.50 + step * 0.05, -0.84), (-0.50 + step * 0.05, -0.70)], 0.014, darker(metal, 0.5))


@draws("remote control, remote, controller, zapper", 0.22)
def remote_control(brush: Brush) -> None:
    case = brush.main("#2e3038")
    brush.box(-0.20, -1.0, 0.40, 1.0, case, 0.10)
    brush.spark(0, -0.90, 0.05, "#f0473c")
    for index in range(12):
        brush.oval(
            -0.10 + (index % 3) * 0.10, -0.74 + (index // 3) * 0.13, 0.035, 0.035, ("#d9dde2", "#8fb4d9")[index % 2]
        )


@draws("game controller, joystick, gamepad, video game, game console, console", 0.6)
def game_controller(brush: Brush) -> None:
    case = brush.main("#e6e3dc")
    brush.canvas.translate(0, 0.02)
    brush.shape(
        [
            (-0.50, -0.70),
            (0.50, -0.70),
            (0.72, -0.40),
            (0.70, -0.06),
            (0.50, -0.04),
            (0.30, -0.28),
            (-0.30, -0.28),
            (-0.50, -0.04),
            (-0.70, -0.06),
            (-0.72, -0.40),
        ],
        case,
        soft=True,
    )
    brush.box(-0.46, -0.56, 0.06, 0.20, IRON)
    brush.box(-0.53, -0.49, 0.20, 0.06, IRON)
    for x, y, tone in (
        (0.42, -0.58, "#e9c24f"),
        (0.52, -0.46, "#e0655a"),
        (0.32, -0.46, "#4f8fe0"),
        (0.42, -0.35, "#5fc48d"),
    ):
        brush.oval(x, y, 0.055, 0.055, tone)
    for x in (-0.18, 0.16):
        brush.oval(x, -0.36, 0.09, 0.09, "#4a4d57")


@draws("headphones, headset, earphones, earbuds", 0.36)
def headphones(brush: Brush) -> None:
    tone = brush.main("#33353d")
    brush.line([(-0.42, -0.34), (-0.38, -0.80), (0.0, -0.98), (0.38, -0.80), (0.42, -0.34)], 0.08, tone, soft=True)
    for side in (-1, 1):
        brush.oval(side * 0.42, -0.24, 0.15, 0.24, tone)
        brush.oval(side * 0.34, -0.24, 0.10, 0.21, paler(tone, 0.3))


@draws("microphone, mic, mike", 0.24)
def microphone(brush: Brush) -> None:
    if brush.era in {"1920s", "1950s"} or brush.has("vintage", "old"):
        brush.box(-0.04, -0.50, 0.08, 0.46, STEEL)
        brush.oval(0, -0.04, 0.26, 0.05, STEEL)
        brush.box(-0.20, -1.0, 0.40, 0.54, brush.main(STEEL), 0.18)
        for x in (-0.12, -0.04, 0.04, 0.12):
            brush.line([(x, -0.94), (x, -0.52)], 0.025, IRON)
        brush.box(-0.21, -0.77, 0.42, 0.07, darker(STEEL, 0.35), 0.02)
        return
    with brush.turned(14, 0, -0.4):
        brush.shape([(-0.12, -0.66), (0.12, -0.66), (0.07, 0.0), (-0.07, 0.0)], brush.main("#2e3038"))
        brush.ball(0, -0.80, 0.20, "#8d949e")
        brush.box(-0.17, -0.70, 0.34, 0.07, STEEL, 0.03)


@draws("megaphone, bullhorn, loudhailer", 0.5)
def megaphone(brush: Brush) -> None:
    tone = brush.main("#d8433a")
    with brush.turned(-14):
        brush.shape([(-0.40, -0.62), (0.50, -0.92), (0.50, -0.16), (-0.40, -0.42)], tone)
        brush.oval(0.50, -0.54, 0.10, 0.38, darker(tone, 0.4))
        brush.box(-0.60, -0.64, 0.22, 0.24, "#f1ece0", 0.04)
        brush.shape([(-0.20, -0.42), (0.0, -0.40), (-0.06, -0.12), (-0.22, -0.12)], IRON)


@draws("cassette, tape, cassette tape, mixtape, audio tape, videotape, vhs", 0.6)
def cassette(brush: Brush) -> None:
    brush.box(-0.70, -0.90, 1.40, 0.90, brush.main("#33353d"), 0.06)
    brush.box(-0.58, -0.80, 1.16, 0.50, "#f0dfae", 0.03)
    brush.box(-0.58, -0.80, 1.16, 0.14, "#e0655a", flat=True)
    brush.box(-0.40, -0.56, 0.80, 0.20, "#4a3d34", 0.09)
    for x in (-0.26, 0.26):
        brush.oval(x, -0.46, 0.09, 0.09, "#f4f1e8")
        brush.spokes(x, -0.46, 0.03, 0.08, 6, 0.02, IRON)
    brush.shape([(-0.40, 0.0), (-0.34, -0.18), (0.34, -0.18), (0.40, 0.0)], "#4a4d57")


@draws("vinyl record, vinyl, record, lp, disc, disk, cd, dvd", 0.4)
def vinyl(brush: Brush) -> None:
    shiny = brush.has("cd", "dvd")
    brush.oval(0, -0.50, 0.50, 0.50, "#d5dde6" if shiny else "#25232b")
    for radius in (0.42, 0.34, 0.26):
        brush.ring(0, -0.50, radius, 0.012, "#f4f6fa" if shiny else "#4a4753")
    brush.oval(0, -0.50, 0.17, 0.17, brush.main("#c8443a") if not shiny else "#f4f1e8")
    brush.oval(0, -0.50, 0.03, 0.03, "#e8dcc8", flat=True)
    brush.shine([(0.20, -0.84), (0.36, -0.66)], 0.05, 0.4)


@draws("usb stick, flash drive, memory stick, usb, thumb drive, hard drive", 0.5)
def usb_stick(brush: Brush) -> None:
    with brush.turned(-22):
        brush.box(-0.62, -0.66, 0.84, 0.36, brush.main("#2f6fb0"), 0.08)
        brush.box(0.22, -0.60, 0.36, 0.24, STEEL)
        for y in (-0.54, -0.45):
            brush.box(0.34, y, 0.12, 0.05, IRON, flat=True)
        brush.spark(-0.48, -0.48, 0.05, "#8fe9ff")


@draws("chip, microchip, circuit, circuit board, processor, computer chip, implant", 0.46)
def microchip(brush: Brush) -> None:
    for step in range(5):
        at = -0.28 + step * 0.14
        for x1, y1, x2, y2 in ((at, -0.98, at, -0.02), (-0.48, at - 0.5, 0.48, at - 0.5)):
            brush.line([(x1, y1), (x2, y2)], 0.045, BRASS)
    brush.box(-0.36, -0.86, 0.72, 0.72, brush.main("#2f5a4a"), 0.04)
    brush.box(-0.18, -0.68, 0.36, 0.36, "#26282f", 0.02)
    brush.glow(0, -0.50, 0.34, "#8fe9ff")
    brush.lit(-0.07, -0.57, 0.14, 0.14, "#8fe9ff", 0.02)


@draws("battery, power cell, energy cell, batteries", 0.22)
def battery(brush: Brush) -> None:
    tone = brush.main("#d9a53a")
    brush.box(-0.08, -1.0, 0.16, 0.10, STEEL, 0.02)
    brush.box(-0.22, -0.92, 0.44, 0.92, "#33353d", 0.05)
    brush.box(-0.22, -0.92, 0.44, 0.34, tone, 0.05)
    brush.shape([(0.03, -0.50), (-0.10, -0.26), (0.0, -0.26), (-0.03, -0.08), (0.11, -0.32), (0.0, -0.32)], "#f4e6a0")


@draws("drone, quadcopter", 0.4)
def drone(brush: Brush) -> None:
    body = brush.main("#d9dde2")
    for side in (-1, 1):
        brush.line([(0, -0.62), (side * 0.58, -0.74)], 0.06, IRON)
        brush.line([(side * 0.58, -0.74), (side * 0.58, -0.84)], 0.05, IRON)
        brush.oval(side * 0.58, -0.88, 0.30, 0.05, "#9fb0bb", 0.7)
        brush.line([(side * 0.22, -0.50), (side * 0.30, -0.28), (side * 0.16, -0.26)], 0.035, IRON)
    brush.oval(0, -0.60, 0.32, 0.17, body)
    brush.oval(0.04, -0.44, 0.12, 0.12, "#33353d")
    brush.spark(0.06, -0.44, 0.05, "#7fc4ff")


@draws("satellite, space probe, probe, space station", 0.3)
def satellite(brush: Brush) -> None:
    with brush.turned(-20):
        for side in (-1, 1):
            brush.line([(side * 0.16, -0.5), (side * 0.30, -0.5)], 0.05, STEEL)
            brush.box(side * 0.55 - 0.26, -0.68, 0.52, 0.36, "#2f4f8a", 0.01)
            for step in (-0.13, 0.0, 0.13):
                brush.line([(side * 0.55 + step, -0.68), (side * 0.55 + step, -0.32)], 0.012, "#8fb4e0")
        brush.box(-0.17, -0.72, 0.34, 0.44, brush.main(BRASS), 0.03)
        brush.shape([(-0.18, -0.84), (0.18, -0.84), (0.06, -0.70), (-0.06, -0.70)], "#e6e9ec", soft=True)
        brush.line([(0, -0.84), (0, -0.98)], 0.025, STEEL)


@draws("antenna, satellite dish, radar, aerial, radio telescope, dish antenna", 0.36, heads=3.4)
def antenna(brush: Brush) -> None:
    brush.shape([(-0.16, 0.0), (0.0, -0.50), (0.16, 0.0)], STEEL)
    with brush.turned(-32, 0.0, -0.60):
        brush.shape([(-0.46, -0.78), (0.46, -0.78), (0.26, -0.54), (-0.26, -0.54)], brush.main("#dfe3e6"), soft=True)
        brush.oval(0, -0.78, 0.46, 0.09, darker("#dfe3e6", 0.18))
        brush.line([(0, -0.78), (0, -1.0)], 0.03, IRON)
        brush.spark(0, -1.0, 0.05, "#f0473c")


@draws("button, switch, lever, red button, control panel, dashboard, panel", 0.5)
def button(brush: Brush) -> None:
    case = brush.main("#59616b") if not brush.has("red") else "#59616b"
    brush.shape([(-0.60, 0.0), (-0.50, -0.46), (0.50, -0.46), (0.60, 0.0)], case)
    brush.oval(0, -0.46, 0.34, 0.09, "#e9c24f")
    if brush.has("lever", "switch"):
        brush.line([(0, -0.46), (0.22, -0.88)], 0.07, STEEL)
        brush.ball(0.24, -0.90, 0.10, "#d8322a")
    else:
        brush.box(-0.24, -0.70, 0.48, 0.24, "#c42b24", 0.05)
        brush.oval(0, -0.70, 0.24, 0.075, "#e5524a")
    for x in (-0.36, 0.0, 0.36):
        brush.spark(x, -0.16, 0.05, ("#5fc48d", "#e9c24f", "#e0655a")[round((x + 0.36) / 0.36)])
