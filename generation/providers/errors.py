"""What can go wrong with somebody else's machine, by what is to be done about it."""

from __future__ import annotations


class ProviderError(Exception):
    """The provider did not give us what we asked for.

    `permanent` means the same request will fail again. `code` is ours, not the vendor's: screens
    and retry rules key on it. The message is in the user's words; `vendor_words` is what the vendor said.
    `charged_micros` is what the vendor billed for it all the same; None where it does not say.
    """

    code = "provider_error"
    permanent = False
    charged_micros: int | None = None

    def __init__(self, message: str, *, vendor_words: str = "") -> None:
        super().__init__(message)
        self.vendor_words = vendor_words


class Unsupported(ProviderError):
    """We asked for something the model cannot do."""

    code = "unsupported"
    permanent = True


class Refused(ProviderError):
    """The vendor's safety rules turned the request down."""

    code = "refused"
    permanent = True


class BadAnswer(ProviderError):
    """The vendor answered, and the answer cannot be used (a broken file, a wrong shape)."""

    code = "bad_answer"


class Unavailable(ProviderError):
    """The vendor cannot be reached or has no room; the same request may succeed later.

    `retry_after_s` is how long the vendor asked us to wait, None where it did not say.
    """

    code = "unavailable"

    def __init__(self, message: str, *, vendor_words: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(message, vendor_words=vendor_words)
        self.retry_after_s = retry_after_s


class RateLimited(Unavailable):
    """We asked too often, or for too much at once. The request was not taken, and cost nothing."""

    code = "rate_limited"


class Unconfirmed(ProviderError):
    """It was sent, and no answer was seen: it may have been made and paid for. Never send it again by itself."""

    code = "unconfirmed"


class OutOfCredit(ProviderError):
    """Nothing is left on the account. The request was not taken."""

    code = "out_of_credit"


class BadKey(ProviderError):
    """The vendor does not accept the key, or the key may not do this."""

    code = "bad_key"


class NeedsSetup(ProviderError):
    """Something must be set up first: a key, an address, a package. The message says what."""

    code = "needs_setup"


class Invalid(ProviderError):
    """The vendor says that the request itself is wrong. The same one would be wrong again."""

    code = "invalid"
    permanent = True


class GoneModel(ProviderError):
    """The vendor does not have this model (any more)."""

    code = "gone_model"
    permanent = True


class LostByVendor(ProviderError):
    """The vendor took it and no longer knows of it, or no longer has the result."""

    code = "lost_by_vendor"


class OutOfMemory(ProviderError):
    """The model did not fit into the memory there is."""

    code = "out_of_memory"


class Stopped(ProviderError):
    """Somebody cancelled it while it was under way."""

    code = "stopped"
