"""Addresses of the library."""

from __future__ import annotations

from django.urls import URLPattern, path

from generation.views.library import page, pictures, rows

urlpatterns: list[URLPattern] = [
    path("library/", rows.library, name="library"),
    path("library/live/", page.live, name="library-live"),
    path("library/edits/<int:library_edit_id>/undo/", rows.undo, name="library-edit-undo"),
    path("library/entities/<int:entity_id>/", page.entity, name="library-entity"),
    path("library/entities/<int:entity_id>/change/", rows.change_entity, name="library-entity-change"),
    path("library/entities/<int:entity_id>/delete/", rows.delete_entity, name="library-entity-delete"),
    path("library/entities/<int:entity_id>/impact/", rows.impact, name="library-entity-impact"),
    path("library/entities/<int:entity_id>/guides/", pictures.add_guides, name="library-guides-add"),
    path("library/entities/<int:entity_id>/guides/order/", pictures.order_guides, name="library-guides-order"),
    path("library/guides/<int:guide_id>/remove/", pictures.remove_guide, name="library-guide-remove"),
    path("library/entities/<int:entity_id>/generate/", pictures.generate, name="library-generate"),
    path("library/entities/<int:entity_id>/model/", pictures.choose_model, name="library-model"),
    path("library/entities/<int:entity_id>/reference/", pictures.upload_reference, name="library-reference-upload"),
    path(
        "library/entities/<int:entity_id>/reference/change/",
        pictures.change_reference,
        name="library-reference-change",
    ),
    path("library/entities/<int:entity_id>/reference/clear/", pictures.clear_reference, name="library-reference-clear"),
    path("library/entities/<int:entity_id>/reference/take/", pictures.choose_take, name="library-reference-take"),
    path("library/entities/<int:entity_id>/looks/", pictures.add_look, name="library-look-add"),
    path("library/looks/<int:look_id>/change/", rows.change_look, name="library-look-change"),
    path("library/looks/<int:look_id>/remove/", pictures.remove_look, name="library-look-remove"),
    path("library/voices/<int:voice_id>/", page.voice, name="library-voice"),
    path("library/voices/<int:voice_id>/change/", rows.change_voice, name="library-voice-change"),
    path("library/voices/<int:voice_id>/heard-as/", pictures.change_voice_to, name="library-voice-changed-to"),
    path("library/voices/<int:voice_id>/sample/", pictures.sample, name="library-voice-sample"),
    path("library/voices/<int:voice_id>/copy/", rows.copy_voice, name="library-voice-copy"),
    path("library/voices/<int:voice_id>/delete/", rows.delete_voice, name="library-voice-delete"),
    path("library/styles/<int:style_id>/", page.style, name="library-style"),
    path("library/styles/<int:style_id>/change/", rows.change_style, name="library-style-change"),
    path("library/styles/<int:style_id>/copy/", rows.copy_style, name="library-style-copy"),
    path("library/styles/<int:style_id>/delete/", rows.delete_style, name="library-style-delete"),
    path("library/series/<int:series_id>/", page.series, name="library-series"),
    path("library/series/<int:series_id>/change/", rows.change_series, name="library-series-change"),
    path("library/series/<int:series_id>/delete/", rows.delete_series, name="library-series-delete"),
]
