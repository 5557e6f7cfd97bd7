"""A server that speaks OpenAI's protocol, in the dialect of OpenAI, OpenRouter, Anthropic, Gemini, Ollama or llama.cpp.

Knobs: `dialect`; `keys` (those accepted; without it any but one that starts with "bad"); `gone` (models that are no
longer there); `answer` (what the language model does: "fence", "prose", "commas", "think", "wrapped", "truncated",
"not_json", "refusal", "filter", "empty", "wrong_shape"); `upstream_error` (what OpenRouter says in a good answer);
`nsfw` (pictures are refused); `no_credit`; `transcript` (what is heard); `seconds` (how long an answer takes);
`size_lie` (pictures of another size), `streamed_header` (WAV files that do not know their length).
"""

from __future__ import annotations

import base64
import json
import re
import time
from typing import Any, ClassVar, Self

import jsonschema

from tests.twins import media
from tests.twins.openai_planning import document
from tests.twins.openai_rules import (
    HEARING_MICROS_A_SECOND,
    IMAGE_MODELS,
    LOCAL,
    MS_A_LETTER,
    OWN_FIELDS,
    PRICES,
    RETIRED,
    SPEC,
    SPEECH_MICROS_A_SECOND,
    SPEECH_MODELS,
    USUAL_PRICE,
    VOICES,
    draws,
    fields_of,
    fingerprint,
    fits,
    is_picture,
    schema_in,
    seconds_of,
    spread,
    unstrict,
    words_of,
)
from tests.twins.server import Answer, Asked, Twin


