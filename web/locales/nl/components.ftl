# What widget and console share: the log, the composer, the report, the call.

## Who speaks

log-author = { $who ->
    [me] U
    [citizen] Burger
    [bot] Digitale assistent
    [desk] Onlineloket
    [guest] Tolk { $name }
   *[agent] { $name }
}
log-note = Interne notitie

## Marks on your own messages

mark-pending = Wordt verstuurd
mark-kept = Verstuurd
mark-read = Gelezen
mark-refused = Niet verstuurd

## The log

log-earlier = Toon eerdere berichten
log-new = { $count ->
    [one] { $count } nieuw bericht
   *[other] { $count } nieuwe berichten
}
log-retry = Probeer opnieuw
log-edit = Pas aan
log-drop = Verwijder
log-choices = { $audience ->
    [staff] Voorgestelde antwoorden
   *[citizen] Mogelijke antwoorden
}
log-chosen = (gekozen)
link-new-window = (opent in een nieuw venster)
typing = { $who ->
    [citizen] De burger typt…
    [bot] De digitale assistent typt…
   *[agent] { $name } typt…
}

## What happened

language-name = { $language ->
    [nl] Nederlands
    [fr] Frans
    [en] Engels
   *[de] Duits
}
log-opened = Gesprek gestart in het { language-name }.
log-opened-on = Gesprek gestart in het { language-name } op { $site }.
log-joined = { $who ->
    [bot] { $audience ->
        [staff] De digitale assistent neemt deel aan het gesprek.
       *[citizen] U praat met een digitale assistent, niet met een mens.
    }
    [citizen] De burger neemt deel aan het gesprek.
   *[agent] { $name } neemt deel aan het gesprek.
}
log-left = { $who ->
    [bot] De digitale assistent verlaat het gesprek.
    [citizen] { $reason ->
        [quick_exit] De burger heeft de pagina snel verlaten. Stuur geen bericht.
        [lost] De burger is al een tijd weg.
       *[other] De burger verlaat het gesprek.
    }
   *[agent] { $reason ->
        [transfer] { $name } geeft het gesprek door.
        [lost] { $name } is de verbinding kwijt.
       *[other] { $name } verlaat het gesprek.
    }
}
log-language = { $who ->
    [me] U gaat verder in het { language-name }.
   *[other] Het gesprek gaat verder in het { language-name }.
}
log-queued = { $reason ->
    [transfer] Uw gesprek gaat naar een collega. U wacht op een medewerker.
    [agent_lost] De verbinding met de medewerker is weg. Een collega neemt over.
    [bot_silent] De digitale assistent antwoordt niet. U wacht op een medewerker.
   *[other] U wacht op een medewerker.
}
log-queued-staff = { $reason ->
    [requested] In de wachtrij: de burger vraagt een medewerker.
    [emergency] In de wachtrij: mogelijk gevaar.
    [unsure] In de wachtrij: de digitale assistent is niet zeker.
    [sensitive] In de wachtrij: gevoelig onderwerp.
    [agent_lost] Opnieuw in de wachtrij: de medewerker is de verbinding kwijt.
    [bot_silent] In de wachtrij: de digitale assistent antwoordt niet.
    [form] In de wachtrij: een aangifte is ingevuld.
   *[transfer] In de wachtrij: doorgegeven.
}
log-closed = { $reason ->
    [expired] Het gesprek is gesloten omdat er lang niets gezegd werd.
   *[other] Het gesprek is afgelopen.
}
log-closed-staff = { $reason ->
    [agent] De medewerker sloot het gesprek.
    [citizen] De burger sloot het gesprek.
    [bot] De digitale assistent sloot het gesprek.
   *[expired] Het gesprek is gesloten omdat er lang niets gezegd werd.
}
log-rated = De burger geeft { $score } op 5.
log-call-proposed = { $video ->
    [true] { $who ->
        [me] U stelt een videogesprek voor.
        [citizen] De burger stelt een videogesprek voor.
       *[agent] { $name } stelt een videogesprek voor.
    }
   *[false] { $who ->
        [me] U stelt een gesprek met geluid voor.
        [citizen] De burger stelt een gesprek met geluid voor.
       *[agent] { $name } stelt een gesprek met geluid voor.
    }
}
log-call-accepted = { $who ->
    [me] U aanvaardt het gesprek met geluid of beeld.
    [citizen] De burger aanvaardt.
   *[agent] { $name } aanvaardt.
}
log-call-declined = { $who ->
    [me] U gaat verder zonder te bellen.
    [citizen] De burger gaat liever verder zonder te bellen.
   *[agent] { $name } gaat liever verder zonder te bellen.
}
log-call-started = Het gesprek met geluid of beeld begint.
log-call-incident = { $incident ->
    [worker_lost] Technische storing. We verbinden opnieuw.
    [no_worker] Bellen lukt nu niet. U kunt verder typen.
    [device_lost] Een camera of microfoon viel weg.
    [negotiation_failed] De verbinding kwam niet tot stand. U kunt verder typen.
    [reconnected] De verbinding is terug.
   *[connection_lost] De verbinding viel weg. We verbinden opnieuw.
}
log-call-joined = { $who ->
    [me] U neemt deel aan het gesprek met geluid of beeld.
    [guest] { $named ->
        [yes] { $name } (tolk) neemt deel aan het gesprek met geluid of beeld.
       *[no] De tolk neemt deel aan het gesprek met geluid of beeld.
    }
   *[agent] { $name } neemt deel aan het gesprek met geluid of beeld.
}
log-call-left = { $reason ->
    [removed] { $who ->
        [me] U bent uit het gesprek met geluid of beeld gehaald.
        [guest] De tolk is uit het gesprek gehaald.
       *[agent] { $name } is uit het gesprek gehaald.
    }
    [transfer] { $name } verlaat het gesprek met geluid of beeld. Het gesprek gaat door.
   *[other] { $who ->
        [me] U verlaat het gesprek met geluid of beeld.
        [guest] De tolk verlaat het gesprek.
       *[agent] { $name } verlaat het gesprek met geluid of beeld.
    }
}
log-invitation-made = { $who ->
    [guest] Er is een link gemaakt voor een tolk.
   *[agent] { $name } is gevraagd om mee te doen aan het gesprek.
}
log-guest-arrived = { $named ->
    [yes] { $name } (tolk) wacht om binnen te komen.
   *[no] De tolk wacht om binnen te komen.
}
log-invitation-ended = { $reason ->
    [declined] { $who ->
        [guest] De tolk is weggegaan.
       *[agent] { $name } kan nu niet meedoen.
    }
    [refused] De tolk is niet binnengelaten.
   *[withdrawn] De uitnodiging is ingetrokken.
}
log-call-ended = { $reason ->
    [hung_up] { $minutes ->
        [0] Einde van het gesprek met geluid of beeld.
        [one] Einde van het gesprek met geluid of beeld, na { $minutes } minuut.
       *[other] Einde van het gesprek met geluid of beeld, na { $minutes } minuten.
    }
   *[other] Het gesprek met geluid of beeld is afgebroken. U kunt verder typen.
}
log-report-started = Een aangifte is gestart.
log-report-changed = { $who ->
    [me] U vulde de aangifte aan.
    [citizen] De burger vulde de aangifte aan.
    [bot] De digitale assistent vulde de aangifte in.
    [desk] De vragen van de aangifte zijn veranderd.{ $gone ->
        [0] { "" }
       *[other] { " " }Antwoorden op vragen die weg zijn, staan er niet meer in.
    }
   *[agent] { $name } vulde de aangifte aan.
}
log-report-offered = { $audience ->
    [staff] De burger krijgt de vraag om de aangifte na te lezen en te bevestigen.
   *[citizen] Lees de aangifte na. Verbeter wat niet klopt. Bevestig ze daarna.
}
log-report-filed = De aangifte is bewaard met referentie { $reference }.
log-pv-number = Het nummer van het proces-verbaal is { $number }.
log-need = { $who ->
    [me] U paste de vraag aan.
    [bot] De digitale assistent bepaalde de vraag.
   *[other] { $name } paste de vraag aan.
}
log-answer-marked = { $who ->
    [me] U duidde een antwoord van de digitale assistent aan als fout.
   *[other] { $name } duidde een antwoord van de digitale assistent aan als fout.
}
log-answer-unmarked = { $who ->
    [me] U nam terug dat een antwoord fout was.
   *[other] { $name } nam terug dat een antwoord fout was.
}
log-contact-linked = { $who ->
    [me] U noteerde dat de burger hier al was.
    [desk] De burger zegt dat dit over hetzelfde gaat als daarvoor.
   *[other] { $name } noteerde dat de burger hier al was.
}
log-contact-unlinked = { $who ->
    [me] U nam terug dat de burger hier al was.
   *[other] { $name } nam terug dat de burger hier al was.
}
log-transfer = { $who ->
    [me] U gaf het gesprek door aan { $to }.
    [bot] De digitale assistent gaf het gesprek door aan { $to }.
   *[other] { $name } gaf het gesprek door aan { $to }.
}
log-outcome = Resultaat: { $outcome }.

