"""Things that grow or lie on the ground: trees, bushes, grass, flowers, rocks, and the ground itself."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import skia

from generation.providers.animatic.drawing.canvas import fill, linear, mix, polygon, smooth, stroke

from .site import Site


def ground(site: Site, canvas: skia.Canvas, colour: str, y: float | None = None) -> None:
    """Fill everything below `y` (the horizon), paler far away; snow covers it when it snows."""
    start = site.horizon if y is None else y
    bare = mix(colour, "#e8eef2", 0.75) if site.light.weather == "snow" else colour
    far, near = site.tone(bare, 0.30), site.shaded(site.tone(bare), 0.30)
    area = skia.Rect(site.left, start, site.right, site.bottom)
    canvas.drawRect(area, fill(far, shader=linear((0, start), (0, site.bottom), [far, near])))


def path_strip(site: Site, canvas: skia.Canvas, colour: str, *, y: float, bend: float = 0.0) -> skia.Path:
    """Draw a way that runs from the front to the far line at `y`, and return its outline."""
    base, reach = site.width, site.bottom - y
    middle = site.at(0.52)
    left, right = [], []
    for step in range(7):
        share = step / 6
        wide = 10 + base * 0.30 * share**1.7
        x = middle + math.sin(share * 3.3 + bend) * base * 0.10 * (1 - share * 0.4)
        left.append((x - wide, y + reach * share))
        right.append((x + wide, y + reach * share))
    outline = smooth([*left, *reversed(right)], closed=True, tension=0.8)
    bare = mix(colour, "#e4eaef", 0.8) if site.light.weather == "snow" else colour
    far, near = site.tone(bare, 0.40), site.shaded(site.tone(bare, 0.12), 0.2)
    canvas.drawPath(outline, fill(far, shader=linear((0, y), (0, site.bottom), [far, near])))
    return outline


def pine(site: Site, canvas: skia.Canvas, x: float, base: float, height: float, colour: str, haze: float) -> None:
    """Draw a fir."""
    trunk, leaf = site.tone("#4a3428", haze), site.tone(colour, haze)
    bole = [(x - height * 0.03, base), (x - height * 0.02, base - height * 0.5), (x + height * 0.03, base)]
    canvas.drawPath(smooth(bole, closed=True), fill(trunk))
    for tier in range(4):
        y, wide = base - height * (0.18 + 0.2 * tier), height * (0.30 - 0.058 * tier)
        shape = [(-1, 0), (-0.35, -0.19), (0, -0.34), (0.35, -0.19), (1, 0)]
        points = [(x + wide * dx, y + height * dy) for dx, dy in shape] + [(x, y + height * 0.03)]
        here = site.lit(leaf, 0.05 * tier)
        shades = linear((x - wide, 0), (x + wide, 0), [site.lit(here, 0.18), here, site.shaded(here, 0.35)])
        canvas.drawPath(smooth(points, closed=True, tension=0.7), fill(here, shader=shades))
        if site.light.weather == "snow":
            cap = [(x - wide * 0.5, y - height * 0.14), (x, y - height * 0.34), (x + wide * 0.5, y - height * 0.14)]
            canvas.drawPath(smooth([*cap, (x, y - height * 0.2)], closed=True), fill("#ffffff", 0.7 - 0.5 * haze))


def broadleaf(
    site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, height: float, colour: str, haze: float
) -> None:
    """Draw a round tree; with snow it stands bare."""
    trunk = site.tone("#5a4030", haze)
    bole = [(-0.05, 0), (-0.025, -0.5), (0.0, -0.62), (0.03, -0.5), (0.055, 0)]
    canvas.drawPath(smooth([(x + height * dx, base + height * dy) for dx, dy in bole], closed=True), fill(trunk))
    if site.light.weather == "snow":
        bare_branches(canvas, rng, x, base - height * 0.45, height * 0.5, trunk)
        return
    leaf = site.tone(colour, haze)
    blobs = []
    for _ in range(11):
        angle, far = rng.uniform(0, math.tau), height * 0.2 * rng.random() ** 0.5
        y = base - height * 0.7 + math.sin(angle) * far
        blobs.append((y, x + math.cos(angle) * far * 1.2, height * rng.uniform(0.12, 0.19)))
    for y, blob_x, size in sorted(blobs, reverse=True):
        above = y < base - height * 0.7
        shade = site.lit(leaf, 0.20) if above else site.shaded(leaf, 0.18)
        shades = linear((blob_x, y - size), (blob_x, y + size), [site.lit(shade, 0.12), site.shaded(shade, 0.2)])
        canvas.drawCircle(blob_x, y, size, fill(shade, shader=shades))


def bare_branches(canvas: skia.Canvas, rng: random.Random, x: float, base: float, height: float, colour: str) -> None:
    """Draw a leafless crown that starts at (x, base)."""
    for _ in range(9):
        lean = rng.uniform(-0.8, 0.8)
        end = (x + height * lean * 0.8, base - height * rng.uniform(0.5, 1.0))
        middle = (x + height * lean * 0.25, base - height * 0.42)
        canvas.drawPath(smooth([(x, base), middle, end], tension=0.9), stroke(colour, max(1.4, height * 0.022)))
        twig = (end[0] + height * rng.uniform(-0.2, 0.2), end[1] - height * 0.08)
        canvas.drawPath(smooth([middle, twig]), stroke(colour, max(1.0, height * 0.012)))


def palm(site: Site, canvas: skia.Canvas, x: float, base: float, height: float, haze: float, lean: float) -> None:
    """Draw a palm whose top is `lean` heights to the side."""
    trunk, leaf = site.tone("#8a6a48", haze), site.tone("#3f8a55", haze)
    top = (x + height * lean, base - height)
    bole = smooth([(x, base), (x + height * lean * 0.3, base - height * 0.55), top], tension=1)
    canvas.drawPath(bole, stroke(trunk, height * 0.055))
    for angle in (-2.9, -2.4, -1.9, -1.25, -0.75, -0.25, 0.25, 2.9):
        tip = (top[0] + math.cos(angle) * height * 0.44, top[1] + math.sin(angle) * height * 0.22 + height * 0.10)
        lift = (top[0] + math.cos(angle) * height * 0.22, top[1] + math.sin(angle) * height * 0.22 - height * 0.04)
        under = (lift[0], lift[1] + height * 0.07)
        shade = site.lit(leaf, 0.18) if angle < -1 else site.shaded(leaf, 0.15)
        canvas.drawPath(smooth([top, lift, tip, under], closed=True, tension=0.9), fill(shade))


def cactus(site: Site, canvas: skia.Canvas, x: float, base: float, height: float, haze: float) -> None:
    """Draw a saguaro."""
    body = site.tone("#4f8a5a", haze)
    wide = height * 0.17
    arms = ((-0.30, 0.42, 0.72), (0.30, 0.55, 0.86))
    for dx, low, high in arms:
        arm = [
            (x, base - height * low),
            (x + height * dx, base - height * low),
            (x + height * dx, base - height * high),
        ]
        canvas.drawPath(smooth(arm, tension=0.4), stroke(site.shaded(body, 0.12), wide * 0.7))
    canvas.drawLine(x, base - wide / 2, x, base - height + wide / 2, stroke(body, wide))
    for dx in (-0.3, 0.0, 0.3):
        canvas.drawLine(
            x + wide * dx, base - 4, x + wide * dx, base - height + wide * 0.6, stroke(site.lit(body, 0.3), 1.6, 0.6)
        )


def bush(site: Site, canvas: skia.Canvas, x: float, base: float, size: float, colour: str, haze: float = 0.15) -> None:
    """Draw a low round bush that is flat at its foot."""
    leaf = site.tone(colour, haze)
    shades = linear((0, base - size), (0, base + 4), [site.lit(leaf, 0.22), site.shaded(leaf, 0.35)])
    canvas.save()
    canvas.clipRect(skia.Rect(x - size * 2.2, base - size * 2, x + size * 2.2, base))
    for dx in (-0.8, 0.8, 0):
        radius = size * (0.85 - 0.25 * abs(dx))
        canvas.drawCircle(x + dx * size, base - radius * 0.35, radius, fill(leaf, shader=shades))
    canvas.restore()


def grass(site: Site, canvas: skia.Canvas, name: str, colours: Sequence[str], y: float, *, count: int = 260) -> None:
    """Scatter tufts of grass below `y`, larger where they are nearer."""
    if site.light.weather == "snow":
        return
    rng = site.rng(name)
    reach = site.bottom - y
    blades = [(skia.Path(), site.tone(colour, 0.08)) for colour in colours]
    for _ in range(round(count * site.span / 1600)):
        x, far = rng.uniform(site.left, site.right), rng.random() ** 1.2
        tip, (path, _colour) = 4 + reach * far * 0.055, rng.choice(blades)
        for lean in (-0.5, 0, 0.5):
            path.moveTo(x, y + reach * far)
            path.lineTo(x + lean * tip, y + reach * far - tip * (1.5 - abs(lean) * 0.5))
    for path, colour in blades:
        canvas.drawPath(path, stroke(colour, 2.6, 0.8))


def flowers(site: Site, canvas: skia.Canvas, name: str, colours: Sequence[str], y: float, *, count: int = 60) -> None:
    """Scatter small flowers below `y`."""
    if site.light.weather == "snow":
        return
    rng = site.rng(name)
    reach = site.bottom - y
    for _ in range(round(count * site.span / 1600)):
        x, far = rng.uniform(site.left, site.right), 0.04 + 0.8 * rng.random()
        size, spot = 1.5 + reach * far * 0.009, y + reach * far
        canvas.drawLine(x, spot, x, spot - size * 3, stroke(site.tone("#4b7a4e"), size * 0.5))
        canvas.drawCircle(x, spot - size * 3.2, size, fill(site.tone(rng.choice(colours), 0.05)))


def rock(site: Site, canvas: skia.Canvas, rng: random.Random, x: float, base: float, size: float, colour: str) -> None:
    """Draw a boulder; `colour` is already toned."""
    points = []
    for step in range(8):
        angle = math.pi * step / 7
        reach = size * rng.uniform(0.82, 1.1)
        points.append((x - math.cos(angle) * reach, base - math.sin(angle) * reach * 0.72))
    shades = linear((x - size, 0), (x + size, 0), [site.lit(colour, 0.30), colour, site.shaded(colour, 0.45)])
    canvas.drawOval(skia.Rect(x - size, base - size * 0.1, x + size, base + size * 0.12), fill(site.light.shade, 0.3))
    canvas.drawPath(polygon(points), fill(colour, shader=shades))
    crack = [points[3], (x + size * 0.1, base - size * 0.35), (x + size * 0.2, base - size * 0.05)]
    canvas.drawPath(polygon(crack, closed=False), stroke(site.shaded(colour, 0.5), max(1.2, size * 0.03), 0.5))


def near_leaves(site: Site, canvas: skia.Canvas, colour: str) -> None:
    """Frame the picture with dark blades at both lower corners."""
    rng = site.rng("near leaves")
    dark = mix(site.light.shade, site.grade.colour(colour), 0.4)
    for index in range(40):
        share = rng.uniform(0, 0.24)
        left = index % 2 == 0
        x = site.left + site.span * share if left else site.right - site.span * share
        y, tall, bend = site.bottom + 4, rng.uniform(130, 290) * (1 - 2.4 * share), rng.uniform(-50, 50)
        blade = [
            (x - 6, y),
            (x + bend * 0.4, y - tall * 0.6),
            (x + bend, y - tall),
            (x + bend * 0.4 + 9, y - tall * 0.55),
        ]
        canvas.drawPath(smooth([*blade, (x + 9, y)], closed=True, tension=0.8), fill(dark, 0.97, blur=2))


def overhang(site: Site, canvas: skia.Canvas, colour: str) -> None:
    """Let a leafy branch hang into the picture from above, at the side where the set begins."""
    rng = site.rng("overhang")
    dark = mix(site.light.shade, site.grade.colour(colour), 0.45)
    side = 1 if site.mirrored else -1
    edge = site.right if side > 0 else site.left
    top = site.top if not site.tall else max(site.top, -10.0)
    reach = min(site.span * 0.36, 460)
    branch = [(edge, top + 60), (edge - side * reach * 0.5, top + 74), (edge - side * reach, top + 120)]
    canvas.drawPath(smooth(branch, tension=1), stroke(dark, 12, blur=2))
    if site.light.weather == "snow":
        return
    leaves = skia.Path()
    for _ in range(70):
        share = rng.random() ** 0.8
        x, y = edge - side * reach * share, top + 20 + 90 * share + rng.uniform(-46, 70) * (1.1 - share)
        leaves.addOval(skia.Rect.MakeXYWH(x - 16, y - 9, rng.uniform(22, 40), rng.uniform(12, 20)))
    canvas.drawPath(leaves, fill(dark, 0.96, blur=2))


def reeds(site: Site, canvas: skia.Canvas, name: str, left: float, right: float, base: float, tall: float) -> None:
    """Draw reeds with their brown heads between two xs."""
    rng, blade, head = site.rng(name), site.tone("#6a7a42", 0.06), site.tone("#6a4630", 0.06)
    for _ in range(round((right - left) / 9)):
        x, high, lean = rng.uniform(left, right), tall * rng.uniform(0.6, 1.1), rng.uniform(-10, 10)
        y = base + rng.uniform(-8, 12)
        canvas.drawPath(
            smooth([(x, y), (x + lean * 0.3, y - high * 0.5), (x + lean, y - high)], tension=1), stroke(blade, 3)
        )
        if rng.random() < 0.35:
            canvas.drawLine(x + lean, y - high, x + lean * 1.1, y - high - 20, stroke(head, 7))
