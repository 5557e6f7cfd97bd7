"""Sweeping: what no row needs goes, whatever is needed or young stays."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image

from entities.models import Character, GuideImage, Library
from generation.models import Asset, Job
from generation.services import sweeping
from generation.storage import store
from projects.models import Project
from tests.factories import JobFactory, TakeFactory
from tests.generation.planned import clip_slots, film_in

pytestmark = pytest.mark.django_db

DAYS_AGO = 3 * 24 * 3600


@pytest.fixture(autouse=True)
def store_folder(settings: Any, tmp_path: Path) -> None:
    """A store of the test's own."""
    settings.MEDIA_ROOT = str(tmp_path / "store")
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "store")},
        },
    }


def kept(library: Library, tmp_path: Path, colour: str, *, is_old: bool = True) -> Asset:
    """Store a picture of one colour, three days ago."""
    path = tmp_path / f"{colour}.png"
    Image.new("RGB", (8, 8), colour).save(path)
    asset = store(path, "image/png", library_id=library.pk)
    if is_old:
        age(asset.key)
        Asset.objects.filter(pk=asset.pk).update(created_at=timezone.now() - timedelta(days=3))
    return asset


def age(key: str) -> None:
    then = time.time() - DAYS_AGO
    os.utime(default_storage.path(key), (then, then))


def test_a_deleted_film_leaves_no_files_behind(client: Client, library: Library, tmp_path: Path) -> None:
    film = film_in(library)
    asset = kept(library, tmp_path, "red")
    TakeFactory.create(slot=clip_slots(film)[0], asset=asset)

    client.post(f"/films/{film.pk}/delete/")
    swept = sweeping.sweep()

    assert not Project.objects.filter(pk=film.pk).exists()
    assert not Asset.objects.filter(pk=asset.pk).exists()
    assert not default_storage.exists(asset.key)
    assert (swept.files, swept.size) == (1, asset.size)


def test_what_a_take_or_a_guide_image_shows_stays(library: Library, tmp_path: Path) -> None:
    film = film_in(library)
    shown, guide = kept(library, tmp_path, "red"), kept(library, tmp_path, "blue")
    TakeFactory.create(slot=clip_slots(film)[0], asset=shown)
    GuideImage.objects.create(entity=Character.objects.get().entity, asset=guide, position=0)

    sweeping.sweep()

    assert Asset.objects.filter(pk__in=[shown.pk, guide.pk]).count() == 2
    assert default_storage.exists(shown.key)
    assert default_storage.exists(guide.key)


def test_what_was_stored_today_stays_although_nothing_shows_it_yet(library: Library, tmp_path: Path) -> None:
    asset = kept(library, tmp_path, "red", is_old=False)

    sweeping.sweep()

    assert default_storage.exists(asset.key)
    assert Asset.objects.filter(pk=asset.pk).exists()


def test_what_work_under_way_is_made_from_stays(library: Library, tmp_path: Path) -> None:
    asset = kept(library, tmp_path, "red")
    slot = clip_slots(film_in(library))[0]
    JobFactory.create(slot=slot, state=Job.State.QUEUED, recipe={"references": [asset.sha256], "arguments": {}})

    sweeping.sweep()

    assert default_storage.exists(asset.key)


def test_a_file_that_no_row_knows_goes_once_it_is_old(library: Library) -> None:
    folder = Path(default_storage.path(f"libraries/{library.pk}/ab"))
    folder.mkdir(parents=True)
    for name in ("old.png.1234.part", "new.png.1234.part"):
        (folder / name).write_bytes(b"half")
    age(f"libraries/{library.pk}/ab/old.png.1234.part")

    sweeping.sweep()

    assert [path.name for path in folder.iterdir()] == ["new.png.1234.part"]


def test_what_is_stored_anew_after_its_row_went_keeps_its_file(library: Library, tmp_path: Path) -> None:
    asset = kept(library, tmp_path, "red")
    Asset.objects.filter(pk=asset.pk).delete()
    again = kept(library, tmp_path, "red", is_old=False)

    sweeping.sweep()

    assert again.key == asset.key
    assert default_storage.exists(again.key)


def test_files_outside_of_the_libraries_are_left_alone(library: Library) -> None:
    place = Path(default_storage.path("plates/one.png"))
    place.parent.mkdir(parents=True)
    place.write_bytes(b"plate")
    age("plates/one.png")

    sweeping.sweep()

    assert place.exists()


def test_the_command_says_what_is_gone(library: Library, tmp_path: Path) -> None:
    kept(library, tmp_path, "red")
    said = StringIO()

    call_command("sweep", stdout=said)

    assert "1 assets and 1 files removed" in said.getvalue()
