"""One piece with all its takes side by side: looked at, compared, chosen, kept, put aside, made again, uploaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import OuterRef, Subquery, Sum
from django.utils.translation import gettext as _

from generation import recipes
from generation.models import Asset, Job, LedgerEntry, Slot, Take
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services import asking
from generation.services.uploads import ACCEPTED, KIND_OF
from generation.views import left_out, said, seen, wording
from generation.views.media import media_url
from generation.views.parts import Part
from generation.views.steps import takes_origin, takes_words
from generation.views.steps.base import Studio
from generation.views.steps.takes_grid import address
from generation.views.steps.takes_tally import PAID
from generation.views.steps.takes_words import Standing


@dataclass(frozen=True)
class Opened:
    """What the address opens: a slot under the word (`shot`, `scene` ...) that stands in it."""

    word: str
    value: str
    slot: Slot
    title: str
    facts: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    closed: str = ""


@dataclass(frozen=True)
class BenchFrame:
    """What of an open piece stays while its takes come and go."""

    title: str
    closed: str
    kind: str


@dataclass(frozen=True)
class BenchHead:
    """Its name, and the ways to its neighbours and out."""

    title: str
    facts: tuple[str, ...]
    before: str
    after: str
    closed: str


@dataclass(frozen=True)
class Seen:
    """A take on the screen."""

    number: int
    url: str
    poster: str
    words: str


@dataclass(frozen=True)
class Screen:
    """What is looked at: one take, or two of them."""

    kind: str
    shape: str
    one: Seen | None
    other: Seen | None
    closed: str
    words: str


@dataclass(frozen=True)
class Shows:
    """What is known of the picture on the screen."""

    seen: seen.Seen
    library_id: int


@dataclass(frozen=True)
class TakeCard:
    """One take."""

    pk: int
    film_id: int
    number: int
    kind: str
    url: str
    poster: str
    when: str
    by: str
    cost: str
    about: str
    wish: str
    is_selected: bool
    state: str
    state_word: str
    is_kept: bool
    is_looked_at: bool
    is_compared: bool
    look: str
    compare: str
    download: str
    may_edit: bool


@dataclass(frozen=True)
class Shelf:
    """All takes of the piece, and those that were put aside."""

    takes: tuple[TakeCard, ...]
    aside: tuple[TakeCard, ...]
    unused: str


@dataclass(frozen=True)
class Making:
    """How the next take would come about, or how it stands."""

    slot_id: int
    film_id: int
    role: str
    standing: Standing
    job_id: int
    may_cancel: bool
    may_settle: bool
    percent: int
    problem: str
    vendor_words: str
    notes: tuple[str, ...]
    left_out: str
    press: str
    takes: tuple[str, ...]
    not_now: str
    accept: str
    may_edit: bool


def bench(
    studio: Studio,
    opened: Opened | None,
    *,
    seconds_for: Mapping[str, float],
    change: tuple[Part, ...] = (),
    more: tuple[Part, ...] = (),
) -> Part:
    """Return the open piece, with the ways to `change` it and `more` of it; nothing is seen while none is open."""
    if opened is None:
        return Part("bench", "generation/takes/_bench.html", None)
    kind = str(KIND_OF[Slot.Role(opened.slot.role)])
    takes = _takes(opened.slot)
    frame = BenchFrame(opened.title, opened.closed, kind)
    head = BenchHead(opened.title, opened.facts, opened.before, opened.after, opened.closed)
    folder = "generation/takes/_bench_{}.html"
    screen = Part("bench-screen", folder.format("screen"), _screen(studio, opened, takes, kind))
    children = (
        Part("bench-head", folder.format("head"), head),
        # A sound is heard where it stands in the list.
        *(() if kind == Asset.Kind.AUDIO else (screen,)),
        *(_what_it_shows(studio, opened, takes) if kind == Asset.Kind.IMAGE else ()),
        Part("bench-making", folder.format("making"), _making(studio, opened.slot, takes, seconds_for)),
        *change,
        Part("bench-takes", folder.format("takes"), _shelf(studio, opened, takes, kind)),
        *more,
    )
    return Part("bench", "generation/takes/_bench.html", frame, children)


def _takes(slot: Slot) -> list[Take]:
    """Return all takes, newest first, each with what was paid for it (`paid`)."""
    paid = LedgerEntry.objects.filter(job=OuterRef("job"), kind__in=PAID).order_by().values("job")
    rows = Take.objects.filter(slot=slot).annotate(paid=Subquery(paid.annotate(sum=Sum("amount_micros")).values("sum")))
    return list(rows.select_related("asset", "job__offer", "made_by", "reused_from__job__offer").order_by("-number"))


# --- The screen ------------------------------------------------------------------------------------


def _screen(studio: Studio, opened: Opened, takes: list[Take], kind: str) -> Screen:
    one, other = _on_screen(studio, opened, takes)
    return Screen(
        kind=kind,
        shape=studio.film.project.shape.replace(":", "x"),
        one=_seen(studio, opened.slot, one) if one else None,
        other=_seen(studio, opened.slot, other) if other else None,
        closed=_link(studio, opened, take=one.pk) if one else "",
        words=_("Nothing has been made for this yet."),
    )


def _what_it_shows(studio: Studio, opened: Opened, takes: list[Take]) -> tuple[Part, ...]:
    one, _other = _on_screen(studio, opened, takes)
    if one is None:
        return ()
    library_id = studio.film.project.library_id
    shows = Shows(seen.of_assets([one.asset], studio.film.offers)[one.asset_id], library_id)
    return (Part("bench-shows", "generation/takes/_bench_shows.html", shows),)


def _on_screen(studio: Studio, opened: Opened, takes: list[Take]) -> tuple[Take | None, Take | None]:
    by_id = {str(take.pk): take for take in takes}
    chosen = next((take for take in takes if take.pk == opened.slot.selected_take_id), None)
    one = by_id.get(studio.asked.get("take", "")) or chosen or next(iter(takes), None)
    other = by_id.get(studio.asked.get("with", ""))
    return one, (None if other is one else other)


def _seen(studio: Studio, slot: Slot, take: Take) -> Seen:
    words = _("Take %(n)s") % {"n": take.number}
    if take.pk == slot.selected_take_id:
        words = _("Take %(n)s, in the film") % {"n": take.number}
    return Seen(take.number, media_url(take.asset), _poster(studio, slot), words)


def _poster(studio: Studio, slot: Slot) -> str:
    frame = studio.film.take("shot", slot.shot_id or 0, Slot.Role.FRAME) if slot.role == Slot.Role.CLIP else None
    return media_url(frame.asset) if frame else ""


# --- The takes -------------------------------------------------------------------------------------


def _shelf(studio: Studio, opened: Opened, takes: list[Take], kind: str) -> Shelf:
    digest = _digest(studio, opened.slot)
    screen = _on_screen(studio, opened, takes)
    cards = {take.pk: _card(studio, opened, take, kind, digest, screen) for take in takes}
    unused = [take for take in takes if take.removed_at is None and take.pk != opened.slot.selected_take_id]
    return Shelf(
        takes=tuple(cards[take.pk] for take in takes if take.removed_at is None),
        aside=tuple(cards[take.pk] for take in takes if take.removed_at is not None),
        unused=_unused(len(unused), sum(_paid(take) or 0 for take in unused)),
    )


def _unused(number: int, micros: int) -> str:
    if not number:
        return ""
    return f"{wording.count(number, _('take not used'), _('takes not used'))} · {wording.price(micros)}"


def _paid(take: Take) -> int | None:
    paid: int | None = take.paid  # type: ignore[attr-defined]
    return paid


def _card(
    studio: Studio,
    opened: Opened,
    take: Take,
    kind: str,
    digest: str,
    screen: tuple[Take | None, Take | None],
) -> TakeCard:
    one, other = screen
    state, word = takes_origin.state(take, digest)
    title = wording.title(studio.film.project)
    name = urlencode({"download": f"{title} {opened.title} take {take.number}"})
    return TakeCard(
        pk=take.pk,
        film_id=studio.film.project.pk,
        number=take.number,
        kind=kind,
        url=media_url(take.asset),
        poster=_poster(studio, opened.slot),
        when=takes_words.when(take.created_at),
        by=takes_origin.by(take),
        cost=takes_origin.cost(take, _paid(take)),
        about=takes_origin.about(take.asset),
        wish=takes_origin.wish(take),
        is_selected=take.pk == opened.slot.selected_take_id,
        state=state,
        state_word=word,
        is_kept=take.is_kept,
        is_looked_at=take is one,
        is_compared=take is other,
        look=_link(studio, opened, take=take.pk),
        compare=_link(studio, opened, take=one.pk, **{"with": take.pk}) if one and one is not take else "",
        download=f"{media_url(take.asset)}?{name}",
        may_edit=studio.may_edit,
    )


def _link(studio: Studio, opened: Opened, **words: object) -> str:
    return address(studio, **{opened.word: opened.value, **words})


def _digest(studio: Studio, slot: Slot) -> str:
    """Return what an up-to-date take is made from, also while the next one is being made; "" while that is unknown."""
    recipe = studio.graph.recipes.get(slot.pk)
    if recipe is None:
        try:
            recipe = recipes.recipe_for(studio.film, slot)
        except (NotYet, NoOffer, OverLimit):
            return ""
    return recipe.digest


# --- The next one ----------------------------------------------------------------------------------


def _newest_job(studio: Studio, slot: Slot, takes: list[Take]) -> Job | None:
    """Return the last attempt: the one under way, or one that failed after the newest take, or that of the take."""
    if slot.pk in studio.film.active:
        return studio.film.active[slot.pk]
    if any(slot_id == slot.pk for slot_id, _digest in studio.film.failures):
        return Job.objects.filter(slot=slot).order_by("-pk").first()
    return takes[0].job if takes else None


def _making(studio: Studio, slot: Slot, takes: list[Take], seconds_for: Mapping[str, float]) -> Making:
    job = _newest_job(studio, slot, takes)
    standing = takes_words.standing(studio.graph, slot)
    piece = asking.piece(studio.graph, slot)
    quote = asking.quote(studio.graph, [slot], seconds_for)
    failed = job if job and job.state == Job.State.FAILED else None
    is_open = job is not None and not job.is_final
    is_doubtful = job is not None and job.state == Job.State.UNCONFIRMED
    return Making(
        slot_id=slot.pk,
        film_id=studio.film.project.pk,
        role=slot.role,
        standing=standing,
        job_id=job.pk if job and is_open else 0,
        may_cancel=is_open and not is_doubtful and studio.may_edit,
        may_settle=is_doubtful and studio.may_edit,
        percent=standing.percent,
        problem=(said.words(failed.error_detail) or _("It failed.")) if failed else standing.problem,
        vendor_words=failed.vendor_words if failed else "",
        notes=(notes := _notes(None if standing.key == "stale" else job)),
        left_out=words if (words := left_out.of_slot(studio.film, slot)) not in notes else "",
        press=_press(slot, piece, standing),
        takes=takes_words.what_it_takes(slot.role, quote)[1:],
        not_now="" if is_open else piece.problem,
        accept=ACCEPTED[KIND_OF[Slot.Role(slot.role)]],
        may_edit=studio.may_edit,
    )


def _notes(job: Job | None) -> tuple[str, ...]:
    """Say what a job waits for, why this model makes it, and what was noted about it."""
    if job is None:
        return ()
    # Of one in doubt it is said already what is the matter.
    waits_for = "" if job.is_final or job.state == Job.State.UNCONFIRMED else job.waits_for
    return tuple(said.words(str(note)) for note in (waits_for, job.route, *job.notes) if note)


def _press(slot: Slot, piece: asking.Piece, standing: Standing) -> str:
    if piece.problem:
        return ""
    if standing.key == "failed":
        return _("Try again")
    if slot.selected_take is None:
        return _("Make it")
    return _("Another take") if piece.is_another else _("Make it again")
