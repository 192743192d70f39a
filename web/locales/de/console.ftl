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
tab-unread = { $more ->
    [true] mindestens { $count } neu
   *[false] { $count } neu
}
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
findings-earlier = Frühere Erkenntnisse anzeigen
finding-answer = Antwort gegeben
finding-clarify = Nachgefragt
finding-handover = An eine Person weitergegeben
finding-emergency = Mögliche Gefahr
finding-form = Formular gefragt
finding-greet = Begrüßt
finding-wait = Gewartet
finding-message = Nachricht { $number }

## Wie die digitale Assistenz geantwortet hat

why-show = Warum das?
why-greet = Das Gespräch begann, also hat sie gegrüßt.
why-chosen = Der Bürger nahm eine der angebotenen Antworten. Es gab nichts zu raten.
why-unknown = Sie hat kein Thema erkannt.
why-nearest = Sie hat kein Thema erkannt. Am nächsten: { $topics }.
why-topic = Sie verstand „{ $topic }“ und war zu { $percent } % sicher.
why-others = Sie dachte auch an: { $topics }.
why-language = { $sure ->
    [yes] Sie las das als { $language }.
   *[no] Sie las das als { $language }, war aber nicht sicher.
}
why-danger = { $tier ->
    [1] Sie sah eine Gefahr, die jetzt besteht.
   *[2] Sie sah eine mögliche Gefahr.
}
why-reply-helped = Der Bürger sagte, dass die Antwort davor geholfen hat.
why-reply-not_helped = Der Bürger sagte, dass die Antwort davor nicht geholfen hat.
why-reply-chose_topic = Der Bürger wählte das Thema.
why-reply-none_of_these = Der Bürger sagte, dass keines der Themen passt.
why-reply-asked_person = Der Bürger fragte nach einer Person.
why-did-answer = Das war genug, um den Text der Zone zu geben.
why-did-clarify = Das war nicht genug für eine Antwort, also hat sie nachgefragt.
why-did-handover = Sie hat eine Person gerufen.
why-did-emergency = Deshalb zeigte sie 112 und 101 oder fragte, ob es jetzt geschieht.
why-did-form = Sie machte mit den Fragen des Formulars weiter.
why-did-greet = Sie hat gegrüßt.
why-did-wait = Sie wartete, was der Bürger sagt.
why-handover = { $reason ->
    [requested] Sie rief eine Person, weil der Bürger das wollte oder eine andere Sprache spricht.
    [emergency] Sie rief eine Person, weil Gefahr bestehen kann.
    [sensitive] Sie rief eine Person, weil das Thema heikel ist.
    [form] Sie rief eine Person, weil die Fragen des Formulars beantwortet sind.
   *[unsure] Sie rief eine Person, weil sie nicht sicher genug war.
}
why-answer = Text: „{ $topic }“, Fassung { $version }.
why-technical = Für die Akte: alle Schritte und Zahlen
mark-open = Als falsch markieren
mark-title = Was ist an dieser Antwort falsch?
mark-about = Ihre Kollegen sehen das, der Bürger nicht. Eine Leitung schaut es sich an.
mark-reason = Was ist falsch?
mark-wrong_topic = Es geht um etwas anderes
mark-wrong_text = Was da steht, stimmt nicht oder nicht mehr
mark-unclear = Dieser Bürger kann es nicht verstehen
mark-should_hand_over = Eine Person hätte übernehmen müssen
mark-missed_danger = Sie hat die Gefahr nicht gesehen
mark-topic = Worum hätte es gehen müssen?
mark-choose = Wählen Sie, was falsch ist.
mark-go = Als falsch markieren
mark-take-back = Zurücknehmen
marked = Als falsch markiert: { $reason }.

## Ein früherer Kontakt

contact-earlier = Früherer Kontakt
contact-unknown = Niemand hat gesagt, dass dieser Bürger schon hier war. Der Schalter erkennt niemanden wieder.
contact-open = Der Bürger war schon hier
contact-title = Welches Gespräch war es?
contact-about = Fragen Sie zuerst den Bürger. Sie sehen, wann ein Gespräch war und worum es ging, nicht was gesagt wurde.
contact-reference = Referenz einer Anzeige
contact-find = Suchen
contact-found = { $count ->
    [0] Nichts gefunden in den sieben Tagen davor. Suchen Sie mit der Referenz einer Anzeige.
    [one] { $count } Gespräch gefunden
   *[other] { $count } Gespräche gefunden
}
contact-by-bot = von der digitalen Assistenz geschlossen
contact-by-person = mit einer Person
contact-by-nobody = beendet, bevor jemand half
contact-choose = Wählen Sie ein Gespräch.
contact-go = Das ist es
contact-take-back = Zurücknehmen

## Wie die digitale Assistenz arbeitet, für die Leitung

