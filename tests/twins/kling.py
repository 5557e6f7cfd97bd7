"""Kling on loopback: tokens are checked, tasks go their way, each change is called out, clips lie there for 30 days.

Knobs (`self.knobs`): `access`, `secret` (the two parts of the good key); `clock_ahead_s` (how wrong its clock is);
`seconds` (of work, by the twin's clock; 0.2), `end` ("succeed", "fail", "never"), `lose` (tasks are forgotten once
they were begun), `lie` ("short", "small", "picture", "html"), `refuse` (words that are refused at once),
`refuse_late` (words for which a task fails), `gone` (models that are no more), `concurrency`, `credit_micros`, `size`
([width, height] of the clips, for speed), `clip_ms` (how long what follows a recording lasts), `webhook` ("signed",
that is: in order and right; "forged", "double", "early", "late", "never", "unordered").
"""

from __future__ import annotations

import json
import threading
import time
import uuid
from dataclasses import dataclass
from typing import Any, ClassVar

import httpx
import jwt

from . import media
from .kling_rules import MICROS_PER_SECOND, CodeError, check, check_clip, check_picture
from .server import Answer, Asked, Twin

ACCESS = "ak-0123456789abcdef"
SECRET = "sk-0123456789abcdef0123456789abcdef"
KEY = f"{ACCESS}:{SECRET}"
KEPT_S = 30 * 24 * 3600
WORKING_SHARE = 0.3
"""After this part of the time a task is no longer waiting."""


@dataclass
class Task:
    """One task, and when it was begun."""

    kind: str
    task_id: str
    body: dict[str, Any]
    began: float
    seconds: float
    end: str
    length_ms: int
    size: tuple[int, int]
    message: str = ""

    @property
    def external_task_id(self) -> str:
        """The number that whoever asked gave it."""
        return str(self.body.get("external_task_id") or "")

    def status(self, now: float) -> str:
        """How far it is."""
        share = (now - self.began) / self.seconds if self.seconds else 1.0
        if share < WORKING_SHARE:
            return "submitted"
        if share < 1 or self.end == "never":
            return "processing"
        return "failed" if self.end == "fail" else "succeed"


