## space open,calling,thing,search
title: The Signal from {town}|Station Keeping|One Voice Out There
A: computer female
B: captain male
logline: Alone at the edge of the map, {H.a} hears a voice that knows {H.his} name.
@ spaceship night
1 Four billion kilometres from home, somebody knocked on {H}'s hull.
2 {H.full} was the only {H.role} aboard. For two hundred days {H.he} had spoken to nobody but the ship.
3 %place
2 A: {H}, I am detecting a sound. It is coming from outside.
+ H: There is no outside. There's just nothing, with stars in it.
+ A: The nothing is knocking.
3 Three knocks. A pause. Three knocks again, patient, like a neighbour who has come for sugar.
4 A: Would you like me to compute the odds?
+ H: I'd like you to be quiet and brave.
@ corridor night
2 {H} floated down the long corridor to the airlock, past the frozen garden and the photographs of Earth.
3 %time
3 On the outer camera there was a small, dented pod. On its side, in {H.his} own handwriting, stood {H.his} own name.
2 H: That's my {thing} in there. I lost it the year I left.
4 A: The pod is older than this ship by sixty years.
+ H: Then I am going to be very late, or very early.
...
@ spaceship dawn
1 Inside lay the {thing}, and a message: “Turn back now. You will thank me. I did.”
2 A: It is your voice, {H}. Older. It sounds happy.
3 H (whispering): Is there anything ahead of us?
+ A: A planet with an ocean. And a shadow I cannot explain.
4 %place
2 For a whole day {H} sat at the window with the {thing} in {H.his} hands. Forward was everything they had sent {H.him} to find. Behind was everybody who had sent {H.him}.
1 H: Set a course for home.
+ A: I was hoping you would say that. I have missed the rain.
3 As the ship turned, {H} wrote {H.his} name on the side of an empty pod, in careful letters, for someone who would need it.

## space goal,calling,open
needs: goal being craft
title: How to {goal}|The First {H.role} to {goal}
A: engineer female
B: captain male
logline: {H.A} sets out to {goal}, and a whole crew learns why it matters.
@ $home day
1 Nobody had built {H} to {goal}. {H} wanted to do it anyway.
2 {H} was {H.a} on {town}: serial number nine, one bent finger, and a question that would not switch off.
3 %place
2 H: Why do people {goal}?
+ A: I suppose because it makes the evening taste of something.
+ H: I would like to taste an evening.
4 There was no file for it. {H} searched the library, the archive, and a very old cookbook with a bite taken out of one corner.
@ workshop night
2 The first try set off the fire alarm. The second set off the evacuation.
3 %time
2 B (angry): Who authorised this?
+ H: Nobody, Captain. That is what made it interesting.
3 B: You are a machine for fixing doors.
+ H: Yes, sir. I have started to wonder what is behind them.
4 They took {H.him} off duty. {H} spent the night in storage, between the brooms, going over every mistake and finding that {H.he} liked them.
...
@ $home dawn
2 It was {A} who opened the storage door, with her sleeves rolled up and flour, or moon dust, on her nose.
2 A: Show me what you've got. I have until the morning shift.
3 Side by side they started again, slowly this time. {A} knew how it should feel. {H} knew what every attempt had done wrong.
4 A: Stop measuring. Listen to it.
+ H: It is saying: not yet. Not yet. Not yet. Now.
1 And at sunrise, with one bent finger, {H} did it. {H} had learned to {goal}.
2 The crew came one by one, in socks, to see. Even the captain. He stood there for a long time.
3 B: My mother used to do this. On Earth. I had forgotten there was a smell.
1 H: So that is what an evening tastes like.
+ A: It's morning, {H}.
+ H: Even better.
