"""Build ffmpeg command lines. Nothing here runs anything; see `runner`.

ffmpeg-python is used for its graph and `compile()` only: it escapes what goes into a filter graph. Its `run()` has no
time limit and its last release was in 2019, so it stays behind this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import ffmpeg

from .formats import SAMPLE_RATE, Format
from .framing import Pan
from .overlay import Overlay
from .probe import READABLE, SERIES_READER, Probed

# A dissolve, a reorder of B-frames: the decoding order runs at most two frames ahead of the order shown.
_REORDER_FRAMES = 2
_RATE_WINDOW_S = 2
# Where the edge of a wipe goes, in the words of the filter: which names where it comes from on the other axis.
_WIPES = {"right": "smoothright", "left": "smoothleft", "up": "smoothup", "down": "smoothdown"}
# How much nearer both pictures of a match come, in parts of the frame cut from each side.
_NEARER = 0.03


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a picture as it is stored: its size and where it begins, in pixels."""

    width: int
    height: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How a picture is brought to the frame: scaled to a size, then cut (`x`, `y` into the picture) or set on black.

    Only a `part` of the picture is scaled where no more of it is ever seen. `pans` move the cut, in pixels of the
    scaled picture: across it if `is_across`, else down.
    """

    width: int
    height: int
    x: int
    y: int
    covers: bool
    part: Part | None = None
    pans: tuple[Pan, ...] = ()
    is_across: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """One input: read from `start_s`, with the first `skipped` frames (of the format's grid) left out."""

    path: Path
    probed: Probed
    fit: Fit
    start_s: Fraction = Fraction(0)
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a segment begins, over its first `frames` frames.

    From another source (`before`) by dissolve, wipe or match; or out of a colour where there is none.
    """

    frames: int
    kind: str = "dissolve"
    towards: str = "right"
    before: Source | None = None
    colour: str = "black"


@dataclass(frozen=True, slots=True)
class Ending:
    """How a segment ends: its last `frames` frames go into a colour."""

    frames: int
    colour: str = "black"


@dataclass(frozen=True, slots=True)
class Scrim:
    """A still with transparency over the whole picture, that comes and goes over these frames."""

    path: Path
    frames_in: int
    frames_out: int


@dataclass(frozen=True, slots=True)
class Packing:
    """How a file's picture and sound are packed anew: "copy", an encoder's name, or nothing for neither."""

    picture: str
    sound: str


def conform(
    source: Source,
    frames: int,
    fmt: Format,
    output: Path,
    *,
    beginning: Beginning | None = None,
    ending: Ending | None = None,
    scrim: Scrim | None = None,
    card: Overlay | None = None,
    captions: Overlay | None = None,
    threads: int = 1,
) -> list[str]:
    """Make one segment: exactly `frames` frames of the source in the format, silent, ready to be joined by copying.

    A source that is too short holds its last frame. A card goes with the picture where it ends; captions stay
    readable through everything.
    """
    picture = _picture(source, frames, fmt, threads)
    if beginning is not None:
        picture = _begun(picture, beginning, frames, fmt, threads)
    if scrim is not None:
        picture = _over(picture, _scrim(scrim, frames, fmt, threads), 0, 0)
    if card is not None:
        picture = _over(picture, _drawn(card, threads), card.x, card.y)
    if ending is not None:
        start = frames - ending.frames
        picture = picture.filter("fade", type="out", start_frame=start, nb_frames=ending.frames, color=ending.colour)
    if captions is not None:
        picture = _over(picture, _drawn(captions, threads), captions.x, captions.y)
    picture = picture.filter(
        "setparams", range="tv", colorspace="bt709", color_primaries="bt709", color_trc="bt709", field_mode="prog"
    )
    result = ffmpeg.output(picture, _file(output), **_encoding(fmt, frames, threads))
    return _compiled(result.global_args("-filter_complex_threads", str(threads)))


def encode_sound(samples: Path, fmt: Format, output: Path) -> list[str]:
    """Encode raw samples (32-bit float, stereo, 48 kHz) as bare AAC-LC, which has no edit list to carry over."""
    sound = ffmpeg.input(_file(samples), f="f32le", ar=SAMPLE_RATE, ac=2)
    options = {
        "c:a": "aac",
        "profile:a": "aac_low",
        "b:a": f"{fmt.audio_bitrate}k",
        "f": "adts",
        "map_metadata": -1,
        "flags:a": "+bitexact",
    }
    return _compiled(ffmpeg.output(sound.audio, _file(output), **options))


def join(listing: Path, sound: Path | None, fmt: Format, output: Path) -> list[str]:
    """Join conformed segments end to end by copying, with the sound beside them: no edit list, index first."""
    streams = [ffmpeg.input(_file(listing), f="concat", safe=0).video]
    if sound is not None:
        streams.append(ffmpeg.input(_file(sound), f="aac").audio)
    # Joining counts in microseconds, which adds up to wrong ticks in a long film. Every packet is one frame: shown
    # times snap to the grid, and decoding times are counted anew.
    on_grid = f"setts=pts=round(PTS*TB*{fmt.rate})*{fmt.tick}:dts=(N-{_REORDER_FRAMES})*{fmt.tick}"
    on_grid += f":duration={fmt.tick}:time_base=1/{fmt.timescale}"
    options = {
        "c": "copy",
        "bsf:v": on_grid,
        "f": "mp4",
        "movflags": "+faststart+negative_cts_offsets",
        "use_editlist": 0,
        "video_track_timescale": fmt.timescale,
        "map_metadata": -1,
        "fflags": "+bitexact",
    }
    return _compiled(ffmpeg.output(*streams, _file(output), **options))


def pack(source: Path, output: Path, packing: Packing, *, threads: int = 2) -> list[str]:
    """Pack a file's first picture and first sound anew, without anything that was written beside them."""
    held = ffmpeg.input(_file(source), format_whitelist=READABLE, protocol_whitelist="file", threads=threads)
    streams, options = [], {"map_metadata": -1, "map_chapters": -1, "fflags": "+bitexact", "threads": threads}
    if packing.picture:
        streams.append(held["v:0"])
        options |= {"c:v": packing.picture, "flags:v": "+bitexact"}
    if packing.picture == "libx264":
        # A clip that browsers do not play may be of ten bits or odd in size; what they play is neither.
        even = "scale=trunc(iw/2)*2:trunc(ih/2)*2"
        options |= {"preset": "veryfast", "crf": 18, "pix_fmt": "yuv420p", "vf": even}
    if packing.sound:
        streams.append(held["a:0"])
        options |= {"c:a": packing.sound, "flags:a": "+bitexact"}
    if packing.sound in {"aac", "libopus"}:
        options["b:a"] = "192k"
    if output.suffix in {".mp4", ".m4a"}:
        options["movflags"] = "+faststart"
    if output.suffix == ".mp3":
        options |= {"id3v2_version": 0, "write_id3v1": 0}
    return _compiled(ffmpeg.output(*streams, _file(output), **options))


def _begun(picture: Any, beginning: Beginning, frames: int, fmt: Format, threads: int) -> Any:
    length, before = beginning.frames, beginning.before
    if before is None:
        return picture.filter("fade", type="in", start_frame=0, nb_frames=length, color=beginning.colour)
    gone = _picture(before, length, fmt, threads, an=None)
    if beginning.kind == "match":
        gone, picture = (
            _nearing(gone, fmt, f"on/{length}"),
            _nearing(picture, fmt, f"max(0,{length}-on)/{length}", length),
        )
    shown = _WIPES.get(beginning.towards, "smoothright") if beginning.kind == "wipe" else "fade"
    # Begun a frame early, so that the first frame seen is already on its way and the last not yet there.
    span = {"offset": _seconds(-1 / fmt.rate), "duration": _seconds((length + 1) / fmt.rate)}
    return ffmpeg.filter([gone, picture], "xfade", transition=shown, **span).filter("trim", end_frame=frames)


def _nearing(picture: Any, fmt: Format, part: str, frames: int | None = None) -> Any:
    """Bring the picture nearer by as much as `part` (0 to 1, of the frame number `on`) says; for its first frames."""
    near = f"{_NEARER}*({part})"
    width, height = fmt.width, fmt.height
    corners = {
        "x0": f"{width}*{near}", "y0": f"{height}*{near}", "x1": f"{width}*(1-{near})", "y1": f"{height}*{near}",
        "x2": f"{width}*{near}", "y2": f"{height}*(1-{near})", "x3": f"{width}*(1-{near})",
        "y3": f"{height}*(1-{near})",
    }  # fmt: skip
    options = {"enable": f"lt(n,{frames})"} if frames is not None else {}
    return picture.filter("perspective", **corners, interpolation="cubic", eval="frame", **options)


def _scrim(scrim: Scrim, frames: int, fmt: Format, threads: int) -> Any:
    still = ffmpeg.input(_file(scrim.path), framerate=str(fmt.rate), threads=threads).video
    # Decoded once and held, which the input's own looping would not do.
    still = _in_our_colours(still).filter("tpad", stop=-1, stop_mode="clone").filter("trim", end_frame=frames)
    if scrim.frames_in:
        still = still.filter("fade", type="in", start_frame=0, nb_frames=scrim.frames_in, alpha=1)
    if scrim.frames_out:
        start = frames - scrim.frames_out
        still = still.filter("fade", type="out", start_frame=start, nb_frames=scrim.frames_out, alpha=1)
    return still


def _drawn(overlay: Overlay, threads: int) -> Any:
    return _in_our_colours(ffmpeg.input(_file(overlay.path), threads=threads).video)


def _in_our_colours(drawn: Any) -> Any:
    return drawn.filter("scale", out_color_matrix="bt709", out_range="tv").filter("format", "yuva420p")


def _over(picture: Any, drawn: Any, x: int, y: int) -> Any:
    return ffmpeg.overlay(picture, drawn, x=x, y=y, format="yuv420", eof_action="repeat")


def _picture(source: Source, frames: int, fmt: Format, threads: int, **marks: None) -> Any:
    """The source's picture on the format's grid, size and colours; always exactly `frames` frames.

    ffmpeg-python takes two equal inputs for one and then cannot use it twice: `marks`, options without a value,
    tell the two of a dissolve apart.
    """
    probed = source.probed
    picture = _read(source, threads, marks)
    if probed.interlaced:
        picture = picture.filter("bwdif", mode="send_frame", deint="interlaced")
    # Scaling is the dear step: it is done on whichever side of the change of rate has fewer frames.
    if probed.rate is not None and probed.rate > fmt.rate:
        picture = _fitted(_on_grid(picture, fmt), source, fmt)
    else:
        picture = _on_grid(_fitted(picture, source, fmt), fmt)
    picture = picture.filter("tpad", stop=-1, stop_mode="clone")
    end = source.skipped + frames
    picture = picture.filter("trim", start_frame=source.skipped, end_frame=end).filter("setpts", "PTS-STARTPTS")
    return _panned(picture, source.fit, fmt) if source.fit.pans else picture


def _panned(picture: Any, fit: Fit, fmt: Format) -> Any:
    """Cut the frame out of the picture where its pans have come to, on each frame."""
    way = "+".join(
        (
            str(fit.x if fit.is_across else fit.y),
            *(
                f"({pan.by})*pow(st(0,clip((n-({pan.start}))/{pan.frames},0,1)),3)*(10+ld(0)*(6*ld(0)-15))"
                for pan in fit.pans
            ),
        )
    )
    x, y = (way, str(fit.y)) if fit.is_across else (str(fit.x), way)
    return picture.filter("crop", fmt.width, fmt.height, x, y, exact=1).filter("format", "yuv420p")


def _read(source: Source, threads: int, marks: dict[str, None]) -> Any:
    options: dict[str, Any] = {"threads": threads, "format_whitelist": READABLE, "protocol_whitelist": "file", **marks}
    if source.probed.reader == SERIES_READER:
        options["pattern_type"] = "none"
    if source.start_s:
        return ffmpeg.input(_file(source.path), ss=_seconds(source.start_s), **options).video
    # A picture track that starts after its sound must not be read as starting with a hole.
    return ffmpeg.input(_file(source.path), **options).video.filter("setpts", "PTS-STARTPTS")


def _on_grid(picture: Any, fmt: Format) -> Any:
    # "pass" keeps at least one frame of a clip that is shorter than a frame.
    return picture.filter("fps", fps=str(fmt.rate), start_time=0, eof_action="pass")


def _fitted(picture: Any, source: Source, fmt: Format) -> Any:
    fit, probed = source.fit, source.probed
    if probed.high_dynamic_range:
        picture = _to_standard_range(picture)
    if fit.part is not None:
        part = fit.part
        picture = picture.filter("crop", part.width, part.height, part.x, part.y)
    picture = picture.filter("scale", fit.width, fit.height, **_colours(probed))
    if fit.pans:
        # With a colour for each pixel a cut may move by single pixels; by two it would be seen to stutter.
        return picture.filter("setsar", 1).filter("format", "yuv444p")
    if fit.covers:
        picture = picture.filter("crop", fmt.width, fmt.height, fit.x, fit.y)
    elif (fit.width, fit.height) != (fmt.width, fmt.height):
        picture = picture.filter("pad", fmt.width, fmt.height, fit.x, fit.y)
    return picture.filter("setsar", 1).filter("format", "yuv420p")


def _colours(probed: Probed) -> dict[str, str]:
    """What the file's numbers mean and what ours do: BT.709, 16 to 235."""
    colours = {"out_color_matrix": "bt709", "out_range": "tv"}
    if probed.matrix in ("bt709", "bt601", "bt2020") and not probed.high_dynamic_range:
        colours |= {"in_color_matrix": probed.matrix, "in_range": "pc" if probed.full_range else "tv"}
    return colours


def _to_standard_range(picture: Any) -> Any:
    """High dynamic range to ordinary: the usual tone curve, in linear light."""
    return (
        picture.filter("zscale", t="linear", npl=100)
        .filter("format", "gbrpf32le")
        .filter("zscale", p="bt709")
        .filter("tonemap", tonemap="hable", desat=0)
        .filter("zscale", t="bt709", m="bt709", r="tv")
        .filter("format", "yuv420p")
    )


def _encoding(fmt: Format, frames: int, threads: int) -> dict[str, Any]:
    return {
        "c:v": "libx264",
        "preset": fmt.preset,
        "crf": fmt.crf,
        "maxrate": f"{fmt.max_bitrate}k",
        "bufsize": f"{fmt.max_bitrate * _RATE_WINDOW_S}k",
        "profile:v": "high",
        "pix_fmt": "yuv420p",
        "g": fmt.gop,
        "bf": 2,
        "flags:v": "+cgop+bitexact",
        # Headers that do not depend on the content, so that segments made one by one can be joined. Looking further
        # ahead than the next key frame changes nothing and holds a hundred megabytes more.
        "x264-params": f"stitchable=1:rc-lookahead={fmt.gop}",
        "threads": threads,
        "frames:v": frames,
        "fps_mode": "passthrough",
        "f": "mp4",
        "movflags": "+negative_cts_offsets",
        "use_editlist": 0,
        "video_track_timescale": fmt.timescale,
        "map_metadata": -1,
        "fflags": "+bitexact",
    }


def _compiled(result: Any) -> list[str]:
    result = result.global_args("-hide_banner", "-nostdin", "-v", "error", "-progress", "pipe:1")
    command: list[str] = ffmpeg.compile(result, cmd="ffmpeg", overwrite_output=True)
    return command


def _file(path: Path) -> str:
    # "file:" so that a name with a colon or a leading dash is never read as a protocol or an option.
    return f"file:{path}"


def _seconds(seconds: Fraction) -> str:
    return f"{float(seconds):.6f}"
