# What an agent reads at the console.

## Titles

console-title = Console · Onlineloket
console-title-count = ({ $count }) { $waiting ->
    [0] { $unread } unread
   *[other] { $waiting } waiting
} · Onlineloket
skip-to-waiting = To the waiting conversations
skip-to-conversation = To the conversation

## Signing in

sign-in-login = User name
sign-in-password = Password
sign-in-go = Sign in
sign-in-ended = Your sign-in has ended. Sign in again. What you were writing is kept.
sign-out = Sign out
sign-out-title = Do you want to sign out?
sign-out-open = { $count ->
    [0] You have no open conversations.
    [one] You still have { $count } open conversation. If you leave, a colleague gets it. What you did not send is lost.
   *[other] You still have { $count } open conversations. If you leave, a colleague gets them. What you did not send is lost.
}

## Sound

sound-test = Test the sound
sound-on = Switch the sound on
sound-off = Switch the sound off

## Who waits, and my team

sidebar-label = Conversations and colleagues
sidebar-tools = Tools
connecting = Connecting…
availability-on = Available
availability-off = Not available
trouble-close = Close the notice
waiting-title = Waiting
waiting-empty = Nobody is waiting.
waiting-count = { $count ->
    [0] Nobody is waiting.
    [one] { $count } conversation is waiting.
   *[other] { $count } conversations are waiting.
}
waiting-take = Take
waiting-take-this = Take: { $topic }, waiting { $minutes } min
waiting-gone = Gone
waiting-too-long = Waiting too long
minutes = { $minutes ->
    [0] < 1 min
   *[other] { $minutes } min
}
topic-unknown = Topic not known yet
urgency-routine = Routine
urgency-priority = Priority
urgency-emergency = Danger
queue-more = { $count ->
    [one] { $count } more conversation is not shown here.
   *[other] { $count } more conversations are not shown here.
}
team-title = With colleagues
team-empty = Colleagues have no conversations.
colleagues-title = Colleagues
colleague-accepting = { $load ->
    [0] takes conversations
    [one] takes conversations, has { $load }
   *[other] takes conversations, has { $load }
}
colleague-away = { $load ->
    [0] takes no conversations
    [one] takes no new conversations, has { $load }
   *[other] takes no new conversations, has { $load }
}

## My conversations

tabs-label = My conversations
tab-unread = { $more ->
    [true] at least { $count } new
   *[false] { $count } new
}
tab-looking = Reading only
tab-closed = Closed
tab-call = In a call
tab-draft = There is a draft
tab-put-away = Take off the screen
nobody-accepting = { $count ->
    [0] Nobody is waiting. You hear a sound when somebody comes.
    [one] { $count } conversation is waiting for a person.
   *[other] { $count } conversations are waiting for a person.
}
nobody-away = { $count ->
    [0] You do not take conversations now. Nobody is waiting.
    [one] You do not take conversations now. { $count } conversation is waiting.
   *[other] You do not take conversations now. { $count } conversations are waiting.
}

## The conversation in front

conversation-label = Conversation
conversation-log = Messages and notes
conversation-since = since { $time }
conversation-sensitive = Sensitive topic
emergency-shown = The citizen was shown the emergency numbers 112 and 101.
emergency-asked = The citizen was asked whether it is happening now.
doings-label = Actions in this conversation
not-mine-closed = This conversation is closed. You can still write a note.
not-mine-waiting = This conversation is waiting. You are reading; the citizen does not see you.
not-mine-colleague = A colleague has this conversation. You are reading; the citizen does not see you.
not-mine-in-call = A colleague has this conversation. You take part as long as the call lasts.

## Writing

writing-modes = Reply or note
reply-label = Reply to the citizen, in { $language }
reply-placeholder = Reply in { $language }
note-label = Internal note
note-placeholder = Write a note for your colleagues
note-hint = Internal note: the citizen does not see this.
answers-title = Ready answers
answers-search = Search a ready answer
answers-language = The text is in { $language }, the citizen’s language.
answers-found = { $count ->
    [one] { $count } answer found
   *[other] { $count } answers found
}
answers-none = No answer found. Search with other words.
answers-use = Use
answers-use-this = Use: { $name }
answer-picked = Chosen: { $name }. Press Enter to insert the text.

## What is known about it

panel-label = About this conversation
panel-details = Details
panel-report = Report
panel-answers = Answers
panel-toggle = Details
panel-close = Close the details
need-title = What it is about
need-topic = Topic
need-neighbourhood = Neighbourhood
need-languages = Language of the reply
need-urgency = Urgency
need-none = Not known yet
need-video = Wants a video call
who-title = Who and where
fact-language = Language
fact-site = Comes from
fact-own-page = the desk’s own page
fact-team = Team
findings-title = What the digital assistant found
findings-earlier = Show earlier findings
finding-answer = Answer given
finding-clarify = Clarification asked
finding-handover = Handed to a person
finding-emergency = Possible danger
finding-form = Form asked
finding-greet = Greeted
finding-wait = Waited
finding-message = message { $number }

## How the digital assistant answered

