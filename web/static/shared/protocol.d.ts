// Written by `python -m server.protocol.render` from server/protocol.
//
// What is received is typed as `withDefaults` returns it, with every field there. What is sent may leave out what has a
// default.

export type Language = "nl" | "fr" | "en" | "de";

export type LogName = "shared" | "staff";

export type Kind = "citizen" | "agent" | "bot" | "desk" | "guest";

export type Phase = "triage" | "waiting" | "active" | "closed";

export type Urgency = "routine" | "priority" | "emergency";

export type FieldValue = string | boolean | number | null;

export type Code = "malformed" | "unknown_command" | "too_large" | "outdated_protocol" | "client_id_reused" | "too_many_requests" | "not_signed_in" | "wrong_credentials" | "not_allowed" | "token_malformed" | "token_expired" | "ticket_used" | "no_such_conversation" | "conversation_closed" | "not_closed" | "already_taken" | "at_capacity" | "not_accepting" | "no_such_team" | "no_such_agent" | "no_such_outcome" | "no_such_form" | "no_such_report" | "report_changed" | "report_filed" | "report_incomplete" | "report_not_offered" | "no_such_call" | "call_in_progress" | "call_over" | "no_such_answer" | "personal_data" | "call_full" | "in_another_call" | "open_elsewhere" | "invitation_over" | "no_media_worker" | "media_failed" | "no_such_recording" | "recording_not_allowed" | "recording_refused" | "recording_over" | "recording_unavailable" | "no_such_photo" | "not_a_photo" | "photo_too_large" | "photo_not_agreed" | "photo_over" | "photo_unavailable" | "too_many_photos" | "unavailable";

/**
 * One numbered line of a log, as it is stored and as everybody allowed receives it.
 */
export interface Entry {
  readonly conversation: string;
  readonly log: LogName;
  readonly number: number;
  readonly at: string;
  readonly author: Author;
  readonly client_id: string | null;
  readonly body: AnyBody;
}

/**
 * Somebody is typing; good for six seconds unless repeated.
 */
export interface Typing {
  readonly conversation: string;
  readonly log: LogName;
  readonly author: Author;
  readonly typing: boolean;
}

/**
 * What stands in somebody's line of live text, for those in the call: the whole line, each time.
 *
 * A line goes by its author and its id. Of one line the highest `sequence` counts; `finished`, which comes once, counts more than any. Good for fifteen seconds unless repeated, if it is not finished. An empty one was taken back.
 */
export interface Writing {
  readonly conversation: string;
  readonly call: string;
  readonly author: Author;
  readonly line: string;
  readonly sequence: number;
  readonly text: string;
  readonly finished: boolean;
}

/**
 * Somebody speaks in sign language, for those in the call; good for ten seconds unless repeated.
 */
export interface Signing {
  readonly conversation: string;
  readonly call: string;
  readonly participant: string;
  readonly signing: boolean;
}

/**
 * How far a participant has read a log.
 */
export interface Reading {
  readonly conversation: string;
  readonly log: LogName;
  readonly participant: string;
  readonly kind: "citizen" | "agent" | "bot";
  readonly number: number;
}

/**
 * Where a conversation stands, for the citizen: the place in the queue counts from 1; the minutes are an estimate.
 *
 * `staffed` is false when nobody is accepting conversations now; `ways` are the other ways on.
 */
export interface Standing {
  readonly conversation: string;
  readonly phase: Phase;
  readonly sensitive: boolean;
  readonly position: number | null;
  readonly minutes: readonly [number, number] | null;
  readonly staffed: boolean;
  readonly ways: ReadonlyArray<Link>;
}

/**
 * All that waits, for an agent who watches the queue; most urgent first.
 *
 * `team` is what others have, longest first. A long list is cut; the counts say how many there are. `invited`: calls a colleague asks the agent into.
 */
export interface QueueStands {
  readonly waiting: ReadonlyArray<Overview>;
  readonly waiting_count: number;
  readonly mine: ReadonlyArray<Overview>;
  readonly team: ReadonlyArray<Overview>;
  readonly team_count: number;
  readonly colleagues: ReadonlyArray<Colleague>;
  readonly at: string;
  readonly invited: ReadonlyArray<CallInvitation>;
}

/**
 * How a call stands; sent whenever it changes.
 */
export interface CallStands {
  readonly conversation: string;
  readonly view: CallView;
}

/**
 * A call is on another media worker, because the one it was on is gone: offer anew, on a fresh connection.
 *
 * Also said while no worker is free, before the call ends or goes on. `view.placement` tells the same to whoever missed this.
 */
export interface CallMoved {
  readonly conversation: string;
  readonly view: CallView;
}

/**
 * What the others send one party of a call is something else now: that party offers again. Offering once more after a reconnect finds what was missed.
 */
export interface StreamsChange {
  readonly conversation: string;
  readonly call: string;
  readonly party: string;
}

/**
 * How the recording of a call stands; sent whenever it changes.
 */
export interface RecordingStands {
  readonly conversation: string;
  readonly view: RecordingView;
}

/**
 * How a photo that was asked for stands; sent whenever it changes.
 */
export interface PhotoStands {
  readonly conversation: string;
  readonly view: PhotoView;
}

/**
 * How a report stands; sent whenever it changes.
 */
export interface ReportStands {
  readonly conversation: string;
  readonly view: ReportView;
}

/**
 * To a bot: this conversation is yours from now on. Follow it with `log.sync`.
 */
export interface AssignmentMade {
  readonly conversation: string;
}

/**
 * To a bot or agent: this conversation is no longer yours.
 */
export interface AssignmentEnded {
  readonly conversation: string;
}

/**
 * To an agent: the sign-in ended, or a supervisor ended it; the connection closes after this.
 */
export interface SignedOut {
  readonly reason: string;
}

/**
 * To a citizen: this token no longer opens the conversation; wipe what is stored. To a guest: `refused` at the door, or `removed` from the call. The connection then closes.
 */
export interface Revoked {
  readonly reason: "quick_exit" | "expired" | "refused" | "removed";
}

/**
 * A conversation as it stands, with all that a screen needs to show it. Its entries come by `log.sync`; where `conversation.open` asked for them, the last of the shared log stand in `entries`, oldest first.
 *
 * Staff is also told what the log's first entries said, because a screen begins with its last: `opened_at`, `site`, and `earlier`, the conversation that the citizen had before this one.
 */
export interface ConversationShown {
  readonly conversation: string;
  readonly participant: string;
  readonly phase: Phase;
  readonly language: Language;
  readonly need: Need;
  readonly team: string;
  readonly sensitive: boolean;
  readonly shared_last: number;
  readonly staff_last: number;
  readonly participants: ReadonlyArray<Author>;
  readonly read: ReadonlyArray<ReadPosition>;
  readonly standing: Standing | null;
  readonly call: CallView | null;
  readonly recordings: ReadonlyArray<RecordingView>;
  readonly reports: ReadonlyArray<ReportView>;
  readonly photos: ReadonlyArray<PhotoView>;
  readonly rated: boolean;
  readonly expires_in: number | null;
  readonly opened_at: string | null;
  readonly site: string | null;
  readonly earlier: EarlierContact | null;
  readonly entries: ReadonlyArray<Entry>;
}

/**
 * Part of a log, oldest first. `last` is the newest number there is.
 */
export interface LogSlice {
  readonly log: LogName;
  readonly entries: ReadonlyArray<Entry>;
  readonly last: number;
}

/**
 * The entry is stored under this number.
 */
export interface Posted {
  readonly number: number;
  readonly at: string;
}

/**
 * It is done, or already was.
 */
export interface Done {

}

/**
 * A code for one use, and where it leads, if it is fetched by URL.
 */
export interface TicketMinted {
  readonly code: string;
  readonly path: string | null;
  readonly expires_at: string;
}

/**
 * The token is good for so many seconds: whoever reads this may have a clock that is wrong.
 */
export interface TokenRenewed {
  readonly expires_in: number;
}

