"""All addresses of the studio, found by walking them, and how each is filled in with the rows of one library.

A new address is tested without a word here as long as its parts are named like the others (`film_id`, `shot_id` ...).
Where one has a part of a new kind, say in `PARTS` how it is filled in; where a part takes one of a few words, say which
in `WORDS`; where an address is open to everybody, say so in `OPEN`, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import timezone

from entities.models import GuideImage, Invitation, Library, LibraryEdit, Look, Membership, Style, Voice
from generation.models import Asset, Job, Rendition, Run, Slot, Take, Vendor, VendorKey
from projects.models import Casting, Edit, Finding, Project, Scene, Segment, Series, Shot
from publishing.models import Channel, ChannelTime, ConsentRequest, Publication, SideStep
from tests.factories import (
    AssetFactory,
    JobFactory,
    LookFactory,
    MembershipFactory,
    PropFactory,
    RenditionFactory,
    RunFactory,
    SetFactory,
)
from tests.generation.planned import clip_slots, film_in


class World:
    """One library with a row of every kind, each made when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def film(self) -> Project:
        """A planned film with pictures."""
        return film_in(self.library)

    @cached_property
    def slot(self) -> Slot:
        """The place of a shot's first picture, with a take."""
        return Slot.objects.get(shot=self.shot, role=Slot.Role.FRAME)

    @cached_property
    def shot(self) -> Shot:
        """The film's first shot."""
        shot: Shot = Shot.objects.filter(scene__project=self.film).order_by("scene__position", "position")[0]
        return shot

    @cached_property
    def scene(self) -> Scene:
        """Its scene."""
        return self.shot.scene

    @cached_property
    def segment(self) -> Segment:
        """What is heard over it."""
        return self.shot.segment

    @cached_property
    def casting(self) -> Casting:
        """Who is in it."""
        return Casting.objects.filter(shot=self.shot)[0]

    @cached_property
    def take(self) -> Take:
        """Its picture."""
        return Take.objects.get(slot=self.slot)

    @cached_property
    def reference_take(self) -> Take:
        """A picture of somebody in that look."""
        slot, _ = Slot.objects.get_or_create(look=self.look, role=Slot.Role.REFERENCE)
        return Take.objects.create(slot=slot, number=slot.takes.count() + 1, asset=self.asset)

    @cached_property
    def asset(self) -> Asset:
        """A stored file."""
        return AssetFactory.create(library=self.library)

    @cached_property
    def job(self) -> Job:
        """An attempt that failed."""
        return JobFactory.create(slot=clip_slots(self.film)[0], state=Job.State.FAILED)

    @cached_property
    def run(self) -> Run:
        """A wish to have the film made."""
        return RunFactory.create(project=self.film)

    @cached_property
    def rendition(self) -> Rendition:
        """The finished film."""
        slot = Slot.objects.filter(project=self.film, role=Slot.Role.EXPORT).first()
        if slot is None:
            slot = Slot.objects.create(project=self.film, role=Slot.Role.EXPORT, variant="16:9 draft")
        take = Take.objects.create(slot=slot, number=900, asset=self.asset)
        return RenditionFactory.create(take=take, project=self.film)

    @cached_property
    def edit(self) -> Edit:
        """A change to the film's plan."""
        return Edit.objects.create(project=self.film, label="Rename")

    @cached_property
    def library_edit(self) -> LibraryEdit:
        """A change to something of the library."""
        return LibraryEdit.objects.create(
            library=self.library, label="Rename", model="character", row_id=self.character.pk
        )

    @cached_property
    def character(self) -> Model:
        """Somebody in the film, with a look."""
        casting = Casting.objects.select_related("entity__character").filter(project=self.film)[0]
        return casting.entity.character

    @cached_property
    def look(self) -> Look:
        """How somebody looks."""
        return LookFactory.create(character=self.character, is_usual=False, name="At sea")

    @cached_property
    def set(self) -> Model:
        """A place."""
        return SetFactory.create(library=self.library)

    @cached_property
    def prop(self) -> Model:
        """A thing."""
        return PropFactory.create(library=self.library)

    @cached_property
    def guide_image(self) -> GuideImage:
        """A picture that somebody gave."""
        return GuideImage.objects.create(entity_id=self.character.pk, asset=self.asset, position=0)

    @cached_property
    def voice(self) -> Voice:
        """A voice of the library's own."""
        voice: Voice = Voice.objects.create(library=self.library, offer="fake/speech", key="own", name="Own")
        return voice

    @cached_property
    def style(self) -> Style:
        """A style of the library's own."""
        style: Style = Style.objects.create(library=self.library, name="Own")
        return style

    @cached_property
    def series(self) -> Series:
        """Films that belong together."""
        return Series.objects.create(library=self.library, name="Lamps")

    @cached_property
    def membership(self) -> Membership:
        """Somebody's seat."""
        return MembershipFactory.create(library=self.library)

    @cached_property
    def invitation(self) -> Invitation:
        """A link that gives a seat."""
        return Invitation.objects.create(
            library=self.library, digest="d" * 64, expires_at=timezone.now() + timedelta(days=1)
        )

    @cached_property
    def vendor_key(self) -> VendorKey:
        """A key at a vendor."""
        now = timezone.now()
        return VendorKey.objects.create(
            library=self.library, vendor="fal", sealed="sealed", written_at=now, tested_at=now
        )

    @cached_property
    def server(self) -> Vendor:
        """A server on the studio's own network."""
        return Vendor.objects.get_or_create(key="home", defaults={"label": "Home", "is_local": True})[0]

    @cached_property
    def channel(self) -> Channel:
        """A place that the library publishes to."""
        channel: Channel = Channel.objects.create(
            library=self.library, platform="folder", remote_id="/srv/films", name="Shelf"
        )
        return channel

    @cached_property
    def channel_time(self) -> ChannelTime:
        """When it usually publishes."""
        return ChannelTime.objects.create(channel=self.channel, weekday=0, at=time(18))

    @cached_property
    def publication(self) -> Publication:
        """A draft for it."""
        publication: Publication = Publication.objects.create(
            library=self.library, project=self.film, channel=self.channel, variant="16:9 full"
        )
        SideStep.objects.create(publication=publication, kind="captions")
        return publication

    @cached_property
    def finding(self) -> Finding:
        """What the library's numbers say."""
        evidence = {
            "measure": "views",
            "films_with": 4,
            "films_without": 5,
            "with": 1.4,
            "without": 0.8,
            "chance": 0.02,
        }
        return Finding.objects.create(
            library=self.library, key="cutting:fast", sentence="Fast.", evidence=evidence, found_at=timezone.now()
        )

    @cached_property
    def consent(self) -> ConsentRequest:
        """Somebody is at a platform's consent page."""
        return ConsentRequest.objects.create(
            state_digest=f"{self.library.pk:064}", session_digest="s", sealed_verifier="v", library=self.library,
            user=self.membership.user, platform="youtube", redirect_uri="https://x.example/", begun_at=timezone.now(),
        )  # fmt: skip


