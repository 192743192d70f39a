# The page that tests whether a conversation and a call would work from here.

check-title = Test uw verbinding
check-intro = Wilt u bellen met beeld? Test eerst of uw internet, uw camera, uw microfoon en uw luidspreker werken. Het duurt een minuut.
check-private = Niemand ziet of hoort u. We bewaren niets van deze test.
check-to-desk = Ga naar het loket

check-network = Uw internet
check-begin = Begin de test
check-again = Test opnieuw
check-running = De test loopt…
check-waiting = Nog niet getest.
check-untried = Niet getest.
check-later = Het is nu heel druk. Wacht een minuut en test opnieuw.
check-closed = Het loket kan nu geen gesprek met beeld aan. Dat ligt niet aan u. Probeer het later opnieuw.
check-unsupported = Deze browser kan niet bellen met beeld. Gebruik een andere browser, zoals Firefox, Chrome, Edge of Safari.

check-socket = Verbinding met het loket
check-socket-good = Goed. U kunt typen met het loket.
check-socket-slow = Het werkt, maar trager: uw netwerk houdt iets tegen. U kunt gewoon typen met het loket.
check-socket-bad = Er is geen verbinding met het loket. Kijk of uw internet werkt. Probeer het anders op een ander netwerk, zoals dat van uw telefoon.

check-direct = Beeld en geluid, rechtstreeks
check-direct-good = Goed. Beeld en geluid komen rechtstreeks aan.
check-direct-bad = Uw netwerk laat beeld en geluid niet rechtstreeks door. Dat is niet erg als de omweg hieronder werkt.
check-direct-bad-alone = Uw netwerk houdt beeld en geluid tegen. Gebruik een ander netwerk, zoals dat van uw telefoon.

check-turn = Beeld en geluid, via een omweg
check-turn-good = Goed. Ook op een streng netwerk komen beeld en geluid aan.
check-turn-bad = De omweg werkt niet. Dat is niet erg: de rechtstreekse weg werkt.
check-turn-bad-alone = De omweg werkt ook niet. Gebruik een ander netwerk, zoals dat van uw telefoon.

check-devices = Uw toestel
check-devices-why = Uw browser vraagt of dit loket uw camera en uw microfoon mag gebruiken. Kies “Toestaan”.
check-devices-begin = Test camera en microfoon
check-devices-end = Zet camera en microfoon uit

check-camera = Camera
check-camera-good = Goed. Uw camera geeft beeld.
check-camera-bad = Uw camera geeft geen beeld. Zit er een klepje voor? Gebruikt een ander programma de camera? Test daarna opnieuw.

check-microphone = Microfoon
check-microphone-speak = Zeg iets.
check-microphone-good = Goed. Uw microfoon hoort u.
check-microphone-bad = We horen niets. Staat uw microfoon aan? Is de goede microfoon gekozen? Spreek luider, of test opnieuw.

check-speaker = Luidspreker
check-speaker-play = Speel een geluid af
check-speaker-again = Speel het geluid opnieuw af
check-speaker-ask = Hoorde u drie tonen?
check-speaker-yes = Ja
check-speaker-no = Nee
check-speaker-good = Goed. U zult de ander horen.
check-speaker-bad = Zet het geluid van uw toestel luider. Gebruikt u een koptelefoon? Kijk of die goed vastzit. Speel het geluid dan opnieuw af.

check-verdict-video = U kunt bellen met beeld.
check-verdict-sound = U kunt bellen met geluid, zonder beeld.
check-verdict-chat = Bellen lukt nu niet. Hierboven staat wat u kunt doen. U kunt wel typen met het loket.
check-verdict-nothing = Het loket is van hieruit niet te bereiken. Hebt u nu hulp nodig? Bel een van de nummers hieronder.

check-numbers = Nu hulp nodig? Bel
