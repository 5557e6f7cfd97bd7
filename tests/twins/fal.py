"""fal's twin: the queue, the store of files, the platform and the published keys, with its rules and its words.

All of fal's hosts are one here: the queue at the root, the store under /storage and /files, the platform under /v1,
the keys under /.well-known, direct runs under /run.

Knobs: "seconds" (how long work takes, 0.2), "webhook" ("signed", "forged", "stale", "double", "early", "late",
"never", "unordered"), "fail" (a name of `FAILURES`, or {"status": , "body": }), "never", "lose", "nsfw" (True, or words
of prompts that are refused), "black" (the picture is blacked out), "lie" ("duration", "size", "kind"), "shrink",
"credit" ("out"), "balance", "gone" (endpoints that are no more), "lists" ("all", "admin"), "page_size", "heard".
A key is right if it has a colon and does not start with "wrong"; one that starts with "admin" is an ADMIN key.
"""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from . import made
from .fal_desk import FalDesk, iso, platform_error
from .fal_troubles import FAILURES, LOCKED, wrong
from .schema import units_of, wrongs
from .server import Answer, Asked
from .webhooks import Message, Postman

KEPT_S = 7 * 86_400
"""Results are kept for a week at least; here, not longer."""
_NAMESPACES = {"workflows", "comfy"}


@dataclass
class Job:
    """One request in the queue."""

    id: str
    endpoint: str
    fields: dict[str, Any]
    taken: float
    seconds: float
    status: int = 200
    body: dict[str, Any] | None = None
    units: float = 0.0
    webhook: str = ""
    cancelled: float | None = None
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)


