"""Says how a scene feels: from its own words, its place and its weather, not from one glad word at a funeral."""

from __future__ import annotations

from collections.abc import Sequence

from .words import index_of, words

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
NEGATED = frozenset({"not", "never", "no", "nobody", "didn't", "without", "stopped", "cannot", "can't"})
OPPOSED = {"joyful": ("sad", "scary"), "funny": ("sad", "scary"), "romantic": ("scary",)}


def mood_of(texts: Sequence[str], kind: str, weather: str, default: str) -> str:
    """Return a scene's mood: joyful, tense, sad, mysterious, romantic, epic, funny, scary or calm."""
    scores: dict[str, float] = {}
    for table, weight in (("moods", 1.0), ("heavy_moods", HEAVY)):
        by_word = index_of("feeling", table)
        for text in texts:
            said = words(text)
            for at, word in enumerate(said):
                if word in by_word and not NEGATED & set(said[max(0, at - 2) : at]):
                    scores[by_word[word]] = scores.get(by_word[word], 0.0) + weight
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
