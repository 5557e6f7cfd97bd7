"""ElevenLabs on loopback: it speaks, aligns, makes sounds and music, keeps a history, and counts credits.

Knobs (`self.knobs`): `key` (the only key that is good; else any but those that begin with "bad"), `permissions` (a
list; without it the key may do all), `tier` ("creator", "free" ...), `limit` (credits of the plan), `concurrency`,
`seconds` (of work for each request), `alignment` ("both", "normalized", "null"), `lie` ("short", "garbage"),
`refuse` (words that its rules do not allow), `gone` (models that are no more), `voices` (more voices of the account).
"""

from __future__ import annotations

import base64
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, ClassVar

from . import media
from .elevenlabs_rules import (
    CHANGERS,
    MODELS,
    MS_PER_CHARACTER,
    PREMADE,
    Item,
    Model,
    Refusal,
    alignment,
    check,
    fit,
    length_ms,
    plan_length,
    refusal,
    resolved,
    schemas,
    voice_row,
    wrong,
)
from .server import Answer, Asked, Twin

MICROS_PER_CREDIT = 100
"""$0.10 for 1,000 credits."""


@dataclass
class Account:
    """What is used of the plan."""

    used: int = 0
    items: list[Item] = field(default_factory=list)
    in_flight: int = 0


class ElevenLabsTwin(Twin):
    """The vendor's server."""

    name: ClassVar[str] = "elevenlabs"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"/v1/text-to-speech/([^/]+)/with-timestamps", "speak_timed"),
        ("POST", r"/v1/text-to-speech/([^/]+)(?:/stream)?", "speak"),
        ("POST", r"/v1/sound-generation", "make_sound"),
        ("POST", r"/v1/music(?:/stream)?", "compose"),
        ("POST", r"/v1/(?:speech-to-speech|voice-changer)/([^/]+)(?:/stream)?", "change_voice"),
        ("POST", r"/v1/forced-alignment", "align"),
        ("GET", r"/v2/voices", "list_voices"),
        ("GET", r"/v1/user", "tell_user"),
        ("GET", r"/v1/user/subscription", "tell_subscription"),
        ("GET", r"/v1/models", "list_models"),
        ("GET", r"/v1/history", "list_history"),
        ("GET", r"/v1/history/([^/]+)", "tell_item"),
        ("GET", r"/v1/history/([^/]+)/audio", "send_item"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.account = Account()

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.account = Account()

    def _routed(self, asked: Asked) -> Answer:
        with self.lock:
            self.account.in_flight += 1
            in_flight = self.account.in_flight
        try:
            self._admit(asked, in_flight)
            return super()._routed(asked)
        except Refusal as refused:
            return refused.answer
        finally:
            with self.lock:
                self.account.in_flight -= 1

    def _admit(self, asked: Asked, in_flight: int) -> None:
        key = asked.headers.get("xi-api-key", "")
        good = self.knobs.get("key")
        if not key or (good and key != good) or (not good and key.startswith("bad")):
            raise refusal(401, "invalid_api_key", "Invalid API key")
        if asked.method == "POST":
            if in_flight > int(self.knobs.get("concurrency", 10)):
                raise refusal(
                    429, "too_many_concurrent_requests", "Too many concurrent requests. Your plan allows fewer."
                )
            time.sleep(float(self.knobs.get("seconds", 0)))

    # --- Speech ------------------------------------------------------------------------------------

    def speak(self, asked: Asked, voice: str) -> Answer:
        """Speak, and send the sound alone."""
        item = self._spoken(asked, voice)
        return Answer(200, item.sound, {"Content-Type": "audio/mpeg", **self._headers(item)})

    def speak_timed(self, asked: Asked, voice: str) -> Answer:
        """Speak, and say when each character is heard."""
        item = self._spoken(asked, voice)
        told = item.alignments or {"alignment": None, "normalized_alignment": None}
        return Answer(200, {"audio_base64": base64.b64encode(item.sound).decode(), **told}, self._headers(item))

    def _spoken(self, asked: Asked, voice: str) -> Item:
        self._may("text_to_speech")
        body = self._checked(asked, "speech")
        self._format(asked)
        model_id = body.get("model_id", "eleven_multilingual_v2")
        model = self._model(model_id, MODELS)
        fit(body, model)
        self._voice(voice)
        text = str(body["text"])
        self._moderate(text)
        credits = -(-int(len(text) * model.credits * 1000) // 1000)
        before, after = self._spend(credits)
        sound = self._sound(len(text) * MS_PER_CHARACTER)
        item = Item(
            uuid.uuid4().hex[:20], uuid.uuid4().hex, voice, model_id, text, int(self.now()), before, after, sound,
            self._alignments(text),
        )  # fmt: skip
        self.charge(item.request_id, credits * MICROS_PER_CREDIT, f"{credits} credits: speech")
        with self.lock:
            self.account.items.append(item)
        return item

    def _alignments(self, text: str) -> dict[str, Any] | None:
        way = self.knobs.get("alignment", "both")
        said = text.replace("20", "twenty").replace("$", "dollars ")
        heard = alignment(text) if way == "both" else None
        return None if way == "null" else {"alignment": heard, "normalized_alignment": alignment(said)}

    def _headers(self, item: Item) -> dict[str, str]:
        return {
            "request-id": item.request_id,
            "history-item-id": item.history_item_id,
            "character-cost": str(item.after - item.before),
            "current-concurrent-requests": str(self.account.in_flight),
            "maximum-concurrent-requests": str(self.knobs.get("concurrency", 10)),
            "x-region": "us-central1",
        }

    # --- Other sounds ------------------------------------------------------------------------------

    def make_sound(self, asked: Asked) -> Answer:
        """Make a sound effect."""
        self._may("sound_generation")
        body = self._checked(asked, "effects")
        self._format(asked)
        self._model(body.get("model_id", "eleven_text_to_sound_v2"), {"eleven_text_to_sound_v2": Model(450)})
        seconds = body.get("duration_seconds")
        if seconds is not None and not 0.5 <= seconds <= 30:
            raise refusal(400, "invalid_generation_settings", "duration_seconds must be between 0.5 and 30")
        if not body["text"].strip() or len(body["text"]) > 450:
            raise refusal(400, "text_too_long", "The text must have 1 to 450 characters.")
        self._moderate(body["text"])
        credits = 200 if seconds is None else -(-int(seconds * 1000) * 40 // 1000)
        self._spend(credits)
        job = uuid.uuid4().hex
        self.charge(job, credits * MICROS_PER_CREDIT, f"{credits} credits: effects")
        sound = self._sound(round((seconds or 5) * 1000))
        return Answer(200, sound, {"Content-Type": "audio/mpeg", "request-id": job, "character-cost": str(credits)})

    def compose(self, asked: Asked) -> Answer:
        """Compose a score."""
        self._may("music_generation")
        body = self._checked(asked, "music")
        self._model(body.get("model_id", "music_v1"), {"music_v1": Model(4100), "music_v2": Model(4100)})
        plan, prompt = body.get("composition_plan"), body.get("prompt")
        if (plan is None) == (prompt is None):
            raise wrong(["body"], "Provide either prompt or composition_plan", "value_error")
        if prompt is None and (body.get("force_instrumental") or body.get("music_length_ms")):
            raise wrong(["body"], "force_instrumental and music_length_ms go with prompt", "value_error")
        if prompt is not None and body.get("seed") is not None:
            raise wrong(["body", "seed"], "seed cannot be used with prompt", "value_error")
        length = plan_length(plan, body.get("model_id", "music_v1")) if plan else body.get("music_length_ms") or 30_000
        if not 3000 <= length <= 600_000:
            raise wrong(["body", "composition_plan"], "A song lasts 3 to 600 seconds", "value_error")
        self._moderate(json.dumps(plan) if plan else str(prompt), status="bad_prompt")
        job = uuid.uuid4().hex
        # $0.30 a minute.
        self.charge(job, length * 5, f"{length} ms: music")
        return Answer(200, self._sound(length), {"Content-Type": "audio/mpeg", "song-id": job, "request-id": job})

    def change_voice(self, asked: Asked, voice: str) -> Answer:
        """Give a recording another voice."""
        self._may("speech_to_speech")
        form = self._form(asked, "voice")
        self._format(asked)
        self._model(form.get("model_id", b"eleven_english_sts_v2").decode(), dict.fromkeys(CHANGERS, Model(0)))
        self._voice(voice)
        length = length_ms(form["audio"])
        job = uuid.uuid4().hex
        # $0.12 a minute.
        self.charge(job, length * 2, f"{length} ms: voice changer")
        return Answer(200, self._sound(length), {"Content-Type": "audio/mpeg", "request-id": job})

    def align(self, asked: Asked) -> Answer:
        """Say when each word is heard: they share the recording by their length."""
        self._may("forced_alignment")
        form = self._form(asked, "align")
        text, length = form["text"].decode(), length_ms(form["file"]) / 1000
        self.charge(uuid.uuid4().hex, -(-round(length * 1000) * 62 // 1000), "forced alignment")
        step = length / max(1, len(text))
        characters = [{"text": each, "start": at * step, "end": (at + 1) * step} for at, each in enumerate(text)]
        words, at = [], 0
        for word in text.split():
            at = text.index(word, at)
            words.append({"text": word, "start": at * step, "end": (at + len(word)) * step, "loss": 0.1})
            at += len(word)
        return Answer(200, {"characters": characters, "words": words, "loss": 0.1})

    # --- Account -----------------------------------------------------------------------------------

    def list_voices(self, asked: Asked) -> Answer:
        """One page of the account's voices."""
        self._may("voices_read")
        size = int(asked.query.get("page_size", ["10"])[0])
        if not 1 <= size <= 100:
            raise wrong(["query", "page_size"], "Input should be less than or equal to 100", "less_than_equal")
        voices = [voice_row(*row) for row in PREMADE.items()] + list(self.knobs.get("voices", ()))
        at = int(asked.query.get("next_page_token", ["0"])[0])
        more = at + size < len(voices)
        page = {"voices": voices[at : at + size], "has_more": more, "total_count": len(voices)}
        return Answer(200, {**page, "next_page_token": str(at + size) if more else None})

    def tell_subscription(self, asked: Asked) -> Answer:
        """The plan, and what is used of it."""
        self._may("user_read")
        return Answer(200, {**self._plan(), "open_invoices": [], "has_open_invoices": False})

    def tell_user(self, asked: Asked) -> Answer:
        """Who it is."""
        self._may("user_read")
        user = {"user_id": "u_4f1c", "first_name": "Ada", "is_new_user": False, "created_at": 1_700_000_000}
        flags = ("can_use_delayed_payment_methods", "is_onboarding_completed", "is_onboarding_checklist_completed")
        return Answer(200, {**user, **dict.fromkeys(flags, False), "seat_type": "x", "subscription": self._plan()})

    def list_models(self, asked: Asked) -> Answer:
        """The models there are."""
        rows = [{"model_id": key, "can_do_text_to_speech": True} for key in MODELS]
        rows += [{"model_id": key, "can_do_voice_conversion": True} for key in CHANGERS]
        return Answer(200, [row for row in rows if row["model_id"] not in self.knobs.get("gone", ())])

    def list_history(self, asked: Asked) -> Answer:
        """One page of what was spoken, the newest first."""
        self._may("speech_history_read")
        wanted = {name: asked.query[name][0] for name in ("voice_id", "model_id") if name in asked.query}
        since = int(asked.query.get("date_after_unix", ["0"])[0])
        rows = [
            item
            for item in reversed(self.account.items)
            if item.date_unix >= since and all(getattr(item, name) == value for name, value in wanted.items())
        ]
        after = asked.query.get("start_after_history_item_id", [""])[0]
        at = next((index + 1 for index, item in enumerate(rows) if item.history_item_id == after), 0)
        size = min(int(asked.query.get("page_size", ["100"])[0]), int(self.knobs.get("page", 1000)))
        page = rows[at : at + size]
        last = page[-1].history_item_id if page else None
        more = at + size < len(rows)
        return Answer(200, {"history": [item.told() for item in page], "last_history_item_id": last, "has_more": more})

    def tell_item(self, asked: Asked, item_id: str) -> Answer:
        """One line of the history."""
        return Answer(200, self._item(item_id).told())

    def send_item(self, asked: Asked, item_id: str) -> Answer:
        """The sound of one line of the history."""
        return Answer(200, self._item(item_id).sound, {"Content-Type": "audio/mpeg"})

    # --- Rules -------------------------------------------------------------------------------------

    def _item(self, item_id: str) -> Item:
        for item in self.account.items:
            if item.history_item_id == item_id:
                return item
        raise refusal(400, "history_item_not_found", "A history item with this ID was not found.")

    def _plan(self) -> dict[str, Any]:
        limit = int(self.knobs.get("limit", 100_000))
        numbers = (
            "voice_slots_used", "professional_voice_slots_used", "professional_voice_slots_used_in_workspace",
            "voice_limit", "voice_add_edit_counter", "professional_voice_limit", "max_credit_limit_extension",
        )  # fmt: skip
        flags = (
            "can_extend_character_limit", "allowed_to_extend_character_limit", "can_extend_voice_limit",
            "can_use_instant_voice_cloning", "can_use_professional_voice_cloning",
        )  # fmt: skip
        return {
            **dict.fromkeys(numbers, 0),
            **dict.fromkeys(flags, False),
            "tier": self.knobs.get("tier", "creator"),
            "character_count": self.account.used,
            "character_limit": limit,
            "max_character_limit_extension": None,
            "next_character_count_reset_unix": 1_796_083_200,
            "current_overage": {"amount": "0", "currency": "usd"},
            "status": "active",
        }

    def _may(self, permission: str) -> None:
        allowed = self.knobs.get("permissions")
        if allowed is not None and permission not in allowed:
            raise refusal(
                401,
                "missing_permissions",
                f"The API key you used is missing the permission {permission} to execute this.",
            )

    def _model(self, model_id: str, models: dict[str, Model]) -> Model:
        if model_id in self.knobs.get("gone", ()) or model_id not in models:
            raise refusal(400, "model_not_found", f"A model with model ID {model_id} does not exist.")
        return models[model_id]

    def _voice(self, voice: str) -> None:
        if voice not in PREMADE and voice not in {row["voice_id"] for row in self.knobs.get("voices", ())}:
            raise refusal(400, "voice_not_found", "A voice with the given ID was not found.")

    def _format(self, asked: Asked) -> None:
        wanted = asked.query.get("output_format", ["mp3_44100_128"])[0]
        if wanted not in schemas()["formats"]:
            raise wrong(["query", "output_format"], "Input should be a known format", "enum")
        dear = wanted == "mp3_44100_192" or wanted in {"pcm_44100", "wav_44100"}
        if dear and self.knobs.get("tier", "creator") in {"free", "starter"}:
            raise refusal(403, "output_format_not_allowed", "This format needs a higher plan.")

    def _spend(self, credits: int) -> tuple[int, int]:
        with self.lock:
            before, limit = self.account.used, int(self.knobs.get("limit", 100_000))
            if before + credits > limit:
                left = limit - before
                raise refusal(
                    401,
                    "quota_exceeded",
                    f"This request exceeds your quota of {limit}. You have {left} credits remaining, while {credits} "
                    "credits are required for this request.",
                )
            self.account.used += credits
            return before, self.account.used

    def _moderate(self, text: str, status: str = "content_against_policy") -> None:
        if any(word in text for word in self.knobs.get("refuse", ())):
            raise refusal(400, status, "The request goes against our terms of service.")

    def _sound(self, duration_ms: int) -> bytes:
        lie = self.knobs.get("lie")
        if lie == "garbage":
            return b"<html>not a sound</html>"
        return media.sound(duration_ms // 3 if lie == "short" else duration_ms, "mp3")

    def _checked(self, asked: Asked, name: str) -> dict[str, Any]:
        """The body, after what the published schema says; fields that it does not name are refused."""
        body = asked.json
        if not isinstance(body, dict):
            raise wrong(["body"], "Input should be a valid dictionary", "model_attributes_type")
        schema = {**schemas()["bodies"][name], "$defs": schemas()["$defs"]}
        check(body, schema)
        return body

    def _form(self, asked: Asked, name: str) -> dict[str, bytes]:
        form = {each: content for each, _, content in asked.parts}
        schema = resolved(schemas()["bodies"][name])
        for missing in [each for each in schema["required"] if each not in form]:
            raise wrong(["body", missing], "Field required", "missing")
        for unknown in [each for each in form if each not in schema["properties"]]:
            raise wrong(["body", unknown], "Extra inputs are not permitted", "extra_forbidden")
        return form
