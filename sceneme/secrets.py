"""The secret key of a studio that was given none: made once, kept beside its data."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def from_folder(folder: Path) -> str:
    """Return the key kept in `folder`, making it on first use (readable by its owner only)."""
    try:
        return _kept(folder / "secret_key")
    except OSError as error:
        # Settings are being read: there is nobody yet to catch anything better.
        raise SystemExit(f"The studio's folder {folder} cannot be used: {error.strerror}.") from error


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _make(path)
    return path.read_text().strip()


def _make(path: Path) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_text(secrets.token_urlsafe(50))
    fresh.chmod(0o600)
    try:
        # A link fails where the file exists already, so two first starts agree on one key.
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
