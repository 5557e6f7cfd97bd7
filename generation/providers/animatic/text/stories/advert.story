## advert advert
title: {Brand}|The Second Kind of Morning
A: brother male
logline: An ordinary trouble, and {a product}.
@ $trouble dawn
1 {trouble}
2 H (tired): There must be another way.
+ A: There isn't. We've always done it like this.
3 %place
@ $help day
1 Then this: {a product}{from brand}.
2 A: What have you got there?
+ H: Wait. Don't say anything. Watch.
1 {proof1}
3 A: All right. I'm watching. How does it do that?
+ H: I don't know. It just does.
2 {claim}
@ $after dusk
1 {proof2}
2 A: Can I have a go?
+ H: You can have your own.
3 {proof3}
1 {call}

## advert advert
title: {Brand}|Ask Anybody in {town}
A: postwoman female
B: neighbour male
logline: Three people, one street, and {a product}.
@ $help day
1 It began with one person in this street, and {a product}.
2 H: I only wanted to try it.
1 {proof1}
3 A: I had eleven more letters to bring. They had to wait.
@ $trouble dusk
2 Before that it was like everywhere else. {trouble}
2 B: You get used to it, I used to say. I used to say a lot.
1 {claim}
@ $after night
1 {proof2}
2 A: Don't tell everyone.
+ H: I've told everyone.
3 {proof3}
1 {call}

## advert advert
title: {Brand}|One Good {Thing}
A: daughter young female
B: father male
logline: A family, a few years, and {a product}.
@ $after dawn
1 B: It's not much. It's only {a product}.
+ A: It's perfect. Don't cry.
2 B: I've got something in both eyes.
@ $trouble day
1 There were days when nothing else went right. {trouble}
1 {proof1}
3 {proof2}
2 A: Where did I get it? It was a present. It still is.
@ $help dusk
2 {claim}
2 And one evening, years later, there's a knock at the old front door.
2 B: You still have it.
+ A: Of course. It's only just getting good.
1 {call}

## advert advert
title: {Brand}|Before and After
A: sister female
logline: The same day twice: once without {a product}, and once with.
@ $trouble dawn rain
1 This is a day without {a product}.
1 {trouble}
2 A (shouting): We're late!
+ H: We're always late. Today, we're late in the rain.
@ $trouble day
1 And this is the same day, with {a product}.
1 {proof1}
2 A: You're whistling.
+ H: Am I?
3 {proof2}
@ $help dusk
2 {claim}
2 {proof3}
3 A: Same again tomorrow?
+ H: Same again tomorrow.
@ $after night
1 {call}

## advert advert
title: {Brand}|Made for This
A: maker
B: friend
logline: Who makes {a product}, and for whom.
@ workshop dawn
1 Before it was yours, it was somebody's morning.
2 B: Why so early?
+ A: It's quiet. You can hear when it's right.
1 {A product}{from brand}. {claim}
3 A: I could do it faster.
+ B: Why don't you?
+ A: Because you'd know.
@ $trouble day
1 Then it goes out of the door. {trouble}
@ $help dusk
1 {proof1}
2 H: Is it new?
+ B: It was, this morning. Now it's mine.
3 {proof2}
@ $after night
2 {proof3}
1 {call}

## advert testimony
C: nurse female
@ hospital night
1 The night shift has eleven hours. {C} counts them.
2 C: I think of it every night now. It's the one thing here that doesn't beep.
3 C: The others laughed. Now they ask me.
@ station dawn
1 D: I don't like new things. I'm a stationmaster. We've got a clock, and we trust it.
2 Then his sister told him about {a product}, and he waited for a whole week.
3 D: On the eighth day I tried.
D: stationmaster male
@ market day
1 E: What I like about it? That it doesn't shout.
2 Here, everything shouts. The fish shout.
3 E: I tell everyone who buys a fish. I don't even get anything for it.
E: merchant female
@ rooftop dusk
1 Up on the roof somebody had taken a chair and a blanket.
2 F: My grandson told me of {a product}. He said, “Try it once.”
3 F: That was in March. I'm still trying.
4 Below, the city put on its lights, one after the other.
F: old neighbour male
@ school day
1 Ask the children. Children are no good at being polite.
2 I: It's better than before. Before was rubbish.
3 %place
4 I: Can I go now?
I: pupil
