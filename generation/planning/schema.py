"""The shape an answer must have: the four documents of a plan. Anything else is refused before a row is written."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def _no_nul(value: object) -> object:
    # PostgreSQL cannot store NUL, and no film needs it.
    return value.replace("\x00", "") if isinstance(value, str) else value


def _short(most: int) -> BeforeValidator:
    return BeforeValidator(lambda value: str(_no_nul(value))[:most] if value is not None else "")


Word = Annotated[str, _short(20)]
Phrase = Annotated[str, _short(40)]
Name = Annotated[str, _short(120)]
Line = Annotated[str, _short(200)]
Prose = Annotated[str, BeforeValidator(_no_nul)]


class _Document(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


def _ordered(told: Any, name: str, *by: str) -> list[dict[str, Any]]:
    """Return the rows of a document in order, without doubles; none where they are not rows with whole numbers."""
    rows = told.get(name) if isinstance(told, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return []
    if not all(isinstance(row.get(field, 0), int) for row in rows for field in by):
        return []
    kept: dict[tuple[int, ...], dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: [row.get(field, 0) for field in by]):
        kept.setdefault(tuple(row.get(field, 0) for field in by), row)
    return list(kept.values())


class SegmentSound(_Document):
    """An effect that is heard when a word of a segment is spoken."""

    sound: Phrase = Field(min_length=1)
    word: int = Field(default=0, ge=0)


_A_PAUSE_MS = 1_000
"""How long a pause is whose planner did not say."""


class ScriptSegment(_Document):
    """One piece of what is heard."""

    kind: Literal["narration", "line", "pause"] = "narration"
    speaker: Name = ""
    text: Prose = ""
    direction: Line = ""
    pause_before_ms: int = Field(default=0, ge=0, le=10_000)
    duration_ms: int = Field(default=0, ge=0, le=30_000)
    sounds: list[SegmentSound] = Field(default=[], max_length=20)

    @model_validator(mode="before")
    @classmethod
    def _of_one_kind(cls, told: Any) -> Any:
        """Take a small slip of a planner for what it meant: what has text is spoken, what has none is a pause."""
        if not isinstance(told, dict):
            return told
        text, speaker = (str(told.get(name) or "").strip() for name in ("text", "speaker"))
        if not text:
            return {**told, "kind": "pause", "speaker": "", "duration_ms": told.get("duration_ms") or _A_PAUSE_MS}
        if told.get("kind") == "pause" or (told.get("kind") == "line" and not speaker):
            return {**told, "kind": "line" if speaker else "narration", "duration_ms": 0}
        return told

    @model_validator(mode="after")
    def _spoken_or_a_pause(self) -> Self:
        if self.kind == "pause":
            if self.text.strip() or not self.duration_ms:
                raise ValueError("a pause has a length and no text")
        elif not self.text.strip():
            raise ValueError("what is spoken has text")
        elif self.kind == "line" and not self.speaker.strip():
            raise ValueError("a line has a speaker")
        return self


class Script(_Document):
    """The whole of what is heard."""

    title: Line
    logline: Prose = ""
    genre: Phrase = ""
    era: Phrase = ""
    mood: Phrase = ""
    language: Annotated[str, _short(12)] = "en"
    notes: list[Prose] = []
    findings_used: list[Annotated[str, _short(80)]] = []
    segments: list[ScriptSegment] = Field(min_length=1)

    @model_validator(mode="after")
    def _something_is_said(self) -> Self:
        if all(segment.kind == "pause" for segment in self.segments):
            raise ValueError("nothing is said")
        return self


class CastLook(_Document):
    """Somebody in another costume, age or state; what is empty is as usual."""

    name: Annotated[str, _short(80)] = Field(min_length=1)
    wears: Annotated[str, _short(300)] = ""
    hair: Annotated[str, _short(80)] = ""
    age: Word = ""
    features: Line = ""


class CastCharacter(_Document):
    """Somebody, with all that decides what they look and sound like."""

    name: Name = Field(min_length=1)
    aliases: list[Name] = []
    role: Name = ""
    sex: Annotated[str, _short(6)] = ""
    age: Word = "adult"
    build: Phrase = ""
    skin: Phrase = ""
    hair: Annotated[str, _short(80)] = ""
    features: Line = ""
    wears: Annotated[str, _short(300)] = ""
    looks: list[CastLook] = []
    description: Prose = ""
    voice: Name = ""


class CastSet(_Document):
    """A place."""

    name: Name = Field(min_length=1)
    kind: Annotated[str, _short(60)] = ""
    description: Prose = ""
    interior: bool = False
    era: Phrase = ""


class CastProp(_Document):
    """A thing that matters."""

    name: Name = Field(min_length=1)
    description: Prose = ""
    owner: Name = ""


class Cast(_Document):
    """Everybody and everything that is seen."""

    narrator_voice: Name = ""
    characters: list[CastCharacter] = []
    sets: list[CastSet] = []
    props: list[CastProp] = []


class SceneLook(_Document):
    """Who is not seen in their usual look."""

    character: Name
    look: Annotated[str, _short(80)]


class PlannedScene(_Document):
    """One place and time."""

    first_segment: int = Field(ge=0)
    set: Name = ""
    time_of_day: Word = "day"
    weather: Word = "clear"
    mood: Phrase = ""
    heading: Line = ""
    summary: Prose = ""
    characters: list[Name] = []
    props: list[Name] = []
    looks: list[SceneLook] = []
    sounds: list[Phrase] = []
    music: Phrase = ""
    transition: Word = "cut"


class Scenes(_Document):
    """All scenes, in order; together they cover the script."""

    scenes: list[PlannedScene] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _put_in_order(cls, told: Any) -> Any:
        """Put scenes that were told out of order in order; the first begins with the film."""
        scenes = _ordered(told, "scenes", "first_segment")
        if not scenes:
            return told
        return {**told, "scenes": [{**scenes[0], "first_segment": 0}, *scenes[1:]]}

    @model_validator(mode="after")
    def _in_order_from_the_start(self) -> Self:
        firsts = [scene.first_segment for scene in self.scenes]
        if firsts[0] != 0 or any(b <= a for a, b in pairwise(firsts)):
            raise ValueError("scenes start at segment 0 and follow each other")
        return self


class ShotCharacter(_Document):
    """What somebody does in a shot."""

    name: Name
    pose: Phrase = "stand"
    expression: Phrase = "neutral"
    holds: Annotated[str, _short(80)] = ""
    position: Word = ""
    facing: Word = ""
    looks_at: Name = ""
    enters: Word = ""
    leaves: Word = ""
    gesture: Word = ""


class PlannedShot(_Document):
    """One run of the camera, from a word on."""

    segment: int = Field(ge=0)
    from_word: int = Field(default=0, ge=0)
    action: Prose = ""
    size: Word = "medium"
    angle: Word = "eye"
    move: Word = "hold"
    lens: Word = ""
    focus: Name = ""
    transition: Word = "cut"
    lead_ms: int = Field(default=0, ge=-1_500, le=1_500)
    card: Literal["", "title", "end"] = ""
    caption_place: Literal["", "top", "bottom", "none"] = ""
    characters: list[ShotCharacter] = []
    props: list[Name] = []


class Shots(_Document):
    """The shots of one scene, in order."""

    shots: list[PlannedShot] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _put_in_order(cls, told: Any) -> Any:
        """Put shots that were told out of order in order; of two that begin together the first stays."""
        shots = _ordered(told, "shots", "segment", "from_word")
        return {**told, "shots": shots} if shots else told

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        anchors = [(shot.segment, shot.from_word) for shot in self.shots]
        if any(b <= a for a, b in pairwise(anchors)):
            raise ValueError("each shot starts after the one before it")
        return self


DOCUMENTS: dict[str, type[_Document]] = {"script": Script, "cast": Cast, "scenes": Scenes, "shots": Shots}
