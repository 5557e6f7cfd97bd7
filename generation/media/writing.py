"""How writing works: what belongs together, where a line may end, and in which order a line is seen.

Only characters are looked at here; what they are drawn with is the business of `fonts` and `lettering`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from unicodedata import bidirectional, category, normalize

# Signs that never begin a line, and signs that never end one, where lines break between any two characters.
_NEVER_FIRST = frozenset("、。，．・：；？！ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ」』）】》〉”’…‥〜%％")
_NEVER_LAST = frozenset("「『（【《〈“‘")
_ONE_SOUND = frozenset(("ch", "sh", "th", "ph", "gh", "ck", "qu"))
_OWN_HYPHENS = frozenset("-/_.@\u00ad")
_RIGHT_TO_LEFT = frozenset(("ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"))


def runs_right_to_left(language: str) -> bool:
    """Tell whether a language, given by its code, is written from right to left."""
    return language.partition("-")[0].casefold() in _RIGHT_TO_LEFT


def capitals(text: str, language: str = "") -> str:
    """The text in the capitals of its language."""
    if language[:2] in ("tr", "az"):
        text = text.replace("i", "İ").replace("ı", "I")
    return text.upper()


def printable(text: str) -> str:
    """The text on one line, without control characters and halves of characters, which no file can hold."""
    text = normalize("NFC", text)
    return " ".join("".join(sign if category(sign) not in ("Cc", "Cs") else " " for sign in text).split())


def line_pieces(text: str) -> list[tuple[str, bool]]:
    """A text in the pieces between which a line may end, each with whether it is joined to the one before."""
    found = []
    for word in printable(text).split(" "):
        parts = characters(word) if any(is_character(sign) for sign in word) else [word]
        found += [(part, bool(index)) for index, part in enumerate(parts)]
    return found


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be torn apart: a letter with its marks, an emoji with its parts."""
    found: list[str] = []
    for sign in text:
        if found and (_continues(sign) or found[-1].endswith("\u200d") or _completes_flag(found[-1], sign)):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def direction(text: str) -> str:
    """ "rtl" or "ltr" as the first letter runs that has a direction; "" when none has one."""
    for sign in text:
        kind = bidirectional(sign)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""


def seen_order(words: Sequence[str], base: str) -> list[int]:
    """The indices of a line's words from left to right, in a paragraph that runs as `base` does.

    Words without a direction go with the words on both sides when those agree, else with the paragraph.
    """
    runs = _runs_of_direction([direction(word) or _number(word) for word in words], base)
    order = runs if base == "ltr" else runs[::-1]
    return [index for way, indices in order for index in (indices if way == "ltr" else indices[::-1])]


def tear(text: str, parts: int) -> list[str]:
    """Divide a long word into so many parts: at its own hyphens where they are near, else where a syllable begins."""
    signs = clusters(text)
    reach = max(1, len(signs) // (4 * parts))
    cuts = []
    for number in range(1, parts):
        cut = round(len(signs) * number / parts)
        near = sorted(range(max(1, cut - reach), min(len(signs) - 1, cut + reach) + 1), key=lambda at: abs(at - cut))
        own = [at for at in near if signs[at - 1] in _OWN_HYPHENS]
        syllables = [at for at in near if _begins_syllable("".join(signs[at - 1 : at + 2]))]
        cuts.append((own or syllables or [cut])[0])
    return ["".join(signs[start:stop]) for start, stop in pairwise([0, *cuts, len(signs)])]


def _begins_syllable(around: str) -> bool:
    """Whether the second of three letters begins a syllable: a consonant before a vowel does in most languages."""
    if len(around) < 3 or not around.isalpha() or around[:2].lower() in _ONE_SOUND:
        return False
    return not _is_vowel(around[1]) and _is_vowel(around[2])


def _is_vowel(sign: str) -> bool:
    return normalize("NFD", sign)[0].lower() in "aeiouyæøœаеиоуыэюяієї"


def hyphenates(before: str, after: str) -> bool:
    """Tell whether a word torn between these is written with a hyphen: only letters that do not join are."""
    return (
        before[-1].isalpha()
        and after[0].isalpha()
        and not is_character(before[-1])
        and not is_character(after[0])
        and direction(before) == "ltr"
        and before[-1].lower() != before[-1].upper()
    )


def _continues(sign: str) -> bool:
    return category(sign) in ("Mn", "Mc", "Me", "Cf") or 0x1F3FB <= ord(sign) <= 0x1F3FF


def _completes_flag(before: str, sign: str) -> bool:
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(sign)


def _is_flag_letter(sign: str) -> bool:
    return 0x1F1E6 <= ord(sign) <= 0x1F1FF


def _number(word: str) -> str:
    # Numbers are read from left to right in every writing, but do not turn what stands around them.
    return "number" if any(bidirectional(sign) in ("EN", "AN") for sign in word) else ""


def _runs_of_direction(ways: list[str], base: str) -> list[tuple[str, list[int]]]:
    settled = []
    for index, way in enumerate(ways):
        if way in ("ltr", "rtl"):
            settled.append(way)
            continue
        before = settled[index - 1] if index else base
        after = next((later for later in ways[index + 1 :] if later in ("ltr", "rtl")), base)
        settled.append(before if before == after else base)
    runs: list[tuple[str, list[int]]] = []
    for index, way in enumerate(settled):
        if runs and runs[-1][0] == way:
            runs[-1][1].append(index)
        else:
            runs.append((way, [index]))
    return runs


def is_character(sign: str) -> bool:
    """Tell whether it belongs to a writing in which a line may end nearly anywhere."""
    code = ord(sign)
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def characters(text: str) -> list[str]:
    """One character each, with the signs that stay with it; what is written in letters stays together."""
    found: list[str] = []
    for cluster in clusters(text):
        stays = found and (
            cluster[0] in _NEVER_FIRST
            or found[-1][-1] in _NEVER_LAST
            or not (is_character(cluster[0]) or is_character(found[-1][-1]) or found[-1][-1] in _NEVER_FIRST)
        )
        if stays:
            found[-1] += cluster
        else:
            found.append(cluster)
    return found