class OpenAITwin(Twin):
    """One server; `dialect` says whose."""

    name = "openai"
    routes: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("POST", r"(?:.*)/chat/completions", "chat"),
        ("POST", r"(?:.*)/images/generations", "draw"),
        ("POST", r"(?:.*)/images/edits", "edit"),
        ("POST", r"(?:.*)/audio/speech", "speak"),
        ("POST", r"(?:.*)/audio/transcriptions", "transcribe"),
        ("GET", r"(?:.*)/models", "models"),
        ("GET", r"(?:.*)/key", "key"),
        ("GET", r"(?:.*)/credits", "credits"),
        ("GET", r"/health", "health"),
    )

    def __init__(self, dialect: str = "openai") -> None:
        super().__init__()
        self.home = dialect
        self.knobs["dialect"] = dialect
        self.jobs = 0
        self.spoken: dict[str, str] = {}

    def __enter__(self) -> Self:
        super().__enter__()
        return self

    @property
    def dialect(self) -> str:
        """Whose ways it has at the moment."""
        return str(self.knobs.get("dialect", self.home))

    @property
    def base_url(self) -> str:
        """The address that a person would enter."""
        path = {"openrouter": "/api/v1", "gemini": "/v1beta/openai"}.get(self.dialect, "/v1")
        return self.url + path

    def reset(self) -> None:
        """Forget everything but whose server this is."""
        super().reset()
        self.knobs["dialect"] = self.home
        self.spoken = {}

    # --- Manners -----------------------------------------------------------------------------------

    def problem(self, status: int, message: str, code: str | int | None = None, **more: Any) -> Answer:
        """An error as this server words it."""
        kind = str(more.pop("kind", "invalid_request_error"))
        if self.dialect == "openrouter":
            return Answer(status, {"error": {"message": message, "code": status, **more}})
        if self.dialect == "llamacpp":
            return Answer(status, {"error": {"code": status, "message": message, "type": kind}})
        if self.dialect == "gemini":
            return Answer(status, [{"error": {"code": status, "message": message, "status": "INVALID_ARGUMENT"}}])
        return Answer(status, {"error": {"message": message, "type": kind, "param": None, "code": code}})

    def turned_away(self, asked: Asked, *, is_paid: bool = True) -> Answer | None:
        """The answer to somebody without a good key, or, for what is paid, without money."""
        bearer = asked.headers.get("authorization", "").removeprefix("Bearer ").strip()
        key = bearer or (asked.headers.get("x-api-key", "") if self.dialect == "anthropic" else "")
        if not key and self.dialect in LOCAL:
            return None
        accepted = self.knobs.get("keys")
        if key and (key in accepted if accepted else not key.startswith("bad")):
            return self._poor() if is_paid and self.knobs.get("no_credit") else None
        if self.dialect == "gemini":
            return self.problem(400, "API key not valid. Please pass a valid API key.")
        if self.dialect == "openrouter":
            return self.problem(401, "No auth credentials found" if not key else "User not found.")
        message = f"Incorrect API key provided: {key[:4]}***." if key else "You didn't provide an API key."
        return self.problem(401, message, "invalid_api_key")

    def _poor(self) -> Answer:
        if self.dialect == "openrouter":
            hint = {"limit_source": "openrouter_credits", "remedy_hint": "Add credits at openrouter.ai/credits"}
            return self.problem(402, "Insufficient credits.", metadata=hint)
        if self.dialect == "anthropic":
            return self.problem(400, "Your credit balance is too low to access the Anthropic API.")
        message = "You exceeded your current quota, please check your plan and billing details."
        return self.problem(429, message, "insufficient_quota", kind="insufficient_quota")

    def no_model(self, model: str) -> Answer:
        """The answer to a model that is not there."""
        if self.dialect == "ollama":
            return self.problem(404, f'model "{model}" not found, try pulling it first', kind="api_error")
        if self.dialect == "openrouter":
            return self.problem(404, f"No endpoints found for {model}.")
        message = f"The model `{model}` does not exist or you do not have access to it."
        return self.problem(404, message, "model_not_found")

    def wrong(self, body: Any, name: str) -> Answer | None:
        """The answer to a body that the published schema does not allow."""
        check = jsonschema.Draft202012Validator({**SPEC, "$ref": f"#/components/schemas/{name}"})
        own = OWN_FIELDS.get(self.dialect, set())
        if not isinstance(body, dict):
            return self.problem(400, "We could not parse the JSON body of your request.")
        unknown = set(body) - own - fields_of(name)
        if unknown:
            return self.problem(400, f"Unrecognized request argument supplied: {', '.join(sorted(unknown))}")
        plain = {key: value for key, value in body.items() if key not in own}
        for error in check.iter_errors(plain):
            return self.problem(400, f"Invalid value at {'.'.join(map(str, error.path))}: {error.message[:300]}")
        return None

    def next_job(self, prefix: str) -> str:
        """A fresh number for a job."""
        with self.lock:
            self.jobs += 1
            return f"{prefix}-{self.jobs:06d}"

    def bill(self, job: str, model: str, into: int, out: int, seen: int = 0) -> int:
        """Write the bill for tokens and return its micros."""
        price_in, price_out, price_seen = PRICES.get(model, USUAL_PRICE)
        if self.dialect in LOCAL:
            return 0
        micros = (into * price_in + out * price_out + seen * price_seen + 500_000) // 1_000_000
        self.charge(job, micros, f"{model}: {into} + {seen} in, {out} out")
        return micros

    def take_time(self) -> None:
        """Work."""
        time.sleep(float(self.knobs.get("seconds", 0)))

    # --- Language models ---------------------------------------------------------------------------

    def chat(self, asked: Asked) -> Answer:
        """Answer a question with a document."""
        away = self.turned_away(asked) or self.wrong(asked.json, "CreateChatCompletionRequest")
        if away:
            return away
        body = asked.json
        model = str(body["model"])
        if model in set(self.knobs.get("gone", ())) | RETIRED:
            return self.no_model(model)
        bad = self._unfit(body)
        if bad:
            return bad
        self.take_time()
        if self.knobs.get("upstream_error"):
            return Answer(200, {"id": self.next_job("gen"), "error": self.knobs["upstream_error"]})
        return self._completion(body, model)

    def _unfit(self, body: dict[str, Any]) -> Answer | None:
        """What this server does not take of what the schema allows."""
        wanted = body.get("response_format") or {}
        if self.dialect == "openai":
            if "max_tokens" in body and not str(body["model"]).startswith("gpt-4"):
                text = (
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens'."
                )
                return self.problem(400, text, "unsupported_parameter")
            named = wanted.get("json_schema") or {}
            fault = unstrict(named.get("schema"), ()) if named.get("strict") else ""
            if fault:
                text = f"Invalid schema for response_format '{named.get('name')}': {fault}"
                return self.problem(400, text)
        if self.dialect == "openrouter" and not (body.get("provider") or {}).get("require_parameters"):
            body["response_format"] = None  # Sent on to a host that does not look at it.
        if self.dialect == "anthropic":
            body["response_format"] = None
            if body.get("n", 1) != 1:
                return self.problem(400, "n must be 1")
        return None

    def _completion(self, body: dict[str, Any], model: str) -> Answer:
        job = self.next_job("chatcmpl")
        system, user, pictures = words_of(body["messages"])
        for picture in pictures:
            if not is_picture(picture):
                return self.problem(400, "Invalid image data.", "invalid_image")
        schema = ((body.get("response_format") or {}).get("json_schema") or {}).get("schema") or schema_in(system)
        about = "A picture." if pictures else "Sample"
        text = json.dumps(document(user, schema, about), ensure_ascii=False) if schema else f"You said: {user[:80]}"
        message, ended = self._mannered(text)
        into = (len(system) + len(user)) // 4 + 765 * len(pictures)
        out = max(1, len(message.get("content") or message.get("refusal") or "") // 4)
        most = body.get("max_completion_tokens") or body.get("max_tokens") or 4096
        if out > most and ended == "stop":
            message["content"], out, ended = str(message["content"])[: most * 4], most, "length"
        micros = self.bill(job, model, into, out)
        usage: dict[str, Any] = {"prompt_tokens": into, "completion_tokens": out, "total_tokens": into + out}
        if self.dialect == "openrouter":
            usage["cost"] = micros / 1_000_000
        choice = {"index": 0, "finish_reason": ended, "message": {"role": "assistant", **message}, "logprobs": None}
        told = {"id": job, "object": "chat.completion", "created": int(self.now()), "model": model}
        return Answer(200, {**told, "choices": [choice], "usage": usage}, {"x-request-id": job})

    def _mannered(self, text: str) -> tuple[dict[str, Any], str]:
        how = self.knobs.get("answer", "")
        if how == "refusal":
            return {"content": None, "refusal": "I'm sorry, I can't help with that."}, "stop"
        if how == "filter":
            return {"content": "", "refusal": None}, "content_filter"
        said = {
            "fence": f"```json\n{text}\n```",
            "prose": f"Sure! Here is [the plan] you asked for:\n\n{text}\n\nLet me know if it fits.",
            "commas": re.sub(r"([}\]])", r",\1", text).replace("[,]", "[]").replace("{,}", "{}"),
            "think": f"<think>{{not this}} or perhaps</think>\n{text}",
            "wrapped": json.dumps({"answer": json.loads(text)}) if how == "wrapped" else "",
            "truncated": text[: len(text) * 2 // 3],
            "not_json": "I would rather tell you about it in my own words.",
            "empty": "",
            "wrong_shape": '{"surprise": true}',
        }.get(how, text)
        return {"content": said, "refusal": None}, "length" if how == "truncated" else "stop"

    # --- Pictures ----------------------------------------------------------------------------------

    def draw(self, asked: Asked) -> Answer:
        """Draw from words."""
        away = self.turned_away(asked) or self.wrong(asked.json, "CreateImageRequest")
        return away or self._picture(asked.json, 0)

    def edit(self, asked: Asked) -> Answer:
        """Draw from pictures."""
        away = self.turned_away(asked)
        if away:
            return away
        parts = asked.parts
        pictures = [content for name, _, content in parts if name in {"image", "image[]"}]
        fields = {name: content.decode() for name, file, content in parts if not file}
        unknown = set(fields) - fields_of("CreateImageEditRequest")
        if unknown:
            return self.problem(400, f"Unknown parameter: '{sorted(unknown)[0]}'.", "unknown_parameter")
        if [name for name, *_ in parts].count("image") > 1:
            return self.problem(400, "Duplicate parameter: 'image'. Use 'image[]' for several.", "duplicate_parameter")
        if not 1 <= len(pictures) <= 16 or not all(is_picture(content) for content in pictures):
            return self.problem(400, "image: between 1 and 16 PNG, WebP or JPEG files.", "invalid_image_file")
        mask = next((content for name, _, content in parts if name == "mask"), None)
        if mask is not None and not fits(mask, pictures[0]):
            return self.problem(400, "Invalid mask image format - mask size does not match image size", "invalid_mask")
        if "input_fidelity" in fields and fields.get("model", "") != "gpt-image-1.5":
            return self.problem(400, "input_fidelity is not supported with this model.", "unsupported_parameter")
        return self._picture({**fields, "n": int(fields.get("n", 1))}, len(pictures))

    def _picture(self, body: dict[str, Any], given: int) -> Answer:
        model, size = str(body.get("model") or ""), str(body.get("size") or "auto")
        if model in set(self.knobs.get("gone", ())) | RETIRED or not IMAGE_MODELS.fullmatch(model):
            return self.no_model(model)
        if "response_format" in body:
            return self.problem(400, "Unknown parameter: 'response_format'.", "unknown_parameter")
        if not draws(model, size):
            return self.problem(400, f"Invalid size '{size}'.", "invalid_value")
        if self.knobs.get("nsfw"):
            text = "Your request was rejected by the safety system. safety_violations=[violence]."
            return self.problem(400, text, "moderation_blocked", kind="image_generation_user_error")
        self.take_time()
        width, height = (1024, 1024) if size == "auto" else map(int, size.split("x"))
        job, into = self.next_job("img"), len(str(body["prompt"])) // 4
        quality = {"low": 272, "high": 4160, "xhigh": 6240, "max": 8320}.get(str(body.get("quality")), 1056)
        out, seen = width * height * quality // (1024 * 1024), 323 * given
        self.bill(job, model, into, out, seen)
        if self.knobs.get("size_lie"):
            width, height = width // 2, height // 2
        picture = media.picture(width, height, "png", self.jobs)
        details = {"text_tokens": into, "image_tokens": seen}
        usage = {"input_tokens": into + seen, "output_tokens": out, "total_tokens": into + seen + out}
        rows = [{"b64_json": base64.b64encode(picture).decode()}]
        told = {"created": int(self.now()), "data": rows, "usage": {**usage, "input_tokens_details": details}}
        return Answer(200, told, {"x-request-id": job})

    # --- Sound -------------------------------------------------------------------------------------

    def speak(self, asked: Asked) -> Answer:
        """Speak."""
        away = self.turned_away(asked) or self.wrong(asked.json, "CreateSpeechRequest")
        if away:
            return away
        body = asked.json
        model, voice = str(body["model"]), body["voice"]
        if model in self.knobs.get("gone", ()) or model not in SPEECH_MODELS:
            return self.no_model(model)
        if isinstance(voice, str) and voice not in VOICES:
            return self.problem(400, f"Invalid voice '{voice}'.", "invalid_value")
        if model.startswith("tts-1") and "instructions" in body:
            return self.problem(400, "instructions is not supported with this model.", "unsupported_parameter")
        self.take_time()
        duration_ms = max(300, round(len(body["input"]) * MS_A_LETTER / float(body.get("speed", 1))))
        self.charge(self.next_job("speech"), duration_ms * SPEECH_MICROS_A_SECOND // 1000, f"{model}: {duration_ms} ms")
        kind = body.get("response_format", "mp3")
        content = media.sound(duration_ms, "wav" if kind in {"wav", "pcm"} else "mp3", 24_000)
        self.spoken[fingerprint(content)] = body["input"]
        if kind == "pcm":
            content = content[44:]
        elif kind == "wav" and self.knobs.get("streamed_header"):
            content = content[:4] + b"\xff" * 4 + content[8:40] + b"\xff" * 4 + content[44:]
        return Answer(200, content, {"Content-Type": f"audio/{'mpeg' if kind == 'mp3' else kind}"})

    def transcribe(self, asked: Asked) -> Answer:
        """Say what is heard, and when."""
        away = self.turned_away(asked)
        if away:
            return away
        fields = {name: content.decode() for name, file, content in asked.parts if not file}
        sound = next((content for name, file, content in asked.parts if name == "file" and file), b"")
        model, shape = fields.get("model", ""), fields.get("response_format", "json")
        unknown = {name.removesuffix("[]") for name in fields} - fields_of("CreateTranscriptionRequest")
        if unknown:
            return self.problem(400, f"Unknown parameter: '{sorted(unknown)[0]}'.", "unknown_parameter")
        if model in self.knobs.get("gone", ()):
            return self.no_model(model)
        if shape == "verbose_json" and model != "whisper-1":
            text = (
                f"response_format 'verbose_json' is not compatible with model '{model}'. Use 'json' or 'text' instead."
            )
            return self.problem(400, text, "unsupported_value")
        seconds = seconds_of(sound)
        if not seconds:
            return self.problem(400, "The audio file could not be decoded or its format is not supported.")
        self.take_time()
        self.charge(self.next_job("hear"), round(seconds) * HEARING_MICROS_A_SECOND, f"{model}: {seconds:.2f} s")
        text = str(
            self.knobs.get("transcript") or self.spoken.get(fingerprint(sound)) or "The sea was calm that night."
        )
        usage = {"type": "duration", "seconds": round(seconds)}
        if shape != "verbose_json":
            return Answer(200, {"text": text, "usage": usage})
        told = {"task": "transcribe", "language": "english", "duration": seconds, "text": text, "segments": []}
        if fields.get("timestamp_granularities[]") == "word":
            told["words"] = spread(text, seconds)
        return Answer(200, {**told, "usage": usage})

    # --- The account -------------------------------------------------------------------------------

    def models(self, asked: Asked) -> Answer:
        """List what there is."""
        if self.dialect == "anthropic" and not asked.headers.get("x-api-key"):
            return self.problem(401, "x-api-key header is required", kind="authentication_error")
        away = self.turned_away(asked, is_paid=False)
        if away:
            return away
        gone = set(self.knobs.get("gone", ()))
        names = [name for name in (*PRICES, *sorted(SPEECH_MODELS), "whisper-1") if name not in gone]
        rows = [{"id": name, "object": "model", "created": 1_780_000_000, "owned_by": "system"} for name in names]
        return Answer(200, {"object": "list", "data": rows})

    def key(self, asked: Asked) -> Answer:
        """Say of a key what OpenRouter says."""
        away = self.turned_away(asked, is_paid=False)
        if away or self.dialect != "openrouter":
            return away or self.unknown(asked)
        used = self.bill_micros / 1_000_000
        limit = self.knobs.get("limit")
        left = None if limit is None else limit - used
        data = {"label": "sk-or-v1-au7...890", "limit": limit, "limit_remaining": left, "usage": used}
        return Answer(200, {"data": {**data, "is_free_tier": False, "is_management_key": False}})

    def credits(self, asked: Asked) -> Answer:
        """Say what is left, to keys that may ask."""
        away = self.turned_away(asked, is_paid=False)
        if away or self.dialect != "openrouter":
            return away or self.unknown(asked)
        if not self.knobs.get("management_key"):
            return self.problem(403, "Only management keys can fetch credits for an account")
        return Answer(200, {"data": {"total_credits": 100, "total_usage": self.bill_micros / 1_000_000}})

    def health(self, asked: Asked) -> Answer:
        """Say that the model is loaded, as llama.cpp does."""
        return Answer(200, {"status": "ok"})
