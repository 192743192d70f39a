/** One conversation as a participant follows it: its logs, who reads and types, how it stands, and what is on its way out. */

import { signal } from "@preact/signals-core";

import { Refused } from "./connection.js";
import { Log } from "./log.js";
import { logOf } from "./outbox.js";
import { withPhoto } from "./photos.js";
import { Reading } from "./reading.js";
import { withRecording } from "./recordings.js";
import { mintClientId } from "./token.js";
import { Typing } from "./typing.js";

/** @typedef {import("./protocol.js").Author} Author */
/** @typedef {import("./protocol.js").CallView} CallView */
/** @typedef {import("./protocol.js").ConversationShown} ConversationShown */
/** @typedef {import("./protocol.js").Entry} Entry */
/** @typedef {import("./protocol.js").LogName} LogName */
/** @typedef {import("./protocol.js").Phase} Phase */
/** @typedef {import("./protocol.js").PhotoView} PhotoView */
/** @typedef {import("./protocol.js").RecordingView} RecordingView */
/** @typedef {import("./protocol.js").ReportView} ReportView */
/** @typedef {import("./protocol.js").Standing} Standing */

/** @typedef {import("./protocol.js").Commands} Commands */

/** What one log consists of here. @typedef {{log: Log, reading: Reading, typing: Typing}} Strand */

/** Commands about one conversation. @typedef {{[E in keyof Commands]: Commands[E]["payload"] extends {conversation: string} ? E : never}[keyof Commands]} ConversationCommand */

/** @typedef {import("./outbox.js").Outgoing} Outgoing */

export class Conversation {
  /** @type {import("./connection.js").Connection} */ #connection;
  /** @type {(() => void)[]} */ #ends = [];
  /** Of each log, how far its entries have been followed. @type {Record<LogName, number>} */
  #followed = { shared: 0, staff: 0 };
  /** Up to here `ConversationShown` has told how the conversation stands. */
  #told = 0;
  /** What was asked for by `sendOnce` and never answered, with its `client_id`. @type {Map<string, string>} */
  #unanswered = new Map();

