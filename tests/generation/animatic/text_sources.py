"""Stories written for these tests: dialogue-heavy, first person, a fairy tale, a screenplay."""

from __future__ import annotations

NOIR = """The rain had been falling on Harbor Street since noon, and my office smelled of wet dog and old coffee. I \
was three weeks behind on the rent when she walked in.

“Mr. Kane?” she asked. She wore a green silk dress and a black hat with a veil. “My name is Vera Malone.”

“Sit down, Miss Malone,” I said. “Who is dead?”

“Nobody. Not yet.” Vera pulled a photograph from her purse. It showed a tall man with a scar, leaning on a Buick \
outside the Blue Parrot. “That is Eddie Voss. He has my ring.”

“And you want it back.”

“I want him to stop looking for me, Jack.”

I drove downtown that night. The Blue Parrot was a basement bar with a bad piano and worse whiskey. Eddie Voss sat in \
the corner with an umbrella across his knees. The bartender looked at me and shook his head.

“You're late, Kane,” Eddie said. “She always sends somebody. What did she tell you?”

“That you have a ring.”

He laughed, and it was not a happy sound. “I gave her that ring. Ask her about the harbor. Ask her about Danny.”

At dawn I stood on the pier in the fog. Vera was waiting under a lamp. She had a revolver in her hand, and she was \
crying.

“Danny was my brother,” she whispered. “Eddie let him drown.”

“Give me the gun, Vera.”

The waves hit the wood. She gave me the gun. I kept the photograph.
"""

FAIRY_TALE = """The Lantern of Gull Rock

There was once a girl named Leila who lived with her grandfather Harun in a small house by the harbour. Harun, an \
old lighthouse keeper with a white beard, wore a blue wool coat even in summer. Every evening he carried a brass \
lantern up to the lamp room on Gull Rock.

One morning the lantern was gone. "Who would steal a light?" asked Leila. "Somebody who is afraid of the dark," said \
Harun, and he sat down on the stairs and did not get up again.

So Leila put on her red scarf and went into the forest alone. Deep among the trees she met a fox. "I know where it \
is," said the fox, "but I never tell anything for free." Leila gave him half of her bread. The fox ate it slowly. "It \
is in the cave," he said. "Be kind."

In the cave sat a boy, no older than she was, with wild black hair and bare feet. The lantern burned beside him. \
"Please," whispered the boy. "It is so dark at night, and nobody comes."

Leila sat down next to him. "Then come with me," she said. "We have a whole tower full of light."

That night the lamp on Gull Rock burned again. Harun laughed until his beard shook, and the boy, whose name was \
Marcus, climbed the stairs first.
"""

DIALOGUE = """Marta pushed the door of the workshop open. "You said Tuesday."

"I said a Tuesday," said her brother Felix, without looking up from the clock.

"It's Thursday."

"Then I'm early for the next one."

She put both hands on the bench. "Father's watch, Felix. The funeral is tomorrow."

He stopped. He took off his glasses and laid them beside the screwdriver. "I can't open it," he said. "I've tried all \
week."

Marta didn't answer. She picked up the watch.

"Give me the small one," she said.

"Which?"

"The screwdriver, you donkey."

He laughed, and then Mrs. Ellery from the bakery next door knocked on the window with a loaf of bread under her arm. \
"Is it a bad time?" she called.
"""

BEES = """The Bees of Kettle Hill

Old Agnes kept nine hives in the meadow behind the railway. Every morning she walked between them with her smoker and \
her grey scarf, and told the bees the news.

One day the railway company sent a young man with a red tie and a clipboard. He said the meadow would become a parking \
lot. "The papers are signed," he said. "You have until Friday."

That night it rained. Agnes sat by the hives with a lantern. A girl carrying a basket came down the path. "Are they \
sleeping?" the girl asked.

"Bees don't sleep," said Agnes. "They hum."

On Friday the whole village stood in the meadow. Tom, the stationmaster, in his uniform coat, held a sign. The young \
man came, took off his tie, and tore the papers in two.

In the spring there was honey on every table in the village, and the trains slowed down when they passed the meadow.
"""

SCREENPLAY = """Title: The Last Train
Author: Somebody

FADE IN:

EXT. RAILWAY STATION - NIGHT

Rain. An empty platform. ANNA WELLS, 70s, silver hair, grey coat, sits on a bench with a suitcase.

A young conductor, TOM, walks toward her with a lantern.

TOM
(gently)
The last train left an hour ago, ma'am.

ANNA
No, it did not. It left in 1962.

INT. STATION CAFE - LATER

Steam on the windows. Tom puts two cups of tea on the table.

TOM
Who were you waiting for?

ANNA (V.O.)
His name was Henry. He played the trumpet badly.

CUT TO:

EXT. PLATFORM - DAWN

The light of a train. Anna stands up.
"""

STORIES = {"noir": NOIR, "fairy tale": FAIRY_TALE, "dialogue": DIALOGUE, "bees": BEES}

IDEAS = (
    "A 60s noir detective story",
    "a robot who learns to bake bread",
    "why the sky is blue",
    "an ad for a hand-made leather bag",
    "two sisters find a map in their grandmother's attic",
    "a ghost who is afraid of people",
    "a lonely lighthouse keeper and a whale",
    "two rival bakers in Paris",
    "the last library on Mars",
    "a love story on a train",
    "western",
    "an old man who wants to fly",
)

VOICES = [
    {"key": "narrator", "name": "Narrator", "sex": "female", "age": "adult", "tone": "warm narrator"},
    {"key": "man", "name": "Man", "sex": "male", "age": "adult", "tone": ""},
    {"key": "deep_man", "name": "Deep man", "sex": "male", "age": "adult", "tone": "deep"},
    {"key": "woman", "name": "Woman", "sex": "female", "age": "adult", "tone": ""},
    {"key": "boy", "name": "Boy", "sex": "male", "age": "child", "tone": ""},
    {"key": "girl", "name": "Girl", "sex": "female", "age": "child", "tone": ""},
    {"key": "old_man", "name": "Old man", "sex": "male", "age": "elder", "tone": ""},
    {"key": "old_woman", "name": "Old woman", "sex": "female", "age": "elder", "tone": ""},
]
