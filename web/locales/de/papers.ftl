# Papers: the copy of a report, the certificate, the text of a conversation.

## On every paper

paper-page = Seite { $page } von { $pages }
paper-moment-hour = { $day } um { $hour } Uhr
paper-moment-part = { $day }, { $part ->
    [night] nachts (zwischen 0 und 6 Uhr)
    [morning] am Vormittag
    [afternoon] am Nachmittag
    [evening] am Abend
   *[unknown] Uhrzeit nicht bekannt
}
paper-yes-no = { $value ->
    [true] Ja
   *[false] Nein
}
paper-person = { $kind ->
    [citizen] Bürger
    [bot] Digitale Assistenz (Bot, kein Mensch)
    [desk] Onlineloket
    [guest] Dolmetscher { $name }
   *[agent] { $name }
}
paper-language = { $language ->
    [nl] Niederländisch
    [fr] Französisch
    [de] Deutsch
   *[en] Englisch
}

## What identifies a report

paper-reference = Aktenzeichen
paper-pv-number = PV-Nummer
paper-pv-number-unknown = Noch nicht bekannt
paper-filed-at = Erstattet am
paper-service = Dienststelle
paper-taken-by = Aufgenommen von
paper-participants = Beteiligte
paper-revision = Fassung
paper-form = Formular
paper-form-version = { $form }, Fassung { $version }
paper-digest = Prüfcode
paper-digest-about = Mit dem Prüfcode (SHA-256) kann die Polizei prüfen, dass sich der Inhalt seit der Bestätigung nicht geändert hat.

## The copy

paper-copy-title = Kopie Ihrer Anzeige
paper-copy-notice = Dies ist eine Kopie Ihrer Anzeige. Sie ist nicht unterschrieben. Das ist auch nicht nötig: Sie haben sie am Bildschirm gelesen und bestätigt.
paper-question = Frage
paper-answer = Antwort
paper-no-answer = Keine Antwort
paper-unlisted = Weitere Angaben
paper-attachments = Anlagen
paper-attachment = Anlage
paper-attachment-shows = { $purpose ->
    [identity_card] Foto { $number }: Personalausweis
    [damage] Foto { $number }: Schaden
   *[other] Foto { $number }
}
paper-attachment-taken = Geschickt am
paper-attachment-measures = Maße und Größe
paper-attachment-unprinted = Dieses Foto steht nicht auf dieser Kopie. Am Prüfcode ist zu erkennen, um welches Foto es geht.
paper-next-steps = Wie geht es weiter?
paper-origin = Wie diese Anzeige entstanden ist
paper-origin-how = Die Anzeige wurde während eines Gesprächs am Online-Schalter ausgefüllt. Sie haben diese Fassung bestätigt. Danach wurde sie gespeichert.

## The certificate

paper-certificate-title = Bescheinigung über die Anzeige
paper-certificate-statement = { $zone } bestätigt, dass am Online-Schalter eine Anzeige erstattet wurde. Die Angaben oben gehören zu dieser Anzeige.
paper-certificate-notice = Diese Bescheinigung sagt nicht, was in der Anzeige steht. Das lesen Sie auf Ihrer Kopie. Diese Bescheinigung ist nicht unterschrieben.
paper-victim-help = Hilfe für Opfer
paper-helper = Wofür
paper-helper-number = Kontakt

## The text of a conversation

paper-transcript-title = Gespräch mit dem Online-Schalter
paper-transcript-about = Dies ist der Text des Gesprächs, wie er gespeichert ist. Was während eines Anrufs gesagt wurde, steht nicht darin. Alle Uhrzeiten sind Ortszeit.
paper-conversation = Gespräch
paper-began = Anfang
paper-ended = Ende
paper-until = Bis jetzt
paper-languages = Sprache
paper-offered = Mögliche Antworten: { $answers }

## What happened in a conversation

