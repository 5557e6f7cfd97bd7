# Episodes: scenes that a long film has room for. They never change how the story ends.

## *,noir,western,romance episode
X: nameless ferryman old male
@ river dusk fog
2 The only way across was a flat boat, and an old man who did not look up.
2 %place
2 X: It's a coin to cross. Half a coin if you know a good story.
+ H: And if I don't have either?
+ X: Then you row.
3 So {H} rowed. The fog closed behind the boat like a door that has been oiled.
3 X: I take people over all day long. Do you know what they say, every one of them? They say, I'll be back.
+ H: And are they?
+ X: I've only got the one boat. I'd have noticed.
4 H: I'll be back.
+ X (happy): There it is.
3 On the other bank {H} turned around to thank him. There was only the fog, and a coin on the wet boards that had not been there before.

## *,noir,western,drama,romance episode
X: nameless waitress young female
@ cafe night rain
2 There was one light still on in the street, and under it a girl wiping the same table over and over.
2 X: Kitchen's closed. I can do eggs, or I can do sympathy.
+ H: Which one's better?
+ X: The eggs are from yesterday.
2 %place
3 {H} ate them all the same, with the {thing} lying next to the plate.
3 X: Is that what all the trouble's about? It looks so small.
+ H: You should have seen it from where I was standing.
4 X: I'm saving up, you know. For the sea. I've never seen it. I've got eleven dollars and a map.
+ H: That's more than I started with.
3 When {H} got up to go, the rain had let up a little, and she would not take the money.
4 X: Send me a postcard. From anywhere. I only want it to be wet.

## *,adventure,children,fantasy,comedy episode
X: nameless peddler old male
@ street day
2 At the crossroads stood a cart, and on the cart stood everything that anybody had ever lost.
2 X: Buttons, spectacles, good intentions! What have you lost, my friend?
+ H: Time, mostly.
+ X: I had some this morning. A lady bought the lot.
2 %place
3 {H} looked through the boxes. There were keys without doors, and letters that began with “Forgive me” and went no further.
3 H: Do people come back for their things?
+ X: Some do. They look at it, they cry a little, and then they buy something else.
4 H: And what do you sell the most of?
+ X: Gloves. Always one. There's a great deal of hope in people.
3 {H} bought a single glove. It fitted, which seemed like a good sign.

## *,space,drama,horror,adventure episode
X: nameless watchman old male
@ bridge night
2 Halfway over the bridge {H} stopped, because somebody was already standing there and looking down.
2 %time
2 X: You're the second one tonight. The first one only wanted to spit.
+ H: And what do you want?
+ X: To hear the bells from here. Once a night, if the wind's right, you can hear all of them at the same time.
3 They waited. There is not much that two strangers can do together on a bridge, but that is one of them.
3 X: My wife used to stand where you are.
+ H: I'm sorry. I can move.
+ X: No. It's nice to see the place taken.
2 Then the bells came, all of them, a little out of step, like people running to catch the same bus.
4 X: There. Now you can go and do whatever it is. It always goes better after the bells.

## *,comedy,children,romance,fantasy episode
X: nameless child
@ park day
2 On a bench in the park sat a child with a very serious face and a very small dog.
2 X: He bites. But only people who lie.
+ H: I never lie.
2 The dog bit {H.him}. It was not a bad bite. It was more in the way of a remark.
3 X: Told you. Where are you going?
+ H: That's a long story.
+ X: I've got until six.
2 %place
3 So {H} told it, from the beginning, and it sounded different out loud: shorter, and a good deal more foolish.
3 X: You're doing it wrong. You're trying to win. You should just try to finish.
4 {H} had been given advice by clever people, and had paid for some of it. None of it had ever fitted into one breath.
3 X: Say goodbye, Biscuit.
+ H: Goodbye, Biscuit. I'm not sorry we met.
4 The dog considered this for a moment, and let it pass.

