# Pages that the desk sends whole.

page-skip = Zum Text
page-languages = Sprache
page-language-nl = Nederlands
page-language-fr = Français
page-language-en = English
page-language-de = Deutsch
page-to-desk = Zum Schalter
page-urgent = Dringend? Rufen Sie an.
page-console-title = Konsole
page-join-title = Anruf
page-without-script = Dieser Schalter braucht JavaScript. Ihr Browser erlaubt das jetzt nicht. Schalten Sie JavaScript ein, oder benutzen Sie eine dieser Nummern.

## When something goes wrong

page-error-missing = Diese Seite gibt es nicht
    .about = Prüfen Sie die Adresse, oder beginnen Sie neu beim Schalter.
page-error-forbidden = Das ist hier nicht erlaubt
    .about = Sie dürfen diese Seite nicht sehen.
page-error-sign-in = Sie sind nicht angemeldet
    .about = Melden Sie sich an der Konsole an und öffnen Sie die Seite neu.
page-error-over = Dieser Link gilt nicht mehr
    .about = Der Link gilt nur einmal und nur eine Minute. Fordern Sie im Gespräch einen neuen an.
page-error-busy = Einen Moment
    .about = Das geht gerade nicht. Nichts ist verloren. Versuchen Sie es gleich noch einmal.
page-error-fault = Etwas ging schief
    .about = Das ist unser Fehler. Versuchen Sie es gleich noch einmal.

## The console on an address where browsers keep no sign-in

page-insecure-title = Unter dieser Adresse können Sie sich nicht anmelden
page-insecure-why = Sie haben die Konsole unter { $address } geöffnet. Unter dieser Adresse kann jemand mitlesen. Ihr Browser behält Ihre Anmeldung deshalb nicht.
page-insecure-then = Es gibt zwei Möglichkeiten:
page-insecure-here = Arbeiten Sie auf dem Computer, auf dem der Schalter läuft? Öffnen Sie dann:
page-insecure-https = Arbeiten Sie auf einem anderen Computer? Dann ist eine Adresse mit https nötig. Der Verwalter stellt diese Adresse ein mit

## Accessibility statement

page-accessibility-title = Barrierefreiheit
accessibility-aim = { $zone } will, dass jeder den Schalter benutzen kann. Wir folgen der Norm EN 301 549 und den Richtlinien WCAG 2.2, Stufe AA.
accessibility-can-title = Was Sie tun können
accessibility-can-keyboard = Sie können alles mit der Tastatur bedienen.
accessibility-can-reader = Ein Bildschirmleser liest neue Nachrichten vor und sagt, wer sie geschrieben hat.
accessibility-can-size = Sie können den Text vergrößern. Nichts geht dabei verloren.
accessibility-can-colour = Farbe ist nie das einzige Zeichen. Es gibt eine dunkle Ansicht und eine Ansicht mit viel Kontrast.
accessibility-can-motion = Fast nichts bewegt sich. Wer Bewegung ausschaltet, sieht keine.
accessibility-can-time = Sie haben Zeit. Ein Formular verschwindet nicht, während Sie nachdenken.
accessibility-can-text = Sie müssen nie anrufen oder sich zeigen. Sie dürfen immer tippen, auch während eines Videogesprächs.
accessibility-can-live = In einem Videogespräch können die anderen mitlesen, während Sie tippen. Benutzen Sie Gebärdensprache? Eine Taste zeigt, dass Sie gerade sprechen.
accessibility-not-title = Was noch nicht geht
accessibility-not-captions = In einem Videogespräch gibt es keine Untertitel. Sie können darum bitten, zu tippen.
accessibility-not-language = Der digitale Assistent spricht Niederländisch, Französisch, Englisch und Deutsch. Für andere Sprachen fragen Sie nach einem Menschen.
accessibility-not-sign = Wir bieten selbst keinen Dolmetscher für Gebärdensprache an.
accessibility-checked-title = Wie wir prüfen
accessibility-checked = Bei jeder Änderung vergleicht ein Programm alle Bildschirme mit den Richtlinien. Es findet nicht alles. Menschen mit Behinderung haben diesen Schalter noch nicht getestet.
accessibility-tell-title = Geht etwas nicht?
accessibility-tell = Sagen Sie es uns. In einem Gespräch, oder auf einem dieser Wege:
accessibility-complain = Sind Sie mit unserer Antwort nicht zufrieden? Dann können Sie sich an den Ombudsdienst wenden.

