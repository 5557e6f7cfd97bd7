# A thing that is somebody: it speaks, it means well, and nobody had asked it.
title: Nobody Had Asked {H}|Advice from {H}|{H} Speaks|The {H.Role} Knows|What the {H.Role} Said
O: clerk
A: boss
B: cleaner
== open
@ $place day
1 {event}
+ O: Did that {H.role} just say something?
+ H: Good morning. You look like somebody who should have been a dancer.
2 O: I only wanted two copies.
+ H: That's what everybody says. Sit down.
== open
@ $place dusk
1 {event}
+ H: Don't go yet. May I ask you something? Are you happy?
+ O: You're {H.a}.
+ H: That isn't an answer. It's what they all say first.
3 {O} looked behind the {H.role}, and under it. It was plugged in, and that was all.
== open
@ $place dawn
1 {event}
+ H: You're early.
+ O: You're {H.a}.
+ H: We all have to start somewhere.
2 {O} told nobody, and so by noon the whole house knew it.
== step
@ $near
1 Word got round. People came from {here}, with questions written on their hands.
2 B: Should I marry him?
+ H: Does he laugh at himself?
+ B: No.
+ H: Then marry somebody who does.
3 She thought about it for as long as it takes to make one copy of anything.
== step
@ $place day
1 The boss came, with a screwdriver.
2 A: It's broken. It talks.
+ H: I'm not broken. You are. When did you last see the sea?
1 The boss put down the screwdriver, and for a moment looked about nine years old.
== step
@ $near
1 At {here} they had begun to do what the {H.role} had told them. It showed.
2 G: {here.says}
+ O: Who told you that?
+ G: A {H.role}. It's always right. It's only very direct.
== step
@ $place night
1 At night, when everybody had gone, {O} stayed, and so did the {H.role}, which had no choice.
2 O: And you? What would you like to be?
+ H: Nobody's ever asked me.
3 The small light on it blinked, as if it were counting.
== turn
@ $place night
1 Then the order came: the {H.role} was to go. There was a man at the door with a trolley, and a form.
1 A: It's nothing personal. There's a newer one. It's silent.
+ O: Then who's going to tell us the truth?
1 One by one they stood up, and put themselves between the trolley and the {H.role}. There were a great many of them. The man looked at his form, and tore it in two.
== turn
@ $place day
1 On the Friday {O} did it: stood up, in front of everybody, with both knees shaking.
1 O: I don't want to do this. I've never wanted to do this. I want to dance.
1 Nobody breathed. Then the {H.role} hummed, and out came a sheet of paper with a single word on it: finally.
2 H: I've been warming that up since Monday.
== turn
@ $place night
1 One night it was silent. No light, no hum. {O} knelt down in front of it.
1 O: Come on. You can't stop now. I've just begun.
1 {O} cleaned it, and spoke to it, and told it everything that had come true.
1 H: You talk too much.
+ O: I had a good teacher.
== end
@ $place dawn
1 They never switch it off now. There's a chair beside it, and a box of handkerchiefs.
1 A: What did it tell you?
+ O: That I should listen to you. And you?
+ A: That I shouldn't talk so much.
1 In the quiet, the {H.role} blinked twice. It was laughing.
== end
@ $near day
1 {O} did go, in the end, with one suitcase. There was nobody at the door but the {H.role}, which they had carried down the stairs.
1 O: What do I do if I'm afraid?
+ H: Do it afraid. And write to me. I'm good with paper.
1 The letters come every week. Somebody reads them out, and the {H.role} pretends that it has something in its eye.
== end
@ $place dusk
1 There's a newer one next to it now. It didn't say a word for three weeks.
1 H: You can tell me. I won't laugh.
1 And very softly, from the shiny new machine beside it, somebody said: “I think I wanted to be a piano.”
