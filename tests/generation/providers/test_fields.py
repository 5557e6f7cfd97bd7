"""The language in which rows say which of a vendor's fields takes what."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.providers import hearing, kinds, lengths, outputs, sizes
from generation.providers.base import (
    Access,
    BadAnswer,
    CameraRequest,
    ClipRequest,
    EffectsRequest,
    FoleyRequest,
    ImageRequest,
    LipSyncRequest,
    MediaInput,
    MusicRequest,
    SpeechRequest,
    TextRequest,
    Unsupported,
    UpscaleRequest,
    VisionRequest,
    VoiceRequest,
)
from generation.providers.fal.rows import MODELS as FAL
from generation.providers.fields import fill, known_fields
from generation.providers.replicate.rows import MODELS as REPLICATE
from generation.providers.specs import ModelSpec
from tests.twins import media

from . import sent as files
from .asked import asked_of

ROWS = {row.key: row for row in (*REPLICATE, *FAL)}
WAN = {"field": "n", "least": 81, "most": 121, "step": 4, "rate_field": "r", "rate": 16, "rates": [12, 24]}


def _media(number: int = 0, media_type: str = "image/png") -> MediaInput:
    return MediaInput(f"{number:064x}", Path("nowhere"), media_type)


# --- Lengths ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "asked", "written"),
    [
        ({"field": "d", "as": "seconds", "choices_ms": [4000, 6000, 8000]}, 4100, 6),
        ({"field": "d", "as": "text", "choices_ms": [5000, 10000]}, 5000, "5"),
        ({"field": "d", "as": "text_s", "choices_ms": [4000, 6000, 8000]}, 1, "4s"),
        ({"field": "d", "as": "float", "least_ms": 1000, "most_ms": 8000}, 1250, 1.25),
        ({"field": "d", "as": "ms", "least_ms": 5000, "most_ms": 300000}, 100, 5000),
        ({"field": "d", "least_ms": 2000, "most_ms": 15000}, 2001, 3),
    ],
)
def test_a_length_is_written_as_the_vendor_wants_it(rule: dict[str, Any], asked: int, written: object) -> None:
    assert lengths.written(lengths.length_for(asked, rule), rule) == written


@given(
    st.integers(1, 20_000),
    st.one_of(
        st.fixed_dictionaries({"choices_ms": st.lists(st.integers(1, 30).map(lambda s: s * 1000), min_size=1)}),
        st.fixed_dictionaries(
            {"least_ms": st.integers(0, 5000), "most_ms": st.integers(5000, 15_000)},
            optional={"as": st.sampled_from(["seconds", "float", "ms", "text", "text_s"])},
        ),
    ),
)
def test_a_length_is_never_shorter_than_asked_nor_longer_than_can_be(asked: int, rule: dict[str, Any]) -> None:
    most = max(rule["choices_ms"]) if "choices_ms" in rule else rule["most_ms"]
    try:
        length = lengths.length_for(asked, rule)
    except Unsupported:
        assert asked > most or -(-asked // 1000) * 1000 > most or -(-rule["least_ms"] // 1000) * 1000 > most
    else:
        assert asked <= length <= most


@given(
    asked=st.integers(1, 15_000),
    least=st.integers(1, 120),
    more=st.integers(0, 200),
    step=st.sampled_from([1, 4, 8]),
    slowest=st.integers(5, 24),
    faster=st.integers(0, 20),
)
def test_frames_last_long_enough_and_come_closest(
    asked: int, least: int, more: int, step: int, slowest: int, faster: int
) -> None:
    rule = {"least": least, "most": least + more, "step": step, "rate": slowest, "rates": [slowest, slowest + faster]}
    able = [
        (count * 1000 / rate - asked)
        for rate in range(slowest, slowest + faster + 1)
        for count in range(least, least + more + 1, step)
        if count * 1000 >= asked * rate
    ]

    try:
        count, rate = lengths.frames_for(asked, rule)
    except Unsupported:
        assert able == []
    else:
        assert (count - least) % step == 0 and least <= count <= least + more
        assert slowest <= rate <= slowest + faster
        assert 0 <= count * 1000 / rate - asked <= min(able) + lengths.SLACK_MS


def test_things_move_as_fast_as_they_should_where_the_length_allows_it() -> None:
    assert lengths.frames_for(5000, WAN) == (81, 16)
    assert lengths.frames_for(7500, WAN) == (121, 16)
    assert lengths.frames_for(3375, WAN) == (81, 24)
    assert lengths.frame_lengths(WAN) == (3375, 10_083)


def test_frames_may_be_a_list_or_text() -> None:
    row = ROWS["replicate/ltx-video"]

    filled = fill(ClipRequest("rain", 1280, 720, 5000), row.settings)

    assert filled.get("length") == 129


# --- Shapes and sizes -------------------------------------------------------------------------------


def test_a_shape_is_the_nearest_one_and_only_if_it_is_near() -> None:
    rule = {"field": "aspect_ratio", "choices": ["16:9", "9:16", "4:3"]}

    assert sizes.shape_for(1920, 1080, rule) == "16:9"
    assert sizes.shape_for(832, 480, rule) == "16:9"
    assert sizes.shape_for(720, 1280, rule) == "9:16"
    with pytest.raises(Unsupported, match="16:9, 9:16, 4:3"):
        sizes.shape_for(1024, 1024, rule)


@given(st.integers(64, 2048), st.integers(64, 2048), st.sampled_from([1, 8, 16, 32]), st.sampled_from([1, 256, 1920]))
def test_sides_cover_what_was_asked_for_and_obey_the_rule(width: int, height: int, multiple: int, least: int) -> None:
    rule = {"as": "object", "field": "size", "multiple": multiple, "least": least, "most": 4096}
    try:
        made = sizes.size_for(width, height, rule)["size"]
    except Unsupported:
        assert max(width, height) * max(1, least / min(width, height)) > 4096 - multiple
    else:
        assert made["width"] >= width and made["height"] >= height
        assert made["width"] % multiple == 0 and made["height"] % multiple == 0
        assert least <= min(made.values()) and max(made.values()) <= 4096


@pytest.mark.parametrize(
    ("rule", "wanted", "word"),
    [
        ({"as": "names", "field": "r", "names": {"480p": [[832, 480]], "720p": [[1280, 720]]}}, (832, 480), "480p"),
        ({"as": "names", "field": "r", "names": {"480p": [[832, 480]], "720p": [[1280, 720]]}}, (854, 480), "720p"),
        ({"as": "short_side", "field": "r", "names": {"720p": 720, "1080p": 1080}}, (720, 1280), "720p"),
        ({"as": "megapixels", "field": "r", "names": {"1 MP": 1, "2 MP": 2}}, (1024, 1024), "1 MP"),
        ({"as": "megapixels", "field": "r", "names": {"1 MP": 1, "2 MP": 2}}, (1920, 1080), "2 MP"),
    ],
)
def test_a_size_is_the_smallest_word_that_covers_it(rule: dict[str, Any], wanted: tuple[int, int], word: str) -> None:
    assert sizes.size_for(*wanted, rule) == {"r": word}
    with pytest.raises(Unsupported):
        sizes.size_for(8000, 4500, rule)


def test_a_size_without_a_field_sends_nothing_and_still_says_no() -> None:
    rule = {"as": "fixed", "sizes": [[1344, 768]]}

    assert sizes.size_for(1280, 720, rule) == {}
    with pytest.raises(Unsupported):
        sizes.size_for(1920, 1080, rule)


@given(st.integers(100, 4000), st.integers(100, 4000), st.integers(50, 2000), st.integers(50, 2000))
def test_what_is_enlarged_covers_what_was_asked_for(width: int, height: int, wide: int, high: int) -> None:
    try:
        factor = sizes.factor_for(width, height, (wide, high), {"as": "factor", "field": "scale", "most": 10})
    except Unsupported:
        assert max(width / wide, height / high) > 9.98
    else:
        assert wide * factor >= width - 1e-6 and high * factor >= height - 1e-6


# --- Requests ---------------------------------------------------------------------------------------


def test_references_go_where_and_as_each_model_wants_them(tmp_path: Path) -> None:
    pictures = tuple(files.picture(tmp_path, 512, 512, hue) for hue in range(3))
    request = ImageRequest("a lamp", 1280, 720, references=pictures)
    deliver = {row.sha256: f"u{number}" for number, row in enumerate(pictures)}

    def sent(key: str, count: int) -> dict[str, Any]:
        asked = ImageRequest("a lamp", 1280, 720, references=request.references[:count])
        return fill(asked, ROWS[key].settings).sent(lambda media: deliver[media.sha256])

    assert sent("replicate/qwen-image-edit-2511", 3)["image"] == ["u0", "u1", "u2"]
    assert sent("replicate/flux-kontext-pro", 1)["input_image"] == "u0"
    assert sent("fal/pulid", 2)["reference_images"] == [{"image_url": "u0"}, {"image_url": "u1"}]
    faces = sent("replicate/pulid", 2)
    assert (faces["main_face_image"], faces["auxiliary_face_image1"]) == ("u0", "u1")
    with pytest.raises(Unsupported):
        sent("replicate/flux-kontext-pro", 2)


def test_the_picture_to_change_comes_before_those_to_go_by(tmp_path: Path) -> None:
    change, other = files.picture(tmp_path), files.picture(tmp_path, hue=1)

    filled = fill(
        ImageRequest("a lamp", 1280, 720, references=(other,), edit=change), ROWS["replicate/nano-banana-2"].settings
    )

    assert filled.get("image_input") == [change, other]


def test_a_task_follows_from_what_is_sent_along(tmp_path: Path) -> None:
    row = ROWS["replicate/ltx-2.3-pro"]

    words = fill(ClipRequest("rain", 1920, 1080, 6000), row.settings)
    picture = fill(ClipRequest("rain", 1920, 1080, 6000, first_frame=files.picture(tmp_path)), row.settings)

    assert (words.get("task"), picture.get("task")) == ("text_to_video", "image_to_video")


def test_values_that_do_not_go_together_are_refused() -> None:
    settings = {
        "prompt": "prompt",
        "duration": {"field": "duration", "choices_ms": [6000, 10_000]},
        "size": {"as": "short_side", "field": "resolution", "names": {"768p": 768, "1080p": 1080}},
        "rules": [{"if": {"resolution": "1080p"}, "only": {"duration": [6]}}],
    }

    assert fill(ClipRequest("rain", 1366, 768, 9000), settings).get("duration") == 10
    with pytest.raises(Unsupported, match="With resolution 1080p this model takes duration 6, and not 10"):
        fill(ClipRequest("rain", 1920, 1080, 9000), settings)


def test_a_camera_moves_as_the_row_words_it(tmp_path: Path) -> None:
    settings = {"clip": "video_url", "moves": {"pan_left": {"trajectory.theta": [0, -20], "mode": "gradual"}}}
    clip = files.clip(tmp_path)

    filled = fill(CameraRequest(clip, "pan_left", 1000, 640, 360), settings)

    assert filled.fields == {"trajectory": {"theta": [0, -20]}, "mode": "gradual", "video_url": clip}
    assert known_fields(settings) == {"trajectory", "mode", "video_url"}
    with pytest.raises(Unsupported, match="crane_up"):
        fill(CameraRequest(clip, "crane_up", 1000, 640, 360), settings)


def test_a_file_that_is_there_twice_is_brought_once(tmp_path: Path) -> None:
    picture = files.picture(tmp_path)
    asked: list[str] = []
    filled = fill(
        ClipRequest("rain", 1280, 720, 6000, first_frame=picture, last_frame=picture),
        ROWS["fal/veo3.1-first-last"].settings,
    )

    def deliver(media: MediaInput) -> str:
        asked.append(media.sha256)
        return "https://files.test/one"

    sent = filled.sent(deliver)

    assert asked == [picture.sha256]
    assert sent["first_frame_url"] == sent["last_frame_url"] == "https://files.test/one"


SOUND, MP3, CLIP = _media(1, "audio/wav"), _media(2, "audio/mpeg"), _media(3, "video/mp4")
REFUSED: list[tuple[str, Any, str]] = [
    ("fal/qwen-image-2512", ImageRequest("x", 1280, 720, references=(_media(),)), "takes no reference"),
    ("fal/qwen-image-2512", ImageRequest("x", 1280, 720, edit=_media()), "takes no picture to change"),
    ("fal/qwen-image-2-edit", ImageRequest("x" * 801, 1280, 720, references=(_media(),)), "takes 800 characters"),
    ("fal/qwen-image-edit-2511", ImageRequest("x", 1280, 720), "needs a reference picture"),
    ("fal/wan-2.7-t2v", ClipRequest("x", 1280, 720, 5000, first_frame=_media()), "takes no first frame"),
    ("fal/wan-2.7-i2v", ClipRequest("x", 1280, 720, 5000), "needs a first frame"),
    ("fal/veo3.1-fast", ClipRequest("x", 1280, 720, 8001), "at most 8 s"),
    ("fal/veo3.1-fast", ClipRequest("x", 1024, 1024, 8000), "16:9, 9:16"),
    ("fal/veo3.1-fast", ClipRequest("x", 3840, 2160, 8000), "more than that"),
    ("fal/wan-2.2-a14b-turbo", ClipRequest("x", 1280, 720, 6000, first_frame=_media()), "makes 5 s"),
    ("replicate/lipsync-2", LipSyncRequest(MP3, 1000, 64, 64, clip=CLIP), "audio/wav"),
    ("replicate/latentsync", LipSyncRequest(SOUND, 1000, 64, 64, picture=_media()), "needs a clip"),
    ("replicate/real-esrgan", UpscaleRequest(CLIP, 64, 64), "does not enlarge"),
    ("replicate/incredibly-fast-whisper", SpeechRequest("x", "y"), "takes no words"),
    ("replicate/bark", TextRequest("plan", "", "x", {}, {}), "cannot do this kind of work"),
    ("replicate/bark", VisionRequest(_media(), "x", {}), "cannot do this kind of work"),
    ("replicate/xtts-v2", SpeechRequest("x", ""), "has no voice"),
    ("fal/minimax-speech-2.8-hd", SpeechRequest("x", "y", language="xx"), "does not speak"),
    ("fal/elevenlabs-voice-changer", VoiceRequest(SOUND, sample=SOUND), "takes no sample"),
    ("fal/elevenlabs-effects", EffectsRequest("x", (), 23_000), "at most 22 s"),
    ("fal/elevenlabs-music", MusicRequest("x", "calm", 600_001), "at most 600 s"),
    ("replicate/mmaudio", FoleyRequest(CLIP, "x", 31_000), "at most 30 s"),
]


@pytest.mark.parametrize(("key", "request_", "sentence"), REFUSED, ids=lambda value: str(value)[:28])
def test_what_a_model_cannot_do_is_refused_with_a_sentence(key: str, request_: Any, sentence: str) -> None:
    with pytest.raises(Unsupported, match=sentence):
        fill(request_, ROWS[key].settings)


_BROKEN = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab.", max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["field", "as", "most", "least", "names", "choices", "rate"]), inner, max_size=3
        )
    ),
    max_leaves=4,
)
_KEYS = [
    "prompt",
    "duration",
    "frames",
    "size",
    "shape",
    "seed",
    "references",
    "extra",
    "rules",
    "rate",
    "audio",
    "needs",
]


@given(st.dictionaries(st.sampled_from(_KEYS), _BROKEN, max_size=4))
def test_a_row_that_makes_no_sense_is_refused_and_never_breaks_anything(settings: dict[str, Any]) -> None:
    for request in (ClipRequest("x", 1280, 720, 5000), ImageRequest("x", 1280, 720, references=(_media(),))):
        try:
            filled = fill(request, settings)
        except Unsupported as error:
            assert str(error)
        else:
            assert isinstance(filled.fields, dict)


@given(st.sampled_from(sorted(ROWS)), st.integers(0, 2**40), st.integers(500, 20_000), st.sampled_from([0, 1, 3]))
def test_whatever_is_asked_a_row_sends_known_fields_or_refuses(key: str, seed: int, length: int, count: int) -> None:
    row: ModelSpec = ROWS[key]
    pictures = tuple(_media(number) for number in range(count))
    requests = (
        ImageRequest("a lamp", 1280, 720, references=pictures, seed=seed),
        ClipRequest("a lamp", 1280, 720, length, first_frame=_media(9), references=pictures, seed=seed),
        MusicRequest("a lamp", "calm", length, seed=seed),
        SpeechRequest("a lamp", "Rachel", {"pace": length / 1000}, seed=seed),
    )
    for request in requests:
        try:
            filled = fill(request, {**row.settings, "accepts": {}})
        except Unsupported:
            continue
        assert set(filled.fields) <= known_fields(row.settings)
        assert filled.get("seed") is None or 0 <= filled.get("seed") < 2**31


def test_a_record_is_ours_only_if_all_that_we_sent_is_in_it(tmp_path: Path) -> None:
    row = ROWS["replicate/flux-2-pro"]
    filled = fill(asked_of(row, tmp_path, everything=True), row.settings)
    told = json.loads(json.dumps(filled.sent(lambda media: "https://elsewhere.test/file")))

    assert filled.is_like({**told, "safety_tolerance": 2})
    assert not filled.is_like({**told, "prompt": "another lamp"})
    assert not filled.is_like({**told, "input_images": told["input_images"][1:]})
    assert not filled.is_like({})
    assert not filled.is_like(None)


# --- Answers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "path", "link"),
    [
        ("https://a.test/x.png", "", "https://a.test/x.png"),
        (["https://a.test/1.png", "https://a.test/2.png"], "", "https://a.test/1.png"),
        (["https://a.test/1.png", "https://a.test/2.png"], "0", "https://a.test/1.png"),
        ("https://a.test/x.png", "0", "https://a.test/x.png"),
        ({"images": [{"url": "https://a.test/x.png"}]}, "images", "https://a.test/x.png"),
        ({"images": [{"url": "https://a.test/x.png"}]}, "images.0.url", "https://a.test/x.png"),
        ({"video": {"url": "https://a.test/x.mp4"}}, "video", "https://a.test/x.mp4"),
    ],
)
def test_a_link_is_found_in_every_form_of_answer(answer: Any, path: str, link: str) -> None:
    assert outputs.link_in(answer, path) == link


@pytest.mark.parametrize("answer", [None, [], {}, "no link", 7, {"images": []}, [None], [{"url": 3}]])
def test_an_answer_without_a_file_is_a_bad_one(answer: Any) -> None:
    with pytest.raises(BadAnswer):
        outputs.link_in(answer, "images" if isinstance(answer, dict) else "")


def test_files_are_known_by_what_they_are(tmp_path: Path) -> None:
    made = {
        "image/png": media.picture(16, 16),
        "image/jpeg": media.picture(16, 16, "jpeg"),
        "image/webp": media.picture(16, 16, "webp"),
        "video/mp4": media.clip(200),
        "audio/wav": media.sound(200),
        "audio/mpeg": media.sound(200, "mp3"),
        "": b"<html>no</html>",
    }
    for media_type, content in made.items():
        place = tmp_path / "file"
        place.write_bytes(content)

        assert kinds.media_type_of(place) == media_type


def test_a_silent_clip_has_no_soundtrack(tmp_path: Path) -> None:
    link = "data:video/mp4;base64," + base64.b64encode(media.clip(300)).decode()

    with pytest.raises(BadAnswer, match="without a sound"):
        outputs.finish(link, {"path": "", "kind": "soundtrack"}, tmp_path, Access(), {})


# --- Words that are heard ---------------------------------------------------------------------------


def test_words_keep_their_spelling_and_get_the_times_of_what_was_heard() -> None:
    heard = [("it", 100, 200), ("is", 200, 300), ("ten", 400, 600), ("past", 600, 900), ("nine", 900, 1200)]

    told = hearing.timed("It's ten past nine.", heard, 1500)

    assert told == [["It's", 100, 400], ["ten", 400, 600], ["past", 600, 900], ["nine.", 900, 1200]]


def test_signs_without_spaces_are_words_of_their_own() -> None:
    assert hearing.pieces("你好,世界 hello") == ["你", "好,", "世", "界", "hello"]


@given(
    st.text("abc ,.'—", max_size=40),
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "ab", "c", ""]), st.integers(0, 3000), st.integers(0, 500)), max_size=8
    ),
    st.integers(0, 4000),
)
def test_times_cover_every_word_in_order(text: str, rows: list[tuple[str, int, int]], length: int) -> None:
    heard = [(word, start, start + lasts) for word, start, lasts in sorted(rows, key=lambda row: row[1])]

    told = hearing.timed(text, heard, length)

    assert [row[0] for row in told] == hearing.pieces(text)
    moments = [int(moment) for _, start, end in told for moment in (start, end)]
    assert moments == sorted(moments)