/**
 * The queue as it stands, and who you are.
 */
export interface QueueShown {
  readonly me: Colleague;
  readonly supervisor: boolean;
  readonly capacity: number;
  readonly queue: QueueStands;
}

/**
 * The conversation is yours; nothing where none was waiting that suits you.
 */
export interface AssignmentTaken {
  readonly conversation: string | null;
}

/**
 * The call as it stands.
 */
export interface CallShown {
  readonly view: CallView;
}

/**
 * TURN and STUN servers, and for how long their credentials are good; none where the desk has none.
 */
export interface TurnMinted {
  readonly servers: ReadonlyArray<IceServer>;
  readonly seconds: number;
}

/**
 * The media worker's answer to an offer (SDP), and what the others send.
 *
 * `mid` of a stream is the section of your own description in which it comes; where it is missing, add a section that receives and offer again. A stream keeps its section as long as it lasts.
 */
export interface CallAnswered {
  readonly sdp: string;
  readonly streams: ReadonlyArray<Stream>;
}

/**
 * A link for one use: what follows the `#` never reaches a server or a log.
 */
export interface InvitationMinted {
  readonly link: string;
  readonly participant: string;
  readonly expires_at: string;
}

/**
 * The call a guest was asked into, who the guest is in it, the conversation's language, and how the call is recorded.
 */
export interface GuestShown {
  readonly conversation: string;
  readonly participant: string;
  readonly language: Language;
  readonly view: CallView;
  readonly recordings: ReadonlyArray<RecordingView>;
}

/**
 * The recording as it stands.
 */
export interface RecordingShown {
  readonly view: RecordingView;
}

/**
 * The films of a recording, to be fetched with the sign-in of whoever opened it, until then.
 */
export interface RecordingToWatch {
  readonly films: ReadonlyArray<FilmView>;
  readonly until: string;
}

/**
 * The photo as it stands; also the answer to `PUT /api/photos/<photo>`.
 */
export interface PhotoShown {
  readonly view: PhotoView;
}

/**
 * The report as it stands.
 */
export interface ReportShown {
  readonly view: ReportView;
}

/**
 * Conversations that the citizen may have had before, the likeliest first.
 */
export interface ContactsFound {
  readonly contacts: ReadonlyArray<EarlierContact>;
}

/**
 * How the bot did, by language.
 */
export interface BotReviewed {
  readonly figures: ReadonlyArray<BotFigures>;
}

/**
 * Utterances, newest first. `next` asks for those that follow; none: these are the last.
 */
export interface UtterancesListed {
  readonly utterances: ReadonlyArray<Utterance>;
  readonly next: string | null;
}

/**
 * How many lessons are kept, and the folder on the desk's machine whose files hold them all.
 */
export interface LessonsKept {
  readonly count: number;
  readonly folder: string;
}

/**
 * A test is open, with what it may test.
 */
export interface NetworkTestStarted {
  readonly test: string;
  readonly servers: ReadonlyArray<IceServer>;
}

/**
 * The media worker's answer to an offer of a test (SDP).
 */
export interface NetworkTestAnswered {
  readonly sdp: string;
}

/**
 * What an acknowledgement holds under `error`.
 */
export interface Refused {
  readonly code: "malformed" | "unknown_command" | "too_large" | "outdated_protocol" | "client_id_reused" | "too_many_requests" | "not_signed_in" | "wrong_credentials" | "not_allowed" | "token_malformed" | "token_expired" | "ticket_used" | "no_such_conversation" | "conversation_closed" | "not_closed" | "already_taken" | "at_capacity" | "not_accepting" | "no_such_team" | "no_such_agent" | "no_such_outcome" | "no_such_form" | "no_such_report" | "report_changed" | "report_filed" | "report_incomplete" | "report_not_offered" | "no_such_call" | "call_in_progress" | "call_over" | "no_such_answer" | "personal_data" | "call_full" | "in_another_call" | "open_elsewhere" | "invitation_over" | "no_media_worker" | "media_failed" | "no_such_recording" | "recording_not_allowed" | "recording_refused" | "recording_over" | "recording_unavailable" | "no_such_photo" | "not_a_photo" | "photo_too_large" | "photo_not_agreed" | "photo_over" | "photo_unavailable" | "too_many_photos" | "unavailable";
  readonly field: string | null;
  readonly retry_after: number | null;
  readonly fields: { readonly [key: string]: string };
}

/**
 * What the citizen's screens need.
 */
export interface DeskData {
  readonly zone: string;
  readonly title: string;
  readonly demo_notice: string | null;
  readonly language: Language;
  readonly languages: ReadonlyArray<Language>;
  readonly doors: ReadonlyArray<Door>;
  readonly card: Card;
  readonly numbers: ReadonlyArray<NumberShown>;
  readonly ways: ReadonlyArray<Link>;
  readonly exit_url: string;
  readonly rights: ReadonlyArray<string>;
  readonly forms: ReadonlyArray<FormPage>;
  readonly sensitive_topics: ReadonlyArray<string>;
}

/**
 * What the console needs. `recorded_topics`: those about which calls may be recorded; none where nothing can be. `call_seats`: how many a call can take.
 */
export interface ConsoleData {
  readonly zone: string;
  readonly demo_notice: string | null;
  readonly language: Language;
  readonly languages: ReadonlyArray<Language>;
  readonly teams: ReadonlyArray<TeamShown>;
  readonly topics: ReadonlyArray<Label>;
  readonly recorded_topics: ReadonlyArray<string>;
  readonly call_seats: number;
  readonly neighbourhoods: ReadonlyArray<Label>;
  readonly outcomes: ReadonlyArray<Label>;
  readonly canned: ReadonlyArray<CannedAnswer>;
  readonly forms: ReadonlyArray<FormPage>;
  readonly numbers: ReadonlyArray<NumberShown>;
}

/**
 * `GET /api/me`, and the answer to a sign-in: who is signed in.
 */
export interface SignedIn {
  readonly agent: string;
  readonly name: string;
  readonly role: string;
  readonly supervisor: boolean;
}

/**
 * Who wrote an entry. Agents are known by first name and role only.
 */
export interface Author {
  readonly participant: string;
  readonly kind: Kind;
  readonly name: string | null;
  readonly role: string | null;
}

/**
 * A citizen opened the conversation, in this language, from this site (an origin, or the desk's own page).
 */
export interface ConversationOpened {
  readonly type: "conversation.opened";
  readonly language: Language;
  readonly site: string | null;
}

/**
 * Somebody said something. `choices` are answers offered with it; `choice` is the one this message takes.
 *
 * `text` may hold any Unicode but control characters; `answer` names the curated answer it was taken from, as `topic@version`.
 */
export interface MessagePosted {
  readonly type: "message.posted";
  readonly text: string;
  readonly choices: ReadonlyArray<Choice>;
  readonly choice: string | null;
  readonly links: ReadonlyArray<Link>;
  readonly answer: string | null;
}

/**
 * Somebody takes part from now on.
 */
export interface ParticipantJoined {
  readonly type: "participant.joined";
  readonly participant: Author;
}

/**
 * Somebody no longer takes part. `lost`: stayed away too long; `quick_exit`: the citizen left in a hurry.
 */
export interface ParticipantLeft {
  readonly type: "participant.left";
  readonly participant: Author;
  readonly reason: "left" | "transfer" | "lost" | "quick_exit";
}

/**
 * The citizen goes on in another language.
 */
export interface LanguageChosen {
  readonly type: "language.chosen";
  readonly language: Language;
}

/**
 * The conversation waits for a person of this team. `reason` says why, in the desk's words.
 */
export interface ConversationQueued {
  readonly type: "conversation.queued";
  readonly team: string;
  readonly reason: "requested" | "emergency" | "unsure" | "sensitive" | "transfer" | "agent_lost" | "bot_silent" | "form";
}

/**
 * Danger was recognised: tier 1 shows the 112/101 card, tier 2 asks whether it is happening now.
 */
