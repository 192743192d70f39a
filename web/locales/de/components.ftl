# What widget and console share: the log, the composer, the report, the call.

## Who speaks

log-author = { $who ->
    [me] Sie
    [citizen] Bürger
    [bot] Digitale Assistenz
    [desk] Onlineloket
    [guest] Dolmetscher { $name }
   *[agent] { $name }
}
log-note = Interne Notiz

## Marks on your own messages

mark-pending = Wird gesendet
mark-kept = Gesendet
mark-read = Gelesen
mark-refused = Nicht gesendet

## The log

log-earlier = Frühere Nachrichten zeigen
log-new = { $count ->
    [one] { $count } neue Nachricht
   *[other] { $count } neue Nachrichten
}
log-retry = Erneut versuchen
log-edit = Ändern
log-drop = Löschen
log-choices = { $audience ->
    [staff] Vorgeschlagene Antworten
   *[citizen] Mögliche Antworten
}
log-chosen = (gewählt)
link-new-window = (öffnet in einem neuen Fenster)
typing = { $who ->
    [citizen] Der Bürger schreibt…
    [bot] Die digitale Assistenz schreibt…
   *[agent] { $name } schreibt…
}

## What happened

language-name = { $language ->
    [nl] Niederländisch
    [fr] Französisch
    [en] Englisch
   *[de] Deutsch
}
log-opened = Gespräch begonnen auf { language-name }.
log-opened-on = Gespräch begonnen auf { language-name }, über { $site }.
log-joined = { $who ->
    [bot] { $audience ->
        [staff] Die digitale Assistenz nimmt am Gespräch teil.
       *[citizen] Sie sprechen mit einer digitalen Assistenz, nicht mit einem Menschen.
    }
    [citizen] Der Bürger nimmt am Gespräch teil.
   *[agent] { $name } nimmt am Gespräch teil.
}
log-left = { $who ->
    [bot] Die digitale Assistenz verlässt das Gespräch.
    [citizen] { $reason ->
        [quick_exit] Der Bürger hat die Seite schnell verlassen. Senden Sie keine Nachricht.
        [lost] Der Bürger ist seit einer Weile weg.
       *[other] Der Bürger verlässt das Gespräch.
    }
   *[agent] { $reason ->
        [transfer] { $name } gibt das Gespräch weiter.
        [lost] { $name } hat die Verbindung verloren.
       *[other] { $name } verlässt das Gespräch.
    }
}
log-language = { $who ->
    [me] Sie machen auf { language-name } weiter.
   *[other] Das Gespräch geht auf { language-name } weiter.
}
log-queued = { $reason ->
    [transfer] Ihr Gespräch geht an einen Kollegen. Sie warten auf eine Person.
    [agent_lost] Die Verbindung zu Ihrem Gesprächspartner ist weg. Ein Kollege übernimmt.
    [bot_silent] Die digitale Assistenz antwortet nicht. Sie warten auf eine Person.
   *[other] Sie warten auf eine Person.
}
log-queued-staff = { $reason ->
    [requested] In der Warteschlange: Der Bürger möchte mit einer Person sprechen.
    [emergency] In der Warteschlange: mögliche Gefahr.
    [unsure] In der Warteschlange: Die digitale Assistenz ist nicht sicher.
    [sensitive] In der Warteschlange: sensibles Thema.
    [agent_lost] Wieder in der Warteschlange: Die Verbindung zum Mitarbeiter ist weg.
    [bot_silent] In der Warteschlange: Die digitale Assistenz antwortet nicht.
    [form] In der Warteschlange: Eine Anzeige ist ausgefüllt.
   *[transfer] In der Warteschlange: weitergegeben.
}
log-closed = { $reason ->
    [expired] Das Gespräch ist geschlossen, weil lange nichts gesagt wurde.
   *[other] Das Gespräch ist beendet.
}
log-closed-staff = { $reason ->
    [agent] Der Mitarbeiter hat das Gespräch geschlossen.
    [citizen] Der Bürger hat das Gespräch geschlossen.
    [bot] Die digitale Assistenz hat das Gespräch geschlossen.
   *[expired] Das Gespräch ist geschlossen, weil lange nichts gesagt wurde.
}
log-rated = Der Bürger gibt { $score } von 5.
log-call-proposed = { $video ->
    [true] { $who ->
        [me] Sie schlagen einen Videoanruf vor.
        [citizen] Der Bürger schlägt einen Videoanruf vor.
       *[agent] { $name } schlägt einen Videoanruf vor.
    }
   *[false] { $who ->
        [me] Sie schlagen einen Anruf mit Ton vor.
        [citizen] Der Bürger schlägt einen Anruf mit Ton vor.
       *[agent] { $name } schlägt einen Anruf mit Ton vor.
    }
}
log-call-accepted = { $who ->
    [me] Sie nehmen den Anruf an.
    [citizen] Der Bürger nimmt den Anruf an.
   *[agent] { $name } nimmt den Anruf an.
}
log-call-declined = { $who ->
    [me] Sie machen ohne Anruf weiter.
    [citizen] Der Bürger möchte lieber ohne Anruf weitermachen.
   *[agent] { $name } möchte lieber ohne Anruf weitermachen.
}
log-call-started = Der Anruf beginnt.
log-call-incident = { $incident ->
    [worker_lost] Technische Störung. Wir verbinden neu.
    [no_worker] Anrufen geht gerade nicht. Sie können weiter schreiben.
    [device_lost] Eine Kamera oder ein Mikrofon ist ausgefallen.
    [negotiation_failed] Der Anruf kam nicht zustande. Sie können weiter schreiben.
    [reconnected] Die Verbindung ist wieder da.
   *[connection_lost] Die Verbindung ist abgebrochen. Wir verbinden neu.
}
log-call-joined = { $who ->
    [me] Sie nehmen am Anruf teil.
    [guest] { $named ->
        [yes] { $name } (Dolmetscher) nimmt am Anruf teil.
       *[no] Der Dolmetscher nimmt am Anruf teil.
    }
   *[agent] { $name } nimmt am Anruf teil.
}
log-call-left = { $reason ->
    [removed] { $who ->
        [me] Sie wurden aus dem Anruf genommen.
        [guest] Der Dolmetscher wurde aus dem Anruf genommen.
       *[agent] { $name } wurde aus dem Anruf genommen.
    }
    [transfer] { $name } verlässt den Anruf. Der Anruf geht weiter.
   *[other] { $who ->
        [me] Sie verlassen den Anruf.
        [guest] Der Dolmetscher verlässt den Anruf.
       *[agent] { $name } verlässt den Anruf.
    }
}
log-invitation-made = { $who ->
    [guest] Ein Link für einen Dolmetscher wurde erstellt.
   *[agent] { $name } wurde gebeten, am Anruf teilzunehmen.
}
log-guest-arrived = { $named ->
    [yes] { $name } (Dolmetscher) wartet auf Einlass.
   *[no] Der Dolmetscher wartet auf Einlass.
}
log-invitation-ended = { $reason ->
    [declined] { $who ->
        [guest] Der Dolmetscher ist gegangen.
       *[agent] { $name } kann jetzt nicht teilnehmen.
    }
    [refused] Der Dolmetscher wurde nicht eingelassen.
   *[withdrawn] Die Einladung wurde zurückgezogen.
}
log-call-ended = { $reason ->
    [hung_up] { $minutes ->
        [0] Ende des Anrufs.
        [one] Ende des Anrufs, nach { $minutes } Minute.
       *[other] Ende des Anrufs, nach { $minutes } Minuten.
    }
   *[other] Der Anruf wurde unterbrochen. Sie können weiter schreiben.
}
log-report-started = Eine Anzeige ist begonnen.
log-report-changed = { $who ->
    [me] Sie haben die Anzeige ergänzt.
    [citizen] Der Bürger hat die Anzeige ergänzt.
    [bot] Die digitale Assistenz hat die Anzeige ausgefüllt.
    [desk] Die Fragen der Anzeige haben sich geändert.{ $gone ->
        [0] { "" }
       *[other] { " " }Antworten auf Fragen, die es nicht mehr gibt, stehen nicht mehr darin.
    }
   *[agent] { $name } hat die Anzeige ergänzt.
}
log-report-offered = { $audience ->
    [staff] Der Bürger wird gebeten, die Anzeige zu lesen und zu bestätigen.
   *[citizen] Lesen Sie die Anzeige. Verbessern Sie, was nicht stimmt. Bestätigen Sie sie danach.
}
log-report-filed = Die Anzeige ist unter dem Zeichen { $reference } gespeichert.
log-pv-number = Die Nummer des Protokolls ist { $number }.
log-need = { $who ->
    [me] Sie haben das Anliegen geändert.
    [bot] Die digitale Assistenz hat das Anliegen bestimmt.
   *[other] { $name } hat das Anliegen geändert.
}
log-answer-marked = { $who ->
    [me] Sie haben eine Antwort der digitalen Assistenz als falsch markiert.
   *[other] { $name } hat eine Antwort der digitalen Assistenz als falsch markiert.
}
log-answer-unmarked = { $who ->
    [me] Sie haben eine Markierung zurückgenommen.
   *[other] { $name } hat eine Markierung zurückgenommen.
}
log-contact-linked = { $who ->
    [me] Sie haben festgehalten, dass der Bürger schon hier war.
    [desk] Der Bürger sagt, dass es um dasselbe geht wie davor.
   *[other] { $name } hat festgehalten, dass der Bürger schon hier war.
}
log-contact-unlinked = { $who ->
    [me] Sie haben zurückgenommen, dass der Bürger schon hier war.
   *[other] { $name } hat zurückgenommen, dass der Bürger schon hier war.
}
log-transfer = { $who ->
    [me] Sie haben das Gespräch an { $to } weitergegeben.
    [bot] Die digitale Assistenz hat das Gespräch an { $to } weitergegeben.
   *[other] { $name } hat das Gespräch an { $to } weitergegeben.
}
log-outcome = Ergebnis: { $outcome }.

