"""What a cue of the built-in composer promises, measured on the file it leaves."""

from __future__ import annotations

import random
import struct
import wave
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyloudnorm
import pytest
from numpy.typing import NDArray

from generation.providers.animatic.music import AnimaticMusic
from generation.providers.animatic.sound.composer import compose
from generation.providers.animatic.sound.dressing import DRESSINGS
from generation.providers.animatic.sound.form import sections_for
from generation.providers.animatic.sound.mood_words import dressing_for, mood_for
from generation.providers.animatic.sound.moods import MOODS
from generation.providers.base import Finished, MusicRequest, Unsupported

RATE = 48_000
_NAMES = "C,D flat,D,E flat,E,F,G flat,G,A flat,A,B flat,B"
CLASSES = {name: number for number, name in enumerate(_NAMES.split(","))}
HEARD = ("noir", "playful", "epic", "calm")

Stereo = NDArray[np.float64]


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCENEME_PROCESSES", "0")


def synthesised(request: MusicRequest, folder: Path) -> Finished:
    return AnimaticMusic("music", {"soundfont": ""}).submit(request, folder)


def read(path: Path) -> Stereo:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32768


@cache
def cue(mood: str) -> tuple[Stereo, Mapping[str, Any]]:
    """Half a minute in `mood`, made once for all the promises about it."""
    with pytest.MonkeyPatch.context() as environment, TemporaryDirectory() as folder:
        environment.setenv("SCENEME_PROCESSES", "0")
        finished = synthesised(MusicRequest("", mood, 30_000, seed=4), Path(folder))
        return read(finished.path), finished.details


def spectrum(sound: Stereo) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    mono = sound.mean(axis=1)
    power = np.square(np.abs(np.fft.rfft(mono)))
    return np.asarray(np.fft.rfftfreq(len(mono), 1 / RATE), np.float64), np.asarray(power, np.float64)


@pytest.mark.parametrize("duration_ms", [400, 1_999, 5_000, 12_345])
def test_a_cue_lasts_exactly_as_long_as_asked(duration_ms: int, tmp_path: Path) -> None:
    finished = synthesised(MusicRequest("", "adventure", duration_ms), tmp_path)

    assert finished.media_type == "audio/wav"
    assert len(read(finished.path)) == round(duration_ms * 48)


@pytest.mark.parametrize("mood", HEARD)
def test_every_mood_comes_at_the_level_the_mix_expects_and_never_clips(mood: str) -> None:
    sound, _ = cue(mood)

    assert pyloudnorm.Meter(RATE).integrated_loudness(sound) == pytest.approx(-16, abs=1.0)
    assert np.abs(sound).max() <= 10 ** (-1 / 20)


@pytest.mark.parametrize("mood", HEARD)
def test_a_cue_rises_to_a_full_part_and_ends_in_silence(mood: str) -> None:
    sound, _ = cue(mood)

    eighths = [10 * np.log10(np.mean(np.square(part))) for part in np.array_split(sound, 8)]

    assert max(eighths[3:7]) > eighths[0] + 3
    assert eighths[7] < max(eighths[3:7]) - 3
    assert not sound[-1].any()
    assert np.abs(sound[-480:]).max() < 0.001


@pytest.mark.parametrize("mood", HEARD)
def test_a_cue_is_neither_dull_nor_harsh_and_has_no_offset(mood: str) -> None:
    sound, _ = cue(mood)

    frequencies, power = spectrum(sound)
    amplitude = np.sqrt(power)
    centroid = float((frequencies * amplitude).sum() / amplitude.sum())

    assert 400 < centroid < 2500
    assert np.abs(sound.mean(axis=0)).max() < 0.001
    for low, high in ((40, 160), (160, 640), (640, 2560), (2560, 10240)):
        share = power[(frequencies >= low) & (frequencies < high)].sum() / power.sum()
        assert share > 1e-4, f"nothing between {low} and {high} Hz"


@pytest.mark.parametrize("mood", HEARD)
def test_a_cue_is_wide_and_still_whole_on_one_loudspeaker(mood: str) -> None:
    sound, _ = cue(mood)

    assert 0.05 < float(np.mean(sound[:, 0] * sound[:, 1]) / np.sqrt(np.prod(np.mean(np.square(sound), axis=0)))) < 0.97


