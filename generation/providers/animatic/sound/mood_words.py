"""From whatever words a plan uses to a mood and a dressing that exist."""

from __future__ import annotations

import re

from .dressing import DRESSINGS, Dressing
from .moods import MOODS, Mood

_DEFAULT = "calm"

_MOOD_WORDS: dict[str, str] = {
    "noir": "noir detective gumshoe smoky jazzy hardboiled cynical sleuth",
    "playful": "playful cheeky mischievous whimsical whimsy lively bouncy curious childlike cute fun lighthearted",
    "comic": "comic comedy comedic funny humorous humour humor silly slapstick absurd farce ironic quirky zany "
             "satire",
    "epic": "epic grand majestic monumental war battle massive apocalyptic vast sweeping awe powerful fierce",
    "heroic": "heroic hero triumphant triumph victorious victory brave proud noble patriotic superhero determined",
    "adventure": "adventure adventurous journey quest exploration travel pirate voyage exciting energetic action "
                 "sport",
    "tender": "tender gentle warm intimate loving caring hopeful hope touching soft family heartfelt bittersweet "
              "kind drama",
    "romantic": "romantic romance love passionate wedding kiss longing sensual dreamy",
    "tense": "tense suspense suspenseful thriller anxious urgent nervous danger dangerous chase crime uneasy panic "
             "angry anger threatening desperate conflict storm afraid fear dramatic",
    "dark": "dark horror scary ominous sinister grim creepy eerie gothic menacing evil terrifying nightmare haunted "
            "spooky dread bleak foreboding",
    "mysterious": "mysterious mystery enigmatic secret strange uncanny puzzling whodunit unknown intrigue "
                  "intriguing",
    "wonder": "wonder magical magic wondrous fantasy fantastical enchanted awe-struck dreamlike ethereal discovery "
              "cosmic space starry surreal fairy inspiring",
    "calm": "calm peaceful quiet serene relaxed tranquil neutral reflective contemplative documentary ambient "
            "meditative everyday slow thoughtful",
    "sad": "sad grief tragic tragedy sorrow sorrowful mourning mournful lonely heartbroken loss tears crying somber "
           "sombre despair",
    "melancholy": "melancholy melancholic nostalgic nostalgia wistful regret rainy autumn weary tired pensive "
                  "yearning",
    "joyful": "joyful happy joy cheerful upbeat bright celebration celebratory festive party optimistic sunny "
              "uplifting excited delighted jolly musical",
}  # fmt: skip

_DRESSING_WORDS: dict[str, str] = {
    "swing": "1910s 1920s 1930s twenties thirties swing vaudeville charleston ragtime silent prohibition speakeasy "
             "flapper",
    "jazz": "1940s 1950s 1960s forties fifties sixties jazz noir detective lounge beatnik gumshoe heist",
    "synth": "1980s eighties future futuristic sci-fi scifi science-fiction cyberpunk robot synthwave neon dystopian "
             "dystopia 2050s 22nd 23rd 24th electronic techno android retrofuture",
    "space": "space cosmic astronaut spaceship alien galaxy planet stars orbit interstellar",
    "modal": "medieval middle-ages ancient renaissance viking celtic knights kingdom antiquity biblical castle fantasy "
             "12th 13th 14th 15th 16th roman greek egyptian",
    "baroque": "baroque 17th 18th georgian rococo court palace regency 1600s 1700s",
    "western": "western wild-west frontier cowboy saloon ranch prairie country outlaw",
    "folk": "folk rural village farm irish pastoral countryside harvest acoustic slice-of-life",
    "orchestral": "orchestral symphonic classical victorian edwardian 19th 1800s 1900s period epic war historical "
                  "history adventure",
    "haunted": "horror haunted ghost gothic spooky creepy",
    "fairytale": "fairytale fairy-tale fairy fable children childrens nursery bedtime",
    "modern": "1990s 2000s 2010s 2020s nineties modern hip hip-hop urban contemporary lofi lo-fi pop vlog lifestyle "
              "1970s seventies funk",
    "report": "documentary explainer corporate product educational tutorial science commercial advertisement "
              "technology startup nature",
}  # fmt: skip

# A detective story asks for its own sound in the moods it lives in; danger and grief keep theirs.
_NOIR_TURNS = frozenset({"mysterious", "melancholy", "calm"})


def _rows(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in (name, *words.split())}


_MOOD_OF, _DRESSING_OF = _rows(_MOOD_WORDS), _rows(_DRESSING_WORDS)
_SPACED = {word.replace("-", " "): word for word in (*_MOOD_OF, *_DRESSING_OF) if "-" in word}


def _words(text: str) -> list[str]:
    lowered = text.lower().replace("_", " ").replace("'", "").replace("’", "")
    for spaced, word in _SPACED.items():
        lowered = lowered.replace(spaced, word)
    return [word.strip("-") for word in re.findall(r"[\w-]+", lowered)]


def _looked_up(text: str, table: dict[str, str]) -> str:
    """Return what most words of `text` point at, the first named at a tie, or "" when none is known."""
    votes: dict[str, int] = {}
    for word in _words(text):
        for form in (word, word.removesuffix("s"), word.removesuffix("ly"), word.removesuffix("ness"), word + "s"):
            if form in table:
                votes[table[form]] = votes.get(table[form], 0) + 1
                break
    return max(votes, key=lambda name: votes[name], default="")


def mood_for(mood: str, *, prompt: str = "", genre: str = "", era: str = "") -> Mood:
    """Return the mood nearest to the words given: the mood's own first, then the genre's, the prompt's, the era's."""
    looked_up = (_looked_up(text, _MOOD_OF) for text in (mood, genre, prompt, era))
    name = next(filter(None, looked_up), _DEFAULT)
    if name in _NOIR_TURNS and _looked_up(genre, _MOOD_OF) == "noir":
        name = "noir"
    return MOODS[name]


def dressing_for(mood: Mood, *, prompt: str = "", genre: str = "", era: str = "") -> Dressing | None:
    """Return the sound of a genre or a time, or None for the mood's own instruments."""
    name = next(filter(None, (_looked_up(text, _DRESSING_OF) for text in (genre, _decade(era), prompt))), "")
    if not name or (mood.name == "noir" and name == "jazz"):
        return None
    return DRESSINGS[name]


def _decade(era: str) -> str:
    """Return `era` with the decade or century of each year in it said in words of the table: 1926 is 1920s."""
    words = [era]
    for year in re.findall(r"\b(\d{4})s?\b", era):
        words.append("future" if int(year) > 2030 else f"{year[:3]}0s" if int(year) >= 1900 else "")
        if 500 <= int(year) < 1600:
            words.append("medieval")
        elif 1600 <= int(year) < 1800:
            words.append("baroque")
        elif 1840 <= int(year) < 1900 and "west" in era.lower():
            words.append("western")
        elif 1800 <= int(year) < 1900:
            words.append("victorian")
    return " ".join(words)
