## children,fantasy open,calling,pair,find,thing
title: {H} and the {thing}|The Very Small Hero|Who Took the {thing}?
A: owl female
B: badger male
logline: {H.A} looks for the owner of {a thing}, and finds a whole forest of friends.
@ forest dawn
1 One morning {H} {H.the} found {a thing} in front of {H.his} door, and it was not {H.hers}.
2 {H} was {H.a} with very good manners, so {H.he} could not keep it, and could not sleep until it was home.
3 %place
2 H: Excuse me, is this yours?
+ A: It is not. But I know a riddle about it. Do you have an hour?
+ H: I have a minute.
+ A: Then no.
@ river day
2 {H} asked at the river, where old {B} was fixing his dam and losing.
3 %place
2 B: A {thing}! I used to have one. No. That was a cousin.
4 B (happy): Leave it here, and the owner is sure to float by.
+ H: Do owners float?
+ B: The good ones do.
3 It began to rain, first politely, and then not politely at all.
...
@ field dusk rain
1 Under a leaf sat somebody very small, crying very quietly.
2 %weather
2 H (gentle): Is this yours?
+ O (sad): Yes. I was bringing it to you. It's a present. But then I got shy, and then I got lost.
3 H: To me? But we've never met.
+ O: That's why I was bringing it.
1 H: Come in out of the rain. It's your present. It's my house. We can share both.
@ forest night
2 %time
2 That night there was a lamp in the window, and soup for two, then for three, then for everybody.
3 A: I still have that riddle.
+ H: We have an hour now.
1 And the {thing}? It stood on the table in the middle, and belonged to all of them.
O: mouse

## children,drama,fantasy fear
needs: fear
title: {H} Stays Up|The Brave Thing|A Light for {H}
A: grandmother female
B: moth
logline: {H.A} who is afraid of {fear} has to go out into the night after all.
@ $home dusk
1 {H} {H.the} was afraid of {fear}, and everybody knew it, because {H} told them.
2 {H.He} had a lamp by the bed, a lamp by the door, and a small one in {H.his} pocket, for surprises.
3 %place
2 A: Being afraid is only your heart knocking, to ask if you're in.
+ H: I'm always in. That's the trouble.
@ forest night
2 Then one night grandmother did not come home, and the path was long, and the big lamp would not light.
3 %time
3 {H} stood on the doorstep for a whole hour, with one foot in and one foot out. It is a very cold way to be brave.
1 H (whispering): Knock, knock, heart. We're going out.
2 There was a rustle. There was a crack. There was a thing with eyes.
+ B (afraid): Please don't hurt me! I'm only looking for a light!
4 H: Are you frightened too?
+ B: Of course. Everybody out here is. Why do you think it's so quiet?
...
@ forest night
2 They went on together, the small pocket lamp between them, and it turned out that two frights side by side made a kind of courage.
3 %place
1 They found grandmother sitting by the path with a twisted foot and a full basket.
2 A: You came? In the dark?
+ H: I was afraid the whole way.
+ A: That's the only way there is.
3 All the way home, eyes opened in the bushes and followed the little light: two, and four, and forty.
1 In the morning {H} put the pocket lamp outside, on the doorstep. For somebody who might need it.
