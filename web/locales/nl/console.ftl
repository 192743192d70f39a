# What an agent reads at the console.

## Titles

console-title = Console · Onlineloket
console-title-count = ({ $count }) { $waiting ->
    [0] { $unread } ongelezen
   *[other] { $waiting } wachtend
} · Onlineloket
skip-to-waiting = Naar de wachtende gesprekken
skip-to-conversation = Naar het gesprek

## Signing in

sign-in-login = Gebruikersnaam
sign-in-password = Wachtwoord
sign-in-go = Meld aan
sign-in-ended = Uw aanmelding is afgelopen. Meld u opnieuw aan. Wat u aan het schrijven was, is bewaard.
sign-out = Meld af
sign-out-title = Wilt u zich afmelden?
sign-out-open = { $count ->
    [0] U hebt geen open gesprekken.
    [one] U hebt nog { $count } open gesprek. Als u weggaat, krijgt een collega het. Wat u nog niet verstuurde, verdwijnt.
   *[other] U hebt nog { $count } open gesprekken. Als u weggaat, krijgt een collega ze. Wat u nog niet verstuurde, verdwijnt.
}

## Sound

sound-test = Test het geluid
sound-on = Zet het geluid aan
sound-off = Zet het geluid uit

## Who waits, and my team

sidebar-label = Gesprekken en collega’s
sidebar-tools = Hulpmiddelen
connecting = We maken verbinding…
availability-on = Beschikbaar
availability-off = Niet beschikbaar
trouble-close = Sluit de melding
waiting-title = Wachtend
waiting-empty = Niemand wacht.
waiting-count = { $count ->
    [0] Niemand wacht.
    [one] { $count } gesprek wacht.
   *[other] { $count } gesprekken wachten.
}
waiting-take = Neem
waiting-take-this = Neem: { $topic }, wacht { $minutes } min
waiting-gone = Weg
waiting-too-long = Wacht te lang
minutes = { $minutes ->
    [0] < 1 min
   *[other] { $minutes } min
}
topic-unknown = Onderwerp nog niet bekend
urgency-routine = Gewoon
urgency-priority = Voorrang
urgency-emergency = Gevaar
queue-more = { $count ->
    [one] Nog { $count } gesprek staat hier niet bij.
   *[other] Nog { $count } gesprekken staan hier niet bij.
}
team-title = Bij collega’s
team-empty = Collega’s hebben geen gesprekken.
colleagues-title = Collega’s
colleague-accepting = { $load ->
    [0] neemt gesprekken aan
    [one] neemt gesprekken aan, heeft er { $load }
   *[other] neemt gesprekken aan, heeft er { $load }
}
colleague-away = { $load ->
    [0] neemt geen gesprekken aan
    [one] neemt geen nieuwe gesprekken aan, heeft er { $load }
   *[other] neemt geen nieuwe gesprekken aan, heeft er { $load }
}

## My conversations

tabs-label = Mijn gesprekken
tab-unread = { $more ->
    [true] minstens { $count } nieuw
   *[false] { $count } nieuw
}
tab-looking = Alleen lezen
tab-closed = Gesloten
tab-call = In gesprek met beeld of geluid
tab-draft = Er staat tekst klaar
tab-put-away = Haal van het scherm
nobody-accepting = { $count ->
    [0] Niemand wacht. U hoort een geluid als er iemand komt.
    [one] { $count } gesprek wacht op een medewerker.
   *[other] { $count } gesprekken wachten op een medewerker.
}
nobody-away = { $count ->
    [0] U neemt nu geen gesprekken aan. Niemand wacht.
    [one] U neemt nu geen gesprekken aan. { $count } gesprek wacht.
   *[other] U neemt nu geen gesprekken aan. { $count } gesprekken wachten.
}

## The conversation in front

