# Two who have to fight each other, in front of everybody, and find that they cannot.
title: Noon|{H} and {O}|Ten Paces|The Worst Shots in {town}
A: undertaker
B: bartender
== open
@ $place day
1 {event}
2 Everybody in {town} had come to watch, and had brought chairs.
1 O: Are you ready?
+ H: No. Are you?
+ O: I've never been ready in my life.
== open
@ $place dusk
1 {event}
+ H: Ten paces. Then we turn.
+ O: Which way is ten paces?
+ H: Away from me.
+ O: Keep talking. I'll find it.
3 The undertaker measured them both, in his head, and smiled at no one.
== open
@ $place dawn
1 {event}
2 A: I've got two boxes, and it's a quiet month. Take your time.
1 H: One of us has to leave.
+ O: It could be lunchtime. We could both leave.
== step
@ bar night
1 The night before, they had both gone to the same bar, and there was only one free chair.
1 B: He's the one you're going to shoot.
+ H: I know. He looks tired.
+ O: I can hear you.
3 They shared the chair. It was a wide one.
== step
@ $near day
1 {H} went out to practise, and hit a fence, a hat and a bell, none of which had been meant.
2 A: What were you aiming at?
+ H: The sky.
+ A: You missed that, too.
== step
@ $near dusk
1 Somebody had told each of them what the other had said, and it had grown on the way.
2 G: {here.says}
+ O: Did {H} really say that about my mother?
+ G: I may have helped a little.
== turn
@ $place day
1 They stood back to back. They walked ten paces. It was so quiet that one could hear the flies think.
1 Then they turned. Two shots. Somewhere a window broke, and a chicken lay down.
1 O: Did you hit me?
+ H: I don't think so. Did you hit me?
+ O: I've no idea. Say something.
1 And {H} began to laugh, out loud, with both hands in the air, and after a moment {O} laughed too.
== turn
@ $place dusk
1 They turned at the same moment, and neither of them moved.
1 H: I can't do it.
+ O: Thank God. Neither can I.
1 {H} laid the gun down in the dust, slowly, where everybody could see. {O} heard it, and did the same. Nobody in {town} had ever heard that sound before.
== turn
@ $place day storm
1 Just then the wind came down the street, with half the roof of the bar in it.
1 {O} heard it first. {H} saw it first. They ran at the same moment, toward each other, and pulled each other down behind the trough.
1 O: You saved my life.
+ H: You were in the way of mine.
== end
@ bar night
1 They sell lemonade there now, the two of them. {H} pours, and {O} says when.
2 B: And who won?
+ O: Nobody was hit.
+ H: That's how you can tell.
1 Over the door hang two guns, and a sparrow lives in one of them.
== end
@ $near dusk
1 They left together, on one horse. It was the horse that knew the way.
1 O: What can you see?
+ H: Everything. It's red, and it goes on for ever.
+ O: Don't stop there.
1 So {H} told {O.him} all of it, mile after mile, until it was dark for both of them.
== end
@ $place dawn
1 The undertaker packed up his boxes, and moved to a town with better shots.
1 O: Same time next year?
+ H: I'll bring the chairs.
1 They still meet there every year, at noon, ten paces apart. They bring sandwiches, and throw them.
== step
@ $near dawn
1 Before it was light they met at {here}, by mistake, each of them on the way out of town.
2 O: Were you running away?
+ H: I was taking a walk. With a suitcase. And you?
+ O: The same walk.
