## * goal
needs: goal
title: {H} Learns to {goal}|The Art of {doing}|Badly, at First
A: teacher old female
B: neighbour male
logline: {H.a} sets out to {goal}, badly at first.
@ $home dawn
1 {H} was {H.a} who wanted one thing: to {goal}.
2 Nobody had asked {H.him} to. Nobody could explain it, {H} least of all. It had started with a dream, and it did not go away after breakfast.
3 %place
2 B: You? {doing}?
+ H: Me. {doing}.
+ B: Well. I suppose somebody has to be the worst at it.
4 {B} meant it kindly. He laughed for so long that he had to sit down on the steps, but kindly.
@ workshop day
2 The first attempt ended with a bang, the second with a smell, and the third with the fire brigade.
3 %place
3 {H} wrote everything down in a small green notebook: what went wrong, how loudly, and who had seen it.
2 A: You're holding on too tight.
+ H: If I let go, it'll go wrong.
+ A: It's going wrong now. So there's room to try.
4 A: I've taught for fifty years. The talented ones are dull. Give me somebody who minds.
...
@ rooftop night
2 One night {H} climbed up to where nobody could watch, and sat down, and gave up.
4 %time
3 H (sad): I'm not made for it.
+ A: Of course not. Nobody's made for anything. That's why it's called making.
1 A: Show me. Once more. Not well. Just once more.
@ $home dawn
2 So {H} began again, and this time {H.he} did not count the mistakes. {H.He} simply went through them, like rooms, until there was a door.
1 And then it happened, almost by itself: {H} could {goal}.
3 %place
2 B: Do that again.
+ H: I'm not sure I can.
+ B: Then teach me how you did it once.
1 The last page of the green notebook says only one word: “Finally.”

## * goal
needs: goal
title: Everybody Said No|The Year of {doing}|{H} Would Not Be Told
A: official male
B: sister female
logline: Everyone tells {H} that it can't be done. It takes a year to find out who is right.
@ street day
1 Everybody told {H} not to {goal}. So {H} kept a list.
2 First on the list was the man at the counter. He had a stamp that said NO, and the ink was always fresh.
2 A: {doing} is not allowed.
+ H: Where does it say so?
+ A: It doesn't. Nobody was ever foolish enough to ask.
3 %place
4 Number two was the doctor, number three the newspaper. Number nine was a perfect stranger who had only stopped to tie his shoe.
@ $home night
2 {B} found {H.him} awake at the kitchen table, with plans on the wall, plans on the floor, and one on the cat.
2 B: What if they're right?
+ H: Then I'll know. Right now I only know that they're loud.
3 %time
4 B: You need money. And a day off. And, honestly, a bath.
+ H: In that order?
...
@ field day storm
2 The great day came, and with it came the weather, and the whole town with umbrellas to see it fail.
3 %weather
1 B (shouting): Not today, {H}! Wait!
+ H: I've done my waiting!
2 It did fail. It failed at eleven, and again at noon. At one o'clock most of the umbrellas went home.
4 The man with the stamp stayed. Nobody knew why, and he looked as if he did not know either.
3 A: Why don't you stop?
+ H: Because I've just understood what I did wrong.
@ field dusk
2 %time
1 At sunset, before an audience of three, {H} managed to {goal}.
2 It lasted less than a minute. {B} screamed until she lost her voice.
3 The man from the counter took out his stamp, looked at it for a while, and put it in his pocket.
1 A: Could you show me how to do that?
+ H: It's not allowed.

## *,children,space,comedy goal
needs: goal animal craft
title: {H}, Who Wanted to {goal}|The Unlikely {H.role}
A: baker old male
B: child
logline: {H.A} wants to {goal}, and needs one person to believe it.
@ $home night
1 When the lights went out in {town}, {H} {H.the} practised.
2 By day {H.he} did what a {H.role} is supposed to do. By night {H.he} tried, in secret, to {goal}.
3 %place
2 It went wrong in small ways and in large ways. Once it went wrong in a way that had to be scraped off the ceiling.
3 B (whispering): I saw you.
+ H (afraid): Please don't tell anybody.
+ B: Only if I can watch.
4 From then on there were two of them: one who tried, and one who held the torch and said things like “nearly.”
@ street dawn
2 Then old {A}, who had done it better than anybody for sixty years, stood at his door and could not lift his arms.
2 A (sad): It's over. Nobody else gets up early enough.
+ B: I know somebody who doesn't sleep.
4 %time
1 A: A {H.role}? Don't make me laugh.
...
@ bakery night
2 {A} sat on a sack with his arms folded, and found fault with everything. It was the best lesson {H} ever had.
3 %place
3 A: No. No. Worse. No. What was that?
+ H: An idea.
+ A: Hm. Do the idea again.
2 All night long {H} worked. At four o'clock {H.his} hands remembered something that nobody had ever taught them.
@ street dawn
1 At sunrise the whole street stood in line, and nobody knew for whom. {H} had learned to {goal}.
3 %place
2 B: How does it feel?
+ H: Warm. Is it always this warm?
1 A: Only when you share it.

