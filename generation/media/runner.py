"""Run ffmpeg: found when first needed, given a time limit, watched, and killed with all its children.

Commands are lists (see `ffmpeg`), and begin with the word "ffmpeg"; which program that is, is decided here.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from .errors import DiskFull, MediaError

_KEPT_LINES = 20
_NO_SPACE = "No space left on device"


def find_ffmpeg() -> Path:
    """The ffmpeg to use: `SCENEME_FFMPEG`, else the one that comes with the packages, else the system's.

    Raises MediaError when there is none.
    """
    chosen = os.environ.get("SCENEME_FFMPEG", "")
    found = chosen if chosen else _packaged() or shutil.which("ffmpeg")
    program = shutil.which(found) if found else None
    if program is None:
        where = f" SCENEME_FFMPEG names {chosen!r}, which is not a program." if chosen else ""
        raise MediaError(
            "ffmpeg was not found; install the imageio-ffmpeg package or ffmpeg itself, "
            f"or set SCENEME_FFMPEG to its path.{where}"
        )
    return Path(program)


def run(
    command: Sequence[str],
    *,
    timeout_s: float,
    on_progress: Callable[[int], None] | None = None,
    folder: Path | None = None,
) -> None:
    """Run an ffmpeg command in `folder` and wait for it.

    `on_progress` is told the number of frames written so far; what it raises stops the run and is raised again.
    Raises DiskFull when there is no room for the output, MediaError for any other failure and when `timeout_s`
    seconds pass.
    """
    arguments = [str(find_ffmpeg()), *command[1:]]
    process = subprocess.Popen(
        arguments,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    overdue = threading.Event()

    def stop() -> None:
        overdue.set()
        _kill(process)

    alarm = threading.Timer(timeout_s, stop)
    alarm.daemon = True
    alarm.start()
    try:
        log = _watch(process, on_progress)
    finally:
        alarm.cancel()
        _kill(process)
    if overdue.is_set():
        raise MediaError(f"ffmpeg did not finish within {timeout_s:g} seconds and was stopped.", log=log)
    if process.returncode:
        raise _failure(process.returncode, log)


def _packaged() -> str | None:
    try:
        import imageio_ffmpeg

        found: str = imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError):
        return None
    return found


def _watch(process: subprocess.Popen[str], on_progress: Callable[[int], None] | None) -> str:
    """Read both pipes to their ends; answer the last lines of what went wrong."""
    lines: deque[str] = deque(maxlen=_KEPT_LINES)
    stdout, stderr = process.stdout, process.stderr
    if stdout is None or stderr is None:
        raise MediaError("ffmpeg was started without pipes.")
    with stdout, stderr:
        reader = threading.Thread(target=_keep, args=(stderr, lines), daemon=True)
        reader.start()
        try:
            for line in stdout:
                name, _, value = line.strip().partition("=")
                if name == "frame" and on_progress is not None and value.strip().isdigit():
                    on_progress(int(value))
        except BaseException:
            # Nobody reads the pipes any more: stop the writer before they are closed.
            _kill(process)
            raise
        finally:
            reader.join()
        process.wait()
    return "\n".join(lines)


def _keep(stream: IO[str], lines: deque[str]) -> None:
    for line in stream:
        if line.strip():
            lines.append(line.rstrip())


def _kill(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        # It may end between the question and the kill.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _failure(code: int, log: str) -> MediaError:
    if _NO_SPACE in log:
        return DiskFull("The disk is full: there is no room left to write the film. Free some space and try again.")
    last = log.splitlines()[-1] if log else f"it ended with code {code} and said nothing"
    return MediaError(f"ffmpeg could not do this: {last}", log=log)
