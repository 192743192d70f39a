# What only the citizen reads: the widget, the full page and the button on other sites.

## The button on other sites. The loader holds these words itself; a test compares.

loader-open = Police online
loader-close = Close
loader-new = new

## The top of the screen

citizen-own-window = Open in a window of its own
citizen-put-away = Close. Your conversation is kept
citizen-urgent-label = Urgent help
citizen-urgent = Urgent? Call
citizen-call = Call { $number }
citizen-exit = Leave this page now
citizen-exit-label = Leave quickly
citizen-exit-what = What does this button do?
citizen-exit-about = You go to another site at once. We delete your conversation in this browser. We cannot delete your browser history.
citizen-exit-keys = Pressing Shift three times does the same.

## Before the first word

citizen-welcome = How can we help you?
citizen-welcome-who = A digital assistant answers first. It is a computer. You can always ask for a person.
citizen-doors = Choose what fits best
citizen-welcome-type = Or type below what happened.

## How the conversation stands

citizen-with-bot = You are talking to the digital assistant.
citizen-with-agent = You are talking to { $name }, { $role }.
citizen-waiting = You are number { $position } in the queue.
citizen-waiting-minutes = You are number { $position } in the queue. You wait about { $least ->
    [0] { $most ->
        [one] { $most } minute
       *[other] { $most } minutes
    }
   *[other] { $least } to { $most } minutes
}.
citizen-nobody-now = Nobody is free right now. You stay in the queue.
citizen-person-please = A person, please
citizen-other-ways = Other ways
citizen-log = Your conversation

## Writing, and the options

citizen-write = Your message
citizen-write-here = Type your message
citizen-options = Options
citizen-transcript = Save the conversation as a file
citizen-end = End the conversation
citizen-end-sure = Do you want to stop? After that you can write nothing more in this conversation.
citizen-end-yes = Yes, end it
citizen-end-no = No, go on
citizen-keep-on-device = Keep this conversation on this device
citizen-kept-in-tab = Your conversation is kept until you close this tab.
citizen-kept-on-device = You can go on later on this device. Whoever uses this device can read your conversation.
citizen-kept-in-memory = Your browser does not keep this conversation. It is gone if you close or reload the page.
citizen-understood = Understood
citizen-expires = This conversation closes in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}. Do you want to go on?
citizen-expires-go-on = Yes, I want to go on
citizen-numbers = Useful numbers
citizen-privacy = Your data and your rights
citizen-accessibility = Accessibility

## After the end

citizen-ended = The conversation has ended
citizen-ended-about = Save what you need now. We delete the conversation in this browser when you close the page.
citizen-rate = How was our help?
citizen-rate-score = { $score ->
    [1] 1 · very bad
    [2] 2 · bad
    [3] 3 · average
    [4] 4 · good
   *[5] 5 · very good
}
citizen-rate-comment = Do you want to add something? (you may skip this)
citizen-rate-choose = Choose a number first.
citizen-rate-send = Send your opinion
citizen-rated = Thank you for your opinion.
citizen-start-over = Start a new conversation
citizen-go-on = Go on about the same
citizen-go-on-about = Do you go on about the same? Then our staff sees that this conversation came before.
citizen-unsent = This was not sent. It is ready in your new conversation:
citizen-unsent-ended = Not everything was sent. What is left is ready in your new conversation.
citizen-lost = { $loss ->
    [quick_exit] This conversation is closed and deleted.
    [ticket_used] This link was used already or is too old. Go back to the first window, or start again.
   *[expired] This conversation is too old and cannot go on. You can start a new one.
}

## The report

citizen-panes = What you see
citizen-pane-talk = Conversation
citizen-pane-report = Report
citizen-pane-report-offered = Report: please read
citizen-report-state = { $state ->
    [draft] You and our colleague fill this in together. You can correct everything.
    [offered] Read everything. Is something wrong? Correct it. Then confirm.
   *[filed] Your report is stored.
}
citizen-report-reference = Reference
citizen-report-pv = Number of the official report
citizen-report-paper = Save the report (pdf)
citizen-report-certificate = Save the certificate (pdf)
citizen-report-certificate-about = To show to your insurer or employer. It does not say what happened.
citizen-rights = Your rights when you make a statement
citizen-report-confirm = I confirm this report
citizen-report-confirm-about = You confirm what stands above. After that you cannot change it here. You do not have to sign.

## A call

citizen-rather-call = Rather a video call?
citizen-call-other = The other person
citizen-call-own-window = On this site we may not use your camera and microphone. Open the desk in a window of its own. Your conversation goes on there.
