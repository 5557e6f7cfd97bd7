"""From the words on screen to the words a voice can say, without losing which is which.

Each display word (split at white space) becomes none, one or several spoken words. Keeping them together
from the start is what lets a caption light up "$12.50" while "twelve dollars and fifty cents" is heard.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generation.providers.animatic.voice.amounts import (
    BIG_WORDS,
    CURRENCIES,
    MONTHS,
    UNITS,
    currency_words,
    is_number,
    ordinal_figure,
    read_amount,
    unit_words,
)

# A longer run of letters is no word, and the pronunciation rules take time that grows with its square.
LONGEST_WORD = 40

TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Mt": "Mount",
    "Ft": "Fort",
    "Gen": "General",
    "Gov": "Governor",
    "Sen": "Senator",
    "Capt": "Captain",
    "Lt": "Lieutenant",
    "Col": "Colonel",
    "Sgt": "Sergeant",
    "Cmdr": "Commander",
    "Rev": "Reverend",
    "Hon": "Honorable",
    "Pres": "President",
    "Cpl": "Corporal",
    "Maj": "Major",
    "Adm": "Admiral",
}
ABBREVIATIONS = {
    "jr": "Junior",
    "sr": "Senior",
    "st": "Street",
    "ave": "Avenue",
    "blvd": "Boulevard",
    "rd": "Road",
    "hwy": "Highway",
    "apt": "Apartment",
    "bldg": "Building",
    "ltd": "Limited",
    "inc": "Incorporated",
    "corp": "Corporation",
    "bros": "Brothers",
    "dept": "Department",
    "univ": "University",
    "approx": "approximately",
    "vs": "versus",
    "vol": "volume",
    "fig": "figure",
    "pp": "pages",
    "int": "interior",
    "ext": "exterior",
    "etc": "et cetera",
    "jan": "January",
    "feb": "February",
    "aug": "August",
    "sept": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
_LOWER_TITLES = {title.lower(): spoken for title, spoken in TITLES.items()}
_MONTH_NAMES = {name.lower() for name in MONTHS} | {"jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"}
_CHAPTER_WORDS = frozenset(
    {"chapter", "part", "act", "scene", "section", "volume", "book", "phase", "article", "war", "mark", "level"}
    | {"stage", "class", "grade", "episode", "round", "apollo"}
)
_SYMBOL_NAMES = {
    "&": " and ",
    "+": " plus ",
    "=": " equals ",
    "@": " at ",
    "%": " percent ",
    "°": " degrees ",
    "×": " times ",
    "÷": " divided by ",
    "±": " plus or minus ",
    "½": " one half ",
    "¼": " one quarter ",
    "¾": " three quarters ",
    "²": " squared ",
    "³": " cubed ",
    "©": " copyright ",
    "§": " section ",
    "~": " about ",
    "#": " hashtag ",
    "/": " ",
    "→": " to ",
}
_SAME_SOUND = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "―": "—",
        "。": ".",
        "、": ",",
        "，": ",",
        "！": "!",
        "？": "?",
        "；": ";",
        "：": ":",
        "٫": ".",
        "؟": "?",
        "،": ",",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "ı": "i",
        "œ": "oe",
        "Œ": "Oe",
        "ß": "ss",
        "[": "(",
        "]": ")",
        "{": "(",
        "}": ")",
    }
)
# Marks that the voice model turns into pauses and melody.
_VOICED_MARKS = ",.!?;:…—()"
_SENTENCE_MARKS = frozenset(".!?…")
_EDGE = r"[^\w$£€¥₹#@&+=%°×÷±½¼¾²³©§~/'\-−]"
_PARTS = re.compile(rf"(?P<lead>{_EDGE}*)(?P<core>.*?)(?P<trail>[\s\-]*(?:{_EDGE}|')*)", re.DOTALL)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]|Ph\.D")
_ROMAN = re.compile(r"(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SOUNDS = re.compile(r"s+h+|b+r{2,}|z{2,}|p+s+t+|h*m{2,}|gr{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One display word and what is said for it: words without white space, with their marks; none if it is silent."""

    display: str
    spoken: tuple[str, ...]
    ends_sentence: bool


@dataclass(frozen=True, slots=True)
class _Written:
    """A display word taken apart: what surrounds it, and whether a line ends after it."""

    lead: str
    core: str
    trail: str
    ends_line: bool


