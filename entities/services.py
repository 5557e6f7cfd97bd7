"""Libraries, their members, and what every studio starts with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from entities.editing import free_style_name, write_down
from entities.models import Character, Entity, GuideImage, Library, Look, Membership, Prop, Set, Style, Voice
from entities.shipped import STYLES

MOST_GUIDES: Final = 60
"""More pictures of one person than anybody looks through, and a bound for what one page shows."""

_KINDS: Final[dict[str, type[Entity]]] = {"character": Character, "set": Set, "prop": Prop}


class NotPossible(Exception):
    """This cannot be done. The message is for the user."""


@transaction.atomic
def library_of(user: User) -> Library:
    """Return the user's own library, making it if there is none."""
    own = Library.objects.filter(memberships__user=user, memberships__role=Membership.Role.OWNER).order_by("pk").first()
    if own is None:
        own = Library.objects.create(name=f"{user.get_username()}'s library")
        Membership.objects.create(library=own, user=user, role=Membership.Role.OWNER)
    return own


def styles_for(library: Library) -> QuerySet[Style]:
    """Return the styles that films of a library may choose: its own and everybody's."""
    return Style.objects.filter(Q(library=None) | Q(library=library)).order_by("name")


def style_that_suits(library: Library, genre: str) -> Style | None:
    """Return the style for stories of a genre, the library's own before everybody's; None if none suits."""
    wanted = genre.casefold()
    suiting = [style for style in styles_for(library) if wanted and wanted in style.suits]
    return min(suiting, key=lambda style: (style.library_id is None, style.pk), default=None)


def sync_shipped(voices: Iterable[dict[str, Any]]) -> None:
    """Add the shipped styles, and the given voices, that are missing; leave the others as people changed them."""
    Style.objects.bulk_create([Style(**style) for style in STYLES], ignore_conflicts=True)
    known = set(Voice.everything.filter(library=None).values_list("offer", "key"))
    fresh = [Voice(**voice) for voice in voices if (voice["offer"], voice["key"]) not in known]
    Voice.objects.bulk_create(fresh, ignore_conflicts=True)


# --- Who and what is seen ---------------------------------------------------------------------------


@transaction.atomic
def create_entity(library: Library, kind: str, name: str, *, by_id: int | None) -> Entity:
    """Add a character (with its usual look), a set or a prop. `kind` is one of `Entity.Kind`."""
    row = _KINDS[kind].objects.create(library=library, name=name)
    if isinstance(row, Character):
        Look.objects.create(character=row, is_usual=True)
    write_down(row, {}, {"name": name}, by_id=by_id, label=f"Added “{name}”")
    entity: Entity = row
    return entity


@transaction.atomic
def add_look(character: Character, name: str, *, by_id: int | None) -> Look:
    """Add a look under a name that is still free; it begins as what the character usually wears."""
    taken = {look.name.casefold() for look in character.looks.all()}
    usual = next((look for look in character.looks.all() if look.is_usual), None)
    numbered = (f"{name[:74]} {number}" for number in range(2, len(taken) + 3))
    free = name if name.casefold() not in taken else next(one for one in numbered if one.casefold() not in taken)
    look = Look.objects.create(
        character=character, name=free, is_usual=usual is None, wears=usual.wears if usual else ""
    )
    write_down(look, {}, {"name": free}, by_id=by_id, label=f"Added the look “{free}” of {character.name}")
    return look


@transaction.atomic
def remove_look(look: Look, *, by_id: int | None) -> None:
    """Delete a look that no scene shows. Raise `NotPossible` for the usual one and for one that is worn in a film."""
    if look.is_usual:
        raise NotPossible(_("This is how the character usually looks: scenes without a look of their own show it."))
    worn = look.castings.count()
    if worn:
        raise NotPossible(_worn_words(look, worn))
    character = look.character
    before = {"name": look.name, "wears": look.wears}
    write_down(look, before, {}, by_id=by_id, label=f"Deleted the look “{look.name}” of {character.name}")
    look.delete()


def _worn_words(look: Look, places: int) -> str:
    words = ngettext(
        "“%(look)s” is worn in %(n)d place of your films. Choose another look there first.",
        "“%(look)s” is worn in %(n)d places of your films. Choose another look there first.",
        places,
    )
    return words % {"look": look.name, "n": places}


# --- Guide images -----------------------------------------------------------------------------------


@transaction.atomic
def add_guide(entity: Entity, asset_id: int, *, by_id: int | None) -> GuideImage:
    """Put a picture behind an entity's others. Raise `NotPossible` if it is there already, or there are too many."""
    Entity.everything.select_for_update().get(pk=entity.pk)
    if entity.guide_images.count() >= MOST_GUIDES:
        raise NotPossible(
            _("%(name)s has %(n)d guide images. Remove some first.") % {"name": entity.name, "n": MOST_GUIDES}
        )
    last = entity.guide_images.aggregate(last=Max("position"))["last"]
    try:
        with transaction.atomic():
            guide = GuideImage.objects.create(
                entity=entity, asset_id=asset_id, position=0 if last is None else last + 1
            )
    except IntegrityError as error:
        raise NotPossible(_("%s has this picture already.") % entity.name) from error
    write_down(entity, {}, {"guide": asset_id}, by_id=by_id, label=f"Guide image added to {entity.name}")
    return guide


@transaction.atomic
def remove_guide(guide: GuideImage, *, by_id: int | None) -> None:
    """Take a picture away from an entity; the stored file stays, so that it can be put back."""
    entity = guide.entity
    before = {"guide": guide.asset_id, "position": guide.position}
    write_down(entity, before, {}, by_id=by_id, label=f"Guide image removed from {entity.name}")
    guide.delete()


@transaction.atomic
def order_guides(entity: Entity, guide_ids: Iterable[int], *, by_id: int | None) -> None:
    """Put an entity's guide images in the given order; those that are not named stay behind, as they were."""
    Entity.everything.select_for_update().get(pk=entity.pk)
    rows = {guide.pk: guide for guide in entity.guide_images.order_by("position")}
    named = [pk for pk in dict.fromkeys(guide_ids) if pk in rows]
    order = [*named, *(pk for pk in rows if pk not in named)]
    if order == list(rows):
        return
    behind = max(guide.position for guide in rows.values()) + 1
    for step in (behind, 0):  # by way of places that are free: no two pictures ever stand at one
        for position, pk in enumerate(order):
            GuideImage.objects.filter(pk=pk).update(position=step + position)
    label = f"Guide images of {entity.name} in another order"
    write_down(entity, {"guides": list(rows)}, {"guides": order}, by_id=by_id, label=label)


# --- Copies -----------------------------------------------------------------------------------------


@transaction.atomic
def copy_style(style: Style, library: Library, *, by_id: int | None) -> Style:
    """Put a copy of a style on a library's own shelf, where it can be changed."""
    own: Style = Style.objects.get(pk=style.pk)
    own.pk, own._state.adding = None, True
    own.library, own.suits = library, []
    own.name = free_style_name(library.pk, style.name)
    own.save()
    write_down(own, {}, {"name": own.name}, by_id=by_id, label=f"Copied “{style.name}”")
    return own


@transaction.atomic
def copy_voice(voice: Voice, library: Library, *, by_id: int | None) -> Voice:
    """Put a copy of a voice on a library's own shelf, to be named and set as one likes."""
    own: Voice = Voice.objects.get(pk=voice.pk)
    own.pk, own._state.adding = None, True
    own.library = library
    own.name = f"{voice.name[:70]} (own)"
    own.save()
    write_down(own, {}, {"name": own.name}, by_id=by_id, label=f"Copied “{voice.name}”")
    return own
