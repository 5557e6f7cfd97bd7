"""fal's own client against our twin: a twin that it cannot talk to is no twin."""

from __future__ import annotations

from collections.abc import Iterator

import fal_client
import httpx
import pytest

from tests.twins.fal import FalTwin


@pytest.fixture
def twin() -> Iterator[FalTwin]:
    with FalTwin() as server:
        assert isinstance(server, FalTwin)
        server.knobs.update(shrink=8, seconds=0.1)
        yield server


@pytest.fixture
def sdk(twin: FalTwin, monkeypatch: pytest.MonkeyPatch) -> Iterator[fal_client.SyncClient]:
    for name, url in {
        "QUEUE_URL_FORMAT": f"{twin.url}/",
        "RUN_URL_FORMAT": f"{twin.url}/run/",
        "REST_URL": twin.url,
        "CDN_URL": twin.url,
    }.items():
        monkeypatch.setattr(fal_client.client, name, url)
    opened: list[httpx.Client] = []
    make = fal_client.SyncClient._get_cdn_client

    def made(client: fal_client.SyncClient) -> httpx.Client:
        # It never closes the connections that it makes for uploads.
        opened.append(make(client))
        return opened[-1]

    monkeypatch.setattr(fal_client.SyncClient, "_get_cdn_client", made)
    client = fal_client.SyncClient(key="key:secret")
    yield client
    for connection in (client._client, *opened):
        connection.close()


def test_the_client_submits_watches_and_gets(twin: FalTwin, sdk: fal_client.SyncClient) -> None:
    handle = sdk.submit("fal-ai/flux-2-pro", {"prompt": "a lamp"}, webhook_url=None)

    states = [type(event).__name__ for event in handle.iter_events(with_logs=True, interval=0.02)]
    result = handle.get()

    assert states[-1] == "Completed"
    assert {"Queued", "InProgress"} & set(states[:-1])
    assert result["images"][0]["url"].startswith(twin.url)


def test_the_client_uploads_with_a_pass(twin: FalTwin, sdk: fal_client.SyncClient) -> None:
    url = sdk.upload(b"\x89PNG", "image/png", "lamp.png")

    assert url.startswith(f"{twin.url}/files/b/")
    assert list(twin.files.values()) == [(b"\x89PNG", "image/png")]


def test_the_client_runs_at_once_and_cancels(twin: FalTwin, sdk: fal_client.SyncClient) -> None:
    result = sdk.run("fal-ai/flux-2/edit", {"prompt": "a lamp", "image_urls": ["https://example.com/a.png"]})
    twin.knobs["seconds"] = 60
    handle = sdk.submit("fal-ai/flux-2-pro", {"prompt": "a lamp"})

    handle.cancel()

    assert result["images"]
    status = handle.status()
    assert isinstance(status, fal_client.Completed)
    assert status.error_type == "client_cancelled"


def test_the_client_understands_the_twins_refusals(twin: FalTwin, sdk: fal_client.SyncClient) -> None:
    with pytest.raises(fal_client.FalClientHTTPError) as wrong:
        sdk.subscribe("fal-ai/qwen-image-2/pro/edit", {"prompt": "a", "image_urls": ["https://example.com/a.png"] * 4})
    twin.knobs["credit"] = "out"
    with pytest.raises(fal_client.FalClientHTTPError) as broke:
        sdk.submit("fal-ai/flux-2-pro", {"prompt": "a lamp"})

    assert (wrong.value.status_code, broke.value.status_code) == (422, 403)
    assert "list_too_long" in str(wrong.value.message)
    assert "Exhausted balance" in broke.value.message
