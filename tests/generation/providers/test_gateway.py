"""The gateway's adapter with rows of one's own: files in bodies, uploads, lists, secrets, word times, costs."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

import pytest

from generation.providers.base import (
    Access,
    BadAnswer,
    ClipRequest,
    Finished,
    GoneModel,
    ImageRequest,
    Invalid,
    NeedsSetup,
    ProviderError,
    RateLimited,
    Refused,
    SpeechRequest,
    Submitted,
    Ticket,
    Unconfirmed,
    Unsupported,
    Working,
)
from generation.providers.gateway.model import GatewayModel
from generation.providers.gateway.row import check
from tests.twins import media
from tests.twins.server import Answer, Asked, Twin

from .gateways import picture

SECRET = "s3cr3t/with+signs"


class Workshop(Twin):
    """A server that does what a test tells it."""

    name: ClassVar[str] = "workshop"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/make", "make"),
        ("POST", r"/upload", "upload"),
        ("PUT", r"/put/(.+)", "put"),
        ("GET", r"/jobs", "list_jobs"),
        ("GET", r"/jobs/([^/]+)", "tell"),
        ("GET", r"/picture", "send"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.answer_to_make: Any = {"job": {"id": 17}}
        self.answer_to_ask: Any = {"state": "busy"}
        self.jobs: list[dict[str, Any]] = []
        self.stored: dict[str, bytes] = {}

    def make(self, asked: Asked) -> Answer:
        """Begin."""
        self.jobs.append({"id": 17, "tag": (asked.json or {}).get("tag", "")})
        return Answer(200, self.answer_to_make)

    def upload(self, asked: Asked) -> Answer:
        """Say where a file is to be put."""
        return Answer(200, {"put": f"{self.url}/put/here", "get": "https://cdn.example/here"})

    def put(self, asked: Asked, name: str) -> Answer:
        """Take a file."""
        self.stored[name] = asked.body
        return Answer(200, "")

    def list_jobs(self, asked: Asked) -> Answer:
        """All jobs."""
        return Answer(200, {"rows": self.jobs})

    def tell(self, asked: Asked, job: str) -> Answer:
        """One job."""
        return Answer(200, self.answer_to_ask)

    def send(self, asked: Asked) -> Answer:
        """A picture."""
        return Answer(200, media.picture(64, 36))


BASE: dict[str, Any] = {
    "headers": {"Authorization": "Key {secret:key}", "X-More": "{secret:more|}"},
    "submit": {"url": "{base_url}/make", "body": {"prompt": "{prompt}", "tag": "{reference}"}},
    "id": "job.id",
    "poll": {"url": "{base_url}/jobs/{id}"},
    "state": {"path": "state", "working": ["busy"], "done": ["ready"], "failed": ["broken"]},
    "error": "why",
    "output": {"path": "result"},
}
SEEN = ImageRequest("a bar", 64, 36)


@pytest.fixture
def shop() -> Iterator[Workshop]:
    with Workshop() as server:
        yield server  # type: ignore[misc]


def opened(shop: Workshop, /, *, secrets: dict[str, str] | None = None, key: str = SECRET, **changes: Any) -> Any:
    settings = {**BASE, **changes}
    assert check(settings) == []
    access = Access("workshop", shop.url, key, secrets or {}, allows_private=True)
    return closing(GatewayModel("x", settings, access))


# --- What is sent ----------------------------------------------------------------------------------


def test_secrets_go_into_headers_by_their_name(shop: Workshop, tmp_path: Path) -> None:
    with opened(shop, secrets={"more": "another"}) as model:
        model.submit(SEEN, tmp_path)

    headers = shop.seen[0].headers
    assert (headers["authorization"], headers["x-more"]) == (f"Key {SECRET}", "another")


def test_a_secret_with_words_in_its_place_may_be_missing_and_another_may_not(shop: Workshop, tmp_path: Path) -> None:
    with opened(shop) as model:
        model.submit(SEEN, tmp_path)
    assert "x-more" not in shop.seen[0].headers

    with opened(shop, key="") as model, pytest.raises(NeedsSetup, match="“key”"):
        model.submit(SEEN, tmp_path)


@pytest.mark.parametrize("key", ["two\nlines", "ümlaut", "a\x00b"])
def test_a_secret_that_no_header_can_hold_is_said_without_saying_it(shop: Workshop, tmp_path: Path, key: str) -> None:
    with opened(shop, key=key) as model, pytest.raises(NeedsSetup) as caught:
        model.submit(SEEN, tmp_path)

    assert key not in str(caught.value)
    assert shop.seen == []


@pytest.mark.parametrize("form", [SECRET, "s3cr3t%2Fwith%2Bsigns", "czNjcjN0L3dpdGgrc2lnbnM="])
def test_a_secret_that_the_server_repeats_goes_no_further(shop: Workshop, tmp_path: Path, form: str) -> None:
    shop.fail("answer", status=400, body={"why": f"bad header Key {form}"})
    with opened(shop) as model, pytest.raises(Invalid) as caught:
        model.submit(SEEN, tmp_path)

    assert form not in f"{caught.value} {caught.value.vendor_words}"
    assert "bad header Key [secret]" in caught.value.vendor_words


def test_files_can_be_sent_as_parts_of_the_body(shop: Workshop, tmp_path: Path) -> None:
    shown = picture(tmp_path)
    body = {"prompt": "{prompt}", "width": "{width}", "image": "{references[].file}", "mask": "{mask.file}"}
    with opened(shop, submit={"url": "{base_url}/make", "multipart": body}) as model:
        model.submit(ImageRequest("a bar", 64, 36, references=(shown, shown)), tmp_path)

    parts = shop.seen[0].parts
    content = shown.path.read_bytes()
    assert parts[:2] == [("prompt", "", b"a bar"), ("width", "", b"64")]
    assert [(name, found) for name, _, found in parts[2:]] == [("image", content), ("image", content)]


def test_a_file_is_put_where_the_server_says_and_without_its_key_elsewhere(shop: Workshop, tmp_path: Path) -> None:
    shown = picture(tmp_path)
    with Workshop() as store:
        assert isinstance(store, Workshop)
        shop.fail(
            "answer", path="/upload", status=200, body={"put": f"{store.url}/put/a", "get": "https://cdn.example/a"}
        )
        steps = [
            {"url": "{base_url}/upload", "body": {"name": "{file.name}"}, "keep": {"put": "put", "get": "get"}},
            {"method": "PUT", "url": "{uploaded.put}", "send": "bytes"},
        ]
        settings = {
            **BASE,
            "uploads": [{"for": ["first_frame"], "steps": steps}],
            "submit": {"url": "{base_url}/make", "body": {"image": "{first_frame.uploaded.get}", "p": "{prompt}"}},
        }
        assert check(settings) == []
        access = Access("workshop", shop.url, SECRET, download_hosts=("127.0.0.1",), allows_private=True)
        with closing(GatewayModel("x", settings, access)) as model:
            model.submit(ClipRequest("Rain.", 64, 36, 1000, first_frame=shown), tmp_path)

    assert store.stored == {"a": shown.path.read_bytes()}
    assert "authorization" not in store.seen[0].headers
    assert shop.asked_for("POST", "/make")[0].json == {"image": "https://cdn.example/a", "p": "Rain."}


def test_a_file_is_not_put_where_no_row_allows(shop: Workshop, tmp_path: Path) -> None:
    shop.fail("answer", path="/upload", status=200, body={"put": "https://evil.example/a"})
    steps = [
        {"url": "{base_url}/upload", "keep": {"put": "put"}},
        {"method": "PUT", "url": "{uploaded.put}", "send": "bytes"},
    ]
    submit = {"url": "{base_url}/make", "body": {"p": "{prompt}", "image": "{first_frame.uploaded.put}"}}
    with (
        opened(shop, uploads=[{"for": ["first_frame"], "steps": steps}], submit=submit) as model,
        pytest.raises(BadAnswer, match="not a host"),
    ):
        model.submit(ClipRequest("Rain.", 64, 36, 1000, first_frame=picture(tmp_path)), tmp_path)

    assert shop.jobs == []


def test_an_upload_that_breaks_is_repeated_and_nothing_is_bought_for_it(shop: Workshop, tmp_path: Path) -> None:
    shop.fail("drop", path="/upload")
    steps = [{"url": "{base_url}/upload", "multipart": {"f": "{file}"}, "keep": {"get": "get"}}]
    submit = {"url": "{base_url}/make", "body": {"p": "{prompt}", "image": "{first_frame.uploaded.get}"}}

    with opened(shop, uploads=[{"for": ["first_frame"], "steps": steps}], submit=submit) as model:
        model.submit(ClipRequest("Rain.", 64, 36, 1000, first_frame=picture(tmp_path)), tmp_path)

    assert len(shop.asked_for("POST", "/upload")) == 2
    assert len(shop.jobs) == 1


def test_rows_settle_sizes_lengths_and_words(shop: Workshop, tmp_path: Path) -> None:
    body = {"w": "{width}", "d": "{duration}", "n": "{frames}", "r": "{rate}", "p": "{prompt}", "s": "{shape}"}
    with opened(
        shop,
        submit={"url": "{base_url}/make", "body": body},
        size={"as": "sides", "width": "width", "height": "height", "multiple": 32},
        duration={"as": "text_s", "choices_ms": [5000, 10_000]},
        frames={"least": 9, "most": 257, "step": 8, "rate": 25},
        shape={"choices": ["16:9", "9:16"]},
        words={"prompt": {"Rain.": "rain, cinematic"}},
    ) as model:
        model.submit(ClipRequest("Rain.", 1270, 720, 5200), tmp_path)
        with pytest.raises(Unsupported, match="no word for the prompt"):
            model.submit(ClipRequest("Snow.", 1270, 720, 5200), tmp_path)

    assert shop.seen[0].json == {"w": 1280, "d": "10s", "n": 137, "r": 25, "p": "rain, cinematic", "s": "16:9"}


# --- What comes back ---------------------------------------------------------------------------------


def test_an_id_may_be_a_number_and_a_word_that_no_list_names_means_working(shop: Workshop, tmp_path: Path) -> None:
    with opened(shop) as model:
        sent = model.submit(SEEN, tmp_path)
        shop.answer_to_ask = {"state": "Warming Up"}

        assert sent.provider_job_id == "17"
        assert model.collect(sent, tmp_path) == Working(words="Warming Up")


@pytest.mark.parametrize(
    "answer", [{}, {"job": {}}, {"job": {"id": True}}, {"job": {"id": {"a": 1}}}, "hello", "x" * 300]
)
def test_an_answer_without_an_id_is_unconfirmed(shop: Workshop, tmp_path: Path, answer: Any) -> None:
    shop.answer_to_make = answer

    with opened(shop) as model, pytest.raises(Unconfirmed):
        model.submit(SEEN, tmp_path)

    assert len(shop.jobs) == 1


def test_a_relative_link_is_one_of_the_same_server(shop: Workshop, tmp_path: Path) -> None:
    shop.answer_to_ask = {"state": "READY", "result": [{"url": "/picture"}]}

    with opened(shop) as model:
        done = model.collect(Submitted("17"), tmp_path)

    assert isinstance(done, Finished)
    assert shop.asked_for("GET", "/picture")[0].headers["authorization"] == f"Key {SECRET}"


def test_what_is_done_and_brings_nothing_is_no_answer(shop: Workshop, tmp_path: Path) -> None:
    shop.answer_to_ask = {"state": "ready"}

    with opened(shop) as model, pytest.raises(BadAnswer):
        model.collect(Submitted("17"), tmp_path)


@pytest.mark.parametrize(
    ("told", "micros"),
    [(0.0421, 42_100), ("0.0000015", 2), (-1, None), ("a lot", None), (None, None), (True, None), ("NaN", None)],
)
def test_costs_are_counted_in_whole_micros(shop: Workshop, tmp_path: Path, told: Any, micros: int | None) -> None:
    shop.answer_to_ask = {"state": "ready", "result": "/picture", "usd": told}

    with opened(shop, cost={"path": "usd", "micros": "1000000"}) as model:
        done = model.collect(Submitted("17"), tmp_path)

    assert done.cost_micros == micros


def test_a_failure_tells_what_was_billed_for_it(shop: Workshop, tmp_path: Path) -> None:
    shop.answer_to_ask = {"state": "broken", "why": "too dark", "usd": 0.01}

    with opened(shop, cost={"path": "usd", "micros": 1_000_000}) as model, pytest.raises(ProviderError) as caught:
        model.collect(Submitted("17"), tmp_path)

    assert (caught.value.vendor_words, caught.value.charged_micros) == ("too dark", 10_000)


def test_words_get_the_times_that_the_server_tells(shop: Workshop, tmp_path: Path) -> None:
    words = [{"w": "Hello", "from": 0.1, "to": 0.5}, {"w": "there", "from": 0.6, "to": 0.9}]
    inside = base64.b64encode(media.sound(1000)).decode()
    shop.answer_to_ask = {"state": "ready", "result": f"data:audio/wav;base64,{inside}", "words": words}
    spoken = {"path": "words", "text": "w", "start": "from", "end": "to", "unit": "s"}
    submit = {"url": "{base_url}/make", "body": {"text": "{text}", "voice": "{voice}"}}

    with opened(shop, spoken=spoken, submit=submit) as model:
        sent = model.submit(SpeechRequest("Hello, there!", "anna"), tmp_path)
        done = model.collect(Submitted("17", json.loads(json.dumps(sent.handle))), tmp_path)

    assert done.media_type == "audio/wav"
    assert done.details == {"words": [["Hello,", 100, 500], ["there!", 600, 900]]}


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (409, {"why": "busy"}, RateLimited),
        (422, {"why": "unsafe picture"}, Refused),
        (418, {"why": "no"}, Invalid),
        (404, "<html>gone</html>", GoneModel),
    ],
)
def test_rows_say_what_numbers_and_words_mean(
    shop: Workshop, tmp_path: Path, status: int, body: Any, error: type[ProviderError]
) -> None:
    shop.fail("answer", status=status, body=body)
    more: dict[str, Any] = {"statuses": {"409": "rate_limited"}, "meanings": {"refused": ["unsafe"]}}

    with opened(shop, **more) as model, pytest.raises(error) as caught:
        model.submit(SEEN, tmp_path)

    assert type(caught.value) is error


def test_a_link_for_asking_may_come_with_the_answer(shop: Workshop, tmp_path: Path) -> None:
    shop.answer_to_make = {"job": {"id": 17, "ask": f"{shop.url}/jobs/other"}}
    with opened(shop, keep={"ask": "job.ask"}, poll={"url": "{kept.ask}"}) as model:
        sent = model.submit(SEEN, tmp_path)
        assert isinstance(model.collect(sent, tmp_path), Working)
        stolen = Submitted("17", {"kept": {"ask": "https://evil.example/"}})
        with pytest.raises(BadAnswer, match="not a host"):
            model.collect(stolen, tmp_path)

    assert shop.asked_for("GET", "/jobs/other$")


def test_a_lost_answer_is_found_in_a_list(shop: Workshop, tmp_path: Path) -> None:
    shop.fail("drop_after", path="/make")
    find = {"by": "list", "url": "{base_url}/jobs", "rows": "rows.*", "reference": "tag", "id": "id"}

    with opened(shop, find=find) as model:
        with pytest.raises(Unconfirmed):
            model.submit(SEEN, tmp_path, Ticket("job-7"))
        found = model.find(SEEN, Ticket("job-7"))
        assert found is not None
        assert found.provider_job_id == "17"
        assert model.find(SEEN, Ticket("job-8")) is None


def test_what_the_row_does_not_say_cannot_be_done(shop: Workshop, tmp_path: Path) -> None:
    with opened(shop) as model:
        with pytest.raises(Unsupported, match="how to stop it"):
            model.cancel(Submitted("17"))
        with pytest.raises(Unconfirmed):
            model.find(SEEN, Ticket("job-7"))


def test_what_is_needed_for_asking_and_is_not_told_leaves_the_request_unconfirmed(
    shop: Workshop, tmp_path: Path
) -> None:
    with (
        opened(shop, keep={"ask": "job.ask"}, poll={"url": "{kept.ask}"}) as model,
        pytest.raises(Unconfirmed, match="ask"),
    ):
        model.submit(SEEN, tmp_path)

    assert len(shop.jobs) == 1
