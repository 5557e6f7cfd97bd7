"""What is measured on a film of the gallery: what was kept of its text, who was found, how it moves and sounds."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CROP = 192
"""Pixels along each side of the pieces of the picture whose movement is followed."""

TREND_DEGREE = 6


@dataclass(frozen=True, slots=True)
class Made:
    """A finished film: its rows, its file and its captions."""

    project: Any
    path: Path
    vtt: str

    @property
    def length_s(self) -> float:
        """The length of the file in seconds."""
        with av.open(str(self.path)) as container:
            return float((container.duration or 0) / 1_000_000)

    @property
    def film(self) -> Any:
        """The film's rows, loaded."""
        from generation.film import load

        return load(self.project.pk)


def row(wanted: dict[str, Any], made: Made, source: str) -> str:
    """Return the film's row of the report."""
    film = made.film
    asked = f" ({wanted['seconds']})" if "idea" in wanted else ""
    cells = [
        f"[{wanted['name']}]({wanted['name']}.jpg): {film.project.title}",
        f"{made.length_s:.1f} s{asked}",
        str(len(film.shots)),
        _kept(wanted, film, source),
        _people(wanted, film),
        _speakers(wanted, film),
        _own_words(wanted, film),
        _loudness(made.path),
        f"{jitter(made.path, film):.3f}",
        f"{caption_error_ms(film, made.vtt):.0f} ms",
    ]
    return "| " + " | ".join(cells) + " |"


def words(text: str) -> list[str]:
    """Return the words of a text, small, without punctuation."""
    return [word.casefold().replace("’", "'") for word in WORD.findall(text)]


def _kept(wanted: dict[str, Any], film: Any, source: str) -> str:
    """How much of the text is heard, and how much is heard that is not in it."""
    if "text" not in wanted:
        return "–"
    told, heard = words(source), [word for segment in film.segments for word in words(segment.text)]
    same = sum(block.size for block in SequenceMatcher(None, told, heard, autojunk=False).get_matching_blocks())
    if str(wanted["text"]).endswith(".fountain"):
        # Headings, names over lines and marks are not heard.
        return f"nothing added: {'yes' if same == len(heard) else f'{len(heard) - same} words'}"
    return f"{same} of {len(told)}, {len(heard) - same} added"


def _called(film: Any) -> list[set[str]]:
    people = film.characters.values()
    return [{name.casefold() for name in (person.name, *person.aliases)} for person in people]


def _is(called: set[str], wanted: str) -> bool:
    """Tell whether one of somebody's names holds one of the wanted ones (given as "one|another") as words."""
    for option in wanted.casefold().split("|"):
        if any(set(option.split()) <= set(name.split()) for name in called):
            return True
    return False


def _people(wanted: dict[str, Any], film: Any) -> str:
    called = _called(film)
    if "people" not in wanted:
        return str(len(called))
    found = [name for name in wanted["people"] if any(_is(names, name) for names in called)]
    return f"{len(found)} of {len(wanted['people'])} ({len(called)} in all)"


def _speakers(wanted: dict[str, Any], film: Any) -> str:
    if "lines" not in wanted:
        return "–"
    right = sum(_spoken_by(film, words(start), who) for start, who in wanted["lines"])
    return f"{right} of {len(wanted['lines'])}"


def _spoken_by(film: Any, start: list[str], who: str) -> bool:
    for segment in film.segments:
        said = words(segment.text)
        if any(said[at : at + len(start)] == start for at in range(len(said))) and segment.speaker_id:
            person = film.characters[segment.speaker_id]
            return _is({name.casefold() for name in (person.name, *person.aliases)}, who)
    return False


def _own_words(wanted: dict[str, Any], film: Any) -> str:
    """How many of the idea's own things and people are among what is seen or told."""
    if "expects" not in wanted:
        return "–"
    rows = [*film.characters.values(), *film.sets.values(), *film.props.values()]
    told = " ".join([*(segment.text for segment in film.segments), *(str(row) for row in rows)]).casefold()
    roles = " ".join(f"{person.role} {person.features}" for person in film.characters.values()).casefold()
    found = [word for word in wanted["expects"] if word.casefold() in told or word.casefold() in roles]
    return f"{len(found)} of {len(wanted['expects'])}"


