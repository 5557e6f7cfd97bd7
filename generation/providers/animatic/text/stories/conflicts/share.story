# Two people, one thing, and neither will let go of it.
title: Mine and Yours|Half of It Is Mine|One {Thing}
A: lawyer
B: old neighbour
== open
@ $home day
1 {event}
+ H: She'd have wanted me to have it.
+ O: She'd have wanted you to ask.
2 It stood in the middle of the room, and they walked round it, in opposite directions.
== open
@ $home dusk
1 {event}
+ O: Mondays, Wednesdays and Fridays it's mine.
+ H: And on Sundays?
+ O: On Sundays we argue.
3 They drew a line down the middle of {the thing}, in chalk. It was not straight. They argued about that, too.
== step
@ $near
1 They took {the thing} to {here}, to have somebody else decide.
2 G: {here.says}
+ H: That isn't an answer.
+ O: It is. It just isn't yours.
== step
@ office day
1 The lawyer had seen such things before. He kept a saw in the cupboard, for show.
2 A: I can divide it. It's been done.
+ H: You can't divide a {thing}.
+ A: They all say that. Then they ask how long it takes.
== step
@ $near dusk
1 The old neighbour waited for them at {here}, with something wrapped in newspaper.
2 B: She left this with me. For when you'd stopped shouting. I couldn't wait any longer, I'm ninety.
3 It was a photograph. In it were two very small girls or boys, one could not tell, asleep on top of each other like coats.
== turn
@ $home night
1 That night, {H} could not sleep, and went down in the dark. There was somebody there already.
1 O: I only wanted to be near it.
+ H: So did I.
1 {T.works}
1 They stayed until it was light. Neither of them said whose turn it was.
== turn
@ $home night storm
1 Then the roof began to leak, right above {the thing}.
1 O: Take that end!
+ H: You take that end! I've got the heavy one!
+ O: It's got two heavy ones!
1 They pushed, and pulled, and got it out of the rain with a hand's breadth to spare, and sat down on the floor, wet through, shoulder to shoulder.
1 H: She did that on purpose.
+ O: The roof?
+ H: Leaving it to both of us.
== turn
@ $home day
1 A man came to take {the thing} away. They had sold it, so that neither would have it.
1 He had it out of the door already. Then {H} said “no”, and {O} said it at exactly the same moment.
1 O: We'll share.
+ H: Badly.
+ O: As always.
== end
@ $home dusk
1 {T.last}
1 B: And who does it belong to now?
+ H: To both of us.
+ O: Mostly to me.
1 Through the window one could see the two of them, side by side, and neither had more room than the other.
== end
@ $home dawn
1 The chalk line is still there. They step over it without looking.
2 H: It's your turn.
+ O: I know. Sit down anyway.
1 {T.last}
== end
@ $home night
1 In the end they did what she had always done: they had people in. The house was full of them.
1 O: Your turn.
+ H: After you.
+ O: I asked first.
1 {T.last}
== open
@ $home night
1 {event}
+ O: I had it first.
+ H: I had it longer.
+ O: I was born first. I've had everything first.
3 The clock struck eleven. Neither of them went to bed, so as not to leave the other alone with it.
== step
@ $near night
1 At {here} they did not speak to each other for two hours. It was the longest time since they could talk.
2 H: This is silly.
+ O: It is.
+ H: You start.
+ O: No, you.
