# What an agent reads at the console.

## Titles

console-title = Konsole · Onlineloket
console-title-count = ({ $count }) { $waiting ->
    [0] { $unread } ungelesen
   *[other] { $waiting } wartend
} · Onlineloket
skip-to-waiting = Zu den wartenden Gesprächen
skip-to-conversation = Zum Gespräch

## Signing in

sign-in-login = Benutzername
sign-in-password = Passwort
sign-in-go = Anmelden
sign-in-ended = Ihre Anmeldung ist beendet. Melden Sie sich neu an. Was Sie gerade geschrieben haben, ist gespeichert.
sign-out = Abmelden
sign-out-title = Möchten Sie sich abmelden?
sign-out-open = { $count ->
    [0] Sie haben keine offenen Gespräche.
    [one] Sie haben noch { $count } offenes Gespräch. Wenn Sie gehen, bekommt es ein Kollege. Was Sie nicht gesendet haben, geht verloren.
   *[other] Sie haben noch { $count } offene Gespräche. Wenn Sie gehen, bekommt sie ein Kollege. Was Sie nicht gesendet haben, geht verloren.
}

## Sound

sound-test = Ton testen
sound-on = Ton einschalten
sound-off = Ton ausschalten

## Who waits, and my team

sidebar-label = Gespräche und Kollegen
sidebar-tools = Werkzeuge
connecting = Verbindung wird aufgebaut…
availability-on = Verfügbar
availability-off = Nicht verfügbar
trouble-close = Meldung schließen
waiting-title = Wartend
waiting-empty = Niemand wartet.
waiting-count = { $count ->
    [0] Niemand wartet.
    [one] { $count } Gespräch wartet.
   *[other] { $count } Gespräche warten.
}
waiting-take = Nehmen
waiting-take-this = Nehmen: { $topic }, wartet seit { $minutes } Min.
waiting-gone = Weg
waiting-too-long = Wartet zu lange
minutes = { $minutes ->
    [0] < 1 Min.
   *[other] { $minutes } Min.
}
topic-unknown = Thema noch nicht bekannt
urgency-routine = Normal
urgency-priority = Vorrang
urgency-emergency = Gefahr
queue-more = { $count ->
    [one] { $count } weiteres Gespräch steht hier nicht.
   *[other] { $count } weitere Gespräche stehen hier nicht.
}
team-title = Bei Kollegen
team-empty = Kollegen haben keine Gespräche.
colleagues-title = Kollegen
colleague-accepting = { $load ->
    [0] nimmt Gespräche an
    [one] nimmt Gespräche an, hat { $load }
   *[other] nimmt Gespräche an, hat { $load }
}
colleague-away = { $load ->
    [0] nimmt keine Gespräche an
    [one] nimmt keine neuen Gespräche an, hat { $load }
   *[other] nimmt keine neuen Gespräche an, hat { $load }
}

## My conversations

tabs-label = Meine Gespräche
tab-unread = { $count } neu
tab-looking = Nur lesen
tab-closed = Geschlossen
tab-call = Im Anruf
tab-draft = Es gibt einen Entwurf
tab-put-away = Vom Bildschirm nehmen
nobody-accepting = { $count ->
    [0] Niemand wartet. Sie hören einen Ton, wenn jemand kommt.
    [one] { $count } Gespräch wartet auf eine Person.
   *[other] { $count } Gespräche warten auf eine Person.
}
nobody-away = { $count ->
    [0] Sie nehmen gerade keine Gespräche an. Niemand wartet.
    [one] Sie nehmen gerade keine Gespräche an. { $count } Gespräch wartet.
   *[other] Sie nehmen gerade keine Gespräche an. { $count } Gespräche warten.
}

## The conversation in front

