# What is wrong with zone data (server/zone), told to whoever wrote it: the rest of a line that begins with file and
# line. A text says what is wrong, its remedy what to write instead; where the remedy depends on what was written, it
# is a text of its own. Texts without a remedy are parts of others, and fit in wherever those are asked for.

zone-error = { $message } — { $remedy }
zone-warning = Warnung: { $message } — { $remedy }

## Where it is wrong: who or what the sentence is about. Always a subject: what has an article is not
## declined, and stands in brackets within another

zone-this-file = diese Datei
zone-this-item = dieser Eintrag
zone-item-of = ein Eintrag von { $name }
zone-key-of = der Schlüssel `{ $key }` ({ $name })
zone-value-of = `{ $key }` ({ $name })

## Words between

zone-and = { $one } und { $other }
zone-or = { $one } oder { $other }
zone-a-list = eine Liste
zone-a-group = eine Gruppe von Schlüsseln

## What to do, where it depends on what was written

zone-did-you-mean = meinten Sie `{ $meant }`?
zone-use-one-of = benutzen Sie eines dieser Wörter: { $names }
zone-use-id-from = benutzen Sie eine ID aus { $file }
zone-take-out = nehmen Sie das weg
zone-leave-time-zone-out = lassen Sie sie weg: dann gilt die Zeitzone der Zone
zone-name-earlier-field = nennen Sie ein Feld, nach dem vor diesem gefragt wird
zone-name-own-field = nennen Sie ein Feld dieses Formulars
zone-write-blank = schreiben Sie `{ $blank }`

## What belongs there: fits after "schreiben Sie", and after "dahinter" that follows it

zone-wanted-text = einen Text
zone-wanted-texts = einen Text in jeder Sprache (`nl`, `fr`, `en`, `de`)
zone-wanted-pattern = einen Text, der zu `{ $pattern }` passt
zone-wanted-truth = `true` oder `false`
zone-wanted-whole-number = eine ganze Zahl
zone-wanted-between = eine ganze Zahl von { $least } bis { $most }
zone-wanted-number = eine Zahl
zone-wanted-date = ein Datum wie `2026-05-01`
zone-wanted-hours = Uhrzeiten wie `08:30-12:00`, `13:00-24:00` oder, über Mitternacht, `22:00-06:00`
zone-wanted-one-of = eines dieser Wörter: { $words }
zone-wanted-list = eine Liste
zone-wanted-keys = Schlüssel mit ihren Werten
zone-wanted-keys-of = die Schlüssel für { $noun }: { $keys }
zone-wanted-id = ein Wort aus Kleinbuchstaben, Ziffern, `_` und `-`, das mit einem Buchstaben beginnt
zone-wanted-postcode = eine belgische Postleitzahl mit vier Ziffern
zone-wanted-colour = eine Farbe wie `#1d4f91`
zone-wanted-origin = die Adresse einer Website ohne Pfad, wie `https://www.example.be`
zone-wanted-address = eine Webadresse, die mit `https://` beginnt
zone-wanted-capitals = zwei bis sechs Großbuchstaben
zone-wanted-login = Kleinbuchstaben, Ziffern, Punkte und Bindestriche
zone-wanted-language = das Kürzel einer Sprache mit zwei oder drei Buchstaben, wie `nl`

## What zone data is made of: always after "für"

zone-noun-profile = ein Profil
zone-noun-demo = `demo`
zone-noun-links = eine Reihe von Links
zone-noun-staffing = `staffing`
zone-noun-limits = `limits`
zone-noun-retention = `retention`
zone-noun-checked-every = `checked_every_days`
zone-noun-colour = eine Farbe
zone-noun-number = eine Nummer
zone-noun-team = ein Team
zone-noun-hours = `hours`
zone-noun-dated-hours = eine Ausnahme
zone-noun-map = diese Datei
zone-noun-cluster = eine Gruppe von Vierteln
zone-noun-neighbourhood = ein Viertel
zone-noun-street-range = eine Straße
zone-noun-holiday = einen Feiertag
zone-noun-door = einen Eingang
zone-noun-topic = ein Thema
zone-noun-emergency-card = die Notfallkarte
zone-noun-rights = diese Datei
zone-noun-after-filing = diese Datei
zone-noun-outcome = ein Ergebnis
zone-noun-transfer-reason = einen Grund zum Weitergeben
zone-noun-canned-text = einen fertigen Text
zone-noun-demo-agent = eine Person der Demo
zone-noun-follow-up = eine Folgefrage
zone-noun-heading = eine Antwort
zone-noun-answer-link = einen Link
zone-noun-form = ein Formular
zone-noun-section = einen Teil eines Formulars
zone-noun-option = eine Antwortmöglichkeit
zone-noun-text-field = ein Feld für Text
zone-noun-long-text-field = ein Feld für langen Text
zone-noun-choice-field = ein Feld mit Auswahl
zone-noun-yes-no-field = ein Feld für Ja oder Nein
zone-noun-date-field = ein Feld für ein Datum
zone-noun-moment-field = ein Feld für einen Zeitpunkt
zone-noun-street-field = ein Feld für eine Straße
zone-noun-amount-field = ein Feld für einen Betrag
zone-noun-phone-field = ein Feld für eine Telefonnummer
zone-noun-email-field = ein Feld für eine E-Mail-Adresse
zone-noun-serial-field = ein Feld für eine Seriennummer
zone-noun-national-number-field = ein Feld für eine Nationalregisternummer

