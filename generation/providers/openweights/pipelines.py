"""From a row to a diffusers pipeline that is ready on its device."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generation.providers.base import BadAnswer, Invalid, NeedsSetup, Unsupported

from .memory import Placement, is_out_of_memory
from .packages import need
from .shelf import Model
from .weights import Weights, weights_of

Settings = Mapping[str, Any]


def pipeline_model(endpoint: str, pipeline: str, settings: Settings) -> Model:
    """Return the model behind a row.

    Settings: `dtype` ("bfloat16"); `packages` that it needs beside the usual ones; `load`, further fields of
    `from_pretrained` ({"boundary_ratio": 0.875}); `parts`, components from elsewhere ({"motion_adapter": {"class":
    "MotionAdapter", "at": "guoyww/..."}}), in another precision ({"vae": {"class": "AutoencoderKLWan", "subfolder":
    "vae", "dtype": "float32"}}) or of another kind; and those of `weights_of`.
    """
    dtype = str(settings.get("dtype", "bfloat16"))

    def load(placement: Placement) -> Any:
        return _placed(_loaded(endpoint, pipeline, dtype, settings), placement)

    return Model((endpoint, pipeline, dtype), settings, load)


def _loaded(endpoint: str, pipeline: str, dtype: str, settings: Settings) -> Any:
    for package in settings.get("packages", ()):
        need(package)
    found = weights_of(endpoint, settings)
    parts = {name: _part(found.place, rule, dtype, settings) for name, rule in settings.get("parts", {}).items()}
    options = {"use_safetensors": True, **settings.get("load", {}), **found.options, **parts}
    return _from_pretrained(pipeline, found.place, dtype, options)


def _part(place: str, rule: Settings, dtype: str, settings: Settings) -> Any:
    found = weights_of(str(rule["at"]), settings) if "at" in rule else Weights(place, {"local_files_only": True})
    options = {**rule.get("load", {}), **found.options}
    if "subfolder" in rule:
        options["subfolder"] = rule["subfolder"]
    if str(rule["class"]).endswith("Scheduler"):
        # It has no weights, and takes every field that it does not know for one of its own.
        return getattr(need("diffusers"), rule["class"]).from_pretrained(found.place, **options)
    return _from_pretrained(
        str(rule["class"]), found.place, str(rule.get("dtype", dtype)), {"use_safetensors": True, **options}
    )


def _from_pretrained(name: str, place: str, dtype: str, options: Mapping[str, Any]) -> Any:
    torch, diffusers = need("torch"), need("diffusers")
    quiet()
    kind = getattr(diffusers, name, None)
    if kind is None:
        raise Unsupported(f"diffusers {diffusers.__version__} knows no {name}; the model's row names it.")
    try:
        return kind.from_pretrained(place, torch_dtype=getattr(torch, dtype), **options)
    except (OSError, ValueError) as error:
        if is_out_of_memory(error):
            raise
        raise NeedsSetup(
            f"The weights in {place} cannot be loaded as a {name}: a file is missing or broken. Fetch them again.",
            vendor_words=str(error),
        ) from error


def quiet() -> None:
    """Let loading draw no progress bars: they would end up between the lines of the log."""
    for name in ("diffusers", "transformers"):
        need(f"{name}.utils.logging").disable_progress_bar()


def _placed(pipe: Any, placement: Placement) -> Any:
    pipe.set_progress_bar_config(disable=True)
    if placement.is_lean:
        _decode_in_bits(pipe)
    if placement.way == "model":
        pipe.enable_model_cpu_offload(device=placement.device)
    elif placement.way == "sequential":
        pipe.enable_sequential_cpu_offload(device=placement.device)
    else:
        pipe.to(placement.device)
    return pipe


def _decode_in_bits(pipe: Any) -> None:
    for way in ("enable_tiling", "enable_slicing"):
        if hasattr(pipe.vae, way):
            getattr(pipe.vae, way)()


def run(pipe: Any, fields: Mapping[str, Any]) -> Any:
    """Call a pipeline; whatever happens, its parts go back to where they wait.

    Raise `Invalid` where it does not take the fields, `BadAnswer` where it breaks; memory errors stay what they are.
    """
    try:
        with need("torch").inference_mode():
            return pipe(**fields)
    except (TypeError, ValueError) as error:
        raise Invalid(
            "The model does not work with what its row says of it.", vendor_words=f"{type(error).__name__}: {error}"
        ) from error
    except RuntimeError as error:
        if is_out_of_memory(error):
            raise
        raise BadAnswer("The model broke down while it was working.", vendor_words=str(error)) from error
    finally:
        pipe.maybe_free_model_hooks()
