"""What rows say: of a model, what it does, its limits and its price; of a vendor, where it is and what it allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from .base import Capability


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """One model of one vendor.

    `settings` belong to the adapter: which of the vendor's fields takes what. `takes` are the kinds of input that it
    understands beside words, `needs` those without which it cannot work: "first_frame", "last_frame", "references",
    "edit", "mask", "sound", "clip", "picture", "sample". `sizes` are the only sizes it makes, (width, height), and
    `durations_ms` the only lengths; empty: any, between `min_duration_ms` and `max_duration_ms`.

    `prices` are prices under a condition, the first that fits wins, else `price_micros` per `price_unit`:
    `{"when": {"resolution": "720p"}, "micros": 110000, "unit": "call"}`. Units: "call", "second" (of what is made),
    "image", "megapixel", "kchar" (1,000 characters), "mtoken" (a million tokens; with `"kind": "in"` or `"out"`).
    A condition names request fields as `generation.pricing` knows them.

    `quality` and `speed` are from 1 to 5, for choosing. `typical_s` is how long it takes until something is learnt.
    `beyond` says what the vendor does with references beyond `max_references`; we never send them. `setup` says what
    has to be set up first where no host is known. `family` chooses how prompts are worded.
    """

    key: str
    label: str
    vendor: str
    capability: Capability
    adapter: str
    endpoint: str
    preference: int = 100
    is_on: bool = True
    family: str = ""
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    max_references: int = 0
    beyond: str = ""
    max_prompt_chars: int | None = None
    durations_ms: tuple[int, ...] = ()
    min_duration_ms: int = 0
    max_duration_ms: int | None = None
    shapes: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = ()
    price_micros: int = 0
    price_unit: str = "free"
    prices: tuple[Mapping[str, Any], ...] = ()
    quality: int = 3
    speed: int = 3
    typical_s: int = 30
    facts_date: date | None = None
    facts_source: str = ""
    setup: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)


class SpeaksAs(Protocol):
    """What every vendor's list of voices says of one."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def sex(self) -> str: ...
    @property
    def age(self) -> str: ...
    @property
    def tone(self) -> str: ...


def voice_rows(offer: str, voices: Iterable[SpeaksAs]) -> list[dict[str, Any]]:
    """Return voices of the model with the key `offer` as rows of a library's voices."""
    fields = ("key", "name", "sex", "age", "tone")
    return [{"offer": offer, **{name: getattr(voice, name) for name in fields}} for voice in voices]


@dataclass(frozen=True, slots=True)
class VendorSpec:
    """Somebody who makes things for us: where, with whose key, and how much at once.

    `variable` is the environment's name for a key that all libraries use; "" for a vendor that asks for none.
    `account`, `webhook` and `settings` are the adapter's: dotted paths of `(Access) -> Account` and
    `(bytes, headers, Access, now) -> Delivery`, and this server's own ways. `max_in_flight` and
    `requests_per_minute` hold for one key across all workers; None: no limit is known.
    """

    key: str
    label: str
    offers: str
    variable: str = ""
    site: str = ""
    base_url: str = ""
    account: str = ""
    webhook: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    download_hosts: tuple[str, ...] = ()
    is_local: bool = False
    max_in_flight: int | None = None
    requests_per_minute: int | None = None
    poll_seconds: float = 5.0
    facts_date: date | None = None
    facts_source: str = ""
