"""What all twins share: a real HTTP server on loopback, faults on demand, a clock that can be moved, and a bill.

A twin is used in the same process (as an object) or from another one (over `/_twin/...`, see `Twin._control`).
"""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as it came over the wire."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON; None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def parts(self) -> list[tuple[str, str, bytes]]:
        """The parts of a multipart body: (field, file name or "", content), in order."""
        head = f"Content-Type: {self.headers.get('content-type', '')}\r\n\r\n".encode()
        message = BytesParser(policy=HTTP).parsebytes(head + self.body)
        found: list[tuple[str, str, bytes]] = []
        for part in message.iter_parts():
            name = str(part.get_param("name", header="content-disposition") or "")
            content = part.get_payload(decode=True)
            found.append((name, part.get_filename() or "", content if isinstance(content, bytes) else b""))
        return found


@dataclass
class Answer:
    """What a twin says back."""

    status: int = 200
    body: Any = None
    """Bytes, text, or anything that becomes JSON."""
    headers: dict[str, str] = field(default_factory=dict)

    def encoded(self) -> tuple[bytes, str]:
        """The bytes and their kind."""
        if isinstance(self.body, bytes):
            return self.body, "application/octet-stream"
        if isinstance(self.body, str):
            return self.body.encode(), "text/html; charset=utf-8"
        return (b"" if self.body is None else json.dumps(self.body).encode()), "application/json"


@dataclass
class Fault:
    """What goes wrong with the next requests that match.

    `kind`: "answer" (say `status`, `body`, `headers` in place of doing it), "drop" (hang up without doing it),
    "drop_after" (do it, and hang up before answering), "hang" (do nothing for `seconds`, then hang up),
    "slow" (wait `seconds`, then go on), "html" (a gateway's error page with `status`, without doing it),
    "html_after" (the same after doing it), "truncate" (send half of the answer's bytes, then hang up),
    "garbage" (answer 200 with bytes that are nothing).
    """

    kind: str
    path: str = ".*"
    method: str = ".*"
    times: int = 1
    after: int = 0
    """How many matching requests go well first."""
    status: int = 500
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True)
class Charge:
    """One line of the bill: for which job, how much in millionths of a dollar, and for what."""

    job: str
    micros: int
    what: str


class _HungUp(Exception):
    """The connection is to be closed without another word."""


Route = Callable[..., Answer]


