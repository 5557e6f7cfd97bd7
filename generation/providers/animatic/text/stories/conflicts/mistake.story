title: A Small Mistake|It Was Like That When We Came|{H} Can Explain
O: colleague
A: boss
B: reporter
== open
@ $place day
1 {event}
2 For a moment it was very quiet.
2 O: Can you undo it?
+ H: I don't think that it has an undo.
+ O: Everything has an undo.
3 Somewhere, down the hall, a single telephone began to ring.
== open
@ $place
1 {event}
2 O: Nobody saw.
+ A: Saw what?
+ O: The weather. Lovely. Nobody saw it coming.
2 {A} looked from the one to the other, and smiled, and did not go away.
== open sets bucket
@ $place dawn
1 {event}
2 It was nine o'clock. It had been a good day until nine.
2 H: It's not as bad as it looks.
+ O: It looks like that from the street.
3 {H} put a bucket in front of it. It was a small bucket.
== step
@ $near
1 They needed another one, exactly the same, by noon. At {here}, they had one exactly different.
2 G: {here.says}
+ H: Could one paint it?
+ G: One could paint anything. Should one?
== step
@ $near
1 They took turns at being calm. It was {O.s} turn, and {O.he} had lost the paper bag.
2 H: Breathe.
+ O: I am breathing. It's the only thing I'm doing.
3 Behind them, quite slowly, it began to roll.
== step
@ $near
1 {slip.} It did not help.
2 O: That was plan B.
+ H: What's plan C?
+ O: Prison.
== step if thing
@ $near
1 There was still {the thing}. {H} had a feeling about {the thing}.
2 {T.fails}
2 O: How was the feeling?
+ H: It's passed.
== step
@ $near
1 By three o'clock, a reporter had come to {here}, and a brass band.
2 B: Is it true that you did this on purpose?
+ H: Would that be better?
+ B: Much.
+ H: Then yes.
== turn
@ $near
1 {crisis}
1 {gift}
2 And what had gone wrong in the morning was, all at once, exactly what was needed.
2 A: Did you plan this?
+ O: For months.
== turn if bucket
@ $place dusk
1 At five {A} stood in the door. {H} opened {H.his} mouth to explain, and the truth fell out.
1 H: It was me. I did it. At nine. I've been lying since five past.
1 It was quiet again. Then {A} sat down on the small bucket, and began to laugh.
2 A: I've wanted to do that for twenty years.
== turn
@ $far
1 It rolled, and they ran after it, and so did a dog, a choir and the brass band.
2 O (shouting): Stop it!
+ H (shouting): It doesn't listen! It takes after us!
1 {here.event}
1 When the dust settled, it stood in the middle of everything, in one piece, as if it had always wanted to be there.
== end
@ $place dusk
1 They named it after {H}. It was the mistake that they named after {H}.
2 O: It's an honour.
+ H: It's on a plaque. I'll never get it off.
1 At nine the next morning, very carefully, nobody touched anything.
== end
@ $home night
1 {T.last}
2 O: What have we learned?
+ H: Nothing. But we've learned it together.
1 And somewhere, down a dark hall, a single telephone began to ring.
== end
@ $near
1 It was in the papers for a week. In the picture {both} look like two people who know what they are doing.
2 A: I'm promoting you. I want you where I can see you.
+ H: You won't regret it.
+ A: I already do. Sit down.
1 {H} sat down. It had been the wrong chair. That, however, is another story.
