"""From the words a plan uses for sounds to the sounds that exist."""

from __future__ import annotations

import re

# Each sound's other names; a place's name calls up what one hears there.
_NAMES: dict[str, str] = {
    "rain": "rain|rainy|raining|rainfall|drizzle|downpour|rain on window|raindrops|shower",
    "wind": "wind|breeze|gust|howling wind|blizzard|draught|windy|snow|leaves|leaves rustling|rustling|desert",
    "waves": "waves|ocean|sea|surf|seaside|shore|beach|tide|lapping|lapping water|ocean waves",
    "stream": "stream|river|brook|running water|waterfall|creek|fountain|flowing water|water|rapids|tap|sink",
    "fire": "fire|fireplace|campfire|crackling|crackle|flames|hearth|bonfire|burning|fire crackling|torch",
    "crowd": "crowd|crowd murmur|murmur|chatter|people|voices|audience|bar chatter|cafe|restaurant|murmuring|pub|"
             "conversation|whispers|whispering|cheering|cheers|laughter|children playing|classroom",
    "traffic": "traffic|cars|street|road|highway|passing cars|car passing|tires|tyres|motorway|car",
    "train": "train|railway|tracks|train wheels|subway|metro|tram|locomotive|carriage|wagon|cart",
    "engine": "engine|motor|car engine|boat engine|truck|tractor|motorboat|propeller|helicopter|plane|aeroplane|"
              "airplane|motorcycle|spaceship engine|rocket|machinery|generator|engine rumble",
    "hum": "hum|machine hum|electric hum|buzz|buzzing|fluorescent|fridge|refrigerator|computer|server|electricity|"
           "humming|machine|air conditioner|ventilation|spaceship|spacecraft|fan|lab|neon|neon buzz|static",
    "room tone": "room tone|silence|room|ambience|ambient|indoor ambience|interior|library|stillness",
    "crickets": "crickets|cricket|grasshoppers|cicada|cicadas|frogs",
    "night": "night|night ambience|night ambiance|nighttime|night sounds",
    "birds": "birds|birdsong|bird|chirping|tweeting|morning birds|sparrows|dawn chorus|songbird|robin|nightingale",
    "seagulls": "seagulls|seagull|gulls|gull",
    "drip": "drip|dripping|water drip|drops|dripping water|water drops|leak|cave|drop",
    "applause": "applause|clapping|clap|ovation",
    "insects": "insects|bees|jungle|flies|summer meadow",
    "bubbles": "bubbles|bubbling|underwater|boiling|cauldron|boiling water|kettle|simmering|aquarium",
    "chimes": "wind chimes|chimes|windchimes",
    "thunder": "thunder|thunderclap|lightning|rumble of thunder|thunderstorm rumble",
    "door": "door|door creak|creaking door|door slam|slam|creak|door opening|door closing|gate|creaking|hinge|"
            "floorboards",
    "knock": "knock|knocking|door knock|knock on door|knocks|rapping",
    "bell": "bell|church bell|bells|tolling|toll|church bells|bell tower|ship bell|gong",
    "doorbell": "doorbell|door bell|shop bell|chime|ding|school bell",
    "phone": "phone|telephone|phone ring|phone ringing|ringing phone|ringing|ringtone|telephone ring",
    "gunshot": "gunshot|gun|shot|gunfire|shooting|pistol|rifle|shots|revolver",
    "explosion": "explosion|blast|bomb|boom|cannon|fireworks|firework|detonation",
    "splash": "splash|splashing|plunge|dive|oars|oar|rowing|paddle",
    "glass clink": "glass clink|clink|clinking|clinking glasses|glasses|toast|cutlery|dishes|cups|glass|plates|coins|"
                   "keys|ice",
    "glass break": "glass break|breaking glass|glass breaking|shattering|shatter|glass shattering|broken glass|"
                   "smash",
    "paper": "paper|pages|page turn|page|rustling paper|letter|book|newspaper|envelope|page turning|writing|"
             "scribbling|pen|pencil|cloth|fabric",
    "dog": "dog|bark|barking|dog bark|dogs|puppy|woof|dog barking",
    "wolf": "wolf|howl|howling|wolves|coyote|wolf howl",
    "cat": "cat|meow|kitten|purr|cats",
    "owl": "owl|hoot|hooting|owls",
    "crow": "crow|raven|crows|ravens|caw|cawing",
    "rooster": "rooster|cock|cockerel|cock crow|farm|chicken|chickens",
    "neigh": "horse neigh|neigh|whinny",
    "siren": "siren|sirens|police|police siren|ambulance|alarm siren|fire engine",
    "car horn": "car horn|horn|honk|honking|horns|beeping car",
    "ship horn": "ship horn|foghorn|fog horn|ship|ferry|steamer|boat horn",
    "train whistle": "train whistle|whistle|steam whistle|steam",
    "magic": "magic|magic shimmer|shimmer|sparkle|spell|twinkle|glitter|enchantment|fairy dust|glow|portal",
    "whoosh": "whoosh|swoosh|swish|wings|flapping|flutter|rush of air|fly past|cape|wing flaps",
    "sword": "sword|swords|blade|clash|sword clash|clang|metal|chains|armour|armor|metal clang",
    "click": "click|switch|camera|shutter|camera click|light switch|lock|latch|button|lighter|match|safe",
    "thud": "thud|thump|fall|bang|drop of body|punch|hit|impact|body fall|stomp|footfall",
    "crash": "crash|collapse|collision|rubble|rockfall|tumble|falling rocks|avalanche",
    "beep": "beep|beeps|beeping|alarm|alarm clock|radar|sonar|monitor|scanner|microwave",
    "laser": "laser|lasers|ray gun|blaster|zap|phaser",
    "breath": "breath|breathing|gasp|sigh|panting|inhale",
    "music box": "music box|musicbox|lullaby box|carousel",
    "footsteps": "footsteps|steps|walk|walks|walking|footstep|running|running feet|boots|heels|footsteps on gravel|"
                 "marching|stairs|feet",
    "hooves": "hooves|horse|horses|hoofbeats|galloping|gallop|clip clop|trotting|carriage horse",
    "clock": "clock|ticking|tick|clock ticking|ticking clock|watch|tick tock|metronome|timer|grandfather clock|"
             "pocket watch",
    "heartbeat": "heartbeat|heart|pulse|heart beat|heart beating",
    "typing": "typing|typewriter|keyboard|keys clacking|keystrokes|telegraph",
    "hammering": "hammering|hammer|anvil|blacksmith|construction|forge|pickaxe",
}  # fmt: skip

