title: {H} and the {Fear}|Afraid of {Fear}|Forty Steps
O: friend
A: doctor
B: child
== open sets curtains
@ $home
1 {event}
2 {H.He} had a system. It was made of curtains, and it took all day.
2 O: What exactly do you think will happen?
+ H: I don't think. I just leave the room.
3 There were forty steps from the door to the corner. {H} had done eleven, once, in spring.
== open
@ $place
1 {event}
2 Everybody had advice. It was always the same, and always from people who weren't afraid.
2 A: Imagine them very small.
+ H: They're worse small.
3 {H} walked home the long way round. There was a long way round for everything.
== open
@ $place night
1 {event}
2 And of course, that was the year when it came to {town}: {fear}, of all things.
2 O: They're only {fear}.
+ H: That's what they want you to say.
== step
@ $near
1 Step one was looking at a picture. At {here}, {H} got as far as the frame.
2 G: {here.says}
+ H: Could you turn it round again, please?
+ G: It's round. That's the back.
== step
@ $near
1 {slip.} It had only been a shadow.
2 O: That was a coat.
+ H: It was thinking about it.
3 {H} apologised to the coat.
== step
@ $near
1 Step two was eleven steps, then twelve. On the thirteenth, something moved.
2 B: You're scared too, aren't you?
+ H: Who else is?
+ B: Everyone. You're just the only one who says so.
== step
@ $near
1 {H} tried it with a song, a stick, and both eyes shut.
2 O: You've walked past it.
+ H: Was I brave?
+ O: You were fast.
== turn
@ $far night
1 {crisis}
2 Between {H} and where {H.he} was needed there was only one thing, and it was the very thing.
1 {H.s} heart knocked like somebody who has lost the key. {H} said to it: come along, then.
1 {gift}
2 O: You walked right through the middle of it.
+ H: Through what?
== turn
@ $far dusk
1 And then {H} came round the corner, and they were face to face.
2 It was quiet. It was so quiet that {H} could hear somebody trembling, and it wasn't {H}.
1 H: Are you afraid of me?
2 There was no answer. There was only a small step back. {H} had made that step a thousand times, and knew it from inside.
1 So {H} sat down on the ground, quite slowly, and made {H.himself} small.
== end if curtains
@ $home dawn
1 There are fewer curtains now. One has been made into a kite.
1 O: Are you still afraid?
+ H: Every day. But it walks behind me now.
1 And when a child stood at the corner and would not go on, {H} counted the steps out loud. There were forty. They were quite short.
== end
@ $place dusk
1 They're not friends. One should not exaggerate.
2 O: You're sitting next to it.
+ H: There's a whole bench between us.
1 In the evening, when the light is low, {H} moves up, by the width of a hand.

== end
@ $home night
1 That night, for the first time, {H} left the door open.
1 O: Aren't you afraid that it'll come in?
+ H: It's cold out there.
1 In the morning there was somebody asleep on the mat, on the far side of it, just to be safe.
