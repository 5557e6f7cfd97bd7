## adventure,children,drama find,open,search,thing
title: The {thing} in {place}|North of the Last Page|The Uncharted Hour
O: sister
A: collector male
logline: {H} and {O} find a {thing}, and follow it further than they were allowed to.
@ $place day
1 {H} and {O} found the {thing} on the one day they had been told not to touch anything.
2 It was behind a trunk, under forty years of dust, tied with a blue ribbon that broke when {O} looked at it.
3 %place
2 H: Somebody hid this.
+ O: Somebody hid it badly. Move over.
3 On the back, in pencil, stood four words: “Not for him. Ever.”
4 O: Who is him?
+ H: Let's find out before he does.
@ village day
2 They asked at the post office. They asked at the harbour wall. Everybody in {town} knew something, and looked at the ceiling while they said it.
3 %place
2 A (gentle): What a charming old thing. I'd pay a hundred for it.
+ H: It isn't for sale.
+ A: Two hundred. And you never saw me.
4 O (whispering): That's him.
+ H (whispering): I know. Keep smiling. Walk backwards.
...
@ cave dusk storm
2 The {thing} led them along the cliffs, down a hundred steps, and into a cave that only opened at low water.
3 %weather
1 O (shouting): {H}! The tide!
3 The water was at their knees. It had been at their ankles when they started the sentence.
2 H: Give me your hand. There's a ledge. There has to be a ledge, they drew a ledge!
4 Behind them a lamp swung in the dark. The collector had followed, in very expensive shoes.
2 On the ledge stood a small iron box. In the box lay no gold at all, only a bundle of letters and a photograph of two laughing girls.
3 O: That's Grandmother. And who's that?
+ H: That's the reason for the ribbon.
1 They could carry the box or help the man who was drowning. They let go of the box.
@ beach dawn
2 At dawn the three of them lay on the sand and coughed.
3 A: You lost it. For me?
+ O: You're heavier than you look.
4 %place
1 The sea gave back one photograph. It was the only one they wanted.

## adventure,western,space open,goal,calling,thing
title: The Long Way to {town}|Over the {thing} Pass|What the Mountain Said
O: nameless guide
A: rival explorer
logline: {H.A} races over the mountain, and finds out who is really slower alone.
@ camp dawn
1 There were two ways over the mountain. {H} took the one nobody came back from.
2 {H.full}, {H.described}, had a rope, a {thing}, and nine days before the snow.
3 %place
2 O: Nobody takes the north side after September.
+ H: That's why nobody will be in my way.
4 The guide sighed, tied a double knot in the rope, and did not say where the knot had been needed before.
@ mountain day snow
2 On the fourth day the wind came. It leaned on them like a drunk and told them everything twice.
3 %weather
3 O (shouting): We rest here!
+ H: We rest on the other side!
1 The rope went tight. Then it went very light.
2 H (shouting): Hold on! I've got you!
4 There was a moment, with both hands burning, when it would have been easy. {H} remembered that moment for the rest of {H.his} life.
...
@ cave night
2 They waited out the night in a hole in the ice, back to back, sharing one biscuit and the {thing}.
3 %place
2 O: You could have cut the rope.
+ H: I looked for my knife. I dropped it on the second day. I didn't tell you.
+ O: I know. I picked it up.
4 They laughed until the ice rang.
@ mountain dawn
2 In the morning the sky was so clear that it hurt.
3 %place
1 They reached the top together, because neither of them could have done it first.
2 Down below lay {town}, with its smoke and its dogs, looking like something worth the walk.
3 H: Which way down?
+ O: The long one. I've seen enough of the other.
