"""A long film as it lies in the database after a week of work: rows, small real files, takes, jobs and the books."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from entities.models import Character, Library, LibraryEdit, Look, Membership, Prop, Set
from generation import graph, recipes
from generation.film import load
from generation.models import Asset, Job, LedgerEntry, Slot, Take
from generation.recipes import NotYet
from generation.routing import NoOffer, OverLimit
from generation.services import ensure_slots
from projects.models import Casting, Edit, Project, Scene, Segment, Shot

WORDS = ("The", "lamp", "on", "the", "quay", "goes", "out", "again", "tonight")
WORD_MS = 350
LINE_MS = len(WORDS) * WORD_MS
STALE_EACH, FAILED_EACH, MISSING_EACH, SECOND_TAKE_EACH = 17, 23, 29, 3
"""Every so many pieces one is out of date, has failed, is missing, has a second take: all that a page may show."""


class LongFilm:
    """A film in a library of its own, made in bulk."""

    def __init__(self, user: User, *, shots: int, scenes: int) -> None:
        self.user = user
        self.library = Library.objects.create(name=f"{shots} shots")
        Membership.objects.create(library=self.library, user=user, role=Membership.Role.OWNER)
        self.project = Project.objects.create(
            library=self.library,
            title=f"The Lamp on the Quay, {shots} shots",
            source="A lamp goes out.",
            created_by=user,
        )
        self._cast()
        self._story(shots, scenes)
        ensure_slots(load(self.project.pk))
        self.files = dict(_files(self.library))
        self._takes()
        self._digests()
        self._history()

    def _cast(self) -> None:
        self.people = [Character.objects.create(library=self.library, name=f"Person {n}") for n in range(12)]
        self.looks = [Look.objects.create(character=person, is_usual=True) for person in self.people]
        self.sets = [Set.objects.create(library=self.library, name=f"Place {n}", place="street") for n in range(15)]
        self.props = [Prop.objects.create(library=self.library, name=f"Thing {n}") for n in range(8)]
        Casting.objects.bulk_create(Casting(project=self.project, entity_id=person.pk) for person in self.people)

    def _story(self, shots: int, scenes: int) -> None:
        film = self.project
        rows = Scene.objects.bulk_create(
            Scene(
                project=film, position=n, planned_as=n, heading=f"Place {n}, night", summary="A lamp goes out.",
                set_id=self.sets[n % 15].pk, mood="tense", sounds=["rain"],
            )
            for n in range(scenes)
        )  # fmt: skip
        lines = Segment.objects.bulk_create(
            Segment(
                project=film, scene=rows[n * scenes // shots], position=n, kind="line" if n % 2 else "narration",
                speaker_id=self.people[n % 12].pk if n % 2 else None, speaker_name=f"Person {n % 12}" if n % 2 else "",
                text=" ".join(WORDS), pause_before_ms=200,
            )
            for n in range(shots)
        )  # fmt: skip
        made = Shot.objects.bulk_create(
            Shot(scene=line.scene, position=n, segment=line, action=f"Somebody lights lamp {n}.", size="medium")
            for n, line in enumerate(lines)
        )
        cast = [
            Casting(shot=shot, entity_id=who.pk, position=place)
            for n, shot in enumerate(made)
            for place, who in enumerate((self.people[n % 12], self.people[(n + 5) % 12], self.props[n % 8]))
        ]
        Casting.objects.bulk_create(cast, batch_size=500)

    def _takes(self) -> None:
        """Give most places a take of the right kind, some two."""
        slots = [slot for slot in load(self.project.pk).slots.values() if slot.role in self.files]
        chosen: list[Take] = []
        for n, slot in enumerate(slots):
            if slot.role in {"frame", "clip"} and not n % MISSING_EACH:
                continue
            files = self.files[slot.role]
            takes = 1 if n % SECOND_TAKE_EACH else 2
            chosen += [Take(slot=slot, number=k + 1, asset=files[(n + k) % len(files)]) for k in range(takes)]
        made = Take.objects.bulk_create(chosen, batch_size=500)
        latest = {take.slot_id: take for take in made}
        for slot in slots:
            slot.selected_take = latest.get(slot.pk)
        Slot.objects.bulk_update(slots, ["selected_take"], batch_size=200)

    def _digests(self) -> None:
        """Say of each take what it was made from: most as it is now, some as it was before a change."""
        worked_out = graph.work_out(load(self.project.pk))
        takes = []
        for n, slot in enumerate(worked_out.slots.values()):
            take = slot.selected_take
            if take is None:
                continue
            try:
                digest = recipes.recipe_for(worked_out.film, slot).digest
            except (NotYet, NoOffer, OverLimit):
                continue
            is_picture = slot.role in {"frame", "clip"}
            take.recipe_digest = "0" * 64 if is_picture and not n % STALE_EACH else digest
            takes.append(take)
        Take.objects.bulk_update(takes, ["recipe_digest"], batch_size=200)

    def _history(self) -> None:
        """Write one job for each take, some failures, what they cost, and who changed what."""
        film, now = self.project, timezone.now()
        slots = list(load(film.pk).slots.values())
        rows = [
            Job(
                library=self.library,
                project=film,
                slot=slot,
                requested_by=self.user,
                started_at=now - timedelta(seconds=9),
                finished_at=now,
                state=Job.State.SUCCEEDED if n % FAILED_EACH else Job.State.FAILED,
                error_code="" if n % FAILED_EACH else "vendor",
                error_detail="" if n % FAILED_EACH else "It came back empty.",
                recipe={"offer": "", "endpoint": "", "arguments": {}, "references": []},
                recipe_digest=f"{n:064d}",
            )
            for n, slot in enumerate(slots)
        ]
        jobs = Job.objects.bulk_create(rows, batch_size=500)
        LedgerEntry.objects.bulk_create(
            (
                LedgerEntry(library=self.library, project=film, job=job, kind="settled", amount_micros=40_000)
                for job in jobs
            ),
            batch_size=500,
        )
        shots = list(Shot.objects.filter(scene__project=film))
        Edit.objects.bulk_create(
            Edit(
                project=film, user=self.user, label="Change the size of a shot",
                before={"Shot": {str(shot.pk): {"size": "wide"}}}, after={"Shot": {str(shot.pk): {"size": "medium"}}},
            )
            for shot in shots
        )  # fmt: skip
        LibraryEdit.objects.bulk_create(
            LibraryEdit(
                library=self.library, user=self.user, label="Rename", model="character", row_id=person.pk,
                before={"name": "Somebody"}, after={"name": person.name},
            )
            for person in self.people
        )  # fmt: skip


def _files(library: Library) -> Iterator[tuple[str, list[Asset]]]:
    """Yield for each role the files that its places take turns with: small, but what they say they are."""
    pictures = [_asset(library, "image", "image/png", "png", data, width=64, height=36) for data in _pictures(60)]
    yield "frame", pictures
    yield "reference", pictures[:20]
    words = [[word, n * WORD_MS, (n + 1) * WORD_MS] for n, word in enumerate(WORDS)]
    voices = [_hum(LINE_MS, pitch) for pitch in range(20)]
    yield (
        "speech",
        [
            _asset(library, "audio", "audio/wav", "wav", data, duration_ms=LINE_MS, details={"words": words})
            for data in voices
        ],
    )
    bed = [_asset(library, "audio", "audio/wav", "wav", _hum(4000, 40), duration_ms=4000)]
    yield "music", bed
    yield "effects", bed
    yield (
        "clip",
        [
            _asset(library, "video", "video/mp4", "mp4", data, width=64, height=36, duration_ms=4000)
            for data in _clips(6)
        ],
    )
    for role in ("script", "cast", "scenes", "shots"):
        yield role, [_asset(library, "text", "application/json", "json", f'{{"plan": "{role}"}}'.encode())]


def _asset(library: Library, kind: str, media_type: str, extension: str, data: bytes, **facts: Any) -> Asset:
    digest = sha256(data).hexdigest()
    key = default_storage.save(f"{digest}.{extension}", ContentFile(data))
    row: Asset = Asset.objects.create(
        library=library, kind=kind, media_type=media_type, sha256=digest, key=key, size=len(data), **facts
    )
    return row


def _pictures(count: int) -> Iterator[bytes]:
    from PIL import Image

    for n in range(count):
        stream = io.BytesIO()
        Image.new("RGB", (64, 36), (40 + 3 * n, 200 - 3 * n, 90)).save(stream, "PNG")
        yield stream.getvalue()


def _hum(length_ms: int, pitch: int) -> bytes:
    half = 30 + pitch
    wave_form = bytes(2) * half + (3000).to_bytes(2, "little", signed=True) * half
    frames = 16 * length_ms
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((wave_form * (frames // (2 * half) + 1))[: 2 * frames])
    return stream.getvalue()


def _clips(count: int) -> Iterator[bytes]:
    import av
    import numpy as np

    with TemporaryDirectory() as folder:
        for n in range(count):
            path = Path(folder) / f"{n}.mp4"
            frame = av.VideoFrame.from_ndarray(np.full((36, 64, 3), 40 * n, dtype=np.uint8), format="rgb24")
            with av.open(str(path), "w") as container:
                stream = container.add_stream("libx264", rate=24, options={"preset": "ultrafast"})
                stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
                for index in range(96):
                    frame.pts = index
                    container.mux(stream.encode(frame))
                container.mux(stream.encode(None))
            yield path.read_bytes()