def spoken_words(text: str) -> list[SpokenWord]:
    """Return every word of `text`, in order, with what is said for it."""
    matches = list(re.finditer(r"\S+", text))
    gaps = [text[one.end() : other.start()] for one, other in itertools.pairwise(matches)]
    written = [
        _taken_apart(match[0], ends_line="\n" in gap) for match, gap in zip(matches, [*gaps, "\n"], strict=False)
    ]
    return [_word(match[0], written, index) for index, match in enumerate(matches)]


def sentences(words: Sequence[SpokenWord]) -> list[range]:
    """Return the runs of indices into `words` that are said in one breath."""
    runs, start = [], 0
    for index, word in enumerate(words):
        if word.ends_sentence:
            runs.append(range(start, index + 1))
            start = index + 1
    return runs + ([range(start, len(words))] if start < len(words) else [])


def _taken_apart(display: str, *, ends_line: bool) -> _Written:
    text = "".join(map(_plain_character, unicodedata.normalize("NFC", display))).translate(_SAME_SOUND)
    text = text.replace("...", "…").replace("--", "—").replace("–", "–" if re.search(r"\d–\d", text) else "—")
    match = _PARTS.fullmatch(text)
    if match is None or not any(character.isalnum() or character in _SYMBOL_NAMES for character in match["core"]):
        return _Written("", "", text, ends_line)
    return _Written(match["lead"], match["core"], match["trail"], ends_line)


def _plain_character(character: str) -> str:
    """Wide and mathematical letters as ordinary ones, figures of any script as 0 to 9, other scripts as nothing."""
    if character.isascii() or character in _SYMBOL_NAMES or ord(character) in _SAME_SOUND:
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    name = unicodedata.name(character, "")
    if name.startswith(("FULLWIDTH", "MATHEMATICAL")):
        return unicodedata.normalize("NFKC", character)
    if character.isalpha():
        return _latin(character) if name.startswith("LATIN") else ""
    return character if unicodedata.category(character)[0] in "PS" else ""


def _latin(letter: str) -> str:
    """Letters of western Europe as they are, the others without their accents."""
    if ord(letter) < 0x100:
        return letter
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))


def _word(display: str, written: list[_Written], index: int) -> SpokenWord:
    this = written[index]
    before = written[index - 1] if index else _Written("", "", "", ends_line=True)
    after = written[index + 1] if index + 1 < len(written) else None
    core, trail, is_short_form = _expanded(this, before, after)
    spoken = _marked(this.lead, core, trail)
    is_end = this.ends_line or (not is_short_form and _ends_sentence(trail, after))
    return SpokenWord(display, spoken, is_end)


def _expanded(this: _Written, before: _Written, after: _Written | None) -> tuple[str, str, bool]:
    """Return what is said for the word, its marks, and whether its full stop belongs to a short form."""
    following = after.core if after else ""
    if this.trail.startswith("."):
        expansion = _short_form(this.core, before, following)
        if expansion:
            is_last = after is None or this.ends_line
            return expansion, ("." if is_last else "") + this.trail[1:], True
    return _said(this.core, before, after, this.trail), this.trail, False


def _short_form(core: str, before: _Written, following: str) -> str:
    """Expand an abbreviation that had its full stop; "" when it is none."""
    if _INITIALS.fullmatch(core) and core != "I":
        return f"{core}."
    lower = core.lower()
    if lower == "st" and following[:1].isupper() and not before.core[:1].isupper():
        return "Saint"
    if lower == "no" and following[:1].isdigit():
        return "number"
    if lower in _LOWER_TITLES and following[:1].isupper():
        return _LOWER_TITLES[lower]
    if is_number(before.core) and lower in UNITS and lower not in {"in", "m", "l", "g", "x"}:
        return unit_words(lower, before.core)
    # These two are also ordinary words, or the end of a sentence about the letters.
    is_screen_heading = lower in {"int", "ext"} and core.isupper()
    return ABBREVIATIONS[lower] if lower in ABBREVIATIONS and (lower not in {"int", "ext"} or is_screen_heading) else ""


def _said(core: str, before: _Written, after: _Written | None, trail: str) -> str:
    following = after.core if after and not trail else ""
    for expansion in (
        _counted_unit(core, before),
        _day_of_month(core, before, following),
        _roman_number(core, before),
        read_amount(core, following),
    ):
        if expansion:
            return expansion
    if core in TITLES and following[:1].isupper():
        return TITLES[core]
    return _plain_words(core, before, after)


