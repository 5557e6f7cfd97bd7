"""Speech, music and effects -> one stereo sound of the film's exact length, before mastering.

Everything is measured against the speech: each line is brought to one loudness, music lies under it and gives way
while somebody speaks, effects lie lower still.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .errors import BrokenMedia
from .formats import SAMPLE_RATE
from .loudness import SILENT, LoudnessMeter, Samples
from .sound import read_sound
from .tape import Tape, blank_tape, stretches
from .timeline import Clip, SoundClip, Timeline

# Where all sounds are brought to before they are set against each other; mastering decides the final level.
_REFERENCE_LUFS = -20.0
# A whispered line stays softer than a shouted one: no sound is moved by more than this.
_MOST_LEVELLING_DB = 12.0

_STEP = SAMPLE_RATE // 100
_SPEAKING_RMS = 0.008
# In steps of 10 ms: music gives way before the word, waits out short pauses, and moves over half a second.
_LOOK_AHEAD, _HOLD, _GLIDE = 15, 30, 50

_BOTH_SIDES_DB = 10 * log10(2)
_JOIN = SAMPLE_RATE // 2
_EDGE_S = 0.002


@dataclass(frozen=True, slots=True)
class _Manner:
    """How sounds of one kind are laid: in dB relative to speech, in its pauses, and how much lower while it is heard.

    At its end a sound fades for `fade_s` at least, or a quarter of its length.
    """

    channels: int
    bed_db: float = 0.0
    duck_db: float = 0.0
    fade_s: float = 0.0


_SPEECH = _Manner(channels=1, fade_s=0.008)
_MUSIC = _Manner(channels=2, bed_db=-9.0, duck_db=-11.0, fade_s=1.5)
_EFFECTS = _Manner(channels=2, bed_db=-13.0, duck_db=-3.0)


def sample_count(timeline: Timeline) -> int:
    """Samples at 48 kHz for exactly the film's frames."""
    return round(timeline.frames / timeline.rate * SAMPLE_RATE)


def mix(timeline: Timeline, film: Tape, folder: Path) -> None:
    """Lay the film's sound on a blank tape of the film's length. Without any sound it stays silent.

    `folder` needs room for the longest sound that is used.

    Raises BrokenMedia naming the clip when a file has no sound or cannot be read.
    """
    for clip in timeline.speech.clips:
        _lay(clip, _SPEECH, film, folder, None)
    beds = [(clip, _MUSIC) for clip in timeline.music.clips] + [(clip, _EFFECTS) for clip in timeline.effects.clips]
    if beds:
        speaking = _speaking(film)
        for clip, manner in beds:
            _lay(clip, manner, film, folder, speaking)


def _lay(clip: SoundClip, manner: _Manner, film: Tape, folder: Path, speaking: NDArray[np.float32] | None) -> None:
    """Add one sound to the film: levelled, as long as it is heard, with soft edges, giving way to speech."""
    if clip.clip.media is None:
        return
    begin = _samples(clip.start_ms)
    # As far as the film goes, and the join that a repeated sound might have there.
    heard = max(0, len(film) - begin) + _JOIN
    wanted = None if clip.duration_ms is None else _samples(clip.duration_ms)
    with blank_tape(folder, channels=manner.channels, block=film.block) as source:
        _record(clip.clip, clip.clip.media, source, heard if wanted is None else min(heard, wanted))
        length = len(source) if wanted is None or not len(source) else wanted
        # Cut to the film before the edges are made, so that music fades at the film's end and not behind it.
        first, last = max(0, -begin), min(length, len(film) - begin)
        part = _Part(source, first, max(first, last), repeated=len(source) < min(length, heard))
        levelling = _levelling(part) if clip.level_lufs is None else _REFERENCE_LUFS - clip.level_lufs
        gain = np.float32(10 ** ((levelling + clip.gain_db) / 20))
        for start, stop in part.stretches():
            sound = part.read(start, stop) * gain
            _soften(sound, start, len(part), clip, manner)
            if speaking is not None:
                _give_way(sound, begin + first + start, speaking, manner)
            film.add(begin + first + start, sound)


def _record(clip: Clip, media: Path, tape: Tape, samples: int) -> None:
    """Put what the clip uses of its file on a tape: all of it, or at least `samples`."""
    used = clip.source_range.duration_ms if clip.source_range else None
    try:
        for sound in read_sound(media, channels=tape.channels, start_ms=clip.source_start_ms, duration_ms=used):
            tape.write(len(tape), sound)
            if len(tape) >= samples:
                break
    except BrokenMedia as error:
        raise BrokenMedia(f"Sound “{clip.name}” cannot be used: {error}") from error


