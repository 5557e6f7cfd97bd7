"""How a vendor's answer becomes a file: where in the answer it is, what kind it must be, what else is told.

    {"path": "images.0.url", "kind": "picture"}

`path` leads through objects by name and through lists by number; "" is the whole answer. Where it ends at a list the
first is taken, where it ends at an object its "url". The kinds:

    picture, clip, sound   a file of that kind
    soundtrack             a clip, of which only the sound is kept
    words                  a transcript with times, of which the times of the words that were asked about are kept:
                           {"path": "chunks", "kind": "words", "text": "text", "times": "timestamp"} for
                           [{"text": "Hello", "timestamp": [0.0, 0.4]}]; `times` may be two names, ["start", "end"]

`times_path` leads to the times of what was spoken, beside a sound: a list of words as above, or of objects with
"characters", "character_start_times_seconds" and "character_end_times_seconds".
"""

from __future__ import annotations

import json
import wave
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import av

from .base import Access, AlignRequest, BadAnswer, Finished
from .download import fetch
from .hearing import Heard, pieces, timed
from .kinds import SUFFIXES, media_type_of

_STARTS = {"picture": "image/", "clip": "video/", "soundtrack": "video/", "sound": "audio/"}


def found_at(answer: Any, path: str) -> Any:
    """Return what lies at a path of an answer, None where nothing does."""
    for part in filter(None, path.split(".")):
        if isinstance(answer, list) and part.isdigit():
            answer = answer[int(part)] if int(part) < len(answer) else None
        else:
            answer = answer.get(part) if isinstance(answer, Mapping) else None
    return answer


def link_in(answer: Any, path: str) -> str:
    """Return the link at a path of an answer. Raise `BadAnswer` if there is none."""
    found = found_at(answer, path)
    if found is None and isinstance(answer, str | list):
        # It was paid for: a model that once gave a list, and now gives the file itself, is understood all the same.
        found = answer
    if isinstance(found, list):
        found = found[0] if found else None
    if isinstance(found, Mapping):
        found = found.get("url")
    if not isinstance(found, str) or not found.startswith(("https://", "http://", "data:")):
        raise BadAnswer(
            "The vendor says that it is done, and gave no file.", vendor_words=json.dumps(answer, default=str)[:2000]
        )
    return found


def finish(answer: Any, rule: Mapping[str, Any], folder: Path, access: Access, asked: Mapping[str, Any]) -> Finished:
    """Write an answer's result into `folder`. `asked` is what `remembered` kept of the request.

    Raise `BadAnswer` for a result of another kind than the model is there for.
    """
    kind = str(rule.get("kind", ""))
    notes = tuple(asked.get("notes", ()))
    if kind == "words":
        return _words(answer, rule, folder, asked, notes)
    place = folder / "result"
    fetch(link_in(answer, str(rule.get("path", ""))), place, access)
    kept, media_type = _checked(place, kind)
    details: dict[str, Any] = {}
    if kind == "sound" and (spoken := _spoken(answer, rule, str(asked.get("text", "")))):
        details["words"] = spoken
    return Finished(kept, media_type, details, notes)


def remembered(request: Any, notes: Iterable[str]) -> dict[str, Any]:
    """Return what has to be known of a request when its result is there: JSON, for the handle of `Submitted`."""
    kept: dict[str, Any] = {"notes": list(notes)}
    if isinstance(text := getattr(request, "text", None), str):
        kept["text"] = text
    if isinstance(request, AlignRequest):
        kept["duration_ms"] = request.duration_ms
    return kept


def _checked(place: Path, kind: str) -> tuple[Path, str]:
    media_type = media_type_of(place)
    if not media_type.startswith(_STARTS[kind]):
        with place.open("rb") as file:
            begin = file.read(200)
        raise BadAnswer(f"The vendor delivered something that is not a {kind}.", vendor_words=repr(begin))
    if kind == "soundtrack":
        return _soundtrack(place), "audio/wav"
    return place.rename(place.with_suffix(SUFFIXES[media_type])), media_type


