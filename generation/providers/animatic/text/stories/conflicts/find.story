title: What They Found|The {Thing} in {place}|Finders
O: sister
A: official male
B: old neighbour male
== open
@ $place
1 {event}
2 O: Don't touch it.
+ H: I'm already touching it.
+ O: Then don't stop. It might notice.
3 There was dust on everything else. There was none on that.
== open
@ $place dusk
1 {event}
2 At first nobody believed it, and it was {both} who believed it least.
2 H: Has it always been here?
+ O: I've been here all my life. It hasn't.
3 It was late, and the light came in flat, and made everything look like evidence.
== open
@ $place
1 {event}
2 {H} walked round it three times. {O} walked round {H}.
2 O: What's it doing?
+ H: Waiting, I think. It's very good at it.
4 They agreed to tell nobody. By supper, eleven people knew.
== step if thing
@ $near
1 They took {the thing} to {here}, under a coat.
2 G: {here.says}
+ O: We only want to know what it is.
+ G: That's what my cousin said. She's got a statue now.
3 {T.sign}
== step
@ $near
1 By noon an official had heard of it, and came with a tape measure and a stamp.
2 A: Whatever it is, it isn't allowed.
+ H: You don't know what it is.
+ A: That's the first thing that isn't allowed.
3 He measured it twice. It was longer the second time.
== step
@ $near
1 At {here} there was an old picture on the wall. {H} stopped so suddenly that {O} walked into {H.him}.
2 O: That's it. That's ours.
+ H: Look at the date.
3 The picture was ninety years old, and in it somebody stood who had {H.s} eyes.
== step
@ $near
1 That night it made a sound. It was like somebody humming behind a door.
2 O (whispering): Are you awake?
+ H (whispering): I've been awake since Wednesday.
3 They followed it as far as {here}, where it stopped, like someone who has been caught.
== step
@ $near
1 Everybody wanted it. A museum rang up. A priest came. Somebody tried the window.
2 H: Perhaps we should give it up.
+ O: Perhaps we should find out what it wants.
3 {here.event}
== turn
@ $place night
1 Whoever had left it had left a message too, and {O} found it, where nobody had thought to look: underneath.
1 O: “For whoever is curious. The rest is up to you.”
+ H: That's all?
+ O: There's a date. It's tomorrow.
1 They sat beside it all night, with a blanket and a pot of tea. And at first light, it opened.
3 There was nothing inside but a mirror. They looked into it for a long time.
== turn
@ $far
1 {crisis}
2 H: We could save it, or we could help them.
+ O: I know. I'm already running.
1 {gift}
2 When they turned round, what they had found was lying there in pieces. Neither of them cried.
== turn
@ $place
1 The old neighbour came up the path, took off his hat, and went pale.
1 B: I left that here when I was nine. I said that I'd be back in an hour.
+ O: What happened?
+ B: Sixty years.
1 {H} stepped aside. The old man put his hand on it, and one could see the boy.
== end
@ $place
1 {T.last}
2 O: What do we do now?
+ H: What one does with a present. We write a card.
1 They left it where they had found it, a little cleaner, with a note: for whoever is curious.
== end
@ $home night
1 Nobody ever found out where it had come from. After a while it was simply theirs.
2 O: Are you sorry that we picked it up?
+ H: Ask me in sixty years.
1 In the dark, very softly, it hummed. They knew the tune by now.
== end
@ $near dawn
1 They opened the doors, and put up a sign, and anyone could come and see.
2 A: And what do I write in my report?
+ H: That it's allowed.
1 The official wrote it down. Then he stood in the queue like everybody else.
