"""Says how a scene feels: from its own words, its place and its weather, not from one glad word at a funeral."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .words import WORD, index_of

HEAVY = 3.0  # points of a word that decides by itself
PLACES = {
    "graveyard": ("sad", 2.0),
    "battlefield": ("tense", 2.0),
    "prison": ("tense", 1.0),
    "ruins": ("mysterious", 1.0),
}
WEATHERS = {"storm": ("tense", 1.0), "fog": ("mysterious", 1.0)}
ENOUGH = 2.0
WORDS_A_POINT = 60  # in so many words one more may be chance
AGAIN = 0.4  # of a word's weight, each time it comes again
NEGATED = frozenset({"not", "never", "no", "nobody", "didn't", "without", "stopped", "cannot", "can't"})
OPPOSED = {"joyful": ("sad", "scary"), "funny": ("sad", "scary"), "romantic": ("scary",)}


def mood_of(texts: Sequence[str], kind: str, weather: str, default: str) -> str:
    """Return a scene's mood: joyful, tense, sad, mysterious, romantic, epic, funny, scary or calm."""
    scores: dict[str, float] = {}
    for table, weight in (("moods", 1.0), ("heavy_moods", HEAVY)):
        by_word = index_of("feeling", table)
        for word, count in Counter(word for text in texts for word in _felt(text) if word in by_word).items():
            scores[by_word[word]] = scores.get(by_word[word], 0.0) + weight * (1 + AGAIN * (count - 1))
    for key, table_of in ((kind, PLACES), (weather, WEATHERS)):
        if key in table_of:
            mood, points = table_of[key]
            scores[mood] = scores.get(mood, 0.0) + points
    for glad, dark in OPPOSED.items():
        if any(scores.get(mood, 0.0) >= HEAVY for mood in dark):
            scores.pop(glad, None)
    best = max(sorted(scores), key=lambda mood: scores[mood], default=default)
    needed = ENOUGH + sum(len(text.split()) for text in texts) / WORDS_A_POINT
    return best if scores.get(best, 0.0) >= needed else default


def _felt(text: str) -> Iterator[str]:
    """Yield the words of a text that can be felt: not what is denied, and no names and titles of plays."""
    said = [word.replace("’", "'") for word in WORD.findall(text)]
    lows = [word.lower() for word in said]
    for at, word in enumerate(said):
        title = at > 0 and word[0].isupper() and not text[: text.find(word)].rstrip().endswith((".", "!", "?"))
        if not title and not NEGATED & set(lows[max(0, at - 2) : at]):
            yield lows[at]
