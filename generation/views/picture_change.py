"""“Change it with words”: what a picture's place shows for it, wherever that place is, and how its form is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from generation import routing, services
from generation.film import Film
from generation.http import StudioRequest
from generation.media.masks import Box
from generation.models import Job, ModelOffer, Slot, Take
from generation.recipes import NotYet, changing
from generation.routing import NoOffer, OverLimit
from generation.services import budget
from generation.services.changing import MOST_WORDS, Wish
from generation.services.uploads import ACCEPTED, BadUpload
from generation.views import said, wording
from generation.views.media import media_url

SIDES = ("left", "top", "width", "height")
"""The fields of a form that say which part of a picture may change, in percent."""


@dataclass(frozen=True)
class Editor:
    """One model that can change the picture, and what that costs."""

    key: str
    label: str
    price: str
    whole: bool
    part: bool


@dataclass(frozen=True)
class Change:
    """The form, or why there is none. `swap` is how the page takes the answer; `hidden` goes along with it."""

    key: str
    action: str
    target: str
    swap: str
    hidden: tuple[tuple[str, object], ...]
    take_id: int
    number: int
    picture: str
    width: int
    height: int
    editors: tuple[Editor, ...]
    has_part: bool
    is_busy: bool
    is_open: bool
    accept: str
    most: int
    setup: str


def change(
    film: Film,
    take: Take,
    *,
    key: str,
    action: str,
    busy: bool,
    is_open: bool = False,
    target: str = "#live",
    swap: str = "outerHTML",
    hidden: tuple[tuple[str, object], ...] = (),
) -> Change:
    """Return the form for changing the picture of a take; `key` names it on its page."""
    able = tuple(_editor(offer, take) for offer in changing.editors(film))
    return Change(
        key=key,
        action=action,
        target=target,
        swap=swap,
        hidden=hidden,
        take_id=take.pk,
        number=take.number,
        picture=media_url(take.asset),
        width=take.asset.width or 16,
        height=take.asset.height or 9,
        editors=able,
        has_part=any(editor.part for editor in able),
        is_busy=busy,
        is_open=is_open,
        accept=ACCEPTED[take.asset.Kind.IMAGE],
        most=MOST_WORDS,
        setup=f"{reverse('generation:account')}?at=keys:{film.project.library_id}",
    )


def _editor(offer: ModelOffer, take: Take) -> Editor:
    micros = budget.estimate(offer, changing.change(offer, take.asset, "").arguments)
    return Editor(
        offer.key,
        offer.label,
        wording.price(micros),
        whole=routing.can_edit(offer, in_part=False),
        part=routing.can_edit(offer, in_part=True),
    )


# --- What a form says -----------------------------------------------------------------------------------


def wish_of(request: StudioRequest, take: Take) -> Wish:
    """Return what a form wishes for a take. Raise `OverLimit` where the part it marks cannot be read."""
    sent = request.POST
    mask = request.FILES.get("mask")
    return Wish(
        take=take,
        words=sent.get("words", "").replace("\r\n", "\n"),
        model=sent.get("model", ""),
        box=None if mask else _box(sent),
        mask=mask,
    )


def _box(sent: QueryDict) -> Box | None:
    given = [sent.get(side, "").strip().replace(",", ".") for side in SIDES]
    if not any(given):
        return None
    try:
        left, top, width, height = (float(text) for text in given)
    except ValueError as error:
        raise OverLimit("Mark the part that may change, or fill in all four of its numbers.") from error
    return left, top, width, height


def take_of(slot: Slot, sent: QueryDict) -> Take | None:
    """Return the take that a form is about: the one that was seen when it was filled in, else the one in use."""
    wanted = sent.get("take", "")
    rows = Take.objects.filter(slot=slot, removed_at=None).select_related("asset")
    seen = rows.filter(pk=int(wanted)).first() if wanted.isascii() and wanted.isdecimal() else None
    return seen or (rows.filter(pk=slot.selected_take_id).first() if slot.selected_take_id else None)


def ask(request: StudioRequest, slot: Slot, film: Callable[[], Film]) -> None:
    """Ask for what a form wishes, and say what came of it."""
    take = take_of(slot, request.POST)
    if take is None:
        messages.info(request, _("There is no picture to change yet."))
        return
    try:
        wish = wish_of(request, take)
        made = services.change_picture(film(), slot, wish, requested_by_id=request.user.pk)
    except services.AlreadyActive:
        messages.info(request, _("A picture is being made for this already. Ask again when it is there."))
    except (services.OverBudget, NoOffer, OverLimit, BadUpload, NotYet) as error:
        messages.error(request, said.words(str(error)))
    else:
        _tell(request, made)


def _tell(request: StudioRequest, made: Job | Take) -> None:
    if isinstance(made, Take):
        words = _("You have asked for this before: take %(n)s is in use again, and costs nothing.")
        messages.success(request, words % {"n": made.number})
    else:
        messages.success(request, _("The picture is being changed. The one that is there stays."))
