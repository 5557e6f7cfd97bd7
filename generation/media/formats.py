"""The formats a film is made in: its shapes, how fine they are, and how they are encoded.

The numbers follow what YouTube, TikTok and Instagram ask of an upload (read November 2026): H.264 High, progressive,
4:2:0, closed GOP of half a second, two B-frames, 23-60 frames a second, AAC-LC 48 kHz stereo, at most 25 Mbit/s, with
8-12 Mbit/s advised for 1080 lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from .errors import MediaError
from .safe_zones import PLAIN, PLATFORMS, ZONES, SafeZone, covered

SAMPLE_RATE = 48_000

CUT_RATIO = 1.12
"""A picture whose shape is this near to the frame's loses its edges; one that differs more is shown whole, on black."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a film is encoded. `crf` is x264's quality (lower is better); bitrates are in kbit/s.

    `platform` is whose buttons its words keep clear of, "" for no one's in particular.
    """

    key: str
    width: int
    height: int
    rate: Fraction
    crf: int
    preset: str
    audio_bitrate: int
    label: str
    max_bitrate: int = 10_000
    platform: str = PLAIN

    @property
    def gop(self) -> int:
        """Frames from one key frame to the next at most: half a second."""
        return max(1, round(self.rate / 2))

    @property
    def tick(self) -> int:
        """Units of the video track's clock for one frame."""
        # The clock runs at 10,000 a second at least: players of Apple's read coarser clocks badly.
        return self.rate.denominator * (-(-10_000 // self.rate.numerator))

    @property
    def timescale(self) -> int:
        return int(self.rate * self.tick)

    @property
    def shape(self) -> str:
        """The shape it has, or the one that is nearest to it."""
        aspect = self.width / self.height
        return min(SHAPES, key=lambda shape: abs(_aspect(shape) - aspect))

    @property
    def safe_zone(self) -> SafeZone:
        found = covered(self.platform, self.shape)
        return found.zone if found else ZONES[PLAIN, "16:9"].zone


SHAPES = ("16:9", "9:16", "1:1", "4:5")

_SIZES = {
    "draft": {"16:9": (1280, 720), "9:16": (720, 1280), "1:1": (960, 960), "4:5": (768, 960)},
    "full": {"16:9": (1920, 1080), "9:16": (1080, 1920), "1:1": (1080, 1080), "4:5": (1080, 1350)},
}

QUALITIES = tuple(_SIZES)


def parted(variant: str) -> tuple[str, str, str]:
    """Divide what an export is asked for as, "9:16 full tiktok", into shape, quality and platform ("" for none)."""
    shape, quality, platform = (*variant.split(" "), "", "", "")[:3]
    return shape, quality, platform


def variant_of(shape: str, quality: str, platform: str = PLAIN) -> str:
    """Return what an export is asked for as; the opposite of `parted`."""
    return " ".join(filter(None, (shape, quality, platform)))


@lru_cache
def format_for(shape: str, quality: str, platform: str = PLAIN) -> Format:
    """The format of a shape ("16:9", "9:16", "1:1", "4:5") in a quality ("draft", "full"), for a platform or for none.

    Raises MediaError naming the choices when there is no such format.
    """
    if quality not in _SIZES:
        raise MediaError(f"There is no quality {quality!r}; choose one of {', '.join(QUALITIES)}.")
    if shape not in SHAPES:
        raise MediaError(f"There is no shape {shape!r}; choose one of {', '.join(SHAPES)}.")
    if platform and platform not in PLATFORMS:
        raise MediaError(f"There is no platform {platform!r}; choose one of {', '.join(PLATFORMS)}.")
    width, height = _SIZES[quality][shape]
    if quality == "draft":
        rate, crf, audio, ceiling = Fraction(24), 20, 160, 6_000
    else:
        # As near to the picture as "medium" at 20 under 10 Mbit/s, in less than half the time: 0.5 dB more, VMAF half
        # a point less, for a tenth to a fifth more bytes.
        rate, crf, audio, ceiling = Fraction(30), 19, 192, 12_000
    return Format(
        key="-".join(filter(None, (quality, shape.replace(":", "x"), platform))),
        width=width,
        height=height,
        rate=rate,
        crf=crf,
        preset="veryfast",
        audio_bitrate=audio,
        label=f"{shape} {quality}, {width} x {height}, {rate} frames a second",
        max_bitrate=ceiling,
        platform=platform,
    )


def _aspect(shape: str) -> float:
    width, height = shape.split(":")
    return int(width) / int(height)