@dataclass(frozen=True, slots=True)
class _Part:
    """Samples `first` to `last` of a tape that may be repeated, each end crossfaded into the next beginning."""

    source: Tape
    first: int
    last: int
    repeated: bool

    def __len__(self) -> int:
        return self.last - self.first

    def stretches(self) -> Iterator[tuple[int, int]]:
        return stretches(len(self), self.source.block)

    def read(self, start: int, stop: int) -> Samples:
        """Samples `start` to `stop` of the part."""
        start, stop = start + self.first, stop + self.first
        return self._repeated(start, stop) if self.repeated else self.source.read(start, stop)

    def _repeated(self, start: int, stop: int) -> Samples:
        length = len(self.source)
        join = min(_JOIN, length // 2)
        up = np.sin(np.linspace(0, np.pi / 2, join, dtype=np.float32))
        result = np.zeros((stop - start, self.source.channels), np.float32)
        every = length - join
        for begin in range(max(0, start - length) // every * every, stop, every):
            at, end = max(start, begin), min(stop, begin + length)
            if at < end:
                sound = self.source.read(at - begin, end - begin)
                if begin:
                    _shape(sound, up, begin - at)
                _shape(sound, up[::-1], begin + every - at)
                result[at - start : end - start] += sound
        return result


def _levelling(part: _Part) -> float:
    """What brings the sound to the reference, in dB."""
    meter = LoudnessMeter(part.source.channels)
    for start, stop in part.stretches():
        meter.add(part.read(start, stop))
    loudness = meter.integrated()
    if loudness == SILENT:
        return 0.0
    if part.source.channels == 1:
        # One channel is heard from both sides, which doubles its energy.
        loudness += _BOTH_SIDES_DB
    return float(np.clip(_REFERENCE_LUFS - loudness, -_MOST_LEVELLING_DB, _MOST_LEVELLING_DB))


def _soften(sound: Samples, start: int, length: int, clip: SoundClip, manner: _Manner) -> None:
    """Shape a stretch of a sound: no click where it starts or ends in the middle of a wave, and its fades."""
    edge = np.linspace(0, 1, min(round(_EDGE_S * SAMPLE_RATE), length // 2), dtype=np.float32)
    fade = np.linspace(1, 0, min(round(manner.fade_s * SAMPLE_RATE), length // 4), dtype=np.float32)
    _shape(sound, edge, -start)
    _shape(sound, edge[::-1], length - len(edge) - start)
    _shape(sound, fade, length - len(fade) - start)
    # Two unlike sounds of which one goes as the other comes are together as loud as one when both ramps are of power.
    comes, goes = (_power_ramp(min(_samples(time), length // 2)) for time in (clip.fade_in_ms, clip.fade_out_ms))
    _shape(sound, comes, -start)
    _shape(sound, goes[::-1], length - len(goes) - start)


def _power_ramp(length: int) -> NDArray[np.float32]:
    return np.sin(np.linspace(0, np.pi / 2, length, dtype=np.float32))


def _shape(sound: Samples, ramp: NDArray[np.float32], at: int) -> None:
    """Multiply sound in place with a ramp that begins at sample `at` of it; either may reach over the other's ends."""
    part = ramp[max(0, -at) : max(0, len(sound) - at)]
    sound[max(0, at) : max(0, at) + len(part)] *= part[:, np.newaxis]


def _speaking(film: Tape) -> NDArray[np.float32] | None:
    """How much somebody speaks, 0 to 1, for each 10 ms of a film with speech alone; None when nobody ever does."""
    heard = np.concatenate([np.zeros(0, bool), *(_voiced(film.read(*stretch)[:, 0]) for stretch in film.stretches())])
    if not heard.any():
        return None
    # A word at step k keeps the music down from k - look-ahead to k + hold: a running "any" over that window.
    around = np.pad(heard, (_HOLD, _LOOK_AHEAD))
    windows = np.lib.stride_tricks.sliding_window_view(around, _LOOK_AHEAD + _HOLD + 1)
    window = np.hanning(_GLIDE + 1)
    smooth = np.convolve(np.pad(windows.any(axis=1), _GLIDE // 2, mode="edge"), window / window.sum(), "valid")
    return smooth.astype(np.float32)


def _voiced(speech: Samples) -> NDArray[np.bool_]:
    """Whether somebody speaks in each 10 ms."""
    steps = -(-len(speech) // _STEP)
    padded = np.zeros(steps * _STEP, np.float32)
    padded[: len(speech)] = speech
    return np.asarray(np.sqrt(np.mean(padded.reshape(steps, _STEP) ** 2, axis=1)) > _SPEAKING_RMS)


def _give_way(sound: Samples, at: int, speaking: NDArray[np.float32], manner: _Manner) -> None:
    """Lower sound that is heard from sample `at` of the film, and more while somebody speaks."""
    # The steps it lies in and one more on each side: the figure of a step is that of its middle.
    first = max(0, at // _STEP - 1)
    near = speaking[first : (at + len(sound)) // _STEP + 2]
    middles = (np.arange(first, first + len(near)) + 0.5) * _STEP
    gain_db = np.interp(np.arange(at, at + len(sound)), middles, manner.bed_db + manner.duck_db * near)
    sound *= (10 ** (gain_db / 20)).astype(np.float32)[:, np.newaxis]


def _samples(time_ms: int) -> int:
    return time_ms * SAMPLE_RATE // 1000
