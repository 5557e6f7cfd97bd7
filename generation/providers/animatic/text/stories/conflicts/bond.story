title: {H} and the {O.Role}|The {O.Role}|What the {O.Role} Knew
A: neighbour
B: warden
== open
@ $place
1 {event}
2 It was not a good time for it. {H}, {H.the}, had enough to do with one mouth to feed.
2 H: Go on. Go home.
2 The {O.role} looked at {H.him} as if that were exactly what it had just done.
3 %place
== open
@ $place dusk
1 {event}
2 For three days neither of them came any closer. There were forty steps between them, and both had counted.
2 H: I've got a herring. I'm putting it here. I'm not looking.
3 When {H.he} turned round again, the herring was gone, and there were thirty-nine.
== open
@ $place night
1 {event}
2 A: You can't keep it. It's wild.
+ H: So was I. Nobody said a word.
3 It breathed in the dark, slowly, like somebody making up their mind.
== step
@ $near
1 {H} talked, and the {O.role} listened. Nobody had ever listened to {H.him} like that.
2 H: I was going to be married, you know. She went to Lisbon. I'd have had to learn Portuguese.
3 The {O.role} sighed. It may have been the herring.
== step
@ $near
1 People from {here} came with ropes.
2 B: It's for its own good.
+ H: Then let it say so.
3 {H} stood in the door until it was dark, and they had to go home for supper.
== step
@ $near
1 One morning it was hurt. {H} saw it from a long way off, by how it did not move.
2 H: Hold still. This is going to sting. It's going to sting me, too.
3 {H} sat there all night, with one hand on it, and told it everything {H.he} knew about Lisbon.
== step
@ $near
1 It brought presents to {here}: a boot, a bottle, {a thing}.
2 H: I don't know what you want for this.
3 It didn't want anything. {H} was not used to that, and had to sit down.
== turn
@ $far storm
1 {here.event}
2 {H} called for help, and there was nobody for miles. There was only that one pair of eyes.
1 And out of the dark came the {O.role}. It came the whole way, without stopping, and then it pushed, and pulled, and did not stop.
2 H: You fool. You could have been safe by now.
1 {H} held on with both arms. It was warm, and it smelled of everything that lives.
== turn
@ $far dawn
1 Then the day came when it lifted its head, and listened to something far off.
2 H: Is that yours? Are they calling you?
1 It looked at the distance, and it looked at {H}. It was {H} who had to do it.
1 H (shouting): Go on! Go home!
1 This time it understood. It went slowly, and it turned round twice.
== end
@ $place dusk
1 It's quieter now. {H} still puts out two plates.
2 A: Do you think it'll come back?
+ H: No. That isn't why I'm looking.
1 And far out, where the light stops, something lifted its head, once, as if to say that it was there.
== end
@ $place dawn
1 In spring it was back, and it was not alone.
1 H: Well. Who's this, then?
1 Something very small looked out from behind it. {H} went to get a herring, and put it down, and did not look.
== end
@ $home night
1 They got old together. It is not the same as growing old.
2 A: What do you two talk about, all evening?
+ H: We don't. That's what we talk about.
1 By the fire there are two chairs, and in one of them nobody is ever allowed to sit.

== turn
@ $near night
1 They came with lamps and ropes, more than could be counted, and they stopped in front of the door.
1 B: It belongs to nobody. So it belongs to us.
+ H: It's asleep. Come back when it's awake, and ask it.
2 Nobody wanted to be the one to ask.
1 Behind {H}, in the dark, the {O.role} breathed. One after the other they put out their lamps, and went home quietly.
