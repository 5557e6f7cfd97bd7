title: The Maker|What {H} Made|By Hand
O: apprentice
A: critic male
B: stranger
== open
@ $home
1 {event}
2 It was not a good year for that sort of thing.
2 O: Who's it for?
+ H: I'll know when I see them.
3 {H.s} hands did the thinking. The rest of {H.him} made the tea.
== open
@ $home dawn
1 {event}
2 Every morning {H} began again, and every evening {O} counted what was left.
2 O: We've got enough for one more.
+ H: Then it had better be the right one.
3 Outside, people went by who did not look in.
== open
@ $home night
1 {event}
2 O: You've been at it since yesterday.
+ H: What day is it?
+ O: That's what worries me.
2 There was one small thing wrong with it. There always was. {H} could feel it like a stone in a shoe.
== step
@ $near
1 What was missing could only be had at {here}, and there was a queue.
2 G: {here.says}
+ H: I need the best you've got.
+ G: The best is gone. This is what it was afraid of.
3 {H} paid with a coat button and a promise.
== step
@ $near
1 An expert came, looked for a long time, and put away his glasses.
2 A: It's very nice. Of course it's wrong.
+ H: Which part?
+ A: That's for you to lie awake over.
3 {H} lay awake over it, by the window, till the milk came.
== step if thing
@ $near
1 {H} carried {the thing} all the way to {here}, wrapped in a towel.
2 {T.sign}
2 O: Did you do that?
+ H: No. I thought that you did.
3 {T.fails}
== step
@ $near
1 At {here} somebody was selling the same, only cheaper, and with a ribbon.
2 O: Theirs has a ribbon.
+ H: Ours has a reason.
3 They sold one that day. It was to a man who wanted the box.
== turn
@ $home night
1 {here.event}
2 O: It's ruined. All of it.
1 {H} stood there for a while. Then {H.he} rolled up {H.his} sleeves, and began with what was left.
1 It came out crooked, and late, and nothing like the others. It was alive.
3 O: What did you do differently?
+ H: I ran out of everything but that.
== turn
@ $far
1 {crisis}
2 There they stood, with {H.s} work under one arm, and nobody had time to be polite.
1 {gift}
2 A: Who made this?
+ O: {H.He} did. With {H.his} own two hands.
== turn if thing
@ $far
1 {T.fails}
1 H: I'll never get it right.
+ O: Has anyone ever told you whose it looks like?
1 {H} looked. It looked like somebody {H.he} had once loved. {H} had been making the same thing all along.
1 {T.works}
== end
@ $near dusk
1 {T.last}
1 O: Shall we make another?
+ H: Not today. Today, we sit.
1 They sat. It was the hardest part of the work, and nobody had taught them.
== end
@ $near dusk
2 Years later, far from home, {O} saw somebody else holding what {H} had made.
2 B: Careful. Nobody knows who made that.
+ O: I do. I swept the floor.
1 {O} looked closer. There it was, the one small thing that was wrong with it. Nobody else in the world would have seen it.
== end
@ $home dawn
1 In the morning somebody knocked, and then somebody else.
1 B: Is this where you make them?
+ H: It is. How many?
+ B: I don't want to buy one. I want to learn.
1 {O} put out a second stool, and then, after some thought, a third.
