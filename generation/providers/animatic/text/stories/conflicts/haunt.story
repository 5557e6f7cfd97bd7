title: The Third Knock|It Knows {H}|Do Not Look Round
O: sister
A: old neighbour female
B: stranger
== open
@ $place night
1 {event}
2 At first it was easy to explain. Old pipes. Old wood. An old habit of listening.
2 O (whispering): Did you leave the light on up there?
+ H (whispering): There's no light up there.
3 %place
== open
@ $place night storm
1 {event}
2 {H} stood quite still. On the other side, something stood quite still as well.
2 H: Hello?
2 It waited a little, as if to be polite. Then it said, in {H.s} own voice: “Hello?”
== open
@ $home night
1 {event}
2 The telephone rang at ten past three. It had not been connected for years.
2 B (whispering): Don't turn round.
+ H: Who is this?
+ B (whispering): You asked me to ring.
== open
@ $place dusk fog
1 {event}
2 A: They didn't tell you, did they? About the people before you.
+ H: What about them?
+ A: They're not before you, dear. That's the trouble.
3 She would not come further than the gate.
== step
@ $near night
1 The next night there were wet footprints at {here}. They led in. They did not lead out.
2 O: They're small.
+ H: They're mine. From when I was small.
== step if thing
@ $near night
1 {H} locked {the thing} in the cupboard, and put the key under the pillow.
2 {T.sign}
2 In the morning the key was warm.
== step
@ corridor night
1 {H} counted the doors. There were eight. In the daytime there had been seven.
2 O (afraid): Let's go. Please let's just go.
+ H: We have gone. Twice. Look where we are.
== step
@ $near dusk
1 At {here}, {G} knew about it, and went on wiping the same glass.
2 G: {here.says}
+ H: What does it want?
+ G: What do you want, when everybody's gone and they've left you the light on?
== step
@ $near night
1 Then the lamps began to go out, from the far end, one by one, like someone coming closer and being tidy.
2 H: Stay behind me.
+ O: I'm not behind you. I'm over here.
3 There was breathing behind {H}. It was quite calm.
== turn
@ $place night
1 It stood at the foot of the stairs. It had {H.s} coat on, and {H.s} face, and it looked so tired.
2 H (whispering): What do you want?
1 It lifted its hand. It was not pointing at {H}. It was pointing at what stood behind {H.him}.
1 O (shouting): {H}! Don't look round!
1 {H} had looked round already.
== turn
@ attic night
1 They found the room that was on no plan. There was a small bed in it, made up, and a plate, still warm.
2 O: Somebody has been living here.
+ H: No. Somebody's been waiting here.
1 On the wall, in a child's writing, stood a row of names. They were all crossed out, but the last. The last was {H.s}.
2 Behind them, very gently, the door was closed.
== turn
@ $place night
1 The last lamp went out. Something small and cold was put into {H.s} hand. It was another hand.
1 O (whispering): Why are you holding on so tight?
+ H (whispering): I'm not. I'm over here.
1 When the light came back, it was pressed into the corner, with its hands over its eyes, and it was shaking.
2 H: It's hiding. It's hiding from something else.

== end
@ $place dawn
1 In the morning, there was nothing: seven doors, dry floors, an ordinary house in an ordinary street.
1 A: And? Did you sleep well?
+ H: Perfectly.
1 {H} smiled. The old woman looked at that smile for a long time. Then she stepped back, very slowly, to the gate.
== end
@ $home night
1 They moved away the same day, and took only what they could carry.
2 O: It's over.
+ H: Yes.
1 That evening, in the new house, at ten past three, the telephone rang. They had not told anyone the number.
== end
@ $place dawn fog
1 {H} stayed. Somebody had to keep the light on.
2 O: You can't live with that.
+ H: It isn't so bad. It only wants someone to say good night to.
1 So every night, at the foot of the stairs, {H} says it. And every night, a little closer, something says it back.
== end
@ $place night
1 {T.last}
2 A: New people are moving in on Monday. A family.
1 From the top window somebody waved to her. She didn't wave back.
1 It was {H}. It was always {H}, now.
