"""The sound of a scene: the place's own quiet, beds for its whole length, and spots at the moment they happen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .foley_beds import BEDS
from .foley_levels import SPOT_LUFS, USUAL_SPOT_LUFS, bed_level, loudest_moment
from .foley_rhythms import RHYTHMS
from .foley_rooms import OUTSIDE, Place, is_night, place_named
from .foley_words import is_far, loudness_of, sounds_named
from .loudness import limit, loudness
from .space import band, convolve, fade_ends, room
from .spots import SPOTS
from .textures import Rng, put
from .wave import SAMPLE_RATE, Samples, as_samples, samples_in, write_wav

TONE_LUFS = -45.0
BED_LUFS = -32.0
_RHYTHM_LUFS = -34.0
_PEAK = 0.42
_FADE_S = 0.03
_WHOLE_S = 30
"""A bed is made in one piece up to this length; a longer one in fresh pieces that flow into each other."""
_CROSSFADE_S = 3.0
_SPOT_EVERY_S = (14.0, 26.0)
_LONGEST_SPOT_S = 7.0
_EXCERPT_S = 4.0
_HEARD_FROM = 0.22
"""A spot begins where it first reaches this part of its fullest: what comes before would make it late."""
_ONSET = SAMPLE_RATE // 200
_FAR_HERTZ, _WALL_HERTZ = 1800.0, 700.0

# The bed of a spot that is said to last, and the spot of a bed that is said to happen.
_LASTING = {
    "ticking": "clock", "typewriter": "typing", "keyboard": "typing", "murmur": "crowd", "cheer": "crowd",
    "cricket": "crickets", "bird": "birds", "gull": "seagulls", "crackle": "fire", "gust": "wind", "wave": "waves",
    "wind chimes": "chimes", "train pass": "train", "engine rev": "engine", "hammer": "hammering",
    "car pass": "traffic", "running": "footsteps",
}  # fmt: skip
_HAPPENING = {
    "wind": "gust", "waves": "wave", "crowd": "murmur", "birds": "bird", "seagulls": "gull", "crickets": "cricket",
    "fire": "crackle", "train": "train pass", "engine": "engine rev", "clock": "ticking", "typing": "typewriter",
    "hammering": "hammer", "traffic": "car pass", "chimes": "wind chimes", "insects": "fly",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be heard: `sounds` all through, `cues` as (sound, ms) once; `words` say what kind of scene it is."""

    sounds: Sequence[str]
    cues: Sequence[tuple[str, int]]
    duration_ms: int
    place: str = ""
    interior: bool = False
    words: str = ""
    seed: int = 0


def scene_sound(scene: Scene, path: str) -> dict[str, Any]:
    """Mix a scene's sound for exactly its length into the file `path`; return what was used and what is not known."""
    lasting: dict[str, str] = {}
    unknown = []
    for phrase in scene.sounds:
        named = sounds_named(phrase)
        lasting.update({_LASTING.get(name, name): phrase for name in named})
        if not named:
            unknown.append(phrase)
    cues = [(name, phrase, at) for phrase, at in scene.cues for name in _happening(phrase)]
    unknown += [phrase for phrase, _ in scene.cues if not sounds_named(phrase)]
    for name, _, _ in cues:
        if name in SPOTS and name not in BEDS:
            lasting.pop(name, None)
    write_wav(Path(path), _mix(scene, lasting, cues))
    used = [*lasting, *dict.fromkeys(name for name, _, _ in cues if name not in lasting)]
    return {
        "sounds": used,
        "unknown": list(dict.fromkeys(unknown)),
        "cues": [{"sound": name, "at_ms": at} for name, _, at in cues],
    }


def _happening(phrase: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_HAPPENING.get(name, name) for name in sounds_named(phrase)))


def _mix(scene: Scene, lasting: Mapping[str, str], cues: Sequence[tuple[str, str, int]]) -> Samples:
    samples = samples_in(scene.duration_ms)
    told = " ".join((scene.place, scene.words, *scene.sounds))
    place = place_named(scene.place or scene.words, interior=scene.interior)
    mixed = _tone(scene, place, lasting, samples, night=is_night(told))
    beds = [name for name in lasting if name in BEDS]
    for name in beds:
        level = BED_LUFS + bed_level(name) - 2.0 * max(0, len(beds) - 1) ** 0.5
        mixed += _heard_in(
            scene, name, _levelled(_bed(name, samples, _generator(name, scene.seed)), level)
        ) * np.float32(loudness_of(lasting[name]))
    near, far = np.zeros((samples, 2), np.float32), np.zeros((samples, 2), np.float32)
    for name, phrase in lasting.items():
        if name not in BEDS:
            (far if is_far(phrase) else near)[:] += _recurring(name, phrase, samples, scene.seed)
    for number, (name, phrase, at_ms) in enumerate(cues):
        rng = np.random.default_rng([abs(scene.seed), number, *name.encode()])
        _place_cue(far if is_far(phrase) else near, name, phrase, samples_in(at_ms), rng)
    if far.any():
        near += band(far, 120, _FAR_HERTZ) * np.float32(0.6)
    if near.any():
        ring = [side * np.float32(place.wet * (1.8 if far.any() else 1.0)) for side in room(place.ring_s)]
        mixed += near + convolve(near.mean(axis=1), ring)
    return fade_ends(limit(mixed, _PEAK), head_s=_FADE_S, tail_s=_FADE_S)