PARTS: dict[str, Callable[[World], Any]] = {
    "film_id": lambda world: world.film.pk,
    "project_id": lambda world: world.film.pk,
    "scene_id": lambda world: world.scene.pk,
    "shot_id": lambda world: world.shot.pk,
    "segment_id": lambda world: world.segment.pk,
    "line_id": lambda world: world.segment.pk,
    "casting_id": lambda world: world.casting.pk,
    "slot_id": lambda world: world.slot.pk,
    "take_id": lambda world: world.take.pk,
    "asset_id": lambda world: world.asset.pk,
    "job_id": lambda world: world.job.pk,
    "run_id": lambda world: world.run.pk,
    "rendition_id": lambda world: world.rendition.pk,
    "edit_id": lambda world: world.edit.pk,
    "library_edit_id": lambda world: world.library_edit.pk,
    "entity_id": lambda world: world.character.pk,
    "character_id": lambda world: world.character.pk,
    "look_id": lambda world: world.look.pk,
    "set_id": lambda world: world.set.pk,
    "prop_id": lambda world: world.prop.pk,
    "guide_id": lambda world: world.guide_image.pk,
    "guide_image_id": lambda world: world.guide_image.pk,
    "image_id": lambda world: world.guide_image.pk,
    "voice_id": lambda world: world.voice.pk,
    "style_id": lambda world: world.style.pk,
    "series_id": lambda world: world.series.pk,
    "library_id": lambda world: world.library.pk,
    "membership_id": lambda world: world.membership.pk,
    "invitation_id": lambda world: world.invitation.pk,
    "key_id": lambda world: world.vendor_key.pk,
    "channel_id": lambda world: world.channel.pk,
    "time_id": lambda world: world.channel_time.pk,
    "publication_id": lambda world: world.publication.pk,
    "finding_id": lambda world: world.finding.pk,
    "attempt_id": lambda world: world.consent.pk,
    "platform": lambda world: "youtube",
    "login": lambda world: "google",
    "vendor": lambda world: "fal",
    "token": lambda world: "made-up",
    "sha": lambda world: _media(world)["sha"],
    "seal": lambda world: _media(world)["seal"],
    "extension": lambda world: _media(world)["extension"],
}
"""How the parts of an address are filled in, by name."""

