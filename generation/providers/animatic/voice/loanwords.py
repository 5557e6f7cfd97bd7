"""Names and words of other languages, as an English reader who knows them says them.

In the alphabet of the pronunciation rules, where A I O W Y are the diphthongs of "day", "my", "go", "now" and "boy".
"""

from __future__ import annotations

_WORDS = """
déjà dˌAʒˈɑ|très tɹˈA|bien bjˈɛn|amis ɑmˈi|vu vˈu|señor sAnjˈɔɹ|señora sAnjˈɔɹə|señorita sˌAnjəɹˈiTə
senor sAnjˈɔɹ|senora sAnjˈɔɹə
señores sAnjˈɔɹAz|naïve nɑˈiv|résumé ɹˈɛzəmˌA|crème kɹˈɛm|brûlée bɹulˈA|d'oeuvre dˈɜɹv|d'œuvre dˈɜɹv
d'oeuvres dˈɜɹvz|d'état dAtˈɑ|pas pˈɑ|croissant kwɑsˈɑn|croissants kwɑsˈɑnz|vivre vˈivɹə|joie ʒwˈɑ
mâché məʃˈA|protégé pɹˈOTəʒˌA|protégée pɹˈOTəʒˌA|vis-à-vis vˌizəvˈi|voilà vwɑlˈɑ|voila vwɑlˈɑ|c'est sˈA
vie vˈi|monsieur məsjˈɜ|messieurs mAsjˈɜ|mademoiselle mˌædəmwəzˈɛl|dieu djˈɜ|mon mˈOn|revoir ɹəvwˈɑɹ
bonjour bOnʒˈʊɹ|bonsoir bOnswˈɑɹ|chérie ʃɛɹˈi|cherie ʃɛɹˈi|merde mˈɛɹd|sacré sɑkɹˈA|bleu blˈɜ|fête fˈɛt
château ʃæTˈO|chateau ʃæTˈO|ménage mAnˈɑʒ|liaison liˈAzɑn|lingerie lˌɑnʒəɹˈA|soirée swɑɹˈA|soiree swɑɹˈA
matinée mˌætənˈA|sautéed sɔtˈAd|coiffeur kwɑfˈɜɹ|chauffeur ʃOfˈɜɹ|champignon ʃˌɑmpinjˈOn|foie fwˈɑ|gras ɡɹˈɑ
ratatouille ɹˌætətˈui|bouillabaisse bˌujəbˈAs|quiche kˈiʃ|baguette bæɡˈɛt|brioche bɹiˈOʃ|haute ˈOt|oeuvre ˈɜɹvɹə
gracias ɡɹˈɑsiəs|hola ˈOlə|adiós ˌɑdiˈOs|adios ˌɑdiˈOs|buenos bwˈAnOs|buenas bwˈAnəs|días dˈiəs|dias dˈiəs
noches nˈOʧAs|tardes tˈɑɹdAs|favor fˈAvəɹ|jalapeño hˌɑləpˈAnjO|jalapeños hˌɑləpˈAnjOz|piñata pinjˈɑTə
mañana mənjˈɑnə|piña pˈinjə|abuela ɑbwˈAlə|abuelo ɑbwˈAlO|abuelita ˌɑbwAlˈiTə|hermano ɛɹmˈɑnO|hermana ɛɹmˈɑnə
mijo mˈihO|mija mˈihə|m'ijo mˈihO|hijo ˈihO|hija ˈihə|tío tˈiO|tía tˈiə|niño nˈinjO|niña nˈinjə|vámonos vˈɑmOnOs
corazón kˌOɹəsˈOn|amor əmˈɔɹ|querida kAɹˈidə|querido kAɹˈidO|paella pAˈAə|mole mˈOlA|guacamole ɡwˌɑkəmˈOli
pollo pˈYO|llama lˈɑmə|caballero kˌɑbəjˈɛɹO|hacienda ˌɑsiˈɛndə|fiesta fiˈɛstə|siesta siˈɛstə|qué kˈA|sí sˈi
grazie ɡɹˈɑtsiA|prego pɹˈAɡO|bellissima bAlˈisimə|bambino bæmbˈinO|nonna nˈɑnə|nonno nˈɑnO|gnocchi njˈOki
bruschetta bɹuskˈɛTə|prosciutto pɹəʃˈuTO|focaccia fəkˈɑʧə|tagliatelle tˌæljətˈɛli|cappuccino kˌæpəʧˈinO
signora sinjˈɔɹə|signore sinjˈɔɹA|signor sinjˈɔɹ|signorina sˌinjɔɹˈinə|buongiorno bwɔnʤˈɔɹnO|arrivederci ˌɑɹivədˈɛɹʧi
danke dˈɑŋkə|bitte bˈɪTə|guten ɡˈutən|abend ˈɑbənt|morgen mˈɔɹɡən|gesundheit ɡəzˈʊnthˌIt
wiedersehen vˈidəɹzˌAən|über ˈubəɹ|fräulein fɹˈYlIn|fraulein fɹˈYlIn|herr hˈɛɹ|frau fɹˈW|mutter mˈʊTəɹ|vater fˈɑTəɹ
strudel stɹˈudᵊl|schnitzel ʃnˈɪtsᵊl|ja jˈɑ|nein nˈIn|auf ˈWf|achtung ˈɑktʊŋ|liebling lˈiblɪŋ|schadenfreude ʃˈɑdənfɹˌYdə
arigato ˌɑɹiɡˈɑTO|konnichiwa kOnˈiʧiwˌɑ|sayonara sˌIənˈɑɹə|sake sˈɑki|sensei sˈɛnsA|ramen ɹˈɑmən|anime ˈænəmˌA
senpai sˈɛnpI|katana kətˈɑnə|pho fˈʌ|shui ʃwˈA|feng fˈʌŋ|chi ʧˈi|qigong ʧiɡˈɔŋ|dao dˈW|tao dˈW|namaste nˈɑməstˌA
nihao nihˈW|spasibo spəsˈibə|dosvidaniya dəsvidˈɑnjə|babushka bəbˈuʃkə|dacha dˈɑʧə|tsar zˈɑɹ|czar zˈɑɹ
smörgåsbord smˈɔɹɡəsbˌɔɹd|hygge hˈuɡə|fjord fjˈɔɹd|saga sˈɑɡə|chutzpah hˈʊtspə|gyro jˈɪɹO|gyros jˈɪɹOs
habibi həbˈibi|inshallah ɪnʃˈɑlə|salaam səlˈɑm|shukran ʃˈukɹɑn|'n' ən|'n ən
"""
_NAMES = """
jorge hˈɔɹhA|alvarez ˈælvəɹˌɛz|álvarez ˈælvəɹˌɛz|dubois dubwˈɑ|josé hOzˈA|jose hOzˈA|juan wˈɑn|juanita wənˈiTə
javier hˌɑviˈɛɹ|guillermo ɡijˈɛɹmO|joaquin wɑkˈin
joaquín wɑkˈin|jesús hAsˈus|jaime hˈImA|julio hˈuliO|alejandro ˌɑləhˈɑndɹO|alejandra ˌɑləhˈɑndɹə|jiménez himˈAnɛz
jimenez himˈAnɛz|josefina hˌOsəfˈinə|guadalupe ɡwˌɑdəlˈupA|inés inˈɛs|inês inˈAs|maría məɹˈiə|sofía sOfˈiə
lucía lusˈiə|andrés ɑndɹˈAs|ángel ˈɑnhɛl|raúl ɹɑˈul|ramón ɹəmˈOn|iñigo ˈinjiɡO|núñez nˈunjɛz|peña pˈAnjə|quixote kihˈOTi
muñoz munjˈOz|garcía ɡɑɹsˈiə|martínez mɑɹtˈinɛz|gonzález ɡOnzˈɑlɛz|rodríguez ɹOdɹˈiɡɛz|hernández ɛɹnˈɑndɛz
siobhan ʃəvˈɔn|siobhán ʃəvˈɔn|niamh nˈiv|saoirse sˈɜɹʃə|aoife ˈifə|caoimhe kˈivə|ciara kˈiɹə|ciarán kˈiɹən
ciaran kˈiɹən|eoin ˈOɪn|oisín əʃˈin|oisin əʃˈin|róisín ɹOʃˈin|roisin ɹOʃˈin|sean ʃˈɔn|seán ʃˈɔn|sinéad ʃənˈAd
sinead ʃənˈAd|áine ˈɔnjə|aine ˈɔnjə|gráinne ɡɹˈɔnjə|máire mˈɔɹə|pádraig pˈɔdɹɪɡ|tadhg tˈIɡ|cillian kˈɪliən
diarmuid dˈɪɹmɪd|maeve mˈAv|eilidh ˈAli|iain ˈiən|ruairi ɹˈuəɹi|cian kˈiən|fionn fˈɪn|graham ɡɹˈAəm|llewellyn luˈɛlɪn
rhys ɹˈis|ioan jˈOən|nguyen wˈɪn|nguyễn wˈɪn|phuong fˈuŋ|thuy twˈi|linh lˈɪn|minh mˈɪn|duc dˈʊk|tran tɹˈɑn
françois fɹɑnswˈɑ|francois fɹɑnswˈɑ|françoise fɹɑnswˈɑz|zoë zˈOi|chloe klˈOi|chloé klOˈA|amélie ˈæməli|benoît bənwˈɑ
benoit bənwˈɑ|jacques ʒˈɑk|jean-luc ʒˈɑn lˈuk|jean-pierre ʒˈɑn pjˈɛɹ|jean-paul ʒˈɑn pˈɔl|jean-claude ʒˈɑn klˈOd
hélène Alˈɛn|geneviève ʒˌɑnviˈɛv|genevieve ʤˈɛnəvˌiv|étienne Atjˈɛn|etienne Atjˈɛn|guillaume ɡijˈOm|gilles ʒˈil
gérard ʒAɹˈɑɹd|thérèse tAɹˈɛz|céline sAlˈin|cécile sAsˈil|mathieu mætjˈu|mathieu's mætjˈuz|luc lˈuk|yves ˈiv
yvonne ivˈɑn
angelique ˌɑnʤəlˈik|angélique ˌɑnʒAlˈik|margaux mɑɹɡˈO|beauchamp bˈiʧəm|degas dəɡˈɑ|monet mOnˈA|proust pɹˈust
camus kæmˈu|rousseau ɹusˈO|voltaire vOltˈɛɹ|versailles vɛɹsˈI|champs-élysées ʃˌɑnzəlizˈA|louvre lˈuv|marseille mɑɹsˈA
lyon liˈOn|müller mjˈuləɹ|jürgen jˈɜɹɡən|jörg jˈɜɹk|günther ɡˈʊntəɹ|götz ɡˈɜts|heinrich hˈInɹɪk|heidi hˈIdi|goethe ɡˈɜTə
nietzsche nˈiʧə|bach bˈɑk|wagner vˈɑɡnəɹ|johann jˈOhɑn|johannes jOhˈɑnəs|wolfgang vˈɔlfɡɑŋ|münchen mjˈunʧən|köln kˈɜln
zürich zˈʊɹɪk|søren sˈɔɹən|bjørn bjˈɔɹn|björn bjˈɔɹn|åsa ˈOsə|łukasz wˈukɑʃ|lukasz wˈukɑʃ|wojciech vˈYʧɛk
dvořák dvˈɔɹʒɑk
dvorák dvˈɔɹʒɑk|dvorak dvˈɔɹʒɑk|stanisław stˈɑnislɑf|krzysztof kʃˈɪʃtɔf|agnieszka ɑɡnjˈɛʃkə|małgorzata mˌɑlɡɔʒˈɑtə
kowalski kOvˈɑlski|tchaikovsky ʧIkˈɔfski|chopin ʃOpˈæn|dmitri dəmˈitɹi|dmitry dəmˈitɹi|svetlana svɛtlˈɑnə
yevgeny jɛvɡˈAni
xiao ʃˈW|xu ʃˈu|qing ʧˈɪŋ|qin ʧˈɪn|zhang ʤˈɑŋ|zhou ʤˈO|cao tsˈW|xi ʃˈi|xiang ʃjˈɑŋ|qiang ʧjˈɑŋ|zhao ʤˈW|ying jˈɪŋ
xi'an ʃˈiɑn|guangzhou ɡwˌɑŋʤˈO|beijing bˌAʤˈɪŋ|qi ʧˈi|hiroshi hˈɪɹOʃi|takeshi təkˈɛʃi|akira əkˈɪɹə|keiko kˈAkO
haruki hˈɑɹuki|satoshi səTˈOʃi|ryu ɹjˈu|kyoto kjˈOTO|tokyo tˈOkiO|ngozi ŋɡˈOzi|chukwuemeka ʧˌukwuəmˈAkə|adebayo ɑdˈAbɑjO
thandiwe tɑndˈiwA|kwame kwˈɑmA|nkosi ŋkˈOsi|chidi ʧˈidi|chiamaka ʧˌiəmˈɑkə|oluwaseun OlˈuwɑsAˌun|amara əmˈɑɹə
ahmed ˈɑkmɛd|khalid kɑlˈid|aisha iˈiʃə|yusuf jˈusʊf|hassan həsˈɑn|layla lˈAlə|zainab zˈAnɑb|omar ˈOmɑɹ|aziz əzˈiz
priya pɹˈiə|arjun ˈɑɹʤʊn|siddharth sɪdˈɑɹt|lakshmi lˈʌkʃmi|rajesh ɹɑʤˈAʃ|deepak dˈipɑk|ananya ənˈʌnjə|krishna kɹˈɪʃnə
giovanni ʤOvˈɑni|giuseppe ʤusˈɛpi|giulia ʤˈuliə|giulio ʤˈuliO|chiara kiˈɑɹə|guido ɡwˈidO|giorgio ʤˈɔɹʤO|luigi luˈiʤi
gianni ʤˈɑni|giacomo ʤˈɑkəmO|bianca biˈɑŋkə|lucia luʧˈiə|joão ʒwˈW|joao ʒwˈW|conceição kˌɔnsAsˈW|são sˈW|paulo pˈWlO
río ɹˈiO|oaxaca wəhˈɑkə|tijuana tˌiəwˈɑnə|jolla hˈYə|reykjavík ɹˈAkjəvˌɪk|reykjavik ɹˈAkjəvˌɪk|kyiv kˈiv|aires ˈɛɹAz
moines mˈYn|gogh ɡˈO|seuss sˈus|hermione həɹmˈIəni|penelope pənˈɛləpi|persephone pəɹsˈɛfəni|calliope kəlˈIəpi
psyche sˈIki
anaïs ənˈIɪs|loïc lOˈik|björk bjˈɜɹk|sigur sˈɪɡəɹ|gaol ʤˈAl|hermès ɛɹmˈɛz|porsche pˈɔɹʃə|huawei wˈɑwA|xiaomi ʃˈWmi
worcester wˈʊstəɹ|gloucester ɡlˈɔstəɹ|leicester lˈɛstəɹ|thames tˈɛmz|edinburgh ˈɛdənbəɹə|versace vəɹsˈɑʧi
"""

