# One message for each refusal of the desk (server/protocol/errors.py), with what to do next.

error-malformed = The computer could not read this. Check what you filled in and try again.
error-unknown_command = This page is out of date. Load the page again.
error-too_large = This is too much at once. Send it in smaller parts.
error-outdated_protocol = There is a new version. Load the page again.
error-client_id_reused = Sending went wrong. Try again.
error-too_many_requests = { $seconds ->
    [0] That was too fast. Wait a moment and try again.
    [one] That was too fast. Wait { $seconds } second and try again.
   *[other] That was too fast. Wait { $seconds } seconds and try again.
}
error-not_signed_in = You are no longer signed in. Sign in again.
error-wrong_credentials = The name and the password do not go together. Check both.
error-not_allowed = You may not do this here.
error-token_malformed = This conversation cannot be opened. Load the page again.
error-token_expired = This conversation is no longer open. Start a new conversation.
error-ticket_used = This link works only once and for one minute. Ask for a new one.
error-no_such_conversation = This conversation does not exist, or is not for you.
error-conversation_closed = This conversation is closed. Start a new conversation.
error-not_closed = This is possible only after the end of the conversation.
error-already_taken = Somebody else took this conversation before you. Choose another one.
error-at_capacity = You have as many conversations as you may have at once. Close one or hand one over.
error-not_accepting = You or your colleague do not take conversations now.
error-no_such_team = This team does not exist. Choose another team.
error-no_such_agent = This colleague does not exist. Choose another colleague.
error-no_such_outcome = This outcome does not exist. Choose another outcome.
error-no_such_form = This form does not exist. Choose another form.
error-no_such_report = This report is not part of this conversation.
error-report_changed = Somebody else changed the report meanwhile. Read it and try again.
error-report_filed = The report is already filed. You can no longer change it.
error-report_incomplete = The report is not complete yet. Check the marked questions.
error-report_not_offered = The report is not ready to be confirmed yet.
error-no_such_call = This call no longer exists.
error-call_in_progress = There is already a call going on.
error-call_over = The call is over. Propose a new one.
error-no_such_answer = The digital assistant did not say this. Load the page again.
error-personal_data = There still seems to be a number, an address or a name in the text. Take it out and try again.
error-call_full = Four people are in the call already, or asked into it. Someone must leave first.
error-in_another_call = You are in another call already. End it first, or hand it over.
error-open_elsewhere = This call is open in another window. You can take it over here.
error-invitation_over = This link no longer works. Ask the person who invited you for a new one.
error-no_media_worker = Calling does not work just now. Go on in writing, and try again later.
error-media_failed = The call could not be connected. Go on in writing, and try again.
error-unavailable = This does not work just now. Nothing is lost. Try again in a moment.
error-unanswered = The desk does not answer. Check your connection and try again.
error-no_such_recording = Nothing is left of this recording, or it is not there yet. Wait a moment and try again.
error-recording_not_allowed = Calls about this topic may not be recorded. Choose the right topic first.
error-recording_refused = Somebody in this call does not want a recording. Go on without one.
error-recording_over = The recording is over.
error-recording_unavailable = Nothing can be recorded or watched here now. Go on without a recording, and write down what is important. Is a recording needed after all? Ask your administrator.
error-no_such_photo = This photo is not there any more. If needed, ask for a new one.
error-not_a_photo = The desk cannot read this photo. Take the photo again.
error-photo_too_large = This photo is too large. Take the photo again.
error-photo_not_agreed = The citizen has not said yes yet. Wait for the answer.
error-photo_over = This question for a photo is over. If a photo is still needed, it will be asked for again.
error-photo_unavailable = Photos cannot be kept or seen now. Go on without a photo, and show or describe what is important.
error-too_many_photos = This conversation has as many photos as it may have. Remove one first.
