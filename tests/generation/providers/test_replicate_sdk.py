"""Replicate's own client against our twin: a twin that it cannot talk to is no twin."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from replicate.client import Client
from replicate.exceptions import ReplicateError
from replicate.webhook import Webhooks

from tests.twins.replicate import ReplicateTwin


@pytest.fixture
def twin() -> Iterator[ReplicateTwin]:
    with ReplicateTwin() as server:
        assert isinstance(server, ReplicateTwin)
        server.knobs.update(shrink=8, seconds=0.1)
        yield server


@pytest.fixture
def sdk(twin: ReplicateTwin) -> Iterator[Client]:
    client = Client(api_token="r8_key", base_url=twin.url)
    client.poll_interval = 0.02
    yield client
    client._client.close()


def test_the_client_makes_a_prediction_and_waits_for_it(twin: ReplicateTwin, sdk: Client) -> None:
    prediction = sdk.predictions.create(
        version="black-forest-labs/flux-2-pro", input={"prompt": "a lamp", "output_format": "png"}
    )

    begun = str(prediction.status)
    prediction.wait()

    assert (begun, str(prediction.status)) == ("starting", "succeeded")
    assert str(prediction.output).startswith(twin.url)
    assert sdk.predictions.get(prediction.id).metrics == {"total_time": 0.1}


def test_the_client_runs_an_official_model_with_a_file(twin: ReplicateTwin, sdk: Client) -> None:
    output = sdk.run(
        "bytedance/seedream-4",
        input={"prompt": "a lamp", "image_input": [io.BytesIO(b"\x89PNG")]},
        use_file_output=False,
    )

    assert isinstance(output, list)
    assert output[0].startswith(twin.url)
    assert len(twin.files) == 1


def test_the_client_lists_cancels_and_knows_its_account(twin: ReplicateTwin, sdk: Client) -> None:
    twin.knobs["seconds"] = 60
    made = sdk.models.predictions.create(model=("google", "veo-3.1-fast"), input={"prompt": "a lamp"})

    cancelled = sdk.predictions.cancel(made.id)

    assert cancelled.status == "canceled"
    assert [row.id for row in sdk.predictions.list()] == [made.id]
    assert sdk.accounts.current().username == "twin"
    assert sdk.models.get("bytedance/latentsync").name == "latentsync"


def test_the_client_understands_the_twins_refusals(twin: ReplicateTwin, sdk: Client) -> None:
    with pytest.raises(ReplicateError) as wrong:
        sdk.predictions.create(version="google/veo-3.1", input={"prompt": "a lamp", "duration": 5})
    twin.knobs["credit"] = "out"
    with pytest.raises(ReplicateError) as broke:
        sdk.predictions.create(version="google/veo-3.1", input={"prompt": "a lamp"})

    assert (wrong.value.status, broke.value.status) == (422, 402)


def test_the_client_believes_the_twins_signature(twin: ReplicateTwin, sdk: Client) -> None:
    body = '{"id": "p1"}'
    headers = twin.signed(body.encode(), "msg_1", twin.now())
    secret = sdk.webhooks.default.secret()

    Webhooks.validate(
        headers={name.lower(): value for name, value in headers.items()}, body=body, secret=secret, tolerance=300
    )

    assert secret.key.startswith("whsec_")
