from __future__ import annotations

from generation.media.phrases import phrases
from generation.media.subtitles import to_srt, to_vtt
from generation.media.timeline import CaptionWord

from .said import TALL, WIDE, said


def test_what_looks_like_an_order_is_shown_as_text() -> None:
    words = (CaptionWord("{\\an8}", 0, 300), CaptionWord("<i>a</i>\n&", 300, 600), CaptionWord("b-->c", 600, 900))
    shown = phrases(words, WIDE)

    srt, vtt = to_srt(shown), to_vtt(shown)

    assert "<i>" not in srt
    assert "{\\an8}" not in srt
    assert srt.count("-->") == vtt.count("-->") == len(shown)
    assert "&lt;i&gt;a&lt;/i&gt; &amp;" in vtt


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    shown = phrases((CaptionWord("a\x00b\ud800", 0, 900), CaptionWord("\x1b", 900, 1000)), WIDE)

    assert to_srt(shown).encode().splitlines()[2] == b"a b"
    assert len(shown) == 1


def test_files_are_numbered_and_timed() -> None:
    shown = phrases(said("Hello there, friend.", start_ms=3_661_004), WIDE)

    assert to_srt(shown).startswith("1\n01:01:01,004 --> 01:01:02,134\nHello there, friend.\n")
    assert to_vtt(shown).startswith("WEBVTT\n\n01:01:01.004 --> 01:01:02.134\nHello there, friend.\n")


def test_no_words_give_empty_files() -> None:
    assert to_srt([]) == ""
    assert to_vtt([]) == "WEBVTT\n"


def test_lines_from_right_to_left_say_so() -> None:
    shown = phrases(said("Netflix אוהבת"), WIDE) + phrases(said("אני אוהב Netflix", start_ms=9000), WIDE)

    lines = to_srt(shown).splitlines()

    assert "Netflix אוהבת" in lines
    assert "\u200fאני אוהב Netflix" in lines


def test_characters_are_written_without_blanks() -> None:
    shown = phrases((CaptionWord("你好，", 0, 900), CaptionWord("世界。", 900, 1800)), TALL)

    assert to_srt(shown).splitlines()[2] == "你好， 世界。"
