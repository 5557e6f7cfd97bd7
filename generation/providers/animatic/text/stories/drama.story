## drama,romance,documentary open,thing,find,calling
title: The {thing}|What {A} Left Behind|The Last Box
A: brother male
B: neighbour old female
logline: After a funeral, {H} finds {a thing} that nobody ever mentioned.
@ house day rain
1 They had one afternoon to empty the house, and {H} found the {thing} in the last box.
2 {H.full} was {H.a} who kept everything. {H.His} brother {A} kept nothing, and was already loading the car.
3 %place
2 A: Is it worth anything?
+ H: I don't know. It was wrapped in her wedding dress.
3 There was a tag on it, in their mother's round hand. It said: “{A}, when he asks.”
2 H: Did you ever ask her about it?
+ A (sad): I never asked her about anything.
4 The rain ran down the windows. In the empty rooms it sounded like somebody sweeping.
@ garden dusk
2 The old woman next door was taking in her washing, although it was already soaked.
3 %place
2 B: Ah. So she kept it, after all.
+ A: Kept what? What is it?
1 B: It was your father's. He didn't leave, boy. She sent him away, and she was wrong, and she was too proud to say it.
4 B: Every Sunday she took it out and dusted it. I could set my clock by her being sorry.
...
@ house night
2 They sat down on the bare floor, where the table had been, and put the {thing} between them.
3 %time
2 A (angry): Thirty years. She let me hate him for thirty years.
+ H: She left you a tag, {A}.
3 A: When he asks. I'd have had to ask.
+ H: I know. We're all like that. We're a whole family of closed boxes.
4 Somewhere a pipe knocked, the way it had when they were small, and both of them looked up at the same spot on the ceiling.
1 There was an address on the back. It was four hours away by car.
@ car dawn
2 %time
2 They drove through the night without the radio. {A} held the {thing} on his knees with both hands, like something asleep.
1 A: What do I say to him?
+ H: You ask.

## drama,romance open,calling,goal,pair,love
title: The Last {H.role} of {town}|{H}'s Hands|One More Winter
A: granddaughter young female
B: developer male
logline: {H.the} of {town} has one winter left, and one person who wants to learn.
@ $home dawn
1 In all of {town} there was only one {H.role} left, and {H.his} name was {H.full}.
2 Every morning {H} opened the door at six, lit the stove, and waited for somebody to need {H.him}.
3 %place
2 B: I can offer you a good price. They're going to put a car park here.
+ H: And where would people go, when they've parked?
4 The man laughed, because he thought that it was a joke. He left his card on the bench, face up, like a bad hand.
3 Then {A} came for the summer. She was nineteen, she was angry, and she had been thrown out of two schools.
@ $home day
2 A: Why do you still do it? Nobody wants it.
+ H: Give me your hand. No. Flat. Now listen with it.
1 For the first time that summer, {A} was quiet.
3 {H} taught her what {H.he} had been taught: the right pressure, the wrong hurry, and how to hear a mistake before it happens.
4 A: How do you know when it's finished?
+ H: It stops asking you for things.
...
@ hospital night rain
2 In October {H.his} heart stumbled. {A} sat beside the bed with oil on her fingers.
3 %weather
2 H: Did you lock up?
+ A: No. There was a customer.
+ H (happy): A customer?
+ A: Three.
@ $home day snow
2 When the snow came, the man with the papers came back, and found the window full of light.
2 B: I'm looking for the {H.role}.
1 A: You've found her.
3 By the stove sat {H} with a blanket on {H.his} knees and both hands, at last, at rest.
1 {H.He} listened to her work. She made a mistake. [She heard it too.|And {H.he} smiled, because {A} had heard it first.]
