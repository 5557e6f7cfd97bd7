title: Open from Nine|The First Customer|{H} Opens
O: partner
A: inspector
B: old customer
== open
@ $place dawn
1 {event}
2 The sign was up, the floor was swept, and at nine o'clock exactly nobody came.
2 O: Perhaps they're late.
+ H: All of them?
3 By noon they had each been the customer twice.
== open
@ $place day
1 {event}
2 It had been closed for years. The key was turned, and something ran away over the floor.
2 O: It needs work.
+ H: It needs people.
+ O: Who'd come here?
3 They painted the door. It was the only part that one could see from outside.
== open
@ $home night
1 {event}
2 They had the plan on one sheet of paper. The costs were on eleven.
2 O: And if it goes wrong?
+ H: Then we'll be the only ones for miles who've done it.
== step
@ $near
1 At {here}, they handed out leaflets.
2 G: {here.says}
+ H: First visit's free.
+ G: What's the second one?
+ H: A little more hopeful.
== step
@ $place
1 An inspector came with a torch, and put his head into everything.
2 A: This isn't usual.
+ H: No.
+ A: I've got no form for this.
+ O: Have a seat. Make one.
== step
@ $near
1 At {here} somebody had opened the same thing, only bigger, and with balloons.
2 O: They've got balloons.
+ H: We've got chairs.
3 By evening, the balloons had sunk to about the height of a chair.
== step
@ $place dusk
1 Then the first one came: an old customer in a wet hat, who only wanted to get out of the rain.
2 B: What is it that you do here?
+ H: Sit down. You'll see.
3 He stayed for three hours, and forgot his hat, and had to come back for it.
== turn
@ $place night storm
1 {crisis}
2 And every one of them came running to the only door with a light over it.
1 {gift}
2 O: How many are there?
+ H: All of them.
1 {H} looked round. There was not a chair left. Somebody was sitting on the till.
== turn
@ $place night
1 On the last evening they counted what was in the till: a button, and a coin from another country.
2 O: It was a good idea.
+ H: It was. Shall we turn the light off?
1 {H} had a hand on the switch when there was a knock, and then a second one, and the knocking went all the way down the street.
2 B: I told a friend. He's told everyone. He can't help it.
== turn
@ $place
1 Nobody had asked what people really wanted. It was {O} who asked the old customer.
1 B: The truth? I don't come for that. I come because you say good evening.
1 They looked at each other. Then they took down the sign, and painted a new one. It had two words on it: good evening.
== end
@ street day
1 Now there's a queue. It goes round the corner, and people make friends in it.
1 A: I've found a form.
+ H: What does it say?
+ A: “Other”.
1 {H} hung it on the wall, in a frame, over the button and the foreign coin.
== end
@ street dawn
1 It never made much money. It made everything else.
1 O: Nine o'clock.
+ H: Nobody's here.
+ O: Wait.
1 And far down the street, small, with a wet hat, came the first one.
== end
@ $near dusk
1 If you're ever in {town}, and it rains, look for the light.
1 O: We're closed.
+ B: I know. I just came to see if you were all right.
1 {H} put the kettle on, and turned the sign round again.
