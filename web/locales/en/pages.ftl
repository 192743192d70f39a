# Pages that the desk sends whole.

page-skip = Go to the text
page-languages = Language
page-language-nl = Nederlands
page-language-fr = Français
page-language-en = English
page-language-de = Deutsch
page-to-desk = Go to the desk
page-urgent = Urgent? Call.
page-console-title = Console
page-join-title = Call
page-without-script = This desk needs JavaScript. Your browser does not allow it now. Switch JavaScript on, or use one of these numbers.

## When something goes wrong

page-error-missing = This page does not exist
    .about = Check the address, or start again at the desk.
page-error-forbidden = This is not allowed here
    .about = You may not see this page.
page-error-sign-in = You are not signed in
    .about = Sign in at the console and open the page again.
page-error-over = This link no longer works
    .about = The link works only once and for one minute. Ask for a new one in the conversation.
page-error-busy = One moment
    .about = This is not possible just now. Nothing is lost. Try again in a moment.
page-error-fault = Something went wrong
    .about = This is our fault. Try again in a moment.

## The console on an address where browsers keep no sign-in

page-insecure-title = You cannot sign in at this address
page-insecure-why = You opened the console at { $address }. At this address somebody can read along. So your browser does not keep your sign-in.
page-insecure-then = There are two ways:
page-insecure-here = Do you work on the computer that runs the desk? Then open:
page-insecure-https = Do you work on another computer? Then an address with https is needed. The administrator sets that address with

## Accessibility statement

page-accessibility-title = Accessibility
accessibility-aim = { $zone } wants everybody to be able to use the desk. We follow the standard EN 301 549 and the guidelines WCAG 2.2, level AA.
accessibility-can-title = What you can do
accessibility-can-keyboard = You can do everything with the keyboard.
accessibility-can-reader = A screen reader reads new messages aloud, and says who wrote them.
accessibility-can-size = You can make the text larger. Nothing is lost then.
accessibility-can-colour = Colour is never the only sign. There is a dark view and a view with high contrast.
accessibility-can-motion = Almost nothing moves. If you switch motion off, nothing does.
accessibility-can-time = You have time. A form does not disappear while you think.
accessibility-can-text = You never have to call or to show yourself. You may always type, also during a video call.
accessibility-can-live = In a video call the others can read along while you type. Do you use sign language? A button shows that you are speaking.
accessibility-not-title = What is not possible yet
accessibility-not-captions = In a video call there are no captions of what is said. You can ask to type.
accessibility-not-language = The digital assistant speaks Dutch, French, English and German. For other languages, ask for a person.
accessibility-not-sign = We do not offer a sign language interpreter ourselves.
accessibility-checked-title = How we check
accessibility-checked = At each change a program checks all screens against the guidelines. It does not find everything. People with a disability have not tested this desk yet.
accessibility-tell-title = Does something not work?
accessibility-tell = Tell us. In a conversation, or in one of these ways:
accessibility-complain = Are you not satisfied with our answer? Then you can go to the ombudsman.

## Privacy

page-privacy-title = Your data
privacy-who = { $zone } is responsible for the data in this desk.
privacy-kept-title = What we keep
privacy-kept-talk = What you and we write in the conversation, with date and time.
privacy-kept-report = The report that you fill in and confirm.
privacy-kept-call = Of a video call: when it started and ended.
privacy-kept-recording = A recording of a video call, only if everybody in the call said yes. We erase it after { $days ->
    [one] { $days } day
   *[other] { $days } days
}, unless the law makes us keep it longer.
privacy-kept-no-recording = We do not record picture or sound of a video call.
privacy-kept-photo = A photo that you took because an officer asked for it. Is it not part of a report that you confirmed? Then we erase it after { $days ->
    [one] { $days } day
   *[other] { $days } days
}.
privacy-kept-looks = Which member of staff saw or changed your conversation or report, and when.
privacy-device-title = What is on your device
privacy-device-key = A key that opens the conversation again. It works for { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} and disappears when you close the tab, unless you choose to keep it.
privacy-device-exit = Do you leave the page with the red button? Then we erase all that this desk put on your device.
privacy-device-history = We cannot erase the history of your browser. You have to do that yourself.
privacy-others-title = Who else looks on
privacy-others = Nobody. There are no trackers, no advertising and no services of others on these pages.
privacy-bot = The digital assistant is a program on our own computers. It reads what you type to give you an answer.
privacy-learns = A supervisor may write down again what you said to the digital assistant, to make it better: without your name, numbers or address. That never happens by itself.
privacy-rights-title = Your rights
privacy-rights = You can ask which data we hold about you, and have a mistake corrected. Ask in a conversation. If we do not agree, you can go to the authority that watches over data at the police.

## The demo municipality’s page

demo-notice = This is an example of a municipality’s website. It does not really exist.
demo-menu-home = Home
demo-menu-living = Living
demo-menu-news = News
demo-menu-contact = Contact
demo-menu = Main menu
demo-heading = Police and safety
demo-intro = Was your bicycle stolen, did you lose your identity card, or do you have a question? The online desk of the police is open day and night.
demo-how = Press the button at the bottom right. First you talk with a digital assistant. You can always ask for a person.
demo-page = Rather a whole page? Open the desk.
demo-news = News from the municipality
demo-news-market = During the works the market moves to the station square.
demo-news-library = The library is open longer on Thursdays.
demo-topics = Often asked
demo-topic-bike = Bicycle stolen or found
demo-topic-documents = Identity card or papers lost
demo-topic-holiday = A watch on your house during your holiday
demo-topic-neighbours = Noise or a quarrel with neighbours
demo-hours = Opening hours of the town hall
demo-hours-week = Monday to Friday: 9 am to 4 pm.
demo-hours-evening = Thursday also 4 pm to 7 pm.
