"""Fakes at the edge: a queue that holds its messages, and a vendor that remembers what it was asked."""

from __future__ import annotations

import json
import time
import wave
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import av
import numpy as np
from PIL import Image

from generation import queue, tasks
from generation.providers.base import (
    Capability,
    ClipRequest,
    EffectsRequest,
    Finished,
    ImageRequest,
    MusicRequest,
    ProviderError,
    SpeechRequest,
    Submitted,
    TextRequest,
    Working,
)

Answer = Finished | Submitted | ProviderError | Callable[[Any, Path], Finished | Submitted]

RATE = 24_000


class FakeQueue:
    """Holds messages until a test delivers them, so that a test can look between steps."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, dict[str, int]]] = []

    def send(self, name: str, **ids: int) -> None:
        """Keep a message."""
        self.messages.append((name, ids))

    def deliver(self) -> int:
        """Deliver what is waiting now; return how many messages that were."""
        waiting, self.messages = self.messages, []
        for name, ids in waiting:
            _TASKS[name](**ids)
        return len(waiting)

    def deliver_all(self) -> None:
        """Deliver until nothing is left."""
        for _ in range(200):
            if not self.deliver():
                return
        raise AssertionError("the messages never end")


_TASKS: dict[str, Any] = {queue.RUN_JOB: tasks.run_job, queue.ADVANCE_RUN: tasks.advance_run}


class FakeVendor:
    """A vendor for every capability. `scripted` answers come first, else it makes something small and real."""

    requests: ClassVar[list[Any]] = []
    scripted: ClassVar[dict[Capability, list[Answer]]] = {}
    collected: ClassVar[dict[str, Finished | ProviderError | None]] = {}

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Any = None) -> None:
        self.capability = Capability(endpoint)

    @classmethod
    def reset(cls) -> None:
        """Forget everything."""
        cls.requests, cls.scripted, cls.collected = [], {}, {}

    @classmethod
    def asked(cls, kind: type) -> list[Any]:
        """Return the requests of one kind, in order."""
        return [request for request in cls.requests if isinstance(request, kind)]

    def submit(self, request: Any, folder: Path, ticket: Any = None) -> Finished | Submitted:
        """Remember the request and answer it."""
        if ticket is not None:
            ticket.sending()
        self.requests.append(request)
        script = self.scripted.get(self.capability)
        answer: Answer = script.pop(0) if script else _make
        if isinstance(answer, ProviderError):
            raise answer
        return answer(request, folder) if callable(answer) else answer

    def collect(self, sent: Submitted, folder: Path, ticket: Any = None) -> Finished | Working:
        """Answer what the test put there."""
        answer = self.collected.get(sent.provider_job_id)
        if isinstance(answer, ProviderError):
            raise answer
        return answer or Working()


def _make(request: Any, folder: Path) -> Finished:
    makers: dict[type, Callable[[Any, Path], Finished]] = {
        TextRequest: _plan,
        SpeechRequest: speech,
        ImageRequest: _picture,
        ClipRequest: _clip,
        MusicRequest: _sound,
        EffectsRequest: _sound,
    }
    return makers[type(request)](request, folder)


def speech(request: SpeechRequest, folder: Path) -> Finished:
    """Speak 100 ms a letter, in tones that differ with the text."""
    spoken, now = [], 0
    for word in request.text.split():
        spoken.append([word, now, now + 100 * len(word)])
        now += 100 * len(word)
    path = write_tone(folder / "speech.wav", now, pitch=len(request.text) + sum(map(ord, request.text)) % 97)
    return Finished(path, "audio/wav", {"words": spoken, "phones": [["a", 0, now]]})


def write_tone(path: Path, duration_ms: int, *, pitch: int = 60) -> Path:
    """Write a square wave; `pitch` is the number of samples in half a turn."""
    half = max(pitch, 1)
    turn = (-6000).to_bytes(2, "little", signed=True) * half + (6000).to_bytes(2, "little", signed=True) * half
    count = RATE * duration_ms // 1000
    samples = (turn * (count // (2 * half) + 1))[: 2 * count]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples)
    return path


def _sound(request: MusicRequest | EffectsRequest, folder: Path) -> Finished:
    return Finished(write_tone(folder / "sound.wav", request.duration_ms), "audio/wav")


def _colour(request: Any) -> tuple[int, int, int]:
    total = sum(json.dumps([request.prompt, request.seed]).encode())
    return total % 256, (total // 3) % 256, (total // 7) % 256


def _picture(request: ImageRequest, folder: Path) -> Finished:
    path = folder / "picture.png"
    Image.new("RGB", (request.width // 20, request.height // 20), _colour(request)).save(path)
    return Finished(path, "image/png")


def _clip(request: ClipRequest, folder: Path) -> Finished:
    return Finished(write_clip(folder / "clip.mp4", request.duration_ms, _colour(request)), "video/mp4")


def write_clip(path: Path, duration_ms: int, colour: tuple[int, int, int], *, rate: int = 24) -> Path:
    """Write a small clip of one colour."""
    frame = av.VideoFrame.from_ndarray(np.full((36, 64, 3), colour, dtype=np.uint8), format="rgb24")
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        for index in range(max(1, duration_ms * rate // 1000)):
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


# --- A planner with one story ----------------------------------------------------------------------

_SCRIPT = {
    "title": "The Lamp",
    "logline": "A lamp goes out.",
    "genre": "drama",
    "mood": "calm",
    "segments": [
        {"kind": "pause", "duration_ms": 1000},
        {"kind": "narration", "text": "The lamp went out at nine.", "pause_before_ms": 200},
        {"kind": "line", "speaker": "Ada", "text": "Who is there?", "pause_before_ms": 300},
        {"kind": "narration", "text": "Nobody answered her.", "pause_before_ms": 500},
    ],
}
_CAST = {
    "narrator_voice": "heart",
    "characters": [
        {"name": "Ada", "sex": "female", "age": "adult", "hair": "red bob", "wears": "yellow coat", "voice": "girl"}
    ],
    "sets": [
        {"name": "Tower", "kind": "room", "interior": True},
        {"name": "Stairs", "kind": "castle", "interior": True},
    ],
    "props": [{"name": "lamp"}],
}
_SCENES = {
    "scenes": [
        {"first_segment": 0, "set": "Tower", "characters": ["Ada"], "props": ["lamp"], "sounds": ["wind"]},
        {"first_segment": 3, "set": "Stairs", "characters": ["Ada"], "sounds": []},
    ]
}


def shots_of(request: TextRequest, *, size: str = "medium") -> dict[str, Any]:
    """Return one shot per segment of the scene that is asked for."""
    return {
        "shots": [
            {
                "segment": segment["index"],
                "size": "wide" if position == 0 else size,
                "action": segment["text"] or "The tower.",
                "characters": [{"name": "Ada", "pose": "stand", "position": "left", "facing": "right"}],
                "props": ["lamp"] if position == 0 and request.material["props"] else [],
            }
            for position, segment in enumerate(request.material["segments"])
        ]
    }


def _plan(request: TextRequest, folder: Path) -> Finished:
    documents: dict[str, Any] = {"script": _SCRIPT, "cast": _CAST, "scenes": _SCENES}
    return plan(documents.get(request.task) or shots_of(request), folder)


def plan(document: Any, folder: Path) -> Finished:
    """Return a plan as a vendor would."""
    path = folder / "answer.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return Finished(path, "application/json")


class SlowPlanner:
    """Takes twice as long as the lease of the worker it runs in."""

    def __init__(self, endpoint: str, settings: Mapping[str, Any], access: Any = None) -> None:
        pass

    def submit(self, request: TextRequest, folder: Path, ticket: Any = None) -> Finished:
        """Sleep, then plan."""
        time.sleep(13)
        return _plan(request, folder)

    def collect(self, sent: Any, folder: Path, ticket: Any = None) -> Any:
        """Nothing is ever left to collect."""
