"""Pictures, voices and word times over OpenAI's protocol."""

from __future__ import annotations

import io
import json
import wave
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generation.providers.base import (
    AlignRequest,
    BadAnswer,
    GoneModel,
    ImageRequest,
    Refused,
    SpeechRequest,
    Unconfirmed,
    Unsupported,
    VisionRequest,
)
from tests.generation.providers.openai_servers import Counting, _connections, adapter, stored
from tests.twins import media
from tests.twins.openai import OpenAITwin

__all__ = ["_connections"]


@pytest.fixture
def twin() -> Iterator[OpenAITwin]:
    with OpenAITwin() as twin:
        yield twin


# --- Pictures --------------------------------------------------------------------------------------


def test_a_picture_is_drawn_in_exactly_the_size_that_was_asked_for(twin: OpenAITwin, tmp_path: Path) -> None:
    answer = adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A lighthouse", 1920, 1080), tmp_path)

    (asked,) = twin.asked_for("POST", "/images/generations")
    assert asked.json["size"] == "1920x1088", "the model counts by sixteens"
    with Image.open(answer.path) as image:
        assert image.size == (1920, 1080)
    assert answer.media_type == "image/png"


def test_an_older_model_draws_its_own_sizes_only(twin: OpenAITwin, tmp_path: Path) -> None:
    older = adapter(twin, "openai/gpt-image-1.5")

    older.submit(ImageRequest("A lighthouse", 1000, 1000), tmp_path)
    with pytest.raises(Unsupported, match="1280 × 720 is not covered"):
        older.submit(ImageRequest("A lighthouse", 1280, 720), tmp_path)

    assert [asked.json["size"] for asked in twin.seen] == ["1024x1024"]


@pytest.mark.parametrize(("width", "height"), [(4000, 2000), (3200, 800)])
def test_what_no_model_draws_is_refused_before_it_is_paid(
    twin: OpenAITwin, tmp_path: Path, width: int, height: int
) -> None:
    with pytest.raises(Unsupported):
        adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A wall", width, height), tmp_path)

    assert twin.seen == []


@pytest.mark.parametrize("model", ["openai/gpt-image-2", "openai/gpt-image-1.5", "openai/gpt-image-1-mini"])
def test_a_picture_costs_what_its_tokens_cost(twin: OpenAITwin, tmp_path: Path, model: str) -> None:
    guides = tuple(stored(tmp_path / f"{n}.png", media.picture(64, 64, hue=n), "image/png") for n in range(2))

    answer = adapter(twin, model).submit(ImageRequest("A lighthouse", 1024, 1024, references=guides), tmp_path)

    assert answer.cost_micros == twin.bill_micros > 0


def parts(twin: OpenAITwin) -> list[tuple[str, str, bytes]]:
    (asked,) = twin.asked_for("POST", "/images/edits")
    return asked.parts


def test_one_guide_and_several_are_sent_in_the_fields_for_them(twin: OpenAITwin, tmp_path: Path) -> None:
    guides = tuple(stored(tmp_path / f"{n}.png", media.picture(64, 64, hue=n), "image/png") for n in range(3))
    draw = adapter(twin, "openai/gpt-image-2")

    draw.submit(ImageRequest("A fox", 1024, 1024, references=guides[:1]), tmp_path)
    alone = [name for name, file, _ in parts(twin) if file]
    twin.seen.clear()
    draw.submit(ImageRequest("A fox", 1024, 1024, references=guides), tmp_path)
    several = [(name, content) for name, file, content in parts(twin) if file]

    assert alone == ["image"]
    assert several == [("image[]", guide.path.read_bytes()) for guide in guides]


def test_a_mask_is_clear_where_the_picture_may_change(twin: OpenAITwin, tmp_path: Path) -> None:
    out = io.BytesIO()
    mask = Image.new("L", (50, 50), 0)
    mask.paste(255, (0, 0, 25, 50))
    mask.save(out, "PNG")
    edit = stored(tmp_path / "edit.png", media.picture(100, 100), "image/png")
    white = stored(tmp_path / "mask.png", out.getvalue(), "image/png")

    draw = adapter(twin, "openai/gpt-image-2")
    draw.submit(ImageRequest("A door", 1024, 1024, edit=edit, mask=white), tmp_path)

    sent = next(content for name, _, content in parts(twin) if name == "mask")
    with Image.open(io.BytesIO(sent)) as image:
        assert (image.size, image.mode) == ((100, 100), "RGBA")
        assert image.getpixel((10, 50))[3] == 0  # type: ignore[index]
        assert image.getpixel((90, 50))[3] == 255  # type: ignore[index]


