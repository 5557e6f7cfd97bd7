"""Models on this machine, by tiny ones with random weights: built here, saved, loaded and run by the real code."""

from __future__ import annotations

import dataclasses
import gc
import shutil
import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from generation.providers.base import (
    Access,
    ClipRequest,
    Invalid,
    MediaInput,
    NeedsSetup,
    Stopped,
    Ticket,
    Unsupported,
)
from generation.providers.openweights.memory import Room
from generation.providers.openweights.pipelines import pipeline_model
from generation.providers.openweights.shelf import SHELF, Shelf
from generation.providers.openweights.video import OpenWeightsVideo

from .openweights_small import COMMON, FINE, STEPS, Tiny, picture, tiny_models

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed (docs/openweights.md)")
pytest.importorskip("diffusers", reason="requirements-openweights.lock is not installed (docs/openweights.md)")

pytestmark = [
    pytest.mark.openweights,
    # Others' warnings to those who write them.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]

EIGHTS = {"least": 9, "most": 33, "step": 8, "rate": 24, "rate_field": "frame_rate"}
FOURS = {"least": 5, "most": 33, "step": 4, "rate": 16}
SMALL = {"as": "sides", "multiple": 32, "most": 128}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiny]:
    yield from tiny_models(tmp_path_factory)


@pytest.fixture
def red(tmp_path: Path) -> MediaInput:
    return picture(tmp_path / "red.png", "red")


def maker(tiny: Tiny, family: str, **more: Any) -> OpenWeightsVideo:
    """The adapter of a family's row, as small as its model."""
    built, settings = tiny(family), dict(COMMON)
    match family:
        case "ltx":
            settings |= {"pipeline": "LTXPipeline", "pipeline_from_frame": "LTXImageToVideoPipeline"}
            settings |= {"first_frame": "image", "frames": EIGHTS, "size": SMALL}
        case "wan":
            settings |= {"pipeline": "WanPipeline", "frames": FOURS, "size": FINE}
            settings |= {"load": {"boundary_ratio": 0.8}}
        case "wan_i2v":
            settings |= {"pipeline_from_frame": "WanImageToVideoPipeline", "frames": FOURS, "size": FINE}
            settings |= {"first_frame": "image", "last_frame": "last_image"}
        case "cogvideox":
            settings |= {"pipeline": "CogVideoXPipeline", "frames": {"choices": [9, 17], "rate": 8}, "size": FINE}
            settings |= {"call": {"max_sequence_length": 16}}
        case "hunyuan15":
            settings |= {"pipeline": "HunyuanVideo15Pipeline", "frames": {**FOURS, "rate": 24}, "size": FINE}
        case "animatediff":
            built, motion = built
            settings |= {"pipeline": "AnimateDiffPipeline", "frames": {"choices": [8], "rate": 8}, "size": FINE}
            ways = {"clip_sample": False, "beta_schedule": "linear"}
            settings["parts"] = {
                "motion_adapter": {"class": "MotionAdapter", "at": str(motion)},
                "scheduler": {"class": "DDIMScheduler", "subfolder": "scheduler", "load": ways},
            }
            settings["load"] = {"feature_extractor": None}
    return OpenWeightsVideo(str(built), {**settings, **more}, Access())


def asked(duration_ms: int = 300, size: tuple[int, int] = (32, 32), **more: Any) -> ClipRequest:
    return ClipRequest("the red lamp swings", *size, duration_ms, **{"seed": 7, **more})


def seen(path: Path) -> tuple[int, float, tuple[int, int], Any]:
    """How many frames a file has, at which rate, of which size, and their pixels."""
    with av.open(str(path)) as file:
        stream = file.streams.video[0]
        frames = np.stack([frame.to_ndarray(format="rgb24") for frame in file.decode(stream)])
        assert stream.average_rate is not None
        return len(frames), float(stream.average_rate), (stream.width, stream.height), frames