why-show = Why this?
why-greet = The conversation began, so it greeted.
why-chosen = The citizen took one of the offered answers. There was nothing to guess.
why-unknown = It recognised no topic.
why-nearest = It recognised no topic. The nearest: { $topics }.
why-topic = It took this for “{ $topic }”, and was { $percent } % sure.
why-others = It also thought of: { $topics }.
why-language = { $sure ->
    [yes] It read this as { $language }.
   *[no] It read this as { $language }, but was not certain.
}
why-danger = { $tier ->
    [1] It saw danger now.
   *[2] It saw what may be danger.
}
why-reply-helped = The citizen said that the answer before helped.
why-reply-not_helped = The citizen said that the answer before did not help.
why-reply-chose_topic = The citizen chose the topic.
why-reply-none_of_these = The citizen said that none of the offered topics was right.
why-reply-asked_person = The citizen asked for a person.
why-did-answer = That was enough to give the zone’s text.
why-did-clarify = That was not enough to answer, so it asked what was meant.
why-did-handover = It called a person.
why-did-emergency = So it showed 112 and 101, or asked whether it is happening now.
why-did-form = It went on with the questions of the form.
why-did-greet = It greeted.
why-did-wait = It waited for what the citizen would say.
why-handover = { $reason ->
    [requested] It called a person, because the citizen asked for one or speaks another language.
    [emergency] It called a person, because there may be danger.
    [sensitive] It called a person, because the topic is sensitive.
    [form] It called a person, because the questions of the form were answered.
   *[unsure] It called a person, because it was not sure enough.
}
why-answer = Text: “{ $topic }”, version { $version }.
why-technical = For the file: all stages and figures
mark-open = Mark as wrong
mark-title = What is wrong with this answer?
mark-about = Your colleagues see your mark, the citizen does not. A supervisor looks at it.
mark-reason = What is wrong?
mark-wrong_topic = It is about something else
mark-wrong_text = What it says is not right or no longer right
mark-unclear = This citizen cannot follow it
mark-should_hand_over = A person should have taken over
mark-missed_danger = It did not see danger
mark-topic = What should it have been about?
mark-choose = Choose what is wrong.
mark-go = Mark as wrong
mark-take-back = Take back the mark
marked = Marked as wrong: { $reason }.

## An earlier contact

contact-earlier = Earlier contact
contact-unknown = Nobody said that this citizen was here before. The desk recognises nobody.
contact-open = The citizen was here before
contact-title = Which conversation was it?
contact-about = Ask the citizen first. You see when a conversation was and what it was about, not what was said.
contact-reference = Reference of a report
contact-find = Search
contact-found = { $count ->
    [0] Nothing found in the seven days before. Search with the reference of a report.
    [one] { $count } conversation found
   *[other] { $count } conversations found
}
contact-by-bot = closed by the digital assistant
contact-by-person = with a person
contact-by-nobody = ended before anybody helped
contact-choose = Choose a conversation.
contact-go = That is the one
contact-take-back = Take back

## How the digital assistant does, for supervisors

review-title = How the digital assistant does
review-back = Back to the conversations
review-period = Period
review-days = { $days ->
    [365] The last year
   *[other] The last { $days } days
}
review-language = Language
review-language-all = All languages
review-all = All
review-others = Other languages
review-caption = { $days ->
    [365] The last year in figures
   *[other] The last { $days } days in figures
}
review-nothing = Nothing was said to the digital assistant in this period.
review-conversations = Conversations in which the citizen said something
review-by_bot = closed by the digital assistant, without a person
review-by_bot_recontact = after which the citizen came back within seven days
review-utterances = Messages in the citizen’s own words
review-unanswered = without an answer
review-not_helped = with an answer that did not help
review-wrong = with an answer that colleagues marked as wrong
review-missed_danger = of which danger that was not seen
review-recontact = after whose answer the citizen came back within seven days
review-known = “Came back” counts only what a citizen or a colleague said. The desk follows nobody, so the real number is higher.
review-list = Messages to look at
review-list-about = You read what citizens said: the desk notes that you did.
review-list-empty = There is nothing to look at.
review-more = Show more
review-cause = Why
review-cause-any = For any reason
cause-unanswered = No answer
cause-not_helped = Did not help
cause-wrong = Marked as wrong
cause-recontact = Came back within seven days
utterance-none = The citizen had not said anything yet.
utterance-marked = Marked as wrong: { $reason }.
utterance-right = It should have been about “{ $topic }”.
utterance-look = Look at the conversation
lesson-title = Training data
lesson-text = Text for training
lesson-help = Take out names, places and whatever else points to somebody. “…” stands where the desk took something out.
lesson-topic = Topic
lesson-topic-none = Choose a topic
lesson-elsewhere = Not for this desk
lesson-emergency = Danger now
lesson-language = Language of the text
lesson-add = Add
lesson-change = Change
lesson-remove = Take out
lesson-choose = Choose a topic.
lesson-kept = In the training data: { $topic }
lessons-kept = { $count ->
    [0] Nothing is kept for training any more.
    [one] { $count } text is kept for training. Somebody reviews it before the digital assistant learns from it. Folder:
   *[other] { $count } texts are kept for training. Somebody reviews them before the digital assistant learns from them. Folder:
}

