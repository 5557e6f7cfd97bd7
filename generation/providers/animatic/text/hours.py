"""Reads when something happens: the hour, the weather, and the leaps of a story to another day or year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .words import WORD, index_of, words_of

SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
WEEKDAYS = words_of("grammar", "sets", "places_weekdays")
SPANS = words_of("grammar", "sets", "places_spans")
LATER = words_of("grammar", "sets", "places_later")
OPENS_LEAP = words_of("grammar", "sets", "places_opens_leap")
LEAP_WITHIN = 5  # words
SINKING = re.compile(
    r"\bsun (?:was |had )?(?:already )?(?:setting|sinking|going down|gone down|behind|low|set\b)", re.IGNORECASE
)
RISING = re.compile(
    r"\b(?:(?:at|in the|by) first light|(?:at|before|by) daybreak|the sun (?:came|comes|was coming) up|the sun rose)\b",
    re.IGNORECASE,
)
SMALL_HOURS = frozenset({"one", "two", "three", "four", "1", "2", "3", "4"})
DARK = re.compile(
    r"\b(?:it(?:'s|’s| is| was| got| grew) (?:already |almost |quite )?dark|darkness fell|"
    r"(?:long )?after dark|in the dark of|"
    r"(?:the|a) (?:full |new |thin |pale )?moon (?:hung|shone|rose|stood|came up|was (?:up|out|full)))\b",
    re.IGNORECASE,
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{NTH} (?:of )?(?:{MONTHS})|(?:{MONTHS}) {NTH}|Day (?:\d+|[A-Z]?[a-z]+))"
    r"\b(?:,? \d{4})?[.:]?$"
)
GREETING = frozenset({"good"})
HABIT = frozenset({"every", "each", "all", "most", "some", "usually", "always"})
ELSEWHEN = frozenset({"yesterday", "tomorrow", "last", "this", "since", "until", "till", "before"})
BACK = re.compile(
    r"\b(?:years|months|decades|long) (?:earlier|before|ago)\b|\bwas (?:\w+[- ])?(?:\w+teen|"
    r"five|six|seven|eight|nine|ten|eleven|"
    r"twelve|young|a boy|a girl|a child|little) again\b|\bback then\b|\bin those days\b|"
    r"\bremember(?:s|ed)? the (?:day|night|time|summer|winter)\b|"
    r"^(?:as|when) (?:a|he was a|she was a|i was a) (?:boy|girl|child|young)\b|"
    r"\bshe remembered\b|\bhe remembered\b|\bflashback\b",
    re.IGNORECASE,
)
YEARS_ON = re.compile(
    r"\b(?:(?:many|some|several|\w+)[- ])?(?:years|decades) (?:later|passed|afterwards|went by|had passed)\b|"
    r"\bwhen (?:he|she|i) was (?:old|grown)\b",
    re.IGNORECASE,
)


def hour_in(text: str) -> str:
    """Return the hour a sentence plays at: not that of a greeting, of a habit or of another day."""
    return _hour(text, HABIT | GREETING | ELSEWHEN)


def usual_hour(text: str) -> str:
    """Return the hour of a sentence, also where it is what always happens: "every evening at six"."""
    return _hour(text, GREETING | ELSEWHEN)


def _hour(text: str, skipped: frozenset[str]) -> str:
    by_word = index_of("places", "time_of_day")
    said = [word.lower() for word in WORD.findall(text)]
    if DARK.search(text):
        return "night"
    if re.search(r"\b(?:getting|growing) dark\b", text):
        return "dusk"
    if SINKING.search(text):
        return "dusk"
    if RISING.search(text):
        return "dawn"
    for at, word in enumerate(said):
        before = set(said[max(0, at - 1) : at])
        if word == "morning" and said[max(0, at - 2) : at] == ["in", "the"] and said[max(0, at - 3)] in SMALL_HOURS:
            return "night"
        if word in by_word and not before & skipped and said[at + 1 : at + 2] not in (["sky"], ["school"]):
            return by_word[word]
    return ""


def weather_in(text: str) -> str:
    """Return the weather of a sentence, or ""; snow that falls off a branch is no snowfall."""
    said = [word.lower() for word in WORD.findall(text)]
    if _stopped(said):
        return "clear"
    return first_of(said, "weather")


def _stopped(said: Sequence[str]) -> bool:
    stop = {"stopped", "ended", "ceased", "cleared", "lifted"}
    by_word = index_of("places", "weather")
    return any(word in by_word and stop & set(said[at + 1 : at + 4]) for at, word in enumerate(said))


def first_of(said: Sequence[str], table: str) -> str:
    """Return what the first word that a table of the places lexicon knows stands for, or ""."""
    by_word = index_of("places", table)
    return next((by_word[word] for word in said if word in by_word), "")


def leap_of(text: str) -> str:
    """Say whether a sentence starts at another time: "day" for another day, "hour" for an hour, "" for neither."""
    if DATE.match(text):
        return "day"
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
    if word in SPANS and lead & {"next", "following", "one", "some"}:
        return "day"
    if set(said[:4]) & SPANS and set(said[:5]) & LATER:
        return "day"
    # "Three hours later" is the same day.
    if set(said[:4]) & {"hours", "hour"} and set(said[:5]) & LATER:
        return "hour"
    at_hour = word in index_of("places", "time_of_day") or (word == "at" and bool(follows))
    if at_hour and lead & {"next", "following"}:
        return "day"
    return "hour" if at_hour and (lead or word == "at") and first_of(said, "time_of_day") else ""


def is_flashback(text: str) -> bool:
    """Say whether a sentence goes back to another time of somebody's life."""
    return bool(BACK.search(text))


def years_on(text: str) -> bool:
    """Say whether a sentence goes on years later."""
    return bool(YEARS_ON.search(text))
