// Written by `python -m server.protocol.render` from server/protocol. Types stand in protocol.d.ts.

/** Version of the contract; stated when connecting. */
export const PROTOCOL = 1;

/** Languages the desk itself speaks. */
export const LANGUAGES = ["nl", "fr", "en", "de"];

/** Where each kind of participant connects. */
export const NAMESPACES = {"citizen": "/citizen", "agent": "/agent", "bot": "/service", "guest": "/guest"};

/** The event under which entries arrive. */
export const ENTRY_EVENT = "entry";

/** Commands by event: who may send them, and the struct of the result. */
export const COMMANDS = {
  "conversation.open": {"by": ["citizen"], "result": "ConversationShown"},
  "log.sync": {"by": ["agent", "bot", "citizen"], "result": "LogSlice"},
  "message.post": {"by": ["agent", "bot", "citizen"], "result": "Posted"},
  "note.post": {"by": ["agent", "bot"], "result": "Posted"},
  "read.mark": {"by": ["agent", "bot", "citizen"], "result": "Done"},
  "typing.show": {"by": ["agent", "bot", "citizen"], "result": "Done"},
  "language.choose": {"by": ["citizen"], "result": "Done"},
  "person.request": {"by": ["citizen"], "result": "Done"},
  "conversation.end": {"by": ["citizen"], "result": "Done"},
  "conversation.rate": {"by": ["citizen"], "result": "Done"},
  "ticket.mint": {"by": ["agent", "citizen"], "result": "TicketMinted"},
  "token.renew": {"by": ["citizen"], "result": "TokenRenewed"},
  "token.revoke": {"by": ["citizen"], "result": "Done"},
  "queue.watch": {"by": ["agent"], "result": "QueueShown"},
  "availability.set": {"by": ["agent"], "result": "Done"},
  "conversation.take": {"by": ["agent"], "result": "AssignmentTaken"},
  "conversation.show": {"by": ["agent", "bot"], "result": "ConversationShown"},
  "need.state": {"by": ["agent", "bot"], "result": "Done"},
  "conversation.transfer": {"by": ["agent", "bot"], "result": "Done"},
  "conversation.close": {"by": ["agent", "bot"], "result": "Done"},
  "emergency.raise": {"by": ["agent", "bot"], "result": "Done"},
  "triage.record": {"by": ["bot"], "result": "Posted"},
  "call.propose": {"by": ["agent", "citizen"], "result": "CallShown"},
  "call.accept": {"by": ["agent", "citizen"], "result": "CallShown"},
  "call.decline": {"by": ["agent", "citizen"], "result": "Done"},
  "turn.mint": {"by": ["agent", "citizen", "guest"], "result": "TurnMinted"},
  "call.offer": {"by": ["agent", "citizen", "guest"], "result": "CallAnswered"},
  "call.incident": {"by": ["agent", "citizen", "guest"], "result": "Done"},
  "call.hold": {"by": ["agent", "citizen", "guest"], "result": "Done"},
  "call.hang_up": {"by": ["agent", "citizen", "guest"], "result": "Done"},
  "call.invite_agent": {"by": ["agent"], "result": "CallShown"},
  "call.invite_guest": {"by": ["agent"], "result": "InvitationMinted"},
  "call.join": {"by": ["agent"], "result": "CallShown"},
  "call.decline_invitation": {"by": ["agent"], "result": "Done"},
  "call.admit": {"by": ["agent"], "result": "CallShown"},
  "call.remove": {"by": ["agent"], "result": "CallShown"},
  "call.enter": {"by": ["guest"], "result": "GuestShown"},
  "recording.propose": {"by": ["agent"], "result": "RecordingShown"},
  "recording.answer": {"by": ["agent", "citizen", "guest"], "result": "RecordingShown"},
  "recording.pause": {"by": ["agent", "citizen", "guest"], "result": "RecordingShown"},
  "recording.resume": {"by": ["agent", "citizen", "guest"], "result": "RecordingShown"},
  "recording.stop": {"by": ["agent", "citizen", "guest"], "result": "RecordingShown"},
  "recording.open": {"by": ["agent"], "result": "RecordingToWatch"},
  "recording.hold": {"by": ["agent"], "result": "RecordingShown"},
  "report.start": {"by": ["agent", "bot"], "result": "ReportShown"},
  "report.fill": {"by": ["agent", "bot", "citizen"], "result": "ReportShown"},
  "report.show": {"by": ["agent", "citizen"], "result": "ReportShown"},
  "report.offer": {"by": ["agent", "bot"], "result": "ReportShown"},
  "report.confirm": {"by": ["citizen"], "result": "ReportShown"},
  "report.record_pv_number": {"by": ["agent"], "result": "ReportShown"},
  "answer.mark": {"by": ["agent"], "result": "Done"},
  "answer.unmark": {"by": ["agent"], "result": "Done"},
  "contact.find": {"by": ["agent"], "result": "ContactsFound"},
  "contact.link": {"by": ["agent"], "result": "Done"},
  "bot.review": {"by": ["agent"], "result": "BotReviewed"},
  "bot.utterances": {"by": ["agent"], "result": "UtterancesListed"},
  "lesson.add": {"by": ["agent"], "result": "LessonsKept"},
  "lesson.remove": {"by": ["agent"], "result": "LessonsKept"},
  "test.start": {"by": ["citizen"], "result": "NetworkTestStarted"},
  "test.offer": {"by": ["citizen"], "result": "NetworkTestAnswered"},
  "test.end": {"by": ["citizen"], "result": "Done"},
};

