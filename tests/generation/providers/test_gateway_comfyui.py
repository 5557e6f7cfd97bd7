"""ComfyUI through the gateway, against its twin: real graphs, uploads, the queue, what a restart forgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generation.providers.base import (
    Access,
    BadKey,
    ClipRequest,
    Finished,
    GoneModel,
    ImageRequest,
    LostByVendor,
    MusicRequest,
    OutOfMemory,
    ProviderError,
    Stopped,
    Submitted,
    Ticket,
    Unavailable,
    Unconfirmed,
    Unsupported,
    UpscaleRequest,
    Working,
)
from generation.providers.gateway.account import look_at_comfyui
from tests.twins.comfyui import ComfyUITwin

from .gateways import film, opened_row, picture

QWEN, EDIT = "comfyui/qwen-image-2512", "comfyui/qwen-image-edit-2511"
SEEN = ImageRequest("a smoky bar", 1280, 720, seed=7)


@pytest.fixture
def twin() -> Iterator[ComfyUITwin]:
    with ComfyUITwin() as server:
        server.knobs["seconds"] = 10
        yield server  # type: ignore[misc]


@pytest.fixture
def model(twin: ComfyUITwin) -> Iterator[Any]:
    with closing(opened_row(twin, QWEN)) as opened:
        yield opened


def made(twin: ComfyUITwin, key: str, request: Any, folder: Path) -> tuple[Finished, dict[str, Any]]:
    """Return what a row makes of a request, and the graph that it sent."""
    twin.knobs["seconds"] = 0
    with closing(opened_row(twin, key)) as opened:
        sent = opened.submit(request, folder, Ticket("job-7"))
        done = opened.collect(sent, folder)
    assert isinstance(done, Finished)
    return done, twin.asked_for("POST", "/prompt")[0].json["prompt"]


# --- Graphs ----------------------------------------------------------------------------------------


def test_a_picture_is_made_from_words(twin: ComfyUITwin, tmp_path: Path) -> None:
    done, graph = made(twin, QWEN, SEEN, tmp_path)

    assert graph["wanted"]["inputs"]["text"] == "a smoky bar"
    assert graph["empty"]["inputs"] == {"width": 1280, "height": 720, "batch_size": 1}
    assert graph["made"]["inputs"]["seed"] == 7
    assert done.media_type == "image/png"
    with Image.open(done.path) as picture_made:
        assert picture_made.size == (160, 90)


def test_a_clip_begins_with_its_first_frame(twin: ComfyUITwin, tmp_path: Path) -> None:
    frame = picture(tmp_path)
    request = ClipRequest("Jack turns.", 1280, 720, 2500, 24, first_frame=frame, seed=3)

    done, graph = made(twin, "comfyui/ltx-2", request, tmp_path)

    name = graph["first"]["inputs"]["image"]
    assert twin.inputs[name] == frame.path.read_bytes()
    assert graph["empty"]["inputs"] == {"width": 1280, "height": 736, "length": 65, "batch_size": 1}
    assert graph["start"]["inputs"]["video_latent"] == ["begun", 0]
    assert graph["guided"]["inputs"]["frame_rate"] == 24
    assert done.media_type == "video/mp4"


def test_a_clip_from_words_alone_has_no_trace_of_a_frame(twin: ComfyUITwin, tmp_path: Path) -> None:
    _, graph = made(twin, "comfyui/ltx-2", ClipRequest("Rain.", 1280, 720, 1000), tmp_path)

    assert not {"first", "softened", "begun"} & set(graph)
    assert graph["start"]["inputs"]["video_latent"] == ["empty", 0]
    assert twin.asked_for("POST", "/upload") == []


@pytest.mark.parametrize(
    ("edited", "count", "loaded"),
    [
        (0, 0, []),
        (0, 2, ["seen0", "seen1"]),
        (0, 3, ["seen0", "seen1", "seen2"]),
        (1, 0, ["edited"]),
        (1, 2, ["edited", "seen0", "seen1"]),
    ],
)
def test_the_picture_to_change_comes_before_those_to_go_by(
    twin: ComfyUITwin, tmp_path: Path, edited: int, count: int, loaded: list[str]
) -> None:
    references = tuple(picture(tmp_path, hue) for hue in range(1, 1 + count))
    request = ImageRequest(
        "make it night", 1280, 720, references=references, edit=picture(tmp_path) if edited else None
    )

    _, graph = made(twin, EDIT, request, tmp_path)

    links = [graph["said"]["inputs"].get(f"image{number}") for number in (1, 2, 3)]
    assert [link[0] for link in links if link] == loaded
    assert [name for name, node in graph.items() if node["class_type"] == "LoadImage"] == loaded
    assert len(twin.inputs) == len(loaded)


@pytest.mark.parametrize(("edited", "count"), [(0, 4), (1, 3)])
def test_pictures_beyond_its_room_are_refused(twin: ComfyUITwin, tmp_path: Path, edited: int, count: int) -> None:
    references = tuple(picture(tmp_path, hue) for hue in range(1, 1 + count))
    request = ImageRequest("x", 64, 36, references=references, edit=picture(tmp_path) if edited else None)

    with closing(opened_row(twin, EDIT)) as opened, pytest.raises(Unsupported, match="reference pictures"):
        opened.submit(request, tmp_path)

    assert twin.seen == []


def test_what_a_graph_has_no_place_for_is_refused(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="no reference picture"):
        model.submit(ImageRequest("x", 64, 36, references=(picture(tmp_path),)), tmp_path)
    with pytest.raises(Unsupported, match="no picture to change"):
        model.submit(ImageRequest("x", 64, 36, edit=picture(tmp_path)), tmp_path)

    assert twin.seen == []


def test_music_lasts_as_long_as_it_should(twin: ComfyUITwin, tmp_path: Path) -> None:
    done, graph = made(twin, "comfyui/ace-step", MusicRequest("slow jazz", "tense", 2500), tmp_path)

    assert graph["empty"]["inputs"]["seconds"] == 2.5
    assert graph["wanted"]["inputs"]["tags"] == "instrumental, film score, slow jazz"
    assert done.media_type.startswith("audio/")


def test_pictures_and_clips_are_enlarged_each_in_their_way(twin: ComfyUITwin, tmp_path: Path) -> None:
    still, graph = made(twin, "comfyui/real-esrgan", UpscaleRequest(picture(tmp_path), 128, 72), tmp_path)
    assert still.media_type == "image/png"
    assert {"small", "saved"} <= set(graph)
    assert "film" not in graph

    twin.seen.clear()
    moving, graph = made(twin, "comfyui/real-esrgan", UpscaleRequest(film(tmp_path), 128, 72, 1000), tmp_path)
    assert moving.media_type == "video/mp4"
    assert graph["clip"]["inputs"]["fps"] == ["pieces", 2]
    assert "small" not in graph


def test_more_than_it_enlarges_is_refused(twin: ComfyUITwin, tmp_path: Path) -> None:
    with closing(opened_row(twin, "comfyui/real-esrgan")) as opened, pytest.raises(Unsupported, match="enlarge"):
        opened.submit(UpscaleRequest(picture(tmp_path), 640, 360), tmp_path)


def test_signs_in_a_prompt_stay_what_they_are(twin: ComfyUITwin, tmp_path: Path) -> None:
    prompt = 'a "{seed}" {{and}} \\ "},{" {secret:key}'

    _, graph = made(twin, QWEN, ImageRequest(prompt, 64, 36), tmp_path)

    assert graph["wanted"]["inputs"]["text"] == prompt


# --- The queue -------------------------------------------------------------------------------------


def test_a_job_is_known_by_our_own_reference(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    first = model.submit(SEEN, tmp_path, Ticket("job-1"))
    second = model.submit(SEEN, tmp_path, Ticket("job-2"))

    assert (first.provider_job_id, second.provider_job_id) == ("job-1", "job-2")
    assert model.collect(first, tmp_path) == model.collect(second, tmp_path) == Working(words="in the queue")
    twin.pass_time(11)
    assert isinstance(model.collect(first, tmp_path), Finished)
    assert model.collect(second, tmp_path) == Working(words="in the queue")


def test_a_restart_loses_what_was_in_the_queue(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    sent = model.submit(SEEN, tmp_path, Ticket("job-7"))

    twin.restart()

    with pytest.raises(LostByVendor):
        model.collect(sent, tmp_path)


def test_a_job_that_ends_between_two_questions_is_not_lost(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    sent = model.submit(SEEN, tmp_path, Ticket("job-7"))
    twin.pass_time(11)
    twin.fail("answer", path="/history", status=200, body={})

    assert isinstance(model.collect(sent, tmp_path), Finished)


def test_a_lost_answer_is_found_again_by_reference(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    twin.fail("drop_after", path="/prompt$")
    with pytest.raises(Unconfirmed):
        model.submit(SEEN, tmp_path, Ticket("job-7"))

    found = model.find(SEEN, Ticket("job-7"))
    twin.pass_time(11)

    assert found is not None
    assert found.provider_job_id == "job-7"
    assert isinstance(model.collect(found, tmp_path), Finished)
    assert model.find(SEEN, Ticket("job-7")) is not None
    assert len(twin.prompts) == 1


def test_what_never_arrived_is_not_found(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    twin.fail("drop", path="/prompt$")
    with pytest.raises(Unconfirmed):
        model.submit(SEEN, tmp_path, Ticket("job-7"))

    assert model.find(SEEN, Ticket("job-7")) is None


def test_waiting_jobs_leave_the_queue_and_running_ones_stop(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    running = model.submit(SEEN, tmp_path, Ticket("job-1"))
    waiting = model.submit(SEEN, tmp_path, Ticket("job-2"))

    model.cancel(waiting)
    assert model.collect(running, tmp_path) == Working(words="in the queue")
    model.cancel(running)

    with pytest.raises(Stopped):
        model.collect(running, tmp_path)
    with pytest.raises(LostByVendor):
        model.collect(waiting, tmp_path)


@pytest.mark.parametrize(
    ("end", "error", "words"),
    [("error", ProviderError, "shapes do not match"), ("oom", OutOfMemory, "Allocation on device")],
)
def test_what_breaks_off_has_its_meaning(
    twin: ComfyUITwin, model: Any, tmp_path: Path, end: str, error: type[ProviderError], words: str
) -> None:
    twin.knobs.update(end=end, seconds=0)
    sent = model.submit(SEEN, tmp_path)

    with pytest.raises(error) as caught:
        model.collect(sent, tmp_path)

    assert type(caught.value) is error
    assert words in caught.value.vendor_words


@pytest.mark.parametrize(
    ("knobs", "words"),
    [
        ({"missing": ["qwen_image_vae.safetensors"]}, "vae_name: 'qwen_image_vae.safetensors' not in"),
        ({"without": ["ModelSamplingAuraFlow"]}, "node ModelSamplingAuraFlow does not exist"),
    ],
)
def test_a_missing_file_or_node_flags_the_row_and_is_named(
    twin: ComfyUITwin, model: Any, tmp_path: Path, knobs: dict[str, Any], words: str
) -> None:
    twin.knobs.update(knobs)

    with pytest.raises(GoneModel) as caught:
        model.submit(SEEN, tmp_path, Ticket("job-7"))

    assert words in caught.value.vendor_words
    assert twin.prompts == {}


def test_a_result_that_breaks_on_its_way_is_fetched_again(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    twin.knobs["seconds"] = 0
    sent = model.submit(SEEN, tmp_path)
    twin.fail("truncate", path="/view")

    assert isinstance(model.collect(sent, tmp_path), Finished)
    assert len(twin.asked_for("GET", "/view")) == 2
    assert len(twin.prompts) == 1


def test_nobody_there_means_try_later(tmp_path: Path) -> None:
    gone = ComfyUITwin()
    with gone, closing(opened_row(gone, QWEN)) as opened:
        gone.stop()

        with pytest.raises(Unavailable):
            opened.submit(SEEN, tmp_path)


def test_a_proxy_that_wants_a_key_gets_it_for_results_too(twin: ComfyUITwin, tmp_path: Path) -> None:
    twin.knobs.update(key="open sesame", seconds=0)

    with closing(opened_row(twin, QWEN, key="open sesame")) as opened:
        assert isinstance(opened.collect(opened.submit(SEEN, tmp_path), tmp_path), Finished)
    with closing(opened_row(twin, QWEN)) as opened, pytest.raises(BadKey):
        opened.submit(SEEN, tmp_path)


def test_an_id_of_a_server_cannot_lead_elsewhere(twin: ComfyUITwin, model: Any, tmp_path: Path) -> None:
    with pytest.raises(LostByVendor):
        model.collect(Submitted("../system_stats?a=b#c"), tmp_path)

    assert {re.sub(r"^/(\w+).*", r"\1", asked.path) for asked in twin.seen} == {"history", "queue"}


def test_the_account_says_which_comfyui_it_is(twin: ComfyUITwin) -> None:
    account = look_at_comfyui(Access("comfyui", twin.url, allows_private=True))

    assert account.identity == "ComfyUI 0.16.0 on cuda:0 NVIDIA RTX 4090"
    assert account.balance == "20.0 of 24.0 GB of graphics memory free"
    twin.fail("html", path="/system_stats", status=200)
    with pytest.raises(Unavailable):
        look_at_comfyui(Access("comfyui", twin.url, allows_private=True))
