title: The Last Time|What {H} Left|One More Summer
O: brother
A: neighbour
B: young stranger
== open
@ $place
1 {event}
2 O: You've still got the key?
+ H: I never took it off the ring.
3 Everything was where it had been, only lower.
== open
@ $place dusk
1 {event}
2 Nobody had said that it was the last time. They just all moved more slowly.
2 O: Shall I put the kettle on?
+ H: Put it on twice.
3 %time
== open
@ $place dawn
1 {event}
2 It was an ordinary morning. That was the hard part. Somebody was even whistling.
2 A: You'll be off, then.
+ H: I was just standing here.
+ A: You've been standing there since six.
== step
@ $near
1 {H} went once more to {here}.
2 G: {here.says}
+ H: You said that to me when I was ten.
+ G: Did I? Was it any use?
== step if thing
@ $near
1 At the back of a drawer lay {the thing}. {T.sign}
2 O: I thought that it was lost.
+ H: It was. We just never looked in here, because it hurt.
== step
@ $near
1 They talked about everything else: the roof, the price of eggs, somebody's knee.
2 O: I wasn't here, when it counted.
+ H: I know. I kept your plate warm for a year, and then I broke it.
3 It went quiet. Then they began to laugh, and it was hard to say what the tears were for.
== step
@ $near dusk
1 On the way back, they passed {here}. In the wall there were two names, scratched with a nail.
2 O: You spelled mine wrong.
+ H: I was six. You moved.
== step
@ $near
1 A young stranger stopped, and asked for the way.
2 B: Do you live here?
+ H: I used to. Ask me anything.
3 It got quite late. {H} explained every tree.
== turn
@ $place night
1 Then it was time, and neither of them was ready.
1 O: Say something.
+ H: I had something. I've been practising it for thirty years.
+ O: And?
+ H: I think it was just thank you.
1 It was the right size. It fitted exactly.
== turn
@ $far
1 {crisis}
1 {gift}
2 A: You were going to leave this morning.
+ H: There's another morning tomorrow.
1 It was the first time in years that {H} had been needed, and not just remembered.
== turn if thing
@ $far dusk
1 {H} carried {the thing} down to {here}, to leave it there for good.
2 H: I don't know how one does this.
+ O: I think one just opens one's hand.
1 {T.works}
1 The wind took what was light. The rest stayed, and could be carried.
== end
@ $place dawn
1 {H} locked the door, and hung the key on the nail, where anybody could find it.
2 O: Don't you want to look round once more?
+ H: I've got it with me.
1 {T.last}
== end
@ $near
1 {H} did not go. {H.He} got as far as the gate, put down the suitcase, and sat on it.
2 A: You'll be late.
+ H: I'm late now. It isn't bad at all.
1 In the kitchen, somebody put the kettle on, for two.
== end if modern
@ train dawn
1 From the window one could see it get smaller: the roof, the tree, somebody waving with a tea towel.
2 B: Is this seat free?
+ H: It is now.
1 {H} moved over. Outside, the light came up, as it does, over everyone who is leaving and everyone who stays.

== end
@ $far dawn
1 On the hill, {H} turned round once more. From there it was so small that one could have put it in a pocket.
2 O: Are you crying?
+ H: No. I'm only leaving some of the water here.
1 Then the road went down on the other side, and there was nothing to do but walk.