def _loudness(path: Path) -> str:
    """Measured by ffmpeg, not by the studio's own code."""
    from generation.media.runner import find_ffmpeg

    command = [
        str(find_ffmpeg()),
        "-hide_banner",
        "-nostats",
        "-i",
        str(path),
        "-af",
        "ebur128=peak=true:framelog=quiet",
    ]
    said = subprocess.run([*command, "-vn", "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
    level = re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1]
    peak = re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1]
    return f"{level} LUFS, peak {peak}"


def caption_error_ms(film: Any, vtt: str) -> float:
    """Return the furthest that a caption starts from its first word, in milliseconds."""
    from generation import cut

    spoken = [(part, word.start_ms) for word in cut.words(film) for part in words(word.text)]
    shown = [(part, start if at == 0 else None) for start, text in _cues(vtt) for at, part in enumerate(words(text))]
    same = SequenceMatcher(None, [part for part, _ in shown], [part for part, _ in spoken], autojunk=False)
    furthest = 0.0
    for block in same.get_matching_blocks():
        for offset in range(block.size):
            start = shown[block.a + offset][1]
            if start is not None:
                furthest = max(furthest, abs(start - spoken[block.b + offset][1]))
    return furthest


def _cues(vtt: str) -> list[tuple[int, str]]:
    found = []
    for block in vtt.split("\n\n"):
        match = re.search(r"(?:(\d+):)?(\d+):(\d+)\.(\d+) -->[^\n]*\n(.+)", block, re.DOTALL)
        if match:
            hours, minutes, seconds, thousandths = (int(part or 0) for part in match.groups()[:4])
            found.append((((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths, match.group(5)))
    return found


def jitter(path: Path, film: Any) -> float:
    """Return the worst jitter of the film's shots, in pixels a frame, followed in the picture's corners."""
    cuts = [0, *(round(end * 24 / 1000) for _, end in film.span_ms.values())]
    corners: list[list[NDArray[np.float32]]] = [[] for _ in range(4)]
    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            grey = frame.to_ndarray(format="gray").astype(np.float32)
            for kept, piece in zip(corners, _corners(grey), strict=True):
                kept.append(piece)
    worst = 0.0
    for start, end in pairwise(cuts):
        # Transitions and fades are left out: two pictures over each other do not move as one.
        steady = [_shaking(kept[start + 14 : end - 2]) for kept in corners]
        known = [each for each in steady if each is not None]
        if known:
            worst = max(worst, float(np.median(known)))
    return worst


def _corners(grey: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    height, width = grey.shape
    top, left = height // 8, width // 16
    right, bottom = width - left - CROP, height - top - CROP
    return [grey[y : y + CROP, x : x + CROP] for y in (top, bottom) for x in (left, right)]


def _shaking(frames: list[NDArray[np.float32]]) -> float | None:
    """Return the RMS of the velocity without its smooth trend; None where there is nothing to follow."""
    if len(frames) < 3 * TREND_DEGREE or min(float(frame.std()) for frame in frames[::8]) < 4:
        return None
    velocity = np.array([_shift(first, second) for first, second in pairwise(frames)])
    moments = np.linspace(-1, 1, len(velocity))
    trend = np.polynomial.polynomial.polyval(
        moments, np.polynomial.polynomial.polyfit(moments, velocity, TREND_DEGREE)
    ).T
    return float(np.sqrt(np.mean((velocity - trend) ** 2)))


def _shift(first: NDArray[np.float32], second: NDArray[np.float32]) -> tuple[float, float]:
    """Return how far a picture moved in pixels, across and down, for movements of less than a few pixels.

    The gradients of a picture tell what a small movement changes in it; the best fit over all pixels is the movement.
    """
    mean = (first + second) / 2
    down, across = np.gradient(mean)
    change = second - first
    xx, yy, xy = float((across**2).sum()), float((down**2).sum()), float((across * down).sum())
    xt, yt = float((across * change).sum()), float((down * change).sum())
    spread = xx * yy - xy * xy
    if spread < 1e-3:
        return 0.0, 0.0
    return (xy * yt - yy * xt) / spread, (xy * xt - xx * yt) / spread
