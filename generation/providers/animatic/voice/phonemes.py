"""How words sound: the pronunciation rules of the hibari package, and its alphabet turned into IPA."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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

    def _together(self, words: list[str]) -> list[str] | None:
        """Pronounce the words as a sentence ("read" depends on its neighbours); None when the rules lose their way."""
        try:
            tokens = self._rules.tokenize(" ".join(words))
            _make_noises(tokens)
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


def _make_noises(tokens: list[Any]) -> None:
    for token in tokens:
        for pattern, symbols in _NOISES:
            if pattern.fullmatch(token.text):
                token.phonemes = symbols


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