/** Signals by event: their struct. */
export const SIGNALS = {
  "typing": "Typing",
  "reading": "Reading",
  "standing": "Standing",
  "queue": "QueueStands",
  "call": "CallStands",
  "call.moved": "CallMoved",
  "call.streams": "StreamsChange",
  "recording": "RecordingStands",
  "report": "ReportStands",
  "assignment": "AssignmentMade",
  "assignment.ended": "AssignmentEnded",
  "signed_out": "SignedOut",
  "revoked": "Revoked",
};

/** Types of entries: the log they stand in, and the struct of their body. */
export const ENTRIES = {
  "conversation.opened": {"log": "shared", "struct": "ConversationOpened"},
  "message.posted": {"log": "shared", "struct": "MessagePosted"},
  "participant.joined": {"log": "shared", "struct": "ParticipantJoined"},
  "participant.left": {"log": "shared", "struct": "ParticipantLeft"},
  "language.chosen": {"log": "shared", "struct": "LanguageChosen"},
  "conversation.queued": {"log": "shared", "struct": "ConversationQueued"},
  "emergency.raised": {"log": "shared", "struct": "EmergencyRaised"},
  "conversation.closed": {"log": "shared", "struct": "ConversationClosed"},
  "conversation.rated": {"log": "shared", "struct": "ConversationRated"},
  "call.proposed": {"log": "shared", "struct": "CallProposed"},
  "call.accepted": {"log": "shared", "struct": "CallAccepted"},
  "call.declined": {"log": "shared", "struct": "CallDeclined"},
  "call.started": {"log": "shared", "struct": "CallStarted"},
  "call.incident": {"log": "shared", "struct": "CallIncident"},
  "call.ended": {"log": "shared", "struct": "CallEnded"},
  "call.joined": {"log": "shared", "struct": "CallJoined"},
  "call.left": {"log": "shared", "struct": "CallLeft"},
  "invitation.made": {"log": "staff", "struct": "InvitationMade"},
  "guest.arrived": {"log": "staff", "struct": "GuestArrived"},
  "invitation.ended": {"log": "staff", "struct": "InvitationEnded"},
  "recording.proposed": {"log": "shared", "struct": "RecordingProposed"},
  "recording.answered": {"log": "shared", "struct": "RecordingAnswered"},
  "recording.started": {"log": "shared", "struct": "RecordingStarted"},
  "recording.paused": {"log": "shared", "struct": "RecordingPaused"},
  "recording.resumed": {"log": "shared", "struct": "RecordingResumed"},
  "recording.stopped": {"log": "shared", "struct": "RecordingStopped"},
  "recording.stored": {"log": "staff", "struct": "RecordingStored"},
  "recording.opened": {"log": "staff", "struct": "RecordingOpened"},
  "recording.held": {"log": "staff", "struct": "RecordingHeld"},
  "recording.erased": {"log": "shared", "struct": "RecordingErased"},
  "report.started": {"log": "shared", "struct": "ReportStarted"},
  "report.changed": {"log": "shared", "struct": "ReportChanged"},
  "report.offered": {"log": "shared", "struct": "ReportOffered"},
  "report.filed": {"log": "shared", "struct": "ReportFiled"},
  "pv_number.recorded": {"log": "shared", "struct": "PvNumberRecorded"},
  "note.posted": {"log": "staff", "struct": "NotePosted"},
  "need.stated": {"log": "staff", "struct": "NeedStated"},
  "triage.decided": {"log": "staff", "struct": "TriageDecided"},
  "answer.marked": {"log": "staff", "struct": "AnswerMarked"},
  "answer.unmarked": {"log": "staff", "struct": "AnswerUnmarked"},
  "contact.linked": {"log": "staff", "struct": "ContactLinked"},
  "transfer.made": {"log": "staff", "struct": "TransferMade"},
  "outcome.recorded": {"log": "staff", "struct": "OutcomeRecorded"},
};