## *,adventure,western,fantasy,horror episode
@ forest night storm
2 That night the weather turned, and {H} got lost within sight of a light.
2 %weather
2 The light was always a hundred steps away. {H} counted them. A hundred steps, and it was a hundred steps away.
3 There is a moment when a person stops being brave and starts being stubborn. From the outside they look the same.
3 H: All right. I'm not going to chase you. I'm going to sit down here, and you can come to me.
2 {H} sat down in the wet leaves. The thunder walked about overhead like a landlord.
3 And after a while the light came closer, little by little, the way a shy animal does. It was a lantern, hanging from a branch, swinging in the wind.
4 Somebody had lit it that evening. Somebody lit it every evening. There was a tin nailed to the tree, and in it matches, and a note: “Your turn tomorrow.”
3 {H} filled the lamp, and left it burning for the next fool.

## *,romance,drama,noir,comedy episode
X: nameless tailor old male
@ shop day
2 The tear in the coat would not wait any longer, and the tailor on the corner had one chair and a great many pins.
2 X: Stand still. What did this? A dog? A wife?
+ H: A fence. I was in a hurry.
+ X: Everybody who comes in here was in a hurry.
2 %place
3 He sewed without looking, the way other people breathe.
3 X: I'll tell you what I see from here. A coat gets worn out first where you hold on to yourself. Here, look. Both elbows.
4 H: Can you fix it?
+ X: I can make it a good scar. I don't do miracles, I've only got the one thread.
3 He bit it off, smoothed the cloth once with his thumb, and waved the money away.
3 X: Pay me when you've got there. You'll know it. You'll let go of your elbows.

## *,space,children,comedy,drama episode
@ rooftop dusk
2 There was a way up to the roof, for anyone who did not mind a ladder with opinions.
2 %place
2 From up there all of {town} was small and lit and perfectly arranged, as if nobody down there had ever lost their keys.
3 {H} stayed until the cold came through the soles. It is hard to be in despair with a view. You have to keep looking away from it.
3 H: All right. One more time. And then one more after that, but no further.
2 %time
4 Across the street somebody else was standing on a roof as well. They looked at each other for a while, two small shapes with the whole sky to spare.
3 Then the other one waved. {H} waved back. Neither of them ever told anybody.

## *,adventure,space,western,fantasy episode
X: nameless mapmaker old female
@ workshop day
2 The old mapmaker lived at the end of the road, because, she said, somebody had to be sure where it was.
2 X: You want to get there quickly, or you want to get there?
+ H: Is there a difference?
+ X: About a third of my customers.
2 %place
3 She unrolled a sheet that was entirely white, apart from one small cross in the middle.
3 H: There's nothing on it.
+ X: That's you, there. The rest you have to do on foot.
4 X: I used to draw everything in. Mountains, monsters, the lot. People stood at home and looked at it, and felt they'd been.
2 {H} took the white map and a pencil, and had filled in the first line before the gate fell shut.

## *,drama,romance,noir,horror episode
X: nameless piano teacher old female
@ room dusk
2 Somewhere above the street someone was practising the piano, always the same eight bars, always falling at the seventh.
2 {H} could not have said why, but it was impossible to walk on. {H} climbed the stairs and knocked.
2 X: If you've come to complain, get in line. I'm first.
+ H: I've come to hear the end.
+ X: So have I. For thirty years.
2 %place
3 X: He wrote it for me and went out to buy milk. There's a page missing. I try a new bar every evening.
3 H: What if there never was another page?
+ X: Then I've been composing all this time, and nobody's told me.
4 She played it through. At the seventh bar she did not fall. She simply went somewhere else, and it was lovely there.
3 On the stairs {H} was still humming. It got stuck at the seventh bar, and went on.

## *,children,fantasy,adventure,comedy episode
X: nameless goose female
@ farm day
2 The path went straight through a farmyard, and in the middle of the farmyard stood a goose who was in charge.
2 H: I only want to pass.
2 The goose gave this some thought, and hissed like a kettle with a grudge.
3 {H} tried the left side. The goose was there. {H} tried the right side. The goose had apparently always been there.
2 %place
3 H: Please. It's important. You wouldn't understand, it's about the {thing}.
2 The goose put her head on one side. Then she turned around and walked ahead, through the gate, down the path and over the hill, looking back at every corner.
4 It is a fact that no dog, no bull and no farmer between there and the next village came one step nearer than they had to.
3 At the last milestone she stopped, shook herself, and went home. She had other people to be unkind to.

