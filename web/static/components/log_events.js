/** What is said in a log of what happened: joins, waiting, calls, reports. One line each, from the catalogues. */

/** @typedef {import("../shared/protocol.js").Entry} Entry */
/** @typedef {import("../shared/protocol.js").Author} Author */

/** For whom no line names any of them. @type {Names} */
const UNNAMED = { team: () => "", outcome: () => "", field: () => "" };

/** Entries about somebody in a call, and the icon of each. */
const IN_CALL = /** @type {const} */ ({
  "call.joined": "video",
  "call.left": "log-out",
  "invitation.made": "user-plus",
  "invitation.ended": "x",
  "guest.arrived": "door-open",
});

/**
 * @typedef {object} EventLine
 * @property {string} id  of the text
 * @property {Record<string, string | number>} args  `who` is `me`, or the kind of who did it
 * @property {string} icon
 * @property {string} [detail]  what was written with it, as it was written
 * @property {readonly string[]} [named]  of what it tells, as people call them; lines that become one name them all
 * @property {string} [merge]  lines in a row with the same value become one
 * @property {string} [paper]  the filed report whose paper can be fetched
 */

/**
 * What ids of zone data are called. A name that is not known is left out.
 * @typedef {object} Names
 * @property {(id: string) => string} team
 * @property {(id: string) => string} outcome
 * @property {(report: string, field: string) => string} field
 */

/**
 * How somebody is named: agents with their role, nobody else by name.
 * @param {Author} author
 */
export function named({ name, role }) {
  return role === null ? (name ?? "") : `${name ?? ""} (${role})`;
}

/**
 * The line for an entry, or null for one that this audience need not see.
 * @param {Entry} entry
 * @param {{ me: Author, audience: "citizen" | "staff", names?: Names }} view
 * @returns {EventLine | null}
 */
