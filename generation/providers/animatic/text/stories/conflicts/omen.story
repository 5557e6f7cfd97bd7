title: Every Night a Little Closer|The Guest|What Came With {H}
O: brother
A: old doctor male
B: child
== open
@ $place dusk
1 {event}
2 On the first night, it stood at the end of the road. It had its back turned.
2 O: There's somebody out there.
+ H: I know. Don't wave.
3 Nobody in {town} has a lamp of that colour.
== open
@ $home night
1 {event}
2 It had not been there in the morning. It had not come in by the door.
2 B: Who's the man in the corner?
+ H: There's no man in the corner.
+ B: He says that you always say that.
== open
@ $place night
1 {event}
2 Somebody had laid the table. There was one plate too many.
2 O: Did you do that?
+ H: I thought you did.
3 The extra chair was warm.
== step
@ $near night
1 On the second night it was at {here}. It had its face in its hands.
2 O: It's crying.
+ H: No. It's counting.
3 One could see its lips. It had got as far as nine.
== step if thing
@ $near dusk
1 {H} buried {the thing} behind {here}, three feet deep, and put a stone on it.
2 In the morning it lay on the doorstep, quite clean.
+ O (whispering): It's brought it back.
== step
@ $near
1 The old doctor did not need to be told. He had closed his shutters already.
2 A: How long has it been coming?
+ H: Since Monday.
+ A: Then it's Thursday that you have to be afraid of.
3 He would not take any money. He wouldn't take {H.s} hand, either.
== step
@ $near night
1 They drove all night, with the windows shut, as far as the road went. In the morning they were at {here}.
2 O: We've been here. That's our gate.
+ H: I know.
+ O: I only ever drove straight on.
== step
@ $home night
1 It has no shadow. That was how they knew which of them to count.
2 O: One. Two.
+ H: Three.
+ O: That wasn't you, just now.
== turn
@ $place night
1 On Thursday it knocked. It was quite a polite knock.
1 H (whispering): If we don't open, it can't come in.
+ O (whispering): That's right.
+ H (whispering): Then why's it knocking from inside?
2 The handle of the cupboard moved, a very little, and moved back.
1 {H} opened it. One gets so tired of waiting.
== turn
@ $far night fog
1 {H} walked out to meet it. Halfway there, it lifted its face out of its hands.
1 It was an ordinary face. It was the face of the last one who had run away from it.
2 H: What happens when you've counted to the end?
+ B: Then it's your turn to count.
1 It held out its hands, the way that children do, and {H} understood that all this was a game, and how old it was.
== turn
@ cellar night
1 They found what it had come for. It was in the cellar, behind a wall with newer bricks.
1 O: There's a small door.
+ H: It's locked.
+ O: Yes. From this side.
2 Somebody, long ago, had shut something in there that only wanted to go home.
1 {H} turned the key. Something went by them up the stairs, cold and small and in a great hurry.
== end
@ $place dawn
1 In the morning there was nothing at the end of the road, and nobody in the corner.
1 O: Is it over?
+ H: I don't know. How many of us are there?
1 They counted. They counted again. There was one too many, and everybody looked the same.
== end
@ $near night
1 {H} stands at the end of the road now, with both hands before {H.his} face, and counts.
1 B: Who's that?
+ A: Nobody. Come in and close the shutters.
1 It isn't lonely. One can hear them all, behind their doors, breathing as quietly as they can.
== end
@ $home dawn
1 It went as it had come, and took with it only what was its own: one plate, one chair, and the sound of the clock.
1 A: You let it out?
+ H: It asked. Nobody's ever asked it anything.
1 At the end of the road, very small, something turned round once more. It waved.
