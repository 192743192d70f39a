# What is wrong with zone data (server/zone), told to whoever wrote it: the rest of a line that begins with file and
# line. A text says what is wrong, its remedy what to write instead; where the remedy depends on what was written, it
# is a text of its own. Texts without a remedy are parts of others, and fit in wherever those are asked for.

zone-error = { $message } — { $remedy }
zone-warning = waarschuwing: { $message } — { $remedy }

## Where it is wrong: who or what the sentence is about

zone-this-file = dit bestand
zone-this-item = dit onderdeel
zone-item-of = een onderdeel van { $name }
zone-key-of = de sleutel `{ $key }` van { $name }
zone-value-of = `{ $key }` van { $name }

## Words between

zone-and = { $one } en { $other }
zone-or = { $one } of { $other }
zone-a-list = een lijst
zone-a-group = een groep sleutels

## What to do, where it depends on what was written

zone-did-you-mean = bedoelde u `{ $meant }`?
zone-use-one-of = gebruik een van deze woorden: { $names }
zone-use-id-from = gebruik een id uit { $file }
zone-take-out = haal het weg
zone-leave-time-zone-out = laat die weg: dan geldt de tijdzone van de zone zelf
zone-name-earlier-field = noem een veld dat vóór dit veld gevraagd wordt
zone-name-own-field = noem een veld van dit formulier
zone-write-blank = schrijf `{ $blank }`

## What belongs there: fits after "schrijf" and "met"

zone-wanted-text = een tekst
zone-wanted-texts = een tekst in elke taal (`nl`, `fr`, `en`, `de`)
zone-wanted-pattern = een tekst die past bij `{ $pattern }`
zone-wanted-truth = `true` of `false`
zone-wanted-whole-number = een geheel getal
zone-wanted-between = een geheel getal van { $least } tot { $most }
zone-wanted-number = een getal
zone-wanted-date = een datum zoals `2026-05-01`
zone-wanted-hours = uren zoals `08:30-12:00`, `13:00-24:00` of, over middernacht, `22:00-06:00`
zone-wanted-one-of = een van deze woorden: { $words }
zone-wanted-list = een lijst
zone-wanted-keys = sleutels met hun waarde
zone-wanted-keys-of = de sleutels van { $noun }: { $keys }
zone-wanted-id = een woord met kleine letters, cijfers, `_` en `-` dat met een letter begint
zone-wanted-postcode = een Belgische postcode van vier cijfers
zone-wanted-colour = een kleur zoals `#1d4f91`
zone-wanted-origin = het adres van een website zonder pad, zoals `https://www.example.be`
zone-wanted-address = een webadres dat met `https://` begint
zone-wanted-capitals = twee tot zes hoofdletters
zone-wanted-login = kleine letters, cijfers, punten en streepjes
zone-wanted-language = de code van een taal in twee of drie letters, zoals `nl`

## What zone data is made of: fits after "van" and before "heeft"

zone-noun-profile = een profiel
zone-noun-demo = `demo`
zone-noun-links = een reeks links
zone-noun-staffing = `staffing`
zone-noun-limits = `limits`
zone-noun-retention = `retention`
zone-noun-checked-every = `checked_every_days`
zone-noun-colour = een kleur
zone-noun-number = een nummer
zone-noun-team = een team
zone-noun-hours = `hours`
zone-noun-dated-hours = een uitzondering
zone-noun-map = dit bestand
zone-noun-cluster = een cluster
zone-noun-neighbourhood = een wijk
zone-noun-street-range = een straat
zone-noun-holiday = een feestdag
zone-noun-door = een ingang
zone-noun-topic = een onderwerp
zone-noun-emergency-card = de noodkaart
zone-noun-rights = dit bestand
zone-noun-after-filing = dit bestand
zone-noun-outcome = een resultaat
zone-noun-transfer-reason = een reden om door te geven
zone-noun-canned-text = een vaste tekst
zone-noun-demo-agent = een medewerker van de demo
zone-noun-follow-up = een vervolgvraag
zone-noun-heading = een antwoord
zone-noun-answer-link = een link
zone-noun-form = een formulier
zone-noun-section = een deel van een formulier
zone-noun-option = een keuze
zone-noun-text-field = een veld voor tekst
zone-noun-long-text-field = een veld voor lange tekst
zone-noun-choice-field = een veld met keuzes
zone-noun-yes-no-field = een veld voor ja of nee
zone-noun-date-field = een veld voor een datum
zone-noun-moment-field = een veld voor een moment
zone-noun-street-field = een veld voor een straat
zone-noun-amount-field = een veld voor een bedrag
zone-noun-phone-field = een veld voor een telefoonnummer
zone-noun-email-field = een veld voor een e-mailadres
zone-noun-serial-field = een veld voor een serienummer
zone-noun-national-number-field = een veld voor een rijksregisternummer