## *,noir,horror,space,drama episode
@ corridor night
2 There was a long corridor to get through, and a lamp at the far end that could not make up its mind.
2 %place
2 {H} walked. Every door was shut. Behind one of them somebody was laughing quietly, and behind the next somebody was laughing at the same joke, a little later.
3 Halfway along {H} had the feeling that comes when you are being looked at by a picture.
3 H: Whoever you are, I've had a long week.
2 Nobody answered. But a door that had been shut was open by the width of a hand, and in it lay, neatly folded, the one thing {H} had given up for lost that morning.
4 Help is a strange animal. It seldom comes when it is called, and it never wants to be seen.
3 {H} said thank you to the dark. It is only polite.

## *,romance,comedy,western,drama,children episode
X: nameless bride young female
@ church day
2 In the doorway of the church sat a bride with her shoes in her hand.
2 X: Don't tell me it's good luck to see you.
+ H: I wasn't going to. You look as if you're about to run.
+ X: I'm about to stay. It's much worse.
2 %place
3 From inside came the sound of two hundred people being patient.
3 H: What's the matter with him?
+ X: Nothing! He's kind, he's funny, he can mend a roof. I keep looking for it. What if there's just nothing the matter?
4 H: I've been running after something for days. I think I'd give all of it to be one step away from where I want to be.
2 She thought about that. Then she put on one shoe, and then, after a moment, the other.
3 X: What's your name? I'll call the first one after you.
3 The organ began, much too loud, and {H} went on down the hill with a carnation that nobody had asked for.

## *,western,adventure,drama,space,fantasy episode
X: nameless prisoner male
@ prison night
2 There was a misunderstanding about a horse, and {H} spent that night behind bars.
2 %place
2 X: First time?
+ H: It's a mistake.
+ X: It's my fourteenth. They get better.
3 He had drawn a window on the wall in chalk, with a sea in it, and a boat.
3 X: I change it every night. Tonight there's a bit of wind. Do you see it, in the sail?
2 {H} looked, and it was true: there was a bit of wind.
4 H: What would you do, if they let you out?
+ X: Go home, and draw a wall. One wants what one hasn't got.
3 In the morning the horse came back by itself and cleared everything up. In the chalk sea, the boat had gone.

## *,noir,romance,drama,comedy,horror episode
X: nameless taxi driver male
@ car night rain
2 The taxi smelled of oranges, and the driver was in the middle of a sentence that he had started with somebody else.
2 X: And that's why I never eat fish on a Monday. Where to?
+ H: Just drive. I need to think.
+ X: Thinking's extra after midnight.
2 %weather
3 The wipers went back and forth: yes, no, yes, no. {H} tried to stop them at the right answer.
3 X: I'll tell you what I've learned, in twenty years. Everybody gets in with a place, and everybody gets out with a reason.
4 H: And which one do they pay for?
+ X: The distance.
2 Two streets later {H} knocked on the glass. It had become perfectly clear, somewhere between a red light and a green one.
3 X: That was quick. Most people need the ring road.

## *,space,horror,adventure,fantasy,drama episode
@ cave night
2 The shortest way was underground, and nobody had said how long the shortest way was.
2 %place
2 After the third bend there was no light at all. {H} went on with one hand on the wall, like a child who is sent to fetch something from the cellar.
3 In such a darkness you begin to hear things: water, first. Then your heart. Then everything you ever promised anybody.
3 H: One step. And another. It's only a corridor without manners.
2 Something brushed past, soft and unhurried, going the other way. It seemed just as keen as {H} was not to talk about it.
4 Then the air changed. It smelled of rain, and of grass, and of somebody's supper far away.
3 When {H} came out on the other side, the stars were so many that it looked like carelessness.
