title: The Last Minute|{H} Enters|Number Nine
O: coach
A: champion male
B: announcer
== open
@ $place day
1 {event}
2 They gave {H} number nine. There was a stain on it.
2 O: You don't have to win.
+ H: What do I have to do?
+ O: Be there at the end.
3 On the other side, the champion did his stretching like a man posing for a coin.
== open
@ $home dawn
1 {event}
2 Nobody had put {H} down on their list. {O} wrote the name in with a pencil.
2 O: Are you nervous?
+ H: No. I always hold my shoes like this.
3 On the wall hung a picture of the last one from here who had tried. It was not a big picture.
== open
@ $place
1 {event}
2 A: This isn't for everybody, you know.
+ H: I know. That's why I came.
2 The tannoy got the name wrong. Half the crowd laughed. The other half had never heard it.
== step
@ $near
1 They trained at {here}, because there was nowhere else.
2 O: Once more.
+ H: You said once more an hour ago.
+ O: I meant this one.
3 {slip.}
== step
@ $near
1 {H} lost the first round. It was not close. It was hardly in the same town.
2 G: {here.says}
+ H: Did you see it?
+ G: I saw you get up. I'd stopped counting.
== step
@ $near night
1 The night before, {H} could not sleep, and walked as far as {here}.
2 The champion was sitting there, alone, in his good shoes.
2 A: Do you know what happens if I lose? Nobody's ever told me.
+ H: You have breakfast. I've tried it.
== step if thing
@ $near
1 For luck, {H} had {the thing}. {T.sign}
2 O: You don't need that.
+ H: It needs me.
3 An hour before the start, it was gone.
== turn
@ $place
1 {crisis}
2 B (excited): And now, ladies and gentlemen, I don't know what I'm looking at!
1 {gift}
1 {H} was the last to cross the line, and everybody stood.
== turn
@ $place
1 With one minute left, {H} was last, and then, quite simply, was not.
2 B (excited): Number nine! Where did that come from?
1 It was not strength. It was everything that had gone wrong for a year, all of it, turning out to have been practice.
2 O (shouting): Don't look at him! Look at the end!
== turn
@ $place dusk
1 The champion fell, three steps before the end. It went so quiet that one could hear his breath.
2 {H} was past him already. {H} was as good as there.
1 {H} stopped, and turned round, and took him by the arm.
1 A: Are you mad? Go on!
+ H: You'd have done it for me. You just don't know it yet. Left foot.
1 They crossed it together, and the judges had to look up whether that was allowed.
== end
@ room night
1 There was a cup, and it was full of soup before midnight.
2 O: You were there at the end.
+ H: I was. It's nice there. You can see everything.
1 The paper number hangs on the wall now, a little crooked, with a stain on it.
== end
@ $near dusk
1 When they had all gone home, {H} went back out, alone, and did it once more, for nobody.
2 O: What was that for?
+ H: That one was for me.
1 High up, in the last row, the man with the broom put down his broom, and clapped.
== end
@ $near
1 {T.last}
2 A: Next year?
+ H: Next year. Bring the good shoes.
1 In the village they still tell it, and each time {H} is a little slower at the start, and the ending is a little louder.