## The composer

composer-send = Verstuur
composer-keep-note = Bewaar de notitie
composer-left = { $over ->
    [0] Nog { $left } tekens
   *[other] { $over } tekens te veel. Maak uw bericht korter, of verstuur het in delen.
}

## Around the conversation

connection-first = We maken verbinding.
connection-lost = Geen verbinding.
connection-offline = Uw toestel heeft geen internet.
connection-crowded = Het is nu heel druk.
connection-meanwhile = { $waiting ->
    [0] We proberen opnieuw. U kunt verder schrijven.
   *[other] { $kept ->
        [device] Wat u schreef, is bewaard op dit toestel. We versturen het zodra het kan.
       *[other] Wat u schreef, is bewaard. Laat deze pagina open: we versturen het zodra het kan.
    }
}
connection-back = De verbinding is terug.
outdated = Er is een nieuwe versie van deze pagina. Laad de pagina opnieuw. Wat u schreef, blijft bewaard.
outdated-nothing = Er is een nieuwe versie van deze pagina. Laad de pagina opnieuw.
outdated-unkept = Er is een nieuwe versie van deze pagina. Uw browser bewaart niets: kopieer eerst wat u nog nodig hebt. Laad dan de pagina opnieuw.
outdated-reload = Laad de pagina opnieuw
dialog-close = Sluit
language-label = Taal
emergency-now = Ja, het gebeurt nu
emergency-not-now = Nee, nu niet

