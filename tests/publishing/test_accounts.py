"""Accounts: connected in one browser session, once; kept alive by one worker at a time; lost only when really lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import RequestFactory

from publishing import services, webhooks
from publishing.models import Channel, ConsentRequest, PlatformMessage, Publication
from publishing.platforms.base import Tokens
from publishing.platforms.errors import AccountTrouble, MissingScope, Reconnect, Unavailable
from publishing.services import accounts, apps, tokens
from tests.factories import UserFactory
from tests.publishing.engine import Engine, running

pytestmark = pytest.mark.django_db
State = Channel.State


@pytest.fixture
def engine() -> Iterator[Engine]:
    """A studio that publishes."""
    with running() as made:
        yield made


def sent_out(engine: Engine, user_id: int, session: str = "session") -> str:
    """Go to the consent page; return the state that comes back."""
    url = services.begin_connecting(
        engine.studio.library.pk, "generic", "main", user_id=user_id, session_key=session, redirect_uri="https://x/back"
    )
    return parse_qs(urlsplit(url).query)["state"][0]


def came_back(state: str, code: str, user_id: int, session: str = "session") -> services.Arrival:
    """Come back from it."""
    return services.finish_connecting(state=state, code=code, error="", user_id=user_id, session_key=session)


def test_consent_connects_the_account_and_seals_its_tokens(engine: Engine) -> None:
    user = UserFactory.create()
    state = sent_out(engine, user.pk)

    arrival = came_back(state, engine.twin.consented(), user.pk)

    (channel,) = arrival.channels
    assert (channel.state, channel.remote_id) == (State.READY, "acc0")
    access = tokens.kept(channel).access
    assert access in engine.twin.access and access not in channel.sealed_tokens


def test_a_state_is_good_once_in_its_own_session_and_for_a_while(engine: Engine) -> None:
    user, other = UserFactory.create(), UserFactory.create()
    state = sent_out(engine, user.pk)
    tries = [(state, user.pk, "another"), (state, other.pk, "session"), (state + "x", user.pk, "session")]

    for told, who, session in tries:
        with pytest.raises(services.NotPossible):
            came_back(told, engine.twin.consented(), who, session)
    came_back(state, engine.twin.consented(), user.pk)
    with pytest.raises(services.NotPossible):
        came_back(state, engine.twin.consented(), user.pk)
    late = sent_out(engine, user.pk)
    ConsentRequest.objects.update(begun_at=engine.clock.now() - timedelta(minutes=16))

    with pytest.raises(services.NotPossible):
        came_back(late, engine.twin.consented(), user.pk)


def test_what_was_not_allowed_is_said(engine: Engine) -> None:
    user = UserFactory.create()

    arrival = came_back(sent_out(engine, user.pk), engine.twin.consented("post", "look"), user.pk)
    with pytest.raises(MissingScope) as refused:
        came_back(sent_out(engine, user.pk), engine.twin.consented("post"), user.pk)
    with pytest.raises(AccountTrouble):
        services.finish_connecting(
            state=sent_out(engine, user.pk), code="", error="access_denied", user_id=user.pk, session_key="session"
        )

    assert arrival.channels[0].state == State.LIMITED
    assert "Change" in services.warning_of(arrival.channels[0])
    assert "Look" in str(refused.value)


def test_of_several_accounts_those_that_are_chosen_are_connected(engine: Engine) -> None:
    user = UserFactory.create()
    engine.twin.knobs["accounts"] = 3

    arrival = came_back(sent_out(engine, user.pk), engine.twin.consented(), user.pk)
    assert arrival.attempt_id is not None
    chosen = services.choose_identities(arrival.attempt_id, ["acc1", "acc2"], user_id=user.pk)

    assert [one.remote_id for one in arrival.identities] == ["acc0", "acc1", "acc2"]
    assert [channel.remote_id for channel in chosen] == ["acc1", "acc2"]
    with pytest.raises(services.NotPossible):
        services.choose_identities(arrival.attempt_id, ["acc0"], user_id=user.pk)


def test_tokens_are_renewed_by_one_worker_and_written_down_first(engine: Engine) -> None:
    channel = engine.studio.channel
    engine.clock.pass_time(86_400 - 30)
    twice = Channel.objects.get(pk=channel.pk)
    spec, app = services.spec_of("generic"), apps.app_of(channel)

    fresh = tokens.fresh(channel, spec, app)
    same = tokens.fresh(twice, spec, app)

    assert engine.twin.refreshes == 1
    assert fresh.access == same.access == tokens.kept(Channel.objects.get(pk=channel.pk)).access


def test_while_another_worker_renews_them_living_tokens_are_used_and_dead_ones_waited_for(engine: Engine) -> None:
    channel, spec = engine.studio.channel, services.spec_of("generic")
    app = apps.app_of(channel)
    engine.clock.pass_time(86_400 - 30)
    Channel.objects.update(refreshing_until=engine.clock.now() + timedelta(seconds=80))

    living = tokens.fresh(channel, spec, app)
    engine.clock.pass_time(40)

    assert living.access
    with pytest.raises(Unavailable):
        tokens.fresh(channel, spec, app)
    assert engine.twin.refreshes == 0


def test_trouble_that_passes_does_not_disconnect_an_account_whose_token_lives(engine: Engine) -> None:
    channel = engine.studio.channel
    engine.clock.pass_time(86_400 - 300)
    engine.twin.fail("answer", path="/token", status=503, times=9)

    accounts.keep_alive()

    channel.refresh_from_db()
    assert channel.state == State.READY


def test_an_account_whose_consent_ended_asks_its_owner_and_what_is_due_waits(engine: Engine) -> None:
    engine.twin.forget_consent()
    publication = engine.studio.publication()

    engine.work()

    engine.studio.channel.refresh_from_db()
    publication.refresh_from_db()
    assert engine.studio.channel.state == State.RECONNECT
    assert publication.state in {Publication.State.SCHEDULED, Publication.State.STARTING}
    assert "connected again" in publication.waits_for
    engine.studio.connect_again()
    engine.work()
    assert engine.again(publication).state == Publication.State.LIVE


def test_it_is_said_days_before_consent_ends(engine: Engine) -> None:
    channel = engine.studio.channel
    tokens.keep(channel, Tokens("a", "b", None, engine.clock.now() + timedelta(days=3, hours=1)))

    assert "in 3 days" in services.warning_of(channel)


def test_disconnecting_revokes_forgets_and_makes_drafts_of_what_waits(engine: Engine) -> None:
    publication = engine.studio.publication(in_s=3600)

    is_told = services.disconnect(engine.studio.channel, by_id=None)

    channel = Channel.objects.get()
    assert is_told and engine.twin.access == {}
    assert (channel.state, channel.sealed_tokens) == (State.DISCONNECTED, "")
    assert engine.again(publication).state == Publication.State.DRAFT
    with pytest.raises(Reconnect), accounts.opened(channel) as platform:
        platform.requirements()


def test_consent_that_another_account_lives_by_is_not_given_back(engine: Engine) -> None:
    other = engine.studio.connect("acc1")
    Channel.objects.update(facts={"consent": "one and the same"})
    before = dict(engine.twin.access)

    services.disconnect(Channel.objects.get(pk=engine.studio.channel.pk), by_id=None)

    other.refresh_from_db()
    assert engine.twin.access == before
    assert other.state == State.READY


def test_a_signed_message_is_a_reason_to_look_once_and_a_forged_one_is_none(engine: Engine) -> None:
    engine.twin.knobs["processing_looks"] = 1
    publication = engine.studio.publication()
    engine.work(rounds=2, step_s=2.5)
    Publication.objects.update(not_before=engine.clock.now() + timedelta(hours=1))
    body = json.dumps({"id": "m1", "event": "live", "ref": engine.again(publication).remote_id})
    ask = RequestFactory()

    forged = webhooks.receive(ask.post("/", body, "application/json"), "generic")
    good = [
        webhooks.receive(ask.post("/", body, "application/json", headers={"X-Secret": "secret"}), "generic")
        for _ in range(2)
    ]
    engine.messages.deliver_all()

    assert forged.status_code == 401 and [answer.status_code for answer in good] == [200, 200]
    assert engine.again(publication).state == Publication.State.LIVE
    assert PlatformMessage.objects.get(delivery_id="m1").times == 2