## *,horror,comedy,drama fear
needs: fear
title: {H} and the {fear}|Afraid of {fear}|The Other Side of the Door
A: child
B: postman male
logline: {H.A} is afraid of {fear}. One evening, {fear} come knocking.
@ $home night
1 For a hundred quiet evenings, {H} had hidden from {fear}.
2 {H} was {H.a}, and rather good at it. But every noise at the gate sent {H.him} up the curtains.
3 %place
2 B (shouting): Parcel! Hello? I can hear you being quiet!
+ H (whispering): There's nobody here.
+ B: Then sign for nobody, please.
4 {H} had a list of reasons by the door. It began with the eyes, went on to the questions, and ended with the way they always want to know how you are.
@ $home dusk storm
2 Then one stormy evening the door opened without knocking, and in came somebody small, wet, and entirely unafraid.
3 %weather
1 A: Is this where you live? It's dusty. I like it.
+ H (afraid): Don't come any closer!
2 A: Are you scared of me? I'm seven.
+ H: I've heard that seven is the worst.
4 A: I'm lost, if that helps. I'm not going to do anything. I'm just going to be lost over here.
...
@ $home night
2 So they sat at opposite ends of the room, and had a conversation in small steps, like two people carrying something that might spill.
3 A: What do you think will happen, if somebody sees you?
+ H: They'll scream. They always scream.
+ A: I could scream first. Then it's over.
2 She screamed. It was an excellent scream. Then they both laughed until the windows shook.
4 %place
1 A: Will you take me home? It's dark, and I'm only brave in rooms.
@ street dawn
2 So {H} went out, for the first time in years, down the long street, holding a hand that was much too warm.
3 %time
2 At the corner there were people, a great many of them, with lamps, calling a name. {H} nearly turned back.
1 A: That's my friend {H}. {H.He} was afraid, and {H.he} came anyway.
2 Nobody screamed. Somebody said thank you. And that was how {H} learned that there is a question worse than how are you, and it is: would you like to stay for supper?

