title: {Topic}|Three Times {Topic}|A Day of {Topic}
O: driver
A: girl
B: old man
== open sets shoe
@ street dawn
1 It starts like this: {topic}, and nobody looks.
2 On the corner stood {H}, with one shoe untied, and looked.
2 O: You'll miss your bus.
+ H: I've missed it. I'm seeing something.
3 {O} leaned out of the window, and, without knowing why, switched off the engine.
== open
@ $wild dawn
1 Ask ten people what they think of when they hear “{topic}”. You'll get ten stories. This is the eleventh.
2 {H} had come a long way because of it, with {a thing} in one pocket.
2 B: What are you looking for?
+ H: I'll know it when it's gone.
== open sets paper
@ room night
1 {Topic}. That was all it said on the paper, in {H.s} own writing, and {H} had no idea why.
2 A: Is it a wish or a shopping list?
+ H: I wrote it in the dark. I thought that I'd remember.
3 {H} put on a coat, and went out to see who else knew something about it.
== step
@ cafe day
1 Two people at one table. Between them: {topic}. Neither of them wanted to be the one to mention it.
2 B: Fifty years, and we've never talked about it.
+ A: What's there to say?
+ B: Pass me the sugar. There. That's what there's to say.
== step
@ $wild dusk
1 Far from there, a girl asked her grandfather what it was, {topic}.
2 B: It's what you have when you look back, and don't hurry.
+ A: I'm seven.
+ B: Then it's what I've got when I look at you.
== step
@ station day
1 On platform four, somebody carried it in a suitcase. One could tell by how he set it down.
2 O: Heavy?
+ B: Only when I stop.
3 The train came, and took them all a little further, and {topic} with them.
== step
@ rooftop dusk
1 Up on the roof, a boy had chalked the word on the bricks, in letters as tall as himself.
2 A: Who's that for?
+ H: For whoever flies over.
3 That evening, a plane did. Nobody knows if it looked down.
== step
@ hospital night
1 Down a long corridor, at four in the morning, a nurse opened a window, for one minute, against the rules.
2 B: Can you smell that?
+ A: What?
+ B: It's the first thing I remember. I'd thought that they'd stopped making it.
== turn if shoe
@ bridge night
1 And then, on the bridge, all of them met by chance: the one with the shoe, the girl, and the old man.
2 They did not know each other. They all stopped at the same place, and looked at the same thing.
2 A: Do you see it too?
+ H: I thought that I was the only one.
1 For the length of one breath they were not three people. It was {topic}, and they were in it together.
== turn
@ $wild storm
1 Then everything happened at once. {weather.crisis}
2 O (shouting): Hold on!
+ H (shouting): To what?
1 {H} held on to the nearest hand. It was a stranger's, and it held back.
1 So that was it. That was what it had meant: not the word, the hand.
== end if shoe
@ street dawn
1 In the morning, {H} tied the shoe.
1 O: And? What did you see?
+ H: {Topic}.
+ O: Is that all?
1 “That's all,” said {H}, and got on, and kept a seat free.
== end if paper
@ room night
1 {H} took the paper, and wrote something underneath, in the light this time.
1 A: What does it say now?
1 It was the same word. Only the writing had changed. It looked like somebody who has come home.
== end
@ $wild dawn
1 It goes on like this: {topic}, and somebody looks.
1 B: You were right to come.
+ H: I still don't know what I came for.
1 “I know,” said the old man. “Stay a bit. It isn't over.”

== turn
@ market day
1 And then, in the middle of the market, somebody said the word out loud: {topic}. Everyone stopped.
1 A: Who said that?
+ B: I did. I couldn't keep it in.
1 A woman put down her oranges. A man took off his hat. It turned out that they had all been carrying it.