export interface EmergencyRaised {
  readonly type: "emergency.raised";
  readonly tier: 1 | 2;
}

/**
 * The conversation ended. Nothing can be said in it any more, but it can be rated, read and its papers fetched.
 */
export interface ConversationClosed {
  readonly type: "conversation.closed";
  readonly reason: "agent" | "citizen" | "bot" | "expired";
}

/**
 * How the citizen felt helped, 1 (badly) to 5 (very well).
 */
export interface ConversationRated {
  readonly type: "conversation.rated";
  readonly score: number;
  readonly comment: string;
}

/**
 * One side would like to call. Declining has no consequence.
 */
export interface CallProposed {
  readonly type: "call.proposed";
  readonly call: string;
  readonly video: boolean;
}

/**
 * The other side agreed; the call is being connected.
 */
export interface CallAccepted {
  readonly type: "call.accepted";
  readonly call: string;
}

/**
 * The other side would rather not, or the proposer took it back.
 */
export interface CallDeclined {
  readonly type: "call.declined";
  readonly call: string;
}

/**
 * Both sides are connected.
 */
export interface CallStarted {
  readonly type: "call.started";
  readonly call: string;
}

/**
 * Something technical went wrong in a call: it is part of the record.
 */
export interface CallIncident {
  readonly type: "call.incident";
  readonly call: string;
  readonly incident: "connection_lost" | "worker_lost" | "no_worker" | "device_lost" | "negotiation_failed" | "reconnected";
  readonly party: string | null;
}

/**
 * The call is over; `seconds` since it started, 0 where it never did.
 */
export interface CallEnded {
  readonly type: "call.ended";
  readonly call: string;
  readonly reason: "hung_up" | "lost" | "failed" | "closed";
  readonly seconds: number;
}

/**
 * Somebody came into a call that is under way: a colleague, an interpreter, or whoever took the conversation.
 */
export interface CallJoined {
  readonly type: "call.joined";
  readonly call: string;
  readonly participant: Author;
}

/**
 * Somebody is no longer in a call, which goes on without them.
 */
export interface CallLeft {
  readonly type: "call.left";
  readonly call: string;
  readonly participant: Author;
  readonly reason: "left" | "removed" | "transfer" | "lost";
}

/**
 * Somebody was asked into a call: a colleague, or a guest by a link for one use.
 */
export interface InvitationMade {
  readonly type: "invitation.made";
  readonly call: string;
  readonly participant: Author;
}

/**
 * A guest used the link, and waits outside the call until somebody decides.
 */
export interface GuestArrived {
  readonly type: "guest.arrived";
  readonly call: string;
  readonly participant: Author;
}

/**
 * Whoever was asked into a call does not come: the colleague declined, the guest was refused, or it was withdrawn.
 */
export interface InvitationEnded {
  readonly type: "invitation.ended";
  readonly call: string;
  readonly participant: Author;
  readonly reason: "declined" | "refused" | "withdrawn";
}

/**
 * One side would like to record the call, and asks everybody else in it. Saying no has no consequence.
 */
export interface RecordingProposed {
  readonly type: "recording.proposed";
  readonly recording: string;
  readonly call: string;
}

/**
 * Somebody in the call agreed to the recording, or did not.
 */
export interface RecordingAnswered {
  readonly type: "recording.answered";
  readonly recording: string;
  readonly agreed: boolean;
}

/**
 * Everybody in the call agreed: it is recorded from now on.
 */
export interface RecordingStarted {
  readonly type: "recording.started";
  readonly recording: string;
}

/**
 * Nothing is recorded for now. `newcomer`: because somebody joined who has to be asked first.
 */
export interface RecordingPaused {
  readonly type: "recording.paused";
  readonly recording: string;
  readonly reason: "asked" | "newcomer";
}

/**
 * It goes on.
 */
export interface RecordingResumed {
  readonly type: "recording.resumed";
  readonly recording: string;
}

/**
 * The recording is over, and why. `refused`: somebody who joined did not agree; `failed`: it could not be kept; `topic`: the conversation is about something else now, of which calls may not be recorded.
 */
export interface RecordingStopped {
  readonly type: "recording.stopped";
  readonly recording: string;
  readonly reason: "asked" | "refused" | "call_ended" | "failed" | "topic";
}

/**
 * What became of a recording, by SHA-256: of its films' content, and of the sealed packets as they lie on disk.
 *
 * `whole`: false where an end is missing, because a worker stopped in the middle, where a part was changed, or where there is no film.
 */
export interface RecordingStored {
  readonly type: "recording.stored";
  readonly recording: string;
  readonly films: ReadonlyArray<string>;
  readonly dumps: ReadonlyArray<string>;
  readonly whole: boolean;
}

/**
 * Somebody of staff opened the recording to look at it.
 */
export interface RecordingOpened {
  readonly type: "recording.opened";
  readonly recording: string;
}

/**
 * A recording is kept for a legal reason, or no longer.
 */
export interface RecordingHeld {
  readonly type: "recording.held";
  readonly recording: string;
  readonly held: boolean;
  readonly reason: string;
}

/**
 * The key of the recording was destroyed: nobody can open it any more.
 */
export interface RecordingErased {
  readonly type: "recording.erased";
  readonly recording: string;
}

/**
 * The agent asks the citizen for a photo. Saying no has no consequence.
 */
export interface PhotoAsked {
  readonly type: "photo.asked";
  readonly photo: string;
  readonly call: string;
  readonly purpose: "identity_card" | "damage" | "other";
}

/**
 * The citizen would rather not send one.
 */
export interface PhotoDeclined {
  readonly type: "photo.declined";
  readonly photo: string;
}

/**
 * The citizen took a photo, looked at it and sent it. It is kept: a JPEG of this digest, size in bytes and measures in pixels.
 */
export interface PhotoTaken {
  readonly type: "photo.taken";
  readonly photo: string;
  readonly purpose: "identity_card" | "damage" | "other";
  readonly sha256: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly report: string | null;
}

/**
 * The key of a photo was destroyed: nobody can open it any more. By an agent, who removed it from a report that was not filed, or by the desk, because its time was over.
 */
export interface PhotoErased {
  readonly type: "photo.erased";
  readonly photo: string;
}

/**
 * A report was begun on this form.
 */
export interface ReportStarted {
  readonly type: "report.started";
  readonly report: string;
  readonly form: string;
  readonly form_version: number;
}

/**
 * Fields of a report were filled or corrected; `revision` is the report's new one.
 *
 * With `form_version`, by the desk: the form has changed, and the report goes on by this version of it. `fields` are then those that the form no longer has, each without an answer from now on.
 */
export interface ReportChanged {
  readonly type: "report.changed";
  readonly report: string;
  readonly revision: number;
  readonly fields: { readonly [key: string]: FieldValue };
  readonly form_version: number | null;
}

/**
 * The citizen is asked to read the report, correct it, and confirm it.
 */
export interface ReportOffered {
  readonly type: "report.offered";
  readonly report: string;
  readonly revision: number;
}

/**
 * The citizen confirmed this revision and it is stored under this reference.
 */
export interface ReportFiled {
  readonly type: "report.filed";
  readonly report: string;
  readonly revision: number;
  readonly reference: string;
}

/**
 * An officer recorded the number of the official report (proces-verbaal).
 */
export interface PvNumberRecorded {
  readonly type: "pv_number.recorded";
  readonly report: string;
  readonly pv_number: string;
}

/**
 * A note among staff.
 */
export interface NotePosted {
  readonly type: "note.posted";
  readonly text: string;
}

/**
 * The need, as it is kept from now on. By bot or agent: as they stated it, and the zone's rules raised it. By the desk: as it follows from what happened.
 */
export interface NeedStated {
  readonly type: "need.stated";
  readonly need: Need;
}

/**
 * What the bot made of one message, so that its decision can be looked into afterwards.
 *
 * `said`: the numbers of what it said about it in the shared log. `stages`: what each stage came to, in order, none where a button was pressed. `model`: a hash of what it was taught from. `reply`: what the message says of what the bot did before. `handover`: why it gave the conversation to a person.
 */
