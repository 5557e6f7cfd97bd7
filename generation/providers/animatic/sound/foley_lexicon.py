"""The words for every sound there is.

A name is a sound of `spots`, `foley_beds` or `foley_rhythms`; behind it are other words for it. Endings do not
matter ("slams" is "slam"), nor does the order of two words ("slam door").
"""

from __future__ import annotations

NAMES: dict[str, str] = {
    # What lasts.
    "rain": "rainy|rainfall|drizzle|downpour|rain window|raindrop|shower|rainstorm|patter|rain roof|rain glass",
    "wind": (
        "breeze|howling wind|blizzard|draught|windy|desert wind|wind tree|wind howl|snowstorm|sandstorm|snow wind"
    ),
    "waves": "ocean|sea|surf|seaside|shore|beach|tide|lapping|lapping water|ocean wave|sea wave|seashore|coast",
    "stream": (
        "river|brook|running water|waterfall|creek|fountain|flowing water|rapids|tap|sink|faucet|trickle|"
        "gurgle|water|bath|hose"
    ),
    "fire": "fireplace|campfire|flame|hearth|bonfire|burn|torch|stove|blaze|furnace|inferno|burning building",
    "crowd": (
        "crowd murmur|chatter|people|voice|audience|bar chatter|cafe chatter|conversation|people talking|"
        "classroom|restaurant chatter|hubbub|commotion|talking|spectator|onlooker|guest|diner"
    ),
    "traffic": (
        "city traffic|street traffic|highway|motorway|passing car|traffic hum|busy street|rush hour|street noise"
    ),
    "train": "train ride|train wheel|rail|railway|subway|metro|tram|locomotive|track|underground",
    "engine": (
        "engine rumble|boat engine|truck|tractor|machinery|generator|engine hum|lorry|bus|van|ship engine|"
        "mower|motor|turbine|factory machine|conveyor|pump|steam engine"
    ),
    "hum": (
        "machine hum|electric hum|buzz|fluorescent|fridge|refrigerator|server|electricity|fan|neon|neon buzz|"
        "static|air conditioner|ventilation|lamp|fluorescent light|light buzz|power hum|ship hum|drone|"
        "spaceship hum|spacecraft|engine room|hull|vent|transformer|computer hum|lights hum"
    ),
    "room tone": "silence|room|ambience|ambient|indoor|interior|stillness|hush|quiet",
    "crickets": "cricket chirp|grasshopper|cicada|night insect",
    "night": "night ambience|night ambiance|nighttime|night sound|midnight|evening",
    "birds": "birdsong|chirping|tweeting|morning bird|dawn chorus|songbird|nightingale|bird singing|chirping bird",
    "seagulls": "seagull|gulls",
    "insects": "bee|jungle|summer meadow|mosquito|swarm|beehive|hive",
    "chimes": "",
    "vent": "air vent|air duct|air flow|life support",
    "underwater": "under water|deep sea|submerged|diving|ocean floor",
    # Doors and what a building does.
    "door slam": "slam|slammed door|slam shut|door bang|slamming",
    "door close": "door|door shut|shut|door shutting|close door|shut door|car door|closing door|lid",
    "door open": "opening door|open door|push door|unlatch",
    "creak": "door creak|creaking|hinge|creaky|creaking wood|squeak|squeaky|creaking hinge|rusty hinge|squeaking",
    "knock": "door knock|knock door|rap|rapping|bang door|pounding door|tap door|tapping|tap",
    "sliding door": "sliding|slide|automatic door|slide open|hatch|shutter|panel slides",
    "gate": ("iron gate|gate open|gate close|portcullis|drawbridge|cell door|prison door|metal door|vault|vault door"),
    "lock": "latch|bolt|padlock|unlock|deadbolt|lock click|key turn|key lock|handcuff|safe|combination",
    "keys": "key|keyring|jingling key|key jingle|jingle key|jingle",
    "doorbell": "door bell|ding dong|chime|door chime",
    "buzzer": "intercom|buzzer sound|entry buzzer|wrong answer|game show",
    "elevator": "lift|elevator ding|elevator door|ding",
    "window": "window open|window close|open window|sash|blind",
    "drawer": "cupboard|cabinet|open drawer|desk drawer|wardrobe|closet|locker|chest|trunk|suitcase",
    "floorboard": (
        "floorboard creak|creaking floor|floor creak|creaking stair|stair creak|chair creak|chair|bed creak"
    ),
    "curtain": "drape|curtain pull|curtain rise",
    # People.
    "footsteps": (
        "step|walk|footstep|foot|stride|pace|tread|boots|boot|shoe|approach|footfall|tiptoe|wander|stroll|"
        "limp|march away|footprint|stomp|sneaker"
    ),
    "running": "run|sprint|running feet|run away|footrace|chase|dash|hurry|flee|rush|jog",
    "stairs": "staircase|climb stair|stairs climb|stairway|ladder|run upstairs|upstairs|downstairs",
    "footsteps wood": "wooden step",
    "footsteps stone": "cobblestone",
    "footsteps heels": "high heel|heel|heels click",
    "footsteps gravel": "gravel|crunching gravel|gravel crunch|pebble",
    "footsteps snow": "crunching snow|snow crunch|footstep snow|crunch|snow",
    "footsteps leaves": "crunching leaf|dry leaf crunch",
    "footsteps grass": "undergrowth",
    "footsteps metal": "metal stair|catwalk|metal walkway|gangway",
    "footsteps water": "wade|puddle|mud|squelch",
    "footsteps carpet": "slipper|padding feet|barefoot",
    "running stone": "",
    "running gravel": "",
    "running snow": "",
    "running leaves": "",
    "running grass": "",
    "running metal": "",
    "running water": "",
    "running wood": "",
    "marching": "march|soldier marching|parade|army|troop|legion|goose step",
    "thud": (
        "thump|bang|impact|hit|bump|footstomp|drop|heavy drop|knock over|land|landing|jump|crate|box|sack|plonk|slump"
    ),
    "body fall": (
        "fall|collapse person|faint floor|drop of body|trip|stumble|tackle|tumble|falls down|fall down|sit down"
    ),
    "punch": "fist|kick|blow|fight|brawl|headbutt|boxing|struck|beat|strike|wrestle",
    "slap": "smack|spank|high five|face slap",
    "clap": "handclap|clap hands|finger snap|snap finger|snap",
    "breath": "breathing|sigh|inhale|exhale|breathe|deep breath|breath out|heavy breathing|sniff|yawn",
    "gasp": "shocked breath|startled breath|intake of breath",
    "panting": "pant|out of breath|wheeze|puffing",
    "sob": "cry|crying|weep|sobbing|whimper|tears|sniffle|wail",
    "scream": "shriek|yell|shout|howl of pain|screaming|cry out|war cry|battle cry",
    "cough": "coughing|clear throat|throat clear|sneeze|choke|hiccup|burp",
    "snore": "snoring|snort asleep",
    "kiss": "smooch|peck",
    "heartbeat": "heart|pulse|heart beat|heart pounding|pounding heart",
    "whistling": "whistle tune|whistling man|person whistle",
    "laugh": "laughter|giggle|chuckle|cackle|snicker|guffaw",
    "baby": "baby cry|infant|newborn|baby crying|crying baby|toddler",
    "crowd laughter": "audience laughter|laugh track|people laughing|crowd laugh|everyone laughs",
    "crowd gasp": "audience gasp|crowd gasps|people gasp|ooh",
    "cheer": (
        "cheering|hooray|hurrah|crowd cheer|cheering crowd|crowd roar|celebration|hurray|ovation cheer|fans|"
        "stadium|jeer|boo"
    ),
    "applause": "applaud|ovation|clapping|standing ovation|audience clap|crowd clap",
    "murmur": "crowd murmurs|mutter|mumble|grumble|whispering crowd",
    "children": "children playing|kids|playground|child|schoolchildren|children laugh|kids playing",
    # Animals.
    "dog": "bark|barking|dog bark|hound|woof|barking dog|guard dog",
    "lap dog": "puppy|small dog|yap|terrier|chihuahua",
    "whine": "dog whine|whimpering dog|whining",
    "growl": "snarl|growling|dog growl|grunt",
    "wolf": "howl|howling|coyote|wolf howl|wolves|werewolf",
    "cat": "meow|kitten|mew|miaow|cat meow",
    "purr": "purring|cat purr",
    "hiss": "cat hiss|hissing|gas|gas leak|leak|air leak|spray|deflate|tyre hiss",
    "neigh": "whinny|horse neigh|horse whinny|stallion",
    "snort": "horse snort|snorting",
    "hooves": "horse|hoofbeat|gallop|clip clop|trot|carriage|hoof|cavalry|wagon|cart|stagecoach|rider",
    "cow": "moo|cattle|bull|ox|herd|buffalo",
    "sheep": "bleat|lamb|goat|baa|flock of sheep|ram",
    "pig": "oink|hog|boar|piglet|swine",
    "rooster": "cock crow|cockerel|cock|crowing rooster|rooster crow",
    "hen": "chicken|cluck|poultry|henhouse|turkey",
    "duck": "quack|goose|geese|honking goose|swan|duckling",
    "bird": "tweet|chirp|sparrow|robin|canary|bird call|cuckoo|lark|finch|parrot",
    "owl": "hoot|hooting|owl hoot",
    "crow": "raven|caw|cawing|magpie|rook|jackdaw",
    "gull": "gull cry|seagull cry|gull call",
    "eagle": "hawk|falcon|screech|eagle cry|vulture|pterodactyl",
    "pigeon": "coo|dove|cooing|pigeons coo",
    "wings": "flap|flapping|flutter|wing flap|wingbeat|wing beat|bat|birds take off|butterfly|moth",
    "frog": "croak|toad|ribbit",
    "cricket": "chirping cricket",
    "fly": "buzzing fly|housefly|wasp|bumblebee|hornet|buzzing",
    "whale": "whale song|whale call|humpback",
    "dolphin": "dolphin click|dolphins squeal|porpoise",
    "mouse": "rat|squeal mouse|mice|rodent|bat squeak|hamster",
    "monkey": "ape|chimp|chimpanzee|gorilla|baboon",
    "elephant": "trumpet elephant|mammoth",
    "lion": "roar|tiger|leopard|panther|bear|big cat|roaring",
    "monster": "beast|dragon|dinosaur|creature|demon|giant|troll|monster roar|dragon roar|zombie|ogre",
    "donkey": "mule|bray|hee haw",
    "snake": "rattlesnake|serpent|viper|cobra|rattle",
    # Machines.
    "car start": "ignition|engine start|start car|engine starts|start engine|car engine|starting car",
    "car pass": (
        "car|drive|car drive|car passing|drive away|car approaching|taxi|automobile|vehicle|speeding car|drives off"
    ),
    "brakes": ("brake|screech tire|screeching tire|tyre screech|tire screech|skid|tires|tyres|car stop|swerve|squeal"),
    "motorcycle": "motorbike|scooter|moped|biker",
    "engine rev": "rev|revving|race car|racing car|engine roar|rev engine",
    "motorboat": "speedboat|outboard|boat|tugboat|fishing boat|ferry engine",
    "helicopter": "chopper|rotor|rotor blade",
    "plane": "aeroplane|airplane|propeller|biplane|aircraft|fly over|flyover|seaplane|bomber",
    "jet": "jet plane|airliner|fighter jet|takeoff",
    "rocket": "launch|liftoff|missile|thruster|rocket launch|blast off|spaceship engine|retro rocket",
    "car horn": "horn|honk|honking|beeping car|traffic horn|horn honk",
    "klaxon": "old car horn|awooga|bulb horn|model t",
    "bicycle bell": "bike bell|bicycle|bike",
    "siren": "police siren|ambulance|fire engine|police|police car|air raid|sirens wail",
    "train pass": (
        "train passing|passing train|train arrive|express train|train approaching|train rushing|train departs"
    ),
    "train whistle": "steam whistle|train horn|locomotive whistle|factory whistle",
    "steam": "steam hiss|steam release|pressure release|valve|steam vent|piston|hydraulic|pneumatic",
    "ship horn": "foghorn|fog horn|ferry|steamer|boat horn|ship|ocean liner|horn of ship",
    "telephone": "phone|phone ring|telephone ring|ringing phone|ringing|rotary phone|ring|old telephone",
    "office phone": "desk phone|modern phone|office telephone",
    "mobile": "cell phone|cellphone|mobile phone|ringtone|smartphone",
    "vibrating phone": "vibrate|vibration|phone vibrate|phone buzz|buzzing phone",
    "dialling": "dial|rotary dial|phone dial|dialing",
    "hang up": "receiver|phone down|handset|pick up phone|phone click",
    "ticking": (
        "clock|tick|tick tock|watch|metronome|timer|pocket watch|clock tick|stopwatch|grandfather clock|"
        "countdown|time bomb"
    ),
    "clock strike": (
        "clock chime|clock striking|clock bell|striking clock|strike midnight|big ben|clock tower|hour strike"
    ),
    "alarm clock": "wake up alarm|alarm clock ring|ringing alarm|fire bell",
    "typewriter": "type|typing|telegraph|teletype|clack key|keystroke|morse|morse code",
    "keyboard": "computer keyboard|computer typing|laptop|typing keyboard|keyboard click",
    "click": (
        "switch|light switch|button|flick switch|mouse click|pen click|toggle|flip switch|lever|trigger|"
        "tape recorder|button press"
    ),
    "camera": "shutter click|camera click|photo|photograph|snapshot|camera shutter|paparazzi",
    "flashbulb": "flash|camera flash|flash bulb",
    "cash register": "till|register|ka ching|cha ching|cashier|sale",
    "beep": "beeping|scanner|microwave|barcode|reverse beep|electronic beep",
    "heart monitor": "hospital monitor|monitor|ecg|ekg|life sign|medical monitor|hospital beep",
    "alert": "notification|message|text message|email|ping|blip|incoming message|chat",
    "error": "wrong|error sound|denied|access denied|fail sound|buzz wrong",
    "computer": (
        "data|processing|console|terminal|mainframe|computer beep|calculating|hacking|hologram|interface|"
        "scan|scanning|screen"
    ),
    "alarm": (
        "alarm siren|burglar alarm|red alert|warning|fire alarm|emergency|security alarm|evacuation|warning signal"
    ),
    "robot": "android|droid|robot beep|robot voice|cyborg",
    "servo": "robot arm|motor whir|whir|mechanical arm|actuator|robot move|gear|mechanism|clockwork|crank|winch",
    "hammer": "hammering|nail|construction|carpentry|hammer blow|pound",
    "anvil": "blacksmith|forge|metal hammering|smith",
    "sawing": (
        "saw|woodwork|hand saw|sandpaper|sand|scrape|scratch|scratching|grind|drag|dragging|shovel|dig|"
        "digging|sweep|broom"
    ),
    "drill": "power drill|chainsaw|electric drill|jackhammer|dentist|mixer|blender",
    "shutdown": "power down|power off|power cut|blackout|die down|lights out",
    "startup": "power up|boot up|switch on|power on|reactor|engage|charge|charging|machine starts|lights on",
    "spark": "electric spark|short circuit|zap|electric shock|electrocute|crackle electric|sparks fly|tesla",
    "projector": ("film projector|movie camera|reel|slide projector|sewing machine|printer|printing press|fax|copier"),
    "radio": "radio static|tune radio|walkie talkie|radio tuning|television|tv|tune in|interference|broadcast",
    "vacuum": "hoover|hair dryer|leaf blower|vacuum cleaner|hairdryer",
    # Weather, water, fire, stone, wood.
    "thunder": "thunderclap|rumble of thunder|rumble|distant thunder|thunder rumble|thunder roll",
    "thunder crack": "lightning|lightning strike|thunder crash|lightning bolt|bolt of lightning",
    "gust": "gust of wind|wind gust|sudden wind|blast of wind|blow out|puff of wind",
    "splash": "plunge|dive|splashing|fall water|jump water|cannonball|swim|swimming|float",
    "drip": "water drip|dripping water|water drop|drop water|leaking|leaky|cave drip|icicle",
    "plop": "pebble water|stone water|dropped in water|fishing line|fish jump",
    "pour": (
        "pour drink|pouring|pour water|pour tea|pour coffee|fill glass|pour wine|drink pour|fill cup|"
        "coffee machine|whiskey|whisky|tea|coffee|pours drink"
    ),
    "wave": "wave crash|crashing wave|big wave|breaker|tidal wave",
    "oars": "oar|row|rowing|paddle|canoe|rowboat|gondola|raft|rowing boat",
    "bubbles": (
        "bubble|boil|boiling|cauldron|boiling water|simmer|aquarium|potion|brew|fizz|chemical|beaker|experiment"
    ),
    "sails": "sail|flag|canvas|banner|flag flap|tarp|tent|flapping sail|parachute",
    "rope": "rope creak|rigging|ship creak|hammock|knot|rope tighten|creaking ship|mast|timber creak|noose",
    "ignite": ("light fire|burst into flame|flare|gas stove|lit torch|catch fire|flame burst|flamethrower|fire breath"),
    "match": ("strike match|match strike|lighter|cigarette|light match|light candle|candle|fuse|matchstick|cigar|pipe"),
    "crackle": "crackling fire|fire crackle|embers|crackling",
    "rocks": (
        "rock|stone fall|rockfall|boulder|rubble|landslide|falling rock|cave in|stone|stones|stone grind|"
        "tomb|rock slide"
    ),
    "earthquake": "quake|tremor|ground shake|shaking|volcano|eruption|ground rumble|underground rumble",
    "branch": ("twig|twig snap|branch snap|branch break|snap twig|stick|bone|bone crack|break wood|crack wood|crack"),
    "tree fall": "falling tree|timber|tree|felled tree|tree falls|chop tree|axe|chop wood",
    "rustle": "rustling|leaves|leaf|bush|rustling leaf|foliage|branches|hedge|shrub|straw|hay",
    "ice": "ice crack|crack ice|frozen lake|ice break|frozen|cracking ice|freeze|glacier|ice cube",
    "avalanche": "snow slide|snowslide",
    # Things.
    "glass clink": ("clink|toast|cheers|clinking|clinking glass|clink glass|champagne glass|wine glass|glasses|glass"),
    "set down": "cup|mug|glass table|put down|place down|teacup|saucer|glass down|cup down|jar|bottle|pot",
    "glass break": (
        "break glass|glass shatter|glass smash|glass crash|window crash|shatter|smash|shattering|"
        "broken glass|window break|smashed window|window smash|window shatter|bottle break|vase|mirror break|"
        "broken window"
    ),
    "page": "page turn|turn page|book page|flip page|leafing|pages|album|notebook|diary|map",
    "paper": (
        "rustling paper|letter|newspaper|envelope|document|unfold|paper rustle|note|file|wrapper|unwrap|"
        "parcel|scroll|papers|bag|unroll"
    ),
    "tear": "rip|tear paper|ripping|rip paper|tearing|tape|tear up|rip cloth",
    "crumple": "crumple paper|crinkle|scrunch|plastic bag|crisp packet|foil",
    "writing": "write|pen|pencil|scribble|quill|sign|signature|sketch|draw|painting|brush",
    "chalk": "blackboard|chalkboard|whiteboard|marker",
    "book": "close book|book close|book drop|book shut|heavy book|snap shut",
    "stamp": "rubber stamp|passport|stapler|staple|seal|punch ticket|hole punch",
    "cloth": (
        "fabric|clothes|jacket|coat|sheet|blanket|dress|cape|cloak|rustling dress|undress|hug|embrace|pillow|"
        "bed|towel|fold"
    ),
    "zip": "zipper|unzip|velcro|bag zip",
    "coins": "coin|money|coin drop|change|gold|treasure|jackpot|slot machine|purse|wallet|jewel|jewelry",
    "dice": "roll dice|marble|marbles|beads|pinball|roulette|pills",
    "cards": "shuffle|shuffle card|deck|playing card|poker|deal card",
    "cutlery": (
        "fork|spoon|knife and fork|silverware|dining|dinner|dishes|cutlery clatter|clatter|meal|lunch|breakfast"
    ),
    "plates": "plate|dish|crockery|china|washing up|pan|pots|tray|bowl",
    "kettle": "whistling kettle|tea kettle|kettle whistle|teapot|kettle boil",
    "frying": "fry|sizzle|frying pan|bacon|grill|barbecue|cooking|sizzling|cook|roast|hot oil|acid|egg",
    "chopping": ("chop|chopping board|chop vegetable|slice|dice vegetable|knife chop|cutting board|cut|scissors|snip"),
    "stirring": "stir|teaspoon|stir tea|stir coffee|whisk|spoon cup",
    "cork": "pop cork|champagne|uncork|wine bottle|bottle open|open bottle|cork pop",
    "can": "open can|soda|beer can|fizzy drink|can open|soda can|aerosol",
    "bite": "eat|chew|munch|apple|bite apple|crunch apple|chomp|eating|snack|biscuit|cookie|popcorn|nibble",
    "gulp": "swallow|drink|sip|slurp|drinking|gulp down|guzzle",
    "chain": ("chains|chain rattle|shackle|rattling chain|anchor|pulley|anchor chain|rattle chain|metal rattle|cage"),
    "clang": (
        "metal|metal clang|bang metal|pipe clang|metal hit|clank|iron|metal bar|pipe metal|bucket|dustbin|"
        "trash can|pot lid|clatter metal"
    ),
    "crash": (
        "collapse|collision|car crash|accident|wreck|demolish|demolition|smash through|crashing|fall apart|"
        "building collapse|furniture|shelf fall|topple|knock down|shipwreck|bowling|derail"
    ),
    "wood hit": (
        "knock wood|wood|plank|gavel|baseball bat|cricket bat|drumstick|judge|wooden|bat hit|domino|chess|"
        "chess piece|ball hit|tennis|golf|pool ball|billiard"
    ),
    "swing": (
        "squeaky swing|rocking chair|seesaw|cradle|swing creak|playground swing|pendulum|wheelchair|pram|"
        "trolley|wheelbarrow"
    ),
    "bell": (
        "church bell|toll|bell toll|church bells|bell tower|cathedral bell|ringing bell|bell ring|"
        "wedding bell|ship bell|tolling|tolling bell|bells ring"
    ),
    "hand bell": (
        "shop bell|small bell|sleigh bell|jingle bell|cat bell|dinner bell|tinkle|door jingle|tambourine|"
        "servant bell|cowbell"
    ),
    "desk bell": "hotel bell|reception bell|counter bell|order up|boxing bell|desk ding",
    "school bell": "class bell|recess|school ring|bell for class|end of class",
    "gong": "temple bell|temple gong|singing bowl|cymbal|cymbals",
    "wind chimes": "wind chime|windchime",
    "music box": "musicbox|lullaby|carousel|jewelry box|toy music|ice cream truck",
    "piano": "piano note|piano chord|play piano|keys of piano|organ|harpsichord",
    "guitar": "guitar strum|strum|lute|banjo|ukulele|violin|fiddle|harp|play guitar|string instrument",
    "drum": "drum beat|bass drum|war drum|tom|drumbeat|timpani|bongo",
    "drum roll": "drumroll|snare|snare roll",
    "horn call": "trumpet|bugle|fanfare|hunting horn|war horn|trumpet call|bugle call|brass|saxophone",
    "referee whistle": "whistle|police whistle|blow whistle|referee|coach whistle|kick off",
    # Shots, blades, blasts.
    "gunshot": "gun|shot|gunfire|shoot|pistol|revolver|handgun|fire gun|bang gun|bullet|shots ring",
    "rifle": "rifle shot|sniper|musket|hunting rifle|sniper shot",
    "shotgun": "shotgun blast|double barrel",
    "machine gun": "tommy gun|automatic fire|machine gun fire|burst of fire|gunfight|shootout|submachine gun|uzi",
    "gun cocking": "cock|cock gun|reload|load gun|safety catch|cock pistol|gun click|rack slide|magazine",
    "ricochet": "bullet ricochet|stray bullet",
    "cannon": "cannon fire|artillery|cannonball fire|mortar|broadside|tank|tank fire",
    "explosion": "blast|bomb|detonation|explode|bomb blast|dynamite|grenade|blow up|nuclear|bombing|mine explode",
    "fireworks": "firework|firecracker|bottle rocket|sparkler",
    "sword": "clash|sword clash|clash of swords|blade|steel|clash of steel|metal blade|blades clash",
    "sword drawn": "draw sword|unsheathe|sheathe|knife|dagger|draw knife|scabbard|blade drawn|draw blade|razor",
    "arrow": "bow|bow and arrow|crossbow|archer|twang|spear|dart|javelin|arrow flies|slingshot",
    "whip": "lash|whip crack|crack whip|bullwhip",
    "stab": "stabbing|pierce|impale|blade flesh",
    "laser": "laser blast|blaster|ray gun|phaser|laser gun|laser beam|laser fire|raygun|lightsaber|beam",
    "armour": "armor|knight|chainmail|plate armour|armour clank|knight walk",
    "sword fight": "battle|duel|swordfight|fencing|combat|war|melee|skirmish",
    # Wonders.
    "magic": (
        "magic shimmer|shimmer|sparkle|twinkle|glitter|enchantment|fairy dust|glow|fairy|wish|pixie|"
        "shooting star|star|stars twinkle|stardust|aurora|moonbeam|unicorn"
    ),
    "spell": (
        "cast|cast spell|wand|magic spell|wizard|witch|sorcery|curse|magic blast|fireball|transform|transformation"
    ),
    "vanish": "disappear|poof|puff of smoke|blink out|invisible|dematerialize",
    "whoosh": (
        "swoosh|rush of air|fly past|fly by|flyby|pass by|zoom|fast movement|throw|thrown|speed past|glide|"
        "soar|slide past|broomstick|superhero fly"
    ),
    "swish": "cape swish|swing sword|sword swing|swipe|swing bat|toss|miss|dodge",
    "boom": "deep boom|sonic boom|dramatic hit|ominous hit|stinger|braam|dramatic boom",
    "riser": "tension rise|build up|suspense rise|rising tension",
    "ghost": "spirit|moan|ghostly wail|haunting|phantom|spectre|ghostly|eerie|moaning|banshee|apparition",
    "whisper": "whispering|murmured voice|hushed voice|ghost whisper|whispers",
    "portal": "gateway|vortex|wormhole|time machine|rift|dimension|black hole|time travel|tardis",
    "space ship": (
        "spaceship|ufo|flying saucer|starship|spaceship pass|alien ship|shuttle|hovercraft|hover car|"
        "flying car|saucer|hover"
    ),
    "warp": "hyperspace|hyperdrive|warp drive|light speed|jump to light",
    "airlock": "air lock|decompression|pressure door|blast door|hatch hiss|space door|docking",
    "teleport": "beam up|transporter|teleportation|materialize",
    "sonar": "radar|submarine|sonar ping|radar ping|submarine ping|depth",
    "force field": ("shield|energy|energy field|plasma|energy shield|electric field|magnetic|crystal hum|reactor hum"),
    "choir": "angel|heavenly|holy|choir sing|divine|heaven|angelic|hymn|chant",
    "boing": "spring|bounce|cartoon spring|trampoline|bouncing|ball|ball bounce|bouncy|basketball",
    "pop": "bubble pop|balloon|balloon pop|popping|plop sound|cartoon pop|bubble wrap",
    "slip": "slide whistle|cartoon slip|banana peel|cartoon fall|slipping",
    # Rhythms that have no spot of their own name.
    "clock": "",
    "hammering": "",
    "typing": "",
}
