"""What ElevenLabs takes and what it says when it does not: its models, its published schemas, its refusals."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import av
import jsonschema

from .server import Answer

_SCHEMAS = Path(__file__).parent / "schemas" / "elevenlabs.json"
MS_PER_CHARACTER = 65


@dataclass(frozen=True)
class Model:
    """What a model takes, and how many credits a character costs."""

    longest: int
    credits: float = 1.0
    stitches: bool = True
    takes_language: bool = True
    stabilities: tuple[float, ...] = ()


MODELS = {
    "eleven_v3": Model(5000, stitches=False, stabilities=(0.0, 0.5, 1.0)),
    "eleven_v4": Model(10_000, 0.8, stitches=False),
    "eleven_v4_turbo": Model(10_000, 0.8, stitches=False),
    "eleven_multilingual_v2": Model(10_000, takes_language=False),
    "eleven_flash_v2_5": Model(40_000, 0.5),
    "eleven_turbo_v2_5": Model(40_000, 0.5),
}
CHANGERS = ("eleven_multilingual_sts_v2", "eleven_english_sts_v2")


_PREMADE_ROWS = """
JBFqnCBsd6RMkjVDRZzb George - Warm, Captivating Storyteller|male|middle_aged|british
EXAVITQu4vr4xnSDxMaL Sarah - Mature, Reassuring, Confident|female|young|american
CwhRBWXzGAHq8TQ4Fs17 Roger - Laid-Back, Casual, Resonant|male|middle_aged|american
FGY2WhTYpPnrIDTdsKH5 Laura - Enthusiast, Quirky Attitude|female|young|american
IKne3meq5aSn9XLyUdCD Charlie - Deep, Confident, Energetic|male|young|australian
N2lVS1w4EtoT3dr4eOWO Callum - Husky Trickster|male|middle_aged|american
SAz9YHcvj6GT2YYXdXww River - Relaxed, Neutral, Informative|neutral|middle_aged|american
SOYHLrjzK2X1ezoPC6cr Harry - Fierce Warrior|male|young|american
TX3LPaxmHKxFdv7VOQHJ Liam - Energetic, Social Media Creator|male|young|american
Xb7hH8MSUJpSbSDYk0k2 Alice - Clear, Engaging Educator|female|middle_aged|british
XrExE9yKIg1WjnnlVkGX Matilda - Knowledgable, Professional|female|middle_aged|american
bIHbv24MWmeRgasZH58o Will - Relaxed Optimist|male|young|american
cgSgspJ2msm6clMCkdW9 Jessica - Playful, Bright, Warm|female|young|american
cjVigY5qzO86Huf0OWal Eric - Smooth, Trustworthy|male|middle_aged|american
iP95p4xoKVk53GoZ742B Chris - Charming, Down-to-Earth|male|middle_aged|american
nPczCjzI2devNBz1zQrb Brian - Deep, Resonant and Comforting|male|middle_aged|american
onwK4e9ZLuTAKqWW03F9 Daniel - Steady Broadcaster|male|middle_aged|british
pFZP5JQG7iQjIQuC4Bku Lily - Velvety Actress|female|middle_aged|british
pNInz6obpgDQGcFmaJgB Adam - Dominant, Firm|male|middle_aged|american
pqHfZKP75CvOlQylNhV4 Bill - Wise, Mature, Balanced|male|old|american
"""
PREMADE = {row[:20]: row[21:].split("|") for row in _PREMADE_ROWS.strip().splitlines()}
"""The voices that every account has: name, gender, age, accent."""


class Refusal(Exception):
    """What the vendor says instead."""

    def __init__(self, number: int, detail: Any) -> None:
        super().__init__(str(detail))
        self.answer = Answer(number, {"detail": detail})


def refusal(number: int, status: str, message: str) -> Refusal:
    """A refusal as the vendor writes it."""
    return Refusal(number, {"status": status, "message": message})


@lru_cache(maxsize=1)
def schemas() -> dict[str, Any]:
    """What the vendor publishes of its requests and answers."""
    found: dict[str, Any] = json.loads(_SCHEMAS.read_text(encoding="utf-8"))
    return found


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = schemas()["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def check(body: dict[str, Any], schema: dict[str, Any]) -> None:
    known = resolved(schema).get("properties", {})
    for unknown in [each for each in body if each not in known]:
        raise wrong(["body", unknown], "Extra inputs are not permitted", "extra_forbidden")
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(schema).iter_errors(body))
    if error is not None:
        raise wrong(["body", *error.absolute_path], error.message[:300], str(error.validator))


def wrong(where: list[Any], message: str, kind: str) -> Refusal:
    return Refusal(422, [{"loc": where, "msg": message, "type": kind}])


def fit(body: dict[str, Any], model: Model) -> None:
    if len(body["text"]) > model.longest:
        raise refusal(400, "max_character_limit_exceeded", f"A maximum of {model.longest} characters is allowed.")
    stitched = ("previous_text", "next_text", "previous_request_ids", "next_request_ids")
    if not model.stitches and any(body.get(name) for name in stitched):
        raise refusal(400, "unsupported_model", "Providing previous_text or next_text is not supported for this model.")
    if not model.takes_language and body.get("language_code"):
        raise refusal(400, "unsupported_language", "This model does not support the language_code parameter.")
    if body.get("seed") is not None and not 0 <= body["seed"] <= 4_294_967_295:
        raise wrong(["body", "seed"], "Must be between 0 and 4294967295", "value_error")
    stability = (body.get("voice_settings") or {}).get("stability")
    if model.stabilities and stability is not None and stability not in model.stabilities:
        raise refusal(400, "invalid_ttd_stability", "TTD stability must be one of: 0.0, 0.5, 1.0")
    speed = (body.get("voice_settings") or {}).get("speed")
    if speed is not None and not 0.7 <= speed <= 1.2:
        raise refusal(400, "invalid_voice_settings", "Invalid setting for speed: must be between 0.7 and 1.2")


def alignment(text: str) -> dict[str, Any]:
    step = MS_PER_CHARACTER / 1000
    return {
        "characters": list(text),
        "character_start_times_seconds": [round(at * step, 3) for at in range(len(text))],
        "character_end_times_seconds": [round((at + 1) * step, 3) for at in range(len(text))],
    }


def plan_length(plan: dict[str, Any], model_id: str) -> int:
    if model_id == "music_v1" and "sections" not in plan:
        raise wrong(["body", "composition_plan"], "music_v1 takes sections", "value_error")
    if model_id == "music_v2" and "chunks" not in plan:
        raise wrong(["body", "composition_plan"], "music_v2 takes chunks", "value_error")
    return sum(int(part["duration_ms"]) for part in plan.get("sections") or plan["chunks"])


def length_ms(sound: bytes) -> int:
    """How long a recording lasts."""
    try:
        with av.open(io.BytesIO(sound), "r") as file:
            return round((file.duration or 0) / 1000)
    except av.FFmpegError as error:
        raise refusal(400, "invalid_content", "The file could not be read as audio.") from error


def signature(body: bytes, secret: str, at: int) -> str:
    """The header that the vendor signs a message with."""
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v0={digest}"


@dataclass
class Item:
    """One line of the history."""

    history_item_id: str
    request_id: str
    voice_id: str
    model_id: str
    text: str
    date_unix: int
    before: int
    after: int
    sound: bytes
    alignments: dict[str, Any] | None
    source: str = "TTS"
    state: str = "created"

    def told(self) -> dict[str, Any]:
        """As the vendor writes it."""
        kept = ("history_item_id", "request_id", "voice_id", "model_id", "text", "date_unix", "source", "state")
        return {
            **{name: getattr(self, name) for name in kept},
            "character_count_change_from": self.before,
            "character_count_change_to": self.after,
            "content_type": "audio/mpeg",
            "alignments": self.alignments,
        }


def voice_row(voice_id: str, facts: list[str]) -> dict[str, Any]:
    """A voice as the vendor writes it."""
    name, gender, age, accent = facts
    return {
        "voice_id": voice_id,
        "name": name,
        "category": "premade",
        "labels": {"gender": gender, "age": age, "accent": accent, "use_case": "characters"},
        "available_for_tiers": [],
        "high_quality_base_model_ids": [],
    }