review-title = Wie die digitale Assistenz arbeitet
review-back = Zurück zu den Gesprächen
review-period = Zeitraum
review-days = { $days ->
    [365] Das letzte Jahr
   *[other] Die letzten { $days } Tage
}
review-language = Sprache
review-language-all = Alle Sprachen
review-all = Alle
review-others = Andere Sprachen
review-caption = { $days ->
    [365] Das letzte Jahr in Zahlen
   *[other] Die letzten { $days } Tage in Zahlen
}
review-nothing = In diesem Zeitraum wurde der digitalen Assistenz nichts gesagt.
review-conversations = Gespräche, in denen der Bürger etwas sagte
review-by_bot = von der digitalen Assistenz geschlossen, ohne Person
review-by_bot_recontact = nach denen der Bürger binnen sieben Tagen wiederkam
review-utterances = Nachrichten in eigenen Worten des Bürgers
review-unanswered = ohne Antwort
review-not_helped = mit einer Antwort, die nicht half
review-wrong = mit einer Antwort, die Kollegen als falsch markierten
review-missed_danger = davon Gefahr, die nicht gesehen wurde
review-recontact = nach der Antwort kam der Bürger binnen sieben Tagen wieder
review-known = „Wiederkommen“ zählt nur, was ein Bürger oder ein Kollege gesagt hat. Der Schalter folgt niemandem, die wahre Zahl ist also höher.
review-list = Nachrichten zum Ansehen
review-list-about = Sie lesen, was Bürger gesagt haben: Der Schalter hält das fest.
review-list-empty = Es gibt nichts anzusehen.
review-more = Mehr zeigen
review-cause = Warum
review-cause-any = Aus jedem Grund
cause-unanswered = Keine Antwort
cause-not_helped = Half nicht
cause-wrong = Als falsch markiert
cause-recontact = Kam binnen sieben Tagen wieder
utterance-none = Der Bürger hatte noch nichts gesagt.
utterance-marked = Als falsch markiert: { $reason }.
utterance-right = Es hätte um „{ $topic }“ gehen müssen.
utterance-look = Gespräch ansehen
lesson-title = Lernstoff
lesson-text = Text zum Lernen
lesson-help = Nehmen Sie Namen, Orte und alles weg, was auf jemanden hinweist. „…“ steht, wo der Schalter etwas weggenommen hat.
lesson-topic = Thema
lesson-topic-none = Wählen Sie ein Thema
lesson-elsewhere = Nicht für diesen Schalter
lesson-emergency = Gefahr jetzt
lesson-language = Sprache des Textes
lesson-add = Hinzufügen
lesson-change = Ändern
lesson-remove = Wegnehmen
lesson-choose = Wählen Sie ein Thema.
lesson-kept = Im Lernstoff: { $topic }
lessons-kept = { $count ->
    [0] Es wird nichts mehr zum Lernen behalten.
    [one] { $count } Text wird zum Lernen behalten. Jemand liest ihn nach, bevor die digitale Assistenz daraus lernt. Ordner:
   *[other] { $count } Texte werden zum Lernen behalten. Jemand liest sie nach, bevor die digitale Assistenz daraus lernt. Ordner:
}

## The report

report-none = In diesem Gespräch gibt es keine Anzeige.
report-start = Anzeige beginnen
report-start-another = Noch eine Anzeige beginnen
report-offer = Bürger um Bestätigung bitten
report-offer-again = Erneut bitten
report-offered = Der Bürger liest die Anzeige. Hier sehen Sie, was er verbessert.
report-filed = Eingereicht und gespeichert. Zeichen:
paper-pdf = Anzeige (PDF)
paper-certificate = Bescheinigung (PDF)
paper-json = Daten (JSON)
pv-label = Nummer des Protokolls
pv-help = Tragen Sie es ein, sobald es bekannt ist, zum Beispiel ME.18.L1.012345/2026.
pv-keep = Speichern
pv-malformed = Diese Nummer stimmt nicht. Schreiben Sie sie wie ME.18.L1.012345/2026.

## Handing over and closing

dialog-cancel = Abbrechen
parting-unsent = Etwas, das Sie geschrieben haben, ist noch nicht gesendet oder gespeichert. Warten Sie kurz und versuchen Sie es noch einmal, oder sehen Sie im Gespräch und in der Anzeige nach, was damit ist.
parting-unsettled = In der Anzeige steht etwas von Ihnen, das nicht gespeichert ist. Sehen Sie die Anzeige zuerst durch. Sonst geht es verloren.
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
action-review = Wie die digitale Assistenz arbeitet
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
recording-film-failed = Der Film kann nicht geladen werden. Schließen Sie dieses Fenster und öffnen Sie die Aufnahme noch einmal.
recording-no-films = Aus dieser Aufnahme konnte kein Film gemacht werden. Was versiegelt ist, wird aufbewahrt. Bitten Sie die Verwaltung des Schalters um Hilfe.
recording-digest = Prüfzahl (SHA-256): { $digest }
recording-hold = Aus einem rechtlichen Grund länger aufbewahren
recording-release = Nicht länger aufbewahren
recording-hold-reason = Warum? Das steht danach im Protokoll der Mitarbeiter.
photo-logged = Dass Sie dieses Foto ansehen, wird festgehalten: wer und wann.
photos-unfiled = Fotos ohne Anzeige
photos-unfiled-help = Sie kommen zur nächsten Anzeige, die Sie beginnen.
