"""How words sound: the pronunciation rules of the hibari package, and its alphabet turned into IPA."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generation.providers.animatic.voice.contexts import told_apart
from generation.providers.animatic.voice.emphasis import is_shouted
from generation.providers.animatic.voice.loanwords import LOAN_PHRASES, LOANWORDS, ONLY_WITH

logger = logging.getLogger(__name__)

# The voice model was trained on sentences up to this long; longer ones lose words.
MOST_SYMBOLS = 400

SILENCE = "_"
WORD_GAP = " "
STRESS = frozenset("ˈˌ")
# These change the sound before them and have none of their own.
LENGTHENING = frozenset("ːʰʲ̃")
PAUSES = frozenset(';:,.!?—…"()“” ↓→↗↘')
_CLAUSE_ENDS = frozenset(",;:—…")

# The rules write one capital letter for each diphthong, and their own signs for a few more sounds.
_IPA = {
    "A": "eɪ",
    "I": "aɪ",
    "O": "oʊ",
    "Q": "əʊ",
    "W": "aʊ",
    "Y": "ɔɪ",
    "T": "ɾ",
    "ᵊ": "ə",
    "ᵻ": "ɪ",
    "ʤ": "dʒ",
    "ʧ": "tʃ",
    "ʣ": "dz",
    "ʦ": "ts",
    "ʥ": "dʑ",
    "ʨ": "tɕ",
}

VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ")
_VOICELESS = frozenset("ptkfθ")
_HISSES = frozenset("szʃʒʧʤ")
_STUTTER = re.compile(r"(?:([^\W\d_]{1,3})[-—])+(?=\1)([^\W\d_]+(?:'[^\W\d_]+)?)([^\w]*)", re.IGNORECASE)
_SHORTEST_NAME = 5
_HYPHENS = frozenset({"-", "–"})
_MARKS = '.,;:!?…—()"“”-'
# Noises that the rules would spell letter by letter.
_NOISES = (
    (re.compile(r"s+h+", re.IGNORECASE), "ʃʃː"),
    (re.compile(r"b+r{2,}", re.IGNORECASE), "bɹːɹː"),
    (re.compile(r"z{2,}", re.IGNORECASE), "zːz"),
    (re.compile(r"p+s+t+", re.IGNORECASE), "psːt"),
    (re.compile(r"h*m{2,}", re.IGNORECASE), "hmːm"),
    (re.compile(r"gr{2,}", re.IGNORECASE), "ɡɹːɹ"),
)


@dataclass(frozen=True, slots=True)
class Sound:
    """What is heard for one spoken word: its symbols with the marks after it, and the display word it belongs to."""

    word: int
    symbols: str


def as_ipa(symbol: str) -> str:
    """Return the IPA for one symbol of the rules' alphabet."""
    return _IPA.get(symbol, symbol)


