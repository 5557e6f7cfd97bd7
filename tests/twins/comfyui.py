"""ComfyUI on loopback: graphs are checked node by node, wait in one queue, and are forgotten when it starts anew.

It costs nothing, so nothing is billed. Knobs (`self.knobs`): `seconds` (of work, 0.2), `end` ("success", "error",
"oom", "never"), `missing` (names of model files that are not there), `without` (nodes that are not installed), `lie`
("kind", "size", "duration"), `key` (asked for by a proxy before it, if set).
`restart()` forgets all, as a new start does.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from generation.providers.gateway.comfyui_graphs import FILES

from . import made, media
from .comfyui_nodes import NODES, Node
from .server import Answer, Asked, Twin

Graph = Mapping[str, Mapping[str, Any]]


@dataclass
class Prompt:
    """A graph that was taken."""

    prompt_id: str
    number: int
    graph: dict[str, Any]
    begins: float
    ends: float
    end: str
    stopped: bool = False


class ComfyUITwin(Twin):
    """The server."""

    name: ClassVar[str] = "comfyui"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = tuple(
        (method, rf"(?:/api)?{path}", name)
        for method, path, name in (
            ("POST", r"/prompt", "take"),
            ("GET", r"/history/([^/]+)", "tell"),
            ("GET", r"/queue", "tell_queue"),
            ("POST", r"/queue", "change_queue"),
            ("POST", r"/interrupt", "interrupt"),
            ("GET", r"/view", "send_file"),
            ("POST", r"/upload/image", "keep_file"),
            ("GET", r"/system_stats", "tell_system"),
            ("GET", r"/object_info", "tell_nodes"),
        )
    )

    def __init__(self) -> None:
        super().__init__()
        self.prompts: dict[str, Prompt] = {}
        self.inputs: dict[str, bytes] = {}
        self.outputs: dict[str, tuple[bytes, str]] = {}
        self._count = 0

    def reset(self) -> None:
        """Forget everything, files too."""
        super().reset()
        self.prompts, self.inputs, self.outputs = {}, {}, {}

    def restart(self) -> None:
        """Start anew: what waits and what was made is no longer known. Files stay."""
        with self.lock:
            self.prompts = {}

    def _routed(self, asked: Asked) -> Answer:
        key = self.knobs.get("key")
        if key and asked.headers.get("authorization") != f"Bearer {key}":
            return Answer(401, "<html>401 Authorization Required</html>")
        return super()._routed(asked)

    def unknown(self, asked: Asked) -> Answer:
        """Answer what no route knows."""
        return Answer(404, "404: Not Found")

    # --- Graphs ------------------------------------------------------------------------------------

    def take(self, asked: Asked) -> Answer:
        """Check a graph, and put it into the queue."""
        body = asked.json
        if not isinstance(body, dict) or not isinstance(body.get("prompt"), dict):
            return _refused("no_prompt", "No prompt provided", "No prompt provided")
        graph = body["prompt"]
        refusal = self._checked(graph)
        if refusal is not None:
            return refusal
        with self.lock:
            self._count += 1
            waits = max([self.now(), *(row.ends for row in self.prompts.values() if not row.stopped)])
            prompt_id = str(body.get("prompt_id") or uuid.uuid4())
            seconds = float(self.knobs.get("seconds", 0.2))
            end = str(self.knobs.get("end", "success"))
            self.prompts[prompt_id] = Prompt(prompt_id, self._count, graph, waits, waits + seconds, end)
        return Answer(200, {"prompt_id": prompt_id, "number": self._count, "node_errors": {}})

    def _checked(self, graph: Graph) -> Answer | None:
        for number, node in graph.items():
            kind = node.get("class_type")
            if not kind:
                return _refused("missing_node_type", "Node has no class_type", f"Node ID '#{number}'")
            if kind not in NODES or kind in self.knobs.get("without", ()):
                words = f"Cannot execute because node {kind} does not exist."
                return _refused("missing_node_type", words, f"Node ID '#{number}'")
        if not any(NODES[node["class_type"]].saves for node in graph.values()):
            return _refused("prompt_no_outputs", "Prompt has no outputs", "")
        errors = {number: list(self._wrong(graph, node)) for number, node in graph.items()}
        told = {
            number: {"errors": found, "dependent_outputs": [], "class_type": graph[number]["class_type"]}
            for number, found in errors.items()
            if found
        }
        return (
            _refused("prompt_outputs_failed_validation", "Prompt outputs failed validation", "", told) if told else None
        )

    def _wrong(self, graph: Graph, node: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        kind, inputs = NODES[node["class_type"]], node.get("inputs", {})
        for name, wanted in {**kind.needs, **kind.takes}.items():
            if name not in inputs:
                if name in kind.needs:
                    yield _wrong_input("required_input_missing", "Required input is missing", name)
                continue
            words = self._mismatch(graph, wanted, inputs[name])
            if words:
                yield _wrong_input("value_not_in_list" if "not in" in words else "return_type_mismatch", words, name)
        for name in inputs:
            if name not in {**kind.needs, **kind.takes}:
                yield _wrong_input("unknown_input", f"{name} is no input of this node", name)

    def _mismatch(self, graph: Graph, wanted: str, value: Any) -> str:
        if isinstance(value, list):
            source = graph.get(str(value[0])) if len(value) == 2 else None
            gives = NODES[source["class_type"]].gives if source else ()
            found = gives[value[1]] if source and value[1] < len(gives) else "nothing"
            number = wanted in {"float", "int"} and found in {"FLOAT", "INT"}
            return "" if found == wanted or number else f"received_type({found}) mismatch input_type({wanted})"
        if wanted.startswith("FILE:"):
            folder = wanted.removeprefix("FILE:")
            known = [name.rpartition("/")[2] for names in FILES.values() for name in names if name.startswith(folder)]
            good = value in known and value not in self.knobs.get("missing", ())
            return "" if good else f"'{value}' not in {[name for name in known if name != value]}"
        if wanted == "INPUT":
            return "" if value in self.inputs else f"'{value}' not in {sorted(self.inputs)}"
        return _wrong_kind(wanted, value)

    # --- The queue ---------------------------------------------------------------------------------

    def tell(self, asked: Asked, prompt_id: str) -> Answer:
        """What became of a graph; nothing before it is over."""
        prompt = self.prompts.get(prompt_id)
        if prompt is None or (not prompt.stopped and (self.now() < prompt.ends or prompt.end == "never")):
            return Answer(200, {})
        good = prompt.end == "success" and not prompt.stopped
        return Answer(
            200,
            {
                prompt_id: {
                    "prompt": [prompt.number, prompt_id, prompt.graph, {}, []],
                    "outputs": dict(self._made(prompt)) if good else {},
                    "status": {
                        "status_str": "success" if good else "error",
                        "completed": good,
                        "messages": _messages(prompt, good=good),
                    },
                    "meta": {},
                }
            },
        )

    def _made(self, prompt: Prompt) -> Iterator[tuple[str, Any]]:
        for number, node in prompt.graph.items():
            kind = NODES[node["class_type"]]
            if kind.saves:
                name, subfolder = self._saved(prompt, node, kind)
                entry = {"filename": name, "subfolder": subfolder, "type": "output"}
                extra = {"animated": [True]} if node["class_type"] == "SaveVideo" else {}
                yield number, {kind.saves: [entry], **extra}

    def _saved(self, prompt: Prompt, node: Mapping[str, Any], kind: Node) -> tuple[str, str]:
        folder, _, start = str(node["inputs"]["filename_prefix"]).rpartition("/")
        what = {"SaveImage": "picture", "SaveVideo": "clip", "SaveAudio": "sound"}[node["class_type"]]
        content, media_type = made.made(what, _wishes(prompt.graph), lambda link: media.sound(1000), self._shrunk(), 0)
        suffix = {"picture": "png", "clip": "mp4", "sound": "flac"}[what]
        name = f"{start}_00001_.{suffix}"
        self.outputs[f"{folder}/{name}"] = (content, media_type)
        return name, folder

    def _shrunk(self) -> dict[str, Any]:
        return {"shrink": 8, **self.knobs}

    def tell_queue(self, asked: Asked) -> Answer:
        """What is worked on and what waits."""
        now = self.now()
        rows = sorted((row for row in self.prompts.values() if not row.stopped), key=lambda row: row.number)
        rows = [row for row in rows if now < row.ends or row.end == "never"]
        running = [row for row in rows if row.begins <= now][:1]
        waiting = [row for row in rows if row not in running]
        told = {"queue_running": running, "queue_pending": waiting}
        return Answer(
            200,
            {name: [[row.number, row.prompt_id, row.graph, {}, []] for row in found] for name, found in told.items()},
        )

    def change_queue(self, asked: Asked) -> Answer:
        """Take graphs out that have not been begun."""
        body = asked.json or {}
        with self.lock:
            for prompt_id, row in list(self.prompts.items()):
                if self.now() < row.begins and (body.get("clear") or prompt_id in body.get("delete", ())):
                    del self.prompts[prompt_id]
        return Answer(200, "")

    def interrupt(self, asked: Asked) -> Answer:
        """Stop the graph that is worked on, if it is the one that is meant."""
        wanted = (asked.json or {}).get("prompt_id")
        for row in self.prompts.values():
            if row.begins <= self.now() < row.ends or (row.end == "never" and row.begins <= self.now()):
                row.stopped = row.stopped or wanted in (None, row.prompt_id)
        return Answer(200, "")

    # --- Files and facts -----------------------------------------------------------------------------

    def keep_file(self, asked: Asked) -> Answer:
        """Keep an uploaded file."""
        parts = {name: (file_name, content) for name, file_name, content in asked.parts}
        if "image" not in parts or not parts["image"][0]:
            return Answer(400, "")
        name, content = parts["image"]
        with self.lock:
            if name in self.inputs and self.inputs[name] != content and parts.get("overwrite", ("", b""))[1] != b"true":
                name = f"{uuid.uuid4().hex[:6]} {name}"
            self.inputs[name] = content
        return Answer(200, {"name": name, "subfolder": "", "type": "input"})

    def send_file(self, asked: Asked) -> Answer:
        """A file that was made."""
        name, folder = (asked.query.get(part, [""])[0] for part in ("filename", "subfolder"))
        if ".." in name or name.startswith("/"):
            return Answer(400, "")
        found = self.outputs.get(f"{folder}/{name}")
        return Answer(200, found[0], {"Content-Type": found[1]}) if found else Answer(404, "")

    def tell_system(self, asked: Asked) -> Answer:
        """What it runs on."""
        device = {"name": "cuda:0 NVIDIA RTX 4090", "type": "cuda", "index": 0}
        memory = {"vram_total": 24 * 1024**3, "vram_free": 20 * 1024**3}
        system = {"os": "posix", "comfyui_version": "0.16.0", "python_version": "3.12", "pytorch_version": "2.9"}
        return Answer(200, {"system": system, "devices": [{**device, **memory}]})

    def tell_nodes(self, asked: Asked) -> Answer:
        """Which nodes there are."""
        return Answer(
            200, {name: {"input": {"required": dict(node.needs)}, "output": node.gives} for name, node in NODES.items()}
        )


def _wishes(graph: Graph) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for node in graph.values():
        inputs = node["inputs"]
        if node["class_type"] in {"EmptyLTXVLatentVideo", "EmptySD3LatentImage", "ImageScale"}:
            found |= {"width": inputs["width"], "height": inputs["height"]}
        if node["class_type"] == "EmptyLTXVLatentVideo":
            found |= {"num_frames": inputs["length"], "fps": 24}
        if node["class_type"] == "EmptyAceStepLatentAudio":
            found["duration"] = inputs["seconds"]
    return found if {"duration", "num_frames"} & set(found) else {**found, "duration": 1}


def _wrong_kind(wanted: str, value: Any) -> str:
    kind, _, step = wanted.partition(":")
    kinds: dict[str, tuple[type, ...]] = {"text": (str,), "int": (int,), "float": (int, float), "bool": (bool,)}
    if kind not in kinds:
        return f"{value!r} is no {wanted}"
    if not isinstance(value, kinds[kind]) or (isinstance(value, bool) and kind != "bool"):
        return f"Failed to convert an input value to a {kind.upper()} value"
    return f"{value} is no multiple of {step}" if step and int(str(value)) % int(step) else ""


def _wrong_input(kind: str, words: str, name: str) -> dict[str, Any]:
    return {
        "type": kind,
        "message": words.split(":")[0],
        "details": f"{name}: {words}",
        "extra_info": {"input_name": name},
    }


def _refused(kind: str, message: str, details: str, nodes: Mapping[str, Any] | None = None) -> Answer:
    error = {"type": kind, "message": message, "details": details, "extra_info": {}}
    return Answer(400, {"error": error, "node_errors": nodes or {}})


def _messages(prompt: Prompt, *, good: bool) -> list[Any]:
    told: list[Any] = [["execution_start", {"prompt_id": prompt.prompt_id}]]
    if good:
        return [*told, ["execution_success", {"prompt_id": prompt.prompt_id}]]
    if prompt.stopped:
        return [*told, ["execution_interrupted", {"prompt_id": prompt.prompt_id, "node_id": "made"}]]
    words = "Allocation on device 0 would exceed allowed memory" if prompt.end == "oom" else "shapes do not match"
    kind = "torch.OutOfMemoryError" if prompt.end == "oom" else "RuntimeError"
    error = {"node_type": "KSampler", "exception_message": words, "exception_type": kind, "traceback": []}
    return [*told, ["execution_error", error]]
