"""What kind of story a text is: genre, era and mood, read from its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .words import best_key, index_of, lexicon, singular, words

DECADE = re.compile(
    r"\b(?:the\s+)?(?:(1[89]|20)(\d)0['’]?s|['’]?(\d)0['’]?s)(?!\s*(?:ad|film|clip|video|second|long|spot)\b)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2}|2[1-9][0-9]{2})\b")
LENGTH = re.compile(r"\b\d+\s*[- ]?(?:s|sec|secs|second|seconds|minute|minutes|min)\b", re.IGNORECASE)
NAMED_GENRES = {
    "sci-fi": "space",
    "scifi": "space",
    "fairy-tale": "fantasy",
    "fairytale": "fantasy",
    "thriller": "crime",
}
LAST_PAST_YEAR = 1999
NO_STORY = frozenset({"documentary", "advert"})
AGAIN, MOST_AGAIN = 0.25, 4  # a word that comes again
ENOUGH = 1.5  # points that make a genre
WORDS_A_POINT = 400  # in so many words one more may be chance


def genre_of(text: str, default: str = "drama") -> str:
    """Return the genre whose words are most frequent in the text; a genre named in it decides."""
    said = [word.removesuffix("'s") for word in words(text)]
    named = next(
        (NAMED_GENRES.get(word, word) for word in said if NAMED_GENRES.get(word, word) in lexicon("genres")["mood"]), ""
    )
    return named or best_key(said, "genres", "words", default)


def genre_of_story(text: str, default: str = "drama") -> str:
    """Return the genre that a told story's own words speak for, each word once and a little more if it comes again.

    One word is chance: a robot in a theatre makes no science fiction, and an island no adventure.
    """
    by_word = index_of("genres", "words")
    scores: dict[str, float] = {}
    for word, count in Counter(singular(word.removesuffix("'s")) for word in words(text)).items():
        genre = by_word.get(word) or by_word.get(f"{word}s", "")
        if genre and genre not in NO_STORY and word not in lexicon("genres")["mood"]:
            scores[genre] = scores.get(genre, 0.0) + 1 + AGAIN * min(count - 1, MOST_AGAIN)
    best = max(sorted(scores), key=lambda genre: scores[genre], default=default)
    needed = ENOUGH + len(text.split()) / WORDS_A_POINT
    return best if scores.get(best, 0.0) >= needed else default


def era_of(text: str, genre: str, *, idea: bool = False) -> str:
    """Return when a story plays: "1960s", "medieval", "future", "present".

    A bare "60s" is a decade in an idea only; in a story it may be somebody's age.
    """
    decade = DECADE.search(text)
    if decade and (decade[1] or idea or decade[0].lower().startswith("the")):
        return f"{decade[1]}{decade[2]}0s" if decade[1] else f"{'20' if decade[3] in '01' else '19'}{decade[3]}0s"
    year = YEAR.search(text)
    if year:
        return _era_of_year(int(year[1]))
    named = next((era for phrase, era in lexicon("genres")["era_phrases"].items() if phrase in text.lower()), "")
    if named:
        return str(named)
    by_word = index_of("genres", "era_words")
    said = [word for word in (found.removesuffix("'s") for found in words(text)) if word in by_word]
    if said:
        best = max(sorted({by_word[word] for word in said}), key=lambda era: sum(by_word[word] == era for word in said))
        # In a story one word is chance: somebody wears dinosaur pyjamas.
        if idea or sum(by_word[word] == best for word in said) > 1:
            return best
    return str(lexicon("genres")["era"].get(genre, "present"))


def _era_of_year(year: int) -> str:
    if year < 1500:
        return "medieval"
    if year < 1800:
        return "18th century"
    if year < 1900:
        return "victorian"
    if year <= LAST_PAST_YEAR:
        return f"{year // 10}0s"
    return "future" if year > 2035 else "present"


def mood_of(text_words: Sequence[str], default: str) -> str:
    """Return the mood most of a text's words belong to."""
    by_word = index_of("feeling", "moods")
    found = [by_word[word] for word in text_words if word in by_word]
    best = max(sorted(set(found)), key=found.count, default=default)
    # One word is chance in anything longer than a sentence.
    return best if found.count(best) >= (2 if len(text_words) > 20 else 1) else default


def usual_mood(genre: str) -> str:
    """Return what a genre usually feels like."""
    return str(lexicon("genres")["mood"].get(genre, "calm"))
