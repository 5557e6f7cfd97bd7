"""The service worker: it makes the studio an app that can be installed, and says so when the line is cut.

It keeps nothing but files that never change under their link, and no page at all. A new version of the studio is a
new worker, which takes over at once and throws away what the old one kept.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sceneme import static_links


@login_not_required
@never_cache
@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """Send the worker, which begins with the version that it belongs to."""
    path = finders.find("js/worker.js")
    body = f'const VERSION = "{version()}";\n{Path(str(path)).read_text(encoding="utf-8")}'
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Service-Worker-Allowed": "/"})


@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Show what stands in the place of a page while the studio cannot be reached. It says nothing about anybody."""
    return render(request, "offline.html")


def version() -> str:
    """Return what stands for all files that pages are made with, as they are now."""
    facts = [(name, static_links.digest_of(name)) for name in _own_files()]
    page = (settings.BASE_DIR / "templates" / "offline.html").read_bytes()
    return hashlib.sha256(repr((facts, page)).encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def _own_files() -> tuple[str, ...]:
    names = (name for finder in finders.get_finders() for name, _ in finder.list(["CVS", ".*", "*~"]))
    return tuple(sorted({name for name in names if name.startswith(("css/", "js/", "img/", "fonts/"))}))
