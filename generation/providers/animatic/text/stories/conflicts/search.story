title: The Missing {Thing}|Where {the Thing} Went|Gone Since Tuesday
O: friend
A: collector male
B: child
== open
@ $home dawn
1 {event}
2 On the shelf there was a clean shape in the dust, exactly where {the thing} had been.
2 O: When did you last see it?
+ H: When I wasn't looking at it.
3 The window was open by a hand's breadth. On the sill lay one wet leaf.
== open
@ $home
1 {event}
2 Without it, nothing went right. The clocks ran slow, and nobody whistled.
2 O: We could get another one.
+ H: There isn't another one. There was only ever that one.
3 {H} packed bread, string and {H.his} best boots.
== open
@ $place night
1 {event}
2 O: You can't just walk into the night and shout for it.
+ H: What else do you do with a night?
2 So they walked, and shouted, and the dogs answered.
3 It had been a present. {H} had never said thank you.
== step
@ $near
1 The first trace led to {here}.
2 G: {here.says}
+ H: I'm looking for {a thing}.
+ G: You're the second today. The other one paid.
3 {G} pointed with a spoon, and took it back.
== step
@ $near
1 At {here} they found one footprint, and it was going backwards.
2 O: Somebody walked out of here on their heels.
+ H: Or somebody wanted to see us coming.
3 {H} put {H.his} own foot beside it. It was much too large for a thief.
== step
@ $near
1 A man in a good coat was waiting at {here}. He did not seem to be waiting for a train.
2 A: Whatever they've offered you, I'll double it.
+ H: Nobody's offered me anything. It's mine.
+ A: That's what the last one said.
3 He left a card. There was nothing on it but a smell of roses.
== step
@ $near
1 They asked everybody at {here}, and got nine answers, all different, all sworn.
2 O: So it went north, south, and up.
+ H: Then we go up. Nobody lies about up.
3 {here.event}
== step
@ $near
1 At {here}, {both} lost each other in the crowd, and for an hour there were two things missing.
2 O (shouting): {H}!
+ H (shouting): Here! I'm always here! It's you who's there!
3 They held on to the same bit of string after that.
== turn
@ $far night
1 And there it was, at {here}: {the thing}, in the hands of a child.
1 B: I didn't steal it. I only wanted to see what it was like, having one.
+ H: And?
+ B: It's lonely. You've got to show it to someone.
1 {H} knelt down, so that they were the same height. “Then show it to me,” {H.he} said.
3 {T.works}
== turn
@ $far
1 {crisis}
1 {gift}
2 And when it was quiet again, {H} saw it lying in the open, where everyone had walked past it for days: {the thing}.
2 O: All this way, and it was under the bench?
+ H: It was under our noses. That's further.
== turn
@ $far dusk
1 A man in a very good coat had it, in a glass case, with a light on it, and no one to look at it.
2 A: My mother had one. I've bought eleven. None of them is it.
+ H: Is this one?
+ A (sad): No.
1 He opened the case himself. “Take {the thing},” he said. “I was only ever looking for her.”
== end
@ $home
1 {T.last}
2 O: Will you lock the door from now on?
+ H: No. What would be the use of having it, then?
1 And on the shelf, in the dust, there were soon three clean shapes: things that had been lent.
== end
@ $home dusk
1 Back home {H} put {the thing} in its place, and it did not fit any more.
2 O: Has it got bigger?
+ H: No. I think I have.
1 So it stands on the table now, in everybody's way, where it belongs.
== end
@ $place dawn
1 They came home by the long road, and told the story at every door.
2 O: In the mill you said that there were two men with knives.
+ H: By the church, there'll be four.
1 {The thing} lay in {H.s} pocket, warm as a stone in the sun, and for once was not the most important thing there.
