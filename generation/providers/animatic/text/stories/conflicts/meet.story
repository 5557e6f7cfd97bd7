title: {H} and {O}|The Visitor|A Chair for {O}
O: stranger
A: neighbour old
B: official
== open
@ $place
1 {event}
2 Neither of them had planned it. {H} had only come out to be alone.
2 H: You're in my place.
+ O: I've been here an hour. It's getting used to me.
3 They sat at the two ends of the same silence.
== open
@ $place night
1 {event}
2 H: Who's there?
+ O: Nobody you know.
+ H: That's most people. Come into the light.
3 {O} came into the light. It took some courage, on both sides.
== open
@ $home
1 {event}
2 They had nothing in common. They made a list, to be sure.
2 O: Do you like mornings?
+ H: No.
+ O: Good. That's one.
3 {A}, from next door, watched through the curtain and reported it to the cat.
== step
@ $near
1 {H} showed {O} the way to {here}, because {O} had never seen it.
2 O: What do people do here?
+ H: They pretend to be in a hurry.
3 {G}, who had seen everything, looked at the two of them twice.
== step
@ $near
1 {slip.}
2 O: Is that usual?
+ H: It's Tuesday.
2 It was the first time that {O} had laughed. It was a strange laugh. It looked for its shoes first.
== step if thing
@ $near
1 {O} gave {H} {a thing}. {T.sign}
2 H: I can't take this.
+ O: You can. I've got nobody else to miss it with.
== step
@ $near
1 People at {here} began to talk.
2 B: We've had complaints. Your friend isn't from here.
+ H: Neither's the weather. You let that in.
3 Somebody had drawn a chalk cross on the door. {O} thought that it was a present.
== step
@ $near
1 Then they quarrelled, at {here}, about nothing, as only two people can who are afraid of the same thing.
2 O: You never ask me where I go.
+ H: You never tell me that you're coming back.
3 They walked home on two sides of the road.
== turn
@ $far
1 {crisis}
2 And {O} was in the middle of it.
1 {gift}
2 O: You came.
+ H: I had the evening free.
1 After that nobody said that {O} was not from here.
== turn
@ $far dusk
1 One evening {O.s} place was empty. There was only a note: “It's better like this.”
2 H: It's not. Who decided that?
1 {H} ran all the way to {here}. {O} was standing there with a bundle, facing the wrong way.
1 H: You forgot something.
+ O: What?
+ H: To ask me.
== turn
@ $place night
1 {O} told the truth at last, in the dark, where it's easier.
1 O: I don't come from where I said. I don't come from anywhere. I was only passing.
+ H: I know. You've been passing for three weeks.
1 They laughed until somebody banged on the wall, and then it was settled.
== end
@ $home
1 There are two cups on the shelf now. One has a crack, and they take turns.
2 A: And how long is your visitor staying?
+ H: What visitor?
1 {O} put another chair by the window. Then, after some thought, a third. You never know.
== end
@ $place dawn
1 In the end {O} had to go. It was in the nature of things, and of {O}.
2 O: What will you do?
+ H: Sit here. Keep it warm.
1 {T.last}
1 And once a year, on the same day, somebody is in {H.s} place. They have both got used to it.
== end
@ $near dusk
1 If you go by there of an evening, you can see them: {both}, at the two ends of the same bench.
2 O: You're in my place.
+ H: It's getting used to me.
1 The silence is still there. It sits in the middle, and is quite happy.
