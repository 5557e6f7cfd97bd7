"""The account's addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from generation.views.account import changes, describer_changes, joining, page, statement, vendor_changes

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", page.account, name="account"),
    path("account/drawer/", page.drawer, name="account-drawer"),
    path("account/theme/", changes.theme, name="account-theme"),
    path("account/password/", changes.password, name="account-password"),
    path("account/sessions/end/", changes.end_sessions, name="account-sessions-end"),
    path("account/libraries/<int:library_id>/members/add/", changes.add_member, name="account-member-add"),
    path("account/libraries/<int:library_id>/invite/", changes.invite, name="account-invite"),
    path("account/libraries/<int:library_id>/keys/write/", changes.write_key, name="account-key-write"),
    path("account/libraries/<int:library_id>/vendor/reopen/", vendor_changes.reopen, name="account-vendor-reopen"),
    path("account/libraries/<int:library_id>/vendor/reach/", vendor_changes.reach, name="account-vendor-reach"),
    path("account/libraries/<int:library_id>/vendor/switch/", vendor_changes.switch, name="account-vendor-switch"),
    path("account/libraries/<int:library_id>/statement/", statement.of_library, name="account-library-statement"),
    path(
        "account/libraries/<int:library_id>/statement.csv",
        statement.library_file,
        name="account-library-statement-file",
    ),
    path("account/films/<int:film_id>/statement/", statement.of_film, name="account-film-statement"),
    path("account/films/<int:film_id>/statement.csv", statement.film_file, name="account-film-statement-file"),
    path("account/libraries/<int:library_id>/models/switch/", changes.switch_model, name="account-model-switch"),
    path("account/libraries/<int:library_id>/describer/", describer_changes.choose, name="account-describer"),
    path("account/libraries/<int:library_id>/budget/", changes.library_budget, name="account-library-budget"),
    path("account/films/<int:film_id>/budget/", changes.film_budget, name="account-film-budget"),
    path("account/members/<int:membership_id>/<slug:wish>/", changes.change_member, name="account-member-change"),
    path("account/invitations/<int:invitation_id>/take-back/", changes.take_back, name="account-invitation-take-back"),
    path("account/keys/<int:key_id>/<slug:wish>/", changes.change_key, name="account-key-change"),
    path("join/<str:token>/", joining.join, name="join"),
]
