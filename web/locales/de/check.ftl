# The page that tests whether a conversation and a call would work from here.

check-title = Testen Sie Ihre Verbindung
check-intro = Möchten Sie einen Videoanruf? Testen Sie zuerst, ob Ihr Internet, Ihre Kamera, Ihr Mikrofon und Ihr Lautsprecher funktionieren. Das dauert eine Minute.
check-private = Niemand sieht oder hört Sie. Wir speichern nichts von diesem Test.
check-to-desk = Zum Schalter

check-network = Ihr Internet
check-begin = Test beginnen
check-again = Erneut testen
check-running = Der Test läuft…
check-waiting = Noch nicht getestet.
check-untried = Nicht getestet.
check-later = Im Moment ist sehr viel los. Warten Sie eine Minute und testen Sie erneut.
check-closed = Der Schalter kann jetzt keine Videoanrufe annehmen. Das liegt nicht an Ihnen. Versuchen Sie es später noch einmal.
check-unsupported = Dieser Browser kann keine Videoanrufe. Benutzen Sie einen anderen, zum Beispiel Firefox, Chrome, Edge oder Safari.

check-socket = Verbindung mit dem Schalter
check-socket-good = Gut. Sie können dem Schalter schreiben.
check-socket-slow = Es funktioniert, aber langsamer: Ihr Netzwerk hält etwas zurück. Sie können dem Schalter ganz normal schreiben.
check-socket-bad = Es gibt keine Verbindung mit dem Schalter. Prüfen Sie, ob Ihr Internet funktioniert. Versuchen Sie es sonst in einem anderen Netzwerk, zum Beispiel mit Ihrem Handy.

check-direct = Bild und Ton, direkt
check-direct-good = Gut. Bild und Ton kommen direkt an.
check-direct-bad = Ihr Netzwerk lässt Bild und Ton nicht direkt durch. Das macht nichts, wenn der Umweg unten funktioniert.
check-direct-bad-alone = Ihr Netzwerk hält Bild und Ton zurück. Benutzen Sie ein anderes Netzwerk, zum Beispiel das Ihres Handys.

check-turn = Bild und Ton, über einen Umweg
check-turn-good = Gut. Bild und Ton kommen auch in einem strengen Netzwerk an.
check-turn-bad = Der Umweg funktioniert nicht. Das macht nichts: der direkte Weg funktioniert.
check-turn-bad-alone = Der Umweg funktioniert auch nicht. Benutzen Sie ein anderes Netzwerk, zum Beispiel das Ihres Handys.

check-devices = Ihr Gerät
check-devices-why = Ihr Browser fragt, ob dieser Schalter Ihre Kamera und Ihr Mikrofon benutzen darf. Wählen Sie „Zulassen“.
check-devices-begin = Kamera und Mikrofon testen
check-devices-end = Kamera und Mikrofon ausschalten

check-camera = Kamera
check-camera-good = Gut. Ihre Kamera liefert ein Bild.
check-camera-bad = Ihre Kamera liefert kein Bild. Ist sie abgedeckt? Benutzt ein anderes Programm die Kamera? Testen Sie danach erneut.

check-microphone = Mikrofon
check-microphone-speak = Sagen Sie etwas.
check-microphone-good = Gut. Ihr Mikrofon hört Sie.
check-microphone-bad = Wir hören nichts. Ist Ihr Mikrofon an? Ist das richtige Mikrofon gewählt? Sprechen Sie lauter oder testen Sie erneut.

check-speaker = Lautsprecher
check-speaker-play = Einen Ton abspielen
check-speaker-again = Den Ton noch einmal abspielen
check-speaker-ask = Haben Sie drei Töne gehört?
check-speaker-yes = Ja
check-speaker-no = Nein
check-speaker-good = Gut. Sie werden die andere Person hören.
check-speaker-bad = Stellen Sie den Ton Ihres Geräts lauter. Benutzen Sie Kopfhörer? Prüfen Sie, ob sie richtig eingesteckt sind. Spielen Sie den Ton dann noch einmal ab.

check-verdict-video = Sie können einen Videoanruf machen.
check-verdict-sound = Sie können mit Ton anrufen, ohne Bild.
check-verdict-chat = Ein Anruf geht jetzt nicht. Oben steht, was Sie tun können. Sie können dem Schalter schreiben.
check-verdict-nothing = Der Schalter ist von hier nicht zu erreichen. Brauchen Sie jetzt Hilfe? Rufen Sie eine der Nummern unten an.

check-numbers = Jetzt Hilfe nötig? Rufen Sie an