def _counted_unit(core: str, before: _Written) -> str:
    """Read "km" after a number, and "million" after a sum of money."""
    if before.trail:
        return ""
    if core.lower() in BIG_WORDS and before.core[:1] in CURRENCIES:
        return f"{core} {currency_words(before.core[0], '2')}"
    is_unit = core.lower() in UNITS and core.lower() not in {"in", "x"} and is_number(before.core)
    return unit_words(core, before.core) if is_unit else ""


def _day_of_month(core: str, before: _Written, following: str) -> str:
    if not re.fullmatch(r"[1-9]|[12]\d|3[01]", core, re.ASCII):
        return ""
    if before.core.lower() in _MONTH_NAMES and before.core[:1].isupper() and before.trail in {"", "."}:
        return ordinal_figure(int(core))
    if following.lower() in _MONTH_NAMES and following[:1].isupper():
        article = "" if before.core.lower() == "the" else "the "
        return f"{article}{ordinal_figure(int(core))} of"
    return ""


def _roman_number(core: str, before: _Written) -> str:
    """Read "Chapter IV" as a number and "Henry VIII" as an ordinal."""
    is_chapter = before.core.lower() in _CHAPTER_WORDS and not before.trail
    if is_chapter and re.fullmatch(r"[IVX]", core):
        return str({"I": 1, "V": 5, "X": 10}[core])
    if not _ROMAN.fullmatch(core) or before.trail or not before.core[:1].isupper():
        return ""
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in core]
    following = [*values[1:], 0]
    number = sum(-value if value < larger else value for value, larger in zip(values, following, strict=True))
    if is_chapter:
        return str(number)
    return f"the {ordinal_figure(number)}" if before.core.istitle() else ""


def _plain_words(core: str, before: _Written, after: _Written | None) -> str:
    for symbol, name in _SYMBOL_NAMES.items():
        core = core.replace(symbol, name)
    return " ".join(_one_word(word) for word in core.split())


def _one_word(word: str) -> str:
    word = re.sub(r"[^\w'\-–—.,:…!?]", "", word.replace("_", "")).strip("-−–")
    if _SOUNDS.fullmatch(word):
        return word
    word = _STRETCHED.sub(_shortened, word)
    letters = re.sub(r"[\W\d_]", "", word)
    # Names in capitals are names; without vowels, or short, they may be initials, and those are spelled.
    if len(letters) >= 5 and word.isupper() and re.search(r"[AEIOUY]", word):
        return word.capitalize()
    return word


def _shortened(match: re.Match[str]) -> str:
    """Take the stretch out of "Nooooo" and "freeeee", for a word the dictionary knows."""
    is_end = not match.string[match.end() : match.end() + 1].isalpha()
    letter = match[1]
    return letter if is_end and letter.lower() not in "els" else letter * 2


def _ends_sentence(trail: str, after: _Written | None) -> bool:
    if after is None:
        return True
    goes_on = after.core.lstrip("'")[:1].islower() or (not after.core and "—" in after.trail)
    return not goes_on and any(mark in _SENTENCE_MARKS for mark in trail)


def _marked(lead: str, core: str, trail: str) -> tuple[str, ...]:
    """Join the words with the marks the voice understands; a mark without a word stands alone."""
    opening = "(" if "(" in lead else ""
    marks = _tidy_marks(trail)
    words = [piece for word in core.split() for piece in _of_bearable_length(word)]
    if not any(character.isalnum() for word in words for character in word):
        return (marks,) if marks else ()
    words[0] = opening + words[0]
    if words[-1].endswith(".") and marks.startswith("."):
        marks = marks[1:]
    words[-1] += marks
    return tuple(words)


def _tidy_marks(trail: str) -> str:
    """One pause or melody mark is enough: "?!!" is a question, "..." one ellipsis."""
    kept = "".join(mark for mark in trail.replace("-", "—") if mark in _VOICED_MARKS)
    bracket = ")" if ")" in kept else ""
    marks = kept.replace("(", "").replace(")", "")
    strongest = next((mark for mark in "?!…—.;:," if mark in marks), "")
    return bracket + strongest


def _of_bearable_length(word: str) -> list[str]:
    return [word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)]