## The composer

composer-send = Senden
composer-keep-note = Notiz speichern
composer-left = { $over ->
    [0] Noch { $left } Zeichen
   *[other] { $over } Zeichen zu viel. Kürzen Sie Ihre Nachricht, oder senden Sie sie in Teilen.
}

## Around the conversation

connection-first = Die Verbindung wird aufgebaut.
connection-lost = Keine Verbindung.
connection-offline = Ihr Gerät hat kein Internet.
connection-crowded = Im Moment ist sehr viel los.
connection-meanwhile = { $waiting ->
    [0] Wir versuchen es weiter. Sie können weiterschreiben.
   *[other] { $kept ->
        [device] Ihr Text ist auf diesem Gerät gespeichert. Wir senden ihn, sobald es geht.
       *[other] Ihr Text ist gespeichert. Lassen Sie diese Seite offen: Wir senden ihn, sobald es geht.
    }
}
connection-back = Die Verbindung ist wieder da.
outdated = Es gibt eine neue Version dieser Seite. Laden Sie die Seite neu. Ihr Text bleibt gespeichert.
outdated-nothing = Es gibt eine neue Version dieser Seite. Laden Sie die Seite neu.
outdated-unkept = Es gibt eine neue Version dieser Seite. Ihr Browser speichert nichts: Kopieren Sie zuerst, was Sie noch brauchen. Laden Sie dann die Seite neu.
outdated-reload = Seite neu laden
dialog-close = Schließen
language-label = Sprache
emergency-now = Ja, es geschieht jetzt
emergency-not-now = Nein, nicht jetzt