export interface TriageDecided {
  readonly type: "triage.decided";
  readonly message: number;
  readonly action: "answer" | "clarify" | "handover" | "emergency" | "form" | "greet" | "wait";
  readonly topics: ReadonlyArray<string>;
  readonly language: string | null;
  readonly rules: ReadonlyArray<string>;
  readonly scores: { readonly [key: string]: number };
  readonly model: string | null;
  readonly answer: string | null;
  readonly said: ReadonlyArray<number>;
  readonly stages: ReadonlyArray<Stage>;
  readonly reply: "helped" | "not_helped" | "chose_topic" | "none_of_these" | "asked_person" | null;
  readonly handover: "requested" | "emergency" | "unsure" | "sensitive" | "transfer" | "form" | null;
}

/**
 * An agent marked what the bot said under this number as wrong. `topic`: what it should have been about.
 */
export interface AnswerMarked {
  readonly type: "answer.marked";
  readonly message: number;
  readonly reason: "wrong_topic" | "wrong_text" | "unclear" | "should_hand_over" | "missed_danger";
  readonly topic: string | null;
}

/**
 * The mark on what the bot said under this number was taken back.
 */
export interface AnswerUnmarked {
  readonly type: "answer.unmarked";
  readonly message: number;
}

/**
 * The citizen was here before: the citizen said so, or an agent noted it. Without `earlier` it is taken back.
 */
export interface ContactLinked {
  readonly type: "contact.linked";
  readonly earlier: EarlierContact | null;
}

/**
 * An agent or bot handed the conversation to a team or an agent, and why.
 */
export interface TransferMade {
  readonly type: "transfer.made";
  readonly team: string;
  readonly agent: string | null;
  readonly reason: string;
}

/**
 * How the conversation ended, for the figures and the file.
 */
export interface OutcomeRecorded {
  readonly type: "outcome.recorded";
  readonly outcome: string;
  readonly remark: string;
}

/**
 * A page to read on, or a number to call (`https:`, `tel:`, `mailto:`, or a path on the desk).
 */
export interface Link {
  readonly href: string;
  readonly label: string;
}

/**
 * A conversation as it stands in a list.
 */
export interface Overview {
  readonly conversation: string;
  readonly phase: Phase;
  readonly need: Need;
  readonly team: string;
  readonly opened_at: string;
  readonly queued_at: string | null;
  readonly agent: string | null;
  readonly agent_name: string | null;
}

/**
 * An agent as other staff see one.
 */
export interface Colleague {
  readonly agent: string;
  readonly name: string;
  readonly role: string;
  readonly teams: ReadonlyArray<string>;
  readonly languages: ReadonlyArray<string>;
  readonly accepting: boolean;
  readonly load: number;
}

/**
 * A colleague asks an agent into a call.
 */
export interface CallInvitation {
  readonly conversation: string;
  readonly call: string;
  readonly video: boolean;
  readonly need: Need;
  readonly by: string | null;
}

/**
 * A call as it stands: `proposed` -> `accepted` (being connected) -> `running` -> `ended`.
 *
 * `placement` counts the media workers that the call was placed on: a party whose connection was made for an earlier one offers anew, on a fresh connection. `parties` are empty until the call is accepted.
 */
export interface CallView {
  readonly call: string;
  readonly state: "proposed" | "accepted" | "running" | "ended";
  readonly video: boolean;
  readonly proposed_by: string;
  readonly accepted_by: string | null;
  readonly placement: number;
  readonly parties: ReadonlyArray<CallParty>;
}

/**
 * A recording of a call as it stands: `asked` -> `running` <-> `paused` -> `stopped` -> `stored` -> `erased`; or `refused`, or `lapsed` where the call was over before all had answered.
 *
 * `agreed`: the parties that said yes; `asked_by` is one of them. Whoever else is in the call is to answer, whenever. `paused_by`: the party that paused it, and lets it go on; none while somebody new has yet to answer. It is kept for `keep_days`, unless it is `held` for a legal reason.
 */
export interface RecordingView {
  readonly recording: string;
  readonly call: string;
  readonly state: "asked" | "running" | "paused" | "stopped" | "stored" | "erased" | "refused" | "lapsed";
  readonly asked_by: string;
  readonly agreed: ReadonlyArray<string>;
  readonly paused_by: string | null;
  readonly keep_days: number;
  readonly asked_at: string;
  readonly erase_at: string | null;
  readonly held: boolean;
}

/**
 * A photo that was asked for in a call: `asked` -> `agreed` -> `taken` -> `erased`; or `declined`; or `lapsed`, where the agent withdrew the question or the call was over first.
 *
 * `report`: the report that it belongs to, or none yet. What follows is known once it was taken: `size` in bytes, `width` and `height` in pixels, the digest of the JPEG as it is kept.
 */
export interface PhotoView {
  readonly photo: string;
  readonly call: string;
  readonly purpose: "identity_card" | "damage" | "other";
  readonly state: "asked" | "agreed" | "taken" | "declined" | "lapsed" | "erased";
  readonly asked_by: string;
  readonly asked_at: string;
  readonly report: string | null;
  readonly taken_at: string | null;
  readonly size: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: string | null;
}

/**
 * A report as it stands: `draft` (being filled) -> `offered` (the citizen is asked to confirm) -> `filed`.
 */
export interface ReportView {
  readonly report: string;
  readonly form: string;
  readonly form_version: number;
  readonly revision: number;
  readonly state: "draft" | "offered" | "filed";
  readonly fields: { readonly [key: string]: FieldValue };
  readonly problems: { readonly [key: string]: string };
  readonly reference: string | null;
  readonly pv_number: string | null;
}

/**
 * What a conversation asks of whoever takes it.
 */
export interface Need {
  readonly topic: string | null;
  readonly languages: ReadonlyArray<string>;
  readonly neighbourhood: string | null;
  readonly urgency: Urgency;
  readonly video: boolean;
}

/**
 * How far a participant has read a log.
 */
export interface ReadPosition {
  readonly participant: string;
  readonly kind: string;
  readonly log: LogName;
  readonly number: number;
}

/**
 * A conversation that the same citizen had before, as far as anybody said so. `helped_by`: the bot closed it and no person was needed; a person took it; or it ended before either.
 */
export interface EarlierContact {
  readonly conversation: string;
  readonly opened_at: string;
  readonly language: Language;
  readonly topic: string | null;
  readonly helped_by: "bot" | "person" | "nobody";
}

/**
 * A server as `RTCPeerConnection` takes it among its `iceServers`; a STUN server needs no credentials.
 */
export interface IceServer {
  readonly urls: ReadonlyArray<string>;
  readonly username: string | null;
  readonly credential: string | null;
}

/**
 * What one of the others sends, as a party gets it.
 *
 * `mid` is the section of the party's own description in which it comes; nothing when there was none left for it: the party is to add one that receives (`recvonly`, audio for a microphone, video otherwise) and to offer again. A stream keeps its section as long as it lasts. In SDP it has `party` for its stream id (`a=msid`).
 */
export interface Stream {
  readonly party: string;
  readonly source: "microphone" | "camera" | "screen";
  readonly mid: string | null;
}

/**
 * One film of a recording: whose, what it shows, its address until the opening ends, and its digest. `author`: who that is, also one who has left the conversation since.
 *
 * All films of a recording begin at the same moment.
 */
export interface FilmView {
  readonly party: string;
  readonly shows: "camera" | "screen" | "sound";
  readonly path: string;
  readonly content_type: string;
  readonly seconds: number;
  readonly sha256: string;
  readonly author: Author | null;
}

/**
 * How the bot did in one language.
 *
 * `conversations`: those that were opened in this time and in which the citizen said something, in the language of the screen; `by_bot`: of these, those that the bot closed, and no person was needed; `by_bot_recontact`: of these, those that were followed by a new contact within seven days, as far as anybody said so. `utterances`: what citizens said to the bot in their own words, in the language of the words; the others, by cause.
 */
