"""What the score of a whole film promises: cues that follow its scenes, in right notes, and come home."""

from __future__ import annotations

import struct
import wave
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generation.providers.animatic.music import AnimaticMusic
from generation.providers.animatic.sound.composer import Score, compose
from generation.providers.animatic.sound.dressing import DRESSINGS
from generation.providers.animatic.sound.film_score import Cue, Stretch, compose_film, cues_of
from generation.providers.animatic.sound.font_voices import VOICES
from generation.providers.animatic.sound.mood_words import mood_for
from generation.providers.animatic.sound.moods import MOODS, Mood
from generation.providers.animatic.sound.soundfont_file import SoundFontFile
from generation.providers.base import MusicRequest, MusicSection

from .test_music import little_soundfont

RATE = 48_000
SECTIONS = (
    MusicSection(0, 10_000, "calm", 0.25),
    MusicSection(10_000, 22_000, "tense", 0.65),
    MusicSection(22_000, 26_000, "none", 0.0),
    MusicSection(26_000, 38_000, "epic", 0.9),
    MusicSection(38_000, 50_000, "tender", 0.35),
)
_NAMES = ["C", "D flat", "D", "E flat", "E", "F", "G flat", "G", "A flat", "A", "B flat", "B"]

Mono = NDArray[np.float64]


def mood_of(word: str) -> Mood:
    return mood_for(word)


def stretches(*parts: tuple[float, float, str, float]) -> list[Stretch]:
    return [Stretch(*part) for part in parts]


def cues_for(*parts: tuple[float, float, str, float]) -> list[Cue]:
    return cues_of(stretches(*parts), parts[-1][1], mood_of)


def composed(seed: int = 1) -> tuple[Score, list[dict[str, Any]]]:
    parts = [(part.start_ms / 1000, part.end_ms / 1000, part.mood, part.energy) for part in SECTIONS]
    return compose_film(cues_for(*parts), 50.0, seed)


@cache
def film() -> tuple[Mono, Mapping[str, Any]]:
    """The film's music, made once for all the promises about it."""
    with pytest.MonkeyPatch.context() as environment, TemporaryDirectory() as folder:
        environment.setenv("SCENEME_PROCESSES", "0")
        request = MusicRequest("", "calm", 50_000, sections=SECTIONS, seed=3)
        finished = AnimaticMusic("music", {"soundfont": ""}).submit(request, Path(folder))
        with wave.open(str(finished.path)) as file:
            sound = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768
        return sound.mean(axis=1), finished.details


def level(sound: Mono) -> float:
    return float(10 * np.log10(np.mean(np.square(sound)) + 1e-12))


def between(start_s: float, end_s: float) -> Mono:
    return film()[0][int(start_s * RATE) : int(end_s * RATE)]


def test_each_change_of_mood_is_a_cue_of_its_own() -> None:
    _, details = film()

    assert [(cue["start_ms"], cue["mood"]) for cue in details["cues"]] == [
        (0, "calm"), (10_000, "tense"), (22_000, "none"), (26_000, "epic"), (38_000, "tender"),
    ]  # fmt: skip
    assert len({cue["key"] for cue in details["cues"] if "key" in cue}) >= 3
    assert len({cue["bpm"] for cue in details["cues"] if "bpm" in cue}) == 4


def test_scenes_that_feel_alike_share_a_cue_and_a_short_one_joins_its_neighbour() -> None:
    alike = cues_for((0, 10, "calm", 0.2), (10, 20, "peaceful", 0.4), (20, 40, "tense", 0.6))
    short = cues_for((0, 12, "calm", 0.2), (12, 15, "joyful", 0.6), (15, 30, "calm", 0.2))

    assert [(cue.start_s, cue.end_s) for cue in alike] == [(0, 20), (20, 40)]
    assert [(cue.start_s, cue.end_s) for cue in short] == [(0, 30)]


def test_a_short_opening_belongs_to_the_music_that_follows() -> None:
    cues = cues_for((0, 2.2, "tense", 0.6), (2.2, 30, "tender", 0.3))

    assert [(cue.start_s, cue.mood.name if cue.mood else "") for cue in cues] == [(0, "tender")]


def test_silence_is_silent_once_the_music_has_rung_out() -> None:
    assert level(between(24.5, 25.8)) < -50
    assert level(between(20, 22)) > -35


def test_elsewhere_it_takes_a_breath_before_a_cut_at_most() -> None:
    tenths = np.array([level(part) for part in np.array_split(film()[0], 500)])
    asked = np.ones(500, bool)
    asked[225:262] = False
    asked[485:] = False

    holes = np.flatnonzero(asked & (tenths < -48))
    assert len(holes) <= 3
    assert all(hole in (97, 98, 99, 217, 218, 219, 377, 378, 379) for hole in holes)


def test_no_cue_is_cut_off_or_starts_with_a_click() -> None:
    jumps = np.abs(np.diff(film()[0]))

    for boundary_s in (10, 22, 26, 38):
        around = jumps[int((boundary_s - 0.1) * RATE) : int((boundary_s + 0.1) * RATE)]
        assert around.max() < 2.5 * np.quantile(jumps, 0.999)


def test_the_music_is_as_loud_as_the_scene_is_lively() -> None:
    calm, tense, epic, tender = (level(between(*span)) for span in ((1, 9), (11, 21), (27, 37), (39, 47)))

    assert epic > calm + 2
    assert epic > tender + 2
    assert tense > calm