class Twin:
    """A vendor's server. Subclasses fill `routes` with (method, pattern of the path, name of the method that answers).

    Groups of the pattern are given to it after the request.
    """

    name: ClassVar[str] = "twin"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = ()

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.faults: list[Fault] = []
        self.charges: list[Charge] = []
        self.seen: list[Asked] = []
        self.knobs: dict[str, Any] = {}
        self._ahead_s = 0.0
        self._server: ThreadingHTTPServer | None = None

    # --- For tests ---------------------------------------------------------------------------------

    def start(self, port: int = 0) -> Twin:
        """Listen on loopback, on any free port unless one is given."""
        twin = self

        class Handler(_Handler):
            owner = twin

        self._server = _Server(("127.0.0.1", port), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True, name=f"twin-{self.name}").start()
        return self

    def stop(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def __enter__(self) -> Twin:
        return self if self._server else self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """Where it listens."""
        if self._server is None:
            raise RuntimeError("the twin has not been started")
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def now(self) -> float:
        """The twin's own time: POSIX seconds."""
        return time.time() + self._ahead_s

    def pass_time(self, seconds: float) -> None:
        """Let time go by at once."""
        self._ahead_s += seconds

    def fail(self, kind: str, **more: Any) -> None:
        """Let something go wrong (see `Fault`)."""
        with self.lock:
            self.faults.append(Fault(kind, **more))

    def charge(self, job: str, micros: int, what: str) -> None:
        """Write a line of the bill."""
        with self.lock:
            self.charges.append(Charge(job, micros, what))

    @property
    def bill_micros(self) -> int:
        """All that was charged."""
        return sum(charge.micros for charge in self.charges)

    def asked_for(self, method: str, pattern: str) -> list[Asked]:
        """The requests so far of one kind."""
        return [asked for asked in list(self.seen) if asked.method == method and re.search(pattern, asked.path)]

    # --- The server --------------------------------------------------------------------------------

    def answer(self, asked: Asked) -> Answer:
        """Answer one request, with whatever was to go wrong."""
        if asked.path.startswith("/_twin/"):
            return self._control(asked)
        with self.lock:
            self.seen.append(asked)
            fault = self._due(asked)
        if fault is None:
            return self._routed(asked)
        return self._broken(asked, fault)

    def _due(self, asked: Asked) -> Fault | None:
        for fault in self.faults:
            if (
                fault.times <= 0
                or not re.search(fault.path, asked.path)
                or not re.fullmatch(fault.method, asked.method)
            ):
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            return fault
        return None

    def _broken(self, asked: Asked, fault: Fault) -> Answer:
        page = "<html><body><center><h1>Bad Gateway</h1></center><hr><center>nginx</center></body></html>"
        if fault.kind == "answer":
            return Answer(fault.status, fault.body, fault.headers)
        if fault.kind == "html":
            return Answer(fault.status, page)
        if fault.kind in {"slow", "hang"}:
            time.sleep(fault.seconds)
        if fault.kind in {"drop", "hang"}:
            raise _HungUp
        done = self._routed(asked)
        if fault.kind == "drop_after":
            raise _HungUp
        if fault.kind == "html_after":
            return Answer(fault.status, page)
        if fault.kind == "truncate":
            content, kind = done.encoded()
            done.headers = {"Content-Type": kind, **done.headers, "Content-Length": str(len(content))}
            done.body = content[: len(content) // 2]
        if fault.kind == "garbage":
            return Answer(200, b"\x00\x01not what you asked for\xff" * 20, {"Content-Type": "text/plain"})
        return done

    def _routed(self, asked: Asked) -> Answer:
        for method, pattern, name in self.routes:
            found = re.fullmatch(pattern, asked.path)
            if found and method == asked.method:
                answer: Answer = getattr(self, name)(asked, *found.groups())
                return answer
        return self.unknown(asked)

    def unknown(self, asked: Asked) -> Answer:
        """Answer what no route knows."""
        return Answer(404, {"detail": "Not found"})

    def _control(self, asked: Asked) -> Answer:
        """Let another process do what tests do: GET bill, seen, url; POST faults, knobs, time, reset."""
        what = asked.path.removeprefix("/_twin/")
        if what == "bill":
            return Answer(body=[asdict(charge) for charge in self.charges])
        if what == "seen":
            return Answer(body=[[row.method, row.path] for row in self.seen])
        if what == "faults":
            self.fail(**asked.json)
        elif what == "knobs":
            self.knobs.update(asked.json)
        elif what == "time":
            self.pass_time(float(asked.json["seconds"]))
        elif what == "reset":
            self.reset()
        else:
            return Answer(404, {"detail": "no such control"})
        return Answer(body={"ok": True})

    def reset(self) -> None:
        """Forget everything."""
        with self.lock:
            self.faults, self.charges, self.seen, self.knobs, self._ahead_s = [], [], [], {}, 0.0


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512
    allow_reuse_address = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients hang up as they like."""


class _Handler(BaseHTTPRequestHandler):
    owner: ClassVar[Twin]
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length) if length else self._chunks()
        asked = Asked(self.command, parts.path, parse_qs(parts.query), self.headers, body)
        try:
            answer = self.owner.answer(asked)
        except _HungUp:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        content, kind = answer.encoded()
        self.send_response(answer.status)
        headers = {"Content-Type": kind, "Content-Length": str(len(content)), **answer.headers}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        if headers["Content-Length"] != str(len(content)):
            self.close_connection = True

    def _chunks(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() != "chunked":
            return b""
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _serve

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""
