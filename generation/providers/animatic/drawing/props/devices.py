"""Telephones, computers, cameras, clocks and lamps of every era, and what else runs on wires."""

from __future__ import annotations

from .brush import BRASS, DARK_WOOD, IRON, WOOD, Brush, darker, draws, paler


@draws("candlestick phone, candlestick telephone", 0.3)
def candlestick_phone(brush: Brush) -> None:
    metal = brush.main("#2e2b33")
    brush.oval(-0.06, -0.06, 0.34, 0.08, metal)
    brush.line([(-0.06, -0.08), (-0.06, -0.72)], 0.09, metal)
    brush.shape([(-0.04, -0.86), (0.14, -0.80), (0.36, -0.98), (0.36, -0.62), (0.14, -0.72), (-0.06, -0.70)], metal)
    brush.oval(0.36, -0.80, 0.06, 0.18, BRASS)
    brush.line([(-0.10, -0.58), (-0.30, -0.62)], 0.04, BRASS)
    brush.line([(-0.34, -0.88), (-0.36, -0.40)], 0.09, metal)
    brush.oval(-0.34, -0.88, 0.12, 0.09, metal)
    brush.line([(-0.36, -0.38), (-0.46, -0.16), (-0.24, -0.06)], 0.03, "#6a4a34", soft=True)


