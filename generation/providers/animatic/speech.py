"""The animatic's voices, as a vendor: a line of text in, a timed recording out, made on this machine without a key."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generation.providers.animatic.voice.alignment import phone_times, word_times
from generation.providers.animatic.voice.channel import through
from generation.providers.animatic.voice.delivery import Delivery, delivery_of
from generation.providers.animatic.voice.display import display_words
from generation.providers.animatic.voice.language import ENGLISH, guess_language, is_mostly_latin
from generation.providers.animatic.voice.neural import neural_voice
from generation.providers.animatic.voice.onsets import listened
from generation.providers.animatic.voice.speaking import EngineFailed, EngineMissing, Utterance, trimmed
from generation.providers.animatic.voice.telling import (
    Speaker,
    quoted,
    tell_in_another_language,
    tell_in_english,
    tell_without_neural,
)
from generation.providers.animatic.voice.voices import VoiceSpec, voice_for
from generation.providers.animatic.voice.wave import SAMPLE_RATE, faded, levelled, write_wave
from generation.providers.base import (
    NO_TICKET,
    Access,
    BadAnswer,
    Finished,
    SpeechRequest,
    Submitted,
    Ticket,
    Unsupported,
)

# About a quarter of an hour of speech. A line of a film is a sentence; more in one piece is a mistake.
MOST_CHARACTERS = 12_000


class AnimaticSpeech:
    """Speaks with the neural voices, or with eSpeak NG for other languages than English.

    Of the request's `settings` the multipliers "pitch", "pace" and "formant" are used; a voice may carry
    other vendors' settings too. The work is done in the caller's thread.
    """

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Access | None = None) -> None:
        self._endpoint = endpoint
        self._settings = settings

    def submit(self, request: SpeechRequest, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Write `speech.wav` (mono, 24 kHz, 16 bit) to `folder`.

        `details` holds `words` and `phones` with their times in milliseconds, and the key of the `voice`.
        Raise `Unsupported` when there is nothing to say or too much.
        """
        _check_length(request.text)
        voice, is_exact = voice_for(request.voice)
        delivery = delivery_of(voice, request.direction, request.settings)
        utterance, notes = _spoken(request, voice, delivery)
        if not utterance.words:
            raise Unsupported(f"There is nothing to say in {quoted(request.text)}.")
        if not is_exact:
            notes = (f'There is no local voice called "{request.voice}"; this is "{voice.name}".', *notes)
        return _finished(request, voice, delivery, utterance, folder / "speech.wav", notes)

    def collect(self, sent: Submitted, folder: Path, ticket: Ticket = NO_TICKET) -> Finished:
        """Nothing is ever collected: a line is finished when it is submitted."""
        raise Unsupported("The local voices finish at once; there is nothing to collect.")


def _spoken(request: SpeechRequest, voice: VoiceSpec, delivery: Delivery) -> tuple[Utterance, tuple[str, ...]]:
    try:
        return _told(request, Speaker(voice, delivery, _seed_of(request)))
    except EngineMissing as error:
        message = "This machine has no voice for this text: eSpeak NG cannot be loaded."
        raise Unsupported(message, vendor_words=str(error)) from error
    except EngineFailed as error:
        raise BadAnswer("The fallback voice broke on this text.", vendor_words=str(error)) from error


def _told(request: SpeechRequest, speaker: Speaker) -> tuple[Utterance, tuple[str, ...]]:
    language = _language_of(request)
    if not language.startswith(ENGLISH):
        return tell_in_another_language(request.text, language, speaker)
    try:
        neural = neural_voice()
    except EngineMissing:
        return tell_without_neural(request.text, speaker)
    utterance, notes = tell_in_english(request.text, speaker, neural)
    shown = [word.text for word in display_words(request.text)]
    return utterance, notes + _unsaid(shown, utterance)


def _language_of(request: SpeechRequest) -> str:
    language = request.language.strip().lower() or guess_language(request.text)
    if language.startswith(ENGLISH) and not is_mostly_latin(request.text):
        return guess_language(request.text)
    return language


def _unsaid(shown: Sequence[str], utterance: Utterance) -> tuple[str, ...]:
    """Tell the user which words with letters or figures were passed over."""
    passed = [word for index, word in enumerate(shown) if index not in utterance.words and any(map(str.isalnum, word))]
    return (f"The voices cannot say {quoted(' '.join(passed))} and left it out.",) if passed else ()


def _finished(
    request: SpeechRequest,
    voice: VoiceSpec,
    delivery: Delivery,
    utterance: Utterance,
    path: Path,
    notes: tuple[str, ...],
) -> Finished:
    tidy = listened(trimmed(utterance))
    length = len(tidy.samples) / SAMPLE_RATE
    heard = through(delivery.channel, faded(tidy.samples), _seed_of(request))
    write_wave(path, levelled(heard, delivery.level_db))
    details = {
        "words": word_times([word.text for word in display_words(request.text)], tidy.words, length),
        "phones": phone_times(tidy.phones, length),
        "voice": voice.key,
    }
    return Finished(path, "audio/wav", details, notes, cost_micros=0)


def _seed_of(request: SpeechRequest) -> int:
    """The noise in a voice follows from the request alone, so the same line is always the same file."""
    digest = hashlib.sha256(f"{request.seed}\0{request.voice}\0{request.text}".encode("utf-8", "surrogatepass"))
    return int.from_bytes(digest.digest()[:4], "big")


def _check_length(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise Unsupported(
            f"This line has {len(text)} characters; the local voices take up to {MOST_CHARACTERS} at once. "
            "Split it into shorter segments."
        )