# --- Clips -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("family", "wanted_ms", "frames", "rate"),
    [
        ("ltx", 300, 9, 24),
        ("ltx", 376, 17, 24),
        ("wan", 300, 5, 16),
        ("wan", 313, 9, 16),
        ("wan_i2v", 500, 9, 16),
        ("cogvideox", 1000, 9, 8),
        ("cogvideox", 1126, 17, 8),
        ("hunyuan15", 200, 5, 24),
        ("animatediff", 1000, 8, 8),
    ],
)
def test_a_clip_has_the_size_and_rate_and_lasts_at_least_as_long_as_asked(
    tiny: Tiny, tmp_path: Path, red: MediaInput, family: str, wanted_ms: int, frames: int, rate: int
) -> None:
    request = asked(wanted_ms, first_frame=red if family == "wan_i2v" else None)

    made = maker(tiny, family).submit(request, tmp_path)

    count, found_rate, size, _ = seen(made.path)
    assert made.media_type == "video/mp4"
    assert (count, found_rate, size) == (frames, rate, (32, 32))
    assert count * 1000 / rate >= wanted_ms


def test_what_is_larger_than_wanted_is_cut_to_size(tiny: Tiny, tmp_path: Path) -> None:
    made = maker(tiny, "ltx").submit(asked(size=(62, 34)), tmp_path)

    assert seen(made.path)[2] == (62, 34)
    assert made.notes == ()


def test_what_is_enlarged_says_so(tiny: Tiny, tmp_path: Path) -> None:
    made = maker(tiny, "ltx", size={**SMALL, "most": 64}, enlarge=2).submit(asked(size=(96, 64)), tmp_path)

    assert seen(made.path)[2] == (96, 64)
    assert "enlarged to 96 x 64" in made.notes[0]


def test_the_same_seed_makes_the_same_bytes_and_another_another_clip(tiny: Tiny, tmp_path: Path) -> None:
    wan = maker(tiny, "wan")

    first = wan.submit(asked(seed=1), tmp_path).path.read_bytes()
    again = wan.submit(asked(seed=1), tmp_path).path.read_bytes()
    other = wan.submit(asked(seed=2), tmp_path).path.read_bytes()

    assert first == again
    assert first != other


def test_a_clip_starts_from_its_picture(tiny: Tiny, tmp_path: Path, red: MediaInput) -> None:
    ltx, blue = maker(tiny, "ltx"), picture(tmp_path / "blue.png", "blue")

    from_red = seen(ltx.submit(asked(first_frame=red), tmp_path).path)[3]
    from_blue = seen(ltx.submit(asked(first_frame=blue), tmp_path).path)[3]

    assert (from_red != from_blue).any()


