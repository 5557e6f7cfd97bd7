"""Files are kept once, under their digest, on a disk or in a bucket."""

from __future__ import annotations

import os
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from django.core.files.storage import default_storage
from django.test import override_settings
from moto.server import ThreadedMotoServer
from PIL import Image

from entities.models import Library
from generation import storage
from generation.models import Asset
from generation.providers.base import BadAnswer

pytestmark = [pytest.mark.django_db, pytest.mark.servers]

BUCKET = "films"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A small picture."""
    path = tmp_path / "picture.png"
    Image.new("RGB", (40, 30), "#335577").save(path)
    return path


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A bucket of a real S3 server on this machine."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    url = f"http://{host}:{port}"
    boto3.client("s3", endpoint_url=url, region_name="us-east-1").create_bucket(Bucket=BUCKET)
    options = {
        "bucket_name": BUCKET,
        "endpoint_url": url,
        "region_name": "us-east-1",
        "access_key": "test",
        "secret_key": "test",
        "signature_version": "s3v4",
        "addressing_style": "path",
        "file_overwrite": True,
    }
    stores = {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    with override_settings(STORAGES=stores, CACHE_DIR=tmp_path / "cache"):
        yield url
    server.stop()


def test_a_file_is_kept_under_its_digest_and_measured(library: Library, picture: Path) -> None:
    asset = storage.store(picture, "image/png", library_id=library.pk)

    assert asset.sha256 in asset.key
    assert (asset.kind, asset.width, asset.height, asset.size) == ("image", 40, 30, picture.stat().st_size)
    assert storage.local_path(asset).read_bytes() == picture.read_bytes()


def test_the_same_bytes_are_kept_once(library: Library, picture: Path) -> None:
    first = storage.store(picture, "image/png", library_id=library.pk)
    second = storage.store(picture, "image/png", library_id=library.pk)

    assert first == second
    assert Asset.objects.count() == 1


def test_a_lost_file_is_put_back_when_it_is_made_again(library: Library, picture: Path) -> None:
    asset = storage.store(picture, "image/png", library_id=library.pk)
    storage.local_path(asset).unlink()

    again = storage.store(picture, "image/png", library_id=library.pk)

    assert again == asset
    assert storage.is_kept(asset)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"", "image/png"), (b"not a film", "video/mp4"), (b"RIFF....WAVE", "audio/wav"), (b"x", "application/zip")],
)
def test_a_broken_file_is_turned_away_in_one_sentence(
    content: bytes, media_type: str, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "answer"
    path.write_bytes(content)

    with pytest.raises(BadAnswer) as refusal:
        storage.store(path, media_type, library_id=library.pk)

    assert str(refusal.value).endswith(".")
    assert Asset.objects.count() == 0


def test_a_picture_that_calls_itself_a_film_is_turned_away(library: Library, picture: Path) -> None:
    with pytest.raises(BadAnswer, match="should be video"):
        storage.store(picture, "video/mp4", library_id=library.pk)


def test_a_bucket_keeps_and_brings_back_the_same_bytes(library: Library, picture: Path, bucket: str) -> None:
    asset = storage.store(picture, "image/png", library_id=library.pk)

    local = storage.local_path(asset)

    assert default_storage.exists(asset.key)
    assert local.read_bytes() == picture.read_bytes()
    assert os.fspath(local).endswith(f"{asset.sha256}.png")


def test_a_bucket_gives_vendors_a_link_that_works(library: Library, picture: Path, bucket: str) -> None:
    asset = storage.store(picture, "image/png", library_id=library.pk)

    given = storage.as_input(asset)

    assert given.url.startswith(bucket)
    with urllib.request.urlopen(given.url) as answer:
        assert answer.read() == picture.read_bytes()


def test_a_half_fetched_file_is_fetched_again(library: Library, picture: Path, bucket: str) -> None:
    asset = storage.store(picture, "image/png", library_id=library.pk)
    storage.local_path(asset).write_bytes(b"half")

    assert storage.local_path(asset).read_bytes() == picture.read_bytes()
