title: {H} and {O}|Four Words or Less|Table for Two
O: stranger
A: waiter
B: grandmother
== open sets waved
@ $place
1 {event}
2 It began with a mistake. {O} had waved at somebody else, and {H} waved back.
2 O: Do we know each other?
+ H: Not yet. I thought I'd save time.
3 Then it rained, and there was one doorway.
== open
@ $place dusk
1 {event}
2 {H} had prepared a sentence. It was a good one. When the moment came, it was gone.
2 H: There's weather today.
+ O: There is. I'd noticed some as well.
3 {A}, who saw the whole thing, put his tray down and covered his eyes.
== open sets letter
@ $home
1 {event}
2 {H} told nobody, and so of course everyone knew.
2 B: Does {O.he} know?
+ H: {O.He} knows my name. {O.He} thinks it's somebody else's.
3 That night {H} wrote a letter, and tore it up, and wrote it again, shorter.
== step
@ $near
1 They met again at {here}, by accident. {H} had been arranging that accident for a week.
2 O: You again.
+ H: I come here all the time.
+ O: It opened this morning.
== step
@ $near
1 {slip.}
2 O: Are you hurt?
+ H: Only in my opinion of myself.
3 {O} picked it all up, and kept one small thing, and didn't say which.
== step if thing
@ $near
1 {H} left {the thing} at {here}, where {O} would find it. {T.sign}
2 O: Is this from you?
+ H: That depends. Do you like it?
+ O: I'm not sure yet.
+ H: Then I'm not sure either.
== step
@ $near dusk
1 There was somebody else. There is always somebody else, and always with better shoes.
2 A: He's got a boat.
+ H: I've got a bicycle.
+ A: It hasn't got a wheel.
+ H: It's got one.
== step
@ $near
1 {G} gave advice, at {here}, whether anyone wanted it or not.
2 G: {here.says}
+ H: It's about love.
+ G: It always is. Say it in four words or less.
== turn
@ $far
1 {O} was leaving. {H} heard it at noon, and it was ten past.
2 H (shouting): Wait! I've got four words!
1 The whole place stopped. Somebody's dog sat down. {H} had no breath left for even one.
1 O: That's all right. I've got them too. You go first.
== turn
@ $far
1 {crisis}
1 {gift}
2 O: You might have been killed.
+ H: I didn't have time to think. I'd just thought of what to say to you.
+ O: So say it.
1 And {H} said it, in front of everyone, quite softly, and it was not about the weather.
== turn if letter
@ $place night
1 {H} found the letter on the doormat, unopened. It had been sent back.
2 B: Turn it over, you goose.
1 On the other side, in another hand, there were four words: “Wrong address. I'm downstairs.”
1 {H} ran down so fast that two of the stairs were never touched.
== end if waved
@ $place
1 {T.last}
2 A: A table for two?
+ O: By the window. And put the umbrella somewhere where somebody can take it.
1 It rained. There was one doorway. They had stopped looking for another.
== end if waved
@ $home
1 Years later they still could not agree on who had waved first.
1 O: You did.
+ H: I was waving back.
+ O: At whom?
1 {H} thought about it. Then, to be on the safe side, {H.he} waved.
== end
@ $near dawn
1 It did not last for ever. It lasted for a summer, and that was more than either of them had been promised.
2 O: Will you write?
+ H: In four words or less.
1 The first one came in autumn. “There's weather today. You?”

== end
@ $place dusk
1 They come here every year, on the same day, and sit at the same table.
2 A: The usual?
+ O: The usual. And two spoons.
1 Outside, two people stand in the rain who have not spoken to each other yet. {H} moves over, and makes room at the window.
== end
@ $home night
1 That was a while ago. There are two coats on the hook now, and one of them is always on top of the other.
2 B: And? Does {O.he} know your name?
+ H: {O.He} uses it as if it were {O.his} own.
1 In the dark, across the whole room, somebody said good night, in four words or less.
