# What widget and console share: the log, the composer, the report, the call.

## Who speaks

log-author = { $who ->
    [me] You
    [citizen] Citizen
    [bot] Digital assistant
    [desk] Onlineloket
    [guest] Interpreter { $name }
   *[agent] { $name }
}
log-note = Internal note

## Marks on your own messages

mark-pending = Sending
mark-kept = Sent
mark-read = Read
mark-refused = Not sent

## The log

log-earlier = Show earlier messages
log-new = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
log-retry = Try again
log-edit = Change
log-drop = Delete
log-choices = { $audience ->
    [staff] Suggested answers
   *[citizen] Possible answers
}
log-chosen = (chosen)
link-new-window = (opens in a new window)
typing = { $who ->
    [citizen] The citizen is typing…
    [bot] The digital assistant is typing…
   *[agent] { $name } is typing…
}

## What happened

language-name = { $language ->
    [nl] Dutch
    [fr] French
    [en] English
   *[de] German
}
log-opened = Conversation opened in { language-name }.
log-opened-on = Conversation opened in { language-name } on { $site }.
log-joined = { $who ->
    [bot] { $audience ->
        [staff] The digital assistant joins the conversation.
       *[citizen] You are talking with a digital assistant, not with a person.
    }
    [citizen] The citizen joins the conversation.
   *[agent] { $name } joins the conversation.
}
log-left = { $who ->
    [bot] The digital assistant leaves the conversation.
    [citizen] { $reason ->
        [quick_exit] The citizen left the page in a hurry. Do not send a message.
        [lost] The citizen has been away for a while.
       *[other] The citizen leaves the conversation.
    }
   *[agent] { $reason ->
        [transfer] { $name } hands over the conversation.
        [lost] { $name } lost the connection.
       *[other] { $name } leaves the conversation.
    }
}
log-language = { $who ->
    [me] You go on in { language-name }.
   *[other] The conversation goes on in { language-name }.
}
log-queued = { $reason ->
    [transfer] Your conversation goes to a colleague. You are waiting for a person.
    [agent_lost] The connection with the person helping you is gone. A colleague takes over.
    [bot_silent] The digital assistant does not answer. You are waiting for a person.
   *[other] You are waiting for a person.
}
log-queued-staff = { $reason ->
    [requested] In the queue: the citizen asks for a person.
    [emergency] In the queue: possible danger.
    [unsure] In the queue: the digital assistant is not sure.
    [sensitive] In the queue: sensitive topic.
    [agent_lost] Back in the queue: the agent lost the connection.
    [bot_silent] In the queue: the digital assistant does not answer.
    [form] In the queue: a report has been filled in.
   *[transfer] In the queue: handed over.
}
log-closed = { $reason ->
    [expired] The conversation is closed because nothing was said for a long time.
   *[other] The conversation has ended.
}
log-closed-staff = { $reason ->
    [agent] The agent closed the conversation.
    [citizen] The citizen closed the conversation.
    [bot] The digital assistant closed the conversation.
   *[expired] The conversation is closed because nothing was said for a long time.
}
log-rated = The citizen gives { $score } out of 5.
log-call-proposed = { $video ->
    [true] { $who ->
        [me] You propose a video call.
        [citizen] The citizen proposes a video call.
       *[agent] { $name } proposes a video call.
    }
   *[false] { $who ->
        [me] You propose an audio call.
        [citizen] The citizen proposes an audio call.
       *[agent] { $name } proposes an audio call.
    }
}
log-call-accepted = { $who ->
    [me] You accept the call.
    [citizen] The citizen accepts the call.
   *[agent] { $name } accepts the call.
}
log-call-declined = { $who ->
    [me] You go on without a call.
    [citizen] The citizen would rather go on without a call.
   *[agent] { $name } would rather go on without a call.
}
log-call-started = The call begins.
log-call-incident = { $incident ->
    [worker_lost] Technical fault. We are connecting the call again.
    [no_worker] Calling does not work just now. You can go on in writing.
    [device_lost] A camera or microphone stopped working.
    [negotiation_failed] The call could not be connected. You can go on in writing.
    [reconnected] The connection is back.
   *[connection_lost] The connection dropped. We are connecting again.
}
log-call-joined = { $who ->
    [me] You join the call.
    [guest] { $named ->
        [yes] { $name } (interpreter) joins the call.
       *[no] The interpreter joins the call.
    }
   *[agent] { $name } joins the call.
}
log-call-left = { $reason ->
    [removed] { $who ->
        [me] You were taken out of the call.
        [guest] The interpreter was taken out of the call.
       *[agent] { $name } was taken out of the call.
    }
    [transfer] { $name } leaves the call. The call goes on.
   *[other] { $who ->
        [me] You leave the call.
        [guest] The interpreter leaves the call.
       *[agent] { $name } leaves the call.
    }
}
log-invitation-made = { $who ->
    [guest] A link was made for an interpreter.
   *[agent] { $name } was asked to join the call.
}
log-guest-arrived = { $named ->
    [yes] { $name } (interpreter) is waiting to come in.
   *[no] The interpreter is waiting to come in.
}
log-invitation-ended = { $reason ->
    [declined] { $who ->
        [guest] The interpreter went away.
       *[agent] { $name } cannot join now.
    }
    [refused] The interpreter was not let in.
   *[withdrawn] The invitation was withdrawn.
}
log-call-ended = { $reason ->
    [hung_up] { $minutes ->
        [0] End of the call.
        [one] End of the call, after { $minutes } minute.
       *[other] End of the call, after { $minutes } minutes.
    }
   *[other] The call was cut off. You can go on in writing.
}
log-report-started = A report has been started.
log-report-changed = { $who ->
    [me] You filled in part of the report.
    [citizen] The citizen filled in part of the report.
    [bot] The digital assistant filled in the report.
    [desk] The questions of the report have changed.{ $gone ->
        [0] { "" }
       *[other] { " " }Answers to questions that are gone are no longer in it.
    }
   *[agent] { $name } filled in part of the report.
}
log-report-offered = { $audience ->
    [staff] The citizen is asked to read and confirm the report.
   *[citizen] Read the report. Correct what is wrong. Then confirm it.
}
log-report-filed = The report is stored under reference { $reference }.
log-pv-number = The number of the official report is { $number }.
log-need = { $who ->
    [me] You changed the request.
    [bot] The digital assistant determined the request.
   *[other] { $name } changed the request.
}
log-answer-marked = { $who ->
    [me] You marked an answer of the digital assistant as wrong.
   *[other] { $name } marked an answer of the digital assistant as wrong.
}
log-answer-unmarked = { $who ->
    [me] You took back a mark on an answer.
   *[other] { $name } took back a mark on an answer.
}
log-contact-linked = { $who ->
    [me] You noted that the citizen was here before.
    [desk] The citizen says that this is about the same as before.
   *[other] { $name } noted that the citizen was here before.
}
log-contact-unlinked = { $who ->
    [me] You took back that the citizen was here before.
   *[other] { $name } took back that the citizen was here before.
}
log-transfer = { $who ->
    [me] You handed the conversation to { $to }.
    [bot] The digital assistant handed the conversation to { $to }.
   *[other] { $name } handed the conversation to { $to }.
}
log-outcome = Outcome: { $outcome }.

