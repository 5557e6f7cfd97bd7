"""Notes to sound with a SoundFont (recorded instruments), where the machine has one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from .composer import CENTRES, Note, Score
from .font_voices import FAR, SWELLING, TRIM_DB, Voice, voices_of
from .loudness import SILENCE_LUFS, weighted_level
from .soundfont_file import Preset, SoundFontFile
from .stage import seat_of
from .wave import SAMPLE_RATE, Samples

ENVIRONMENT = "SCENEME_SOUNDFONT"
_FOLDERS = (Path("/usr/share/sounds/sf3"), Path("/usr/share/sounds/sf2"), Path("/usr/share/soundfonts"))
"""Where Linux distributions install SoundFonts."""

_GAIN_DB = -9.0
_EVEN_LUFS = -50.0
"""What every instrument is brought to before it is set beside the others: the softest recordings are about there."""
_DRUMS = 128
_FLUSH_SAMPLES = 4096
_LISTENED_SAMPLES = 1 << 15
_MOST_VOICES = 160

_VOLUME, _PAN, _EXPRESSION = 7, 10, 11
_CONTROL_DB = 60.0
"""The player's volume is the cube of the control's value: this many dB for a tenth of it."""
_NEAR_HALL, _FAR_HALL = 0.4, 0.95
"""How much of the near and of the far players goes into the hall."""
_SWELL_STEPS = 6
_SWELLS_FROM_S = 1.1
"""Shorter tones are over before a swell could be heard."""
_SPREAD = 0.35
"""How far apart an instrument's recordings sit."""

Event = tuple[int, int, int, int, int]
"""(sample, order, channel, first, second): order 0 lets a key go, 1 sets a control, 2 strikes a key."""
_LET_GO, _SET, _STRIKE = 0, 1, 2


def find_soundfont() -> Path | None:
    """Return the SoundFont named by the environment, else the first one installed, else None.

    An empty `SCENEME_SOUNDFONT` says that none is to be used.
    """
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    found = (path for folder in _FOLDERS for path in sorted(folder.glob("*.sf[23]")))
    return next((path for path in found if path.is_file()), None)


@dataclass(frozen=True, slots=True)
class _Player:
    """One recording on its own channel."""

    channel: int
    instrument: str
    voice: Voice


class _Band:
    """A synthesiser with a font loaded for some instruments; each of their recordings has a channel of its own."""

    def __init__(self, path: Path, instruments: frozenset[str]) -> None:
        import tinysoundfont  # not every machine has a font, and the rest of the sound works without the package

        file = SoundFontFile(path.read_bytes())
        chosen = {voice: _nearest(voice, file.presets) for name in sorted(instruments) for voice in voices_of(name)}
        self.synth: Any = tinysoundfont.Synth(gain=_GAIN_DB, samplerate=SAMPLE_RATE)
        self.font = self.synth.sfload(file.prepared(frozenset(chosen.values())), max_voices=_MOST_VOICES)
        self.players: dict[str, tuple[_Player, ...]] = {}
        self.channels = 0
        for name in sorted(instruments):
            self.players[name] = tuple(self._engaged(name, voice, chosen[voice]) for voice in voices_of(name))
        for players in self.players.values():
            for number, player in enumerate(players):
                self._seat(player, number - (len(players) - 1) / 2)

    def _engaged(self, name: str, voice: Voice, preset: Preset) -> _Player:
        """Return a player of the recording `preset` on the next channel."""
        player = _Player(self.channels, name, voice)
        self.synth.program_select(player.channel, self.font, *preset, is_drums=preset[0] == _DRUMS)
        self.channels += 1
        return player

    def _seat(self, player: _Player, aside: float) -> None:
        place = min(1.0, max(-1.0, seat_of(player.instrument).pan + _SPREAD * aside))
        wanted = _EVEN_LUFS + player.voice.db + TRIM_DB.get(player.instrument, 0.0)
        softer = min(0.0, wanted - self._heard(player))
        self.synth.control_change(player.channel, _PAN, round(64 + 63 * place))
        self.synth.control_change(player.channel, _VOLUME, max(1, round(127 * 10 ** (softer / _CONTROL_DB))))

    def _heard(self, player: _Player) -> float:
        """Return how loud a firm stroke in the middle of the instrument's range is, in LUFS."""
        key = player.voice.key if player.voice.key >= 0 else CENTRES.get(player.instrument, 60)
        self.synth.control_change(player.channel, _VOLUME, 127)
        self.synth.noteon(player.channel, key, 100)
        sound = np.frombuffer(self.synth.generate(_LISTENED_SAMPLES), np.float32).reshape(-1, 2)
        self.silence()
        heard = weighted_level(sound)
        return heard if heard > SILENCE_LUFS else _EVEN_LUFS

    def silence(self) -> None:
        """Stop all that still rings; the player's own way to do so knows the first sixteen channels only."""
        for channel in range(self.channels):
            self.synth.sounds_off(channel)
        self.synth.generate(_FLUSH_SAMPLES)