class FalTwin(FalDesk):
    """fal on loopback. Its address is the base URL of the queue."""

    name = "fal"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/storage/auth/token", "token"),
        ("POST", r"/files/upload", "upload"),
        ("GET", r"/files/b/([\w.-]+)", "show_file"),
        ("GET", r"/out/([\w-]+)/([\w.]+)", "deliver"),
        ("GET", r"/\.well-known/jwks\.json", "jwks"),
        ("GET", r"/v1/account/billing", "billing"),
        ("GET", r"/v1/models/requests/by-endpoint", "listing"),
        ("GET", r"/v1/models/pricing", "pricing"),
        ("GET", r"/api/openapi/queue/openapi\.json", "openapi"),
        ("POST", r"/run/(.+)", "run"),
        ("GET", r"/([\w.-]+/[\w.-]+)/requests/([\w-]+)/status", "show_status"),
        ("GET", r"/([\w.-]+/[\w.-]+)/requests/([\w-]+)", "show_result"),
        ("PUT", r"/([\w.-]+/[\w.-]+)/requests/([\w-]+)/cancel", "cancel"),
        ("POST", r"/([\w.-]+/[\w./-]+)", "submit"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.jobs: dict[str, Job] = {}
        self.ignored: list[tuple[str, int]] = []
        self.postman = Postman(self.now)

    def stop(self) -> None:
        """Listen no more, and say no more."""
        self.postman.stop()
        super().stop()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        with self.lock:
            self.jobs, self.files, self.tokens, self.ignored = {}, {}, {}, []

    # --- Results ------------------------------------------------------------------------------------

    def deliver(self, asked: Asked, number: str, name: str) -> Answer:
        """A result, without a key."""
        job = self.jobs.get(number)
        if job is None or name not in job.files or self.now() > job.taken + job.seconds + KEPT_S:
            return Answer(404, {"detail": "Not found"})
        content, kind = job.files[name]
        return Answer(200, content, {"Content-Type": kind})

    def _found(self, link: str) -> bytes:
        name = link.rpartition("/")[2]
        if "/files/b/" in link and name in self.files:
            return self.files[name][0]
        parts = link.split("/")
        if "out" in parts and parts[-2] in self.jobs:
            return self.jobs[parts[-2]].files[parts[-1]][0]
        raise KeyError(link)

    # --- The list of what was asked for --------------------------------------------------------------

    def listing(self, asked: Asked) -> Answer:
        """GET /v1/models/requests/by-endpoint."""
        if self.stranger(asked) is not None:
            return platform_error(401, "authorization_error", "Authentication required")
        if self.knobs.get("lists", "all") == "admin" and not self.is_admin(asked):
            return platform_error(403, "authorization_error", "Access denied")
        wanted = {name for row in asked.query.get("endpoint_id", []) for name in row.split(",")}
        if not wanted:
            return platform_error(400, "validation_error", "endpoint_id is required")
        after = _moment(asked.query.get("start", ["1970-01-01T00:00:00Z"])[0])
        rows = [
            self._listed(job, shows_payloads="payloads" in asked.query.get("expand", []))
            for job in list(self.jobs.values())
            # What waits in the queue has not been sent to a machine yet, and is not listed.
            if job.endpoint in wanted and job.taken >= after and self._state(job) != "IN_QUEUE"
        ]
        size, start = int(self.knobs.get("page_size", 100)), int(asked.query.get("cursor", ["0"])[0])
        following = str(start + size) if start + size < len(rows) else None
        shown = rows[start : start + size]
        return Answer(body={"items": shown, "next_cursor": following, "has_more": following is not None})

    def _listed(self, job: Job, *, shows_payloads: bool) -> dict[str, Any]:
        is_over = self._state(job) == "COMPLETED"
        row: dict[str, Any] = {
            "request_id": job.id,
            "endpoint_id": job.endpoint,
            "sent_at": iso(job.taken),
            "started_at": iso(job.taken + job.seconds / 4),
            "ended_at": iso(job.taken + job.seconds) if is_over else None,
            "status_code": job.status if is_over else None,
            "duration": job.seconds if is_over else None,
        }
        return {**row, "json_input": job.fields} if shows_payloads else row

    # --- The queue ----------------------------------------------------------------------------------

    def submit(self, asked: Asked, endpoint: str) -> Answer:
        """POST /{owner}/{app}/...: nothing but the key, the model and the credit are looked at here."""
        refused = self._refused(asked, endpoint)
        if refused is not None:
            return refused
        job = self._taken(asked, endpoint)
        app = "/".join(endpoint.split("/")[: 3 if endpoint.split("/")[0] in _NAMESPACES else 2])
        address = f"{self.url}/{app}/requests/{job.id}"
        return Answer(
            200,
            {
                "status": "IN_QUEUE",
                "request_id": job.id,
                "gateway_request_id": job.id,
                "response_url": address,
                "status_url": f"{address}/status",
                "cancel_url": f"{address}/cancel",
                "queue_position": 0,
                "logs": None,
                "metrics": {},
            },
            {"x-fal-request-id": job.id},
        )

    def run(self, asked: Asked, endpoint: str) -> Answer:
        """POST https://fal.run/...: the answer is the result."""
        refused = self._refused(asked, endpoint)
        if refused is not None:
            return refused
        job = self._taken(asked, endpoint)
        time.sleep(job.seconds)
        return self._result(job)

    def _refused(self, asked: Asked, endpoint: str) -> Answer | None:
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if endpoint not in self.models or endpoint in self.knobs.get("gone", ()):
            return Answer(404, {"detail": f"Application '{endpoint}' not found"})
        if self.knobs.get("credit") == "out":
            return Answer(403, {"detail": LOCKED})
        if not isinstance(asked.json, dict):
            return Answer(422, wrong("json_invalid", "JSON decode error", "body"))
        return None

    def _taken(self, asked: Asked, endpoint: str) -> Job:
        fields = dict(asked.json)
        status, body = self._outcome(endpoint, fields)
        seconds = 0.0 if self.knobs.get("webhook") == "early" else float(self.knobs.get("seconds", 0.2))
        job = Job(str(uuid.uuid4()), endpoint, fields, self.now(), seconds, status, body)
        job.webhook = asked.query.get("fal_webhook", [""])[0]
        with self.lock:
            self.jobs[job.id] = job
        self._charge(job)
        self._announce(job)
        return job

    def _outcome(self, endpoint: str, fields: Mapping[str, Any]) -> tuple[int, dict[str, Any] | None]:
        mistakes = [
            {"loc": ["body", name], "msg": words, "type": _NAMES.get(kind, kind), "input": fields.get(name)}
            for kind, name, words in wrongs(self.models[endpoint], fields)
        ]
        if mistakes:
            return 422, {"detail": mistakes}
        failing = self.knobs.get("fail")
        if isinstance(failing, Mapping):
            return int(failing["status"]), dict(failing["body"])
        if failing:
            return FAILURES[str(failing)]
        unsafe = self.knobs.get("nsfw")
        text = str(fields.get("prompt") or fields.get("text") or "")
        if unsafe is True or any(word in text for word in unsafe or ()):
            return FAILURES["policy"]
        self._note_ignored(endpoint, fields)
        return self._lip_synced(fields) if endpoint == "fal-ai/kling-video/lipsync/audio-to-video" else (200, None)

    def _note_ignored(self, endpoint: str, fields: Mapping[str, Any]) -> None:
        """Some models leave pictures out and say nothing."""
        most = 4 if endpoint == "fal-ai/flux-2/edit" else 10 if "seedream" in endpoint else 0
        pictures = fields.get("image_urls")
        if most and isinstance(pictures, list) and len(pictures) > most:
            self.ignored.append((endpoint, len(pictures) - most))

    def _lip_synced(self, fields: Mapping[str, Any]) -> tuple[int, dict[str, Any] | None]:
        clip, sound = (made.content_of(str(fields[key]), self._found) for key in ("video_url", "audio_url"))
        sides, length = made.shows(clip), made.lasts_ms(clip)
        if not 2000 <= length <= 10_040:
            kind = "video_duration_too_long" if length > 10_000 else "video_duration_too_short"
            return 422, wrong(kind, "Video duration must be between 2 and 10 seconds", "video_url")
        if min(sides) < 720 or max(sides) > 1920:
            return 422, wrong("image_too_small", "Video sides must be between 720 and 1920 pixels", "video_url")
        if len(sound) > 5_000_000:
            return 422, wrong("file_too_large", "Audio must be at most 5MB", "audio_url")
        return 200, None

    def _charge(self, job: Job) -> None:
        """Nothing is billed for what fails or is stopped."""
        if job.status != 200 or self.knobs.get("never"):
            return
        seconds = made.length_ms(self._assumed(job), self._found) / 1000
        wide, high = made.shown(self._assumed(job), self._found)
        job.units, micros = units_of(self.models[job.endpoint], job.fields, seconds, wide * high)
        self.charge(job.id, round(job.units * micros), job.endpoint)

    def _assumed(self, job: Job) -> dict[str, Any]:
        """What was asked for, with what the model does where it is not asked."""
        return {**self.models[job.endpoint].get("assumed", {}), **job.fields}

    def _state(self, job: Job) -> str:
        age = self.now() - job.taken
        if job.cancelled is not None or (age >= job.seconds and not self.knobs.get("never")):
            return "COMPLETED"
        return "IN_QUEUE" if age < job.seconds / 4 else "IN_PROGRESS"

    def _job(self, app: str, number: str) -> Job | None:
        job = self.jobs.get(number)
        return None if job is None or self.knobs.get("lose") or not job.endpoint.startswith(app) else job

    def show_status(self, asked: Asked, app: str, number: str) -> Answer:
        """GET .../status: 202 until it is over, 200 then, whatever came of it."""
        job = self._job(app, number)
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if job is None:
            return Answer(404, {"detail": "Request not found"})
        state = self._state(job)
        address = f"{self.url}/{app}/requests/{number}"
        told: dict[str, Any] = {"status": state, "request_id": number, "response_url": address}
        if state == "IN_QUEUE":
            return Answer(202, {**told, "queue_position": 0})
        has_logs = asked.query.get("logs", ["0"])[0] in {"1", "true"}
        told["logs"] = [_line(self.now(), " 50%|#####     | 14/28")] if has_logs else None
        if state == "IN_PROGRESS":
            return Answer(202, told)
        told["metrics"] = {"inference_time": job.seconds}
        status, body = self._ending(job)
        if status != 200:
            told |= {"error": "Request failed", "error_type": _kind_of(body)}
        return Answer(200, told)

    def _ending(self, job: Job) -> tuple[int, dict[str, Any]]:
        if job.cancelled is not None:
            return 499, {"detail": "Request was cancelled by the client", "error_type": "client_cancelled"}
        return job.status, job.body or {}

    def show_result(self, asked: Asked, app: str, number: str) -> Answer:
        """GET .../requests/{id}: the model's output, or its own error."""
        job = self._job(app, number)
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if job is None:
            return Answer(404, {"detail": "Request not found"})
        if self._state(job) != "COMPLETED":
            return Answer(400, {"detail": "Request is still in progress"})
        return self._result(job)

    def _result(self, job: Job) -> Answer:
        status, body = self._ending(job)
        if status != 200:
            return Answer(status, body, {"x-fal-request-id": job.id, "X-Fal-Error-Type": _kind_of(body)})
        headers = {"x-fal-request-id": job.id, "x-fal-billable-units": f"{job.units:g}"}
        return Answer(200, self._output(job), headers)

    def _output(self, job: Job) -> dict[str, Any]:
        output = self.models[job.endpoint]["output"]
        if output["kind"] == "words":
            return self._transcript(output["key"])
        if not job.files:
            hue = int(hashlib.sha256(job.id.encode()).hexdigest()[:4], 16)
            content, kind = made.made(output["kind"], self._assumed(job), self._found, self.knobs, hue)
            job.files.setdefault(f"out.{kind.partition('/')[2].replace('mpeg', 'mp3')}", (content, kind))
        name, (content, kind) = next(iter(job.files.items()))
        file = {"url": f"{self.url}/out/{job.id}/{name}", "content_type": kind, "file_name": name}
        told: dict[str, Any] = {"seed": 1, output["key"]: {**file, "file_size": len(content)}}
        if output["key"] == "images":
            told["images"] = [told["images"]]
            told["has_nsfw_concepts"] = [bool(self.knobs.get("black"))]
        if job.fields.get("timestamps"):
            told["timestamps"] = [_spoken(str(job.fields["text"]))]
        return told

    def _transcript(self, key: str) -> dict[str, Any]:
        words = str(self.knobs.get("heard", "hello there")).split()
        times = [(round(n * 0.4, 3), round(n * 0.4 + 0.35, 3)) for n in range(len(words))]
        if key == "chunks":
            rows: list[dict[str, Any]] = [
                {"text": word, "timestamp": list(time)} for word, time in zip(words, times, strict=True)
            ]
        else:
            rows = [
                {"text": word, "start": start, "end": end, "type": "word"}
                for word, (start, end) in zip(words, times, strict=True)
            ]
        return {"text": " ".join(words), key: rows}

    def cancel(self, asked: Asked, app: str, number: str) -> Answer:
        """PUT .../cancel."""
        job = self._job(app, number)
        if (stranger := self.stranger(asked)) is not None:
            return stranger
        if job is None:
            return Answer(404, {"status": "NOT_FOUND"})
        with self.lock:
            if self._state(job) == "COMPLETED":
                return Answer(400, {"status": "ALREADY_COMPLETED"})
            job.cancelled = self.now()
            self.charges = [charge for charge in self.charges if charge.job != number]
        return Answer(202, {"status": "CANCELLATION_REQUESTED"})

    # --- Messages -----------------------------------------------------------------------------------

    def _announce(self, job: Job) -> None:
        way = self.knobs.get("webhook", "signed")
        if not job.webhook or way == "never" or self.knobs.get("never"):
            return
        message = Message(job.webhook, job.taken + job.seconds + (5 if way == "late" else 0), self._maker(job, way))
        if way == "early":
            self.postman.deliver(message)
            return
        self.postman.post(message)
        if way in {"double", "unordered"}:
            self.postman.post(message)

    def _maker(self, job: Job, way: str) -> Any:
        def make() -> tuple[bytes, Mapping[str, str]]:
            status, body = self._ending(job)
            told: dict[str, Any] = {"request_id": job.id, "gateway_request_id": job.id, "status": "OK"}
            if status == 200:
                told["payload"] = self._output(job)
            else:
                told |= {"status": "ERROR", "error": f"Unexpected status code: {status}", "payload": body}
            content = json.dumps(told).encode()
            key = Ed25519PrivateKey.generate() if way == "forged" else None
            return content, self.signed(content, job.id, self.now() - (3600 if way == "stale" else 0), key)

        return make

    def signed(self, body: bytes, number: str, moment: float, key: Ed25519PrivateKey | None = None) -> dict[str, str]:
        """The headers of a message."""
        parts = [number, "user-twin", str(int(moment)), hashlib.sha256(body).hexdigest()]
        return {
            "Content-Type": "application/json",
            "X-Fal-Webhook-Request-Id": parts[0],
            "X-Fal-Webhook-User-Id": parts[1],
            "X-Fal-Webhook-Timestamp": parts[2],
            "X-Fal-Webhook-Signature": (key or self.private_key).sign("\n".join(parts).encode()).hex(),
        }


_NAMES = {
    "required": "missing",
    "additional_property_not_allowed": "extra_forbidden",
    "number_gte": "greater_than_equal",
    "number_lte": "less_than_equal",
    "enum": "literal_error",
}


def _kind_of(body: Mapping[str, Any]) -> str:
    detail = body.get("detail")
    return str(detail[0]["type"]) if isinstance(detail, list) and detail else str(body.get("error_type", ""))


def _line(moment: float, message: str) -> dict[str, str]:
    return {"timestamp": iso(moment), "level": "STDERR", "source": "USER", "message": message}


def _spoken(text: str) -> dict[str, Any]:
    each = made.READING_MS / 1000
    return {
        "characters": list(text),
        "character_start_times_seconds": [round(n * each, 3) for n in range(len(text))],
        "character_end_times_seconds": [round((n + 1) * each, 3) for n in range(len(text))],
    }


def _moment(text: str) -> float:
    return datetime.fromisoformat(text.replace("Z", "+00:00").replace(" ", "+")).timestamp()
