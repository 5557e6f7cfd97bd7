title: {H} Starts on Monday|The New One|Nobody Like {H}
O: colleague
A: boss male
B: customer
== open sets box
@ $place day
1 {event}
2 The form had no box for “{H.role}”. {H} drew one, and put a tick in it.
2 A: Have you got any experience?
+ H: Mostly of things going wrong.
+ A: You'll fit in.
3 They gave {H.him} a desk by the door, so that people could get used to it.
== open sets margaret
@ $place dawn
1 {event}
2 Everybody was very polite. It was the kind of polite that keeps its bag on its lap.
2 O: You're in Margaret's chair.
+ H: Where's Margaret?
+ O: She saw you come in.
== open
@ $place
1 {event}
2 A: And where do you see yourself in five years?
+ H: Somewhere with a higher ceiling.
2 On the wall hung the rules. There were forty, and {H} had broken three by reading them.
== step
@ $place
1 On the first day, {slip}.
2 A: Was that you?
+ H: Mostly.
+ A: Well. The last one never did that.
== step
@ $near
1 At lunch they all went to {here}, and nobody had told {H}. {H} went anyway, and sat one table away.
2 G: {here.says}
+ H: I'm not waiting for anyone. I just look like it.
3 {O} looked over, and looked back at {O.his} soup.
== step if thing
@ $near
1 {H} had brought {the thing} from home. {T.sign}
2 O: What's that for?
+ H: So that something here knows me.
== step
@ $near
1 Then came the letter, at the end of the week. It began with “unfortunately”.
2 H: It's all right. I've got a collection of these.
+ O: I had one too, my first week. I ate it.
3 They sat on the back steps and shared an apple, down to the pips.
== step
@ $near
1 People came just to look. At {here}, a child pulled at {H.s} sleeve.
2 B: Are you real?
+ H: On weekdays.
== turn
@ $place
1 {crisis}
2 A (shouting): Does anybody here know how to do something about it?
2 Everyone turned round. They all turned round to the desk by the door.
1 {gift}
2 O: That's not in the rules.
+ A: It is now. Write it down. Forty-one.
== turn
@ $place night
1 {H} cleared the desk: a cup, a pencil, {a thing}.
2 O: You can't go. Who are we supposed to stare at?
+ H: The clock.
1 And there they stood, all of them, in their coats, in the way: the whole floor.
2 O: We took a vote. You're loud, you're odd, and everything's been better since Monday.
== end if box
@ $place
1 The forms have a box for “{H.role}” now. It's the last one, just after “other”.
1 A: There's a new one starting today. A bit unusual. Could you show them round?
+ H: How unusual?
1 {H} looked up, and up, and moved over. “Sit down,” {H.he} said. “It gets better about Thursday.”
== end
@ $near dusk
1 {T.last}
1 O: Coming? We kept you a place.
+ H: At the table?
+ O: On the table. It's the only one where you fit.
1 It was a very ordinary evening. {H} would not have swapped it for a kingdom.
== end if margaret
@ $place dawn
1 On Monday somebody had put a sign on the desk by the door, with a name on it.
2 B: What is it that you do here, exactly?
+ H: I'm the one you ask for.
1 Margaret came back in spring. They gave her the chair by the window. She said that it was warmer there anyway.

== end
@ $near night
1 That evening they all went out together, and {H} came last, and the door was too small, or too high, or simply wrong.
1 A: Is there a problem?
+ O: No. We're taking out the wall.
1 They did. It has been {H.s} door ever since.

== turn
@ $near
1 It was outside, at {here}, that it came out: the boss was afraid. He had been afraid for eleven years, of everyone.
1 A: They only laugh when I've left the room.
+ H: They do that with me, too. I've started to stay.
2 They went back in together, and for the first time nobody stopped talking.
1 From then on, the door by {H.s} desk was left open.