## The report

report-none = There is no report in this conversation.
report-start = Start a report
report-start-another = Start another report
report-offer = Ask the citizen to confirm
report-offer-again = Ask again
report-offered = The citizen is reading the report. You see here what they correct.
report-filed = Filed and stored. Reference:
paper-pdf = Report (PDF)
paper-certificate = Certificate (PDF)
paper-json = Data (JSON)
pv-label = Number of the official report
pv-help = Fill it in once it is known, for example ME.18.L1.012345/2026.
pv-keep = Save
pv-malformed = This number is not right. Write it like ME.18.L1.012345/2026.

## Handing over and closing

dialog-cancel = Cancel
parting-unsent = Something you wrote is not sent or saved yet. Wait a moment and try again, or look in the conversation and the report at what is wrong with it.
parting-unsettled = Something you wrote in the report is not saved. Look at the report first. Otherwise it is lost.
transfer-title = Hand over the conversation
transfer-in-call = The call goes on. The citizen stays in the call and waits for your colleague.
transfer-team = To a team
transfer-colleague = To a colleague
transfer-no-colleague = No other colleague takes conversations now.
transfer-remark = Why
transfer-remark-help = Your colleague reads this. The citizen does not see it.
transfer-choose = Choose a team or a colleague.
transfer-go = Hand over
team-police = Police
team-prevention = Prevention
team-open = open now
team-closed = closed now
finish-title = Close the conversation
finish-outcome = How did it end?
finish-remark = Remark for the file
finish-choose = Choose how the conversation ended.
finish-unfiled = There is a report that the citizen has not confirmed yet. After closing that is no longer possible.
finish-go = Close the conversation

## What can be done from anywhere

action-take-next = Take the next
action-accept = Take conversations
action-stop-accepting = Take no more conversations
action-tab-1 = To the first conversation
action-tab-2 = To the second conversation
action-tab-3 = To the third conversation
action-tab-4 = To the fourth conversation
action-reply = Reply
action-note = Note
action-waiting = To the waiting conversations
action-log = To the messages
action-details = Show the details
action-report = Show the report
action-answers = Ready answers
action-call = Video call
action-emergency = Show 112 and 101
action-transfer = Hand over
action-finish = Close
action-review = How the digital assistant does
action-palette = Find anything
action-keys = Keys
key-control = Ctrl
keys-enter = Send
keys-shift-enter = New line
keys-slash = Search a ready answer (at the start of a reply)
palette-search = Find an action, conversation or colleague
palette-found = Found
palette-count = { $count ->
    [0] Nothing found. Search with other words.
    [one] { $count } found
   *[other] { $count } found
}
palette-open = open conversation
palette-waiting = waiting
palette-team = with
palette-transfer-to = Hand over to { $name }

## Who is in the call

call-people = Who takes part
call-person-invited = { $who ->
    [guest] Interpreter: the link has not been used yet
   *[agent] { $name }: asked
}
call-person-waiting = { $named ->
    [yes] { $name } (interpreter) is waiting to come in.
   *[no] An interpreter is waiting to come in.
}
call-person-in = { $who ->
    [guest] Interpreter { $name }
   *[agent] { $name }
}
call-admit = Let in
call-hand-over = Hand over to { $name }
call-remove-invited = Withdraw
call-remove-waiting = Do not let in
call-remove-in = Take out of the call
call-ask-colleague = Colleague
call-ask = Ask in
call-ask-interpreter = Invite an interpreter
call-link = Link for the interpreter
call-link-help = Works once, for one hour. You let the interpreter in yourself.
call-link-copy = Copy
call-link-copied = Copied
call-invited = { $name } asks you into a call.
call-not-now = Not now
call-show = Show the conversation
recordings-title = Recordings
recording-list-asked = Asked, no answer yet
recording-list-running = Running now
recording-list-paused = Paused
recording-list-stopped = Is being prepared. That takes a moment.
recording-list-stored = Kept until { $until }
recording-list-held = Kept for a legal reason
recording-list-erased = Erased
recording-list-refused = Refused
recording-list-lapsed = Not answered
recording-watch = Watch the recording
recording-watch-logged = That you opened this recording is written down: who and when.
recording-player = Recording of { $when }
recording-play = Play
recording-halt = Pause
recording-place = Place in the recording
recording-film-camera = Camera of { $name }
recording-film-screen = Screen of { $name }
recording-film-sound = Sound of { $name }
recording-film-unknown = somebody else
recording-film-failed = The film cannot be loaded. Close this window and open the recording again.
recording-no-films = No film could be made of this recording. What is sealed is kept. Ask the administrator of the desk for help.
recording-digest = Check number (SHA-256): { $digest }
recording-hold = Keep longer for a legal reason
recording-release = Keep no longer
recording-hold-reason = Why? This will stand in the staff log.
photo-logged = That you look at this photo is written down: who and when.
photos-unfiled = Photos without a report
photos-unfiled-help = They will be added to the next report that you begin.
