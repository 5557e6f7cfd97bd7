"""Scores: from one sentence, or from a plan whose sections follow the film's moods."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from generation.providers.base import (
    NO_TICKET,
    Access,
    Finished,
    MusicRequest,
    MusicSection,
    Submitted,
    Ticket,
    Unsupported,
)

from .client import FORMAT, billed, open_wire, write_sound

SHORTEST_MS, LONGEST_MS = 3000, 600_000
SHORTEST_PART_MS, LONGEST_PART_MS = 3000, 120_000
MOST_PARTS = 30
LONGEST_PROMPT = 4100
LARGEST_SEED = 2**31
SILENCE = "none"

# Said of each part: the guarantee of `force_instrumental` goes with a prompt only, not with a plan.
_NEVER = ("vocals", "singing", "lyrics", "choir with words", "spoken word")
_QUIET = ("near silence", "one faint sustained note", "no melody", "no rhythm")
_ENERGIES = ((0.3, "sparse, very soft"), (0.5, "restrained"), (0.7, "moving forward"), (1.01, "full, intense"))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the plan: one mood, `length_ms` long."""

    mood: str
    energy: float
    length_ms: int


class ElevenLabsMusic:
    """One model that composes. Settings: `plan` ("sections" or "chunks": how it wants a plan), `format`."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access) -> None:
        self._endpoint = endpoint
        self._settings = settings
        self._wire = open_wire(access)

    def submit(self, request: MusicRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Buy a score and write it to `folder`. Raise `Unsupported` for a length that the model does not make."""
        if not SHORTEST_MS <= request.duration_ms <= LONGEST_MS:
            raise Unsupported("ElevenLabs composes 3 seconds to 10 minutes at once.")
        parts = parts_of(request)
        response = self._wire.pay(
            ticket,
            "POST",
            "/v1/music",
            params={"output_format": self._settings.get("format", FORMAT)},
            json={"model_id": self._endpoint, **self._wish(request, parts)},
        )
        cost, details = billed(response, self._settings)
        path, media_type = write_sound(response.content, folder, "music", cost)
        song = response.headers.get("song-id", "")
        return Finished(path, media_type, {**details, **({"song": song} if song else {})}, _notes(request, parts), cost)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: the music comes at once."""
        raise Unsupported("ElevenLabs sends music at once; there is nothing to collect.")

    def _wish(self, request: MusicRequest, parts: Sequence[Part]) -> dict[str, Any]:
        if len({part.mood for part in parts}) < 2:
            if len(request.prompt) > LONGEST_PROMPT:
                raise Unsupported(f"ElevenLabs takes at most {LONGEST_PROMPT} characters for a score.")
            return {
                "prompt": request.prompt,
                "music_length_ms": request.duration_ms,
                "force_instrumental": True,
            }
        plan = _chunks(request, parts) if self._settings.get("plan") == "chunks" else _sections(request, parts)
        return {"composition_plan": plan, "seed": request.seed % LARGEST_SEED}


def parts_of(request: MusicRequest) -> list[Part]:
    """Return the film's moods as parts that the vendor takes; together they last exactly `duration_ms`.

    What is too short joins a neighbour, what is too long is divided. Music that is shorter than the film has the
    moods of its beginning.
    """
    parts = _merged([_part(section) for section in _cut(request.sections, request.duration_ms)])
    if not parts:
        return []
    parts[-1] = replace(parts[-1], length_ms=parts[-1].length_ms + request.duration_ms - _length(parts))
    divided = [piece for part in parts for piece in _divided(part)]
    while len(divided) > MOST_PARTS:
        divided = _without_shortest(divided)
    return divided if max(part.length_ms for part in divided) <= LONGEST_PART_MS else []


def _cut(sections: Sequence[MusicSection], duration_ms: int) -> list[MusicSection]:
    inside = [section for section in sections if section.start_ms < duration_ms]
    return [replace(section, end_ms=min(section.end_ms, duration_ms)) for section in inside]


def _part(section: MusicSection) -> Part:
    return Part(section.mood, section.energy, section.end_ms - section.start_ms)


def _merged(parts: list[Part]) -> list[Part]:
    while len(parts) > 1 and min(part.length_ms for part in parts) < SHORTEST_PART_MS:
        parts = _without_shortest(parts)
    return parts


def _without_shortest(parts: Sequence[Part]) -> list[Part]:
    """Let the shortest part be played in the mood of its longer neighbour."""
    index = min(range(len(parts)), key=lambda at: parts[at].length_ms)
    beside = [at for at in (index - 1, index + 1) if 0 <= at < len(parts)]
    host = max(beside, key=lambda at: parts[at].length_ms)
    longer = replace(parts[host], length_ms=parts[host].length_ms + parts[index].length_ms)
    return [longer if at == host else part for at, part in enumerate(parts) if at != index]


def _divided(part: Part) -> list[Part]:
    count = -(-part.length_ms // LONGEST_PART_MS)
    edges = [part.length_ms * number // count for number in range(count + 1)]
    return [replace(part, length_ms=end - start) for start, end in pairwise(edges)]


def _length(parts: Sequence[Part]) -> int:
    return sum(part.length_ms for part in parts)


def _sections(request: MusicRequest, parts: Sequence[Part]) -> dict[str, Any]:
    return {
        "positive_global_styles": _global(request),
        "negative_global_styles": list(_NEVER),
        "sections": [
            {
                "section_name": f"{number}: {part.mood or 'calm'}"[:100],
                "positive_local_styles": _local(part),
                "negative_local_styles": [],
                "duration_ms": part.length_ms,
                "lines": [],
            }
            for number, part in enumerate(parts, 1)
        ],
    }


def _chunks(request: MusicRequest, parts: Sequence[Part]) -> dict[str, Any]:
    return {
        "chunks": [
            {
                "text": f"[Part {number}] {{instrumental}}",
                "duration_ms": part.length_ms,
                "positive_styles": [*_local(part), *_global(request)],
                "negative_styles": list(_NEVER),
            }
            for number, part in enumerate(parts, 1)
        ]
    }


def _global(request: MusicRequest) -> list[str]:
    words = ["instrumental film score", request.genre, request.era, request.mood, "great production quality"]
    return [word for word in dict.fromkeys(words) if word and word != SILENCE]


def _local(part: Part) -> list[str]:
    if part.mood == SILENCE:
        return list(_QUIET)
    return [part.mood or "calm", next(words for most, words in _ENERGIES if part.energy < most)]


def _notes(request: MusicRequest, parts: Sequence[Part]) -> tuple[str, ...]:
    notes = []
    if any(part.mood == SILENCE for part in parts):
        notes.append("ElevenLabs cannot leave a silence within a score; where none is wanted it plays very softly.")
    wanted = {section.mood for section in request.sections if section.start_ms < request.duration_ms}
    lost = wanted - {part.mood for part in parts}
    if lost:
        notes.append(f"Moods that are too short for a part of their own were left out of the score: {_list(lost)}.")
    return tuple(notes)


def _list(words: Collection[str]) -> str:
    return ", ".join(sorted(word or "no mood" for word in words))
