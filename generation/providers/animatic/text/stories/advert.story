## advert advert
needs: durable
title: {topic}|Made to Be Used
A: maker
B: friend
logline: A short film about {a thing}.
@ workshop dawn
2 %place
1 Before it was yours, it was somebody's morning.
2 Somebody who switched on one lamp, laid everything out in order, and took a breath.
3 B: Why so early?
+ A: Because it's quiet. You can hear when it's right.
1 {A thing}. {claim}
3 A: I could do it faster.
+ B: Why don't you?
+ A: Because you'd know.
4 Every part of it was looked at twice. Once by the hand, and once by the eye that did not trust the hand.
@ street day
2 Then it goes out of the door, and the best part begins.
3 %place
2 H: Is it new?
+ B: It was, this morning. Now it's mine.
3 It will be with you on the days that go as planned. It will be more use on the others.
4 It will get caught in the rain, and left on a train, and come back to you with a story.
4 H: What do you like about it?
+ B: That I've stopped noticing it. It's just always right.
@ house dusk
3 %time
2 One day you'll look at it and see where you have been.
1 {Topic}. Made to be used.

## advert advert
needs: durable
title: One Good {Thing}|{topic}
A: daughter young female
B: father male
logline: A family, a few years, and {a thing}.
@ station dawn
1 B: You've got everything?
+ A: Almost.
2 %time
2 She was nineteen, and leaving, and there was one thing left to give her.
1 {A thing}. {claim}
3 B: It's not much.
+ A: It's perfect. Don't cry.
+ B: I've got something in both eyes.
@ city day
2 It was there for the first day, when nobody knew her name.
3 %place
4 It was there for the wrong flat, the right job, and the very wrong haircut.
3 It was there the night she nearly went home, and the morning she was glad that she hadn't.
@ street dusk rain
4 %weather
3 A: Where did you get that? people ask.
+ A: It was a present, she says. It still is.
@ house dusk
2 And one evening, years later, it came back through the old front door.
2 B: You still have it.
+ A: Of course. It's only just getting good.
1 {Topic}. For the long way.

## advert advert
title: The Day Before {topic}|{topic}
A: sister female
B: brother male
logline: An ordinary morning, with and without {a thing}.
@ kitchen dawn
1 There are two kinds of mornings.
2 This is the first kind.
2 A (shouting): Has anyone seen anything? Anything at all?
+ B: Which thing?
+ A: All of them!
3 The milk is out. The bus is early. The cat has an opinion.
4 %time
3 B: We're fine. We're only nine minutes late.
+ A: For yesterday.
@ street day
2 And this is the second kind.
1 {A thing}. {claim}
3 %place
2 B: You're whistling.
+ A: Am I?
3 It does not make the sun come up. It only feels like somebody asked.
4 Nothing else has changed: same stairs, same street, same terrible cat.
@ house dusk
3 %time
2 B: Same again tomorrow?
+ A: Same again tomorrow.
1 {Topic}. The second kind of morning.

## advert advert
title: {topic}|The Quiet Half Hour
A: postwoman female
B: neighbour male
logline: Half an hour in a loud street, and {a thing}.
@ street day
1 It was one of those streets where everybody is late.
2 %time
2 B (shouting): Morning! Can't stop!
+ A (shouting): Nobody can!
3 Doors, bells, engines, and somebody practising the trumpet with great courage.
4 %place
@ kitchen day
2 And then, behind one blue door, for half an hour, nothing.
1 {A thing}. {claim}
3 %place
2 A: You've got a parcel. What smells so good?
+ B: That's not in the parcel. Sit down a minute.
+ A: I've got one minute.
3 A: That was eleven minutes.
+ B: I know. I was watching you smile.
4 The letters waited. It turned out that letters do not mind.
@ street dusk
3 %time
2 That evening there were three of them behind the blue door, and then five.
1 {Topic}. The quiet half hour.