/** Every code a refusal may have. */
export const ERROR_CODES = [
  "malformed",
  "unknown_command",
  "too_large",
  "outdated_protocol",
  "client_id_reused",
  "too_many_requests",
  "not_signed_in",
  "wrong_credentials",
  "not_allowed",
  "token_malformed",
  "token_expired",
  "ticket_used",
  "no_such_conversation",
  "conversation_closed",
  "not_closed",
  "already_taken",
  "at_capacity",
  "not_accepting",
  "no_such_team",
  "no_such_agent",
  "no_such_outcome",
  "no_such_form",
  "no_such_report",
  "report_changed",
  "report_filed",
  "report_incomplete",
  "report_not_offered",
  "no_such_call",
  "call_in_progress",
  "call_over",
  "no_such_answer",
  "personal_data",
  "call_full",
  "in_another_call",
  "open_elsewhere",
  "invitation_over",
  "no_media_worker",
  "media_failed",
  "no_such_recording",
  "recording_not_allowed",
  "recording_refused",
  "recording_over",
  "recording_unavailable",
  "unavailable",
];

// For each struct that has either: its defaults, and which of its fields hold structs ("Name" one, "[]Name" a list,
// "*" an entry's body). They are frozen because every struct read shares them.
/** @type {Record<string, [Record<string, any>, Record<string, string>]>} */
const STRUCTS = {
  "Entry": [{"client_id": null}, {"author": "Author", "body": "*"}],
  "Typing": [{}, {"author": "Author"}],
  "Standing": [{"sensitive": false, "position": null, "minutes": null, "staffed": true, "ways": []}, {"ways": "[]Link"}],
  "QueueStands": [{"invited": []}, {"waiting": "[]Overview", "mine": "[]Overview", "team": "[]Overview", "colleagues": "[]Colleague", "invited": "[]CallInvitation"}],
  "CallStands": [{}, {"view": "CallView"}],
  "CallMoved": [{}, {"view": "CallView"}],
  "RecordingStands": [{}, {"view": "RecordingView"}],
  "ReportStands": [{}, {"view": "ReportView"}],
  "ConversationShown": [{"staff_last": 0, "participants": [], "read": [], "standing": null, "call": null, "recordings": [], "reports": [], "rated": false, "expires_at": null, "opened_at": null, "site": null, "earlier": null}, {"need": "Need", "participants": "[]Author", "read": "[]ReadPosition", "standing": "Standing", "call": "CallView", "recordings": "[]RecordingView", "reports": "[]ReportView", "earlier": "EarlierContact"}],
  "LogSlice": [{}, {"entries": "[]Entry"}],
  "TicketMinted": [{"path": null}, {}],
  "QueueShown": [{}, {"me": "Colleague", "queue": "QueueStands"}],
  "AssignmentTaken": [{"conversation": null}, {}],
  "CallShown": [{}, {"view": "CallView"}],
  "TurnMinted": [{"servers": []}, {"servers": "[]IceServer"}],
  "CallAnswered": [{"streams": []}, {"streams": "[]Stream"}],
  "GuestShown": [{"recordings": []}, {"view": "CallView", "recordings": "[]RecordingView"}],
  "RecordingShown": [{}, {"view": "RecordingView"}],
  "RecordingToWatch": [{}, {"films": "[]FilmView"}],
  "ReportShown": [{}, {"view": "ReportView"}],
  "ContactsFound": [{"contacts": []}, {"contacts": "[]EarlierContact"}],
  "BotReviewed": [{"figures": []}, {"figures": "[]BotFigures"}],
  "UtterancesListed": [{"utterances": [], "next": null}, {"utterances": "[]Utterance"}],
  "NetworkTestStarted": [{"servers": []}, {"servers": "[]IceServer"}],
  "Refused": [{"field": null, "retry_after": null, "fields": {}}, {}],
  "DeskData": [{"demo_notice": null, "rights": [], "forms": [], "sensitive_topics": []}, {"doors": "[]Door", "card": "Card", "numbers": "[]NumberShown", "ways": "[]Link", "forms": "[]FormPage"}],
  "ConsoleData": [{"demo_notice": null, "recorded_topics": []}, {"teams": "[]TeamShown", "topics": "[]Label", "neighbourhoods": "[]Label", "outcomes": "[]Label", "canned": "[]CannedAnswer", "forms": "[]FormPage", "numbers": "[]NumberShown"}],
  "Author": [{"name": null, "role": null}, {}],
  "ConversationOpened": [{"site": null}, {}],
  "MessagePosted": [{"choices": [], "choice": null, "links": [], "answer": null}, {"choices": "[]Choice", "links": "[]Link"}],
  "ParticipantJoined": [{}, {"participant": "Author"}],
  "ParticipantLeft": [{}, {"participant": "Author"}],
  "ConversationRated": [{"comment": ""}, {}],
  "CallIncident": [{"party": null}, {}],
  "CallJoined": [{}, {"participant": "Author"}],
  "CallLeft": [{}, {"participant": "Author"}],
  "InvitationMade": [{}, {"participant": "Author"}],
  "GuestArrived": [{}, {"participant": "Author"}],
  "InvitationEnded": [{}, {"participant": "Author"}],
  "RecordingHeld": [{"reason": ""}, {}],
  "NeedStated": [{}, {"need": "Need"}],
  "TriageDecided": [{"topics": [], "language": null, "rules": [], "scores": {}, "model": null, "answer": null, "said": [], "stages": [], "reply": null, "handover": null}, {"stages": "[]Stage"}],
  "AnswerMarked": [{"topic": null}, {}],
  "ContactLinked": [{"earlier": null}, {"earlier": "EarlierContact"}],
  "TransferMade": [{"agent": null, "reason": ""}, {}],
  "OutcomeRecorded": [{"remark": ""}, {}],
  "Overview": [{"queued_at": null, "agent": null, "agent_name": null}, {"need": "Need"}],
  "CallInvitation": [{"by": null}, {"need": "Need"}],
  "CallView": [{"accepted_by": null, "placement": 0, "parties": []}, {"parties": "[]CallParty"}],
  "RecordingView": [{"paused_by": null, "erase_at": null, "held": false}, {}],
  "ReportView": [{"problems": {}, "reference": null, "pv_number": null}, {}],
  "Need": [{"topic": null, "languages": [], "neighbourhood": null, "urgency": "routine", "video": false}, {}],
  "EarlierContact": [{"topic": null}, {}],
  "IceServer": [{"username": null, "credential": null}, {}],
  "Stream": [{"mid": null}, {}],
  "FilmView": [{"author": null}, {"author": "Author"}],
  "BotFigures": [{"conversations": 0, "by_bot": 0, "by_bot_recontact": 0, "utterances": 0, "unanswered": 0, "not_helped": 0, "wrong": 0, "missed_danger": 0, "recontact": 0}, {}],
  "Utterance": [{"topic": null, "answer": null, "wrong": null, "right_topic": null, "lesson": null}, {"lesson": "Lesson"}],
  "Door": [{"sensitive": false}, {}],
  "Card": [{}, {"numbers": "[]NumberShown"}],
  "NumberShown": [{"about": ""}, {}],
  "FormPage": [{}, {"sections": "[]FormSection"}],
  "Stage": [{"outcome": "", "names": [], "figures": {}}, {}],
  "CallParty": [{"connected": false, "held": false}, {"participant": "Author"}],
  "FormSection": [{}, {"fields": "[]FormField"}],
  "FormField": [{"help": "", "required": false, "sensitive": false, "max_length": null, "choices": [], "when": {}}, {"choices": "[]Choice"}],
};