  /**
   * @param {object} options
   * @param {import("./connection.js").Connection} options.connection
   * @param {import("./outbox.js").Outbox} options.outbox of this conversation alone; it is started here
   * @param {ConversationShown} options.shown
   * @param {readonly LogName[]} [options.logs] which logs to follow: a citizen has one
   */
  constructor({ connection, outbox, shown, logs = ["shared"] }) {
    this.#connection = connection;
    this.outbox = outbox;
    this.id = shown.conversation;
    /** The participant who follows it here. */
    this.me = shown.participant;
    this.phase = signal(/** @type {Phase} */ (shown.phase));
    this.sensitive = signal(shown.sensitive);
    this.standing = signal(/** @type {Standing | null} */ (null));
    this.participants = signal(/** @type {readonly Author[]} */ ([]));
    this.call = signal(/** @type {CallView | null} */ (null));
    /** Of its calls, in the order they were asked for. */
    this.recordings = signal(/** @type {readonly RecordingView[]} */ ([]));
    /** Of its calls, in the order they were asked for. */
    this.photos = signal(/** @type {readonly PhotoView[]} */ ([]));
    /** By id, in the order they were begun. */
    this.reports = signal(/** @type {readonly ReportView[]} */ ([]));
    this.rated = signal(false);
    /** What was written and is not in the log yet. @type {import("@preact/signals-core").ReadonlySignal<readonly Outgoing[]>} */
    this.outgoing = outbox.outgoing;
    /** @type {Partial<Record<LogName, Strand>>} */
    this.strands = Object.fromEntries(logs.map((name) => [name, this.#strand(name, shown)]));
    this.#take(shown);
    this.#listen();
    // What came along with the opening is not read again.
    for (const { log } of Object.values(this.strands)) if (!log.complete.peek()) void log.sync();
    outbox.start((letter) => this.#deliver(letter));
  }

  /** The log both sides see. */
  get shared() {
    return /** @type {Strand} */ (this.strands.shared);
  }

  /** Takes the conversation as the desk shows it after a reconnect. @param {ConversationShown} shown */
  show(shown) {
    this.#take(shown);
    this.catchUp();
  }

  /** How the conversation stands, as the desk tells it. @param {ConversationShown} shown */
  #take(shown) {
    this.#told = shown.shared_last;
    this.phase.value = shown.phase;
    this.sensitive.value = shown.sensitive;
    this.standing.value = shown.standing;
    this.participants.value = shown.participants;
    this.call.value = shown.call;
    this.recordings.value = shown.recordings;
    this.reports.value = shown.reports;
    this.photos.value = shown.photos;
    this.rated.value = shown.rated;
    for (const position of shown.read) this.strands[position.log]?.reading.take(position);
    // Entries may have overtaken what is shown.
    for (const { number, body } of this.shared.log.entries.peek()) if (number > this.#told) this.#happened(body);
  }

  /** Reads what is new and sends what waits: on reconnect, and when the page wakes up. */
  catchUp() {
    for (const strand of Object.values(this.strands)) {
      void strand.log.sync();
      void strand.reading.tell();
    }
    void this.outbox.flush();
  }

  /**
   * Says something.
   * @param {string} text
   * @param {import("./outbox.js").Extras} [extras] further fields of `message.post`
   */
  post(text, extras = {}) {
    this.strands.shared?.typing.stopped();
    return this.outbox.post(text, { extras });
  }

  /** Says a line of live text of a call that has ended. @param {string} text @param {{line: string, call: string}} line */
  async say(text, { line, call }) {
    if (this.phase.peek() !== "closed") this.outbox.post(text, { extras: { call }, clientId: line });
  }

  /** Writes a note that only staff sees. @param {string} text */
  note(text) {
    this.strands.staff?.typing.stopped();
    return this.outbox.post(text, { event: "note.post" });
  }

  /**
   * Sends a command about this conversation.
   * @template {ConversationCommand} E
   * @param {E} event
   * @param {Omit<Commands[E]["payload"], "conversation">} fields
   * @returns {Promise<Commands[E]["result"]>} rejects as `Connection.send` does
   */
  send(event, fields) {
    return this.#connection.send(event, /** @type {Commands[E]["payload"]} */ ({ conversation: this.id, ...fields }));
  }

  /**
   * Sends a command that must not happen twice: asked for again while nobody knows what became of it, it is the same one.
   * @template {"need.state" | "conversation.transfer" | "emergency.raise" | "call.incident" | "answer.mark" | "answer.unmark" | "contact.link"} E
   * @param {E} event
   * @param {Omit<Commands[E]["payload"], "conversation" | "client_id">} fields
   * @returns {Promise<Commands[E]["result"]>} rejects as `Connection.send` does
   */
  async sendOnce(event, fields) {
    const intent = JSON.stringify([event, fields]);
    const clientId = this.#unanswered.get(intent) ?? mintClientId();
    this.#unanswered.set(intent, clientId);
    try {
      const given = /** @type {Omit<Commands[E]["payload"], "conversation">} */ ({ ...fields, client_id: clientId });
      const done = await this.send(event, given);
      this.#unanswered.delete(intent);
      return done;
    } catch (error) {
      if (error instanceof Refused) this.#unanswered.delete(intent);
      throw error;
    }
  }

  /** Follows it no more. What is in the outbox stays stored. */
  close() {
    for (const end of this.#ends) end();
    for (const strand of Object.values(this.strands)) {
      strand.log.close();
      strand.reading.close();
      strand.typing.close();
    }
    this.outbox.close();
  }

  /** @param {LogName} name @param {ConversationShown} shown @returns {Strand} */
  #strand(name, shown) {
    const [newest, known] = name === "shared" ? [shown.shared_last, shown.entries] : [shown.staff_last, []];
    return {
      log: new Log((part) => this.send("log.sync", { log: name, ...part }), newest, known),
      reading: new Reading({ me: this.me, mark: (number) => this.send("read.mark", { log: name, number }) }),
      typing: new Typing({ me: this.me, show: (typing) => this.send("typing.show", { log: name, typing }) }),
    };
  }

  #listen() {
    const connection = this.#connection;
    /** @type {<T extends {conversation: string}>(heard: (arrived: T) => void) => (arrived: T) => void} */
    const mine = (heard) => (arrived) => {
      if (arrived.conversation === this.id) heard(arrived);
    };
    this.#ends.push(
      connection.on("entry", mine((entry) => this.#entered(entry))),
      connection.on("typing", mine(({ log, author, typing }) => this.strands[log]?.typing.take(author, typing))),
      connection.on("reading", mine((position) => this.strands[position.log]?.reading.take(position))),
      connection.on("standing", mine((standing) => this.#stands(standing))),
      connection.on("call", mine(({ view }) => (this.call.value = view))),
      connection.on("call.moved", mine(({ view }) => (this.call.value = view))),
      connection.on("recording", mine(({ view }) => (this.recordings.value = withRecording(this.recordings.peek(), view)))),
      connection.on("photo", mine(({ view }) => (this.photos.value = withPhoto(this.photos.peek(), view)))),
      connection.on("report", mine(({ view }) => this.#reportStands(view))),
    );
    for (const { log } of Object.values(this.strands)) {
      this.#ends.push(log.entries.subscribe((entries) => this.#follow(entries)));
    }
    this.#ends.push(this.outbox.letters.subscribe(() => this.#settle()));
  }

  /** @param {Entry} entry */
  #entered(entry) {
    this.strands[entry.log]?.typing.take(entry.author, false);
    this.strands[entry.log]?.log.take(entry);
  }

  /** Takes what is new in a log: letters have arrived, and the conversation may stand differently. @param {readonly Entry[]} entries */
  #follow(entries) {
    const known = this.#followed[entries[0]?.log ?? "shared"];
    for (const entry of entries.slice(entries.findLastIndex(({ number }) => number <= known) + 1)) {
      this.#followed[entry.log] = entry.number;
      if (entry.client_id) this.outbox.arrived(entry.client_id);
      if (entry.log === "shared" && entry.number > this.#told) this.#happened(entry.body);
    }
    this.#settle();
  }

  /** A letter that the desk has kept has arrived as well where its entry came before those that are known here. */
  #settle() {
    for (const { state, clientId, event, number } of this.outbox.letters.peek()) {
      const last = this.strands[logOf(event)]?.log.last ?? 0;
      if (state === "kept" && number !== undefined && number <= last) this.outbox.arrived(clientId);
    }
  }

  /** Entries tell how a conversation stands, too, and unlike signals they are never lost. @param {Entry["body"]} body */
  #happened(body) {
    if (body.type === "conversation.queued") this.phase.value = "waiting";
    else if (body.type === "conversation.closed") this.phase.value = "closed";
    else if (body.type === "conversation.rated") this.rated.value = true;
    else if (body.type === "call.ended" || body.type === "call.declined") this.#callEnded(body.call);
    else if (body.type === "participant.joined") this.#joined(body.participant);
    else if (body.type === "participant.left") this.#left(body.participant);
  }

  /** @param {Author} author */
  #joined(author) {
    this.#left(author);
    this.participants.value = [...this.participants.peek(), author];
    if (author.kind === "agent" && this.phase.peek() !== "closed") this.phase.value = "active";
  }

  /** @param {Author} author */
  #left(author) {
    this.participants.value = this.participants.peek().filter((one) => one.participant !== author.participant);
  }

  /** @param {string} call */
  #callEnded(call) {
    const view = this.call.peek();
    if (view?.call === call && view.state !== "ended") this.call.value = { ...view, state: "ended" };
  }

  /** @param {Standing} standing */
  #stands(standing) {
    this.standing.value = standing;
    this.phase.value = standing.phase;
    this.sensitive.value = standing.sensitive;
  }

  /** @param {ReportView} view */
  #reportStands(view) {
    const known = this.reports.peek();
    const stale = known.some((one) => one.report === view.report && one.revision > view.revision);
    if (stale) return;
    this.reports.value = known.some((one) => one.report === view.report)
      ? known.map((one) => (one.report === view.report ? view : one))
      : [...known, view];
  }

  /** @param {import("./outbox.js").Letter} letter */
  async #deliver({ event, clientId, text, extras }) {
    const posted =
      event === "note.post"
        ? await this.send(event, { client_id: clientId, text })
        : await this.send(event, { client_id: clientId, text, ...extras });
    this.strands[logOf(event)]?.log.expect(posted.number);
    return posted;
  }
}