class KlingTwin(Twin):
    """The vendor's server."""

    name: ClassVar[str] = "kling"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/v1/videos/(text2video|image2video|lip-sync|avatar)", "create"),
        ("GET", r"/v1/videos/(text2video|image2video|lip-sync|avatar)", "list_tasks"),
        ("GET", r"/v1/videos/(text2video|image2video|lip-sync|avatar)/([^/]+)", "tell"),
        ("GET", r"/account/costs", "tell_costs"),
        ("GET", r"/cdn/([^/]+)\.mp4", "send_clip"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.tasks: dict[str, Task] = {}
        self.called: list[dict[str, Any]] = []
        """The messages that were sent, in order."""

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.tasks, self.called = {}, []

    def _routed(self, asked: Asked) -> Answer:
        try:
            if not asked.path.startswith("/cdn/"):
                self._admit(asked)
            return super()._routed(asked)
        except CodeError as error:
            return error.answer

    def unknown(self, asked: Asked) -> Answer:
        """Answer what no route knows."""
        return CodeError(404, 1202, "The requested method is invalid").answer

    def _admit(self, asked: Asked) -> None:
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if not token:
            raise CodeError(401, 1001, "Authorization is empty")
        secret, access = str(self.knobs.get("secret", SECRET)), self.knobs.get("access", ACCESS)
        try:
            claims = jwt.decode(token, secret, algorithms=["HS256"], options={"verify_exp": False, "verify_nbf": False})
        except jwt.InvalidTokenError as error:
            raise CodeError(401, 1002, f"Authorization is invalid: {error}") from error
        if claims.get("iss") != access or not {"exp", "nbf"} <= set(claims):
            raise CodeError(401, 1002, "Authorization is invalid")
        # Tokens are made by the real clock, so that time may pass for tasks without all keys becoming bad.
        now = time.time() + float(self.knobs.get("clock_ahead_s", 0))
        if claims["nbf"] > now:
            raise CodeError(401, 1003, "Authorization is not yet valid")
        if claims["exp"] < now:
            raise CodeError(401, 1004, "Authorization has expired")

    # --- Tasks -------------------------------------------------------------------------------------

    def create(self, asked: Asked, kind: str) -> Answer:
        """Begin a task, and call out each of its changes."""
        body = check(asked, kind)
        self._model(kind, body)
        self._moderate(body)
        length_ms, size, micros = self._price(kind, body)
        task = self._begun(kind, body, length_ms, size, micros)
        if body.get("callback_url"):
            self._call_out(task, str(body["callback_url"]))
        return _envelope(self._told(task, with_result=False))

    def _begun(self, kind: str, body: dict[str, Any], length_ms: int, size: tuple[int, int], micros: int) -> Task:
        late = any(word in json.dumps(body) for word in self.knobs.get("refuse_late", ()))
        seconds, end = float(self.knobs.get("seconds", 0.2)), str(self.knobs.get("end", "succeed"))
        task = Task(kind, uuid.uuid4().hex, body, self.now(), seconds, "fail" if late else end, length_ms, size)
        task.message = "Failure to pass the risk control system" if late else "Task timed out" if end == "fail" else ""
        with self.lock:
            self._room(task, micros)
            self.tasks[task.task_id] = task
            # What fails is given back: only what is delivered is billed.
            if task.end != "fail":
                self.charge(task.task_id, micros, f"{kind}: {length_ms} ms")
        return task

    def _room(self, task: Task, micros: int) -> None:
        open_tasks = [each for each in self.tasks.values() if each.status(self.now()) in {"submitted", "processing"}]
        if len(open_tasks) >= int(self.knobs.get("concurrency", 100)):
            raise CodeError(429, 1303, "Concurrency or QPS exceeds the limit of the resource pack")
        if self.bill_micros + micros > int(self.knobs.get("credit_micros", 10**12)):
            raise CodeError(429, 1102, "Resource pack depleted or expired")
        if task.external_task_id and self._by_reference(task.kind, task.external_task_id):
            raise CodeError(400, 1201, "external_task_id must be unique within one account")

    def _model(self, kind: str, body: dict[str, Any]) -> None:
        model = str(body.get("model_name") or "kling-v1")
        if kind in {"text2video", "image2video"} and model in self.knobs.get("gone", ()):
            raise CodeError(404, 1203, f"The requested resource does not exist: {model}")
        if kind == "image2video" and not (body.get("image") or body.get("image_tail")):
            raise CodeError(400, 1201, "image and image_tail cannot be empty at the same time")
        if kind in {"text2video", "image2video"}:
            check_clip(kind, model, body)
        for name in ("image", "image_tail"):
            if body.get(name):
                check_picture(str(body[name]))
        if kind == "lip-sync" and not (body["input"].get("audio_url") or body["input"].get("tts_text")):
            raise CodeError(400, 1201, "audio_url and tts_text cannot be empty at the same time")
        if kind == "avatar" and not (body.get("audio_id") or body.get("sound_file")):
            raise CodeError(400, 1201, "audio_id and sound_file cannot be empty at the same time")

    def _moderate(self, body: dict[str, Any]) -> None:
        if any(word in json.dumps(body) for word in self.knobs.get("refuse", ())):
            raise CodeError(400, 1301, "Trigger the content security policy of the platform")

    def _price(self, kind: str, body: dict[str, Any]) -> tuple[int, tuple[int, int], int]:
        """How long, how large, and for how much."""
        mode = str(body.get("mode") or "std")
        rate = MICROS_PER_SECOND.get((str(body.get("model_name") or "kling-v1"), mode), 98_000)
        if kind in {"lip-sync", "avatar"}:
            length_ms = int(self.knobs.get("clip_ms", 5000))
            rate = 14_000 if kind == "lip-sync" else 56_200 if mode == "std" else 115_000
        else:
            length_ms = int(body.get("duration") or 5) * 1000
        wide, high = (1280, 720) if mode == "std" else (1920, 1080)
        shape = body.get("aspect_ratio", "16:9")
        size = {"16:9": (wide, high), "9:16": (high, wide)}.get(shape, (high, high))
        told = self.knobs.get("size")
        return length_ms, (int(told[0]), int(told[1])) if told else size, rate * length_ms // 1000

    def tell(self, asked: Asked, kind: str, task_id: str) -> Answer:
        """One task, by its own number or by that of whoever asked."""
        task = self.tasks.get(task_id) or self._by_reference(kind, task_id)
        if task is None or task.kind != kind or self.knobs.get("lose"):
            raise CodeError(404, 1203, "The requested resource does not exist: task not found")
        return _envelope(self._told(task))

    def list_tasks(self, asked: Asked, kind: str) -> Answer:
        """One page of the tasks of one kind, the newest first."""
        number, size = (
            int(asked.query.get(name, [usual])[0]) for name, usual in (("pageNum", "1"), ("pageSize", "30"))
        )
        if not (1 <= number <= 1000 and 1 <= size <= 500):
            raise CodeError(400, 1201, "pageNum or pageSize is out of range")
        rows = sorted((task for task in self.tasks.values() if task.kind == kind), key=lambda task: -task.began)
        return _envelope([self._told(task) for task in rows[(number - 1) * size : number * size]])

    def _by_reference(self, kind: str, reference: str) -> Task | None:
        rows = [task for task in self.tasks.values() if task.kind == kind and task.external_task_id == reference]
        return rows[0] if rows else None

    def _told(self, task: Task, *, with_result: bool = True, status: str = "") -> dict[str, Any]:
        status = status or task.status(self.now())
        told: dict[str, Any] = {
            "task_id": task.task_id,
            "task_status": status if with_result else "submitted",
            "task_info": {"external_task_id": task.external_task_id},
            "created_at": int(task.began * 1000),
            "updated_at": int(self.now() * 1000),
        }
        if not with_result:
            return told
        told["task_status_msg"] = task.message if status == "failed" else ""
        if status == "succeed":
            url = f"{self.url}/cdn/{task.task_id}.mp4"
            told["task_result"] = {"videos": [{"id": task.task_id, "url": url, "duration": f"{task.length_ms / 1000}"}]}
        return told

    def send_clip(self, asked: Asked, task_id: str) -> Answer:
        """The clip of a task, while it is kept."""
        task = self.tasks.get(task_id)
        if task is None or self.now() > task.began + task.seconds + KEPT_S:
            return Answer(404, "<html>Not Found</html>")
        lie = self.knobs.get("lie")
        if lie == "html":
            return Answer(200, "<html>Service busy</html>")
        if lie == "picture":
            return Answer(200, media.picture(64, 36), {"Content-Type": "video/mp4"})
        width, height = (task.size[0] // 2, task.size[1] // 2) if lie == "small" else task.size
        length_ms = task.length_ms // 2 if lie == "short" else task.length_ms
        return Answer(200, media.clip(length_ms, width, height), {"Content-Type": "video/mp4"})

    def tell_costs(self, asked: Asked) -> Answer:
        """What is left of the packages."""
        if not {"start_time", "end_time"} <= set(asked.query):
            raise CodeError(400, 1201, "start_time and end_time are required")
        pack = {
            "resource_pack_name": "Video Generation - 1000 units",
            "resource_pack_id": "p-1",
            "resource_pack_type": "decreasing_total",
            "total_quantity": 1000.0,
            "remaining_quantity": 1000 - self.bill_micros / 140_000,
            "purchase_time": 1_790_000_000_000,
            "effective_time": 1_790_000_000_000,
            "invalid_time": 1_900_000_000_000,
            "status": "online",
        }
        gone = {**pack, "resource_pack_name": "Trial", "invalid_time": 1_700_000_000_000, "status": "expired"}
        return _envelope({"code": 0, "msg": "success", "resource_pack_subscribe_infos": [pack, gone]})

    # --- Messages ----------------------------------------------------------------------------------

    def _call_out(self, task: Task, address: str) -> None:
        way = str(self.knobs.get("webhook", "signed"))
        if way == "never":
            return
        end = {"fail": "failed", "never": "processing"}.get(task.end, "succeed")
        plan = [(0.0, "submitted"), (task.seconds * WORKING_SHARE, "processing"), (task.seconds, end)]
        plan = [] if way == "forged" else plan[:2] if task.end == "never" else plan
        if way == "early":
            task.seconds = 0.0
            self._call(address, self._told(task, status=end))
            return
        if way == "unordered":
            plan = [(task.seconds, end), (task.seconds + 0.05, "processing")]
        if way == "late":
            plan = [(task.seconds + 1.0, end)]
        if way == "forged":
            self._later(0.0, address, {"task_id": uuid.uuid4().hex, "task_status": "succeed"})
        for wait, status in plan:
            for _ in range(2 if way == "double" else 1):
                self._later(wait, address, {}, task, status)

    def _later(
        self, wait: float, address: str, message: dict[str, Any], task: Task | None = None, status: str = ""
    ) -> None:
        def call() -> None:
            time.sleep(wait + 0.01)
            if self._server is None:
                return
            self._call(address, message if task is None else self._told(task, status=status))

        threading.Thread(target=call, daemon=True).start()

    def _call(self, address: str, message: dict[str, Any]) -> None:
        """Send the bare task: messages have no envelope, and no signature."""
        self.called.append(message)
        try:
            httpx.post(address, json=message, timeout=5)
        except (httpx.HTTPError, RuntimeError):
            # Nobody is there, or (in tests) may not be reached.
            return


def _envelope(data: Any) -> Answer:
    return Answer(200, {"code": 0, "message": "SUCCEED", "request_id": uuid.uuid4().hex, "data": data})
