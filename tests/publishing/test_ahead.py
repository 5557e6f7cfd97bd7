"""A head start: the film is there before its time, and until then it can be cancelled, moved and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from publishing import services
from publishing.models import Publication, PublishingRules
from publishing.services import ahead, working
from publishing.services.posting import Errand
from publishing.views import state_words
from tests.factories import UserFactory
from tests.publishing.engine import Engine, running

pytestmark = pytest.mark.django_db
State = Publication.State


@pytest.fixture
def engine() -> Iterator[Engine]:
    """A studio whose platform keeps no schedules."""
    with running(keeps_schedule=False) as made:
        yield made


def ready(engine: Engine, *, in_s: float = 300) -> Publication:
    """One that is at its platform, and waits for its time."""
    publication = engine.studio.publication(in_s=in_s)
    while not services.is_ready(engine.again(publication)):
        engine.work(rounds=1)
        assert publication.scheduled_at is not None
        assert engine.clock.now() < publication.scheduled_at
    return publication


def at(publication: Publication) -> datetime:
    """Return its time."""
    publication.refresh_from_db()
    assert publication.scheduled_at is not None
    return publication.scheduled_at


def made_at(engine: Engine) -> list[datetime]:
    """Return when each post was made."""
    return [datetime.fromtimestamp(post.made, tz=engine.clock.now().tzinfo) for post in engine.twin.posts]


def test_the_film_is_there_before_its_time_and_is_posted_at_it(engine: Engine) -> None:
    publication = ready(engine)
    sent_bytes, before = publication.sent_bytes, len(engine.twin.posts)

    engine.work(rounds=8)

    assert before == 0 and sent_bytes > 0.8 * len(engine.studio.content)
    assert engine.again(publication).state == State.LIVE
    assert timedelta(0) <= made_at(engine)[0] - at(publication) < timedelta(seconds=11)


def test_a_larger_film_begins_earlier_but_never_ten_minutes_before(engine: Engine) -> None:
    begins = {}
    for size in (1_000_000, 200_000_000, 50_000_000_000):
        publication = engine.studio.publication(in_s=3600)
        assert publication.rendition is not None
        asset = publication.rendition.take.asset
        asset.size = size
        begin = ahead.begins_at(publication, services.spec_of(publication.channel.platform))
        assert begin is not None
        begins[size] = (at(publication) - begin).total_seconds()

    assert list(begins.values()) == [30.5, 130, 600]


def test_one_that_is_far_from_its_time_is_left_alone(engine: Engine) -> None:
    publication = engine.studio.publication(in_s=300)

    engine.work(rounds=20)

    assert engine.again(publication).state == State.SCHEDULED
    assert engine.twin.sessions == {}


def test_the_calendar_says_that_it_is_ahead(engine: Engine) -> None:
    publication = engine.studio.publication(in_s=20)
    publication.move_to(State.STARTING, not_before=engine.clock.now())
    uploading = state_words.state_of(publication)

    engine.work(rounds=1, step_s=1)

    assert uploading == ("working", "Uploading ahead of its time", "works")
    assert state_words.state_of(engine.again(publication)) == ("waiting", "Uploaded, waits for its time", "waits")
    assert {"edit", "reschedule", "publish_now", "cancel"} <= set(services.what_may_be_done(publication))


def test_one_whose_time_passes_while_the_studio_is_off_is_asked_about_not_posted_hours_late(engine: Engine) -> None:
    publication = ready(engine)

    engine.clock.pass_time(3600)
    engine.work(rounds=10)

    assert engine.again(publication).state == State.MISSED
    assert engine.twin.posts == []


def test_one_that_is_there_already_can_be_cancelled(engine: Engine) -> None:
    publication = ready(engine)

    services.cancel(publication, by_id=None)
    engine.work(rounds=30)

    assert engine.again(publication).state == State.CANCELLED
    assert engine.twin.posts == []


def test_moved_to_later_it_keeps_its_upload_and_waits(engine: Engine) -> None:
    publication = ready(engine)
    later = at(publication) + timedelta(hours=2)

    outcome = services.reschedule(publication, later, by_id=None)
    engine.work(rounds=30)
    before = len(engine.twin.posts)
    engine.work(rounds=28, step_s=300)

    assert outcome.is_done and before == 0
    assert engine.again(publication).state == State.LIVE
    assert len(engine.twin.sessions) == 1
    assert made_at(engine)[0] >= later


def test_moved_to_now_it_goes_out_at_once(engine: Engine) -> None:
    publication = ready(engine)

    services.publish_now(publication, by_id=None)
    engine.messages.deliver_all()

    assert len(engine.twin.posts) == 1
    assert len(engine.twin.sessions) == 1


def test_moved_beyond_the_life_of_its_upload_it_begins_anew_before_its_time(engine: Engine) -> None:
    publication = ready(engine)
    later = at(publication) + timedelta(days=3)

    services.reschedule(publication, later, by_id=None)
    moved = engine.again(publication).state
    engine.work(rounds=2)
    engine.clock.moment = later - timedelta(minutes=2)
    engine.work(rounds=20)

    assert moved == State.SCHEDULED
    assert engine.again(publication).state == State.LIVE
    assert [len(engine.twin.sessions), len(engine.twin.posts)] == [2, 1]
    assert made_at(engine)[0] >= later


def test_a_text_that_is_changed_ahead_is_the_one_that_goes_out(engine: Engine) -> None:
    publication = ready(engine)

    services.change_draft(publication, by_id=None, text={**publication.text, "title": "Another lamp"})
    services.change_draft(publication, by_id=None, text={**publication.text, "title": "The last lamp"})
    engine.work(rounds=12)

    assert engine.again(publication).state == State.LIVE
    assert [post.title for post in engine.twin.posts] == ["The last lamp"]
    assert len(engine.twin.sessions) == 2


def test_however_often_it_is_changed_it_goes_out(engine: Engine) -> None:
    publication = engine.studio.publication(in_s=590)
    assert publication.rendition is not None
    asset = publication.rendition.take.asset
    type(asset).objects.filter(pk=asset.pk).update(size=2_000_000_000)

    for number in range(8):
        engine.work(rounds=4)
        publication = engine.again(publication)
        services.change_draft(publication, by_id=None, text={**publication.text, "title": f"Lamp {number}"})
    engine.work(rounds=60)

    assert engine.again(publication).state == State.LIVE, publication.error_detail
    assert [post.title for post in engine.twin.posts] == ["Lamp 7"]


def test_an_approval_is_worth_nothing_when_the_text_is_changed_ahead(engine: Engine) -> None:
    PublishingRules.objects.create(library=engine.studio.library, wants_approval=True)
    publication = ready(engine)
    publication.keep(approved_by=UserFactory.create(), approved_at=engine.clock.now())

    services.change_draft(publication, by_id=None, text={**publication.text, "title": "Another lamp"})
    engine.work(rounds=30)

    assert engine.again(publication).state == State.APPROVAL
    assert engine.twin.posts == []


def test_a_worker_that_has_it_in_hand_posts_neither_the_old_text_nor_at_the_old_time(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes: dict[str, Callable[[Publication], object]] = {
        "moved": lambda row: services.reschedule(row, engine.clock.now() + timedelta(minutes=8), by_id=None),
        "changed": lambda row: services.change_draft(row, by_id=None, text={**row.text, "title": "Another lamp"}),
    }
    steps = dict(working.STEPS)
    for name in wishes:
        for state in (State.SCHEDULED, State.STARTING, State.TRANSFERRING):
            publication = engine.studio.publication(in_s=20)

            def meddled(errand: Errand, state: State = state, name: str = name, row: Publication = publication) -> None:
                monkeypatch.setitem(working.STEPS, state, steps[state])
                wishes[name](Publication.objects.get(pk=row.pk))
                engine.clock.pass_time(30)
                steps[state](errand)

            monkeypatch.setitem(working.STEPS, state, meddled)
            working.work_on(publication.pk)
            early = engine.twin.posts_of(publication.marker)
            engine.work(rounds=30, step_s=20)

            assert early == [], (name, state)
            post = engine.twin.posts_of(publication.marker)[0]
            assert post.title == engine.again(publication).text["title"], (name, state)
            assert post.made >= at(publication).timestamp(), (name, state)


def test_once_it_is_sent_to_be_posted_nothing_is_changed_any_more(engine: Engine) -> None:
    publication = ready(engine)
    publication.keep(commit_sent_at=engine.clock.now())

    with pytest.raises(services.NotPossible):
        services.change_draft(publication, by_id=None, text={**publication.text, "title": "Another lamp"})
    with pytest.raises(services.NotPossible):
        services.reschedule(publication, at(publication) + timedelta(hours=1), by_id=None)
