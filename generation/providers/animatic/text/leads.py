"""Takes from an idea what is not its story: words for films ("a comedy about") and a setting ("On Mars, ...").

Words for films never reach a title or a sentence; a setting is told as one, before the story's first words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import kinds, lexicon, words, words_of

FORMATS = (
    r"story|tale|film|movie|video|clip|short|fable|legend|documentary|explainer|lesson|tutorial|animation|cartoon|"
    r"drama|comedy|romance|thriller|mystery|western|musical|saga|adventure|fairy[ -]tale|fantasy|horror|noir|"
    r"episode|trailer|animatic|anime|satire|parody|sitcom|rom-?com|sci-?fi|poem|heist|biopic|sketch|tragedy"
)
ABOUT = re.compile(
    r"^(?:i\s+(?:want|would like|need)\s+)?(?:to\s+(?:tell|make|see)\s+)?(?:please\s+)?"
    r"(?:(?:write|tell|make|create|film|give|show)\s+(?:me\s+|us\s+)?)?"
    rf"(?:(?:an?|the)\s+)?(?:[\w'-]+,?\s+){{0,4}}?(?:{FORMATS})\s+"
    r"(?:about|of how|of|on|in which|where|with|following|featuring)\s+",
    re.IGNORECASE,
)
ABOUT_PLACES = frozenset({"on", "of", "with", "where"})  # "a love story on a train" keeps its train
TAIL = re.compile(
    rf"(?:[.?!,;–—-]+\s*|\s+(?=as an?\s)|\s*\()(?:as\s+)?(?:an?|the)?\s*(?:(?:short|funny|dark|quiet|little|slow|"
    rf"silent|animated|black-and-white|minute|one-minute|brief|quick|simple|sad|epic|gentle|cosy|cozy|"
    rf"kids'?|children'?s|60s|bedtime)\s+){{0,3}}"
    rf"(?:{FORMATS})(?:\s+for\s+(?:kids|children|beginners|everybody|adults))?\s*\)?[.!]*\s*$",
    re.IGNORECASE,
)
MADE_AS = re.compile(r"\s*[,(]?\s*\bin the style of\b[^,.;)]*\)?", re.IGNORECASE)
COLON = re.compile(r"^([^:.!?]{2,60}):\s+(\S.*)$", re.DOTALL)
BEFORE_COMMA = re.compile(
    r"^((?:(?:deep|high|far|somewhere|once upon a time|long ago|late|early)\s+)?"
    r"(?:in|on|at|under|inside|aboard|during|above|beneath|beyond|near|across|after|before|behind|outside)\s+"
    r"[^,:;.!?]{2,60}),\s+(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
TIME = re.compile(r"^(?:the\s+)?(?:year\s+)?(\d{3,4}s?|'?\d0s)$", re.IGNORECASE)
TIMED = re.compile(r"^((?:the\s+)?(?:year\s+)?\d{4}s?)[,:]\s+(\S.*)$", re.IGNORECASE | re.DOTALL)
CLAUSE = re.compile(r"\b(?:who|that|which|is|are|was|were|has|have)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """An idea without its trimmings. `setting` is told before the story ("In 1920s Paris"), or ""."""

    setting: str
    story: str


def without_format(idea: str) -> str:
    """Return an idea without words for films after it: "A cat, a dog and a piano. A comedy." ends before them."""
    text = MADE_AS.sub("", idea.strip())
    shorter = TAIL.sub("", text).strip()
    ending = "?" if text[len(shorter) : len(shorter) + 1] == "?" else ""
    return (shorter + ending) if len(words(shorter)) > 1 else text


def without_about(idea: str) -> str:
    """Return what a film is about: "A comedy about an office printer that ..." -> "an office printer that ..."."""
    found = ABOUT.match(idea)
    if not found:
        return idea
    last = found[0].split()[-1].lower()
    rest = idea[found.end() :].strip()
    if last in ABOUT_PLACES:
        return idea if last in {"on", "with", "where"} or len(words(found[0])) < 3 else rest or idea
    return rest or idea


def lead_of(idea: str) -> Lead:
    """Return an idea's setting and its story."""
    colon = COLON.match(idea)
    if colon and _is_setting(colon[1]):
        return Lead(_as_setting(colon[1]), colon[2].strip())
    if colon and _is_format(colon[1]):
        return lead_of(colon[2].strip())
    timed = TIMED.match(idea)
    if timed:
        rest = lead_of(timed[2].strip())
        return Lead(rest.setting or _as_setting(timed[1]), rest.story)
    comma = BEFORE_COMMA.match(idea)
    if comma and not CLAUSE.search(comma[1]):
        return Lead(comma[1][:1].upper() + comma[1][1:], comma[2].strip())
    return Lead("", idea)


def _is_format(text: str) -> bool:
    formats = words_of("ideas", "kinds", "words") | words_of("ideas", "kinds", "generic")
    return any(word in formats or word in lexicon("genres")["mood"] for word in words(text)) or len(text.split()) <= 3


def _is_setting(text: str) -> bool:
    """Say whether words before a colon are a place or a time: "1920s Paris", "Tokyo, 2089", "A village by the sea"."""
    said = words(text)
    cities = {city for line in lexicon("names")["cities"].values() for city in line.split()}
    formats = words_of("ideas", "kinds", "words")
    if any(word in formats for word in said):
        return False
    eras = {word for line in lexicon("genres")["era_words"].values() for word in str(line).split()}
    dated = any(TIME.match(part.strip()) or re.fullmatch(r"\d{4}s?|\d0s", part) for part in re.split(r"[\s,]+", text))
    return dated or any(word in cities or word in kinds() or word in eras for word in said) or "century" in said


def _as_setting(text: str) -> str:
    """Return words before a colon as a sentence's opening: "Tokyo, 2089" -> "In Tokyo, in 2089"."""
    text = text.strip(" .,")
    first = text.split()[0].lower()
    if first in {"in", "on", "at", "under", "inside", "aboard", "deep", "somewhere", "during", "near"}:
        return text[:1].upper() + text[1:]
    parts = [part.strip() for part in text.split(",") if part.strip()]
    told = [_within(part) for part in parts]
    sentence = ", ".join(told)
    return sentence[:1].upper() + sentence[1:]


def _within(part: str) -> str:
    if TIME.match(part):
        decade = part.endswith("s") and not part.lower().startswith("the")
        return f"in {'the ' if decade else ''}{part}"
    words_ = part.split()
    if words_[0].lower() in {"medieval", "ancient", "victorian", "modern", "wartime", "rural", "future"} or words_[
        0
    ].lower() in {"a", "an", "the"}:
        part = part[:1].lower() + part[1:]
    kind = kinds().get(words_[-1].lower(), "")
    before = {"street": "on", "rooftop": "on", "ship": "on", "train": "on", "planet": "on", "beach": "on"}.get(
        kind, "in"
    )
    proper = words_[-1][:1].isupper() or words_[0].lower() in {"a", "an", "the"}
    return f"{before} {part}" if proper or TIME.match(words_[0]) else f"{before} the {part}"
