# One message for each refusal of the desk (server/protocol/errors.py), with what to do next.

error-malformed = Der Computer konnte das nicht lesen. Prüfen Sie Ihre Eingabe und versuchen Sie es erneut.
error-unknown_command = Diese Seite ist veraltet. Laden Sie die Seite neu.
error-too_large = Das ist zu viel auf einmal. Senden Sie es in kleineren Teilen.
error-outdated_protocol = Es gibt eine neue Version. Laden Sie die Seite neu.
error-client_id_reused = Beim Senden ging etwas schief. Versuchen Sie es erneut.
error-too_many_requests = { $seconds ->
    [0] Das ging zu schnell. Warten Sie kurz und versuchen Sie es erneut.
    [one] Das ging zu schnell. Warten Sie { $seconds } Sekunde und versuchen Sie es erneut.
   *[other] Das ging zu schnell. Warten Sie { $seconds } Sekunden und versuchen Sie es erneut.
}
error-not_signed_in = Sie sind nicht mehr angemeldet. Melden Sie sich neu an.
error-wrong_credentials = Name und Passwort gehören nicht zusammen. Prüfen Sie beide.
error-not_allowed = Das dürfen Sie hier nicht.
error-token_malformed = Dieses Gespräch lässt sich nicht öffnen. Laden Sie die Seite neu.
error-token_expired = Dieses Gespräch ist nicht mehr offen. Beginnen Sie ein neues Gespräch.
error-ticket_used = Dieser Link gilt nur einmal und nur eine Minute. Fordern Sie einen neuen an.
error-no_such_conversation = Dieses Gespräch gibt es nicht, oder es ist nicht für Sie.
error-conversation_closed = Dieses Gespräch ist geschlossen. Beginnen Sie ein neues Gespräch.
error-not_closed = Das geht erst nach dem Ende des Gesprächs.
error-already_taken = Jemand anders hat dieses Gespräch vor Ihnen genommen. Wählen Sie ein anderes.
error-at_capacity = Sie haben schon so viele Gespräche, wie Sie gleichzeitig haben dürfen. Schließen Sie eines oder geben Sie eines weiter.
error-not_accepting = Sie oder Ihr Kollege nehmen gerade keine Gespräche an.
error-no_such_team = Dieses Team gibt es nicht. Wählen Sie ein anderes Team.
error-no_such_agent = Diesen Kollegen gibt es nicht. Wählen Sie einen anderen Kollegen.
error-no_such_outcome = Dieses Ergebnis gibt es nicht. Wählen Sie ein anderes Ergebnis.
error-no_such_form = Dieses Formular gibt es nicht. Wählen Sie ein anderes Formular.
error-no_such_report = Diese Anzeige gehört nicht zu diesem Gespräch.
error-report_changed = Jemand anders hat die Anzeige inzwischen geändert. Lesen Sie sie und versuchen Sie es erneut.
error-report_filed = Die Anzeige ist schon eingereicht. Sie können sie nicht mehr ändern.
error-report_incomplete = Die Anzeige ist noch nicht vollständig. Prüfen Sie die markierten Fragen.
error-report_not_offered = Die Anzeige ist noch nicht bereit zum Bestätigen.
error-no_such_call = Diesen Anruf gibt es nicht mehr.
error-call_in_progress = Es läuft schon ein Anruf.
error-call_over = Der Anruf ist vorbei. Schlagen Sie einen neuen vor.
error-no_such_answer = Die digitale Assistenz hat das nicht gesagt. Laden Sie die Seite neu.
error-personal_data = Im Text scheint noch eine Nummer, eine Adresse oder ein Name zu stehen. Nehmen Sie das weg und versuchen Sie es noch einmal.
error-call_full = Vier Personen sind schon im Anruf oder gefragt. Zuerst muss jemand gehen.
error-in_another_call = Sie sind schon in einem anderen Anruf. Beenden Sie ihn zuerst, oder geben Sie ihn weiter.
error-open_elsewhere = Dieser Anruf ist in einem anderen Fenster offen. Sie können ihn hier übernehmen.
error-invitation_over = Dieser Link gilt nicht mehr. Bitten Sie um einen neuen Link, wo Sie eingeladen wurden.
error-no_media_worker = Anrufen geht gerade nicht. Schreiben Sie weiter, und versuchen Sie es später erneut.
error-media_failed = Der Anruf kam nicht zustande. Schreiben Sie weiter, und versuchen Sie es erneut.
error-unavailable = Das geht gerade nicht. Es ist nichts verloren. Versuchen Sie es gleich erneut.
error-unanswered = Der Schalter antwortet nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.
error-no_such_recording = Von dieser Aufnahme ist nichts mehr da, oder sie ist noch nicht da. Warten Sie kurz und versuchen Sie es noch einmal.
error-recording_not_allowed = Anrufe zu diesem Thema dürfen nicht aufgenommen werden. Wählen Sie zuerst das richtige Thema.
error-recording_refused = Jemand in diesem Anruf möchte keine Aufnahme. Machen Sie ohne Aufnahme weiter.
error-recording_over = Die Aufnahme ist vorbei.
error-recording_unavailable = Hier kann jetzt nichts aufgenommen oder angesehen werden. Machen Sie ohne Aufnahme weiter und schreiben Sie auf, was wichtig ist. Eine Aufnahme ist doch nötig? Fragen Sie Ihren Administrator.
error-no_such_photo = Dieses Foto gibt es nicht mehr. Bitten Sie bei Bedarf um ein neues.
error-not_a_photo = Dieses Foto kann der Schalter nicht lesen. Machen Sie das Foto noch einmal.
error-photo_too_large = Dieses Foto ist zu groß. Machen Sie das Foto noch einmal.
error-photo_not_agreed = Der Bürger hat noch nicht Ja gesagt. Warten Sie auf die Antwort.
error-photo_over = Diese Bitte um ein Foto ist vorbei. Ist noch ein Foto nötig, wird noch einmal darum gebeten.
error-photo_unavailable = Fotos können jetzt nicht aufbewahrt oder angesehen werden. Machen Sie ohne Foto weiter und zeigen oder beschreiben Sie, was wichtig ist.
error-too_many_photos = Dieses Gespräch hat schon so viele Fotos, wie es haben darf. Entfernen Sie zuerst eines.