export interface BotFigures {
  readonly language: string;
  readonly conversations: number;
  readonly by_bot: number;
  readonly by_bot_recontact: number;
  readonly utterances: number;
  readonly unanswered: number;
  readonly not_helped: number;
  readonly wrong: number;
  readonly missed_danger: number;
  readonly recontact: number;
}

/**
 * What a citizen said, what the bot did about it, and why that is worth a look.
 *
 * `masked` is the text with what looks like personal data replaced by `…`: to begin training data with. `topic`: what the bot took it for; `right_topic`: what an agent says it should have been.
 */
export interface Utterance {
  readonly conversation: string;
  readonly message: number;
  readonly at: string;
  readonly text: string;
  readonly masked: string;
  readonly language: string;
  readonly action: "answer" | "clarify" | "handover" | "emergency" | "form" | "greet" | "wait";
  readonly causes: ReadonlyArray<"unanswered" | "not_helped" | "wrong" | "recontact">;
  readonly topic: string | null;
  readonly answer: string | null;
  readonly wrong: "wrong_topic" | "wrong_text" | "unclear" | "should_hand_over" | "missed_danger" | null;
  readonly right_topic: string | null;
  readonly lesson: Lesson | null;
}

/**
 * One of the three ways in; opens by posting its label with `choice` = `door.<id>`.
 */
export interface Door {
  readonly id: string;
  readonly label: string;
  readonly sensitive: boolean;
}

/**
 * The emergency card: what to do now.
 */
export interface Card {
  readonly title: string;
  readonly text: string;
  readonly soft_question: string;
  readonly numbers: ReadonlyArray<NumberShown>;
}

/**
 * A telephone number or app, with when to use it.
 */
export interface NumberShown {
  readonly id: string;
  readonly label: string;
  readonly number: string;
  readonly href: string;
  readonly about: string;
}

/**
 * A form in the language of the page.
 */
export interface FormPage {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly sections: ReadonlyArray<FormSection>;
}

/**
 * A team as the console lists it.
 */
export interface TeamShown {
  readonly id: string;
  readonly name: string;
  readonly kind: "police" | "prevention";
  readonly open: boolean;
}

/**
 * Something with an id that people know by a name.
 */
export interface Label {
  readonly id: string;
  readonly label: string;
}

/**
 * A text an agent may send as it is or change first, in each language of the desk.
 */
export interface CannedAnswer {
  readonly id: string;
  readonly label: string;
  readonly texts: { readonly [key in Language]?: string };
}

/**
 * An answer that is offered as a button, and stays readable as text.
 */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/**
 * What one stage of the bot's triage came to: in a word, with the names it went by (rules, concepts, topics) and the figures behind it. It quotes nothing of the message.
 */
export interface Stage {
  readonly name: string;
  readonly outcome: string;
  readonly names: ReadonlyArray<string>;
  readonly figures: { readonly [key: string]: number };
}

/**
 * Somebody in a call, or on the way into it: `invited` -> `waiting` (a guest, until an agent decides) -> `in`.
 *
 * `connected`: media flows to and from them. `held`: they hold the call, and send a still sign and silence.
 */
export interface CallParty {
  readonly participant: Author;
  readonly state: "invited" | "waiting" | "in";
  readonly connected: boolean;
  readonly held: boolean;
}

/**
 * Training data made of one utterance.
 */
export interface Lesson {
  readonly text: string;
  readonly topic: string;
  readonly language: Language;
}

/**
 * Fields that belong together.
 */
export interface FormSection {
  readonly title: string;
  readonly fields: ReadonlyArray<FormField>;
}

/**
 * One question of a form, in the language of the page.
 *
 * Shown only while each field of `when` has the value named there.
 */
export interface FormField {
  readonly id: string;
  readonly kind: "text" | "long_text" | "choice" | "yes_no" | "date" | "moment" | "street" | "amount" | "phone" | "email" | "serial" | "national_number";
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly max_length: number | null;
  readonly choices: ReadonlyArray<Choice>;
  readonly when: { readonly [key: string]: FieldValue };
}

/**
 * Open a conversation under the token of this connection, or find the one it already opens.
 *
 * `code` is a single-use ticket for `move`: it lets this token into a conversation opened elsewhere, instead of a new one. `earlier` is the token of a conversation before this one, where the citizen says that this is about the same: staff sees which. A token that was revoked says nothing. `entries`: so many of the last entries of the shared log come in `entries` of the answer, and whatever is added meanwhile; for a client that knows none of them yet.
 */
export interface OpenConversation {
  readonly language: Language;
  readonly site?: string | null;
  readonly code?: string | null;
  readonly earlier?: string | null;
  readonly entries?: number | null;
}

/**
 * Read part of a log: of the entries numbered above `after` and below `before`, the first `limit`, or with `last` the last `limit`. They come oldest first either way.
 *
 * A client shows the end of a long conversation first: with `last`, or from fifty before the number that it was told. It goes back when somebody reads back: `last`, with `before` the number of the oldest entry it knows. A `before` that leaves no number above `after` is refused as `malformed`; one beyond the end of the log bounds nothing.
 */
export interface SyncLog {
  readonly conversation: string;
  readonly log?: LogName;
  readonly after?: number;
  readonly before?: number | null;
  readonly limit?: number;
  readonly last?: boolean;
}

/**
 * Say something in a conversation. `choices`, `links` and `answer` are the bot's and the agents'.
 *
 * `call`: it was a line of live text in this call, whose id is the `client_id`. Those in the call get it once more, by `writing`; a guest may say something in no other way.
 */
export interface PostMessage {
  readonly conversation: string;
  readonly client_id: string;
  readonly text: string;
  readonly choice?: string | null;
  readonly choices?: ReadonlyArray<Choice>;
  readonly links?: ReadonlyArray<Link>;
  readonly answer?: string | null;
  readonly call?: string | null;
}

/**
 * Write a note that only staff sees.
 */
export interface PostNote {
  readonly conversation: string;
  readonly client_id: string;
  readonly text: string;
}

/**
 * Say how far a log was read. A lower number than before changes nothing.
 */
export interface MarkRead {
  readonly conversation: string;
  readonly log?: LogName;
  readonly number: number;
}

/**
 * Say that somebody types, or no longer does.
 */
export interface ShowTyping {
  readonly conversation: string;
  readonly log?: LogName;
  readonly typing: boolean;
}

/**
 * Go on in another language.
 */
export interface ChooseLanguage {
  readonly conversation: string;
  readonly language: Language;
}

/**
 * Ask for a person instead of the bot.
 */
export interface RequestPerson {
  readonly conversation: string;
}

/**
 * End the conversation as citizen.
 */
export interface EndConversation {
  readonly conversation: string;
}

/**
 * Say how you felt helped, once the conversation is closed. The first rating stays.
 */
export interface RateConversation {
  readonly conversation: string;
  readonly score: number;
  readonly comment?: string;
}

/**
 * Get a code good for sixty seconds and one use: to fetch a paper by URL, or to move to another window.
 */
export interface MintTicket {
  readonly conversation: string;
  readonly purpose: "move" | "transcript" | "report" | "certificate";
  readonly report?: string | null;
}

/**
 * Ask for a longer life for the token of this connection.
 */
export interface RenewToken {
  readonly conversation: string;
}

/**
 * Quick exit: the conversation's tokens open nothing from now on.
 */
export interface RevokeToken {
  readonly conversation: string;
}

/**
 * Get the queue now and whenever it changes.
 */
export interface WatchQueue {

}

/**
 * Say whether you take conversations. Nothing but you or a supervisor changes it.
 */
export interface SetAvailability {
  readonly accepting: boolean;
}

/**
 * Take a waiting conversation, or the next one that suits you when none is named.
 */
export interface TakeConversation {
  readonly conversation?: string | null;
}

/**
 * Look at a conversation: yours, your team's, or one that waits. Leaves a line in the audit log.
 */
export interface ShowConversation {
  readonly conversation: string;
}

