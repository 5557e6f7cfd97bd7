"""n8n on loopback, with a workflow that keeps the contract of `docs/gateways.md`: at once, by and by, or with a call.

Knobs (`self.knobs`): `key` (what its webhook asks for in X-Sceneme-Key; none unless set), `mode` ("later": the webhook
answers at once and the result is asked for; "json": it answers with the result; "file": its answer is the file;
"started": n8n's own "Workflow was started"), `seconds` (of work, 0.2), `end` ("done", "failed", "never"), `inactive`
(the workflow is not activated), `broken` (it breaks off in the middle), `inside` (results as base64, not as links),
`lose`, `lie` ("kind", "duration", "size"), `refuse` (words it fails on), `micros` (what a run costs, 50,000), `webhook`
("signed", "forged", "double", "early", "late", "never"), `secret` (sent along with calls), `told` (a call says where
the result is).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from . import made, media
from .server import Answer, Asked, Twin
from .webhooks import Message, Postman

LARGEST_BODY = 16 * 1024 * 1024
_SOUNDS = ("speech", "music", "effects", "foley", "voice")
_PICTURES = ("image",)


@dataclass
class Run:
    """One run of a workflow."""

    reference: str
    capability: str
    fields: dict[str, Any]
    callback_url: str
    began: float
    seconds: float


class N8nTwin(Twin):
    """A server of n8n with one workflow, under any path."""

    name: ClassVar[str] = "n8n"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("GET", r"/healthz", "health"),
        ("GET", r"/files/([^/]+)", "send_file"),
        ("POST", r"/webhook/(.+)", "start_run"),
        ("GET", r"/webhook/(.+)", "tell"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.runs: dict[str, Run] = {}
        self.postman = Postman(self.now)

    def stop(self) -> None:
        """Listen and call no more."""
        self.postman.stop()
        super().stop()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.runs = {}

    def unknown(self, asked: Asked) -> Answer:
        """Answer what no webhook is registered for."""
        words = f'The requested webhook "{asked.method} {asked.path.removeprefix("/webhook/")}" is not registered.'
        hint = "The workflow must be active for a production URL to run successfully."
        return Answer(404, {"code": 404, "message": words, "hint": hint})

    def health(self, asked: Asked) -> Answer:
        """Say that it is there."""
        return Answer(200, {"status": "ok"})

    # --- The workflow ------------------------------------------------------------------------------

    def start_run(self, asked: Asked, path: str) -> Answer:
        """Begin a run; the same reference begins no second one."""
        refusal = self._refusal(asked)
        if refusal is not None:
            return refusal
        body = asked.json or {}
        with self.lock:
            run = self.runs.get(str(body.get("reference", ""))) or self._begun(body)
        if self.knobs.get("broken"):
            return Answer(500, {"message": "Error in workflow"})
        if run.callback_url:
            self._call(run)
        return self._answered(run)

    def _refusal(self, asked: Asked) -> Answer | None:
        if self.knobs.get("inactive"):
            return self.unknown(asked)
        key = self.knobs.get("key", "")
        if key and asked.headers.get("x-sceneme-key", "") != key:
            return Answer(403, "Authorization data is wrong!")
        if len(asked.body) > LARGEST_BODY:
            return Answer(413, {"message": "request entity too large"})
        return None

    def _begun(self, body: Mapping[str, Any]) -> Run:
        fields = dict(body.get("request") or {})
        reference = str(body.get("reference", ""))
        run = Run(
            reference,
            str(body.get("capability", "")),
            fields,
            str(body.get("callback_url") or ""),
            self.now(),
            float(self.knobs.get("seconds", 0.2)),
        )
        self.runs[reference] = run
        self.charge(reference, int(self.knobs.get("micros", 50_000)), run.capability)
        return run

    def _answered(self, run: Run) -> Answer:
        mode = self.knobs.get("mode", "later")
        if mode == "started":
            return Answer(200, {"message": "Workflow was started"})
        if mode == "later":
            return Answer(200, self._told(run))
        run.seconds = 0.0
        if mode == "file" and self._state(run) == "done":
            content, kind = self._made(run)
            return Answer(200, content, {"Content-Type": kind})
        return Answer(200, [self._told(run)])

    def tell(self, asked: Asked, path: str) -> Answer:
        """How far a run is, by our reference."""
        refusal = self._refusal(asked)
        if refusal is not None:
            return refusal
        run = self.runs.get(asked.query.get("reference", [""])[0])
        if run is None or self.knobs.get("lose"):
            return Answer(200, {"status": "unknown"})
        return Answer(200, self._told(run))

    def _state(self, run: Run) -> str:
        words = json.dumps(run.fields)
        if any(word in words for word in self.knobs.get("refuse", ())):
            return "failed"
        if self.knobs.get("end") == "never" or self.now() < run.began + run.seconds:
            return "working"
        return str(self.knobs.get("end", "done"))

    def _told(self, run: Run) -> dict[str, Any]:
        state = self._state(run)
        told: dict[str, Any] = {"reference": run.reference, "status": state}
        if state == "working":
            told["progress"] = round(min(0.99, (self.now() - run.began) / max(run.seconds, 0.01)), 2)
        if state == "failed":
            told["error"] = "blocked by our content policy" if self.knobs.get("refuse") else "a node ran out of luck"
        if state == "done":
            told |= {"output": self._output(run), "cost_usd": int(self.knobs.get("micros", 50_000)) / 1e6}
        return told

    def _output(self, run: Run) -> Any:
        if run.capability in {"text", "vision", "align"}:
            return self.knobs.get("document", {"words": [["Hello", 0, 400]]})
        if self.knobs.get("inside"):
            return base64.b64encode(self._made(run)[0]).decode()
        return f"{self.url}/files/{run.reference}"

    def _made(self, run: Run) -> tuple[bytes, str]:
        kind = "sound" if run.capability in _SOUNDS else "picture" if run.capability in _PICTURES else "clip"
        fields: dict[str, Any] = {
            name: run.fields[name] for name in ("width", "height", "text", "prompt") if name in run.fields
        }
        fields["duration"] = int(run.fields.get("duration_ms", 1000)) / 1000
        return made.made(kind, fields, self._find, {"shrink": 16, **self.knobs}, 0)

    @staticmethod
    def _find(link: str) -> bytes:
        return media.sound(1000)

    def send_file(self, asked: Asked, reference: str) -> Answer:
        """The result of a run."""
        run = self.runs.get(reference)
        if run is None:
            return Answer(404, "not found")
        content, kind = self._made(run)
        return Answer(200, content, {"Content-Type": kind})

    # --- Calls -------------------------------------------------------------------------------------

    def _call(self, run: Run) -> None:
        way = str(self.knobs.get("webhook", "signed"))
        if way == "never":
            return
        message = Message(run.callback_url, run.began + run.seconds + 0.01, self._writer(run, way))
        if way == "early":
            self.postman.deliver(message)
            return
        if way == "late":
            message.at += 5
        for _ in range(2 if way == "double" else 1):
            self.postman.post(message)

    def _writer(self, run: Run, way: str) -> Callable[[], tuple[bytes, Mapping[str, str]]]:
        def write() -> tuple[bytes, Mapping[str, str]]:
            told = self._told(run) if self.knobs.get("told", True) else {"reference": run.reference}
            secret = "somebody else's" if way == "forged" else str(self.knobs.get("secret", ""))
            return json.dumps(told).encode(), {"Content-Type": "application/json", "X-Sceneme-Secret": secret}

        return write
