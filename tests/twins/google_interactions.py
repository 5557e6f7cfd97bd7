"""Google's interactions on loopback: clips by Gemini Omni, made in the background and kept as files."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, ClassVar

from . import media
from .google_rules import KEPT_S, check_picture, only, wrong
from .server import Answer, Asked, Twin

MICROS_PER_SECOND = {"360p": 30_000, "720p": 100_000, "1080p": 150_000, "4k": 300_000}
_SIDES = {"360p": (640, 360), "720p": (1280, 720), "1080p": (1920, 1080), "4k": (3840, 2160)}
_TASKS = {"text_to_video": 0, "image_to_video": 1}


@dataclass
class Interaction:
    """A clip that is being made."""

    name: str
    began: float
    seconds: float
    length_ms: int
    size: tuple[int, int]
    words: str
    is_stopped: bool = False


class Interactions(Twin):
    """The part of Google's server that takes interactions."""

    interaction_routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/v1beta/interactions", "begin_interaction"),
        ("GET", r"/v1beta/interactions/([^/]+)", "tell_interaction"),
        ("POST", r"/v1beta/interactions/([^/]+)/cancel", "stop_interaction"),
        ("GET", r"/v1beta/files/(omni-[^/:]+)", "tell_file"),
        ("GET", r"/v1beta/files/(omni-[^/:]+):download", "send_file"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.interactions: dict[str, Interaction] = {}

    def begin_interaction(self, asked: Asked) -> Answer:
        """Begin a clip."""
        body = only(asked.json, {"model", "input", "background", "store", "generation_config", "response_format"}, "")
        if body.get("model") != "gemini-omni-1.1-flash" or body["model"] in self.knobs.get("gone", ()):
            return Answer(404, {"error": {"code": "not_found", "message": f"Model {body.get('model')} is not found."}})
        wish = only(
            body.get("response_format") or {}, {"type", "delivery", "aspect_ratio", "resolution", "duration"}, "format"
        )
        words = _checked_input(body)
        seconds, size = _checked_format(wish)
        if any(word in words for word in self.knobs.get("refuse", ())):
            raise wrong("The request was blocked for safety reasons.")
        told = self.knobs.get("size")
        row = Interaction(
            f"v1_{uuid.uuid4().hex}", self.now(), float(self.knobs.get("seconds", 0.2)), seconds * 1000,
            (int(told[0]), int(told[1])) if told else size, words,
        )  # fmt: skip
        self.interactions[row.name] = row
        if self.knobs.get("end", "done") in {"done", "never"} and not self._is_held_back(row):
            rate = MICROS_PER_SECOND[wish.get("resolution", "720p")]
            self.charge(row.name, rate * seconds, f"omni {seconds} s")
        return Answer(200, self._told(row))

    def tell_interaction(self, asked: Asked, name: str) -> Answer:
        """How far a clip is."""
        if name not in self.interactions or self.knobs.get("lose"):
            raise wrong(f"Invalid interaction name: {name}")
        return Answer(200, self._told(self.interactions[name]))

    def stop_interaction(self, asked: Asked, name: str) -> Answer:
        """Stop."""
        if name not in self.interactions:
            raise wrong(f"Invalid interaction name: {name}")
        self.interactions[name].is_stopped = True
        return Answer(200, self._told(self.interactions[name]))

    def tell_file(self, asked: Asked, file: str) -> Answer:
        """Whether a clip is written."""
        return Answer(200, {"name": f"files/{file}", "state": self.knobs.get("file_state", "ACTIVE")})

    def send_file(self, asked: Asked, file: str) -> Answer:
        """A clip, to whoever has the key, for two days."""
        row = self.interactions.get(file.removeprefix("omni-"))
        if row is None or self.now() > row.began + row.seconds + KEPT_S:
            return Answer(404, {"error": {"code": 404, "message": "File not found.", "status": "NOT_FOUND"}})
        if self.knobs.get("lie") == "html":
            return Answer(200, "<html>Error 500 (Server Error)</html>")
        return Answer(200, media.clip(row.length_ms, *row.size, with_sound=True), {"Content-Type": "video/mp4"})

    def _is_held_back(self, row: Interaction) -> bool:
        return any(word in row.words for word in self.knobs.get("refuse_late", ()))

    def _told(self, row: Interaction) -> dict[str, Any]:
        told: dict[str, Any] = {"id": row.name, "object": "interaction", "model": "gemini-omni-1.1-flash"}
        end = self.knobs.get("end", "done")
        if row.is_stopped:
            return {**told, "status": "cancelled"}
        if self.now() < row.began + row.seconds or end == "never":
            return {**told, "status": "in_progress"}
        if end == "fail":
            return {**told, "status": "failed", "error": {"code": "internal", "message": "Something went wrong."}}
        part = {
            "type": "video",
            "mime_type": "video/mp4",
            "uri": f"{self.url}/v1beta/files/omni-{row.name}:download?alt=media",
        }
        if self._is_held_back(row):
            part = {"type": "text", "text": "I cannot make this video: it may violate our policies."}
        steps = [
            {"type": "thought", "content": [{"type": "thought", "text": "..."}]},
            {"type": "model_output", "content": [part]},
        ]
        return {**told, "status": "completed", "steps": steps}


def _checked_input(body: dict[str, Any]) -> str:
    task = ((body.get("generation_config") or {}).get("video_config") or {}).get("task", "text_to_video")
    parts = [{"type": "text", "text": body["input"]}] if isinstance(body["input"], str) else body["input"]
    pictures = [part for part in parts if part["type"] == "image"]
    if task not in _TASKS or (len(pictures) > 0) != (task == "image_to_video"):
        raise wrong(f"The input does not fit the task {task}.")
    for picture in pictures:
        check_picture(picture.get("data", ""))
    words = " ".join(part["text"] for part in parts if part["type"] == "text")
    if len(pictures) == 2 and not words.startswith("<FIRST_FRAME> <LAST_FRAME>"):
        raise wrong("It is not said which picture is the first frame.")
    return words


def _checked_format(wish: dict[str, Any]) -> tuple[int, tuple[int, int]]:
    duration, shape = str(wish.get("duration", "8s")), wish.get("aspect_ratio", "16:9")
    if not duration.endswith("s") or not duration[:-1].isdigit() or not 3 <= int(duration[:-1]) <= 10:
        raise wrong(f"Invalid duration {duration}: 3s to 10s are supported.")
    if shape not in {"16:9", "9:16"} or wish.get("resolution", "720p") not in _SIDES:
        raise wrong("aspect_ratio or resolution is not supported.")
    wide, high = _SIDES[wish.get("resolution", "720p")]
    return int(duration[:-1]), (wide, high) if shape == "16:9" else (high, wide)