conversation-label = Gesprek
conversation-log = Berichten en notities
conversation-since = sinds { $time }
conversation-sensitive = Gevoelig onderwerp
emergency-shown = De burger kreeg de noodnummers 112 en 101 te zien.
emergency-asked = De burger kreeg de vraag of het nu gebeurt.
doings-label = Acties in dit gesprek
not-mine-closed = Dit gesprek is gesloten. U kunt nog een notitie schrijven.
not-mine-waiting = Dit gesprek wacht. U leest mee; de burger ziet u niet.
not-mine-colleague = Een collega heeft dit gesprek. U leest mee; de burger ziet u niet.
not-mine-in-call = Een collega heeft dit gesprek. U doet mee zolang het gesprek met geluid of beeld duurt.

## Writing

writing-modes = Antwoord of notitie
reply-label = Antwoord aan de burger, in het { $language }
reply-placeholder = Antwoord in het { $language }
note-label = Interne notitie
note-placeholder = Schrijf een notitie voor uw collega’s
note-hint = Interne notitie: de burger ziet dit niet.
answers-title = Standaardantwoorden
answers-search = Zoek een standaardantwoord
answers-language = De tekst komt in het { $language }, de taal van de burger.
answers-found = { $count ->
    [one] { $count } antwoord gevonden
   *[other] { $count } antwoorden gevonden
}
answers-none = Geen antwoord gevonden. Zoek met andere woorden.
answers-use = Gebruik
answers-use-this = Gebruik: { $name }
answer-picked = Gekozen: { $name }. Druk op Enter om de tekst in te voegen.

## What is known about it

panel-label = Over dit gesprek
panel-details = Gegevens
panel-report = Aangifte
panel-answers = Antwoorden
panel-toggle = Gegevens
panel-close = Sluit de gegevens
need-title = Waarover gaat het
need-topic = Onderwerp
need-neighbourhood = Wijk
need-languages = Taal van het antwoord
need-urgency = Hoe dringend
need-none = Nog niet bekend
need-video = Wil videogesprek
who-title = Wie en waar
fact-language = Taal
fact-site = Komt van
fact-own-page = de pagina van het loket
fact-team = Team
findings-title = Wat de digitale assistent vond
findings-earlier = Toon eerdere bevindingen
finding-answer = Antwoord gegeven
finding-clarify = Om uitleg gevraagd
finding-handover = Doorgegeven aan een medewerker
finding-emergency = Mogelijk gevaar
finding-form = Formulier gevraagd
finding-greet = Begroet
finding-wait = Gewacht
finding-message = bericht { $number }

## Hoe de digitale assistent antwoordde

