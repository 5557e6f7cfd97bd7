"""Replicate's twin: predictions, files, webhooks and an account, with its rules and its words.

Knobs: "seconds" (how long work takes, 0.2), "predict_s" (the time on the hardware that is told and billed, 10),
"webhook" ("signed", "forged", "stale", "double", "early", "late", "never", "unordered"), "fail" (the error's text),
"never", "lose", "aborted", "nsfw" (True, or words of prompts that are refused), "lie" ("duration", "size", "kind"),
"shrink", "credit" ("out"), "gone" (models that are no more), "hides_bad_key" (True: a bad key is told that there is no
such version), "echoes_webhook" (predictions say where they report to), "page_size", "form" ("string", "list").
Any key that starts with "r8_" is right, but "r8_wrong".
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar
from urllib.parse import quote

from . import made
from .replicate_desk import SECRET as SECRET
from .replicate_desk import ReplicateDesk, iso, missing, moment_of, problem, span_of, transcript
from .schema import bill_of, wrongs
from .server import Answer, Asked
from .webhooks import Message, Postman

KEPT_S = 3600
_EVENTS = {"start", "output", "logs", "completed"}
_NO_DATA_LINKS = {"kwaivgi/kling-lip-sync", "sync/lipsync-2", "sync/lipsync-2-pro"}
_GPU_MICROS = 975
"""A second of an L40S, in micros of a dollar."""


@dataclass
class Prediction:
    """One prediction. `outcome` is settled when it is made, what it shows depends on the time."""

    id: str
    model: str
    version: str
    fields: dict[str, Any]
    created: float
    seconds: float
    outcome: str = "succeeded"
    error: str | None = None
    webhook: str = ""
    events: tuple[str, ...] = ()
    cancelled: float | None = None
    deadline: float | None = None
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)


class ReplicateTwin(ReplicateDesk):
    """Replicate on loopback. Its address is the base URL (without /v1)."""

    name = "replicate"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("GET", r"/v1/account", "account"),
        ("GET", r"/v1/webhooks/default/secret", "secret"),
        ("POST", r"/v1/predictions", "create"),
        ("POST", r"/v1/models/([\w.-]+)/([\w.-]+)/predictions", "create_official"),
        ("GET", r"/v1/predictions", "listing"),
        ("GET", r"/v1/predictions/(\w+)", "show"),
        ("POST", r"/v1/predictions/(\w+)/cancel", "cancel"),
        ("GET", r"/v1/models/([\w.-]+)/([\w.-]+)", "model"),
        ("POST", r"/v1/files", "upload"),
        ("GET", r"/v1/files/(\w+)", "show_file"),
        ("DELETE", r"/v1/files/(\w+)", "delete_file"),
        ("GET", r"/delivery/(\w+)/([\w.]+)", "deliver"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.predictions: dict[str, Prediction] = {}
        self.postman = Postman(self.now)
        self._made = 0

    def stop(self) -> None:
        """Listen no more, and say no more."""
        self.postman.stop()
        super().stop()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        with self.lock:
            self.predictions, self.files, self._made = {}, {}, 0

    # --- Predictions --------------------------------------------------------------------------------

    def create_official(self, asked: Asked, owner: str, name: str) -> Answer:
        """POST /v1/models/{owner}/{name}/predictions: official models only."""
        known = self.models.get(f"{owner}/{name}")
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if known is None or not known["official"] or f"{owner}/{name}" in self.knobs.get("gone", ()):
            return missing()
        return self._create(asked, f"{owner}/{name}")

    def create(self, asked: Asked) -> Answer:
        """POST /v1/predictions."""
        body = asked.json if isinstance(asked.json, dict) else {}
        stranger = self.stranger(asked)
        if stranger is not None and not (self.key_of(asked) and self.knobs.get("hides_bad_key", True)):
            return stranger
        name = self._named(str(body.get("version", "")))
        if stranger is not None or name is None or name in self.knobs.get("gone", ()):
            return problem(
                422,
                "Invalid version or not permitted",
                "The specified version does not exist (or perhaps you don't have permission to use it?)",
            )
        return self._create(asked, name)

    def _named(self, version: str) -> str | None:
        """Which model a version means. Official models go by their name alone, others need the version's number."""
        name, colon, number = version.partition(":")
        if name in self.models and not colon:
            return name if self.models[name]["official"] else None
        for known in self.models:
            if ((colon and known == name) or not colon) and self.version_of(known) == (number if colon else version):
                return known
        return None

    def _create(self, asked: Asked, name: str) -> Answer:
        body = asked.json
        wrong = self._wrong(body, name)
        if wrong is not None:
            return wrong
        if self.knobs.get("credit") == "out":
            return problem(
                402,
                "Insufficient credit",
                "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing "
                "to purchase credit. Once you purchase credit, please wait a few minutes before trying again.",
            )
        with self.lock:
            self._made += 1
            number = hashlib.sha256(f"prediction {self._made} {self.url}".encode()).hexdigest()[:26]
            made_now = self._begun(number, name, body, asked)
            self.predictions[number] = made_now
        self._charge(made_now)
        self._announce(made_now)
        waited = asked.headers.get("prefer", "")
        if waited.startswith("wait"):
            self._wait(made_now, float(waited.partition("=")[2] or 60))
        return Answer(201, self._shown(made_now))

    def _begun(self, number: str, name: str, body: Mapping[str, Any], asked: Asked) -> Prediction:
        fields = dict(body["input"])
        outcome, error = self._outcome(name, fields)
        seconds = float(self.knobs.get("seconds", 0.2))
        return Prediction(
            number,
            name,
            "hidden" if self.models[name]["official"] else self.version_of(name),
            fields,
            self.now(),
            0.0 if self.knobs.get("webhook") == "early" else seconds,
            outcome,
            error,
            str(body.get("webhook", "")),
            tuple(body.get("webhook_events_filter") or _EVENTS),
            deadline=span_of(asked.headers.get("cancel-after", "")),
        )

    def _wrong(self, body: Mapping[str, Any], name: str) -> Answer | None:
        found = [
            ("additional_property_not_allowed", key, f"Additional property {key} is not allowed")
            for key in body
            if key not in {"version", "input", "webhook", "webhook_events_filter", "stream"}
        ]
        if not isinstance(body.get("input"), dict):
            found.append(("required", "input", "input is required"))
        else:
            found += [(kind, f"input.{key}", words) for kind, key, words in wrongs(self.models[name], body["input"])]
        hook = str(body.get("webhook", ""))
        if hook and not hook.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            found.append(("format", "webhook", "webhook must be an HTTPS URL"))
        if not set(body.get("webhook_events_filter") or ()) <= _EVENTS:
            found.append(("enum", "webhook_events_filter", "unknown event"))
        if not found:
            return None
        return Answer(
            422,
            {
                "title": "Input validation failed",
                "status": 422,
                "detail": "".join(f"- {key}: {words}\n" for _, key, words in found),
                "invalid_fields": [{"type": kind, "field": key, "description": words} for kind, key, words in found],
            },
        )

    def _outcome(self, name: str, fields: Mapping[str, Any]) -> tuple[str, str | None]:
        if self.knobs.get("fail"):
            return "failed", str(self.knobs["fail"])
        if self.knobs.get("aborted"):
            return "aborted", None
        unsafe = self.knobs.get("nsfw")
        text = str(fields.get("prompt") or fields.get("text") or "")
        if unsafe is True or any(word in text for word in unsafe or ()):
            return "failed", "The input or output was flagged as sensitive. Please try again. (E005)"
        if name in _NO_DATA_LINKS and any(str(value).startswith("data:") for value in fields.values()):
            return "failed", "Kling API error 1201: file url is invalid" if "kling" in name else "Failed to fetch media"
        if name == "kwaivgi/kling-lip-sync":
            return self._lip_synced(fields)
        return "succeeded", None

    def _lip_synced(self, fields: Mapping[str, Any]) -> tuple[str, str | None]:
        clip, sound = (made.content_of(fields[key], self._found) for key in ("video_url", "audio_file"))
        sides = made.shows(clip)
        if not 2000 <= made.lasts_ms(clip) <= 10_040:
            return "failed", "Kling API error 1201: video duration must be between 2 and 10 seconds"
        if min(sides) < 720 or max(sides) > 1920:
            return "failed", "Kling API error 1201: video dimensions must be between 720 and 1920 px"
        if len(sound) > 5_000_000:
            return "failed", "Kling API error 1201: audio is larger than 5MB"
        return "succeeded", None

    def _charge(self, prediction: Prediction) -> None:
        """Nothing is billed for what fails or is stopped."""
        if prediction.outcome != "succeeded" or self.knobs.get("never"):
            return
        model = self.models[prediction.model]
        if model["bill"]["unit"] == "gpu":
            micros = round(float(self.knobs.get("predict_s", 10)) * model["bill"].get("micros", _GPU_MICROS))
        else:
            seconds = made.length_ms(self._assumed(prediction), self._found) / 1000
            wide, high = made.shown(self._assumed(prediction), self._found)
            micros = bill_of(model, prediction.fields, seconds, wide * high)
        self.charge(prediction.id, micros, prediction.model)

    def _assumed(self, prediction: Prediction) -> dict[str, Any]:
        """What was asked for, with what the model does where it is not asked."""
        return {**self.models[prediction.model].get("assumed", {}), **prediction.fields}

    def _status(self, prediction: Prediction) -> str:
        age = self.now() - prediction.created
        if prediction.cancelled is not None:
            return "canceled"
        if prediction.deadline is not None and age > prediction.deadline and self.knobs.get("never"):
            return "canceled"
        if self.knobs.get("never") or age < prediction.seconds:
            return "starting" if age < prediction.seconds / 4 else "processing"
        return prediction.outcome

    def _wait(self, prediction: Prediction, seconds: float) -> None:
        until = time.monotonic() + min(60.0, seconds)
        while time.monotonic() < until and self._status(prediction) in {"starting", "processing"}:
            time.sleep(0.02)

    def _shown(self, prediction: Prediction) -> dict[str, Any]:
        status = self._status(prediction)
        done = prediction.created + prediction.seconds
        is_over = status not in {"starting", "processing"}
        is_removed = is_over and self.now() > done + KEPT_S
        address = f"{self.url}/v1/predictions/{prediction.id}"
        shown: dict[str, Any] = {
            "id": prediction.id,
            "model": prediction.model,
            "version": prediction.version,
            "input": {} if is_removed else prediction.fields,
            "logs": "" if is_removed or status == "starting" else "Using seed: 1\n 50%|#####     | 14/28\n",
            "output": self._output(prediction) if status == "succeeded" and not is_removed else None,
            "data_removed": is_removed,
            "error": prediction.error if status == "failed" else None,
            "status": status,
            "source": "api",
            "created_at": iso(prediction.created),
            "started_at": None if status in {"starting", "aborted"} else iso(prediction.created),
            "completed_at": iso(done) if is_over else None,
            "urls": {"get": address, "cancel": f"{address}/cancel", "web": f"https://replicate.com/p/{prediction.id}"},
            "metrics": self._metrics(prediction) if status in {"succeeded", "failed"} else {},
        }
        if prediction.webhook and self.knobs.get("echoes_webhook"):
            shown["webhook"] = prediction.webhook
        return shown

    def _metrics(self, prediction: Prediction) -> dict[str, float]:
        if self.models[prediction.model]["official"]:
            return {"total_time": prediction.seconds}
        took = float(self.knobs.get("predict_s", 10))
        return {"predict_time": took, "total_time": took + 1}

    def _output(self, prediction: Prediction) -> Any:
        model = self.models[prediction.model]
        kind = model["output"]["kind"]
        if kind == "words":
            return transcript(str(self.knobs.get("heard", "hello there")))
        if not prediction.files:
            hue = int(prediction.id[:4], 16)
            content, media_type = made.made(kind, self._assumed(prediction), self._found, self.knobs, hue)
            name = f"out.{media_type.partition('/')[2].replace('mpeg', 'mp3')}"
            prediction.files.setdefault(name, (content, media_type))
        links = [f"{self.url}/delivery/{prediction.id}/{name}" for name in prediction.files]
        form = self.knobs.get("form") or model["output"]["form"]
        return links if form == "list" else {model["output"]["key"]: links[0]} if form == "object" else links[0]

    def show(self, asked: Asked, number: str) -> Answer:
        """GET /v1/predictions/{id}."""
        prediction = self.predictions.get(number)
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if prediction is None or self.knobs.get("lose"):
            return missing()
        return Answer(body=self._shown(prediction))

    def listing(self, asked: Asked) -> Answer:
        """GET /v1/predictions: newest first, in pages."""
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        after, before = (asked.query.get(name, [""])[0] for name in ("created_after", "created_before"))
        rows = [
            row
            for row in sorted(list(self.predictions.values()), key=lambda row: -row.created)
            if (not after or row.created >= moment_of(after)) and (not before or row.created < moment_of(before))
        ]
        size, start = int(self.knobs.get("page_size", 100)), int(asked.query.get("cursor", ["0"])[0])
        following = None
        if start + size < len(rows):
            following = f"{self.url}/v1/predictions?cursor={start + size}&created_after={quote(after)}"
        shown = [self._shown(row) for row in rows[start : start + size]]
        return Answer(body={"previous": None, "next": following, "results": shown})

    def cancel(self, asked: Asked, number: str) -> Answer:
        """POST /v1/predictions/{id}/cancel: what is over stays as it is."""
        prediction = self.predictions.get(number)
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if prediction is None:
            return missing()
        with self.lock:
            if self._status(prediction) in {"starting", "processing"}:
                prediction.cancelled = self.now()
                self.charges = [charge for charge in self.charges if charge.job != number]
        return Answer(body=self._shown(prediction))

    # --- Results ------------------------------------------------------------------------------------

    def deliver(self, asked: Asked, number: str, name: str) -> Answer:
        """What replicate.delivery serves, for an hour and without a key."""
        prediction = self.predictions.get(number)
        if prediction is None or name not in prediction.files:
            return Answer(404, "<html>Not found</html>")
        if self.now() > prediction.created + prediction.seconds + KEPT_S:
            return Answer(404, "<html>Not found</html>")
        content, media_type = prediction.files[name]
        return Answer(200, content, {"Content-Type": media_type})

    def _found(self, link: str) -> bytes:
        """What Replicate's machines see at a link."""
        number = link.rpartition("/")[2]
        if "/v1/files/" in link and number in self.files:
            return self.files[number][0]
        parts = link.split("/")
        if "delivery" in parts and parts[-2] in self.predictions:
            return self.predictions[parts[-2]].files[parts[-1]][0]
        raise KeyError(link)

    # --- Messages -----------------------------------------------------------------------------------

    def _announce(self, prediction: Prediction) -> None:
        way = self.knobs.get("webhook", "signed")
        if not prediction.webhook or way == "never" or self.knobs.get("never"):
            return
        done = prediction.created + prediction.seconds
        completed = self._message(prediction, "completed", done + (5 if way == "late" else 0), way)
        if way == "early":
            self.postman.deliver(completed)
            return
        if "start" in prediction.events or way == "unordered":
            at = done + 0.1 if way == "unordered" else prediction.created
            self.postman.post(self._message(prediction, "start", at, way))
        self.postman.post(completed)
        if way == "double":
            self.postman.post(completed)

    def _message(self, prediction: Prediction, event: str, at: float, way: str) -> Message:
        def make() -> tuple[bytes, Mapping[str, str]]:
            shown = self._shown(prediction)
            if event == "start":
                shown |= {"status": "starting", "output": None, "completed_at": None}
            body = json.dumps(shown).encode()
            moment = self.now() - (3600 if way == "stale" else 0)
            secret = "whsec_" + base64.b64encode(b"somebody else's").decode() if way == "forged" else None
            return body, self.signed(body, f"msg_{prediction.id}_{event}", moment, secret)

        return Message(prediction.webhook, at, make)

    def signed(self, body: bytes, number: str, moment: float, secret: str | None = None) -> dict[str, str]:
        """The headers of a message."""
        key = base64.b64decode(str(secret or self.knobs.get("secret", SECRET)).removeprefix("whsec_"))
        text = f"{number}.{int(moment)}.".encode() + body
        signature = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
        return {
            "Content-Type": "application/json",
            "webhook-id": number,
            "webhook-timestamp": str(int(moment)),
            "webhook-signature": f"v1,{signature}",
        }
