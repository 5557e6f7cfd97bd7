title: How to {Goal}|{H} Means It|The Long Way to {Goal}
O: neighbour
A: inspector
B: child
== open
@ $home
1 {event}
2 {H.He} had never told anyone. {H.He} told {O} on a Tuesday, by accident.
2 O: You want to {goal}? You?
+ H: I've thought about nothing else since I was small.
+ O: You're still small. Go on.
3 On the wall hung one drawing, done in pencil and rubbed out a hundred times.
4 O: And what happens when you've done it?
+ H: I don't know. I've never got that far in the dream.
== open sets list
@ $home
1 {event}
2 Everybody laughed, kindly at first. Then they laughed the other way.
2 O: People like us don't {goal}.
+ H: Somebody has to be the first people like us.
3 That night {H} made a list. It had one line.
4 {H.He} crossed out the word “impossible”, because it took up so much room.
== open
@ $home
1 {event}
2 There were rules against it. {H} had read them all, looking for the gap.
2 A: Have you got a licence to {goal}?
+ H: Do you need one?
+ A: Nobody's ever asked.
3 The stamp came down. It said no, in red, with yesterday's date.
== step
@ $near
1 The first try lasted four seconds. {slip.}
2 O: Was that it?
+ H: That was the part that goes wrong. It had to be in there somewhere.
3 {H} wrote down what had happened, and what had hurt.
== step
@ $near
1 {G} watched from {here} for a while, without a word.
2 G: {here.says}
+ H: I only want to {goal}.
+ G: Then stop wanting it so hard. Hold it like an egg.
3 {H} tried it again, like an egg.
== step if thing
@ $near
1 {H} took {the thing} along to {here}. {T.sign}
2 O: You can't {goal} with that.
+ H: I can't {goal} without it. I've checked.
3 {T.fails}
== step
@ $near
1 In {H.s} dream it was easy. In {H.s} dream there was no wind.
2 At {here}, there was wind.
2 O: Come home. There's soup.
+ H: Keep it warm. I'm going to be very hungry or very famous.
3 Somebody had put up a sign overnight. It said: please don't.
== step
@ $near
1 A crowd had come to {here} to see {H} fail. Some had brought chairs.
2 A: And if you fall?
+ H: Then I'll know how far it is.
3 {H} did fall. It was further than it looked.
4 One small boy clapped. His mother held his hands still.
== turn
@ $far dawn
1 Then {O} was in trouble, and only one thing could help: somebody had to {goal}, and at once.
1 H: I can't.
+ O (shouting): You can't while you're thinking! So stop thinking!
1 {H} looked at {O}, and forgot to be afraid, and did it.
2 O: You're doing it!
+ H: Don't tell me! I'll notice!
== turn
@ $far
1 On the last evening, {H} sat down at {here} and gave up.
2 H: I'm done. You can have the drawings.
+ O: I don't want the drawings. I want to see the end.
2 So they tried once more, for no reason, with nobody watching.
1 It didn't feel like much. It felt like the moment when a key turns. {H} had done it.
3 O: Do that again.
+ H: I can't. I don't know how I did it the first time.
== turn if thing
@ $far
1 There was only one way left, and it was the foolish one. {H} took {the thing}.
2 O: That's not what it's for.
+ H: It doesn't know that.
1 {T.works}
2 For a moment, nobody breathed. Then everyone did.
1 It was not in the rules, and it was not on the drawing, but it was what {H} had always meant by it.
== end
@ $home dusk
1 The next day {H} found somebody very small in front of the door.
1 H: What do you want?
+ B: To {goal}. They said you know how.
1 {H} moved over on the step. “It starts with falling down,” {H.he} said. “I'll show you.”
== end if list
@ $home
2 In the morning there was a new line on the list.
1 O: What does it say?
+ H: I'm not telling. You'd laugh.
+ O: Of course I would. What does it say?
1 {H} turned the paper round. Nobody laughed.
== end
@ $home night
1 There is a drawing of it on the wall now, and children come to look.
2 O: So, how was it?
+ H: Smaller than I thought. And I was bigger.
1 And every evening, when {H} thinks that nobody is looking, {H.he} does it again.
