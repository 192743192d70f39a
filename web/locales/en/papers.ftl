# Papers: the copy of a report, the certificate, the text of a conversation.

## On every paper

paper-page = Page { $page } of { $pages }
paper-moment-hour = { $day } at { $hour }
paper-moment-part = { $day }, { $part ->
    [night] at night (between midnight and 6:00)
    [morning] in the morning
    [afternoon] in the afternoon
    [evening] in the evening
   *[unknown] time not known
}
paper-yes-no = { $value ->
    [true] Yes
   *[false] No
}
paper-person = { $kind ->
    [citizen] Citizen
    [bot] Digital assistant (bot, not a person)
    [desk] Onlineloket
    [guest] Interpreter { $name }
   *[agent] { $name }
}
paper-language = { $language ->
    [nl] Dutch
    [fr] French
    [de] German
   *[en] English
}

## What identifies a report

paper-reference = Reference
paper-pv-number = PV number
paper-pv-number-unknown = Not known yet
paper-filed-at = Filed on
paper-service = Service
paper-taken-by = Taken by
paper-participants = Participants
paper-revision = Version
paper-form = Form
paper-form-version = { $form }, version { $version }
paper-digest = Check code
paper-digest-about = With the check code (SHA-256) the police can verify that the content has not changed since it was confirmed.

## The copy

paper-copy-title = Copy of your report
paper-copy-notice = This is a copy of your report. It is not signed, and it need not be: you read it and confirmed it on the screen.
paper-question = Question
paper-answer = Answer
paper-no-answer = No answer
paper-unlisted = Other details
paper-attachments = Attachments
paper-attachment = Attachment
paper-attachment-shows = { $purpose ->
    [identity_card] Photo { $number }: identity card
    [damage] Photo { $number }: damage
   *[other] Photo { $number }
}
paper-attachment-taken = Sent on
paper-attachment-measures = Measures and size
paper-attachment-unprinted = This photo is not on this copy. By the check code you can tell which photo it is.
paper-next-steps = What happens now?
paper-origin = How this report was made
paper-origin-how = The report was filled in during a conversation at the online desk. You confirmed this version. After that it was stored.

## The certificate

paper-certificate-title = Certificate of complaint
paper-certificate-statement = { $zone } confirms that a report was filed at the online desk. The details above belong to that report.
paper-certificate-notice = This certificate does not say what the report contains. You can read that on your copy. This certificate is not signed.
paper-victim-help = Help for victims
paper-helper = For what
paper-helper-number = Contact

## The text of a conversation

paper-transcript-title = Conversation with the online desk
paper-transcript-about = This is the text of the conversation as it is stored. It does not include what was said during a call. All times are local.
paper-conversation = Conversation
paper-began = Start
paper-ended = End
paper-until = So far
paper-languages = Language
paper-offered = Possible answers: { $answers }

## What happened in a conversation

paper-who = { $who ->
    [citizen] The citizen
    [bot] The digital assistant
    [desk] The online desk
    [guest] The interpreter
   *[agent] { $person }
}
paper-event-conversation-opened = The citizen opens the conversation. Language: { paper-language }.
paper-event-participant-joined = { paper-who } joins the conversation.
paper-event-participant-left = { $reason ->
    [transfer] { paper-who } hands the conversation over.
    [lost] { paper-who } is no longer connected.
    [quick_exit] { paper-who } leaves the page quickly.
   *[left] { paper-who } leaves the conversation.
}
paper-event-language-chosen = The conversation goes on in another language: { paper-language }.
paper-event-conversation-queued = The conversation waits for a member of { $team }.{ $reason ->
    [requested] { " " }The citizen asks for a person.
    [emergency] { " " }There may be danger.
    [unsure] { " " }The digital assistant is not sure.
    [transfer] { " " }The conversation was handed over.
    [agent_lost] { " " }The staff member is no longer connected.
    [bot_silent] { " " }The digital assistant does not answer.
    [form] { " " }A report is filled in.
   *[sensitive] { "" }
}
paper-event-emergency-raised = { $tier ->
    [1] The online desk shows the emergency numbers.
   *[2] The online desk asks whether it is happening now.
}
paper-event-conversation-closed = { $reason ->
    [agent] The staff member closes the conversation.
    [citizen] The citizen closes the conversation.
    [bot] The digital assistant closes the conversation.
   *[expired] The conversation is closed because nothing was said for a long time.
}
paper-event-conversation-rated = The citizen gives { $score } out of 5.
paper-event-call-proposed = { $video ->
    [true] { paper-who } proposes a video call.
   *[false] { paper-who } proposes a voice call.
}
paper-event-call-accepted = { paper-who } accepts the call.
paper-event-call-declined = The call does not take place.
paper-event-call-started = The call begins.
paper-event-call-incident = { $incident ->
    [connection_lost] Technical problem: the connection of the call was lost.
    [worker_lost] Technical problem: a device of the police failed. The call is being restored.
    [no_worker] Technical problem: a call is not possible now.
    [device_lost] Technical problem: a camera or microphone stopped working.
    [negotiation_failed] Technical problem: the call could not be connected.
   *[reconnected] The connection of the call is restored.
}
paper-event-call-joined = { paper-who } joins the call.
paper-event-call-left = { $reason ->
    [transfer] { paper-who } hands over the call.
    [removed] { paper-who } was taken out of the call.
    [lost] { paper-who } is no longer connected to the call.
   *[left] { paper-who } leaves the call.
}
paper-event-call-ended = { $reason ->
    [failed] The call failed.
    [lost] The call was cut off. Duration: { $minutes } min { $rest } s.
   *[hung_up] The call is over. Duration: { $minutes } min { $rest } s.
}
paper-event-report-started = { paper-who } begins a report.
paper-event-report-changed = { $who ->
    [desk] The questions of the report have changed.
   *[other] { paper-who } adds to the report.
}
paper-event-report-offered = The citizen is asked to read and confirm the report.
paper-event-report-filed = The citizen confirms the report. It is stored under the reference { $reference }.
paper-event-pv-number-recorded = The report has the PV number { $pv_number }.
paper-event-recording-proposed = { paper-who } asks whether the call may be recorded.
paper-event-recording-answered = { $agreed ->
    [true] { paper-who } agrees to the recording.
   *[false] { paper-who } does not agree to the recording.
}
paper-event-recording-started = The recording begins.
paper-event-recording-paused = The recording is paused.
paper-event-recording-resumed = The recording goes on.
paper-event-recording-stopped = { $reason ->
    [refused] The recording has stopped: somebody in the call does not agree.
    [failed] The recording has stopped: it could not be kept.
    [topic] The recording has stopped: calls about this topic may not be recorded.
   *[asked] The recording has stopped.
}
paper-event-recording-erased = The recording is erased.
paper-event-photo-asked = { $purpose ->
    [identity_card] { paper-who } asks for a photo of the identity card.
    [damage] { paper-who } asks for a photo of the damage.
   *[other] { paper-who } asks for a photo.
}
paper-event-photo-declined = { paper-who } would rather not send a photo.
paper-event-photo-taken = { $purpose ->
    [identity_card] { paper-who } sends a photo of the identity card. Check code: { $sha256 }
    [damage] { paper-who } sends a photo of the damage. Check code: { $sha256 }
   *[other] { paper-who } sends a photo. Check code: { $sha256 }
}
paper-event-photo-erased = A photo is erased.
