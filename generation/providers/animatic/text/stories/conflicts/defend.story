title: The Last of {place}|Nobody Leaves|{H} Says No
O: shopkeeper
A: agent male
B: child
== open
@ $place day
1 {event}
2 A: The papers are signed. You've got until Friday.
+ H: What happens on Friday?
+ A: Progress.
3 He had a very clean tie. He kept one hand on it, as if something might get out.
== open sets goat
@ $place
1 {event}
2 O: There are nine of us, and one's a goat.
+ H: Does the goat know what it's about?
+ O: Better than the mayor.
== open
@ $place dusk
1 {event}
2 Everyone had known that the day would come. They had hoped that it would be somebody else's day.
2 B: Can't we hide?
+ H: We've done that. They built on it.
== step
@ $near
1 {H} went to {here}, and asked for help.
2 G: {here.says}
+ H: On Friday. Bring a chair.
+ G: What for?
+ H: To sit in the way with.
== step
@ $near night
1 In the night the first ones lost heart. One could hear it: small wheels on gravel.
2 O: That's the Millers. And the Browns.
+ H: And your dog?
+ O: She's still here. She's eaten the petition.
== step
@ $near
1 {A} came to {here} with an envelope. It was a thick one.
2 A: Nobody would ever know.
+ H: I'd know. And then I'd have to live next door to me.
== step if thing
@ $place
1 They had one thing that the others did not: {the thing}. {T.sign}
2 O: That won't stop them.
+ H: No. But it'll make them look.
== turn
@ $near dawn
1 On Friday they came, with engines. And there, in the road, on kitchen chairs, sat everyone.
2 A: Move.
+ H: It's a nice morning. Sit down. We've got a spare.
1 It was quiet for a long time. Then the first driver switched off his engine, climbed down, and sat.
2 A (angry): What are you doing?
+ B: He's my dad.
== turn
@ $place storm
1 {crisis}
1 {gift}
2 A: You could have let us drown. All of us.
+ H: We thought about it. It was close.
1 {A} stood there, in that clean tie. Slowly, into small pieces, he tore the paper up.
== turn if thing
@ $place night
1 When everything seemed lost, {H} climbed to the highest point there was, and took {the thing}.
2 O (shouting): Come down! It's over!
1 {T.works}
1 All the windows opened, one by one, as far as one could see. Those were not nine. That was a town.
== end
@ $place
1 It's still there. There is a new road. It goes round.
1 B: Did we win?
+ H: We stayed. It's the same, but it takes longer.
1 {T.last}
== end if goat
@ $place dusk
1 In the end they lost the roof, the gate and half the wall. What they kept was everybody.
2 O: We'll have to start all over again.
+ H: Good. I never liked where the door was.
1 Somebody passed out hammers. The goat was given the plans to look at, and found them excellent.
== end
@ $near dawn
1 {H} had been left without a thing to do, for the first time in years, and sat on a kitchen chair, in the road.
2 A: Is that spare still free?
+ H: It's got your name on it.
1 They watched the sun come up over what had not happened.

== end
@ $place night
1 That night they had a feast, with whatever there was, and it was mostly soup.
1 B: Will they come back?
+ H: Of course. So will we.
1 {H} wound the clock, and locked the door, and then unlocked it again.
