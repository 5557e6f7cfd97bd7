"""Which words of a story mean which being, and the words that say that a human is meant after all."""

from __future__ import annotations

from .species import SPECIES

# fmt: off
_ALSO = {
    "dog": "mutt mongrel greyhound puppy hound terrier retriever collie spaniel beagle poodle labrador pup doggy "
    "dachshund bulldog "
    "sheepdog pug corgi",
    "wolf": "coyote jackal husky", "fox": "vixen", "cat": "kitten kitty tomcat lynx tabby", "lion": "sphinx",
    "leopard": "cheetah jaguar panther puma cougar", "bear": "cub grizzly teddy",
    "monkey": "chimp chimpanzee ape baboon",
    "gorilla": "orangutan", "horse": "pony mare stallion foal colt steed", "donkey": "mule burro ass",
    "cow": "calf heifer yak",
    "bull": "ox buffalo bison minotaur", "deer": "doe fawn antelope gazelle roe",
    "stag": "reindeer elk caribou buck hart",
    "llama": "alpaca", "elephant": "mammoth", "rhino": "rhinoceros", "hippo": "hippopotamus", "pig": "piglet hog sow",
    "sheep": "ewe", "goat": "kid-goat", "rabbit": "bunny hare", "hamster": "gerbil", "squirrel": "chipmunk",
    "hedgehog": "porcupine", "otter": "ferret weasel stoat marten mongoose", "crocodile": "alligator",
    "lizard": "chameleon gecko iguana salamander newt",
    "dinosaur": "brontosaurus diplodocus stegosaurus triceratops dino",
    "trex": "tyrannosaurus raptor velociraptor", "dragon": "wyvern", "crow": "raven rook blackbird jackdaw",
    "sparrow": "wren finch nightingale lark", "bird": "bluebird canary budgie hummingbird kingfisher songbird cuckoo",
    "gull": "seagull albatross pelican puffin", "swallow": "swift", "parrot": "cockatoo macaw parakeet",
    "hawk": "falcon kestrel buzzard",
    "goose": "gander", "swan": "cygnet", "chicken": "hen", "rooster": "cock cockerel", "heron": "crane egret ibis",
    "ostrich": "emu",
    "fish": "goldfish clownfish salmon trout carp", "dolphin": "porpoise narwhal", "octopus": "squid kraken",
    "crab": "lobster crayfish",
    "turtle": "tortoise", "seal": "walrus sealion", "snake": "serpent cobra python viper", "worm": "earthworm",
    "bee": "wasp bumblebee hornet",
    "ladybird": "ladybug beetle", "firefly": "glowworm", "dragonfly": "damselfly", "ant": "cricket grasshopper",
    "robot": "droid automaton bot mech", "roundbot": "drone", "android": "cyborg",
    "ghost": "spirit phantom spectre poltergeist",
    "alien": "extraterrestrial martian", "mouse": "dormouse vole", "monster": "creature furball gremlin",
    "yeti": "snowmonster",
    "bigfoot": "sasquatch", "werewolf": "beast",
    "troll": "ogre golem", "goblin": "imp orc", "mole": "shrew", "beaver": "groundhog marmot",
}
# fmt: on

WORDS: dict[str, str] = {name: name for name in SPECIES} | {
    word: name for name, words in _ALSO.items() if name in SPECIES for word in words.split()
}
"""Every single word that means a being, and the name of its kind."""

PAIRS = {("polar", "bear"): "polarbear", ("killer", "whale"): "orca", ("sea", "turtle"): "turtle", ("sea",
    "lion"): "seal",
         ("t", "rex"): "trex", ("guinea", "pig"): "hamster", ("teddy", "bear"): "bear", ("winged", "horse"): "pegasus",
         ("sea", "horse"): "seahorse", ("koala", "bear"): "koala", ("snow", "man"): "snowman", ("sea",
         "monster"): "dinosaur",
         ("mountain", "lion"): "lioness", ("baby", "chick"): "chick"}  # fmt: skip
"""Two words that mean another being than their last one."""

YOUNG = frozenset({"puppy", "pup", "kitten", "kitty", "cub", "foal", "colt", "calf", "fawn", "piglet", "lamb",
    "baby", "little", "tiny", "small",
                   "cygnet", "young"})  # fmt: skip
LARGE = frozenset({"big", "huge", "giant", "large", "enormous", "great", "massive", "tall"})

HUMAN = frozenset({"man", "woman", "boy", "girl", "owner", "walker", "trainer", "rider", "keeper", "catcher",
    "hunter", "lady", "farmer",
                   "whisperer", "tamer", "lover", "human", "wife", "husband", "mother", "father", "breeder", "vet",
                   "driver"})  # fmt: skip

NAMES_OF_PEOPLE = frozenset({"robin", "swift", "wren", "finch", "crane", "hawk", "drake", "buck", "cub", "kid",
    "cricket", "lark", "swallow",
                             "rook", "ram", "bull", "ass", "cock", "spirit", "creature", "colt", "kestrel", "jay",
                             "martin", "ant", "mole", "bat",
                             "worm", "imp", "bot", "ogre", "pug", "pup", "sow", "calf", "ape", "doe", "hart", "ox",
                             "carp"})  # fmt: skip
"""Words that are as often a name or an insult: in a name alone they mean nobody but a human."""