class Pronouncer:
    """The pronunciation rules, loaded once (about a fifth of a second)."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        from hibari.g2p import G2P

        self._rules: Any = G2P()
        self._vocabulary = vocabulary

    def sounds(self, spoken: Sequence[tuple[int, str]]) -> list[Sound]:
        """Return the sounds of one sentence, given as (display word, spoken word) pairs; silent words are left out."""
        symbols = self._together([word for _, word in spoken])
        if symbols is None:
            symbols = [self._alone(word) for _, word in spoken]
        known = ("".join(filter(self._vocabulary.__contains__, text)).strip() for text in symbols)
        return [Sound(index, text) for (index, _), text in zip(spoken, known, strict=True) if text]

    def is_word(self, letters: str) -> bool:
        """Tell whether the dictionaries have `letters` as an ordinary word, not as a name or initials."""
        lexicon = self._rules.lexicon
        return letters.lower() in lexicon.golds.d or letters.lower() in lexicon.silvers.d

    def _together(self, words: list[str]) -> list[str] | None:
        """Pronounce the words as a sentence ("read" depends on its neighbours); None when the rules lose their way."""
        try:
            is_cry = all(word == word.upper() for word in words) and len(words) > 1
            plain = [self._plain(word, is_cry=is_cry) for word in words]
            tokens = self._rules.tokenize(" ".join(plain))
            _give(tokens, self._known(plain))
            tokens = self._rules.phonemize_tokens(tokens)
        except Exception:  # the rules are another package's and fall over on odd input in many ways
            logger.debug("the pronunciation rules failed on a sentence; its words are read one by one", exc_info=True)
            return None
        spelled = [""]
        for token in tokens:
            spelled[-1] += token.phonemes or ""
            if token.whitespace:
                spelled.append("")
        return spelled if len(spelled) == len(words) else None

    def _alone(self, word: str) -> str:
        together = self._together([word])
        return together[0] if together else ""

    def _plain(self, word: str, *, is_cry: bool) -> str:
        """Capitals of a shouted word as small letters, and accents off a word that is known without them."""
        letters = word.strip(_MARKS)
        # Where everything is in capitals "IT" is a word; elsewhere it is a department.
        if is_shouted(letters) or (is_cry and len(letters) > 1 and self.is_word(letters)):
            return self._from_capitals(word, letters)
        # The rules know what an accent at the end asks for: a "souffle" is no soufflé.
        if letters.isascii() or letters.lower() in LOANWORDS or letters.endswith(("é", "ée", "és", "ées")):
            return word
        folded = _without_accents(letters)
        return word.replace(letters, folded) if self.is_word(folded) else word

    def _from_capitals(self, word: str, letters: str) -> str:
        if self.is_word(letters):
            return word.replace(letters, letters.lower())
        # Names in capitals are names; without vowels, or short, they may be initials, and those are spelled.
        is_name = len(letters) >= _SHORTEST_NAME and re.search(r"[AEIOUY]", letters)
        return word.replace(letters, letters.capitalize()) if is_name else word

    def _known(self, words: list[str]) -> dict[int, str]:
        """The symbols of those words that the rules would get wrong, by index."""
        bare = [word.strip(_MARKS).lower() for word in words]
        # A mark between two words separates them as much as a sentence does.
        joined = [*(word[-1:] not in _CLAUSE_ENDS for word in words), False]
        found: dict[int, str] = {}
        for index, word in enumerate(words):
            pair = LOAN_PHRASES.get((bare[index], bare[index + 1])) if index + 1 < len(bare) and joined[index] else None
            if pair:
                found[index], found[index + 1] = pair
            if index not in found:
                symbols = (
                    _noise(word.strip(_MARKS)) or told_apart(bare, index) or _loan(bare, index) or self._stutter(word)
                )
                found |= {index: symbols} if symbols else {}
        return found

    def _stutter(self, word: str) -> str:
        """ "W-what" is the beginning of "what", and then "what"."""
        match = _STUTTER.fullmatch(word)
        if not match:
            return ""
        whole = self._alone(match[2])
        onset = re.match(r"[^AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻˈˌ]*", whole)
        is_repeated = match[1].lower() == match[2].lower()
        start = f"{onset[0]}ə" if onset and onset[0] and not is_repeated else whole.rstrip(_MARKS)
        times = word.count("-") + word.count("—")
        return f"{start}, " * times + whole.rstrip(_MARKS)


def _give(tokens: list[Any], known: dict[int, str]) -> None:
    """Set the symbols of the words of `known` (by place in the sentence) on their tokens."""
    at = 0
    for token in tokens:
        if at in known and (any(map(str.isalpha, token.text)) or token.text in _HYPHENS):
            # A word may be several tokens; the first of them says it all.
            token.phonemes, known[at] = known[at], ""
        at += bool(token.whitespace)


def _noise(word: str) -> str:
    return next((symbols for pattern, symbols in _NOISES if pattern.fullmatch(word)), "")


def _loan(words: Sequence[str], index: int) -> str:
    """The symbols of a foreign word or name, with an English ending if it has one; "" for any other."""
    word = words[index]
    stem, ending = (word, "")
    if word not in LOANWORDS:
        stem, ending = (word[:-2], "'s") if word.endswith("'s") else (word, "")
    symbols = LOANWORDS.get(stem, "")
    if not symbols or (stem in ONLY_WITH and (words[index - 1] if index else "") not in ONLY_WITH[stem]):
        return ""
    if not ending:
        return symbols
    return symbols + ("s" if symbols[-1] in _VOICELESS else "ᵻz" if symbols[-1] in _HISSES else "z")


def _without_accents(word: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", word) if not unicodedata.combining(part))


def is_heard(symbols: str) -> bool:
    """Tell whether there is a sound among `symbols`, and not only pauses."""
    return any(symbol not in PAUSES and symbol not in STRESS and symbol not in LENGTHENING for symbol in symbols)


def breaths(sounds: Sequence[Sound]) -> list[list[Sound]]:
    """Cut a sentence into parts of at most `MOST_SYMBOLS`, after a clause mark where there is one."""
    parts: list[list[Sound]] = []
    rest = [piece for sound in sounds for piece in _bearable(sound)]
    while rest:
        count = _fitting(rest)
        parts.append(rest[:count])
        rest = rest[count:]
    return [part for part in parts if any(is_heard(sound.symbols) for sound in part)]


def _bearable(sound: Sound) -> list[Sound]:
    starts = range(0, len(sound.symbols), MOST_SYMBOLS)
    return [Sound(sound.word, sound.symbols[at : at + MOST_SYMBOLS]) for at in starts]


def _fitting(sounds: Sequence[Sound]) -> int:
    """How many of `sounds` go into the next breath."""
    length, last_clause = 0, 0
    for count, sound in enumerate(sounds):
        if length + len(sound.symbols) > MOST_SYMBOLS:
            return last_clause or count
        length += len(sound.symbols) + len(WORD_GAP)
        if sound.symbols[-1] in _CLAUSE_ENDS:
            last_clause = count + 1
    return len(sounds)