## Files

zone-no-zone = er is geen zone in `{ $folder }`
    .remedy = noem een map met een bestand `zone.yaml`
zone-file-missing = het bestand ontbreekt
    .remedy = voeg het toe; in de demozone staat er één om over te nemen
zone-file-closed = het bestand gaat niet open: { $why }
    .remedy = kijk na wie het mag lezen
zone-file-forbidden = het loket mag het niet lezen
zone-file-nowhere = het leidt nergens heen
zone-file-stray = niets leest dit bestand
zone-answer-stray = zo heet een antwoord niet
    .remedy = gebruik `<topic>.<language>.md`, met een van deze talen: { $languages }
zone-file-empty = er staat niets in
    .remedy = vul het in, of neem het over uit de demozone
zone-not-utf-8 = een teken op deze regel is geen UTF-8
    .remedy = bewaar het bestand als UTF-8 in uw tekstprogramma

## YAML, front matter, tables

zone-not-yaml = dit is geen YAML: { $why }
    .remedy = kijk na hoe ver deze regel en die erboven inspringen; een tekst met `: ` of ` #` erin, of met `{ "{" }`, `[`, `*` of `&` vooraan, moet tussen aanhalingstekens
zone-yaml-colon = hier mag geen dubbelpunt staan
zone-yaml-open-quote = een tekst tussen aanhalingstekens heeft geen einde
zone-yaml-open-list = in een lijst ontbreekt een komma, of de `]` aan het einde
zone-yaml-open-group = in een groep ontbreekt een komma, of de `{ "}" }` aan het einde
zone-yaml-beginning = een tekst zonder aanhalingstekens mag zo niet beginnen
zone-yaml-tab = hier staat een tab in plaats van spaties
zone-yaml-no-dash = hier hoort een regel die met `-` begint
zone-yaml-no-key = hier hoort een regel zoals `sleutel: waarde`
zone-yaml-no-colon = na een sleutel ontbreekt `:`
zone-yaml-star = een tekst zonder aanhalingstekens begint met `*`
zone-yaml-control-characters = dit is geen YAML: er staan stuurtekens in
    .remedy = haal die tekens weg
zone-no-front-matter = de kop van het bestand ontbreekt
    .remedy = begin met een regel `---`, dan `checked_on: …`, dan een regel `---`
zone-front-matter-empty = de kop van het bestand heeft geen sleutels
    .remedy = schrijf regels zoals `checked_on: 2026-05-01`
zone-no-column = de kolom `{ $name }` bestaat niet
zone-columns-missing = dit ontbreekt bij de kolommen: { $lacking }
    .remedy = begin met een regel die deze kolommen noemt: { $columns }
zone-no-table = dit is geen tabel: de cellen zijn niet uit elkaar te houden
    .remedy = kijk de aanhalingstekens na
zone-too-many-cells = er staan { $cells } cellen onder { $columns ->
        [one] { $columns } kolom
       *[other] { $columns } kolommen
    }
    .remedy = zet een tekst met een komma tussen dubbele aanhalingstekens

## Keys and values

zone-is = { $name } is { $found }
    .remedy = schrijf { $wanted }
zone-empty = { $name } is leeg
    .remedy = schrijf { $wanted }, of laat de sleutel weg als dat mag
zone-no-day = { $name } is `{ $written }`, een dag die niet bestaat
    .remedy = kijk de maand en de dag na
