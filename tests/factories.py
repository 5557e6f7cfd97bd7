"""One factory per model, called with `.create()`. Each makes what a row cannot be without, and nothing else."""

# factory_boy's declarations carry no types.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import hashlib

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from factory.declarations import LazyAttribute, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from entities.models import Character, Library, Look, Membership, Prop, Set
from generation.models import Asset, Job, ModelOffer, Rendition, Run, Slot, Take
from projects.models import Casting, Project, Scene, Segment, Shot


class UserFactory(DjangoModelFactory[User]):
    """Somebody who can sign in."""

    class Meta:
        model = User

    username = Sequence(lambda number: f"person{number}")


class LibraryFactory(DjangoModelFactory[Library]):
    """A shelf."""

    class Meta:
        model = Library

    name = Sequence(lambda number: f"Library {number}")


class MembershipFactory(DjangoModelFactory[Membership]):
    """Somebody's seat in a library."""

    class Meta:
        model = Membership

    library = SubFactory(LibraryFactory)
    user = SubFactory(UserFactory)
    role = Membership.Role.EDITOR


class ProjectFactory(DjangoModelFactory[Project]):
    """A film."""

    class Meta:
        model = Project

    library = SubFactory(LibraryFactory)
    source = "A lighthouse keeper finds a message in a bottle."


class SceneFactory(DjangoModelFactory[Scene]):
    """One place and time."""

    class Meta:
        model = Scene

    project = SubFactory(ProjectFactory)
    position = Sequence(int)
    planned_as = SelfAttribute("position")


class SegmentFactory(DjangoModelFactory[Segment]):
    """One spoken piece."""

    class Meta:
        model = Segment

    project = SubFactory(ProjectFactory)
    position = Sequence(int)
    text = "The lamp goes out."


class ShotFactory(DjangoModelFactory[Shot]):
    """One run of the camera, in a scene and over a segment of the same film."""

    class Meta:
        model = Shot

    scene = SubFactory(SceneFactory)
    segment = SubFactory(SegmentFactory, project=SelfAttribute("..scene.project"), scene=SelfAttribute("..scene"))
    position = Sequence(int)


class CharacterFactory(DjangoModelFactory[Character]):
    """Somebody in the story."""

    class Meta:
        model = Character

    library = SubFactory(LibraryFactory)
    name = Sequence(lambda number: f"Character {number}")


class LookFactory(DjangoModelFactory[Look]):
    """What somebody usually looks like."""

    class Meta:
        model = Look

    character = SubFactory(CharacterFactory)
    is_usual = True


class SetFactory(DjangoModelFactory[Set]):
    """A place."""

    class Meta:
        model = Set

    library = SubFactory(LibraryFactory)
    name = Sequence(lambda number: f"Place {number}")


class PropFactory(DjangoModelFactory[Prop]):
    """A thing."""

    class Meta:
        model = Prop

    library = SubFactory(LibraryFactory)
    name = Sequence(lambda number: f"Thing {number}")


class CastingFactory(DjangoModelFactory[Casting]):
    """Who is in a film; give `scene` or `shot` and `project=None` for a smaller place."""

    class Meta:
        model = Casting

    project = SubFactory(ProjectFactory)
    entity = SubFactory(CharacterFactory, library=SelfAttribute("..project.library"))


class AssetFactory(DjangoModelFactory[Asset]):
    """A stored file that really is in the store; give `content` for other bytes."""

    class Meta:
        model = Asset
        exclude = ("content",)

    content = Sequence(lambda number: f"file {number}".encode())
    library = SubFactory(LibraryFactory)
    kind = Asset.Kind.IMAGE
    media_type = "image/png"
    sha256 = LazyAttribute(lambda asset: hashlib.sha256(asset.content).hexdigest())
    size = LazyAttribute(lambda asset: len(asset.content))
    key = LazyAttribute(lambda asset: default_storage.save(f"{asset.sha256}.png", ContentFile(asset.content)))


class SlotFactory(DjangoModelFactory[Slot]):
    """A place that wants an asset; give another owner with `shot=None`."""

    class Meta:
        model = Slot

    role = Slot.Role.FRAME
    shot = SubFactory(ShotFactory)


class TakeFactory(DjangoModelFactory[Take]):
    """An answer to a slot, not selected."""

    class Meta:
        model = Take

    slot = SubFactory(SlotFactory)
    number = Sequence(lambda number: number + 1)
    asset = SubFactory(AssetFactory)


class ModelOfferFactory(DjangoModelFactory[ModelOffer]):
    """A free model for pictures."""

    class Meta:
        model = ModelOffer

    key = Sequence(lambda number: f"vendor/model-{number}")
    label = Sequence(lambda number: f"Model {number}")
    vendor = "vendor"
    capability = "image"
    adapter = "tests.fakes.FakeProvider"
    endpoint = "model"


class RunFactory(DjangoModelFactory[Run]):
    """A wish to have a film made."""

    class Meta:
        model = Run

    project = SubFactory(ProjectFactory)


class JobFactory(DjangoModelFactory[Job]):
    """An attempt that waits in the queue; `state` brings along what the database asks of that state."""

    class Meta:
        model = Job

    slot = SubFactory(SlotFactory)
    project = LazyAttribute(lambda job: job.slot.shot.scene.project)
    library = LazyAttribute(lambda job: job.project.library)
    recipe = LazyAttribute(lambda job: {"offer": "", "template": "", "arguments": {}, "references": []})
    recipe_digest = Sequence(lambda number: f"{number:064d}")
    worker = LazyAttribute(lambda job: "worker" if job.state in Job.LEASED else "")
    heartbeat_at = LazyAttribute(lambda job: timezone.now() if job.state in Job.LEASED else None)
    finished_at = LazyAttribute(lambda job: timezone.now() if job.state in Job.FINAL else None)
    provider_job_id = LazyAttribute(lambda job: "vendor-1" if job.state == Job.State.WAITING else "")
    state = Job.State.QUEUED


class RenditionFactory(DjangoModelFactory[Rendition]):
    """A finished film."""

    class Meta:
        model = Rendition

    take = SubFactory(
        TakeFactory,
        slot=SubFactory(
            SlotFactory, role="export", variant="16:9 draft", shot=None, project=SubFactory(ProjectFactory)
        ),
    )
    project = LazyAttribute(lambda rendition: rendition.take.slot.project)
    format_key = "16:9 draft"
    frames = 720
    duration_ms = 30_000
    encoded_segments = 1
    reused_segments = 0
