"""Smooth curves over time: nothing that people do starts, stops or turns at once."""

from __future__ import annotations

import math
import random

import numpy as np
from numpy.typing import NDArray

Curve = NDArray[np.float64]
"""One number for every frame."""


def eased(share: Curve) -> Curve:
    """Return the way of least jerk from 0 to 1: position, speed and acceleration all start and end at rest."""
    inside = np.clip(share, 0.0, 1.0)
    eases: Curve = inside**3 * (10 - 15 * inside + 6 * inside**2)
    return eases


def rise(times: Curve, start: float, end: float) -> Curve:
    """Return a curve that goes from 0 to 1 between two moments."""
    return eased((times - start) / max(end - start, 1e-6))


def bump(times: Curve, start: float, top: float, leave: float, end: float) -> Curve:
    """Return a curve that rises from `start` to `top`, stays, and falls from `leave` to `end`."""
    return rise(times, start, top) * (1 - rise(times, leave, end))


def nudge(times: Curve, middle: float, lasts: float) -> Curve:
    """Return a short rise and fall around `middle`."""
    return bump(times, middle - lasts / 2, middle, middle, middle + lasts / 2)


def wander(times: Curve, draw: random.Random, period: float) -> Curve:
    """Return slow movement between -1 and 1 that does not repeat within a clip."""
    total = np.zeros_like(times)
    for share, weight in ((1.0, 0.55), (0.61, 0.30), (0.37, 0.15)):
        total = total + weight * np.sin(math.tau * times / (period * share) + draw.uniform(0, math.tau))
    return total


def softened(curve: Curve, frames: float) -> Curve:
    """Return the curve without corners; `frames` is how far each moment is mixed with those around it."""
    reach = math.ceil(frames * 3)
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / frames) ** 2)
    padded = np.pad(curve, reach, mode="edge")
    smooth: Curve = np.convolve(padded, weights / weights.sum(), mode="valid")
    return smooth


def lagging(curve: Curve, rate: int, stiffness: float = 60.0, damping: float = 9.0) -> Curve:
    """Return how far something that hangs from `curve` stays behind it: a damped spring."""
    if not len(curve):
        return curve
    place, speed, step = float(curve[0]), 0.0, 1.0 / (rate * 4)
    behind = np.zeros_like(curve)
    for index, target in enumerate(curve):
        before = curve[index - 1] if index else target
        for part in range(4):
            now = before + (target - before) * (part + 1) / 4
            speed += (stiffness * (now - place) - damping * speed) * step
            place += speed * step
        behind[index] = place - target
    return behind
