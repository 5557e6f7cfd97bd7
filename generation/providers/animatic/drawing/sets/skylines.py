"""Cities on the horizon in the times that have no blocks of steel: gables and steeples, or the spires to come."""

from __future__ import annotations

import skia

from generation.providers.animatic.drawing.canvas import fill, glow, linear, mix, polygon, smooth, stroke

from .site import Site


def old_skyline(site: Site, canvas: skia.Canvas, name: str, base: float, tall: float, haze: float) -> None:
    """Draw the roofs of a town before towers of steel: gables and chimneys, steeples, in the Middle Ages a wall."""
    rng, x = site.rng(name), site.left - 20
    medieval = site.era == "medieval"
    walls = ("#d8c8a8", "#c9b48a", "#b8a88c") if medieval else ("#8a5a48", "#7a6458", "#9a7a64", "#6f6860")
    roofs = ("#9a5a40", "#7a4f40", "#8a6a48") if medieval else ("#4a4a54", "#5a4a46", "#6a4238")
    while x < site.right:
        wide, high = rng.uniform(34, 72), tall * rng.uniform(0.28, 0.60)
        kind = rng.random()
        if kind < 0.07:
            _steeple(site, canvas, x + wide / 2, base, tall * rng.uniform(0.75, 1.0), site.tone(walls[0], haze), haze)
        wall, roof = site.tone(rng.choice(walls), haze), site.tone(rng.choice(roofs), haze)
        canvas.drawRect(skia.Rect.MakeXYWH(x, base - high, wide, high), fill(wall))
        peak = wide * (0.7 if medieval else 0.42)
        canvas.drawPath(
            polygon([(x - 4, base - high), (x + wide / 2, base - high - peak), (x + wide + 4, base - high)]), fill(roof)
        )
        if not medieval and kind > 0.4:
            canvas.drawRect(skia.Rect.MakeXYWH(x + wide * 0.68, base - high - peak * 0.9, 9, peak * 0.8), fill(wall))
            smoke = site.light.fog
            for puff in range(3):
                canvas.drawCircle(
                    x + wide * 0.74 + puff * 9,
                    base - high - peak - 8 - puff * 12,
                    7 + puff * 4,
                    fill(mix(smoke, "#6a6a70", 0.4), 0.28),
                )
        for row in range(int(high // 34)):
            for share in (0.28, 0.66):
                lit = rng.random() < site.light.lamps * 0.5
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x + wide * share - 4, base - high + 10 + row * 30, 8, 13),
                    fill("#ffd27a" if lit else site.shaded(wall, 0.45), 0.9),
                )
        x += wide - 2
    if medieval:
        _town_wall(site, canvas, base, haze)


def _steeple(site: Site, canvas: skia.Canvas, x: float, base: float, tall: float, wall: str, haze: float) -> None:
    canvas.drawRect(skia.Rect(x - 20, base - tall * 0.6, x + 20, base), fill(site.lit(wall, 0.08)))
    canvas.drawPath(
        polygon([(x - 26, base - tall * 0.6), (x, base - tall), (x + 26, base - tall * 0.6)]),
        fill(site.tone("#4a5a60", haze)),
    )
    canvas.drawCircle(x, base - tall * 0.52, 9, fill("#ffe2a0" if site.light.lamps else site.shaded(wall, 0.5)))


def _town_wall(site: Site, canvas: skia.Canvas, base: float, haze: float) -> None:
    stone = site.tone("#9a9284", haze)
    canvas.drawRect(skia.Rect(site.left, base - 44, site.right, base + 4), fill(stone))
    for step in range(int(site.span / 24) + 1):
        canvas.drawRect(skia.Rect.MakeXYWH(site.left + step * 24, base - 54, 13, 12), fill(stone))
    for share in (0.08, 0.36, 0.64, 0.92):
        x = site.across(share)
        canvas.drawRect(skia.Rect(x - 26, base - 92, x + 26, base + 4), fill(site.lit(stone, 0.06)))
        canvas.drawPath(
            polygon([(x - 32, base - 92), (x, base - 134), (x + 32, base - 92)]), fill(site.tone("#8a4f40", haze))
        )


def future_skyline(site: Site, canvas: skia.Canvas, name: str, base: float, tall: float, haze: float) -> None:
    """Draw a city to come: slender spires of glass with rings and domes, ways in the air, lights along their edges."""
    rng, x = site.rng(name), site.left - 20
    tints = [site.grade.colour(each) for each in ("#5af0ff", "#ff5ad8", "#ffd27a", "#8affc8")]
    while x < site.right:
        wide, high = rng.uniform(52, 112), tall * rng.uniform(0.42, 1.0)
        glass = site.tone(rng.choice(("#8fb4cc", "#a9b8d8", "#7fa8b8", "#b4c4d4")), haze)
        middle, top, kind = x + wide / 2, base - high, rng.randrange(4)
        shape = (
            [
                (x, base),
                (x + wide * 0.16, top + high * 0.3),
                (middle, top),
                (x + wide * 0.84, top + high * 0.3),
                (x + wide, base),
            ],
            [(x, base), (x + wide * 0.05, top + 30), (x + wide * 0.9, top), (x + wide, base)],
            [
                (x + wide * 0.2, base),
                (x, top + high * 0.4),
                (middle, top),
                (x + wide, top + high * 0.4),
                (x + wide * 0.8, base),
            ],
            [
                (x, base),
                (x + wide * 0.3, top + high * 0.5),
                (middle - 5, top),
                (middle + 5, top),
                (x + wide * 0.7, top + high * 0.5),
                (x + wide, base),
            ],
        )[kind]
        path = smooth(shape, closed=True, tension=0.35)
        canvas.drawPath(
            path,
            fill(glass, shader=linear((x, 0), (x + wide, 0), [site.lit(glass, 0.35), glass, site.shaded(glass, 0.3)])),
        )
        tint = rng.choice(tints)
        shine = 0.25 + 0.6 * site.light.lamps
        for row in range(int(high // 30)):
            y = base - 16 - row * 30
            reach = wide * 0.5 * (1 - 0.75 * (row * 30 / high))
            if rng.random() < 0.7:
                canvas.drawLine(
                    middle - reach * 0.8,
                    y,
                    middle + reach * 0.8,
                    y,
                    stroke(mix(tint, "#ffffff", 0.4), 2.2, shine * (1 - haze)),
                )
        if kind == 0:
            canvas.drawOval(
                skia.Rect(middle - wide * 0.5, top + high * 0.26, middle + wide * 0.5, top + high * 0.26 + 16),
                stroke(tint, 4, 0.8 - haze * 0.7),
            )
        canvas.drawLine(middle, top, middle, top - 34, stroke(glass, 3))
        if site.light.lamps:
            glow(canvas, (middle, top + 20), 80, tint, 0.4 * (1 - haze))
        if rng.random() < 0.35:
            y = base - high * rng.uniform(0.35, 0.6)
            canvas.drawPath(
                smooth([(x, y), (x - 70, y + 14), (x - 140, y)], tension=0.9), stroke(site.lit(glass, 0.2), 7)
            )
        x += wide * rng.uniform(0.7, 1.05)
    for _ in range(7):
        cx, cy, tint = rng.uniform(site.left, site.right), base - tall * rng.uniform(0.3, 0.9), rng.choice(tints)
        canvas.drawOval(skia.Rect(cx - 13, cy - 4, cx + 13, cy + 4), fill(site.tone("#3a4456", haze)))
        canvas.drawLine(cx - 36, cy, cx - 13, cy, stroke(tint, 2.5, 0.6))
