"""Pictures that somebody wants changed with words: a new take beside the old ones, made from the one that is there.

Nothing here happens by itself. What comes of it is a choice made by hand, like an upload.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import File

from generation import recipes, storage
from generation.film import Film, load
from generation.media import masks
from generation.media.errors import BrokenMedia
from generation.media.masks import Box
from generation.models import Asset, Job, Slot, Take
from generation.recipes import Recipe, changing
from generation.routing import OverLimit
from generation.services import library as library_services
from generation.services import uploads
from generation.services.takes import request_take
from generation.services.uploads import BadUpload

MOST_WORDS = 2_000
"""Characters of a wish. Whoever has more to say wants another picture."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants changed: in which take, in which words, where in it, by which model ("": the first).

    `box` or `mask` says which part may change; without either, all of it may.
    """

    take: Take
    words: str
    model: str = ""
    box: Box | None = None
    mask: File[bytes] | None = None


def change_picture(film: Film, slot: Slot, wish: Wish, *, requested_by_id: int | None) -> Job | Take:
    """Ask for a picture changed as somebody wishes: a job, or the take that the very same wish made before.

    Raise `OverLimit` with a sentence where no model can do it, `BadUpload` for a mask that cannot be used, and as
    `request_take` does.
    """
    words = wish.words.strip()
    if not words:
        raise OverLimit("Say what should change.")
    if len(words) > MOST_WORDS:
        raise OverLimit(f"A wish has up to {MOST_WORDS:,} characters, but this has {len(words):,}.")
    picture = wish.take.asset
    offer = changing.editor(film, wish.model, in_part=wish.box is not None or wish.mask is not None)
    recipe = changing.change(offer, picture, words, mask=_mask(film, wish))
    recipes.check_limits(film, recipe)
    return request_take(film, slot, recipe=recipe, requested_by_id=requested_by_id)


def ask_again(job: Job, *, requested_by_id: int | None) -> Job | Take:
    """Ask once more for a change that failed, in the same words and of the same picture. Raise as above."""
    film, slot = _film_of(job), job.slot
    stored = job.recipe
    recipe = Recipe(stored["offer"], stored["endpoint"], stored["arguments"], tuple(stored["references"]))
    changing.editor(film, recipe.offer, in_part=bool(recipe.arguments.get("mask")))
    wanted = {str(recipe.arguments["edit"]), str(recipe.arguments.get("mask") or "")} - {""}
    kept = Asset.objects.filter(library=job.library_id, sha256__in=wanted).count()
    if kept < len(wanted):
        raise OverLimit("The picture to change, or its mask, is not there any more. Ask for the change anew.")
    return request_take(film, slot, recipe=recipe, requested_by_id=requested_by_id)


def _film_of(job: Job) -> Film:
    if job.project_id is not None:
        return load(job.project_id)
    slot = job.slot
    entity = slot.look.character if slot.look else slot.entity
    if entity is None:
        raise recipes.NotYet("what it belongs to")
    return library_services.film_for(entity)


# --- The part that may change ---------------------------------------------------------------------------


def _mask(film: Film, wish: Wish) -> Asset | None:
    """Store the mask of a wish; the same box of the same picture is the same mask."""
    box, given = wish.box, wish.mask
    size = (wish.take.asset.width or 0, wish.take.asset.height or 0)
    if given is not None:
        theirs = uploads.receive(given, Asset.Kind.IMAGE, film.project.library)
        return _stored(film, lambda place: masks.read_mask(storage.local_path(theirs), size, place))
    if box is not None:
        return _stored(film, lambda place: masks.draw_mask(size, box, place))
    return None


def _stored(film: Film, draw: Callable[[Path], Path]) -> Asset:
    with TemporaryDirectory(prefix="sceneme-mask-") as folder:
        try:
            place = draw(Path(folder) / "mask.png")
        except BrokenMedia as error:
            raise BadUpload(str(error)) from error
        return storage.store(place, "image/png", library_id=film.project.library_id)
