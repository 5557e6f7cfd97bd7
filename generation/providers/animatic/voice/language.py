"""Which language a text is written in, guessed by its script and its commonest short words.

The voices need it to choose an engine and the planner to tell the user. A wrong guess away from English
costs more than a missed one (the good voices speak English only), so a text that is short or unclear is English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

ENGLISH = "en"
# Below this share of letters a foreign script is a name or a quotation inside an English text.
MOSTLY = 0.5
# Two stop words can be chance ("die", "a", "son"); a third is a sentence.
ENOUGH_STOP_WORDS = 3
SHORT_TEXT_WORDS = 8

_SCRIPT_LANGUAGES = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "DEVANAGARI": "hi",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "HANGUL": "ko",
    "HEBREW": "he",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}

_STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the and of to in is was that he she it his her with for on as at by they i you had were are be not this "
        "from have but my we an a there who said when then their him into out up one would could them do your me no "
        "what so all",
        "de": "der die das und ist war nicht ein eine einen einem einer er sie es ich du wir ihr mit auf für von zu "
        "dem den des im in sich auch als wie aber noch nur über nach bei aus hat hatte sein seine sind dass so wenn am",
        "fr": "le la les et est était pas un une des du de il elle je tu nous vous avec sur pour dans que qui ne se au "
        "aux son sa ses mais plus comme par ce cette on ont en à leur où très dit sous",
        "es": "el la los las y es era no un una unos de del que en con por para su sus se lo al como pero más yo tú él "
        "ella muy había está este esta cuando donde fue sin sobre le ya hay",
        "it": "il lo la i gli le e è era non un una uno di del della dei che in con per su si al alla come ma più io "
        "tu lui lei nel nella sono ha aveva questo questa quando dove anche suo sua da",
        "pt": "o a os as e é era não um uma de do da dos das que em no na nos com por para seu sua se ao como mas mais "
        "eu ele ela você muito quando onde foi está isso este esta sem sobre já",
        "nl": "de het een en is was niet van in op met voor aan dat die hij zij ze ik je wij er te om ook als maar nog "
        "naar bij uit zijn haar had heeft dit deze door over wat waar toen",
        "sv": "och det att i en ett som är var på av för med inte han hon jag du vi de den till om men har hade sig "
        "från så när vid kan ut sin ur under över",
        "pl": "i w na z się nie jest był była to do że o jak ale po co tak za od jego jej dla przez gdy czy już przed "
        "ten ta ja ty on ona oni pod nad tylko był",
        "tr": "ve bir bu da de için ile çok ama o ben sen biz onu ona gibi ne daha kadar sonra var yok değil dedi olan "
        "her şey mi mı ki en idi vardı",
        "cs": "a v na se je byl byla to že s z do o jak ale po co tak za od jeho její pro když už ten ta já ty on "
        "ona nebyl jsem jsou si ve",
        "ro": "și în de la pe cu un o nu a fost este era că se din pentru mai ca sau dar el ea eu lui ei care când",
        "id": "yang dan di ke dari ini itu dengan untuk tidak pada adalah dalam ia dia saya kami akan sudah telah ada "
        "seorang sebuah oleh karena",
    }.items()
}

# Letters that one language of this list uses and English never does; they settle a tie between neighbours.
_TELLTALE = {
    "de": "ßäöü",
    "fr": "çœêèàùâîô",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "pl": "łąęśżźćń",
    "tr": "ğış",
    "sv": "åäö",
    "cs": "řěůž",
    "ro": "șță",
}
_CYRILLIC_UKRAINIAN = frozenset("іїєґ")
_CYRILLIC_RUSSIAN = frozenset("ыэъё")
_ARABIC_PERSIAN = frozenset("پچژگ")
_WORD = re.compile(r"[^\W\d_]+")


_NAMES = {
    "ar": "Arabic",
    "bn": "Bengali",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def language_name(code: str) -> str:
    """Return the English name of a language that `guess_language` knows, for a user's eyes."""
    return _NAMES.get(code, f'"{code}"')


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of the language `text` is mostly written in; "en" when it is short or unclear."""
    letters = [character for character in text if character.isalpha()]
    if not letters:
        return ENGLISH
    scripts = Counter(_script(character) for character in letters)
    foreign = len(letters) - scripts["LATIN"] - scripts[""]
    if foreign > MOSTLY * len(letters):
        return _by_script(scripts, set(text.lower()))
    return _by_stop_words(text.lower())


def is_mostly_latin(text: str) -> bool:
    """Tell whether at least half of the letters of `text` are Latin; a text without letters counts as Latin."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(_script(character) == "LATIN" for character in letters)
    return latin >= MOSTLY * len(letters)


def _script(character: str) -> str:
    """The first word of the character's Unicode name, which is its script ("LATIN", "CYRILLIC", "CJK")."""
    if character.isascii():
        return "LATIN"
    name = unicodedata.name(character, "").split(" ")[0]
    return "LATIN" if name in {"FULLWIDTH", "MODIFIER", "MATHEMATICAL", "FEMININE", "MASCULINE"} else name


def _by_script(scripts: Counter[str], characters: set[str]) -> str:
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"] + scripts["KATAKANA-HIRAGANA"]
    if scripts["CJK"] + kana > scripts["HANGUL"] and scripts["CJK"] + kana >= max(scripts.values()):
        # Chinese never uses kana, and a Japanese sentence cannot do without.
        return "ja" if kana else "zh"
    script = next((name for name, _ in scripts.most_common() if name and name != "LATIN"), "")
    if script == "CYRILLIC":
        return "uk" if characters & _CYRILLIC_UKRAINIAN and not characters & _CYRILLIC_RUSSIAN else "ru"
    if script == "ARABIC":
        return "fa" if characters & _ARABIC_PERSIAN else "ar"
    return _SCRIPT_LANGUAGES.get(script, ENGLISH)


def _by_stop_words(text: str) -> str:
    words = _WORD.findall(text)
    scores = {language: _score(language, words, text) for language in _STOP_WORDS}
    best = max(scores, key=lambda language: (scores[language], language == ENGLISH))
    if scores[best] < ENOUGH_STOP_WORDS or scores[best] <= scores[ENGLISH]:
        return ENGLISH
    # A few foreign words in a long text are a quotation.
    if len(words) > SHORT_TEXT_WORDS and scores[best] < 0.12 * len(words):
        return ENGLISH
    return best


def _score(language: str, words: list[str], text: str) -> float:
    hits = sum(word in _STOP_WORDS[language] for word in words)
    telltales = sum(text.count(letter) for letter in _TELLTALE.get(language, ""))
    return hits + min(telltales, 3) * 0.75