## The report

report-required = (Pflicht)
report-optional = (freiwillig)
report-yes = Ja
report-no = Nein
report-choose = Bitte wählen
report-no-answer = Keine Antwort
report-saving = Wird gespeichert…
report-still-open = { $count ->
    [one] Alles ist gespeichert. Noch { $count } Pflichtfrage.
   *[other] Alles ist gespeichert. Noch { $count } Pflichtfragen.
}
report-complete = Alles ist gespeichert. Alle Pflichtfragen sind beantwortet.
report-changed-by-other = Gerade im Gespräch geändert
report-conflict = Inzwischen hat jemand anders hier geschrieben:
report-keep-mine = Meinen Text behalten
report-keep-theirs = Diesen Text behalten
moment-day = Tag
moment-part = Wann an diesem Tag
moment-time = Uhrzeit
moment-whole-day = Zeitpunkt wählen
moment-at = Zu einer bestimmten Uhrzeit
moment-night = in der Nacht
moment-morning = am Morgen
moment-afternoon = am Nachmittag
moment-evening = am Abend
moment-unknown = Weiß ich nicht
report-problem-missing = Diese Frage braucht noch eine Antwort.
report-problem-unknown_field = Diese Frage steht nicht im Formular. Laden Sie die Seite neu.
report-problem-wrong_type = Diese Antwort passt nicht zur Frage. Schreiben Sie einen Betrag in Ziffern, zum Beispiel 250,50.
report-problem-forbidden_characters = Darin steht ein Zeichen, das nicht erlaubt ist. Schreiben Sie die Antwort neu.
report-problem-too_long = Das ist zu lang. Schreiben Sie höchstens { $limit } Zeichen.
report-problem-not_a_choice = Wählen Sie eine Antwort aus der Liste.
report-problem-not_a_date = Dieses Datum gibt es nicht. Wählen Sie Tag, Monat und Jahr.
report-problem-not_a_moment = Wählen Sie einen Tag, und eine Uhrzeit oder einen Teil des Tages.
report-problem-in_future = Dieses Datum liegt in der Zukunft. Wählen Sie einen vergangenen Tag.
report-problem-in_past = Dieses Datum ist vorbei. Wählen Sie einen Tag, der noch kommt.
report-problem-before_other = Dieser Zeitpunkt liegt vor dem Beginn. Prüfen Sie beide Zeitpunkte.
report-problem-too_short = Dieser Zeitraum ist zu kurz. Prüfen Sie beide Tage.
report-problem-too_far = Dieser Zeitraum ist zu lang. Prüfen Sie beide Tage.
report-problem-too_low = Dieser Betrag ist zu niedrig. Prüfen Sie ihn.
report-problem-too_high = Dieser Betrag ist zu hoch. Prüfen Sie ihn.
report-problem-too_precise = Schreiben Sie höchstens zwei Ziffern nach dem Komma.
report-problem-not_a_phone = Das ist keine Telefonnummer. Schreiben Sie sie in Ziffern, zum Beispiel 0470 12 34 56.
report-problem-not_an_email = Das ist keine E-Mail-Adresse. Eine Adresse hat ein @, zum Beispiel name@beispiel.be.
report-problem-not_a_serial = Nehmen Sie nur Buchstaben, Ziffern, Leerzeichen und Striche.
report-problem-not_a_national_number = Diese Nationalregisternummer stimmt nicht. Sie hat 11 Ziffern und steht auf Ihrem Personalausweis.