## The report

report-required = (verplicht)
report-optional = (mag u overslaan)
report-yes = Ja
report-no = Nee
report-choose = Kies
report-no-answer = Geen antwoord
report-saving = Wordt bewaard…
report-still-open = { $count ->
    [one] Alles is bewaard. Nog { $count } verplichte vraag.
   *[other] Alles is bewaard. Nog { $count } verplichte vragen.
}
report-complete = Alles is bewaard. Alle verplichte vragen zijn beantwoord.
report-changed-by-other = Net aangepast in het gesprek
report-conflict = Iemand anders schreef hier intussen:
report-keep-mine = Gebruik mijn tekst
report-keep-theirs = Gebruik die tekst
moment-day = Dag
moment-part = Wanneer op die dag
moment-time = Uur
moment-whole-day = Kies een moment
moment-at = Op een bepaald uur
moment-night = ’s nachts
moment-morning = ’s morgens
moment-afternoon = ’s middags
moment-evening = ’s avonds
moment-unknown = Weet ik niet
report-problem-missing = Deze vraag moet nog een antwoord krijgen.
report-problem-unknown_field = Deze vraag staat niet in het formulier. Laad de pagina opnieuw.
report-problem-wrong_type = Dit antwoord past niet bij de vraag. Schrijf een bedrag in cijfers, bijvoorbeeld 250,50.
report-problem-forbidden_characters = Er staat een teken in dat niet mag. Typ het antwoord opnieuw.
report-problem-too_long = Dit is te lang. Gebruik hoogstens { $limit } tekens.
report-problem-not_a_choice = Kies een antwoord uit de lijst.
report-problem-not_a_date = Dit is geen bestaande datum. Kies dag, maand en jaar.
report-problem-not_a_moment = Kies een dag, en een uur of een deel van de dag.
report-problem-in_future = Deze datum ligt in de toekomst. Kies een dag die voorbij is.
report-problem-in_past = Deze datum is voorbij. Kies een dag die nog komt.
report-problem-before_other = Dit moment ligt voor het begin. Kijk beide momenten na.
report-problem-too_short = Deze periode is te kort. Kijk beide dagen na.
report-problem-too_far = Deze periode is te lang. Kijk beide dagen na.
report-problem-too_low = Dit bedrag is te laag. Kijk het na.
report-problem-too_high = Dit bedrag is te hoog. Kijk het na.
report-problem-too_precise = Schrijf hoogstens twee cijfers na de komma.
report-problem-not_a_phone = Dit is geen telefoonnummer. Schrijf het met cijfers, bijvoorbeeld 0470 12 34 56.
report-problem-not_an_email = Dit is geen e-mailadres. Een adres heeft een @, bijvoorbeeld naam@voorbeeld.be.
report-problem-not_a_serial = Gebruik alleen letters, cijfers, spaties en streepjes.
report-problem-not_a_national_number = Dit rijksregisternummer klopt niet. Het heeft 11 cijfers en staat op uw identiteitskaart.

