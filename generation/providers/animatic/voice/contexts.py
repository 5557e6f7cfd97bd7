"""Words that are written alike and spoken differently, told apart by the words next to them.

The tagger of the pronunciation rules gets most verbs and nouns right; these are the ones that it does not know or
mistakes. The first row that fits decides; a word that none fits is left to the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_GROUPS = {
    "MODAL": "to will can could should would must may might shall let's please don't didn't doesn't do did not cannot "
    "can't won't i'll you'll we'll they'll he'll she'll",
    "SUBJECT": "i you we they who",
    "HE": "he she it who that nobody somebody everybody someone everyone one man woman king queen mother father family",
    "A": "a an the his her my your our their its this that every each one no",
    "OBJECT": "it them him her us me you the his my your our their that this these those a an every everything himself "
    "herself themselves",
    "HAVE": "have has had having was were be been is are 've i've we've you've they've he'd she'd i'd well widely",
}

# word | what is directly before it (two words with a +) | what is directly after it | its symbols. Any word of a
# column will do; empty is anything, ^ and $ are the ends of the sentence, and a word with ! must not be there.
_TABLE = """
read | HAVE | | ɹˈɛd
read | MODAL often always usually | | ɹˈid
read | SUBJECT | books every stories aloud at to about in | ɹˈid
lead | of molten like heavy poured | !ing !role !singer !part !actor | lˈɛd
lead | | pipe pipes paint bullet bullets shot weight weights pencil poison poisoning balloon box coffin ball roof | lˈɛd
lead | | glass crystal sheet mine lined foil soldiers soldier | lˈɛd
live | we're they're it's he's she's you're i'm streaming broadcast recorded performed | | lˈIv
live | going go went | | lˈIv
live | is are was were | from on now tonight $ | lˈIv
live | | from onstage television | lˈIv
live | A with | | lˈIv
live | MODAL SUBJECT who people here where we | | lˈɪv
lives | HE | !were !are !lost | lˈɪvz
lives | | in at on here there with alone near by under next up down across forever | lˈɪvz
tear | A single lone hot last | !it !them !apart !off !up !the | tˈɪɹ
tear | | OBJECT off up apart down through into out open away at | tˈɛɹ
tears | he she it who wind | !in !of | tˈɛɹz
wind | MODAL and ^ | up the down | wˈInd
wind | | up it through around along | wˈInd
wind | MODAL roads paths rivers stairs streets road path river | through around along up down its | wˈInd
wound | A old deep open flesh gaping head fresh | !up !around !the !his !her !its | wˈund
wound | | on in from healed bled | wˈund
close | MODAL eyes and ^ | OBJECT at early behind | klˈOz
close | | to by up friend friends together call enough behind range family | klˈOs
close | so too very how | | klˈOs
bow | take took takes taking low deep polite little final slight last | before to and low deeply | bˈW
bow | MODAL | before to down low deeply your his her their $ | bˈW
bow | ship's the | of | bˈW
bow | a his her with the | and | bˈO
bow | low deep polite final slight last take+a took+a takes+a taking+a made+a makes+a gave+a | | bˈW
bows | he she and who man woman butler actor waiter servant crowd | !of !and | bˈWz
bowed | | | bˈWd
bowing | | | bˈWɪŋ
row | terrible huge awful blazing | | ɹˈW
row | a | with about over between | ɹˈW
sow | a the old fat big muddy | | sˈW
sow | | | sˈO
dove | he she they we i it and who then | in into under for off down behind through at | dˈOv
object | MODAL SUBJECT strongly | | əbʤˈɛkt
present | MODAL proudly we | !day !time | pɹəzˈɛnt
present | ^ | arms OBJECT | pɹəzˈɛnt
record | MODAL SUBJECT and ^ | OBJECT | ɹəkˈɔɹd
minute | | detail details difference differences particles amount amounts traces cracks quantities changes | mInjˈut
content | was is were are be felt feel seemed looked quite perfectly so very not am | | kəntˈɛnt
content | | with to | kəntˈɛnt
refuse | MODAL SUBJECT and | | ɹəfjˈuz
refuse | | to it him her them me us | ɹəfjˈuz
does | the two three red young | !not !it !he !she !this !that !the | dˈOz
desert | MODAL never soldiers men | OBJECT | dəzˈɜɹt
bass | | fish fishing lake pond | bˈæs
bass | caught fresh sea striped grilled largemouth | | bˈæs
bass | | | bˈAs
polish | MODAL nail shoe floor furniture | OBJECT off up $ | pˈɑlɪʃ
polish | ^ and | OBJECT | pˈɑlɪʃ
moped | a the his her my old red on by | | mˈOpˌɛd
invalid | an the old poor elderly | !man !code !pass !ticket !number !key !password !card !input | ˈɪnvəlɪd
produce | MODAL they we | | pɹədˈus
project | MODAL | | pɹəʤˈɛkt
console | MODAL and ^ | her him them me us himself herself | kənsˈOl
separate | MODAL they us | | sˈɛpəɹˌAt
moderate | MODAL | | mˈɑdəɹˌAt
estimate | MODAL SUBJECT experts | | ˈɛstəmˌAt
graduate | MODAL SUBJECT | | ɡɹˈæʤəwˌAt
resume | A | | ɹˈɛzəmˌA
learned | a the most very my | man men woman friend judge professor colleague scholar society | lˈɜɹnɪd
blessed | the a this that every oh | !by !with !him !her !us !me !the !it !them | blˈɛsɪd
aged | an the his her my their | | ˈAʤɪd
crooked | | | kɹˈʊkɪd
dogged | a the his her with | | dˈɔɡɪd
nice | in to from near | $ and where | nˈis
nice | ^ in | france | nˈis
reading | ^ in near to | england berkshire pennsylvania railroad gaol | ɹˈɛdɪŋ
august | an most so | | ɔɡˈʌst
"""

_START, _END = "^", "$"
# These stand between a verb and what decides about it.
_BETWEEN = frozenset({"never", "ever", "already", "just", "also", "only", "really", "quickly", "slowly", "finally"})


@dataclass(frozen=True, slots=True)
class _Row:
    before: frozenset[str]
    after: frozenset[str]
    never_after: frozenset[str]
    symbols: str

    def fits(self, before: Sequence[str], after: str) -> bool:
        fits_before = not self.before or not self.before.isdisjoint(before)
        return fits_before and (not self.after or after in self.after) and after not in self.never_after


def _words(column: str) -> frozenset[str]:
    return frozenset(word for name in column.split() for word in _GROUPS.get(name, name).split())


def _rows() -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = {}
    for line in filter(None, _TABLE.splitlines()):
        word, before, after, symbols = (column.strip() for column in line.split("|"))
        listed = _words(after)
        never = frozenset(each[1:] for each in listed if each.startswith("!"))
        wanted = frozenset(each for each in listed if not each.startswith("!"))
        rows.setdefault(word, []).append(_Row(_words(before), wanted, never, symbols))
    return rows


_ROWS = _rows()


def told_apart(words: Sequence[str], index: int) -> str:
    """Return the symbols of the word at `index` (small letters, without marks) as its neighbours ask, "" if unknown."""
    if words[index] not in _ROWS:
        return ""
    earlier = [word for word in words[:index] if word and word not in _BETWEEN]
    before = (earlier[-1], "+".join(earlier[-2:])) if earlier else (_START,)
    after = next(filter(None, words[index + 1 :]), _END)
    return next((row.symbols for row in _ROWS[words[index]] if row.fits(before, after)), "")
