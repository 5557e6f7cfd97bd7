"""SoundFont files made fit for our player: only what is played is decoded, and modulators are worked out.

A SoundFont may say with *modulators* how the stroke and the key change a sound: a hard stroke opens the filter, a
low string rings longer. Our player leaves modulators out, and a font that counts on them is then muffled or nearly
silent (a grand piano behind a filter of 300 Hz, say). Here each modulator is worked out once, for a typical stroke
in the middle of its zone's keys, and its answer is written into the zone's own settings.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TYPICAL_STROKE = 100
"""The velocity, of 127, for which modulators are worked out: a little more than halfway, as scores mostly play."""

_KEY_RANGE, _INSTRUMENT, _SAMPLE = 43, 41, 53
_FILTER, _ENVELOPE_TO_FILTER, _ATTACK = 8, 11, 34
# What a setting is where an instrument does not say: filter open, attack at once.
_UNSET = {_FILTER: 13_500, _ENVELOPE_TO_FILTER: 0, _ATTACK: -12_000}
_FROM_STROKE, _FROM_KEY = 2, 3

Setting = tuple[int, int]
"""A generator of the font: which, and its amount."""
Modulator = tuple[int, int, int, int, int]
"""Source, destination, amount, amount's source, transform."""


@dataclass(frozen=True, slots=True)
class _Level:
    """Chunks of the presets or of the instruments: headers, zones, settings, modulators, and what ends a zone."""

    headers: bytes
    header_size: int
    zone_at: int
    zones: bytes
    settings: bytes
    modulators: bytes
    last: int


_PRESETS = _Level(b"phdr", 38, 24, b"pbag", b"pgen", b"pmod", _INSTRUMENT)
_INSTRUMENTS = _Level(b"inst", 22, 20, b"ibag", b"igen", b"imod", _SAMPLE)
_SAMPLE_HEADER = 46
_SAMPLE_PLACE = slice(20, 36)
"""Where in a sample's header its start, its end and its loop are."""

Preset = tuple[int, int]
"""Bank and program."""


class SoundFontFile:
    """A font as it was read. Raises `ValueError` for what is not a SoundFont."""

    def __init__(self, font: bytes) -> None:
        self._start = font.rfind(b"pdta")
        if font[:4] != b"RIFF" or self._start < 0:
            raise ValueError("not a SoundFont")
        self._font = font
        self._chunks = dict(_chunks(font, self._start + 4))
        if not {b"phdr", b"pgen", b"pmod", b"pbag", b"inst", b"igen", b"imod", b"ibag", b"shdr"} <= set(self._chunks):
            raise ValueError("not a whole SoundFont")

    @property
    def presets(self) -> tuple[Preset, ...]:
        """What it can play, in the order of the file."""
        headers = self._chunks[b"phdr"]
        found = (struct.unpack_from("<HH", headers, at + 20) for at in range(0, len(headers) - 38, 38))
        return tuple((bank, program) for program, bank in found)

    def prepared(self, wanted: frozenset[Preset]) -> bytes:
        """Return a font for the `wanted` presets alone: their modulators worked out, other samples left out."""
        chunks = dict(self._chunks)
        presets = {index for index, preset in enumerate(self.presets) if preset in wanted}
        try:
            instruments = _named(chunks, _PRESETS, presets)
            samples = _named(chunks, _INSTRUMENTS, instruments)
            _work_out(chunks, _PRESETS, presets)
            _work_out(chunks, _INSTRUMENTS, instruments)
        except (struct.error, IndexError) as error:
            raise ValueError("not a whole SoundFont") from error
        chunks[b"shdr"] = _only(chunks[b"shdr"], samples)
        tables = b"pdta" + b"".join(
            name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for name, body in chunks.items()
        )
        size = self._start - 8 - 8 + 8 + len(tables)
        return b"".join(
            (b"RIFF", struct.pack("<I", size), self._font[8 : self._start - 8], b"LIST",
             struct.pack("<I", len(tables)), tables)
        )  # fmt: skip