const freeze = (/** @type {any} */ value) => {
  if (value && typeof value === "object") Object.values(Object.freeze(value)).forEach(freeze);
};
freeze(STRUCTS);

/**
 * A struct as it arrived, with its defaults filled in, however deep. Fields and types of entries that this version does
 * not know stay as they are.
 */
export function withDefaults(/** @type {string} */ struct, /** @type {any} */ payload) {
  const [defaults, parts] = STRUCTS[struct] ?? [{}, {}];
  /** @type {any} */
  const whole = { ...defaults, ...payload };
  for (const [field, part] of Object.entries(parts)) {
    const value = whole[field];
    if (value === null || value === undefined) continue;
    if (part === "*") {
      const entry = /** @type {Record<string, {struct: string}>} */ (ENTRIES)[value.type];
      if (entry) whole[field] = withDefaults(entry.struct, value);
    } else if (part.startsWith("[]")) {
      whole[field] = value.map((/** @type {any} */ item) => withDefaults(part.slice(2), item));
    } else {
      whole[field] = withDefaults(part, value);
    }
  }
  return whole;
}

/** What the acknowledgement of a command holds under `ok`. */
export function readResult(/** @type {keyof typeof COMMANDS} */ event, /** @type {unknown} */ payload) {
  return withDefaults(COMMANDS[event].result, payload);
}

/** The payload of a signal. */
export function readSignal(/** @type {keyof typeof SIGNALS} */ event, /** @type {unknown} */ payload) {
  return withDefaults(SIGNALS[event], payload);
}