def test_moods_have_different_colours() -> None:
    shares = []
    for span in ((1, 9), (11, 21), (27, 37), (39, 47)):
        power = np.square(np.abs(np.fft.rfft(between(*span))))
        edges = np.geomspace(20, len(power) * 0.3, 9).astype(int)
        shares.append(10 * np.log10([power[a:b].sum() / power.sum() + 1e-9 for a, b in pairwise(edges)]))

    for number, share in enumerate(shares):
        for other in shares[number + 1 :]:
            assert np.abs(share - other).mean() > 1.0


def test_the_film_ends_on_its_home_chord_and_rings_out() -> None:
    score, details = composed()

    at, tones = score.harmony[-1]
    home, third = score.key.rsplit(" ", 1)
    tonic = _NAMES.index(home)
    last = [note for note in score.notes if not note.drum and note.start_s > at - 0.05]
    assert details[-1]["ends"] == "home"
    assert tones == {tonic, (tonic + (3 if third == "minor" else 4)) % 12, (tonic + 7) % 12}
    assert {note.pitch % 12 for note in last} <= tones
    assert min(note.pitch for note in last) % 12 == tonic
    assert max(note.start_s + note.length_s for note in last) > 49


def test_the_chord_before_the_last_leads_home() -> None:
    score, _ = composed()

    tonic = _NAMES.index(score.key.rsplit(" ", 1)[0])
    before = score.harmony[-2][1]
    assert (tonic + 7) % 12 in before
    assert tonic not in before


@pytest.mark.parametrize("dressing", [None, *DRESSINGS])
def test_what_sounds_on_the_first_beat_belongs_to_the_chord(dressing: str | None) -> None:
    for mood in MOODS.values():
        if 1 in mood.scale:
            continue  # dread keeps its pedal under foreign chords
        score = compose(DRESSINGS[dressing].dress(mood) if dressing else mood, 40, seed=2)
        starts = [start for start, _ in score.harmony]
        for note in score.notes:
            bar = max(0, bisect_right(starts, note.start_s + 0.025) - 1)
            if not note.drum and abs(note.start_s - starts[bar]) < 0.025:
                assert note.pitch % 12 in score.harmony[bar][1], (mood.name, dressing, note)


def test_the_motif_is_told_over_the_title() -> None:
    score, _ = composed()
    lead = next(layer.instrument for layer in MOODS["calm"].layers if layer.pattern == "lead")

    assert any(note.instrument == lead and note.start_s < 0.3 for note in score.notes)


def test_another_seed_is_another_film_and_the_same_seed_the_same() -> None:
    first, again, other = composed(1)[0], composed(1)[0], composed(2)[0]

    assert first == again
    assert first.notes != other.notes


@pytest.mark.parametrize("seed", range(8))
def test_notes_stay_within_the_film_whatever_the_cues(seed: int) -> None:
    score, _ = composed(seed)

    assert all(0 <= note.start_s < 50 and note.length_s > 0 for note in score.notes)
    assert all(note.drum or 24 <= note.pitch <= 108 for note in score.notes)
    assert not [note for note in score.notes if 22.1 < note.start_s < 25.9]


def test_a_film_of_silence_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEME_PROCESSES", "0")
    request = MusicRequest("", "calm", 3_000, sections=(MusicSection(0, 3_000, "none"),))

    finished = AnimaticMusic("music", {"soundfont": ""}).submit(request, tmp_path)

    with wave.open(str(finished.path)) as file:
        assert file.getnframes() == 144_000
        assert not any(file.readframes(144_000))


def test_every_instrument_of_every_time_has_a_recording() -> None:
    played = {
        note.instrument
        for mood in MOODS.values()
        for dressing in (None, *DRESSINGS.values())
        for note in compose(dressing.dress(mood) if dressing else mood, 60, seed=1).notes
    }

    assert played <= set(VOICES)


def test_a_font_keeps_only_what_is_played_and_opens_its_filters() -> None:
    font = modulated(little_soundfont())

    prepared = SoundFontFile(font).prepared(frozenset({(0, 0)}))
    dropped = SoundFontFile(font).prepared(frozenset())

    assert SoundFontFile(font).presets == ((0, 0),)
    assert settings_of(prepared)[8] == 6_000 + round(3_000 * 100 / 128)
    assert headers_of(prepared)[:46] == headers_of(font)[:46]
    assert headers_of(dropped)[20:36] == bytes(16)


@pytest.mark.parametrize("broken", [b"", b"RIFF", b"not a font at all", b"RIFF....sfbkLIST....pdta"])
def test_what_is_no_font_is_told(broken: bytes) -> None:
    with pytest.raises(ValueError, match="SoundFont"):
        SoundFontFile(broken)


def chunk_of(font: bytes, name: bytes) -> bytes:
    at = font.rindex(name)
    size = struct.unpack_from("<I", font, at + 4)[0]
    return font[at + 8 : at + 8 + size]


def headers_of(font: bytes) -> bytes:
    return chunk_of(font, b"shdr")


def settings_of(font: bytes) -> dict[int, int]:
    return dict(struct.iter_unpack("<Hh", chunk_of(font, b"igen")))


def modulated(font: bytes) -> bytes:
    """The little font with a filter at 6000 cents that a hard stroke opens by 3000."""
    settings = struct.pack("<8H", 8, 6_000, 54, 1, 53, 0, 0, 0)
    modulators = struct.pack("<HHhHH", 0x0002, 8, 3_000, 0, 0) + bytes(10)
    zones = struct.pack("<4H", 0, 0, 3, 1)
    for name, body in ((b"igen", settings), (b"imod", modulators), (b"ibag", zones)):
        at = font.rindex(name)
        size = struct.unpack_from("<I", font, at + 4)[0]
        font = font[: at + 4] + struct.pack("<I", len(body)) + body + font[at + 8 + size :]
    return font