@pytest.mark.parametrize("mood", HEARD)
def test_a_cue_ends_on_the_chord_of_its_key(mood: str) -> None:
    sound, details = cue(mood)
    name, third = details["key"].rsplit(" ", 1)
    triad = {CLASSES[name], (CLASSES[name] + (3 if third == "minor" else 4)) % 12, (CLASSES[name] + 7) % 12}

    frequencies, power = spectrum(sound[-int(1.5 * RATE) :])
    heard = (frequencies > 60) & (frequencies < 1000)
    pitches = np.rint(69 + 12 * np.log2(frequencies[heard] / 440)).astype(int) % 12
    by_class = np.bincount(pitches, power[heard], 12)

    assert by_class[sorted(triad)].sum() > 0.65 * by_class.sum()


def test_the_same_request_gives_the_same_bytes_and_another_seed_another_tune(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("first", "again", "other")]
    for folder in folders:
        folder.mkdir()

    files = [
        synthesised(MusicRequest("", "tender", 6_000, seed=seed), folder).path.read_bytes()
        for folder, seed in zip(folders, (1, 1, 2), strict=True)
    ]

    assert files[0] == files[1]
    assert files[0] != files[2]


@pytest.mark.parametrize("mood", MOODS)
@pytest.mark.parametrize("dressing", [None, *DRESSINGS])
def test_every_mood_can_be_composed_for_every_time_and_length(mood: str, dressing: str | None) -> None:
    kind = DRESSINGS[dressing].dress(MOODS[mood]) if dressing else MOODS[mood]

    for seconds in (1.0, 4.0, 21.0, 75.0):
        score = compose(kind, seconds, seed=3)
        assert score.notes
        assert all(0 <= note.start_s < seconds for note in score.notes)
        assert all(note.drum or 24 <= note.pitch <= 108 for note in score.notes)


def test_the_details_say_what_was_composed(tmp_path: Path) -> None:
    details = synthesised(MusicRequest("", "noir", 30_000), tmp_path).details

    assert details["mood"] == "noir"
    assert 60 < details["bpm"] < 80
    assert details["key"].endswith("minor")
    assert details["renderer"] == "synthesiser"
    starts = [section["start_ms"] for section in details["sections"]]
    assert starts == sorted(starts)
    assert starts[0] == 0


def test_a_long_film_hears_contrasts_and_returns_rather_than_a_loop() -> None:
    score = compose(MOODS["wonder"], 300, seed=1)

    names = [name for name, _ in score.sections]
    assert {"intro", "theme", "contrast", "return", "climax", "outro"} <= set(names)
    heard = {}
    for (name, start), (_, end) in pairwise(score.sections):
        notes = [note for note in score.notes if start <= note.start_s * 1000 < end and not note.drum]
        heard[name, start] = tuple((note.instrument, note.pitch) for note in notes)
    assert len(set(heard.values())) == len(heard)


@pytest.mark.parametrize("bars", range(1, 200, 7))
def test_the_sections_of_a_cue_add_up_to_its_bars(bars: int) -> None:
    sections = sections_for(bars, MOODS["epic"], random.Random(1))

    assert sum(section.bars for section in sections) == bars


def test_a_tune_moves_mostly_by_step() -> None:
    sizes = []
    for mood in MOODS.values():
        leader = next(layer.instrument for layer in mood.layers if layer.pattern == "lead")
        tune = [note.pitch for note in compose(mood, 40, seed=2).notes if note.instrument == leader]
        sizes += [abs(after - before) for before, after in pairwise(tune)]

    assert np.mean(np.array(sizes) <= 4) > 0.6
    assert max(sizes) <= 12


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"mood": "tense"}, "tense"),
        ({"mood": "heartbroken and lonely"}, "sad"),
        ({"mood": "Nostalgic"}, "melancholy"),
        ({"mood": "qwertz", "genre": "slapstick comedy"}, "comic"),
        ({"mood": "", "prompt": "a magical journey through the stars"}, "wonder"),
        ({"mood": "mysterious", "genre": "film noir"}, "noir"),
        ({"mood": "tense", "genre": "film noir"}, "tense"),
        ({"mood": "creepy"}, "dark"),
        ({"mood": "qwertz"}, "calm"),
    ],
)
def test_unknown_words_lead_to_the_nearest_mood(words: Mapping[str, str], expected: str) -> None:
    assert mood_for(**words).name == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"era": "1926"}, "swing"),
        ({"era": "the 1960s"}, "jazz"),
        ({"era": "2140"}, "synth"),
        ({"era": "medieval"}, "modal"),
        ({"genre": "Western"}, "western"),
        ({"genre": "science fiction"}, "synth"),
        ({"genre": "horror"}, "haunted"),
        ({"era": "1720"}, "baroque"),
        ({"era": "1948"}, "jazz"),
        ({"genre": "documentary"}, "report"),
        ({"genre": "folk tale", "era": "village"}, "folk"),
        ({"genre": "space opera"}, "space"),
        ({"era": "2020s hip hop"}, "modern"),
        ({"era": "1890"}, "orchestral"),
        ({"era": "present day"}, ""),
    ],
)
def test_a_time_or_a_genre_brings_its_own_instruments(words: Mapping[str, str], expected: str) -> None:
    dressing = dressing_for(MOODS["tender"], **words)

    assert (dressing.name if dressing else "") == expected