zone-too-long = { $name } is { $count } tekens lang
    .remedy = gebruik er hoogstens { $most }
zone-too-few = { $name } heeft { $count ->
        [one] { $count } onderdeel
       *[other] { $count } onderdelen
    }
    .remedy = schrijf er minstens { $least }
zone-too-many = { $name } heeft { $count ->
        [one] { $count } onderdeel
       *[other] { $count } onderdelen
    }
    .remedy = schrijf er hoogstens { $most }
zone-lacks = { $name } mist { $keys }
    .remedy = voeg { $lines } toe
zone-unknown-key = `{ $key }` is geen sleutel van { $noun }
zone-needs = { $noun } heeft `{ $key }` nodig
    .remedy = voeg `{ $key }:` toe met { $wanted }
zone-untagged = { $name } heeft `{ $key }` nodig
    .remedy = voeg `{ $key }:` toe met { $wanted }
zone-no-tag = `{ $key }: { $value }` bestaat niet
zone-key-no-word = een sleutel moet een woord zijn
    .remedy = schrijf `sleutel: waarde`
zone-key-twice = `{ $key }` staat hier twee keer, de eerste keer op regel { $line }
    .remedy = laat er één staan
zone-second = `{ $value }` staat hier een tweede keer
    .remedy = geef elk een eigen `{ $key }`

## What is named and does not exist

zone-no-topic = het onderwerp `{ $name }` bestaat niet
zone-no-team = het team `{ $name }` bestaat niet
zone-no-skill = de vaardigheid `{ $name }` bestaat niet
zone-no-number = het nummer `{ $name }` bestaat niet
zone-no-door = de ingang `{ $name }` bestaat niet
zone-no-form = het formulier `{ $name }` bestaat niet
zone-no-cluster = de cluster `{ $name }` bestaat niet
zone-no-neighbourhood = de wijk `{ $name }` bestaat niet
zone-no-municipality = { $name } ligt niet in de zone
    .remedy = schrijf het zoals in `municipalities` van zone.yaml, of voeg het daar toe
zone-no-time-zone = de tijdzone `{ $name }` bestaat niet
    .remedy = schrijf er één zoals `Europe/Brussels`
zone-no-colour = `{ $name }` is geen kleur die een zone mag veranderen

## The zone's own settings

zone-cap-below-routine = `hard_cap` ({ $cap }) is lager dan `routine` ({ $routine })
    .remedy = maak `hard_cap` hoger, of `routine` lager
zone-procedure-language = de taal van de procedure, `{ $language }`, staat niet bij de talen
    .remedy = voeg `{ $language }` toe
zone-contrast = { $ink } op { $ground }: het contrast is { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } in het thema `{ $theme }`
    .remedy = kies een kleur die { NUMBER($least, minimumFractionDigits: 1) } haalt

## Topics, teams, numbers

zone-half-online-form = `{ $topic }` zegt twee dingen over het onlineformulier
    .remedy = schrijf zowel het kanaal `online_form` als het adres, `online_form:`, of geen van beide
zone-not-taken = `{ $team }` behandelt `{ $topic }` niet
    .remedy = voeg het toe aan de onderwerpen van `{ $team }` in teams.yaml, of noem een ander team
zone-recording-without-video = gesprekken over `{ $topic }` mogen opgenomen worden, maar `video` staat niet bij de kanalen
    .remedy = voeg `video` toe aan de kanalen, of laat `recording` weg
zone-form-of-another = het formulier `{ $form }` is voor `{ $its_topic }`
    .remedy = schrijf `topic: { $topic }` in forms/{ $form }.yaml, of noem hier een ander formulier
zone-sensitive-form = `{ $topic }` is gevoelig en heeft een formulier
    .remedy = haal het formulier weg: hier stelt een mens de vragen
zone-no-teams = er is geen team
    .remedy = voeg er één toe, met `topics: all`
zone-central-team = het eerste team krijgt wat geen ander team behandelt, maar behandelt zelf niet alles
    .remedy = schrijf `topics: all`, of zet het centrale team vooraan