export function eventOf({ author, body }, { me, audience, names = UNNAMED }) {
  const staff = audience === "staff";
  const by = { who: author.participant === me.participant ? "me" : author.kind, name: named(author), audience };
  switch (body.type) {
    case "conversation.opened":
      return staff
        ? {
            id: body.site === null ? "log-opened" : "log-opened-on",
            args: { language: body.language, site: body.site ?? "" },
            icon: "message-circle",
          }
        : null;
    case "participant.joined":
      return joined(body.participant, me, audience);
    case "participant.left":
      return left(body.participant, body.reason, me, staff);
    case "language.chosen":
      return { id: "log-language", args: { ...by, language: body.language }, icon: "languages" };
    case "conversation.queued":
      return staff
        ? { id: "log-queued-staff", args: { reason: body.reason }, icon: "clock" }
        : { id: "log-queued", args: { reason: body.reason }, icon: "clock" };
    case "conversation.closed":
      return { id: staff ? "log-closed-staff" : "log-closed", args: { reason: body.reason }, icon: "check" };
    case "conversation.rated":
      return staff ? { id: "log-rated", args: { score: body.score }, icon: "star" } : null;
    case "call.proposed":
      return { id: "log-call-proposed", args: { ...by, video: String(body.video) }, icon: "video" };
    case "call.accepted":
      return { id: "log-call-accepted", args: by, icon: "video" };
    case "call.declined":
      return { id: "log-call-declined", args: by, icon: "video-off" };
    case "call.started":
      return { id: "log-call-started", args: {}, icon: "video" };
    case "call.incident":
      // Both parties and the media worker may notice the same.
      return {
        id: "log-call-incident",
        args: { incident: body.incident },
        icon: "triangle-alert",
        merge: `${body.call} ${body.incident}`,
      };
    case "call.joined":
    case "call.left":
    case "invitation.made":
    case "invitation.ended":
    case "guest.arrived":
      return inCall(body, me);
    case "call.ended":
      return {
        id: "log-call-ended",
        args: { reason: body.reason, minutes: Math.round(body.seconds / 60), seconds: body.seconds },
        icon: "phone-off",
      };
    case "recording.proposed":
      return { id: "log-recording-proposed", args: by, icon: "circle-dot" };
    case "recording.answered":
      return { id: "log-recording-answered", args: { ...by, agreed: String(body.agreed) }, icon: "circle-dot" };
    case "recording.started":
      return { id: "log-recording-started", args: {}, icon: "circle-dot" };
    case "recording.paused":
      return { id: "log-recording-paused", args: { ...by, reason: body.reason }, icon: "pause" };
    case "recording.resumed":
      return { id: "log-recording-resumed", args: {}, icon: "circle-dot" };
    case "recording.stopped":
      return { id: "log-recording-stopped", args: { reason: body.reason }, icon: "square" };
    case "recording.stored":
      return { id: "log-recording-stored", args: { films: body.films.length, whole: String(body.whole) }, icon: "lock" };
    case "recording.opened":
      return { id: "log-recording-opened", args: by, icon: "eye" };
    case "recording.held":
      return {
        id: "log-recording-held",
        args: { ...by, held: String(body.held) },
        icon: "lock",
        ...(body.reason && { detail: body.reason }),
      };
    case "recording.erased":
      return { id: "log-recording-erased", args: {}, icon: "x" };
    case "photo.asked":
      return { id: "log-photo-asked", args: { ...by, purpose: body.purpose }, icon: "camera" };
    case "photo.declined":
      return { id: "log-photo-declined", args: by, icon: "camera" };
    case "photo.taken":
      return {
        id: "log-photo-taken",
        args: { ...by, purpose: body.purpose, size: Math.ceil(body.size / 1_000) },
        icon: "camera",
      };
    case "photo.erased":
      return { id: "log-photo-erased", args: by, icon: "x" };
    case "report.started":
      return { id: "log-report-started", args: by, icon: "file-text" };
    case "report.changed":
      return {
        id: "log-report-changed",
        // The desk takes out what a form no longer asks.
        args: { ...by, gone: Object.keys(body.fields).length },
        icon: "pencil",
        named: Object.keys(body.fields).map((field) => names.field(body.report, field)),
        merge: `${body.report} ${author.participant}`,
      };
    case "report.offered":
      return { id: "log-report-offered", args: by, icon: "file-check" };
    case "report.filed":
      return {
        id: "log-report-filed",
        args: { reference: body.reference },
        icon: "file-check",
        paper: body.report,
      };
    case "pv_number.recorded":
      return { id: "log-pv-number", args: { number: body.pv_number }, icon: "file-check" };
    case "need.stated":
      // What the bot made of it stands among its findings, and what it follows from has a line of its own.
      return author.kind === "bot" || author.kind === "desk"
        ? null
        : { id: "log-need", args: by, icon: "list", merge: `need ${author.participant}` };
    case "transfer.made": {
      // That it waits, and why, the line of the queue says.
      if (author.kind === "bot") {
        return null;
      }
      const to = body.agent ?? names.team(body.team);
      return { id: "log-transfer", args: { ...by, to }, icon: "arrow-right-left", detail: body.reason };
    }
    case "answer.marked":
      return { id: "log-answer-marked", args: by, icon: "circle-alert" };
    case "answer.unmarked":
      return { id: "log-answer-unmarked", args: by, icon: "circle-alert" };
    case "contact.linked":
      return { id: body.earlier === null ? "log-contact-unlinked" : "log-contact-linked", args: by, icon: "history" };
    case "outcome.recorded":
      return { id: "log-outcome", args: { outcome: names.outcome(body.outcome) }, icon: "check", detail: body.remark };
    default:
      return null;
  }
}

/**
 * Who came into a call, was asked, waits, or left.
 * @param {Extract<Entry["body"], { type: keyof typeof IN_CALL }>} body
 * @param {Author} me
 * @returns {EventLine}
 */
function inCall(body, me) {
  const who = body.participant;
  const args = {
    who: who.participant === me.participant ? "me" : who.kind,
    name: who.kind === "guest" ? (who.name ?? "") : named(who),
    named: who.name === null ? "no" : "yes",
    reason: "reason" in body ? body.reason : "",
  };
  return { id: `log-${body.type.replace(".", "-")}`, args, icon: IN_CALL[body.type] };
}

/**
 * @param {Author} who
 * @param {Author} me
 * @param {"citizen" | "staff"} audience
 * @returns {EventLine | null}
 */
function joined(who, me, audience) {
  const known = who.participant === me.participant || who.kind === "desk";
  if (known || (who.kind === "citizen" && audience === "citizen")) {
    return null;
  }
  const args = { who: who.kind, name: named(who), audience };
  return { id: "log-joined", args, icon: who.kind === "bot" ? "bot" : "user" };
}

/**
 * A citizen need not hear that the bot left: the line that a person joined says it.
 * @param {Author} who
 * @param {string} reason
 * @param {Author} me
 * @param {boolean} staff
 * @returns {EventLine | null}
 */
function left(who, reason, me, staff) {
  if (who.participant === me.participant || (who.kind !== "agent" && !staff)) {
    return null;
  }
  return { id: "log-left", args: { who: who.kind, name: named(who), reason }, icon: "log-out" };
}
