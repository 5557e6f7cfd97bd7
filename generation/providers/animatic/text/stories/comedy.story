## comedy,romance,drama rivals
title: The War of the {roles}|Flour and Fury|Two {roles} in {town}
needs: other
A: judge female
logline: Two rival {roles}, one street, one prize, and nobody left to be sensible.
@ $home dawn
1 There were two {roles} on Lantern Street in {town}, and they had not spoken in eleven years, except to insult each other.
2 On the left stood {H}, who did everything by the book. On the right stood {O}, who had lost the book and said so proudly.
3 %place
2 H (shouting): Your sign is crooked!
+ O (shouting): It's not crooked. It's relaxed!
4 Customers crossed the road twice a day, out of fairness. Dogs were taken hostage. There was an incident with a drainpipe.
3 Then a poster went up: the Golden Whisk, for the finest work in {town}. One prize. One winner.
@ street day
2 A: I shall judge blindfolded. I have met you both.
3 %time
2 That week they spied through keyholes, through shutters and once, for a whole afternoon, from inside a barrel.
4 O: Are you in that barrel, {H}?
+ H: No.
3 On the last night both of them stole the same secret ingredient. Each stole it from the other.
...
@ kitchen night storm
1 Then the lights went out, and one oven died. {H.His}, of course.
2 %weather
2 {H} stood in the dark and counted what was left: no heat, no hope, four hours. Somebody knocked.
3 O: I have a fire. It's a relaxed sort of fire.
+ H: Why would you help me?
+ O: If you don't show up, I only beat nobody.
2 So they worked side by side till morning. It was terrible. They disagreed about salt, about time, and about the nature of butter.
1 H: That is the worst method I've ever seen. Do it again, slower.
4 Somewhere around four, both of them began to hum the same tune, and both of them stopped.
@ market day
2 %place
2 A: One entry? I was promised two. I came all this way for a fight.
+ O: We had one.
1 A: Then who made this? It's perfect.
+ H: {O} did.
+ O: {H} did.
3 It was the first thing they had ever agreed not to agree on.
2 The next day there was one sign over both doors. It hung perfectly straight on the left, and on the right, it relaxed.

## comedy,children open,calling,thing,find
title: The Great {thing} Disaster|Anything but the {thing}|{H} Means Well
A: mayor female
B: nephew male
logline: {H.A} only has to look after one {thing} for one afternoon.
@ $home day
1 {H} had one job: look after the {thing} until five o'clock.
2 {H.full} was {H.a} of the helpful kind, which is the dangerous kind.
3 %place
2 A: It has survived two wars and a flood. Can I trust you for three hours?
+ H: You can trust me for four.
4 H: What could happen in three hours?
+ B: Don't say that. You always say that.
@ street day
1 At ten past two, it rolled out of the door.
2 It rolled past the butcher, past the choir, and through a wedding, where it was photographed.
3 %place
2 H (shouting): Stop that {thing}!
+ B: Nobody's holding it!
3 A dog joined in. Then the choir. By the bridge they were forty people and a goose, and most of them thought that it was a parade.
4 {H} caught it once, and for three glorious seconds was a hero. Then the goose arrived.
@ bridge day
2 The {thing} sat down on the edge of the bridge, wobbled, and thought about it.
...
2 B: Nobody breathe.
+ H: I wasn't going to.
1 It fell. It made a very small splash for something with such a history.
3 %place
@ $home dusk
2 At five o'clock {H} stood before the mayor, dripping, with a goose under one arm.
3 A: Where is it?
+ H: In the river. I'm so sorry. I can tell you exactly where.
2 A: Thank heavens. It was hideous. I've wanted to lose it for years.
4 B: Then why did you give it to us?
+ A: Why do you think, dear?
1 And they put up a statue on the bridge. It was of the goose.