## The call

call-preview-title = Sehen und hören Sie sich zuerst
call-preview-private = Noch sieht oder hört Sie niemand.
call-preview-opening = Kamera und Mikrofon werden geöffnet. Fragt Ihr Browser etwas? Wählen Sie „Zulassen“.
call-own-picture = Ihr eigenes Bild
call-picture-of = { $who ->
    [citizen] Bild des Bürgers
    [guest] Bild des Dolmetschers
   *[agent] Bild von { $name }
}
call-level = Ihr Ton
call-microphone = Mikrofon
call-camera = Kamera
call-propose = Anruf vorschlagen
call-accept = Anruf beginnen
call-rejoin = Zurück in den Anruf
call-join = Am Anruf teilnehmen
call-knock = In den Warteraum gehen
call-under-way = Der Bürger wartet in einem Anruf. Sehen und hören Sie zuerst sich selbst, und nehmen Sie dann teil.
call-alone = { $who ->
    [agent] Der Bürger ist noch nicht da.
   *[citizen] Gleich kommt jemand zu Ihnen. Sie müssen nichts tun und können inzwischen schreiben.
}
call-not-there = { $who ->
    [citizen] Der Bürger ist gerade nicht da.
    [guest] Der Dolmetscher ist gerade nicht da.
   *[agent] { $name } ist gerade nicht da.
}
call-held-by = { $who ->
    [citizen] Der Bürger macht eine Pause im Anruf.
    [guest] Der Dolmetscher macht eine Pause im Anruf.
   *[agent] { $name } macht eine Pause im Anruf und kommt gleich zurück.
}
call-held = Sie machen eine Pause im Anruf. Niemand sieht oder hört Sie jetzt.
call-hold = Pause machen
call-resume = Weitermachen
call-screen-of = { $who ->
    [citizen] Bildschirm des Bürgers
    [guest] Bildschirm des Dolmetschers
   *[agent] Bildschirm von { $name }
}
call-cancel = Doch nicht
call-check = Testen Sie Verbindung, Kamera und Mikrofon
call-try-again = Erneut versuchen
call-question-title = { $video ->
    [true] { $who ->
        [citizen] Der Bürger möchte einen Videoanruf.
       *[agent] { $name } möchte einen Videoanruf.
    }
   *[false] { $who ->
        [citizen] Der Bürger möchte einen Anruf mit Ton.
       *[agent] { $name } möchte einen Anruf mit Ton.
    }
}
call-question-free = Sie dürfen ablehnen. Das hat keine Folgen.
call-look-first = Zuerst meine Kamera prüfen
call-decline = Lieber nicht
call-waiting = { $who ->
    [citizen] Wir warten auf die Antwort des Bürgers.
   *[agent] Wir warten auf die Antwort von { $name }.
}
call-take-back = Vorschlag zurückziehen
call-connecting = Die Verbindung wird aufgebaut…
call-away = Ein Anruf läuft, aber nicht in diesem Fenster.
call-elsewhere = Dieser Anruf ist in einem anderen Fenster offen.
call-take-over = Hier übernehmen
call-with = { $who ->
    [citizen] Anruf mit dem Bürger
   *[agent] Anruf mit { $name }
}
call-speaking = Spricht gerade
call-text = Live-Text
call-text-new = Live-Text (neu)
call-text-label = Live-Text in diesem Anruf
call-text-lines = Was getippt wird
call-text-finished = Fertige Zeilen
call-text-none = Es wurde noch nichts getippt.
call-text-hint = Die anderen lesen mit, während Sie tippen. Mit Enter ist Ihre Zeile fertig.
call-text-field = Tippen Sie hier Ihre Zeile
call-text-sent = (gesendet)
call-text-received = (empfangen)
call-text-writing = Tippt noch
call-text-lost = Ihre Zeile wurde nicht gesendet. Sie steht wieder im Feld.
call-sign = Ich gebärde
call-sign-end = Fertig mit Gebärden
call-signs = Gebärdet gerade
call-signs-mine = Die anderen sehen, dass Sie Gebärdensprache benutzen.
call-state-new = Die Verbindung wird aufgebaut…
call-state-connecting = Die Verbindung wird aufgebaut…
call-state-reconnecting = Die Verbindung ist weg. Wir versuchen es erneut. Sie können inzwischen schreiben.
call-state-failed = Die Verbindung gelingt nicht. Versuchen Sie es erneut, oder schreiben Sie weiter.
call-state-ended = Der Anruf ist vorbei.
call-controls = Bedienung des Anrufs
call-mute = Mikrofon aus
call-unmute = Mikrofon an
call-camera-off = Kamera aus
call-camera-on = Kamera an
call-hang-up = Auflegen
call-trouble-denied = Der Browser gibt Kamera und Mikrofon nicht frei.
call-trouble-dismissed = Sie haben noch nicht gewählt. Versuchen Sie es erneut. Fragt der Browser etwas? Wählen Sie „Zulassen“.
call-trouble-missing = Kein Mikrofon gefunden. Schließen Sie eines an und schalten Sie es ein. Versuchen Sie es dann erneut, oder schreiben Sie weiter.
call-trouble-busy = Ein anderes Programm oder Fenster benutzt die Kamera oder das Mikrofon. Schließen Sie es und versuchen Sie es erneut.
call-trouble-camera-denied = Der Browser gibt die Kamera nicht frei. Sie können mit Ton sprechen.
call-trouble-camera-busy = Ein anderes Programm oder Fenster benutzt die Kamera. Sie können mit Ton sprechen. Möchten Sie doch ein Bild? Schließen Sie das Programm.
call-trouble-no-camera = Es gibt keine Kamera. Sie können mit Ton sprechen.
permission-how = So geben Sie Zugriff:
permission-chromium = Klicken Sie links neben der Adresse auf das Schloss oder das Symbol mit zwei Reglern. Stellen Sie Kamera und Mikrofon auf „Zulassen“.
permission-firefox = Klicken Sie links neben der Adresse auf das Symbol der Kamera oder des Mikrofons. Entfernen Sie die Sperre mit dem Kreuz.
permission-safari-mac = Wählen Sie oben in der Menüleiste „Safari“ und dann „Einstellungen für diese Website“. Stellen Sie Kamera und Mikrofon auf „Erlauben“.
permission-safari-ios = Tippen Sie auf das Symbol neben der Adresse und dann auf „Website-Einstellungen“. Stellen Sie Kamera und Mikrofon auf „Erlauben“.
permission-other-ios = Öffnen Sie die App Einstellungen Ihres Geräts und suchen Sie diesen Browser. Schalten Sie Kamera und Mikrofon ein.
permission-chromium-android = Tippen Sie links neben der Adresse auf das Symbol und dann auf „Berechtigungen“. Erlauben Sie Kamera und Mikrofon.
permission-firefox-android = Tippen Sie links neben der Adresse auf das Schloss. Tippen Sie auf Kamera und Mikrofon, um sie zu erlauben.
permission-system-windows = Hilft das nicht? Öffnen Sie die Einstellungen von Windows, dann „Datenschutz und Sicherheit“. Erlauben Sie dort dem Browser Kamera und Mikrofon.
permission-system-mac = Hilft das nicht? Öffnen Sie die Systemeinstellungen, dann „Datenschutz & Sicherheit“. Schalten Sie den Browser bei Kamera und Mikrofon ein.
permission-system-android = Hilft das nicht? Öffnen Sie die Einstellungen Ihres Geräts, dann Apps, den Browser, Berechtigungen. Erlauben Sie Kamera und Mikrofon.
permission-again = Klicken Sie dann hier auf „Erneut versuchen“. Geht es nicht? Schreiben Sie weiter.
call-speaker = Lautsprecher
call-place-question = Sind Sie an einem ruhigen und sicheren Ort?
call-place-why = Wer in Ihrer Nähe ist, kann mitsehen und mithören. Ist das nicht sicher? Schreiben Sie lieber weiter.
call-place-no = Nein, ich schreibe lieber
call-without-camera = Ohne Kamera
call-with-camera = Mit Kamera
call-blur = Meinen Hintergrund unkenntlich machen
call-warning-muted = Ihr Mikrofon ist aus. Niemand hört Sie.
call-warning-silent = Wir hören nichts von Ihrem Mikrofon. Ist es an Ihrem Gerät ausgeschaltet? Oder wählen Sie ein anderes.
call-talking = Man hört Sie, solange Sie die Leertaste gedrückt halten.
call-talk-hint = Mikrofon aus. Halten Sie die Leertaste gedrückt, um kurz zu sprechen.
call-screen-share = Bildschirm teilen
call-screen-stop = Teilen beenden
call-screen-shared = Sie teilen Ihren Bildschirm. Die anderen sehen alles, was dort steht.
call-screen-shared-staff = Sie teilen Ihren Bildschirm. Die anderen sehen alles, was dort steht: Zeigen Sie keine Daten anderer Menschen.
call-more = Mehr
call-more-label = Weitere Bedienung des Anrufs
call-sound-only = Nur Ton (weniger Daten)
call-sound-wish = Nur Ton. Das verbraucht weniger Daten. Kameras sind nicht zu sehen.
call-sound-offer = Die Verbindung ist schwach. Nur mit Ton verstehen Sie sich besser.
call-sound-accept = Nur mit Ton weitermachen
call-sound-thin = Die Verbindung ist zu schwach für Bilder. Sie machen mit Ton weiter.
call-pictures-again = Wieder mit Bild
call-full = Vollbild
call-full-end = Vollbild beenden
call-small = Kleines Fenster
call-small-end = Kleines Fenster schließen
call-lost-audioinput = { $found ->
    [yes] Ihr Mikrofon wurde getrennt. Sie benutzen jetzt { $name }.
   *[no] Ihr Mikrofon wurde getrennt. Niemand hört Sie. Schließen Sie es wieder an, oder benutzen Sie ein anderes.
}
call-lost-videoinput = { $found ->
    [yes] Ihre Kamera wurde getrennt. Sie benutzen jetzt { $name }.
   *[no] Ihre Kamera wurde getrennt. Die anderen hören Sie noch. Schließen Sie sie wieder an, oder benutzen Sie eine andere.
}
call-lost-other-camera = Kamera einschalten
call-lost-other-microphone = Mikrofon suchen
call-quality-mine-good = Ihre Verbindung: gut
call-quality-mine-fair = Ihre Verbindung: mäßig
call-quality-mine-poor = Ihre Verbindung: schwach
call-quality-theirs-good = Kommt gut an
call-quality-theirs-fair = Kommt mäßig an
call-quality-theirs-poor = Kommt schlecht an
recording-propose = Um eine Aufnahme bitten
recording-question = Dürfen wir diesen Anruf aufnehmen?
recording-what = { $days ->
    [one] Wir nehmen Ton und Bild von allen in diesem Anruf auf. Die Polizei behält die Aufnahme { $days } Tag. Nur wer Ihren Fall bearbeitet, kann sie ansehen. Sie können die Aufnahme jederzeit stoppen.
   *[other] Wir nehmen Ton und Bild von allen in diesem Anruf auf. Die Polizei behält die Aufnahme { $days } Tage. Nur wer Ihren Fall bearbeitet, kann sie ansehen. Sie können die Aufnahme jederzeit stoppen.
}
recording-free = Sie dürfen Nein sagen. Das hat keine Folgen: Der Anruf geht einfach weiter.
recording-agree = Ja, aufnehmen
recording-refuse = Nein, nicht aufnehmen
recording-asked = Die Frage ist gestellt. Noch wird nichts aufgenommen.
recording-running = Dieser Anruf wird aufgenommen
recording-paused = Die Aufnahme macht Pause. Es wird nichts aufgenommen.
recording-paused-by-me = Sie haben die Aufnahme angehalten. Es wird nichts aufgenommen.
recording-newcomer = Die Aufnahme macht Pause: Wer dazugekommen ist, muss zuerst antworten.
recording-pause = Aufnahme anhalten
recording-resume = Weiter aufnehmen
recording-stop = Aufnahme stoppen
recording-withdraw = Frage zurückziehen
log-recording-proposed = { $who ->
    [me] Sie fragen, ob der Anruf aufgenommen werden darf.
   *[other] { $name } fragt, ob der Anruf aufgenommen werden darf.
}
log-recording-answered = { $agreed ->
    [true] { $who ->
        [me] Sie stimmen der Aufnahme zu.
        [citizen] Der Bürger stimmt der Aufnahme zu.
        [guest] Der Gast stimmt der Aufnahme zu.
       *[agent] { $name } stimmt der Aufnahme zu.
    }
   *[false] { $who ->
        [me] Sie möchten lieber keine Aufnahme. Das ist in Ordnung.
        [citizen] Der Bürger möchte lieber keine Aufnahme. Das ist in Ordnung.
        [guest] Der Gast möchte lieber keine Aufnahme. Das ist in Ordnung.
       *[agent] { $name } möchte lieber keine Aufnahme. Das ist in Ordnung.
    }
}
log-recording-started = Die Aufnahme beginnt.
log-recording-paused = { $reason ->
    [newcomer] Die Aufnahme macht Pause: Wer dazugekommen ist, muss zuerst antworten.
   *[asked] { $who ->
        [me] Sie halten die Aufnahme an.
        [citizen] Der Bürger hält die Aufnahme an.
        [guest] Der Gast hält die Aufnahme an.
       *[agent] { $name } hält die Aufnahme an.
    }
}
log-recording-resumed = Die Aufnahme geht weiter.
log-recording-stopped = { $reason ->
    [refused] Die Aufnahme ist gestoppt: Jemand im Anruf möchte nicht aufgenommen werden.
    [failed] Die Aufnahme ist gestoppt: Sie konnte nicht behalten werden. Der Anruf geht weiter.
    [topic] Die Aufnahme ist gestoppt: Anrufe zu diesem Thema dürfen nicht aufgenommen werden.
   *[asked] Die Aufnahme ist gestoppt.
}
log-recording-stored = { $whole ->
    [true] Die Aufnahme ist versiegelt aufbewahrt. Filme: { $films }.
   *[false] Die Aufnahme ist versiegelt aufbewahrt, aber nicht vollständig. Filme: { $films }.
}
log-recording-opened = { $who ->
    [me] Sie sehen die Aufnahme an.
   *[other] { $name } sieht die Aufnahme an.
}
log-recording-held = { $held ->
    [true] { $who ->
        [me] Sie behalten die Aufnahme länger.
       *[other] { $name } behält die Aufnahme länger.
    }
   *[false] { $who ->
        [me] Sie behalten die Aufnahme nicht mehr länger.
       *[other] { $name } behält die Aufnahme nicht mehr länger.
    }
}
log-recording-erased = Die Aufnahme ist gelöscht. Niemand kann sie mehr ansehen.