def _only(headers: bytes, samples: set[int]) -> bytes:
    """Return the headers of all samples, those of others than `samples` saying that they are empty."""
    kept = bytearray(headers)
    for index in range(len(headers) // _SAMPLE_HEADER - 1):
        if index not in samples:
            start = index * _SAMPLE_HEADER
            kept[start + _SAMPLE_PLACE.start : start + _SAMPLE_PLACE.stop] = bytes(16)
    return bytes(kept)


def _named(chunks: dict[bytes, bytes], level: _Level, owners: set[int]) -> set[int]:
    """Return what the zones of `owners` end in: instruments of presets, samples of instruments."""
    zones, settings = chunks[level.zones], chunks[level.settings]
    firsts = _firsts(chunks, level)
    found = set()
    for owner in owners:
        start = struct.unpack_from("<H", zones, 4 * firsts[owner])[0]
        end = struct.unpack_from("<H", zones, 4 * firsts[owner + 1])[0]
        found |= {
            value for kind, value in struct.iter_unpack("<HH", settings[4 * start : 4 * end]) if kind == level.last
        }
    return found


def _firsts(chunks: dict[bytes, bytes], level: _Level) -> list[int]:
    """Return the first zone of each owner; the last one only ends the list."""
    headers = chunks[level.headers]
    return [
        struct.unpack_from("<H", headers, at + level.zone_at)[0] for at in range(0, len(headers), level.header_size)
    ]


def _chunks(font: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    while at + 8 <= len(font):
        size = struct.unpack_from("<I", font, at + 4)[0]
        yield font[at : at + 4], font[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _work_out(chunks: dict[bytes, bytes], level: _Level, owners: set[int]) -> None:
    """Replace the settings and zones of `owners` in `chunks`; all others stay as they are."""
    zones = list(struct.iter_unpack("<HH", chunks[level.zones]))
    settings: list[Setting] = [(kind, value) for kind, value in struct.iter_unpack("<Hh", chunks[level.settings])]
    modulators: list[Modulator] = [
        (a, b, c, d, e) for a, b, c, d, e in struct.iter_unpack("<HHhHH", chunks[level.modulators])
    ]
    firsts = _firsts(chunks, level)
    written: list[Setting] = []
    starts: list[int] = []
    for owner, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(zones)], strict=True)):
        common: tuple[Sequence[Setting], Sequence[Modulator]] = ((), ())
        for zone in range(first, end):
            starts.append(len(written))
            if zone + 1 == len(zones):
                continue
            own = settings[zones[zone][0] : zones[zone + 1][0]]
            turned = modulators[zones[zone][1] : zones[zone + 1][1]]
            if owner not in owners:
                written += own
            elif zone == first and (not own or own[-1][0] != level.last):
                common = own, turned
                written += own
            else:
                written += _with_answers(own, turned, common, level)
    written += settings[zones[-1][0] :]
    chunks[level.zones] = b"".join(
        struct.pack("<HH", start, zone[1]) for start, zone in zip(starts, zones, strict=True)
    )
    chunks[level.settings] = b"".join(struct.pack("<Hh", *setting) for setting in written)


def _with_answers(
    own: Sequence[Setting],
    turned: Sequence[Modulator],
    common: tuple[Sequence[Setting], Sequence[Modulator]],
    level: _Level,
) -> list[Setting]:
    """Return a zone's settings with what its modulators, and those common to all zones, make of them."""
    replaced = {(source, target) for source, target, *_ in turned}
    valid = [*turned, *(shared for shared in common[1] if (shared[0], shared[1]) not in replaced)]
    values = dict(common[0]) | dict(own)
    middle = _middle(values.get(_KEY_RANGE, 0x7F00))
    moved: dict[int, float] = {}
    for source, target, amount, amount_source, _ in valid:
        share = _share(source, middle)
        if target in _UNSET and share is not None and not amount_source:
            moved[target] = moved.get(target, 0.0) + share * amount
    if not moved:
        return list(own)
    unset = _UNSET if level is _INSTRUMENTS else dict.fromkeys(_UNSET, 0)
    new = {target: round(values.get(target, unset[target]) + move) for target, move in moved.items()}
    kept = [setting for setting in own if setting[0] not in new]
    answers = [(target, max(-12_000, min(13_500, value))) for target, value in new.items()]
    return [*kept[:-1], *answers, *kept[-1:]]


def _middle(keys: int) -> int:
    low, high = keys & 0xFF, (keys >> 8) & 0xFF
    return min(84, max(36, (low + high) // 2))


def _share(source: int, key: int) -> float | None:
    """Return what a modulator's source gives, -1 to 1; None for wheels, pedals and what else is at rest."""
    index, is_controller = source & 0x7F, source & 0x80
    if is_controller or index not in (_FROM_STROKE, _FROM_KEY):
        return None
    value = (TYPICAL_STROKE if index == _FROM_STROKE else key) / 128
    value = 1 - value if source & 0x100 else value
    bipolar, curve = bool(source & 0x200), source >> 10
    if curve == 1:
        value = min(1.0, -40 / 96 * math.log10(max(1e-3, 1 - value)))
    elif curve == 2:
        value = max(0.0, 1 + 40 / 96 * math.log10(max(1e-3, value)))
    elif curve == 3:
        value = float(value >= 0.5)
    return 2 * value - 1 if bipolar else value