## The composer

composer-send = Send
composer-keep-note = Save the note
composer-left = { $over ->
    [0] { $left } characters left
   *[other] { $over } characters too many. Make your message shorter, or send it in parts.
}

## Around the conversation

connection-first = Connecting.
connection-lost = No connection.
connection-offline = Your device has no internet.
connection-crowded = It is very busy right now.
connection-meanwhile = { $waiting ->
    [0] We keep trying. You can go on writing.
   *[other] { $kept ->
        [device] What you wrote is kept on this device. We will send it as soon as we can.
       *[other] What you wrote is kept. Leave this page open: we will send it as soon as we can.
    }
}
connection-back = The connection is back.
outdated = There is a new version of this page. Reload the page. What you wrote is kept.
outdated-nothing = There is a new version of this page. Reload the page.
outdated-unkept = There is a new version of this page. Your browser keeps nothing: first copy what you still need. Then reload the page.
outdated-reload = Reload the page
dialog-close = Close
language-label = Language
emergency-now = Yes, it is happening now
emergency-not-now = No, not now

## The report

report-required = (required)
report-optional = (optional)
report-yes = Yes
report-no = No
report-choose = Choose
report-no-answer = No answer
report-saving = Saving…
report-still-open = { $count ->
    [one] Everything is saved. { $count } required question left.
   *[other] Everything is saved. { $count } required questions left.
}
report-complete = Everything is saved. All required questions are answered.
report-changed-by-other = Just changed in the conversation
report-conflict = Meanwhile somebody else wrote here:
report-keep-mine = Use my text
report-keep-theirs = Use that text
moment-day = Day
moment-part = When on that day
moment-time = Time
moment-whole-day = Choose a moment
moment-at = At a certain time
moment-night = at night
moment-morning = in the morning
moment-afternoon = in the afternoon
moment-evening = in the evening
moment-unknown = I do not know
report-problem-missing = This question still needs an answer.
report-problem-unknown_field = This question is not part of the form. Load the page again.
report-problem-wrong_type = This answer does not fit the question. Write an amount in figures, for example 250.50.
report-problem-forbidden_characters = There is a sign in it that is not allowed. Type the answer again.
report-problem-too_long = This is too long. Use at most { $limit } characters.
report-problem-not_a_choice = Choose an answer from the list.
report-problem-not_a_date = This date does not exist. Choose the day, month and year.
report-problem-not_a_moment = Choose a day, and a time or a part of the day.
report-problem-in_future = This date is in the future. Choose a day that has passed.
report-problem-in_past = This date has passed. Choose a day that is still to come.
report-problem-before_other = This moment is before the beginning. Check both moments.
report-problem-too_short = This period is too short. Check both days.
report-problem-too_far = This period is too long. Check both days.
report-problem-too_low = This amount is too low. Check it.
report-problem-too_high = This amount is too high. Check it.
report-problem-too_precise = Write at most two decimals.
report-problem-not_a_phone = This is not a telephone number. Write it in figures, for example 0470 12 34 56.
report-problem-not_an_email = This is not an e-mail address. An address has an @, for example name@example.be.
report-problem-not_a_serial = Use only letters, figures, spaces and dashes.
report-problem-not_a_national_number = This national register number is not right. It has 11 figures and stands on your identity card.