## A photo in a call

photo-ask = Um ein Foto bitten
photo-ask-of = Ein Foto wovon?
photo-purpose = { $purpose ->
    [identity_card] Personalausweis
    [damage] Schaden
   *[other] Etwas anderes
}
photo-standing-asked = Sie haben um ein Foto gebeten. Es gibt noch keine Antwort.
photo-standing-agreed = Der Bürger macht das Foto.
photo-standing-taken = Das Foto ist angekommen. Sie finden es bei der Anzeige.
photo-standing-declined = Der Bürger schickt lieber kein Foto. Das ist in Ordnung.
photo-withdraw = Bitte um ein Foto zurückziehen
photo-question = { $purpose ->
    [identity_card] Möchten Sie ein Foto Ihres Personalausweises machen?
    [damage] Möchten Sie ein Foto des Schadens machen?
   *[other] Möchten Sie ein Foto von dem machen, was Sie zeigen?
}
photo-what = Sie machen das Foto selbst, sehen es zuerst an und entscheiden dann, ob Sie es schicken. Es kommt zu Ihrer Anzeige. Nur wer Ihren Fall bearbeitet, kann es sehen.
photo-cover = Verdecken Sie mit dem Finger, was der Beamte nicht braucht. Sie sind nicht sicher? Fragen Sie zuerst.
photo-agree = Ja, Foto machen
photo-refuse = Nein, kein Foto
photo-seen = { $seen ->
    [yes] Die anderen im Anruf sehen, was Ihre Kamera sieht.
   *[no] Nur Sie sehen dieses Bild.
}
photo-live = Was Ihre Kamera sieht
photo-take = Foto machen
photo-taking = Das Foto wird gemacht. Bitte kurz stillhalten.
photo-other-camera = Andere Kamera
photo-cancel = Doch kein Foto
photo-review = Ist alles gut zu sehen? Nur dieses Foto wird geschickt.
photo-own = Das Foto, das Sie gemacht haben
photo-retake = Noch einmal machen
photo-send = Foto schicken
photo-sending = Das Foto wird geschickt.
photo-sent = Das Foto wurde geschickt.
photo-trouble-camera = Die Kamera gibt kein Bild. Schließen Sie andere Programme, die die Kamera benutzen, oder wählen Sie eine andere Kamera.
photo-trouble-take = Das Foto hat nicht geklappt. Versuchen Sie es noch einmal.
photos-title = Fotos
photo-title = { $purpose ->
    [identity_card] Foto des Personalausweises
    [damage] Foto des Schadens
   *[other] Foto
}
photo-facts = { $width } × { $height } Bildpunkte, { $size } kB
photo-open = Größer ansehen
photo-loading = Das Foto wird geladen.
photo-again = Foto noch einmal laden
photo-remove = Foto entfernen
photo-remove-sure = Das Foto wird gelöscht. Danach kann es niemand mehr sehen.
log-photo-asked = { $who ->
    [me] { $purpose ->
        [identity_card] Sie bitten um ein Foto des Personalausweises.
        [damage] Sie bitten um ein Foto des Schadens.
       *[other] Sie bitten um ein Foto.
    }
   *[agent] { $purpose ->
        [identity_card] { $name } bittet um ein Foto des Personalausweises.
        [damage] { $name } bittet um ein Foto des Schadens.
       *[other] { $name } bittet um ein Foto.
    }
}
log-photo-declined = { $who ->
    [me] Sie schicken lieber kein Foto. Das ist in Ordnung.
   *[citizen] Der Bürger schickt lieber kein Foto. Das ist in Ordnung.
}
log-photo-taken = { $who ->
    [me] { $purpose ->
        [identity_card] Sie schicken ein Foto des Personalausweises ({ $size } kB).
        [damage] Sie schicken ein Foto des Schadens ({ $size } kB).
       *[other] Sie schicken ein Foto ({ $size } kB).
    }
   *[citizen] { $purpose ->
        [identity_card] Der Bürger schickt ein Foto des Personalausweises ({ $size } kB).
        [damage] Der Bürger schickt ein Foto des Schadens ({ $size } kB).
       *[other] Der Bürger schickt ein Foto ({ $size } kB).
    }
}
log-photo-erased = { $who ->
    [me] Sie entfernen ein Foto. Niemand kann es mehr sehen.
    [desk] Ein Foto ist gelöscht. Niemand kann es mehr sehen.
   *[agent] { $name } entfernt ein Foto. Niemand kann es mehr sehen.
}
