"""Divides a scene into runs of the script, one for each shot: long enough to be seen, short enough to stay alive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .scenes import speaker_name

WORD_MS = 320
SHORTEST_MS, LONGEST_MS = 1200, 7000
TOGETHER_MS = 5000  # pieces of one sentence share a shot up to here


@dataclass(slots=True)
class Run:
    """A run of the script that one shot covers: from a word of a segment until the next run starts."""

    segment: int
    from_word: int
    length_ms: int
    kind: str
    texts: list[str]
    speakers: list[str] = field(default_factory=list)
    direction: str = ""
    present: tuple[str, ...] = ()
    told: list[str] = field(default_factory=list)  # what of it is narrated
    told_first: bool = False  # somebody does something and then speaks
    reaction: bool = False  # the voice goes on over the face of who listens
    pieces: list[Run] = field(default_factory=list)  # what it was joined from

    @property
    def text(self) -> str:
        """All that is heard during the run."""
        return " ".join(text for text in self.texts if text)


def runs_of(
    segments: Sequence[Mapping[str, Any]], characters: Sequence[Mapping[str, Any]], pace: float = 1.0
) -> list[Run]:
    """Return the runs of a scene in order; they cover all its segments. A `pace` under 1 makes them shorter."""
    return _merged(_divided(_runs(segments, characters), min(LONGEST_MS, round(LONGEST_MS * pace))), pace)


def _runs(segments: Sequence[Mapping[str, Any]], characters: Sequence[Mapping[str, Any]]) -> list[Run]:
    found = []
    for segment in segments:
        text = str(segment.get("text", ""))
        kind = str(segment.get("kind", "narration"))
        length = int(segment.get("duration_ms") or 0) or WORD_MS * max(1, len(text.split()))
        speakers = [speaker_name(str(segment.get("speaker", "")), characters)] if kind == "line" else []
        direction = str(segment.get("direction", "")) if kind == "line" else ""
        found.append(Run(int(segment["index"]), 0, length, kind, [text], speakers, direction))
    return found


def _divided(runs: Sequence[Run], longest_ms: int) -> list[Run]:
    """Divide what is too long for one shot at a word, after a comma where there is one near the middle."""
    found: list[Run] = []
    for run in runs:
        said = run.text.split()
        parts = min(-(-run.length_ms // longest_ms), max(1, len(said)))
        start = 0
        for part in range(parts):
            end = len(said) if part == parts - 1 else _good_cut(said, start, round(len(said) * (part + 1) / parts))
            share = run.length_ms * (end - start) // max(1, len(said)) if parts > 1 else run.length_ms
            found.append(replace(run, from_word=start, length_ms=share, texts=[" ".join(said[start:end])]))
            start = end
    return found


def _good_cut(said: Sequence[str], start: int, at: int) -> int:
    for near in (at, at - 1, at + 1, at - 2, at + 2):
        if start + 1 < near < len(said) and said[near - 1][-1] in ",;:.!?—":
            return near
    return min(max(at, start + 1), len(said) - 1)


def _merged(runs: Sequence[Run], pace: float) -> list[Run]:
    """Join pieces of one sentence or speech, and what is too short to be a shot of its own."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and _belongs(last, run, pace):
            _join(last, run)
        else:
            found.append(_begun(run))
    return _long_enough(found)


def _begun(run: Run) -> Run:
    """Return a run that others can be joined to, with itself as its first piece."""
    told = list(run.texts) if run.kind == "narration" else []
    return replace(run, texts=list(run.texts), speakers=list(run.speakers), told=told, pieces=[run])


def _long_enough(runs: Sequence[Run]) -> list[Run]:
    """Join what is left too short with a neighbour: the one before it, unless that grows too long and the next not."""
    found: list[Run] = []
    waiting: Run | None = None
    for run in runs:
        if waiting is not None and run.kind != "pause" and waiting.length_ms + run.length_ms <= LONGEST_MS:
            _join(waiting, run)
            run, waiting = waiting, None
        elif waiting is not None:
            _join_last(found, waiting)
            waiting = None
        if run.length_ms >= SHORTEST_MS or run.kind == "pause":
            found.append(run)
        elif found and found[-1].kind != "pause" and found[-1].length_ms + run.length_ms <= LONGEST_MS:
            _join(found[-1], run)
        else:
            waiting = run
    if waiting is not None:
        _join_last(found, waiting)
    return found


def _join_last(found: list[Run], run: Run) -> None:
    """Join a short run with the one before it; where that grows too long, the two share their pieces more evenly."""
    if not found or found[-1].kind == "pause":
        found.append(run)
        return
    pieces = [*found[-1].pieces, *run.pieces]
    _join(found[-1], run)
    if found[-1].length_ms > LONGEST_MS and len(pieces) > 1:
        middle = found.pop().length_ms / 2
        at = min(range(1, len(pieces)), key=lambda cut: abs(sum(piece.length_ms for piece in pieces[:cut]) - middle))
        found += [_whole(pieces[:at]), _whole(pieces[at:])]


def _whole(pieces: Sequence[Run]) -> Run:
    run = _begun(pieces[0])
    for piece in pieces[1:]:
        _join(run, piece)
    return run


def _belongs(last: Run, run: Run, pace: float) -> bool:
    if "pause" in {last.kind, run.kind}:
        # A breath belongs to what goes before it; a longer silence is a shot of its own.
        return last.kind != "pause" and run.length_ms < SHORTEST_MS
    together = last.length_ms + run.length_ms
    tag = run.kind == "narration" and len(run.text.split()) <= 6 and run.text[:1].islower()
    if last.kind == "line" and tag and together <= LONGEST_MS:
        return True
    if min(last.length_ms, run.length_ms) < SHORTEST_MS and together <= LONGEST_MS:
        # An exchange of single words is one shot of both.
        return last.length_ms < SHORTEST_MS or last.kind == run.kind
    if last.kind != run.kind or together > TOGETHER_MS * pace:
        return False
    if run.kind == "line":
        return last.speakers == run.speakers
    return run.kind == "narration" and not last.text.rstrip("\"”’'").endswith((".", "!", "?", "…"))


def _join(last: Run, run: Run) -> None:
    last.pieces += run.pieces or [run]
    last.length_ms += run.length_ms
    last.texts += run.texts
    last.speakers += [speaker for speaker in run.speakers if speaker not in last.speakers]
    last.direction = last.direction or run.direction
    last.told_first |= last.kind == "narration" and run.kind == "line"
    last.told += run.texts if run.kind == "narration" else run.told
    last.kind = "line" if last.speakers else "narration" if last.text else last.kind