## The call

call-preview-title = Kijk en luister eerst zelf
call-preview-private = Niemand anders ziet of hoort u al.
call-preview-opening = Camera en microfoon gaan open. Zegt uw browser iets? Kies dan “Toestaan”.
call-own-picture = Uw eigen beeld
call-picture-of = { $who ->
    [citizen] Beeld van de burger
    [guest] Beeld van de tolk
   *[agent] Beeld van { $name }
}
call-level = Uw geluid
call-microphone = Microfoon
call-camera = Camera
call-propose = Stel het gesprek voor
call-accept = Begin het gesprek
call-rejoin = Ga terug in het gesprek
call-join = Neem deel aan het gesprek
call-knock = Ga naar de wachtruimte
call-under-way = De burger wacht in een gesprek met geluid of beeld. Kijk en luister eerst zelf, en neem dan deel.
call-alone = { $who ->
    [agent] De burger is er nog niet.
   *[citizen] Een collega komt zo bij u. U hoeft niets te doen en u mag intussen typen.
}
call-not-there = { $who ->
    [citizen] De burger is er even niet.
    [guest] De tolk is er even niet.
   *[agent] { $name } is er even niet.
}
call-held-by = { $who ->
    [citizen] De burger onderbreekt het gesprek even.
    [guest] De tolk onderbreekt het gesprek even.
   *[agent] { $name } onderbreekt het gesprek even en komt zo terug.
}
call-held = U hebt het gesprek onderbroken. Niemand ziet of hoort u nu.
call-hold = Onderbreek even
call-resume = Ga verder
call-screen-of = { $who ->
    [citizen] Scherm van de burger
    [guest] Scherm van de tolk
   *[agent] Scherm van { $name }
}
call-cancel = Toch niet
call-check = Test uw verbinding, camera en microfoon
call-try-again = Probeer opnieuw
call-question-title = { $video ->
    [true] { $who ->
        [citizen] De burger wil graag een videogesprek.
       *[agent] { $name } wil graag een videogesprek.
    }
   *[false] { $who ->
        [citizen] De burger wil graag praten met geluid.
       *[agent] { $name } wil graag praten met geluid.
    }
}
call-question-free = U mag weigeren. Dat heeft geen gevolgen.
call-look-first = Bekijk eerst uw camera
call-decline = Liever niet
call-waiting = { $who ->
    [citizen] We wachten op antwoord van de burger.
   *[agent] We wachten op antwoord van { $name }.
}
call-take-back = Trek het voorstel in
call-connecting = De verbinding komt tot stand…
call-away = Er loopt een gesprek met geluid of beeld, maar niet in dit venster.
call-elsewhere = Dit gesprek is open in een ander venster.
call-take-over = Neem het hier over
call-with = { $who ->
    [citizen] Gesprek met de burger
   *[agent] Gesprek met { $name }
}
call-speaking = Spreekt nu
call-text = Live tekst
call-text-new = Live tekst (nieuw)
call-text-label = Live tekst in dit gesprek
call-text-lines = Wat er getypt wordt
call-text-finished = Regels die klaar zijn
call-text-none = Er is nog niets getypt.
call-text-hint = De anderen lezen mee terwijl u typt. Met Enter is uw regel klaar.
call-text-field = Typ hier uw regel
call-text-sent = (verstuurd)
call-text-received = (ontvangen)
call-text-writing = Typt nog
call-text-lost = Uw regel is niet verstuurd en staat weer in het veld.
call-sign = Ik gebaar
call-sign-end = Klaar met gebaren
call-signs = Gebaart nu
call-signs-mine = De anderen zien dat u gebarentaal gebruikt.
call-state-new = De verbinding komt tot stand…
call-state-connecting = De verbinding komt tot stand…
call-state-reconnecting = De verbinding viel weg. We proberen opnieuw. U kunt intussen typen.
call-state-failed = De verbinding lukt niet. Probeer opnieuw, of ga verder door te typen.
call-state-ended = Het gesprek is voorbij.
call-controls = Bediening van het gesprek
call-mute = Zet microfoon uit
call-unmute = Zet microfoon aan
call-camera-off = Zet camera uit
call-camera-on = Zet camera aan
call-hang-up = Hang op
call-trouble-denied = De browser geeft geen toegang tot camera en microfoon.
call-trouble-dismissed = U hebt nog niet gekozen. Probeer opnieuw. Vraagt de browser iets? Kies dan “Toestaan”.
call-trouble-missing = Er is geen microfoon gevonden. Sluit er een aan en zet hem aan. Probeer daarna opnieuw, of ga verder door te typen.
call-trouble-busy = Een ander programma of venster gebruikt de camera of de microfoon. Sluit het en probeer opnieuw.
call-trouble-camera-denied = De browser geeft geen toegang tot de camera. U kunt wel met geluid praten.
call-trouble-camera-busy = Een ander programma of venster gebruikt de camera. U kunt wel met geluid praten. Wilt u toch beeld? Sluit dan dat programma.
call-trouble-no-camera = Er is geen camera. U kunt wel met geluid praten.
permission-how = Zo geeft u wel toegang:
permission-chromium = Klik links van het adres op het slotje of het icoon met twee schuifjes. Zet camera en microfoon op “Toestaan”.
permission-firefox = Klik links van het adres op het icoon van camera of microfoon. Haal daar de blokkering weg met het kruisje.
permission-safari-mac = Kies bovenaan in de menubalk “Safari”, en daarna “Instellingen voor deze website”. Zet camera en microfoon op “Sta toe”.
permission-safari-ios = Tik op het icoon naast het adres, en daarna op “Website-instellingen”. Zet camera en microfoon op “Sta toe”.
permission-other-ios = Open de app Instellingen van uw toestel en zoek daar deze browser. Zet camera en microfoon aan.
permission-chromium-android = Tik links van het adres op het icoon, en daarna op “Machtigingen”. Sta camera en microfoon toe.
permission-firefox-android = Tik links van het adres op het slotje. Tik op camera en op microfoon om ze toe te staan.
permission-system-windows = Helpt dat niet? Open de Instellingen van Windows, dan “Privacy en beveiliging”. Laat daar camera en microfoon toe voor de browser.
permission-system-mac = Helpt dat niet? Open Systeeminstellingen, dan “Privacy en beveiliging”. Zet daar de browser aan bij Camera en Microfoon.
permission-system-android = Helpt dat niet? Open de Instellingen van uw toestel, dan Apps, dan de browser, dan Machtigingen. Sta camera en microfoon toe.
permission-again = Klik daarna hier op “Probeer opnieuw”. Lukt het niet? Ga dan verder door te typen.
call-speaker = Luidspreker
call-place-question = Bent u op een rustige en veilige plek?
call-place-why = Wie bij u in de buurt is, kan meekijken en meeluisteren. Is dat niet veilig? Typ dan liever verder.
call-place-no = Nee, ik typ liever
call-without-camera = Zonder camera
call-with-camera = Met camera
call-blur = Maak mijn achtergrond onherkenbaar
call-warning-muted = Uw microfoon staat uit. Niemand hoort u.
call-warning-silent = Wij horen niets van uw microfoon. Staat ze uit op uw toestel? Of kies een andere.
call-talking = U wordt gehoord zolang u de spatiebalk ingedrukt houdt.
call-talk-hint = Microfoon uit. Houd de spatiebalk ingedrukt om even te praten.
call-screen-share = Deel uw scherm
call-screen-stop = Stop met delen
call-screen-shared = U deelt uw scherm. De anderen zien alles wat daar staat.
call-screen-shared-staff = U deelt uw scherm. De anderen zien alles wat daar staat: toon geen gegevens van andere mensen.
call-more = Meer
call-more-label = Meer bediening van het gesprek
call-sound-only = Alleen geluid (minder data)
call-sound-wish = Alleen geluid. Dat verbruikt minder data. Camera’s zijn niet te zien.
call-sound-offer = De verbinding is zwak. Met alleen geluid verstaat u elkaar beter.
call-sound-accept = Ga verder met alleen geluid
call-sound-thin = De verbinding is te zwak voor beeld. U gaat verder met geluid.
call-pictures-again = Weer met beeld
call-full = Volledig scherm
call-full-end = Sluit volledig scherm
call-small = Klein venster
call-small-end = Sluit klein venster
call-lost-audioinput = { $found ->
    [yes] Uw microfoon viel weg. U gebruikt nu { $name }.
   *[no] Uw microfoon viel weg. Niemand hoort u. Sluit ze weer aan, of gebruik een andere.
}
call-lost-videoinput = { $found ->
    [yes] Uw camera viel weg. U gebruikt nu { $name }.
   *[no] Uw camera viel weg. De anderen horen u nog wel. Sluit ze weer aan, of gebruik een andere.
}
call-lost-other-camera = Zet een camera aan
call-lost-other-microphone = Zoek een microfoon
call-quality-mine-good = Uw verbinding: goed
call-quality-mine-fair = Uw verbinding: matig
call-quality-mine-poor = Uw verbinding: zwak
call-quality-theirs-good = Komt goed door
call-quality-theirs-fair = Komt matig door
call-quality-theirs-poor = Komt slecht door
recording-propose = Vraag om op te nemen
recording-question = Mogen wij dit gesprek opnemen?
recording-what = { $days ->
    [one] Wij nemen geluid en beeld op van iedereen in dit gesprek. De politie bewaart de opname { $days } dag. Alleen wie uw zaak behandelt, kan ze bekijken. U kunt de opname altijd stoppen.
   *[other] Wij nemen geluid en beeld op van iedereen in dit gesprek. De politie bewaart de opname { $days } dagen. Alleen wie uw zaak behandelt, kan ze bekijken. U kunt de opname altijd stoppen.
}
recording-free = U mag nee zeggen. Dat heeft geen gevolgen: het gesprek gaat gewoon verder.
recording-agree = Ja, neem op
recording-refuse = Nee, niet opnemen
recording-asked = De vraag om op te nemen is gesteld. Er wordt nog niets opgenomen.
recording-running = Dit gesprek wordt opgenomen
recording-paused = De opname staat op pauze. Er wordt niets opgenomen.
recording-paused-by-me = U hebt de opname op pauze gezet. Er wordt niets opgenomen.
recording-newcomer = De opname staat op pauze: iemand die erbij kwam, moet eerst antwoorden.
recording-pause = Pauzeer de opname
recording-resume = Ga verder met opnemen
recording-stop = Stop de opname
recording-withdraw = Trek de vraag in
log-recording-proposed = { $who ->
    [me] U vraagt of het gesprek opgenomen mag worden.
   *[other] { $name } vraagt of het gesprek opgenomen mag worden.
}
log-recording-answered = { $agreed ->
    [true] { $who ->
        [me] U stemt in met de opname.
        [citizen] De burger stemt in met de opname.
        [guest] De gast stemt in met de opname.
       *[agent] { $name } stemt in met de opname.
    }
   *[false] { $who ->
        [me] U wilt liever geen opname. Dat is goed.
        [citizen] De burger wil liever geen opname. Dat is goed.
        [guest] De gast wil liever geen opname. Dat is goed.
       *[agent] { $name } wil liever geen opname. Dat is goed.
    }
}
log-recording-started = De opname begint.
log-recording-paused = { $reason ->
    [newcomer] De opname staat op pauze: iemand die erbij kwam, moet eerst antwoorden.
   *[asked] { $who ->
        [me] U zet de opname op pauze.
        [citizen] De burger zet de opname op pauze.
        [guest] De gast zet de opname op pauze.
       *[agent] { $name } zet de opname op pauze.
    }
}
log-recording-resumed = De opname gaat verder.
log-recording-stopped = { $reason ->
    [refused] De opname is gestopt: iemand in het gesprek wil niet opgenomen worden.
    [failed] De opname is gestopt: ze kon niet bewaard worden. Het gesprek gaat verder.
    [topic] De opname is gestopt: over dit onderwerp mag niet opgenomen worden.
   *[asked] De opname is gestopt.
}
log-recording-stored = { $whole ->
    [true] De opname is verzegeld bewaard. Films: { $films }.
   *[false] De opname is verzegeld bewaard, maar is niet volledig. Films: { $films }.
}
log-recording-opened = { $who ->
    [me] U bekijkt de opname.
   *[other] { $name } bekijkt de opname.
}
log-recording-held = { $held ->
    [true] { $who ->
        [me] U houdt de opname langer bij.
       *[other] { $name } houdt de opname langer bij.
    }
   *[false] { $who ->
        [me] U houdt de opname niet langer bij.
       *[other] { $name } houdt de opname niet langer bij.
    }
}
log-recording-erased = De opname is gewist. Niemand kan ze nog bekijken.

