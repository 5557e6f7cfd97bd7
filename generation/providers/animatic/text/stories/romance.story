## romance,comedy open,love,pair,thing
title: The {thing} on Table Four|Two Cups in {town}|Every Thursday
A: musician
logline: Two people share one {thing} and a table, a week apart, without ever having met.
@ cafe day rain
1 Every Thursday, {H} left the {thing} on table four. Every Friday, somebody answered.
2 {H.full} was {H.a} with a good coat and no plans. It began by accident, with {a thing} forgotten on a wet afternoon.
3 %place
3 The next week it was still there. Someone had tucked a note inside: “You have terrible taste in coffee. I had to finish it.”
2 {H} read it twice, looked around, and wrote underneath: “Then stop sitting at my table.”
4 By spring they had argued about films, soup, and whether a person can be homesick for a place they have never been.
@ street dusk
3 %time
2 A: You've been smiling since Tuesday. Who is it?
+ H: I don't know. We've never met.
+ A: Then how can you be late for it?
4 A: What if it's somebody dreadful?
+ H: Nobody dreadful uses that many commas.
3 Then one Friday there was no answer. And not the Friday after.
...
@ cafe night rain
2 On the third Friday {H} did not leave. {H.He} sat at table four until they stacked the chairs.
3 %weather
2 H: I'm waiting for someone.
+ O: So am I. I've been sitting behind that pillar for a month, trying to be brave.
1 O: You have terrible taste in coffee.
+ H (gentle): You came.
3 O: I stopped writing because I ran out of things that were easier on paper.
4 H: Say one of the hard ones.
+ O: My name is {O}. That was the hardest.
2 Outside, the rain gave up. Inside, somebody put two cups on table four, and neither of them got the coffee they liked.
1 The {thing} stayed on the table. Nobody needed it now.
O: bookseller

## romance,drama open,love,pair,calling,search
title: The Late Train to {town}|Platform Two|Ask Me Again
A: stationmaster male
O: violinist
logline: Two people who missed each other once get one more hour on the same platform.
@ station dusk fog
1 Ten years after they said goodbye, {H} and {O} missed the same train.
2 {H.full}, {H.described}, saw {O.him} first: the same coat, the same way of reading the timetable as if it might apologise.
3 %place
2 O: {H}? You cut your hair.
+ H: You kept your coat.
3 A: Next train to {town} is in one hour. If it's in a good mood.
4 There is nothing as long as an hour with one bench, two people, and everything they had not said.
@ cafe dusk
3 In the station café the clock was eleven minutes wrong, and had been for years. Nobody wanted to be the one to fix it.
2 H: I waited, you know. That morning. I stood right there with {a thing} and no idea what to do with my hands.
+ O (sad): I was on the other side. Platform three. They had changed it.
1 O: I thought you didn't come.
+ H: I thought you didn't.
4 They laughed first. It took a while before it hurt.
3 O: Ten years, because somebody moved a sign.
+ H: I should have shouted.
+ O: You never shout.
...
@ station night
2 %time
2 The train came in, lit from end to end, and opened its doors for them.
3 A: This one's going, folks. There isn't another tonight.
1 H (shouting): {O}! Stay!
2 Half the platform turned around. {H} had never been so loud in {H.his} life.
3 O: You shouted.
+ H: I had ten years to practise.
1 The train left without them. Neither of them looked at it.
4 Behind the window of his office the stationmaster took out a screwdriver, and set the clock right.

## romance,fantasy open,love,calling
title: Letters to the Moon|The Glass Between|A Window in {town}
O: gardener
A: grandmother female
logline: Two neighbours fall in love through a wall, one small sound at a time.
@ bedroom night
1 The wall between {H} and {O} was thin as paper. For a year it was all they had.
2 {H.full}, {H.a}, had moved in with one suitcase and {a thing}. Through the wall, somebody was whistling badly.
3 %time
2 One night {H} whistled the next line. On the other side it went very quiet. Then, carefully, came the line after that.
4 After that it was every night: a song, a knock, the scrape of a chair pulled close.
@ corridor day
2 A: You could just ring the bell, child.
+ H: And if the face doesn't fit the whistling?
+ A: I married a whistler. You get used to the face.
3 {H} got as far as the doormat, three times. The third time {H.he} even raised a hand.
...
@ bedroom night storm
2 %weather
3 Then came the storm, and all the lights in {town} went out together.
2 Through the wall a voice said, quite close:
+ O (gentle): Are you frightened?
+ H: Yes. Not of the storm.
1 O: Open your window.
3 Two windows, an arm's length apart. They could have opened them any day of that year.
1 In the lightning {H} saw {O.him} at last.
3 Wet hair, bare feet, one hand held out over the street as if it were only a step.
2 H: You're exactly as bad at whistling as you look.
+ O: Come over here and say that.
