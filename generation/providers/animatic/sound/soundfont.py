"""Notes to sound with a SoundFont (recorded instruments), where the machine has one."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from .composer import Note, Score
from .stage import seat_of
from .wave import SAMPLE_RATE, Samples

ENVIRONMENT = "SCENEME_SOUNDFONT"
_FOLDERS = (Path("/usr/share/sounds/sf3"), Path("/usr/share/sounds/sf2"), Path("/usr/share/soundfonts"))
"""Where Linux distributions install SoundFonts."""

_DRUM_CHANNEL = 9
_GAIN_DB = -9.0
_SHRILL = frozenset({"shaker", "hat", "tick", "tambourine", "ride", "glock", "xylophone"})
"""Recorded close and bright: at a full stroke they would be all one hears."""
_FLUSH_SAMPLES = 4096


def find_soundfont() -> Path | None:
    """Return the SoundFont named by the environment, else the first one installed, else None.

    An empty `SCENEME_SOUNDFONT` says that none is to be used.
    """
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    found = (path for folder in _FOLDERS for path in sorted(folder.glob("*.sf[23]")))
    return next((path for path in found if path.is_file()), None)


@lru_cache(maxsize=1)
def _loaded(path: Path) -> tuple[Any, int]:
    """Return a synthesiser with the font at `path` loaded, and the font's id: seconds of work, done once a process."""
    import tinysoundfont  # not every machine has a font, and the rest of the sound works without the package

    synth = tinysoundfont.Synth(gain=_GAIN_DB, samplerate=SAMPLE_RATE)
    return synth, synth.sfload(str(path))


def _seated(synth: Any, font: int, score: Score) -> dict[str, int]:
    """Give each instrument of the score a channel with its program and place; return the channels."""
    names = sorted({note.instrument for note in score.notes if not note.drum})
    free = [channel for channel in range(16) if channel != _DRUM_CHANNEL]
    channels = {name: free[index % len(free)] for index, name in enumerate(names)}
    for name, channel in channels.items():
        seat = seat_of(name)
        _select(synth, channel, font, 0, seat.program)
        synth.control_change(channel, 10, round(64 + 63 * seat.pan))
    brushes = any(note.instrument == "swish" for note in score.notes)
    _select(synth, _DRUM_CHANNEL, font, 128, 40 if brushes else 0)
    return channels


def _select(synth: Any, channel: int, font: int, bank: int, program: int) -> None:
    """Choose a program; a small font that has not got it plays its first one, or the bank's."""
    for candidate in ((bank, program), (bank, 0), (0, 0)):
        try:
            synth.program_select(channel, font, *candidate, is_drums=candidate[0] == 128)
        except RuntimeError:
            continue
        return


def _velocity(note: Note) -> int:
    loudest = 60 if note.instrument in _SHRILL else 96
    return max(12, min(120, round(14 + loudest * note.force)))


def _events(score: Score, channels: dict[str, int]) -> list[tuple[int, int, int, int, int]]:
    """Return (sample, 1 for on or 0 for off, channel, key, velocity), offs before ons at one sample."""
    events = []
    for note in score.notes:
        channel = _DRUM_CHANNEL if note.drum else channels[note.instrument]
        key = seat_of(note.instrument).program if note.drum else note.pitch
        start = int(note.start_s * SAMPLE_RATE)
        end = max(start + 1, int((note.start_s + note.length_s) * SAMPLE_RATE))
        events += [(start, 1, channel, key, _velocity(note)), (end, 0, channel, key, 0)]
    return sorted(events)


def render_with_font(score: Score, samples: int, path: Path) -> Samples:
    """Return the score played with the font at `path`, shape (samples, 2).

    Raise `RuntimeError` or `OSError` when the font cannot be read.
    """
    synth, font = _loaded(path)
    synth.sounds_off()
    synth.generate(_FLUSH_SAMPLES)  # what the last cue left ringing
    channels = _seated(synth, font, score)
    out, at = np.zeros((samples, 2), np.float32), 0
    for sample, on, channel, key, velocity in [*_events(score, channels), (samples, 0, 0, 0, 0)]:
        until = min(sample, samples)
        if until > at:
            out[at:until] = np.frombuffer(synth.generate(until - at), np.float32).reshape(-1, 2)
            at = until
        if on:
            synth.noteon(channel, key, velocity)
        else:
            synth.noteoff(channel, key)
    return out