def test_the_model_is_shown_the_picture_to_end_at(tiny: Tiny, tmp_path: Path, red: MediaInput) -> None:
    wan, blue, shown = maker(tiny, "wan_i2v"), picture(tmp_path / "blue.png", "blue"), list[Any]()
    wan.submit(asked(first_frame=red), tmp_path)
    parts = (SHELF._loaded.transformer, SHELF._loaded.transformer_2)

    def look(part: Any, positional: tuple[Any, ...], fields: dict[str, Any]) -> None:
        shown.append(fields["hidden_states"].clone())

    hooks = [part.register_forward_pre_hook(look, with_kwargs=True) for part in parts]
    for last in (red, blue):
        wan.submit(asked(first_frame=red, last_frame=last), tmp_path)
    for hook in hooks:
        hook.remove()

    to_red, to_blue = shown[0], shown[len(shown) // 2]
    assert torch.equal(to_red[:, :16], to_blue[:, :16])
    assert not torch.equal(to_red[:, 16:], to_blue[:, 16:])


def test_both_transformers_of_wan_take_their_share_of_the_steps(tiny: Tiny) -> None:
    calls = {"transformer": 0, "transformer_2": 0}
    wan = maker(tiny, "wan")
    model = pipeline_model(str(tiny("wan")), "WanPipeline", wan._settings)

    def count(name: str) -> Callable[..., None]:
        return lambda *_: calls.update({name: calls[name] + 1})

    def work(pipe: Any) -> float:
        hooks = [getattr(pipe, name).register_forward_pre_hook(count(name)) for name in calls]
        pipe(prompt="a red lamp", width=16, height=16, num_frames=5, num_inference_steps=STEPS, guidance_scale=1.0)
        for hook in hooks:
            hook.remove()
        return float(pipe.config.boundary_ratio)

    assert SHELF.make(model, work) == 0.8
    assert sum(calls.values()) == STEPS
    assert min(calls.values()) > 0


@pytest.mark.parametrize(
    ("family", "request_", "words"),
    [
        ("wan", asked(first_frame=MediaInput("x", Path("x.png"), "image/png")), "takes no first frame"),
        ("ltx", asked(last_frame=MediaInput("x", Path("x.png"), "image/png")), "takes no last frame"),
        ("ltx", asked(references=(MediaInput("x", Path("x.png"), "image/png"),)), "no reference pictures"),
        ("wan_i2v", asked(), "starts from a picture"),
        ("ltx", asked(5000), "at most 1.375 s"),
        ("ltx", asked(size=(256, 256)), "more than this model makes"),
    ],
)
def test_what_a_model_cannot_do_is_refused(
    tiny: Tiny, tmp_path: Path, family: str, request_: ClipRequest, words: str
) -> None:
    with pytest.raises(Unsupported, match=words):
        maker(tiny, family).submit(request_, tmp_path)


def test_a_field_that_a_pipeline_does_not_know_is_the_rows_fault(tiny: Tiny, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        maker(tiny, "ltx", call={"sharpness": 3}).submit(asked(), tmp_path)

    assert "sharpness" in caught.value.vendor_words


# --- Between steps -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["ltx", "wan", "hunyuan15", "animatediff"])
def test_each_step_is_told(tiny: Tiny, tmp_path: Path, family: str) -> None:
    told: list[float] = []

    maker(tiny, family).submit(asked(), tmp_path, Ticket(progress=told.append))

    assert told == pytest.approx([0.9 * (step + 1) / STEPS for step in range(STEPS)])


@pytest.mark.parametrize("family", ["ltx", "hunyuan15"])
def test_what_is_cancelled_stops_at_the_next_step_and_the_model_stays(tiny: Tiny, tmp_path: Path, family: str) -> None:
    told: list[float] = []
    adapter = maker(tiny, family)
    adapter.submit(asked(), tmp_path)
    (tmp_path / "clip.mp4").unlink()

    with pytest.raises(Stopped):
        adapter.submit(asked(), tmp_path, Ticket(progress=told.append, is_stopped=lambda: len(told) >= 2))

    assert len(told) == 2
    assert not (tmp_path / "clip.mp4").exists()
    assert SHELF.key is not None
    assert seen(adapter.submit(asked(), tmp_path).path)[0] > 0


def test_who_waits_for_a_turn_may_give_up(tiny: Tiny, tmp_path: Path) -> None:
    begun, may_end, asked_again = threading.Event(), threading.Event(), threading.Event()

    def hold(share: float) -> None:
        begun.set()
        assert may_end.wait(60)

    def give_up() -> bool:
        asked_again.set()
        return True

    ltx = maker(tiny, "ltx")
    first = threading.Thread(target=lambda: ltx.submit(asked(), tmp_path, Ticket(progress=hold)))
    first.start()
    assert begun.wait(60)
    try:
        with pytest.raises(Stopped):
            ltx.submit(asked(), tmp_path, Ticket(is_stopped=give_up))
    finally:
        may_end.set()
        first.join()

    assert asked_again.is_set()


# --- One model at a time ------------------------------------------------------------------------------------


def test_a_model_is_loaded_once_and_goes_when_another_comes(tiny: Tiny) -> None:
    shelf, loads, gone = Shelf(), list[Any](), list[Any]()

    def counted(family: str, pipeline: str) -> Any:
        model = pipeline_model(str(tiny(family)), pipeline, {**COMMON})

        def load(placement: Any) -> Any:
            gc.collect()
            gone.append([reference() is None for reference in loads])
            pipe = model.load(placement)
            loads.append(weakref.ref(pipe))
            return pipe

        return dataclasses.replace(model, load=load)

    for family, pipeline in (("ltx", "LTXPipeline"), ("ltx", "LTXPipeline"), ("wan", "WanPipeline")):
        shelf.make(counted(family, pipeline), lambda pipe: None)

    assert gone == [[], [True]]
    shelf.clear()
    gc.collect()
    assert [reference() for reference in loads] == [None, None]


def test_how_much_memory_is_free_is_asked_once_the_other_model_is_gone(tiny: Tiny) -> None:
    free: list[bool] = []
    held: list[Any] = []

    def look(_: Any) -> Room:
        gc.collect()
        free.append(all(reference() is None for reference in held))
        return Room("cpu", 8, 8, 8, shared=True)

    shelf = Shelf(look=look)
    for family, pipeline in (("ltx", "LTXPipeline"), ("wan", "WanPipeline")):
        model = pipeline_model(str(tiny(family)), pipeline, {**COMMON, "memory_gb": 4})
        shelf.make(model, lambda pipe: held.append(weakref.ref(pipe)))
    shelf.clear()

    assert free == [True, True]


# --- What is missing ---------------------------------------------------------------------------------------


def test_weights_that_are_not_here_are_not_downloaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    settings = {**COMMON, "pipeline": "LTXPipeline", "frames": EIGHTS, "size": SMALL}

    with pytest.raises(NeedsSetup, match="hf download Lightricks/LTX-Video "):
        OpenWeightsVideo("Lightricks/LTX-Video", settings, Access()).submit(asked(), tmp_path)


def test_weights_in_the_cache_of_this_user_are_found(
    tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    kept, version = tmp_path / "models--maker--lamp", "a" * 40
    shutil.copytree(tiny("ltx"), kept / "snapshots" / version)
    (kept / "refs").mkdir()
    (kept / "refs" / "main").write_text(version, "utf-8")
    settings = {**COMMON, "pipeline": "LTXPipeline", "frames": EIGHTS, "size": SMALL}

    made = OpenWeightsVideo("maker/lamp", settings, Access()).submit(asked(), tmp_path)

    assert seen(made.path)[0] == 9


def test_broken_weights_are_to_be_fetched_again(tiny: Tiny, tmp_path: Path) -> None:
    for file in sorted(tiny("ltx").rglob("*")):
        place = tmp_path / "broken" / file.relative_to(tiny("ltx"))
        if file.is_file() and file.name != "diffusion_pytorch_model.safetensors":
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
    settings = {**COMMON, "pipeline": "LTXPipeline", "frames": EIGHTS, "size": SMALL}

    with pytest.raises(NeedsSetup, match="Fetch them again"):
        OpenWeightsVideo(str(tmp_path / "broken"), settings, Access()).submit(asked(), tmp_path)


def test_a_pipeline_that_diffusers_does_not_know_is_named(tiny: Tiny, tmp_path: Path) -> None:
    with pytest.raises(Unsupported, match="knows no MoviePipeline"):
        maker(tiny, "ltx", pipeline="MoviePipeline").submit(asked(), tmp_path)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a graphics card here")
def test_a_model_for_graphics_cards_says_so(tiny: Tiny, tmp_path: Path) -> None:
    with pytest.raises(NeedsSetup, match="needs a graphics card"):
        maker(tiny, "ltx", on_cpu=False).submit(asked(), tmp_path)