conversation-label = Gespräch
conversation-log = Nachrichten und Notizen
conversation-since = seit { $time }
conversation-sensitive = Sensibles Thema
emergency-shown = Dem Bürger wurden die Notrufnummern 112 und 101 gezeigt.
emergency-asked = Der Bürger wurde gefragt, ob es jetzt geschieht.
doings-label = Aktionen in diesem Gespräch
not-mine-closed = Dieses Gespräch ist geschlossen. Sie können noch eine Notiz schreiben.
not-mine-waiting = Dieses Gespräch wartet. Sie lesen mit; der Bürger sieht Sie nicht.
not-mine-colleague = Ein Kollege hat dieses Gespräch. Sie lesen mit; der Bürger sieht Sie nicht.
not-mine-in-call = Ein Kollege hat dieses Gespräch. Sie nehmen teil, solange der Anruf dauert.

## Writing

writing-modes = Antwort oder Notiz
reply-label = Antwort an den Bürger, auf { $language }
reply-placeholder = Antworten Sie auf { $language }
note-label = Interne Notiz
note-placeholder = Schreiben Sie eine Notiz für Ihre Kollegen
note-hint = Interne Notiz: Der Bürger sieht sie nicht.
answers-title = Fertige Antworten
answers-search = Fertige Antwort suchen
answers-language = Der Text ist auf { $language }, der Sprache des Bürgers.
answers-found = { $count ->
    [one] { $count } Antwort gefunden
   *[other] { $count } Antworten gefunden
}
answers-none = Keine Antwort gefunden. Suchen Sie mit anderen Wörtern.
answers-use = Verwenden
answers-use-this = Verwenden: { $name }
answer-picked = Gewählt: { $name }. Drücken Sie Enter, um den Text einzufügen.

## What is known about it

panel-label = Über dieses Gespräch
panel-details = Angaben
panel-report = Anzeige
panel-answers = Antworten
panel-toggle = Angaben
panel-close = Angaben schließen
need-title = Worum es geht
need-topic = Thema
need-neighbourhood = Viertel
need-languages = Sprache der Antwort
need-urgency = Dringlichkeit
need-none = Noch nicht bekannt
need-video = Möchte einen Videoanruf
who-title = Wer und wo
fact-language = Sprache
fact-site = Kommt von
fact-own-page = der Seite des Schalters
fact-team = Team
findings-title = Was die digitale Assistenz fand
finding-answer = Antwort gegeben
finding-clarify = Nachgefragt
finding-handover = An eine Person weitergegeben
finding-emergency = Mögliche Gefahr
finding-form = Formular gefragt
finding-greet = Begrüßt
finding-wait = Gewartet
finding-message = Nachricht { $number }

## The report

report-none = In diesem Gespräch gibt es keine Anzeige.
report-start = Anzeige beginnen
report-start-another = Noch eine Anzeige beginnen
report-offer = Bürger um Bestätigung bitten
report-offer-again = Erneut bitten
report-offered = Der Bürger liest die Anzeige. Hier sehen Sie, was er verbessert.
report-filed = Eingereicht und gespeichert. Zeichen:
paper-pdf = PDF
paper-json = Daten (JSON)
pv-label = Nummer des Protokolls
pv-help = Tragen Sie es ein, sobald es bekannt ist, zum Beispiel ME.18.L1.012345/2026.
pv-keep = Speichern
pv-malformed = Diese Nummer stimmt nicht. Schreiben Sie sie wie ME.18.L1.012345/2026.

## Handing over and closing

dialog-cancel = Abbrechen
transfer-title = Gespräch weitergeben
transfer-in-call = Der Anruf geht weiter. Der Bürger bleibt im Anruf und wartet auf Ihre Kollegin oder Ihren Kollegen.
transfer-team = An ein Team
transfer-colleague = An einen Kollegen
transfer-no-colleague = Kein anderer Kollege nimmt gerade Gespräche an.
transfer-remark = Warum
transfer-remark-help = Ihr Kollege liest das. Der Bürger sieht es nicht.
transfer-choose = Wählen Sie ein Team oder einen Kollegen.
transfer-go = Weitergeben
team-police = Polizei
team-prevention = Prävention
team-open = jetzt offen
team-closed = jetzt geschlossen
finish-title = Gespräch schließen
finish-outcome = Wie ging es aus?
finish-remark = Bemerkung für die Akte
finish-choose = Wählen Sie, wie das Gespräch ausging.
finish-unfiled = Es gibt eine Anzeige, die der Bürger noch nicht bestätigt hat. Nach dem Schließen geht das nicht mehr.
finish-go = Gespräch schließen

