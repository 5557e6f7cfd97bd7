## documentary explain
title: {Question}|A Good Question
O: granddaughter
A: professor old female
logline: A child asks: {question} Somebody has the patience to answer.
@ garden dusk
1 {O} asked the question at supper, and nobody had an answer.
+ O: {question}
3 %place
2 Grandfather said that it just was so. {O} was seven, and had noticed that this is what people say when they do not know.
3 O: But there has to be a reason. Everything has one.
+ H: Then let's go and find somebody who knows it.
...
@ laboratory night
2 So they knocked at the house with the light in the attic, where {A} lived with four telescopes and no curtains.
3 A: I've been waiting all week for somebody to ask me something.
4 %place
=facts
2 O: So that's it? It's not even a secret?
+ A: Most wonderful things aren't.
@ street night
2 %time
3 On the way home {O} said nothing for a long time, and looked at everything.
1 O: I've got another question.
+ H (happy): I was afraid you would.

## documentary explain
title: {Question}|The Question Box
O: pupil
A: inventor
logline: A class asks one question: {question}
@ school day
1 On the board, somebody had written: {question}
3 %place
2 {H.full} read it out, and put down the chalk.
2 H: Who wants to guess?
+ O: Magic?
+ H: A good start. Magic is what we call it until somebody looks.
4 Thirty heads went down over thirty sheets of paper. One of them drew a dragon, to be on the safe side.
...
@ workshop day
2 After lunch they all went across the road, to {A}, who took things apart for a living, and could nearly always put them back.
3 %place
3 A: Come closer. Don't touch anything. All right, touch one thing.
=facts
3 O: How did anybody ever find that out?
+ A: Somebody was wrong, very carefully, for years. And then a little less wrong.
@ school dusk
2 Before they went home, {O} wiped the board clean, all but the question mark.
1 H: Why did you leave that?
+ O: For tomorrow.
