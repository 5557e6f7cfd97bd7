title: The {Thing} Job|Three Minutes in {place}|An Honest Robbery
O: driver
A: guard male
B: old forger male
== open
@ $home night
1 {event}
2 The plan was on a napkin. Somebody had put a cup on it.
2 O: So what's this brown ring? A wall?
+ H: Coffee.
+ O: I built the whole getaway round that.
3 They had four days, one rope, and a key that nearly fitted.
== open
@ $near
1 {event}
2 It was {O} who asked the question, and it was {H} who should have listened.
2 O: If it goes wrong, whose idea was it?
+ H: Yours. If it goes right, mine.
3 On the table lay {the thing}, drawn from memory, with every screw in its place.
== open
@ $place day
1 {event}
2 First they went in by the front door, like everybody else, and paid.
2 O (whispering): Four cameras. Two guards. One's asleep.
+ H (whispering): And the other?
+ O (whispering): He's looking at us.
3 {H} smiled at him, and bought a postcard.
== step
@ $near
1 They practised at {here}, with a washing line for the lasers.
2 H: Again. You touched the sock.
+ O: In the real thing, will there be socks?
+ H: In the real thing, it won't be a sock.
3 On the ninth try {O} came through without touching any of them. {slip.}
== step
@ $near
1 The old forger lived behind {here}. He hadn't gone straight, he had only gone slowly.
2 B: I'll make you a copy that'd fool its own mother. What's it for?
+ H: We're going to put it back.
+ B: In forty years, nobody's ever told me that one.
3 He worked all night, and would not take a coin.
== step
@ $near
1 At {here} somebody was watching them: same coat, same newspaper, three days running.
2 O: Police?
+ H: Worse. Competition.
3 The newspaper was upside down. He had known that they would notice.
== turn
@ $place night
1 They went in at two, when even the guards believe in their chairs.
2 H (whispering): Left. Left. Now nobody breathe.
1 {here.event}
1 A: Stay where you are.
+ H: We're not taking anything. Look in the bag.
1 The guard looked. He looked at the empty case, and at the bag, and slowly began to understand that it was the wrong way round.
== turn
@ $place night
1 The case was open. Somebody had been quicker. Where {the thing} should have been lay a card.
1 O: What does it say?
+ H: “Thank you for the plan.”
1 {crisis}
1 {gift}
1 And there, in the dark, behind the curtain, stood somebody with {the thing} in his arms and nowhere to go.
1 H: Halves?
+ A: I'd rather have a lawyer.
== turn
@ $place night
1 It went like a clock, until {O} laughed.
2 The alarm was very loud, and quite musical.
1 {T.works}
2 H (shouting): Not the door! The window!
+ O (shouting): It's four floors!
+ H (shouting): That's why they don't watch it!
1 They landed in the laundry van, in Thursday's sheets, holding it between them like a baby.
== end
@ $near dawn
1 By breakfast, it was in all the papers. Nothing had been stolen. Something had been brought back.
2 O: Nobody will ever know it was us.
+ H: We'll know.
+ O: I was hoping for a statue.
1 {T.last}
== end
@ kitchen dawn
1 They put it on the kitchen table, and for a long time just looked.
2 O: It's smaller than I thought.
+ H: Everything is, once it's yours.
1 Then they wrapped it up again. By noon it was back, and nobody but a guard with a bad back ever smiled about it.
== end
@ $near
1 A postcard came a year later, with no name on it. It showed the place, from the front.
1 O: What's on the back?
+ H: One word. “Again?”
1 {H} pinned it to the wall, next to the old plan.
