"""Gemini's pictures against Google's twin: what goes over the wire, meanings, costs, the account."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generation.providers.base import (
    Access,
    BadAnswer,
    BadKey,
    GoneModel,
    ImageRequest,
    Invalid,
    MediaInput,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    Unavailable,
    Unconfirmed,
    Unsupported,
)
from generation.providers.google.account import look
from generation.providers.google.images import GeminiImages
from generation.providers.google.rows import MODELS, VENDORS
from tests.twins import media
from tests.twins.google import GoogleTwin

ROWS = {row.key.partition("/")[2]: row for row in MODELS}
Open = Callable[..., Any]


@pytest.fixture
def twin() -> Iterator[GoogleTwin]:
    with GoogleTwin() as server:
        server.knobs.update(size=[64, 36])
        yield server  # type: ignore[misc]


@pytest.fixture
def opened(twin: GoogleTwin) -> Iterator[Open]:
    """Open the adapter of a row; its connections are closed at the end."""
    with ExitStack() as stack:

        def build(row: str = "gemini-3.1-flash-image", key: str = "g-key", **more: Any) -> Any:
            access = Access("google", f"{twin.url}/v1beta", key, allows_private=True)
            made = GeminiImages(ROWS[row].endpoint, {**ROWS[row].settings, **more}, access)
            stack.callback(made._wire.close)
            return made

        yield build


def photo(folder: Path, number: int = 0) -> MediaInput:
    path = folder / f"photo-{number}.png"
    path.write_bytes(media.picture(64, 64, hue=number))
    return MediaInput(str(number) * 64, path, "image/png")


def drawing(**more: Any) -> ImageRequest:
    return ImageRequest("A lamp in the rain.", **{"width": 1280, "height": 720, **more})


# --- Pictures --------------------------------------------------------------------------------------


def test_a_picture_of_at_least_the_size_comes_back(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    del twin.knobs["size"]

    result = opened().submit(drawing(), tmp_path)

    assert result.media_type == "image/png"
    with Image.open(io.BytesIO(result.path.read_bytes())) as picture:
        assert picture.size == (1360, 768)


def test_words_and_references_are_parts_of_one_message(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    guides = (photo(tmp_path, 1), photo(tmp_path, 2))

    opened().submit(drawing(references=guides, edit=photo(tmp_path, 3)), tmp_path)

    asked = twin.seen[0]
    assert asked.path == "/v1beta/models/gemini-3.1-flash-image:generateContent"
    assert asked.headers["x-goog-api-key"] == "g-key"
    assert "key" not in asked.query
    assert asked.json == {
        "contents": [
            {
                "role": "user",
                "parts": [
                    {"text": "A lamp in the rain."},
                    *(
                        {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(content).decode()}}
                        for content in (media.picture(64, 64, hue=hue) for hue in (3, 1, 2))
                    ),
                ],
            }
        ],
        "generationConfig": {
            "responseModalities": ["TEXT", "IMAGE"],
            "imageConfig": {"aspectRatio": "16:9", "imageSize": "1K"},
        },
    }


@pytest.mark.parametrize(
    ("width", "height", "shape", "size"),
    [
        (1024, 1024, "1:1", "1K"),
        (1920, 1080, "16:9", "2K"),
        (1080, 1920, "9:16", "2K"),
        (3840, 2160, "16:9", "4K"),
        (832, 1040, "4:5", "1K"),
    ],
)
def test_the_next_larger_size_is_asked_for(
    opened: Open, twin: GoogleTwin, tmp_path: Path, width: int, height: int, shape: str, size: str
) -> None:
    opened().submit(drawing(width=width, height=height), tmp_path)

    assert twin.seen[0].json["generationConfig"]["imageConfig"] == {"aspectRatio": shape, "imageSize": size}


@pytest.mark.parametrize("row", ["gemini-3.1-flash-image", "gemini-3-pro-image"])
@pytest.mark.parametrize("width", [1280, 3840])
def test_the_cost_is_that_of_the_tokens(opened: Open, twin: GoogleTwin, tmp_path: Path, row: str, width: int) -> None:
    result = opened(row).submit(drawing(width=width, height=width * 9 // 16, references=(photo(tmp_path),)), tmp_path)

    assert result.cost_micros == twin.bill_micros > 0


def test_what_it_cannot_do_is_refused_before_it_is_sent(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    one = photo(tmp_path)
    large = MediaInput("9" * 64, tmp_path / "large.png", "image/png")
    large.path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(16_000_000))
    for request in (
        drawing(references=(one,) * 15),
        drawing(edit=one, mask=one),
        drawing(width=6000, height=3375),
        drawing(width=4000, height=500),
        drawing(references=(MediaInput("0" * 64, one.path, "image/gif"),)),
        drawing(references=(large,)),
    ):
        with pytest.raises(Unsupported):
            opened().submit(request, tmp_path)

    assert twin.seen == []


def test_a_blocked_prompt_is_refused_and_costs_nothing(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    twin.knobs["refuse"] = ["lamp"]

    with pytest.raises(Refused) as caught:
        opened().submit(drawing(), tmp_path)

    assert caught.value.vendor_words == "PROHIBITED_CONTENT"
    assert caught.value.charged_micros is None
    assert twin.charges == []


def test_a_picture_that_is_held_back_is_refused_with_what_it_cost(
    opened: Open, twin: GoogleTwin, tmp_path: Path
) -> None:
    twin.knobs["refuse_late"] = ["lamp"]

    with pytest.raises(Refused) as caught:
        opened().submit(drawing(references=(photo(tmp_path),)), tmp_path)

    assert caught.value.vendor_words == "IMAGE_SAFETY: Unable to show the generated image: it was filtered out."
    assert caught.value.charged_micros == twin.bill_micros > 0


@pytest.mark.parametrize(("lie", "words"), [("no_picture", "rather describe"), ("garbage", "not a picture")])
def test_words_in_place_of_a_picture_are_no_picture(
    opened: Open, twin: GoogleTwin, tmp_path: Path, lie: str, words: str
) -> None:
    twin.knobs["lie"] = lie

    with pytest.raises(BadAnswer) as caught:
        opened().submit(drawing(), tmp_path)

    assert words in caught.value.vendor_words


# --- Refusals and lost answers ---------------------------------------------------------------------

RETRY = [{"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.07s"}]
REFUSALS: list[tuple[int, dict[str, Any], type[ProviderError]]] = [
    (400, {"status": "INVALID_ARGUMENT", "message": "Invalid value"}, Invalid),
    (400, {"status": "INVALID_ARGUMENT", "message": "API key not valid."}, BadKey),
    (400, {"status": "INVALID_ARGUMENT", "message": "x", "details": [{"reason": "API_KEY_INVALID"}]}, BadKey),
    (400, {"status": "INVALID_ARGUMENT", "message": "The prompt violates our policies"}, Refused),
    (400, {"status": "FAILED_PRECONDITION", "message": "Enable billing"}, NeedsSetup),
    (401, {"status": "UNAUTHENTICATED", "message": "Expired"}, BadKey),
    (403, {"status": "PERMISSION_DENIED", "message": "Not allowed"}, BadKey),
    (404, {"status": "NOT_FOUND", "message": "No such model"}, GoneModel),
    (429, {"status": "RESOURCE_EXHAUSTED", "message": "Quota", "details": RETRY}, RateLimited),
    (429, {"status": "RESOURCE_EXHAUSTED", "message": "Your prepayment credits are depleted."}, OutOfCredit),
    (500, {"status": "INTERNAL", "message": "Oops"}, Unconfirmed),
    (503, {"status": "UNAVAILABLE", "message": "The model is overloaded."}, Unavailable),
    (504, {"status": "DEADLINE_EXCEEDED", "message": "Slow"}, Unconfirmed),
]


@pytest.mark.parametrize(("number", "error", "meaning"), REFUSALS)
def test_each_refusal_has_its_meaning(
    opened: Open,
    twin: GoogleTwin,
    tmp_path: Path,
    number: int,
    error: dict[str, Any],
    meaning: type[ProviderError],
) -> None:
    twin.fail("answer", status=number, body={"error": {"code": number, **error}})

    with pytest.raises(ProviderError) as caught:
        opened().submit(drawing(), tmp_path)

    assert type(caught.value) is meaning
    assert error["message"] in caught.value.vendor_words
    if isinstance(caught.value, RateLimited):
        assert caught.value.retry_after_s == 34.07


def test_the_twins_own_refusals_are_understood(opened: Open, twin: GoogleTwin, tmp_path: Path) -> None:
    with pytest.raises(BadKey):
        opened(key="bad").submit(drawing(), tmp_path)
    twin.knobs["gone"] = ["gemini-3.1-flash-image"]
    with pytest.raises(GoneModel):
        opened().submit(drawing(), tmp_path)
    twin.knobs.update(gone=[], quota=0)
    with pytest.raises(RateLimited) as caught:
        opened().submit(drawing(), tmp_path)

    assert caught.value.retry_after_s == 34
    assert twin.charges == []


@pytest.mark.parametrize("kind", ["drop_after", "html_after", "truncate", "garbage"])
def test_what_breaks_in_the_middle_is_sent_once(opened: Open, twin: GoogleTwin, tmp_path: Path, kind: str) -> None:
    twin.fail(kind, status=502)

    with pytest.raises(Unconfirmed):
        opened().submit(drawing(), tmp_path)

    assert len(twin.seen) == len(twin.charges) == 1


# --- The account and the rows ----------------------------------------------------------------------


def test_a_key_is_tried_without_buying(twin: GoogleTwin) -> None:
    address = f"{twin.url}/v1beta"

    account = look(Access("google", address, "g-key"))

    assert (account.identity, account.balance) == ("", "")
    with pytest.raises(BadKey):
        look(Access("google", address, "bad"))
    with pytest.raises(NeedsSetup):
        look(Access("google", address))
    assert twin.charges == []


def test_an_address_without_a_version_gets_it(twin: GoogleTwin) -> None:
    look(Access("google", twin.url, "g-key"))

    assert twin.seen[0].path == "/v1beta/models"


def test_google_cloud_wants_the_address_of_a_project() -> None:
    with pytest.raises(NeedsSetup, match="project"):
        look(Access("google-cloud", "", "token", settings={"auth": "bearer"}))


def test_rows_have_prices_limits_and_sources() -> None:
    assert [vendor.key for vendor in VENDORS] == ["google", "google-cloud"]
    assert len({row.key for row in MODELS}) == len(MODELS)
    for row in MODELS:
        assert row.price_micros > 0
        assert row.facts_date
        assert row.facts_source
        assert row.is_on or row.setup
        json.dumps(dict(row.settings))
