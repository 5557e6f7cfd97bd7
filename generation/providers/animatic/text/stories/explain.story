## documentary explain
title: {Question}
O: granddaughter
logline: A child asks a question, and this time somebody knows: {question}
@ $desk day
1 O: {question}
+ H: Good. Nobody ever asks me that. Come along.
2 {O} was seven, and had noticed that people say “it just is” when they do not know.
@ $topic1 day
=one
4 %place
3 O: Is that true?
+ H: You can test it. That's the best thing about it.
@ $topic2 dusk
=two
5 %time
1 O: And nobody told me that till now?
+ H: Nobody asked till now.
=three
@ $desk night
1 O: I've got another question.
+ H (happy): I was afraid you would.

## documentary explain
title: {Question}
O: cook
logline: One question at the kitchen table, and the way to its answer: {question}
@ $topic1 dawn
1 Look at this for a moment. Then ask what hardly anyone asks.
1 H: {question}
=one
4 %place
@ $desk day
2 H: I've tried it out at home. {O} hasn't forgiven me yet.
+ O: It was my best pan.
=two
5 %time
@ $topic2 dusk
=three
2 H: It's been like that all along, right in front of us.
1 H: So the next time you see it, look twice. Then tell somebody.

## documentary explain
title: {Question}|What Everybody Gets Wrong
O: driver
A: waitress
logline: Two people are quite sure, and both are wrong: {question}
@ cafe day
1 O: It's quite simple. It's magnets.
+ A: You think that everything's magnets.
1 H: May I? It isn't magnets. {question} I can tell you.
@ $topic1 day
=one
4 %place
2 O: You're making that up.
+ H: I couldn't. It's too odd.
@ $topic2 night
=two
5 %time
=three
@ cafe dusk
1 A: So he was wrong.
+ O: I was nearly right.
2 H: Nearly right is where all of it began.
1 The coffee was cold. Nobody minded.

## documentary explain
title: {Question}
O: pupil
logline: Thirty children and one question: {question}
@ school day
1 On the board stood one line: {question}
2 H: Who wants to guess?
+ O: Magic?
+ H: A good start. Magic is what we call it until somebody looks.
@ $topic1 day
=one
4 %place
3 O: Can I touch it?
+ H: Carefully. That's how all of this was found out.
@ $topic2 dusk
=two
5 %time
=three
@ school dusk
1 When they had all gone, {H} wiped the board, all but the question mark.
1 O: Why did you leave that?
+ H: For tomorrow.

## documentary explain
title: {Question}
logline: A walk with one question: {question}
@ $topic1 dawn
1 H: {question} Walk with me. It's not far.
=one
4 %place
@ $topic2 day
2 H: This is the part I like best.
=two
5 %time
@ $desk night
=three
2 H: I've known that for twenty years, and it still makes me stop in the street.
1 And it goes on, all the time, whether anybody looks or not.

## documentary unknown
title: {Question}
O: pupil
A: librarian
logline: A good question, and three honest ways to an answer: {question}
@ $desk day
1 H: {question} I'll be honest with you: I don't know.
1 This film has no facts about it, and it will not make any up. But it can show you how to find out.
2 O: That's all? You just don't know?
+ H: It's where everybody starts who ends up knowing.
@ library day
1 First, go where people have written it down. Take two books, not one, and see where they disagree.
2 A: The first one is always very sure of itself. Try the second.
3 O: And if both say the same?
+ H: Then look who copied from whom.
@ street day
1 Then, ask somebody who does it every day. They know what is in no book.
2 O: What do I ask?
+ H: What surprised you?
3 Write down what they say. Then write down what you had expected. The answer lives between the two.
@ workshop dusk
1 And then try it. Change one thing, only one, and see what happens.
2 H: If nothing happens, you've learned something as well.
3 If you can draw it, you have understood half of it. If you can tell it to a friend, the other half.
4 Nobody was born knowing it. Each piece of it was once one person's odd idea.
@ $desk night
1 O: And if I still don't know?
+ H: Then you'll have a much better question.

## documentary unknown
title: {Question}
O: granddaughter
A: old neighbour
logline: A question, and how one goes about it: {question}
@ street dawn
1 O: {question}
+ H: I don't know. Isn't that wonderful?
1 There are no facts about it in this film. There is only the way that leads to them.
@ $desk day
1 You look first, for as long as it takes. Most people stop after the first look.
2 H: What do you see?
+ O: Nothing.
+ H: Look longer. Nothing takes a while.
3 Draw it. Whoever draws, notices what is missing.
@ cafe day
1 Then you ask somebody who has looked for longer than you.
2 A: I used to think that I knew. Then I did it for forty years.
4 There is a short answer, and a true one, and the true one takes a little longer.
@ library night
1 And if two answers fit, take the one that you can test.
3 O: Why that one?
+ H: Because it can be wrong. The other one never can, and so it's no use.
@ street night
2 O: So we still don't know.
+ H: No. But now we don't know it much more exactly.
1 And somebody else will take it from there. It may be you.