why-show = Waarom dit?
why-greet = Het gesprek begon, dus groette hij.
why-chosen = De burger koos een van de antwoorden die er stonden. Er viel niets te raden.
why-unknown = Hij herkende geen onderwerp.
why-nearest = Hij herkende geen onderwerp. Het dichtst erbij: { $topics }.
why-topic = Hij dacht dat dit ging over “{ $topic }” en was daar voor { $percent } % zeker van.
why-others = Hij dacht ook aan: { $topics }.
why-language = { $sure ->
    [yes] Hij las dit als { $language }.
   *[no] Hij las dit als { $language }, maar was niet zeker.
}
why-danger = { $tier ->
    [1] Hij zag gevaar dat nu bezig is.
   *[2] Hij zag iets dat gevaar kan zijn.
}
why-reply-helped = De burger zei dat het vorige antwoord hielp.
why-reply-not_helped = De burger zei dat het vorige antwoord niet hielp.
why-reply-chose_topic = De burger koos het onderwerp.
why-reply-none_of_these = De burger zei dat geen van de onderwerpen juist was.
why-reply-asked_person = De burger vroeg een medewerker.
why-did-answer = Dat was genoeg om de tekst van de zone te geven.
why-did-clarify = Dat was niet genoeg om te antwoorden, dus vroeg hij wat de burger bedoelde.
why-did-handover = Hij riep een medewerker.
why-did-emergency = Daarom toonde hij 112 en 101, of vroeg hij of het nu gebeurt.
why-did-form = Hij ging verder met de vragen van het formulier.
why-did-greet = Hij groette.
why-did-wait = Hij wachtte op wat de burger zou zeggen.
why-handover = { $reason ->
    [requested] Hij riep een medewerker, omdat de burger dat vroeg of een andere taal spreekt.
    [emergency] Hij riep een medewerker, omdat er gevaar kan zijn.
    [sensitive] Hij riep een medewerker, omdat het onderwerp gevoelig is.
    [form] Hij riep een medewerker, omdat de vragen van het formulier beantwoord zijn.
   *[unsure] Hij riep een medewerker, omdat hij niet zeker genoeg was.
}
why-answer = Tekst: “{ $topic }”, versie { $version }.
why-technical = Voor het dossier: alle stappen en cijfers
mark-open = Duid aan als fout
mark-title = Wat is er fout aan dit antwoord?
mark-about = Uw collega’s zien dit, de burger niet. Een leidinggevende kijkt ernaar.
mark-reason = Wat is er fout?
mark-wrong_topic = Het gaat over iets anders
mark-wrong_text = Wat er staat klopt niet of niet meer
mark-unclear = Deze burger kan het niet volgen
mark-should_hand_over = Een medewerker had moeten overnemen
mark-missed_danger = Hij zag het gevaar niet
mark-topic = Waarover had het moeten gaan?
mark-choose = Kies wat er fout is.
mark-go = Duid aan als fout
mark-take-back = Neem dit terug
marked = Aangeduid als fout: { $reason }.

## Een eerder contact

contact-earlier = Eerder contact
contact-unknown = Niemand zei dat deze burger hier al was. Het loket herkent niemand.
contact-open = De burger was hier al
contact-title = Welk gesprek was het?
contact-about = Vraag het eerst aan de burger. U ziet wanneer een gesprek was en waarover, niet wat er gezegd is.
contact-reference = Referentie van een aangifte
contact-find = Zoek
contact-found = { $count ->
    [0] Niets gevonden in de zeven dagen ervoor. Zoek met de referentie van een aangifte.
    [one] { $count } gesprek gevonden
   *[other] { $count } gesprekken gevonden
}
contact-by-bot = afgesloten door de digitale assistent
contact-by-person = met een medewerker
contact-by-nobody = afgebroken voor iemand hielp
contact-choose = Kies een gesprek.
contact-go = Dat is het
contact-take-back = Neem terug

## Hoe de digitale assistent het doet, voor leidinggevenden