## A photo in a call

photo-ask = Vraag om een foto
photo-ask-of = Waarvan wilt u een foto?
photo-purpose = { $purpose ->
    [identity_card] Identiteitskaart
    [damage] Schade
   *[other] Iets anders
}
photo-standing-asked = U vroeg om een foto. Er is nog geen antwoord.
photo-standing-agreed = De burger neemt de foto.
photo-standing-taken = De foto is aangekomen. U vindt ze bij de aangifte.
photo-standing-declined = De burger stuurt liever geen foto. Dat is goed.
photo-withdraw = Trek de vraag om een foto in
photo-question = { $purpose ->
    [identity_card] Wilt u een foto van uw identiteitskaart nemen?
    [damage] Wilt u een foto van de schade nemen?
   *[other] Wilt u een foto nemen van wat u laat zien?
}
photo-what = U neemt de foto zelf, bekijkt ze eerst en beslist dan of u ze verstuurt. Ze komt bij uw aangifte. Alleen wie uw zaak behandelt, kan ze bekijken.
photo-cover = Bedek met uw vinger wat de agent niet nodig heeft. Twijfelt u? Vraag het dan eerst.
photo-agree = Ja, neem een foto
photo-refuse = Nee, geen foto
photo-seen = { $seen ->
    [yes] De anderen in het gesprek zien wat uw camera ziet.
   *[no] Alleen u ziet dit beeld.
}
photo-live = Wat uw camera ziet
photo-take = Neem de foto
photo-taking = De foto wordt genomen. Hou even stil.
photo-other-camera = Andere camera
photo-cancel = Toch geen foto
photo-review = Is alles goed te zien? Alleen deze foto wordt verstuurd.
photo-own = De foto die u nam
photo-retake = Neem opnieuw
photo-send = Verstuur de foto
photo-sending = De foto wordt verstuurd.
photo-sent = De foto is verstuurd.
photo-trouble-camera = De camera geeft geen beeld. Sluit andere programma’s die de camera gebruiken, of kies een andere camera.
photo-trouble-take = De foto is niet gelukt. Probeer opnieuw.
photos-title = Foto’s
photo-title = { $purpose ->
    [identity_card] Foto van de identiteitskaart
    [damage] Foto van de schade
   *[other] Foto
}
photo-facts = { $width } × { $height } beeldpunten, { $size } kB
photo-open = Bekijk groter
photo-loading = De foto wordt geladen.
photo-again = Laad de foto opnieuw
photo-remove = Verwijder de foto
photo-remove-sure = De foto wordt gewist. Daarna kan niemand ze nog bekijken.
log-photo-asked = { $who ->
    [me] { $purpose ->
        [identity_card] U vraagt een foto van de identiteitskaart.
        [damage] U vraagt een foto van de schade.
       *[other] U vraagt een foto.
    }
   *[agent] { $purpose ->
        [identity_card] { $name } vraagt een foto van de identiteitskaart.
        [damage] { $name } vraagt een foto van de schade.
       *[other] { $name } vraagt een foto.
    }
}
log-photo-declined = { $who ->
    [me] U stuurt liever geen foto. Dat is goed.
   *[citizen] De burger stuurt liever geen foto. Dat is goed.
}
log-photo-taken = { $who ->
    [me] { $purpose ->
        [identity_card] U stuurt een foto van de identiteitskaart ({ $size } kB).
        [damage] U stuurt een foto van de schade ({ $size } kB).
       *[other] U stuurt een foto ({ $size } kB).
    }
   *[citizen] { $purpose ->
        [identity_card] De burger stuurt een foto van de identiteitskaart ({ $size } kB).
        [damage] De burger stuurt een foto van de schade ({ $size } kB).
       *[other] De burger stuurt een foto ({ $size } kB).
    }
}
log-photo-erased = { $who ->
    [me] U verwijdert een foto. Niemand kan ze nog bekijken.
    [desk] Een foto is gewist. Niemand kan ze nog bekijken.
   *[agent] { $name } verwijdert een foto. Niemand kan ze nog bekijken.
}
