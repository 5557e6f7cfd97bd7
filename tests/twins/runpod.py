"""RunPod serverless on loopback: jobs in a queue, results that are kept for half an hour, calls without a signature.

Knobs (`self.knobs`): `key`, `gone` (endpoints that are no more), `seconds` (of work, 0.2, after `delay_s` in the queue,
0.0), `end` ("done", "failed", "oom", "never", "timed_out"), `lose`, `lie`, `refuse` (words that the model's safety
checker stops), `workers` (how many jobs run at once), `rate_limited`, `credit_micros`, `micros` (what a run costs;
InfiniteTalk has prices of its own), `inside` (results as base64), `webhook` ("signed", that is: right; "forged",
"double", "early", "late", "never", "unordered").
"""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from . import made, media
from .server import Answer, Asked, Twin
from .webhooks import Message, Postman

KEY = "rpa_0123456789ABCDEF0123456789ABCDEF"
LARGEST_RUN, LARGEST_RUNSYNC = 10 * 1024 * 1024, 20 * 1024 * 1024
KEPT_S, KEPT_SYNC_S = 30 * 60, 60
INFINITETALK_MICROS = {"480p": 250_000, "720p": 500_000}
_FIELDS: Mapping[str, tuple[str, ...]] = {"infinitetalk": ("prompt", "image", "audio", "size")}
"""What a public endpoint cannot do without."""


@dataclass
class Job:
    """One job, and when it was taken."""

    endpoint: str
    job_id: str
    fields: dict[str, Any]
    webhook: str
    began: float
    delay_s: float
    seconds: float
    kept_s: float
    end: str
    cancelled_at: float | None = None

    @property
    def ends(self) -> float:
        """When it is over."""
        return self.began + self.delay_s + self.seconds

    def status(self, now: float) -> str:
        """How far it is."""
        if self.cancelled_at is not None:
            return "CANCELLED"
        if now < self.began + self.delay_s:
            return "IN_QUEUE"
        if now < self.ends or self.end == "never":
            return "IN_PROGRESS"
        return {"failed": "FAILED", "oom": "FAILED", "timed_out": "TIMED_OUT", "refused": "FAILED"}.get(
            self.end, "COMPLETED"
        )


