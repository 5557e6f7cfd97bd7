"""The protocol's rules as the twin keeps them: strict schemas, sizes, masks, signatures."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import json
import re
import wave
from pathlib import Path
from typing import Any

from PIL import Image

SPEC: dict[str, Any] = json.loads((Path(__file__).parent / "schemas" / "openai.json").read_text())
OLD_SIZES = frozenset({"1024x1024", "1536x1024", "1024x1536", "auto"})

# Millionths of a dollar per million tokens: into the model, out of it, pictures into it.
PRICES: dict[str, tuple[int, int, int]] = {
    "gpt-6.1-terra": (1_000_000, 5_000_000, 1_000_000),
    "gpt-6-luna": (100_000, 500_000, 100_000),
    "gpt-4o": (2_500_000, 10_000_000, 2_500_000),
    "anthropic/claude-sonnet-5.5": (2_000_000, 10_000_000, 2_000_000),
    "claude-sonnet-5-5": (2_000_000, 10_000_000, 2_000_000),
    "gemini-3.8-flash": (750_000, 3_750_000, 750_000),
    "gpt-image-2": (5_000_000, 30_000_000, 8_000_000),
    "gpt-image-1.5": (5_000_000, 32_000_000, 8_000_000),
    "gpt-image-1-mini": (2_000_000, 8_000_000, 2_500_000),
}
USUAL_PRICE = (1_000_000, 5_000_000, 1_000_000)
SPEECH_MICROS_A_SECOND = 250
HEARING_MICROS_A_SECOND = 100
MS_A_LETTER = 60

RETIRED = frozenset({"dall-e-2", "dall-e-3", "gpt-image-1", "sora-2"})
IMAGE_MODELS = re.compile(r"gpt-image-(1\.5|1-mini|2(\.[56]-(sunburst|flare))?(-\d{4}-\d\d-\d\d)?)")
SPEECH_MODELS = frozenset({"tts-1", "tts-1-hd", "gpt-4o-mini-tts", "gpt-4o-mini-tts-2025-12-15"})
VOICES = frozenset(
    ["alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer", "verse", "marin", "cedar"]
)
LOCAL = frozenset({"ollama", "llamacpp"})
OWN_FIELDS = {"openrouter": {"provider", "usage", "models", "transforms", "reasoning"}, "gemini": {"extra_body"}}


# --- Webhooks --------------------------------------------------------------------------------------


def signed(body: bytes, secret: str, number: str, sent_at: float, how: str = "signed") -> dict[str, str]:
    """The headers of a message; `how` may be "forged" or "stale"."""
    if how == "stale":
        sent_at -= 3600
    key = base64.b64decode(secret.removeprefix("whsec_")) if secret.startswith("whsec_") else secret.encode()
    text = f"{number}.{int(sent_at)}.".encode() + body
    right = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    signature = "AAAA" + right[4:] if how == "forged" else right
    return {"webhook-id": number, "webhook-timestamp": str(int(sent_at)), "webhook-signature": f"v1,{signature}"}


# --- What the rules are ----------------------------------------------------------------------------


def unstrict(schema: Any, where: tuple[str, ...]) -> str:
    """What a schema has against the strict rules, "" if nothing."""
    if not isinstance(schema, dict):
        return ""
    if "$ref" in schema and len(schema) > 1:
        return f"In context={where}, $ref cannot have keywords {sorted(set(schema) - {'$ref'})}."
    if "default" in schema:
        return f"In context={where}, 'default' is not permitted."
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            return f"In context={where}, 'additionalProperties' is required to be supplied and to be false."
        if set(schema.get("required", ())) != set(schema.get("properties", ())):
            return f"In context={where}, 'required' is required to be supplied and to include every key in properties."
    inner: list[tuple[str, Any]] = [*(schema.get("properties") or {}).items(), *(schema.get("$defs") or {}).items()]
    inner += [("items", schema.get("items")), *(("anyOf", part) for part in schema.get("anyOf") or ())]
    return next((fault for name, part in inner if (fault := unstrict(part, (*where, name)))), "")


def spread(text: str, seconds: float) -> list[dict[str, Any]]:
    """The words of a text over the time that it takes, by their letters; without punctuation, as Whisper gives them."""
    words = text.split()
    letters = sum(len(word) + 1 for word in words) or 1
    rows, at = [], 0.0
    for word in words:
        end = at + seconds * (len(word) + 1) / letters
        rows.append({"word": word.strip(".,;:!?\"'“”‘’"), "start": round(at, 2), "end": round(end, 2)})
        at = end
    return rows


def fields_of(name: str) -> set[str]:
    """The fields that the published schema has for a request."""
    schema = SPEC["components"]["schemas"][name]
    fields = set(schema.get("properties", ()))
    for part in schema.get("allOf", ()):
        fields |= fields_of(part["$ref"].rpartition("/")[2]) if "$ref" in part else set(part.get("properties", ()))
    return fields | ({"partial_images", "stream"} if "Image" in name else set())


def words_of(messages: list[dict[str, Any]]) -> tuple[str, str, list[bytes]]:
    """What the system says, what the user says, and the pictures."""
    said = {"system": "", "user": ""}
    pictures: list[bytes] = []
    for message in messages:
        role = "system" if message["role"] in {"system", "developer"} else "user"
        content = message.get("content") or ""
        parts: list[dict[str, Any]] = [{"type": "text", "text": content}] if isinstance(content, str) else content
        for part in parts:
            if part["type"] == "text":
                said[role] += part["text"]
            elif part["type"] == "image_url":
                _, _, encoded = part["image_url"]["url"].partition(";base64,")
                pictures.append(base64.b64decode(encoded))
    return said["system"], said["user"], pictures


def schema_in(system: str) -> dict[str, Any]:
    """The schema that instructions tell, for servers that take none."""
    at = system.rfind("JSON Schema")
    start = system.find("{", at)
    if at < 0 or start < 0:
        return {}
    found, _ = json.JSONDecoder().raw_decode(system[start:])
    return found if isinstance(found, dict) else {}


def is_picture(content: bytes) -> bool:
    """Whether it is a picture of a kind that is taken."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            return image.format in {"PNG", "JPEG", "WEBP"}
    except OSError:
        return False


def fits(mask: bytes, picture: bytes) -> bool:
    """Whether a mask is a picture with alpha, as large as what it lies over."""
    with Image.open(io.BytesIO(mask)) as above, Image.open(io.BytesIO(picture)) as below:
        return above.format == "PNG" and above.mode == "RGBA" and above.size == below.size


def draws(model: str, size: str) -> bool:
    """Whether a model draws a size."""
    if size in OLD_SIZES:
        return True
    if not model.startswith("gpt-image-2") or not re.fullmatch(r"\d+x\d+", size):
        return False
    width, height = map(int, size.split("x"))
    is_whole = width % 16 == 0 and height % 16 == 0 and max(width, height) <= 3840
    return is_whole and width * height <= 3840 * 2160 and max(width, height) <= 3 * min(width, height)


def fingerprint(content: bytes) -> str:
    """What tells one recording from another."""
    return hashlib.sha256(content[44:]).hexdigest()


def seconds_of(content: bytes) -> float:
    """How long a recording lasts; 0.0 where it is none."""
    try:
        with wave.open(io.BytesIO(content)) as file:
            return float(file.getnframes() / file.getframerate())
    except (wave.Error, EOFError):
        return len(content) / 4000 if content.startswith((b"ID3", b"\xff")) else 0.0
