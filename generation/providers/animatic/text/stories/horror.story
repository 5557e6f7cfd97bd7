## horror open,calling,thing,find,search
title: The {thing} in the Wall|Room for One More|What the House Kept
A: old neighbour female
B: child
logline: {H.A} moves into a house where one door was painted shut from the outside.
@ house dusk fog
1 The house was cheap because of the room nobody counted.
2 {H.full}, {H.described}, bought it for the quiet. There were seven windows on the front. Inside, {H.he} could only find six.
3 %place
2 A: Six. There have always been six.
+ H: I counted seven from the road.
+ A (afraid): Then don't stand in the road.
4 The old woman went home without her umbrella, although it had started to rain.
@ corridor night
2 At night there were steps on the stairs. Light ones, bare ones. They always stopped on the ninth.
3 %time
3 On the third night {H} put {a thing} on the ninth stair. In the morning it had been moved up to the tenth.
2 H (whispering): Who's there?
+ B (whispering): You're loud. You'll wake him.
4 %place
3 Behind the wallpaper {H.his} fingers found an edge, then a hinge. The door had been painted over eleven times. Somebody had kept count, in pencil.
...
@ room night
1 Behind the door was a child's bed, neatly made, and the {thing} on the pillow.
2 %place
2 B: You opened it. Nobody opened it before.
+ H: How long have you been in here?
+ B: I don't know. What's the longest thing you know?
3 Something heavy turned over in the dark above the ceiling, and breathed out.
2 B (afraid): He only comes for people who hide.
+ H: Then we won't hide.
1 {H} took a small cold hand, opened all seven windows, and put on every light in the house.
4 The thing upstairs screamed like a kettle, and like a kettle, stopped.
2 By dawn the room was only a room. On the sill lay the {thing}, warm, as if somebody had just put it down.
3 That morning {H} counted the windows from the road. Seven. In the seventh, a small hand waved.

## horror,comedy open,fear,calling
title: The Night Shift|Please Do Not Feed the Dark|Lights Out at {home}
A: caretaker male
B: ghost
logline: The last night guard at {home} is told one rule: never answer the telephone.
@ $home night storm
1 There was one rule on the night shift: don't answer the telephone.
2 {H.full}, {H.described}, had been given the keys, a torch that flickered, and that one rule.
3 %weather
2 A: It isn't connected. So when it rings, you leave it.
+ H: If it isn't connected, how does it ring?
+ A: Good night, {H}.
4 The first hour was quiet. The second hour was quieter, and that was worse.
@ corridor night
1 At three o'clock, it rang.
3 %place
2 It rang eleven times. On the twelfth, {H} noticed that the cable hung loose, and swayed.
3 H (whispering): Hello?
+ B: Finally. Do you know how long I've been on hold?
2 The voice came out of the receiver. The breath came from right behind {H.his} neck.
4 {H} did what any sensible person would do, and stood perfectly still, like a coat.
...
@ cellar night
2 B: Downstairs. Under the third stone. Hurry, it's nearly morning and I've been dead since Tuesday.
+ H: Which Tuesday?
+ B: They're all the same from here.
3 %place
3 Under the third stone lay the {thing}, wrapped in a newspaper from another century.
1 B (sad): That's all. I only wanted somebody to know where I put it.
2 The cold went out of the room, like a guest who remembers there is a last train.
3 In the morning the caretaker found {H} asleep at the desk, with dust on {H.his} shoes.
2 A: Quiet night?
+ H: Somebody called. It was for all of us, really.
1 Upstairs, politely, the telephone rang once. And stopped.
