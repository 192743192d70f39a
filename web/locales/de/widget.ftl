# What only the citizen reads: the widget, the full page and the button on other sites.

## The button on other sites. The loader holds these words itself; a test compares.

loader-open = Polizei online
loader-close = Schließen
loader-new = neu

## The top of the screen

citizen-own-window = In einem eigenen Fenster öffnen
citizen-put-away = Schließen. Ihr Gespräch bleibt gespeichert
citizen-urgent-label = Dringende Hilfe
citizen-urgent = Dringend? Wählen Sie
citizen-call = { $number } anrufen
citizen-exit = Diese Seite sofort verlassen
citizen-exit-label = Schnell weg
citizen-exit-what = Was macht dieser Knopf?
citizen-exit-about = Sie kommen sofort auf eine andere Seite. Wir löschen Ihr Gespräch in diesem Browser. Den Verlauf Ihres Browsers können wir nicht löschen.
citizen-exit-keys = Dreimal die Umschalttaste macht dasselbe.

## Before the first word

citizen-welcome = Wie können wir Ihnen helfen?
citizen-welcome-who = Zuerst antwortet ein digitaler Assistent. Das ist ein Computer. Sie können immer nach einem Menschen fragen.
citizen-doors = Wählen Sie, was am besten passt
citizen-welcome-type = Oder schreiben Sie unten, was passiert ist.

## How the conversation stands

citizen-with-bot = Sie sprechen mit dem digitalen Assistenten.
citizen-with-agent = Sie sprechen mit { $name }, { $role }.
citizen-waiting = Sie sind Nummer { $position } in der Reihe.
citizen-waiting-minutes = Sie sind Nummer { $position } in der Reihe. Sie warten etwa { $least ->
    [0] { $most ->
        [one] { $most } Minute
       *[other] { $most } Minuten
    }
   *[other] { $least } bis { $most } Minuten
}.
citizen-nobody-now = Im Moment ist niemand frei. Sie bleiben in der Reihe.
citizen-person-please = Einen Menschen, bitte
citizen-other-ways = Andere Wege
citizen-log = Ihr Gespräch

## Writing, and the options

citizen-write = Ihre Nachricht
citizen-write-here = Nachricht schreiben
citizen-options = Optionen
citizen-transcript = Das Gespräch als Datei speichern
citizen-end = Das Gespräch beenden
citizen-end-sure = Möchten Sie aufhören? Danach können Sie in diesem Gespräch nichts mehr schreiben.
citizen-end-yes = Ja, beenden
citizen-end-no = Nein, weitermachen
citizen-keep-on-device = Dieses Gespräch auf diesem Gerät behalten
citizen-kept-in-tab = Ihr Gespräch bleibt gespeichert, bis Sie diesen Tab schließen.
citizen-kept-on-device = Sie können später auf diesem Gerät weitermachen. Wer dieses Gerät benutzt, kann Ihr Gespräch lesen.
citizen-kept-in-memory = Ihr Browser behält dieses Gespräch nicht. Es ist weg, wenn Sie die Seite schließen oder neu laden.
citizen-understood = Verstanden
citizen-expires = Dieses Gespräch schließt in { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}. Möchten Sie weitermachen?
citizen-expires-go-on = Ja, ich möchte weitermachen
citizen-numbers = Nützliche Nummern
citizen-privacy = Ihre Daten und Ihre Rechte
citizen-accessibility = Barrierefreiheit

## After the end

citizen-ended = Das Gespräch ist beendet
citizen-ended-about = Speichern Sie jetzt, was Sie brauchen. Wir löschen das Gespräch in diesem Browser, wenn Sie die Seite schließen.
citizen-rate = Wie war unsere Hilfe?
citizen-rate-score = { $score ->
    [1] 1 · sehr schlecht
    [2] 2 · schlecht
    [3] 3 · mittel
    [4] 4 · gut
   *[5] 5 · sehr gut
}
citizen-rate-comment = Möchten Sie etwas dazu sagen? (freiwillig)
citizen-rate-choose = Wählen Sie zuerst eine Zahl.
citizen-rate-send = Meinung senden
citizen-rated = Danke für Ihre Meinung.
citizen-start-over = Ein neues Gespräch beginnen
citizen-go-on = Zum selben Thema weitermachen
citizen-go-on-about = Machen Sie zum selben Thema weiter? Dann sehen unsere Mitarbeiter, dass dieses Gespräch davor war.
citizen-unsent = Das wurde nicht gesendet. Sie finden es in Ihrem neuen Gespräch:
citizen-unsent-ended = Nicht alles wurde gesendet. Den Rest finden Sie in Ihrem neuen Gespräch.
citizen-lost = { $loss ->
    [quick_exit] Dieses Gespräch ist geschlossen und gelöscht.
    [ticket_used] Dieser Link wurde schon benutzt oder ist zu alt. Gehen Sie zurück zum ersten Fenster, oder beginnen Sie neu.
   *[expired] Dieses Gespräch ist zu alt und kann nicht weitergehen. Sie können ein neues beginnen.
}

## The report

citizen-panes = Was Sie sehen
citizen-pane-talk = Gespräch
citizen-pane-report = Anzeige
citizen-pane-report-offered = Anzeige: bitte lesen
citizen-report-state = { $state ->
    [draft] Sie füllen das mit unserem Kollegen zusammen aus. Sie können alles verbessern.
    [offered] Lesen Sie alles. Stimmt etwas nicht? Verbessern Sie es. Danach bestätigen Sie.
   *[filed] Ihre Anzeige ist gespeichert.
}
citizen-report-reference = Referenz
citizen-report-pv = Nummer des Protokolls
citizen-report-paper = Die Anzeige speichern (PDF)
citizen-report-certificate = Die Bescheinigung speichern (PDF)
citizen-report-certificate-about = Zum Vorzeigen bei Versicherung oder Arbeitgeber. Darin steht nicht, was passiert ist.
citizen-rights = Ihre Rechte bei einer Aussage
citizen-report-confirm = Ich bestätige diese Anzeige
citizen-report-confirm-about = Sie bestätigen, was oben steht. Danach können Sie es hier nicht mehr ändern. Sie müssen nicht unterschreiben.

## A call

citizen-rather-call = Lieber ein Videoanruf?
citizen-call-other = Ihr Gegenüber
citizen-call-own-window = Auf dieser Seite dürfen wir Ihre Kamera und Ihr Mikrofon nicht benutzen. Öffnen Sie den Schalter in einem eigenen Fenster. Ihr Gespräch geht dort weiter.
