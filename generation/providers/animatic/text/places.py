"""Finds where and when a script plays: divides it into scenes, each with its set, hour and weather.

Headings (pauses that carry one) decide; in prose a scene changes at a paragraph that goes somewhere else, or where
the hour changes. What people only talk about is no place they are at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .words import WORD, index_of, kinds, lexicon, singular, words_of

HEADING = re.compile(r"^\.?(INT\.?/EXT|EXT\.?/INT|I/E|INT|EXT|EST)[. ]+(.*)$", re.IGNORECASE)
PARAGRAPH_MS = 480  # a breath this long before a segment means that a paragraph starts there
LONGEST_SCENE = 48  # segments; a longer one is divided at a paragraph, or nobody could review it
STRONG = words_of("grammar", "sets", "places_strong")
WEAK = words_of("grammar", "sets", "places_weak")
OWNERS = words_of("grammar", "sets", "places_owners")
# Words that are often something else: they count only after an article.
DOUBTFUL = words_of("grammar", "sets", "places_doubtful")
FAR = words_of("grammar", "sets", "places_far")
FAR_OFF = frozenset({"planet", "space", "sky", "sea", "mountain"})
VESSELS = frozenset({"ship", "train", "airplane"})
ENTERABLE = frozenset({"house", "lighthouse", "castle", "camp"})  # built from outside, unless somebody goes in
ENTERED = frozenset({"inside", "into", "in", "entered", "through"})
# Words at a sentence's start after which it is another day: "In the spring", "Years later", "On Friday".
SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
WEEKDAYS = words_of("grammar", "sets", "places_weekdays")
SPANS = words_of("grammar", "sets", "places_spans")
LATER = words_of("grammar", "sets", "places_later")
OPENS_LEAP = words_of("grammar", "sets", "places_opens_leap")
LEAP_WITHIN = 5  # words
VEHICLES = frozenset({"car", "train", "airplane"})
SHORT_OPENING = 3  # segments: a title, or a first sentence that names no place, belongs to what follows
PARTS_OF_PLACES = frozenset({"door", "doors", "gate", "steps", "doorway", "window", "middle", "edge", "back", "floor"})
PLAIN_ROOMS = frozenset({"room", "cabin", "hall"})  # "the lamp room" is more than a room
DEFAULT_KIND = "room"


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
    texts: list[str] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The scene's heading as in a screenplay: "INT. OFFICE - NIGHT"."""
        name = re.sub(r"^the ", "", self.name, flags=re.IGNORECASE)
        return f"{'INT' if self.interior else 'EXT'}. {name.upper()} - {self.time.upper()}"


@dataclass(slots=True)
class _Found:
    kind: str
    name: str
    score: float
    phrase: str
    interior: bool


