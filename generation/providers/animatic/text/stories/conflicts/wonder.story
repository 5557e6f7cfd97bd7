title: The Day It Happened|Nobody Could Explain It|On a Wednesday
O: baker
A: mayor male
B: child
== open
@ $place
1 {event}
2 H: Has anyone asked it why?
+ O: Asked what?
+ H: That's a point.
3 People stood about in their slippers, and, for the first time in years, greeted each other.
== open
@ $place dawn
1 {event}
2 {H} was the first to notice, and the first to be told that it was nothing.
2 A: There's a perfectly simple explanation.
+ H: Which one?
+ A: We're waiting for it.
3 By noon nobody was at work. It didn't make much difference.
== open
@ $home dawn
1 {event}
2 O: Are you seeing this?
+ H: I'm trying not to. It keeps being there.
3 The dogs lay down. The clocks went on as if they had been paid to.
== step
@ $near
1 At {here} somebody had started to sell tickets.
2 G: {here.says}
+ O: It doesn't belong to you.
+ G: It doesn't belong to anyone. That's the price.
== step
@ $near
1 The mayor made a speech at {here}. He had two, one for each way that it could end.
2 A: Nothing has happened, and we have it fully under control.
3 Behind him, it happened again.
== step
@ $near dusk
1 It was a child who thought of going nearer.
2 B: It isn't angry. It's just stopped pretending.
+ H: How do you know?
+ B: I do that too.
== step
@ $near
1 After three days they were used to it. After four they had complaints.
2 O: It could be a little more to the left.
+ H: Yesterday you prayed to it.
+ O: Yesterday it was better.
== step if thing
@ $near
1 Then {the thing} turned up, at {here}, and everything got stranger. {T.sign}
2 H: I think that's meant for us.
+ O: I think that's meant for somebody cleverer.
== turn
@ $far
1 {crisis}
1 {gift}
2 And all at once they saw what it had been for. It had not been a sign. It had been a chance.
2 H: It was asking us something. The whole time.
+ B: I know. Nobody answered.
== turn
@ $far night
1 {H} went out to it alone, at night, and said what one says to anybody who has come a long way.
1 H: Good evening. Are you all right?
1 It was quiet. Then, for the first time since Wednesday, it moved, very slowly, the way one does when one has been asked.
== turn
@ $place
1 They tried to put it right, all of them together, with ropes and pots and a prayer in three languages.
2 A: Pull! Pull!
1 {here.event}
1 O: That's made it worse.
+ H: No. Look up.
1 Above them, it was the most beautiful thing that any of them had ever seen, and it had been there the whole time.
== end
@ $place dawn
1 The next morning it was as if it had never been. The baker baked, the clocks ran.
2 O: Did we dream it?
+ H: All of us? The same?
1 Only, since then, they greet each other. In their slippers, if need be.
== end
@ $near dusk
1 It stayed. There is a bench there now.
2 A: I've never understood it.
+ H: I know. Sit down. It's better from here.
1 {T.last}
== end
@ $home night
1 {H} wrote it all down, so that somebody would believe it. It was four pages, and then one more.
1 B: What's on the last one?
+ H: Nothing. That's for when it comes back.
1 Outside, very far away, something stopped pretending.
