"""Small copies of pictures: as wide as asked for, made once, and seen by nobody who may not see the original."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image
from pytest_django import Settings

from entities.models import Library
from generation.media.errors import BrokenMedia
from generation.media.thumbnails import make_small
from generation.models import Asset
from generation.templatetags.pictures import picture as attributes
from generation.views import small_pictures
from generation.views.media import media_url
from tests.factories import AssetFactory
from tests.generation.planned import stranger

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cache(settings: Settings, tmp_path: Path) -> Path:
    """An empty folder for what is made."""
    settings.CACHE_DIR = tmp_path / "cache"
    return tmp_path / "cache" / "pictures"


@pytest.fixture
def drawing(library: Library) -> Asset:
    """A stored picture of 900 by 450 pixels, as noisy as a drawing is."""
    file = io.BytesIO()
    Image.effect_noise((900, 450), 60).convert("RGB").save(file, "PNG")
    return stored(library, file.getvalue())


def stored(library: Library, content: bytes) -> Asset:
    """Keep some bytes as a picture."""
    key = default_storage.save("drawing.png", ContentFile(content))
    asset: Asset = AssetFactory.create(library=library, content=content, key=key, size=len(content))
    return asset


@pytest.mark.parametrize(("width", "size"), [(160, (160, 80)), (640, (640, 320)), (1280, (900, 450))])
def test_a_copy_is_as_wide_as_asked_for_and_never_larger_than_its_original(
    client: Client, drawing: Asset, width: int, size: tuple[int, int]
) -> None:
    answer = client.get(media_url(drawing), {"w": width})

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/webp"
    assert Image.open(io.BytesIO(answer.content)).size == size
    assert len(answer.content) < drawing.size / 2


def test_a_browser_keeps_a_copy_and_is_told_when_it_has_it(client: Client, drawing: Asset) -> None:
    first = client.get(media_url(drawing), {"w": 320})

    again = client.get(media_url(drawing), {"w": 320}, headers={"If-None-Match": first.headers["ETag"]})

    assert "immutable" in first.headers["Cache-Control"]
    assert "private" in first.headers["Cache-Control"]
    assert again.status_code == 304


def test_who_may_not_see_the_original_sees_no_copy(client: Client, drawing: Asset) -> None:
    client.get(media_url(drawing), {"w": 320})

    assert stranger().get(media_url(drawing), {"w": 320}).status_code == 404
    assert Client().get(media_url(drawing), {"w": 320}).status_code == 302


@pytest.mark.parametrize("width", ["0", "321", "99999", "-160", "wide", ""])
def test_only_some_widths_are_made(client: Client, drawing: Asset, width: str, cache: Path) -> None:
    answer = client.get(media_url(drawing), {"w": width})

    assert answer.status_code == 404
    assert not cache.exists()


def test_a_clip_has_no_copy(client: Client, library: Library) -> None:
    clip = AssetFactory.create(library=library, kind=Asset.Kind.VIDEO, media_type="video/mp4")

    assert client.get(media_url(clip), {"w": 320}).status_code == 404


def test_a_copy_of_what_is_gone_is_not_found(client: Client, drawing: Asset) -> None:
    default_storage.delete(drawing.key)

    assert client.get(media_url(drawing), {"w": 320}).status_code == 404


def test_what_cannot_be_made_small_is_sent_as_it_is(client: Client, library: Library) -> None:
    broken = stored(library, b"no picture at all")

    answer = client.get(media_url(broken), {"w": 320})

    assert b"".join(answer.streaming_content) == b"no picture at all"  # type: ignore[attr-defined]
    assert "max-age=60," in answer.headers["Cache-Control"]


def test_a_page_that_asks_for_too_many_at_once_gets_originals(
    client: Client, drawing: Asset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(small_pictures, "_PATIENCE_SECONDS", 0.01)
    with small_pictures._AT_ONCE, small_pictures._AT_ONCE:
        answer = client.get(media_url(drawing), {"w": 320})

    assert len(answer.getvalue()) == drawing.size
    assert answer.headers["Content-Type"] == "image/png"
    assert "max-age=60," in answer.headers["Cache-Control"]


def test_many_who_ask_at_once_have_it_made_once(drawing: Asset, monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    made = []

    def counted(source: Path, width: int, place: Path) -> None:
        made.append(width)
        make_small(source, width, place)

    monkeypatch.setattr(small_pictures, "make_small", counted)
    monkeypatch.setattr(small_pictures, "_PATIENCE_SECONDS", 20)
    with ThreadPoolExecutor(8) as people:
        places = set(people.map(lambda _: small_pictures.small_picture(drawing, 320), range(8)))

    assert made == [320]
    assert len(places) == 1
    assert not list(cache.glob("*.part"))


def test_a_bucket_has_its_copies_served_by_the_studio(client: Client, library: Library, settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "tests.generation.stores.SigningStore", "OPTIONS": {}},
    }
    file = io.BytesIO()
    Image.new("RGB", (900, 450), "teal").save(file, "PNG")

    answer = client.get(media_url(stored(library, file.getvalue())), {"w": 160})

    assert Image.open(io.BytesIO(answer.content)).size == (160, 80)


@pytest.mark.parametrize("mode", ["P", "L", "LA", "RGBA", "I;16", "CMYK", "1"])
def test_every_kind_of_picture_is_made_small(mode: str, tmp_path: Path) -> None:
    source = tmp_path / ("picture.tiff" if mode == "CMYK" else "picture.png")
    Image.new(mode, (400, 200)).save(source)

    make_small(source, 160, tmp_path / "small.webp")

    with Image.open(tmp_path / "small.webp") as small:
        assert small.size == (160, 80)


def test_what_is_no_picture_is_said_to_be_none(tmp_path: Path) -> None:
    source = tmp_path / "picture.png"
    source.write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")

    with pytest.raises(BrokenMedia):
        make_small(source, 160, tmp_path / "small.webp")


def test_a_page_names_every_width_and_the_room_it_has() -> None:
    html = attributes("/media/1/a/b.png", "50vw", "9:16")

    assert 'src="/media/1/a/b.png?w=640"' in html
    assert "/media/1/a/b.png?w=160 160w" in html
    assert 'sizes="50vw"' in html
    assert 'width="640" height="1138"' in html
