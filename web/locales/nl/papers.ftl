# Papers: the copy of a report, the certificate, the text of a conversation.

## On every paper

paper-page = Bladzijde { $page } van { $pages }
paper-moment-hour = { $day } om { $hour }
paper-moment-part = { $day }, { $part ->
    [night] ’s nachts (tussen 0 en 6 uur)
    [morning] ’s morgens
    [afternoon] ’s namiddags
    [evening] ’s avonds
   *[unknown] uur niet bekend
}
paper-yes-no = { $value ->
    [true] Ja
   *[false] Nee
}
paper-person = { $kind ->
    [citizen] Burger
    [bot] Digitale assistent (bot, geen mens)
    [desk] Onlineloket
    [guest] Tolk { $name }
   *[agent] { $name }
}
paper-language = { $language ->
    [nl] Nederlands
    [fr] Frans
    [de] Duits
   *[en] Engels
}

## What identifies a report

paper-reference = Kenmerk
paper-pv-number = PV-nummer
paper-pv-number-unknown = Nog niet bekend
paper-filed-at = Ingediend op
paper-service = Dienst
paper-taken-by = Opgenomen door
paper-participants = Deelnemers
paper-revision = Versie
paper-form = Formulier
paper-form-version = { $form }, versie { $version }
paper-digest = Controlecode
paper-digest-about = Met de controlecode (SHA-256) kan de politie nagaan dat de inhoud niet veranderd is sinds de bevestiging.

## The copy

paper-copy-title = Kopie van uw aangifte
paper-copy-notice = Dit is een kopie van uw aangifte. Ze is niet ondertekend, en dat hoeft ook niet: u hebt ze op het scherm gelezen en bevestigd.
paper-question = Vraag
paper-answer = Antwoord
paper-no-answer = Geen antwoord
paper-unlisted = Andere gegevens
paper-attachments = Bijlagen
paper-attachment = Bijlage
paper-attachment-shows = { $purpose ->
    [identity_card] Foto { $number }: identiteitskaart
    [damage] Foto { $number }: schade
   *[other] Foto { $number }
}
paper-attachment-taken = Verstuurd op
paper-attachment-measures = Afmetingen en grootte
paper-attachment-unprinted = Deze foto staat niet op deze kopie. Met de controlecode kunt u nagaan om welke foto het gaat.
paper-next-steps = Wat gebeurt er nu?
paper-origin = Hoe deze aangifte tot stand kwam
paper-origin-how = De aangifte is ingevuld tijdens een gesprek op het onlineloket. U hebt deze versie bevestigd. Daarna is ze bewaard.

## The certificate

paper-certificate-title = Attest van klachtneerlegging
paper-certificate-statement = { $zone } bevestigt dat er via het onlineloket een aangifte is ingediend. De gegevens hierboven horen bij die aangifte.
paper-certificate-notice = Dit attest zegt niet wat er in de aangifte staat. Dat leest u op uw kopie. Dit attest is niet ondertekend.
paper-victim-help = Hulp voor slachtoffers
paper-helper = Waarvoor
paper-helper-number = Contact

## The text of a conversation

paper-transcript-title = Gesprek met het onlineloket
paper-transcript-about = Dit is de tekst van het gesprek zoals ze bewaard is. Wat tijdens een oproep gezegd is, staat er niet in. De uren zijn plaatselijke tijd.
paper-conversation = Gesprek
paper-began = Begin
paper-ended = Einde
paper-until = Tot nu toe
paper-languages = Taal
paper-offered = Mogelijke antwoorden: { $answers }

## What happened in a conversation

