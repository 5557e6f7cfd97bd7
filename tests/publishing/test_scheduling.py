"""The schedule: what goes in, who lets it out, what is asked about, and what a platform keeps by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from entities.models import Membership
from publishing import services
from publishing.models import Publication, PublishingRules
from publishing.platforms.specs import QuotaSpec
from publishing.services import moment_of
from tests.factories import UserFactory
from tests.publishing.engine import Engine, running

pytestmark = pytest.mark.django_db
State = Publication.State


@pytest.fixture
def engine() -> Iterator[Engine]:
    """A studio that publishes."""
    with running() as made:
        yield made


def draft(engine: Engine, **text: object) -> Publication:
    """A draft that nothing is wrong with."""
    return services.make_draft(
        engine.studio.channel, engine.studio.project.pk, "16:9 full", by_id=None,
        rendition_id=engine.studio.rendition.pk, text={"title": "Lamp", **text},
    )  # fmt: skip


def test_a_draft_goes_out_at_its_time_and_not_before(engine: Engine) -> None:
    publication = services.change_draft(draft(engine), by_id=None, is_kept_by_platform=False)
    outcome = services.schedule(publication, engine.clock.now() + timedelta(minutes=2), by_id=None)

    engine.work(rounds=10)
    before = len(engine.twin.posts)
    engine.work(rounds=6)

    assert outcome.is_done and before == 0
    assert engine.again(publication).state == State.LIVE
    assert len(engine.twin.posts) == 1
    assert publication.commit_sent_at is not None and publication.scheduled_at is not None
    assert publication.commit_sent_at - publication.scheduled_at < timedelta(seconds=30)


def test_a_draft_with_faults_is_not_scheduled_and_says_why(engine: Engine) -> None:
    publication = draft(engine, title="x" * 101)

    outcome = services.schedule(publication, engine.clock.now() + timedelta(hours=1), by_id=None)

    assert not outcome.is_done
    assert [problem.field for problem in outcome.problems] == ["title"]
    assert "101" in outcome.problems[0].words and "100" in outcome.problems[0].words


def test_the_same_film_on_the_same_channel_is_warned_about_once_it_is_agreed_to_it_goes(engine: Engine) -> None:
    services.publish_now(draft(engine), by_id=None)
    second = draft(engine)

    warned = services.publish_now(second, by_id=None)
    agreed = services.publish_now(second, by_id=None, despite_warnings=True)

    assert not warned.is_done and len(warned.warnings) == 1
    assert agreed.is_done


def test_what_passed_while_the_studio_was_off_is_asked_about(engine: Engine) -> None:
    publication = draft(engine)
    services.change_draft(publication, by_id=None, is_kept_by_platform=False)
    services.schedule(publication, engine.clock.now() + timedelta(minutes=5), by_id=None)
    engine.messages.messages.clear()

    engine.clock.pass_time(3600)
    engine.work()

    assert engine.again(publication).state == State.MISSED
    assert engine.twin.posts == []
    services.publish_now(publication, by_id=None)
    engine.work()
    assert engine.again(publication).state == State.LIVE


def test_a_second_person_lets_it_go_and_whoever_wrote_it_cannot(engine: Engine) -> None:
    writer, other = UserFactory.create(), UserFactory.create()
    Membership.objects.create(library=engine.studio.library, user=other, role="editor")
    PublishingRules.objects.create(library=engine.studio.library, wants_approval=True)
    publication = draft(engine)
    services.change_draft(publication, by_id=writer.pk, text={**publication.text, "title": "New"})

    services.schedule(publication, engine.clock.now() + timedelta(hours=1), by_id=writer.pk)
    waiting = engine.again(publication).state
    with pytest.raises(services.NotPossible):
        services.approve(publication, by_id=writer.pk)
    services.approve(publication, by_id=other.pk)

    assert waiting == State.APPROVAL
    assert engine.again(publication).state == State.SCHEDULED
    services.change_draft(publication, by_id=writer.pk, text={**publication.text, "title": "Newer"})
    assert engine.again(publication).state == State.APPROVAL


def test_a_platform_that_keeps_schedules_has_it_at_once_and_its_time_can_be_changed(engine: Engine) -> None:
    publication = draft(engine)
    services.schedule(publication, engine.clock.now() + timedelta(hours=2), by_id=None)

    engine.work()
    kept = engine.again(publication).state
    later = engine.clock.now() + timedelta(hours=5)
    services.reschedule(publication, later, by_id=None)
    engine.work()
    at = engine.twin.posts[0].publish_at
    engine.clock.pass_time(5 * 3600)
    engine.work()

    assert kept == State.HANDED_OVER
    assert at == later.timestamp()
    assert engine.again(publication).state == State.LIVE
    assert len(engine.twin.posts) == 1


def test_what_is_not_for_everyone_is_not_left_to_a_platform_that_would_show_it_to_all(engine: Engine) -> None:
    publication = draft(engine)
    services.change_draft(publication, by_id=None, text={**publication.text, "privacy": "private"})
    services.schedule(publication, engine.clock.now() + timedelta(hours=2), by_id=None)

    engine.work()
    before = engine.again(publication).state
    engine.clock.pass_time(2 * 3600)
    engine.work()

    assert before == State.SCHEDULED
    assert engine.again(publication).state == State.LIVE
    assert engine.twin.posts[0].publish_at is None


def test_one_that_a_platform_keeps_can_be_withdrawn(engine: Engine) -> None:
    publication = draft(engine)
    services.schedule(publication, engine.clock.now() + timedelta(hours=2), by_id=None)
    engine.work()

    engine.twin.fail("drop_after", path="/posts/[^/]+$", method="POST")
    services.cancel(publication, by_id=None)
    engine.work(rounds=12)

    assert engine.again(publication).state == State.CANCELLED
    assert (engine.twin.posts[0].privacy, engine.twin.posts[0].publish_at) == ("private", None)


def test_a_live_post_is_taken_down(engine: Engine) -> None:
    publication = services.change_draft(draft(engine), by_id=None, is_kept_by_platform=False)
    services.publish_now(publication, by_id=None)
    engine.work()

    services.take_down(publication, by_id=None)
    engine.work()

    assert engine.again(publication).state == State.TAKEN_DOWN
    assert engine.twin.posts[0].is_gone


def test_a_share_that_is_used_up_waits_for_midnight_in_california() -> None:
    quota = QuotaSpec("posts", "Posts", 1, "day:America/Los_Angeles", per_app=True, costs={"start": 1})
    with running(quotas=(quota,)) as engine:
        first, second = engine.studio.publication(), engine.studio.publication()
        engine.work()
        states = {engine.again(first).state, engine.again(second).state}
        waiting = first if first.state == State.SCHEDULED else second
        told = services.quotas_of(engine.studio.channel)[0]

        engine.clock.pass_time((waiting.not_before - engine.clock.now()).total_seconds())  # type: ignore[operator]
        engine.work()

        assert states == {State.LIVE, State.SCHEDULED}
        assert (told.used, told.left) == (1, 0)
        assert told.resets_at == datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
        assert engine.again(waiting).state == State.LIVE


def test_rows_of_the_database_change_limits_one_by_one(engine: Engine) -> None:
    from publishing.models import PlatformRow

    PlatformRow.objects.update(
        spec={"fields": {"title": {"limit": 3}}, "media": {"longest_ms": 5}, "adapter": "os.system", "nobody": 1}
    )

    spec = services.spec_of("generic")

    assert {one.name: one.limit for one in spec.fields}["title"] == 3
    assert spec.media.longest_ms == 5 and spec.media.best == "16:9 full"
    assert spec.adapter.endswith("GenericPlatform")


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # noqa: DTZ001 - the missing hour
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # noqa: DTZ001 - the first of two
        (datetime(2026, 7, 1, 18, 0), datetime(2026, 7, 1, 16, 0, tzinfo=UTC)),  # noqa: DTZ001
    ],
)
def test_an_hour_of_a_calendar_is_a_moment_also_when_clocks_are_changed(wall: datetime, moment: datetime) -> None:
    assert moment_of(wall, "Europe/Berlin") == moment


def test_what_was_begun_and_then_left_alone_for_hours_is_asked_about(engine: Engine) -> None:
    publication = services.change_draft(draft(engine), by_id=None, is_kept_by_platform=False)
    services.publish_now(publication, by_id=None)
    engine.twin.fail("answer", path="/sessions/", method="GET", status=503)
    engine.messages.deliver()

    begun = engine.again(publication).state
    engine.clock.pass_time(7 * 3600)
    engine.work()

    assert begun == State.TRANSFERRING
    assert engine.again(publication).state == State.MISSED
    assert engine.twin.posts == []


def test_a_person_settles_what_nobody_can_tell(engine: Engine) -> None:
    made = []
    engine.twin.knobs["session_lasts_s"] = 2
    for _ in range(3):
        made.append(engine.studio.publication())
        engine.twin.fail("drop", path="/sessions/", method="PUT", after=3)
        engine.work(rounds=1, step_s=0)
    for _ in range(12):
        engine.work(rounds=2, step_s=900)
    states = {engine.again(one).state for one in made}
    engine.twin.faults.clear()
    engine.twin.knobs.clear()

    services.settle(made[0], "not_there", by_id=None)
    services.settle(made[1], "forget", by_id=None)
    with pytest.raises(services.NotPossible):
        services.settle(made[2], "there", by_id=None, url="no address")
    services.settle(made[2], "there", by_id=None, url="https://example.org/watch?v=abc123")
    engine.work()

    assert states == {State.PERSON}
    assert [engine.again(one).state for one in made] == [State.LIVE, State.CANCELLED, State.LIVE]
    assert made[2].remote_id == "abc123"
    assert [post.marker for post in engine.twin.posts] == [made[0].marker]