class RunPodTwin(Twin):
    """The vendor's server."""

    name: ClassVar[str] = "runpod"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/v2/([^/]+)/(run|runsync)", "run"),
        ("GET", r"/v2/([^/]+)/status/([^/]+)", "tell"),
        ("POST", r"/v2/([^/]+)/cancel/([^/]+)", "cancel"),
        ("GET", r"/v2/([^/]+)/health", "health"),
        ("POST", r"/v2/([^/]+)/purge-queue", "purge"),
        ("GET", r"/files/([^/]+)", "send_file"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.jobs: dict[str, Job] = {}
        self.postman = Postman(self.now)

    @property
    def base_url(self) -> str:
        """Where endpoints lie."""
        return f"{self.url}/v2"

    def stop(self) -> None:
        """Listen and call no more."""
        self.postman.stop()
        super().stop()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.jobs = {}

    # --- Jobs --------------------------------------------------------------------------------------

    def run(self, asked: Asked, endpoint: str, way: str) -> Answer:
        """Take a job."""
        refusal = self._refusal(asked, endpoint) or self._bad(asked, endpoint, way)
        if refusal is not None:
            return refusal
        job = self._taken(endpoint, asked.json, way)
        if job.webhook:
            self._call(job)
        if way == "runsync":
            job.delay_s = job.seconds = 0.0
            return Answer(200, self._told(job))
        return Answer(200, {"id": job.job_id, "status": "IN_QUEUE"})

    def _refusal(self, asked: Asked, endpoint: str) -> Answer | None:
        if asked.headers.get("authorization", "") != f"Bearer {self.knobs.get('key', KEY)}":
            return Answer(401, {"error": "unauthorized"})
        if endpoint in self.knobs.get("gone", ()):
            return Answer(404, {"error": "endpoint not found"})
        return None

    def _bad(self, asked: Asked, endpoint: str, way: str) -> Answer | None:
        largest = LARGEST_RUN if way == "run" else LARGEST_RUNSYNC
        if len(asked.body) > largest:
            return Answer(413, {"error": f"body exceeds the limit of {largest // 1024**2}MiB"})
        body = asked.json
        if not isinstance(body, dict) or not isinstance(body.get("input"), dict):
            return Answer(400, {"error": "input is required"})
        missing = [name for name in _FIELDS.get(endpoint, ()) if not body["input"].get(name)]
        if missing or (endpoint in _FIELDS and body["input"]["size"] not in INFINITETALK_MICROS):
            return Answer(400, {"error": f"invalid input: {', '.join(missing) or 'size'}"})
        if self.knobs.get("rate_limited"):
            return Answer(429, {"error": "too many requests"}, {"Retry-After": "7"})
        if self.bill_micros >= int(self.knobs.get("credit_micros", 10**12)):
            return Answer(402, {"error": "insufficient balance"})
        return None

    def _taken(self, endpoint: str, body: Mapping[str, Any], way: str) -> Job:
        fields = dict(body["input"])
        refused = any(word in json.dumps(fields) for word in self.knobs.get("refuse", ()))
        with self.lock:
            open_jobs = [job for job in self.jobs.values() if job.status(self.now()) in {"IN_QUEUE", "IN_PROGRESS"}]
            waits = max(0, len(open_jobs) + 1 - int(self.knobs.get("workers", 100)))
            seconds = float(self.knobs.get("seconds", 0.2))
            job = Job(
                endpoint,
                f"{uuid.uuid4()}-e1",
                fields,
                str(body.get("webhook") or ""),
                self.now(),
                float(self.knobs.get("delay_s", 0.0)) + waits * seconds,
                seconds,
                KEPT_S if way == "run" else KEPT_SYNC_S,
                "refused" if refused else str(self.knobs.get("end", "done")),
            )
            self.jobs[job.job_id] = job
            self.charge(job.job_id, self._micros(job), endpoint)
        return job

    def _micros(self, job: Job) -> int:
        if job.endpoint == "infinitetalk":
            return INFINITETALK_MICROS[job.fields["size"]]
        return int(self.knobs.get("micros", 100_000))

    def tell(self, asked: Asked, endpoint: str, job_id: str) -> Answer:
        """How far a job is, while that is kept."""
        refusal = self._refusal(asked, endpoint)
        if refusal is not None:
            return refusal
        job = self.jobs.get(job_id)
        if job is None or job.endpoint != endpoint or self.knobs.get("lose") or self._is_forgotten(job):
            return Answer(404, {"error": "job not found"})
        return Answer(200, self._told(job))

    def _is_forgotten(self, job: Job) -> bool:
        return job.status(self.now()) not in {"IN_QUEUE", "IN_PROGRESS"} and self.now() > job.ends + job.kept_s

    def _told(self, job: Job) -> dict[str, Any]:
        status = job.status(self.now())
        told: dict[str, Any] = {"id": job.job_id, "status": status, "delayTime": int(job.delay_s * 1000)}
        if status == "IN_PROGRESS":
            share = (self.now() - job.began - job.delay_s) / max(job.seconds, 0.01)
            told["output"] = {"progress": round(min(0.99, share), 2)}
        if status == "FAILED":
            words = {
                "oom": "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB",
                "refused": "NSFW content detected by the safety checker",
            }
            told["error"] = words.get(job.end, "Traceback (most recent call last): RuntimeError: the handler broke")
        if status == "COMPLETED":
            told |= {"executionTime": int(job.seconds * 1000), "output": self._output(job)}
        return told

    def _output(self, job: Job) -> dict[str, Any]:
        if self.knobs.get("inside"):
            return {"output": base64.b64encode(self._made(job)[0]).decode()}
        name = "video_url" if job.endpoint == "infinitetalk" else "output"
        return {name: f"{self.url}/files/{job.job_id}", "cost": self._micros(job) / 1e6}

    def _made(self, job: Job) -> tuple[bytes, str]:
        kind = self.knobs.get("kind") or ("sound" if "text" in job.fields or "sample" in job.fields else "clip")
        if (
            kind == "clip"
            and "references" not in job.fields
            and "duration_ms" not in job.fields
            and "size" not in job.fields
        ):
            kind = "picture"
        fields: dict[str, Any] = {
            name: job.fields[name] for name in ("width", "height", "text", "prompt") if name in job.fields
        }
        fields["duration"] = int(job.fields.get("duration_ms", 1000)) / 1000
        return made.made(str(kind), fields, lambda link: media.sound(1000), {"shrink": 16, **self.knobs}, 0)

    def send_file(self, asked: Asked, job_id: str) -> Answer:
        """The result of a job: its address is public."""
        job = self.jobs.get(job_id)
        if job is None:
            return Answer(404, "not found")
        content, kind = self._made(job)
        return Answer(200, content, {"Content-Type": kind})

    def cancel(self, asked: Asked, endpoint: str, job_id: str) -> Answer:
        """Stop a job."""
        refusal = self._refusal(asked, endpoint)
        job = self.jobs.get(job_id)
        if refusal is not None or job is None:
            return refusal or Answer(404, {"error": "job not found"})
        if job.status(self.now()) in {"IN_QUEUE", "IN_PROGRESS"}:
            job.cancelled_at = self.now()
        return Answer(200, {"id": job_id, "status": job.status(self.now())})

    def health(self, asked: Asked, endpoint: str) -> Answer:
        """How many jobs and workers there are."""
        refusal = self._refusal(asked, endpoint)
        if refusal is not None:
            return refusal
        states = [job.status(self.now()) for job in self.jobs.values() if job.endpoint == endpoint]
        names = {"completed": "COMPLETED", "failed": "FAILED", "inProgress": "IN_PROGRESS", "inQueue": "IN_QUEUE"}
        jobs = {name: states.count(state) for name, state in names.items()}
        return Answer(200, {"jobs": {**jobs, "retried": 0}, "workers": {"idle": 1, "running": 0}})

    def purge(self, asked: Asked, endpoint: str) -> Answer:
        """Stop all that waits."""
        refusal = self._refusal(asked, endpoint)
        if refusal is not None:
            return refusal
        waiting = [
            job for job in self.jobs.values() if job.endpoint == endpoint and job.status(self.now()) == "IN_QUEUE"
        ]
        for job in waiting:
            job.cancelled_at = self.now()
        return Answer(200, {"removed": len(waiting), "status": "completed"})

    # --- Calls -------------------------------------------------------------------------------------

    def _call(self, job: Job) -> None:
        way = str(self.knobs.get("webhook", "signed"))
        if way == "never" or job.end == "never":
            return
        if way == "early":
            job.delay_s = job.seconds = 0.0
            self.postman.deliver(Message(job.webhook, 0.0, self._writer(job)))
            return
        at = job.ends + (5 if way == "late" else 0.01)
        for _ in range(2 if way == "double" else 1):
            self.postman.post(Message(job.webhook, at, self._writer(job, forged=way == "forged")))
        if way == "unordered":
            self.postman.post(Message(job.webhook, at + 0.05, self._writer(job, status="IN_PROGRESS")))

    def _writer(
        self, job: Job, *, forged: bool = False, status: str = ""
    ) -> Callable[[], tuple[bytes, Mapping[str, str]]]:
        def write() -> tuple[bytes, Mapping[str, str]]:
            told = {"id": "nobody's", "status": "COMPLETED"} if forged else self._told(job)
            told = {**told, "status": status} if status else told
            return json.dumps(told).encode(), {"Content-Type": "application/json"}

        return write
