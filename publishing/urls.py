"""Addresses of publishing."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from publishing import webhooks
from publishing.views import (
    calendar,
    channels,
    connecting,
    deeds,
    figures_urls,
    film,
    moving,
    public_file,
    publication,
    shorter,
    trouble,
)

app_name = "publishing"

urlpatterns: list[URLPattern | URLResolver] = [
    path("publish/", calendar.home, name="home"),
    path("publish/trouble/", trouble.trouble, name="trouble"),
    path("publish/hook/<slug:platform>/", webhooks.receive, name="webhook"),
    path("publish/file/<int:publication_id>/<slug:sha>/<slug:seal>.<slug:extension>", public_file.file, name="file"),
    path("publish/back/", connecting.connected, name="connected"),
    path("publish/", include(figures_urls)),
    path("publish/<int:library_id>/", calendar.calendar, name="calendar"),
    path("publish/<int:library_id>/live/", calendar.live, name="calendar-live"),
    path("publish/<int:library_id>/channels/", channels.channels, name="channels"),
    path("publish/<int:library_id>/channels/live/", channels.live, name="channels-live"),
    path("publish/<int:library_id>/rules/", channels.rules, name="rules"),
    path("publish/<int:library_id>/apps/<slug:platform>/<slug:login>/", channels.write_app, name="app-write"),
    path("publish/<int:library_id>/apps/<slug:platform>/<slug:login>/forget/", channels.forget_app, name="app-forget"),
    path("publish/<int:library_id>/connect/<slug:platform>/<slug:login>/", connecting.connect, name="connect"),
    path("publish/<int:library_id>/choose/<int:attempt_id>/", connecting.choose, name="choose"),
    path("publish/<int:library_id>/places/<slug:place>/", channels.add_place, name="place-add"),
    path("publish/channels/<int:channel_id>/disconnect/", channels.disconnect, name="channel-disconnect"),
    path("publish/channels/<int:channel_id>/times/", channels.add_time, name="time-add"),
    path("publish/times/<int:time_id>/remove/", channels.remove_time, name="time-remove"),
    path("publish/publications/<int:publication_id>/", publication.publication, name="publication"),
    path("publish/publications/<int:publication_id>/live/", publication.live, name="publication-live"),
    path("publish/publications/<int:publication_id>/write/", publication.write, name="publication-write"),
    path("publish/publications/<int:publication_id>/cover/", publication.choose_cover, name="publication-cover"),
    path("publish/publications/<int:publication_id>/suggest/", publication.suggest, name="publication-suggest"),
    path("publish/publications/<int:publication_id>/move/", moving.move, name="publication-move"),
    path("publish/publications/<int:publication_id>/settle/", deeds.settle, name="publication-settle"),
    path("publish/publications/<int:publication_id>/do/<slug:wish>/", deeds.do, name="publication-do"),
    path("publish/publications/<int:publication_id>/beside/<slug:kind>/", deeds.side_step, name="side-step"),
    path("films/<int:film_id>/publish/", film.film, name="film"),
    path("films/<int:film_id>/publish/live/", film.live, name="film-live"),
    path("films/<int:film_id>/publish/drafts/", film.drafts, name="film-drafts"),
    path("films/<int:film_id>/publish/shorter/<int:channel_id>/", shorter.shorter, name="film-shorter"),
    path("films/<int:film_id>/publish/shorter/<int:channel_id>/make/", shorter.shorten, name="film-shorten"),
    path("films/<int:film_id>/publish/shorter/undo/<int:edit_id>/", shorter.undo, name="film-shorten-undo"),
]
