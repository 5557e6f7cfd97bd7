title: One Match Left|Nine Days|The Cold Count
O: mechanic
A: apprentice young
B: operator
== open
@ $place night
1 {event}
2 They counted what they had: {the thing}, half a bottle, and each other.
2 A: How long can we last?
+ H: Longer than that.
+ A: Longer than what?
+ H: Than whatever number you're thinking of.
3 %place
== open
@ $place
1 {event}
2 On the first day, they made jokes. On the second they saved them.
2 O: Somebody will come.
+ H: Of course. We'd better be here.
3 {H} cut a line into the wall with a nail. It was the first of many.
== open
@ $place storm
1 {event}
2 The radio gave one crackle, and one word, and then it was dead.
2 O: What did it say?
+ H: It said “wait”.
+ O: Or “weight”.
== step
@ $place
1 On the third day, they divided the last of it with a ruler.
2 A: You gave me yours.
+ H: I'm on a diet.
3 {T.fails}
== step
@ $near
1 {H} went as far as {here}, on a rope, to see whether there was a way.
2 H (shouting): There's something here!
+ O (shouting): What?
+ H (shouting): A wall!
3 {here.event}
== step
@ $place night
1 In the night, somebody began to sing. It was {O}, and it was terrible.
2 A: What's that song?
+ O: I don't know the words. I don't know the tune either. I'm just making a place to be in.
3 By the third verse they all sang it, wrong in the same places.
== step
@ $near
1 They found out that they had not been the first. At {here} there were other lines on the wall. There were forty, and then none.
2 A: What happened after forty?
+ H: They got out.
3 {H} didn't know that. {H} said it so firmly that it nearly became true.
== turn
@ $place night
1 {crisis}
1 {gift}
2 A (whispering): Do that again.
+ H: I can't. That was all of it.
1 It had been enough. Far away, quite clearly, something answered.
== turn
@ $far
1 There was air for two, and there were three of them. They could all count.
1 O: I'll go and have a look outside.
+ H: Sit down.
+ O: I only want to stretch my legs.
1 {H} took {O.his} hand, and {A} took the other, and nobody stretched their legs. They breathed by turns.
1 And at the very bottom of the night there came, from the other side, three knocks.
== turn if thing
@ $place
1 All they had left was {the thing}.
2 O: You've been saving that.
+ H: I've been saving it for when there's nothing else.
1 {T.works}
1 Somebody saw it. Somebody eleven miles away put down a cup and ran.
== end
@ $far dawn
1 They came out into so much light that they had to hold each other's eyes shut.
2 A: What do we do first?
+ H: Nothing. Let's do nothing, for as long as it takes.
1 Later {H} went back in, just once, and with a nail cut one last line: the day they left.
== end
@ $home
1 At home people asked what it had been like.
2 B: Weren't you afraid?
+ H: We were busy.
1 {T.last}
== end
@ $near dusk
1 Once a year they meet, and put very little on the table, and divide it with a ruler.
2 O: You gave me yours again.
+ H: I'm on a diet.
1 Then somebody starts to sing. It is still terrible. They know all the wrong places by heart.