/**
 * Say what a conversation asks for. With a `client_id` it may be repeated, also after somebody stated another.
 */
export interface StateNeed {
  readonly conversation: string;
  readonly need: Partial<Need>;
  readonly client_id?: string | null;
}

/**
 * Hand a conversation to a team's queue or, named by `agent`, to one who accepts. From the bot: to the people.
 *
 * With a `client_id` it may be repeated, also by one who cannot see the conversation any more because of it.
 */
export interface TransferConversation {
  readonly conversation: string;
  readonly team?: string | null;
  readonly agent?: string | null;
  readonly need?: Partial<Need> | null;
  readonly why?: "requested" | "emergency" | "unsure" | "sensitive" | "transfer" | "form";
  readonly remark?: string;
  readonly client_id?: string | null;
}

/**
 * Close a conversation with an outcome from the zone's list.
 */
export interface CloseConversation {
  readonly conversation: string;
  readonly outcome: string;
  readonly remark?: string;
}

/**
 * Show the emergency card (tier 1) or ask whether it happens now (tier 2). With a `client_id` it may be repeated.
 */
export interface RaiseEmergency {
  readonly conversation: string;
  readonly tier: 1 | 2;
  readonly client_id?: string | null;
}

/**
 * Store what the bot decided on one message, and why.
 */
export interface RecordTriage {
  readonly conversation: string;
  readonly client_id: string;
  readonly message: number;
  readonly action: "answer" | "clarify" | "handover" | "emergency" | "form" | "greet" | "wait";
  readonly topics?: ReadonlyArray<string>;
  readonly language?: string | null;
  readonly rules?: ReadonlyArray<string>;
  readonly scores?: { readonly [key: string]: number };
  readonly model?: string | null;
  readonly answer?: string | null;
  readonly said?: ReadonlyArray<number>;
  readonly stages?: ReadonlyArray<(Omit<Stage, "outcome" | "names" | "figures"> & Partial<Pick<Stage, "outcome" | "names" | "figures">>)>;
  readonly reply?: "helped" | "not_helped" | "chose_topic" | "none_of_these" | "asked_person" | null;
  readonly handover?: "requested" | "emergency" | "unsure" | "sensitive" | "transfer" | "form" | null;
}

/**
 * Propose a call. There is one at a time in a conversation.
 */
export interface ProposeCall {
  readonly conversation: string;
  readonly video?: boolean;
}

/**
 * Agree to a proposed call. Both sides then offer, each as soon as it can.
 */
