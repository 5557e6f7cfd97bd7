"""Language models over OpenAI's protocol: what goes over the wire, and what each kind of answer becomes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generation.planning.schema import DOCUMENTS
from generation.prompts import instructions, plan_prompt
from generation.providers.base import (
    BadAnswer,
    BadKey,
    GoneModel,
    Invalid,
    NeedsSetup,
    OutOfCredit,
    ProviderError,
    RateLimited,
    Refused,
    TextRequest,
    Unavailable,
    Unconfirmed,
)
from generation.providers.openai.server import whole_address
from tests.generation.providers.openai_servers import SCHEMA, Counting, _connections, adapter
from tests.twins.openai import OpenAITwin

__all__ = ["_connections"]

DIALECTS = {
    "openai": "openai/gpt-6.1-terra",
    "openrouter": "openrouter/claude-sonnet-5.5",
    "anthropic": "anthropic/claude-sonnet-5-5",
    "gemini": "gemini/gemini-3.8-flash",
    "ollama": "ollama/llama3.2",
    "llamacpp": "llamacpp/loaded",
}


@pytest.fixture(params=sorted(DIALECTS))
def any_twin(request: pytest.FixtureRequest) -> Iterator[OpenAITwin]:
    with OpenAITwin(request.param) as twin:
        yield twin


@pytest.fixture
def twin() -> Iterator[OpenAITwin]:
    with OpenAITwin() as twin:
        yield twin


@pytest.fixture
def openrouter() -> Iterator[OpenAITwin]:
    with OpenAITwin("openrouter") as twin:
        yield twin


def ask(prompt: str = "Tell me about the sea.", schema: dict[str, Any] = SCHEMA) -> TextRequest:
    return TextRequest("sea", "You plan films.", prompt, schema, {}, seed=3)


def sent_body(twin: OpenAITwin) -> dict[str, Any]:
    (asked,) = twin.asked_for("POST", "/chat/completions")
    body: dict[str, Any] = asked.json
    return body


# --- Every server ----------------------------------------------------------------------------------


def test_every_server_gives_the_document_that_was_asked_for(any_twin: OpenAITwin, tmp_path: Path) -> None:
    answer = adapter(any_twin, DIALECTS[any_twin.dialect]).submit(ask(), tmp_path)

    document = json.loads(answer.path.read_text())
    assert answer.media_type == "application/json"
    assert set(document) == {"title", "mood", "seconds", "scenes"}


def test_every_server_plans_a_film_from_the_studios_own_words(any_twin: OpenAITwin, tmp_path: Path) -> None:
    material = {"source": "A fox and a crow argue about cheese.", "source_kind": "idea", "seconds": 30, "seed": 1}
    schema = DOCUMENTS["script"].model_json_schema()
    request = TextRequest("script", instructions("script"), plan_prompt(material), schema, material, 1)

    answer = adapter(any_twin, DIALECTS[any_twin.dialect]).submit(request, tmp_path)

    script = DOCUMENTS["script"].model_validate_json(answer.path.read_bytes())
    assert len(script.segments) > 5  # type: ignore[attr-defined]


def test_a_whole_film_is_planned_one_document_after_the_other(tmp_path: Path) -> None:
    def planned(task: str, **material: Any) -> Any:
        schema = DOCUMENTS[task].model_json_schema()
        request = TextRequest(task, instructions(task), plan_prompt(material), schema, material, 1)
        return DOCUMENTS[task].model_validate_json(model.submit(request, tmp_path).path.read_bytes()).model_dump()

    idea = "A lighthouse keeper who lies to her daughter about the war"
    voices = [{"key": sex, "name": "", "sex": sex, "age": "adult", "tone": ""} for sex in ("male", "female")]
    with OpenAITwin("anthropic") as twin:
        model = adapter(twin, "anthropic/claude-sonnet-5-5")
        script = planned("script", source=idea, source_kind="idea", seconds=30)
        cast = planned("cast", source=idea, source_kind="idea", script=script, voices=voices, known=[])
        scenes = planned("scenes", script=script, cast=cast)["scenes"]
        last = scenes[1]["first_segment"] if len(scenes) > 1 else len(script["segments"])
        told = script["segments"][:last]
        segments = [
            {**row, "index": n, "duration_ms": 2000, "words": len(row["text"].split())} for n, row in enumerate(told)
        ]
        place = next((row for row in cast["sets"] if row["name"] == scenes[0]["set"]), None)
        seen = {"scene": scenes[0], "segments": segments, "characters": cast["characters"], "set": place, "props": []}
        shots = planned("shots", **seen, previous=None, title="", opens=True, closes=False, mood="", style={})["shots"]

    assert cast["characters"]
    assert scenes[0]["first_segment"] == 0
    assert shots[0]["segment"] == 0
    assert all(shot["segment"] < last for shot in shots)


def test_what_we_say_it_cost_is_what_the_vendor_bills(any_twin: OpenAITwin, tmp_path: Path) -> None:
    answer = adapter(any_twin, DIALECTS[any_twin.dialect]).submit(ask(), tmp_path)

    assert (answer.cost_micros or 0) == any_twin.bill_micros


def test_a_server_on_this_machine_wants_no_key_and_costs_nothing(tmp_path: Path) -> None:
    counting = Counting()
    with OpenAITwin("llamacpp") as twin:
        adapter(twin, "llamacpp/loaded", key="").submit(ask(), tmp_path, counting.ticket())

    assert counting.sent == []
    assert twin.bill_micros == 0


def test_a_local_model_is_given_another_seed_with_each_attempt(tmp_path: Path) -> None:
    with OpenAITwin("ollama") as twin:
        model = adapter(twin, "ollama/llama3.2")
        model.submit(ask(), tmp_path, Counting().ticket())
        model.submit(ask(), tmp_path)

    seeds = [asked.json["seed"] for asked in twin.seen]
    assert len(set(seeds)) == 2


# --- The request -----------------------------------------------------------------------------------


def test_the_schema_that_is_sent_obeys_the_strict_rules(twin: OpenAITwin, tmp_path: Path) -> None:
    adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    body = sent_body(twin)
    wanted = body["response_format"]["json_schema"]
    assert (wanted["name"], wanted["strict"]) == ("sea", True)
    assert wanted["schema"]["required"] == ["title", "mood", "seconds", "scenes"]
    assert wanted["schema"]["additionalProperties"] is False
    assert "default" not in json.dumps(wanted["schema"])
    assert body["max_completion_tokens"] >= 16_000


def test_the_prompt_and_the_instructions_go_over_as_they_are(twin: OpenAITwin, tmp_path: Path) -> None:
    adapter(twin, "openai/gpt-6.1-terra").submit(ask("Größe – 大小"), tmp_path)

    assert sent_body(twin)["messages"] == [
        {"role": "system", "content": "You plan films."},
        {"role": "user", "content": "Größe – 大小"},
    ]


def test_openrouter_may_only_choose_hosts_that_keep_to_the_schema(openrouter: OpenAITwin, tmp_path: Path) -> None:
    adapter(openrouter, "openrouter/claude-sonnet-5.5").submit(ask(), tmp_path)

    (asked,) = openrouter.asked_for("POST", "/chat/completions")
    assert asked.json["provider"] == {"require_parameters": True}
    assert asked.json["model"] == "anthropic/claude-sonnet-5.5"
    assert asked.headers["X-Title"] == "SceneMe"


def test_a_server_that_ignores_schemas_is_told_it_in_words(tmp_path: Path) -> None:
    with OpenAITwin("anthropic") as twin:
        adapter(twin, "anthropic/claude-sonnet-5-5").submit(ask(), tmp_path)
        body = sent_body(twin)

    assert "response_format" not in body
    assert '"additionalProperties":false' in body["messages"][0]["content"]


def test_a_long_story_gets_room_for_a_long_answer(twin: OpenAITwin, tmp_path: Path) -> None:
    model = adapter(twin, "openai/gpt-6.1-terra")

    for words in (10, 6000, 60_000):
        model.submit(ask("word " * words), tmp_path)

    rooms = [asked.json["max_completion_tokens"] for asked in twin.seen]
    assert rooms[0] < 17_000
    assert 40_000 < rooms[1] < rooms[2] == 100_000


@pytest.mark.parametrize(
    ("entered", "used"),
    [
        ("localhost:11434", "http://localhost:11434/v1"),
        ("http://192.168.0.7:8080/", "http://192.168.0.7:8080/v1"),
        ("https://models.example/api/openai/", "https://models.example/api/openai"),
    ],
)
def test_an_address_without_a_path_gets_the_protocols(entered: str, used: str) -> None:
    assert whole_address(entered, "/v1") == used


# --- The answer ------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["fence", "prose", "commas", "think", "wrapped"])
def test_small_faults_of_form_are_forgiven(twin: OpenAITwin, tmp_path: Path, how: str) -> None:
    twin.knobs["answer"] = how

    answer = adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert set(json.loads(answer.path.read_text())) == {"title", "mood", "seconds", "scenes"}


@pytest.mark.parametrize("how", ["truncated", "not_json", "empty", "wrong_shape"])
def test_an_answer_that_is_no_document_is_a_bad_answer_with_its_price(
    twin: OpenAITwin, tmp_path: Path, how: str
) -> None:
    twin.knobs["answer"] = how

    with pytest.raises(BadAnswer) as raised:
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert raised.value.charged_micros == twin.bill_micros > 0
    assert len(twin.seen) == 1, "no second question is paid for"


def test_a_cut_off_answer_says_so(twin: OpenAITwin, tmp_path: Path) -> None:
    model = adapter(twin, "openai/gpt-6.1-terra", max_output_tokens=5)

    with pytest.raises(BadAnswer, match="cut off: it is longer than the 5 tokens"):
        model.submit(ask(), tmp_path)


@pytest.mark.parametrize(("how", "words"), [("refusal", "I can't help with that"), ("filter", "content_filter")])
def test_a_refusal_by_the_model_is_refused_with_its_words(
    twin: OpenAITwin, tmp_path: Path, how: str, words: str
) -> None:
    twin.knobs["answer"] = how

    with pytest.raises(Refused, match="turned this down") as raised:
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert words in raised.value.vendor_words
    assert raised.value.charged_micros == twin.bill_micros


# --- What goes wrong -------------------------------------------------------------------------------


def refusal(status: int, code: str | None, message: str) -> dict[str, Any]:
    return {"status": status, "body": {"error": {"message": message, "type": "x", "param": None, "code": code}}}


@pytest.mark.parametrize(
    ("fault", "meaning"),
    [
        (refusal(401, "invalid_api_key", "Incorrect API key provided"), BadKey),
        (refusal(403, None, "You are not allowed to sample from this model"), BadKey),
        (refusal(404, "model_not_found", "The model `x` does not exist"), GoneModel),
        (refusal(404, None, ""), NeedsSetup),
        (refusal(429, "rate_limit_exceeded", "Rate limit reached"), RateLimited),
        (refusal(429, "insufficient_quota", "You exceeded your current quota"), OutOfCredit),
        (refusal(400, "context_length_exceeded", "maximum context length is 128000 tokens"), Invalid),
        (refusal(422, None, "Invalid value"), Invalid),
        (refusal(400, "content_policy_violation", "Your request was rejected"), Refused),
        (refusal(503, None, "The engine is currently overloaded"), Unavailable),
        (refusal(529, None, "Overloaded"), Unavailable),
        (refusal(500, "server_error", "The server had an error"), Unconfirmed),
        ({"status": 524, "body": "error code: 524"}, Unconfirmed),
        ({"status": 503, "body": {"error": {"code": 503, "message": "Loading model"}}}, Unavailable),
        ({"status": 400, "body": {"error": {"message": "Your credit balance is too low"}}}, OutOfCredit),
        ({"status": 400, "body": [{"error": {"code": 400, "message": "API key not valid."}}]}, BadKey),
        ({"status": 402, "body": {"error": {"code": 402, "message": "Insufficient credits"}}}, OutOfCredit),
        ({"status": 404, "body": {"error": {"message": 'model "x" not found, try pulling it first'}}}, NeedsSetup),
    ],
)
def test_each_refusal_has_its_meaning(
    twin: OpenAITwin, tmp_path: Path, fault: dict[str, Any], meaning: type[ProviderError]
) -> None:
    twin.fail("answer", **fault)

    with pytest.raises(meaning) as raised:
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert type(raised.value) is meaning
    assert str(fault["status"]) in raised.value.vendor_words
    assert len(twin.seen) == 1
    assert twin.bill_micros == 0


def test_a_server_that_has_moved_is_told_of(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.fail("answer", status=301, headers={"Location": "https://elsewhere.example/v1/chat/completions"})

    with pytest.raises(NeedsSetup, match="has moved") as raised:
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert "elsewhere.example" in raised.value.vendor_words


def test_what_would_be_cut_off_again_is_not_bought_again(twin: OpenAITwin, tmp_path: Path) -> None:
    with pytest.raises(BadAnswer) as bought:
        adapter(twin, "openai/gpt-6.1-terra", max_output_tokens=5).submit(ask(), tmp_path)
    with OpenAITwin("ollama") as local, pytest.raises(BadAnswer) as free:
        adapter(local, "ollama/llama3.2", max_output_tokens=5).submit(ask(), tmp_path)

    assert bought.value.permanent
    assert not free.value.permanent


def test_we_wait_as_long_as_the_server_says(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.fail("answer", **refusal(429, None, "slow down"), headers={"Retry-After": "121"})

    with pytest.raises(RateLimited) as raised:
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert raised.value.retry_after_s == 121


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        ({"code": 502, "message": "Provider returned error", "metadata": {"raw": "upstream"}}, Unavailable),
        ({"code": 429, "message": "Rate limited upstream"}, RateLimited),
        ({"code": 403, "message": "Input was flagged", "metadata": {"reasons": ["violence"]}}, Refused),
        ({"code": 402, "message": "busy", "metadata": {"limit_source": "openrouter_in_flight_budget"}}, RateLimited),
        ({"code": 408, "message": "Timed out"}, Unavailable),
    ],
)
def test_an_error_inside_a_good_answer_is_an_error(
    openrouter: OpenAITwin, tmp_path: Path, error: dict[str, Any], meaning: type[ProviderError]
) -> None:
    openrouter.knobs["upstream_error"] = error

    with pytest.raises(meaning) as raised:
        adapter(openrouter, "openrouter/claude-sonnet-5.5").submit(ask(), tmp_path)

    assert type(raised.value) is meaning


def test_openrouters_empty_account_is_told_with_its_hint(openrouter: OpenAITwin, tmp_path: Path) -> None:
    openrouter.knobs["no_credit"] = True

    with pytest.raises(OutOfCredit) as raised:
        adapter(openrouter, "openrouter/claude-sonnet-5.5").submit(ask(), tmp_path)

    assert "openrouter.ai/credits" in raised.value.vendor_words


def test_a_lost_answer_is_unconfirmed_and_paid_once(twin: OpenAITwin, tmp_path: Path) -> None:
    twin.fail("drop_after")
    counting = Counting()

    with pytest.raises(Unconfirmed):
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path, counting.ticket())

    assert counting.sent == ["sent"]
    assert len(twin.charges) == 1


@pytest.mark.parametrize("kind", ["garbage", "truncate", "html_after"])
def test_an_answer_that_cannot_be_read_is_unconfirmed(twin: OpenAITwin, tmp_path: Path, kind: str) -> None:
    twin.fail(kind, status=502)

    with pytest.raises(Unconfirmed):
        adapter(twin, "openai/gpt-6.1-terra").submit(ask(), tmp_path)

    assert len(twin.seen) == 1


def test_a_lost_answer_of_a_local_server_may_simply_be_asked_again(tmp_path: Path) -> None:
    with OpenAITwin("llamacpp") as twin:
        twin.fail("drop_after")
        with pytest.raises(Unavailable) as raised:
            adapter(twin, "llamacpp/loaded", key="").submit(ask(), tmp_path)

    assert not isinstance(raised.value, Unconfirmed)
    assert len(twin.seen) == 1


def test_without_a_key_nothing_is_sent(twin: OpenAITwin, tmp_path: Path) -> None:
    with pytest.raises(NeedsSetup, match="key for OpenAI"):
        adapter(twin, "openai/gpt-6.1-terra", key="").submit(ask(), tmp_path)

    assert twin.seen == []


def test_the_key_is_never_among_the_words_of_an_error(twin: OpenAITwin, tmp_path: Path) -> None:
    with pytest.raises(BadKey) as raised:
        adapter(twin, "openai/gpt-6.1-terra", key="bad-key-of-a-user").submit(ask(), tmp_path)

    assert "bad-key-of-a-user" not in f"{raised.value} {raised.value.vendor_words}"