## *,drama,fantasy,children,adventure pair-animal
needs: other
title: The {H.role} and the {O.role}|What the {O.role} Knew|Low Water
A: postwoman female
logline: {H.a} and {O.a} keep each other company, until one of them has to go.
@ $home dusk
1 {H} had not spoken to anyone for a month when {O.the} came.
2 {H.full} was {H.a}, and had been alone in {home} for so long that {H.he} had begun to say good night to the furniture.
3 %place
2 That evening there was a sound outside, low and long, like a question. {H} opened the door. There it was: {O.a}, closer than it should ever come.
2 H: You're lost, aren't you? So am I. But I've got a roof.
3 {O.The} looked at {H.him} with one dark, patient eye, and did not move away.
4 From then on it came every evening. {H} read the newspaper aloud, all of it, even the prices.
@ village day
2 A: They say there's {O.a} up by your place. They say it's dangerous.
+ H: It's a good listener.
+ A (gentle): You've shaved, {H}. Or brushed something. You look like a person.
3 A: The men want to go up tomorrow, with ropes.
+ H: Then they'll have to go past me.
4 %place
...
@ $home night storm
2 The storm came first. It tore the shutters off, and then it took the light.
3 %weather
1 In the dark {H} heard {O.the} calling, once, from where nothing should be.
2 H (shouting): I'm coming! Keep calling! I'll find you by your voice!
3 {H} went out with a lantern and a rope, and no plan at all. {H.He} had been careful for thirty years, and where had it got {H.him}?
2 {H.He} fell. It was {O.the} that found {H.him}, and pushed, and would not stop pushing, until there was ground.
4 They lay side by side till morning, breathing the same way.
@ $home dawn
2 %time
1 At sunrise {O.the} turned its great head toward the open, and then back to {H}.
2 H (sad): Go on. They're waiting for you somewhere.
2 It called one last time. And from very far away, for the first time, something answered.
3 A: I brought the post. And soup. And some people who'd like to say sorry about the ropes.
1 {H} held the door open wide. [“You'd better come in,” {H.he} said. “All of you.”|It has hardly been shut since.]

## *,drama,comedy,fantasy,children,space,romance pair
needs: other
title: {H} and {O}|The {H.role} and the {O.role}|Half the Bench
A: stranger old female
logline: {H.a} and {O.a} have nothing in common, except the one thing that matters.
@ $place day
1 {H} and {O} met because there was only one dry place to sit.
2 {H} was {H.a}. {O} was {O.a}. Neither of them had been hoping for company.
3 %place
2 O: You're sitting on my side.
+ H: It has sides?
+ O: Everything has sides.
3 The next day they both came back, each to prove that it was not because of the other.
4 They began with the weather, which is safe. By Thursday they had got as far as what they dreamed about, which is not.
@ street dusk
3 %time
2 H: Why do you carry that {thing} around?
+ O: Because somebody might come back for it. Why do you walk so fast?
+ H: Because nobody might.
1 H: I think you're the only one who listens when I'm quiet.
4 They walked home the long way. Then they found a longer one.
...
@ $place night rain
2 Then they quarrelled, over something so small that neither could find it again afterwards.
2 O (angry): Go, then! You're so good at it!
+ H (angry): At least I get somewhere!
3 %weather
2 For nine days the place between them stayed empty. Other people sat down there, and got up again, as if it were taken.
3 A: Are you waiting for somebody?
+ O: No. Yes. I'm waiting to stop waiting.
4 A: I had a friend like that. I was right, you know. I've been right for forty years. It's very quiet.
1 On the tenth day {H} came running, through the rain, and left half the bench free.
2 H: I was wrong. I don't know what about. I've brought an umbrella.
+ O: It's got a hole in it.
+ H: I know. I put it over your side. I'll take the hole.
1 {O} moved over. And the rain, which had waited for this, stopped.

## *,comedy rivals
needs: other
title: {H} Against {O}|The Great Feud of {town}|Second Place
A: judge old male
logline: {H} and {O} have been rivals for so long that neither remembers who started it.
@ $home day
1 {H} and {O} had been enemies for so long that they sent each other birthday cards, with insults in them.
2 Each of them was {H.a}. Each of them was the best in {town}. That was the problem.
3 %place
2 H: Still open, {O}? I thought I saw flies leaving.
+ O: They were on their way to you. They'd heard there was more room.
4 The town was proud of them, the way a town is proud of its bad weather.
@ square day
2 Then {A} announced the final contest: one day, one winner, and the loser would pack up and go.
2 A: May the best one win, so that the rest of us can sleep.
3 That night there was light in two windows. Nobody in {town} had ever seen either of them afraid.
1 H (whispering): And if I win? Who will I be better than?
...
@ street night
2 At midnight they met in the middle of the street. Each was carrying something that did not belong to them.
+ O: Is that my {thing}?
+ H: Is that mine?
3 %time
2 O: I was bringing it back. You can't win without it.
+ H: I was bringing yours. I can't lose without it.
4 They sat down on the kerb, and for the first time in their lives they ran out of insults.
@ market day
2 %place
2 In the morning the whole square was full. On the table stood one single piece of work, half of it exactly right and half of it gloriously wrong.
1 A: Who made this?
+ H: My enemy.
+ O: My enemy.
2 A: It's a draw, then.
+ H: It's a start.

## *,adventure,fantasy,children,space,drama,horror,comedy find,thing
needs: thing
title: The {thing}|Where the {thing} Came From|Finders
O: friend
A: collector old male
logline: {H} finds {a thing}, and it turns out to be looking for somebody too.
@ $place day
1 {H} was not looking for anything on the day {H.he} found the {thing}.
2 It lay under a loose board, wrapped in oilcloth and in the kind of quiet that things have when they have been waited with.
3 %place
2 O: Don't open it.
+ H: Why not?
+ O: Because then we'll have to do something about it.
1 H: I've already opened it.
4 There was a name scratched into the back, and a date sixty years old to the day.
@ village day
2 They carried it through all of {town}, from door to door. People shook their heads, too fast.
2 A: Where did you get that?
+ H: You know what it is.
+ A (sad): I know who it was for.
4 %place
3 A: There were two of us who hid it. We said we'd come back for it together. I was nine. I'm still waiting to be asked.
...
@ forest dusk
2 It turned out to be half of something. The other half was on the far side of the woods, with somebody who had not spoken to him since.
3 %time
2 O: What if she slams the door?
+ H: Then we'll know that she's home.
4 The path had grown over. They found it with their feet, and with an old man's memory of a tree.
@ house night
3 %place
1 The door opened. {A} and a very old woman looked at each other, and were both of them nine.
2 A: I came back for it.
+ O: She can't talk. She's laughing. Or crying. Wait. Both.
2 They put the two halves of the {thing} together on the kitchen table. It fitted, as if no time had passed, or as if time had only been the cloth around it.
1 {H} never did find anything else as good. But {H.he} never again walked past a loose board.

## *,noir,adventure,children,fantasy,space,drama search
title: Looking for the {thing}|{H} Will Not Give Up|Have You Seen This {thing}?
O: friend
A: thief
logline: {H} searches everywhere for the {thing}, and finds out what it was for.
@ $home dawn
1 On Monday morning the {thing} was gone.
2 {H.full}, {H.described}, looked in all the sensible places first, and then in all the others.
3 %place
2 O: When did you last see it?
+ H: When I last didn't look at it. It was always just there.
1 H: I'm going to find it. If I have to turn over all of {town}.
4 H: Somebody's laughing at me right now.
+ O: Several people are. You've got your coat on inside out.
@ market day
2 There was a trail, of sorts: a crumb, a footprint, and a boy who had seen something and wanted a coin to remember it.
3 %place
2 {H} ran. The trail crossed the square, went up the steps, and stopped in front of a wall where a wall had no business being.
4 O: People don't walk through walls.
+ H: No. They walk through doors that look like walls.
...
@ cellar night
2 Behind the door that looked like a wall, a candle was burning. Somebody sat beside it, with the {thing} in both hands.
3 %place
1 A (afraid): I was going to bring it back. I only wanted to know what it's like to have something.
2 O: That's our thief? That's hardly anybody.
3 {H} had prepared a speech. It was a very good one, with three parts and a fist. {H.He} looked for it now, and could not find that either.
2 H: How long have you been down here?
+ A: Since it got cold.
@ $home dusk
2 %time
1 That evening the {thing} was back in its place, and there were three at the table.
2 H: You know, I never really looked at it before.
+ A: I did.

## *,documentary,drama,space,fantasy,children,horror thing,open
needs: openable
title: The Last Night of {place}|The Keeper|What {H} Saved
O: child
A: officer
logline: {place} is to be closed. One {H.role} has not been told that it matters to nobody.
@ $place dawn
1 Every morning {H} unlocked {place}, although nobody came any more.
2 {H.full} was the last {H.role} there. {H.He} wound the clock, dusted what there was to dust, and said good morning to the {thing}.
3 %place
2 A: It's to be closed, {H}. There's an order. Nobody has asked for it in nine years.
+ H: Then I'm still waiting for the first one of the day.
4 The officer read out the order. It had a great many words in it, and not one of them was thank you.
@ $place day
2 At noon the door opened, and a child came in, because of the rain, or because of the light.
2 O: What is this place for?
+ H: What are you looking for?
+ O: I don't know.
+ H: Then you've come to the right one.
3 {H} gave a tour, the long one, with the voices. It had been nine years. {H.He} remembered every word.
4 O: Can I touch it?
+ H: That's what it's for.
...
@ $place night
2 %time
1 That night, {H} packed one small box, and found that it would not close.
3 H (sad): You can't put it in a box. I've tried. It's all one thing.
2 Then there was a knock. It was the child, with a friend. Behind the friend stood a class, and behind the class half of {town}, holding lamps.
2 O: I told them about the voices.
3 A: I have an order to close this place.
+ H: And I have visitors. Would you wait in line, please?
4 The officer waited in line. It took two hours. Somewhere in the second one, he put the order in his pocket to have both hands free.
1 In the morning {H} unlocked the door as always. This time, somebody held it open.
