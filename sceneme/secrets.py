"""The secret key of a studio that was given none: made once, kept beside its data."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def from_folder(folder: Path) -> str:
    """Return the key kept in `folder`, making it on first use (readable by its owner only)."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "secret_key"
    if not path.exists():
        fresh = folder / f"secret_key.{os.getpid()}"
        fresh.write_text(secrets.token_urlsafe(50))
        fresh.chmod(0o600)
        try:
            # A link fails where the file exists already, so two first starts agree on one key.
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()
