# One message for each refusal of the desk (server/protocol/errors.py), with what to do next.

error-malformed = Dit kon de computer niet lezen. Kijk na wat u invulde en probeer opnieuw.
error-unknown_command = Deze pagina is verouderd. Laad de pagina opnieuw.
error-too_large = Dit is te veel in één keer. Verstuur het in kleinere delen.
error-outdated_protocol = Er is een nieuwe versie. Laad de pagina opnieuw.
error-client_id_reused = Er ging iets mis bij het versturen. Probeer opnieuw.
error-too_many_requests = { $seconds ->
    [0] Dat ging te snel na elkaar. Wacht even en probeer opnieuw.
    [one] Dat ging te snel na elkaar. Wacht { $seconds } seconde en probeer opnieuw.
   *[other] Dat ging te snel na elkaar. Wacht { $seconds } seconden en probeer opnieuw.
}
error-not_signed_in = U bent niet meer aangemeld. Meld u opnieuw aan.
error-wrong_credentials = De naam en het wachtwoord horen niet bij elkaar. Kijk beide na.
error-not_allowed = U mag dit hier niet doen.
error-token_malformed = Dit gesprek kan niet geopend worden. Laad de pagina opnieuw.
error-token_expired = Dit gesprek is niet meer open. Begin een nieuw gesprek.
error-ticket_used = Deze link werkt maar één keer en maar één minuut. Vraag een nieuwe.
error-no_such_conversation = Dit gesprek bestaat niet, of het is niet voor u.
error-conversation_closed = Dit gesprek is gesloten. Begin een nieuw gesprek.
error-not_closed = Dit kan pas na het einde van het gesprek.
error-already_taken = Iemand anders was u voor en nam dit gesprek. Kies een ander gesprek.
error-at_capacity = U hebt al zoveel gesprekken als u tegelijk mag hebben. Sluit er één of geef er één door.
error-not_accepting = U of uw collega neemt nu geen gesprekken aan.
error-no_such_team = Dit team bestaat niet. Kies een ander team.
error-no_such_agent = Deze collega bestaat niet. Kies een andere collega.
error-no_such_outcome = Dit resultaat bestaat niet. Kies een ander resultaat.
error-no_such_form = Dit formulier bestaat niet. Kies een ander formulier.
error-no_such_report = Deze aangifte hoort niet bij dit gesprek.
error-report_changed = Iemand anders veranderde de aangifte intussen. Lees ze na en probeer opnieuw.
error-report_filed = De aangifte is al ingediend. U kunt ze niet meer veranderen.
error-report_incomplete = De aangifte is nog niet volledig. Kijk de aangeduide vragen na.
error-report_not_offered = De aangifte is nog niet klaar om te bevestigen.
error-no_such_call = Dit gesprek met geluid of beeld bestaat niet meer.
error-call_in_progress = Er loopt al een gesprek met geluid of beeld.
error-call_over = Het gesprek met geluid of beeld is voorbij. Stel een nieuw voor.
error-no_such_answer = De digitale assistent heeft dit niet gezegd. Laad de pagina opnieuw.
error-personal_data = Er lijkt nog een nummer, een adres of een naam in de tekst te staan. Haal die weg en probeer opnieuw.
error-call_full = Er zijn al vier mensen in het gesprek of gevraagd. Eerst moet er iemand weg.
error-in_another_call = U zit al in een ander gesprek met geluid of beeld. Hang daar eerst op, of geef het door.
error-open_elsewhere = Dit gesprek is open in een ander venster. U kunt het hier overnemen.
error-invitation_over = Deze link werkt niet meer. Vraag een nieuwe link aan wie u uitnodigde.
error-no_media_worker = Bellen met geluid of beeld lukt nu niet. Typ verder, en probeer het straks opnieuw.
error-media_failed = De verbinding kwam niet tot stand. Typ verder, en probeer het opnieuw.
error-unavailable = Dit lukt nu even niet. Er is niets verloren. Probeer het zo meteen opnieuw.
error-unanswered = Het loket antwoordt niet. Kijk uw verbinding na en probeer opnieuw.
error-no_such_recording = Van deze opname is niets meer over, of ze is er nog niet. Wacht even en probeer opnieuw.
error-recording_not_allowed = Gesprekken over dit onderwerp mogen niet opgenomen worden. Kies eerst het juiste onderwerp.
error-recording_refused = Iemand in dit gesprek wil geen opname. Ga verder zonder opname.
error-recording_over = De opname is afgelopen.
error-recording_unavailable = Hier kan nu niets opgenomen of bekeken worden. Ga verder zonder opname, en schrijf op wat belangrijk is. Is er toch een opname nodig? Vraag uw beheerder.
error-no_such_photo = Deze foto is er niet meer. Vraag zo nodig een nieuwe.
error-not_a_photo = Dit is geen foto die het loket kan lezen. Neem de foto opnieuw.
error-photo_too_large = Deze foto is te groot. Neem de foto opnieuw.
error-photo_not_agreed = De burger heeft nog niet ja gezegd. Wacht op het antwoord.
error-photo_over = Deze vraag om een foto is voorbij. Is er nog een foto nodig? Dan wordt ze opnieuw gevraagd.
error-photo_unavailable = Foto’s bewaren of bekijken lukt nu niet. Ga verder zonder foto, en toon of beschrijf wat belangrijk is.
error-too_many_photos = Dit gesprek heeft al zoveel foto’s als er mogen zijn. Verwijder er eerst één.
