"""The pages of publishing: what they show to whom, and that a change on them is made once and said plainly."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from entities.models import Library, Membership
from publishing import services
from publishing.models import Channel, ChannelTime, Publication, PublicationEvent, PublishingRules
from publishing.views import zones
from tests.fakes import FakeQueue
from tests.generation.planned import seat, stranger
from tests.publishing.posted import account_in, draft_of, film_with, folder_in, rendition_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sent")]

HTMX = {"HX-Request": "true"}
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def channel(library: Library, tmp_path: Path) -> Channel:
    """A folder as a channel."""
    return folder_in(library, tmp_path / "shelf")


@pytest.fixture
def draft(library: Library, channel: Channel) -> Publication:
    """A draft that may go out."""
    return draft_of(film_with(library, "16:9"), channel)


def in_berlin(client: Client) -> Client:
    client.cookies[zones.COOKIE] = "Europe/Berlin"
    return client


def calendar(library: Library) -> str:
    return f"/publish/{library.pk}/"


# --- The calendar -------------------------------------------------------------------------------------


def test_a_day_of_the_calendar_is_a_day_of_whoever_reads_it(
    client: Client, library: Library, draft: Publication
) -> None:
    moment = datetime(2031, 3, 10, 23, 30, tzinfo=UTC)
    services.schedule(draft, moment, by_id=None)

    at_home = client.get(calendar(library), {"day": "2031-03-10"}).content.decode()
    in_tokyo = Client()
    in_tokyo.force_login(Membership.objects.filter(library=library)[0].user)
    in_tokyo.cookies[zones.COOKIE] = "Asia/Tokyo"
    abroad = in_tokyo.get(calendar(library), {"day": "2031-03-10"}).content.decode()

    assert 'data-at-day="2031-03-10" data-at-time="23:30"' in at_home
    assert 'data-at-day="2031-03-11" data-at-time="08:30"' in abroad


def test_the_rule_of_a_library_goes_before_the_zone_of_a_browser(
    client: Client, library: Library, draft: Publication
) -> None:
    PublishingRules.objects.create(library=library, time_zone="Asia/Tokyo")
    services.schedule(draft, datetime(2031, 3, 10, 23, 30, tzinfo=UTC), by_id=None)

    shown = in_berlin(client).get(calendar(library), {"day": "2031-03-11"}).content.decode()

    assert 'data-at-day="2031-03-11" data-at-time="08:30"' in shown
    assert "Tokyo" in shown


@pytest.mark.parametrize(
    ("before", "day", "shown"),
    [
        (datetime(2031, 3, 28, 17, 0, tzinfo=UTC), "2031-04-01", datetime(2031, 4, 1, 16, 0, tzinfo=UTC)),
        (datetime(2031, 10, 24, 16, 0, tzinfo=UTC), "2031-10-28", datetime(2031, 10, 28, 17, 0, tzinfo=UTC)),
    ],
)
def test_what_is_moved_over_a_change_of_clocks_keeps_its_time_of_day(
    client: Client, draft: Publication, before: datetime, day: str, shown: datetime
) -> None:
    services.schedule(draft, before, by_id=None)

    in_berlin(client).post(f"/publish/publications/{draft.pk}/move/", {"day": day})

    draft.refresh_from_db()
    assert draft.scheduled_at == shown
    assert draft.scheduled_at.astimezone(BERLIN).hour == 18


def test_a_time_that_does_not_exist_is_explained(client: Client, draft: Publication) -> None:
    answer = in_berlin(client).post(
        f"/publish/publications/{draft.pk}/move/", {"day": "2031-03-30", "time": "02:30"}, headers=HTMX
    )

    draft.refresh_from_db()
    assert draft.scheduled_at == datetime(2031, 3, 30, 1, 30, tzinfo=UTC)
    assert "02:30 does not exist on this day: clocks go forward. It is 03:30 instead." in answer.content.decode()


def test_a_time_that_comes_twice_is_the_first_of_both_and_says_so(client: Client, draft: Publication) -> None:
    answer = in_berlin(client).post(
        f"/publish/publications/{draft.pk}/move/", {"day": "2031-10-26", "time": "02:30"}, headers=HTMX
    )

    draft.refresh_from_db()
    assert draft.scheduled_at == datetime(2031, 10, 26, 0, 30, tzinfo=UTC)
    assert "02:30 comes twice on this day" in answer.content.decode()


def test_a_day_on_which_clocks_change_says_so() -> None:
    assert zones.change_on(date(2031, 3, 30), BERLIN) == "Clocks go forward by 60 minutes."
    assert zones.change_on(date(2031, 10, 26), BERLIN) == "Clocks go back by 60 minutes."
    assert zones.change_on(date(2031, 10, 27), BERLIN) == ""


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/localtime", "Nowhere/Land", "x" * 500, "\x00"])
def test_a_zone_that_there_is_not_is_none(name: str) -> None:
    assert zones.zone_named(name) is None


def test_free_places_are_shown_where_a_channel_usually_publishes(
    client: Client, library: Library, channel: Channel, draft: Publication
) -> None:
    ChannelTime.objects.create(channel=channel, weekday=0, at=time(18))
    ChannelTime.objects.create(channel=channel, weekday=1, at=time(9, 15))
    services.schedule(draft, datetime(2031, 3, 11, 8, 15, tzinfo=UTC), by_id=None)

    shown = in_berlin(client).get(calendar(library), {"day": "2031-03-12"}).content.decode()

    assert f'data-day="2031-03-10" data-time="18:00" data-for="{channel.pk}"' in shown
    assert 'data-time="09:15"' not in shown


def test_only_the_channels_that_were_chosen_are_shown(client: Client, library: Library, draft: Publication) -> None:
    other = account_in(library, "instagram")
    services.schedule(draft, datetime(2031, 3, 11, 8, 15, tzinfo=UTC), by_id=None)

    all_of_them = client.get(calendar(library), {"day": "2031-03-11"}).content.decode()
    one = client.get(calendar(library), {"day": "2031-03-11", "channels": str(other.pk)}).content.decode()

    assert f'data-pub="{draft.pk}"' in all_of_them
    assert f'data-pub="{draft.pk}"' not in one


def test_a_month_shows_what_is_in_it(client: Client, library: Library, draft: Publication) -> None:
    services.schedule(draft, datetime(2031, 3, 11, 8, 15, tzinfo=UTC), by_id=None)

    shown = client.get(calendar(library), {"day": "2031-03-01", "view": "month"}).content.decode()

    assert "March 2031" in shown
    assert f'data-pub="{draft.pk}"' in shown


def test_what_missed_its_time_is_asked_about_and_not_sent(
    client: Client, library: Library, draft: Publication, sent: FakeQueue
) -> None:
    services.schedule(draft, timezone.now() + timedelta(hours=1), by_id=None)
    Publication.objects.filter(pk=draft.pk).update(
        state=Publication.State.MISSED, scheduled_at=timezone.now() - timedelta(hours=5)
    )

    shown = client.get(calendar(library)).content.decode()

    assert "Missed its time" in shown
    for way in ("Publish now", "Choose another time", "Leave it"):
        assert way in shown


def test_a_page_that_shows_what_is_so_is_sent_nothing(client: Client, library: Library, draft: Publication) -> None:
    page = client.get(calendar(library))

    same = client.get(page.context["live_at"], headers=HTMX)
    services.schedule(draft, timezone.now() + timedelta(hours=3), by_id=None)
    moved = client.get(page.context["live_at"], headers=HTMX)

    assert same.status_code == 204
    assert f'data-pub="{draft.pk}"' in moved.content.decode()


@pytest.mark.parametrize("asked", [{"day": "9999-99-99"}, {"day": "0001-01-01"}, {"view": "year"}, {"open": "9" * 40}])
def test_an_address_that_makes_no_sense_shows_this_week(
    client: Client, library: Library, asked: dict[str, str]
) -> None:
    assert client.get(calendar(library), asked).status_code == 200


# --- A publication ------------------------------------------------------------------------------------


def test_a_draft_goes_out_when_it_is_told_to(client: Client, draft: Publication, sent: FakeQueue) -> None:
    client.post(f"/publish/publications/{draft.pk}/do/now/")

    draft.refresh_from_db()
    assert draft.state == Publication.State.SCHEDULED


def test_what_keeps_a_draft_from_going_out_is_said_at_its_field(client: Client, library: Library) -> None:
    channel = account_in(library, "youtube", login="google")
    draft = draft_of(film_with(library, "16:9"), channel)

    page = client.get(f"/publish/publications/{draft.pk}/").content.decode()
    client.post(f"/publish/publications/{draft.pk}/do/now/")

    draft.refresh_from_db()
    assert draft.state == Publication.State.DRAFT
    assert "#field-made_for_kids" in page
    assert page.count("Choose: Made for kids. YouTube wants it.") == 2


def test_the_same_film_twice_on_one_channel_is_asked_about(client: Client, draft: Publication) -> None:
    second = draft_of(draft.project, draft.channel)
    services.schedule(draft, timezone.now() + timedelta(days=2), by_id=None)
    wish = {"day": f"{timezone.now() + timedelta(days=3):%Y-%m-%d}", "time": "18:00"}

    warned = client.post(f"/publish/publications/{second.pk}/move/", {**wish, "page": "publication"}, headers=HTMX)
    second.refresh_from_db()
    state_then = second.state
    client.post(f"/publish/publications/{second.pk}/move/", {**wish, "despite": "on"}, headers=HTMX)
    second.refresh_from_db()

    assert "This film is scheduled for Shelf already" in warned.content.decode()
    assert "Do it all the same" in warned.content.decode()
    assert state_then == Publication.State.DRAFT
    assert second.state == Publication.State.SCHEDULED


def test_whoever_wrote_it_cannot_approve_it(client: Client, library: Library, editor: Membership) -> None:
    PublishingRules.objects.create(library=library, wants_approval=True)
    draft = draft_of(film_with(library, "16:9"), account_in(library, "instagram"), by_id=editor.user_id)
    Publication.objects.filter(pk=draft.pk).update(
        state=Publication.State.APPROVAL, scheduled_at=timezone.now() + timedelta(days=1)
    )
    other = seat(library)

    client.post(f"/publish/publications/{draft.pk}/do/approve/")
    draft.refresh_from_db()
    state_then = draft.state
    other.post(f"/publish/publications/{draft.pk}/do/approve/")
    draft.refresh_from_db()

    assert state_then == Publication.State.APPROVAL
    assert draft.state == Publication.State.SCHEDULED


def test_a_person_is_shown_the_evidence_and_decides(client: Client, draft: Publication) -> None:
    Publication.objects.filter(pk=draft.pk).update(
        state=Publication.State.PERSON, evidence=["It was sent, and the line broke."], commit_sent_at=timezone.now()
    )

    page = client.get(f"/publish/publications/{draft.pk}/").content.decode()
    client.post(f"/publish/publications/{draft.pk}/settle/", {"answer": "there", "url": "https://x.example/post/12345"})

    draft.refresh_from_db()
    assert "It was sent, and the line broke." in page
    assert draft.state == Publication.State.LIVE
    assert draft.url == "https://x.example/post/12345"


def test_what_happened_is_told_in_plain_words(client: Client, draft: Publication) -> None:
    PublicationEvent.objects.create(publication=draft, kind="unknown", words="The line broke.")

    page = client.get(f"/publish/publications/{draft.pk}/").content.decode()

    assert "The answer was not seen. Nothing is sent again before it is known what came of it." in page
    assert "The line broke." in page


# --- A draft ------------------------------------------------------------------------------------------


def write(client: Client, draft: Publication, **fields: str) -> int:
    return client.post(f"/publish/publications/{draft.pk}/write/", fields, headers=HTMX).status_code


def test_a_field_is_kept_as_it_was_typed_and_never_suggested_over(client: Client, draft: Publication) -> None:
    write(client, draft, title="My own title")
    client.post(f"/publish/publications/{draft.pk}/suggest/")

    draft.refresh_from_db()
    assert draft.text["title"] == "My own title"
    assert draft.text["description"].startswith("A lighthouse keeper finds")
    assert draft.text["hashtags"][0] == "mystery"


def test_hashtags_are_kept_one_by_one(client: Client, draft: Publication) -> None:
    write(client, draft, hashtags="#noir, sea side,, noir")

    draft.refresh_from_db()
    assert draft.text["hashtags"] == ["noir", "seaside"]


def test_two_people_who_write_the_same_field_are_both_asked(client: Client, draft: Publication) -> None:
    first = write(client, draft, **{"title": "Mine", "was-title": "A lamp"})
    second = write(client, draft, **{"title": "Theirs", "was-title": "A lamp"})
    third = write(client, draft, **{"title": "Theirs", "was-title": "Mine"})

    draft.refresh_from_db()
    assert (first, second, third) == (200, 409, 200)
    assert draft.text["title"] == "Theirs"


def test_tiktok_has_no_privacy_before_somebody_chooses_one(client: Client, library: Library) -> None:
    draft = draft_of(film_with(library, "9:16"), account_in(library, "tiktok"), shape="9:16")

    page = client.get(f"/publish/publications/{draft.pk}/").content.decode()

    assert draft.text["privacy"] is None
    assert [draft.text[name] for name in ("comments", "duet", "stitch", "is_ai")] == [False, False, False, True]
    assert "Choose: Who can see it. TikTok wants it." in page
    assert "Music Usage Confirmation" in page


def test_terms_are_agreed_to_and_taken_back(client: Client, library: Library) -> None:
    draft = draft_of(film_with(library, "9:16"), account_in(library, "tiktok"), shape="9:16")

    write(client, draft, consent="on")
    draft.refresh_from_db()
    agreed = draft.consented_at
    write(client, draft, consent="off")
    draft.refresh_from_db()

    assert agreed is not None
    assert draft.consented_at is None


def test_a_moment_of_the_film_is_its_cover(client: Client, draft: Publication) -> None:
    client.post(f"/publish/publications/{draft.pk}/cover/", {"cover_ms": "999999"}, headers=HTMX)

    draft.refresh_from_db()
    assert draft.rendition is not None
    assert draft.cover_ms == draft.rendition.duration_ms


def test_a_draft_takes_the_file_that_was_made_after_it_was_begun(
    client: Client, library: Library, channel: Channel
) -> None:
    film = film_with(library)
    draft = draft_of(film, channel, shape="9:16")
    waiting = client.get(f"/publish/publications/{draft.pk}/").content.decode()
    made = rendition_of(film, "9:16")

    client.post(f"/publish/publications/{draft.pk}/do/now/")

    draft.refresh_from_db()
    assert "9:16 is not made yet." in waiting
    assert draft.rendition == made
    assert draft.state == Publication.State.SCHEDULED


def test_another_version_of_the_film_is_chosen_and_never_another_films(
    client: Client, library: Library, draft: Publication
) -> None:
    tall, strange = rendition_of(draft.project, "9:16"), rendition_of(film_with(library), "1:1")

    write(client, draft, rendition=str(strange.pk))
    draft.refresh_from_db()
    before = draft.variant
    write(client, draft, rendition=str(tall.pk))
    draft.refresh_from_db()

    assert before == "16:9 full"
    assert (draft.rendition, draft.variant) == (tall, "9:16 full")


def test_what_has_begun_is_not_changed_any_more(client: Client, draft: Publication) -> None:
    Publication.objects.filter(pk=draft.pk).update(state=Publication.State.STARTING, not_before=timezone.now())

    write(client, draft, title="Too late")

    draft.refresh_from_db()
    assert draft.text["title"] == "A lamp"


# --- A film's way out ---------------------------------------------------------------------------------


def test_a_draft_is_begun_for_every_channel_that_was_chosen(client: Client, library: Library, channel: Channel) -> None:
    other = account_in(library, "instagram")
    film = film_with(library, "16:9", "9:16")

    client.post(f"/films/{film.pk}/publish/drafts/", {"channel": [channel.pk, other.pk]})

    begun = {row.channel_id: row for row in Publication.objects.filter(project=film)}
    assert begun[channel.pk].variant == "16:9 full"
    assert begun[other.pk].variant == "9:16 full"
    assert begun[other.pk].text["caption"].startswith("The Lamp on the Quay")
    assert begun[other.pk].written_by_hand == []


def test_the_form_that_begins_drafts_is_done_once(client: Client, library: Library, channel: Channel) -> None:
    film = film_with(library, "16:9")

    for _ in range(3):
        client.post(f"/films/{film.pk}/publish/drafts/", {"channel": channel.pk, "once": "abc"})

    assert Publication.objects.filter(project=film).count() == 1


def test_a_channel_that_cannot_publish_gets_no_draft(client: Client, library: Library) -> None:
    lost = account_in(library, "tiktok", state=Channel.State.RECONNECT, problem="Its consent has ended.")
    film = film_with(library, "9:16")

    page = client.get(f"/films/{film.pk}/publish/").content.decode()
    client.post(f"/films/{film.pk}/publish/drafts/", {"channel": lost.pk})

    assert "Its consent has ended." in page
    assert not Publication.objects.exists()


# --- Channels -----------------------------------------------------------------------------------------


def test_a_folder_is_connected_without_an_account(library: Library, tmp_path: Path) -> None:
    services.sync_shipped()
    owner = seat(library, Membership.Role.OWNER)

    owner.post(f"/publish/{library.pk}/places/folder/", {"address": str(tmp_path), "name": "Shelf"})

    assert Channel.objects.get(library=library).name == "Shelf"


def test_only_an_owner_says_where_the_studio_writes(client: Client, library: Library, tmp_path: Path) -> None:
    services.sync_shipped()

    answer = client.post(f"/publish/{library.pk}/places/folder/", {"address": str(tmp_path)})

    assert answer.status_code == 403
    assert not Channel.objects.exists()


def test_an_application_is_kept_and_its_secret_never_shown(library: Library) -> None:
    services.sync_shipped()
    owner = seat(library, Membership.Role.OWNER)
    address = f"/publish/{library.pk}/apps/youtube/google/"

    owner.post(address, {"client_id": "an-id", "client_secret": "a-very-secret-secret"})
    page = owner.get(f"/publish/{library.pk}/channels/").content.decode()

    assert services.app_states(library.pk, "youtube")[0].is_ready
    assert "a-very-secret-secret" not in page
    assert "an-id" in page


def test_the_page_shows_the_return_address_to_register(library: Library) -> None:
    services.sync_shipped()
    owner = seat(library, Membership.Role.OWNER)

    page = owner.get(f"/publish/{library.pk}/channels/").content.decode()

    assert 'value="http://testserver/publish/back/"' in page


def test_the_way_to_a_platform_leads_out_by_a_header_and_by_a_link(library: Library) -> None:
    services.sync_shipped()
    owner = seat(library, Membership.Role.OWNER)
    owner.post(f"/publish/{library.pk}/apps/youtube/google/", {"client_id": "an-id", "client_secret": "a-secret"})

    scripted = owner.post(f"/publish/{library.pk}/connect/youtube/google/", headers=HTMX)
    plain = owner.post(f"/publish/{library.pk}/connect/youtube/google/").content.decode()

    assert scripted.headers["HX-Redirect"].startswith("https://accounts.google.com/")
    assert 'href="https://accounts.google.com/' in plain


def test_whoever_comes_back_without_having_asked_connects_nothing(client: Client, library: Library) -> None:
    services.sync_shipped()

    answer = client.get("/publish/back/", {"state": "made-up", "code": "made-up"}, follow=True)

    assert answer.status_code == 200
    assert not Channel.objects.exists()


def test_usual_times_are_added_and_taken_away(client: Client, library: Library, channel: Channel) -> None:
    client.post(f"/publish/channels/{channel.pk}/times/", {"weekday": ["0", "4", "9"], "at": "18:30"})
    added = list(channel.times.values_list("weekday", "at"))
    client.post(f"/publish/times/{channel.times.all()[0].pk}/remove/")

    assert added == [(0, time(18, 30)), (4, time(18, 30))]
    assert channel.times.count() == 1


def test_a_disconnected_channel_leaves_its_drafts(library: Library, draft: Publication) -> None:
    owner = seat(library, Membership.Role.OWNER)
    services.schedule(draft, timezone.now() + timedelta(days=1), by_id=None)

    owner.post(f"/publish/channels/{draft.channel_id}/disconnect/")

    draft.refresh_from_db()
    assert draft.state == Publication.State.DRAFT
    assert Channel.objects.get().state == Channel.State.DISCONNECTED


# --- Others -------------------------------------------------------------------------------------------


def test_activity_tells_of_trouble_with_publishing(client: Client, library: Library, draft: Publication) -> None:
    Publication.objects.filter(pk=draft.pk).update(
        state=Publication.State.FAILED, error_detail="The folder is full.", finished_at=timezone.now()
    )
    account_in(library, "tiktok", state=Channel.State.RECONNECT, problem="Its consent has ended.")

    told = client.get("/publish/trouble/").content.decode()
    elsewhere = stranger().get("/publish/trouble/").content.decode()

    assert "The folder is full." in told
    assert "Its consent has ended." in told
    assert elsewhere.strip() == ""


def test_a_page_asks_the_database_as_often_for_many_as_for_few(
    client: Client, library: Library, draft: Publication
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(calendar(library), {"day": "2031-03-11"})
        return len(queries)

    services.schedule(draft, datetime(2031, 3, 11, 8, 15, tzinfo=UTC), by_id=None)
    few = asked()
    for hour in range(9, 15):
        other = draft_of(draft.project, draft.channel)
        moment = datetime(2031, 3, 11, hour, tzinfo=UTC)
        services.schedule(other, moment, by_id=None, despite_warnings=True)
    many = asked()

    assert many <= few + 1
