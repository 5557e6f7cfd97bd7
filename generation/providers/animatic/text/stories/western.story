## western open,search,calling,thing
title: The Last Quiet Man in {town}|{H.surname}'s Silver|High Noon, More or Less
A: outlaw male
B: widow female
logline: An old outlaw rides into {town} to settle something that a {H.role} has carried for years.
@ village day
1 The outlaw rode into {town} at noon, and the street emptied like a glass.
2 {H.full} watched him come. {H.He} was {H.a}, and {H.his} hands had begun to shake the winter before, though nobody knew it but the coffee.
3 %place
2 B: That's {A.full}. They say he's killed eleven men.
+ H: Nine. I knew him when he could still count.
4 A shutter closed. A dog changed its mind about crossing the road.
@ bar day
2 Inside the saloon the piano stopped in the middle of a note and left it hanging there.
3 %place
1 A: You've got something of mine, {H}. I've come a thousand miles for it.
2 H: I've carried it every one of the years since. I thought you'd be faster.
3 A: I took the long way. I kept hoping you'd die.
+ H: I kept hoping you'd write.
4 The barman moved the good mirror to the floor. He was an optimist, but not about glass.
...
@ street dusk
2 They stood in the street with the low sun between them, two thin shadows reaching for each other in the dust.
3 %time
2 B (shouting): Is there no other way, you stubborn old fools?
1 {H} reached into {H.his} coat. Half the town shut its eyes.
2 What came out was {a thing}, worn smooth as a river stone.
3 H: She gave me this to give to you. On her last day. I was too proud to ride out.
1 A (sad): She kept it?
+ H: Every day. She never once said your name. That's how I knew.
4 The wind picked up a little dust and put it down again, gently, as if it were somewhere to sit.
2 The outlaw held it to his chest, and all at once he was only a tired brother, a long way from home.
3 B: There's soup. There's always soup.
2 They walked to her door slowly, one on each side of the road. By the time they reached it they were on the same side.

## western,adventure open,goal,pair,find,love
title: Rain for {town}|The Well-Diggers|A Hundred Feet Down
O: stranger
A: banker male
logline: In a town without water, {H} and a stranger dig where everybody says there is none.
@ field day
1 It had not rained in {town} for three years when {H} began to dig.
2 {H.full}, {H.described}, had a shovel, a dry field, and a letter from the bank.
3 %place
2 A: Sell now, {H}. By August it'll be worth nothing, and I'm being kind.
+ H: You're being early.
4 He left his card on the fence post. A lizard came and sat on it, in the shade of his name.
3 On the second day a stranger stopped at the fence with a mule and no hat.
2 O: You're digging in the wrong place.
+ H: And where's the right one?
+ O: I don't know. But you look like you could use the company.
@ field dusk
2 They dug for a month. They hit rock at twenty feet, and bad luck at forty.
3 %time
3 O: My father could smell water. He died thirsty, though, so I wouldn't build on it.
4 H: What are you running from?
+ O: Nothing's behind me. That's what I'm running from.
...
@ bar night
3 In the saloon they were taking bets. Nobody was betting on the hole.
2 A (happy): Last chance. I have the papers right here.
1 {H} had the pen in {H.his} hand when the stranger came in, covered in mud. Mud.
3 O: Before you sign that. Feel my sleeve.
2 {H} felt it. It was cold, and it was wet, and it was the most beautiful sleeve in the territory.
@ field night
1 By lantern light the whole town stood around the well, and listened to it fill.
2 %place
2 A child laughed. Somebody took off his hat. Far off, like a joke told late, it thundered.
3 H: You can move on now, I suppose.
+ O: I could. I heard there's soup.
