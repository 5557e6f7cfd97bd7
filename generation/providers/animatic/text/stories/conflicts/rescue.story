title: One More|{H} Goes Back|Out There
O: child
A: captain
B: old neighbour
== open
@ $place
1 {event}
2 A: It's no use. We've counted them. One's missing.
+ H: Then you haven't finished counting.
3 {H} tied the rope with {H.his} own knot, and handed the end to somebody with big hands.
== open
@ $place storm
1 {event}
2 Everyone else was going the other way. {H} had to walk against their shoulders.
2 B: You'll get yourself killed.
+ H: Not today. I've got too much to do.
3 %weather
== open
@ $home night
1 {event}
2 It had started with a sound, so small that nobody else turned round.
2 H: Did you hear that?
+ A: Hear what?
+ H: Somebody being very quiet, because they've stopped hoping.
== step
@ $near
1 The way led over {here}.
2 G: {here.says}
+ H: Did anyone come through?
+ G: One. Small. No shoes.
3 In the mud, beside the big prints, there was a row of little ones.
== step
@ $near
1 {here.event}
2 A (shouting): Turn back! That's an order!
+ H (shouting): I can't hear you! It's the wind!
3 There was no wind.
== step
@ $near
1 At {here}, {H} found one glove, and it was still warm.
2 H: {O}! If you can hear me, don't answer. Just knock!
3 For a long while there was nothing. Then, from below, came three knocks.
== step
@ $near
1 {slip.} For a moment {H} was the one who needed saving.
2 H: I'm all right. I'm only stuck in every direction.
3 It took an hour, and most of {H.his} coat.
== turn
@ $far
1 {crisis}
2 O (afraid): Don't let go.
+ H: I wouldn't know how.
1 {gift}
2 They came up into the light together, and it was hard to say who was holding whom.
== turn
@ $far night
1 And there sat {O}, in the last dry corner, with both arms round {a thing}.
2 O: I knew that somebody'd come. I just thought it'd be somebody bigger.
+ H: So did I.
1 There was one way out, and it was narrow, and there was time for one. {H} pushed {O} ahead.
1 H: Go. Don't look round. Tell them that I'm right behind you.
1 {O} did look round. Then {O.he} reached back in, as far as {O.he} could, and pulled.
== turn if thing
@ $far
1 {T.fails}
2 H: That was our last chance.
+ O: No. That was our second last. Let me try.
1 {T.works}
1 Far away, somebody saw it, and shouted, and forty lamps turned round.
== end
@ $home dawn
1 In the morning they counted again, and this time it came out right.
2 A: I told you not to go.
+ H: I know. It was good advice.
1 {O} slept through the medal, the speech and the brass band, with {H.s} coat for a blanket.
== end
@ $place
1 Nobody made a fuss. There was soup. Somebody had kept {H.s} chair.
1 O: Why did you come back for me?
+ H: You were missing.
1 That was the whole speech. {O} kept it for the rest of {O.his} life.
== end
@ $near dusk
1 {T.last}
2 B: Weren't you afraid?
+ H: The whole time. I just brought it along.
1 And when, the next winter, a small sound came through the storm, two people turned round, and one of them was {O}.
