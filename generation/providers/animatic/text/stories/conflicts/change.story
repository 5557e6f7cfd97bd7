title: Since Monday|The Other {H}|Not Quite {H}
O: sister
A: doctor
B: child
== open
@ $home dawn
1 {event}
2 It was there in the mirror. It was there when {H} looked again.
2 O: You look different. Have you had your hair cut?
+ H: Look closer.
+ O: Oh.
3 Nobody had noticed it yet but the cat, and the cat had left.
== open
@ $place
1 {event}
2 The first hour was wonderful. It was the second one that had teeth.
2 O: Can you change it back?
+ H: I haven't tried. I'm afraid it'll work.
3 {H} tried out small things first: doors, stairs, one's own name.
== open
@ $home
1 {event}
2 A: I've never seen anything like it. Does it hurt?
+ H: Only when I look for the old one.
2 The doctor wrote something down, and then, quite slowly, crossed it out.
== step
@ $near
1 At {here}, nobody knew {H} any more.
2 G: {here.says}
+ H: It's me. I come here every day.
+ G: No. I'd remember. That was somebody nicer.
== step
@ $near
1 {slip.}
2 O: You have to be more careful.
+ H: I was. That's the careful one.
3 People began to step aside on the pavement. At first {H} took it for good manners.
== step if thing
@ $near
1 It had to do with {the thing}. It was the only thing that had come along.
2 {T.sign}
2 O: Put it back where you got it.
+ H: They don't take it back. There's a sign.
== step
@ $near
1 And it was not all bad. At {here}, for a whole afternoon, {H} did what {H.he} had never dared to.
2 B: How do you do that?
+ H: I've no idea. Yesterday I couldn't.
3 There was applause. It was louder than it used to be, and further off.
== turn
@ $far
1 {crisis}
1 {gift}
2 The old {H} could not have done it. The new one would not have thought of it. It took both.
2 O: There you are. I've been looking for you since Monday.
== turn
@ $far night
1 {H} went back to where it had begun, at {here}, and asked to have it undone.
1 G: You can have the old one. You can't have it without what was wrong with it.
+ H: What was wrong with it?
+ G: You wanted to be rid of it.
1 It was a long night. At the end of it, {H} put out a hand, and asked for the old one, with all its holes.
== turn
@ $home
1 It was a child who saw it first.
1 B: You're not different. You've just come out.
1 {H} stood quite still. In the window there was somebody who looked like {H}, and, for once, neither of them looked away.
2 O: So what do we call you now?
+ H: The same. Only mean it.
== end
@ $home dawn
1 On Tuesday everything was as before, very nearly.
2 O: Do you miss it?
+ H: On the stairs, sometimes.
1 {T.last}
== end
@ $place dusk
1 {H} kept it. One gets used to the doors.
2 A: And how do we feel today?
+ H: Like two people who have stopped arguing.
1 The cat, which had been gone since Monday, came back, looked {H.him} up and down, and asked for supper as if nothing had happened.
== end
@ $near
1 Nobody in {town} talks about it now. They just leave the gate a little wider.
2 B: Can you still do it?
+ H: Watch.
1 And {H} did it, once, for a child, on an ordinary Wednesday, and it was nobody else's business.
