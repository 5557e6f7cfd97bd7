## fantasy,children open,search,find,calling,thing
title: The {thing} of {town}|{H} and the Sleeping King|The Year Without Bells
A: old witch female
B: nameless giant male
logline: When the {thing} of {town} is stolen, {H.a} goes where no knight will go.
@ village dusk
1 On the day the {thing} vanished, nobody in {town} could remember how to sing.
2 There lived in that village {H.a} called {H}, who had never been asked to do anything important, and was quietly tired of it.
3 %place
3 The knights rode out by the front gate with banners. They rode back by the side gate without them.
2 A: The giant has it, up on the mountain. He can't be beaten, so don't try.
+ H: Then what should I try?
+ A: Manners. He won't expect them.
4 She gave {H.him} a loaf of bread, a warm cloak, and no advice about the bears.
@ forest night
2 {H} walked all night through the whispering forest. The trees asked {H.his} name, and {H.he} told them, which nobody had done for a hundred years.
3 %place
4 In return they moved their roots aside. It is a small thing, for a tree. It saved {H} a whole day.
3 %time
...
@ mountain dawn
2 At sunrise {H} stood before a door as tall as a church, and knocked.
3 %place
2 B (shouting): Who dares?
+ H: {H}. I brought breakfast.
1 B: You're not here to fight me?
+ H: Is anybody ever here for anything else?
3 The giant thought about it. A cloud went by, around his ears.
2 He let {H.him} in. On his table stood the {thing}, small as an acorn in that enormous room. Every night he held it to his ear.
3 B (sad): It is the only voice up here that isn't shouting.
4 They shared the bread. The giant ate his half with two fingers, very carefully, to make it last.
1 H: Come down with me. You could hear us every day.
2 So the {thing} came home to {town}, carried by {H.a} on the shoulder of a giant.
1 That night the whole village sang. The loudest voice, and the worst, came from above the roofs.

## fantasy open,goal,love,pair,calling
title: The Bargain at {town}|Three Wishes Too Many|{H} and the Well
A: old witch female
B: prince
logline: {H.A} makes a bargain with a wishing well, and learns to read what is written underneath.
@ well dusk
2 Behind the village of {town} there was a well that granted wishes, and a sign that said: don't.
1 {H} leaned over the old well and wished. The well answered.
3 %time
2 {H} was {H.a} with holes in both shoes and one great wish: to {wish}.
3 A: I am the voice in the well, dear. I give you what you ask. You give me what you forget to mention.
+ H: That sounds fair.
+ A: Everybody says so.
@ castle day
2 By morning {H.his} wish had come true. By noon there were trumpets, a velvet coat, and breakfast on a silver plate.
3 %place
2 B: They say nobody in the kingdom is luckier than you.
+ H: Then why can't I remember my mother's face?
4 It went on like that. The smell of rain. The names of the goats. Every night the well took one more thing that {H} had forgotten to mention.
3 B (gentle): What would you keep, if you could only keep one?
+ H: The song. There was a song. I think I used to hum it.
...
@ well night
2 {H} walked back in the velvet coat, barefoot, through the dark.
3 %place
2 A: No returns, dear. It's on the sign.
+ H: I'm not returning it. I want to make a second wish.
1 H: I wish that you had somebody to talk to.
3 The well was silent for a very long time. Then, deep down, something that was not water began to fall.
4 A (sad): Nobody ever wished anything for me.
2 One by one they came up, like bubbles: the rain, the goats, the face, the song.
1 {H} went home with holes in both shoes. And every evening {H.he} stopped by the well, to talk.
