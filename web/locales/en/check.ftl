# The page that tests whether a conversation and a call would work from here.

check-title = Test your connection
check-intro = Do you want a video call? First test if your internet, your camera, your microphone and your speaker work. It takes one minute.
check-private = Nobody sees or hears you. We keep nothing of this test.
check-to-desk = Go to the desk

check-network = Your internet
check-begin = Start the test
check-again = Test again
check-running = The test is running…
check-waiting = Not tested yet.
check-untried = Not tested.
check-later = It is very busy right now. Wait a minute and test again.
check-closed = The desk cannot take video calls right now. It is not because of you. Try again later.
check-unsupported = This browser cannot make video calls. Use another browser, such as Firefox, Chrome, Edge or Safari.

check-socket = Connection with the desk
check-socket-good = Good. You can write to the desk.
check-socket-slow = It works, but more slowly: your network blocks something. You can write to the desk as usual.
check-socket-bad = There is no connection with the desk. Check if your internet works. If it does, try another network, such as the one of your phone.

check-direct = Picture and sound, directly
check-direct-good = Good. Picture and sound arrive directly.
check-direct-bad = Your network does not let picture and sound pass directly. That is no problem if the detour below works.
check-direct-bad-alone = Your network blocks picture and sound. Use another network, such as the one of your phone.

check-turn = Picture and sound, by a detour
check-turn-good = Good. Picture and sound arrive on a strict network too.
check-turn-bad = The detour does not work. That is no problem: the direct way works.
check-turn-bad-alone = The detour does not work either. Use another network, such as the one of your phone.

check-devices = Your device
check-devices-why = Your browser asks if this desk may use your camera and your microphone. Choose “Allow”.
check-devices-begin = Test camera and microphone
check-devices-end = Turn camera and microphone off

check-camera = Camera
check-camera-good = Good. Your camera gives a picture.
check-camera-bad = Your camera gives no picture. Is it covered? Is another program using it? Then test again.

check-microphone = Microphone
check-microphone-speak = Say something.
check-microphone-good = Good. Your microphone hears you.
check-microphone-bad = We hear nothing. Is your microphone on? Is the right microphone chosen? Speak louder, or test again.

check-speaker = Speaker
check-speaker-play = Play a sound
check-speaker-again = Play the sound again
check-speaker-ask = Did you hear three tones?
check-speaker-yes = Yes
check-speaker-no = No
check-speaker-good = Good. You will hear the other person.
check-speaker-bad = Turn up the sound of your device. Do you use headphones? Check if they are plugged in well. Then play the sound again.

check-verdict-video = You can make a video call.
check-verdict-sound = You can make a call with sound, without picture.
check-verdict-chat = A call does not work now. Above you can read what to do. You can write to the desk.
check-verdict-nothing = The desk cannot be reached from here. Do you need help now? Call one of the numbers below.

check-numbers = Need help now? Call
