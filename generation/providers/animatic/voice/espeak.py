"""The fallback voice: eSpeak NG, for languages the neural voice does not know and machines where it cannot be loaded.

The library (GPL-3) is used only when it is needed, and in a process of its own (see `espeak_process`).
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generation.providers.animatic.voice import espeak_process
from generation.providers.animatic.voice.delivery import Delivery
from generation.providers.animatic.voice.phonemes import SILENCE
from generation.providers.animatic.voice.speaking import EngineFailed, EngineMissing, Utterance
from generation.providers.animatic.voice.voices import VoiceSpec
from generation.providers.animatic.voice.wave import SAMPLE_RATE, Samples

# Words a minute at which its speech is about as fast as the neural voice's.
_USUAL_RATE = 158
_RATE_LIMITS = (80, 400)
# The library's own scales run from 0 to 99, with 50 for a voice as designed.
_USUAL_PITCH = 50
_USUAL_RANGE = 50
_MOST = 99
_VARIANTS = {"male": ("+m1", "+m3", "+m7"), "female": ("+f2", "+f3", "+f4"), "": ("+m2",)}
_WHISPER = "+whisper"
# Its variants for men and women differ in pitch already; a voice's own pitch counts from these.
_USUAL_MULTIPLIER = {"male": 0.63, "female": 1.0, "": 0.8}
_PITCH_PER_OCTAVE = 60
# Its names for languages that go by another code elsewhere.
_LANGUAGES = {"en": "en-us", "zh": "cmn", "no": "nb", "pt": "pt-br", "iw": "he"}
# "(en)" among the phonemes says that the language changed.
_LANGUAGE_SWITCH = re.compile(r"\([\w-]+\)")
_STRESS_AND_LENGTH = "ˈˌ'ː-"
# It knows kana, but reads every kanji as the words "Chinese letter".
_KANJI = re.compile(r"[\u3400-\u9fff]")
# It speaks a quarter of an hour in about three seconds.
_TIME_LIMIT_S = 60.0


def say_with_espeak(
    pieces: Sequence[str], voice: VoiceSpec, delivery: Delivery, languages: Sequence[str], seed: int
) -> tuple[Utterance, str]:
    """Say `pieces` (one per display word, "" for silence) in the first of `languages` that there is a voice for.

    Return the utterance, without samples when nothing in it makes a sound, and the language spoken. Raise
    `EngineMissing` where the library cannot be loaded and `EngineFailed` where it broke on this text.
    """
    spoken = [_KANJI.sub("", piece) if languages[0] == "ja" else piece for piece in pieces]
    text, starts = _as_text(spoken)
    if not any(map(str.isalnum, text)):
        return Utterance(np.zeros(0, np.float32), {}, []), languages[0]
    header, samples = _run(_request(text, voice, delivery, languages, seed))
    length = len(samples) / SAMPLE_RATE
    words = _word_spans(header["words"], starts, spoken, length)
    return Utterance(samples, words, _phone_spans(header["phonemes"], length)), languages[header["voice"]]


def _request(text: str, voice: VoiceSpec, delivery: Delivery, languages: Sequence[str], seed: int) -> dict[str, Any]:
    variant = _WHISPER if delivery.breath >= 1.0 else _variant(voice)
    octaves = float(np.log2(delivery.pitch / _USUAL_MULTIPLIER[voice.sex]))
    return {
        "text": text,
        "voices": [_name_of(language) + variant for language in languages],
        "pace": min(max(round(_USUAL_RATE * delivery.pace), _RATE_LIMITS[0]), _RATE_LIMITS[1]),
        "pitch": min(max(round(_USUAL_PITCH + _PITCH_PER_OCTAVE * octaves), 0), _MOST),
        "pitch_range": min(round(_USUAL_RANGE * delivery.liveliness), _MOST),
        "seed": seed % 2**31,
    }


def _run(request: dict[str, Any]) -> tuple[dict[str, Any], Samples]:
    command = [sys.executable, "-I", "-S", str(Path(espeak_process.__file__))]
    try:
        question = json.dumps(request | _location()).encode()
        answer = subprocess.run(command, input=question, capture_output=True, timeout=_TIME_LIMIT_S, check=False)
    except (OSError, ImportError) as error:
        raise EngineMissing(str(error)) from error
    except subprocess.TimeoutExpired as error:
        raise EngineFailed(f"eSpeak NG took longer than {_TIME_LIMIT_S:.0f} s") from error
    words = answer.stderr.decode("utf-8", "replace").strip()
    if answer.returncode == espeak_process.MISSING:
        raise EngineMissing(words)
    if answer.returncode:
        raise EngineFailed(f"eSpeak NG ended with status {answer.returncode}. {words}".strip())
    line, _, pcm = answer.stdout.partition(b"\n")
    header: dict[str, Any] = json.loads(line)
    return header, _resampled(np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768.0), header["rate"])


def _location() -> dict[str, str]:
    import espeakng_loader

    return {"library": espeakng_loader.get_library_path(), "data": espeakng_loader.get_data_path()}


def _resampled(samples: Samples, rate: int) -> Samples:
    import soxr

    return np.asarray(soxr.resample(samples, rate, SAMPLE_RATE), np.float32)


def _name_of(language: str) -> str:
    code = language.lower().replace("_", "-").split("-")[0]
    return _LANGUAGES.get(code, code)


def _variant(voice: VoiceSpec) -> str:
    """People of one sex differ; the same voice is always the same."""
    variants = _VARIANTS[voice.sex]
    return variants[sum(map(ord, voice.key)) % len(variants)]


def _as_text(pieces: Sequence[str]) -> tuple[str, list[int]]:
    """Join with single spaces; return also where each piece starts, in characters."""
    clean = ["".join(character if character.isprintable() else " " for character in piece) for piece in pieces]
    ends = list(itertools.accumulate(len(piece) + 1 for piece in clean))
    return " ".join(clean), [0, *ends[:-1]]


def _word_spans(
    events: Sequence[tuple[int, int]], starts: Sequence[int], pieces: Sequence[str], length: float
) -> dict[int, tuple[float, float]]:
    """Give each display word the time from its first event to the next word's first."""
    firsts: dict[int, float] = {}
    for position, moment in sorted(events, key=lambda event: event[1]):
        index = int(np.searchsorted(starts, position, side="right")) - 1
        if index >= 0 and any(map(str.isalnum, pieces[index])):
            firsts.setdefault(index, moment / 1000)
    ordered = sorted(firsts)
    moments = [firsts[index] for index in ordered] + [length]
    return {index: (start, stop) for index, start, stop in zip(ordered, moments, moments[1:], strict=False)}


def _phone_spans(events: Sequence[tuple[str, int]], length: float) -> list[tuple[str, float, float]]:
    moments = [moment / 1000 for _, moment in events] + [length]
    plain = ("" if _LANGUAGE_SWITCH.fullmatch(symbol) else symbol.strip(_STRESS_AND_LENGTH) for symbol, _ in events)
    return [(symbol or SILENCE, start, stop) for symbol, start, stop in zip(plain, moments, moments[1:], strict=False)]