def _tone(scene: Scene, place: Place, lasting: Mapping[str, str], samples: int, *, night: bool) -> Samples:
    """Return the place's own sound, without what is heard there anyway."""
    wanted = place.night if night and place.night else place.tone
    parts = [(bed, level) for bed, level in wanted if bed not in lasting] or [("room tone", 0.0)]
    tone = np.zeros((samples, 2), np.float32)
    for bed, level in parts:
        rng = _generator(f"tone {bed}", scene.seed)
        tone += _heard_in(scene, bed, _levelled(_bed(bed, samples, rng), TONE_LUFS + level))
    return _levelled(tone, TONE_LUFS + place.louder_db)


def _heard_in(scene: Scene, bed: str, sound: Samples) -> Samples:
    """Return a bed as it is heard inside, where the weather and the street are behind walls; rain drums on the roof."""
    if not scene.interior or bed not in OUTSIDE:
        return sound
    if bed == "rain":
        return as_samples(band(sound, 90, 1300) * np.float32(1.1))
    return as_samples(band(sound, 60, _WALL_HERTZ) * np.float32(0.8))


def _generator(name: str, seed: int) -> Rng:
    return np.random.default_rng([abs(seed), *name.encode()])


def _levelled(sound: Samples, lufs: float) -> Samples:
    measured = loudness(sound)
    return sound * np.float32(10 ** ((lufs - measured) / 20)) if measured > -100 else sound


def _bed(name: str, samples: int, rng: Rng) -> Samples:
    """Return a bed of `samples`: in one piece, or in fresh pieces so that nothing is ever heard twice."""
    whole, overlap = _WHOLE_S * SAMPLE_RATE, int(_CROSSFADE_S * SAMPLE_RATE)
    if samples <= whole + overlap:
        return BEDS[name](max(samples, SAMPLE_RATE), rng)[:samples]
    rise = np.sin(np.linspace(0, np.pi / 2, overlap, dtype=np.float32))[:, None]
    out = np.zeros((samples, 2), np.float32)
    for start in range(0, samples - overlap, whole):
        piece = BEDS[name](min(whole + overlap, max(samples - start, SAMPLE_RATE)), rng)
        if start:
            piece[:overlap] *= rise
        if start + len(piece) < samples:
            piece[-overlap:] *= rise[::-1]
        out[start : start + len(piece)] += piece[: samples - start]
    return out


def _recurring(name: str, phrase: str, samples: int, seed: int) -> Samples:
    """Return a rhythm for the whole scene, or a spot that is heard now and then in it."""
    rng = _generator(name, seed)
    gain = np.float32(loudness_of(phrase))
    if name in RHYTHMS:
        return limit(_levelled(RHYTHMS[name](samples, rng), _RHYTHM_LUFS + bed_level(name)), 0.4) * gain
    out = np.zeros((samples, 2), np.float32)
    for start in spot_times(samples / SAMPLE_RATE, rng):
        put(out, _spot(name, rng), int(start * SAMPLE_RATE), level=float(gain), pan=float(rng.uniform(-0.5, 0.5)))
    return out


def _place_cue(out: Samples, name: str, phrase: str, start: int, rng: Rng) -> None:
    """Put one sound where it happens; a bed is heard for a while."""
    if not 0 <= start < len(out):
        return
    gain = loudness_of(phrase)
    if name in SPOTS:
        put(out, _spot(name, rng), start, level=gain, pan=float(rng.uniform(-0.35, 0.35)))
        return
    made = (BEDS.get(name) or RHYTHMS[name])(int(_EXCERPT_S * SAMPLE_RATE), rng)
    excerpt = _levelled(made, BED_LUFS + bed_level(name) + 3.0)[: len(out) - start]
    out[start : start + len(excerpt)] += fade_ends(excerpt, head_s=0.02, tail_s=1.4) * np.float32(gain)


def _spot(name: str, rng: Rng) -> Samples:
    """Return a spot at its level, beginning at once."""
    made = SPOTS[name](rng)
    steps = np.abs(made[: len(made) // _ONSET * _ONSET]).reshape(-1, _ONSET).max(axis=1)
    begun = int(np.argmax(steps > _HEARD_FROM * steps.max())) * _ONSET
    made = made[begun:].copy()
    made[:48] *= np.linspace(0, 1, len(made[:48]), dtype=np.float32)
    level = SPOT_LUFS.get(name, USUAL_SPOT_LUFS)
    made *= np.float32(10 ** ((level - loudest_moment(made)) / 20))
    return made * np.float32(min(1.0, _PEAK / (float(np.abs(made).max()) + 1e-9)))


def spot_times(length_s: float, rng: Rng) -> list[float]:
    """Return when a spot is heard in a scene of `length_s` seconds: never at once, and not often."""
    latest = max(length_s * 0.3, length_s - _LONGEST_SPOT_S)
    at = float(rng.uniform(0.12, 0.32)) * min(length_s, 15.0)
    times = []
    while at <= latest:
        times.append(at)
        at += float(rng.uniform(*_SPOT_EVERY_S))
    return times or [length_s * 0.25]
