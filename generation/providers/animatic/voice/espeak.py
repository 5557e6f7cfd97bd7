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
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said for one display word ("" for silence), and whether it goes on without a blank from the last."""

    text: str
    is_glued: bool = False


def say_with_espeak(
    pieces: Sequence[Piece], voice: VoiceSpec, delivery: Delivery, languages: Sequence[str], seed: int
) -> tuple[Utterance, str]:
    """Say `pieces`, one per display word, in the first of `languages` that there is a voice for.

    Return the utterance, without samples when nothing in it makes a sound, and the language spoken. Raise
    `EngineMissing` where the library cannot be loaded and `EngineFailed` where it broke on this text.
    """
    spoken = [replace(piece, text=_KANJI.sub("", piece.text)) for piece in pieces] if languages[0] == "ja" else pieces
    text, starts = _as_text(spoken)
    if not any(map(str.isalnum, text)):
        return Utterance(np.zeros(0, np.float32), {}, []), languages[0]
    header, samples = _run(_request(text, voice, delivery, languages, seed))
    length = len(samples) / SAMPLE_RATE
    words = _word_spans(header["words"], starts, spoken, length)
    return Utterance(samples, words, _phone_spans(header["phonemes"], length)), languages[header["voice"]]


def _request(text: str, voice: VoiceSpec, delivery: Delivery, languages: Sequence[str], seed: int) -> dict[str, Any]:
    variant = _WHISPER if delivery.shape.breath >= 1.0 else _variant(voice)
    octaves = float(np.log2(delivery.shape.pitch / _USUAL_MULTIPLIER[voice.sex]))
    return {
        "text": text,
        "voices": [_name_of(language) + variant for language in languages],
        "pace": min(max(round(_USUAL_RATE * delivery.shape.pace), _RATE_LIMITS[0]), _RATE_LIMITS[1]),
        "pitch": min(max(round(_USUAL_PITCH + _PITCH_PER_OCTAVE * octaves), 0), _MOST),
        "pitch_range": min(round(_USUAL_RANGE * delivery.shape.liveliness), _MOST),
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


def _as_text(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """Join with single blanks, and what is glued without; return also where each piece starts, in characters."""
    text, starts = "", []
    for piece in pieces:
        blank = " " if text and not piece.is_glued else ""
        starts.append(len(text) + len(blank))
        text += blank + "".join(character if character.isprintable() else " " for character in piece.text)
    return text, starts


def _word_spans(
    events: Sequence[tuple[int, int]], starts: Sequence[int], pieces: Sequence[Piece], length: float
) -> dict[int, tuple[float, float]]:
    """Give each display word the time from its first event to the next word's first.

    Words of which the library tells nothing (it takes several groups of a script without blanks for one) share the
    time of the word before them by their letters.
    """
    firsts: dict[int, float] = {}
    sounding = [index for index, piece in enumerate(pieces) if any(map(str.isalnum, piece.text))]
    for position, moment in sorted(events, key=lambda event: event[1]):
        index = int(np.searchsorted(starts, position, side="right")) - 1
        if index >= 0 and any(map(str.isalnum, pieces[index].text)):
            firsts.setdefault(index, moment / 1000)
    if firsts and min(firsts) > sounding[0]:
        firsts[sounding[0]] = 0.0
    spans: dict[int, tuple[float, float]] = {}
    ordered = sorted(firsts)
    for index, following in itertools.zip_longest(ordered, ordered[1:]):
        begins, ends = firsts[index], firsts[following] if following is not None else length
        sharing = [each for each in sounding if index <= each and (following is None or each < following)]
        spans |= _shared(sharing, pieces, begins, max(ends, begins))
    return spans


def _shared(
    indices: Sequence[int], pieces: Sequence[Piece], begins: float, ends: float
) -> dict[int, tuple[float, float]]:
    weights = np.cumsum([0] + [sum(map(str.isalnum, pieces[index].text)) for index in indices])
    moments = (begins + (ends - begins) * weights / max(int(weights[-1]), 1)).tolist()
    return dict(zip(indices, itertools.pairwise(moments), strict=True))


def _phone_spans(events: Sequence[tuple[str, int]], length: float) -> list[tuple[str, float, float]]:
    moments = [moment / 1000 for _, moment in events] + [length]
    plain = ("" if _LANGUAGE_SWITCH.fullmatch(symbol) else symbol.strip(_STRESS_AND_LENGTH) for symbol, _ in events)
    return [(symbol or SILENCE, start, stop) for symbol, start, stop in zip(plain, moments, moments[1:], strict=False)]