## The call

call-preview-title = See and hear yourself first
call-preview-private = Nobody else sees or hears you yet.
call-preview-opening = Camera and microphone are opening. Does your browser ask something? Choose “Allow”.
call-own-picture = Your own picture
call-picture-of = { $who ->
    [citizen] Picture of the citizen
    [guest] Picture of the interpreter
   *[agent] Picture of { $name }
}
call-level = Your sound
call-microphone = Microphone
call-camera = Camera
call-propose = Propose the call
call-accept = Start the call
call-rejoin = Go back into the call
call-join = Join the call
call-knock = Go to the waiting room
call-under-way = The citizen is waiting in a call. Look and listen to yourself first, then join.
call-alone = { $who ->
    [agent] The citizen is not there yet.
   *[citizen] A colleague will be with you soon. You do not have to do anything, and you can type in the meantime.
}
call-not-there = { $who ->
    [citizen] The citizen is away for a moment.
    [guest] The interpreter is away for a moment.
   *[agent] { $name } is away for a moment.
}
call-held-by = { $who ->
    [citizen] The citizen has paused the call.
    [guest] The interpreter has paused the call.
   *[agent] { $name } has paused the call and will be back soon.
}
call-held = You have paused the call. Nobody sees or hears you now.
call-hold = Pause
call-resume = Go on
call-screen-of = { $who ->
    [citizen] The citizen’s screen
    [guest] The interpreter’s screen
   *[agent] { $name }’s screen
}
call-cancel = Rather not
call-check = Test your connection, camera and microphone
call-try-again = Try again
call-question-title = { $video ->
    [true] { $who ->
        [citizen] The citizen would like a video call.
       *[agent] { $name } would like a video call.
    }
   *[false] { $who ->
        [citizen] The citizen would like an audio call.
       *[agent] { $name } would like an audio call.
    }
}
call-question-free = You may decline. That has no consequences.
call-look-first = Check my camera first
call-decline = Rather not
call-waiting = { $who ->
    [citizen] Waiting for the citizen’s answer.
   *[agent] Waiting for an answer from { $name }.
}
call-take-back = Take the proposal back
call-connecting = Connecting…
call-away = A call is going on, but not in this window.
call-elsewhere = This call is open in another window.
call-take-over = Take it over here
call-with = { $who ->
    [citizen] Call with the citizen
   *[agent] Call with { $name }
}
call-speaking = Speaking now
call-text = Live text
call-text-new = Live text (new)
call-text-label = Live text in this call
call-text-lines = What is being typed
call-text-finished = Finished lines
call-text-none = Nothing has been typed yet.
call-text-hint = The others read along while you type. Enter finishes your line.
call-text-field = Type your line here
call-text-sent = (sent)
call-text-received = (received)
call-text-writing = Still typing
call-text-lost = Your line was not sent. It is back in the field.
call-sign = I am signing
call-sign-end = Done signing
call-signs = Signing now
call-signs-mine = The others see that you are using sign language.
call-state-new = Connecting…
call-state-connecting = Connecting…
call-state-reconnecting = The connection dropped. We are trying again. You can type meanwhile.
call-state-failed = The connection does not work. Try again, or go on by typing.
call-state-ended = The call is over.
call-controls = Call controls
call-mute = Mute microphone
call-unmute = Unmute microphone
call-camera-off = Turn camera off
call-camera-on = Turn camera on
call-hang-up = Hang up
call-trouble-denied = The browser gives no access to camera and microphone.
call-trouble-dismissed = You have not chosen yet. Try again. Does the browser ask something? Choose “Allow”.
call-trouble-missing = No microphone was found. Connect one and switch it on. Then try again, or go on by typing.
call-trouble-busy = Another program or window uses the camera or the microphone. Close it and try again.
call-trouble-camera-denied = The browser gives no access to the camera. You can talk with sound.
call-trouble-camera-busy = Another program or window uses the camera. You can talk with sound. Would you like a picture? Close that program.
call-trouble-no-camera = There is no camera. You can talk with sound.
permission-how = This is how you give access:
permission-chromium = Click the padlock or the icon with two sliders to the left of the address. Set camera and microphone to “Allow”.
permission-firefox = Click the icon of the camera or the microphone to the left of the address. Take the block away with the cross.
permission-safari-mac = Choose “Safari” at the top in the menu bar, then “Settings for This Website”. Set camera and microphone to “Allow”.
permission-safari-ios = Tap the icon beside the address, then “Website Settings”. Set camera and microphone to “Allow”.
permission-other-ios = Open the Settings app of your device and look for this browser. Switch camera and microphone on.
permission-chromium-android = Tap the icon to the left of the address, then “Permissions”. Allow camera and microphone.
permission-firefox-android = Tap the padlock to the left of the address. Tap camera and microphone to allow them.
permission-system-windows = Does that not help? Open the Settings of Windows, then “Privacy & security”. Allow camera and microphone for the browser there.
permission-system-mac = Does that not help? Open System Settings, then “Privacy & Security”. Switch the browser on under Camera and Microphone.
permission-system-android = Does that not help? Open the Settings of your device, then Apps, the browser, Permissions. Allow camera and microphone.
permission-again = Then click “Try again” here. Does it not work? Go on by typing.
call-speaker = Speaker
call-place-question = Are you in a calm and safe place?
call-place-why = Anybody near you can watch and listen. Is that not safe? Then rather go on by typing.
call-place-no = No, I would rather type
call-without-camera = Without camera
call-with-camera = With camera
call-blur = Make my background unrecognisable
call-warning-muted = Your microphone is off. Nobody hears you.
call-warning-silent = We hear nothing from your microphone. Is it off on your device? Or choose another one.
call-talking = You are heard as long as you hold the space bar down.
call-talk-hint = Microphone off. Hold the space bar down to talk for a moment.
call-screen-share = Share your screen
call-screen-stop = Stop sharing
call-screen-shared = You are sharing your screen. The others see everything on it.
call-screen-shared-staff = You are sharing your screen. The others see everything on it: show no details of other people.
call-more = More
call-more-label = More call controls
call-sound-only = Sound only (less data)
call-sound-wish = Sound only. That uses less data. Cameras cannot be seen.
call-sound-offer = The connection is weak. With sound only, you will understand each other better.
call-sound-accept = Go on with sound only
call-sound-thin = The connection is too weak for pictures. You go on with sound.
call-pictures-again = Pictures again
call-full = Full screen
call-full-end = Leave full screen
call-small = Small window
call-small-end = Close small window
call-lost-audioinput = { $found ->
    [yes] Your microphone was disconnected. You now use { $name }.
   *[no] Your microphone was disconnected. Nobody hears you. Connect it again, or use another one.
}
call-lost-videoinput = { $found ->
    [yes] Your camera was disconnected. You now use { $name }.
   *[no] Your camera was disconnected. The others still hear you. Connect it again, or use another one.
}
call-lost-other-camera = Switch a camera on
call-lost-other-microphone = Look for a microphone
call-quality-mine-good = Your connection: good
call-quality-mine-fair = Your connection: fair
call-quality-mine-poor = Your connection: weak
call-quality-theirs-good = Comes through well
call-quality-theirs-fair = Comes through fairly
call-quality-theirs-poor = Comes through badly
recording-propose = Ask to record
recording-question = May we record this call?
recording-what = { $days ->
    [one] We record sound and picture of everybody in this call. The police keep the recording for { $days } day. Only those who handle your case can watch it. You can stop the recording at any time.
   *[other] We record sound and picture of everybody in this call. The police keep the recording for { $days } days. Only those who handle your case can watch it. You can stop the recording at any time.
}
recording-free = You may say no. That has no consequences: the call simply goes on.
recording-agree = Yes, record
recording-refuse = No, do not record
recording-asked = The question to record has been asked. Nothing is recorded yet.
recording-running = This call is being recorded
recording-paused = The recording is paused. Nothing is recorded.
recording-paused-by-me = You paused the recording. Nothing is recorded.
recording-newcomer = The recording is paused: somebody who joined has to answer first.
recording-pause = Pause the recording
recording-resume = Go on recording
recording-stop = Stop the recording
recording-withdraw = Withdraw the question
log-recording-proposed = { $who ->
    [me] You ask whether the call may be recorded.
   *[other] { $name } asks whether the call may be recorded.
}
log-recording-answered = { $agreed ->
    [true] { $who ->
        [me] You agree to the recording.
        [citizen] The citizen agrees to the recording.
        [guest] The guest agrees to the recording.
       *[agent] { $name } agrees to the recording.
    }
   *[false] { $who ->
        [me] You would rather not be recorded. That is fine.
        [citizen] The citizen would rather not be recorded. That is fine.
        [guest] The guest would rather not be recorded. That is fine.
       *[agent] { $name } would rather not be recorded. That is fine.
    }
}
log-recording-started = The recording begins.
log-recording-paused = { $reason ->
    [newcomer] The recording is paused: somebody who joined has to answer first.
   *[asked] { $who ->
        [me] You pause the recording.
        [citizen] The citizen pauses the recording.
        [guest] The guest pauses the recording.
       *[agent] { $name } pauses the recording.
    }
}
log-recording-resumed = The recording goes on.
log-recording-stopped = { $reason ->
    [refused] The recording has stopped: somebody in the call does not want to be recorded.
    [failed] The recording has stopped: it could not be kept. The call goes on.
    [topic] The recording has stopped: calls about this topic may not be recorded.
   *[asked] The recording has stopped.
}
log-recording-stored = { $whole ->
    [true] The recording is kept under seal. Films: { $films }.
   *[false] The recording is kept under seal, but is not complete. Films: { $films }.
}
log-recording-opened = { $who ->
    [me] You watch the recording.
   *[other] { $name } watches the recording.
}
log-recording-held = { $held ->
    [true] { $who ->
        [me] You keep the recording longer.
       *[other] { $name } keeps the recording longer.
    }
   *[false] { $who ->
        [me] You no longer keep the recording longer.
       *[other] { $name } no longer keeps the recording longer.
    }
}
log-recording-erased = The recording is erased. Nobody can watch it any more.

