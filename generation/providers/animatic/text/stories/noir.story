## noir open,search,thing,calling
title: The {thing}|What {A} Wanted|Last Call in {town}
teller: H
A: singer female
B: gangster male
logline: A tired {H.role} in {town} is hired to find the {thing}, by somebody who would rather it stayed lost.
@ office night rain
1 She came in out of the rain and asked me to find [a|one] {thing}.
2 My name is {H.full}. I am a {H.described} in {town}, which means I am paid late and lied to early.
3 The blinds cut the neon into strips and laid them across my desk. Red. Dark. Red. Dark.
2 A: Are you {H}? They told me you don't ask questions.
+ H: They lied. Who are you?
3 A: {A.full}. I sing at the Blue Parrot. You may have heard me.
+ H: I've heard everybody. Sit down.
2 A: Somebody took the {thing} out of my dressing room. I want it back before Friday.
+ H: What happens on Friday?
+ A: I leave town. Or I don't.
4 Her hands were steady. Only the hat gave her away: it was dripping on my carpet, and she had not noticed.
3 H: Why not go to the police?
+ A: [Because I like you better already.|Because they would ask who gave it to me.]
4 She put two banknotes on the desk, new ones, with the bank's paper band still holding the fold.
@ street night rain
3 %time
2 I asked along the waterfront. Nobody knew anything, and they all knew it in the same words.
4 %weather
4 A newsboy on the corner sold me a paper and, for another dollar, the truth about the paper band. Only one man in {town} paid in new money.
3 His name was {B.full}, and he owned the Blue Parrot. He owned most of the people in it too.
@ bar night
2 The Blue Parrot was half empty and twice as loud. {B} was waiting at the back with [a deck of cards|two glasses], as if we had an appointment.
3 %place
1 B (slow): You're looking for the {thing}, {H.surname}. Ask her who had it first.
3 H: I was asking you.
+ B: No. You were asking for trouble. I'm only where it lives.
4 B: She didn't come to you to find it. She came to you to be seen looking.
4 I finished his whiskey for him. It seemed the polite thing to take.
2 H: If she's lying, what are you doing?
+ B: Waiting for her to stop.
...
@ harbour dawn fog
2 I found her on the pier before sunrise, with one suitcase and no ticket.
3 %place
1 The {thing} was in her coat pocket. It had been there all along.
2 H: You hired me to look for something you were holding.
+ A (gentle): I needed him to think it was gone. He only watches what he can lose.
3 A: My brother kept that {thing} for twenty years. It's the only proof he was ever here.
4 H: And the bank money?
+ A: His. I thought it was fair that {B} paid you.
3 Behind us a car door closed, softly, the way a man closes it when he has all the time in the world.
4 {B} came out of the fog without his hat. He looked at her, and then at the water, and he did not look like a man who owned anything.
3 B: Keep it, {A}. I only wanted to hear you say goodbye.
2 A horn sounded on the water. She looked at me the way people look at a clock.
+ A: Well, {H}? Did you find it?
1 H: No. I never found a thing.
2 The ferry took her into the fog. [I kept the two banknotes. They were the only honest thing I saw all week.|I walked back to the office. The rain had stopped, and I almost missed it.]

## noir open,search,calling,pair,love
title: The Wrong {A.surname}|A Friend of the Dead|Nobody Named {A}
teller: H
A: widow female
B: pianist male
logline: A man is buried in {town}. Then he telephones a {H.role}.
@ graveyard day rain
2 They buried Walter {A.surname} on a Tuesday, and I was the only one who came without a wreath.
1 On Tuesday we buried a man. On Wednesday he called me.
3 I am {H.full}, {H.role}. The dead owe me money more often than the living.
3 %place
2 A: You knew my husband, Mr. {H.surname}?
+ H: He owed me forty dollars and an apology.
+ A: Then we have something in common.
4 She lifted the veil to look at me properly. Whatever she had cried, she had cried it a long time ago.
@ office night rain
2 The phone rang at ten past two. I knew the voice. I had heard the earth go down on top of it that morning.
4 %time
3 He said three words: {the thing}, Blue Parrot, midnight. Then somebody hung up for him.
4 I checked the bottle. It was as full as I had left it, and that worried me more than the call.
@ bar night
2 At the Blue Parrot a man was playing the piano with nine fingers, and playing it well.
3 %place
2 H: You play like a man I buried.
+ B (slow): Then you must have been standing close.
3 B: He wanted out, {H}. A man with debts can move, or he can die. Dying was cheaper.
4 H: Who's in the box?
+ B: Sixty pounds of sand and his good suit. She picked the suit.
3 The {thing} lay on top of the piano. Under it was a ticket for the night train. One way. One passenger.
2 H: Does she know?
+ B: She ordered the flowers, didn't she?
...
@ station night fog
2 She was standing under the station clock, in black, with two suitcases and only one of them hers.
3 %place
1 A: You weren't supposed to be good at this.
+ H: Nobody told me.
3 A: I waited eleven years for that man to come home. This time I wanted to know which train he was on.
2 I gave her the {thing}. She held it the way you hold somebody else's child.
4 Far down the line a light came around the bend. It took its time, like everything in {town}.
3 H: He owes me forty dollars.
+ A: He's dead, Mr. {H.surname}. Send the bill to the widow.
1 The train came in. One door opened. [She got on.|Nobody got off, and she got on.]
2 Some cases you close. That one I just stopped looking at.

## noir open,goal,find,calling
title: The Honest Thief|One Last Lock|The {thing} Job
A: inspector male
B: thief female
logline: An honest inspector, a careful thief, and one {thing} that both of them would rather not have.
@ office night
1 On {H.his} last night at work, {H.the} {H.full} found the {thing} on {H.his} own desk.
2 Nobody in {town} had seen it for nineteen years. Now it lay between the ashtray and the telephone, and it was still wet.
3 %time
3 The door had been locked. The window had been locked. Only the coffee had been touched.
2 A (angry): Who was in here, {H}?
+ H: Somebody with clean shoes and no sugar.
4 A: That {thing} put an innocent man away. You put him there.
+ H: We put him there. You signed it.
@ alley night rain
2 {H} followed the wet footprints down the fire stairs and into the alley behind the laundry.
3 %weather
2 B: Took you long enough. I nearly gave myself up out of boredom.
4 She was older than her photograph. They always were; it was the only revenge the police ever got.
3 H: Why bring it back?
+ B: Because tomorrow you retire, and there's nobody else in {town} who would mind.
1 B: My father died in there, {H}. Mind about it.
4 H: I was twenty-six. I believed what I was told.
+ B: I was nine. So did I.
...
@ bridge dawn fog
3 %place
2 At dawn the inspector waited on the bridge, with his collar up and nineteen years on his back.
2 A: Drop it in the river. Nobody will ever know.
+ H: That's what I'm afraid of.
3 {H} thought of the pension, the little boat, the long quiet mornings. Then {H.he} thought of a girl of nine, believing.
1 {H} walked past him with the {thing} in both hands, up the steps of the courthouse.
2 H: Good morning. I'd like to report a crime. It was mine.
3 Across the street somebody with clean shoes lit a cigarette, and for once did not run.
