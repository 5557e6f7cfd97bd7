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

from generation.providers.animatic.voice.abbreviations import (
    ABBREVIATIONS,
    BEFORE_NAMES,
    DAY_PARTS,
    DIALLED,
    LATIN_PHRASES,
    NEEDS_A_NAME,
    NUMBERED_NAMES,
    SAME_SOUND,
    SYMBOL_NAMES,
    TITLES,
    WEEKENDS,
    WHOLE_WORDS,
)
from generation.providers.animatic.voice.amounts import (
    BIG_WORDS,
    CURRENCIES,
    MONTHS,
    UNITS,
    currency_words,
    digits_apart,
    is_number,
    ordinal_figure,
    read_amount,
    unit_words,
)
from generation.providers.animatic.voice.display import DisplayWord, display_words
from generation.providers.animatic.voice.emphasis import EMPHASIS, SHOUTED, emphasised
from generation.providers.animatic.voice.romans import roman_words

__all__ = ["EMPHASIS", "SHOUTED", "SpokenWord", "sentences", "spoken_words"]

# A longer run of letters is no word, and the pronunciation rules take time that grows with its square.
LONGEST_WORD = 40

_LOWER_TITLES = {title.lower(): spoken for title, spoken in TITLES.items()}
_MONTH_NAMES = {name.lower() for name in MONTHS} | {"jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec"}
# Marks that the voice model turns into pauses and melody.
_VOICED_MARKS = ",.!?;:…—()"
_SENTENCE_MARKS = frozenset(".!?…")
_EDGE = r"[^\w$£€¥₹¢№#@&+=%°×÷±½¼¾²³©§~/'\-−<>≈≥≤≠√∞]"
_PARTS = re.compile(rf"(?P<lead>{_EDGE}*)(?P<core>.*?)(?P<trail>[\s\-]*(?:{_EDGE}|')*)", re.DOTALL)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|[A-Z]|Ph\.D")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SOUNDS = re.compile(r"s+h+|b+r{2,}|z{2,}|p+s+t+|h*m{2,}|gr{2,}", re.IGNORECASE)
# What people paste along with a text: the tags of a page, the strokes and ticks of a chat.
_MARKUP = re.compile(r"</?[A-Za-z]\w{0,9}/?>|~~|`")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS_AND = re.compile(r"([A-Z]{1,3})&([A-Z]{1,3})")
_SIGNS = frozenset(SYMBOL_NAMES) | frozenset(CURRENCIES)
# A telephone number written in groups: so many figures in all.
_PHONE_FIGURES = range(9, 16)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One display word and what is said for it: words without white space, with their marks; none if it is silent.

    `stress` is 0, `EMPHASIS` or `SHOUTED`.
    """

    display: str
    spoken: tuple[str, ...]
    ends_sentence: bool
    ends_line: bool = False
    ends_paragraph: bool = False
    stress: int = 0


@dataclass(frozen=True, slots=True)
class _Written:
    """A display word taken apart: what surrounds it, and whether a line ends after it."""

    lead: str
    core: str
    trail: str
    ends_line: bool

    @property
    def unmarked(self) -> str:
        """The word when nothing but a blank follows it."""
        return "" if self.trail else self.core


_EDGE_OF_TEXT = _Written("", "", ".", ends_line=True)


def spoken_words(text: str) -> list[SpokenWord]:
    """Return every word of `text`, in order, with what is said for it."""
    shown = display_words(text)
    gaps = [text[one.stop : other.start] for one, other in itertools.pairwise(shown)]
    gaps = [*gaps, "\n\n"][: len(shown)]
    written = [_taken_apart(word, ends_line="\n" in gap) for word, gap in zip(shown, gaps, strict=True)]
    stress = emphasised(text, shown)
    return [
        _word(shown[index].text, written, index, is_paragraph=gap.count("\n") > 1, stress=stress.get(index, 0))
        for index, gap in enumerate(gaps)
    ]


def sentences(words: Sequence[SpokenWord]) -> list[range]:
    """Return the runs of indices into `words` that are said in one breath."""
    runs, start = [], 0
    for index, word in enumerate(words):
        if word.ends_sentence:
            runs.append(range(start, index + 1))
            start = index + 1
    return runs + ([range(start, len(words))] if start < len(words) else [])


def _taken_apart(word: DisplayWord, *, ends_line: bool) -> _Written:
    text = "".join(map(_plain_character, unicodedata.normalize("NFC", word.text))).translate(SAME_SOUND)
    text = _MARKUP.sub("", text)
    text = re.sub(r"(?<=\w)[*_](?=[^\w]*$)|(?<!\w)_(?=\w)", "", text)
    text = text.replace("...", "…").replace("--", "—").replace("–", "–" if re.search(r"\d–\d", text) else "—")
    match = _PARTS.fullmatch(text)
    if match is None or not any(character.isalnum() or character in _SIGNS for character in match["core"]):
        return _Written("", "", text, ends_line)
    return _Written(match["lead"], match["core"], match["trail"], ends_line)


def _plain_character(character: str) -> str:
    """Wide and mathematical letters as ordinary ones, figures of any script as 0 to 9, other scripts as nothing."""
    if character.isascii() or character in SYMBOL_NAMES or ord(character) in SAME_SOUND:
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


def _word(display: str, written: list[_Written], index: int, *, is_paragraph: bool, stress: int) -> SpokenWord:
    this = written[index]
    core, trail, is_short_form = _expanded(written, index)
    spoken = _marked(this.lead, core, trail)
    is_end = this.ends_line or (not is_short_form and _ends_sentence(trail, _at(written, index + 1)))
    return SpokenWord(display, spoken, is_end, this.ends_line, is_paragraph, stress)


def _at(written: Sequence[_Written], index: int) -> _Written | None:
    return written[index] if 0 <= index < len(written) else None


def _expanded(written: Sequence[_Written], index: int) -> tuple[str, str, bool]:
    """Return what is said for the word, its marks, and whether its full stop belongs to a short form."""
    this, after = written[index], _at(written, index + 1)
    if this.trail.startswith("."):
        expansion = _short_form(written, index, after.core if after else "")
        if expansion:
            is_last = after is None or this.ends_line
            return expansion, ("." if is_last else "") + this.trail[1:], True
    return _said(written, index), this.trail, False


def _short_form(written: Sequence[_Written], index: int, following: str) -> str:
    """Expand an abbreviation that had its full stop; "" when it is none."""
    core, before, earlier = written[index].core, _at(written, index - 1) or _EDGE_OF_TEXT, _at(written, index - 2)
    lower = core.lower()
    if lower in LATIN_PHRASES:
        return LATIN_PHRASES[lower]
    if _INITIALS.fullmatch(core) and core != "I":
        return f"{core}."
    is_name, is_figure = following[:1].isupper(), following[:1].isdigit()
    if lower == "st" and is_name and not before.core[:1].isupper():
        return "Saint"
    if lower == "dr" and before.core[:1].isupper() and not before.trail and earlier and earlier.core[:1].isdigit():
        return "Drive"
    if (lower in {"no", "p"} and is_figure) or (lower == "co" and before.core[:1].isupper()):
        return {"no": "number", "p": "page", "co": "Company"}[lower]
    if lower != "st" and lower in _LOWER_TITLES and (is_name or following in {"and", "&"}) and core[:1].isupper():
        return _LOWER_TITLES[lower]
    if (
        is_number(before.core)
        and lower in UNITS
        and lower not in {"m", "l", "g", "x"}
        and _is_measure(lower, following)
    ):
        return unit_words(lower, before.core)
    if lower in WEEKENDS and core.istitle() and (is_figure or following.lower() in DAY_PARTS):
        return WEEKENDS[lower]
    if lower in NEEDS_A_NAME and not (is_name or is_figure or following.lower() in DAY_PARTS):
        return ""
    # These two are also ordinary words, or the end of a sentence about the letters.
    is_screen_heading = lower in {"int", "ext"} and core.isupper()
    return ABBREVIATIONS[lower] if lower in ABBREVIATIONS and (lower not in {"int", "ext"} or is_screen_heading) else ""


def _is_measure(unit: str, following: str) -> bool:
    """ "6 in. wide" is a measure, "room 6 in. The" is not."""
    return unit != "in" or following[:1].islower()


def _said(written: Sequence[_Written], index: int) -> str:
    this, after = written[index], _at(written, index + 1)
    core, before, earlier = this.core, _at(written, index - 1) or _EDGE_OF_TEXT, _at(written, index - 2)
    following = after.core if after and not this.trail else ""
    for expansion in (
        _counted_unit(core, before),
        _figures_one_by_one(written, index),
        "thousand" if core == "000" and re.fullmatch(r"[1-9]\d{0,2}", before.unmarked, re.ASCII) else "",
        _named_number(core, before),
        _day_of_month(core, before, following),
        roman_words(core, before.unmarked, earlier.unmarked if earlier else "", following),
        read_amount(core, following),
        WHOLE_WORDS.get(core.lower(), ""),
        "times" if core == "x" and is_number(before.core) and is_number(following) else "",
    ):
        if expansion:
            return expansion
    if core in BEFORE_NAMES and following[:1].isupper() and not (core == "St" and before.core[:1].isupper()):
        return TITLES[core]
    if core == "St" and before.unmarked[:1].isupper():
        return "Street"
    return _plain_words(core)


def _counted_unit(core: str, before: _Written) -> str:
    """Read "km" after a number, and "million" after a sum of money."""
    if before.trail:
        return ""
    if core.lower() in BIG_WORDS and before.core[:1] in CURRENCIES:
        return f"{core} {currency_words(before.core[0], '2')}"
    if not is_number(before.core):
        return ""
    if core in CURRENCIES:
        return currency_words(core, before.core)
    if core.lower() in {"am", "pm"}:
        return f"{core[0].upper()}.M."
    is_unit = core.lower() in UNITS and core.lower() not in {"in", "x"}
    return unit_words(core, before.core) if is_unit else ""


def _figures_one_by_one(written: Sequence[_Written], index: int) -> str:
    """Read the groups of a telephone number; "" when the word is not among any."""
    if not _is_group(written, index):
        return ""
    before = _at(written, index - 1)
    if before and before.core.lower() in DIALLED:
        return _grouped(written, index)
    first, last = index, index
    while _is_group(written, first - 1):
        first -= 1
    while _is_group(written, last + 1):
        last += 1
    figures = sum(len(digits_apart(each.core).split()) for each in written[first : last + 1])
    return _grouped(written, index) if last - first >= 1 and figures in _PHONE_FIGURES else ""


def _is_group(written: Sequence[_Written], index: int) -> bool:
    word = _at(written, index)
    if word is None or not re.fullmatch(r"\+?\d{1,4}(?:[-.]\d{3,4})*", word.core, re.ASCII):
        return False
    return word.trail in {"", ")"} or _at(written, index + 1) is None or not _is_plain_group(written, index + 1)


def _is_plain_group(written: Sequence[_Written], index: int) -> bool:
    return bool(re.fullmatch(r"\d{3,4}(?:-\d{4})?", written[index].core, re.ASCII))


def _grouped(written: Sequence[_Written], index: int) -> str:
    word = written[index]
    plus = "plus " if word.core.startswith("+") else ""
    groups = ", ".join(digits_apart(group) for group in re.split(r"[-.]", word.core.lstrip("+")))
    return plus + groups + ("," if _is_group(written, index + 1) else "")


def _named_number(core: str, before: _Written) -> str:
    """ "Room 101" and "Flight 370" are read as one says a name."""
    if before.core.lower() not in NUMBERED_NAMES or before.trail or not re.fullmatch(r"[1-9]\d\d", core, re.ASCII):
        return ""
    if core[1:] == "00":
        return ""
    return f"{core[0]} oh {core[2]}" if core[1] == "0" else f"{core[0]} {core[1:]}"


def _day_of_month(core: str, before: _Written, following: str) -> str:
    if not re.fullmatch(r"[1-9]|[12]\d|3[01]", core, re.ASCII):
        return ""
    if before.core.lower() in _MONTH_NAMES and before.core[:1].isupper() and before.trail in {"", "."}:
        return ordinal_figure(int(core))
    if following.lower() in _MONTH_NAMES and following[:1].isupper():
        article = "" if before.core.lower() == "the" else "the "
        return f"{article}{ordinal_figure(int(core))} of"
    return ""


def _plain_words(core: str) -> str:
    letters = _LETTERS_AND.fullmatch(core)
    if letters:
        return f"{'.'.join(letters[1])} and {'.'.join(letters[2])}"
    core = core.replace("_", " ")
    if core.startswith(("#", "@")):
        core = core[0] + _CAMEL.sub(" ", core[1:])
    for symbol, name in SYMBOL_NAMES.items():
        if symbol in core:
            core = core.replace(symbol, name)
    return " ".join(_one_word(word) for word in core.split())


def _one_word(word: str) -> str:
    word = re.sub(r"[^\w'\-–—.,:…!?]", "", word).strip("-−–")
    return word if _SOUNDS.fullmatch(word) else _STRETCHED.sub(_shortened, word)


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