review-title = Hoe de digitale assistent het doet
review-back = Terug naar de gesprekken
review-period = Periode
review-days = { $days ->
    [365] Het laatste jaar
   *[other] De laatste { $days } dagen
}
review-language = Taal
review-language-all = Alle talen
review-all = Alle
review-others = Andere talen
review-caption = { $days ->
    [365] Het laatste jaar in cijfers
   *[other] De laatste { $days } dagen in cijfers
}
review-nothing = In deze periode is er niets gezegd tegen de digitale assistent.
review-conversations = Gesprekken waarin de burger iets zei
review-by_bot = afgesloten door de digitale assistent, zonder medewerker
review-by_bot_recontact = waarna de burger binnen zeven dagen terugkwam
review-utterances = Berichten in eigen woorden van de burger
review-unanswered = zonder antwoord
review-not_helped = met een antwoord dat niet hielp
review-wrong = met een antwoord dat collega’s als fout aanduidden
review-missed_danger = waarvan gevaar dat niet gezien is
review-recontact = na het antwoord kwam de burger binnen zeven dagen terug
review-known = “Terugkomen” telt alleen wat een burger of een collega zei. Het loket volgt niemand, dus het echte aantal is hoger.
review-list = Berichten om te bekijken
review-list-about = U leest wat burgers zeiden: het loket noteert dat u dat deed.
review-list-empty = Er is niets om te bekijken.
review-more = Toon meer
review-cause = Waarom
review-cause-any = Om elke reden
cause-unanswered = Geen antwoord
cause-not_helped = Hielp niet
cause-wrong = Aangeduid als fout
cause-recontact = Kwam terug binnen zeven dagen
utterance-none = De burger had nog niets gezegd.
utterance-marked = Aangeduid als fout: { $reason }.
utterance-right = Het had moeten gaan over “{ $topic }”.
utterance-look = Bekijk het gesprek
lesson-title = Leerstof
lesson-text = Tekst om van te leren
lesson-help = Haal namen, plaatsen en al wat naar iemand wijst weg. “…” staat waar het loket iets weghaalde.
lesson-topic = Onderwerp
lesson-topic-none = Kies een onderwerp
lesson-elsewhere = Niet voor dit loket
lesson-emergency = Gevaar nu
lesson-language = Taal van de tekst
lesson-add = Voeg toe
lesson-change = Pas aan
lesson-remove = Haal weg
lesson-choose = Kies een onderwerp.
lesson-kept = In de leerstof: { $topic }
lessons-kept = { $count ->
    [0] Er wordt niets meer bewaard om van te leren.
    [one] { $count } tekst wordt bewaard om van te leren. Iemand leest die na voor de digitale assistent ervan leert. Map:
   *[other] { $count } teksten worden bewaard om van te leren. Iemand leest die na voor de digitale assistent ervan leert. Map:
}

## The report

report-none = Er is geen aangifte in dit gesprek.
report-start = Start een aangifte
report-start-another = Start nog een aangifte
report-offer = Vraag de burger om te bevestigen
report-offer-again = Vraag het opnieuw
report-offered = De burger leest de aangifte na. U ziet hier wat hij verbetert.
report-filed = Ingediend en bewaard. Referentie:
paper-pdf = Aangifte (pdf)
paper-certificate = Attest (pdf)
paper-json = Gegevens (JSON)
pv-label = Nummer van het proces-verbaal
pv-help = Vul in als het bekend is, bijvoorbeeld ME.18.L1.012345/2026.
pv-keep = Bewaar
pv-malformed = Dit nummer klopt niet. Schrijf het zoals ME.18.L1.012345/2026.

## Handing over and closing

dialog-cancel = Annuleer
parting-unsent = Iets wat u schreef is nog niet verstuurd of bewaard. Wacht even en probeer het opnieuw, of kijk in het gesprek en de aangifte wat ermee is.
parting-unsettled = In de aangifte staat iets van u dat niet bewaard is. Kijk de aangifte eerst na. Anders gaat het verloren.
transfer-title = Geef het gesprek door
transfer-in-call = Het gesprek met geluid of beeld gaat door. De burger blijft in het gesprek en wacht op uw collega.
transfer-team = Aan een team
transfer-colleague = Aan een collega
transfer-no-colleague = Geen andere collega neemt nu gesprekken aan.
transfer-remark = Waarom
transfer-remark-help = Uw collega leest dit. De burger ziet het niet.
transfer-choose = Kies een team of een collega.
transfer-go = Geef door
team-police = Politie
team-prevention = Preventie
team-open = nu open
team-closed = nu gesloten
finish-title = Sluit het gesprek
finish-outcome = Hoe is het afgelopen?
finish-remark = Opmerking voor het dossier
finish-choose = Kies hoe het gesprek afliep.
finish-unfiled = Er is een aangifte die de burger nog niet bevestigde. Na het sluiten kan dat niet meer.
finish-go = Sluit het gesprek

## What can be done from anywhere

