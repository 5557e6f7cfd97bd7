"""Who says what: English by the neural voice, every other language by the fallback voice, one text by both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generation.providers.animatic.voice.delivery import Delivery
from generation.providers.animatic.voice.display import display_words
from generation.providers.animatic.voice.espeak import Piece, say_with_espeak
from generation.providers.animatic.voice.language import ENGLISH, guess_language, language_name
from generation.providers.animatic.voice.neural import NeuralVoice
from generation.providers.animatic.voice.passages import Passage, passages
from generation.providers.animatic.voice.phrasing import pause_after
from generation.providers.animatic.voice.speaking import Utterance, joined, trimmed
from generation.providers.animatic.voice.voices import VoiceSpec
from generation.providers.animatic.voice.wave import SAMPLE_RATE, levelled, silence
from generation.providers.animatic.voice.wording import SpokenWord, spoken_words

_ENGLISH_ONLY = "Spoken by the fallback voice, because the neural voices speak English only."
_MISSING = "Spoken by the fallback voice, because the neural voices cannot be loaded on this machine."
_QUOTED_CHARACTERS = 40
# Where another voice goes on in the middle of a sentence.
_HANDOVER_S = 0.06
_EDGE_S = 0.02
_MARKS = frozenset(".,;:!?…—–-")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice, how it delivers this line, and the seed of its noise."""

    voice: VoiceSpec
    delivery: Delivery
    seed: int


def tell_in_english(text: str, speaker: Speaker, neural: NeuralVoice) -> tuple[Utterance, tuple[str, ...]]:
    """Say an English text; what in it is in another language is said by the fallback voice. Return the notes too."""
    words = spoken_words(text)
    stretches = passages(words)
    if all(stretch.language == ENGLISH for stretch in stretches):
        return neural.say(words, speaker.delivery, speaker.seed), ()
    parts: list[Utterance] = []
    for stretch in stretches:
        part = _told(words, stretch, speaker, neural)
        if len(part.samples):
            parts += [part, _pause(words[stretch.words[-1]], part, speaker)]
    return joined(parts[:-1]), _foreign_notes(words, stretches)


def tell_without_neural(text: str, speaker: Speaker) -> tuple[Utterance, tuple[str, ...]]:
    """Say an English text with the fallback voice alone."""
    pieces = [Piece(" ".join(word.spoken)) for word in spoken_words(text)]
    return _by_espeak(pieces, speaker, [ENGLISH])[0], (_MISSING,)


def tell_in_another_language(text: str, language: str, speaker: Speaker) -> tuple[Utterance, tuple[str, ...]]:
    """Say a text with the fallback voice, in `language` or in what it looks like."""
    notes = [_ENGLISH_ONLY]
    pieces = [Piece(_speakable(word.text), is_glued=word.is_glued) for word in display_words(text)]
    # What the text looks like is the next best thing to what it is said to be.
    utterance, spoken = _by_espeak(pieces, speaker, [language, guess_language(text), ENGLISH])
    if spoken != language:
        notes.append(f'The fallback voice does not speak "{language}"; it read the text as "{spoken}".')
    if language == "ja":
        notes.append("The fallback voice cannot read kanji and left them out.")
    return utterance, tuple(notes)


def _told(words: Sequence[SpokenWord], stretch: Passage, speaker: Speaker, neural: NeuralVoice) -> Utterance:
    chosen = [words[index] for index in stretch.words]
    if stretch.language == ENGLISH:
        told = neural.say(chosen, speaker.delivery, speaker.seed + stretch.words[0])
    else:
        pieces = [Piece(_speakable(word.display)) for word in chosen]
        told, _ = _by_espeak(pieces, speaker, [stretch.language, ENGLISH])
    if not len(told.samples):
        return told
    told = trimmed(told, _EDGE_S)
    moved = {index + stretch.words[0]: span for index, span in told.words.items()}
    # Two engines, one loudness.
    return replace(told, samples=levelled(told.samples), words=moved)


def _pause(last: SpokenWord, before: Utterance, speaker: Speaker) -> Utterance:
    seconds = (
        pause_after(last, len(before.samples) / SAMPLE_RATE, speaker.delivery) if last.ends_sentence else _HANDOVER_S
    )
    return Utterance(silence(max(seconds - 2 * _EDGE_S, 0.0)), {}, [])


def _foreign_notes(words: Sequence[SpokenWord], stretches: Sequence[Passage]) -> tuple[str, ...]:
    notes = []
    for stretch in stretches:
        if stretch.language != ENGLISH:
            said = quoted(" ".join(words[index].display for index in stretch.words))
            notes.append(f"{said} is spoken by the fallback voice, because it is {language_name(stretch.language)}.")
    return tuple(dict.fromkeys(notes))


def _by_espeak(pieces: Sequence[Piece], speaker: Speaker, languages: Sequence[str]) -> tuple[Utterance, str]:
    return say_with_espeak(pieces, speaker.voice, speaker.delivery, languages, speaker.seed)


def _speakable(word: str) -> str:
    """An emoji would be read out by its name; punctuation makes the pauses."""
    if any(map(str.isalnum, word)):
        return word
    return "".join(character for character in word if character in _MARKS)


def quoted(text: str) -> str:
    """Return `text` in quotation marks, cut short when it is long."""
    short = " ".join(text.split()).strip("\"'“”‘’«»„")
    return f'"{short[:_QUOTED_CHARACTERS]}…"' if len(short) > _QUOTED_CHARACTERS else f'"{short}"'