LOANWORDS: dict[str, str] = {
    word: symbols
    for entry in f"{_WORDS}|{_NAMES}".replace("\n", "|").split("|")
    if entry.strip()
    for word, _, symbols in [entry.strip().partition(" ")]
}
"""The symbols of single words, by the word in small letters."""

# In English these are other words when they stand alone.
ONLY_WITH: dict[str, frozenset[str]] = {
    "pas": frozenset({"faux", "n'est", "ne"}),
    "vie": frozenset({"la"}),
    "favor": frozenset({"por"}),
    "shui": frozenset({"feng"}),
    "chi": frozenset({"tai"}),
    "aires": frozenset({"buenos"}),
    "moines": frozenset({"des"}),
    "jolla": frozenset({"la"}),
    "mon": frozenset({"c'est", "oh"}),
    "auf": frozenset({"", "ist", "und"}),
    "mole": frozenset({"pollo", "con", "chicken"}),
    "paulo": frozenset({"são", "sao"}),
    "mutter": frozenset({"meine", "liebe"}),
    "tag": frozenset({"guten"}),
    "xi": frozenset({"president", "mr"}),
}
"""Which words must stand before some of them."""

LOAN_PHRASES: dict[tuple[str, str], tuple[str, str]] = {
    ("faux", "pas"): ("fˌO", "pˈɑ"),
    ("la", "carte"): ("lə", "kˈɑɹt"),
    ("la", "vie"): ("lə", "vˈi"),
    ("mon", "dieu"): ("mˌOn", "djˈɜ"),
    ("mon", "ami"): ("mˌOn", "ɑmˈi"),
    ("mon", "amour"): ("mˌOn", "ɑmˈʊɹ"),
    ("mes", "amis"): ("mˌAz", "ɑmˈi"),
    ("ma", "chérie"): ("mɑ", "ʃɛɹˈi"),
    ("guten", "tag"): ("ɡˌutən", "tˈɑk"),
    ("guten", "morgen"): ("ɡˌutən", "mˈɔɹɡən"),
    ("des", "moines"): ("də", "mˈYn"),
    ("tai", "chi"): ("tˌI", "ʧˈi"),
    ("hors", "d'oeuvre"): ("ɔɹ", "dˈɜɹv"),
    ("hors", "d'oeuvres"): ("ɔɹ", "dˈɜɹvz"),
    ("coup", "d'état"): ("kˌu", "dAtˈɑ"),
    ("mi", "amor"): ("mi", "ɑmˈɔɹ"),
    ("dios", "mío"): ("djˌOs", "mˈiO"),
    ("dios", "mio"): ("djˌOs", "mˈiO"),
    ("a", "la"): ("ə", "lə"),
    ("à", "la"): ("ə", "lə"),
    ("s'il", "vous"): ("sˈil", "vu"),
    ("vous", "plaît"): ("vu", "plˈA"),
    ("tae", "kwon"): ("tˈI", "kwˌɑn"),
    ("kwon", "do"): ("kwˌɑn", "dˈO"),
}
"""Symbols for two words that stand together."""
