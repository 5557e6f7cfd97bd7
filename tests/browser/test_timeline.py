"""The timeline in a real browser: it plays, stays in step, goes by frame, and is cut by hand and by keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from entities.services import library_of
from generation.models import Job, Slot
from projects.models import Project, Shot
from tests.factories import JobFactory, RunFactory
from tests.generation.cut_film import LINE_MS, WORD_MS, cut_film, shots_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE = {"width": 360, "height": 740}
RATE = 24
IN_STEP_MS = 80


@pytest.fixture
def film(person: User) -> Project:
    """Six shots in two scenes, the fourth without a clip."""
    return cut_film(library_of(person), shots=6, scenes=2, without=(3,))


def opened(page: Page, film: Project, query: str = "") -> Page:
    """The film's timeline, ready to play."""
    page.goto(f"/films/{film.pk}/cut/{query}")
    expect(page.locator(".tl.is-ready")).to_be_visible()
    return page


def ask(page: Page, question: str) -> Any:
    """Ask the timeline about itself."""
    return page.evaluate(f"window.sceneTimeline.{question}")


def wait_until(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {{ const timeline = window.sceneTimeline; return {condition}; }}")


def edge(page: Page, shot: Shot) -> Locator:
    return page.locator(f"[data-edge='{shot.pk}']")


def drag(page: Page, handle: Locator, by: float) -> None:
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by / 2, y, steps=3)
    page.mouse.move(x + by, y, steps=3)
    page.mouse.up()


# --- Playing ----------------------------------------------------------------------------------------


def test_it_plays_from_shot_to_shot_in_step_with_the_sound(studio: Page, film: Project) -> None:
    page = opened(studio, film)

    page.get_by_role("button", name="Play", exact=True).click()
    wait_until(page, "timeline.time() > 4.8")

    assert ask(page, "measured()") > 30
    assert ask(page, "worst()") <= IN_STEP_MS
    seen = page.locator(".tl-layer.is-seen.has-picture")
    expect(seen).to_have_attribute("data-shot", str(shots_of(film)[2].pk))


def test_space_plays_and_stops_on_a_frame(studio: Page, film: Project) -> None:
    page = opened(studio, film)

    page.keyboard.press("Space")
    wait_until(page, "timeline.time() > 0.5")
    page.keyboard.press("Space")

    stopped = ask(page, "time()")
    assert ask(page, "isPlaying()") is False
    assert stopped * RATE == pytest.approx(round(stopped * RATE), abs=1e-6)
    expect(page.locator("[data-timecode]")).to_have_text(f"00:00:00:{ask(page, 'frame()'):02}")


def test_it_starts_at_once(studio: Page, film: Project) -> None:
    page = opened(studio, film)

    page.keyboard.press("Space")
    wait_until(page, "timeline.isPlaying()")

    assert ask(page, "startedIn()") < 1000


def test_it_plays_without_any_sound(studio: Page, film: Project) -> None:
    studio.add_init_script(
        "delete window.AudioContext; delete window.webkitAudioContext; window.AudioContext = undefined;"
    )
    page = opened(studio, film)

    page.keyboard.press("Space")
    wait_until(page, "timeline.time() > 2.4")

    assert ask(page, "isAudible()") is False
    assert ask(page, "worst()") <= IN_STEP_MS


def test_it_ends_at_the_end_and_begins_again(studio: Page, film: Project) -> None:
    page = opened(studio, film)

    page.keyboard.press("End")
    last = ask(page, "frame()")
    page.keyboard.press("Space")
    wait_until(page, "timeline.isPlaying()")

    assert last == ask(page, "player.cut.frames") - 1
    assert ask(page, "time()") < 1


