"""What each platform's own buttons and words cover of a film, and what is kept free of ours for it.

Figures are parts of the height and width from each edge. Platforms change their players often, so each row says where
its figures come from and when they were read; what nobody publishes is our own estimate and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PLAIN: Final = ""
"""No platform in particular."""


@dataclass(frozen=True, slots=True)
class SafeZone:
    """Parts of the height and width, from each edge, that captions stay out of."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Covered:
    """What a platform covers of films of one shape, who says so, and when that was read (year and month)."""

    zone: SafeZone
    source: str
    read: str
    is_estimate: bool = True


_OURS: Final = "our own margins: no platform publishes any for this"
_TITLE_SAFE: Final = "the usual title-safe border"

ZONES: Final[dict[tuple[str, str], Covered]] = {
    # Vertical players lay the title over about the bottom fifth, the like and share buttons over the right eighth and
    # the tabs over the top.
    (PLAIN, "9:16"): Covered(SafeZone(top=0.10, right=0.12, bottom=0.20, left=0.06), _OURS, "2026-11"),
    (PLAIN, "16:9"): Covered(SafeZone(top=0.05, right=0.08, bottom=0.065, left=0.08), _TITLE_SAFE, "2026-11"),
    (PLAIN, "1:1"): Covered(SafeZone(top=0.06, right=0.06, bottom=0.08, left=0.06), _TITLE_SAFE, "2026-11"),
    # A feed shows these whole; the grid of a profile shows their middle 3:4.
    (PLAIN, "4:5"): Covered(SafeZone(top=0.06, right=0.06, bottom=0.08, left=0.06), _TITLE_SAFE, "2026-11"),
    # 288, 192, 672 and 48 of 1080 x 1920.
    ("shorts", "9:16"): Covered(
        SafeZone(top=0.15, right=0.178, bottom=0.35, left=0.045),
        "Google Ads: safe areas of vertical video on YouTube",
        "2026-11",
        is_estimate=False,
    ),
    ("reels", "9:16"): Covered(
        SafeZone(top=0.14, right=0.06, bottom=0.35, left=0.06),
        "Meta: leave 14 % at the top, 35 % at the bottom and 6 % at each side of a reel free",
        "2026-11",
        is_estimate=False,
    ),
    # TikTok hands out templates instead of figures; these hold for a description of two lines.
    ("tiktok", "9:16"): Covered(
        SafeZone(top=0.10, right=0.13, bottom=0.25, left=0.06), "our own margins, after TikTok's templates", "2026-11"
    ),
}

PLATFORMS: Final = tuple(dict.fromkeys(platform for platform, _ in ZONES if platform))
"""The platforms that a film can be made for."""


def platforms_of(shape: str) -> tuple[str, ...]:
    """Return for which platforms a shape may be made: "" for none in particular, then those that have a row of it."""
    return (PLAIN, *(platform for platform in PLATFORMS if (platform, shape) in ZONES))


def covered(platform: str, shape: str) -> Covered | None:
    """Return what a platform covers of a shape; what any player covers where it has no row; None for no known shape."""
    return ZONES.get((platform, shape)) or ZONES.get((PLAIN, shape))
