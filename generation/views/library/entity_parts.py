"""What is open of a character, a set or a prop: guide images, reference, fields, where it is used, model and Generate.

In this order, and no control twice. The prompt is built from the fields, so there is no box for one.
"""

from __future__ import annotations

from dataclasses import dataclass

from generation.views.library.address import KIND_WORDS, Address
from generation.views.library.field_parts import field_parts
from generation.views.library.forms import choices_for, fields_of
from generation.views.library.guide_parts import guides
from generation.views.library.make_parts import make
from generation.views.library.opened import Opened
from generation.views.library.reference_parts import reference
from generation.views.parts import Part


@dataclass(frozen=True)
class Head:
    """The frame of the panel."""

    opened: str
    row_id: int
    kind: str
    kind_word: str
    name: str
    close: str
    delete: str
    may_edit: bool
    has_fields_of_look: bool


def panel(opened: Opened, address: Address, *, may_edit: bool) -> Part:
    """Return the whole panel."""
    entity = opened.entity
    children = (
        Part(f"guides-{entity.pk}", "library/_guides.html", guides(opened, may_edit=may_edit)),
        Part(f"reference-{entity.pk}", "library/_reference.html", reference(opened, address, may_edit=may_edit)),
        *field_parts(
            entity,
            fields_of(entity, **choices_for(entity, among=opened.film.voices.values(), offers=opened.film.offers)),
            "entity",
            may_edit=may_edit,
        ),
        *(field_parts(opened.look, fields_of(opened.look), "look", may_edit=may_edit) if opened.look else ()),
        Part(f"used-{entity.pk}", "library/_used.html", opened.films),
        Part(f"make-{entity.pk}", "library/_make.html", make(opened, may_edit=may_edit)),
    )
    head = Head(
        opened="entity",
        row_id=entity.pk,
        kind=entity.kind,
        kind_word=str(KIND_WORDS[entity.kind]),
        name=entity.name,
        close=address.closed(),
        delete=address.of("entity", entity.pk, ask="delete"),
        may_edit=may_edit,
        has_fields_of_look=opened.look is not None,
    )
    return Part(
        f"panel-entity-{entity.pk}-{opened.look.pk if opened.look else 0}", "library/_entity.html", head, children
    )