## Files

zone-no-zone = in `{ $folder }` ist keine Zone
    .remedy = nennen Sie einen Ordner, in dem eine Datei `zone.yaml` liegt
zone-file-missing = die Datei fehlt
    .remedy = fügen Sie sie hinzu; in der Demozone liegt eine zum Kopieren
zone-file-closed = die Datei lässt sich nicht öffnen: { $why }
    .remedy = prüfen Sie, wer sie lesen darf
zone-file-forbidden = der Schalter darf sie nicht lesen
zone-file-nowhere = sie führt ins Leere
zone-file-stray = nichts liest diese Datei
zone-answer-stray = so heißt keine Antwort
    .remedy = benutzen Sie `<topic>.<language>.md`, mit einer dieser Sprachen: { $languages }
zone-file-empty = darin steht nichts
    .remedy = füllen Sie die Datei aus, oder kopieren Sie die der Demozone
zone-not-utf-8 = ein Zeichen in dieser Zeile ist kein UTF-8
    .remedy = speichern Sie die Datei in Ihrem Editor als UTF-8

## YAML, front matter, tables

zone-not-yaml = das ist kein YAML: { $why }
    .remedy = prüfen Sie, wie weit diese Zeile und die darüber eingerückt sind; ein Text, in dem `: ` oder ` #` steht oder der mit `{ "{" }`, `[`, `*` oder `&` beginnt, braucht Anführungszeichen
zone-yaml-colon = an dieser Stelle darf kein Doppelpunkt stehen
zone-yaml-open-quote = ein Text in Anführungszeichen hat kein Ende
zone-yaml-open-list = in einer Liste fehlt ein Komma oder am Ende `]`
zone-yaml-open-group = in einer Gruppe fehlt ein Komma oder am Ende `{ "}" }`
zone-yaml-beginning = ein Text ohne Anführungszeichen darf so nicht beginnen
zone-yaml-tab = hier steht ein Tabulator statt Leerzeichen
zone-yaml-no-dash = hierher gehört eine Zeile, die mit `-` beginnt
zone-yaml-no-key = hierher gehört eine Zeile wie `Schlüssel: Wert`
zone-yaml-no-colon = nach einem Schlüssel fehlt `:`
zone-yaml-star = ein Text ohne Anführungszeichen beginnt mit `*`
zone-yaml-control-characters = das ist kein YAML: es enthält Steuerzeichen
    .remedy = nehmen Sie diese Zeichen weg
zone-no-front-matter = der Kopf der Datei fehlt
    .remedy = beginnen Sie mit einer Zeile `---`, dann `checked_on: …`, dann einer Zeile `---`
zone-front-matter-empty = der Kopf der Datei hat keine Schlüssel
    .remedy = schreiben Sie Zeilen wie `checked_on: 2026-05-01`
zone-no-column = die Spalte `{ $name }` gibt es nicht
zone-columns-missing = bei den Spalten fehlt: { $lacking }
    .remedy = beginnen Sie mit einer Zeile, die diese Spalten nennt: { $columns }
zone-no-table = das ist keine Tabelle: die Zellen lassen sich nicht unterscheiden
    .remedy = prüfen Sie die Anführungszeichen
zone-too-many-cells = es gibt { $cells } Zellen unter { $columns ->
        [one] { $columns } Spalte
       *[other] { $columns } Spalten
    }
    .remedy = setzen Sie einen Text mit Komma in doppelte Anführungszeichen

## Keys and values

zone-is = { $name } ist { $found }
    .remedy = schreiben Sie { $wanted }
zone-empty = { $name } ist leer
    .remedy = schreiben Sie { $wanted }; oder lassen Sie den Schlüssel weg, wenn das erlaubt ist
