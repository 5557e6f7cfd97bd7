"""Finds where and when a script plays: divides it into scenes, each with its set, hour and weather.

Headings (pauses that carry one) decide; in prose a scene changes where somebody goes somewhere else, at a paragraph
that plays elsewhere, or where the hour changes. What people only talk about is no place they are at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .headings import DEFAULT_KIND, inside_of, read_heading, titled, unmarked
from .hours import hour_in, is_flashback, leap_of, usual_hour, weather_in, years_on
from .movements import (
    ASLEEP,
    COMING_HOME,
    COMING_IN,
    FAR_FUTURE,
    GOING_IN,
    GOING_OUT,
    ON_THE_ROAD,
    OTHER_WORLD,
    SHIPS_ROOMS,
    SICKBED,
    WAKING,
)
from .place_grammar import parts_of
from .place_names import named_places, with_kinds
from .whereabouts import (
    ARRIVED,
    HINTED,
    THERE,
    Place,
    doorway,
    is_interior,
    leaves,
    outdoors_of,
    place_in,
    place_named,
)

PARAGRAPH_MS = 480  # a breath this long before a segment means that a paragraph starts there
LONGEST_SCENE = 48  # segments; a longer one is divided at a paragraph, or nobody could review it
SHORT_OPENING = 5  # segments: a title, or first sentences that name no place, belong to what follows
WIDE = frozenset(
    {"city", "village", "planet", "house", "field", "mountain"}
)  # kinds that hold others: the street of the town
WEATHERLESS = frozenset({"spaceship", "space", "submarine", "underwater"})
FLYING = frozenset({"spaceship", "ship", "stateroom"})
OPEN_GROUND = frozenset({"field", "desert", "mountain"})
AT_THE_DOOR = 2  # sentences after the one that names the door one goes in by


@dataclass(slots=True)
class Setting:
    """One scene of the script: where it starts, and where and when it plays."""

    first: int
    name: str
    kind: str
    interior: bool
    time: str = "day"
    weather: str = "clear"
    phrase: str = ""
    cut: str = ""
    leap: str = ""  # "day", "hour", "back" or "years": how it follows on the scene before
    timed: bool = False
    sure: bool = True  # False where the place is only carried over, or where somebody is said to live
    texts: list[str] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The scene's heading as in a screenplay: "INT. OFFICE - NIGHT"."""
        name = re.sub(r"^the ", "", self.name, flags=re.IGNORECASE)
        return f"{'INT' if self.interior else 'EXT'}. {name.upper()} - {self.time.upper()}"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of the narration: its segments, and whether a paragraph starts with it."""

    first: int
    last: int
    text: str
    opens: bool


def scenes_of(segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    """Return the scenes of a script in order; the first starts at segment 0."""
    headed = any(_heading(segment) for segment in segments)
    found = _by_headings(segments) if headed else _by_prose(segments)
    _aboard(found, segments)
    for setting, following in zip(found, [*found[1:], None], strict=True):
        end = following.first if following is not None else len(segments)
        setting.texts = [str(segment.get("text", "")) for segment in segments[setting.first : end]]
    return _divided(found, segments)


def _aboard(found: Sequence[Setting], segments: Sequence[Mapping[str, Any]]) -> None:
    """Let the engine room of a trawler be a room of a ship that sails, unless the story is of the future."""
    sailing = any(setting.kind in {"ship", "stateroom"} for setting in found)
    if not sailing or FAR_FUTURE.search(" ".join(str(segment.get("text", "")) for segment in segments)):
        return
    for setting in found:
        if setting.kind == "spaceship" and SHIPS_ROOMS.search(setting.name):
            setting.kind, setting.interior = "stateroom", True


# --- headings ----------------------------------------------------------------------------------------------------


def _heading(segment: Mapping[str, Any]) -> str:
    text = str(segment.get("direction", ""))
    return text if segment.get("kind") == "pause" and text else ""


def _by_headings(segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    found: list[Setting] = []
    silent = True  # a title before the first heading belongs to its scene
    for at, segment in enumerate(segments):
        heading = _heading(segment)
        if heading:
            setting = _from_heading(heading, found[-1] if found else None, 0 if silent else at, found)
            seen = next((other for other in reversed(found) if other.name == setting.name), None)
            if seen is not None and seen.time == setting.time and setting.weather == "clear":
                setting.weather = seen.weather
            if silent or found[-1].first == setting.first:
                found = found[:-1]
            found.append(setting)
        elif not found:
            found.append(Setting(0, "Somewhere", DEFAULT_KIND, interior=True))
        silent = silent and segment.get("kind") == "pause" and not heading
        if (
            found[-1].weather == "clear"
            and at - found[-1].first <= SHORT_OPENING
            and segment.get("kind") == "narration"
        ):
            found[-1].weather = weather_in(str(segment.get("text", ""))) or "clear"
    return found


def _from_heading(direction: str, before: Setting | None, first: int, earlier: Sequence[Setting]) -> Setting:
    cut, text = unmarked(direction)
    read = read_heading(text)
    if not read.name and before is not None:
        time = read.time or before.time
        weather = read.weather or before.weather
        return replace(before, first=first, time=time, weather=weather, cut=cut or "dissolve", leap="hour", texts=[])
    name = titled(read.name or "Somewhere")
    told_back = before is not None and before.leap == "back"
    again = next((other.time for other in reversed(earlier) if told_back and other.name == name), "")
    time = read.time or again or (before.time if before else "day")
    leap = "back" if read.flashback else "hour" if read.later else ""
    kind = read.kind or DEFAULT_KIND
    return Setting(first, name, kind, inside_of(read), time, read.weather or "clear", cut=cut, leap=leap, timed=True)


# --- prose -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Walk:
    """The state of reading prose: the scenes so far, what was left, and where a flashback returns to."""

    found: list[Setting]
    names: Mapping[str, str] = field(default_factory=dict)
    departed: bool = False
    base: Setting | None = None
    door: Place | None = None  # what one would go into: the last building that was told of
    told: int = 0  # sentences since

    @property
    def now(self) -> Setting:
        """The scene that is being read."""
        return self.found[-1]

    def begin(self, setting: Setting) -> None:
        """Start a scene, in place of one that starts at the same segment."""
        if setting.first <= self.now.first:
            setting.first = self.now.first
            self.found.pop()
        self.found.append(setting)
        self.departed = False


def _by_prose(segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    told = " ".join(str(segment.get("text", "")) for segment in segments)
    walk = _Walk([Setting(0, "Somewhere", DEFAULT_KIND, interior=True)], named_places(told))
    for sentence in _sentences(segments):
        _follow(walk, sentence, segments)
    _finish(walk.found, segments)
    return walk.found


def _follow(walk: _Walk, sentence: _Sentence, segments: Sequence[Mapping[str, Any]]) -> None:
    """Take in one sentence: begin another scene where it plays elsewhere, else learn about this one."""
    now, text = walk.now, sentence.text
    here, hour, weather = place_in(with_kinds(text, walk.names)), hour_in(text), weather_in(text)
    here = _through_the_door(walk, text, here)
    back = sentence.opens and is_flashback(text)
    later = leap_of(text)
    opening = len(walk.found) == 1 and not now.phrase and sentence.first <= SHORT_OPENING
    if back and not opening:
        walk.base = walk.base or now
        walk.begin(_elsewhere(now, here, hour or "day", weather or "clear", sentence.first, "back"))
    elif walk.base is not None and sentence.opens and not is_flashback(text):
        _come_back(walk, here, hour, weather, sentence.first)
    elif later == "day" and not opening:
        leap = "years" if years_on(text) else "day"
        walk.begin(_elsewhere(now, here, hour or "day", weather or "clear", sentence.first, leap))
        walk.now.timed = bool(hour)
    elif hour and hour != now.time and (sentence.opens or later) and _is_new_hour(now, sentence, opening=opening):
        walk.begin(_elsewhere(now, here, hour, weather or "clear", sentence.first, "hour"))
        walk.now.timed = True
    elif here is None and not now.interior and not opening and COMING_IN.search(text) and (home := _home(walk)):
        walk.begin(replace(home, first=sentence.first, time=hour or now.time, weather=now.weather, leap="", texts=[]))
    elif here is not None and _moves(walk, here, sentence, opening=opening, timed=bool(hour or later)):
        first = sentence.first if sentence.opens or later else _segment_of(here, sentence, segments)
        walk.begin(_elsewhere(now, here, hour or now.time, weather or now.weather, first, later))
        walk.now.timed = bool(hour) or now.timed
    else:
        near = sentence.first - now.first <= SHORT_OPENING
        _learn(now, here if near or not now.phrase else None, hour if not now.timed else "", weather)
    walk.departed |= leaves(text, now.kind)
    door = doorway(text)
    walk.door, walk.told = (door, 0) if door is not None else (walk.door, walk.told + 1)


def _through_the_door(walk: _Walk, text: str, here: Place | None) -> Place | None:
    """Return where a sentence leads that names no place: home, back to bed, to a cabin, in or out."""
    if COMING_HOME.search(text) and (here is None or here.score < ARRIVED):
        return Place("room", "Home", ARRIVED, "home", interior=True, word="door")
    slept = next((other for other in reversed(walk.found) if other.kind == "bedroom"), None)
    waking = WAKING.search(text) and (here is None or here.score < THERE) and walk.now.kind != "bedroom"
    if waking and slept is not None:
        return Place(slept.kind, slept.name, ARRIVED, slept.phrase, interior=True, word="eyes")
    if here is not None and here.word.lower() in {"cabin", "bunk", "cot"} and walk.now.kind in {"ship", "stateroom"}:
        return Place("stateroom", "The cabin", max(here.score, THERE), here.phrase, interior=True, word=here.word)
    return _in_or_out(walk, text, here)


def _in_or_out(walk: _Walk, text: str, here: Place | None) -> Place | None:
    """Return where one is who drives on, goes "inside" or steps "outside"."""
    if ON_THE_ROAD.search(text) and (here is None or here.score < ARRIVED) and walk.now.kind not in {"car", "train"}:
        return Place("car", "The car", ARRIVED, "the car", interior=True, word="car")
    if here is not None and here.score >= THERE:
        return here
    going = GOING_IN.search(text)
    entering = going is not None and not (going[0].endswith(" in") and walk.now.interior)
    if entering and walk.door is not None and walk.told < AT_THE_DOOR:
        return walk.door
    if GOING_OUT.search(text) and walk.now.interior and walk.now.phrase:
        before = walk.found[-2] if len(walk.found) > 1 else None
        if before is not None and not before.interior and before.phrase:
            return Place(before.kind, before.name, ARRIVED, before.phrase, interior=False, word="outside")
        kind = outdoors_of(walk.now.kind)
        return Place(kind, f"The {kind}", ARRIVED, "outside", interior=False, word="outside") if kind else here
    return here


def _home(walk: _Walk) -> Setting | None:
    """Return the room that those who come in from outside come back to: the last one of the story."""
    return next((setting for setting in reversed(walk.found) if setting.interior and setting.phrase), None)


def _is_new_hour(now: Setting, sentence: _Sentence, *, opening: bool) -> bool:
    """Say whether an hour is another one, and not the first that is told of a scene that has hardly begun."""
    return not opening and (now.timed or sentence.first - now.first > SHORT_OPENING)


def _moves(walk: _Walk, here: Place, sentence: _Sentence, *, opening: bool, timed: bool) -> bool:
    now = walk.now
    if opening or here.score < THERE or (here.kind == now.kind and here.interior == now.interior):
        return False
    if here.word.lower() in parts_of(now.kind) and not timed:
        return False  # along the corridor of the same ship
    unsure = not now.sure or (now.kind in WIDE and here.kind not in WIDE)
    if unsure and sentence.first - now.first <= SHORT_OPENING and not (timed and sentence.opens):
        return False
    if not now.phrase:
        told = sentence.first - now.first
        return (told > 2 * SHORT_OPENING and here.score >= ARRIVED) or (timed and told > SHORT_OPENING)
    return here.score >= ARRIVED or sentence.opens or timed or walk.departed or not now.sure


def _elsewhere(now: Setting, here: Place | None, time: str, weather: str, first: int, leap: str) -> Setting:
    new = Setting(first, now.name, now.kind, now.interior, time, weather, now.phrase, leap=leap, sure=False)
    if here is not None and here.score >= (THERE if now.phrase and leap != "back" else HINTED):
        _settle(new, here)
    return new


def _come_back(walk: _Walk, here: Place | None, hour: str, weather: str, first: int) -> None:
    """End a flashback: what follows plays where it was told from, unless it says where."""
    base = walk.base or walk.now
    walk.base = None
    walk.begin(_elsewhere(base, here, hour or base.time, weather or base.weather, first, "back"))
    walk.now.timed = base.timed


def _learn(now: Setting, here: Place | None, hour: str, weather: str) -> None:
    now.weather = weather or now.weather
    if hour:
        now.time, now.timed = hour, True
    better = here is not None and here.score >= THERE and (not now.sure or (now.kind in WIDE and here.kind not in WIDE))
    if here is not None and (not now.phrase or better):
        _settle(now, here)


def _settle(setting: Setting, here: Place) -> None:
    setting.name, setting.kind, setting.phrase = here.name, here.kind, here.phrase
    setting.interior = here.interior
    setting.sure = here.score > HINTED


def _finish(found: Sequence[Setting], segments: Sequence[Mapping[str, Any]]) -> None:
    """Let what always happens at an hour happen then, whoever sleeps sleep at night, and ships of the future fly."""
    told = " ".join(str(segment.get("text", "")) for segment in segments)
    far = bool(FAR_FUTURE.search(told))
    for setting, following in zip(found, [*found[1:], None], strict=True):
        end = following.first if following is not None else len(segments)
        part = segments[setting.first : end]
        own = " ".join(str(segment.get("text", "")) for segment in part if segment.get("kind") == "narration")
        if far and setting.kind in {"ship", "stateroom"}:
            setting.kind, setting.interior = "spaceship", True
        if setting.kind in OPEN_GROUND and OTHER_WORLD.search(told):
            setting.kind = "planet"
        if setting.kind in WEATHERLESS:
            setting.weather = "clear"
        if far and setting.kind in {"corridor", "bridge"} and any(other.kind in FLYING for other in found):
            setting.kind, setting.interior = "spaceship", True
        if setting is found[0] and not setting.phrase:
            here = place_named(own)
            if here is not None and here.kind not in {"sea", "sky", "space", "planet"}:
                _settle(setting, here)
        if setting.kind == "bedroom" and SICKBED.search(own):
            setting.kind, setting.name = "hospital", "The ward"
        if setting.timed:
            continue
        if setting is found[0]:
            setting.time = usual_hour(own) or setting.time
        if setting.kind in {"bedroom", "camp"} and ASLEEP.search(own):
            setting.time = "night"


def _segment_of(here: Place, sentence: _Sentence, segments: Sequence[Mapping[str, Any]]) -> int:
    """Return the segment of a sentence that names the place."""
    for at in range(sentence.first, sentence.last + 1):
        if here.word in str(segments[at].get("text", "")):
            return at
    return sentence.first


def _sentences(segments: Sequence[Mapping[str, Any]]) -> list[_Sentence]:
    """Return the sentences of the narration with their segments; a sentence may be cut into several."""
    found: list[_Sentence] = []
    start = -1
    opens = unfinished = False
    texts: list[str] = []
    for at, segment in enumerate(segments):
        narrated = segment.get("kind") == "narration"
        paragraph = int(segment.get("pause_before_ms", 0)) >= PARAGRAPH_MS
        if texts and (not narrated or paragraph or not unfinished):
            found.append(_Sentence(start, at - 1, " ".join(texts), opens))
            texts = []
        if not narrated:
            continue
        if not texts:
            start, opens = at, at == 0 or paragraph
        texts.append(str(segment.get("text", "")))
        unfinished = not texts[-1].rstrip("\"”’')").endswith((".", "!", "?", "…", ":"))
    if texts:
        found.append(_Sentence(start, len(segments) - 1, " ".join(texts), opens))
    return found


# --- both --------------------------------------------------------------------------------------------------------


def _divided(found: Sequence[Setting], segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    """Divide very long scenes at paragraphs."""
    divided: list[Setting] = []
    for setting, following in zip(found, [*found[1:], None], strict=True):
        end = following.first if following is not None else len(segments)
        part, texts = setting, setting.texts
        divided.append(part)
        for at in range(setting.first + 1, end):
            paragraph = int(segments[at].get("pause_before_ms", 0)) >= PARAGRAPH_MS
            if at - part.first >= LONGEST_SCENE and (paragraph or at - part.first >= 2 * LONGEST_SCENE):
                part.texts = texts[part.first - setting.first : at - setting.first]
                part = replace(part, first=at, cut="", leap="", texts=[])
                divided.append(part)
        part.texts = texts[part.first - setting.first :]
    return divided


__all__ = ["Setting", "is_interior", "scenes_of"]
