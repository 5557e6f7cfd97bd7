"""Pictures and voices made on this machine, by tiny models with random weights, loaded and run by the real code."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from generation.providers.base import (
    NO_TICKET,
    Access,
    Finished,
    ImageRequest,
    MediaInput,
    SpeechRequest,
    Stopped,
    Ticket,
    Unsupported,
)
from generation.providers.openweights.image import OpenWeightsImage
from generation.providers.openweights.speech import OpenWeightsSpeech

from .openweights_small import COMMON, FINE, STEPS, Tiny, picture, tiny_models

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed (docs/openweights.md)")
pytest.importorskip("diffusers", reason="requirements-openweights.lock is not installed (docs/openweights.md)")

pytestmark = [
    pytest.mark.openweights,
    # Others' warnings to those who write them.
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiny]:
    yield from tiny_models(tmp_path_factory)


@pytest.fixture
def red(tmp_path: Path) -> MediaInput:
    return picture(tmp_path / "red.png", "red")


# --- Pictures -----------------------------------------------------------------------------------------------


def painter(tiny: Tiny, family: str, **more: Any) -> OpenWeightsImage:
    pipeline = {"qwen_image": "QwenImagePipeline", "flux_klein": "Flux2KleinPipeline"}[family]
    settings = {**COMMON, "pipeline": pipeline, "size": FINE, **more}
    if family == "flux_klein":
        settings |= {"references": {"field": "image", "most": 2}, "edit": "references"}
    else:
        settings |= {"call": {"true_cfg_scale": 4.0, "negative_prompt": " "}}
    return OpenWeightsImage(str(tiny(family)), settings, Access())


def painted(made: Finished) -> Any:
    with Image.open(made.path) as shown:
        assert shown.format == "PNG"
        return np.asarray(shown.convert("RGB"))


@pytest.mark.parametrize("family", ["qwen_image", "flux_klein"])
def test_a_picture_has_its_size_and_follows_its_seed(tiny: Tiny, tmp_path: Path, family: str) -> None:
    adapter, told = painter(tiny, family), list[float]()

    one = painted(adapter.submit(ImageRequest("a red lamp", 60, 44, seed=1), tmp_path, Ticket(progress=told.append)))
    same = painted(adapter.submit(ImageRequest("a red lamp", 60, 44, seed=1), tmp_path))
    other = painted(adapter.submit(ImageRequest("a red lamp", 60, 44, seed=2), tmp_path))

    assert one.shape == (44, 60, 3)
    assert (one == same).all()
    assert (one != other).any()
    assert len(told) == STEPS


def test_pictures_sent_along_are_looked_at_each(tiny: Tiny, tmp_path: Path, red: MediaInput) -> None:
    klein, blue = painter(tiny, "flux_klein"), picture(tmp_path / "blue.png", "blue")

    def made(*references: MediaInput, edit: MediaInput | None = None) -> Any:
        return painted(klein.submit(ImageRequest("a lamp", 32, 32, references=references, edit=edit), tmp_path))

    assert (made(red) != made(blue)).any()
    assert (made(red, blue) != made(red)).any()
    assert (made(blue, edit=red) == made(red, blue)).all()


def test_too_many_pictures_and_masks_are_refused(tiny: Tiny, tmp_path: Path, red: MediaInput) -> None:
    with pytest.raises(Unsupported, match="takes 2 pictures"):
        painter(tiny, "flux_klein").submit(ImageRequest("a lamp", 32, 32, references=(red,) * 3), tmp_path)
    with pytest.raises(Unsupported, match="which part"):
        painter(tiny, "flux_klein").submit(ImageRequest("a lamp", 32, 32, edit=red, mask=red), tmp_path)
    with pytest.raises(Unsupported, match="does not change pictures"):
        painter(tiny, "qwen_image").submit(ImageRequest("a lamp", 32, 32, edit=red), tmp_path)


# --- Speech -------------------------------------------------------------------------------------------------

BARK = {"dtype": "float32", "on_cpu": True, "tiles": False, "voice": "v2/en_speaker_6", "most_chars": 20}


def heard(made: Finished) -> tuple[int, Any]:
    with wave.open(str(made.path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getframerate(), np.frombuffer(file.readframes(file.getnframes()), "<i2")


def test_a_line_is_spoken_whole_and_follows_its_seed(tiny: Tiny, tmp_path: Path) -> None:
    bark, told = OpenWeightsSpeech(str(tiny("bark")), BARK, Access()), list[float]()

    def say(seed: int, ticket: Ticket = NO_TICKET) -> tuple[int, Any]:
        return heard(bark.submit(SpeechRequest("The red lamp. It swings.", "", seed=seed), tmp_path, ticket))

    rate, one = say(1, Ticket(progress=told.append))
    before = torch.random.get_rng_state()
    _, same = say(1)
    _, other = say(2)

    assert rate == 24_000
    assert told == [0.5, 1.0]
    assert one.tobytes() == same.tobytes()
    assert one.tobytes() != other.tobytes()
    assert torch.equal(before, torch.random.get_rng_state())


def test_a_line_is_cancelled_in_the_middle_of_a_sentence(tiny: Tiny, tmp_path: Path) -> None:
    bark, looks, told = OpenWeightsSpeech(str(tiny("bark")), BARK, Access()), list[int](), list[float]()

    def is_stopped() -> bool:
        looks.append(1)
        return len(looks) > 6

    with pytest.raises(Stopped, match="middle of a sentence"):
        bark.submit(SpeechRequest("The red lamp.", ""), tmp_path, Ticket(progress=told.append, is_stopped=is_stopped))

    assert not told
    assert not list(tmp_path.glob("*.wav"))


def test_a_voice_is_one_of_the_models_own(tiny: Tiny, tmp_path: Path) -> None:
    bark = OpenWeightsSpeech(str(tiny("bark")), BARK, Access())

    with pytest.raises(Unsupported, match=r"no voice '\.\./secret'"):
        bark.submit(SpeechRequest("The red lamp.", "../secret"), tmp_path)