paper-who = { $who ->
    [citizen] De burger
    [bot] De digitale assistent
    [desk] Het onlineloket
    [guest] De tolk
   *[agent] { $person }
}
paper-event-conversation-opened = De burger opent het gesprek. Taal: { paper-language }.
paper-event-participant-joined = { paper-who } neemt deel aan het gesprek.
paper-event-participant-left = { $reason ->
    [transfer] { paper-who } geeft het gesprek door.
    [lost] { paper-who } heeft geen verbinding meer.
    [quick_exit] { paper-who } verlaat snel de pagina.
   *[left] { paper-who } verlaat het gesprek.
}
paper-event-language-chosen = Het gesprek gaat verder in een andere taal: { paper-language }.
paper-event-conversation-queued = Het gesprek wacht op een medewerker van { $team }.{ $reason ->
    [requested] { " " }De burger vraagt een medewerker.
    [emergency] { " " }Er is misschien gevaar.
    [unsure] { " " }De digitale assistent is niet zeker.
    [transfer] { " " }Het gesprek is doorgegeven.
    [agent_lost] { " " }De medewerker heeft geen verbinding meer.
    [bot_silent] { " " }De digitale assistent antwoordt niet.
    [form] { " " }Er is een aangifte ingevuld.
   *[sensitive] { "" }
}
paper-event-emergency-raised = { $tier ->
    [1] Het onlineloket toont de noodnummers.
   *[2] Het onlineloket vraagt of het nu gebeurt.
}
paper-event-conversation-closed = { $reason ->
    [agent] De medewerker sluit het gesprek.
    [citizen] De burger sluit het gesprek.
    [bot] De digitale assistent sluit het gesprek.
   *[expired] Het gesprek is gesloten omdat er lang niets gezegd is.
}
paper-event-conversation-rated = De burger geeft { $score } op 5.
paper-event-call-proposed = { $video ->
    [true] { paper-who } stelt een videogesprek voor.
   *[false] { paper-who } stelt een gesprek met geluid voor.
}
paper-event-call-accepted = { paper-who } aanvaardt de oproep.
paper-event-call-declined = De oproep gaat niet door.
paper-event-call-started = De oproep begint.
paper-event-call-incident = { $incident ->
    [connection_lost] Technisch probleem: de verbinding van de oproep is verbroken.
    [worker_lost] Technisch probleem: een toestel van de politie is uitgevallen. De oproep wordt hersteld.
    [no_worker] Technisch probleem: een oproep is nu niet mogelijk.
    [device_lost] Technisch probleem: een camera of microfoon werkt niet meer.
    [negotiation_failed] Technisch probleem: de oproep komt niet tot stand.
   *[reconnected] De verbinding van de oproep is hersteld.
}
paper-event-call-joined = { paper-who } neemt deel aan de oproep.
paper-event-call-left = { $reason ->
    [transfer] { paper-who } geeft de oproep door.
    [removed] { paper-who } is uit de oproep gehaald.
    [lost] { paper-who } heeft geen verbinding meer met de oproep.
   *[left] { paper-who } verlaat de oproep.
}
paper-event-call-ended = { $reason ->
    [failed] De oproep is mislukt.
    [lost] De oproep is afgebroken. Duur: { $minutes } min { $rest } s.
   *[hung_up] De oproep is afgelopen. Duur: { $minutes } min { $rest } s.
}
paper-event-report-started = { paper-who } begint een aangifte.
paper-event-report-changed = { $who ->
    [desk] De vragen van de aangifte zijn veranderd.
   *[other] { paper-who } vult de aangifte aan.
}
paper-event-report-offered = De burger krijgt de vraag om de aangifte te lezen en te bevestigen.
paper-event-report-filed = De burger bevestigt de aangifte. Ze is bewaard onder het kenmerk { $reference }.
paper-event-pv-number-recorded = De aangifte heeft het PV-nummer { $pv_number }.
paper-event-recording-proposed = { paper-who } vraagt of de oproep opgenomen mag worden.
paper-event-recording-answered = { $agreed ->
    [true] { paper-who } stemt in met de opname.
   *[false] { paper-who } stemt niet in met de opname.
}
paper-event-recording-started = De opname begint.
paper-event-recording-paused = De opname staat op pauze.
paper-event-recording-resumed = De opname gaat verder.
paper-event-recording-stopped = { $reason ->
    [refused] De opname is gestopt: iemand in de oproep stemt niet in.
    [failed] De opname is gestopt: ze kon niet bewaard worden.
    [topic] De opname is gestopt: over dit onderwerp mag niet opgenomen worden.
   *[asked] De opname is gestopt.
}
paper-event-recording-erased = De opname is gewist.
paper-event-photo-asked = { $purpose ->
    [identity_card] { paper-who } vraagt een foto van de identiteitskaart.
    [damage] { paper-who } vraagt een foto van de schade.
   *[other] { paper-who } vraagt een foto.
}
paper-event-photo-declined = { paper-who } stuurt liever geen foto.
paper-event-photo-taken = { $purpose ->
    [identity_card] { paper-who } stuurt een foto van de identiteitskaart. Controlecode: { $sha256 }
    [damage] { paper-who } stuurt een foto van de schade. Controlecode: { $sha256 }
   *[other] { paper-who } stuurt een foto. Controlecode: { $sha256 }
}
paper-event-photo-erased = Een foto is gewist.