## A photo in a call

photo-ask = Ask for a photo
photo-ask-of = A photo of what?
photo-purpose = { $purpose ->
    [identity_card] Identity card
    [damage] Damage
   *[other] Something else
}
photo-standing-asked = You asked for a photo. There is no answer yet.
photo-standing-agreed = The citizen is taking the photo.
photo-standing-taken = The photo has arrived. You find it with the report.
photo-standing-declined = The citizen would rather not send a photo. That is fine.
photo-withdraw = Withdraw the question for a photo
photo-question = { $purpose ->
    [identity_card] Would you take a photo of your identity card?
    [damage] Would you take a photo of the damage?
   *[other] Would you take a photo of what you are showing?
}
photo-what = You take the photo yourself, look at it first, and then decide whether to send it. It is added to your report. Only those who handle your case can see it.
photo-cover = Cover with your finger what the officer does not need. Not sure? Ask first.
photo-agree = Yes, take a photo
photo-refuse = No, no photo
photo-seen = { $seen ->
    [yes] The others in the call see what your camera sees.
   *[no] Only you see this picture.
}
photo-live = What your camera sees
photo-take = Take the photo
photo-taking = The photo is being taken. Hold still.
photo-other-camera = Other camera
photo-cancel = No photo after all
photo-review = Can everything be seen well? Only this photo is sent.
photo-own = The photo you took
photo-retake = Take it again
photo-send = Send the photo
photo-sending = The photo is being sent.
photo-sent = The photo was sent.
photo-trouble-camera = The camera gives no picture. Close other programs that use the camera, or choose another camera.
photo-trouble-take = The photo did not work. Try again.
photos-title = Photos
photo-title = { $purpose ->
    [identity_card] Photo of the identity card
    [damage] Photo of the damage
   *[other] Photo
}
photo-facts = { $width } × { $height } pixels, { $size } kB
photo-open = View larger
photo-loading = The photo is being loaded.
photo-again = Load the photo again
photo-remove = Remove the photo
photo-remove-sure = The photo will be erased. After that nobody can see it any more.
log-photo-asked = { $who ->
    [me] { $purpose ->
        [identity_card] You ask for a photo of the identity card.
        [damage] You ask for a photo of the damage.
       *[other] You ask for a photo.
    }
   *[agent] { $purpose ->
        [identity_card] { $name } asks for a photo of the identity card.
        [damage] { $name } asks for a photo of the damage.
       *[other] { $name } asks for a photo.
    }
}
log-photo-declined = { $who ->
    [me] You would rather not send a photo. That is fine.
   *[citizen] The citizen would rather not send a photo. That is fine.
}
log-photo-taken = { $who ->
    [me] { $purpose ->
        [identity_card] You send a photo of the identity card ({ $size } kB).
        [damage] You send a photo of the damage ({ $size } kB).
       *[other] You send a photo ({ $size } kB).
    }
   *[citizen] { $purpose ->
        [identity_card] The citizen sends a photo of the identity card ({ $size } kB).
        [damage] The citizen sends a photo of the damage ({ $size } kB).
       *[other] The citizen sends a photo ({ $size } kB).
    }
}
log-photo-erased = { $who ->
    [me] You remove a photo. Nobody can see it any more.
    [desk] A photo is erased. Nobody can see it any more.
   *[agent] { $name } removes a photo. Nobody can see it any more.
}