def _nearest(voice: Voice, presets: tuple[Preset, ...]) -> Preset:
    """Return the recording of a font that is `voice`, or else the nearest to it that the font has."""
    family = (_DRUMS, 0) if voice.bank == _DRUMS else (0, voice.program)
    wanted = (preset for preset in ((voice.bank, voice.program), family, (0, 0)) if preset in presets)
    return next(wanted, presets[0])


@lru_cache(maxsize=1)
def _loaded(path: Path, instruments: frozenset[str]) -> _Band:
    """Return the band of a font: half a second of work, kept for the next cue with the same instruments."""
    return _Band(path, instruments)


@cache
def _velocity(force: int) -> int:
    return max(14, min(122, round(18 + 0.92 * force)))


def _events(score: Score, band: _Band, *, far: bool) -> Iterator[Event]:
    for note in score.notes:
        if (note.instrument in FAR) is far:
            for player in band.players[note.instrument]:
                yield from _note_events(note, player)
    for instrument in sorted({note.instrument for note in score.notes} & SWELLING):
        if (instrument in FAR) is far:
            for player in band.players[instrument]:
                yield from _swells(score, player)


def _note_events(note: Note, player: _Player) -> Iterator[Event]:
    voice = player.voice
    key = voice.key if note.drum and voice.key >= 0 else min(127, note.pitch + voice.shift)
    start = int(max(0.0, note.start_s - voice.early_s) * SAMPLE_RATE)
    end = max(start + 1, int((note.start_s + note.length_s - 0.5 * voice.early_s) * SAMPLE_RATE))
    yield start, _STRIKE, player.channel, key, _velocity(round(100 * note.force))
    yield end, _LET_GO, player.channel, key, 0


def _swells(score: Score, player: _Player) -> Iterator[Event]:
    """Yield the controls that let long tones grow to their middle and sink again."""
    instrument = player.instrument
    free = 0.0
    for note in score.notes:
        if note.instrument != instrument or note.start_s < free:
            continue
        if note.length_s < _SWELLS_FROM_S:
            if free:
                yield int(note.start_s * SAMPLE_RATE), _SET, player.channel, _EXPRESSION, 122
            continue
        free = note.start_s + 0.9 * note.length_s
        for step in range(_SWELL_STEPS):
            share = step / (_SWELL_STEPS - 1)
            value = round(111 + 16 * np.sin(np.pi * min(1.0, 0.15 + 0.8 * share)))
            at = int((note.start_s + share * 0.85 * note.length_s) * SAMPLE_RATE)
            yield at, _SET, player.channel, _EXPRESSION, min(127, value)


def render_with_font(score: Score, samples: int, path: Path) -> tuple[Samples, Samples]:
    """Return the score played with the font at `path`, shape (samples, 2), and what goes into the hall, (samples,).

    Raise `RuntimeError`, `ValueError` or `OSError` when the font cannot be read.
    """
    band = _loaded(path, frozenset(note.instrument for note in score.notes))
    dry, hall = np.zeros((samples, 2), np.float32), np.zeros(samples, np.float32)
    for far in (False, True):
        band_plays = sorted(_events(score, band, far=far))
        if band_plays:
            _play(band, band_plays, dry, hall, _FAR_HALL if far else _NEAR_HALL)
    return dry, hall


def _play(band: _Band, events: list[Event], dry: Samples, hall: Samples, depth: float) -> None:
    """Add what the band plays to `dry`, and `depth` of it to `hall`."""
    band.silence()
    synth, samples, at = band.synth, len(dry), 0
    for channel in {event[2] for event in events}:
        synth.control_change(channel, _EXPRESSION, 122)
    for sample, order, channel, first, second in [*events, (samples, _SET, 0, 0, 0)]:
        until = min(sample, samples)
        if until > at:
            sound = np.frombuffer(synth.generate(until - at), np.float32).reshape(-1, 2)
            dry[at:until] += sound
            hall[at:until] += sound.sum(axis=1) * np.float32(0.5 * depth)
            at = until
        if order == _STRIKE:
            synth.noteon(channel, first, second)
        elif order == _LET_GO:
            synth.noteoff(channel, first)
        elif first:
            synth.control_change(channel, first, second)
