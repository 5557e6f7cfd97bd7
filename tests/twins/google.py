"""Google on loopback: pictures by Gemini and clips by Veo, as the Gemini API (`/v1beta`, a key) and as Google Cloud
(`/v1/projects/...`, a bearer token).

Knobs (`self.knobs`): `key`, `token` (the only good ones; else any but those that begin with "bad"), `models` (more
models: {"veo-x": "video"}), `gone` (models that are no more), `quota` (requests until 429), `retry` (what it says then,
"34s"), `refuse` (words that the prompt's check blocks), `refuse_late` (words for which what was made is held back),
`lie` ("garbage", "no_picture", "html"), `size` ([width, height] of what is made, for speed), `seconds` (of work on a
clip, by the twin's clock; 0.2), `end` ("done", "fail", "never", "invalid"), `lose` (operations are forgotten), `inline`
(Google Cloud sends clips within the answer: true; else a link to a bucket), `file_state` ("PROCESSING": a clip of
Gemini Omni is still being written).
"""

from __future__ import annotations

import base64
import json
import math
import re
import uuid
from dataclasses import dataclass
from typing import Any, ClassVar

from . import media
from .google_interactions import Interactions
from .google_rules import KEPT_S, ApiError, check_picture, only, wrong
from .server import Answer, Asked

IMAGE_MODELS = {
    # Tokens by size; what a million tokens cost in, out and drawn.
    "gemini-3.1-flash-image": ({"1K": 1120, "2K": 1680, "4K": 2520}, (500_000, 3_000_000, 60_000_000)),
    "gemini-3-pro-image": ({"1K": 1120, "2K": 1120, "4K": 2000}, (2_000_000, 12_000_000, 120_000_000)),
}
CLOUD_VIDEO = {"veo-3.1-generate-001": (200_000, 400_000), "veo-3.1-fast-generate-001": (100_000, 150_000)}
"""Millionths of a dollar for a second, without and with sound."""
_SIDES = {"1K": 1024, "2K": 2048, "4K": 4096}
_SHAPES = ("1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9")
_LARGEST = 20_000_000


@dataclass
class Operation:
    """A clip that is being made."""

    name: str
    began: float
    seconds: float
    length_ms: int
    size: tuple[int, int]
    is_held_back: bool
    is_cloud: bool


