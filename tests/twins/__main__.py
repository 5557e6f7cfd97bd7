"""All twins at once, with a studio that takes them for the vendors and for the platforms: `script/twins`.

Nothing leaves this machine and nothing costs anything. The studio keeps its own data folder, and its keys are made up.
What the twins would have billed is told when they stop, and at any time under `/_twin/bill` of each.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parents[2]
FIRST_PORT = 8471


def main(given: list[str]) -> int:
    """Start the twins, point a studio at them, and run it until it is stopped."""
    folder = Path(os.environ.setdefault("SCENEME_DATA", str(ROOT / "var" / "twins")))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sceneme.settings")
    os.environ.setdefault("SCENEME_PUBLIC_URL", _studio(given))
    sys.path.insert(0, str(ROOT))
    django.setup()
    _log_to_file(folder)
    with ExitStack() as running:
        twins = {name: running.enter_context(twin) for name, twin in _started(FIRST_PORT).items()}
        subprocess.run([sys.executable, str(ROOT / "manage.py"), "prepare"], check=True)
        _introduce(twins)
        _say(f"A studio whose vendors and platforms are twins; its data is in {folder}.")
        for name, twin in twins.items():
            _say(f"  {name:<12} {twin.url}   bill: {twin.url}/_twin/bill")
        try:
            return subprocess.call([sys.executable, str(ROOT / "manage.py"), "studio", *given])
        except KeyboardInterrupt:
            return 0
        finally:
            _say("Billed:")
            for name, twin in twins.items():
                _say(f"  {name:<12} {twin.bill_micros / 1e6:.4f} USD for {len(twin.charges)} pieces")


def _studio(given: list[str]) -> str:
    """Return where the studio will be: a platform that fetches films must find it."""
    port = given[given.index("--port") + 1] if "--port" in given[:-1] else "8765"
    return f"http://127.0.0.1:{port}"


def _log_to_file(folder: Path) -> None:
    """Keep the terminal for what a person should read."""
    from sceneme import logs

    logs.to_file_only(folder / "logs")


def _started(port: int) -> dict[str, Any]:
    """Start each vendor's twin on a port of its own; several vendors may share one."""
    from tests.twins.roster import PLATFORMS, TWINS

    return {name: make().start(port + number) for number, (name, make) in enumerate({**TWINS, **PLATFORMS}.items())}


def _introduce(twins: dict[str, Any]) -> None:
    """Tell the studio where its vendors and its platforms are, and give it keys, applications and a budget."""
    from tests.twins.roster import PLATFORMS, introduce, introduce_platforms

    introduce({name: twin for name, twin in twins.items() if name not in PLATFORMS})
    introduce_platforms({name: twin for name, twin in twins.items() if name in PLATFORMS})


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