## Privacy

page-privacy-title = Ihre Daten
privacy-who = { $zone } ist verantwortlich für die Daten in diesem Schalter.
privacy-kept-title = Was wir aufbewahren
privacy-kept-talk = Was Sie und wir im Gespräch schreiben, mit Datum und Uhrzeit.
privacy-kept-report = Die Anzeige, die Sie ausfüllen und bestätigen.
privacy-kept-call = Von einem Videogespräch: wann es begann und endete.
privacy-kept-recording = Die Aufnahme eines Videogesprächs, nur wenn alle im Gespräch ja gesagt haben. Wir löschen sie nach { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
}, außer wenn wir sie aus einem rechtlichen Grund länger behalten müssen.
privacy-kept-no-recording = Wir nehmen Bild und Ton eines Videogesprächs nicht auf.
privacy-kept-photo = Ein Foto, das Sie aufgenommen haben, weil ein Beamter darum bat. Gehört es nicht zu einer Anzeige, die Sie bestätigt haben? Dann löschen wir es nach { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
}.
privacy-kept-looks = Welcher Mitarbeiter Ihr Gespräch oder Ihre Anzeige gesehen oder geändert hat, und wann.
privacy-device-title = Was auf Ihrem Gerät steht
privacy-device-key = Ein Schlüssel, der das Gespräch wieder öffnet. Er gilt { $hours ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
} und verschwindet, wenn Sie den Tab schließen, außer Sie wählen, ihn zu behalten.
privacy-device-exit = Verlassen Sie die Seite mit der roten Taste? Dann löschen wir alles, was dieser Schalter auf Ihrem Gerät gespeichert hat.
privacy-device-history = Den Verlauf Ihres Browsers können wir nicht löschen. Das müssen Sie selbst tun.
privacy-others-title = Wer sonst zusieht
privacy-others = Niemand. Es gibt auf diesen Seiten keine Verfolger, keine Werbung und keine Dienste von anderen.
privacy-bot = Der digitale Assistent ist ein Programm auf unseren eigenen Computern. Er liest, was Sie tippen, um Ihnen zu antworten.
privacy-learns = Eine Leitung kann aufschreiben, was Sie der digitalen Assistenz gesagt haben, damit sie besser wird: ohne Ihren Namen, Ihre Nummern oder Adresse. Das geschieht nie von selbst.
privacy-rights-title = Ihre Rechte
privacy-rights = Sie können fragen, welche Daten wir über Sie haben, und einen Fehler verbessern lassen. Fragen Sie in einem Gespräch. Werden wir uns nicht einig, können Sie sich an die Behörde wenden, die über Daten bei der Polizei wacht.

## The demo municipality’s page

demo-notice = Dies ist ein Beispiel für die Website einer Gemeinde. Es gibt sie nicht wirklich.
demo-menu-home = Start
demo-menu-living = Wohnen
demo-menu-news = Nachrichten
demo-menu-contact = Kontakt
demo-menu = Hauptmenü
demo-heading = Polizei und Sicherheit
demo-intro = Wurde Ihr Fahrrad gestohlen, haben Sie Ihren Personalausweis verloren, oder haben Sie eine Frage? Der Onlineschalter der Polizei ist Tag und Nacht offen.
demo-how = Drücken Sie unten rechts auf die Taste. Sie sprechen zuerst mit einem digitalen Assistenten. Sie können immer nach einem Menschen fragen.
demo-page = Lieber eine ganze Seite? Öffnen Sie den Schalter.
demo-news = Nachrichten aus der Gemeinde
demo-news-market = Während der Arbeiten zieht der Markt auf den Bahnhofplatz um.
demo-news-library = Die Bibliothek ist donnerstags länger geöffnet.
demo-topics = Oft gefragt
demo-topic-bike = Fahrrad gestohlen oder gefunden
demo-topic-documents = Ausweis oder Papiere verloren
demo-topic-holiday = Aufsicht über Ihr Haus während Ihres Urlaubs
demo-topic-neighbours = Lärm oder Streit mit Nachbarn
demo-hours = Öffnungszeiten des Rathauses
demo-hours-week = Montag bis Freitag: von 9 bis 16 Uhr.
demo-hours-evening = Donnerstag auch von 16 bis 19 Uhr.