class GoogleTwin(Interactions):
    """The vendor's servers."""

    name: ClassVar[str] = "google"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/v1beta/models/([^/:]+):generateContent", "draw"),
        ("POST", r"(/v1beta|/v1/projects/.+/publishers/google)/models/([^/:]+):predictLongRunning", "begin_clip"),
        ("POST", r"/v1/projects/.+/publishers/google/models/([^/:]+):fetchPredictOperation", "fetch_operation"),
        ("GET", r"/v1beta/(models/[^/]+/operations/[^/]+)", "tell_operation"),
        ("GET", r"/v1beta/models", "list_models"),
        *Interactions.interaction_routes,
        ("GET", r"/v1beta/files/([^/:]+):download", "send_clip"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.operations: dict[str, Operation] = {}

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.operations, self.interactions = {}, {}

    def _routed(self, asked: Asked) -> Answer:
        try:
            self._admit(asked)
            return super()._routed(asked)
        except ApiError as error:
            return error.answer

    def unknown(self, asked: Asked) -> Answer:
        """Answer what no route knows."""
        return ApiError(404, "NOT_FOUND", "Requested entity was not found.").answer

    def _admit(self, asked: Asked) -> None:
        if asked.path.startswith("/v1/projects/"):
            token = asked.headers.get("authorization", "").removeprefix("Bearer ")
            if not self._is_good(token, "token"):
                raise ApiError(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        else:
            self._check_key(asked.headers.get("x-goog-api-key", ""))
        if asked.method == "POST" and "quota" in self.knobs and not re.search("fetch|cancel", asked.path):
            with self.lock:
                self.knobs["quota"] -= 1
                if self.knobs["quota"] < 0:
                    raise self._exhausted()

    def _check_key(self, key: str) -> None:
        if not key:
            raise ApiError(403, "PERMISSION_DENIED", "Method doesn't allow unregistered callers. Please use API Key.")
        if not self._is_good(key, "key"):
            info = {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "API_KEY_INVALID",
                "domain": "googleapis.com",
            }
            raise ApiError(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [info])

    def _is_good(self, secret: str, knob: str) -> bool:
        wanted = self.knobs.get(knob)
        return secret == wanted if wanted else bool(secret) and not secret.startswith("bad")

    def _exhausted(self) -> ApiError:
        delay = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": self.knobs.get("retry", "34s")}
        return ApiError(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", [delay])

    def _known(self, model: str, method: str, models: set[str]) -> None:
        if model in self.knobs.get("gone", ()) or model not in models:
            raise ApiError(
                404,
                "NOT_FOUND",
                f"models/{model} is not found for API version v1beta, or is not supported for {method}.",
            )

    def list_models(self, asked: Asked) -> Answer:
        """The models there are."""
        return Answer(
            200,
            {
                "models": [
                    {"name": f"models/{model}"}
                    for model in (*IMAGE_MODELS, "gemini-omni-1.1-flash")
                    if model not in self.knobs.get("gone", ())
                ]
            },
        )

    # --- Pictures ----------------------------------------------------------------------------------

    def draw(self, asked: Asked, model: str) -> Answer:
        """Draw one picture."""
        self._known(model, "generateContent", set(IMAGE_MODELS))
        body = only(asked.json, {"contents", "generationConfig"}, "the request")
        config = only(body.get("generationConfig") or {}, {"responseModalities", "imageConfig"}, "generation_config")
        wish = only(config.get("imageConfig") or {}, {"aspectRatio", "imageSize"}, "image_config")
        shape, name = wish.get("aspectRatio", "1:1"), wish.get("imageSize", "1K")
        if shape not in _SHAPES or name not in _SIDES:
            raise wrong(f"Invalid image_config: {shape}, {name}")
        prompt, pictures = _parts(body)
        if self._is_refused("refuse", prompt):
            usage = {"promptTokenCount": len(prompt) // 4, "totalTokenCount": len(prompt) // 4}
            return Answer(200, {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": usage})
        usage, micros = _usage(model, name, prompt, pictures)
        if self._is_refused("refuse_late", prompt) or self.knobs.get("lie") == "no_picture":
            return self._undrawn(model, usage, prompt)
        self.charge(uuid.uuid4().hex, micros, f"{model} {name}")
        content = self._drawn(shape, name)
        part = {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(content).decode()}}
        thought = {"inlineData": {"mimeType": "image/png", "data": "AAAA"}, "thought": True}
        parts = [{"text": "Here it is."}, thought, part]
        candidate = {"content": {"role": "model", "parts": parts}, "finishReason": "STOP", "index": 0}
        return Answer(200, {"candidates": [candidate], "usageMetadata": usage, "modelVersion": model})

    def _undrawn(self, model: str, usage: dict[str, Any], prompt: str) -> Answer:
        late = self._is_refused("refuse_late", prompt)
        reason = "IMAGE_SAFETY" if late else "STOP"
        words = "Unable to show the generated image: it was filtered out." if late else ""
        told = {**usage, "candidatesTokenCount": 0, "thoughtsTokenCount": 0, "candidatesTokensDetails": []}
        # What was read is billed, whatever comes of it.
        read_for = -(-usage["promptTokenCount"] * IMAGE_MODELS[model][1][0] // 1_000_000)
        self.charge(uuid.uuid4().hex, read_for, f"{model}, nothing drawn")
        candidate: dict[str, Any] = {"finishReason": reason, "index": 0}
        if words:
            candidate["finishMessage"] = words
        else:
            candidate["content"] = {"role": "model", "parts": [{"text": "I would rather describe it."}]}
        return Answer(200, {"candidates": [candidate], "usageMetadata": told, "modelVersion": model})

    def _drawn(self, shape: str, name: str) -> bytes:
        if self.knobs.get("lie") == "garbage":
            return b"not a picture"
        if self.knobs.get("size"):
            width, height = self.knobs["size"]
            return media.picture(int(width), int(height))
        wide, high = (int(side) for side in shape.split(":"))
        side = _SIDES[name]
        width, height = (round(side * math.sqrt(ratio) / 16) * 16 for ratio in (wide / high, high / wide))
        return media.picture(width, height)

    def _is_refused(self, knob: str, prompt: str) -> bool:
        return any(word in prompt for word in self.knobs.get(knob, ()))

    # --- Clips -------------------------------------------------------------------------------------

    def begin_clip(self, asked: Asked, root: str, model: str) -> Answer:
        """Begin a clip."""
        is_cloud = root != "/v1beta"
        known = set(CLOUD_VIDEO) if is_cloud else set(self.knobs.get("models", ()))
        self._known(model, "predictLongRunning", known)
        body = only(asked.json, {"instances", "parameters"}, "the request")
        instance = only(body["instances"][0], {"prompt", "image", "lastFrame", "referenceImages"}, "instance")
        wish = body.get("parameters") or {}
        length_ms, size = _checked_clip(instance, wish, is_cloud=is_cloud)
        if self._is_refused("refuse", str(instance.get("prompt"))):
            raise wrong("The prompt could not be submitted. It contains sensitive words that violate our policies.")
        name = f"models/{model}/operations/{uuid.uuid4().hex[:12]}"
        if is_cloud:
            name = f"projects/p/locations/us-central1/publishers/google/{name}"
        told = self.knobs.get("size")
        size = (int(told[0]), int(told[1])) if told else size
        held = self._is_refused("refuse_late", str(instance.get("prompt")))
        operation = Operation(name, self.now(), float(self.knobs.get("seconds", 0.2)), length_ms, size, held, is_cloud)
        self.operations[name] = operation
        if not held and self.knobs.get("end", "done") in {"done", "never"}:
            rates = CLOUD_VIDEO.get(model, (200_000, 400_000))
            self.charge(name, rates[bool(wish.get("generateAudio", True))] * length_ms // 1000, f"{model} {length_ms}")
        return Answer(200, {"name": name})

    def tell_operation(self, asked: Asked, name: str) -> Answer:
        """How far a clip is."""
        return self._operation(name)

    def fetch_operation(self, asked: Asked, model: str) -> Answer:
        """How far a clip is, as Google Cloud tells it."""
        return self._operation(str((asked.json or {}).get("operationName") or ""))

    def _operation(self, name: str) -> Answer:
        operation = self.operations.get(name)
        if operation is None or self.knobs.get("lose"):
            raise ApiError(404, "NOT_FOUND", f"Operation {name} was not found.")
        end = self.knobs.get("end", "done")
        if self.now() < operation.began + operation.seconds or end == "never":
            return Answer(200, {"name": name})
        if end in {"fail", "invalid"}:
            code, words = (13, "Video generation failed due to an internal server issue.") if end == "fail" else (
                3, "The image has an unsupported size."
            )  # fmt: skip
            return Answer(200, {"name": name, "done": True, "error": {"code": code, "message": words}})
        return Answer(200, {"name": name, "done": True, "response": self._response(operation)})

    def _response(self, operation: Operation) -> dict[str, Any]:
        if operation.is_held_back:
            words = "We encountered an issue with the audio for your prompt: it may violate our policies."
            told = {"raiMediaFilteredCount": 1, "raiMediaFilteredReasons": [words]}
            return told if operation.is_cloud else {"generateVideoResponse": told}
        if operation.is_cloud and self.knobs.get("inline", True):
            content = base64.b64encode(self._clip(operation)).decode()
            return {"raiMediaFilteredCount": 0, "videos": [{"bytesBase64Encoded": content, "mimeType": "video/mp4"}]}
        if operation.is_cloud:
            return {"raiMediaFilteredCount": 0, "videos": [{"gcsUri": "gs://bucket/a.mp4", "mimeType": "video/mp4"}]}
        uri = f"{self.url}/v1beta/files/{operation.name.rsplit('/', 1)[-1]}:download?alt=media"
        return {"generateVideoResponse": {"generatedSamples": [{"video": {"uri": uri}}]}}

    def _clip(self, operation: Operation) -> bytes:
        if self.knobs.get("lie") == "html":
            return b"<html>Error 500 (Server Error)</html>"
        length_ms = operation.length_ms // 2 if self.knobs.get("lie") == "short" else operation.length_ms
        return media.clip(length_ms, *operation.size)

    def send_clip(self, asked: Asked, file: str) -> Answer:
        """A clip, to whoever has the key, for two days."""
        operation = next((each for each in self.operations.values() if each.name.endswith(f"/{file}")), None)
        if operation is None or self.now() > operation.began + operation.seconds + KEPT_S:
            raise ApiError(404, "NOT_FOUND", "File not found.")
        return Answer(200, self._clip(operation), {"Content-Type": "video/mp4"})


def _parts(body: dict[str, Any]) -> tuple[str, int]:
    """The words of a message, and how many pictures it brings."""
    parts = body["contents"][0]["parts"]
    pictures = [part["inlineData"] for part in parts if "inlineData" in part]
    if len(pictures) > 14:
        raise wrong("Too many images in the request: at most 14 are supported.")
    if sum(len(json.dumps(part)) for part in parts) > _LARGEST * 1.05:
        raise wrong("Request payload size exceeds the limit: 20971520 bytes.")
    for picture in pictures:
        check_picture(picture.get("data", ""))
    return " ".join(part.get("text", "") for part in parts), len(pictures)


def _usage(model: str, name: str, prompt: str, pictures: int) -> tuple[dict[str, Any], int]:
    tokens, (price_in, price_out, price_drawn) = IMAGE_MODELS[model]
    read, drawn, written = len(prompt) // 4 + 560 * pictures, tokens[name], 30
    usage = {
        "promptTokenCount": read,
        "candidatesTokenCount": drawn + 4,
        "thoughtsTokenCount": written - 4,
        "totalTokenCount": read + drawn + written,
        "candidatesTokensDetails": [{"modality": "IMAGE", "tokenCount": drawn}, {"modality": "TEXT", "tokenCount": 4}],
    }
    return usage, -(-(read * price_in + written * price_out + drawn * price_drawn) // 1_000_000)


def _checked_clip(instance: dict[str, Any], wish: dict[str, Any], *, is_cloud: bool) -> tuple[int, tuple[int, int]]:
    known = {"aspectRatio", "durationSeconds", "resolution", "negativePrompt", "personGeneration"}
    only(wish, known | ({"generateAudio", "seed", "sampleCount"} if is_cloud else set()), "parameters")
    seconds, resolution = wish.get("durationSeconds", 8), wish.get("resolution", "720p")
    if seconds not in {4, 6, 8}:
        raise wrong(f"durationSeconds {seconds} is out of bound. Please provide a value of 4, 6 or 8.")
    if wish.get("aspectRatio", "16:9") not in {"16:9", "9:16"} or resolution not in {"720p", "1080p"}:
        raise wrong("aspectRatio or resolution is not supported.")
    if not is_cloud and resolution == "1080p" and seconds != 8:
        raise wrong("1080p is supported for 8 seconds only.")
    if instance.get("lastFrame") and not instance.get("image"):
        raise wrong("lastFrame needs image.")
    for name in ("image", "lastFrame"):
        if name in instance:
            check_picture(instance[name].get("bytesBase64Encoded", ""))
    wide, high = (1280, 720) if resolution == "720p" else (1920, 1080)
    return seconds * 1000, (wide, high) if wish.get("aspectRatio", "16:9") == "16:9" else (high, wide)
