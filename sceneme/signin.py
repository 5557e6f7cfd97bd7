"""Links that sign somebody in once: for the first start, and for whoever has no password yet."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.models import User
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.http import base36_to_int, int_to_base36

LIFETIME_SECONDS: Final = 24 * 60 * 60


class SignInTokens(PasswordResetTokenGenerator):
    """Tokens that die when they are used, when the password changes, and after a day."""

    key_salt = "sceneme.signin"

    def _make_hash_value(self, user: User, timestamp: int) -> str:
        # Django counts the last sign-in in whole seconds; to the microsecond no link outlives its use.
        return f"{super()._make_hash_value(user, timestamp)}{user.last_login}"

    def check_token(self, user: User | None, token: str | None) -> bool:
        """Tell whether a token is this user's and still good."""
        if not user or not token:
            return False
        try:
            made_at = base36_to_int(token.split("-")[0])
        except ValueError:
            return False
        if self._num_seconds(self._now()) - made_at > LIFETIME_SECONDS:
            return False
        fresh: str = self._make_token_with_timestamp(user, made_at, self.secret)
        return constant_time_compare(fresh, token)


TOKENS = SignInTokens()


def sign_in_link(user: User, base_url: str) -> str:
    """Return a link that signs `user` in once, within a day. `base_url` is where the studio is reached."""
    token = f"{int_to_base36(user.pk)}.{TOKENS.make_token(user)}"
    return f"{base_url.rstrip('/')}{reverse('enter', args=(token,))}"


def owner_of(token: str) -> User | None:
    """Return whom a link signs in; None once it is used, too old or made up."""
    who, _, rest = token.partition(".")
    try:
        user = User.objects.filter(pk=base36_to_int(who), is_active=True).first()
    except (ValueError, OverflowError):
        return None
    return user if TOKENS.check_token(user, rest) else None


def use_up(user: User) -> bool:
    """Take the link of `user` out of use; False if somebody used it a moment ago."""
    seen = {"last_login": user.last_login} if user.last_login else {"last_login__isnull": True}
    return bool(User.objects.filter(pk=user.pk, **seen).update(last_login=timezone.now()))
