"""What people upload is judged by what is in it, kept clean, and refused in a sentence."""

from __future__ import annotations

import io
import shutil
import struct
import threading
import zlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.db import connection
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from entities.models import Library
from generation import storage
from generation.media.pictures import LARGEST_EDGE
from generation.media.probe import opened, probe
from generation.media.runner import run
from generation.models import Asset, Slot
from generation.services import uploads
from generation.services.uploads import BadUpload, receive, receive_for
from tests.generation.media.samples import QUIET, make_clip, make_wav, tone
from tests.generation.planned import clip_slots, film_in

pytestmark = pytest.mark.django_db

HERE = {"location": "+48.1371+011.5754/", "com.apple.quicktime.location.ISO6709": "+48.1371+011.5754/"}


def photo(size: tuple[int, int] = (120, 80), mode: str = "RGB") -> Image.Image:
    """A picture whose upper left corner is red."""
    picture = Image.new(mode, size, "white")
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    return picture


def as_bytes(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """A picture as a file."""
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def give(content: bytes, library: Library, kind: str = Asset.Kind.IMAGE, name: str = "file") -> Asset:
    """Upload some bytes."""
    return receive(SimpleUploadedFile(name, content), kind, library)


def kept(asset: Asset) -> bytes:
    """What was stored."""
    return storage.local_path(asset).read_bytes()


def as_picture(asset: Asset) -> Image.Image:
    """What was stored, as a picture."""
    return Image.open(io.BytesIO(kept(asset)))


def pixel(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """One point of a picture with several channels."""
    value = picture.getpixel((x, y))
    assert isinstance(value, tuple)
    return value


# --- Pictures -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_of_every_usual_kind_is_kept_whatever_it_is_called(library: Library, kind: str) -> None:
    asset = give(as_bytes(photo(), kind), library, name="virus.exe")

    assert (asset.kind, asset.width, asset.height) == ("image", 120, 80)
    assert asset.media_type in {"image/jpeg", "image/png"}


def test_a_photograph_is_set_upright_and_forgets_where_it_was_taken(library: Library) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by the camera
    exif[0x010F] = "A secret camera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (48.0, 8.0, 13.0)
    content = as_bytes(photo(), exif=exif, comment=b"home address")

    asset = give(content, library)

    picture = as_picture(asset)
    assert picture.size == (80, 120)
    assert pixel(picture, 70, 10)[0] > 200 > 100 > pixel(picture, 70, 10)[2]
    assert (dict(picture.getexif()), "comment" in picture.info) == ({}, False)
    assert b"secret camera" not in kept(asset)


def test_words_hidden_in_a_picture_stay_behind(library: Library) -> None:
    notes = PngInfo()
    notes.add_text("Location", "48.1371, 11.5754")

    asset = give(as_bytes(photo(), "PNG", pnginfo=notes), library)

    assert b"48.1371" not in kept(asset)


def test_what_is_see_through_stays_so(library: Library) -> None:
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((0, 0, 32, 32), fill=(200, 10, 10, 255))

    asset = give(as_bytes(picture, "WEBP", lossless=True), library)

    assert asset.media_type == "image/png"
    assert pixel(as_picture(asset), 60, 60)[3] == 0


def test_a_very_large_photograph_is_made_smaller(library: Library) -> None:
    asset = give(as_bytes(photo((6000, 3000))), library)

    assert (asset.width, asset.height) == (LARGEST_EDGE, LARGEST_EDGE // 2)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "CMYK", "I;16"])
def test_rare_ways_to_store_a_picture_are_understood(library: Library, mode: str) -> None:
    if mode == "I;16":
        picture = Image.frombytes("I;16", (64, 64), struct.pack("<H", 32_768) * 64 * 64)
    else:
        picture = photo((64, 64)).convert(mode)

    asset = give(as_bytes(picture, "JPEG" if mode == "CMYK" else "PNG"), library)

    stored = as_picture(asset).convert("RGB")
    assert stored.size == (64, 64)
    assert mode != "I;16" or abs(pixel(stored, 5, 5)[0] - 127) <= 2


def test_the_same_picture_is_kept_once(library: Library) -> None:
    content = as_bytes(photo())

    assert give(content, library) == give(content, library, name="again.jpg")


def png_that_claims(width: int, height: int) -> bytes:
    """A small file that says it is a large picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(8_000, 8_000), (10_000, 10_000), (60_000, 60_000)])
def test_a_bomb_is_refused_before_it_takes_any_room(library: Library, size: tuple[int, int]) -> None:
    with pytest.raises(BadUpload, match=r"too many pixels.*at most 50 million"):
        give(png_that_claims(*size), library)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "not a picture"),
        (b"\xff\xd8\xff\xe0 not really", "not a picture|damaged"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC"),
        (b"%PDF-1.7", "not a picture"),
        (as_bytes(photo((16, 16)), "PNG"), "too small"),
        (as_bytes(photo((40, 2000)), "PNG"), "too long and narrow"),
        (as_bytes(photo((400, 400)))[:1500], "damaged"),
        (as_bytes(photo((400, 400)), "PNG")[:300], "damaged|not a picture"),
    ],
    ids=["empty", "svg", "fake", "heic", "pdf", "tiny", "slender", "cut jpeg", "cut png"],
)
def test_what_is_no_picture_for_us_gets_a_sentence(library: Library, content: bytes, sentence: str) -> None:
    with pytest.raises(BadUpload, match=sentence):
        give(content, library, name="picture.jpg")

    assert Asset.objects.count() == 0


# --- Clips and sound ----------------------------------------------------------------------------


def test_a_phones_clip_keeps_its_picture_and_forgets_where_it_was_taken(library: Library, tmp_path: Path) -> None:
    flat, phone = make_clip(tmp_path / "flat.mp4", sound=True), tmp_path / "phone.mov"
    told = [part for name, value in HERE.items() for part in ("-metadata", f"{name}={value}")]
    turned = [*QUIET, "-display_rotation", "90", "-i", str(flat), "-c", "copy", *told]
    run([*turned, "-movflags", "use_metadata_tags", str(phone)], timeout_s=30)
    assert b"48.1371" in phone.read_bytes()

    asset = give(phone.read_bytes(), library, Asset.Kind.VIDEO, "IMG_0001.MOV")

    assert asset.media_type == "video/mp4"
    assert (asset.width, asset.height) == (90, 160)
    assert probe(storage.local_path(asset)).has_audio
    assert b"48.13" not in kept(asset)


def test_a_clip_that_browsers_do_not_play_is_encoded_anew(library: Library, tmp_path: Path) -> None:
    flat, old = make_clip(tmp_path / "flat.mp4"), tmp_path / "old.avi"
    run([*QUIET, "-i", str(flat), "-c:v", "mpeg4", str(old)], timeout_s=30)

    asset = give(old.read_bytes(), library, Asset.Kind.VIDEO)

    assert probe(storage.local_path(asset)).codec == "h264"


def test_a_clip_that_browsers_play_is_not_encoded_again(library: Library, tmp_path: Path) -> None:
    webm = tmp_path / "a.webm"
    run([*QUIET, "-i", str(make_clip(tmp_path / "a.mp4", sound=True)), "-c:v", "libvpx-vp9", str(webm)], timeout_s=30)

    asset = give(webm.read_bytes(), library, Asset.Kind.VIDEO)

    assert asset.media_type == "video/webm"
    assert packets(storage.local_path(asset)) == packets(webm)


def packets(path: Path) -> list[bytes]:
    """The pictures of a clip as they are stored."""
    with opened(path) as container:
        return [bytes(packet) for packet in container.demux(video=0) if packet.size]


def test_the_same_clip_is_kept_once(library: Library, tmp_path: Path) -> None:
    content = make_clip(tmp_path / "a.mp4", sound=True).read_bytes()

    assert give(content, library, Asset.Kind.VIDEO) == give(content, library, Asset.Kind.VIDEO)


@pytest.mark.parametrize(
    ("ending", "codec", "media_type"),
    [
        ("wav", "pcm_s16le", "audio/wav"),
        ("aiff", "pcm_s16be", "audio/wav"),
        ("mp3", "libmp3lame", "audio/mpeg"),
        ("m4a", "aac", "audio/mp4"),
        ("ogg", "libopus", "audio/mp4"),
        ("flac", "flac", "audio/mp4"),
    ],
)
def test_a_recording_of_every_usual_kind_is_kept_clean(
    library: Library, tmp_path: Path, ending: str, codec: str, media_type: str
) -> None:
    plain, given = make_wav(tmp_path / "plain.wav", tone(1.0)), tmp_path / f"given.{ending}"
    run([*QUIET, "-i", str(plain), "-c:a", codec, "-metadata", "comment=48.1371", str(given)], timeout_s=30)

    asset = give(given.read_bytes(), library, Asset.Kind.AUDIO, "song.doc")

    assert (asset.kind, asset.media_type) == ("audio", media_type)
    assert abs((asset.duration_ms or 0) - 1000) < 120
    assert b"48.1371" not in kept(asset)


def test_a_file_of_another_kind_than_is_wanted_is_named(library: Library, tmp_path: Path) -> None:
    clip, sound = make_clip(tmp_path / "a.mp4"), make_wav(tmp_path / "a.wav", tone(0.5))

    with pytest.raises(BadUpload, match=r"This is a sound recording; a clip is wanted here\."):
        give(sound.read_bytes(), library, Asset.Kind.VIDEO)
    with pytest.raises(BadUpload, match=r"This is a clip; a sound recording is wanted here\."):
        give(clip.read_bytes(), library, Asset.Kind.AUDIO)
    with pytest.raises(BadUpload, match=r"This is a picture; a clip is wanted here\."):
        give(as_bytes(photo()), library, Asset.Kind.VIDEO)
    with pytest.raises(BadUpload, match="not a picture"):
        give(clip.read_bytes(), library)


def test_a_clip_that_was_cut_off_gets_a_sentence_without_our_scratch_name(library: Library, tmp_path: Path) -> None:
    content = make_clip(tmp_path / "a.mp4").read_bytes()

    with pytest.raises(BadUpload, match=r"^This file ") as refusal:
        give(content[: len(content) // 2], library, Asset.Kind.VIDEO)

    assert "given" not in str(refusal.value)


def test_a_playlist_that_would_fetch_other_files_is_no_clip(library: Library) -> None:
    playlist = b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"

    with pytest.raises(BadUpload):
        give(playlist, library, Asset.Kind.VIDEO)


@pytest.mark.servers
@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' own SQLite is one connection for all threads")
@pytest.mark.django_db(transaction=True)
def test_the_same_picture_uploaded_by_many_at_the_same_moment_is_kept_once(library: Library) -> None:
    content, kept_as = as_bytes(photo((800, 600))), []

    def upload() -> None:
        kept_as.append(give(content, library).pk)
        connection.close()

    people = [threading.Thread(target=upload) for _ in range(5)]
    for each in people:
        each.start()
    for each in people:
        each.join()

    assert len(kept_as) == 5
    assert set(kept_as) == {Asset.objects.get().pk}


# --- Size, names, places ------------------------------------------------------------------------


def large(tmp_path: Path, size: int) -> TemporaryUploadedFile:
    """A file of `size` bytes that takes no room: all but its end is a hole."""
    file = TemporaryUploadedFile("large.bin", "application/octet-stream", size, None)
    assert file.file is not None
    file.file.truncate(size)
    return file


@pytest.mark.parametrize(("kind", "most"), [("image", "50 MB"), ("audio", "300 MB"), ("video", "500 MB")])
def test_a_file_that_is_too_large_is_refused_unread(library: Library, tmp_path: Path, kind: str, most: str) -> None:
    with pytest.raises(BadUpload, match=f"may have {most}; this has 501 MB"):
        receive(large(tmp_path, 501_000_000), kind, library)


def test_three_hundred_megabytes_that_are_no_clip_are_judged_without_being_copied(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "copyfileobj", lambda *_: pytest.fail("copied"))

    with pytest.raises(BadUpload, match=r"^This file cannot be read"):
        receive(large(tmp_path, 300_000_000), Asset.Kind.VIDEO, library)


def test_a_name_of_ten_thousand_characters_harms_nothing(library: Library) -> None:
    asset = give(as_bytes(photo()), library, name="../" * 10 + "x" * 10_000 + ".jpg")

    assert len(asset.details["uploaded_as"]) <= 120
    assert "/" not in asset.details["uploaded_as"]


def test_a_full_disk_is_said_so(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage, "store", full)

    with pytest.raises(BadUpload, match="no room left"):
        give(as_bytes(photo()), library)


def test_a_take_of_ones_own_fills_its_place(library: Library, tmp_path: Path) -> None:
    slot = clip_slots(film_in(library))[0]
    clip = SimpleUploadedFile("mine.mp4", make_clip(tmp_path / "a.mp4").read_bytes())

    take = receive_for(slot, clip, library)

    slot.refresh_from_db()
    assert slot.selected_take == take
    assert (take.recipe_digest, take.asset.kind) == ("", "video")


def test_a_plan_cannot_be_uploaded(library: Library) -> None:
    film = film_in(library)
    slot, _ = Slot.objects.get_or_create(project=film, role=Slot.Role.SCRIPT)

    with pytest.raises(BadUpload, match="Nothing can be uploaded for this"):
        receive_for(slot, SimpleUploadedFile("plan.json", b"{}"), library)


def test_every_place_that_shows_media_says_what_may_be_given(library: Library) -> None:
    made_only = {*Slot.PLANS, *Slot.ASIDE, Slot.Role.EXPORT, Slot.Role.SAMPLE, Slot.Role.ALIGNED, Slot.Role.DESCRIBED}

    assert set(uploads.KIND_OF) == set(Slot.Role) - made_only