## What can be done from anywhere

action-take-next = Nächstes nehmen
action-accept = Gespräche annehmen
action-stop-accepting = Keine Gespräche mehr annehmen
action-tab-1 = Zum ersten Gespräch
action-tab-2 = Zum zweiten Gespräch
action-tab-3 = Zum dritten Gespräch
action-tab-4 = Zum vierten Gespräch
action-reply = Antwort
action-note = Notiz
action-waiting = Zu den wartenden Gesprächen
action-log = Zu den Nachrichten
action-details = Angaben zeigen
action-report = Anzeige zeigen
action-answers = Fertige Antworten
action-call = Videoanruf
action-emergency = 112 und 101 zeigen
action-transfer = Weitergeben
action-finish = Abschließen
action-palette = Alles suchen
action-keys = Tasten
key-control = Strg
keys-enter = Senden
keys-shift-enter = Neue Zeile
keys-slash = Fertige Antwort suchen (am Anfang einer Antwort)
palette-search = Aktion, Gespräch oder Kollegen suchen
palette-found = Gefunden
palette-count = { $count ->
    [0] Nichts gefunden. Suchen Sie mit anderen Wörtern.
    [one] { $count } gefunden
   *[other] { $count } gefunden
}
palette-open = offenes Gespräch
palette-waiting = wartet
palette-team = bei
palette-transfer-to = Weitergeben an { $name }

## Who is in the call

call-people = Wer teilnimmt
call-person-invited = { $who ->
    [guest] Dolmetscher: der Link wurde noch nicht benutzt
   *[agent] { $name }: gefragt
}
call-person-waiting = { $named ->
    [yes] { $name } (Dolmetscher) wartet auf Einlass.
   *[no] Ein Dolmetscher wartet auf Einlass.
}
call-person-in = { $who ->
    [guest] Dolmetscher { $name }
   *[agent] { $name }
}
call-admit = Einlassen
call-hand-over = An { $name } weitergeben
call-remove-invited = Zurückziehen
call-remove-waiting = Nicht einlassen
call-remove-in = Aus dem Anruf nehmen
call-ask-colleague = Kollegin oder Kollege
call-ask = Dazubitten
call-ask-interpreter = Dolmetscher einladen
call-link = Link für den Dolmetscher
call-link-help = Gilt einmal und eine Stunde lang. Sie lassen den Dolmetscher selbst ein.
call-link-copy = Kopieren
call-link-copied = Kopiert
call-invited = { $name } bittet Sie in einen Anruf.
call-not-now = Jetzt nicht
call-show = Gespräch zeigen
recordings-title = Aufnahmen
recording-list-asked = Gefragt, noch keine Antwort
recording-list-running = Läuft jetzt
recording-list-paused = Macht Pause
recording-list-stopped = Wird vorbereitet. Das dauert einen Moment.
recording-list-stored = Aufbewahrt bis { $until }
recording-list-held = Aus einem rechtlichen Grund aufbewahrt
recording-list-erased = Gelöscht
recording-list-refused = Abgelehnt
recording-list-lapsed = Nicht beantwortet
recording-watch = Aufnahme ansehen
recording-watch-logged = Dass Sie diese Aufnahme öffnen, ist notiert: wer und wann.
recording-player = Aufnahme vom { $when }
recording-play = Abspielen
recording-halt = Pause
recording-place = Stelle in der Aufnahme
recording-film-camera = Kamera von { $name }
recording-film-screen = Bildschirm von { $name }
recording-film-sound = Ton von { $name }
recording-film-unknown = jemand anderem
recording-digest = Prüfzahl (SHA-256): { $digest }
recording-hold = Aus einem rechtlichen Grund länger aufbewahren
recording-release = Nicht länger aufbewahren
recording-hold-reason = Warum? Das steht danach im Protokoll der Mitarbeiter.