def _soundtrack(clip: Path) -> Path:
    """Write the sound of a clip beside it, as WAV, and remove the clip."""
    place = clip.with_suffix(".wav")
    try:
        with av.open(str(clip)) as file:
            stream = file.streams.audio[0]
            with wave.open(str(place), "wb") as out:
                out.setnchannels(2)
                out.setsampwidth(2)
                out.setframerate(stream.rate)
                for samples in _decoded(file, stream):
                    out.writeframes(samples)
    except (IndexError, av.FFmpegError) as error:
        raise BadAnswer("The vendor delivered a clip without a sound.", vendor_words=str(error)) from error
    clip.unlink()
    return place


def _decoded(file: av.container.InputContainer, stream: av.AudioStream) -> Iterator[bytes]:
    resampler = av.AudioResampler(format="s16", layout="stereo", rate=stream.rate)
    for frame in file.decode(stream):
        for part in resampler.resample(frame):
            yield part.to_ndarray().tobytes()
    for part in resampler.resample(None):
        yield part.to_ndarray().tobytes()


def _words(
    answer: Any, rule: Mapping[str, Any], folder: Path, asked: Mapping[str, Any], notes: tuple[str, ...]
) -> Finished:
    heard = _heard(found_at(answer, str(rule.get("path", ""))), rule)
    if not heard:
        raise BadAnswer("No words were heard in the recording.", vendor_words=json.dumps(answer, default=str)[:2000])
    place = folder / "words.json"
    told = timed(str(asked.get("text", "")), heard, int(asked.get("duration_ms", 0)))
    place.write_text(json.dumps({"words": told}, ensure_ascii=False), "utf-8")
    return Finished(place, "application/json", {}, notes)


def _heard(rows: Any, rule: Mapping[str, Any]) -> list[Heard]:
    times = rule.get("times", ["start", "end"])
    found: list[Heard] = []
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, Mapping):
            continue
        start, end = (row.get(times) or (None, None))[:2] if isinstance(times, str) else map(row.get, times)
        word = str(row.get(rule.get("text", "text"), "")).strip()
        if word and isinstance(start, int | float):
            last = end if isinstance(end, int | float) else start
            found += _split(word, round(start * 1000), round(last * 1000))
    return found


def _split(words: str, start: int, end: int) -> list[Heard]:
    """A row of a transcript may hold several words, and signs of Chinese or Japanese."""
    parts = pieces(words)
    return [
        (part, start + (end - start) * number // len(parts), start + (end - start) * (number + 1) // len(parts))
        for number, part in enumerate(parts)
    ]


def _spoken(answer: Any, rule: Mapping[str, Any], text: str) -> list[list[str | int]]:
    """Return when each word of a text was spoken, nothing where the vendor does not say or says something else."""
    rows = found_at(answer, str(rule.get("times_path", ""))) if rule.get("times_path") else None
    if not text or not isinstance(rows, list) or not rows:
        return []
    if isinstance(rows[0], Mapping) and "characters" in rows[0]:
        heard = [word for row in rows for word in _from_characters(row)]
    else:
        heard = _heard(rows, rule)
    return timed(text, heard, 0) if heard else []


def _from_characters(row: Mapping[str, Any]) -> list[Heard]:
    starts, ends = row.get("character_start_times_seconds") or [], row.get("character_end_times_seconds") or []
    found: list[Heard] = []
    word, begun, ended = "", 0.0, 0.0
    for sign, start, end in zip(row["characters"], starts, ends, strict=False):
        if not str(sign).strip():
            found += _split(word, round(begun * 1000), round(ended * 1000)) if word else []
            word = ""
            continue
        begun, ended, word = (begun if word else start), end, word + str(sign)
    return found + (_split(word, round(begun * 1000), round(ended * 1000)) if word else [])