_PLACES: dict[str, tuple[str, ...]] = {
    "storm": ("wind", "rain", "thunder"), "thunderstorm": ("rain", "thunder"), "forest": ("birds", "wind"),
    "woods": ("birds", "wind"), "harbour": ("waves", "seagulls"), "harbor": ("waves", "seagulls"),
    "port": ("waves", "seagulls"), "city": ("traffic", "car horn"), "park": ("birds", "crowd"),
    "garden": ("birds", "wind"), "market": ("crowd",), "station": ("train", "crowd"), "office": ("room tone", "typing"),
    "kitchen": ("room tone", "glass clink"), "swamp": ("crickets", "drip"), "hospital": ("hum", "beep"),
    "battle": ("sword", "crowd"), "factory": ("engine", "hammering"), "mountain": ("wind",),
    "village": ("birds", "rooster"), "party": ("crowd", "glass clink"),
}  # fmt: skip

_SOFT = frozenset({"distant", "far", "faint", "soft", "quiet", "gentle", "light", "muffled", "low", "away"})
_STRONG = frozenset({"loud", "heavy", "strong", "roaring", "violent", "pouring", "close"})

_LOOKUP: dict[str, tuple[str, ...]] = {
    **{name: (sound,) for sound, names in _NAMES.items() for name in names.split("|")},
    **_PLACES,
}
_LONGEST_FIRST = sorted(_LOOKUP, key=lambda name: (-len(name), name))


def sounds_named(phrase: str) -> tuple[str, ...]:
    """Return the sounds a phrase such as "heavy rain and a distant bell" names; () where it names none."""
    left = f" {' '.join(re.findall(r'[a-z]+', phrase.lower()))} "
    found: list[str] = []
    for name in _LONGEST_FIRST:
        for form in (name, name + "s", name + "es"):
            if f" {form} " in left:
                left = left.replace(f" {form} ", "  ")
                found += [sound for sound in _LOOKUP[name] if sound not in found]
                break
    return tuple(found)


def loudness_of(phrase: str) -> float:
    """Return the gain its adjectives give a sound: less for "distant", more for "heavy", 1 otherwise."""
    words = set(re.findall(r"[a-z]+", phrase.lower()))
    return 0.5 if words & _SOFT else 1.35 if words & _STRONG else 1.0