def test_the_picture_to_change_comes_before_its_guides(twin: OpenAITwin, tmp_path: Path) -> None:
    edit = stored(tmp_path / "edit.png", media.picture(100, 100), "image/png")
    guide = stored(tmp_path / "guide.webp", media.picture(64, 64, "webp"), "image/webp")

    adapter(twin, "openai/gpt-image-1.5").submit(
        ImageRequest("At night", 1536, 1024, edit=edit, references=(guide,)), tmp_path
    )

    fields = {name: content for name, file, content in parts(twin) if not file}
    assert [content for _, file, content in parts(twin) if file] == [edit.path.read_bytes(), guide.path.read_bytes()]
    assert fields["input_fidelity"] == b"high"


def test_more_pictures_than_the_model_takes_are_refused(twin: OpenAITwin, tmp_path: Path) -> None:
    guides = tuple(stored(tmp_path / f"{n}.png", media.picture(8, 8, hue=n), "image/png") for n in range(17))

    with pytest.raises(Unsupported, match="takes 16 pictures, but this has 17"):
        adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A fox", 1024, 1024, references=guides), tmp_path)

    assert twin.seen == []


def test_a_picture_that_is_against_the_rules_is_refused(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.knobs["nsfw"] = True

    with pytest.raises(Refused) as raised:
        adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A fight", 1024, 1024), tmp_path)

    assert "safety_violations" in raised.value.vendor_words


def test_a_retired_model_is_gone(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.knobs["gone"] = ["gpt-image-2"]

    with pytest.raises(GoneModel):
        adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A fox", 1024, 1024), tmp_path)


def test_a_lost_picture_is_unconfirmed_and_drawn_once(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.fail("drop_after")
    counting = Counting()

    with pytest.raises(Unconfirmed):
        adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A fox", 1024, 1024), tmp_path, counting.ticket())

    assert counting.sent == ["sent"]
    assert len(twin.charges) == 1


@pytest.mark.parametrize("row", [{}, {"b64_json": "AAAA"}, {"url": "http://169.254.169.254/latest"}])
def test_what_is_no_picture_is_a_bad_answer(twin: OpenAITwin, tmp_path: Path, row: dict[str, Any]) -> None:
    twin.fail("answer", status=200, body={"created": 1, "data": [row]})

    with pytest.raises(BadAnswer):
        adapter(twin, "openai/gpt-image-2").submit(ImageRequest("A fox", 1024, 1024), tmp_path)


# --- Seeing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(320, 180), (4000, 2250)])
def test_a_picture_is_looked_at_in_no_more_pixels_than_servers_see(
    twin: OpenAITwin, tmp_path: Path, size: tuple[int, int]
) -> None:
    schema = {"type": "object", "properties": {"about": {"type": "string"}}, "required": ["about"]}
    picture = stored(tmp_path / "p.png", media.picture(*size), "image/png")

    request = VisionRequest(picture, "What is to be seen?", schema)
    answer = adapter(twin, "openai/gpt-6.1-terra-vision").submit(request, tmp_path)

    (asked,) = twin.asked_for("POST", "/chat/completions")
    shown = asked.json["messages"][1]["content"][1]["image_url"]["url"]
    assert shown.startswith("data:image/png" if size[0] == 320 else "data:image/jpeg")
    assert json.loads(answer.path.read_text()) == {"about": "A picture."}
    assert answer.cost_micros == twin.bill_micros


# --- Voices ----------------------------------------------------------------------------------------


def test_a_line_is_spoken_with_its_direction(twin: OpenAITwin, tmp_path: Path) -> None:
    request = SpeechRequest("Nobody moves.", "onyx", {"pace": 0.9}, direction="whispering")

    answer = adapter(twin, "openai/gpt-4o-mini-tts").submit(request, tmp_path)

    (asked,) = twin.asked_for("POST", "/audio/speech")
    assert asked.json["voice"] == "onyx"
    assert asked.json["speed"] == 0.9
    assert "whispering" in asked.json["instructions"]
    assert (answer.media_type, answer.notes, "words" in answer.details) == ("audio/wav", (), False)


def test_a_voice_that_takes_no_directions_says_so(twin: OpenAITwin, tmp_path: Path) -> None:
    request = SpeechRequest("Nobody moves.", "onyx", direction="whispering")

    answer = adapter(twin, "openai/tts-1").submit(request, tmp_path)

    assert "takes no directions" in answer.notes[0]


def test_a_recording_tells_its_true_length_although_it_was_streamed(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.knobs["streamed_header"] = True

    answer = adapter(twin, "openai/gpt-4o-mini-tts").submit(SpeechRequest("x" * 50, "nova"), tmp_path)

    with wave.open(str(answer.path)) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(3.0, abs=0.01)


@pytest.mark.parametrize(
    "request_", [SpeechRequest("Hello.", "heart"), SpeechRequest("x" * 4097, "nova"), SpeechRequest(" ", "nova")]
)
def test_what_cannot_be_spoken_is_refused_before_it_is_paid(
    twin: OpenAITwin, tmp_path: Path, request_: SpeechRequest
) -> None:
    with pytest.raises(Unsupported):
        adapter(twin, "openai/gpt-4o-mini-tts").submit(request_, tmp_path)

    assert twin.seen == []


def test_an_answer_that_is_no_recording_is_a_bad_answer(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.fail("garbage")

    with pytest.raises(BadAnswer):
        adapter(twin, "openai/gpt-4o-mini-tts").submit(SpeechRequest("Hello.", "nova"), tmp_path)


# --- Word times ------------------------------------------------------------------------------------


def timed(twin: OpenAITwin, tmp_path: Path, text: str, heard: str = "", seconds: int = 4) -> Any:
    if heard:
        twin.knobs["transcript"] = heard
    sound = stored(tmp_path / "line.wav", media.sound(seconds * 1000), "audio/wav")
    request = AlignRequest(sound, text, seconds * 1000, "en-GB")
    return adapter(twin, "openai/whisper-1").submit(request, tmp_path)


def test_the_words_of_the_text_get_the_times_at_which_they_were_heard(twin: OpenAITwin, tmp_path: Path) -> None:
    answer = timed(twin, tmp_path, "“The colour,” she said, “is wrong.”", "The color she said is wrong.")

    words = json.loads(answer.path.read_text())["words"]
    assert [word for word, *_ in words] == ["“The", "colour,”", "she", "said,", "“is", "wrong.”"]
    assert all(start <= end for _, start, end in words)
    assert all(a[2] <= b[1] for a, b in pairwise(words))
    assert words[-1][2] == pytest.approx(4000, abs=15)
    assert answer.cost_micros == twin.bill_micros == 400


def test_the_times_are_asked_for_as_the_model_gives_them(twin: OpenAITwin, tmp_path: Path) -> None:
    timed(twin, tmp_path, "Hello there.")

    (asked,) = twin.asked_for("POST", "/audio/transcriptions")
    fields = {name: content for name, file, content in asked.parts if not file}
    assert fields == {
        "model": b"whisper-1",
        "response_format": b"verbose_json",
        "timestamp_granularities[]": b"word",
        "language": b"en",
    }


def test_a_word_that_was_not_heard_stands_between_its_neighbours(twin: OpenAITwin, tmp_path: Path) -> None:
    answer = timed(twin, tmp_path, "one two three four", "one four")

    (_, _, one_ends), (_, two, _), (_, _, three_ends), (_, four, _) = json.loads(answer.path.read_text())["words"]
    assert one_ends <= two <= three_ends <= four


def test_a_model_that_tells_no_times_is_a_bad_answer(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.fail("answer", status=200, body={"text": "Hello."})

    with pytest.raises(BadAnswer, match="no times"):
        timed(twin, tmp_path, "Hello.")
