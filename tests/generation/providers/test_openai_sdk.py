"""OpenAI's own client against our twin: what the twin says is what the client expects of the vendor."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Literal

import openai
import pytest
from pydantic import BaseModel

from tests.twins import media
from tests.twins.openai import OpenAITwin
from tests.twins.openai_rules import signed


class Story(BaseModel):
    title: str
    mood: Literal["calm", "tense"]
    scenes: list[str]


@pytest.fixture
def twin() -> Iterator[OpenAITwin]:
    with OpenAITwin() as twin:
        yield twin


@pytest.fixture
def client(twin: OpenAITwin) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(api_key="sk-test", base_url=twin.base_url, max_retries=0) as client:
        yield client


def test_a_document_is_parsed(client: openai.OpenAI) -> None:
    answer = client.chat.completions.parse(
        model="gpt-6.1-terra", messages=[{"role": "user", "content": "A story."}], response_format=Story
    )

    assert answer.choices[0].message.parsed == Story(title="Sample", mood="calm", scenes=["Sample"])
    assert answer.usage is not None
    assert answer.usage.total_tokens > 0


def test_a_refusal_and_a_cut_off_answer_are_what_they_are(twin: OpenAITwin, client: openai.OpenAI) -> None:
    twin.knobs["answer"] = "refusal"
    refused = client.chat.completions.parse(
        model="gpt-6.1-terra", messages=[{"role": "user", "content": "A story."}], response_format=Story
    )
    twin.knobs["answer"] = "truncated"

    with pytest.raises(openai.LengthFinishReasonError):
        client.chat.completions.parse(
            model="gpt-6.1-terra", messages=[{"role": "user", "content": "A story."}], response_format=Story
        )

    assert refused.choices[0].message.refusal


def test_errors_are_of_their_classes(twin: OpenAITwin, client: openai.OpenAI) -> None:
    twin.knobs["gone"] = ["gpt-5"]
    with pytest.raises(openai.NotFoundError) as gone:
        client.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": "x"}])
    twin.knobs["no_credit"] = True
    with pytest.raises(openai.RateLimitError) as broke:
        client.chat.completions.create(model="gpt-6-luna", messages=[{"role": "user", "content": "x"}])
    with pytest.raises(openai.AuthenticationError):
        client.with_options(api_key="bad").models.list()

    assert (gone.value.code, broke.value.code) == ("model_not_found", "insufficient_quota")


def test_an_answer_of_200_that_is_an_error_has_no_choices() -> None:
    with OpenAITwin("openrouter") as twin:
        twin.knobs["upstream_error"] = {"code": 502, "message": "Provider returned error"}
        with openai.OpenAI(api_key="x", base_url=twin.base_url, max_retries=0) as client:
            answer = client.chat.completions.create(model="a/b", messages=[{"role": "user", "content": "x"}])

    assert answer.choices is None


def test_pictures_are_drawn_and_edited(client: openai.OpenAI) -> None:
    drawn = client.images.generate(model="gpt-image-2", prompt="A fox", size="1024x1024", quality="low")
    pictures = [io.BytesIO(media.picture(64, 64, hue=n)) for n in range(2)]
    for number, picture in enumerate(pictures):
        picture.name = f"{number}.png"
    edited = client.images.edit(model="gpt-image-2", prompt="At night", image=pictures, size="1536x1024")

    assert drawn.data is not None
    assert drawn.data[0].b64_json
    assert edited.usage is not None
    assert edited.usage.input_tokens_details.image_tokens == 646


def test_lines_are_spoken_and_heard_again(client: openai.OpenAI) -> None:
    spoken = client.audio.speech.create(
        model="gpt-4o-mini-tts", input="The sea was calm.", voice="nova", response_format="wav"
    ).read()
    heard = client.audio.transcriptions.create(
        model="whisper-1",
        file=("line.wav", spoken),
        response_format="verbose_json",
        timestamp_granularities=["word"],
    )

    assert heard.words is not None
    assert [word.word for word in heard.words] == ["The", "sea", "was", "calm"]
    assert heard.duration == pytest.approx(17 * 0.06)


def test_the_clients_own_check_takes_the_twins_signature(client: openai.OpenAI) -> None:
    import time

    body = json.dumps({"id": "evt_1", "type": "response.completed", "created_at": 1, "data": {"id": "resp_1"}})
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    client.webhooks.verify_signature(body, signed(body.encode(), secret, "msg_1", time.time()), secret=secret)
    with pytest.raises(openai.InvalidWebhookSignatureError):
        forged = signed(body.encode(), secret, "msg_1", time.time(), "forged")
        client.webhooks.verify_signature(body, forged, secret=secret)
