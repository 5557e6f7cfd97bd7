"""From the form to the film: the studio as its owner starts it, with its worker, used in a browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import leave

ROOT = Path(__file__).resolve().parents[2]
MINUTES = 60_000

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture
def link(tmp_path: Path) -> Iterator[str]:
    """A running studio; the link that its first start prints."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "SCENEME_DATA": str(tmp_path),
        "SCENEME_PROCESSES": "2",
        "DATABASE_URL": "",
        "REDIS_URL": "",
    }
    command = [sys.executable, str(ROOT / "manage.py"), "studio", "--port", str(port)]
    studio = subprocess.Popen(
        command, env=environment, cwd=ROOT, text=True, stdout=subprocess.PIPE, start_new_session=True
    )
    assert studio.stdout is not None
    said = "".join(studio.stdout.readline() for _ in range(3))
    yield re.findall(r"Sign in once with (\S+)", said)[0]
    os.killpg(studio.pid, signal.SIGKILL)
    studio.communicate()


@pytest.fixture
def owner(chromium: Browser, link: str) -> Iterator[Page]:
    """The owner's browser, signed in by the link."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    page = context.new_page()
    page.goto(link)
    page.get_by_role("button").first.click()
    expect(page.get_by_label("What is your film about?")).to_be_visible()
    yield page
    leave(context)


def make(page: Page, idea: str) -> None:
    """Ask for a short film."""
    page.get_by_label("What is your film about?").fill(idea)
    page.get_by_label("15 s").check()
    page.get_by_role("button", name="Make the film").click()
    expect(page).to_have_url(re.compile(r"/films/\d+/$"))


def standing(page: Page) -> Locator:
    """The part of a film's page that says how the film stands."""
    return page.get_by_role("region", name="How it stands")


def test_two_films_asked_for_in_the_form_are_watched_reloaded_played_and_downloaded(
    owner: Page, chromium: Browser, link: str, tmp_path: Path
) -> None:
    make(owner, "a lighthouse keeper finds a letter")
    first = owner.url
    owner.goto("/".join(link.split("/")[:3]))
    make(owner, "a robot who learns to bake bread")

    # In the middle of it, both pages tell the truth after a reload.
    for url in (first, owner.url):
        owner.goto(url)
        expect(owner.locator("body")).to_contain_text("Script")
        expect(standing(owner).get_by_text("Finished")).to_have_count(0)

    for url in (first, owner.url):
        owner.goto(url)
        expect(standing(owner).get_by_text("Finished")).to_be_visible(timeout=4 * MINUTES)
        assert owner.evaluate(
            """async () => {
                const video = document.querySelector("video[controls]");
                video.muted = true;
                await video.play();
                await new Promise(done => setTimeout(done, 1500));
                return video.currentTime > 0.5 && video.videoWidth === 1280;
            }"""
        )
        with owner.expect_download() as waiting:
            owner.get_by_role("link", name=re.compile("Film")).filter(has_text="MP4").click()
        saved = tmp_path / "saved.mp4"
        waiting.value.save_as(saved)
        with av.open(str(saved)) as film:
            assert {stream.type for stream in film.streams} == {"video", "audio"}
            assert 12_000_000 < (film.duration or 0) < 20_000_000


def test_the_link_lets_one_person_in_once(owner: Page, chromium: Browser, link: str) -> None:
    stranger = chromium.new_context().new_page()

    stranger.goto(link)

    expect(stranger.get_by_label("What is your film about?")).to_have_count(0)
    expect(stranger.locator("body")).to_contain_text("This link is spent.")
    stranger.context.close()