action-take-next = Neem het volgende
action-accept = Neem gesprekken aan
action-stop-accepting = Neem geen gesprekken meer aan
action-tab-1 = Naar het eerste gesprek
action-tab-2 = Naar het tweede gesprek
action-tab-3 = Naar het derde gesprek
action-tab-4 = Naar het vierde gesprek
action-reply = Antwoord
action-note = Notitie
action-waiting = Naar de wachtende gesprekken
action-log = Naar de berichten
action-details = Toon de gegevens
action-report = Toon de aangifte
action-answers = Standaardantwoorden
action-call = Videogesprek
action-emergency = Toon 112 en 101
action-transfer = Geef door
action-finish = Sluit af
action-review = Hoe de digitale assistent het doet
action-palette = Zoek alles
action-keys = Toetsen
key-control = Ctrl
keys-enter = Verstuur
keys-shift-enter = Nieuwe regel
keys-slash = Zoek een standaardantwoord (aan het begin van een antwoord)
palette-search = Zoek een actie, gesprek of collega
palette-found = Gevonden
palette-count = { $count ->
    [0] Niets gevonden. Zoek met andere woorden.
    [one] { $count } gevonden
   *[other] { $count } gevonden
}
palette-open = open gesprek
palette-waiting = wacht
palette-team = bij
palette-transfer-to = Geef door aan { $name }

## Who is in the call

call-people = Wie neemt deel
call-person-invited = { $who ->
    [guest] Tolk: de link is nog niet gebruikt
   *[agent] { $name }: gevraagd
}
call-person-waiting = { $named ->
    [yes] { $name } (tolk) wacht om binnen te komen.
   *[no] Een tolk wacht om binnen te komen.
}
call-person-in = { $who ->
    [guest] Tolk { $name }
   *[agent] { $name }
}
call-admit = Laat binnen
call-hand-over = Geef door aan { $name }
call-remove-invited = Trek in
call-remove-waiting = Laat niet binnen
call-remove-in = Haal uit het gesprek
call-ask-colleague = Collega
call-ask = Vraag erbij
call-ask-interpreter = Nodig een tolk uit
call-link = Link voor de tolk
call-link-help = Werkt één keer, een uur lang. U laat de tolk zelf binnen.
call-link-copy = Kopieer
call-link-copied = Gekopieerd
call-invited = { $name } vraagt u in een gesprek met geluid of beeld.
call-not-now = Nu niet
call-show = Toon het gesprek
recordings-title = Opnames
recording-list-asked = Gevraagd, nog geen antwoord
recording-list-running = Loopt nu
recording-list-paused = Op pauze
recording-list-stopped = Wordt klaargemaakt. Dat duurt even.
recording-list-stored = Bewaard tot { $until }
recording-list-held = Wordt bewaard om een wettelijke reden
recording-list-erased = Gewist
recording-list-refused = Geweigerd
recording-list-lapsed = Niet beantwoord
recording-watch = Bekijk de opname
recording-watch-logged = Dat u deze opname opent, is genoteerd: wie en wanneer.
recording-player = Opname van { $when }
recording-play = Speel af
recording-halt = Pauze
recording-place = Plaats in de opname
recording-film-camera = Camera van { $name }
recording-film-screen = Scherm van { $name }
recording-film-sound = Geluid van { $name }
recording-film-unknown = iemand anders
recording-film-failed = De film kan niet worden geladen. Sluit dit venster en open de opname opnieuw.
recording-no-films = Van deze opname kon geen film worden gemaakt. Wat verzegeld is, wordt bewaard. Vraag de beheerder van het loket om hulp.
recording-digest = Controlegetal (SHA-256): { $digest }
recording-hold = Bewaar langer om een wettelijke reden
recording-release = Bewaar niet langer
recording-hold-reason = Waarom? Dit staat daarna in het verslag van de medewerkers.
photo-logged = Dat u deze foto bekijkt, is genoteerd: wie en wanneer.
photos-unfiled = Foto’s zonder aangifte
photos-unfiled-help = Ze komen bij de volgende aangifte die u begint.
