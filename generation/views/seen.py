"""What is known of a picture, as pages show it: what a model said, what was found here, and what needs setup."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from generation.media.looking import BRIGHT, DARK, SOFT
from generation.models import Asset, AssetAnalysis, Describer, ModelOffer
from generation.providers.base import Capability

COLOURS: Final[dict[str, Any]] = {
    "black": gettext_lazy("black"),
    "white": gettext_lazy("white"),
    "grey": gettext_lazy("grey"),
    "dark grey": gettext_lazy("dark grey"),
    "light grey": gettext_lazy("light grey"),
    "beige": gettext_lazy("beige"),
    "brown": gettext_lazy("brown"),
    "dark brown": gettext_lazy("dark brown"),
    "red": gettext_lazy("red"),
    "dark red": gettext_lazy("dark red"),
    "light red": gettext_lazy("light red"),
    "orange": gettext_lazy("orange"),
    "dark orange": gettext_lazy("dark orange"),
    "light orange": gettext_lazy("light orange"),
    "yellow": gettext_lazy("yellow"),
    "dark yellow": gettext_lazy("dark yellow"),
    "light yellow": gettext_lazy("light yellow"),
    "green": gettext_lazy("green"),
    "dark green": gettext_lazy("dark green"),
    "light green": gettext_lazy("light green"),
    "teal": gettext_lazy("teal"),
    "dark teal": gettext_lazy("dark teal"),
    "light teal": gettext_lazy("light teal"),
    "blue": gettext_lazy("blue"),
    "dark blue": gettext_lazy("dark blue"),
    "light blue": gettext_lazy("light blue"),
    "purple": gettext_lazy("purple"),
    "dark purple": gettext_lazy("dark purple"),
    "light purple": gettext_lazy("light purple"),
    "pink": gettext_lazy("pink"),
    "dark pink": gettext_lazy("dark pink"),
    "light pink": gettext_lazy("light pink"),
}
"""The colours of `generation.media.colour_names`, in the user's language."""

WORDS: Final[dict[str, Any]] = {**COLOURS, "face": gettext_lazy("face"), "faces": gettext_lazy("faces")}
"""All that a picture looked at here is found by, in the user's language."""


@dataclass(frozen=True)
class Colour:
    """One of a picture's main colours."""

    hex: str
    name: str
    percent: int


@dataclass(frozen=True)
class Seen:
    """What is known of a picture. `state` says who looked at it; `needs_setup`: a model could say more."""

    state: str
    description: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    written: str = ""
    colours: tuple[Colour, ...] = ()
    facts: tuple[str, ...] = ()
    needs_setup: bool = False

    @property
    def in_a_line(self) -> str:
        """What somebody is told who cannot see it."""
        return self.description or ", ".join(colour.name for colour in self.colours)


def is_described(library_id: int, offers: Collection[ModelOffer]) -> bool:
    """Tell whether a model describes the pictures of a library and can be asked. `offers` are as it has them."""
    chosen = Describer.objects.filter(library=library_id).values_list("offer", flat=True).first()
    return chosen in _able(offers)


def _able(offers: Collection[ModelOffer]) -> set[str]:
    return {offer.key for offer in offers if offer.is_on and offer.capability == Capability.VISION}


def of_assets(assets: Iterable[Asset], offers: Collection[ModelOffer]) -> dict[int, Seen]:
    """Return what is known of pictures of one library, by their ids: one query. `offers` are as it has them."""
    wanted = [asset.pk for asset in assets]
    if not wanted:
        return {}
    chosen = Describer.objects.filter(library=OuterRef("library")).values("offer")
    rows = Asset.objects.filter(pk__in=wanted).select_related("analysis").annotate(describer=Subquery(chosen))
    able = _able(offers)
    return {asset.pk: _seen(asset, is_described=asset.describer in able) for asset in rows}


def _seen(asset: Asset, *, is_described: bool) -> Seen:
    row: AssetAnalysis | None = getattr(asset, "analysis", None)
    if row is None:
        return Seen(_("Not looked at yet"), needs_setup=not is_described)
    if row.state == AssetAnalysis.State.UNREADABLE:
        return Seen(_("This picture cannot be read."))
    is_told = row.state == AssetAnalysis.State.DESCRIBED
    return Seen(
        state=_("Described by %(model)s") % {"model": row.described_by} if is_told else _("Looked at here"),
        description=row.description,
        tags=tuple(row.tags),
        people=tuple(row.people),
        written=row.written,
        colours=tuple(_colour(colour) for colour in row.facts.get("colours", ())),
        facts=tuple(_facts(row, asset)),
        needs_setup=not is_told and not is_described,
    )


def _colour(found: Mapping[str, Any]) -> Colour:
    name = str(found["name"])
    return Colour(str(found["hex"]), str(COLOURS.get(name, name)), round(100 * float(found["share"])))


def _facts(row: AssetAnalysis, asset: Asset) -> Iterable[str]:
    facts, is_told = row.facts, row.state == AssetAnalysis.State.DESCRIBED
    yield f"{facts.get('width') or asset.width} × {facts.get('height') or asset.height}"
    brightness, sharpness = float(facts.get("brightness", 0.5)), float(facts.get("sharpness", 1))
    yield _("dark") if brightness < DARK else _("bright") if brightness > BRIGHT else _("neither dark nor bright")
    yield _("soft") if sharpness < SOFT else _("sharp")
    if (faces := facts.get("faces")) is not None:
        yield ngettext("%d face, as drawn", "%d faces, as drawn", faces) % faces
    elif (found := facts.get("seen_faces")) is not None:
        yield ngettext("%d face found", "%d faces found", len(found)) % len(found) if found else _("no face found")
    elif not is_told:
        yield _("faces: not looked for")
    if not is_told:
        yield _("text: not looked for")