zone-no-day = { $name } ist `{ $written }`, ein Tag, den es nicht gibt
    .remedy = prüfen Sie den Monat und den Tag
zone-too-long = { $name } ist { $count } Zeichen lang
    .remedy = benutzen Sie höchstens { $most }
zone-too-few = { $name } hat { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
    .remedy = schreiben Sie mindestens { $least }
zone-too-many = { $name } hat { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
    .remedy = schreiben Sie höchstens { $most }
zone-lacks = { $name } braucht noch { $keys }
    .remedy = ergänzen Sie { $lines }
zone-unknown-key = `{ $key }` ist kein Schlüssel für { $noun }
zone-needs = für { $noun } fehlt `{ $key }`
    .remedy = schreiben Sie `{ $key }:` und dahinter { $wanted }
zone-untagged = { $name } braucht `{ $key }`
    .remedy = schreiben Sie `{ $key }:` und dahinter { $wanted }
zone-no-tag = `{ $key }: { $value }` gibt es nicht
zone-key-no-word = ein Schlüssel muss ein Wort sein
    .remedy = schreiben Sie `Schlüssel: Wert`
zone-key-twice = `{ $key }` steht hier zweimal, zuerst in Zeile { $line }
    .remedy = lassen Sie nur eines stehen
zone-second = `{ $value }` steht hier ein zweites Mal
    .remedy = geben Sie jedem einen eigenen Wert für `{ $key }`

## What is named and does not exist

zone-no-topic = das Thema `{ $name }` gibt es nicht
zone-no-team = das Team `{ $name }` gibt es nicht
zone-no-skill = die Fähigkeit `{ $name }` gibt es nicht
zone-no-number = die Nummer `{ $name }` gibt es nicht
zone-no-door = den Eingang `{ $name }` gibt es nicht
zone-no-form = das Formular `{ $name }` gibt es nicht
zone-no-cluster = die Gruppe von Vierteln `{ $name }` gibt es nicht
zone-no-neighbourhood = das Viertel `{ $name }` gibt es nicht
zone-no-municipality = { $name } liegt nicht in der Zone
    .remedy = schreiben Sie den Namen wie unter `municipalities` in zone.yaml, oder ergänzen Sie ihn dort
zone-no-time-zone = die Zeitzone `{ $name }` gibt es nicht
    .remedy = schreiben Sie eine wie `Europe/Brussels`
zone-no-colour = `{ $name }` ist keine Farbe, die eine Zone ändern darf

## The zone's own settings

zone-cap-below-routine = `hard_cap` ({ $cap }) ist kleiner als `routine` ({ $routine })
    .remedy = erhöhen Sie `hard_cap`, oder senken Sie `routine`
zone-procedure-language = die Sprache des Verfahrens, `{ $language }`, steht nicht bei den Sprachen
    .remedy = ergänzen Sie `{ $language }`
zone-contrast = { $ink } auf { $ground }: der Kontrast ist { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } im Farbschema `{ $theme }`
    .remedy = wählen Sie eine Farbe, die { NUMBER($least, minimumFractionDigits: 1) } erreicht

## Topics, teams, numbers

zone-half-online-form = `{ $topic }` sagt zweierlei über das Onlineformular
    .remedy = schreiben Sie den Kanal `online_form` und auch die Adresse, `online_form:`, oder keines von beiden
zone-not-taken = `{ $team }` übernimmt `{ $topic }` nicht
    .remedy = ergänzen Sie es bei den Themen von `{ $team }` in teams.yaml, oder nennen Sie ein anderes Team
zone-recording-without-video = Anrufe zu `{ $topic }` dürfen aufgezeichnet werden, aber `video` steht nicht bei den Kanälen
    .remedy = ergänzen Sie `video` bei den Kanälen, oder lassen Sie `recording` weg
zone-form-of-another = das Formular `{ $form }` ist für `{ $its_topic }`
    .remedy = schreiben Sie `topic: { $topic }` in forms/{ $form }.yaml, oder nennen Sie hier ein anderes Formular
zone-sensitive-form = `{ $topic }` ist sensibel und hat ein Formular
    .remedy = nehmen Sie das Formular weg: hier stellt ein Mensch die Fragen
zone-no-teams = es gibt kein Team
    .remedy = fügen Sie eines hinzu, mit `topics: all`
zone-central-team = das erste Team bekommt, was kein anderes übernimmt, übernimmt aber selbst nicht alles
    .remedy = schreiben Sie `topics: all`, oder stellen Sie das zentrale Team an den Anfang
zone-no-page = `{ $number }` hat keine Webseite
    .remedy = ergänzen Sie `web:` mit der Adresse
zone-no-digits = `{ $number }` hat einen Wert ohne Ziffern
    .remedy = schreiben Sie die Nummer, die man wählt
zone-outdated = { $number } ist veraltet: { $why }
    .remedy = schreiben Sie { $instead }
zone-outdated-card-stop = Card Stop hat eine neue Nummer

## Hours

zone-hours-begin-early = `{ $span }` (`{ $day }`) beginnt, bevor die Zeit davor zu Ende ist
    .remedy = schreiben Sie Zeiten, die sich nicht überschneiden; was über Mitternacht geht, gehört zu dem Tag, an dem es beginnt
zone-hours-overlap = `{ $span }` überschneidet sich mit der Zeit davor
    .remedy = schreiben Sie Zeiten, die sich nicht überschneiden
zone-second-exception = { $day } hat eine zweite Ausnahme
    .remedy = schreiben Sie nur eine, mit allen Zeiten dieses Tages

## Streets

zone-street-twice = Hausnummern von { $street } liegen in `{ $one }` und in `{ $other }`
    .remedy = schreiben Sie Hausnummern (`first`, `last`, `side`), die sich nicht überschneiden
zone-wrong-postcode = `{ $place }` hat die Postleitzahl { $right }, nicht { $wrong }
    .remedy = berichtigen Sie die Postleitzahl, oder nennen Sie ein anderes Viertel
zone-backwards = die Hausnummern laufen rückwärts von { $first } bis { $last }
    .remedy = tauschen Sie `first` und `last`

## Answers

zone-long-answer = die Antwort hat { $count } Zeichen
    .remedy = benutzen Sie höchstens { $most }
zone-answer-lacks = die Antwort fehlt noch in { $languages }
    .remedy = schreiben Sie { $files }
zone-answered-twice = `{ $asks }` hat zwei Antworten für `{ $topic }`
    .remedy = nehmen Sie es bei einer der beiden weg
zone-blank = nichts füllt `{ $blank }` aus
zone-number-written-out = die Nummer { $number } ist ausgeschrieben
    .remedy = ergänzen Sie sie in numbers.yaml, und schreiben Sie ihre ID in geschweiften Klammern
zone-markup = `{ $mark }` wäre genau so zu sehen
    .remedy = schreiben Sie einfachen Text; Listen beginnen mit `1.` oder `-`
zone-long-sentence = ein Satz mit { $count } Wörtern: „{ $begins } …“
    .remedy = machen Sie zwei Sätze daraus, mit höchstens { $most } Wörtern

## Forms

zone-form-name = das Formular nennt sich selbst `{ $form }`
    .remedy = nennen Sie die Datei { $form }.yaml, oder berichtigen Sie die ID
zone-second-field = es gibt ein zweites Feld `{ $field }`
    .remedy = geben Sie jedem Feld eine eigene ID
zone-no-earlier-field = kein früheres Feld heißt `{ $field }`
zone-never = `{ $field }` ist ja oder nein, niemals `{ $value }`
    .remedy = schreiben Sie `true` oder `false`
zone-no-option = in `{ $field }` gibt es `{ $option }` nicht zur Auswahl
zone-no-choice = `{ $field }` hat keine Auswahl und ist auch nicht ja oder nein
    .remedy = lassen Sie es von einem Feld mit Auswahl oder mit Ja oder Nein abhängen
zone-no-line-field = kein Feld mit einer Zeile heißt `{ $field }`
zone-empty-word = zwischen zwei Kommas steht nichts
    .remedy = nehmen Sie eines der Kommas weg
zone-no-earlier-moment = `{ $field }` ist kein Datum oder Zeitpunkt, nach dem vor diesem Feld gefragt wird
    .remedy = nennen Sie ein solches Feld, oder nehmen Sie `not_before` weg
zone-option-twice = in `{ $field }` gibt es `{ $option }` zweimal zur Auswahl
    .remedy = lassen Sie nur eines stehen

## What is due

zone-no-answer = `{ $topic }` hat keine Antwort: die digitale Assistenz gibt es an eine Person weiter
    .remedy = schreiben Sie answers/{ $topic }.nl.md und die anderen Sprachen, wenn es eine Antwort gibt
zone-checked-ahead = { $day } ist noch nicht gekommen
    .remedy = schreiben Sie den Tag, an dem es geprüft wurde
zone-checked-long-ago = zuletzt geprüft am { $day }
    .remedy = prüfen Sie, ob es noch stimmt, und schreiben Sie das Datum von heute
zone-no-holidays = für { $year } gibt es keine Feiertage
    .remedy = ergänzen Sie sie, sonst ist jedes Team wie gewohnt offen