@draws("cordless phone, cordless telephone, satellite phone", 0.3)
def cordless_phone(brush: Brush) -> None:
    case = brush.main("#33353d")
    brush.box(-0.30, -0.22, 0.60, 0.22, darker(case, 0.2), 0.06)
    brush.line([(0.12, -0.86), (0.12, -1.0)], 0.06, case)
    brush.box(-0.18, -0.90, 0.36, 0.82, case, 0.10)
    brush.lit(-0.12, -0.76, 0.24, 0.14, "#a8d49a", 0.02)
    for index in range(12):
        brush.box(-0.12 + (index % 3) * 0.09, -0.56 + (index // 3) * 0.10, 0.065, 0.06, "#d9dde2", 0.02)


@draws("flip phone, clamshell phone, clamshell", 0.3)
def flip_phone(brush: Brush) -> None:
    case = brush.main("#7d8794")
    brush.shape([(-0.20, -0.50), (0.20, -0.50), (0.26, -0.98), (-0.14, -0.98)], case)
    brush.shape([(-0.13, -0.54), (0.15, -0.54), (0.20, -0.92), (-0.08, -0.92)], "#a8d4ec")
    brush.shape([(-0.20, -0.48), (0.20, -0.48), (0.24, -0.03), (-0.24, -0.03)], darker(case, 0.15))
    for index in range(12):
        brush.box(-0.15 + (index % 3) * 0.11, -0.42 + (index // 3) * 0.10, 0.08, 0.06, paler(case, 0.5), 0.02)


@draws("tablet, ipad, tablet computer, e-reader", 0.4)
def tablet(brush: Brush) -> None:
    brush.box(-0.38, -1.0, 0.76, 1.0, brush.main("#2b2d35"), 0.07)
    brush.lit(-0.33, -0.94, 0.66, 0.88, "#7fb4e0", 0.03)
    brush.lit(-0.26, -0.86, 0.52, 0.34, "#f4f1e6", 0.02)
    for row in range(4):
        brush.lit(-0.26, -0.44 + row * 0.09, 0.52 - 0.1 * (row % 2), 0.04, "#dcecf7", 0.01)


@draws("desktop computer, pc, personal computer, old computer, crt", 0.56)
def desktop_computer(brush: Brush) -> None:
    case = brush.main("#d8d0bd")
    brush.box(-0.50, -0.26, 1.0, 0.16, darker(case, 0.1), 0.02)
    brush.box(0.18, -0.21, 0.24, 0.04, darker(case, 0.55), flat=True)
    brush.box(-0.42, -1.0, 0.84, 0.72, case, 0.06)
    brush.box(-0.34, -0.93, 0.68, 0.52, "#1d2a2a", 0.05)
    for row, wide in enumerate((0.34, 0.22, 0.42, 0.12)):
        brush.lit(-0.28, -0.86 + row * 0.10, wide, 0.04, "#7fe09a", 0.01)
    brush.shape([(-0.54, -0.08), (0.54, -0.08), (0.60, 0.0), (-0.60, 0.0)], darker(case, 0.06))
    for step in range(8):
        brush.line([(-0.46 + step * 0.13, -0.055), (-0.40 + step * 0.13, -0.055)], 0.025, darker(case, 0.45))


@draws("mainframe, supercomputer, server, servers, computer bank", 0.56, heads=4.6)
def mainframe(brush: Brush) -> None:
    case = brush.main("#8d98a3")
    brush.box(-0.52, -1.0, 1.04, 1.0, case, 0.02)
    for x in (-0.26, 0.22):
        brush.ring(x, -0.74, 0.17, 0.05, "#33343c")
        brush.oval(x, -0.74, 0.07, 0.07, "#d9dde0")
    for row in range(3):
        for step in range(7):
            tone = ("#e9c24f", "#5fc48d", "#e0655a")[(step * 5 + row * 3) % 3]
            brush.lit(-0.42 + step * 0.12, -0.46 + row * 0.10, 0.06, 0.05, tone, 0.01)
    brush.box(-0.42, -0.14, 0.84, 0.06, darker(case, 0.4), flat=True)


@draws("hologram, holographic display, hologram projector, data pad, datapad", 0.34)
def hologram(brush: Brush) -> None:
    brush.oval(0, -0.06, 0.34, 0.07, "#4a5563")
    brush.oval(0, -0.09, 0.22, 0.04, "#8fe9ff", flat=True)
    brush.shape([(-0.20, -0.10), (0.20, -0.10), (0.48, -0.96), (-0.48, -0.96)], "#8fe9ff", 0.28)
    brush.ring(0, -0.62, 0.24, 0.02, "#c6f6ff")
    brush.ring(0, -0.62, 0.24, 0.015, "#c6f6ff", 0.35)
    brush.line([(0, -0.86), (0, -0.38)], 0.012, "#c6f6ff")
    brush.glow(0, -0.55, 0.55, "#8fe9ff")


@draws("bellows camera, old camera, plate camera, folding camera, view camera", 0.5)
def bellows_camera(brush: Brush) -> None:
    wood = brush.main(WOOD)
    for x in (-0.44, 0.0, 0.40):
        brush.line([(0, -0.46), (x, 0.0)], 0.045, DARK_WOOD)
    brush.box(-0.50, -0.50, 0.90, 0.07, wood, 0.02)
    brush.box(-0.50, -1.0, 0.22, 0.50, wood, 0.03)
    for step in range(4):
        x = -0.28 + step * 0.11
        brush.shape(
            [(x, -0.96 + step * 0.035), (x + 0.10, -0.90 + step * 0.035), (x + 0.10, -0.56), (x, -0.52)],
            "#4a2a2e" if step % 2 else "#5f363a",
        )
    brush.box(0.16, -0.90, 0.14, 0.40, wood, 0.02)
    brush.box(0.30, -0.80, 0.12, 0.20, BRASS, 0.03)
    brush.oval(0.43, -0.70, 0.05, 0.12, "#33475f")


@draws("movie camera, film projector, projector, cine camera, cinema camera", 0.5)
def movie_camera(brush: Brush) -> None:
    case = brush.main("#3a3c46")
    for x in (-0.36, 0.0, 0.32):
        brush.line([(0, -0.34), (x, 0.0)], 0.045, IRON)
    for x, radius in ((-0.22, 0.22), (0.18, 0.20)):
        brush.oval(x, -0.80, radius, radius, darker(case, 0.1))
        brush.oval(x, -0.80, radius * 0.62, radius * 0.62, "#7d8792")
        brush.spokes(x, -0.80, 0.03, radius * 0.6, 5, 0.04, case)
    brush.box(-0.40, -0.62, 0.72, 0.32, case, 0.05)
    brush.shape([(0.32, -0.54), (0.60, -0.62), (0.60, -0.32), (0.32, -0.38)], darker(case, 0.2))
    brush.spark(0.60, -0.47, 0.06, "#cfe8ff")


@draws("video camera, camcorder, tv camera, surveillance camera, security camera", 0.56)
def video_camera(brush: Brush) -> None:
    case = brush.main("#3d4350")
    brush.box(-0.56, -0.78, 0.86, 0.60, case, 0.12)
    brush.shape([(0.28, -0.66), (0.62, -0.74), (0.62, -0.26), (0.28, -0.34)], darker(case, 0.25))
    brush.oval(0.62, -0.50, 0.06, 0.22, "#7fb4e0")
    brush.shape([(-0.50, -0.74), (-0.70, -0.98), (-0.20, -0.98), (-0.16, -0.76)], paler(case, 0.15))
    brush.box(-0.44, -0.66, 0.30, 0.22, "#9fc4dc", 0.03)
    brush.spark(0.14, -0.68, 0.04, "#f0473c")
    brush.line([(-0.44, -0.16), (0.20, -0.16), (0.30, -0.02)], 0.07, darker(case, 0.4), soft=True)


@draws("cathedral radio, old radio, wireless set, tombstone radio", 0.44)
def cathedral_radio(brush: Brush) -> None:
    wood = brush.main("#8a5530")
    brush.shape(
        [(-0.40, 0.0), (-0.40, -0.58), (-0.24, -0.90), (0.0, -1.0), (0.24, -0.90), (0.40, -0.58), (0.40, 0.0)], wood
    )
    brush.shape([(-0.28, -0.40), (-0.28, -0.60), (0.0, -0.88), (0.28, -0.60), (0.28, -0.40)], "#d9bd86")
    for x in (-0.15, 0.0, 0.15):
        brush.line([(x, -0.42), (x * 0.8, -0.78)], 0.035, darker(wood, 0.2))
    brush.lit(-0.15, -0.34, 0.30, 0.10, "#ffdf9a", 0.05)
    for x in (-0.20, 0.0, 0.20):
        brush.ball(x, -0.12, 0.06, darker(wood, 0.5))


@draws("boombox, ghetto blaster, cassette player, walkman, tape recorder, tape player, stereo", 0.7)
def boombox(brush: Brush) -> None:
    case = brush.main("#4a4f5a")
    brush.line([(-0.44, -0.72), (-0.40, -0.96), (0.40, -0.96), (0.44, -0.72)], 0.06, darker(case, 0.25))
    brush.box(-0.72, -0.76, 1.44, 0.74, case, 0.07)
    for x in (-0.46, 0.46):
        brush.oval(x, -0.34, 0.21, 0.24, darker(case, 0.45))
        brush.oval(x, -0.34, 0.13, 0.15, "#8d949e")
        brush.oval(x, -0.34, 0.05, 0.06, IRON)
    brush.box(-0.18, -0.50, 0.36, 0.30, "#d9dde0", 0.03)
    for x in (-0.08, 0.08):
        brush.oval(x, -0.35, 0.05, 0.05, IRON)
    brush.lit(-0.62, -0.70, 1.24, 0.06, "#f0c75a", 0.02)


@draws("walkie talkie, walkie-talkie, two-way radio, communicator, transmitter", 0.24)
def walkie_talkie(brush: Brush) -> None:
    case = brush.main("#39413a")
    brush.line([(0.10, -0.66), (0.10, -0.98)], 0.06, IRON)
    brush.box(-0.22, -0.70, 0.44, 0.70, case, 0.06)
    brush.lit(-0.14, -0.62, 0.28, 0.14, "#a8d49a", 0.02)
    for row in range(4):
        brush.line([(-0.12, -0.38 + row * 0.08), (0.12, -0.38 + row * 0.08)], 0.03, darker(case, 0.5))
    brush.spark(-0.12, -0.76, 0.03, "#f0473c")


@draws("speaker, loudspeaker, amplifier, amp, smart speaker, subwoofer", 0.36)
def speaker(brush: Brush) -> None:
    case = brush.main("#33313a")
    brush.box(-0.36, -1.0, 0.72, 1.0, case, 0.05)
    for y, radius in ((-0.32, 0.26), (-0.76, 0.14)):
        brush.oval(0, y, radius, radius, darker(case, 0.5))
        brush.oval(0, y, radius * 0.8, radius * 0.8, "#5a5f69")
        brush.oval(0, y, radius * 0.35, radius * 0.35, "#2a2a31")


@draws("flat screen, flatscreen, smart tv, monitor, screen, display, flat tv", 0.62)
def flat_screen(brush: Brush) -> None:
    brush.box(-0.10, -0.20, 0.20, 0.16, IRON)
    brush.box(-0.34, -0.06, 0.68, 0.06, IRON, 0.02)
    brush.box(-0.80, -1.0, 1.60, 0.84, brush.main("#23242b"), 0.03)
    brush.lit(-0.76, -0.96, 1.52, 0.76, "#3f74b0", 0.01)
    brush.shape(
        [(-0.76, -0.20), (-0.76, -0.44), (-0.40, -0.62), (-0.10, -0.40), (0.30, -0.70), (0.76, -0.36), (0.76, -0.20)],
        "#2c5a86",
    )
    brush.spark(0.46, -0.78, 0.09, "#f8e6a8")
