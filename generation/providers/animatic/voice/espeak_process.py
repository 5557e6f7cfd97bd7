"""The program that holds the eSpeak NG library: one text in on standard input, one recording out.

It is run as a process of its own for every text, from its file and with the standard library alone. The
library keeps state between texts (its pitch flutter goes on where it was), so only a fresh one says the
same text the same way twice; and odd text that it cannot survive takes down this process and no other.

Input: a JSON object. Output: a line of JSON, then the samples (16 bit, mono, at the line's "rate").
"""

from __future__ import annotations

import ctypes
import itertools
import json
import sys
from typing import Any

# From the library's speak_lib.h.
SYNCHRONOUS = 2
PHONEME_EVENTS_IN_IPA = 0x0001 | 0x0002
CHARS_UTF8 = 1
RATE, PITCH, PITCH_RANGE = 1, 3, 4
EVENT_END, EVENT_WORD, EVENT_PHONEME = 0, 1, 7
OK = 0

# The exit status when the library or its data is not there.
MISSING = 3


class EventName(ctypes.Union):
    """What an event is about: for a phoneme, its name."""

    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class Event(ctypes.Structure):
    """One entry of the list that comes with every block of samples."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", EventName),
    )


Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(Event))


def main() -> int:
    """Read the request, speak, write the answer; return the exit status."""
    request: dict[str, Any] = json.load(sys.stdin.buffer)
    try:
        library = ctypes.CDLL(request["library"])
        rate = int(library.espeak_Initialize(SYNCHRONOUS, 0, request["data"].encode(), PHONEME_EVENTS_IN_IPA))
    except (OSError, AttributeError) as error:
        sys.stderr.write(f"{error}\n")
        return MISSING
    if rate <= 0:
        sys.stderr.write("eSpeak NG cannot read its data\n")
        return MISSING
    voice = choose(library, request)
    words, phonemes, blocks = speak(library, request["text"], request["seed"])
    header = {"rate": rate, "voice": voice, "words": words, "phonemes": phonemes}
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n" + b"".join(blocks))
    return 0


def choose(library: Any, request: dict[str, Any]) -> int:
    """Take the first of the request's voices that there is; return which."""
    names: list[str] = request["voices"]
    chosen = next((at for at, name in enumerate(names) if library.espeak_SetVoiceByName(name.encode()) == OK), -1)
    for parameter, name in ((RATE, "pace"), (PITCH, "pitch"), (PITCH_RANGE, "pitch_range")):
        library.espeak_SetParameter(parameter, request[name], 0)
    return chosen


def speak(library: Any, text: str, seed: int) -> tuple[list[tuple[int, int]], list[tuple[str, int]], list[bytes]]:
    """Return words as (character, ms), phonemes as (IPA, ms), and the blocks of samples."""
    words: list[tuple[int, int]] = []
    phonemes: list[tuple[str, int]] = []
    blocks: list[bytes] = []

    def receive(samples: Any, count: int, events: Any) -> int:
        if count > 0:
            blocks.append(ctypes.string_at(samples, count * 2))
        for event in itertools.takewhile(
            lambda each: each.type != EVENT_END, map(events.__getitem__, itertools.count())
        ):
            if event.type == EVENT_WORD:
                words.append((event.text_position - 1, event.audio_position))
            elif event.type == EVENT_PHONEME:
                phonemes.append((event.id.string.decode("utf-8", "ignore"), event.audio_position))
        return 0

    encoded = text.encode("utf-8", "replace")
    callback = Callback(receive)
    library.espeak_SetSynthCallback(callback)
    library.espeak_ng_SetRandSeed(ctypes.c_long(seed))
    library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, CHARS_UTF8, None, None)
    library.espeak_Synchronize()
    return words, phonemes, blocks


if __name__ == "__main__":
    sys.exit(main())
