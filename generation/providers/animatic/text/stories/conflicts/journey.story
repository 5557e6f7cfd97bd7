title: The Road to {town}|As Far As It Goes|{H} Sets Out
O: companion
A: border guard male
B: ferryman
== open sets bread
@ $home dawn
1 {event}
2 {H} packed {the thing}, and left everything else where it was.
2 O: How far is it?
+ H: I don't know. That's why I'm taking two sandwiches.
3 At the gate, {H} turned round once. The house was already pretending not to mind.
== open sets map
@ $place dawn
1 {event}
2 There was a map. It was a good map, for a different country.
2 O: We go left at the lake.
+ H: What lake?
+ O: That's what I'd like to know.
3 Behind them, it began to get light. In front, it had not been decided.
== open
@ $place
1 {event}
2 Somebody was waiting for them at the other end. Or somebody had been, once.
2 O: And if nobody's there?
+ H: Then we'll have got there first.
== step
@ $near
1 At {here}, the road simply ended.
2 G: {here.says}
+ O: Is there another way?
+ G: There's the one that people take, and the one that they come back from.
3 They tossed a coin. It stayed on its edge.
== step
@ $near
1 A guard stepped out with a lamp and a list.
2 A: Purpose of your journey?
+ H: Getting there.
+ A: That isn't on the list.
3 He let them through in the end. He wanted to see their faces when they came back.
== step
@ $near night
1 They slept at {here}, back to back, under one coat.
2 O: Are you asleep?
+ H: Yes.
+ O: Me too. What do you miss?
3 {H} told {O.him}. It took until morning.
== step
@ $near
1 {here.event}
2 O (shouting): Leave the bags!
+ H (shouting): Not that one!
3 When it was over they had one shoe too few, and {the thing}. {T.fails}
== step
@ $near
1 Then they quarrelled. It was about the last sandwich, and about everything else.
2 O: You never wanted me along.
+ H: I never wanted to go. I only wanted to have gone.
3 They walked for an hour with the road between them. Then they shared the sandwich.
== turn
@ $far
1 {crisis}
2 O: We'll have to turn back.
1 {gift}
2 They stood on the other side, and neither of them quite knew how they had got there.
1 From here, for the first time, one could see it.
== turn
@ $far dusk
1 They came round the last bend, and there was nothing there. Grass. A chimney. A gate without a fence.
2 O: Is this it?
+ H: It was, once.
1 {H} put {the thing} down on the doorstep. {T.works}
2 And somebody very old came up the path, with a bucket, and dropped it.
== turn
@ $far
1 The ferryman would take one of them. The boat was no bigger than that.
1 B: Which of you two is the traveller?
+ H: {O.He} is.
+ O: {H.He} is.
1 He looked from the one to the other. Then he got out, and gave them the oars.
== end
@ $far
1 So they had arrived. It was not as they had thought. It was a place, with dogs in it.
2 O: Was it worth it?
+ H: Ask me on the way home.
1 {T.last}
== end if map
@ $home dusk
1 When they came home, everything was smaller, and had been dusted.
2 O: What will you tell them?
+ H: That we went left at the lake.
1 {H} hung the good map on the wall. It was the right country, after all. They had only been holding it the wrong way round.
== end if bread
@ $near dawn
1 They did not stay. It turned out that what they had been looking for was the two sandwiches, and somebody to carry them with.
1 O: Where to now?
+ H: How far is it?
+ O: I don't know.
1 “Good,” said {H}, and they went.
