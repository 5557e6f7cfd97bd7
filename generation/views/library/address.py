"""Where somebody is in the library: which shelf, which page of it, what is open. All of it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

from generation.http import StudioRequest

SHELVES: Final[dict[str, Any]] = {
    "": _("Everything"),
    "characters": _("Characters"),
    "sets": _("Sets"),
    "props": _("Props"),
    "voices": _("Voices"),
    "styles": _("Styles"),
    "series": _("Series"),
}
KIND_WORDS: Final[dict[str, Any]] = {
    "character": _("Character"),
    "set": _("Set"),
    "prop": _("Prop"),
    "voice": _("Voice"),
    "style": _("Style"),
    "series": _("Series"),
}
ENTITY_SHELVES: Final = {"characters": "character", "sets": "set", "props": "prop"}
_NAMES: Final = {"entity": "entity_id", "voice": "voice_id", "style": "style_id", "series": "series_id"}
_KEPT: Final = ("kind", "q", "page", "library")
"""What stays in an address while cards are opened and closed."""


@dataclass(frozen=True)
class Address:
    """A place in the library. `opened` is entity, voice, style, series or nothing; `asked` is the rest of the query."""

    opened: str = ""
    row_id: int = 0
    asked: dict[str, str] = field(default_factory=dict)

    @property
    def shelf(self) -> str:
        """Which cards stand beside what is open."""
        kind = self.asked.get("kind", "")
        if kind in SHELVES and kind:
            return kind
        return {"voice": "voices", "style": "styles", "series": "series"}.get(self.opened, "")

    def of(self, opened: str, row_id: int, **asked: Any) -> str:
        """Return the address of a row beside the same cards."""
        kept = {name: self.asked[name] for name in _KEPT if self.asked.get(name)} | asked
        place = reverse(f"generation:library-{opened}", kwargs={_NAMES[opened]: row_id})
        return f"{place}?{urlencode(kept)}" if kept else place

    def closed(self, **asked: Any) -> str:
        """Return the address of the cards alone."""
        kept = {name: self.asked[name] for name in _KEPT if self.asked.get(name)}
        kept = {name: value for name, value in (kept | asked).items() if value}
        place = reverse("generation:library")
        return f"{place}?{urlencode(kept)}" if kept else place

    @property
    def query(self) -> str:
        """What goes before a page's number in an address."""
        kept = {name: self.asked[name] for name in ("kind", "q", "library") if self.asked.get(name)}
        return f"{urlencode(kept)}&" if kept else ""


def of_request(request: StudioRequest) -> Address:
    """Return the place of the page that a request was made from: the address in the browser's bar."""
    shown = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer", ""))
    try:
        found = resolve(shown.path)
    except Resolver404:
        return Address()
    opened = next((name for name, part in _NAMES.items() if found.view_name == f"generation:library-{name}"), "")
    row_id = int(found.kwargs.get(_NAMES[opened], 0)) if opened else 0
    return Address(opened, row_id, dict(parse_qsl(shown.query)))
