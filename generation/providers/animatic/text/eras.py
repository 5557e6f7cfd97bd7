"""Says when a story plays, from its years and from the things in it: a hansom, a musket, a phone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .hours import is_flashback
from .reading import Paragraph
from .words import index_of, lexicon, words

YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2}|2[1-9][0-9]{2})\b(?!\s*(?:pounds|dollars|miles|people|feet|men))")
DECADE = re.compile(r"\b(1[89]|20)(\d)0['’]?s\b")
LAST_PAST_YEAR = 1999
FIRST_FUTURE_YEAR = 2036
SINCE = re.compile(r"\b(?:since|from|of|until|before|after)\s+$", re.IGNORECASE)
ENOUGH = 2  # words of a time that make a story play in it
LAST_YEARS = {"ancient": 499, "medieval": 1499, "18th": 1799, "victorian": 1913, "1880s": 1899} | {
    f"{decade}s": decade + 9 for decade in (1920, 1940, 1960, 1980)
}
NAMES = {"18th": "18th century"}


def era_of(paragraphs: Sequence[Paragraph], genre: str) -> str:
    """Return when a story plays: "1960s", "medieval", "future", "present"."""
    told = [span.text for part in paragraphs for span in part.spans if not span.quoted and not is_flashback(span.text)]
    for text in told:
        year = _year_in(text)
        if year:
            return year
    said = [word.removesuffix("'s") for paragraph in paragraphs for word in words(paragraph.text)]
    by_word = index_of("things", "eras")
    found = [by_word[word] for word in said if word in by_word]
    since = _latest_year(paragraphs)
    kinds_of_words = {era: len({word for word in said if by_word.get(word) == era}) for era in sorted(set(found))}
    possible = [era for era in kinds_of_words if LAST_YEARS.get(era, since) >= since]
    best = max(possible, key=lambda era: (kinds_of_words[era], found.count(era), era != "present"), default="")
    usual = str(lexicon("genres")["era"].get(genre, ""))
    enough = kinds_of_words.get(best, 0) >= ENOUGH or (best != "future" and found.count(best) >= ENOUGH)
    if enough or (best and best == usual):
        return NAMES.get(best, best)
    if LAST_YEARS.get(usual, since) < since:
        return "present"
    # One word is chance: somebody wears dinosaur pyjamas.
    return usual or "present"


def _latest_year(paragraphs: Sequence[Paragraph]) -> int:
    """Return the latest past year that anybody speaks of; a story plays no earlier than that."""
    years = [int(found) for paragraph in paragraphs for found in YEAR.findall(paragraph.text)]
    return max((year for year in years if year < FIRST_FUTURE_YEAR), default=0)


def _year_in(text: str) -> str:
    decade = DECADE.search(text)
    if decade:
        return f"{decade[1]}{decade[2]}0s"
    for found in YEAR.finditer(text):
        if not SINCE.search(text[: found.start()]):
            return _era_of_year(int(found[1]))
    return ""


def _era_of_year(year: int) -> str:
    for last, era in ((499, "ancient"), (1499, "medieval"), (1799, "18th century"), (1899, "victorian")):
        if year <= last:
            return era
    if year <= LAST_PAST_YEAR:
        return f"{year // 10}0s"
    return "future" if year >= FIRST_FUTURE_YEAR else "present"
