title: {H} Against {O}|The War of {town}|Two of a Kind
O: rival
A: judge female
B: nephew male
== open sets chalk
@ $place day
1 {event}
2 H: Yours is crooked.
+ O: Yours is loud.
2 That was the friendly part. By Thursday there was a line on the ground, in chalk.
3 People took sides. The butcher took both, and raised his prices.
== open
@ $home
1 {event}
2 They had been friends once. There was a photograph. Each of them kept one half.
2 B: What did you two fall out over?
+ H: Ask {O}.
+ O: Ask {H}. {H.He} started not talking first.
== open
@ $place dawn
1 {event}
2 {H} did it by the book. {O} had burned the book, to keep warm.
2 O: May the best one win.
+ H: And you?
+ O: I just said.
3 Somebody took bets. Somebody else painted a poster, with both noses too long.
== step
@ $near
1 {H} got up at four, to be first. {O} was already there, yawning.
2 O: You're late.
+ H: I'm early. You're yesterday.
3 {slip.}
== step
@ $near
1 At {here} somebody had spread a rumour, and it came from both ends at once.
2 G: {here.says}
+ H: What did {O} tell you?
+ G: The same as you. Only funnier.
== step if thing
@ $near
1 It came down to {the thing}. There was only the one.
2 O: I saw it first.
+ H: I saw it longer.
3 They both pulled. {T.fails}
== step
@ $near
1 That night {H} crept over to {here}, to see how the other one did it.
2 There sat {O}, asleep on the floor, with the lamp still on and one hand bandaged.
3 {H} put a blanket over {O.him}, and was furious about it all the way home.
== turn
@ $far storm
1 {crisis}
2 O: I can't do it alone.
+ H: I know. I've watched you for eleven years.
1 {gift}
2 O: That was my idea.
+ H: It was. I did it properly.
1 They worked until morning, back to back, and each knew without looking where the other one's hands were.
== turn
@ $near
1 In front of everybody, when it was nearly won, {H} saw that {O} was in trouble. Nobody else saw it.
2 A (shouting): What's {H.he} doing? {H.He}'s stopping!
1 {H} walked back, the whole long way, and held out a hand.
2 O: You'll lose.
+ H: I'd lose worse.
== turn
@ $place dusk
1 {O} didn't come. All day, nobody stood on the other side.
2 B: Then you've won.
+ H: It doesn't count. Where is {O.he}?
1 {H} found {O} at home, on the stairs, with {O.his} coat half on.
1 O: I looked at the two halves of that photograph. We're laughing. I'd forgotten what at.
+ H: At me. I'd sat on the cake.
== end
@ $near day
1 A: I've got one prize, and two winners. It can't be done.
+ O: Saw it in half.
+ H: Crooked, then.
1 They hung the halves on two walls, facing each other, over one street. They still argue. Now there is laughing in it.
== end
@ $near dusk
1 There is only one sign over the door now. It took them a month to agree on the size.
2 B: Who won, in the end?
+ H: I did.
+ O: I did.
1 And, for once, both of them were telling the truth.
== end if chalk
@ $home night
1 {T.last}
2 O: Same time tomorrow?
+ H: I'll be first.
1 The chalk line has been washed away by now. If you know where to look, you can still see it. They put a table on it.
