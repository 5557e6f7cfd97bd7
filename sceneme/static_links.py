"""Links to our own files carry a digest of what is in them: a file that has changed is another link.

So a browser may keep what it has for good, and never shows a page with yesterday's styles. Fonts are asked for by
style sheets, by their plain names; they change with the packages they come from.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

_PLAIN = ("fonts/", "admin/")


class DigestedLinks(StaticFilesStorage):
    """Static files under their own names, linked as `name?v=digest`."""

    def url(self, name: str | None) -> str:
        """Return the link of a file."""
        link = super().url(name)
        if not name or name.startswith(_PLAIN):
            return link
        digest = digest_of(name)
        return f"{link}?v={digest}" if digest else link


def digest_of(name: str) -> str:
    """Return ten characters that stand for what a static file holds now; "" if there is no such file."""
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    path = Path(found)
    facts = path.stat()
    return _digest(found, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=1024)
def _digest(path: str, changed_at: int, size: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:10]