paper-who = { $who ->
    [citizen] Der Bürger
    [bot] Die digitale Assistenz
    [desk] Der Online-Schalter
    [guest] Der Dolmetscher
   *[agent] { $person }
}
paper-event-conversation-opened = Der Bürger eröffnet das Gespräch. Sprache: { paper-language }.
paper-event-participant-joined = { paper-who } nimmt am Gespräch teil.
paper-event-participant-left = { $reason ->
    [transfer] { paper-who } gibt das Gespräch weiter.
    [lost] { paper-who } hat keine Verbindung mehr.
    [quick_exit] { paper-who } verlässt schnell die Seite.
   *[left] { paper-who } verlässt das Gespräch.
}
paper-event-language-chosen = Das Gespräch geht in einer anderen Sprache weiter: { paper-language }.
paper-event-conversation-queued = Das Gespräch wartet auf einen Mitarbeiter von { $team }.{ $reason ->
    [requested] { " " }Der Bürger möchte mit einem Menschen sprechen.
    [emergency] { " " }Vielleicht besteht Gefahr.
    [unsure] { " " }Die digitale Assistenz ist nicht sicher.
    [transfer] { " " }Das Gespräch wurde weitergegeben.
    [agent_lost] { " " }Der Mitarbeiter hat keine Verbindung mehr.
    [bot_silent] { " " }Die digitale Assistenz antwortet nicht.
    [form] { " " }Eine Anzeige ist ausgefüllt.
   *[sensitive] { "" }
}
paper-event-emergency-raised = { $tier ->
    [1] Der Online-Schalter zeigt die Notrufnummern.
   *[2] Der Online-Schalter fragt, ob es jetzt geschieht.
}
paper-event-conversation-closed = { $reason ->
    [agent] Der Mitarbeiter schließt das Gespräch.
    [citizen] Der Bürger schließt das Gespräch.
    [bot] Die digitale Assistenz schließt das Gespräch.
   *[expired] Das Gespräch ist geschlossen, weil lange nichts gesagt wurde.
}
paper-event-conversation-rated = Der Bürger gibt { $score } von 5.
paper-event-call-proposed = { $video ->
    [true] { paper-who } schlägt einen Videoanruf vor.
   *[false] { paper-who } schlägt einen Anruf mit Ton vor.
}
paper-event-call-accepted = { paper-who } nimmt den Anruf an.
paper-event-call-declined = Der Anruf findet nicht statt.
paper-event-call-started = Der Anruf beginnt.
paper-event-call-incident = { $incident ->
    [connection_lost] Technisches Problem: Die Verbindung des Anrufs ist abgebrochen.
    [worker_lost] Technisches Problem: Ein Gerät der Polizei ist ausgefallen. Der Anruf wird wiederhergestellt.
    [no_worker] Technisches Problem: Ein Anruf ist jetzt nicht möglich.
    [device_lost] Technisches Problem: Eine Kamera oder ein Mikrofon funktioniert nicht mehr.
    [negotiation_failed] Technisches Problem: Der Anruf kommt nicht zustande.
   *[reconnected] Die Verbindung des Anrufs ist wiederhergestellt.
}
paper-event-call-joined = { paper-who } nimmt am Anruf teil.
paper-event-call-left = { $reason ->
    [transfer] { paper-who } gibt den Anruf weiter.
    [removed] { paper-who } wurde aus dem Anruf genommen.
    [lost] { paper-who } ist nicht mehr mit dem Anruf verbunden.
   *[left] { paper-who } verlässt den Anruf.
}
paper-event-call-ended = { $reason ->
    [failed] Der Anruf ist fehlgeschlagen.
    [lost] Der Anruf wurde unterbrochen. Dauer: { $minutes } Min. { $rest } Sek.
   *[hung_up] Der Anruf ist beendet. Dauer: { $minutes } Min. { $rest } Sek.
}
paper-event-report-started = { paper-who } beginnt eine Anzeige.
paper-event-report-changed = { $who ->
    [desk] Die Fragen der Anzeige haben sich geändert.
   *[other] { paper-who } ergänzt die Anzeige.
}
paper-event-report-offered = Der Bürger wird gebeten, die Anzeige zu lesen und zu bestätigen.
paper-event-report-filed = Der Bürger bestätigt die Anzeige. Sie ist unter dem Aktenzeichen { $reference } gespeichert.
paper-event-pv-number-recorded = Die Anzeige hat die PV-Nummer { $pv_number }.
paper-event-recording-proposed = { paper-who } fragt, ob der Anruf aufgenommen werden darf.
paper-event-recording-answered = { $agreed ->
    [true] { paper-who } stimmt der Aufnahme zu.
   *[false] { paper-who } stimmt der Aufnahme nicht zu.
}
paper-event-recording-started = Die Aufnahme beginnt.
paper-event-recording-paused = Die Aufnahme macht Pause.
paper-event-recording-resumed = Die Aufnahme geht weiter.
paper-event-recording-stopped = { $reason ->
    [refused] Die Aufnahme ist gestoppt: Jemand im Anruf stimmt nicht zu.
    [failed] Die Aufnahme ist gestoppt: Sie konnte nicht behalten werden.
    [topic] Die Aufnahme ist gestoppt: Anrufe zu diesem Thema dürfen nicht aufgenommen werden.
   *[asked] Die Aufnahme ist gestoppt.
}
paper-event-recording-erased = Die Aufnahme ist gelöscht.
paper-event-photo-asked = { $purpose ->
    [identity_card] { paper-who } bittet um ein Foto des Personalausweises.
    [damage] { paper-who } bittet um ein Foto des Schadens.
   *[other] { paper-who } bittet um ein Foto.
}
paper-event-photo-declined = { paper-who } schickt lieber kein Foto.
paper-event-photo-taken = { $purpose ->
    [identity_card] { paper-who } schickt ein Foto des Personalausweises. Prüfcode: { $sha256 }
    [damage] { paper-who } schickt ein Foto des Schadens. Prüfcode: { $sha256 }
   *[other] { paper-who } schickt ein Foto. Prüfcode: { $sha256 }
}
paper-event-photo-erased = Ein Foto ist gelöscht.
