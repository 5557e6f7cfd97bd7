title: What {H} Hid|The False Bottom|Nobody Must Know
O: lodger
A: officer male
B: child
== open
@ $place night
1 {event}
2 Nobody was supposed to know. That was the whole idea, and it had held for nine days.
2 O: You're humming.
+ H: I never hum.
+ O: That's what I mean.
1 There was a loose board in the floor. {H} had put a chair on it, and had sat there ever since.
== open
@ $place
1 {event}
2 A secret weighs nothing. It only bends the floor a little.
1 There was a loose board in the floor, and {H} had put a chair on it.
2 A: We're asking everyone in {town}. It's just routine.
+ H: Ask away.
+ A: You haven't asked me what it's about.
== open
@ $home dusk
1 {event}
2 O: What's in there?
+ H: Nothing.
+ O: You've locked up nothing, with two locks?
1 There was a loose board in the floor, under a chair, and {H} was sitting on it.
== step
@ $near
1 At {here} they were all talking about it, and {H} had to nod in the right places.
2 G: {here.says}
+ H: And what would you do with somebody who hid a thing like that?
+ G: Me? I'd ask how they sleep.
== step if thing
@ $near night
1 {H} tried to get rid of {the thing}, at {here}, in the dark.
2 {T.sign}
2 {H} put it back under {H.his} coat, and walked home, very upright.
== step
@ $near
1 A child had seen it. There's always a child who has seen it.
2 B: I won't tell.
+ H: What do you want for it?
+ B: I want to know too. It's no fun, only knowing that.
== step
@ $near
1 {A} came back, without his hat this time, and sat down without being asked.
2 A: I had an aunt with a loose board. She always sat on the same chair.
+ H: It's my favourite chair.
+ A: It was hers, too.
== turn
@ $place night
1 There was a knock at three in the morning. It wasn't the police. It was whoever it belonged to.
1 O: I'm not a lodger. I've been looking for it for eleven years.
+ H: Why didn't you say so?
+ O: Why didn't you?
1 {H} moved the chair. It was the hardest piece of furniture that {H.he} had ever lifted.
== turn
@ $far
1 {crisis}
2 There was a way to help, and it would give everything away.
1 {gift}
2 So now they all knew. It was still for a moment. Then somebody said thank you.
== turn
@ $place
1 {A} stood on the loose board, and it creaked, and nobody breathed.
1 A: You know what I think? I think that floor wants oiling.
+ H: I'll see to it.
+ A: Do. There'll be another man tomorrow. He hasn't got an aunt.
1 That night they opened the floor, all of them, and passed it from hand to hand until it was over the border of the light.
== end
@ $place dawn
1 The board has been nailed down. {H} still sits there, from habit.
2 O: How do you sleep?
+ H: Like somebody who's been robbed of everything.
1 {T.last}
== end
@ $near dusk
1 Years later the child told it. By then it was allowed to be a story.
1 O: Was it true?
+ B: The chair's true. You can sit on it.
1 And everybody who came through {town} did. It creaked for each of them.
== end
@ kitchen night
1 There are things that one cannot give back. One can only stop hiding them.
1 A: What happens now?
+ H: Now I put it on the table, and we eat round it.
1 So they did, that night and all the others, and {H} hummed, and nobody said a word.