def test_keys_go_by_frame_and_second_and_shot(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    frames = []

    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "ArrowLeft", "Shift+ArrowLeft", "Home", "ArrowDown"):
        page.keyboard.press(key)
        frames.append(ask(page, "frame()"))

    assert frames == [1, 2, 26, 25, 1, 0, LINE_MS * RATE // 1000]


def test_j_k_and_l_shuttle(studio: Page, film: Project) -> None:
    page = opened(studio, film)

    page.keyboard.press("l")
    page.keyboard.press("l")
    wait_until(page, "timeline.player.clock.speed === 2 && timeline.time() > 2")
    page.keyboard.press("k")
    stopped = ask(page, "time()")
    page.keyboard.press("j")
    wait_until(page, f"timeline.time() < {stopped} - 0.3")

    assert ask(page, "player.clock.speed") == -1


def test_the_picture_that_stands_is_the_one_of_its_frame(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    first, second = shots_of(film)[:2]
    cut = LINE_MS * RATE // 1000

    page.evaluate(f"window.sceneTimeline.player.seek({(cut - 1) / RATE + 0.001})")
    expect(page.locator(".tl-layer.is-seen")).to_have_attribute("data-shot", str(first.pk))
    page.keyboard.press("ArrowRight")

    expect(page.locator(".tl-layer.is-seen")).to_have_attribute("data-shot", str(second.pk))


def test_captions_stand_where_they_are_burned_with_the_spoken_word_lit(studio: Page, film: Project) -> None:
    film.caption_style = "word"
    film.save()
    page = opened(studio, film)

    page.evaluate("window.sceneTimeline.player.seek(1.2)")

    expect(page.locator(".tl-captions")).to_have_text("The lamp goes out.")
    expect(page.locator(".tl-word.is-lit")).to_have_text("goes")
    page.get_by_role("button", name="Captions").click()
    expect(page.locator(".tl-captions")).to_be_empty()


def test_missing_clips_are_seen_on_the_stage_and_on_the_track(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    missing = shots_of(film)[3]

    page.locator(f".tl-shot[data-shot='{missing.pk}']").click()

    expect(page.locator(f".tl-shot[data-shot='{missing.pk}']")).to_contain_text("No clip")
    expect(page.locator(".tl-layer.is-seen .tl-slate")).to_contain_text("No clip yet")
    expect(page.get_by_role("complementary", name="The chosen shot")).to_contain_text("No clip")


def test_a_clip_that_cannot_be_played_is_a_slate_and_the_film_goes_on(studio: Page, film: Project) -> None:
    studio.route(
        "**/media/**/*.mp4", lambda route: route.fulfill(status=200, content_type="video/mp4", body=b"no film")
    )
    page = opened(studio, film)

    expect(page.locator(".tl-layer.is-seen .tl-slate")).to_contain_text("This clip cannot be played")
    page.keyboard.press("Space")
    wait_until(page, "timeline.time() > 0.3")


@pytest.mark.parametrize(("kind", "sign"), [("dissolve", "opacity"), ("wipe", "clip-path")])
def test_a_shot_comes_over_the_one_before_it(studio: Page, film: Project, kind: str, sign: str) -> None:
    Shot.objects.filter(pk=shots_of(film)[1].pk).update(transition=kind)
    page = opened(studio, film)

    page.evaluate(f"window.sceneTimeline.player.seek({LINE_MS / 1000} + 4.5 / {RATE})")

    seen = page.locator(".tl-layer.is-seen")
    expect(seen).to_have_count(2)
    styles = seen.evaluate_all(f"layers => layers.map(layer => layer.style.getPropertyValue('{sign}'))")
    assert len(set(styles)) == 2


def test_a_dip_goes_through_black_on_both_sides_of_the_cut(studio: Page, film: Project) -> None:
    Shot.objects.filter(pk=shots_of(film)[1].pk).update(transition="dip")
    page = opened(studio, film)
    dark = []

    for frame in (-20, -2, 1, 20):
        page.evaluate(f"window.sceneTimeline.player.seek({LINE_MS / 1000} + {frame + 0.5} / {RATE})")
        dark.append(float(page.locator("[data-dip]").evaluate("dip => getComputedStyle(dip).opacity")))

    assert dark[0] == dark[3] == 0
    assert min(dark[1:3]) > 0.5


# --- Cutting -----------------------------------------------------------------------------------------


def test_an_edge_is_dragged_to_a_word_and_taken_back(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    second = shots_of(film)[1]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()

    drag(page, edge(page, second), ask(page, "player.tracks.px") * WORD_MS / 1000 + 2)

    expect(page.locator(".tl-says")).to_contain_text("begins here now")
    second.refresh_from_db()
    assert (second.from_word, second.lead_ms) == (1, 0)
    expect(edge(page, second)).to_have_attribute("aria-valuenow", str((LINE_MS + WORD_MS) * RATE // 1000))
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".tl-says")).to_contain_text("Taken back")
    second.refresh_from_db()
    assert (second.from_word, second.lead_ms) == (0, 0)


def test_the_rest_of_the_page_says_what_a_trim_has_put_out_of_date(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    stamp = page.locator("#cutnow").get_attribute("data-cut")
    second = shots_of(film)[1]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()

    drag(page, edge(page, second), -30)

    expect(page.locator("#cutnow")).not_to_have_attribute("data-cut", stamp or "")


def test_what_changed_elsewhere_appears_by_itself(studio: Page, film: Project) -> None:
    RunFactory.create(project=film)
    page = opened(studio, film)
    second = shots_of(film)[1]

    Shot.objects.filter(pk=second.pk).update(from_word=1)
    JobFactory.create(slot=Slot.objects.get(shot=second, role=Slot.Role.CLIP), state=Job.State.RUNNING)

    shown = page.locator(f".tl-shot[data-shot='{second.pk}']")
    expect(shown).to_contain_text("In the making", timeout=12_000)
    assert ask(page, f"player.cut.shotOf({second.pk}).start") == (LINE_MS + WORD_MS) * RATE // 1000


def test_changes_are_taken_back_one_after_the_other(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    second, third = shots_of(film)[1:3]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()
    for shot in (second, third):
        drag(page, edge(page, shot), -20)
        expect(page.locator(".tl:not(.is-saving) .tl-says")).to_contain_text(f"1.{shot.position + 1} begins here now")

    for _ in range(2):
        page.keyboard.press("Control+z")
        expect(page.locator(".tl:not(.is-saving) .tl-says")).to_contain_text("Taken back")
        page.locator(".tl-says").evaluate("box => box.replaceChildren()")

    leads = [shot.lead_ms for shot in shots_of(film)[1:3]]
    assert leads == [0, 0]


def test_an_edge_is_moved_with_keys(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    second = shots_of(film)[1]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()

    edge(page, second).focus()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowLeft", "Shift+ArrowRight"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")

    expect(page.locator(".tl-says")).to_contain_text("begins here now")
    second.refresh_from_db()
    assert second.lead_ms == pytest.approx(7 * 1000 / RATE, abs=1) or second.from_word == 1
    expect(edge(page, second)).to_have_attribute("aria-valuenow", str(LINE_MS * RATE // 1000 + 7))
    expect(edge(page, second)).to_be_focused()


def test_escape_lets_go_of_an_edge(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    second = shots_of(film)[1]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()
    was = edge(page, second).get_attribute("aria-valuenow")

    edge(page, second).focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")

    assert edge(page, second).get_attribute("aria-valuenow") == was


def test_another_part_of_a_clip_is_chosen(studio: Page, film: Project) -> None:
    second = shots_of(film)[1]
    page = opened(studio, film, f"?shot={second.pk}")

    slider = page.get_by_label("Which part of the clip is seen")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")

    expect(page.locator(".tl-says")).to_contain_text("shows another part")
    second.refresh_from_db()
    assert second.clip_in_ms > 0


def test_a_change_that_is_lost_on_the_way_is_taken_back_and_said(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    second = shots_of(film)[1]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()
    was = edge(page, second).get_attribute("aria-valuenow")
    page.route("**/trim/", lambda route: route.abort())

    drag(page, edge(page, second), -30)

    expect(page.locator(".tl-says")).to_contain_text("nothing was changed")
    expect(edge(page, second)).to_have_attribute("aria-valuenow", was or "")


def test_what_somebody_else_has_trimmed_is_shown(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    second = shots_of(film)[1]
    page.locator(f".tl-shot[data-shot='{second.pk}']").click()
    Shot.objects.filter(pk=second.pk).update(from_word=2)

    drag(page, edge(page, second), -30)

    expect(page.locator(".tl-says")).to_contain_text("Somebody else has moved this cut")
    expect(edge(page, second)).to_have_attribute("aria-valuenow", str((LINE_MS + 2 * WORD_MS) * RATE // 1000))


def test_a_chosen_shot_is_an_address(studio: Page, film: Project) -> None:
    third = shots_of(film)[2]
    page = opened(studio, film)

    page.locator(f".tl-shot[data-shot='{third.pk}']").click()
    page.reload()
    expect(page.locator(".tl.is-ready")).to_be_visible()

    panel = page.get_by_role("complementary", name="The chosen shot")
    expect(panel).to_contain_text("Shot 1.3")
    expect(panel.get_by_role("link", name="Clip")).to_have_attribute("href", f"/films/{film.pk}/clips/?shot={third.pk}")


# --- Room and size -----------------------------------------------------------------------------------


def test_zoom_keeps_the_playhead_in_view(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    page.keyboard.press("End")

    for _ in range(6):
        page.keyboard.press("+")

    head, view = (page.locator(name).bounding_box() for name in (".tl-playhead", ".tl-scroll"))
    assert head is not None
    assert view is not None
    assert view["x"] <= head["x"] + head["width"] / 2 <= view["x"] + view["width"]
    page.get_by_role("button", name="Whole film").click()
    assert page.locator(".tl-scroll").evaluate("view => view.scrollWidth <= view.clientWidth + 1")


def test_the_playhead_is_dragged(studio: Page, film: Project) -> None:
    page = opened(studio, film)
    px, pad = ask(page, "player.tracks.px"), 20

    page.locator(".tl-row.is-ruler").click(position={"x": pad + 3 * px, "y": 10})

    assert ask(page, "time()") == pytest.approx(3, abs=0.1)
    expect(page.get_by_role("slider", name="Playhead")).to_be_focused()


def test_a_phone_has_the_player_on_top_and_no_sideways_scrolling(studio: Page, film: Project) -> None:
    studio.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page = opened(studio, film)
    second = shots_of(film)[1]

    page.locator(f".tl-shot[data-shot='{second.pk}']").click()

    stage, tracks = (page.locator(name).bounding_box() for name in (".tl-stage", ".tl-tracks"))
    assert stage is not None
    assert tracks is not None
    assert stage["y"] < tracks["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.fixture
def touch(chromium: Browser, live_server: LiveServer, studio: Page) -> Iterator[Page]:
    """The studio on a device with fingers."""
    context = chromium.new_context(base_url=live_server.url, viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    context.add_cookies(studio.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    yield page
    context.close()  # the page beside it is still open: what was asked is waited for once that is closed too


def test_a_finger_finds_the_edges_of_the_chosen_shot(touch: Page, film: Project) -> None:
    page = opened(touch, film)
    second = shots_of(film)[1]

    page.locator(f".tl-shot[data-shot='{second.pk}']").tap()

    box = edge(page, second).bounding_box()
    assert box is not None
    assert box["width"] >= 44


def test_a_film_of_120_shots_is_ready_and_plays_within_a_second(studio: Page, person: User) -> None:
    film = cut_film(library_of(person), shots=120, scenes=12)
    opened(studio, film)
    page = opened(studio, film)

    page.keyboard.press("Space")
    wait_until(page, "timeline.isPlaying()")

    assert ask(page, "player.cut.shots.length") == 120
    assert ask(page, "startedIn()") < 1000
    assert page.locator(".tl-scroll *").count() < 1200


def test_a_film_that_is_looked_at_only_has_no_edges(studio: Page, film: Project) -> None:
    def locked(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "may_edit": False})

    studio.route("**/cut/timeline/", locked)
    page = opened(studio, film)

    expect(page.get_by_role("slider", name="Beginning of shot 1.2")).to_have_count(0)