def scenes_of(segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    """Return the scenes of a script in order; the first starts at segment 0."""
    headed = any(_heading(segment) for segment in segments)
    return _divided(_by_headings(segments) if headed else _by_prose(segments), segments)


def is_interior(kind: str) -> bool:
    """Say whether a kind of place is indoors."""
    return bool(lexicon("places")["kinds"].get(kind, {}).get("interior"))


# --- headings ----------------------------------------------------------------------------------------------------


def _heading(segment: Mapping[str, Any]) -> str:
    text = str(segment.get("direction", ""))
    return text if segment.get("kind") == "pause" and text else ""


def _by_headings(segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    found: list[Setting] = []
    for at, segment in enumerate(segments):
        heading = _heading(segment)
        if heading or not found:
            first = at if found else 0
            setting = _from_heading(heading, found[-1] if found else None, first)
            if found and found[-1].first == first:
                found.pop()
            found.append(setting)
        found[-1].texts.append(str(segment.get("text", "")))
        if (
            found[-1].weather == "clear"
            and at - found[-1].first <= SHORT_OPENING
            and segment.get("kind") == "narration"
        ):
            said = [word.lower() for word in WORD.findall(found[-1].texts[-1])]
            found[-1].weather = _first(said, "weather") or "clear"
    return found


def _from_heading(heading: str, before: Setting | None, first: int) -> Setting:
    match = HEADING.match(heading)
    inside = match[1].upper().startswith("I") if match else None
    rest = match[2] if match else heading.lstrip(".")
    parts = [part.strip() for part in re.split(r"\s+[-–—]+\s+", rest) if part.strip()]
    name = parts[0] if parts else "Somewhere"
    kind = _kind_of(name)
    said = [word.lower() for part in parts[1:] for word in WORD.findall(part)]
    time = _first(said, "time_of_day") or ("day" if "day" in said else before.time if before else "day")
    weather = _first(said, "weather") or "clear"
    if match and not parts[1:]:
        said = [word.lower() for word in WORD.findall(name)]
        time = _first(said, "time_of_day") or time
    kind = kind or DEFAULT_KIND if inside or inside is None else kind or "street"
    return Setting(first, _titled(name), kind, is_interior(kind) if inside is None else inside, time, weather)


def _titled(name: str) -> str:
    """Return a heading's name as it is written in a list: "GRANDMOTHER'S ATTIC" is "Grandmother's Attic"."""
    if not name.isupper():
        return name[:60]
    return " ".join(word[:1] + word[1:].lower() for word in name.split())[:60]


def _kind_of(name: str) -> str:
    """Return the kind of set of a place's name: its last word that means a place."""
    found = ""
    joined = "-".join(WORD.findall(name.lower()))
    if joined in kinds():
        return kinds()[joined]
    for word in WORD.findall(name.lower()):
        found = kinds().get(word) or kinds().get(singular(word), "") or found
    return _cabin_or(found, WORD.findall(name.lower()))


def _first(said: Sequence[str], table: str) -> str:
    by_word = index_of("places", table)
    return next((by_word[word] for word in said if word in by_word), "")


# --- prose -------------------------------------------------------------------------------------------------------


def _by_prose(segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    found: list[Setting] = []
    for start, end in _paragraphs(segments):
        block = segments[start:end]
        told = " ".join(str(segment.get("text", "")) for segment in block if segment.get("kind") == "narration")
        here = _place_in(told)
        said = [word.lower() for word in WORD.findall(told)]
        time, weather = _first(said, "time_of_day"), _first(said, "weather")
        leaps = _leaps(str(block[0].get("text", "")))
        if leaps == "day" and found:
            time, weather = time or "day", weather or "clear"
        if not found:
            found.append(_opening(here, time, weather))
        elif len(found) == 1 and not found[0].phrase and start <= SHORT_OPENING:
            _open_later(found[0], here, time, weather)
        elif leaps == "day" or _moves(found[-1], here, time, block):
            found.append(_next_setting(found[-1], here, time, weather, start))
        else:
            found[-1].weather = weather or found[-1].weather
            if here is not None and not found[-1].phrase:
                _settle(found[-1], here)
        found[-1].texts += [str(segment.get("text", "")) for segment in block]
    return found or [Setting(0, "Somewhere", DEFAULT_KIND, interior=True)]


def _leaps(text: str) -> str:
    """Say whether a sentence starts at another time: "day" for another day, "hour" for an hour, "" for neither."""
    if not text[:1].isupper():
        return ""
    said = [word.lower() for word in WORD.findall(text)][:LEAP_WITHIN]
    opening = next((at for at, word in enumerate(said) if word not in OPENS_LEAP), len(said))
    if opening == len(said):
        return ""
    word, follows = said[opening], said[opening + 1 : opening + 3]
    lead = set(said[:opening])
    if word in SEASONS | WEEKDAYS and lead:
        return "day"
    if word in SPANS and lead & {"next", "following", "one", "some", "all"}:
        return "day"
    if set(said[:4]) & SPANS and set(said[:5]) & LATER:
        return "day"
    at_hour = word in index_of("places", "time_of_day") or (word == "at" and bool(follows))
    return "hour" if at_hour and (lead or word == "at") and _first(said, "time_of_day") else ""


def _paragraphs(segments: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    starts = [
        at
        for at, segment in enumerate(segments)
        if at == 0
        or int(segment.get("pause_before_ms", 0)) >= PARAGRAPH_MS
        or segment.get("kind") == "pause"
        or (segment.get("kind") == "narration" and _leaps(str(segment.get("text", ""))))
    ]
    return list(zip(starts, [*starts[1:], len(segments)], strict=True))


def _opening(here: _Found | None, time: str, weather: str) -> Setting:
    setting = Setting(0, "Somewhere", DEFAULT_KIND, interior=True, time=time or "day", weather=weather or "clear")
    if here is not None:
        _settle(setting, here)
    return setting


def _open_later(setting: Setting, here: _Found | None, time: str, weather: str) -> None:
    setting.time = time or setting.time
    setting.weather = weather or setting.weather
    if here is not None:
        _settle(setting, here)


def _settle(setting: Setting, here: _Found) -> None:
    setting.name, setting.kind, setting.phrase = here.name, here.kind, here.phrase
    setting.interior = here.interior


def _moves(now: Setting, here: _Found | None, time: str, block: Sequence[Mapping[str, Any]]) -> bool:
    """Say whether a paragraph plays somewhere or some time else than the scene so far."""
    if block[0].get("kind") == "pause" and len(block) > 1:
        return True
    if here is not None and here.kind != now.kind and here.score >= 1.5:
        return bool(now.phrase) or here.score >= 2
    return bool(time) and time != now.time


def _next_setting(now: Setting, here: _Found | None, time: str, weather: str, first: int) -> Setting:
    weather = weather or (now.weather if not time or time == now.time else "clear")
    new = Setting(first, now.name, now.kind, now.interior, time or now.time, weather, now.phrase)
    if here is not None and (here.score >= 1.5 or not now.phrase):
        _settle(new, here)
    return new


def _place_in(text: str) -> _Found | None:
    """Return the place a paragraph plays at, if it says so."""
    tokens = WORD.findall(text.replace("’", "'"))
    best: _Found | None = None
    for at, token in enumerate(tokens):
        low = token.lower().removesuffix("'s")
        joined = f"{tokens[at - 1].lower()}-{low}" if at else ""
        kind = kinds().get(joined) or kinds().get(low) or kinds().get(singular(low), "")
        following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
        # A "basement bar" is a bar.
        if not kind or (following in kinds() and following not in DOUBTFUL and token[0].islower()):
            continue
        start = _phrase_start(tokens, at)
        score = _score(tokens, start, at)
        if score > (best.score if best else 0):
            kind = _cabin_or(kind, [word.lower() for word in tokens[max(0, at - 1) : at + 4]])
            before = [word.lower() for word in tokens[max(0, start - 3) : start]]
            entered = (
                kind in ENTERABLE and before[-1:] and before[-1] in ENTERED and not set(before) & {"lived", "lives"}
            )
            interior = is_interior(kind) or bool(entered)
            best = _Found(kind, _name(tokens, start, at), score, " ".join(tokens[start : at + 1]), interior)
    return best


def _phrase_start(tokens: Sequence[str], at: int) -> int:
    for start in range(at - 1, max(-1, at - 5), -1):
        if tokens[start].lower() in STRONG | WEAK | FAR:
            return start + 1
        if tokens[start].lower() in OWNERS:
            return start
    return at


def _score(tokens: Sequence[str], start: int, at: int) -> float:
    before = tokens[start - 1].lower() if start else ""
    opens = tokens[start].lower() if start < at else ""
    owned = opens in OWNERS
    proper = tokens[at][0].isupper() and at > 0
    if before == "of" and start > 1 and tokens[start - 2].lower() in PARTS_OF_PLACES:
        return 1.6
    if before in FAR or (kinds().get(tokens[at].lower()) in VEHICLES and before not in STRONG):
        return 0
    if before in {"was", "is"} and opens in {"a", "an", "the"}:
        return 1.6
    if tokens[at].lower() in DOUBTFUL and not owned and not proper:
        return 0
    if before in STRONG:
        return 2.0 if owned or proper else 1.6
    if before in WEAK:
        return 1.5 if owned or proper else 1.0
    if opens in {"my", "his", "her", "their"}:
        return 1.6
    # "The moon" in the middle of a sentence is seen or thought of.
    seen = kinds().get(tokens[at].lower()) in FAR_OFF and tokens[start].islower()
    return 0.8 if owned and not seen else 0.0


def _cabin_or(kind: str, said: Sequence[str]) -> str:
    """Return "cabin" for the inside of a vessel: a "ferry cabin", "the cabin of the ship"."""
    inside = "cabin" in said and any(kinds().get(word) in VESSELS for word in said)
    return "cabin" if inside else kind


def _name(tokens: Sequence[str], start: int, at: int) -> str:
    """Return what to call the place: its own name where it has one, else "The" and what it is."""
    run = at
    while run > start and tokens[run - 1][0].isupper() and tokens[run - 1].lower() not in OWNERS:
        run -= 1
    if tokens[at][0].isupper() and run < at:
        return " ".join(tokens[run : at + 1])
    noun = singular(tokens[at]) if tokens[at].lower() not in kinds() else tokens[at].lower()
    before = tokens[at - 1].lower() if at > start else ""
    whole = noun in PLAIN_ROOMS or f"{before}-{noun}" in kinds()
    return f"The {before} {noun}" if whole and before and before not in OWNERS else f"The {noun}"


# --- both --------------------------------------------------------------------------------------------------------


def _divided(found: Sequence[Setting], segments: Sequence[Mapping[str, Any]]) -> list[Setting]:
    """Divide very long scenes at paragraphs."""
    starts = {start for start, _ in _paragraphs(segments)}
    divided: list[Setting] = []
    for setting, following in zip(found, [*found[1:], None], strict=True):
        end = following.first if following is not None else len(segments)
        part = setting
        divided.append(part)
        texts = setting.texts
        for at in range(setting.first + 1, end):
            if at - part.first >= LONGEST_SCENE and (at in starts or at - part.first >= 2 * LONGEST_SCENE):
                part.texts = texts[part.first - setting.first : at - setting.first]
                part = Setting(at, part.name, part.kind, part.interior, part.time, part.weather, part.phrase)
                divided.append(part)
        part.texts = texts[part.first - setting.first :]
    return divided