zone-no-page = `{ $number }` heeft geen webpagina
    .remedy = voeg `web:` toe met het adres
zone-no-digits = `{ $number }` heeft een waarde zonder cijfers
    .remedy = schrijf het nummer dat mensen bellen
zone-outdated = { $number } is verouderd: { $why }
    .remedy = schrijf { $instead }
zone-outdated-card-stop = Card Stop kreeg een ander nummer

## Hours

zone-hours-begin-early = `{ $span }` (`{ $day }`) begint terwijl de vorige uren nog lopen
    .remedy = schrijf uren die elkaar niet overlappen; wat na middernacht doorloopt, hoort bij de dag waarop het begint
zone-hours-overlap = `{ $span }` overlapt met de uren ervoor
    .remedy = schrijf uren die elkaar niet overlappen
zone-second-exception = { $day } heeft een tweede uitzondering
    .remedy = schrijf er één, met alle uren van die dag

## Streets

zone-street-twice = huisnummers van { $street } liggen in `{ $one }` en in `{ $other }`
    .remedy = schrijf huisnummers (`first`, `last`, `side`) die elkaar niet overlappen
zone-wrong-postcode = `{ $place }` heeft postcode { $right }, niet { $wrong }
    .remedy = verbeter de postcode, of noem een andere wijk
zone-backwards = de huisnummers lopen terug van { $first } naar { $last }
    .remedy = wissel `first` en `last` om

## Answers

zone-long-answer = het antwoord heeft { $count } tekens
    .remedy = gebruik er hoogstens { $most }
zone-answer-lacks = het antwoord bestaat nog niet in { $languages }
    .remedy = schrijf { $files }
zone-answered-twice = `{ $asks }` heeft twee antwoorden voor `{ $topic }`
    .remedy = haal het bij een van de twee weg
zone-blank = niets vult `{ $blank }` in
zone-number-written-out = het nummer { $number } staat er voluit
    .remedy = voeg het toe aan numbers.yaml, en schrijf de id tussen accolades
zone-markup = `{ $mark }` zou letterlijk op het scherm komen
    .remedy = schrijf gewone tekst; lijsten beginnen met `1.` of `-`
zone-long-sentence = een zin van { $count } woorden: “{ $begins } …”
    .remedy = maak er twee zinnen van, met elk hoogstens { $most } woorden

## Forms

zone-form-name = het formulier noemt zichzelf `{ $form }`
    .remedy = noem het bestand { $form }.yaml, of verbeter de id
zone-second-field = er is een tweede veld `{ $field }`
    .remedy = geef elk veld een eigen id
zone-no-earlier-field = geen eerder veld heet `{ $field }`
zone-never = `{ $field }` is ja of nee, nooit `{ $value }`
    .remedy = schrijf `true` of `false`
zone-no-option = `{ $field }` heeft geen keuze `{ $option }`
zone-no-choice = `{ $field }` heeft geen keuzes, en is ook niet ja of nee
    .remedy = laat het afhangen van een veld met keuzes, of met ja of nee
zone-no-line-field = geen veld van één regel heet `{ $field }`
zone-empty-word = er staat niets tussen twee komma’s
    .remedy = haal een van de komma’s weg
zone-no-earlier-moment = `{ $field }` is geen datum of moment dat vóór dit veld gevraagd wordt
    .remedy = noem een veld dat dat wel is, of haal `not_before` weg
zone-option-twice = `{ $field }` heeft twee keer de keuze `{ $option }`
    .remedy = laat er één staan

## What is due

zone-no-answer = `{ $topic }` heeft geen antwoord: de digitale assistent geeft het door aan een mens
    .remedy = schrijf answers/{ $topic }.nl.md en de andere talen, als er een antwoord is
zone-checked-ahead = { $day } moet nog komen
    .remedy = schrijf de dag waarop het nagekeken is
zone-checked-long-ago = het laatst nagekeken op { $day }
    .remedy = kijk of het nog klopt, en schrijf de datum van vandaag
zone-no-holidays = er zijn geen feestdagen voor { $year }
    .remedy = voeg ze toe, anders is elk team gewoon open
