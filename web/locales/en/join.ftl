# The page of a guest: an interpreter who was asked into a call.

join-title = Call
join-welcome = You were asked to interpret in a call with the police.
join-how = First, only you see and hear yourself. Then you wait. The officer lets you in.
join-private = You see and hear only the call. You do not see what was written before. Nobody records the call here without asking.
join-name = Your name
join-name-help = The people in the call see this name.
join-language = Language of this page
join-begin = Look at your camera first
join-waiting = You are waiting. The officer knows that you are here and will let you in soon. Keep this page open.
join-leave = Leave
join-over = The call is over. Thank you. You can close this page.
join-left = You have left the call. You can close this page.
join-refused = The officer does not let you in now. Phone the officer if you think this is wrong.
join-removed = The officer has taken you out of the call. Thank you. You can close this page.
join-dead = This link no longer works. It works once, on one device. Ask the person who invited you for a new one.
join-connecting = Looking for the call…
