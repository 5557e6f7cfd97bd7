title: The {Thing} Affair|Who Knew|The Case of {the Thing}
O: sergeant male
A: landlady
B: pianist male
== open
@ $home
1 {event}
2 H: Who else knows?
+ O: You, me, and whoever did it.
+ H: Then that's one too many.
3 On the desk lay {the thing}. Nobody had asked for it, and nobody would say where it came from.
== open sets clock
@ $place night
1 {event}
2 Three people had been in the room. All three had been looking at the clock.
2 A: It was ten past nine.
+ B: It was ten past nine.
+ H: It's odd. The clock has stopped.
3 %place
== open
@ $home night rain
1 {event}
2 It looked simple. {H} had learned to be afraid of simple.
2 O: It's as plain as day.
+ H: It's night, {O}.
3 {H} turned {the thing} over. {T.sign}
== step
@ $near
1 The first answer was at {here}, and it had been waiting.
2 G: {here.says}
+ H: You've said that to somebody else, and not long ago.
+ G: A lady. Grey gloves. She cried with only one eye.
== step
@ $near night
1 Somebody followed {H} as far as {here}, and stopped whenever {H.he} stopped.
2 H: You can come out. You've got a stone in your left shoe.
+ B: How did you know?
+ H: You've been limping since the church.
3 It was the pianist, and he was more frightened than a guilty man can afford to be.
== step
@ $near
1 At {here}, in the ashes, lay half a ticket. It was for the wrong day.
2 O: So he's lying.
+ H: No. He's the only one who's told the truth, and he told it badly.
3 {here.event}
== step
@ $near
1 The landlady poured two cups of tea at {here}, and drank neither.
2 A: I'd do anything for that boy.
+ H: I know. That's what I'm worried about.
3 Her hands were quite steady. Only the cup shook.
== turn
@ $place night
1 {H} put everybody in one room, and {the thing} on the table.
1 H: One of you knew what this was before I unwrapped it.
1 Nobody moved. Nobody looked at the table. One of them was looking at the door.
1 A: It wasn't stolen. I took it, and I gave it back to whom it belonged to.
1 And suddenly the whole case lay there the other way up: nothing had been stolen. Something had been put right.
== turn
@ $far night
1 {crisis}
1 {gift}
2 O: How did you know?
+ H: Everyone looked frightened. She looked relieved.
1 On the floor lay one grey glove, and inside it, folded small, the other half of the ticket.
== turn if clock alone
@ $place
1 It was the clock. It had been the clock all along.
1 H: Somebody stopped it by hand. Somebody who could reach it.
+ O: The pianist's too small. The landlady's too old.
+ H: Yes. That leaves you, {O}.
1 The rain went on for a while. Then {O} took off his cap, like somebody who is glad to put something down.
2 O: I thought that you'd see it on the first day.
+ H: I did. I was hoping that it would be somebody else.
== end
@ $home dawn
1 In the report {H} wrote three lines. The third one was not true, and it was the kindest.
2 B: Will you find the lady?
+ H: What lady?
1 {T.last}
== end
@ $near dawn rain
1 {H} saw her once more, at {here}, in grey gloves, with a suitcase.
2 O: Shall I stop her?
+ H: What for? It isn't a crime to leave.
1 She looked up, and cried with both eyes. Then the street was empty, and quite clean.
== end
@ $home night
1 They closed the file. {H} left {the thing} on the desk, as a reminder.
2 O: Of what?
+ H: That it's never the butler. We haven't got a butler.
1 Outside, one after the other, the lamps came on, and each of them had something to hide.
