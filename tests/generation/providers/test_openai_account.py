"""What a server says of a key, and messages that it signs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generation.providers.base import Access, Account, BadKey, Forged, NeedsSetup, Unavailable
from generation.providers.openai.account import look
from generation.providers.openai.webhooks import verify
from tests.generation.providers.openai_servers import access_to
from tests.twins.openai import OpenAITwin
from tests.twins.openai_rules import signed

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
BODY = json.dumps({"type": "response.completed", "data": {"id": "resp_12"}}).encode()
NOW = 1_795_000_000.0
LISTENING = Access("openai", secrets={"webhook": SECRET})


def test_openrouter_tells_the_keys_name_and_what_is_left_of_its_limit() -> None:
    with OpenAITwin("openrouter") as twin:
        twin.knobs["limit"] = 100
        account = look(access_to(twin, "openrouter"))

    assert account == Account("sk-or-v1-au7...890", "$100.00 of this key's limit of $100.00")


def test_openrouter_tells_what_is_left_to_a_key_that_may_ask() -> None:
    with OpenAITwin("openrouter") as twin:
        twin.knobs["management_key"] = True
        twin.charge("x", 1_250_000, "earlier")
        account = look(access_to(twin, "openrouter"))

    assert account.balance == "$98.75"


def test_nothing_is_made_up_where_the_key_may_not_ask() -> None:
    with OpenAITwin("openrouter") as twin:
        account = look(access_to(twin, "openrouter"))

    assert account == Account("sk-or-v1-au7...890", "")


@pytest.mark.parametrize("vendor", ["openai", "anthropic", "gemini", "ollama", "llamacpp"])
def test_the_others_only_say_that_they_accept_the_key(vendor: str) -> None:
    with OpenAITwin(vendor) as twin:
        account = look(access_to(twin, vendor))

    assert account == Account()


@pytest.mark.parametrize("vendor", ["openai", "openrouter", "anthropic", "gemini"])
def test_a_key_that_is_not_accepted_is_a_bad_key(vendor: str) -> None:
    with OpenAITwin(vendor) as twin, pytest.raises(BadKey):
        look(access_to(twin, vendor, key="bad"))


def test_a_missing_key_is_asked_for() -> None:
    with OpenAITwin() as twin, pytest.raises(NeedsSetup):
        look(access_to(twin, "openai", key=""))


def test_a_server_that_is_not_there_is_unavailable() -> None:
    with OpenAITwin("ollama") as twin:
        access = access_to(twin, "ollama")

    with pytest.raises(Unavailable, match="Ollama cannot be reached"):
        look(access)


# --- Messages --------------------------------------------------------------------------------------


def test_a_signed_message_tells_which_job_it_is_about() -> None:
    delivery = verify(BODY, signed(BODY, SECRET, "msg_1", NOW), LISTENING, NOW + 299)

    assert (delivery.delivery_id, delivery.provider_job_id) == ("msg_1", "resp_12")


def test_one_good_signature_among_several_is_enough() -> None:
    headers = signed(BODY, SECRET, "msg_1", NOW)
    headers["webhook-signature"] = f"v1,AAAA v2,zzz {headers['webhook-signature']}"

    assert verify(BODY, headers, LISTENING, NOW).delivery_id == "msg_1"


def test_a_secret_without_its_prefix_is_used_as_it_is() -> None:
    plain = replace(LISTENING, secrets={"webhook": "plain secret"})

    assert verify(BODY, signed(BODY, "plain secret", "msg_1", NOW), plain, NOW).delivery_id == "msg_1"


@pytest.mark.parametrize(
    ("body", "headers", "access"),
    [
        (BODY, signed(BODY, SECRET, "msg_1", NOW, "forged"), LISTENING),
        (BODY, signed(BODY, SECRET, "msg_1", NOW, "stale"), LISTENING),
        (BODY, signed(BODY, SECRET, "msg_1", NOW + 3600), LISTENING),
        (BODY + b" ", signed(BODY, SECRET, "msg_1", NOW), LISTENING),
        (BODY, signed(BODY, "another", "msg_1", NOW), LISTENING),
        (BODY, {}, LISTENING),
        (BODY, {**signed(BODY, SECRET, "msg_1", NOW), "webhook-timestamp": "soon"}, LISTENING),
        (BODY, signed(BODY, "", "msg_1", NOW), Access("openai")),
        (BODY, signed(BODY, SECRET, "msg_1", NOW), Access("openai", secrets={"webhook": "whsec_?"})),
    ],
)
def test_anything_else_is_forged(body: bytes, headers: Mapping[str, str], access: Access) -> None:
    with pytest.raises(Forged):
        verify(body, headers, access, NOW)