def test_a_length_of_nothing_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="minutes"):
        synthesised(MusicRequest("", "calm", 0), tmp_path)


def test_a_soundfont_on_the_machine_plays_the_cue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    font = tmp_path / "little.sf2"
    font.write_bytes(little_soundfont())
    monkeypatch.setenv("SCENEME_SOUNDFONT", str(font))
    provider = AnimaticMusic("music", {})

    finished = provider.submit(MusicRequest("", "calm", 5_000), tmp_path)
    first = finished.path.read_bytes()
    provider.submit(MusicRequest("", "joyful", 5_000), tmp_path)
    again = provider.submit(MusicRequest("", "calm", 5_000), tmp_path)

    assert finished.details["renderer"] == "soundfont little.sf2"
    assert len(read(finished.path)) == 240_000
    assert np.abs(read(again.path)).max() > 0.1
    assert again.path.read_bytes() == first


def test_a_broken_soundfont_is_told_and_does_not_cost_the_cue(tmp_path: Path) -> None:
    font = tmp_path / "broken.sf2"
    font.write_bytes(b"not a font")

    finished = AnimaticMusic("music", {"soundfont": str(font)}).submit(MusicRequest("", "calm", 2_000), tmp_path)

    assert finished.details["renderer"] == "synthesiser"
    assert "broken.sf2" in finished.notes[0]


def little_soundfont() -> bytes:
    """The smallest SoundFont that sounds: one preset, one looped cycle of a sine wave."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)

    def listed(kind: bytes, *chunks: bytes) -> bytes:
        return chunk(b"LIST", kind + b"".join(chunks))

    def named(text: str) -> bytes:
        return text.encode().ljust(20, b"\0")

    def zones(*numbers: int) -> bytes:
        return struct.pack(f"<{len(numbers)}H", *numbers)

    cycles = (20_000 * np.sin(2 * np.pi * np.arange(4_400) / 110)).astype("<i2").tobytes() + bytes(92)
    preset = named("sine") + struct.pack("<HHHIII", 0, 0, 0, 0, 0, 0)
    last_preset = named("EOP") + struct.pack("<HHHIII", 0, 0, 1, 0, 0, 0)
    sample = named("sine") + struct.pack("<IIIIIBbHH", 0, 4_400, 110, 4_290, 48_000, 69, 0, 0, 1)
    described = listed(b"INFO", chunk(b"ifil", zones(2, 1)), chunk(b"isng", b"EMU8000\0"), chunk(b"INAM", b"sine\0\0"))
    hydra = listed(
        b"pdta",
        chunk(b"phdr", preset + last_preset),
        chunk(b"pbag", zones(0, 0, 1, 0)),
        chunk(b"pmod", bytes(10)),
        chunk(b"pgen", zones(41, 0, 0, 0)),  # play instrument 0
        chunk(b"inst", named("sine") + zones(0) + named("EOI") + zones(1)),
        chunk(b"ibag", zones(0, 0, 2, 0)),
        chunk(b"imod", bytes(10)),
        chunk(b"igen", zones(54, 1, 53, 0, 0, 0)),  # loop, and play sample 0
        chunk(b"shdr", sample + named("EOS") + bytes(26)),
    )
    return chunk(b"RIFF", b"sfbk" + described + listed(b"sdta", chunk(b"smpl", cycles)) + hydra)
