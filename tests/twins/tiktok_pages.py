"""TikTok's page on which an account's owner says what an app may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from .tiktok_rules import User

_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Authorize {app}</title>
<meta name="viewport" content="width=device-width"><style>body{{font:16px sans-serif;max-width:26rem;margin:3rem auto}}
label{{display:block;margin:.4rem 0}}button{{font:inherit;padding:.6rem 1.4rem;margin:1rem .6rem 0 0}}</style></head>
<body><h1>{app} wants to use your TikTok account</h1><p>This is a stand-in for TikTok on your own machine.</p>
<form method="get" action="/v2/auth/authorize/decide">{hidden}
<fieldset><legend>Account</legend>{users}</fieldset>
<fieldset><legend>It may</legend>{scopes}</fieldset>
<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Deny</button>
</form></body></html>"""


def consent(app: str, asked: Mapping[str, str], scopes: Iterable[str], users: Iterable[User]) -> str:
    """Return the page: the app, the accounts that are signed in, and each scope, which can be unticked."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in asked.items()
    )
    people = "".join(
        f'<label><input type="radio" name="user" value="{escape(user.open_id)}"{" checked" if not number else ""}> '
        f"{escape(user.nickname)} (@{escape(user.username)})</label>"
        for number, user in enumerate(users)
    )
    boxes = "".join(
        f'<label><input type="checkbox" name="granted" value="{escape(scope)}" checked> {escape(scope)}</label>'
        for scope in scopes
    )
    return _PAGE.format(app=escape(app), hidden=hidden, users=people, scopes=boxes)