export interface AcceptCall {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Decline a proposed call, or take your own proposal back.
 */
export interface DeclineCall {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Get the TURN servers of a call that was accepted, with credentials of one's own.
 *
 * They are good for minutes: ask again before an ICE restart that comes later than `seconds`.
 */
export interface MintTurn {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Hand over a session description (SDP), and get the media worker's answer at once, whoever else is there.
 *
 * A party may offer at any time: to restart ICE, after its page was loaded again, when it shares a screen. What it sends, it sends in sections that are `sendrecv` or `sendonly`: one of sound, one of video from its camera, and one of video that shows its screen, whose mid is `screen`. `placement` is that of the call view for which the peer connection was made: an offer that a move of the call has overtaken is refused with `media_failed`.
 */
export interface OfferMedia {
  readonly conversation: string;
  readonly call: string;
  readonly sdp: string;
  readonly screen?: string | null;
  readonly placement?: number | null;
}

/**
 * Say that something technical went wrong in a call; it is noted in the record. With a `client_id` it may be repeated.
 */
export interface ReportIncident {
  readonly conversation: string;
  readonly call: string;
  readonly incident: "connection_lost" | "device_lost" | "negotiation_failed" | "reconnected";
  readonly client_id?: string | null;
}

/**
 * Say that you hold the call, or go on. Your own browser sends a still sign and silence meanwhile.
 */
export interface HoldCall {
  readonly conversation: string;
  readonly call: string;
  readonly held: boolean;
}

/**
 * End a call for all, as citizen or as the agent who has the conversation; anybody else leaves it, and it goes on.
 */
export interface HangUp {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Show those in the call what stands in your line of live text now; empty where it was taken back.
 *
 * A line goes by an id that you make, and by a `sequence` that grows. Send the whole line at the first change, and then at most five times a second. Once it has ended, post it by `message.post`, with its id as `client_id`.
 */
export interface ShowWriting {
  readonly conversation: string;
  readonly call: string;
  readonly line: string;
  readonly sequence: number;
  readonly text: string;
}

/**
 * Show those in the call that you speak in sign language now, or no longer do. Repeat it every four seconds.
 */
export interface ShowSigning {
  readonly conversation: string;
  readonly call: string;
  readonly signing: boolean;
}

/**
 * Ask a colleague into the call of your conversation. Until the call is over they may read the conversation and write in it.
 */
export interface InviteAgent {
  readonly conversation: string;
  readonly call: string;
  readonly agent: string;
}

/**
 * Make a link for one use, for an interpreter. Whoever opens it waits until you admit them.
 */
export interface InviteGuest {
  readonly conversation: string;
  readonly call: string;
  readonly name?: string | null;
}

/**
 * Go into a call that is under way: as who was asked, or as who took the conversation meanwhile.
 */
export interface JoinCall {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Say that you do not come into a call that a colleague asked you into.
 */
export interface DeclineInvitation {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Let a guest who waits into the call.
 */
export interface AdmitGuest {
  readonly conversation: string;
  readonly call: string;
  readonly participant: string;
}

/**
 * Refuse a guest who waits, withdraw an invitation, or take somebody out of the call; never the citizen.
 */
export interface RemoveParty {
  readonly conversation: string;
  readonly call: string;
  readonly participant: string;
}

/**
 * Come to the door of a call as a guest: the first time with the code of the link, which is used up by this; from then on the token that you connect with keeps the place.
 */
export interface EnterCall {
  readonly code?: string | null;
  readonly name?: string | null;
  readonly language?: Language;
}

/**
 * Ask everybody in a running call whether it may be recorded. To ask is to agree. The zone decides about which topics this may be asked.
 */
export interface ProposeRecording {
  readonly conversation: string;
  readonly call: string;
}

/**
 * Agree to be recorded, or not. A no has no consequence but that nothing is recorded.
 */
export interface AnswerRecording {
  readonly conversation: string;
  readonly recording: string;
  readonly agree: boolean;
}

/**
 * Keep nothing for now. Acknowledged once nothing is kept any more.
 */
export interface PauseRecording {
  readonly conversation: string;
  readonly recording: string;
}

/**
 * Let a recording go on that you paused yourself.
 */
export interface ResumeRecording {
  readonly conversation: string;
  readonly recording: string;
}

/**
 * End a recording, or withdraw the question. Anybody in the call may. What was recorded is kept.
 */
export interface StopRecording {
  readonly conversation: string;
  readonly recording: string;
}

/**
 * Open a recording to look at it. Each opening is written down, with who and when.
 */
export interface OpenRecording {
  readonly conversation: string;
  readonly recording: string;
}

/**
 * Keep a recording beyond its time, for a legal reason that is written down, or no longer. Supervisors only.
 */
export interface HoldRecording {
  readonly conversation: string;
  readonly recording: string;
  readonly held: boolean;
  readonly reason?: string;
}

/**
 * Ask the citizen in a call for a photo. One question stands at a time: asking again shows that one.
 */
export interface AskPhoto {
  readonly conversation: string;
  readonly call: string;
  readonly purpose: "identity_card" | "damage" | "other";
}

/**
 * Agree to send a photo, or not. A no has no consequence, also after a yes, as long as no photo was sent.
 */
export interface AnswerPhoto {
  readonly conversation: string;
  readonly photo: string;
  readonly agree: boolean;
}

/**
 * Take the question back. What was sent before is not changed by it.
 */
export interface WithdrawPhoto {
  readonly conversation: string;
  readonly photo: string;
}

/**
 * Erase a photo, as long as the report that it belongs to is not filed.
 */
export interface RemovePhoto {
  readonly conversation: string;
  readonly photo: string;
}

/**
 * Begin a report on one of the zone's forms, or get the one that was begun.
 */
export interface StartReport {
  readonly conversation: string;
  readonly form: string;
  readonly fields?: { readonly [key: string]: FieldValue };
}

/**
 * Fill or correct fields.
 *
 * `revision` is the one you saw: fields somebody else changed since are refused as `report_changed`.
 */
export interface FillReport {
  readonly conversation: string;
  readonly report: string;
  readonly revision: number;
  readonly fields: { readonly [key: string]: FieldValue };
}

/**
 * Read a report as it stands.
 */
export interface ShowReport {
  readonly conversation: string;
  readonly report: string;
}

/**
 * Ask the citizen to read and confirm a complete report.
 */
export interface OfferReport {
  readonly conversation: string;
  readonly report: string;
}

/**
 * Confirm exactly this revision. The reference in the answer means that it is durably stored.
 */
export interface ConfirmReport {
  readonly conversation: string;
  readonly report: string;
  readonly revision: number;
}

/**
 * Record the number of the official report, e.g. `ME.18.L1.012345/2026`.
 */
export interface RecordPvNumber {
  readonly conversation: string;
  readonly report: string;
  readonly pv_number: string;
}

/**
 * Mark what the bot said under this number as wrong; another mark takes the place of the one before.
 */
export interface MarkAnswer {
  readonly conversation: string;
  readonly client_id: string;
  readonly message: number;
  readonly reason: "wrong_topic" | "wrong_text" | "unclear" | "should_hand_over" | "missed_danger";
  readonly topic?: string | null;
}

/**
 * Take the mark on what the bot said under this number back.
 */
export interface UnmarkAnswer {
  readonly conversation: string;
  readonly client_id: string;
  readonly message: number;
}

/**
 * Conversations of the seven days before this one that its citizen may have had: of the same language, those of the same topic first; or the one in which a report got this reference. Only those that you may see.
 */
export interface FindContacts {
  readonly conversation: string;
  readonly reference?: string | null;
}

/**
 * Note that the citizen was here before, in that conversation; without `earlier`, take it back.
 */
export interface LinkContact {
  readonly conversation: string;
  readonly client_id: string;
  readonly earlier?: string | null;
}

/**
 * How the bot did, in figures, from one moment until before another, a year at most. For supervisors.
 */
export interface ReviewBot {
  readonly since: string;
  readonly until: string;
}

/**
 * What citizens said that is worth a look, newest first. For supervisors: each is a read of its conversation, and leaves an audit line. `after` is the `next` of the list before.
 */
export interface ListUtterances {
  readonly since: string;
  readonly until: string;
  readonly language?: string | null;
  readonly cause?: "unanswered" | "not_helped" | "wrong" | "recontact" | null;
  readonly after?: string | null;
  readonly limit?: number;
}

/**
 * Keep what a citizen said as training data for a topic, in words without personal data; said again, the new words take the place of those before. `topic` may also be `elsewhere` (not for the desk) or `emergency`. For supervisors.
 *
 * Nothing is taught by this: it is written to a file that somebody reviews.
 */
export interface AddLesson {
  readonly conversation: string;
  readonly message: number;
  readonly text: string;
  readonly topic: string;
  readonly language: Language;
}

/**
 * Take what was kept of this message out of the training data. For supervisors.
 */
export interface RemoveLesson {
  readonly conversation: string;
  readonly message: number;
}

/**
 * Begin a test of the network: whether a call would get through. It takes no conversation.
 *
 * It is over after half a minute; few may run at a time.
 */
export interface StartTest {

}

/**
 * Hand over a session description (SDP) as in a call, and get the answer of a media worker.
 *
 * Once for each way that is tested: to the worker itself, and through TURN. Nobody else is there.
 */
export interface OfferTest {
  readonly test: string;
  readonly sdp: string;
}

/**
 * End a test, so that somebody else may begin one. Ending one that is over does nothing.
 */
export interface EndTest {
  readonly test: string;
}

/**
 * `POST /api/sign-in`: who signs in to the console.
 */
export interface SignIn {
  readonly login: string;
  readonly password: string;
}

export type AnyBody = ConversationOpened | MessagePosted | ParticipantJoined | ParticipantLeft | LanguageChosen | ConversationQueued | EmergencyRaised | ConversationClosed | ConversationRated | CallProposed | CallAccepted | CallDeclined | CallStarted | CallIncident | CallEnded | CallJoined | CallLeft | InvitationMade | GuestArrived | InvitationEnded | RecordingProposed | RecordingAnswered | RecordingStarted | RecordingPaused | RecordingResumed | RecordingStopped | RecordingStored | RecordingOpened | RecordingHeld | RecordingErased | PhotoAsked | PhotoDeclined | PhotoTaken | PhotoErased | ReportStarted | ReportChanged | ReportOffered | ReportFiled | PvNumberRecorded | NotePosted | NeedStated | TriageDecided | AnswerMarked | AnswerUnmarked | ContactLinked | TransferMade | OutcomeRecorded;

export interface Commands {
  "conversation.open": { payload: OpenConversation; result: ConversationShown };
  "log.sync": { payload: SyncLog; result: LogSlice };
  "message.post": { payload: PostMessage; result: Posted };
  "note.post": { payload: PostNote; result: Posted };
  "read.mark": { payload: MarkRead; result: Done };
  "typing.show": { payload: ShowTyping; result: Done };
  "language.choose": { payload: ChooseLanguage; result: Done };
  "person.request": { payload: RequestPerson; result: Done };
  "conversation.end": { payload: EndConversation; result: Done };
  "conversation.rate": { payload: RateConversation; result: Done };
  "ticket.mint": { payload: MintTicket; result: TicketMinted };
  "token.renew": { payload: RenewToken; result: TokenRenewed };
  "token.revoke": { payload: RevokeToken; result: Done };
  "queue.watch": { payload: WatchQueue; result: QueueShown };
  "availability.set": { payload: SetAvailability; result: Done };
  "conversation.take": { payload: TakeConversation; result: AssignmentTaken };
  "conversation.show": { payload: ShowConversation; result: ConversationShown };
  "need.state": { payload: StateNeed; result: Done };
  "conversation.transfer": { payload: TransferConversation; result: Done };
  "conversation.close": { payload: CloseConversation; result: Done };
  "emergency.raise": { payload: RaiseEmergency; result: Done };
  "triage.record": { payload: RecordTriage; result: Posted };
  "call.propose": { payload: ProposeCall; result: CallShown };
  "call.accept": { payload: AcceptCall; result: CallShown };
  "call.decline": { payload: DeclineCall; result: Done };
  "turn.mint": { payload: MintTurn; result: TurnMinted };
  "call.offer": { payload: OfferMedia; result: CallAnswered };
  "call.incident": { payload: ReportIncident; result: Done };
  "call.hold": { payload: HoldCall; result: Done };
  "call.hang_up": { payload: HangUp; result: Done };
  "writing.show": { payload: ShowWriting; result: Done };
  "signing.show": { payload: ShowSigning; result: Done };
  "call.invite_agent": { payload: InviteAgent; result: CallShown };
  "call.invite_guest": { payload: InviteGuest; result: InvitationMinted };
  "call.join": { payload: JoinCall; result: CallShown };
  "call.decline_invitation": { payload: DeclineInvitation; result: Done };
  "call.admit": { payload: AdmitGuest; result: CallShown };
  "call.remove": { payload: RemoveParty; result: CallShown };
  "call.enter": { payload: EnterCall; result: GuestShown };
  "recording.propose": { payload: ProposeRecording; result: RecordingShown };
  "recording.answer": { payload: AnswerRecording; result: RecordingShown };
  "recording.pause": { payload: PauseRecording; result: RecordingShown };
  "recording.resume": { payload: ResumeRecording; result: RecordingShown };
  "recording.stop": { payload: StopRecording; result: RecordingShown };
  "recording.open": { payload: OpenRecording; result: RecordingToWatch };
  "recording.hold": { payload: HoldRecording; result: RecordingShown };
  "photo.ask": { payload: AskPhoto; result: PhotoShown };
  "photo.answer": { payload: AnswerPhoto; result: PhotoShown };
  "photo.withdraw": { payload: WithdrawPhoto; result: PhotoShown };
  "photo.remove": { payload: RemovePhoto; result: PhotoShown };
  "report.start": { payload: StartReport; result: ReportShown };
  "report.fill": { payload: FillReport; result: ReportShown };
  "report.show": { payload: ShowReport; result: ReportShown };
  "report.offer": { payload: OfferReport; result: ReportShown };
  "report.confirm": { payload: ConfirmReport; result: ReportShown };
  "report.record_pv_number": { payload: RecordPvNumber; result: ReportShown };
  "answer.mark": { payload: MarkAnswer; result: Done };
  "answer.unmark": { payload: UnmarkAnswer; result: Done };
  "contact.find": { payload: FindContacts; result: ContactsFound };
  "contact.link": { payload: LinkContact; result: Done };
  "bot.review": { payload: ReviewBot; result: BotReviewed };
  "bot.utterances": { payload: ListUtterances; result: UtterancesListed };
  "lesson.add": { payload: AddLesson; result: LessonsKept };
  "lesson.remove": { payload: RemoveLesson; result: LessonsKept };
  "test.start": { payload: StartTest; result: NetworkTestStarted };
  "test.offer": { payload: OfferTest; result: NetworkTestAnswered };
  "test.end": { payload: EndTest; result: Done };
}

export type CommandEvent = keyof Commands;

export interface Signals {
  "typing": Typing;
  "writing": Writing;
  "signing": Signing;
  "reading": Reading;
  "standing": Standing;
  "queue": QueueStands;
  "call": CallStands;
  "call.moved": CallMoved;
  "call.streams": StreamsChange;
  "recording": RecordingStands;
  "photo": PhotoStands;
  "report": ReportStands;
  "assignment": AssignmentMade;
  "assignment.ended": AssignmentEnded;
  "signed_out": SignedOut;
  "revoked": Revoked;
}

export type SignalEvent = keyof Signals;

export interface Received {
  "Entry": Entry;
  "Typing": Typing;
  "Writing": Writing;
  "Signing": Signing;
  "Reading": Reading;
  "Standing": Standing;
  "QueueStands": QueueStands;
  "CallStands": CallStands;
  "CallMoved": CallMoved;
  "StreamsChange": StreamsChange;
  "RecordingStands": RecordingStands;
  "PhotoStands": PhotoStands;
  "ReportStands": ReportStands;
  "AssignmentMade": AssignmentMade;
  "AssignmentEnded": AssignmentEnded;
  "SignedOut": SignedOut;
  "Revoked": Revoked;
  "ConversationShown": ConversationShown;
  "LogSlice": LogSlice;
  "Posted": Posted;
  "Done": Done;
  "TicketMinted": TicketMinted;
  "TokenRenewed": TokenRenewed;
  "QueueShown": QueueShown;
  "AssignmentTaken": AssignmentTaken;
  "CallShown": CallShown;
  "TurnMinted": TurnMinted;
  "CallAnswered": CallAnswered;
  "InvitationMinted": InvitationMinted;
  "GuestShown": GuestShown;
  "RecordingShown": RecordingShown;
  "RecordingToWatch": RecordingToWatch;
  "PhotoShown": PhotoShown;
  "ReportShown": ReportShown;
  "ContactsFound": ContactsFound;
  "BotReviewed": BotReviewed;
  "UtterancesListed": UtterancesListed;
  "LessonsKept": LessonsKept;
  "NetworkTestStarted": NetworkTestStarted;
  "NetworkTestAnswered": NetworkTestAnswered;
  "Refused": Refused;
  "DeskData": DeskData;
  "ConsoleData": ConsoleData;
  "SignedIn": SignedIn;
  "Author": Author;
  "ConversationOpened": ConversationOpened;
  "MessagePosted": MessagePosted;
  "ParticipantJoined": ParticipantJoined;
  "ParticipantLeft": ParticipantLeft;
  "LanguageChosen": LanguageChosen;
  "ConversationQueued": ConversationQueued;
  "EmergencyRaised": EmergencyRaised;
  "ConversationClosed": ConversationClosed;
  "ConversationRated": ConversationRated;
  "CallProposed": CallProposed;
  "CallAccepted": CallAccepted;
  "CallDeclined": CallDeclined;
  "CallStarted": CallStarted;
  "CallIncident": CallIncident;
  "CallEnded": CallEnded;
  "CallJoined": CallJoined;
  "CallLeft": CallLeft;
  "InvitationMade": InvitationMade;
  "GuestArrived": GuestArrived;
  "InvitationEnded": InvitationEnded;
  "RecordingProposed": RecordingProposed;
  "RecordingAnswered": RecordingAnswered;
  "RecordingStarted": RecordingStarted;
  "RecordingPaused": RecordingPaused;
  "RecordingResumed": RecordingResumed;
  "RecordingStopped": RecordingStopped;
  "RecordingStored": RecordingStored;
  "RecordingOpened": RecordingOpened;
  "RecordingHeld": RecordingHeld;
  "RecordingErased": RecordingErased;
  "PhotoAsked": PhotoAsked;
  "PhotoDeclined": PhotoDeclined;
  "PhotoTaken": PhotoTaken;
  "PhotoErased": PhotoErased;
  "ReportStarted": ReportStarted;
  "ReportChanged": ReportChanged;
  "ReportOffered": ReportOffered;
  "ReportFiled": ReportFiled;
  "PvNumberRecorded": PvNumberRecorded;
  "NotePosted": NotePosted;
  "NeedStated": NeedStated;
  "TriageDecided": TriageDecided;
  "AnswerMarked": AnswerMarked;
  "AnswerUnmarked": AnswerUnmarked;
  "ContactLinked": ContactLinked;
  "TransferMade": TransferMade;
  "OutcomeRecorded": OutcomeRecorded;
  "Link": Link;
  "Overview": Overview;
  "Colleague": Colleague;
  "CallInvitation": CallInvitation;
  "CallView": CallView;
  "RecordingView": RecordingView;
  "PhotoView": PhotoView;
  "ReportView": ReportView;
  "Need": Need;
  "ReadPosition": ReadPosition;
  "EarlierContact": EarlierContact;
  "IceServer": IceServer;
  "Stream": Stream;
  "FilmView": FilmView;
  "BotFigures": BotFigures;
  "Utterance": Utterance;
  "Door": Door;
  "Card": Card;
  "NumberShown": NumberShown;
  "FormPage": FormPage;
  "TeamShown": TeamShown;
  "Label": Label;
  "CannedAnswer": CannedAnswer;
  "Choice": Choice;
  "Stage": Stage;
  "CallParty": CallParty;
  "Lesson": Lesson;
  "FormSection": FormSection;
  "FormField": FormField;
}

export const PROTOCOL: number;
export const LANGUAGES: readonly Language[];
export const NAMESPACES: { readonly citizen: string; readonly agent: string; readonly bot: string };
export const ENTRY_EVENT: "entry";
export const COMMANDS: { readonly [E in CommandEvent]: { readonly by: readonly Kind[]; readonly result: string } };
export const SIGNALS: { readonly [E in SignalEvent]: string };
export const ENTRIES: { readonly [type: string]: { readonly log: LogName; readonly struct: string } | undefined };
export const ERROR_CODES: readonly Code[];

/** A struct as it arrived, with its defaults filled in, however deep. */
export function withDefaults<S extends keyof Received>(struct: S, payload: unknown): Received[S];

/** What the acknowledgement of a command holds under `ok`. */
export function readResult<E extends CommandEvent>(event: E, payload: unknown): Commands[E]["result"];

/** The payload of a signal. */
export function readSignal<E extends SignalEvent>(event: E, payload: unknown): Signals[E];