WORDS: dict[tuple[str, str], str] = {
    ("generation:film-run", "wish"): "stop",
    ("generation:job-change", "wish"): "retry",
    ("generation:account-member-change", "wish"): "remove",
    ("generation:account-key-change", "wish"): "test",
    ("publishing:publication-do", "wish"): "cancel",
    ("publishing:side-step", "kind"): "captions",
    ("publishing:place-add", "place"): "folder",
    ("generation:film-step", "step"): "shots",
    ("generation:film-step-live", "step"): "shots",
}
"""A part that takes one of a few words, by the address it is in."""

SENT: dict[str, Callable[[World], Any]] = {
    "entity": lambda world: world.character.pk,
    "set": lambda world: world.set.pk,
    "look": lambda world: world.look.pk,
    "shot": lambda world: world.shot.pk,
    "scene": lambda world: world.scene.pk,
    "line": lambda world: world.segment.pk,
    "at": lambda world: f"{world.segment.pk}:0",
    "slot": lambda world: world.slot.pk,
    "take": lambda world: world.take.pk,
    "voice": lambda world: world.voice.pk,
    "style": lambda world: world.style.pk,
    "series": lambda world: world.series.pk,
    "library": lambda world: world.library.pk,
    "channel": lambda world: world.channel.pk,
    "order": lambda world: str(world.guide_image.pk),
}
"""What forms send of rows, by the field's name: also rows of another library must not come in that way."""

PLAIN_WORDS = {"role": "frame", "capability": "image", "kind": "character", "name": "New", "to": "0", "what": "frame"}
"""What forms send besides rows."""

SENT_TO: dict[str, Callable[[World], dict[str, Any]]] = {
    "generation:library-reference-take": lambda world: {"take": world.reference_take.pk},
    "generation:films": lambda world: {"follows": world.film.pk},
    "generation:account-vendor-reopen": lambda world: {"vendor": world.server.key},
    "generation:account-vendor-reach": lambda world: {"vendor": world.server.key},
    "generation:account-vendor-switch": lambda world: {"vendor": world.server.key},
    "generation:takes-finish": lambda world: {"role": "upscaled"},
    "generation:models-fallbacks": lambda world: {"do": "add"},
    "generation:shots-several": lambda world: {"do": "keep", "shots": world.shot.pk},
}
"""What only one address is sent, where the field means something else there than elsewhere."""

