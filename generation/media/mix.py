"""Speech, music and effects -> one stereo sound of the film's exact length, before mastering.

Everything is measured against the speech: each line is brought to one loudness, music lies under it and gives way
while somebody speaks, effects lie lower still.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log10

import numpy as np
from numpy.typing import NDArray

from .errors import BrokenMedia
from .formats import SAMPLE_RATE
from .loudness import SILENT, Samples, integrated_loudness
from .sound import read_sound, ride
from .timeline import SoundClip, Timeline

# Where all sounds are brought to before they are set against each other; mastering decides the final level.
_REFERENCE_LUFS = -20.0
# A whispered line stays softer than a shouted one: no sound is moved by more than this.
_MOST_LEVELLING_DB = 12.0

# Relative to speech, in dB: in the pauses, and how much lower while somebody speaks.
_MUSIC_BED, _MUSIC_DUCK = -9.0, -11.0
_EFFECTS_BED, _EFFECTS_DUCK = -13.0, -3.0

_STEP = SAMPLE_RATE // 100
_SPEAKING_RMS = 0.008
# In steps of 10 ms: music gives way before the word, waits out short pauses, and moves over half a second.
_LOOK_AHEAD, _HOLD, _GLIDE = 15, 30, 50

_BOTH_SIDES_DB = 10 * log10(2)
_MUSIC_FADE_S = 1.5
_JOIN_S = 0.5
_EDGE_S = 0.002


def sample_count(timeline: Timeline) -> int:
    """Samples at 48 kHz for exactly the film's frames."""
    return round(timeline.frames / timeline.rate * SAMPLE_RATE)


def mix(timeline: Timeline) -> Samples:
    """The film's sound as (samples, 2). Without any sound it is silence of the same length.

    Raises BrokenMedia naming the clip when a file has no sound or cannot be read.
    """
    samples = sample_count(timeline)
    sound = np.zeros((samples, 2), np.float32)
    speech = np.zeros((samples, 1), np.float32)
    for clip in timeline.speech.clips:
        _place(speech, clip, _heard(clip, samples, channels=1, edge=_edges))
    speaking = _speaking(speech[:, 0])
    beds = (
        (timeline.music.clips, _MUSIC_BED, _MUSIC_DUCK, _music_edges),
        (timeline.effects.clips, _EFFECTS_BED, _EFFECTS_DUCK, _edges),
    )
    for clips, bed_db, duck_db, edge in beds:
        if clips:
            track = np.zeros((samples, 2), np.float32)
            for clip in clips:
                _place(track, clip, _heard(clip, samples, channels=2, edge=edge))
            _give_way(track, speaking, bed_db, duck_db)
            sound += track
    sound += speech
    return sound


def _heard(clip: SoundClip, samples: int, *, channels: int, edge: Callable[[Samples], None]) -> Samples:
    """The clip's sound as it goes into its track: levelled, as long as it is heard, with soft edges."""
    source = clip.clip
    if source.media is None:
        return np.zeros((0, channels), np.float32)
    used = source.source_range.duration_ms if source.source_range else None
    try:
        sound = read_sound(source.media, channels=channels, start_ms=source.source_start_ms, duration_ms=used)
    except BrokenMedia as error:
        raise BrokenMedia(f"Sound “{source.name}” cannot be used: {error}") from error
    if clip.duration_ms is not None:
        sound = _lasting(sound, _samples(clip.duration_ms))
    # Cut to the film before the edges are made, so that music fades at the film's end and not behind it.
    sound = sound[max(0, -_samples(clip.start_ms)) : max(0, samples - _samples(clip.start_ms))]
    sound = sound * np.float32(10 ** ((_levelling(sound) + clip.gain_db) / 20))
    edge(sound)
    return sound


def _place(track: Samples, clip: SoundClip, sound: Samples) -> None:
    at = max(0, _samples(clip.start_ms))
    track[at : at + len(sound)] += sound


def _levelling(sound: Samples) -> float:
    """What brings the sound to the reference, in dB."""
    loudness = integrated_loudness(sound)
    if loudness == SILENT:
        return 0.0
    if sound.shape[1] == 1:
        # One channel is heard from both sides, which doubles its energy.
        loudness += _BOTH_SIDES_DB
    return float(np.clip(_REFERENCE_LUFS - loudness, -_MOST_LEVELLING_DB, _MOST_LEVELLING_DB))


def _lasting(sound: Samples, length: int) -> Samples:
    """The sound for `length` samples: cut, or repeated with its end crossfaded into its beginning."""
    if len(sound) >= length or not len(sound):
        return sound[:length]
    join = min(round(_JOIN_S * SAMPLE_RATE), len(sound) // 2)
    up = np.sin(np.linspace(0, np.pi / 2, join, dtype=np.float32))[:, np.newaxis]
    result = np.zeros((length + len(sound), sound.shape[1]), np.float32)
    at = 0
    while at < length:
        part = sound.copy()
        if at:
            part[:join] *= up
        part[len(part) - join :] *= up[::-1]
        result[at : at + len(part)] += part
        at += len(sound) - join
    return result[:length]


def _edges(sound: Samples) -> None:
    """Keep a sound that starts or ends in the middle of a wave from clicking."""
    fade = min(round(_EDGE_S * SAMPLE_RATE), len(sound) // 2)
    ramp = np.linspace(0, 1, fade, dtype=np.float32)[:, np.newaxis]
    sound[:fade] *= ramp
    sound[len(sound) - fade :] *= ramp[::-1]


def _music_edges(sound: Samples) -> None:
    _edges(sound)
    fade = min(round(_MUSIC_FADE_S * SAMPLE_RATE), len(sound) // 4)
    sound[len(sound) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, np.newaxis]


def _speaking(speech: Samples) -> NDArray[np.float32] | None:
    """How much somebody speaks, 0 to 1, for each 10 ms; None when nobody speaks in the whole film."""
    steps = -(-len(speech) // _STEP)
    padded = np.zeros(steps * _STEP, np.float32)
    padded[: len(speech)] = speech
    heard = np.sqrt(np.mean(padded.reshape(steps, _STEP) ** 2, axis=1)) > _SPEAKING_RMS
    if not heard.any():
        return None
    # A word at step k keeps the music down from k - look-ahead to k + hold: a running "any" over that window.
    around = np.pad(heard, (_HOLD, _LOOK_AHEAD))
    windows = np.lib.stride_tricks.sliding_window_view(around, _LOOK_AHEAD + _HOLD + 1)
    window = np.hanning(_GLIDE + 1)
    smooth = np.convolve(np.pad(windows.any(axis=1), _GLIDE // 2, mode="edge"), window / window.sum(), "valid")
    return smooth.astype(np.float32)


def _give_way(track: Samples, speaking: NDArray[np.float32] | None, bed_db: float, duck_db: float) -> None:
    """Lower a track, and more while somebody speaks. With nobody to give way to, it stays as it is."""
    if speaking is not None:
        ride(track, (np.arange(len(speaking)) + 0.5) * _STEP, bed_db + duck_db * speaking)


def _samples(time_ms: int) -> int:
    return time_ms * SAMPLE_RATE // 1000