OPEN = {
    "login": "the door",
    "logout": "ends whatever session there is",
    "enter": "its token is the key",
    "metrics": "for Prometheus; its token is the key, and without it the address does not exist",
    "health": "for machines; says nothing about anybody",
    "worker": "a script that is the same for everybody",
    "offline": "stands in for pages that cannot be fetched; says nothing about anybody",
    "set_language": "remembers a language in the browser that asks; a link of an invitation may be read in any",
    "generation:join": "its token is the key",
    "generation:webhook": "a vendor's messages: its token is the key",
    "publishing:webhook": "a platform's messages: their signature is the key",
    "publishing:file": "for platforms that fetch a film: its seal is the key",
}
"""Addresses that anybody may open."""

PERSONAL = {
    "generation:films": "the user's own films; a film is made only in a library that the user may fill",
    "generation:films-live": "the user's own films",
    "generation:activity": "the jobs of the user's own libraries",
    "generation:activity-live": "the jobs of the user's own libraries",
    "generation:activity-drawer": "the jobs of the user's own libraries",
    "generation:activity-badge": "two figures of the user's own libraries",
    "generation:account": "the user and one of the user's own libraries",
    "generation:account-drawer": "the user and one of the user's own libraries",
    "generation:account-theme": "a cookie of this browser",
    "generation:account-password": "the user's own password",
    "generation:account-sessions-end": "the user's own sessions",
    "publishing:home": "leads to the calendar of one of the user's own libraries",
    "publishing:numbers": "the posts of one of the user's own libraries",
    "publishing:numbers-file": "the posts of one of the user's own libraries",
    "publishing:trouble": "what needs somebody in the user's own libraries",
    "publishing:connected": "what a platform sent this browser back with; it counts only in the session that asked",
    "generation:library": "a shelf of the user's own libraries; something is added only where the user may",
    "generation:library-live": "a shelf of the user's own libraries",
}
"""Addresses without a row in them: everybody gets their own, and nothing of anybody else's."""

SKIPPED_NAMESPACES = {"admin": "Django's own, for staff only"}


@dataclass(frozen=True)
class Address:
    """One entry of the table."""

    name: str
    route: str
    parts: tuple[str, ...]

    def of(self, world: World) -> str:
        """Fill it in with the rows of a library; fail with a sentence where it is not known how."""
        return reverse(self.name, kwargs={part: self._filled(part, world) for part in self.parts})

    def sent(self, world: World) -> dict[str, Any]:
        """Return what a form sends there that is about the rows of a library."""
        special = SENT_TO.get(self.name)
        return fields(world) | (special(world) if special else {})

    def _filled(self, part: str, world: World) -> Any:
        if (self.name, part) in WORDS:
            return WORDS[self.name, part]
        if part not in PARTS:
            raise AssertionError(
                f"{self.route!r} has a part {part!r} that the test of the URL table cannot fill in: "
                f"add it to PARTS, or ({self.name!r}, {part!r}) to WORDS, in tests/url_table.py."
            )
        return PARTS[part](world)


def fields(world: World) -> dict[str, Any]:
    """Return what a form sends that is about the rows of a library: every field that any form has."""
    return PLAIN_WORDS | {name: value(world) for name, value in SENT.items()}


def addresses() -> list[Address]:
    """Return every address of the studio but the admin's."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, namespace: str, route: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        path = f"{route}{entry.pattern}"
        if isinstance(entry, URLResolver):
            inner = entry.namespace or ""
            if inner not in SKIPPED_NAMESPACES:
                yield from _walk(entry, f"{namespace}{inner}:" if inner else namespace, path)
        elif isinstance(entry, URLPattern):
            yield Address(f"{namespace}{entry.name}", path, tuple(entry.pattern.converters))


def _media(world: World) -> dict[str, Any]:
    return resolve(world.asset.link).kwargs
